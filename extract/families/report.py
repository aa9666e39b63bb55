"""Narrative reports: title, meeting, authors, purpose; numbered paragraphs under headings; milestones and leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.families import Claim, Family, surely
from extract.families.chart_labels import without_chart_labels
from extract.families.figure_cards import figure_cards, words_of_card
from extract.families.report_body import (
    NUMERIC,
    Body,
    Entry,
    find_headings,
    heading_field,
    joined,
    read_body,
)
from extract.families.report_foot import read_foot
from extract.families.report_front import LONGEST_FRONT, read_front, running_date, running_meeting
from extract.families.report_headings import heading_kind, heads_section, with_headings_read
from extract.families.report_labels import Front, front_sheet, label_of, labels_of_grid
from extract.families.report_milestones import Milestone, milestones
from extract.families.sheet_texts import sheet_texts
from extract.letterheads import names_body
from extract.section import DATE
from models.page import Word
from models.record import Field, Printed
from models.section import Block, Paragraph, Section
from models.table import Table

PROSE = 90  # characters from which a paragraph is prose
FEWEST_NUMBERED = 5  # paragraphs with numbers of a report that numbers all of them
AGENDA = re.compile(r"(?:public |open )?agenda|order of business|business to be transacted", re.IGNORECASE)
MINUTES = re.compile(r"\bminutes of (?:the|a|an)\b.*\bmeeting\b", re.IGNORECASE)
REPORT = re.compile(
    r"\b(?:report|update|briefing(?: note)?|statement)\b(?:\s*[:–—-].*|\s+(?:to|for|of|on|–)\b.*)?$", re.IGNORECASE
)
LONGEST_TITLE = 10  # words
MOST_HEAD = 20  # paragraphs above the items of an agenda
_ON_SHEET = 0.8  # how surely what stands in the cells of a front sheet is text of the report
FRONT = 0.55  # what a front sheet alone is worth: enough to read it, less than what reads the rest


def claim(section: Section) -> Claim:
    """Prose in numbered paragraphs, under headings that reports have, with a head that says whose report it is."""
    paragraphs = section.paragraphs
    words = sum(len(p.words) for p in paragraphs) or 1
    in_tables = sum(len(c.words) for t in section.tables for c in t.cells)
    prose = [p for p in paragraphs if len(p.text) >= PROSE and p.heading_level is None]
    numbered = [p for p in prose if p.marker and NUMERIC.match(p.marker)]
    kinds = [kind for p in paragraphs if (kind := heading_kind(p)) not in {None, "key"}]
    headings = len(kinds)
    labels = {label_of(p) for p in paragraphs[:10]} & {
        "authors",
        "sender",
        "presented_by",
        "title",
        "organisation",
        "purpose",
    }
    evidence = {
        "a purpose": 0.3 * ("purpose" in kinds),
        f"{headings} headings that reports have": min(0.3, 0.1 * headings),
        f"{len(numbered)} numbered paragraphs of prose": min(0.3, 0.06 * len(numbered)),
        f"{len(prose)} paragraphs of prose": min(0.3, 0.15 * len(prose)),
        f"labels of a report's head: {', '.join(sorted(str(x) for x in labels))}": min(0.3, 0.15 * len(labels)),
        "its head names a body": 0.1 * any(names_body(p.text) for p in paragraphs[:6]),
        "its title says report": 0.25 * _called_report(section),
        "its head is dated": 0.15 * any(DATE.search(p.text) and len(p.text) < 60 for p in paragraphs[:6]),
    }
    score = sum(evidence.values())
    if not prose:
        score = min(score, 0.4)
    if in_tables > 2 * words:
        score *= 0.6
    if any(AGENDA.fullmatch(p.text.strip()) for p in paragraphs[:MOST_HEAD]):
        score = min(score, 0.6)  # what is numbered there are items
    if section.paper.title is not None and MINUTES.search(section.paper.title.text):
        return Claim(min(score, 0.4), ("its title says minutes",))  # what their reader left is no report
    if not numbered and section.whole and {"apart"}.issuperset(kinds) and _is_agenda(section.whole):
        return Claim(min(score, 0.4), ("an agenda, whose reader left what visitors are told",))
    sheet = _front_labels(section)
    if len(sheet) > 1 and sheet & {"authors", "sender", "presented_by", "purpose"}:
        # whatever the paper is made of, it says of itself that it is a report
        score = max(score, FRONT)
        evidence[f"a front sheet with {', '.join(sorted(sheet))}"] = FRONT
    return Claim(min(score, 0.9), tuple(reason for reason, points in evidence.items() if points))


def _is_agenda(blocks: Sequence[Block]) -> bool:
    return any(AGENDA.fullmatch(b.text.strip()) for b in blocks if isinstance(b, Paragraph))


def _called_report(section: Section) -> bool:
    """Whether a paper of nothing but text has a short title that ends in a word for a report: `Clerk’s report`."""
    title = section.paper.title
    if section.tables or section.whole:
        return False
    return title is not None and len(title.text.split()) <= LONGEST_TITLE and REPORT.search(title.text) is not None


def _front_labels(section: Section) -> set[str]:
    """Which labels of a report the front sheet of a paper has, a table or a grid of lines; none where it has no front sheet."""
    first = section.first_page
    if first != section.paper.first_page:
        return set()
    head = section.blocks[:LONGEST_FRONT]
    found = {label for b in head if isinstance(b, Table) for label, _, _ in front_sheet(b)}
    lines = [b for b in head if isinstance(b, Paragraph) and b.page == first]
    alone = {label for p in lines if (label := label_of(p)) is not None and len(p.text) < 2 * PROSE}
    return (found | alone | set(labels_of_grid(lines, 1 if found else 2))) - {"other", "sponsor"}


def read(section: Section) -> Iterator[Printed]:
    """The report, its milestones and its paragraphs, as printed."""
    blocks = without_chart_labels(section)
    headings = find_headings(blocks, section.whole)
    first = _first_of_text(blocks, headings)
    named = section.paper.title
    held = named is None or names_body(named.text) or any(b is named for b in blocks)
    front = read_front(blocks, first, None if held else named)
    read_foot(front, blocks[first:])
    figures = figure_cards(section)
    carded = {w for card in figures for w in words_of_card(card)}
    text = [b for b in blocks if id(b) not in front.used and not (carded and _in_cards(b, carded))]
    headings = {i: level for i, level in headings.items() if i not in front.used}
    found = milestones(text, headings)
    leads = [id(m.lead_line) for m in found if m.lead_line is not None]
    text, others = with_headings_read(text, section.whole, front.used, named)
    body = read_body(text, headings, leads, section.whole, others)
    report = _report(section, front, body)
    if report is None:
        return
    yield report
    title = report.fields.get("title")
    yield from (_milestone(report, m) for m in found)
    for sheet in (b for b in blocks[:first] if isinstance(b, Table)):
        for entry in sheet_texts(sheet, section.pages, with_purpose=not body.entries):
            yield _paragraph(report, title, entry, _ON_SHEET)
    boxed = _boxed_purpose(body)
    for entry in body.entries:
        if not any(entry is other for other in boxed):
            yield _paragraph(report, title, entry)
    yield from figures


def _in_cards(block: Block, carded: set[Word]) -> bool:
    return isinstance(block, Paragraph) and all(w in carded for w in block.all_words)


def _boxed_purpose(body: Body) -> list[Entry]:
    """Paragraphs without a number under the purpose of a report that numbers its paragraphs throughout: its head, not its text."""
    numbered = [e for e in body.entries if e.number and not e.lettered]
    plain = [e for e in body.entries if not e.number]
    boxed = [e for e in plain if e.heading is not None and heading_kind(e.heading) == "purpose"]
    if not boxed or len(numbered) < FEWEST_NUMBERED or len(plain) > len(boxed):
        return []
    first = body.entries.index(numbered[0])
    return [e for e in boxed if body.entries.index(e) < first]


def _first_of_text(blocks: Sequence[Block], headings: Mapping[int, int]) -> int:
    """Where the text begins: at the first heading that reports have, numbered paragraph, or paragraph of prose."""
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        if label_of(block) in {"title", "sender", "organisation"}:
            continue  # however long
        known = heading_kind(block) in {"purpose", "section"} and (label_of(block) is None or heads_section(block))
        numbered = block.marker is not None and NUMERIC.match(block.marker) is not None
        if known or (numbered and place) or (len(block.text) > 2 * PROSE and id(block) not in headings):
            return place
    return len(blocks)


def _report(section: Section, front: Front, body: Body) -> Printed | None:
    """The report itself; None where neither title nor paragraph is left to read."""
    fields = dict(front.fields)
    other: list[Word] = list(front.other)
    paper = section.paper
    named = paper.title is not None and (
        not names_body(paper.title.text) or REPORT.search(paper.title.text) is not None
    )
    if "title" not in fields and paper.title is not None and named:
        fields["title"] = Field(paper.title.text, paper.title.words, confidence=0.7)
    if "organisation" not in fields and paper.organisation is not None and paper.first_page == section.first_page:
        fields["organisation"] = Field(paper.organisation.text, paper.organisation.words, confidence=0.75)
    if "meeting_date" not in fields and (dated := running_date(paper.heads)) is not None:
        fields["meeting_date"] = dated
    if not {"organisation", "meeting_date"} <= fields.keys():
        fields = running_meeting(paper.feet) | fields
    purpose = [e for e in body.entries if e.heading is not None and heading_kind(e.heading) == "purpose"]
    if purpose and "purpose" not in fields:
        fields["purpose"] = joined_entries(purpose)
    if not fields or (not body.entries and "title" not in fields):
        return None
    other.extend(body.other)
    held = {w for f in fields.values() for w in f.words}
    return Printed("reports", fields, taken=tuple(w for w in other if w not in held), confidence=0.95)


def joined_entries(entries: Sequence[Entry]) -> Field:
    """The text of several paragraphs as one field, without their numbers."""
    parts = [joined(e.parts)[0] for e in entries]
    return Field(" ".join(p.text for p in parts), tuple(w for p in parts for w in p.words))


def _paragraph(report: Printed, title: Field | None, entry: Entry, sure: float = 0.95) -> Printed:
    text, bullets = joined(entry.parts)
    first = entry.parts[0]
    fields: dict[str, Field] = {}
    if title is not None:
        fields["report"] = title
    heading = heading_field(entry.heading)
    if heading is not None:
        fields["heading"] = heading
    if entry.number and first.marker_words:
        fields["number"] = Field(entry.number, first.marker_words)
    fields["text"] = text
    return Printed("report_paragraphs", fields, parent=report, taken=bullets, confidence=sure)


def _milestone(report: Printed, milestone: Milestone) -> Printed:
    fields = {"deliverable": Field(milestone.deliverable.text, milestone.deliverable.words)}
    if milestone.objective is not None:
        fields["objective"] = Field(milestone.objective.text, milestone.objective.words)
    if milestone.lead is not None:
        fields["lead"] = milestone.lead
    if milestone.frequency is not None:
        fields["frequency"] = milestone.frequency
    return Printed("deliverables", fields, parent=report, taken=milestone.other, confidence=0.95)


FAMILY = Family("report", claim, read, surely(0.9), turn=0)

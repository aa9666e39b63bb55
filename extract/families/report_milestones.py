"""Milestones under headings: a heading says what is to be delivered, the line below it who leads and how often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.families.report_body import Style, style_of
from extract.meeting.pieces import piece_of_paragraph
from extract.vocabularies import rows
from extract.wording import fold
from models.page import Word
from models.record import Field
from models.section import Block, Paragraph

LONGEST_LEAD = 110  # characters of a lead line
_LEAD = re.compile(
    r"^(?P<word>(?:Leads?|Lead officer|Led by|Owner|Responsible(?: officer)?)\b\s*(?:[:–-]\s*)?)(?P<who>.+)$"
)

# how often figures are told, and not by whom: `Progress summary – monthly data`
_FIGURES = re.compile(r"\b(?:data|figures?|statistics|results?|performance|summary|scorecard|indicators?|measures?)\b")


@dataclass(frozen=True, slots=True, eq=False)
class Milestone:
    """One deliverable as printed. `lead_line` is the paragraph its lead stands in."""

    objective: Paragraph | None
    deliverable: Paragraph
    lead: Field | None = None
    frequency: Field | None = None
    lead_line: Paragraph | None = None
    other: tuple[Word, ...] = ()


def milestones(blocks: Sequence[Block], headings: Mapping[int, int]) -> tuple[Milestone, ...]:
    """The deliverables of a report: all headings of the level that has lead lines; () where fewer than two do."""
    paragraphs = [b for b in blocks if isinstance(b, Paragraph)]
    led: dict[int, Milestone] = {}
    for heading, line in pairwise(paragraphs):
        if id(heading) in headings and id(line) not in headings and line.marker is None:
            read = _lead_line(line)
            if read is not None:
                led[id(heading)] = Milestone(None, heading, read[0], read[1], line, read[2])
    if len(led) < 2:
        return ()
    levels = Counter(headings[i] for i in led)
    level = levels.most_common(1)[0][0]
    styles = {style_of(p) for p in paragraphs if id(p) in led}
    headings = {i: at for i, at in headings.items() if i in led or at != level or i in _of_style(paragraphs, styles)}
    first = next(i for i, p in enumerate(paragraphs) if id(p) in led)
    return tuple(_in_order(paragraphs, first, headings, level, led))


def _of_style(paragraphs: Sequence[Paragraph], styles: Collection[Style]) -> set[int]:
    return {id(p) for p in paragraphs if style_of(p) in styles}


def _in_order(
    paragraphs: Sequence[Paragraph], first: int, headings: Mapping[int, int], level: int, led: Mapping[int, Milestone]
) -> Iterator[Milestone]:
    """From the first led heading on; a heading of the same level without a lead is a deliverable too."""
    objective = next((p for p in reversed(paragraphs[:first]) if headings.get(id(p), 99) < level), None)
    under = objective is not None
    for p in paragraphs[first:]:
        at = headings.get(id(p))
        if at is None:
            continue
        if id(p) in led:
            found = led[id(p)]
            yield Milestone(objective, p, found.lead, found.frequency, found.lead_line, found.other)
        elif at == level and under:
            yield Milestone(objective, p)
        elif at < level:
            objective = p
            under = _has_leads(objective, headings, paragraphs, led, level)


def _has_leads(
    objective: Paragraph,
    headings: Mapping[int, int],
    paragraphs: Sequence[Paragraph],
    led: Mapping[int, Milestone],
    level: int,
) -> bool:
    """Whether headings under this outer heading are deliverables: at least one of them has a lead line."""
    place = next(i for i, p in enumerate(paragraphs) if p is objective)
    for p in paragraphs[place + 1 :]:
        if id(p) in led:
            return True
        if headings.get(id(p), 99) < level:
            return False
    return False


def _lead_line(line: Paragraph) -> tuple[Field | None, Field | None, tuple[Word, ...]] | None:
    """Lead and frequency of `Lead ACC Local Policing – Quarterly`; None where a line is no such thing."""
    if len(line.text) > LONGEST_LEAD or line.text.endswith((".", "?", ";")):
        return None
    piece = piece_of_paragraph(line)
    match = _LEAD.match(line.text)
    start = match.start("who") if match else 0
    dash = list(re.finditer(r"\s*[–—-]\s+|\s+[–—-]\s*|\s*\|\s*|\s+\((?=[^()]*\)$)", line.text[start:]))
    often = None
    end = len(line.text)
    if dash:
        split = start + dash[-1].start()
        rest = line.text[start + dash[-1].end() :].rstrip(") ")
        if _is_frequency(rest):
            often = piece.field(start + dash[-1].end(), start + dash[-1].end() + len(rest))
            end = split
    if match is None and often is None:
        return None
    lead = piece.field(start, end, 0.95 if match else 0.88)
    held = {*lead.words, *(often.words if often else ())}
    return (lead if lead.text else None), often, tuple(w for w in line.all_words if w not in held)


def _is_frequency(text: str) -> bool:
    words = fold(text)
    if _FIGURES.search(words):
        return False
    known = [fold(r["printed"]) for r in rows("frequencies")]
    return any(re.search(rf"\b{re.escape(k)}\b", words) for k in known) and len(words.split()) <= 5

"""Lists of published decisions: reference, title, what it is about, and the link under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.families import Claim, Family, surely
from extract.meeting.bodies import DECIDED_BY
from extract.meeting.decision_cards import OWN, DecisionCard
from extract.meeting.decision_columns import decision_columns
from extract.meeting.decision_forms import decision_forms, strip_pieces
from extract.meeting.decision_lists import ADDRESS, decisions_of_table, is_list, linked
from extract.meeting.decision_notices import decision_notices
from extract.meeting.decision_releases import is_announced, release_cards
from extract.meeting.decision_sheets import decided_items, lists_people, sheet_cards
from extract.meeting.opening import meeting_facts
from extract.meeting.pieces import Piece, piece_of_paragraph
from extract.meeting.ranges import join_stretches
from models.page import Word
from models.record import Field, Printed
from models.section import Paragraph, Section
from models.table import Table

ENTRY = re.compile(
    r"^(?:(?:the\s+)?[A-Z][\w’'&]*\s+){0,4}?Decision(?:\s+(?:Notice|Record|Report|Number|No\.?"
    r"|Ref(?:erence)?\.?))*\s*[:#]?\s*"
    r"(?P<ref>(?:[A-Z]{1,6}\s?[-/]?\s?)?\d{1,5}(?:\s?[–—/-]\s?\d{2,4}|\s\d{4})*)(?=[\s.:,–—-]|$)",
    re.IGNORECASE,
)
REF_FIRST = re.compile(
    r"^(?P<ref>(?:[A-Z]{1,6}[-/ ]?){0,4}\d{2,5}\s?[–/-]\s?\d{2,4}|\d{4}[-/][A-Z]{1,5}[-/]\d{2,5})\s*[:–—-]?\s+(?=[A-Z])"
)
DASH = re.compile(r"\s+[–—-]\s+|\s*:\s+")
HEAD = 8  # paragraphs in which a paper says whose decisions it lists
LEAST_TITLE = 3  # characters in bold behind the reference
TITLE = re.compile(r"\bdecisions?\b(?!\s+(?:making|maker))", re.IGNORECASE)
AGENDA = re.compile(r"\bagenda\b|\bnotice of (?:\w+ )?meeting\b", re.IGNORECASE)
LISTS = re.compile(
    r"\b(?:register|record|list|log|schedule|notice)s? of\b.{0,60}\bdecisions\b|\bdecisions? (?:register|log|list|schedule)\b"
    r"|\bdecisions (?:taken|made) (?:under|by|using|in exercise)\b|\b(?:delegated|officer|executive) decisions\b",
    re.I,
)


def claim(section: Section) -> Claim:
    """A list of decisions: entries that begin with a decision's reference, or a table of them under such a title."""
    titled = any(TITLE.search(p.text) for p in section.paragraphs[:6] if len(p.text) < 160)
    called = not titled and any(AGENDA.search(p.text) for p in section.paragraphs[:HEAD] if len(p.text) < 160)
    entries = 0 if called else _entries(section)  # files that an agenda lists
    sheet = decided_items(section.blocks)
    tables = sum(is_list(t) for t in section.tables) if titled else 0
    forms = sum(len(cards) for cards in _forms(section).values()) if titled else 0
    if forms:
        return Claim(0.88 if forms > 1 else 0.75, (f"{forms} forms of decisions",))
    cards = _cards(section) if titled else []
    if sheet and not cards:
        return Claim(0.72, (f"{len(sheet)} items with what was decided",))
    released = _released(section) if titled and not cards and not tables else []
    if released:
        return Claim(0.7, (f"{len(released)} texts that tell what was decided",))
    if cards and len(cards) >= entries:  # an entry may be the first line of a card
        sure = len(cards) > 1 or cards[0].fields.keys() >= OWN  # a report has no number of a decision, nor its words
        return Claim(0.85 if sure else 0.6, (f"{len(cards)} decisions with labelled lines",))
    reasons = [f"{entries} decisions with a reference"] if entries else []
    reasons += [f"{tables} tables of decisions"] if tables else []
    if entries >= 2 or (entries and titled):
        share = entries / max(1, sum(len(p.text) > 40 for p in section.paragraphs))
        return Claim(min(0.9, 0.35 + 0.25 * titled + 0.4 * share), tuple(reasons))
    named = any(LISTS.search(p.text) or DECIDED_BY.search(p.text) for p in section.paragraphs[:6] if len(p.text) < 160)
    return Claim((0.75 if named else 0.55) if tables else 0.0, tuple(reasons))


def read(section: Section) -> Iterator[Printed]:
    """One record a decision, and the meeting that took them where the paper says so and lists nobody who came to it."""
    yield from _decisions(section)
    head = [p for p in _pieces(section)[:HEAD] if p.text]
    if any(DECIDED_BY.search(p.text) for p in head) and not any(lists_people(b) for b in section.blocks):
        facts = meeting_facts(head)
        if {"body", "meeting_date"} <= facts.keys():
            yield Printed("meetings", facts)


def _decisions(section: Section) -> Iterator[Printed]:
    cards = _cards(section)
    if cards and len(cards) >= sum(_entry(p) is not None for p in _pieces(section)):
        for card in cards:
            yield from _of_card(card, section)
        return
    if not cards and (sheet := sheet_cards(section.blocks)):
        for card in sheet:
            yield from _of_card(card, section)
        return
    if not cards and (released := _released(section)):
        for card in released:
            yield from _of_card(card, section)
        return
    forms = _forms(section)
    formed = {w for cards in forms.values() for c in cards for w in _words_of_card(c)}
    heads: list[Word] = []
    introduced = any(_introduces(p) for p in section.paragraphs)  # then title and introduction are a report's
    entry: tuple[Piece, re.Match[str], tuple[Word, ...]] | None = None
    under: list[Piece] = []
    for block in section.blocks:
        for piece in _parted(piece_of_paragraph(block)) if isinstance(block, Paragraph) else ():
            if formed and not formed.isdisjoint(piece.words):
                continue  # the heading of a form
            match = _entry(piece)
            if match is None:
                if entry is not None and _is_headed(entry[0]) and not _is_headed(piece) and piece.text:
                    under.append(piece)
                elif not introduced and TITLE.search(piece.text) and len(piece.text) < 160:
                    heads.extend((*piece.marker_words, *piece.words))
                continue
            if entry is not None:
                yield _decision(*entry, under, section)
            entry, under, heads = (piece, match, tuple(heads)), [], []
        if isinstance(block, Table) and id(block) in forms:
            for card in forms[id(block)]:
                yield from _of_card(card, section)
        elif isinstance(block, Table) and is_list(block):
            yield from decisions_of_table(block, section)
    if entry is not None:
        yield _decision(*entry, under, section)


def _cards(section: Section) -> list[DecisionCard]:
    """The decisions of labelled lines: a label behind the other, or labels in a column of their own."""
    pieces = _pieces(section)
    return decision_notices(pieces) or decision_columns(pieces)


def _released(section: Section) -> list[DecisionCard]:
    """The decisions of a release in prose, of a paper that lists nobody who came."""
    if not is_announced([p.text for p in section.paragraphs[:HEAD]]) or any(lists_people(b) for b in section.blocks):
        return []
    return release_cards(_pieces(section))


def _forms(section: Section) -> dict[int, list[DecisionCard]]:
    """The decisions of tables that are forms, by the table's id; a heading right above one says what its rows do not."""
    found: dict[int, list[DecisionCard]] = {}
    over: Piece | None = None
    for block in section.blocks:
        if isinstance(block, Table):
            if not is_list(block) and (cards := decision_forms(block, over)):
                found[id(block)] = cards
            over = None
        elif isinstance(block, Paragraph):
            piece = piece_of_paragraph(block)
            over = piece if _is_headed(piece) else None
    return found


def _words_of_card(card: DecisionCard) -> Iterator[Word]:
    """What a form says, and its heading: where a row says the reference too, that heading begins no second decision."""
    yield from card.taken
    for found in card.fields.values():
        yield from found.words


def _of_card(card: DecisionCard, section: Section) -> Iterator[Printed]:
    """One decision of labelled parts; those that are no columns of a decision follow it."""
    fields = {name: found for name, found in card.fields.items() if name in OWN}
    parts = {name: found for name, found in card.fields.items() if name not in OWN}
    address = next((f for name, f in parts.items() if ADDRESS.fullmatch(re.sub(r"\s+", "", f.text))), None)
    link = linked([w for f in (*parts.values(), *fields.values()) for w in f.words], section)
    if address is not None:
        fields["url"] = replace(address, text=re.sub(r"\s+", "", address.text))
    elif link:
        fields["url"] = Field(link[0].url, link[1])
    decision = Printed("decisions", fields, taken=tuple(card.taken))
    yield decision
    for name, found in parts.items():
        if found is not address:
            yield Printed("decision_fields", {"header": card.labels[name], "text": found}, decision)


def _is_headed(piece: Piece) -> bool:
    """Whether an entry, or what stands behind its reference, is set as a heading: what is plain under it is its text."""
    return piece.bold or piece.level is not None or piece.bold_head > LEAST_TITLE


def _pieces(section: Section) -> list[Piece]:
    pieces: list[Piece] = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            pieces.extend(_parted(piece_of_paragraph(block)))
        elif isinstance(block, Table):
            pieces.extend(strip_pieces(block))
    return pieces


def _entries(section: Section) -> int:
    """How many entries the texts of a section begin."""
    found: list[Piece] = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            if ENTRY.match(block.text) or REF_FIRST.match(block.text):  # of nearly all paragraphs the text is enough
                found.extend(_parted(piece_of_paragraph(block)))
        elif isinstance(block, Table):
            found.extend(strip_pieces(block))
    return sum(_entry(piece) is not None for piece in found)


def _parted(piece: Piece) -> Iterator[Piece]:
    """A paragraph that begins an entry, parted where further lines begin one: a list set without white between its entries."""
    starts = [
        a for (a, _), (c, d) in zip(piece.lines, piece.line_spans, strict=False) if REF_FIRST.match(piece.text[c:d])
    ]
    if len(starts) < 2 or starts[0] or len(piece.lines) != len(piece.line_spans):
        yield piece
        return
    for start, stop in zip(starts, [*starts[1:], len(piece.words)], strict=True):
        yield piece.part(start, stop)


def _introduces(paragraph: Paragraph) -> bool:
    """Whether a paragraph is prose that leads up to the list."""
    prose = len(paragraph.text) > 80 and paragraph.heading_level is None and paragraph.text.endswith((".", ":"))
    return prose and _entry(piece_of_paragraph(paragraph)) is None


def _entry(piece: Piece) -> re.Match[str] | None:
    match = ENTRY.match(piece.text)
    if match and len(re.sub(r"\D", "", match["ref"])) >= 3:
        return match
    return REF_FIRST.match(piece.text) if len(piece.text) > 20 else None


def _decision(
    piece: Piece, match: re.Match[str], heads: tuple[Word, ...], under: Sequence[Piece], section: Section
) -> Printed:
    """One entry. What is linked, or set in bold, is reference and title; without either the title ends at a dash.
    `under` are the plain paragraphs that follow a title set as a heading.
    """
    fields = {"ref": piece.field(match.start("ref"), match.end("ref"))}
    found = linked(piece.words, section)
    start = match.end()
    lead = re.match(r"\s*[–—:.,-]*\s*", piece.text[start:])
    start += lead.end() if lead else 0
    end = _end_of_link(piece, found[1], start) if found else None
    if end is None and _is_headed(piece) and (piece.bold_head or len(piece.text)) > start + LEAST_TITLE:
        end = piece.bold_head or len(piece.text)
    if found:
        fields["url"] = Field(found[0].url, found[1])
    if end is None:
        dash = DASH.search(piece.text, start)
        end = dash.start() if dash else len(piece.text)
    if end > start:
        fields["title"] = piece.field(start, end, 0.9)
    rest = re.match(r"\s*[–—:-]*\s*", piece.text[end:])
    begin = end + (rest.end() if rest else 0)
    if begin < len(piece.text):
        under = [piece.part(_first_word(piece, begin), len(piece.words)), *under]
    if under:
        text = join_stretches(under, [(i, 0, len(p.text)) for i, p in enumerate(under)])
        fields["text"] = replace(text, confidence=0.9 if len(under) == 1 else 0.8)
    marks = tuple(w for p in under for w in p.marker_words)
    return Printed("decisions", fields, taken=(*heads, *piece.marker_words, *piece.words, *marks))


def _first_word(piece: Piece, start: int) -> int:
    return next(k for k, (a, b) in enumerate(piece.spans) if b > start)


def _end_of_link(piece: Piece, words: Sequence[Word], start: int) -> int | None:
    own = {id(w) for w in words}
    ends = [b for w, (_, b) in zip(piece.words, piece.spans, strict=True) if id(w) in own]
    return max(ends) if ends and max(ends) > start else None


FAMILY = Family("decisions", claim, read, surely(0.9))

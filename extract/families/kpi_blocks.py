"""Indicators printed as blocks: a name, and below it `Latest: 93.2% (Green)`, `Target`, `Floor`, `Previous` as lines or a
small table beside a chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.families.scorecard_cells import names_days
from extract.families.table_rows import band_rows
from extract.families.table_titles import context_of, title_field
from extract.meeting.pieces import piece_of_paragraph, piece_of_words
from extract.wording import fold, phrases
from models.page import Word
from models.record import Field, Printed
from models.section import Paragraph, Section
from models.table import Cell, Table

FEWEST = 2  # labelled figures that make a block
LONGEST_NAME = 220  # characters
_LABEL = re.compile(r"(?<![\w/])(?P<label>[A-Z][A-Za-z]*(?:[ /][A-Za-z]+){0,3})\s*:\s*")
_REF = re.compile(
    r"^(?P<ref>(?:KPI|PI|Measure|Indicator)\s?\d{1,3}[a-z]?|[A-Z]{1,4}(?:\s[A-Z]{1,3})?\s?\d{1,3}(?:\.\d{1,2}|[a-z])?|\d{1,2}\.\d{1,2})\s*[:.–-]?\s+(?=\S)"
)
_FIELDS = {
    "current": "current_text",
    "previous": "previous_text",
    "benchmark": "benchmark_text",
    "target": "target_text",
    "floor": "floor_text",
    "forecast": "forecast_text",
    "rag": "rag",
    "previous_rag": "previous_rag",
    "trend": "trend",
    "lead": "lead",
    "unit": "unit",
    "polarity": "polarity",
    "period": "period",
}
_OF_PAPER = frozenset({"date", "as of", "as at"})  # over a paper they say when it was written


@dataclass(slots=True)
class KpiBlock:
    """One indicator's block: where its name stands, its labelled figures, the words of the labels."""

    name: Field | None
    section: Paragraph | None
    fields: dict[str, Field] = field(default_factory=dict)
    labels: list[Word] = field(default_factory=list)


def blocks_of(section: Section) -> list[KpiBlock]:
    """The blocks of a section in order; a block needs a name, a current figure or target, and two labels at least."""
    found: list[KpiBlock] = []
    over: list[Paragraph] = []  # headings above, outermost first
    last: Paragraph | None = None
    for block in section.blocks:
        if isinstance(block, Paragraph):
            pairs, lead = _pairs(block)
            if not pairs:
                last = block
                if block.heading_level is not None:
                    over = [p for p in over if (p.heading_level or 9) < block.heading_level] + [block]
                continue
            name = lead if lead is not None and lead.text else _name_of(last)
            _add(found, name, over, last, pairs, [])
            last = block if lead is not None and lead.text else last
        elif isinstance(block, Table):
            pairs, labels, band = _table_pairs(block)
            if pairs:
                name = _cell_name(band) if band is not None else _name_of(last)
                _add(found, name, over, last, pairs, labels)
    return [b for b in found if b.name and len(b.fields) >= FEWEST and {"current_text", "target_text"} & set(b.fields)]


def records(section: Section, blocks: Sequence[KpiBlock]) -> Iterator[Printed]:
    """The blocks as printed indicators."""
    title, context = section.paper.title, context_of(section)
    for block in blocks:
        assert block.name is not None
        fields = dict(block.fields)
        ref, name = with_ref(block.name)
        fields["kpi"] = name
        if ref is not None:
            fields["ref"] = ref
        if title is not None and title.text != block.name.text:
            fields["scorecard"] = title_field(title)
        if block.section is not None and block.section is not title and block.section.text != block.name.text:
            fields["section"] = Field(block.section.text, block.section.words, confidence=0.85)
        yield Printed("kpis", fields, taken=tuple(block.labels), confidence=0.9, context=context)


def _add(
    found: list[KpiBlock],
    name: Field | None,
    over: Sequence[Paragraph],
    last: Paragraph | None,
    pairs: Mapping[str, tuple[Field, tuple[Word, ...]]],
    labels: Sequence[Word],
) -> None:
    """Labelled figures go to the block of the same name, where it has no such figure yet."""
    block = found[-1] if found else None
    same = block is not None and (name is None or (block.name is not None and block.name.text == name.text))
    if block is None or not same or set(block.fields) & set(pairs):
        outer = [p for p in over if p is not last]
        block = KpiBlock(name, outer[-1] if outer else None)
        found.append(block)
    for key, (value, words) in pairs.items():
        block.fields["period" if key == "current_text" and names_days(value.text) else key] = value
        block.labels.extend(words)
    block.labels.extend(labels)


def _pairs(paragraph: Paragraph) -> tuple[dict[str, tuple[Field, tuple[Word, ...]]], Field | None]:
    """The labelled figures of a line, and what stands before the first label."""
    labels = _LABEL.finditer(paragraph.text) if ":" in paragraph.text else ()
    known = [(m, known_labels()[label]) for m in labels if (label := fold(m["label"])) in known_labels()]
    if not known:
        return {}, None
    piece = piece_of_paragraph(paragraph)
    found: dict[str, tuple[Field, tuple[Word, ...]]] = {}
    for number, (match, name) in enumerate(known):
        end = known[number + 1][0].start() if number + 1 < len(known) else len(piece.text)
        text = piece.text[match.end() : end].rstrip(" ;,|–-")
        if not text or len(text) > 80 or name in found:
            continue
        found[name] = (
            piece.field(match.end(), match.end() + len(text), 0.9),
            piece.words_in(match.start(), match.end("label") + 1),
        )
    lead = piece.text[: known[0][0].start()].strip(" |–-:")
    if len(lead) > LONGEST_NAME:
        return {}, None
    return found, piece.field(0, len(lead), 0.85) if len(lead) > 3 else None


def _table_pairs(table: Table) -> tuple[dict[str, tuple[Field, tuple[Word, ...]]], list[Word], Cell | None]:
    """A small table of labels and figures: label left of its figure, or above it; and its band, the indicator's name."""
    if table.rows > 10 or table.columns > 10 or any(fold(c.text) in likelihoods() for c in table.cells):
        return {}, [], None  # what has a likelihood is a risk: its scores are no indicator's figures
    labels = [
        (c, known_labels()[fold(c.text.rstrip(":"))]) for c in table.cells if fold(c.text.rstrip(":")) in known_labels()
    ]
    if len(labels) < FEWEST:
        return {}, [], None
    across = len({c.row for c, _ in labels}) == 1
    found: dict[str, tuple[Field, tuple[Word, ...]]] = {}
    for cell, name in labels:
        beside = table.at(cell.last_row + 1, cell.column) if across else table.at(cell.row, cell.last_column + 1)
        if beside is not None and name not in found and fold(beside.text.rstrip(":")) not in known_labels():
            found[name] = (_cell_field(beside, table), cell.words)
    bands = band_rows(table)
    rest = table.rows - len(bands) - len({c.row for c, _ in labels})
    if across and rest != 1:
        return {}, [], None  # a list with a column of names is no block
    return found, [], bands[min(bands)] if bands else None


@cache
def known_labels() -> Mapping[str, str]:
    """Folded label -> the field it names; of the columns of scorecards only those that a block labels its figures with."""
    known = {
        fold(p.printed): _FIELDS[p.canonical]
        for p in phrases("columns_scorecard")
        if p.canonical in _FIELDS and p.strength >= 0.8 and fold(p.printed) not in _OF_PAPER
    }
    return known | {"aim": "polarity"}  # over a column it is an objective; beside figures it says which way is good


@cache
def likelihoods() -> frozenset[str]:
    """The folded headings over how likely a risk is."""
    known = phrases("columns_register")
    return frozenset(fold(p.printed) for p in known if p.canonical == "likelihood" and len(p.printed) > 4)


def _cell_field(cell: Cell, table: Table) -> Field:
    page, box = cell.boxes[0]
    place = (page, (box.x0, box.top, box.x1, box.bottom))
    return Field(cell.text, cell.words, table.method, 0.9 * cell.confidence, cell.fill, cell.symbols, place)


def _cell_name(cell: Cell) -> Field:
    return Field(cell.text, cell.words, confidence=0.88)


def _name_of(paragraph: Paragraph | None) -> Field | None:
    if paragraph is None or len(paragraph.text) > LONGEST_NAME:
        return None
    return Field(paragraph.text, paragraph.words, confidence=0.88 if paragraph.heading_level else 0.75)


def with_ref(name: Field) -> tuple[Field | None, Field]:
    """`PV1 Dwelling fires` as reference and name."""
    match = _REF.match(name.text)
    if match is None:
        return None, name
    piece = piece_of_words(name.words)
    if piece.text != name.text:
        return None, name
    return piece.field(*match.span("ref"), confidence=name.confidence), piece.field(
        match.end(), confidence=name.confidence
    )

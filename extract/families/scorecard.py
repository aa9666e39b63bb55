"""Scorecards: a table with an indicator a row, and columns for where it stands, stood, should stand, and its colour."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.columns import Assigned, columns_of
from extract.families import Claim, Family, by_tables, kpi_cards
from extract.families.form_heads import form_heads
from extract.families.kpi_blocks import blocks_of, records, with_ref
from extract.families.kpi_cards import Card, cards_of
from extract.families.named_tables import count_up, name_over, named_row, with_number
from extract.families.scorecard_columns import assigned_columns
from extract.families.status_ink import dotted, painted
from extract.families.table_rows import Row, field_of, heading_words, rows_of
from extract.families.table_titles import Over, context_of, name_of_card, titles_over
from extract.families.told_titles import of_part, told_title
from extract.remembering import remembered
from extract.wording import fold, phrases
from models.page import Page, Word
from models.record import Field, Printed
from models.section import Section
from models.table import Cell, Table

READS = 0.5
_SPEAKS = re.compile(r"\b(?:scorecard|kpis?|performance|indicators?|dashboard|measures?|targets?)\b", re.IGNORECASE)
_TEXTS = {
    "current": "current_text",
    "previous": "previous_text",
    "benchmark": "benchmark_text",
    "target": "target_text",
    "floor": "floor_text",
    "forecast": "forecast_text",
    "value": "value",
}
_PLAIN = ("ref", "lead", "rag", "previous_rag", "trend", "unit", "period", "polarity", "timescale", "comment")


@dataclass(frozen=True, slots=True, eq=False)
class Scorecard:
    """A table seen as a scorecard: its columns, how sure that it is one, and why."""

    table: Table
    columns: tuple[Assigned, ...]
    score: float
    reasons: tuple[str, ...]
    name: Cell | None = None  # of the one indicator that it tells of


def claim(section: Section) -> Claim:
    """As sure as of its surest table, or of its blocks; a title that speaks of performance helps."""
    cards = len(_cards(section))
    if cards > 1:
        return Claim(min(0.95, 0.5 + 0.1 * cards), (f"{cards} cards with an indicator's labelled figures",))
    best = max((look(t) for t in section.tables), key=lambda s: s.score, default=None)
    blocks = len(blocks_of(section)) if best is None or best.score < READS else 0
    if blocks > 1:
        return Claim(min(0.9, 0.45 + 0.1 * blocks), (f"{blocks} blocks with an indicator's labelled figures",))
    if best is None or best.score < 0.3:
        return Claim(0.0)
    titles = [p.text for p in (section.paper.title, section.heading) if p is not None]
    titles += [p.text for p in section.paragraphs[:4]]
    named = any(_SPEAKS.search(t) for t in titles if len(t) < 160)
    score = min(0.97, best.score + (0.1 if named else 0.0))
    score = min(score, 0.6 + 0.5 * _share(section))  # in a long report it is an illustration: the report reads first
    return Claim(round(score, 3), (*best.reasons, *(("a title that speaks of performance",) if named else ())))


def _share(section: Section) -> float:
    """Which share of a section's words stands in its tables."""
    tabled = sum(len(c.words) for t in section.tables for c in t.cells)
    return tabled / max(1, tabled + sum(len(p.words) for p in section.paragraphs))


def read(section: Section) -> Iterator[Printed]:
    """The indicators of all scorecards of the section, in order."""
    framed = _cards(section)
    cards = _scorecards(section)
    refs: set[str] = set()
    if len(framed) > 1:
        for printed in kpi_cards.records(section, framed):
            refs.update({fold(printed.fields["ref"].text)} if "ref" in printed.fields else ())
            yield printed
    elif not cards:
        yield from records(section, blocks_of(section))
        return
    cards = [c for c in cards if not _holds_cards(c.table, framed)]
    over = titles_over(section, [c.table for c in cards])
    counted = count_up([c.name for c in cards if c.name is not None])
    pages = {p.number: p for p in section.pages}
    told = told_title(section, over.values())
    context = context_of(section) | ({"scorecard": told} if told is not None else {})
    for card in cards:
        card = replace(card, columns=dotted(card.columns, pages))
        above = over.get(id(card.table), Over(None, None))
        for printed in _indicators(card, above, context, pages, counted=counted):
            # a list in front of the cards says the same of the same indicators, in fewer words
            if "ref" not in printed.fields or fold(printed.fields["ref"].text) not in refs:
                yield printed


def _cards(section: Section) -> list[Card]:
    """The cards of a section, save what is a row of a scorecard with rules of its own."""
    tabled = [piece for t in section.tables if t.method != "text" and look(t).score >= READS for piece in t.pieces]
    return [
        c for c in cards_of(section) if not any(c.page == page and box.holds_middle_of(c.frame) for page, box in tabled)
    ]


def _holds_cards(table: Table, framed: Sequence[Card]) -> bool:
    """Whether a table without rules is made of the texts of cards."""
    pieces = [piece for piece in table.pieces if table.method == "text"]
    return any(
        c.page == page and box.overlap(c.frame) > 0.5 * c.frame.width * c.frame.height
        for c in framed
        for page, box in pieces
    )


@remembered(256)
def look(table: Table) -> Scorecard:
    """A table seen as a scorecard."""
    name = name_over(table)
    columns = assigned_columns(table, named=name is not None)
    score, reasons = _score(columns, table, named=name is not None)
    return Scorecard(table, columns, score, reasons, name)


def _score(columns: Sequence[Assigned], table: Table, *, named: bool) -> tuple[float, tuple[str, ...]]:
    held = {a.field for a in columns if a.field and a.confidence >= 0.5}
    values = sum(a.field == "value" for a in columns)
    if not (named or "kpi" in held) or table.rows - table.heading_rows < 1:
        return 0.0, ()
    headings = " ".join(c.text for a in columns for c in a.column.heading)
    evidence = {
        "the name of an indicator over its figures" if named else "a column of indicators": 0.25 if named else 0.3,
        "where they stand": 0.2 if "current" in held or values > 1 or (values and "target" in held) else 0.0,
        "where they stood, or others stand": 0.15 if held & {"previous", "benchmark"} or values > 2 else 0.0,
        "targets": 0.2 if held & {"target", "floor"} else 0.0,
        "colours or trends": 0.1 if held & {"rag", "trend", "previous_rag"} else 0.0,
        "headings that speak of indicators": 0.1
        if re.search(r"\b(?:indicator|kpi)s?\b", headings, re.IGNORECASE)
        else 0.0,
    }
    return min(0.95, sum(evidence.values())), tuple(name for name, points in evidence.items() if points)


def _scorecards(section: Section) -> list[Scorecard]:
    """The section's scorecards in order; a table without headings goes on with the columns of the one before it.

    Of tables under the same headings one may say by its cells what another does not: its columns are theirs.
    """
    found: list[Scorecard] = []
    looks = [look(table) for table in section.tables]
    named = {_headings(card): card for card in looks if card.score >= READS}
    for table, card in zip(section.tables, looks, strict=True):
        if card.score < READS - 0.1 and table.heading_rows and _headings(card) in named:
            card = _as(table, named[_headings(card)], 0.95)
        before = found[-1] if found else None
        if card.score >= READS - 0.1:
            found.append(card)
        elif before is not None and table.heading_rows == 0 and table.columns == before.table.columns:
            found.append(_as(table, before, 0.9))
    return found


def _headings(card: Scorecard) -> tuple[str, ...]:
    return tuple([fold(a.column.leaf) for a in card.columns])


def _as(table: Table, known: Scorecard, sure: float) -> Scorecard:
    """A table with the columns of another scorecard, which has as many."""
    pairs = zip(columns_of(table), known.columns, strict=True)
    columns = tuple(Assigned(own, column.field, column.confidence * sure) for own, column in pairs)
    return Scorecard(table, columns, known.score, known.reasons)


def _indicators(
    card: Scorecard, over: Over, context: Mapping[str, Field], pages: Mapping[int, Page], *, counted: bool
) -> Iterator[Printed]:
    scorecard = name_of_card(card.table, over)
    taken = heading_words(card.columns, card.table.repeated)
    held: dict[str, list[tuple[Cell, Assigned]]] = {}
    heads = form_heads(card.table, phrases("columns_scorecard"), ("section", "sub_objective", "lead", "period"))
    rows = [named_row(card.table, card.columns, card.name)] if card.name is not None else _rows(card)
    for number, row in enumerate(rows):
        fields = _fields(card, _grouped(row, held), scorecard, over) | heads
        if card.name is not None:
            ref, fields["kpi"] = with_number(fields["kpi"]) if counted else with_ref(fields["kpi"])
            fields |= {"ref": ref} if ref is not None else {}
        if "scorecard" in context and "scorecard" in fields:
            fields = of_part(fields, fields.pop("scorecard"))
        for name in ("rag", "previous_rag"):
            if name in row.cells:
                status = painted(fields.get(name) or field_of(row.cells[name], card.table.method), pages)
                fields |= {name: status} if status.text or status.fill or status.symbols else {}
        lines = (*over.lead_words, *over.period_words)
        other: tuple[Word, ...] = (*taken, *card.table.repeated, *lines) if number == 0 else ()
        yield Printed("kpis", fields, taken=other, confidence=0.95, context=context)


def _rows(card: Scorecard) -> list[Row]:
    return rows_of(card.table, card.columns, "kpi", notes=("comment", "columns_scorecard"))


def _grouped(row: Row, held: dict[str, list[tuple[Cell, Assigned]]]) -> Row:
    """A row with the section named beside the first row of its group, where its own cell is blank."""
    for name in ("section", "sub_objective"):
        cells = row.cells.get(name)
        if cells is None:
            continue
        key = " > ".join([name, *(band.text for band in row.bands)])
        if row.text(name):
            held[key] = cells
        elif key in held:
            row.cells[name] = held[key]
    return row


def _fields(card: Scorecard, row: Row, scorecard: Field | None, over: Over) -> dict[str, Field]:
    method = card.table.method
    fields = {"kpi": field_of(row.cells["kpi"], method)}
    if scorecard is not None:
        fields["scorecard"] = scorecard
    section, sub = _sections(row, over)
    fields |= {name: band for name, band in (("section", section), ("sub_objective", sub)) if band is not None}
    for name in ("section", "sub_objective"):
        held = field_of(row.cells[name], method) if row.cells.get(name) else None
        if held is not None and held.text:
            if name == "section" and "section" in fields:
                fields["sub_objective"] = held
            else:
                fields[name] = held
    for name in _PLAIN:
        if name in row.cells:
            held = field_of(row.cells[name], method)
            if held.text or held.fill or held.symbols:
                fields[name] = held
    if "lead" not in fields and over.lead is not None:
        fields["lead"] = over.lead
    if "period" not in fields and over.period is not None:
        fields["period"] = over.period
    for role, name in _TEXTS.items():
        cells = row.cells.get(role, [])
        groups = [[cell] for cell in cells] if role == "value" else [cells] if cells else []
        for place, group in enumerate(groups, start=1):
            held = field_of(group, method)
            if role == "value" and not held.text:  # blank where others have a figure: that period is not known
                if held.symbols or any(c.text.strip() for c in group[0][1].column.cells):
                    fields[f"{name}_{place}"] = held
            elif held.text or held.fill or held.symbols:
                fields[f"{name}_{place}" if role == "value" else name] = held
    return fields


def _sections(row: Row, over: Over) -> tuple[Field | None, Field | None]:
    """Section and sub-section of a row: its bands, or the heading between title and table."""
    heading = Field(over.heading.text, over.heading.words, confidence=0.85) if over.heading is not None else None
    bands = [_band_field(b) for b in row.bands]
    if not bands and over.outer is not None:
        return Field(over.outer.text, over.outer.words, confidence=0.85), heading
    if not bands:
        return heading, None
    return bands[0], (bands[1] if len(bands) > 1 else None)


def _band_field(cell: Cell) -> Field:
    page, box = cell.boxes[0]
    place = (page, (box.x0, box.top, box.x1, box.bottom))
    return Field(cell.text, cell.words, confidence=0.93, fill=cell.fill, symbols=cell.symbols, place=place)


FAMILY = Family("scorecard", claim, read, by_tables(0.97, without=0.95))

"""Tables seen as registers: how surely one is a register of risks, and which tables go on with the one before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.columns import Assigned, Column, columns_of, fit
from extract.registers.across import goes_across, joined
from extract.registers.evidence import assign_columns
from extract.registers.forms import in_cell, is_form, is_stage
from extract.registers.inner_lists import inner_lists
from extract.registers.keys_below import keys_below
from extract.registers.labelled_rows import labelled_rows
from extract.registers.layout import Layout, is_known, layout_of
from extract.registers.matrices import products
from extract.registers.rows import InnerRow
from extract.registers.turned import goes_on_beside, upright
from extract.registers.unheaded import FAMILY, MEASURES
from extract.registers.wording import STAGES, take_apart
from extract.remembering import remembered
from extract.wording import fold, likeness, phrases
from models.section import Section
from models.table import Table

SCORED = "more than one measure"  # of what speaks for a register, what hardly speaks for anything else
MEASURED, SPEAKS = "likelihood, impact or score", "headings that speak of risks"  # the same, of both together
MAY_BE = 0.25  # from this score on a table may be a register, where its section's title says so and nothing is surer
READS = 0.4  # from this score on a table of a section that is read as a register is one
_OF_RISKS = 0.6  # from which, scored, it is one whatever else its columns may be
_LINES = 3  # labels with their texts that make a form
_FEWEST_KNOWN = 2  # headings of a sheet that goes on with the columns of the one before
_STAGES_BESIDE = 2  # stages side by side, and measures below each other, that cross
_STAGED = 0.6  # share of the first texts of a table's rows; where so many name stages the rows are no risks
_REFERRED = 0.8  # share of the rows of a list of risks that have a reference with letters
_BAND = re.compile(r"\b\d{1,2}\s?(?:[–-]|to)\s?\d{1,3}\)?$")  # the numbers of a band, behind its name
_LONGEST_BAND = 8  # words
_RISK = re.compile(r"\brisks?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """A table seen as a register: its layout, its columns with their fields, how sure that it is one, and why."""

    table: Table
    layout: Layout
    columns: tuple[Assigned, ...]
    score: float
    reasons: tuple[str, ...]
    inner: Mapping[int, InnerRow] = field(default_factory=dict)  # rows of lists inside the register
    is_turned: bool = False  # it prints a risk a column

    @property
    def fields(self) -> tuple[str | None, ...]:
        return tuple(a.field for a in self.columns)


@remembered(256)
def look(table: Table) -> Register:
    """A table seen as a register, turned where it prints a risk a column."""
    turned = upright(table)
    if turned is not None and (seen := _look(turned)).score >= READS:
        return replace(seen, is_turned=True)
    return _look(table)


def _look(table: Table) -> Register:
    layout = layout_of(table)
    labelled = labelled_rows(table, layout)
    inner = {**(labelled or inner_lists(table, layout)), **keys_below(table, layout)}
    if labelled or (inner and not is_form(table)):
        apart = {*inner, *layout.bands, *table.notes, *(t.row for t in layout.titles)}
        bands = {row: band for row, band in layout.bands.items() if row not in inner}
        layout = replace(layout, bands=bands, columns=columns_of(table, layout.heading_rows, apart))
    elif inner or table.columns < 3 or is_form(table) or products(table) or _is_made_of_parts(table, layout):
        return Register(table, layout, (), 0.0, ())
    columns = assign_columns(layout.columns, table.rows - layout.heading_rows - len(inner))
    score, reasons = _score(columns, layout)
    return Register(table, layout, columns, score, reasons, inner)


def registers_of(section: Section, least: float = READS, *, beside: bool = False) -> list[Register]:
    """The section's registers in order; a table without headings goes on with the columns of the one before it.

    `least` is the score from which a table is one; `beside` says that risks stand in forms beside the tables.
    """
    found: list[Register] = []
    sheets: list[Register] = []  # side by side, of the last register found
    below: list[Register] = []  # the sheets that go on below these, as far as they are met
    sure = beside or any(look(table).score >= READS for table in section.tables)
    for table in section.tables:
        register = look(table)
        if register.score >= least or (sure and _lists_risks(register)):
            found.append(register)
            sheets, below = [register], []
        elif found and (more := _continued(_as_before(register, found[-1]), found[-1])) is not None:
            found.append(more)
        elif found and (wider := _widened(found[-1], register)) is not None:
            found[-1] = wider
            sheets.append(register)
        elif len(sheets) > 1:
            below = [*below, register] if _goes_below(register, sheets[len(below)], below) else []
            if len(below) == len(sheets):
                more = _continued(look(_side_by_side(below)), found[-1])
                found += [more] if more is not None else []
                below = []
    return found


def _as_before(register: Register, before: Register) -> Register:
    """A table turned as the register before it was, where it has as many values a risk."""
    further = goes_on_beside(before.table, register.table) if before.is_turned else None
    return Register(further, layout_of(further), (), 0.0, (), is_turned=True) if further is not None else register


def _goes_below(register: Register, sheet: Register, before: Sequence[Register]) -> bool:
    """Whether a table goes on below one of several sheets side by side: it has its columns, no headings, and as many rows as
    those before it."""
    alike = not register.layout.known and register.table.columns == sheet.table.columns
    return alike and all(register.table.rows == b.table.rows for b in before)


def _side_by_side(sheets: Sequence[Register]) -> Table:
    table, layout = sheets[0].table, sheets[0].layout
    for sheet in sheets[1:]:
        table = joined(table, layout, sheet.table, sheet.layout)
        layout = layout_of(table)
    return table


def _widened(before: Register, register: Register) -> Register | None:
    """A register with the columns that its sheets had no room for, where the next table prints these."""
    left, right, layout = before.table, register.table, register.layout
    if register.inner or before.inner or right.first_page == left.first_page or layout.known < _FEWEST_KNOWN:
        return None
    columns = register.columns or assign_columns(layout.columns, right.rows - layout.heading_rows)
    if not goes_across(left, before.layout, right, layout, columns):
        return None
    wider = look(joined(left, before.layout, right, layout))
    return wider if wider.score >= before.score else None


def _lists_risks(register: Register) -> bool:
    """Whether a table beside a register is a list of other risks, of emerging or closed ones: a reference and a risk a row."""
    held = {a.field: a.column for a in register.columns}
    if register.score < MAY_BE or not {"ref", "title"} <= held.keys():
        return False
    return held["ref"].looks.get("ref", 0.0) > _REFERRED and _RISK.search(held["title"].leaf) is not None


def _is_made_of_parts(table: Table, layout: Layout) -> bool:
    """Whether a table is boxes of one form or lines of labels, and no rows of risks."""
    staged = _has_stages(layout) or _has_measures(layout) or _is_box_of_scores(table, layout)
    return staged or _has_labels(table, layout) or _has_labelled_lines(table)


def _is_box_of_scores(table: Table, layout: Layout) -> bool:
    """Whether a table is the scores of one risk: a row, and headings that are all measures but for none over its name."""
    if table.rows != layout.heading_rows + 1 or not layout.columns or layout.columns[0].leaf:
        return False
    known = [likeness(c.leaf, phrases("columns_register")).keys() for c in layout.columns[1:]]
    return len(known) > 1 and all(k & {*MEASURES, "rating"} for k in known)


def _has_labelled_lines(table: Table) -> bool:
    """Whether alignment alone made a table out of a form's lines `Cause: …`, `Owner: …`, each of its labels there once."""
    if table.method != "text":
        return False
    labels = [fold(pair[0][0].text) for cell in table.cells if (pair := in_cell(cell)) is not None]
    return len(labels) >= _LINES and len(set(labels)) == len(labels)


def _has_stages(layout: Layout) -> bool:
    """Whether the rows are the stages of one risk (`Inherent`, `Current`, `Target`), or of several, not risks."""
    first = [c for c in layout.columns[0].cells if c.text] if layout.columns else []
    stages = [take_apart(c.text).stage if is_stage(c) else None for c in first]
    if len(first) > 1 and sum(s is not None for s in stages) > _STAGED * len(first):
        return True
    return any(a and b and a != b and one.row + one.row_span == two.row
               for (a, one), (b, two) in pairwise(zip(stages, first, strict=True)))  # fmt: skip


def _has_measures(layout: Layout) -> bool:
    """Whether the rows are the measures of one risk (`Likelihood`, `Impact`, `Score`) under its stages, side by side."""
    staged = sum(any(map(is_stage, c.heading)) for c in layout.columns[1:])
    if staged < _STAGES_BESIDE:
        return False
    known = (likeness(c.text, phrases("columns_register")).keys() for c in layout.columns[0].cells if c.text)
    return sum(any(m in k for m in MEASURES) for k in known) >= _STAGES_BESIDE


def _has_labels(table: Table, layout: Layout) -> bool:
    """Whether a row below the headings is one of labels again, others than those above: boxes of one form, not rows."""
    above = {fold(t) for c in layout.columns for t in c.path}
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.row >= layout.heading_rows and cell.text:
            rows.setdefault(cell.row, []).append(cell.text)
    return any(len(texts) > 1 and all(is_known(t) and fold(t) not in above for t in texts) for texts in rows.values())


def _score(columns: Sequence[Assigned], layout: Layout) -> tuple[float, tuple[str, ...]]:
    """How surely a table is a register of risks: what its columns hold, and whether its headings speak of risks."""
    held = {a.field for a in columns if a.field and a.confidence >= 0.5}
    told = {a.field for a in columns if a.field and a.column.leaf and is_known(a.column.leaf)}
    measured = [f for f in held if _measure(f) is not None]
    worded = [f for f in measured if f in told]
    if not held & {"title", "description"}:
        return 0.0, ()
    evidence = {
        "a statement of the risk": 0.1 if told & {"title", "description"} else 0.05,
        MEASURED: 0.3 if worded else 0.15 if len(measured) > 1 else 0.0,
        SCORED: 0.1 if len(worded) > 1 else 0.0,
        "a rating": 0.15 if "rating" in told else 0.0,
        "cause or consequence": 0.15 if held & {"cause", "consequence"} else 0.0,
        "controls or mitigations": 0.1 if held & {"control", "activity", "action"} else 0.0,
        "owners": 0.05 if "owner" in held else 0.0,
        "references": 0.05 if "ref" in held else 0.0,
        "trends": 0.05 if "trend" in held else 0.0,
        SPEAKS: 0.15 if any(_RISK.search(t) for c in layout.columns for t in c.path) else 0.0,
    }
    score = min(0.95, sum(evidence.values()))
    if score >= MAY_BE and any(a.field == "title" and _is_scale(a.column) for a in columns):
        return 0.0, ()
    return score, tuple(name for name, points in evidence.items() if points)


def is_of_risks(register: Register, acts: Column) -> bool:
    """Whether a table whose column `acts` may hold commitments is a register: it states risks, before what is done, and scores them."""
    reasons, columns = register.reasons, register.layout.columns
    stated = next((n for n, a in enumerate(register.columns) if a.field in {"title", "description"}), len(columns))
    before = stated < next((n for n, c in enumerate(columns) if c.leaf == acts.leaf), 0)
    scored = SCORED in reasons or (before and {MEASURED, SPEAKS} <= set(reasons))
    return register.score >= _OF_RISKS and scored


def _is_scale(column: Column) -> bool:
    """Whether the rows of a table are the bands of a scale, not risks: `High Risk (12 – 16)`, `Medium (4 to 9)`."""
    texts = [c.text for c in column.cells if c.text]
    return len(texts) > 1 and all(len(t.split()) <= _LONGEST_BAND and _BAND.search(t) for t in texts)


def _continued(register: Register, before: Register) -> Register | None:
    """A table without headings under the columns of the register before it, where its cells suit them."""
    columns = register.layout.columns
    if register.layout.known or len(columns) != len(before.columns) or products(register.table):
        return None
    known = [(own, b) for own, b in zip(columns, before.columns, strict=True) if b.field not in {None, "other"}]
    suits = [fit(FAMILY, _measure(b.field) or str(b.field), own.looks) for own, b in known]
    if not suits or sum(suits) / len(suits) < 0.3:
        return None
    assigned = tuple(
        Assigned(replace(b.column, index=own.index, cells=own.cells, looks=own.looks), b.field, b.confidence * 0.9)
        for own, b in zip(columns, before.columns, strict=True)
    )
    return Register(
        register.table, register.layout, assigned, before.score, before.reasons, is_turned=register.is_turned
    )


def _measure(name: str | None) -> str | None:
    stage, _, measure = str(name).partition("_")
    return measure if stage in STAGES and measure in MEASURES else None

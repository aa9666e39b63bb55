"""Risk registers as a table: spreadsheet prints, slides, tables of a text document, tables without rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.columns import Assigned
from extract.families import Claim, Family
from extract.registers.build import risk_records
from extract.registers.categories import with_categories
from extract.registers.evidence import assign_columns
from extract.registers.facts import register_facts
from extract.registers.forms import is_form
from extract.registers.layout import Layout, layout_of
from extract.registers.rows import RiskRows, read_rows
from extract.registers.slides import read_slides
from models.record import Printed
from models.section import Section
from models.table import Table

READS = 0.5
_RISK = re.compile(r"\brisks?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """A table seen as a register: its layout, its columns with their fields, how sure that it is one, and why."""

    table: Table
    layout: Layout
    columns: tuple[Assigned, ...]
    score: float
    reasons: tuple[str, ...]


def claim(section: Section) -> Claim:
    """As sure as of its surest table; a section that speaks of risks in its title is likelier to hold a register."""
    best = max((look(t) for t in section.tables), key=lambda r: r.score, default=None)
    if best is None or best.score < 0.3:
        return Claim(0.0)
    titles = [p.text for p in (section.paper.title, section.heading) if p is not None]
    named = any(_RISK.search(t) for t in titles)
    score = min(0.98, best.score + (0.1 if named else 0.0))
    return Claim(round(score, 3), (*best.reasons, *(("a title that names risks",) if named else ())))


def read(section: Section) -> Iterable[Printed]:
    """The register's risks with their parts, then the controls printed apart from the table."""
    registers = _registers(section)
    facts = register_facts(section, [r.layout for r in registers])
    found: list[tuple[RiskRows, str]] = []
    before: tuple[Register, RiskRows] | None = None
    for register in registers:
        follows = before is not None and _fields(before[0]) == _fields(register)
        last = before[1] if before is not None and follows else None
        rows = read_rows(register.table, register.layout, register.columns, last)
        found.extend((row, register.table.method) for row in rows)
        newest = rows[-1] if rows else last
        if newest is not None:
            before = (register, newest)
    records = [r for row, method in with_categories(found) for r in risk_records(row, facts, method)]
    yield from records
    yield from read_slides(section.paragraphs, [r for r in records if r.view == "risks"])


@lru_cache(maxsize=256)
def look(table: Table) -> Register:
    """A table seen as a register."""
    layout = layout_of(table)
    if is_form(table):
        return Register(table, layout, (), 0.0, ())
    columns = assign_columns(layout.columns, table.rows - layout.heading_rows)
    score, reasons = _score(columns, layout)
    return Register(table, layout, columns, score, reasons)


def _score(columns: Sequence[Assigned], layout: Layout) -> tuple[float, tuple[str, ...]]:
    """How surely a table is a register of risks: what its columns hold, and whether its headings speak of risks."""
    held = {a.field for a in columns if a.field and a.confidence >= 0.5}
    measured = [f for f in held if f.endswith(("_likelihood", "_impact_score", "_score", "_both"))]
    stated = bool(held & {"title", "description"})
    if not stated or len(columns) < 3:
        return 0.0, ()
    evidence = {
        "a statement of the risk": 0.1,
        "likelihood, impact or score": 0.3 if measured else 0.0,
        "more than one measure": 0.1 if len(measured) > 1 else 0.0,
        "a rating": 0.15 if "rating" in held else 0.0,
        "cause or consequence": 0.15 if held & {"cause", "consequence"} else 0.0,
        "controls or mitigations": 0.1 if held & {"control", "activity", "action"} else 0.0,
        "owners": 0.05 if "owner" in held else 0.0,
        "references": 0.05 if "ref" in held else 0.0,
        "trends": 0.05 if "trend" in held else 0.0,
        "headings that speak of risks": 0.15 if any(_RISK.search(t) for c in layout.columns for t in c.path) else 0.0,
    }
    return min(0.95, sum(evidence.values())), tuple(name for name, points in evidence.items() if points)


def _registers(section: Section) -> list[Register]:
    """The section's registers in order; a table without headings goes on with the columns of the one before it."""
    found: list[Register] = []
    for table in section.tables:
        register = look(table)
        before = found[-1] if found else None
        if register.score >= READS - 0.1:
            found.append(register)
        elif before is not None and register.layout.known == 0 and table.columns == before.table.columns:
            found.append(_continued(register, before))
    return found


def _continued(register: Register, before: Register) -> Register:
    columns = tuple(
        Assigned(own, known.field, known.confidence * 0.9)
        for own, known in zip(register.layout.columns, before.columns, strict=True)
    )
    return Register(register.table, register.layout, columns, before.score, before.reasons)


def _fields(register: Register) -> tuple[str | None, ...]:
    return tuple(a.field for a in register.columns)


FAMILY = Family("register", claim, read)

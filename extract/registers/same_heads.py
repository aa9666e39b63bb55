"""Tables of one paper under the same headings, a section of the register each: their columns hold the same, however each looks alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.columns import Column
from extract.looks import profile
from extract.registers.evidence import assign_columns
from extract.registers.tables import Register

Heads = tuple[tuple[str, ...], ...]


def agreed(registers: Sequence[Register]) -> list[Register]:
    """The registers, those under the same headings with the same fields: told by the cells of all of them together."""
    groups: dict[Heads, list[Register]] = {}
    for register in registers:
        groups.setdefault(_heads(register), []).append(register)
    apart = [group for group in groups.values() if len({g.fields for g in group}) > 1]
    told = {id(r.table): r for group in apart for r in _together(group)}
    return [told.get(id(register.table), register) for register in registers] if told else list(registers)


def _together(group: Sequence[Register]) -> list[Register]:
    """Registers under one set of headings, each with the fields that all their cells together tell."""
    rows = sum(r.table.rows - r.layout.heading_rows - len(r.inner) for r in group)
    columns = [_pooled([a.column for a in of_one]) for of_one in zip(*(r.columns for r in group), strict=True)]
    told = assign_columns(columns, rows)
    return [
        replace(r, columns=tuple(replace(t, column=a.column) for a, t in zip(r.columns, told, strict=True)))
        for r in group
    ]


def _pooled(columns: Sequence[Column]) -> Column:
    cells = tuple(cell for column in columns for cell in column.cells)
    return replace(columns[0], cells=cells, looks=profile(cells))


def _heads(register: Register) -> Heads:
    return tuple(a.column.path for a in register.columns)

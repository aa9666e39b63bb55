"""Profile forms, one risk a form: its tables and the lists below its headings, gathered risk by risk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.columns import Assigned, Column
from extract.looks import profile
from extract.registers.evidence import assign_columns
from extract.registers.forms import LABELLED, Form, form_of, is_form, named, split_words
from extract.registers.layout import is_known
from extract.registers.rows import RiskRows
from extract.registers.slides import kind_of
from extract.registers.tables import READS, look
from models.geometry import box_around
from models.page import Word
from models.section import Paragraph, Section
from models.table import Cell, Table

_SCORED = ("_likelihood", "_impact_score", "_score", "_both")
_RISK = re.compile(r"\brisks?\b", re.IGNORECASE)


@dataclass(slots=True)
class Profile:
    """One risk's form as it is gathered: labelled values, actions, and items under headings by their kind."""

    values: list[Column] = field(default_factory=list)
    actions: list[dict[str, list[tuple[Cell, Assigned]]]] = field(default_factory=list)
    items: list[tuple[str, Paragraph, tuple[Word, ...]]] = field(default_factory=list)
    method: str = "lattice"


def gather(section: Section) -> list[Profile]:
    """The profiles of a section in order. A form that names a risk begins one; what follows belongs to it."""
    found: list[Profile] = []
    kind: str | None = None
    heading: list[Word] = []
    name: tuple[Column, ...] = ()
    for block in section.blocks:
        if isinstance(block, Table):
            form = form_of(block)
            if _begins(form, block, found, name):
                found.append(Profile(values=list(name), method=block.method))
                name = ()
            if found and look(block).score < READS and (is_form(block) or form.known or form.actions):
                found[-1].values.extend(form.values)
                found[-1].actions.extend(form.actions)
            kind = None
        elif isinstance(block, Paragraph):
            told = kind_of(block.text.rstrip(": ")) if block.marker is None and _stands_out(block) else None
            if told is not None:
                kind, heading = told, list(block.all_words)
            elif _stands_out(block):
                kind, name = None, _name_in(block)
            elif found and kind is not None:
                found[-1].items.append((kind, block, (*heading, *block.marker_words)))
                heading = []
            elif found and (pair := _labelled(block)) is not None:
                found[-1].values.append(pair)
    return found


def rows_of(gathered: Profile) -> RiskRows:
    """A profile's values assigned to their fields, as the rows of a register are."""
    rows = RiskRows(None)
    values = [Column(i, v.heading, v.cells, v.looks) for i, v in enumerate(gathered.values)]
    for assigned in assign_columns(values, 1):
        held = assigned.field
        for cell in assigned.column.cells:
            if held == "trend":
                rows.trends.append((cell, assigned))
            elif held in {None, "other"} or str(held).startswith("action"):
                rows.others.append((cell, assigned))
            else:
                rows.cells.setdefault(str(held), []).append((cell, assigned))
    actions = [v for v in rows.others if v[1].field == "action"]
    rows.others = [v for v in rows.others if v not in actions]
    rows.actions = [{"action": [a]} for a in actions] + gathered.actions
    return rows


def score_of(profile: Profile) -> float:
    """How much a form says of a risk: 0 where it states none."""
    rows = rows_of(profile)
    held = set(rows.cells)
    if not held & {"title", "description"}:
        return 0.0
    evidence = (
        0.2,
        0.2 if any(f.endswith(_SCORED) for f in held) else 0.0,
        0.1 if "rating" in held else 0.0,
        0.1 if held & {"cause", "consequence"} else 0.0,
        0.1 if held & {"control", "activity"} or rows.actions or profile.items else 0.0,
        0.1 if "owner" in held else 0.0,
        0.05 if "ref" in held else 0.0,
        0.1 if any(_RISK.search(t) for v in profile.values for t in v.path) else 0.0,
    )
    return sum(evidence)


def _is_name(value: Column) -> bool:
    return assign_columns([value], 1)[0].field in {"ref", "title"}


def _begins(form: Form, table: Table, found: Sequence[Profile], name: tuple[Column, ...]) -> bool:
    if not is_form(table):
        return False
    names = [v.leaf.casefold() for v in form.values if _is_name(v)]
    if not found:
        return bool(names or name)
    before = {v.leaf.casefold() for v in found[-1].values}
    return bool(name) or any(n in before for n in names)


def _stands_out(paragraph: Paragraph) -> bool:
    return paragraph.marker is None and (paragraph.heading_level is not None or paragraph.bold)


def _name_in(paragraph: Paragraph) -> tuple[Column, ...]:
    """Reference and title out of a form's heading (`CR05 – A flood closes the depot`); () where it has none."""
    found = named(paragraph.text)
    if found is None:
        return ()
    ref, title = (_cell(t, w) for t, w in zip(found, split_words(found, paragraph.all_words), strict=True))
    return _column("Risk ref", ref), _column("Risk title", title)


def _labelled(paragraph: Paragraph) -> Column | None:
    """`Risk owner: Ann Lee` as a labelled value, where the label is known."""
    match = LABELLED.match(paragraph.text)
    if match is None or not is_known(match.group(1)):
        return None
    count = len(match.group(1).split())
    return _column(match.group(1), _cell(match.group(2), paragraph.all_words[count:] or paragraph.all_words))


def _cell(text: str, words: Sequence[Word]) -> Cell:
    box = box_around(words)
    return Cell(0, 0, 1, 1, words[0].page, ((words[0].page, box),), tuple(words), text)


def _column(label: str, value: Cell) -> Column:
    heading = Cell(0, 0, 1, 1, value.page, value.boxes, (), label, is_heading=True)
    return Column(0, (heading,), (value,), profile((value,)))

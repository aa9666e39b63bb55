"""Several fields of a risk one below the other in one column, which its heading lists: `Risk no, title, creation date, owner`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.columns import Assigned
from extract.looks import look_of
from extract.meeting.pieces import is_bold
from extract.registers.labels import labelled_parts
from extract.registers.references import reference_at_head
from extract.registers.rows import RiskRows, Sourced
from extract.registers.stacked_headings import stack_of
from extract.text import lines_of, text_of
from models.page import Word
from models.table import Cell

_SURE = 0.9
_WHO = frozenset({"name", "post", "initials"})
_FEWEST = 0.6  # share of the risks that print all that the heading lists


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines of a stack that are one value."""

    cell: Cell
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return text_of(self.words)


def with_stacks(risks: Sequence[RiskRows]) -> None:
    """Part the stacks of a register's risks, where most of them print what the heading lists."""
    stacked = [
        (risk, fields, found) for risk in risks if (found := risk.cells.get("title")) and (fields := _listed(found))
    ]
    parted = [(risk, found, _parts(found, fields)) for risk, fields, found in stacked]
    if not parted or sum(bool(parts) for _, _, parts in parted) < _FEWEST * len(parted):
        return
    for risk, found, parts in parted:
        if parts:
            _put(risk, found, parts)


def _listed(sourced: Sequence[Sourced]) -> tuple[str, ...]:
    return stack_of(sourced[0][1].column.leaf)


def _parts(sourced: Sequence[Sourced], fields: Sequence[str]) -> dict[str, list[_Run]]:
    """Field -> its lines; {} where these are not what the heading lists."""
    if labelled_parts([cell for cell, _ in sourced]):
        return {}
    runs = list(_runs([cell for cell, _ in sourced], owner_first=fields[0] == "owner"))
    found: dict[str, list[_Run]] = {}
    if "ref" in fields:
        at, count = _reference(runs)
        if at is None:
            return {}
        run = runs.pop(at)
        found["ref"] = [replace(run, words=run.words[:count])]
        if run.words[count:]:
            runs.insert(at, replace(run, words=run.words[count:]))
    left = [f for f in fields if f != "ref"]
    dates = [run for run in runs if look_of(run.text) == "date"]
    if dates and "date" in left:
        found["date"] = dates
        at = runs.index(dates[0])
        before, behind = runs[:at], [r for r in runs[at:] if r not in dates]
        where = left.index("date")
        return found if _share(before, left[:where], found) and _share(behind, left[where + 1 :], found) else {}
    return found if _share(runs, [f for f in left if f != "date"], found) else {}


def _share(runs: Sequence[_Run], fields: Sequence[str], found: dict[str, list[_Run]]) -> bool:
    """Puts runs into fields, in the order of both: a field a run where they are as many, and what is over to the title."""
    if not runs:
        return "title" not in fields
    if not fields:
        return False
    cells = list(dict.fromkeys(id(r.cell) for r in runs))
    if len(cells) == len(fields):  # each has a cell of its own
        for name, cell in zip(fields, cells, strict=True):
            found[name] = [r for r in runs if id(r.cell) == cell]
        return True
    if "owner" not in fields:
        found[fields[0]] = list(runs)
        return True
    first = fields.index("owner") == 0
    owner = runs[0] if first else runs[-1]
    if len(fields) > 1 and (len(runs) < 2 or look_of(owner.text) not in _WHO):
        found["title"] = list(runs)  # nobody is named
        return True
    found["owner"] = [owner]
    if len(fields) > 1:
        found["title"] = list(runs[1:] if first else runs[:-1])
    return len(fields) > 1 or len(runs) == 1


def _runs(cells: Sequence[Cell], *, owner_first: bool) -> Iterator[_Run]:
    """The lines of a stack, those that are one text joined: in one cell, in one type, with no date or person of its own."""
    for cell in cells:
        lines = lines_of(cell.words) if cell.words else []
        run: list[Word] = []
        for line in lines:
            named = run if owner_first else line if line is lines[-1] else ()
            if run and _are_apart(run, line, named):
                yield _Run(cell, tuple(run))
                run = []
            run = [*run, *line]
        if run:
            yield _Run(cell, tuple(run))


def _are_apart(run: Sequence[Word], line: Sequence[Word], named: Sequence[Word]) -> bool:
    """Whether a line is another value than those before it. `named` are the words that may say who."""
    if is_bold(run) != is_bold(line) or "date" in {look_of(text_of(run)), look_of(text_of(line))}:
        return True
    return look_of(text_of(named)) in _WHO


def _reference(runs: Sequence[_Run]) -> tuple[int | None, int]:
    """In which of the first two runs a reference stands at the head, and how many words it has."""
    for at, run in enumerate(runs[:2]):
        if count := reference_at_head(run.words):
            return at, count
    return None, 0


def _put(risk: RiskRows, sourced: Sequence[Sourced], parts: dict[str, list[_Run]]) -> None:
    column = sourced[0][1]
    del risk.cells["title"]
    for name, runs in parts.items():
        for run in runs:
            cell = replace(run.cell, words=run.words, text=run.text, symbols=())
            if name == "date":
                risk.others.append((cell, column))
            else:
                part = Assigned(column.column, name, min(column.confidence, _SURE))
                risk.cells.setdefault(name, []).append((cell, part))

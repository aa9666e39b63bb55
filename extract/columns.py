"""Which column of a table holds which field: all columns are assigned together, by evidence and not by position.

A family scores how well each column fits each of its fields (heading words, group heading, what the cells look
like); here the best assignment of the whole table is found. How much worse the next best is for a column is its
confidence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from extract.assignment import best, sums_elsewhere
from extract.bilingual import spoken
from extract.looks import Profile, profile
from extract.remembering import remembered
from extract.vocabularies import rows
from extract.wording import Phrase, hints, likeness, phrases
from models.lazy import lazy
from models.table import Cell, Table

NOTHING = 0.3  # what a column scores as none of the fields: anything weaker is no evidence
_FORBIDDEN = -10.0
_NONE_FITS = 0.98  # how sure it is that a column is none of the fields where nothing at all speaks for one
_HINTED = 0.6  # what the words of a heading weigh where no known heading covers it
_GUESSED = 0.12  # what the cells alone weigh more than nothing, where the heading says nothing at all
_IN_PART = 0.8  # what half of a heading weighs that names two things
_PARTED = re.compile(r"\s*[/&|+]\s*|\s+and\s+")
_LEAST_GUESS = 0.6  # how well cells must suit a field to be taken for it without a heading
_UNIT = frozenset({"£m", "£", "£k", "£000", "£000s", "£'000", "%", "£million", "no.", "days"})


@dataclass(frozen=True, eq=False)
class Column:
    """One column of a table: the headings over it, outermost first, and the body cells that begin in it."""

    index: int
    heading: tuple[Cell, ...]
    cells: tuple[Cell, ...]
    looks: Profile  # share of its filled cells with each look
    spoken: tuple[str, ...] = ()  # what the headings say, where they are printed in two languages

    @lazy
    def printed(self) -> tuple[str, ...]:
        """The heading texts as they are printed, outermost first."""
        return tuple([c.text for c in self.heading])

    @lazy
    def path(self) -> tuple[str, ...]:
        """The heading texts, outermost first, in one language."""
        return self.spoken or self.printed

    @lazy
    def leaf(self) -> str:
        """The innermost heading that is more than a unit; "" where none stands."""
        return next((t for t in reversed(self.path) if t.strip().casefold() not in _UNIT), "")

    @lazy
    def groups(self) -> tuple[str, ...]:
        """The headings over the leaf, innermost first."""
        path = [t for t in self.path if t.strip().casefold() not in _UNIT]
        return tuple(reversed(path[:-1]))


@dataclass(frozen=True, slots=True, eq=False)
class Assigned:
    """A column and the field it holds (None: none of them), with the chance that this is right."""

    column: Column
    field: str | None
    confidence: float


def columns_of(table: Table, heading_rows: int | None = None, left_out: Collection[int] = ()) -> tuple[Column, ...]:
    """The columns of a table. `left_out` are body rows that are no rows of the list: bands, totals."""
    last = table.heading_rows if heading_rows is None else heading_rows
    return _columns(table, last, frozenset(left_out))


@remembered(256)  # each family that looks at a table asks for its columns
def _columns(table: Table, last: int, left_out: frozenset[int]) -> tuple[Column, ...]:
    columns = []
    languages = spoken(table)
    headings = [c for c in table.cells if c.row < last and c.text.strip()]
    bodies: list[list[Cell]] = [[] for _ in range(table.columns)]
    for cell in table.cells:
        if cell.row >= last and cell.row not in left_out:
            bodies[cell.column].append(cell)
    for index in range(table.columns):
        over = [c for c in headings if c.column <= index <= c.last_column]
        over = [c for i, c in enumerate(over) if c.row not in left_out and (i == 0 or c.text != over[i - 1].text)]
        cells = tuple(bodies[index])
        heading = tuple(sorted(over, key=lambda c: c.row))
        said = tuple(languages.get(c, c.text) for c in heading) if languages else ()
        columns.append(Column(index, heading, cells, profile(cells), said))
    return tuple(columns)


def fit(name: str, field: str, looks: Profile) -> float:
    """How well a column's cells suit a field by `column_fits.csv`: -1 (never) to 1 (just so); 0 where all are empty."""
    known = fits(name).get(field)
    if known is None or not looks:
        return 0.0
    return sum([share * known.get(look, known.get("*", 0.0)) for look, share in looks.items()])


@cache
def fits(name: str) -> Mapping[str, Mapping[str, float]]:
    """Field -> look -> fit, of one family in `column_fits.csv`; the look `*` is any other."""
    found: dict[str, dict[str, float]] = {}
    for row in rows("column_fits"):
        if row["family"] == name:
            for field in row["field"].split():
                found.setdefault(field, {}).update(dict.fromkeys(row["look"].split(), float(row["fit"])))
    return MappingProxyType(found)


def weigh(heading: float, suits: float) -> float:
    """One score from how well the heading (0..1) and the cells (-1..1) speak for a field."""
    return heading * (0.65 + 0.35 * suits)


def score_by_vocabulary(
    columns: Sequence[Column], known: Sequence[Phrase], looks: str, guessed: Collection[str] = ()
) -> list[dict[str, float]]:
    """The plain scoring, enough for a list whose headings stand alone: heading words and the looks of the cells.

    `guessed` are the fields that the cells alone, or single words of an unknown heading, may speak for: weakly, and
    for the first such column more than for the next.
    """
    scores = []
    for column in columns:
        heading = likeness(column.leaf, known)
        whole = " ".join(column.path)
        for canonical, score in likeness(whole, known).items() if whole != column.leaf else ():
            heading[canonical] = max(heading.get(canonical, 0.0), score)
        suits = {field: fit(looks, field, column.looks) for field in {*heading, *guessed}}
        found = {field: weigh(score, suits[field]) for field, score in heading.items()}
        # an empty column under its neighbour's heading: the neighbour comes first
        if not column.looks and column.heading and any(c.column < column.index for c in column.heading[-1:]):
            scores.append({field: 0.9 * score for field, score in found.items()})
            continue
        if guessed and max(found.values(), default=0.0) < NOTHING:
            found |= _in_parts(column, known, looks)
        if guessed and max(found.values(), default=0.0) < NOTHING:
            found |= _guesses(column, known, {f: suits[f] for f in guessed})
        scores.append(found)
    return scores


def _in_parts(column: Column, known: Sequence[Phrase], looks: str) -> dict[str, float]:
    """What the parts of a heading that names two things speak for (`Meeting / minute`): the cells say which it is."""
    parts = [p for p in _PARTED.split(column.leaf) if p.strip()]
    found: dict[str, float] = {}
    for part in parts if len(parts) > 1 else ():
        for field, score in likeness(part, known).items():
            suits = fit(looks, field, column.looks)
            found[field] = max(found.get(field, 0.0), weigh(_IN_PART * score, suits))
    return found


def _guesses(column: Column, known: Sequence[Phrase], suits: Mapping[str, float]) -> dict[str, float]:
    """What an unknown heading's single words and the cells speak for."""
    hinted = hints(column.leaf, known)
    found = {f: weigh(_HINTED * hinted.get(f, 0.0), s) for f, s in suits.items()}
    for field, suit in suits.items():
        if suit >= _LEAST_GUESS:
            found[field] = max(found[field], NOTHING + _GUESSED * suit - 0.004 * column.index)
    return {f: score for f, score in found.items() if score > NOTHING}


def assign_by_vocabulary(
    columns: Sequence[Column], vocabulary: str, looks: str = "", many: Collection[str] = ()
) -> tuple[Assigned, ...]:
    """Columns to the canonical forms of `vocabulary/<vocabulary>.csv`; `looks` is the family of `column_fits.csv`."""
    return assign(columns, score_by_vocabulary(columns, phrases(vocabulary), looks or vocabulary), many)


def assign(
    columns: Sequence[Column], scores: Sequence[Mapping[str, float]], many: Collection[str] = ()
) -> tuple[Assigned, ...]:
    """The assignment with the highest sum: each field once (those of `many` often), each column at most one.

    The confidence of a column is how much the sum falls when this column may not have what it got.
    """
    told = [i for i, score in enumerate(scores) if any(value > 0 for value in score.values())]
    if not told:
        return tuple(Assigned(column, None, _NONE_FITS) for column in columns)
    single = sorted({f for s in scores for f, v in s.items() if v > 0 and f not in many})
    repeated = sorted({f for s in scores for f, v in s.items() if v > 0 and f in many})
    # a column for which nothing speaks takes nothing from the others: only those of which something is told contend
    slots: list[str | None] = [*single, *(f for f in repeated for _ in told), *([None] * len(told))]
    gain = [[_gain(scores[i], field) for field in slots] for i in told]
    chosen = best(gain)
    total = sum(row[place] for row, place in zip(gain, chosen, strict=True))
    fields = [slots[place] for place in chosen]
    refused = [
        [_FORBIDDEN if slot == field else value for value, slot in zip(row, slots, strict=True)]
        for row, field in zip(gain, fields, strict=True)
    ]
    result = [Assigned(column, None, _NONE_FITS) for column in columns]
    for row, worth in enumerate(sums_elsewhere(gain, refused)):
        sure = _confidence(gain[row][chosen[row]], total - worth, fields[row])
        result[told[row]] = Assigned(columns[told[row]], fields[row], sure)
    return tuple(result)


def _gain(score: Mapping[str, float], field: str | None) -> float:
    value = NOTHING if field is None else score.get(field, 0.0)
    return value if value > 0 else _FORBIDDEN


def _confidence(score: float, margin: float, field: str | None) -> float:
    if field is None:
        return round(min(0.98, 0.75 + margin), 3)
    return round(max(0.05, min(0.98, 0.55 + 0.75 * min(margin, 0.5) + 0.2 * (score - 0.5))), 3)

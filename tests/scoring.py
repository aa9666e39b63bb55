"""How near the rows of a view come to the rows that a sample's author says are right.

Rows are paired one to one, the likest first, by the columns that tell a row of the view from its neighbours. Then every
column that the author states is compared: a field is right, wrong, missing, or there where nothing should be.
F1 = 2 right / (2 right + false + missed), a wrong field being both false and missed.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import fuzz, process

from models.contract import VIEWS, Column

Row = Mapping[str, object]
SAME_ROW = 0.5  # less alike than this, two rows are not about the same thing
FOLDED = str.maketrans({**dict.fromkeys("‘’‛`", "'"), **dict.fromkeys("“”„", '"'), **dict.fromkeys("‐‑‒–—―−", "-")})
TRUTH = {"1": "true", "0": "false"}


@dataclass
class Score:
    """Fields counted; `wrong` tells each that is not right."""

    right: int = 0
    false: int = 0
    missed: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        whole = 2 * self.right + self.false + self.missed
        return 2 * self.right / whole if whole else 1.0


def read_truth(file: Path) -> list[dict[str, str | None]]:
    """The rows of a CSV; an empty field is NULL."""
    with file.open(encoding="utf-8", newline="") as handle:
        return [{name: text or None for name, text in row.items()} for row in csv.DictReader(handle)]


def score(view: str, truth: Sequence[Row], found: Sequence[Row]) -> Score:
    """Compares the rows found in one document's view with the true ones. Only columns that the truth has are compared."""
    if view == "table_cells":
        truth, found = _same_tables(truth, found)
    columns = _compared(view, truth)
    result = Score()
    pairs = pair(view, truth, found)
    for one, other in pairs:
        for column in columns:
            _compare(column, truth[one], found[other], result)
    for one in sorted(set(range(len(truth))) - {one for one, _ in pairs}):
        result.missed += sum(truth[one].get(column.name) is not None for column in columns)
        result.wrong.append(f"no row for {_told(view, truth[one])}")
    for other in sorted(set(range(len(found))) - {other for _, other in pairs}):
        result.false += sum(found[other].get(column.name) is not None for column in columns)
        result.wrong.append(f"no such row: {_told(view, found[other])}")
    return result


def pair(view: str, truth: Sequence[Row], found: Sequence[Row]) -> list[tuple[int, int]]:
    """Which row found is which true row: (place in truth, place in found)."""
    if not truth or not found:
        return []
    leading = [name for name in VIEWS[view].leading if name in truth[0]]
    others = [name for name in truth[0] if name not in leading]
    alike = [[0.0] * len(found) for _ in truth]
    for name in leading:
        texts = [_folded(row.get(name)) for row in truth], [_folded(row.get(name)) for row in found]
        ratios = process.cdist(*texts, scorer=fuzz.ratio)
        for one, text in enumerate(texts[0]):
            for other, against in enumerate(texts[1]):
                # a field that says nothing on both sides tells nothing; the more letters, the more it tells
                alike[one][other] += (
                    (1 + min(len(text), 60) / 10) * float(ratios[one, other]) if text and against else 0
                )
    ceilings = [
        sum(1 + min(len(_folded(row.get(name))), 60) / 10 for name in leading if row.get(name) is not None) * 100 or 1.0
        for row in truth
    ]
    candidates = []
    for one, row in enumerate(truth):
        for other, against in enumerate(found):
            likeness = alike[one][other] / ceilings[one]
            if likeness >= SAME_ROW:  # rows whose leading columns are alike are told apart by the others
                agreeing = sum(_folded(row.get(name)) == _folded(against.get(name)) for name in others)
                candidates.append((-round(likeness, 3), -agreeing, abs(one - other), one, other))
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, _, one, other in sorted(candidates):
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            pairs.append((one, other))
    return sorted(pairs)


def _compare(column: Column, truth: Row, found: Row, result: Score) -> None:
    want, have = truth.get(column.name), found.get(column.name)
    if want is None and have is None:
        return
    if want is not None and have is not None and equal(column, want, have):
        result.right += 1
        return
    result.missed += want is not None
    result.false += have is not None
    result.wrong.append(f"{column.name}: should be {want!r:.120}, is {have!r:.120}")


def equal(column: Column, want: object, have: object) -> bool:
    """Whether two values say the same, as the column's kind has it."""
    if column.kind in ("number", "integer"):
        try:
            return abs(float(str(want)) - float(str(have))) < 1e-9 * max(1.0, abs(float(str(want))))
        except ValueError:
            return False
    if column.kind == "boolean":
        one, other = str(want).lower(), str(have).lower()
        return TRUTH.get(one, one) == TRUTH.get(other, other)
    return _folded(want) == _folded(have)


def _compared(view: str, truth: Sequence[Row]) -> list[Column]:
    page = Column("page", "integer", "page on which the row begins")
    known = {column.name: column for column in (page, *VIEWS[view].columns)}
    stated = list(truth[0]) if truth else []
    strange = [name for name in stated if name not in known]
    if strange:
        raise KeyError(f"{view} has no column {', '.join(strange)}")
    return [known[name] for name in stated if not (view == "table_cells" and name == "table_no")]


def _same_tables(truth: Sequence[Row], found: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The truth may hold one table of several: each is held against the found table that has most of its texts."""
    told: list[Row] = []
    shown: list[Row] = []
    for number, table in enumerate(_tables(truth)):
        texts = Counter(_folded(row.get("text")) for row in table)
        best = max(
            _tables(found), key=lambda t: (Counter(_folded(r.get("text")) for r in t) & texts).total(), default=[]
        )
        told.extend({**row, "table_no": number} for row in table)
        shown.extend({**row, "table_no": number} for row in best)
    return told, shown


def _tables(rows: Iterable[Row]) -> list[list[Row]]:
    tables: dict[str, list[Row]] = {}
    for row in rows:
        tables.setdefault(str(row.get("table_no")), []).append(row)
    return list(tables.values())


def _folded(value: object) -> str:
    """A value as text; case, quotes, dashes and white space tell no two values apart."""
    if value is None:
        return ""
    text = unicodedata.normalize("NFKC", str(value)).translate(FOLDED)
    return " ".join(text.split()).casefold()


def _told(view: str, row: Row) -> str:
    return " | ".join(f"{row[name]!s:.60}" for name in VIEWS[view].leading if row.get(name) is not None)

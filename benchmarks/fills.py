"""The colours behind cells: those that a table is known to have against those that are read, cell by cell.

    python -m benchmarks.fills FOLDER… [--errors]

Under each FOLDER every `table_cells.csv` with a column `fill` holds true cells of one paper: of the PDF named by its column
`document`, else by the folder that the CSV's folder stands in. Files in folders named `printed` are left out: they are what was read.
Rows are paired in their order by what they say, and the cells of a row by what they say and where they stand; a cell that is not
found has no colour. Printed are, of each
paper and of all, how many cells have a colour and how many are read with one, and precision and recall of the colours.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz, process

ALIKE = 0.5  # share of letters from which two rows may be one


class Shade(NamedTuple):
    """A cell as this benchmark sees it: its table, where it begins in the grid, what it says, and its colour."""

    table: str
    page: int
    row: int
    column: int
    text: str
    fill: str | None


@dataclass
class Count:
    """Colours of cells; `wrong` tells each that is not right."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Count) -> None:
        self.right += other.right
        self.found += other.found
        self.wanted += other.wanted
        self.wrong += other.wrong

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


def compare(truth: Sequence[Shade], found: Sequence[Shade]) -> Count:
    """The colours of one paper. Each true table is held against the found table that says most of what it says."""
    count = Count()
    tables = _tables(found)
    for table in _tables(truth).values():
        texts = Counter((c.page, fold(c.text)) for c in table if fold(c.text))
        best = max(
            tables.values(), key=lambda t: (Counter((c.page, fold(c.text)) for c in t) & texts).total(), default=[]
        )
        pages = {c.page for c in table}
        count.add(_compare([*table], [c for c in best if c.page in pages]))
    return count


def _compare(truth: list[Shade], found: list[Shade]) -> Count:
    count = Count(found=sum(c.fill is not None for c in found), wanted=sum(c.fill is not None for c in truth))
    partner = {one: found[other] for one, other in _pairs(truth, found)}
    for number, cell in enumerate(truth):
        other = partner.get(number)
        have = other.fill if other is not None else None
        if cell.fill is not None and cell.fill == have:
            count.right += 1
        elif cell.fill != have:
            told = have if other is not None else "not found"
            count.wrong.append(
                f"page {cell.page}, row {cell.row}, column {cell.column}, {cell.text!r:.50}: {cell.fill} is {told}"
            )
    paired = {id(c) for c in partner.values()}
    count.wrong += [
        f"page {c.page}, row {c.row}, column {c.column}, {c.text!r:.50}: no such cell, and {c.fill}"
        for c in found
        if c.fill is not None and id(c) not in paired
    ]
    return count


def _pairs(truth: Sequence[Shade], found: Sequence[Shade]) -> list[tuple[int, int]]:
    """Which found cell is which true one: rows are aligned by what they say, then the cells of each by text and column."""
    pairs: list[tuple[int, int]] = []
    ours, theirs = _rows(truth), _rows(found)
    for one, other in _aligned([_said(truth, row) for row in ours], [_said(found, row) for row in theirs]):
        candidates = sorted(
            (abs(truth[n].column - found[m].column), n, m)
            for n in ours[one]
            for m in theirs[other]
            if fold(truth[n].text) == fold(found[m].text)
        )
        taken: tuple[set[int], set[int]] = (set(), set())
        for apart, n, m in candidates:
            if n in taken[0] or m in taken[1] or (apart and not fold(truth[n].text)):
                continue  # a blank cell is known by its column alone
            taken[0].add(n)
            taken[1].add(m)
            pairs.append((n, m))
    return pairs


def _rows(cells: Sequence[Shade]) -> list[list[int]]:
    """The places of the cells that begin in each row, in order."""
    rows: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, cell in enumerate(cells):
        rows[cell.page, cell.row].append(number)
    return [rows[key] for key in sorted(rows)]


def _said(cells: Sequence[Shade], row: Iterable[int]) -> str:
    return " ".join(fold(cells[n].text) for n in row)


def _aligned(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of rows, both in their order, that are most alike in all."""
    alike = process.cdist(one, other, scorer=fuzz.ratio, dtype=float) / 100
    alike[alike < ALIKE] = 0.0
    best = np.zeros((len(one) + 1, len(other) + 1))
    for i, j in itertools.product(range(len(one)), range(len(other))):
        best[i + 1, j + 1] = max(best[i, j] + alike[i, j], best[i, j + 1], best[i + 1, j])
    pairs, i, j = [], len(one), len(other)
    while i and j:
        if alike[i - 1, j - 1] and best[i, j] == best[i - 1, j - 1] + alike[i - 1, j - 1]:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif best[i, j] == best[i - 1, j]:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _tables(cells: Iterable[Shade]) -> dict[str, list[Shade]]:
    tables: dict[str, list[Shade]] = defaultdict(list)
    for cell in cells:
        tables[cell.table].append(cell)
    return tables


def fold(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def read_truth(file: Path) -> list[Shade]:
    with file.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    return [
        Shade(
            row.get("table_no", "1"),
            int(row["page"]),
            int(row["row_no"]),
            int(row["column_no"]),
            row["text"],
            row["fill"].lower() or None,
        )
        for row in rows
        if "fill" in row
    ]


def read_paper(pdf: Path) -> list[Shade]:
    from extract.document import extract_document

    read = extract_document(pdf.read_bytes())
    return [
        Shade(str(number), cell.page, cell.row + 1, cell.column + 1, cell.text, cell.fill)
        for number, table in enumerate(read.tables)
        for cell in table.cells
    ]


def find_papers(folder: Path) -> list[tuple[Path, Path]]:
    """(PDF, true cells) of each paper under a folder."""
    papers = {pdf.stem: pdf for pdf in sorted(folder.rglob("*.pdf"))}
    found = []
    for file in sorted(folder.rglob("table_cells.csv")):
        name = next((n for n in (file.parent.name, file.parent.parent.name) if n in papers), None)
        if name is not None and file.parent.name != "printed":
            found.append((papers[name], file))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each cell whose colour is not right")
    arguments = parser.parse_args()
    papers = [pair for folder in arguments.folders for pair in find_papers(folder)]
    whole = Count()
    print(f"{'paper':40} {'coloured':>9} {'read':>9} {'precision':>9} {'recall':>9}")
    for pdf, file in papers:
        truth = read_truth(file)
        if not truth:
            continue
        count = compare(truth, read_paper(pdf))
        whole.add(count)
        print(f"{pdf.stem:40} {count.wanted:9} {count.found:9} {count.precision:9.4f} {count.recall:9.4f}")
        for line in count.wrong if arguments.errors else ():
            print(f"  {line}")
    print(f"{'all':40} {whole.wanted:9} {whole.found:9} {whole.precision:9.4f} {whole.recall:9.4f}")


if __name__ == "__main__":
    main()

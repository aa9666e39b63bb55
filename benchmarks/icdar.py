"""Table reading on the ICDAR 2013 competition's set, ours and others side by side.

    python -m benchmarks.icdar FOLDER [--readers ours,pdfplumber,camelot-stream] [--documents N] [--errors]

FOLDER holds PDFs, each with one or more `*-str.xml` (cells of every table; `us-011a-str.xml` belongs to `us-011a.pdf`).
Complete system: finding and structure at once. Tables are compared by adjacency relations of cells, page by page:
each non-empty cell with its next non-empty neighbour to the right and below. Printed are the means over documents of
precision and recall, the F1 of the two means, the F1 over all relations of the set, pages read in a second of the clock, and
milliseconds of the processor a page. Each reader reads one document before its clock starts: what it imports is not counted.
A reader that cannot run here is left out and said so. The peers: `pip install 'boardpapers[peers]'`; tabula needs Java.
"""

from __future__ import annotations

import argparse
import os
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.peers import READERS, Missing, PageTables, Place, page_count, versions

Relation = tuple[int, str, str, str]  # page, text, text of the neighbour, direction


def fold(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def relations(tables: PageTables) -> Counter[Relation]:
    """Each non-empty cell with its next non-empty neighbours to the right and below."""
    found: Counter[Relation] = Counter()
    for page, cells_of_tables in tables.items():
        for cells in cells_of_tables:
            held = [c._replace(text=fold(c.text)) for c in cells if fold(c.text)]
            at = {
                (r, k): n
                for n, c in enumerate(held)
                for r in range(c.row, c.last_row + 1)
                for k in range(c.column, c.last_column + 1)
            }
            rows = 1 + max((c.last_row for c in held), default=0)
            columns = 1 + max((c.last_column for c in held), default=0)
            pairs: set[tuple[int, int, str]] = set()
            for number, cell in enumerate(held):
                for r in range(cell.row, cell.last_row + 1):
                    beside = next((at[r, k] for k in range(cell.last_column + 1, columns) if (r, k) in at), None)
                    if beside is not None:
                        pairs.add((number, beside, "right"))
                for k in range(cell.column, cell.last_column + 1):
                    below = next((at[r, k] for r in range(cell.last_row + 1, rows) if (r, k) in at), None)
                    if below is not None:
                        pairs.add((number, below, "below"))
            found.update((page, held[a].text, held[b].text, way) for a, b, way in pairs)
    return found


def truth(structure: Path) -> PageTables:
    """The cells of a `*-str.xml`. A table over several pages has one region a page, read as a table each."""
    tables: PageTables = {}
    for table in ElementTree.parse(structure).getroot().iter("table"):  # noqa: S314  # files of a benchmark, chosen by the caller
        for region in table.iter("region"):
            cells = []
            for cell in region.iter("cell"):
                row, column = int(cell.attrib["start-row"]), int(cell.attrib["start-col"])
                last_row = int(cell.attrib.get("end-row", row))
                last_column = int(cell.attrib.get("end-col", column))
                cells.append(Place(row, last_row, column, last_column, cell.findtext("content") or ""))
            tables.setdefault(int(region.attrib["page"]), []).append(cells)
    return tables


@dataclass
class Score:
    """What one reader reached."""

    precisions: list[float]
    recalls: list[float]
    hits: int = 0
    found: int = 0
    wanted: int = 0
    pages: int = 0
    seconds: float = 0.0
    processor: float = 0.0  # seconds of all threads and of finished processes

    @property
    def line(self) -> str:
        precision = sum(self.precisions) / max(1, len(self.precisions))
        recall = sum(self.recalls) / max(1, len(self.recalls))
        mean_f1 = 2 * precision * recall / max(1e-9, precision + recall)
        all_f1 = 2 * self.hits / max(1, self.found + self.wanted)
        pages = max(1, self.pages)
        speed, cost = pages / max(1e-9, self.seconds), 1000 * self.processor / pages
        return f"| {precision:.3f} | {recall:.3f} | {mean_f1:.3f} | {all_f1:.3f} | {speed:.1f} | {cost:.0f} |"


def processor() -> float:
    """Seconds of the processor that this process and its finished children took."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def compare(name: str, files: Sequence[tuple[Path, Path]], errors: bool) -> Score | None:
    """Run one reader over (PDF, structure) pairs; None where it cannot run here."""
    score = Score([], [])
    try:
        READERS[name](files[0][0])
    except ImportError as missing:
        print(f"{name} left out: {missing.name} is not installed")
        return None
    except Missing as missing:
        print(f"{name} left out: {missing}")
        return None
    except Exception as error:  # told below, where it counts
        print(f"{name} fails at its first reading: {type(error).__name__}")
    for pdf, structure in files:
        start, spent = time.perf_counter(), processor()
        try:
            tables = READERS[name](pdf)
        except Exception as error:  # a peer's failure on one document is a result, not ours to stop at
            print(f"{name} fails on {pdf.name}: {type(error).__name__}: {error}")
            tables = {}
        score.seconds += time.perf_counter() - start
        score.processor += processor() - spent
        score.pages += page_count(pdf)
        want, have = relations(truth(structure)), relations(tables)
        hits = sum((want & have).values())
        precision = hits / sum(have.values()) if have else float(not want)
        recall = hits / sum(want.values()) if want else 1.0
        score.precisions.append(precision)
        score.recalls.append(recall)
        score.hits += hits
        score.found += sum(have.values())
        score.wanted += sum(want.values())
        if errors:
            count = sum(len(t) for t in tables.values()), sum(len(t) for t in truth(structure).values())
            print(f"{name} {pdf.stem:10} P {precision:.3f} R {recall:.3f} tables {count[0]} of {count[1]}")
    return score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--readers", default=",".join(READERS), help="comma-separated; all of them by default")
    parser.add_argument("--documents", type=int, help="only the first so many")
    parser.add_argument("--errors", action="store_true", help="print precision and recall of every document")
    arguments = parser.parse_args()
    pairs = [(f.with_name(f"{f.stem.removesuffix('-str')}.pdf"), f) for f in sorted(arguments.folder.glob("*-str.xml"))]
    pairs = [(pdf, xml) for pdf, xml in pairs if pdf.is_file()][: arguments.documents]
    if not pairs:
        parser.error("no PDF with a *-str.xml beside it in this folder")
    print(f"{len(pairs)} documents, {sum(page_count(pdf) for pdf, _ in pairs)} pages; {versions()}")
    lines = []
    for name in arguments.readers.split(","):
        score = compare(name, pairs, arguments.errors)
        if score is not None:
            lines.append(f"| {name} {score.line}")
    print("\n| reader | precision | recall | F1 | F1 of all relations | pages/s | ms of processor a page |")
    print("|---|---|---|---|---|---|---|")
    print("\n".join(lines))


if __name__ == "__main__":
    main()

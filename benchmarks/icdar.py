"""Table reading on the ICDAR 2013 competition's set, ours and others side by side.

    python benchmarks/icdar.py FOLDER [--readers ours,pdfplumber,camelot-stream] [--documents N] [--errors]

FOLDER holds PDFs, each with one or more `*-str.xml` (cells of every table; `us-011a-str.xml` belongs to `us-011a.pdf`).
Complete system: finding and structure at once. Tables are compared by adjacency relations of cells, page by page:
each non-empty cell with its next non-empty neighbour to the right and below. Printed are the means over documents of
precision and recall, the F1 of the two means, the F1 over all relations of the set, and pages read in a second.
A reader that is not installed is left out and said so.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree


class Place(NamedTuple):
    """A cell of a table as the competition sees it: where it stands in the grid and what it says."""

    row: int
    last_row: int
    column: int
    last_column: int
    text: str


PageTables = dict[int, list[list[Place]]]  # page, counted from 1 -> the cells of each table
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


def from_rows(rows: Iterable[Sequence[str | None]]) -> list[Place]:
    """Cells of a table that is given as rows of texts: those readers know no spans."""
    return [Place(r, r, c, c, text or "") for r, row in enumerate(rows) for c, text in enumerate(row)]


def ours(pdf: Path) -> PageTables:
    from extract.page import open_document
    from extract.table import read_page_tables

    found: PageTables = {}
    with open_document(pdf.read_bytes()) as document:
        for page in document.pages():
            found[page.number] = [
                [Place(c.row, c.last_row, c.column, c.last_column, c.text) for c in table.cells]
                for table in read_page_tables(page)
            ]
    return found


def plumber(settings: dict[str, object] | None = None) -> Callable[[Path], PageTables]:
    def read(pdf: Path) -> PageTables:
        import pdfplumber

        found: PageTables = {}
        with pdfplumber.open(pdf) as document:
            for page in document.pages:
                found[page.page_number] = [from_rows(t.extract()) for t in page.find_tables(settings or {})]
                page.close()
        return found

    return read


def camelot(flavor: str, **options: object) -> Callable[[Path], PageTables]:
    def read(pdf: Path) -> PageTables:
        import camelot as library

        found: PageTables = {}
        for table in library.read_pdf(str(pdf), pages="all", flavor=flavor, **options):
            found.setdefault(int(table.page), []).append(from_rows(table.df.to_numpy().tolist()))
        return found

    return read


def tabula(pdf: Path) -> PageTables:
    import tabula as library

    found: PageTables = {}
    for table in library.read_pdf(str(pdf), pages="all", output_format="json", guess=True, silent=True):
        rows = [[cell["text"] for cell in row] for row in table["data"]]
        found.setdefault(int(table.get("page_number", table.get("page", 1))), []).append(from_rows(rows))
    return found


def img2table(pdf: Path) -> PageTables:
    from img2table.document import PDF

    found: PageTables = {}
    for page, tables in PDF(str(pdf)).extract_tables(borderless_tables=True).items():
        found[page + 1] = [from_rows(t.df.fillna("").to_numpy().tolist()) for t in tables]
    return found


READERS: dict[str, Callable[[Path], PageTables]] = {
    "ours": ours,
    "pdfplumber": plumber(),
    "pdfplumber-tuned": plumber({"snap_tolerance": 4, "join_tolerance": 4, "intersection_tolerance": 5}),
    "camelot-lattice": camelot("lattice"),
    "camelot-vector": camelot("lattice", engine="vector"),
    "camelot-stream": camelot("stream"),
    "camelot-network": camelot("network"),
    "camelot-hybrid": camelot("hybrid"),
    "camelot-auto": camelot("auto"),
    "tabula": tabula,
    "img2table": img2table,
}


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

    @property
    def line(self) -> str:
        precision = sum(self.precisions) / max(1, len(self.precisions))
        recall = sum(self.recalls) / max(1, len(self.recalls))
        mean_f1 = 2 * precision * recall / max(1e-9, precision + recall)
        all_f1 = 2 * self.hits / max(1, self.found + self.wanted)
        speed = self.pages / max(1e-9, self.seconds)
        return f"{precision:9.3f} {recall:9.3f} {mean_f1:9.3f} {all_f1:12.3f} {speed:9.1f}"


def compare(name: str, files: Sequence[tuple[Path, Path]], errors: bool) -> Score | None:
    """Run one reader over (PDF, structure) pairs; None where it is not installed."""
    score = Score([], [])
    for pdf, structure in files:
        start = time.perf_counter()
        try:
            tables = READERS[name](pdf)
        except ImportError as missing:
            print(f"{name:18} not installed ({missing.name})")
            return None
        except Exception as error:  # a peer's failure on one document is a result, not ours to stop at
            print(f"{name:18} fails on {pdf.name}: {type(error).__name__}: {error}")
            tables = {}
        score.seconds += time.perf_counter() - start
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


def page_count(pdf: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--readers", default=",".join(READERS), help="comma-separated; all of them by default")
    parser.add_argument("--documents", type=int, help="only the first so many")
    parser.add_argument("--errors", action="store_true", help="print precision and recall of every document")
    arguments = parser.parse_args()
    pairs = [(f.with_name(f"{f.stem.removesuffix('-str')}.pdf"), f) for f in sorted(arguments.folder.glob("*-str.xml"))]
    pairs = [(pdf, xml) for pdf, xml in pairs if pdf.is_file()][: arguments.documents]
    print(f"{len(pairs)} documents")
    lines = []
    for name in arguments.readers.split(","):
        score = compare(name, pairs, arguments.errors)
        if score is not None:
            lines.append(f"{name:18}{score.line}")
    print(f"{'reader':18}{'precision':>9} {'recall':>9} {'F1':>9} {'F1 of all':>12} {'pages/s':>9}")
    print("\n".join(lines))


if __name__ == "__main__":
    main()

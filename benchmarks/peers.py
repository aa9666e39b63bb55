"""Readers of tables as `benchmarks/icdar.py` runs them: ours, and the libraries it is set beside.

Each takes a PDF's path and gives its tables page by page. A library's own settings stay as they come, unless its name here says
otherwise; where it tells spans, they are kept. The libraries that only this benchmark needs are the extra `peers`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple


class Place(NamedTuple):
    """A cell of a table as the competition sees it: where it stands in the grid and what it says."""

    row: int
    last_row: int
    column: int
    last_column: int
    text: str


PageTables = dict[int, list[list[Place]]]  # page, counted from 1 -> the cells of each table
Reader = Callable[[Path], PageTables]


class Missing(Exception):
    """A reader cannot run here: what it lacks, in words."""


def from_rows(rows: Iterable[Sequence[str | None]]) -> list[Place]:
    """Cells of a table that is given as rows of texts: those readers know no spans."""
    return [Place(r, r, c, c, text or "") for r, row in enumerate(rows) for c, text in enumerate(row)]


def from_boxes(rows: Iterable[Sequence[tuple[object, str | None]]]) -> list[Place]:
    """Cells of a table whose every place holds the box and text of the cell that covers it: one box is one cell."""
    places: dict[object, Place] = {}
    for r, row in enumerate(rows):
        for c, (box, text) in enumerate(row):
            known = places.get(box, Place(r, r, c, c, text or ""))
            places[box] = known._replace(last_row=r, last_column=max(known.last_column, c))
    return list(places.values())


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


def plumber(settings: dict[str, object] | None = None) -> Reader:
    def read(pdf: Path) -> PageTables:
        import pdfplumber

        found: PageTables = {}
        with pdfplumber.open(pdf) as document:
            for page in document.pages:
                found[page.page_number] = [from_rows(t.extract()) for t in page.find_tables(settings or {})]
                page.close()
        return found

    return read


def camelot(flavor: str, **options: object) -> Reader:
    def read(pdf: Path) -> PageTables:
        import camelot as library

        found: PageTables = {}
        for table in library.read_pdf(str(pdf), pages="all", flavor=flavor, **options):
            found.setdefault(int(table.page), []).append(from_rows(table.df.to_numpy().tolist()))
        return found

    return read


def tabula(pdf: Path) -> PageTables:
    """A page a call: what tabula gives for several pages does not say on which page a table stands."""
    if shutil.which("java") is None:
        raise Missing("Java is not installed")
    import tabula as library

    found: PageTables = {}
    for page in range(1, page_count(pdf) + 1):
        tables: list[Any] = library.read_pdf(
            str(pdf),
            pages=page,
            output_format="json",
            guess=True,
            silent=True,
            java_options=["-Djava.awt.headless=true"],
        )
        found[page] = [from_rows([[cell["text"] for cell in row] for row in table["data"]]) for table in tables]
    return found


def img2table(pdf: Path) -> PageTables:
    from img2table.document import PDF

    found: PageTables = {}
    for page, tables in PDF(str(pdf)).extract_tables(borderless_tables=True).items():
        found[page + 1] = [
            from_boxes([[(repr(cell.bbox), cell.value) for cell in row] for row in table.content.values()])
            for table in tables
        ]
    return found


def page_count(pdf: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


READERS: dict[str, Reader] = {
    "ours": ours,
    "pdfplumber": plumber(),
    # the best of seven settings on half of the set: its text strategies take prose for tables
    "pdfplumber-tuned": plumber({"snap_tolerance": 6, "join_tolerance": 6, "intersection_tolerance": 6}),
    "camelot-lattice": camelot("lattice"),
    "camelot-vector": camelot("lattice", engine="vector"),
    "camelot-stream": camelot("stream"),
    "camelot-network": camelot("network"),
    "camelot-hybrid": camelot("hybrid"),
    "camelot-auto": camelot("auto"),
    "tabula": tabula,
    "img2table": img2table,
}
PACKAGES = ("pypdfium2", "pdfplumber", "camelot-py", "tabula-py", "img2table")


def versions() -> str:
    """The libraries that are installed, with their versions."""
    found = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            found.append(f"{package} not installed")
    return ", ".join(found)

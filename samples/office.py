"""What the sources of the samples share: the programs that make PDFs, and the writing of the expected CSVs."""

from __future__ import annotations

import csv
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

Row = Mapping[str, object]


def office_pdf(source: Path, pdf: Path | None = None) -> Path:
    """Print an ODF or OOXML document to PDF with LibreOffice; beside `source` where no `pdf` is given.

    LibreOffice runs with a profile of its own in a temporary folder, so that it neither meets a running copy nor a
    person's settings. Raises RuntimeError with the program's own words where it makes no PDF.
    """
    pdf = pdf or source.with_suffix(".pdf")
    with tempfile.TemporaryDirectory(prefix="samples-") as folder:
        profile, out = Path(folder, "profile"), Path(folder, "out")
        command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}"]
        command += ["--convert-to", "pdf", "--outdir", str(out), str(source)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        made = out / f"{source.stem}.pdf"
        if not made.exists():
            raise RuntimeError(f"soffice made no PDF of {source.name}: {done.stdout} {done.stderr}")
        shutil.move(made, pdf)
    return pdf


def browser_pdf(source: Path, pdf: Path | None = None) -> Path:
    """Print an HTML page to PDF with Chromium; `@page` in its CSS gives paper and margins.

    The browser's own header and footer are left out. Raises RuntimeError where it makes no PDF.
    """
    pdf = pdf or source.with_suffix(".pdf")
    with tempfile.TemporaryDirectory(prefix="samples-") as folder:
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
        command += [f"--user-data-dir={folder}/profile", "--no-pdf-header-footer"]
        command += [f"--print-to-pdf={pdf.resolve()}", source.resolve().as_uri()]
        pdf.unlink(missing_ok=True)
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        if not pdf.exists():
            raise RuntimeError(f"chromium made no PDF of {source.name}: {done.stdout} {done.stderr}")
    return pdf


def expect(folder: Path, view: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write `normalised/<view>.csv`: `page` and the columns named; None is an empty field, truth `true` or `false`.

    A key of a row that is not among `columns` is an error: a row must not say more than is compared.
    """
    path = folder / "normalised" / f"{view}.csv"
    path.parent.mkdir(exist_ok=True)
    names = ["page", *columns]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        for row in rows:
            unknown = set(row) - set(names)
            if unknown:
                raise ValueError(f"{view}: {sorted(unknown)} are not among its columns")
            writer.writerow([_printed(row.get(name)) for name in names])


def _printed(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def escaped(text: str) -> str:
    """Text for XML and HTML, in elements and in double-quoted attributes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def page_texts(pdf: Path) -> list[str]:
    """The text of each page without any spaces, in drawing order: to find on which page something came to stand."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def page_of(pages: Sequence[str], phrase: str, start: int = 1, letters: int = 24) -> int:
    """The first page, from page `start` on, that shows the head of `phrase`; ValueError where none does."""
    head = "".join(phrase.split())[:letters]
    for number, text in enumerate(pages, start=1):
        if number >= start and head in text:
            return number
    raise ValueError(f"{phrase!r} stands on no page from {start} on")

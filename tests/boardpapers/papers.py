"""Papers that cannot be read, or only just, made when a test needs them."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.samples import pdf_of

GOOD = "minutes-table"
"""The sample that stands among bad papers, and must be read whatever they are."""


def good_paper(folder: Path, name: str = GOOD) -> Path:
    return _written(folder / f"{name}.pdf", pdf_of(name).read_bytes())


def not_a_pdf(folder: Path) -> Path:
    return _written(folder / "letter.pdf", b"Dear Clerk,\n\nplease find the register enclosed.\n" * 40)


def zero_bytes(folder: Path) -> Path:
    return _written(folder / "empty.pdf", b"")


def cut_short(folder: Path) -> Path:
    data = pdf_of(GOOD).read_bytes()
    return _written(folder / "cut-short.pdf", data[: len(data) // 3])


def encrypted(folder: Path, name: str, *, user: str) -> Path:
    """A copy that is encrypted; with an empty `user` password anybody can open it, and the owner's forbids to change it."""
    path = folder / f"{name}.pdf"
    with pikepdf.open(pdf_of(GOOD)) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="the owner's", user=user, R=6))
    return path


def scanned(folder: Path, name: str = "scanned", pages: int = 2) -> Path:
    """Pictures of text, without a text layer."""
    path = folder / f"{name}.pdf"
    picture = Image.new("RGB", (600, 850), "white")
    ImageDraw.Draw(picture).text((60, 80), "MINUTES of the Harbour Board", fill="black")
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    for _ in range(pages):
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return path


def without_words(folder: Path) -> Path:
    """A PDF of one empty page."""
    path = folder / "blank.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    canvas.showPage()
    canvas.save()
    return path


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def with_scanned_pages(folder: Path) -> Path:
    """A good paper of three pages, and two scanned ones behind them."""
    return _followed_by(folder, scanned(folder, "scan"), "annexed")


def with_a_map(folder: Path, pieces: int = 4_000) -> Path:
    """A good paper of three pages, and one with more drawings than a page should have."""
    path = folder / "map.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    for number in range(pieces):
        canvas.rect(number % 590, number * 7 % 840, 3, 3)
    canvas.showPage()
    canvas.save()
    return _followed_by(folder, path, "mapped")


def with_an_empty_page(folder: Path) -> Path:
    """A good paper of three pages, and one with nothing on it."""
    return _followed_by(folder, without_words(folder), "followed")


def _followed_by(folder: Path, other: Path, name: str) -> Path:
    path = folder / f"{name}.pdf"
    with pikepdf.open(pdf_of(GOOD)) as pdf, pikepdf.open(other) as more:
        pdf.pages.extend(more.pages)
        pdf.save(path, static_id=True)
    other.unlink()
    return path

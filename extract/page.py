"""A PDF's pages as words, rules, fills, shapes, images and links: one pass of pdfium a page, and no meaning added.

Everything is placed in PDF points from the top left corner of the crop box as a reader sees it.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from types import TracebackType
from typing import Self

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from extract.engine import raw
from extract.engine.characters import read_characters
from extract.engine.clip import Clips
from extract.engine.drawings import sort_drawings
from extract.engine.fonts import Face
from extract.engine.hidden import visibility
from extract.engine.links import read_links
from extract.engine.painted import Walk
from extract.engine.view import view_of
from extract.engine.words import build_words
from models.errors import Damaged, EmptyFile, Encrypted, NoPages, NotPdf
from models.page import Image, Page

HEADER_WITHIN = 1024  # bytes: readers accept rubbish of this length before `%PDF`


def open_document(data: bytes) -> Document:
    """Open a PDF held in memory.

    Raises the classes of `models.errors`: EmptyFile, NotPdf, Encrypted (a password is needed to read it), Damaged (cut
    short or beyond repair), NoPages.
    """
    if not data:
        raise EmptyFile("The file has no bytes; fetch it again.")
    if b"%PDF" not in data[:HEADER_WITHIN]:
        raise NotPdf("This is not a PDF; check what was downloaded in its place.")
    expected, warnings = _inspect(data)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Damaged(f"The PDF cannot be opened ({error}); fetch it again, or repair it with qpdf.") from error
    count = len(document)
    if count == 0:
        document.close()
        if expected:
            raise Damaged("None of the pages can be opened; fetch the file again.")
        raise NoPages("The PDF has no pages; check what was published.")
    if expected is not None and count < expected:
        document.close()
        raise Damaged(f"Only {count} of {expected} pages can be opened: the file is cut short; fetch it again.")
    return Document(document, warnings)


def _inspect(data: bytes) -> tuple[int | None, tuple[str, ...]]:
    """The number of pages the catalogue states, and what qpdf had to mend. Raises Encrypted or Damaged."""
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            stated = pdf.Root.get("/Pages", pikepdf.Dictionary()).get("/Count")
            warnings = tuple(str(warning) for warning in pdf.get_warnings())
            return (int(stated) if isinstance(stated, int) else None), warnings
    except pikepdf.PasswordError as error:
        raise Encrypted("The PDF is locked with a password; ask its publisher for an open copy.") from error
    except pikepdf.PdfError as error:
        raise Damaged(f"The PDF is damaged ({error}); fetch it again, or repair it with qpdf.") from error


class Document:
    """An open PDF. Close it, or use it in a `with` statement. One page is held in memory at a time."""

    def __init__(self, document: pypdfium2.PdfDocument, warnings: tuple[str, ...] = ()) -> None:
        self._document = document
        self._handle = ctypes.cast(document.raw, ctypes.c_void_p).value or 0
        self._faces: dict[int, Face] = {}
        self.page_count = len(document)
        self.title: str | None = document.get_metadata_value("Title").strip() or None
        self.author: str | None = document.get_metadata_value("Author").strip() or None
        self.warnings = warnings  # what had to be mended to open the file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._document.close()

    def pages(self) -> Iterator[Page]:
        """All pages in order, each released before the next is read."""
        for number in range(1, self.page_count + 1):
            yield self.read(number)

    def read(self, number: int) -> Page:
        """The page `number`, counted from 1. Raises Damaged where the page cannot be opened, IndexError where there is none."""
        if not 1 <= number <= self.page_count:
            raise IndexError(f"page {number} of {self.page_count}")
        page = raw.load_page(self._handle, number - 1)
        if not page:
            raise Damaged(f"Page {number} cannot be opened; fetch the file again.")
        text_page = raw.load_text(page)
        try:
            return self._read(page, text_page, number)
        finally:
            if text_page:
                raw.close_text(text_page)
            raw.close_page(page)

    def _read(self, page: int, text_page: int, number: int) -> Page:
        view = view_of(page)
        clips = Clips()
        self._faces.clear()  # handles are only good while the page is open
        painted = Walk(clips).page(page, view.to_seen)
        drawings = sort_drawings(painted, (0.0, 0.0, view.width, view.height))
        characters = read_characters(text_page, view, painted, clips, self._faces)
        state = visibility(characters, drawings, painted.images, view)
        words, hidden = build_words(characters, state, number)
        if not words:
            painted.warnings.append("no text layer")
        return Page(
            number=number,
            width=view.width,
            height=view.height,
            rotation=view.rotation,
            label=self._label(number),
            words=words,
            hidden=hidden,
            rules=tuple(drawings.rules),
            fills=tuple(drawings.fills),
            shapes=tuple(drawings.shapes),
            images=tuple(Image(*window) for window, _ in painted.images),
            links=read_links(self._handle, page, view),
            warnings=tuple(painted.warnings),
        )

    def _label(self, number: int) -> str | None:
        length = pdfium.FPDF_GetPageLabel(self._document, number - 1, None, 0)
        if length <= 2:
            return None
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDF_GetPageLabel(self._document, number - 1, buffer, length)
        return buffer.raw[: length - 2].decode("utf-16-le", "replace") or None

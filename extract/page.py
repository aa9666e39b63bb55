"""A PDF's pages as words, rules, fills, shapes, images and links: one pass of pdfium a page, and no meaning added.

Everything is placed in PDF points from the top left corner of the crop box as a reader sees it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from types import TracebackType
from typing import Self

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from extract.engine import raw
from extract.engine.annotations import UserLink, merge_notes, place_links, read_links
from extract.engine.characters import Characters, read_characters, upright_turn
from extract.engine.clip import Clips
from extract.engine.doubles import drop_doubles, take_up_repeats
from extract.engine.drawings import sort_drawings
from extract.engine.glyphs import repair
from extract.engine.hidden import visibility
from extract.engine.opening import Structure, look_at
from extract.engine.painted import Painted, Walk
from extract.engine.sampled import Sampler
from extract.engine.stand_ins import use_stand_ins
from extract.engine.view import View, view_of
from extract.engine.words import build_words
from models.errors import Damaged, EmptyFile, NotPdf, PaperError, TooLarge
from models.limits import DEFAULT, Limits
from models.page import Page

A4 = (595.0, 842.0)
MOST_PIXELS = 80_000_000  # A0 at 200 dots an inch
MANY = 100  # pages from which it takes less time to give back what pdfium kept of them than to do without it
HEADER_WITHIN = 1024  # bytes: readers accept rubbish of this length before `%PDF`


def open_document(data: bytes, limits: Limits = DEFAULT) -> Document:
    """Open a PDF held in memory.

    Raises the classes of `models.errors`: EmptyFile, NotPdf, Encrypted (a password is needed to read it), NotPermitted,
    Damaged (cut short or beyond repair), NoPages, TooLarge (a stream that unpacks to hundreds of megabytes).
    """
    if not data:
        raise EmptyFile("The file has no bytes; fetch it again.")
    header = data.find(b"%PDF", 0, HEADER_WITHIN)
    if header < 0:
        raise NotPdf("This is not a PDF; check what was downloaded in its place.")
    structure = look_at(data[header:], limits)
    use_stand_ins()
    try:
        document = pypdfium2.PdfDocument(structure.mended or data[header:])
    except pypdfium2.PdfiumError as error:
        raise Damaged(f"The PDF cannot be opened ({error}); fetch it again, or mend it with qpdf.") from error
    if len(document) < structure.pages:
        count = len(document)
        document.close()
        raise Damaged(f"Only {count} of {structure.pages} pages can be opened; fetch the file again.")
    return Document(document, structure, limits)


class Document:
    """An open PDF. Close it, or use it in a `with` statement. One page is held in memory at a time."""

    def __init__(self, document: pypdfium2.PdfDocument, structure: Structure, limits: Limits = DEFAULT) -> None:
        self._document = document
        self._limits = limits
        self._handle = ctypes.cast(document.raw, ctypes.c_void_p).value or 0
        self._structure = structure
        self.page_count = len(document)
        self.title: str | None = document.get_metadata_value("Title").strip() or None
        self.author: str | None = document.get_metadata_value("Author").strip() or None
        self.warnings = structure.warnings  # what had to be mended to open the file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file's memory back. Pages that were read stay good."""
        self._document.close()
        if self.page_count >= MANY:
            raw.give_back()

    def pages(self) -> Iterator[Page]:
        """All pages in order, each released before the next is read. Raises what `read` raises, with the page's number."""
        for number in range(1, self.page_count + 1):
            try:
                yield self.read(number)
            except PaperError as error:
                raise type(error)(f"Page {number} cannot be read: {error}.") from error

    def read(self, number: int) -> Page:
        """The page `number`, from 1. Raises Damaged where it cannot be opened, TooLarge, IndexError where there is none."""
        if not 1 <= number <= self.page_count:
            raise IndexError(f"page {number} of {self.page_count}")
        if number in self._structure.refused:
            raise self._structure.refused[number]
        page = self._load(number)
        try:
            links = read_links(self._handle, page)
            if merge_notes(page):
                raw.close_page(page)
                page = 0
                page = self._load(number)
            text_page = raw.load_text(page)
            if text_page and raw.count_chars(text_page) > self._limits.characters_a_page:
                raise TooLarge(f"it holds more than {self._limits.characters_a_page} characters")
            try:
                return self._read(page, text_page, number, links)
            finally:
                if text_page:
                    raw.close_text(text_page)
        finally:
            if page:
                raw.close_page(page)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page in points as a reader sees it, also where it cannot be read; A4 where none is told."""
        try:
            wide, high = self._document.get_page_size(number - 1)
        except pypdfium2.PdfiumError:
            wide = high = 0.0
        return (wide, high) if wide > 0 and high > 0 else A4

    def picture(self, number: int, dpi: float) -> NDArray[np.uint8]:
        """The page `number`, from 1, drawn as a reader sees it: rows of pixels of red, green, blue.

        Raises Damaged where it cannot be drawn, TooLarge where the picture would be larger than any sheet of paper.
        """
        wide, high = self.size(number)
        if wide * high * (dpi / 72) ** 2 > MOST_PIXELS:
            raise TooLarge(f"it is {wide / 72:.0f} by {high / 72:.0f} inches large, too large to be drawn")
        try:
            page = self._document[number - 1]
            try:
                bitmap = page.render(scale=dpi / 72, rev_byteorder=True)
                return np.array(bitmap.to_numpy()[:, :, :3], dtype=np.uint8)
            finally:
                page.close()
        except pypdfium2.PdfiumError as error:
            raise Damaged(f"it cannot be drawn ({error})") from error

    def _load(self, number: int) -> int:
        page = raw.load_page(self._handle, number - 1)
        if not page:
            raise Damaged("it is damaged")
        if raw.count_objects(page) > self._limits.objects_a_page:
            raw.close_page(page)
            raise TooLarge(f"it holds more than {self._limits.objects_a_page} pieces of text and drawing")
        return page

    def _read(self, page: int, text_page: int, number: int, links: list[UserLink]) -> Page:
        view = view_of(page)
        clips, painted, characters = self._paint(page, text_page, view)
        turn = upright_turn(characters)
        if turn:
            view = view_of(page, turn)
            clips, painted, characters = self._paint(page, text_page, view)
            painted.warnings.append(f"the page lies on its side: read turned by {turn}")
        sampler = Sampler(page, view) if number in self._structure.gradients else None
        drawings = sort_drawings(painted, (0.0, 0.0, view.width, view.height), sampler)
        warnings = painted.warnings + repair(characters)
        bold = take_up_repeats(characters, painted, clips)
        state, under_scan = visibility(characters, drawings, view)
        dropped = drop_doubles(characters, state, bold)
        words, hidden = build_words(characters, state, dropped, bold, number)
        if not words:
            warnings.append("no visible text" if hidden else "no text layer")
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
            images=tuple(drawings.images),
            links=place_links(links, view),
            method="ocr" if under_scan else "text",
            fonts=next(iter(self._structure.fonts[number - 1 : number]), frozenset()),  # qpdf may count fewer pages
            warnings=tuple(warnings),
        )

    def _paint(self, page: int, text_page: int, view: View) -> tuple[Clips, Painted, Characters]:
        clips = Clips()
        walk = Walk(self._handle, clips, self._structure.hidden_layers, self._limits.objects_a_page)
        painted = walk.page(page, view.to_seen)
        return clips, painted, read_characters(text_page, view, painted, clips)

    def _label(self, number: int) -> str | None:
        if not self._structure.labelled:
            return None
        length = pdfium.FPDF_GetPageLabel(self._document, number - 1, None, 0)
        if length <= 2:
            return None
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDF_GetPageLabel(self._document, number - 1, buffer, length)
        return buffer.raw[: length - 2].decode("utf-16-le", "replace") or None

"""Places on pages: the words of a field become boxes in points from the top left corner of the unrotated crop box."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from load.keys import ROWS_A_PAPER
from load.values import clean
from models.document import Extracted
from models.errors import BadRecord
from models.geometry import Box
from models.page import Page, Word
from models.record import Field

Rectangle = tuple[float, float, float, float]


class Piece(NamedTuple):
    """What of something stands on one page, as seen: its words, or its place where no words are printed."""

    page: int
    words: tuple[Word, ...]
    place: Rectangle | None


def pieces(item: Field) -> tuple[Piece, ...]:
    """A field cut by pages, in page order; empty where nothing on paper stands behind it."""
    words = item.words
    if not words:
        return (Piece(item.place[0], (), item.place[1]),) if item.place is not None else ()
    page = _only_page(words)
    if page is not None:
        return (Piece(page, words, None),)
    by_page: dict[int, list[Word]] = {}
    for page_of_run, run in groupby(words, attrgetter("page")):
        by_page.setdefault(page_of_run, []).extend(run)
    return tuple(Piece(page, tuple(run), None) for page, run in sorted(by_page.items()))


def _only_page(words: Sequence[Word]) -> int | None:
    """The page on which all of some words stand; None where they stand on several, or there are none."""
    if not words:
        return None
    page = words[0].page
    if words[-1].page != page:
        return None
    for word in words:
        if word.page != page:
            return None
    return page


class Spans:
    """The source spans of one document. One place read in one way is one span, whoever asks for it."""

    def __init__(self, document_id: int, extracted: Extracted) -> None:
        self.rows: list[tuple[object, ...]] = []
        self._document_id = document_id
        self._turned = _turned_pages(extracted)
        self._pages = {account.page for account in extracted.accounts}
        self._known: dict[tuple[object, ...], int] = {}
        self._page_of: dict[int, int] = {}
        self._of_field: dict[int, tuple[int, ...]] = {}

    def of_field(self, item: Field) -> tuple[int, ...]:
        """The spans of a field, one a page. The field must outlive this object: it is known by its identity."""
        found = self._of_field.get(id(item))
        if found is None:
            page = _only_page(item.words)
            if page is not None:  # nearly always
                found = (self._of_words(page, item.words, (), item.method, item.confidence),)
            else:
                found = tuple([self.of_pieces([piece], item.method, item.confidence) for piece in pieces(item)])
            self._of_field[id(item)] = found
        return found

    def of_pieces(self, parts: Sequence[Piece], method: str, confidence: float) -> int:
        """The span around pieces of one page, their words in the order given."""
        page = parts[0].page
        boxes: list[Rectangle] = [part.place for part in parts if part.place is not None]
        words = parts[0].words if len(parts) == 1 else [word for part in parts for word in part.words]
        return self._of_words(page, words, boxes, method, confidence)

    def of_fields(self, items: Iterable[Field]) -> int | None:
        """The span around several fields, words that they share once; None where they do not all stand on one page in words."""
        runs: dict[tuple[Word, ...], Field] = {}
        for item in items:
            runs.setdefault(item.words, item)
        words = [word for run in runs for word in run]
        page = _only_page(words)
        if page is None or () in runs:
            return None
        first = next(iter(runs.values()))
        return self._of_words(page, words, (), first.method, min([item.confidence for item in runs.values()]))

    def of_page(self, page: int, width: float, height: float) -> int:
        """The span of a whole page, for what is said about the page itself."""
        return self._span(page, (0.0, 0.0, width, height), None, "page", 1.0)

    def page_of(self, source_id: int) -> int:
        """The page of a span."""
        return self._page_of[source_id]

    def _of_words(
        self, page: int, words: Sequence[Word], boxes: Sequence[Rectangle], method: str, confidence: float
    ) -> int:
        if len(words) == 1 and not boxes:
            word = words[0]
            return self._span(page, (word.x0, word.top, word.x1, word.bottom), clean(word.text), method, confidence)
        text = clean(" ".join([word.text for word in words])) if words else None
        return self._span(page, _around(words, boxes), text, method, confidence)

    def _span(self, page: int, box: Rectangle, text: str | None, method: str, confidence: float) -> int:
        if page not in self._pages:
            raise BadRecord(f"something was read on page {page}, of which there is no account; please report this")
        turned = self._turned.get(page)
        if turned is not None:
            box = turned.unrotated(Box(*box))
        x0, top, x1, bottom = box  # written out, as it runs for every cell of every table
        sure = 1.0 if confidence >= 1.0 else max(0.0, confidence)
        told = (page, round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2), text, method, sure)
        source_id = self._known.get(told)
        if source_id is None:
            source_id = self._document_id * ROWS_A_PAPER + len(self.rows) + 1
            self._known[told] = source_id
            self._page_of[source_id] = page
            self.rows.append((source_id, self._document_id, *told))
        return source_id


def _around(words: Sequence[Word], boxes: Sequence[Rectangle]) -> Rectangle:
    """The smallest box around words and boxes; compared one by one, as it runs for every cell of every table."""
    if boxes or not words:
        edges = [(word.x0, word.top, word.x1, word.bottom) for word in words]
        lefts, tops, rights, bottoms = zip(*edges, *boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)
    first = words[0]
    x0, top, x1, bottom = first.x0, first.top, first.x1, first.bottom
    for word in words:
        if word.x0 < x0:  # noqa: PLR1730
            x0 = word.x0
        if word.top < top:  # noqa: PLR1730
            top = word.top
        if word.x1 > x1:  # noqa: PLR1730
            x1 = word.x1
        if word.bottom > bottom:  # noqa: PLR1730
            bottom = word.bottom
    return x0, top, x1, bottom


def _turned_pages(extracted: Extracted) -> Mapping[int, Page]:
    """The pages that are turned for the reader, as far as turning a box back needs them."""
    seen = {a.page: (a.rotation, a.width, a.height) for a in extracted.accounts} | extracted.rotations
    return {
        number: Page(number, width, height, rotation) for number, (rotation, width, height) in seen.items() if rotation
    }

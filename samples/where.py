"""On which page of a sample's PDF a text was printed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pypdfium2


def folded(text: str) -> str:
    """Letters and digits alone: line ends, hyphens, bullets and quotes are set differently on the page."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


class Pages:
    """The words of a PDF by page. Asked for texts in reading order, `next` goes on from where the last one began."""

    def __init__(self, pdf: Path) -> None:
        document = pypdfium2.PdfDocument(pdf)
        self.texts = [folded(page.get_textpage().get_text_range()) for page in document]
        self.at = 1
        self._place = 0
        document.close()

    def of(self, text: str, *, after: int = 1) -> int:
        """The first page from page `after` on where `text` begins. Raises LookupError where no page shows it."""
        return self._find(text, after, 0)[0]

    def next(self, text: str) -> int:
        """As `of`, from where the text asked for last begins."""
        self.at, self._place = self._find(text, self.at, self._place)
        return self.at

    def turn_to(self, page: int) -> None:
        """Go on at the head of this page."""
        self.at, self._place = page, 0

    def _find(self, text: str, page: int, place: int) -> tuple[int, int]:
        whole = folded(text)
        for length in (40, 24, 14, 8):  # a text may run over the page break within its first words
            start = place
            for number, shown in enumerate(self.texts[page - 1 :], start=page):
                found = shown.find(whole[:length], start)
                if found >= 0:
                    return number, found
                start = 0
            if len(whole) <= 14:
                break
        raise LookupError(f"not printed from page {page} on: {text[:60]!r}")

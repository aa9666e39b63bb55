"""Pages made by hand for tests: words set where a test wants them, without a PDF."""

from __future__ import annotations

from dataclasses import dataclass

from models.page import Font, Page, Word


@dataclass(frozen=True)
class Text:
    """A line of text whose first word begins at `x` and whose top is `top`; `\\t` in it jumps `tab` points."""

    x: float
    top: float
    text: str
    size: float = 11.0
    bold: bool = False
    tab: float = 30.0


def set_page(*texts: Text, number: int = 1, width: float = 595.0, height: float = 842.0) -> Page:
    """A page of words; each character is half as wide as the type is high."""
    words: list[Word] = []
    for text in texts:
        font = Font("Sans", text.size, text.bold)
        x = text.x
        for chunk in text.text.split("\t"):
            for token in chunk.split():
                end = x + len(token) * text.size / 2
                words.append(Word(token, x, text.top, end, text.top + text.size, number, len(words), font))
                x = end + text.size / 4
            x += text.tab
    return Page(number, width, height, words=tuple(words))

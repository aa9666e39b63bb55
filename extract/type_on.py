"""The texts and the type of the words of a page, once a page."""

from __future__ import annotations

from itertools import pairwise

from extract.once import once_a_page
from models.page import Font, Page


@once_a_page
def texts_on(page: Page) -> tuple[str, ...]:
    """The text of each word, in the order of `Page.words`."""
    return tuple([word.text for word in page.words])


@once_a_page
def letters_by_font(page: Page) -> list[tuple[Font, int]]:
    """How many letters are set in each font, in the order in which the fonts come.

    A font is shared by its words: it is known by its identity. Words of one font follow each other, and are counted together.
    """
    words, texts = page.words, texts_on(page)
    changes = [place for place, (a, b) in enumerate(pairwise([word.font for word in words]), 1) if a is not b]
    fonts: dict[int, Font] = {}
    letters: dict[int, int] = {}
    for start, end in pairwise([0, *changes, len(words)] if words else []):
        font = words[start].font
        fonts[id(font)] = font
        letters[id(font)] = letters.get(id(font), 0) + len("".join(texts[start:end]))
    return [(font, letters[key]) for key, font in fonts.items()]

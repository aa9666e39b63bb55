"""Words drawn across a page, behind what it says or over it: `DRAFT` on the slant, `CONFIDENTIAL` in large pale letters.

They are furniture: no cell and no line that they cross has them as its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from extract.type_on import letters_by_font
from models.geometry import Box
from models.page import Font, Page, Word

_LARGE, _LARGER = (
    18.0,
    1.8,
)  # points, and times the size of the page's text: what is set on the slant and smaller is a label
_LEVEL_LARGER = 2.5  # the same of words that stand level
_SLANT = 1.05  # times its size that the upright box of a slanted word is high; of any other it is as high as its size
_PALE = 0xB0  # the least of a pale colour's red, green and blue
_CORE = 0.3  # share of a word's height, above and below, in which large letters have no ink


def watermark(page: Page) -> frozenset[Word]:
    """The words of a page's watermark; mostly none."""
    large = [font for font, _ in letters_by_font(page) if font.size >= _LARGE]
    if not large:
        return frozenset()
    usual = median(w.font.size for w in page.words)
    found: set[Word] = set()
    for font in large:
        words = [w for w in page.words if w.font is font]
        slanted = font.size >= _LARGER * usual and all(map(_slanted, words))
        if slanted or (font.size >= _LEVEL_LARGER * usual and _pale(font) and _crosses(words, page)):
            found.update(words)
    return frozenset(found)


def _slanted(word: Word) -> bool:
    along = word.x1 - word.x0 if word.turned in (90, 270) else word.bottom - word.top
    return along > _SLANT * word.font.size


def _pale(font: Font) -> bool:
    colour = font.colour.removeprefix("#")
    return len(colour) == 6 and all(int(colour[i : i + 2], 16) >= _PALE for i in (0, 2, 4))


def _crosses(words: Sequence[Word], page: Page) -> bool:
    """Whether other words stand within these, as none does that is a line of the text."""
    cores = [_core(w) for w in words]
    return any(core.holds_middle_of(w) for core in cores for w in page.words if w.font is not words[0].font)


def _core(word: Word) -> Box:
    if word.turned in (90, 270):
        cut = _CORE * (word.x1 - word.x0)
        return Box(word.x0 + cut, word.top, word.x1 - cut, word.bottom)
    cut = _CORE * (word.bottom - word.top)
    return Box(word.x0, word.top + cut, word.x1, word.bottom - cut)

"""What one page shows, as the page engine hands it to everybody above.

All places are in PDF points from the top left corner of the crop box *as a reader sees it*, `/Rotate` applied. `Page.unrotated`
turns a box back for `source_spans`. Colours are `#rrggbb`.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat

from models.geometry import Box, Spots
from models.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Font:
    """A font as it is used on the page; shared by all words set in it."""

    name: str
    size: float  # points, as seen (text matrix applied)
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"


@quick
@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A run of characters without a gap. Compared by identity: two equal-looking words are two words."""

    text: str  # NFC, ligatures expanded, private-use glyphs told by their font where known
    x0: float
    top: float
    x1: float
    bottom: float
    page: int  # 1-based
    number: int  # place in `Page.words`, 0-based
    font: Font
    turned: int = 0  # degrees the text is turned clockwise as seen: 0, 90, 180, 270
    superscript: bool = False  # smaller and raised beside its neighbour: a footnote mark
    confidence: float = 1.0  # the chance that it is read right; below 1 where it was read from a picture

    @property
    def box(self) -> Box:
        return Box(self.x0, self.top, self.x1, self.bottom)


def make_words(
    texts: Sequence[str],
    boxes: Sequence[Sequence[float]],
    page: int,
    fonts: Sequence[Font],
    turned: Sequence[int],
    superscript: Sequence[bool],
) -> tuple[Word, ...]:
    """The words of a page from a list of each of their qualities; `boxes` are the lists of x0, top, x1 and bottom."""
    return tuple(map(Word, texts, *boxes, repeat(page), range(len(texts)), fonts, turned, superscript))


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Text in the text layer that the page does not show, and why.

    `clipped`, `off page`, `invisible`, `background colour`, `covered` or `layer switched off`.
    """

    text: str
    box: Box
    reason: str


@quick
@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke or thin filled rectangle, level or upright: `x0 == x1` where upright, `top == bottom` where level."""

    x0: float
    top: float
    x1: float
    bottom: float
    width: float = 0.0  # of the stroke
    colour: str = "#000000"

    @property
    def vertical(self) -> bool:
        return self.bottom - self.top > self.x1 - self.x0


@quick
@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle that is no rule, in painting order."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: str

    @property
    def box(self) -> Box:
        return Box(self.x0, self.top, self.x1, self.bottom)


@quick
@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn path that is neither rule nor fill: arrows, circles, ticks, charts.

    `points` are its corners, and the ends and middles of its curves, as seen; the last is the first again where it is closed.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    points: tuple[tuple[float, float], ...]
    curved: bool
    fill: str | None
    stroke: str | None

    @property
    def box(self) -> Box:
        return Box(self.x0, self.top, self.x1, self.bottom)


@quick
@dataclass(frozen=True, slots=True)
class Image:
    """A picture. Of a small one `mark` is what it shows, named as in `Cell.symbols`, and `colour` the one it has that is no grey.

    Both are None where that is not known.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    mark: str | None = None
    colour: str | None = None

    @property
    def box(self) -> Box:
        return Box(self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, slots=True)
class Link:
    """A link annotation with a URI."""

    x0: float
    top: float
    x1: float
    bottom: float
    url: str

    @property
    def box(self) -> Box:
        return Box(self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, eq=False)
class Page:
    """One page, read once, compared by identity. `words` are in drawing order; sorting into lines is `extract.lines`' work."""

    number: int  # 1-based
    width: float  # as seen
    height: float
    rotation: int = 0  # clockwise, 0, 90, 180, 270: `/Rotate`, and a page that lies on its side set upright
    label: str | None = None  # the PDF's own page label
    words: tuple[Word, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    shapes: tuple[Shape, ...] = ()
    images: tuple[Image, ...] = ()
    links: tuple[Link, ...] = ()
    method: str = "text"  # how the words were read: `text` or `ocr`
    fonts: frozenset[Hashable] = (
        frozenset()
    )  # the fonts it names, as they stand in the file; compared, never looked into
    warnings: tuple[str, ...] = field(default=())

    @cached_property
    def answers(self) -> dict[object, object]:
        """What was worked out of it before, by the question (`extract.once`)."""
        return {}

    @cached_property
    def spots(self) -> Spots[Word]:
        """Where its words stand."""
        return Spots(self.words)

    def forget(self) -> None:
        """Lets go of what was worked out of it: who asks again has it worked out again."""
        for name in ("answers", "spots"):
            self.__dict__.pop(name, None)

    def unrotated(self, box: Box) -> Box:
        """`box` in points from the top left of the crop box before `/Rotate` is applied."""
        if self.rotation == 90:
            return Box(box.top, self.width - box.x1, box.bottom, self.width - box.x0)
        if self.rotation == 180:
            return Box(self.width - box.x1, self.height - box.bottom, self.width - box.x0, self.height - box.top)
        if self.rotation == 270:
            return Box(self.height - box.bottom, box.x0, self.height - box.top, box.x1)
        return box

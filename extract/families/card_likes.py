"""Tiles known by their likeness: boxes of one size, or places without a box in a row, each with a large figure and a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from extract.families.card_figures import FIGURE, large_figure
from extract.families.card_texts import Text, names_figure, texts_of
from models.geometry import Box, box_around
from models.page import Page, Word

FEWEST = 3  # tiles that are alike
LARGEST_OF_FRAME = 1.25  # times the smallest type of a frame
ALIKE = 0.05  # share of width and height by which they may differ
LARGER = 1.5  # times the type of the page: figures of tiles without boxes
LABELLED = 0.6  # share of such tiles that must have a label beside their figure
APART = 1.7  # times the height of a line: lines of one tile stand no further from each other
FIRST_APART = 2.2  # times the height of the figure: it may stand in a ring, or under a name of fewer lines
TITLE = 1.2  # times the type of a name: what stands over it is the page's title
MOST_LINES = 5  # above a figure, and below it
PADDING = 3.0  # points


def has_figure(words: Sequence[Word]) -> bool:
    """Whether one figure is set larger than all else in a frame."""
    sizes = [w.font.size for w in words if not w.turned]
    if not sizes or max(sizes) < LARGEST_OF_FRAME * min(sizes):
        return False
    return large_figure(texts_of([w for w in words if not w.turned]), set()) is not None


def alike(frames: Sequence[Box], known: Sequence[Box]) -> list[Box]:
    """Those of some frames that are as wide and high as others of them, or as frames that are `known`; none over another."""
    found: list[Box] = []
    for frame in frames:
        same = [f for f in (*frames, *known) if _same_size(frame, f)]
        over = any(
            f.overlap(frame) > 0.2 * min(f.width * f.height, frame.width * frame.height) for f in (*known, *found)
        )
        if len(same) >= FEWEST and not over:
            found.append(frame)
    return found


def _same_size(one: Box, two: Box) -> bool:
    return abs(one.width - two.width) <= ALIKE * one.width and abs(one.height - two.height) <= ALIKE * one.height


def open_tiles(page: Page) -> tuple[Box, ...]:
    """The places of tiles that no box is drawn around: figures of one large type in rows, with labels above or below them."""
    words = [w for w in page.words if not w.turned]
    if len(words) < 4 * FEWEST:
        return ()
    sizes = [w.font.size for w in words]
    usual = median(sizes)
    if max(sizes) <= LARGER * usual or not any(
        w.font.size > LARGER * usual and any(c.isdigit() for c in w.text) for w in words
    ):
        return ()
    texts = texts_of(words)
    large = [t for t in texts if t.words[0].font.size > LARGER * usual and FIGURE.fullmatch(t.text)]
    found: list[Box] = []
    for size in {round(t.words[0].font.size) for t in large}:
        own = [t for t in large if round(t.words[0].font.size) == size]
        rows = list(_rows(own))
        if len(own) >= FEWEST and any(len(row) > 1 for row in rows):
            named = _named_above(rows[0], texts)
            found += [box for row in rows for box in _tiles(row, texts, large, named=named)]
    labelled = sum(any(names_figure(t) for t in texts if box.holds_middle_of(t.box)) for box in found)
    return tuple(found) if len(found) >= FEWEST and labelled >= LABELLED * len(found) else ()


def _rows(figures: Sequence[Text]) -> Iterator[list[Text]]:
    """Figures that stand on one line, left to right."""
    row: list[Text] = []
    for figure in sorted(figures, key=lambda t: t.box.top):
        if row and figure.box.middle_y - row[0].box.middle_y > 0.5 * figure.box.height:
            yield sorted(row, key=lambda t: t.box.x0)
            row = []
        row.append(figure)
    if row:
        yield sorted(row, key=lambda t: t.box.x0)


def _named_above(row: Sequence[Text], texts: Sequence[Text]) -> bool:
    """Whether texts stand over the figures of the first row, each over its own, and not below them alone."""
    over = [
        any(
            0 <= figure.box.top - t.box.bottom < FIRST_APART * figure.box.height
            and min(t.box.x1, figure.box.x1) > max(t.box.x0, figure.box.x0)
            and t.box.width < 0.5 * (row[-1].box.x1 - row[0].box.x0)
            for t in texts
        )
        for figure in row
    ]
    return sum(over) > 0.5 * len(row)


def _tiles(row: Sequence[Text], texts: Sequence[Text], large: Sequence[Text], *, named: bool) -> Iterator[Box]:
    """The tile around each figure of a row: between its neighbours, over the lines that stand close above and below it."""
    if len(row) < 2:
        return
    best: list[list[Text]] = []
    for walls in (_by_starts(row), _by_middles(row)):
        columns = [[t for t in texts if a <= t.box.x0 and t.box.x1 <= b] for a, b in pairwise(walls)]
        held = [
            _lines_about(figure, _between_figures(figure, own, large, named=named), large)
            for figure, own in zip(row, columns, strict=True)
        ]
        if all(len(lines) > 1 for lines in held) and sum(map(len, held)) > sum(map(len, best)):
            best = held
    for lines in best:
        around = box_around([w for t in lines for w in t.words])
        yield Box(around.x0 - PADDING, around.top - PADDING, around.x1 + PADDING, around.bottom + PADDING)


def _between_figures(figure: Text, own: Sequence[Text], large: Sequence[Text], *, named: bool) -> list[Text]:
    """The texts of a column that are not those of the tiles above and below: where the names stand above the figures
    (`named`), the widest white between two figures parts their tiles, else the figures themselves do.
    """
    kept = list(own)
    for way in (-1, 1):
        others = [t for t in own if t in large and way * (t.box.middle_y - figure.box.middle_y) > 0]
        if not others:
            continue
        other = min(others, key=lambda t: way * t.box.middle_y)
        upper, lower = (other, figure) if way < 0 else (figure, other)
        lines = sorted((t for t in own if upper.box.bottom <= t.box.middle_y <= lower.box.top), key=lambda t: t.box.top)
        cut = lower.box.top
        if named and len(lines) > 1:
            white, at = max((b.box.top - a.box.bottom, a.box.bottom) for a, b in pairwise(lines))
            cut = at + white / 2
        kept = [t for t in kept if way * (t.box.middle_y - cut) < 0]
    return kept


def _by_starts(row: Sequence[Text]) -> list[float]:
    """Walls left of each figure, where names and labels begin below each other."""
    starts = [t.box.x0 - PADDING for t in row]
    return [*starts, starts[-1] + max(b - a for a, b in pairwise(starts))]


def _by_middles(row: Sequence[Text]) -> list[float]:
    """Walls halfway between figures, where all is centred."""
    middles = [(t.box.x0 + t.box.x1) / 2 for t in row]
    halves = [(a + b) / 2 for a, b in pairwise(middles)]
    wide = max(b - a for a, b in pairwise(middles)) / 2
    return [middles[0] - wide, *halves, middles[-1] + wide]


def _lines_about(figure: Text, texts: Sequence[Text], large: Sequence[Text]) -> list[Text]:
    """A figure and the lines close above and below it, none of them beyond another figure."""
    found = [figure]
    for way in (-1, 1):
        last, size = figure.box, None
        beyond = sorted(
            (t for t in texts if (t.box.middle_y - figure.box.middle_y) * way > 0), key=lambda t: way * t.box.top
        )
        for text in beyond[: 2 * MOST_LINES]:
            white = last.top - text.box.bottom if way < 0 else text.box.top - last.bottom
            room = FIRST_APART * figure.box.height if last is figure.box else APART * text.box.height
            title = way < 0 and size is not None and text.words[0].font.size > TITLE * size
            if text in large or white > room or title:
                break
            found.append(text)
            last, size = text.box, text.words[0].font.size
    level = [
        t for t in texts if t is not figure and abs(t.box.middle_y - figure.box.middle_y) < 0.1 * figure.box.height
    ]
    return list(dict.fromkeys([*found, *level]))

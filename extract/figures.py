"""Charts and pictures of a page, which nobody reads: each is recorded with its place, its caption and the words drawn in it.

A chart is a heap of drawings that lie within each other's reach and of which some are plotted: lines or bent shapes of some size, or
bars that stand on one line. What is drawn inside a table (an arrow, a sparkline, a bar of a cell) belongs to the table.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import cast

from extract.furniture import PageFurniture
from extract.ocr import needs_ocr
from models.geometry import Box
from models.page import Page, Word
from models.record import Field, Printed
from models.section import Figure, Paragraph, Section
from models.table import Table

CAPTION = re.compile(
    r"(?:figure|fig|table|chart|graph|diagram|map|plot|picture|photo(?:graph)?|image|infographic)\.?\s*[A-Z]?\d+",
    re.IGNORECASE,
)
SIZE = 0.015  # share of the page from which on drawings are a chart
APART = 4.0  # breadths of a bar from one to the next
REACH = 14.0  # points between drawings of one chart
PLOTTED = 30.0  # points: the least length of a line or a bent shape that is plotted
FEWEST_BARS, FEWEST_DRAWN = 4, 3
MARGIN = 22.0  # points around the drawings in which the labels of the axes stand
NEAR = 46.0  # points between a figure and its caption
LONGEST_TITLE = 20  # words
HALF = 0.5
LOGO = 3  # pages that show one picture at one place
MOST_BEHIND = 40  # words over a picture, beyond which it lies behind the text


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A drawing of a page: plotted (a line or bent shape of some size, bars), or what only surrounds such."""

    box: Box
    plotted: bool = False


_Heap = tuple[Box, list[_Drawn]]


def charts_of(page: Page, housed: Sequence[Box]) -> Sequence[Figure]:
    """The drawn charts of a page, outside of its tables (`housed`); their words are put in when it is known who read them."""
    asked = (charts_of, tuple(housed))
    if asked not in page.answers:
        page.answers[asked] = tuple(_charts(page, housed))
    return cast("Sequence[Figure]", page.answers[asked])


def _charts(page: Page, housed: Sequence[Box]) -> list[Figure]:
    shapes = [s for s in page.shapes if not _inside(s.box, housed)]
    fills = [f.box for f in page.fills if not _inside(f.box, housed)]
    if not shapes and len(fills) < FEWEST_BARS:
        return []
    drawn = [_Drawn(s.box, plotted=max(s.x1 - s.x0, s.bottom - s.top) >= PLOTTED) for s in shapes]
    drawn += [_Drawn(box, plotted=True) for box in _bars(fills, page.words)]
    drawn += [_Drawn(box) for box in fills]
    if not any(d.plotted for d in drawn):
        return []
    rules = (Box(r.x0, r.top, r.x1, r.bottom) for r in page.rules)
    drawn += [_Drawn(box) for box in rules if not _inside(box, housed)]
    found: list[Box] = []
    for box in _heaps(drawn, page):
        if not any(_overlap(box, other) > HALF for other in found):
            found.append(box)
    return [Figure(page.number, box) for box in found]


def _bars(fills: Sequence[Box], words: Sequence[Word]) -> Iterator[Box]:
    """Boxes around fills of one breadth that stand on one line, not far apart, with ends that differ. Lines of marked text are none."""
    for foot, end, start, breadth in (("bottom", "top", "x0", "width"), ("x0", "x1", "top", "height")):
        standing: dict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in fills:
            standing[round(getattr(box, foot)), round(getattr(box, breadth))].append(box)
        for (_, broad), group in standing.items():
            for own in _runs(group, start, APART * broad) if len(group) >= FEWEST_BARS else ():
                ends = {round(getattr(box, end)) for box in own}
                around = _around(*own)
                if len(ends) < FEWEST_BARS - 1 or min(around.width, around.height) < PLOTTED:
                    continue
                if sum(any(box.holds_middle_of(w) for w in words) for box in own) <= HALF * len(own):
                    yield around


def _runs(boxes: Iterable[Box], start: str, apart: float) -> Iterator[list[Box]]:
    """Boxes in their order, parted where the next begins further away."""
    run: list[Box] = []
    for box in sorted(boxes, key=attrgetter(start)):
        if run and getattr(box, start) - getattr(run[-1], start) > apart:
            yield run
            run = []
        run.append(box)
    if run:
        yield run


def _heaps(drawn: Sequence[_Drawn], page: Page) -> Iterator[Box]:
    """Boxes around what is plotted within each other's reach, with the axes and keys beside it, from top to bottom."""
    heaps: list[_Heap] = [(d.box, [d]) for d in drawn if d.plotted and not _is_paper(d.box, page)]
    heaps.sort(key=lambda heap: (heap[0].top, heap[0].x0))
    before = len(heaps) + 1
    while len(heaps) < before:
        before, heaps = len(heaps), _joined(heaps)
    around = [d for d in drawn if not d.plotted]
    for core, members in sorted(heaps, key=lambda heap: (heap[0].top, heap[0].x0)):
        box, beside = _with_axes(core, around)
        if len(members) + beside >= FEWEST_DRAWN and box.width * box.height > SIZE * page.width * page.height:
            yield box


def _with_axes(core: Box, around: Iterable[_Drawn]) -> tuple[Box, int]:
    """What is plotted with the axes, levels and keys that touch it, and how many these are. A frame around more than the chart is none."""
    wide, high = 1.5 * core.width + MARGIN, 1.5 * core.height + MARGIN
    left = [d.box for d in around if d.box.width <= wide and d.box.height <= high]
    box, count = core, 0
    while near := [b for b in left if _near(b, box)]:
        left = [b for b in left if not _near(b, box)]
        for item in near:
            grown = _around(box, item)
            if grown.width <= wide and grown.height <= high:
                box, count = grown, count + 1
    return box, count


def _is_paper(box: Box, page: Page) -> bool:
    return box.width > 0.97 * page.width or box.height > 0.97 * page.height


def _joined(heaps: Iterable[_Heap]) -> list[_Heap]:
    """One pass: each heap thrown onto those within its reach."""
    joined: list[_Heap] = []
    for box, members in heaps:
        apart = []
        for other, held in joined:
            if _near(other, box):
                box, members = _around(other, box), held + members
            else:
                apart.append((other, held))
        joined = [*apart, (box, members)]
    return joined


def figure_records(
    pages: Sequence[Page],
    tables: Sequence[Table],
    sections: Iterable[Section],
    taken: Collection[Word],
    running: Mapping[int, PageFurniture],
) -> Iterator[Printed]:
    """A record of each picture and chart. `taken` are the words that other records hold, `running` is the furniture by page."""
    blocks = [block for section in sections for block in section.blocks]
    pictures = [b for b in blocks if isinstance(b, Figure)]
    logos = _repeated(pictures, pages)
    number = 0
    for page in pages:
        own = [box for table in tables for n, box in table.pieces if n == page.number]
        if page.method == "ocr" or needs_ocr(page):
            continue  # the picture is the page
        shown = [f for f in pictures if f.page == page.number and _place(f) not in logos and not _behind(f, page, own)]
        charts = [f for f in charts_of(page, own) if not any(_overlap(f.box, p.box) > HALF for p in shown)]
        if not shown and not charts:
            continue
        paragraphs = [b for b in blocks if isinstance(b, Paragraph) and b.page == page.number]
        free = [w for w in page.words if w not in taken and w not in running[page.number].words and _says(w)]
        for figure in sorted((*shown, *charts), key=lambda f: (f.box.top, f.box.x0)):
            number += 1
            caption = _caption(figure, paragraphs)
            said = set(caption.all_words) if caption else set()
            words = tuple(w for w in free if _grown(figure.box, MARGIN).holds_middle_of(w) and w not in said)
            free = [w for w in free if w not in words]
            yield _record(number, replace(figure, words=words), caption)


def _record(number: int, figure: Figure, caption: Paragraph | None) -> Printed:
    box = figure.box
    kind = "picture" if figure.image is not None else "chart"
    place = (figure.page, (box.x0, box.top, box.x1, box.bottom))
    fields = {"text": Field(" ".join(w.text for w in figure.words), figure.words, place=place, confidence=0.9)}
    if caption is not None:
        fields["caption"] = Field(
            caption.text, caption.all_words, confidence=0.9 if CAPTION.match(caption.text) else 0.7
        )
    return Printed("figures", fields, confidence=0.9, facts={"figure_no": number, "kind": kind})


def _caption(figure: Figure, paragraphs: Iterable[Paragraph]) -> Paragraph | None:
    """The paragraph under or over a figure that says `Figure` and a number; else a short one right above it."""
    box = figure.box
    near = []
    for paragraph in paragraphs:
        left, right = min(n.x0 for n in paragraph.lines), max(n.x1 for n in paragraph.lines)
        if right <= box.x0 or left >= box.x1 or len(paragraph.text.split()) > 2 * LONGEST_TITLE:
            continue
        gap = max(box.top - paragraph.lines[-1].bottom, paragraph.top - box.bottom)
        if gap <= NEAR:
            near.append((gap, paragraph))
    numbered = [n for n in near if CAPTION.match(n[1].text)]
    titles = [
        n
        for n in near
        if n[1].heading_level and n[1].top < box.top + 0.2 * box.height and len(n[1].text.split()) <= LONGEST_TITLE
    ]
    return min(numbered or titles, key=lambda n: abs(n[0]), default=(0.0, None))[1]


def _repeated(pictures: Iterable[Figure], pages: Sequence[Page]) -> set[tuple[int, ...]]:
    """Places in the margins at which three pages or more have a picture of one size: a logo."""
    heights = {page.number: page.height for page in pages}
    pictures = [f for f in pictures if not 0.2 < f.box.middle_y / heights[f.page] < 0.85]
    counts = Counter(place for _, place in {(f.page, _place(f)) for f in pictures})
    return {place for place, count in counts.items() if count >= LOGO}


def _place(figure: Figure) -> tuple[int, ...]:
    return tuple(round(edge / 4) for edge in figure.box)


def _behind(figure: Figure, page: Page, tables: Iterable[Box]) -> bool:
    """Whether a picture lies behind text or tables, as a watermark or a background, or is a strip across the page."""
    if figure.box.width > 0.97 * page.width and figure.box.height < HALF * page.height:
        return True
    over = sum(figure.box.holds_middle_of(w) for w in page.words)
    return over > MOST_BEHIND or any(_overlap(box, figure.box) > HALF for box in tables)


def _says(word: Word) -> bool:
    return any(map(str.isalnum, word.text))


def _inside(box: Box, others: Iterable[Box]) -> bool:
    return any(other.contains(box, 3.0) for other in others)


def _grown(box: Box, by: float) -> Box:
    return Box(box.x0 - by, box.top - by, box.x1 + by, box.bottom + by)


def _near(a: Box, b: Box) -> bool:
    return a.x0 - REACH < b.x1 and b.x0 - REACH < a.x1 and a.top - REACH < b.bottom and b.top - REACH < a.bottom


def _around(*boxes: Box) -> Box:
    return Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
    )


def _overlap(a: Box, b: Box) -> float:
    """The share of `a` that `b` covers."""
    wide = min(a.x1, b.x1) - max(a.x0, b.x0)
    high = min(a.bottom, b.bottom) - max(a.top, b.top)
    return max(wide, 0.0) * max(high, 0.0) / max(a.width * a.height, 1e-9)

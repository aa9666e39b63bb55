"""Which lines at the edges of pages are furniture after all: not those of a table's headings, nor what body text parts from the edge."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.tables.words import folded, heading_words
from models.geometry import Box
from models.page import Page, Word

NEIGHBOURS = 4  # pages away; even and odd pages may differ, and a pack's papers are short
SAME_HEIGHT = 7.0  # points
MOST_BESIDE = 5  # pieces of a running line
FEWEST_HEADINGS = 3


@dataclass(frozen=True, slots=True)
class Edge:
    """A line at the head or foot of a page, or what a wide gap parts from the rest of it."""

    page: int
    words: tuple[Word, ...]
    box: Box
    text: str
    pattern: str  # digits folded
    foot: bool
    outermost: bool


def no_body_between(page: Page, edges: list[Edge]) -> list[Edge]:
    """Furniture stands outside the text: a repeated line with body text between it and the edge is body too."""
    if not edges:
        return edges
    taken = {w for e in edges for w in e.words}
    body = [w for w in page.words if w not in taken and w.turned == 0]
    if not body:
        return edges
    tops, bottoms = sorted([w.top for w in body]), sorted([w.bottom for w in body])
    kept = []
    for edge in edges:
        outside = len(tops) - bisect_right(tops, edge.box.bottom) if edge.foot else bisect_left(bottoms, edge.box.top)
        beside = outside <= 12  # a date or a stamp printed once beside the running header
        if beside:
            kept.append(edge)
    return kept


def no_table_cells(edges: Sequence[Edge], taken: Sequence[Edge]) -> list[Edge]:
    """A line in four or more pieces is a row of a table: a figure in it is no page number, unless the whole line repeats. In
    more pieces than a running line has, or in words that stand over columns, it is that of a table's headings, with what
    stands close above and below it.
    """
    kept: list[Edge] = []
    headings: list[Edge] = []
    for edge in taken:
        beside = [e for e in edges if abs(e.box.middle_y - edge.box.middle_y) < 3]
        if not edge.foot and (len(beside) > MOST_BESIDE or _are_headings(beside)):
            headings.append(edge)
        elif len(beside) < 4 or all(any(e is other for other in taken) for e in beside):
            kept.append(edge)
    return [e for e in kept if not any(_close(e, h) for h in headings)]


def _are_headings(beside: Sequence[Edge]) -> bool:
    """Whether all pieces of a line are known as headings of columns: `Ref`, `Action`, `Owner`."""
    if len(beside) < FEWEST_HEADINGS:
        return False
    known, _ = heading_words()
    return all(folded(e.text) in known for e in beside)


def _close(edge: Edge, other: Edge) -> bool:
    white = max(edge.box.top, other.box.top) - min(edge.box.bottom, other.box.bottom)
    return not edge.foot and white < 0.5 * other.box.height


def no_table_heading(page: Page, edges: list[Edge]) -> list[Edge]:
    """A borderless table repeats its headings too: several pieces beside each other with the body close below them."""
    head = sorted((e for e in edges if not e.foot), key=lambda e: e.box.bottom, reverse=True)
    if not head:
        return edges
    taken = {w for e in edges for w in e.words}
    body = [w for w in page.words if w not in taken]  # headings on their side too
    tops = sorted([w.top for w in body])
    close: list[Edge] = []
    for edge in head:
        middle = edge.box.middle_y
        under = [*tops[bisect_right(tops, middle) :][:1], *[w.top for e in close for w in e.words if w.top > middle]]
        if min(under, default=page.height) - edge.box.bottom > 0.8 * edge.box.height:
            break
        close.append(edge)
    several = any(a is not b and abs(a.box.middle_y - b.box.middle_y) < 3 for a in close for b in close)
    turned = [w for w in body if w.turned in (90, 270)]
    sideways = sum(any(0 < w.top - e.box.middle_y < 30 for e in close) for w in turned)
    several = several or sideways >= 3  # group headings over headings on their side
    return [e for e in edges if e not in close] if several else edges


def clear_elsewhere(edges: list[Edge], kept: list[Edge], clear: Mapping[int, Sequence[Edge]]) -> list[Edge]:
    """What is kept, and what only stands close over the text here, as a table's headings do, where it stands clear on another page."""
    close = [e for e in edges if not any(e is other for other in kept)]
    if not close:
        return kept
    page = close[0].page
    near = [e for n, others in clear.items() if 0 < abs(n - page) <= NEIGHBOURS for e in others if not e.foot]
    alike = [
        [e for e in near if e.pattern == own.pattern and abs(e.box.top - own.box.top) < SAME_HEIGHT] for own in close
    ]
    return edges if all(alike) else kept

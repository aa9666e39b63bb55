"""Running headers, footers and page numbers: what a page repeats around its own text.

A line near the edge of the page is furniture where its neighbour pages print the same at the same height, digits aside, or where it
is nothing but a page number. Lines inside a ruled grid are never furniture: a table's heading repeats too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.copies import copies_of
from extract.furniture_ends import with_ends
from extract.furniture_kept import (
    NEIGHBOURS,
    SAME_HEIGHT,
    Edge,
    clear_elsewhere,
    no_body_between,
    no_table_cells,
    no_table_heading,
)
from extract.furniture_papers import Apart
from extract.gridded import in_grid
from extract.joints import APART, joints
from extract.page_numbers import PAGE_BEHIND, PAGE_NUMBER, figure, number_amid, number_within
from extract.side_tabs import side_tabs
from extract.text import lines_of
from extract.watermarks import watermark
from models.geometry import box_around
from models.page import Page, Word

EDGE = 0.14  # share of the page's height, at its head and foot, in which furniture may stand
DEEPEST = 5  # lines from the edge
LEAST_STAMPED = 3  # pages near a page that is a file of its own, on which a stamp stands too

MOST_BEFORE_NUMBER = 14  # words of a running line
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class PageFurniture:
    """The furniture of one page. `printed_number` is the number it prints of itself; None where it prints none."""

    words: frozenset[Word]
    lines: tuple[tuple[Word, ...], ...]
    printed_number: int | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple([" ".join([w.text for w in line]) for line in self.lines])


def find_furniture(pages: Sequence[Page]) -> dict[int, PageFurniture]:
    """Page number -> its furniture, for every page."""
    edges = {page.number: _edge_lines(page) for page in pages}
    by_pattern: dict[tuple[str, bool], list[Edge]] = defaultdict(list)
    for lines in edges.values():
        for line in lines:
            by_pattern[(line.pattern, line.foot)].append(line)
    numbers_printed = {n: _number(lines) for n, lines in edges.items()}
    amid = _Amid(pages)
    files, copies = _files(pages), copies_of(pages)
    apart, ends = Apart(edges), with_ends(pages, edges)
    found: dict[int, PageFurniture] = {}
    running: dict[int, list[Edge]] = {}
    for page in pages:
        taken = [
            e
            for e in edges[page.number]
            if (_repeats(e, by_pattern[(e.pattern, e.foot)], numbers_printed, files, copies, apart) and not amid.has(e))
            or (_lone_number(e) and _counts_on(page.number, numbers_printed))
            or _says_its_page(e)
        ]
        taken += _beside_running(edges[page.number], taken, by_pattern)
        if (end := ends.get(page.number)) is not None and not any(e is end for e in taken):
            taken.append(end)
        running[page.number] = no_body_between(page, no_table_cells(edges[page.number], taken))
    clear = {page.number: no_table_heading(page, running[page.number]) for page in pages}
    for page in pages:
        taken = clear_elsewhere(running[page.number], clear[page.number], clear)
        numbers = [int(m.group(1)) for e in taken if (m := PAGE_NUMBER.match(e.text)) and m.group(1).isdecimal()]
        told = (*(e.words for e in taken), *side_tabs(page))
        found[page.number] = PageFurniture(
            frozenset(w for line in told for w in line) | watermark(page),
            told,
            numbers[-1] if numbers else _number_amid(taken, by_pattern),
        )
    return found


def _number_amid(taken: Sequence[Edge], by_pattern: Mapping[tuple[str, bool], Sequence[Edge]]) -> int | None:
    """The page number within a running line; a figure is one where it begins at 1, or counts on with the pages."""
    for edge in taken:
        number, pages = number_amid(edge.text)
        if number is None:
            continue
        near = (e for e in by_pattern[(edge.pattern, edge.foot)] if 0 < abs(e.page - edge.page) <= NEIGHBOURS)
        if (number == 1 and pages) or any(number_amid(e.text)[0] == number + e.page - edge.page for e in near):
            return number
    return None


class _Amid:
    """The lines in the middle of the pages: what stands there again and again, alike in place and type, is text at the edge too.

    A roll call (`NOES: None`, `MOTION CARRIED.`) that a page break cuts leaves its lines at the head and foot of the pages.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = {page.number: page for page in pages}
        self._middle: dict[int, list[Word]] = {}
        self._texts: dict[int, set[str]] = {}
        self._lines: dict[int, Counter[tuple[str, int, int]]] = {}

    def has(self, edge: Edge) -> bool:
        near = range(edge.page - NEIGHBOURS, edge.page + NEIGHBOURS + 1)
        key = _look(edge.words)
        texts = set(key[0].split(" "))
        # lines are made only of pages where all these words stand in the middle
        return sum(self._of(n)[key] for n in near if n in self._pages and texts <= self._texts_of(n)) >= 2

    def _texts_of(self, number: int) -> set[str]:
        if number not in self._texts:
            page = self._pages[number]
            low, high = page.height * EDGE, page.height * (1 - EDGE)
            self._middle[number] = [w for w in page.words if w.turned == 0 and w.bottom >= low and w.top <= high]
            self._texts[number] = set(map(str.casefold, {w.text for w in self._middle[number]}))
        return self._texts[number]

    def _of(self, number: int) -> Counter[tuple[str, int, int]]:
        if number not in self._lines:
            pieces = (piece for line in lines_of(self._middle[number]) for piece in split_at_gaps(line, 3.0))
            self._lines[number] = Counter(_look(piece) for piece in pieces)
        return self._lines[number]


def _look(words: Sequence[Word]) -> tuple[str, int, int]:
    """A line's words, where it begins and its size: enough to know it again."""
    text = " ".join([w.text for w in words]).casefold()
    return (text, round(words[0].x0 / 6), round(words[0].font.size))


def _beside_running(
    edges: Sequence[Edge], taken: Sequence[Edge], by_pattern: dict[tuple[str, bool], list[Edge]]
) -> list[Edge]:
    """A date or a number on the line of a running header (`Council Minutes    09/14/98  -2-`), where another page prints its like there."""
    found = []
    for edge in edges:
        if (
            any(edge is e for e in taken)
            or not any(map(str.isdecimal, edge.text))
            or sum(map(str.isalpha, edge.text)) > 4
        ):
            continue
        beside = any(abs(e.box.middle_y - edge.box.middle_y) < 2 and any(map(str.isalpha, e.text)) for e in taken)
        alike = any(
            e.page != edge.page
            and abs(e.page - edge.page) <= NEIGHBOURS
            and abs(e.box.top - edge.box.top) < SAME_HEIGHT
            for e in by_pattern[(edge.pattern, edge.foot)]
        )
        if beside and alike:
            found.append(edge)
    return found


def _edge_lines(page: Page) -> list[Edge]:
    """The outermost lines of a page, cut where a wide gap parts left, middle and right."""
    head, foot_from, middle = page.height * EDGE, page.height * (1 - EDGE), page.height / 2
    zones = [w for w in page.words if (w.bottom < head or w.top > foot_from) and w.turned == 0]
    found: list[Edge] = []
    for foot in (False, True):
        lines = lines_of([w for w in zones if (w.top > middle) == foot])
        ordered = lines[::-1] if foot else lines
        for depth, line in enumerate(ordered[:DEEPEST]):
            for piece in split_at_gaps(line, 3.0):
                box = box_around(piece)
                if in_grid(page, box):
                    continue
                text = " ".join([w.text for w in piece])
                pattern = _DIGITS.sub("#", text.casefold())
                found.append(Edge(page.number, tuple(piece), box, text, pattern, foot, depth == 0))
    return found


def split_at_gaps(line: Sequence[Word], gap: float) -> list[list[Word]]:
    """A line in pieces, cut where the space between two words is wider than `gap` times the size of the type."""
    pieces: list[list[Word]] = [[line[0]]]
    for left, right in pairwise(line):
        if right.x0 - left.x1 > gap * max(left.font.size, right.font.size, 6.0):
            pieces.append([right])
        else:
            pieces[-1].append(right)
    return pieces


def _number(edges: Sequence[Edge]) -> int | None:
    for edge in edges:
        match = PAGE_NUMBER.match(edge.text) if _lone_number(edge) else None
        if match and match.group(1).isdecimal():
            return int(match.group(1))
    return None


def _files(pages: Sequence[Page]) -> dict[int, int]:
    """The file that each page of a pack comes from, by number; a file of one page is 0."""
    bound = joints(pages)
    begins = [i for i, page in enumerate(pages) if i == 0 or bound.get(page.number, 0.0) >= APART]
    found: dict[int, int] = {}
    for number, (start, stop) in enumerate(zip(begins, [*begins[1:], len(pages)], strict=True), start=1):
        found.update((page.number, number if stop - start > 1 else 0) for page in pages[start:stop])
    return found


def _repeats(
    edge: Edge,
    alike: Sequence[Edge],
    numbers: dict[int, int | None],
    files: dict[int, int],
    copies: Mapping[int, frozenset[int]],
    apart: Apart,
) -> bool:
    """Whether a neighbour page prints the same there. In a pack it is one of the same file: the titles of papers of one body are alike."""
    others = {
        other.page
        for other in alike
        if other.page != edge.page
        and abs(other.page - edge.page) <= NEIGHBOURS
        and abs(other.box.top - edge.box.top) < SAME_HEIGHT
        and other.page not in copies.get(edge.page, ())
        and _one_run(edge.page, other.page, numbers)
        and _same_type(edge, other)
        and files[edge.page] in (0, files[other.page])
        and (edge.foot or not apart.tell(edge, other))
    }
    if files[edge.page] == 0 and len(files) > 1 and not _runs(others, files):
        return False
    letters = sum(map(str.isalpha, edge.text))
    if letters < 3 and not PAGE_NUMBER.match(edge.text):
        # a figure in a column repeats by chance; a company's number in the last line of each page does not
        just_so = {other.page for other in alike if other.page in others and other.text == edge.text}
        stamped = letters == len(edge.text) > 1 and edge.text.isupper() and not edge.foot and bool(just_so)
        within = edge.foot and _counts_within(edge, alike, others)
        return edge.outermost and (len(just_so) >= 2 or stamped or within)  # the letters of a committee: `DE`
    if (
        letters < 3 and not edge.outermost
    ):  # `06/24` and `11/24` number the items that happen to be the first of two pages
        near = (other for other in alike if other.page in others)
        return any(figure(other.text) - figure(edge.text) == other.page - edge.page for other in near)
    return bool(others)


def _counts_within(edge: Edge, alike: Sequence[Edge], others: Collection[int]) -> bool:
    """Whether a line is the number of its page within a paper (`4.1`, `4.2` in the paper of item 4): others count on with it."""
    own = number_within(edge.text)
    near = [(e.page, number_within(e.text)) for e in alike if e.page in others] if own is not None else []
    return any(n is not None and own is not None and n == (own[0], own[1] + page - edge.page) for page, n in near)


def _runs(pages: Collection[int], files: Mapping[int, int]) -> bool:
    """Whether a line of a file of one page runs over the pack: it repeats within another file, or on many pages beside it."""
    held = Counter(files[page] for page in pages if files[page])
    return len(pages) >= LEAST_STAMPED or max(held.values(), default=0) > 1


def _same_type(a: Edge, b: Edge) -> bool:
    """A running line is set alike on its pages; two papers' titles that name one body at one height often are not."""
    one, two = a.words[0].font, b.words[0].font
    return abs(one.size - two.size) < 1 and a.text.isupper() == b.text.isupper()


def _one_run(a: int, b: int, numbers: dict[int, int | None]) -> bool:
    """Two first pages of two papers look alike, and are no evidence: their page numbers do not count on from one to the other."""
    first, second = numbers.get(a), numbers.get(b)
    return first is None or second is None or second - first == b - a


def _counts_on(page: int, numbers: dict[int, int | None]) -> bool:
    """Whether a lone number is a page number: the first of a paper, the page's own, or one that its neighbours count with."""
    number = numbers.get(page)
    if number is None or number in (1, page):
        return True
    near = range(page - NEIGHBOURS, page + NEIGHBOURS + 1)
    return any(other != page and numbers.get(other) == number + other - page for other in near)


def _lone_number(edge: Edge) -> bool:
    return edge.outermost and bool(PAGE_NUMBER.match(edge.text)) and (edge.foot or "page" in edge.text.casefold())


def _says_its_page(edge: Edge) -> bool:
    """Whether the last line of a page ends in its number (`Anyshire Council – page 3`): a footer, though no other page has its like."""
    if not (edge.foot and edge.outermost) or len(edge.words) > MOST_BEFORE_NUMBER:
        return False
    match = PAGE_BEHIND.search(edge.text)
    return match is not None and int(match[1]) == edge.page

"""Papers of one file that head their first pages alike: told apart by what runs at the foot of their pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.furniture_kept import SAME_HEIGHT, Edge

LETTERS = 3  # of a foot that says more than its page's number


class Apart:
    """Which lines at the heads of two pages are the titles of two papers, and no running line.

    `HARBOUR BOARD` over page 2 and over page 4, while page 3 has no such line and the foot of the first two says `Paper A – Minutes`,
    of the last `Paper B – Log`.
    """

    def __init__(self, edges: Mapping[int, Sequence[Edge]]) -> None:
        self._edges = edges
        self._feet: dict[int, str | None] = {}

    def tell(self, one: Edge, other: Edge) -> bool:
        """Whether the like of a line on another page is that of another paper."""
        first, last = (one.page, other.page) if one.page < other.page else (other.page, one.page)
        if one.foot or last - first < 2:
            return False
        feet = self._foot(first), self._foot(last)
        if None in feet or feet[0] == feet[1]:
            return False
        between = range(first + 1, last)
        return not any(self._has(page, one) for page in between) and any(self._foot(page) in feet for page in between)

    def _foot(self, page: int) -> str | None:
        """The last line of a page with its digits folded; None where it is a number or nothing."""
        if page not in self._feet:
            feet = [e.pattern for e in self._edges.get(page, ()) if e.foot and sum(map(str.isalpha, e.text)) >= LETTERS]
            self._feet[page] = feet[0] if feet else None
        return self._feet[page]

    def _has(self, page: int, line: Edge) -> bool:
        edges = self._edges.get(page, ())
        return any(e.pattern == line.pattern and abs(e.box.top - line.box.top) < SAME_HEIGHT for e in edges)

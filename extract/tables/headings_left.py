"""Columns whose headings are set left and whose figures are set right: the white that parts their figures lies across headings.

Each heading stands in the white before the figures of its own column. Where there is one for each column, the edges go where
headings and figures leave white at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.textlines import Segment, TextLine, cut

APART = 0.62  # of the font size: headings of two columns stand at least so far apart
TOUCH = 0.5  # points that words may reach over an edge

Extent = tuple[float, float]


def between_headings(xs: Sequence[float], heads: Sequence[TextLine], body: Sequence[TextLine]) -> list[float]:
    """The edges of the columns, moved within the white of the body so that no heading stands across one; as they are where
    none does, or where there is not one heading a column.
    """
    lines = [cut(line.words, APART * line.size) for line in heads if not line.turned]
    if not any(_straddles(segment, xs) for segments in lines for segment in segments):
        return list(xs)
    columns = len(xs) - 1
    marked = _without_words(xs, body)  # no heading over the marks
    whole = next(
        (segments for segments in lines if len(segments) in (columns, columns - 1, columns - len(marked))), None
    )
    if whole is None or columns < 3:
        return list(xs)
    names = [(s.x0, s.x1) for s in whole]
    for segments in lines:
        if segments is not whole:
            names = _wrapped(names, [(s.x0, s.x1) for s in segments])
    white = [_white(x, body) for x in xs[1:-1]]
    if marked and len(names) == columns - len(marked):
        for n in marked:
            names.insert(n, (xs[n], xs[n]))
    elif len(names) == columns - 1:
        names = [(xs[0], xs[0]), *names]  # no heading over the labels
    edges = [
        xs[n + 1] if {n, n + 1} & set(marked) and names[n][1] <= xs[n + 1] <= names[n + 1][0]
        else _edge(white[n], names[n][1], names[n + 1][0])
        for n in range(columns - 1)
    ]  # fmt: skip
    moved = [edge for edge in edges if edge is not None]
    return [xs[0], *moved, xs[-1]] if len(moved) == columns - 1 and moved == sorted(moved) else list(xs)


def _without_words(xs: Sequence[float], body: Sequence[TextLine]) -> list[int]:
    """The columns in which no word of the body stands: those of drawn marks."""
    middles = [(w.x0 + w.x1) / 2 for line in body for w in line.words]
    return [n for n in range(len(xs) - 1) if not any(xs[n] <= x < xs[n + 1] for x in middles)]


def _straddles(segment: Segment, xs: Sequence[float]) -> bool:
    return any(segment.x0 + TOUCH < x < segment.x1 - TOUCH for x in xs[1:-1])


def _wrapped(names: Sequence[Extent], line: Sequence[Extent]) -> list[Extent]:
    """The headings with the words of another of their lines; what stands over or under two of them is a group's."""
    found = list(names)
    for x0, x1 in line:
        under = [n for n, (a, b) in enumerate(names) if x0 < b and a < x1]
        if len(under) == 1:
            a, b = found[under[0]]
            found[under[0]] = (min(a, x0), max(b, x1))
    return found


def _white(x: float, body: Sequence[TextLine]) -> Extent:
    """From where to where no word of the body stands around an edge, but for those that run over it."""
    words = [w for line in body if not line.turned for w in line.words]
    ends = [w.x1 for w in words if w.x1 <= x + TOUCH]
    begins = [w.x0 for w in words if w.x0 >= x - TOUCH]
    return max(ends, default=x), min(begins, default=x)


def _edge(white: Extent, end: float, begin: float) -> float | None:
    """An edge in the white of the body, behind one heading and before the next; None where there is no room for it."""
    low, high = max(white[0], end), min(white[1], begin)
    return (low + high) / 2 if low <= high else None

"""Tables whose rules stand at totals alone: the rows and bands above the first of these rules, and below the last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from extract.tables.fills import WHITE, Canvas
from extract.tables.frames import ACROSS, SAME_EDGE, Frame, lines_in, with_row_above
from extract.tables.textlines import TextLine
from models.page import Word

SAME_PLACE = 4.0  # points from the left edge of a table within which its labels begin
WIDER = 1.5  # of the usual white between rows: lines further apart are no rows of one table
LEAST_WHITE = 4.0  # points of white that never part two rows
FEWEST_ENDS = 2  # figures of a row
LONGEST_BAND = 10  # words
LEAST_PAINT = 1.5  # points of a stripe: as `frames.with_painted_above` looks at it


def with_rows_around(frame: Frame, words: Sequence[Word], canvas: Canvas) -> Frame:
    """A frame whose first rule stands over a row of figures, with the rows of the same columns above that rule and below the
    last: the figures of each end where those inside do. Painted or bold lines between such rows are bands of the table.
    """
    top, bottom, left, right = frame
    inside = lines_in(words, frame)
    if not inside or not is_row(inside[0]):
        return frame
    ends = [s.x1 for line in inside for s in line.segments if s.figure]
    rows = _Rows(frame, inside, ends, canvas)
    lines = lines_in(words, (0.0, 1e6, left, right))
    above = [n for n in lines if (n.top + n.bottom) / 2 < top - 1]
    below = [n for n in lines if (n.top + n.bottom) / 2 > bottom + 1]
    (first, band), (last, _) = rows.go(reversed(above), inside[0]), rows.go(below, inside[-1])
    foot = max(bottom, last.bottom + 1)
    if band is not first:  # a plain title over the first rows, where headings stand above it
        titled = (band.top - 1, foot, left, right)
        headed = with_row_above(titled, words)
        if headed != titled:
            return headed
    around = (rows.head(min(top, first.top - 1)), foot, left, right)
    return with_row_above(around, words) if around[0] < top else around


def is_row(line: TextLine) -> bool:
    """Whether a line is a label and figures beside it, two or more."""
    figures = sum(s.figure for s in line.segments)
    return (
        not line.turned and not line.segments[0].figure and figures >= FEWEST_ENDS and figures >= len(line.segments) - 2
    )


class _Rows:
    """What the rows of one table have in common."""

    def __init__(self, frame: Frame, inside: Sequence[TextLine], ends: Sequence[float], canvas: Canvas) -> None:
        _, _, self.left, self.right = frame
        self.ends, self.canvas = ends, canvas
        whites = [b.top - a.bottom for a, b in pairwise(inside)]
        self.white = max(LEAST_WHITE, WIDER * median(whites)) if whites else LEAST_WHITE
        self.size = inside[0].size

    def go(self, lines: Iterable[TextLine], start: TextLine) -> tuple[TextLine, TextLine]:
        """The last line that is surely of the table, from `start` away from the frame, and the last that may be.

        A band is surely of it where a row stands behind it, or where it is painted.
        """
        reached = at = start
        for line in lines:
            white = max(line.top - at.bottom, at.top - line.bottom)
            if white > self.white or abs(line.size - self.size) > 1:
                break
            if is_row(line) and self._keeps(line):
                reached = line
            elif not self._is_band(line):
                break
            elif self._is_painted(line):
                reached = line
            at = line
        return reached, at

    def head(self, top: float) -> float:
        """Where painted headings end that stand over the first row, a row's white apart; else `top` itself."""
        if self.canvas.is_blank:
            return top
        heights = (top - step for step in range(int(self.white) + 1))
        return next((y for y in heights if self._painted_at(y - LEAST_PAINT)), top)

    def _keeps(self, line: TextLine) -> bool:
        return all(min(abs(s.x1 - x) for x in self.ends) < SAME_EDGE for s in line.segments if s.figure)

    def _is_band(self, line: TextLine) -> bool:
        short = len(line.segments) == 1 and len(line.words) <= LONGEST_BAND
        return short and abs(line.x0 - self.left) < SAME_PLACE and (line.bold or self._is_painted(line))

    def _is_painted(self, line: TextLine) -> bool:
        return not self.canvas.is_blank and self._painted_at((line.top + line.bottom) / 2)

    def _painted_at(self, y: float) -> bool:
        return all(self.canvas.at(self.left + (self.right - self.left) * share, y) != WHITE for share in ACROSS)

"""The stretches between level rules, and between edges of colour across a table, of which some hold a record and a note below its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.tables.fills import is_white
from extract.tables.ladder_bands import DOUBLE
from extract.tables.rungs import SAME_END
from extract.tables.textlines import PHRASE, TextLine, cut, text_lines
from models.page import Page, Word

LEAST_CELLS = 3  # texts side by side in a line of a record or of headings
LOWEST, HIGHEST = 6.0, 120.0  # points a stripe is high that is painted across a table
SAME_SIZE = 0.3  # points
CLOSE = 0.9  # of the font size: white between lines of one cell, and of headings
LARGER = 1.2  # times the type of headings: a title over them
ENDLESS = 1e6
LEAST_GAP = 8.0  # points between edges with nothing in them: the white between two tables


@dataclass(frozen=True, slots=True)
class Strip:
    """What stands between two rules or edges of colour. `heads` are the last of its lines where they are headings."""

    top: float
    bottom: float
    lines: Sequence[TextLine]
    heads: Sequence[TextLine]
    painted: bool

    @property
    def open(self) -> bool:
        return bool(self.heads) or self.bottom >= ENDLESS

    @property
    def anchors(self) -> list[TextLine]:
        return [line for line in self.lines if len(line.segments) >= LEAST_CELLS]

    def tail(self) -> int:
        """How many of the first lines end with the last that has cells side by side."""
        return max((n for n, line in enumerate(self.lines, start=1) if len(line.segments) > 1), default=0)

    def sure(self) -> int | None:
        """The first line below the cells that runs across two of them: it is of no cell."""
        for n in range(self.tail(), len(self.lines)):
            if any(runs_across(self.lines[n], anchor) for anchor in self.anchors):
                return n
        return None


def runs_across(line: TextLine, anchor: TextLine) -> bool:
    """Whether a line runs from below one cell of a record to below another, with no more than spaces between its words."""
    under = [s for s in anchor.segments if s.x0 < line.x1 - 1 and line.x0 + 1 < s.x1]
    return len(under) > 1 and len(cut(line.words, 2 * PHRASE * line.size)) == 1


def stripes_across(page: Page, heights: Sequence[float], left: float, right: float) -> list[tuple[float, float]]:
    """From where to where colour is painted across the table, in one piece or cell by cell, with no rule inside."""
    rows: dict[tuple[int, int], list[tuple[float, float, float, float]]] = {}
    for fill in page.fills:
        if LOWEST <= fill.bottom - fill.top <= HIGHEST and not is_white(fill.colour):
            rows.setdefault((round(fill.top), round(fill.bottom)), []).append((fill.x0, fill.x1, fill.top, fill.bottom))
    found: list[tuple[float, float]] = []
    for row in rows.values():
        at = left + SAME_END
        for x0, x1, _, _ in sorted(row):
            at = max(at, x1) if x0 <= at + 1 else at
        top, bottom = row[0][2:]
        if at >= right - SAME_END and not any(top + DOUBLE < h < bottom - DOUBLE for h in heights):
            found.append((top, bottom))
    return found


def strips_between(
    words: Sequence[Word], heights: Sequence[float], stripes: Sequence[tuple[float, float]]
) -> list[Strip]:
    bounds = list(heights)
    bounds += [y for stripe in stripes for y in stripe if all(abs(y - h) > DOUBLE for h in heights)]
    bounds = [-ENDLESS, *sorted(set(bounds)), ENDLESS]
    raw: list[tuple[float, float, list[TextLine], bool]] = []
    for top, bottom in pairwise(bounds):
        lines = text_lines([w for w in words if top <= (w.top + w.bottom) / 2 < bottom])
        painted = any(abs(top - a) <= DOUBLE and abs(bottom - b) <= DOUBLE for a, b in stripes)
        raw.append((top, bottom, lines, painted))
    look = _look_of([line for _, _, lines, _ in raw for line in lines])
    found: list[Strip] = []
    for top, bottom, lines, painted in raw:
        count = _headings(lines, look) if bottom < ENDLESS else 0
        found.append(Strip(top, bottom, lines[: len(lines) - count], lines[len(lines) - count :], painted))
    return _whole(found, heights)


def _whole(strips: Sequence[Strip], heights: Sequence[float]) -> list[Strip]:
    """Strips with what stands on them or below them in white, where a record is shaded and its note is not."""
    found: list[Strip] = []
    for strip in strips:
        above = found[-1] if found else None
        shaded = above is not None and above.painted and above.anchors and not above.heads
        ruled = any(abs(strip.top - h) <= DOUBLE for h in heights)
        if above is not None and shaded and not (ruled or strip.painted or strip.anchors):
            found[-1] = replace(above, bottom=strip.bottom, lines=[*above.lines, *strip.lines], heads=strip.heads)
        elif strip.lines or strip.heads or LEAST_GAP < strip.bottom - strip.top < ENDLESS / 2:
            found.append(strip)
    return found


Look = tuple[bool, float, str]


def _look(line: TextLine) -> Look:
    """How most words of a line are set: whether bold, how large, in what colour."""
    colours = Counter(w.font.colour for w in line.words)
    return line.bold, round(line.size, 1), colours.most_common(1)[0][0]


def _look_of(lines: Sequence[TextLine]) -> Look | None:
    looks = Counter(_look(line) for line in lines if len(line.segments) >= LEAST_CELLS)
    return looks.most_common(1)[0][0] if looks else None


def _headings(lines: Sequence[TextLine], usual: Look | None) -> int:
    """How many of the last lines are headings: set in another way than records, close together, some with texts side by side."""
    count = 0
    for line in reversed(lines):
        bold, size, colour = _look(line)
        otherwise = usual is not None and (
            (bold and not usual[0]) or abs(size - usual[1]) > 2 * SAME_SIZE or colour != usual[2]
        )
        apart = count and lines[len(lines) - count].top - line.bottom > CLOSE * line.size
        if not otherwise or apart or (count and len(line.segments) == 1 and line.size > LARGER * lines[-1].size):
            break
        count += 1
    heads = lines[len(lines) - count :]
    # words side by side in narrow columns may stand but a space apart
    return count if any(len(cut(line.words, PHRASE * line.size)) >= LEAST_CELLS for line in heads) else 0

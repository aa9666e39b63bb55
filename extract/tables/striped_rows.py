"""The rows of a striped table: those that are painted, those between, and how words keep to its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.tables.fills import is_white
from extract.tables.headed import named_heads
from extract.tables.stripes import LOWEST, SAME_EDGE, Stripes
from extract.tables.textlines import PHRASE, TextLine, cut
from models.page import Fill, Page

INSIDE = 1.0  # points a word may reach over an edge
FEWEST_TEXTS = 2  # of a row that is not painted
OFF = 3.0  # points between a badge and the edges of its column
WIDE = 0.9  # share of a table's width that painted headings, and the title of a section, cover


@dataclass(slots=True)
class Row:
    """A stretch across the table. `open`: its words stand in no columns, as those of a section's title."""

    top: float
    bottom: float
    lines: Sequence[TextLine]
    open: bool = False


def fills_between(page: Page, stripes: Stripes) -> list[Fill]:
    """The coloured cells of a page that stand between the sides of a table. Badges inside its cells are none of them."""
    left, right = stripes.left - SAME_EDGE, stripes.right + SAME_EDGE
    own = [f for f in page.fills if f.x0 >= left and f.x1 <= right and f.bottom - f.top >= LOWEST]
    return [f for f in own if not is_white(f.colour) and not _is_badge(f, stripes.xs)]


def _is_badge(fill: Fill, xs: Sequence[float]) -> bool:
    """Whether a fill stands inside one column, off both of its edges: it tells nothing of where a row begins."""
    return any(a + OFF < fill.x0 and fill.x1 < b - OFF for a, b in pairwise(xs))


def rows_of(stripes: Stripes, lines: Sequence[TextLine], fills: Sequence[Fill]) -> list[Row] | None:
    """The stripes and what stands between them, from above; None where words do not keep to the columns."""
    found: list[Row] = []
    for number, (top, bottom) in enumerate(stripes.rows):
        if number and top - stripes.rows[number - 1][1] > LOWEST:
            between = _between(stripes.rows[number - 1][1], top, stripes, lines, fills)
            if between is None:
                return None
            found += between
        own = within(lines, top, bottom)
        title = any(_is_across(f, stripes) and abs(f.top - top) <= SAME_EDGE for f in fills) and _is_title(own, stripes)
        if own and not (title or keeps(own, stripes.xs)):
            return None
        found.append(Row(top, bottom, own, open=title))
    return found


def _between(
    top: float, bottom: float, stripes: Stripes, lines: Sequence[TextLine], fills: Sequence[Fill]
) -> list[Row] | None:
    """The rows between two stripes: one, or as many as ratings and bands that are painted in it tell."""
    cuts = {top, bottom}
    for fill in fills:
        for y in (fill.top, fill.bottom):
            if top + LOWEST < y < bottom - LOWEST and all(abs(y - other) > LOWEST for other in cuts):
                cuts.add(y)
    found: list[Row] = []
    for a, b in pairwise(sorted(cuts)):
        rows = _titled(a, b, stripes, lines)
        if rows is None:
            return None
        found += rows
    return found


def _titled(top: float, bottom: float, stripes: Stripes, lines: Sequence[TextLine]) -> list[Row] | None:
    """A row, with the title of a section that stands over it in bold, or the headings that stand over it once more."""
    own = within(lines, top, bottom)
    at = next((n for n, line in enumerate(own) if line.bold and _is_title([line], stripes)), None)
    if at is None or len(own) == 1 or any(line.bold for line in own if line is not own[at]):
        row = row_of(top, bottom, stripes, lines)
        return [row] if row is not None else None
    white = [(a.bottom + b.top) / 2 for a, b in pairwise(own)]
    under = named_heads(own[at + 1 :])
    cuts = [top, *white[max(at - 1, 0) : at], *white[at : at + 1], bottom]
    if under and at + 1 + len(under) < len(own):
        cuts.insert(-1, white[at + len(under)])
    rows = [row_of(a, b, stripes, lines) for a, b in pairwise(cuts)]
    return [row for row in rows if row is not None] if None not in rows else None


def row_of(top: float, bottom: float, stripes: Stripes, lines: Sequence[TextLine]) -> Row | None:
    """A row that is not painted, or the title of those below it; None where its words do neither."""
    own = within(lines, top, bottom)
    if own and keeps(own, stripes.xs) and columns_held(own, stripes.xs) >= FEWEST_TEXTS:
        return Row(top, bottom, own)
    return Row(top, bottom, own, open=True) if _is_title(own, stripes) else None


def _is_title(lines: Sequence[TextLine], stripes: Stripes) -> bool:
    """Whether lines are one text that begins at the left of a table."""
    return bool(lines) and all(len(line.segments) == 1 for line in lines) and lines[0].x0 < stripes.xs[1]


def _is_across(fill: Fill, stripes: Stripes) -> bool:
    return fill.x1 - fill.x0 >= WIDE * (stripes.right - stripes.left)


def within(lines: Sequence[TextLine], top: float, bottom: float) -> list[TextLine]:
    """The lines that have their middle between two heights."""
    return [line for line in lines if top <= (line.top + line.bottom) / 2 < bottom]


def keeps(lines: Sequence[TextLine], xs: Sequence[float]) -> bool:
    """Whether no phrase stands across an edge between columns."""
    phrases = [p for line in lines for p in cut(line.words, PHRASE * line.size)]
    return not any(p.x0 + INSIDE < x < p.x1 - INSIDE for p in phrases for x in xs[1:-1])


def columns_held(lines: Sequence[TextLine], xs: Sequence[float]) -> int:
    """In how many columns words stand."""
    middles = [(w.x0 + w.x1) / 2 for line in lines for w in line.words]
    return sum(any(a <= x < b for x in middles) for a, b in pairwise(xs))

"""Whether a region makes a table, and how sure its columns and rows are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.tables.regions import Region
from extract.tables.spanning import Piece
from extract.tables.textlines import is_figure
from extract.tables.words import folded, heading_words
from models.geometry import Box
from models.page import Page, Word

FULL = 0.8  # share of the places of a table of texts that hold words
SAME_PLACE, STRAY = 1.2, 0.1  # points; share of a column's cells that may begin elsewhere
FEWEST_ROWS = 3  # below the headings of a table of texts
EDGES_OF_BANDS = 3  # of two bands of colour; the last may end below the words
LONGEST_HEADING = 5  # words
LARGEST_MARK = 30.0  # points: what is drawn larger is no arrow, tick or badge
PLOTTED, STROKE, FLAT = 8, 12.0, 0.6  # slanted strokes of a plot; points that they are wide and high at least


def believable(region: Region, columns: int, rows: Sequence[Sequence[Piece]], heads: int) -> bool:
    """Whether the rows make a table and not a list, prose in columns, or a table of contents."""
    body = rows[heads:]
    if columns < 2 or len(body) < (2 if region.heads is None else 1):
        return False
    pieces = [p for row in body for p in row]
    if region.form:
        return columns in (2, 4) and not any(p.last_column > p.column for p in pieces)
    beyond = [p for p in pieces if p.column > 0 and p.last_column == p.column]
    if not beyond:
        return False
    figures = sum(all(is_figure(w.text) for w in p.words) for p in beyond) / len(beyond)
    words = sum(len(p.words) for p in beyond) / len(beyond)
    full = [row for row in body if len(row) >= 2]
    if region.heads == 0:  # its headings are drawn above it, and its words keep to them
        return len(full) >= 0.5 * len(body)
    covered = sum(p.rows * (p.last_column - p.column + 1) for p in pieces)
    if (
        columns >= 4 - region.headed
        and len(full) >= 2
        and covered >= 0.5 * columns * len(body)
        and _named(rows[:heads], columns)
    ):
        return True
    filled = len(pieces) / (columns * len(body))
    ruled = _rules(region) >= 3
    if (region.framed and figures >= 0.3) or ((region.framed or region.headed) and ruled):
        return len(full) >= 2 and filled >= 0.34 and (figures >= 0.3 or words <= 12)
    if len(full) < 3 or len(full) < 0.4 * len(body):
        return False
    if sum(any(p.last_column > p.column for p in row) for row in body) > 0.3 * len(body):
        return False  # words that keep to no column: a card, or text set beside figures
    if columns == 2:
        return figures >= 0.75 and not _ascending(beyond)
    if filled >= FULL and _keep_to_columns(rows, columns) and _set_off(region, rows, columns):
        return True  # texts
    return figures >= 0.45 and words <= 5 and filled >= 0.35


def _keep_to_columns(rows: Sequence[Sequence[Piece]], columns: int) -> bool:
    """Whether the cells of each column all begin at one place, or all end there, and none runs over its column."""
    for column in range(columns):
        own = [p for row in rows for p in row if p.column == column == p.last_column]
        starts, ends = sorted(p.x0 for p in own), sorted(p.x1 for p in own)
        if not own or min(sum(abs(x - _middle(xs)) > SAME_PLACE for x in xs) for xs in (starts, ends)) > STRAY * len(
            own
        ):
            return False
    return not any(p.last_column > p.column for row in rows for p in row)


def _middle(ordered: Sequence[float]) -> float:
    return ordered[len(ordered) // 2]


def _set_off(region: Region, rows: Sequence[Sequence[Piece]], columns: int) -> bool:
    """Whether the first row is headings, by its type or its words, or bands of colour part the rows."""
    first, *rest = rows
    if len(rest) < FEWEST_ROWS:
        return False
    if len(region.marks) >= EDGES_OF_BANDS:
        return True
    if len(first) < columns or any(len(p.words) > LONGEST_HEADING for p in first):
        return False
    bold = [all(w.font.bold for p in row for w in p.words) for row in (first, *rest)]
    return (bold[0] and not any(bold[1:])) or _named(rows[:1], columns)


def _rules(region: Region) -> int:
    """How many level rules run over most of a region's width."""
    return len({round(float(r[0]) / 3) for r in region.level if r[2] - r[1] > 0.6 * region.box.width})


def _named(heads: Sequence[Sequence[Piece]], columns: int) -> bool:
    """Whether the headings name nearly all columns, half of them in words that publishers put over columns."""
    phrases, known = heading_words()
    named: dict[int, list[Word]] = {}
    for row in heads:
        for piece in row:
            if piece.column == piece.last_column:
                named.setdefault(piece.column, []).extend(piece.words)
    if len(named) < 0.75 * columns:
        return False
    hits = 0.0
    for words in named.values():
        parts = [folded(w.text) for w in words]
        hits += 1.0 if "".join(parts) in phrases else 0.8 * sum(p in known for p in parts) / len(parts)
    return hits >= 0.5 * len(named)


def _ascending(pieces: Sequence[Piece]) -> bool:
    """Whether figures only ever grow, line by line: the page numbers of a table of contents."""
    values = [int(t) for p in pieces if (t := p.words[0].text.rstrip(".")).isdecimal()]
    return len(values) >= 0.8 * len(pieces) and values == sorted(values) and len(set(values)) > 2 and values[-1] < 1000


def evidence(region: Region, body: Sequence[Sequence[Piece]], *, heads: bool) -> float:
    """How sure columns and rows are by themselves: rules above and below, figures that fill their columns, rows alike."""
    beyond = [p for row in body for p in row if p.column > 0]
    figures = sum(all(is_figure(w.text) for w in p.words) for p in beyond) / max(1, len(beyond))
    counts = Counter(len(row) for row in body if len(row) > 1)
    alike = counts.most_common(1)[0][1] / max(1, sum(counts.values())) if counts else 0.0
    spread = sum(p.last_column > p.column for row in body for p in row) / max(1, len(beyond))
    sure = (
        0.74 + 0.1 * region.framed + 0.08 * (figures > 0.8) + 0.06 * (alike > 0.8) + 0.03 * heads + 0.05 * region.headed
    )
    return round(min(sure - 0.3 * spread, 0.97), 3)


def is_chart(region: Region, page: Page) -> bool:
    """Whether a plot is drawn inside a region: its words are labels."""
    return is_drawn_over(region.box, page)


def is_drawn_over(box: Box, page: Page, taller: float = 0.0) -> bool:
    """Whether lines or bent shapes of some size are drawn inside a box, as of a plot; those no `taller` are not counted."""
    drawn = 0
    for shape in page.shapes:
        if max(shape.x1 - shape.x0, shape.bottom - shape.top) < LARGEST_MARK:
            continue  # arrows, ticks and badges stand in tables too
        if shape.bottom - shape.top <= taller:
            continue
        if box.contains(shape, 3) and (len(shape.points) >= 4 or shape.stroke is not None):
            wide = shape.x1 - shape.x0 > 0.2 * box.width or shape.bottom - shape.top > 0.2 * box.height
            drawn += 3 if wide else 1
    return drawn >= 3


def is_plotted_over(box: Box, page: Page) -> bool:
    """Whether lines are drawn inside a box stroke by stroke, neither level nor upright, as charts join their points."""
    slanted = 0
    for shape in page.shapes:
        wide, high = shape.x1 - shape.x0, shape.bottom - shape.top
        slanted += shape.stroke is not None and wide > STROKE and high > FLAT and box.contains(shape, 3)
    return slanted >= PLOTTED

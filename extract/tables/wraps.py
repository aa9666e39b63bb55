"""Body lines -> rows: which lines are rows of their own and which are the wrapped rest of a cell."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from extract.middles import median, quantile
from extract.tables.fills import STEP, Canvas
from extract.tables.headings import PERIOD
from extract.tables.regions import Region
from extract.tables.spanning import Piece, pieces_of
from extract.tables.textlines import TextLine, is_figure

PARTED = 0.2  # of the font size: how much further apart rows stand than the lines of a cell
SAME_CELL = 0.45  # of the font size: lines of one cell stand no further apart than this
TALLEST_BAND = 5.0  # of the font size: a band of colour that is one row


def body_rows(lines: Sequence[TextLine], xs: Sequence[float], region: Region, canvas: Canvas) -> list[list[Piece]]:
    """The rows of a table's body, top to bottom."""
    pieces = [pieces_of(line, xs, walls=region.walls) for line in lines]
    breaks = row_breaks(lines, pieces, xs, region, canvas)
    rows: list[list[Piece]] = []
    for number, own in enumerate(pieces):
        if number in breaks or not rows:
            rows.append(own)
        else:
            _add(rows[-1], own)
    return rows


def _add(row: list[Piece], more: Sequence[Piece]) -> None:
    for piece in more:
        above = next((p for p in row if p.column <= piece.last_column and piece.column <= p.last_column), None)
        if above is None:
            row.append(piece)
        else:
            above.words.extend(piece.words)
            above.last_column = max(above.last_column, piece.last_column)
    row.sort(key=lambda p: p.column)


def row_breaks(
    lines: Sequence[TextLine], pieces: Sequence[Sequence[Piece]], xs: Sequence[float], region: Region, canvas: Canvas
) -> set[int]:
    """The numbers of the lines that begin a row."""
    if region.form:  # a line of labels alone is the rest of those above it
        return {0} | {n for n, own in enumerate(pieces) if own[0].words[0].font.bold and len(own) > 1}
    told = ruled_breaks(lines, pieces, region) or gap_breaks(lines, pieces)
    if told is not None:
        return told
    breaks = {0}
    gaps = [max(0.0, b.top - a.bottom) for a, b in itertools.pairwise(lines)]
    tight = quantile(gaps, 0.25) if gaps else 0.0
    labels = [p for own in pieces for p in own if p.column == 0 and p.last_column == 0]
    label_width = max((p.x1 for p in labels), default=xs[1]) - min((p.x0 for p in labels), default=xs[0])
    for number in range(1, len(lines)):
        begun = max(breaks)
        full = any(p.column > 0 for own in pieces[begun : number - 1] for p in own)
        rest_of_label = full and number - 1 > begun and all(p.column == 0 for p in pieces[number - 1])
        beside = any(p.column > 0 for p in pieces[number])
        if not canvas.is_blank and _in_one_band(number, begun, lines, pieces, canvas):
            continue
        # A line that ends a label does not begin the next one too.
        if (rest_of_label and beside) or not _goes_on(number, lines, pieces, gaps, tight, label_width, canvas):
            breaks.add(number)
    return breaks


def _in_one_band(
    number: int, begun: int, lines: Sequence[TextLine], pieces: Sequence[Sequence[Piece]], canvas: Canvas
) -> bool:
    """Whether a line stands in the band of colour of the row begun, in columns where that has no words yet: labels at the
    top of a band and figures at its foot.
    """
    held = {c for own in pieces[begun:number] for p in own for c in range(p.column, p.last_column + 1)}
    if any(c in held for p in pieces[number] for c in range(p.column, p.last_column + 1)):
        return False
    upper, lower = lines[begun], lines[number]
    top, bottom, most = (upper.top + upper.bottom) / 2, (lower.top + lower.bottom) / 2, TALLEST_BAND * lower.size
    for x in (upper.x0 + 1, lower.x1 - 1):
        colour = canvas.at(x, top)
        above = next((y for y in _steps(top, top - most) if canvas.at(x, y) != colour), None)
        below = next((y for y in _steps(top, top + most) if canvas.at(x, y) != colour), None)
        if above is None or below is None or below < bottom or below - above > most:
            return False
    return True


def _steps(start: float, end: float) -> list[float]:
    """Heights a sample of the canvas apart."""
    return [float(y) for y in np.arange(start, end, STEP if end > start else -STEP)]


def ruled_breaks(lines: Sequence[TextLine], pieces: Sequence[Sequence[Piece]], region: Region) -> set[int] | None:
    """Rows between level rules, where every row is ruled off; None where rules part groups of rows only."""
    box = region.box
    heights = [float(r[0]) for r in region.level if r[2] - r[1] > 0.6 * box.width] + list(region.marks)
    starts = {0}
    for number in range(1, len(lines)):
        upper, lower = lines[number - 1], lines[number]
        if any((upper.top + upper.bottom) / 2 < y <= (lower.top + lower.bottom) / 2 for y in heights):
            starts.add(number)
    if len(starts) < 3:
        return None
    order = [*sorted(starts), len(lines)]
    for first, end in itertools.pairwise(order):
        figures = [
            (p.column, n)
            for n in range(first, end)
            for p in pieces[n]
            if p.column > 0 and all(is_figure(w.text) for w in p.words)
        ]
        columns = [c for c, _ in figures]
        if len(set(columns)) < len(columns):
            return None  # two figures of one column between two rules are two rows
    return starts


def gap_breaks(lines: Sequence[TextLine], pieces: Sequence[Sequence[Piece]]) -> set[int] | None:
    """Rows told by white alone: cells are set apart further than their lines, and the lines of a row below its first have fewer
    cells, as those of wrapped texts do. None where that is not so.
    """
    gaps = [lower.top - upper.bottom for upper, lower in itertools.pairwise(lines)]
    if len(gaps) < 3:
        return None
    size = median([line.size for line in lines])
    order = sorted(gaps)
    steps = [(b - a, n) for n, (a, b) in enumerate(itertools.pairwise(order))]
    step, at = max(steps)
    narrow, wide = order[at], order[at + 1]
    if step < PARTED * size or wide - narrow < 2 * (narrow - order[0]) or narrow > SAME_CELL * size:
        return None
    starts = {0} | {n + 1 for n, gap in enumerate(gaps) if gap > (narrow + wide) / 2}
    held = [{p.column for p in own} for own in pieces]
    bounds = [*sorted(starts), len(lines)]
    for first, end in itertools.pairwise(bounds):
        if 0 not in held[first]:
            return None  # records of several rows
        for n in range(first + 1, end):
            figures = [p.column for p in pieces[n] if p.column and _figures(p) and not _is_period(p)]
            if len(held[n]) >= max(2, len(held[first])) or len(figures) >= 2:
                return None
    return starts if len(starts) >= 2 else None


def _is_period(piece: Piece) -> bool:
    return all(PERIOD.match(w.text) for w in piece.words)


def _goes_on(
    number: int,
    lines: Sequence[TextLine],
    pieces: Sequence[Sequence[Piece]],
    gaps: Sequence[float],
    tight: float,
    label_width: float,
    canvas: Canvas,
) -> bool:
    """Whether a line is part of the row of the line above it."""
    upper, lower = lines[number - 1], lines[number]
    above, below = pieces[number - 1], pieces[number]
    gap = gaps[number - 1]
    if gap > max(SAME_CELL * lower.size, tight + 1.5):
        return False
    columns_above = {c for p in above for c in range(p.column, p.last_column + 1)}
    columns_below = {c for p in below for c in range(p.column, p.last_column + 1)}
    figures_above = {p.column for p in above if p.column and _figures(p)}
    figures_below = {p.column for p in below if p.column and _figures(p)}
    if figures_above & figures_below or (figures_above and figures_below):
        return False
    if any(p.last_column > p.column for p in (*above, *below)):
        return False
    if canvas.at(lower.x0 + 1, (upper.top + upper.bottom) / 2) != canvas.at(
        lower.x0 + 1, (lower.top + lower.bottom) / 2
    ):
        return False  # the banding changes
    if columns_below == {0} and columns_above == {0}:
        return _label_wraps(upper, lower, label_width) and not _stands_out(upper, lower)
    if columns_below == {0}:  # the rest of a label under a full row
        return _label_wraps(upper, lower, label_width, above[0]) and not _stands_out(upper, lower)
    if columns_above == {0}:  # the beginning of a label over its figures
        return _label_wraps(upper, lower, label_width) and not _stands_out(upper, lower)
    if 0 not in columns_below:
        return not figures_below or not figures_above
    return False


def _figures(piece: Piece) -> bool:
    return all(is_figure(w.text) for w in piece.words)


def _stands_out(upper: TextLine, lower: TextLine) -> bool:
    one, two = upper.words[0].font, lower.words[0].font
    return one.bold != two.bold or abs(one.size - two.size) > 0.12 * one.size


def _label_wraps(upper: TextLine, lower: TextLine, label_width: float, label: Piece | None = None) -> bool:
    """Whether the label of the upper line goes on in the lower: its next word had no room left, and it does not begin anew."""
    if not lower.words:
        return False
    words = label.words if label is not None else upper.words
    last, first = words[-1], lower.words[0]
    room = label_width - (last.x1 - words[0].x0)  # labels may be set from the right
    no_room = (first.x1 - first.x0) + 0.25 * lower.size > room - 1
    if last.text.endswith(("-", "–", ",")) or first.text[:1].islower() or first.text[:1] in "(&":
        return no_room or first.text[:1].islower()
    indented = lower.x0 - (label.x0 if label is not None else upper.x0) > 3
    return no_room and (indented or len(words) >= 3) and not is_figure(first.text)

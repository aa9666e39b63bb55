"""What stands above the first stripe of a table and below its last one: headings, titles of sections, and rows that are not painted."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.headed import named_heads
from extract.tables.prose import NOTE
from extract.tables.striped_rows import FEWEST_TEXTS, WIDE, Row, columns_held, keeps, row_of, within
from extract.tables.stripes import FEWEST_CELLS, HIGHEST, LOWEST, SAME_EDGE, Stripes
from extract.tables.textlines import TextLine
from models.page import Fill

LINES_APART = 0.9  # of the font size: white between the lines of headings, and of an outer row
FURTHER = 6.0  # points: so much further the first of them may stand from what is painted
MOST_BANDS = 4  # titles of sections beyond the outer stripes
AIR = 2.0  # points between the words of an outer row and its edge
HIGHEST_AIR = 40.0  # points between the words of a row and what is painted below it
TOUCHES = 1.0  # points


def above_first(
    stripes: Stripes, lines: Sequence[TextLine], fills: Sequence[Fill]
) -> tuple[float, list[TextLine], list[Row]]:
    """What stands above the first stripe: where the table begins, its headings if they are not painted, and its first rows."""
    start, rows = stripes.rows[0][0], list[Row]()
    for _ in range(MOST_BANDS):
        painted = _painted_over(stripes, fills, start)
        foot = max((f.bottom for f in painted), default=0.0)
        over = _lines_over(stripes, [line for line in lines if foot <= (line.top + line.bottom) / 2 < start], start)
        heads = [line for n, line in enumerate(over) if all(other.bold for other in over[: n + 1])]
        heads = heads or named_heads(over)
        body = over[len(heads) :]
        if columns_held(heads, stripes.xs) < FEWEST_TEXTS:
            heads, body = [], over
        if not all(keeps([line], stripes.xs) for line in body):
            return start, [], rows
        if heads:
            end = _cut(heads, body, start, stripes, fills) if body else start
            return heads[0].top - AIR, heads, [*([Row(end, start, body)] if body else []), *rows]
        if not painted or len(within(lines, foot, start)) > len(over):
            top = body[0].top - AIR if body else start
            return top, [], [*([Row(top, start, body)] if body else []), *rows]
        if body:
            rows.insert(0, Row(foot, start, body))
        elif start - foot > LOWEST:
            return start, [], rows
        if len(painted) >= FEWEST_CELLS:
            return top_of_heads(stripes, fills, painted), [], rows
        start = min(f.top for f in painted)
        rows.insert(0, Row(start, foot, within(lines, start, foot), open=True))
    return start, [], rows


def _painted_over(stripes: Stripes, fills: Sequence[Fill], start: float) -> list[Fill]:
    """The next cells above a height that are painted side by side over all columns, in another colour than the stripes."""
    above = [f for f in fills if f.bottom <= start + TOUCHES and f.top < start - LOWEST]
    while above:
        low = max(f.bottom for f in above)
        if start - low > HIGHEST:
            break
        row = [f for f in above if abs(f.bottom - low) <= TOUCHES]
        if sum(f.x1 - f.x0 for f in row) >= WIDE * (stripes.right - stripes.left):
            return row
        above = [f for f in above if f not in row]  # ratings in the first row
    return []


def top_of_heads(stripes: Stripes, fills: Sequence[Fill], row: Sequence[Fill] = ()) -> float:
    """Where painted headings begin that `row` is the lowest row of, or else the first row of the table: they stand one on the other."""
    top = min((f.top for f in row), default=stripes.rows[0][0])
    while above := _painted_over(stripes, fills, top):
        if top - max(f.bottom for f in above) > TOUCHES or len(above) < FEWEST_TEXTS:
            break
        top = min(f.top for f in above)
    return top


def _cut(
    heads: Sequence[TextLine], body: Sequence[TextLine], start: float, stripes: Stripes, fills: Sequence[Fill]
) -> float:
    """Where headings end and the first row begins: at the top of what is painted in it, or between the two."""
    tops = [
        f.top
        for f in fills
        if abs(f.bottom - start) <= SAME_EDGE and f.x1 - f.x0 < WIDE * (stripes.right - stripes.left)
    ]
    low = max(line.bottom for line in heads)
    fitting = [y for y in tops if low - AIR <= y <= body[0].top + AIR]
    return min(fitting) if fitting else (low + body[0].top) / 2


def _lines_over(stripes: Stripes, lines: Sequence[TextLine], start: float) -> list[TextLine]:
    """The lines right above the first stripe that keep to its columns, and bold ones above them that may stand over several."""
    found: list[TextLine] = []
    for line in reversed([line for line in lines if (line.top + line.bottom) / 2 < start]):
        low = found[0].top if found else start
        over_rows = bool(found) and line.bold and not found[0].bold  # headings: further off than lines of one row
        if low - line.bottom > _white(line, first=not found) + (line.size if over_rows else 0):
            break
        over_several = line.bold and bool(found) and found[0].bold and len(line.segments) > 1
        if not keeps([line], stripes.xs) and not over_several:
            break
        found.insert(0, line)
    while found and found[0].bold and columns_held(found[:1], stripes.xs) < FEWEST_TEXTS:
        found.pop(0)  # a title over the headings
    return found


def _white(line: TextLine, *, first: bool) -> float:
    """How much white there may be between a line and the next one of its row, or between the first line and what is painted."""
    return max(LINES_APART * line.size, AIR) + (FURTHER if first else 0)


def below_last(stripes: Stripes, lines: Sequence[TextLine], fills: Sequence[Fill]) -> list[Row]:
    """The rows below the last stripe: one that is not painted, and where a section's title is painted below it, those after."""
    found: list[Row] = []
    start = stripes.rows[-1][1]
    for _ in range(MOST_BANDS):
        ratings = [f for f in fills if abs(f.top - start) <= TOUCHES]
        band = _painted_under(stripes, fills, start)
        own = _lines_under(stripes, lines, start, min((f.top for f in band), default=1e6))
        if ratings and not band:
            row = row_of(start, max(f.bottom for f in ratings), stripes, lines)
            return found if row is None or row.open else [*found, row]
        if columns_held(own, stripes.xs) < FEWEST_TEXTS:
            return found
        low = max(line.bottom for line in own)
        if not band or min(f.top for f in band) - low > HIGHEST_AIR:
            return [*found, Row(start, low + AIR, own)]
        title = within(lines, band[0].top, band[0].bottom)
        found += [Row(start, band[0].top, own), Row(band[0].top, band[0].bottom, title, open=True)]
        start = band[0].bottom
    return found


def _painted_under(stripes: Stripes, fills: Sequence[Fill], start: float) -> list[Fill]:
    """The cell across all columns, if any, that is painted below a height before anything else is, for the title of a section."""
    below = [f for f in fills if f.top >= start + LOWEST and f.top - start <= HIGHEST]
    wide = [f for f in below if f.x1 - f.x0 >= WIDE * (stripes.right - stripes.left)]
    return [min(wide, key=lambda f: f.top)] if wide else []


def _lines_under(stripes: Stripes, lines: Sequence[TextLine], start: float, end: float) -> list[TextLine]:
    """The lines of the row that begins at a height and is not painted."""
    found: list[TextLine] = []
    for line in within(lines, start, end):
        low = max((other.bottom for other in found), default=start)
        if line.top - low > _white(line, first=not found):
            break
        if not keeps([line], stripes.xs) or line.bold or (not found and NOTE.match(line.text)):
            break
        found.append(line)
    return found


def row_alone(columns: Stripes, lines: Sequence[TextLine], fills: Sequence[Fill]) -> Row | None:
    """The row at the top of a page that keeps to the columns of a table of the page before; None where anything else stands there."""
    if not lines or lines[0].x0 < columns.left - AIR or lines[0].x1 > columns.right + AIR:
        return None
    top = lines[0].top - AIR
    ratings = [f for f in fills if f.top - AIR <= lines[0].top <= f.bottom]
    own = _lines_under(columns, lines, top, max((f.bottom for f in ratings), default=1e6))
    if columns_held(own, columns.xs) < FEWEST_TEXTS or (not ratings and len(own) < len(lines)):
        return None
    low = max(line.bottom for line in own) + AIR
    return Row(min([top, *(f.top for f in ratings)]), max([low, *(f.bottom for f in ratings)]), own)

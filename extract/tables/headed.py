"""Tables that are known by their headings: a line of bold or coloured words, wide apart, that publishers put over columns."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.fills import WHITE, Canvas
from extract.tables.frames import OUTSIDE, titled
from extract.tables.prose import NOTE, hangs
from extract.tables.rules import Floats
from extract.tables.textlines import Segment, TextLine, cut
from extract.tables.words import folded, heading_words

FEWEST_HEADINGS = 3
NAMED = 0.6  # share of the headings that must be known words
RULED_NAMED = 0.3  # the same, of headings with a rule under them
WIDEST_WHITE = 4.0  # of the font size: rows further apart are of the table only where they keep to its columns
WIDEST_ROW = 9.0  # of the font size: rows further apart are not
TALLEST_ROW = 12.0  # of the font size: a row between two rules is no higher
SAME_END = 4.0  # points the rules of one table may end apart
CLOSE = 0.5  # of the font size: headings of narrow columns stand nearer each other than their cells
WRAPPED = 0.45  # of the font size: the lines of one heading stand no further apart
LONGEST_HEADING = 6  # words


def headed_stretches(lines: Sequence[TextLine], canvas: Canvas, level: Floats) -> list[list[TextLine]]:
    """Lines of each table that begins under a line of headings, headings included, top to bottom."""
    found: list[list[TextLine]] = []
    number = 0
    while number < len(lines):
        if not is_heading_line(lines[number], canvas, level):
            number += 1
            continue
        first = first_line(lines, number, found[-1][-1] if found else None, canvas)
        end = _end(lines, number, level, lines[first:number])
        if sum(len(line.segments) >= 2 for line in lines[number + 1 : end]) >= 2:
            found.append(list(lines[first:end]))
        number = max(end, number + 1)
    return found


def is_heading_line(line: TextLine, canvas: Canvas, level: Floats) -> bool:
    """Whether a line is headings by its words and its look; a rule under all of it makes up for unknown words."""
    if len(line.segments) < FEWEST_HEADINGS - 1:  # as most lines of text
        return False
    segments = line.segments if line.turned else cut(line.words, CLOSE * line.size)
    if len(segments) < FEWEST_HEADINGS:
        return False
    if sum(len(s.words) <= LONGEST_HEADING for s in segments) < len(segments) - 1:
        return False
    ruled = any(
        line.bottom - 3 <= at <= line.bottom + 0.9 * line.size and start <= line.x0 + 6 and end >= line.x1 - 6
        for at, start, end in level.tolist()
    )
    known = sum(_known(segment) for segment in segments)
    if known < (RULED_NAMED if ruled else NAMED) * len(segments):
        return False
    on_colour = sum(canvas.at(s.x0, line.top - 0.5) != WHITE for s in segments) >= 0.6 * len(segments)
    return line.turned or line.bold or on_colour


def named_heads(lines: Sequence[TextLine]) -> list[TextLine]:
    """The first lines of some that are headings by their words alone, with the lines that these wrap to; none where they are not."""
    if not lines or len(lines[0].segments) < FEWEST_HEADINGS:
        return []
    names = lines[0].segments
    if sum(map(_known, names)) < NAMED * len(names) or any(len(s.words) > LONGEST_HEADING for s in names):
        return []
    end = 1
    while end < len(lines) and lines[end].top - lines[end - 1].bottom < WRAPPED * lines[0].size:
        end += 1
    return list(lines[:end])


def _known(segment: Segment) -> float:
    phrases, words = heading_words()
    parts = [folded(w.text) for w in segment.words]
    if "".join(parts) in phrases:
        return 1.0
    parts = [p for p in parts if len(p) > 1]
    return sum(p in words for p in parts) / len(parts) if parts else 0.0


def first_line(lines: Sequence[TextLine], number: int, before: TextLine | None, canvas: Canvas) -> int:
    """The first line of the headings: short lines of the same look right above belong to them, and all on one colour."""
    heading = lines[number]
    first = number
    left = heading.x0
    while first > 0 and number - first < 4:
        above = lines[first - 1]
        if above is before or lines[first].top - above.bottom > 0.9 * heading.size:
            break
        same = above.turned or (above.bold == heading.bold and abs(above.size - heading.size) < 1)
        beside = (
            above.bottom > lines[first].top - 0.05 * above.size
        )  # `Measure` is as high as two lines of `2024` and `Actual`
        if same and (beside or _on_one_colour(above, lines[first], lines[number + 1 :], canvas)):
            first -= 1
            left = min(left, above.x0)
            continue
        inside = above.x0 > left - 2 and above.x1 < heading.x1 + 40
        if (
            not same
            or not (inside or _goes_on_under(above, lines[first]))
            or max(len(s.words) for s in above.segments) > LONGEST_HEADING
        ):
            break
        if len(above.segments) == 1 and above.x0 < left + 3:
            break  # a title from the left edge on
        first -= 1
    return first


def _goes_on_under(above: TextLine, below: TextLine) -> bool:
    """Whether each piece of a line of headings goes on with one of the line above, which names more columns: `PI` over `Ref`."""
    named = cut(above.words, CLOSE * above.size)
    rests = cut(below.words, CLOSE * below.size)
    close = below.top - above.bottom < WRAPPED * above.size
    return (
        close
        and len(named) > max(len(rests), FEWEST_HEADINGS - 1)
        and all(any(n.x0 < rest.x1 and rest.x0 < n.x1 for n in named) for rest in rests)
    )


def _on_one_colour(above: TextLine, heading: TextLine, body: Sequence[TextLine], canvas: Canvas) -> bool:
    """Whether two lines stand on one painted band, which ends before the first line of the body."""
    x = (max(above.x0, heading.x0) + min(above.x1, heading.x1)) / 2
    heights = (above.top + 1, above.bottom, (above.bottom + heading.top) / 2, heading.top, heading.bottom - 1)
    colours = {canvas.at(x, y) for y in heights}
    return len(colours) == 1 and WHITE not in colours and bool(body) and canvas.at(x, body[0].bottom) not in colours


def _keeps(line: TextLine, above: Sequence[TextLine]) -> bool:
    """Whether the pieces of a line begin or end where pieces of the lines above do."""
    edges = [(s.x0, s.x1) for other in above for s in other.segments]
    kept = sum(any(abs(s.x0 - a) < 2.5 or abs(s.x1 - b) < 2.5 for a, b in edges) for s in line.segments)
    return len(line.segments) >= 2 and kept >= 0.8 * len(line.segments)


def _across(level: Floats, heading: TextLine, left: float, right: float) -> list[float]:
    """Heights of the rules under a heading that run across all of the table, all of one width, top to bottom."""
    rules = [r for r in level.tolist() if r[0] > heading.bottom - 3 and r[1] <= left + 6 and r[2] >= right - 6]
    first = min(rules, default=None)
    if first is None:
        return []
    return sorted(r[0] for r in rules if abs(r[1] - first[1]) < SAME_END and abs(r[2] - first[2]) < SAME_END)


def _between(line: TextLine, across: Sequence[float]) -> bool:
    """Whether a line stands between two such rules that are no further apart than the two of some row."""
    above = [at for at in across if at <= line.top + 2]
    below = [at for at in across if at >= line.bottom - 2]
    return len(above) >= 2 and bool(below) and below[0] - above[-1] < TALLEST_ROW * line.size


def _is_outside(line: TextLine, previous: TextLine, across: Sequence[float]) -> bool:
    """Whether a line at the margin, left of where the cells of the table begin, is text that a rule parts from it."""
    return len(line.segments) == 1 and any(previous.bottom - 3 <= at <= line.top + 2 for at in across)


def _is_closed(following: Sequence[TextLine], previous: TextLine, first: TextLine, across: Sequence[float]) -> bool:
    """Whether the first rule across the table's body, other than that under its headings, parts it from lines of text."""
    closing = next((at for at in across if at > first.bottom - 2), None)
    parted = closing is not None and previous.bottom - 3 <= closing <= following[0].top + 2
    return parted and all(len(line.segments) == 1 for line in following)


def _end(lines: Sequence[TextLine], number: int, level: Floats, above: Sequence[TextLine] = ()) -> int:
    """The number of the line after the table. Between rules that run across every row, no text is too long for a cell.

    `above` are the lines of its headings over the one it is known by.
    """
    heading = lines[number]
    # Headings on their side and upright ones beside them are one row of headings.
    heads = [*above, heading]
    for line in lines[number + 1 : number + 5]:
        if not (line.turned or line.bold or line.top < heads[-1].bottom):
            break
        heads.append(line)
    left, right = min(n.x0 for n in heads), max(n.x1 for n in heads)
    end = number + 1
    across = _across(level, heading, left, right)
    for line in lines[number + 1 :]:
        previous = lines[end - 1]
        if end > number + 1 and titled(lines[end : end + 2], previous.bottom, left, right):
            break
        if line.x0 < left - OUTSIDE and end > number + 1 and _is_outside(line, previous, across):
            break
        if _between(line, across):
            end += 1
            continue
        white = line.top - max(previous.bottom, heading.bottom)
        if white > WIDEST_ROW * line.size or (white > WIDEST_WHITE * line.size and not _keeps(line, lines[number:end])):
            break
        if hangs(line) and white > 0.8 * line.size and not _keeps(line, lines[number:end]):
            break  # a numbered heading or paragraph below the table
        alone = len(line.segments) == 1
        if alone and _is_closed(lines[end : end + 2], previous, lines[number + 1], across):
            break
        if alone and NOTE.match(line.text) and not line.bold:
            break
        wide = line.x0 < left + 5 and line.x1 - line.x0 > 0.6 * (right - left)
        if alone and wide and len(line.words) > 6 and not line.bold:
            break  # running text from the left edge on
        if line.x1 < left or line.x0 > right + 60:
            break
        if not alone:
            left = min(left, line.x0)  # the labels may have no heading
        end += 1
    return end

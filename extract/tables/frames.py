"""Stretches between level rules of one width: half-ruled tables, and boxes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extract.tables.fills import WHITE, Canvas
from extract.tables.headings import PERIOD
from extract.tables.prose import hangs, is_prose, is_tabular
from extract.tables.rules import Floats
from extract.tables.textlines import PHRASE, Segment, TextLine, cut, is_figure, text_lines
from extract.text import BULLETS
from models.geometry import Box
from models.page import Word

SAME_END = 10.0  # points two rules of one table may end apart
OUTSIDE = 2.0  # points
HANGING = 5  # words: shorter numbered lines may be rows of a list in a table
CAPTION = re.compile(r"^(?:table|figure|chart)\s+\d{1,2}[a-z]?\s*(?:[:.–—-]|$)", re.IGNORECASE)
ACROSS = (0.02, 0.25, 0.5, 0.75, 0.98)  # shares of the width at which a row is looked at
HIGHEST_PAINTED, LEAST_PAINTED = 90.0, 8.0  # points of painted rows above a frame
LONG_RULE = 60.0  # points: a shorter one underlines a word or a heading
ROWS_RULED = 4  # rules of one width below each other part rows, however narrow the table is
SAME_EDGE = 2.5  # points a heading may begin or end beside the cells under it
SAME_MIDDLE = 5.0  # points the middle of a heading may stand beside that of the cells under it
HEADINGS_APART = 0.45  # of the font size: lines of one heading stand no further apart
MOST_HEADINGS = 3  # lines
WIDEST_HEADING = 0.4  # of a table's width: one wider phrase alone is its title
LABELLED = 0.7  # share of lines of figures between rules that have labels beside them: the rules are of totals
INDENT = 24.0  # points: the bullets of a list in a cell are set in no further
TOTALS = 4.0  # lines below the last rule that are looked at

Frame = tuple[float, float, float, float]  # top, bottom, left, right


def frames(lines: Sequence[TextLine], level: Floats, upright: Floats, zone: Box) -> list[Frame]:
    """Stretches between level rules of one width with tabular lines between them: (top, bottom, left, right).

    Stretches closed at their sides and others are never one: the gap between two boxes is no row.
    """
    long = [r for r in level.tolist() if r[2] - r[1] >= LONG_RULE]
    alike = Counter((round(r[1]), round(r[2])) for r in long)
    rules = sorted(r for r in long if r[2] - r[1] >= 0.2 * zone.width or alike[round(r[1]), round(r[2])] >= ROWS_RULED)
    found: list[Frame] = []
    used: set[int] = set()
    for number, (at, left, right) in enumerate(rules):
        if number in used:
            continue
        bottom, tabular, sided = at, 0, False
        inner = right  # where the rows begin
        members = [number]
        for later in range(number + 1, len(rules)):
            y, x0, x1 = rules[later]
            if later in used or abs(x0 - left) > SAME_END or abs(x1 - right) > SAME_END:
                continue
            closed = _sided(upright, bottom, y, x0, x1)
            if len(members) > 1 and closed != sided:
                break
            sided = closed
            strip = [n for n in lines if bottom - 1 < (n.top + n.bottom) / 2 < y + 1 and n.x1 > left and n.x0 < right]
            wide = [n for n in strip if is_tabular(n, right - left)]
            prose = [n for n in strip if is_prose(n, right - left, 0.7) or (hangs(n) and len(n.words) > HANGING)]
            loose = len(wide) < 0.25 * len(strip) if len(strip) > 4 else not wide and (len(strip) > 3 or not tabular)
            if strip and y - bottom > 6 and (loose or len(prose) > 0.34 * len(strip)):
                break
            if titled(strip, bottom, left, right):
                break
            if tabular and not wide and any(n.x0 < inner - OUTSIDE for n in strip):
                break  # text at the margin, where the cells of the rows begin further in
            inner = min([inner, *(n.x0 for n in wide)])
            caption = next((k for k, n in enumerate(strip) if len(n.segments) == 1 and CAPTION.match(n.text)), None)
            if caption is not None:  # of the next table: what stands above it is the end of this one
                tabular += sum(is_tabular(n, right - left) for n in strip[:caption])
                bottom = strip[caption - 1].bottom + 1 if caption else bottom
                break
            tabular += len(wide)
            bottom = y
            members.append(later)
        if tabular >= 2 and bottom > at and not _over_figures(lines, (at, bottom, left, right)):
            found.append((at, bottom, left, right))
            used.update(members[:-1])  # the last rule of one table may be the first of the next
    # The rules under group headings have one width too: the widest frames are taken first.
    return sorted(found, key=lambda f: (round((f[2] - f[3]) / 20), f[0]))


def _over_figures(lines: Sequence[TextLine], frame: Frame) -> bool:
    """Whether rules stand over the figures of totals alone: between them is nothing but figures, whose labels stand beside them."""
    top, bottom, left, _ = frame
    rows = [n for n in lines if top - 1 < (n.top + n.bottom) / 2 < bottom + 1]
    inside = [[w for w in n.words if w.x0 > left - 2] for n in rows]
    figures = [all(is_figure(w.text) for w in words) for words in inside if words]
    labelled = sum(bool(words) and n.x0 < left - 2 for n, words in zip(rows, inside, strict=True))
    return bool(figures) and all(figures) and labelled >= LABELLED * len(figures)


def titled(strip: Sequence[TextLine], above: float, left: float, right: float) -> bool:
    """Whether the lines between two rules begin, apart from the rule above, with the title or caption of another table,
    and headings of their own below it.
    """
    if len(strip) < 2 or len(strip[0].segments) > 1:
        return False
    title, row = strip[0], strip[-1]
    stands = title.x0 < left + SAME_END and title.x1 - title.x0 < 0.9 * (right - left)
    apart = title.top - above > 0.9 * title.size and strip[1].top - title.bottom > 0.3 * title.size
    larger = title.size > 1.1 * row.size or CAPTION.match(title.text) is not None
    return stands and apart and larger and len(row.segments) >= 2 and not any(s.figure for s in row.segments)


def is_box(level: Floats, upright: Floats, top: float, bottom: float) -> bool:
    """Whether rules run around a stretch and none through it: the long ones stand at its top and bottom only."""
    if not len(level):
        return False
    width = float(level[:, 2].max() - level[:, 1].min())
    long = level[level[:, 2] - level[:, 1] > 0.8 * width]
    through = ((long[:, 0] > top + 6) & (long[:, 0] < bottom - 6)).any()
    return not through and _sided(upright, top, bottom, float(level[:, 1].min()), float(level[:, 2].max()))


def _sided(upright: Floats, top: float, bottom: float, left: float, right: float) -> bool:
    """Whether upright rules close a stretch on both sides."""
    if not len(upright):
        return False
    tall = upright[(upright[:, 1] < top + 0.2 * (bottom - top)) & (upright[:, 2] > bottom - 0.2 * (bottom - top))]
    return bool((abs(tall[:, 0] - left) < SAME_END).any() and (abs(tall[:, 0] - right) < SAME_END).any())


def with_row_above(frame: Frame, words: Sequence[Word]) -> Frame:
    """A frame, and the row right above it where every row has its rule below it and none has one above.

    It is a row of cells like the first below the rule, or headings: phrases that begin or end where cells below do.
    """
    top, bottom, left, right = frame
    inside = lines_in(words, frame)
    above = lines_in(words, (top - 5.0 * (inside[0].bottom - inside[0].top), top, left, right)) if inside else []
    if not above or top - above[-1].bottom > 1.5 * above[-1].size:
        return frame
    row, first = above[-1], inside[0]
    close = first.top - row.bottom < 1.0 * first.size and (
        len(above) == 1 or row.top - above[-2].bottom > 0.8 * first.size
    )
    like = len(row.segments) == len(first.segments) >= 2 and all(
        min(abs(a.x0 - b.x0), abs(a.x1 - b.x1)) < 6 for a, b in zip(row.segments, first.segments, strict=True)
    )
    if like and close:
        return (row.top - 1, bottom, left, right)
    heads = _headings_above(above, WIDEST_HEADING * (right - left))
    if not heads or not (_stand_over(heads, inside) or _stand_before(heads, inside)):
        return frame
    taller = (heads[0].top - 1, bottom, left, right)
    # a plain row is the first below the headings: `1   Apologies`, with nothing in its other columns
    return taller if any(line.bold or line.turned for line in heads) else with_row_above(taller, words)


def with_totals_below(frame: Frame, words: Sequence[Word]) -> Frame:
    """A frame, and the rows right below its last rule whose figures end where those of the rows above do: the totals, where
    a rule stands above them and none below.
    """
    top, bottom, left, right = frame
    inside = lines_in(words, frame)
    ends = [s.x1 for line in inside for s in line.segments if s.figure]
    if not ends:
        return frame
    line_height = inside[-1].bottom - inside[-1].top
    below = [n for n in lines_in(words, (bottom, bottom + TOTALS * line_height, left, right)) if n.top > bottom - 2]
    for line in below:
        figures = [s for s in line.segments if s.figure]
        kept = sum(min(abs(s.x1 - x) for x in ends) < SAME_EDGE for s in figures)
        labelled = not line.segments[0].figure and len(figures) == len(line.segments) - 1
        if line.top - bottom > line_height or not labelled or len(figures) < 2 or kept < len(figures):
            break
        bottom = line.bottom + 1
    return (top, bottom, left, right)


def _headings_above(lines: Sequence[TextLine], widest: float) -> list[TextLine]:
    """The last lines that stand close together, with white or a title above; none where these are too many for headings."""
    heads: list[TextLine] = []
    for line in reversed(lines):
        title = len(line.segments) == 1 and line.x1 - line.x0 > widest
        if title or (heads and heads[0].top - line.bottom > HEADINGS_APART * line.size):
            break
        heads.insert(0, line)
    return heads if len(heads) <= MOST_HEADINGS else []


def _stand_over(heads: Sequence[TextLine], inside: Sequence[TextLine]) -> bool:
    """Whether the phrases of headings begin, end or have their middle where cells below them do, in two columns or more."""
    again = {line.text for line in heads}  # and titles of sections between the rows
    rows = [line for line in inside if not (line.bold and (len(line.segments) == 1 or line.text in again))]
    cells = [phrase for line in rows for phrase in cut(line.words, PHRASE * line.size)]
    often = 1 if len(inside) <= 4 else 2
    columns = set()
    for number, head in enumerate(heads):
        phrases = cut(head.words, PHRASE * head.size)
        named = cut(heads[number + 1].words, PHRASE * head.size) if number + 1 < len(heads) else []
        for phrase in phrases:
            if len(phrases) < len(named) and _over_several(phrase, named):
                continue
            if not any(c.x0 < phrase.x1 and phrase.x0 < c.x1 for c in cells):
                continue  # over a column of dots or arrows that are drawn
            begins = sum(abs(phrase.x0 - c.x0) < SAME_EDGE or _is_hung(c, phrase.x0) for c in cells) >= often
            ends = sum(abs(phrase.x1 - c.x1) < SAME_EDGE for c in cells) >= often
            middle = (phrase.x0 + phrase.x1) / 2
            centred = [c for c in cells if phrase.x0 - 1 < c.x0 and c.x1 < phrase.x1 + 1]  # figures in coloured chips
            over = sum(abs(middle - (c.x0 + c.x1) / 2) < SAME_MIDDLE for c in centred) >= 2 * often
            if not (begins or ends or over):
                if _over_drawn_bullets(phrase, cells, often):
                    continue
                return False
            columns.add(round(phrase.x0 if begins else phrase.x1 if ends else middle))
    return len(columns) >= 2


def _is_hung(cell: Segment, x: float) -> bool:
    """Whether a cell's line begins with the bullet of a list that is set in from where its column begins."""
    return cell.words[0].text in BULLETS and 0 < cell.x0 - x < INDENT


def _over_drawn_bullets(head: Segment, cells: Sequence[Segment], often: int) -> bool:
    """Whether cells below begin at one place, set in from where their heading does: bullets that are drawn stand before them."""
    set_in = [c.x0 for c in cells if 0 < c.x0 - head.x0 < INDENT]
    return sum(abs(x - min(set_in)) < SAME_EDGE for x in set_in) >= often


def _over_several(group: Segment, named: Sequence[Segment]) -> bool:
    """Whether a heading stands between the middles of two of the headings right below it: over several columns."""
    middle = (group.x0 + group.x1) / 2
    return any((a.x0 + a.x1) / 2 < middle < (b.x0 + b.x1) / 2 for a, b in pairwise(named))


def _stand_before(heads: Sequence[TextLine], inside: Sequence[TextLine]) -> bool:
    """Whether there is a heading a column, set left over figures set right: each stands behind the figures of the column before
    its own, and reaches no further than its own.
    """
    names = cut(heads[-1].words, PHRASE * heads[-1].size)
    rows = [line.segments for line in inside if len(line.segments) == len(names)]
    if len(names) < 3 or len(rows) < max(2, 0.6 * len(inside)):
        return False
    ends = [max(row[n].x1 for row in rows) for n in range(len(names))]
    figures = all(sum(row[n].figure for row in rows) >= 0.6 * len(rows) for n in range(1, len(names)))
    named = not any(name.figure and not PERIOD.match(name.words[0].text) for name in names)
    placed = all(ends[n - 1] - 1 < names[n].x0 and names[n].x1 < ends[n] + SAME_MIDDLE for n in range(1, len(names)))
    return figures and named and placed and abs(names[0].x0 - min(row[0].x0 for row in rows)) < SAME_EDGE


def with_painted_above(frame: Frame, canvas: Canvas) -> Frame:
    """A frame, and the painted rows that stand right on it across all its width: its headings, and a band under them."""
    top, bottom, left, right = frame
    places = [left + (right - left) * share for share in ACROSS]
    at = top
    while top - at < HIGHEST_PAINTED and all(canvas.at(x, at - 1.5) != WHITE for x in places):
        at -= 1.0
    return (at, bottom, left, right) if top - at > LEAST_PAINTED else frame


def lines_in(words: Sequence[Word], frame: Frame) -> list[TextLine]:
    top, bottom, left, right = frame
    box = Box(left - 12, top - 1, right + 12, bottom + 1)
    return text_lines([w for w in words if box.holds_middle_of(w)])

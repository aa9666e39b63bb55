"""Where tables without a full grid stand: between level rules of one width, under headings, or where lines share wide gaps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extract.tables.fills import Canvas, is_white
from extract.tables.frames import frames, is_box, lines_in, with_painted_above, with_row_above, with_totals_below
from extract.tables.headed import headed_stretches
from extract.tables.headings import PERIOD
from extract.tables.pairs import form_stretches
from extract.tables.prose import NOTE, hangs, is_prose, is_tabular
from extract.tables.rules import Edges, Floats
from extract.tables.textlines import LineReader, TextLine, box_of_lines, text_lines
from extract.tables.totals import with_rows_around
from extract.tables.zones import side_by_side, zones
from models.geometry import Box, box_around
from models.page import Page, Word

MARKS = 0.6  # share of a region's width that one colour covers where it tells a row
MARKS_OF_CELLS = 0.3  # the same, of cells side by side
LINES_APART = 2.6  # of the font size: rows further apart are two tables


@dataclass(slots=True, eq=False)
class Region:
    """Lines that may be a table, with the rules that run through them."""

    lines: list[TextLine]
    level: Floats  # level rules inside or on the edge: (at, start, end)
    walls: list[float]  # x of upright rules inside
    framed: bool  # level rules of one width above and below
    headed: bool = False  # a line of headings stands at its top
    heads: int | None = None  # how many of its lines are headings, where that is known
    form: bool = False  # labels with their values
    marks: Sequence[float] = ()  # heights at which the colour behind the rows changes
    sides: tuple[float, float] | None = None  # where the table begins and ends, where that is known

    @property
    def box(self) -> Box:
        box = box_of_lines(self.lines)
        if not len(self.level):
            return box
        return Box(
            min(box.x0, float(self.level[:, 1].min())),
            min(box.top, float(self.level[:, 0].min())),
            max(box.x1, float(self.level[:, 2].max())),
            max(box.bottom, float(self.level[:, 0].max())),
        )


def find_regions(words: Sequence[Word], edges: Edges, canvas: Canvas, lines_of_page: LineReader) -> list[Region]:
    """Candidates for tables without a full grid.

    Rows of figures between rules and what stands under headings come first: the texts of a table look like prose in
    columns, and would be parted as such.
    """
    left: Sequence[Word] = words
    found: list[Region] = []
    taken: set[int] = set()
    if len(edges.level) >= 2:
        for frame in frames(lines_of_page(left), edges.level, edges.upright, _around(left)):
            untaken = _untaken(left, taken)
            frame = with_rows_around(with_row_above(frame, untaken), untaken, canvas)
            frame = with_totals_below(with_painted_above(frame, canvas), untaken)
            lines = lines_in(untaken, frame)
            # Under headings of its own, one row may be all that is left of a table of the page before.
            fewest = 1 if lines and lines[0].bold and len(lines[0].segments) >= 3 else 2
            if sum(_has_figure_cells(line) for line in lines) >= max(fewest, 0.3 * len(lines)):
                found.append(_region(lines, edges, frame[0], frame[1], framed=True))
                taken.update(id(w) for line in lines for w in line.words)
        left = _untaken(left, taken)
    parts = side_by_side(left, edges.level, lines_of_page)
    for part in parts:
        for lines in headed_stretches(lines_of_page(part), canvas, edges.level):
            region = _region(lines, edges, lines[0].top - 14, lines[-1].bottom + 8, framed=False)
            region.headed = True
            found.append(region)
            taken.update(id(w) for line in lines for w in line.words)
    whole, left = len(left), _untaken(left, taken)
    for lines in form_stretches(lines_of_page(left)):
        region = _region(lines, edges, lines[0].top - 2, lines[-1].bottom + 2, framed=False)
        region.form, region.heads = True, 0
        found.append(region)
        taken.update(id(w) for line in lines for w in line.words)
    left = _untaken(left, taken)
    for part in parts if len(left) == whole else side_by_side(left, edges.level, lines_of_page):
        for zone in zones(part, edges.level, lines_of_page):
            found += _in_zone(zone, edges, lines_of_page, canvas)
    return found


def _untaken(words: Sequence[Word], taken: Collection[int]) -> Sequence[Word]:
    return [w for w in words if id(w) not in taken] if taken else words


def _has_figure_cells(line: TextLine) -> bool:
    """Whether figures stand in two places of a line by themselves, or in one beside a label."""
    counted = [s.figure and not PERIOD.match(s.words[0].text) for s in line.segments]
    return sum(counted) >= 2 or (len(counted) == 2 and counted[1])


def _in_zone(
    words: Sequence[Word], edges: Edges, lines_of_page: LineReader, canvas: Canvas, depth: int = 0
) -> list[Region]:
    """Candidates among words that stand in one column of the page, or in one box."""
    if len(words) < 4:
        return []
    found: list[Region] = []
    box = _around(words)
    level = edges.level[(edges.level[:, 2] > box.x0 - 5) & (edges.level[:, 1] < box.x1 + 5)]
    used: set[int] = set()
    for frame in frames(lines_of_page(words), level, edges.upright, box):
        free = _untaken(words, used)
        frame = with_totals_below(with_painted_above(with_row_above(frame, free), canvas), free)
        lines = lines_in(free, frame)
        if len(lines) < 2:
            continue
        region = _region(lines, edges, frame[0], frame[1], framed=True)
        inside = [w for line in lines for w in line.words]
        used.update(id(w) for w in inside)
        if region.framed or depth > 1:
            found.append(region)
        else:  # a box: what stands in it is looked at by itself
            top, bottom = frame[0] + 3, frame[1] - 3
            inner = edges.level[(edges.level[:, 0] > top) & (edges.level[:, 0] < bottom)]
            found += _in_zone(inside, Edges(inner, edges.upright), lines_of_page, canvas, depth + 1)
    for run in runs(lines_of_page(_untaken(words, used)), box.width):
        found.append(_region(run, edges, run[0].top - 14, run[-1].bottom + 8, framed=False))
    return found


def _around(words: Sequence[Word]) -> Box:
    return box_around(words) if words else Box(0, 0, 0, 0)


def region_of(words: Sequence[Word], edges: Edges, box: Box) -> Region | None:
    """A region known by its rules: the words inside a grid whose rules part groups of rows or columns only."""
    lines = text_lines([w for w in words if box.holds_middle_of(w)])
    return _region(lines, edges, box.top, box.bottom, framed=True) if len(lines) >= 2 else None


def _region(lines: list[TextLine], edges: Edges, top: float, bottom: float, *, framed: bool) -> Region:
    box = box_of_lines(lines)
    level = edges.level
    if len(level):
        level = level[
            (level[:, 0] >= top - 2) & (level[:, 0] <= bottom + 2) & (level[:, 2] > box.x0) & (level[:, 1] < box.x1)
        ]
    walls = [
        float(at)
        for at, start, end in edges.upright.tolist()
        if box.x0 < at < box.x1 and min(end, box.bottom) - max(start, box.top) > 0.5 * box.height
    ]
    if framed and is_box(level, edges.upright, top, bottom):
        framed = False  # a box around whatever it holds
    return Region(lines, level, walls, framed)


def put_colours(region: Region, soft: Edges, canvas: Canvas, page: Page) -> None:
    """Note where colours part a region's rows and columns. `soft` are the edges of the coloured cells of the page."""
    if canvas.is_blank:
        return
    box = region.box
    marks: set[float] = set()
    for fill in page.fills:
        wide = min(fill.x1, box.x1) - max(fill.x0, box.x0)
        if (
            wide > MARKS * box.width
            and fill.bottom - fill.top < 0.5 * max(box.height, 40.0)
            and not is_white(fill.colour)
        ):
            marks.update((fill.top, fill.bottom))
    for at, start, end in soft.level.tolist():
        if min(end, box.x1) - max(start, box.x0) > MARKS_OF_CELLS * box.width:
            marks.add(at)
    region.marks = sorted(y for y in marks if box.top - 3 < y < box.bottom + 3)
    for at, top, bottom in soft.upright.tolist():
        shared = min(bottom, box.bottom) - max(top, box.top)
        crossed = sum(any(w.x0 + 1 < at < w.x1 - 1 for w in line.words) for line in region.lines)
        if box.x0 < at < box.x1 and shared > 0.3 * box.height and crossed <= len(region.lines) // 12:
            region.walls.append(at)
    region.walls.sort()


def runs(lines: Sequence[TextLine], width: float) -> list[list[TextLine]]:
    """Lines that hang together around tabular ones: three or more with wide gaps, at most three short lines between them."""
    if not lines:
        return []
    found: list[list[TextLine]] = []
    run: list[TextLine] = []
    waiting: list[TextLine] = []  # short lines that belong to the run only if it goes on
    tabular = 0
    prose: TextLine | None = None  # the line above, where it is running text

    def close() -> None:
        nonlocal run, waiting, tabular
        if tabular >= 3:
            for line in waiting:  # the last lines of a cell
                if (
                    line.top - run[-1].bottom > 0.5 * line.size
                    or line.x1 - line.x0 > 0.4 * width
                    or NOTE.match(line.text)
                ):
                    break
                run.append(line)
            found.append(run)
        run, waiting, tabular = [], [], 0

    for line in lines:
        previous = waiting[-1] if waiting else run[-1] if run else None
        if previous is not None and line.top - previous.bottom > max(LINES_APART * line.size, 22):
            close()
        if is_tabular(line, width):
            run.extend(waiting)
            waiting = []
            run.append(line)
            tabular += 1
            prose = None
        elif is_prose(line, width) or hangs(line):
            close()
            prose = line
        elif prose is not None and line.top - prose.bottom < 0.6 * line.size and abs(line.size - prose.size) < 0.5:
            prose = line  # the last, short line of a paragraph
        else:
            prose = None
            waiting.append(line)
            if len(waiting) > 3:
                if run:
                    close()
                waiting = waiting[-3:]
    close()
    return found

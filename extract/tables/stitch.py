"""Tables of one page after the other -> tables that run over page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.joints import APART, joints
from extract.tables.draft import Grid, PageGrids
from extract.tables.headings import find_headings
from extract.tables.prose import NOTE
from extract.tables.seam import join_on, repeated_rows, set_aside_titles
from extract.text import lines_of
from models.page import Word

SAME_COLUMN = 5.0  # points a column's edge may move from page to page
WHOLE_PAGE = 0.8  # share of a page's height below which a table without repeated headings must end to go on
SAME_HEIGHT = 6.0  # points a running line may stand higher or lower on the next page
MOST_RUNNING_ROWS = 4  # a table printed again on every page is no longer than this
CONTINUED = re.compile(r"\bcont(?:inued|inuation|'?d|\.|\b)", re.IGNORECASE)


def stitch(pages: Sequence[PageGrids]) -> list[Grid]:
    """The tables of all pages; one that goes on from the page before is put under it. Rests of nothing are left out."""
    done: list[Grid] = []
    before: PageGrids | None = None
    open_tables: list[Grid] = []  # what may go on: the tables of the page before, lowest first
    bound = joints([here.page for here in pages])
    for here in pages:
        joined: dict[int, Grid] = {}
        if (
            before is not None
            and here.page.number == before.page.number + 1
            and bound.get(here.page.number, 0.0) < APART
        ):
            if open_tables and here.grids:
                set_aside_titles(open_tables[0], here.grids[0], done)
            for upper in open_tables:
                match = _match(before, here, upper, [g for g in here.grids if id(g) not in joined])
                if match is not None:
                    join_on(upper, match)
                    joined[id(match)] = upper
                    break
            for grid in here.grids:
                # A small table that every page prints again at its place is one table; the rest is furniture.
                first = None if id(grid) in joined else _first_print(grid, before.grids)
                if first is not None:
                    first.repeated.extend(w for c in grid.cells for w in c.words)
                    joined[id(grid)] = first
        here = PageGrids(here.page, [joined.get(id(g), g) for g in here.grids], here.loose)
        done.extend(g for g in here.grids if g.alone and g.page == here.page.number)
        open_tables = sorted((g for g in here.grids if g.alone), key=lambda g: -g.last_box.bottom)
        before = here
    return done


def _match(before: PageGrids, here: PageGrids, upper: Grid, grids: Sequence[Grid]) -> Grid | None:
    """The grid of this page that continues `upper`: nothing of its own may stand between them."""
    under = [w for w in before.loose if w.top > upper.last_box.bottom - 2]
    here_below: dict[str | None, list[Word]] = {}
    for word in here.loose if under else ():
        here_below.setdefault(_told_by(word), []).append(word)
    below = [w for w in under if not _stands_in(w, here_below.get(_told_by(w), ()))]
    others_below = [g for g in before.grids if g.box.top > upper.last_box.bottom - 2 and g.alone and not g.inner]
    if any(not _printed_again(g, here.grids) for g in others_below):
        return None
    for lower in grids:
        shift = same_columns(upper, lower)
        if shift is None:
            continue
        above = [g for g in here.grids if g.box.bottom < lower.box.top + 2 and g.alone and not g.inner]
        if any(not _printed_again(g, before.grids) for g in above):
            continue
        if goes_on(before, here, upper, lower, below):
            return lower
    return None


def _printed_again(grid: Grid, others: Sequence[Grid]) -> bool:
    """Whether a small table stands on the neighbour page too, at the same place with the same words."""
    return _first_print(grid, others) is not None


def _first_print(grid: Grid, others: Sequence[Grid]) -> Grid | None:
    if grid.rows > MOST_RUNNING_ROWS:
        return None
    texts = [c.printed for c in grid.cells]
    for other in others:
        near = abs(other.last_box.top - grid.last_box.top) < 8 and abs(other.last_box.x0 - grid.last_box.x0) < 8
        if near and [c.printed for c in other.cells] == texts:
            return other
    return None


def same_columns(upper: Grid, lower: Grid) -> float | None:
    """By how much `lower` stands to the right of `upper`, where their columns are the same; None where they are not.

    A page on which all cells of a column are merged lacks that column's edge: one may have fewer edges.
    """
    if upper.method == lower.method == "text" and len(upper.xs) == len(lower.xs) and repeated_rows(upper, lower):
        return lower.xs[0] - upper.xs[0]  # edges in the white between columns wander; the same headings do not
    few, many = sorted((upper.xs, lower.xs), key=len)
    shift = lower.xs[0] - upper.xs[0]
    if abs((lower.xs[-1] - upper.xs[-1]) - shift) > SAME_COLUMN + 1:
        return None
    move = -shift if few is lower.xs else shift
    if not all(min(abs(x + move - y) for y in many) <= SAME_COLUMN for x in few):
        return None
    if len(few) < len(many) and len(few) * 2 < len(many) and len(few) > 2:
        return None
    return shift


def goes_on(before: PageGrids, here: PageGrids, upper: Grid, lower: Grid, below: Sequence[Word]) -> bool:
    """Whether `lower` continues `upper`, given that their columns are alike."""
    above = [w for w in here.loose if w.bottom < lower.box.top + 2]
    again = repeated_rows(upper, lower)
    if not _only_titles(above, before.loose, upper) or not _only_notes(below):
        return False
    if again:
        return True
    if _own_headings(upper, lower):
        return False
    if any(c.open_below and c.last_row == upper.rows - 1 for c in upper.cells) and any(
        c.open_above for c in lower.cells
    ):
        return True  # cells without a rule at the break, on both its sides
    # Without headings printed again, the table must have run out of page.
    height = before.page.height
    room = _foot_of(before, height) - upper.last_box.bottom
    first_row = min((c.boxes[0][1].height for c in lower.in_row(0)), default=0.0)
    return upper.last_box.bottom > WHOLE_PAGE * height or room < first_row + 12


def _foot_of(page: PageGrids, height: float) -> float:
    """Where the page's text may reach down to: 0.92 of its height is what most papers leave."""
    return 0.92 * height if page.page.words else height


def _told_by(word: Word) -> str | None:
    """What a running word is known by on the next page: its text; a number may be another there."""
    return None if word.text.isdigit() else word.text


def _stands_in(word: Word, others: Sequence[Word]) -> bool:
    """Whether a word is printed at the same place as one of `others`, which say the same: running text."""
    return any(abs(o.top - word.top) < SAME_HEIGHT and abs(o.x0 - word.x0) < 12 for o in others)


def _only_titles(above: Sequence[Word], loose: Sequence[Word], upper: Grid) -> bool:
    """Whether what stands over `lower` stood over `upper` too, or says that the table continues."""
    if not above:
        return True
    lines = [" ".join(w.text for w in line) for line in lines_of(above)]
    titles = [w for w in loose if w.bottom < upper.last_box.top + 2]
    seen = {" ".join(w.text for w in line) for line in lines_of(titles)}
    return all(line in seen or CONTINUED.search(line) for line in lines)


def _only_notes(below: Sequence[Word]) -> bool:
    """Whether what stands under the upper part is nothing but notes to it."""
    if not below:
        return True
    lines = lines_of(below)
    return len(lines) <= 6 and bool(NOTE.match(" ".join(w.text for w in lines[0])))


def _own_headings(upper: Grid, lower: Grid) -> bool:
    """Whether `lower` begins with headings set like those of `upper` but not the same: then it is a table of its own."""
    if not lower.alone:
        return False
    find_headings(lower)
    find_headings(upper)
    if not lower.heading_rows or not upper.heading_rows or lower.heading_rows >= lower.rows:
        return False
    ours, theirs = _set(upper), _set(lower)
    return ours == theirs and ours != (False, None)


def _set(grid: Grid) -> tuple[bool, str | None]:
    """How headings are set: whether bold, and on which colour."""
    cells = [c for c in grid.cells if c.is_heading and c.words]
    words = [w for c in cells for w in c.words]
    fills = Counter(c.fill for c in cells)
    bold = sum(w.font.bold for w in words) > 0.8 * len(words)
    return bold, fills.most_common(1)[0][0] if fills else None

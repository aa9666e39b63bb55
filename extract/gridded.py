"""Whether a line at the edge of a page is the row of a table there."""

from __future__ import annotations

from extract.once import once_a_page
from models.geometry import Box
from models.page import Page, Rule

BOX = 3.0  # lines: no box around one is higher
NARROW = 3.0  # times as wide as what stands in it: no box around a page's number is wider
SAME = 2.0  # points
CELLS = 3  # upright rules: the sides of two cells
LOW, HIGH = 3, 8  # lines: from the rules above and below a row; from the one below, where cells stand beside each other


def in_grid(page: Page, box: Box) -> bool:
    """Whether the line is a row of a table: rules on all four sides of it, above and below it and a coloured cell beside, or coloured
    cells beside each other behind it.
    """
    if not page.rules and not page.fills:
        return False
    across, down, reach = box.middle_x, box.middle_y, LOW * box.height
    all_level, all_upright = _rules_by_way(page)
    upright = [r.x0 for r in all_upright if r.top - 1 < down < r.bottom + 1]
    sides = [x for x in upright if x <= box.x0 + 2] and [x for x in upright if x >= box.x1 - 2]
    level = [r.top for r in all_level if r.x0 <= across <= r.x1]
    above = [y for y in level if 0 <= down - y < reach]
    below = [y for y in level if 0 <= y - down < reach]
    if sides and above and not below and _are_cells(upright):
        # the first line of a high row; in one box alone, as high as a page, it may be anything
        below = [y for y in level if 0 <= y - down < HIGH * box.height]
    coloured = [f for f in page.fills if f.top <= down <= f.bottom and f.colour != "#ffffff"]
    behind = [f for f in coloured if f.x0 <= across <= f.x1]
    if sides and (behind or (above and below)):
        return not _is_lone_box(all_level, [r for r in all_upright if r.top - 1 < down < r.bottom + 1], box)
    cells = {(round(f.x0), round(f.x1)) for f in coloured if f.x1 - f.x0 < 0.7 * page.width}
    return len(cells) >= (1 if above and below else 3)


def _are_cells(upright: list[float]) -> bool:
    """Whether upright rules are the sides of cells beside each other, and not the two of one box, drawn twice."""
    return len({round(x / SAME) for x in upright}) >= CELLS


def _is_lone_box(level: list[Rule], upright: list[Rule], box: Box) -> bool:
    """Whether the rules beside the line are the sides of one box, low and with nothing but itself, as around a page's number."""
    if any(r.bottom - r.top > BOX * box.height for r in upright) or len({round(r.x0 / SAME) for r in upright}) > 2:
        return False
    left, right = min(r.x0 for r in upright), max(r.x0 for r in upright)
    top, bottom = min(r.top for r in upright), max(r.bottom for r in upright)
    near = [r.top for r in level if r.x0 < right and r.x1 > left and abs(r.top - box.middle_y) < 2 * BOX * box.height]
    return right - left < NARROW * (box.x1 - box.x0) and all(min(abs(y - top), abs(y - bottom)) <= SAME for y in near)


@once_a_page
def _rules_by_way(page: Page) -> tuple[list[Rule], list[Rule]]:
    """The level rules of a page, and the upright ones."""
    level: list[Rule] = []
    upright: list[Rule] = []
    for rule in page.rules:
        (upright if rule.vertical else level).append(rule)
    return level, upright

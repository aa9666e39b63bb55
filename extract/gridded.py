"""Whether a line at the edge of a page is the row of a table there."""

from __future__ import annotations

from extract.once import once_a_page
from models.geometry import Box
from models.page import Page, Rule


def in_grid(page: Page, box: Box) -> bool:
    """Whether the line is a row of a table: rules on all four sides of it, above and below it and a coloured cell beside, or coloured
    cells beside each other behind it.
    """
    if not page.rules and not page.fills:
        return False
    across, down, reach = box.middle_x, box.middle_y, 3 * box.height
    all_level, all_upright = _rules_by_way(page)
    upright = [r.x0 for r in all_upright if r.top - 1 < down < r.bottom + 1]
    sides = any(x <= box.x0 + 2 for x in upright) and any(x >= box.x1 - 2 for x in upright)
    level = [r.top for r in all_level if r.x0 <= across <= r.x1]
    above = any(0 <= down - y < reach for y in level)
    below = any(0 <= y - down < reach for y in level)
    coloured = [f for f in page.fills if f.top <= down <= f.bottom and f.colour != "#ffffff"]
    behind = any(f.x0 <= across <= f.x1 for f in coloured)
    if sides and (behind or (above and below)):
        return True
    cells = {(round(f.x0), round(f.x1)) for f in coloured if f.x1 - f.x0 < 0.7 * page.width}
    return len(cells) >= (1 if above and below else 3)


@once_a_page
def _rules_by_way(page: Page) -> tuple[list[Rule], list[Rule]]:
    """The level rules of a page, and the upright ones."""
    level: list[Rule] = []
    upright: list[Rule] = []
    for rule in page.rules:
        (upright if rule.vertical else level).append(rule)
    return level, upright

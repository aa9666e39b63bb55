"""Painted pieces sorted into rules, fills and shapes."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.engine.clip import Window, shared
from extract.engine.painted import Painted, Points, Stroke
from models.page import Fill, Rule, Shape

THIN = 2.6  # points: a filled rectangle as thin as this is a rule
STRAIGHT = 0.4  # points a line may lean and still be upright
MOST_SHAPES = 5_000


@dataclass(slots=True)
class Drawings:
    rules: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    fill_orders: list[int] = field(default_factory=list)  # painting order of each fill
    shapes: list[Shape] = field(default_factory=list)


def sort_drawings(painted: Painted, page_window: Window) -> Drawings:
    """Rules, fills and shapes of a page, each clipped to what shows of it."""
    drawings = Drawings()
    for piece in painted.pieces:
        _sort(piece, shared(piece.window, page_window), drawings)
    drawings.rules = join_dashes(drawings.rules)
    if len(drawings.shapes) > MOST_SHAPES:
        painted.warnings.append(f"too many shapes: {len(drawings.shapes)}, only the first {MOST_SHAPES} are kept")
        del drawings.shapes[MOST_SHAPES:]
    return drawings


def _sort(piece: Stroke, window: Window, drawings: Drawings) -> None:
    xs = [x for x, _ in piece.points]
    ys = [y for _, y in piece.points]
    around = (min(xs), min(ys), max(xs), max(ys))
    slack = piece.width / 2 + 0.01
    if (
        around[2] < window[0] - slack
        or around[0] > window[2] + slack
        or around[3] < window[1] - slack
        or around[1] > window[3] + slack
    ):
        return
    rectangle = _is_rectangle(piece.points, around)
    if piece.fill and rectangle:
        _fill(around, piece, window, drawings)
    if piece.stroke and (rectangle or not piece.fill) and _upright(piece.points, rectangle):
        _stroke(piece, window, drawings)
    elif not (piece.fill and rectangle):
        shown = shared(around, window)
        drawings.shapes.append(Shape(*shown, piece.points, piece.curved, piece.fill, piece.stroke))


def _is_rectangle(points: Points, around: Window) -> bool:
    """Whether the points walk around an upright rectangle (curves without a bend are straight lines)."""
    if len(points) < 4:
        return False
    x0, top, x1, bottom = around
    corners = set()
    for x, y in points:
        left, right = x - x0 < STRAIGHT, x1 - x < STRAIGHT
        above, below = y - top < STRAIGHT, bottom - y < STRAIGHT
        if not ((left or right) and (above or below)):
            return False
        corners.add((left, above))
    return len(corners) == 4 or min(x1 - x0, bottom - top) < STRAIGHT


def _upright(points: Points, rectangle: bool) -> bool:
    return rectangle or all(
        abs(x - u) < STRAIGHT or abs(y - v) < STRAIGHT for (x, y), (u, v) in zip(points, points[1:], strict=False)
    )


def _fill(around: Window, piece: Stroke, window: Window, drawings: Drawings) -> None:
    x0, top, x1, bottom = shared(around, window)
    wide, high = x1 - x0, bottom - top
    assert piece.fill is not None
    if wide < 0 or high < 0:
        return
    # The thinness is the rectangle's own: a band cut to a sliver by its clip is still no rule.
    thin = min(around[2] - around[0], around[3] - around[1])
    if thin <= THIN and max(wide, high) >= 2 * thin:
        if wide >= high:
            middle = (top + bottom) / 2
            drawings.rules.append(Rule(x0, middle, x1, middle, thin, piece.fill))
        else:
            middle = (x0 + x1) / 2
            drawings.rules.append(Rule(middle, top, middle, bottom, thin, piece.fill))
    elif wide > 0 and high > 0:
        drawings.fills.append(Fill(x0, top, x1, bottom, piece.fill))
        drawings.fill_orders.append(piece.order)


def _stroke(piece: Stroke, window: Window, drawings: Drawings) -> None:
    assert piece.stroke is not None
    points = [*piece.points, piece.points[0]] if piece.closed else piece.points
    for (x, y), (u, v) in zip(points, points[1:], strict=False):
        horizontal = abs(x - u) >= abs(y - v)
        if horizontal:
            x0, x1 = max(min(x, u), window[0]), min(max(x, u), window[2])
            middle = (y + v) / 2
            # A stroke along the edge of its clip shows by half its width.
            if x1 > x0 and window[1] - piece.width / 2 <= middle <= window[3] + piece.width / 2:
                drawings.rules.append(Rule(x0, middle, x1, middle, piece.width, piece.stroke))
        else:
            y0, y1 = max(min(y, v), window[1]), min(max(y, v), window[3])
            middle = (x + u) / 2
            if y1 > y0 and window[0] - piece.width / 2 <= middle <= window[2] + piece.width / 2:
                drawings.rules.append(Rule(middle, y0, middle, y1, piece.width, piece.stroke))


def join_dashes(rules: list[Rule]) -> list[Rule]:
    """Rules on one line that touch, or are short and close (dashes, dots), made one. The order stays that of the first."""
    lines: dict[tuple[bool, int, str], list[tuple[float, float, int]]] = {}
    for number, rule in enumerate(rules):
        across = rule.x0 if rule.vertical else rule.top
        start, end = (rule.top, rule.bottom) if rule.vertical else (rule.x0, rule.x1)
        lines.setdefault((rule.vertical, round(across * 2), rule.colour), []).append((start, end, number))
    if len(lines) == len(rules):
        return rules
    joined: list[tuple[int, Rule]] = []
    for (vertical, _, _), pieces in lines.items():
        pieces.sort()
        start, end, number = pieces[0]
        length = end - start
        for next_start, next_end, next_number in pieces[1:]:
            next_length = next_end - next_start
            dash = min(length, next_length)
            gap = next_start - end
            if gap <= 0.5 or (dash <= 8 and next_length <= 8 and gap <= max(1.5 * dash, 2.5)):
                end = max(end, next_end)
                number = min(number, next_number)
                length = next_length
                continue
            joined.append((number, _between(rules[number], vertical, start, end)))
            start, end, number, length = next_start, next_end, next_number, next_length
        joined.append((number, _between(rules[number], vertical, start, end)))
    joined.sort(key=lambda pair: pair[0])
    return [rule for _, rule in joined]


def _between(rule: Rule, vertical: bool, start: float, end: float) -> Rule:
    if vertical:
        return Rule(rule.x0, start, rule.x0, end, rule.width, rule.colour)
    return Rule(start, rule.top, end, rule.top, rule.width, rule.colour)

"""Rules drawn in many pieces (dashes, dots, one piece a cell) made one."""

from __future__ import annotations

from models.page import Fill, Rule

TOUCHING = 0.5  # points between pieces that still touch
DASH = 8.0  # points: the longest dash
FEWEST_DOTS = 4


def join_dashes(rules: list[Rule]) -> list[Rule]:
    """Rules of one colour on one line that touch, or are short and close, made one, in the order of their first pieces."""
    lines: dict[tuple[bool, int, str], list[tuple[float, float, int]]] = {}
    for number, rule in enumerate(rules):
        if rule.vertical:
            lines.setdefault((True, round(rule.x0 * 2), rule.colour), []).append((rule.top, rule.bottom, number))
        else:
            lines.setdefault((False, round(rule.top * 2), rule.colour), []).append((rule.x0, rule.x1, number))
    if len(lines) == len(rules):
        return rules
    joined: list[tuple[int, Rule]] = []
    for (vertical, _, _), pieces in lines.items():
        pieces.sort()
        start, end, number = pieces[0]
        length = end - start
        for next_start, next_end, next_number in pieces[1:]:
            next_length = next_end - next_start
            gap = next_start - end
            dashed = length <= DASH and next_length <= DASH and gap <= max(1.5 * min(length, next_length), 2.5)
            if gap <= TOUCHING or dashed:
                end = max(end, next_end)
                number = min(number, next_number)
            else:
                joined.append((number, _between(rules[number], vertical, start, end)))
                start, end, number = next_start, next_end, next_number
            length = next_length
        joined.append((number, _between(rules[number], vertical, start, end)))
    joined.sort(key=lambda pair: pair[0])
    return [rule for _, rule in joined]


def _between(rule: Rule, vertical: bool, start: float, end: float) -> Rule:
    if vertical:
        return Rule(rule.x0, start, rule.x0, end, rule.width, rule.colour)
    return Rule(start, rule.top, end, rule.top, rule.width, rule.colour)


def join_dots(fills: list[Fill], dot: float) -> tuple[list[Rule], list[Fill]]:
    """Squares no larger than `dot` as rules, in rows, columns or alone (a corner between rules); and the other fills."""
    small = [f for f in fills if f.x1 - f.x0 <= dot and f.bottom - f.top <= dot]
    if not small:
        return [], fills
    rules: list[Rule] = []
    used: set[int] = set()
    for vertical in (False, True):
        lines: dict[tuple[int, str], list[Fill]] = {}
        for fill in small:
            if id(fill) not in used:
                across = fill.x0 + fill.x1 if vertical else fill.top + fill.bottom
                lines.setdefault((round(across), fill.colour), []).append(fill)
        for row in lines.values():
            row.sort(key=lambda f: f.top if vertical else f.x0)
            for dots in _runs(row, vertical):
                used.update(map(id, dots))
                first, last = dots[0], dots[-1]
                middle_x, middle_y = (first.x0 + first.x1) / 2, (first.top + first.bottom) / 2
                place = (
                    (middle_x, first.top, middle_x, last.bottom)
                    if vertical
                    else (first.x0, middle_y, last.x1, middle_y)
                )
                thick = first.x1 - first.x0 if vertical else first.bottom - first.top
                rules.append(Rule(*place, thick, first.colour))
    for fill in small:
        if id(fill) not in used:
            middle = (fill.top + fill.bottom) / 2
            rules.append(Rule(fill.x0, middle, fill.x1, middle, fill.bottom - fill.top, fill.colour))
    dots_seen = {id(fill) for fill in small}
    return rules, [fill for fill in fills if id(fill) not in dots_seen]


def _runs(row: list[Fill], vertical: bool) -> list[list[Fill]]:
    """Dots of one line that follow each other closely, where there are enough of them."""
    runs: list[list[Fill]] = [[]]
    for dot in row:
        if runs[-1]:
            last = runs[-1][-1]
            gap = dot.top - last.bottom if vertical else dot.x0 - last.x1
            if gap > max(3 * (last.x1 - last.x0), 2.5):
                runs.append([])
        runs[-1].append(dot)
    return [run for run in runs if len(run) >= FEWEST_DOTS]

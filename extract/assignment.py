"""Rows to places, each place to one row at most, with the highest sum of gains; and what it would cost a row to go elsewhere.

The Hungarian method with potentials, after E. Lawler, Combinatorial Optimization (1976), chapter 5: rows are taken in one after the other.
Written out for lists: a table has a dozen columns, for which arrays cost more than they save.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

Gains = Sequence[float]  # of one row, a place each
_EQUAL = 1e-9  # gains that differ by less are equal


def best(gains: Sequence[Gains]) -> list[int]:
    """The place of each row, of as many as there are rows at least, in the assignment with the highest sum."""
    places = [row.index(max(row)) for row in gains]
    if len(set(places)) == len(places) and all(map(_is_clear, gains, places)):
        return places  # each has what suits it best, and no other could have it as well
    made = _Assignment(len(gains[0]))
    for row in gains:
        made.add(row)
    return made.places()


def sums_elsewhere(gains: Sequence[Gains], elsewhere: Sequence[Gains]) -> list[float]:
    """Of each row the highest sum of an assignment in which this row alone gains as it would `elsewhere`.

    Where a row finds a place that no other wants most, nobody has to move. For the rest all rows but one are taken in by halves, each
    half once for the other's: n log n steps for n rows, where each anew takes n².
    """
    found = [0.0] * len(gains)
    wanted = [row.index(max(row)) for row in gains]
    together = sum(row[place] for row, place in zip(gains, wanted, strict=True))
    hard = []
    for row, held in enumerate(elsewhere):
        most = max(held)
        others = {place for i, place in enumerate(wanted) if i != row}
        if len(others) == len(gains) - 1 and held.index(most) not in others:
            found[row] = together - gains[row][wanted[row]] + most
        else:
            hard.append(row)
    made = _Assignment(len(gains[0]))
    for row in sorted({*range(len(gains))} - {*hard}) if hard else ():
        made.order.append(row)
        made.add(gains[row])
    for row, others_in in _all_but(hard, gains, made):
        others_in.order.append(row)
        others_in.add(elsewhere[row])
        held_by = zip(others_in.order, others_in.places(), strict=True)
        found[row] = sum((elsewhere if i == row else gains)[i][place] for i, place in held_by)
    return found


def _all_but(rows: Sequence[int], gains: Sequence[Gains], made: _Assignment) -> Iterator[tuple[int, _Assignment]]:
    """Each of `rows`, and an assignment of all others: of those in `made` already, and of `rows` themselves."""
    if len(rows) < 2:
        yield from ((row, made) for row in rows)
        return
    half = len(rows) // 2
    for mine, others in ((rows[:half], rows[half:]), (rows[half:], rows[:half])):
        with_others = made.copy()
        for row in others:
            with_others.order.append(row)
            with_others.add(gains[row])
        yield from _all_but(mine, gains, with_others)


def _is_clear(row: Gains, place: int) -> bool:
    bound = row[place] - _EQUAL
    return sum(value >= bound for value in row) == 1


class _Assignment:
    """The rows taken in so far, numbered from 1, and the places they hold; place 0 is where the row to be taken in waits."""

    def __init__(self, places: int) -> None:
        self.order: list[int] = []  # whoever asks notes here which rows these are
        self.rows: list[Gains] = [()]
        self.row_potential = [0.0]
        self.place_potential = [0.0] * (places + 1)
        self.holder = [0] * (places + 1)  # which row holds a place; 0 is nobody

    def copy(self) -> _Assignment:
        made = _Assignment(0)
        made.order, made.rows = self.order.copy(), self.rows.copy()
        made.row_potential, made.place_potential = self.row_potential.copy(), self.place_potential.copy()
        made.holder = self.holder.copy()
        return made

    def places(self) -> list[int]:
        """The place of each row, in the order in which they came, counted from 0."""
        found = [0] * (len(self.rows) - 1)
        for place, row in enumerate(self.holder):
            if place and row:
                found[row - 1] = place - 1
        return found

    def add(self, row: Gains) -> None:
        """Takes in one more row; others move where that makes the sum higher."""
        self.rows.append(row)
        self.row_potential.append(0.0)
        rows, row_potential, place_potential, holder = self.rows, self.row_potential, self.place_potential, self.holder
        places = range(1, len(holder))
        holder[0] = len(rows) - 1
        least, came = [inf] * len(holder), [0] * len(holder)
        used = {0}
        place = 0
        while holder[place] or not place:
            current = holder[place]
            gains, potential = rows[current], row_potential[current]
            delta, following = inf, 0
            for other in places:
                if other in used:
                    continue
                slack = -gains[other - 1] - potential - place_potential[other]
                if slack < least[other]:
                    least[other] = slack
                    came[other] = place
                if least[other] < delta:
                    delta, following = least[other], other
            for other in used:
                row_potential[holder[other]] += delta
                place_potential[other] -= delta
            for other in places:
                if other not in used:
                    least[other] -= delta
            place = following
            used.add(place)
        while place:
            holder[place] = holder[came[place]]
            place = came[place]

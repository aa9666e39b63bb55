"""Rows to places: the highest sum, and what it is worth to each row, against all that could have been."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.assignment import best, sums_elsewhere

FORBIDDEN = -10.0
Gains = list[list[float]]


@st.composite
def tables_of_gains(draw: st.DrawFn) -> Gains:
    rows, more, seed = draw(st.integers(1, 5)), draw(st.integers(0, 3)), draw(st.integers(0, 10**6))
    pick = random.Random(seed)
    few = [0.3, 0.5, 0.8, 0.81, 1.0, FORBIDDEN]  # ties, and places a row may not have, as columns of one heading give
    return [
        [pick.choice(few) if seed % 2 else round(pick.random(), 2) for _ in range(rows + more)] for _ in range(rows)
    ]


def highest(gains: Gains) -> float:
    ways = itertools.permutations(range(len(gains[0])), len(gains))
    return max(sum(row[place] for row, place in zip(gains, way, strict=True)) for way in ways)


@given(tables_of_gains())
def test_the_assignment_is_the_best_there_is(gains: Gains) -> None:
    places = best(gains)
    assert len(set(places)) == len(gains)
    assert sum(row[place] for row, place in zip(gains, places, strict=True)) == pytest.approx(highest(gains))


@settings(deadline=None)  # what is asked is whether it is right, not how loaded the machine is
@given(tables_of_gains())
def test_each_row_is_told_what_another_place_would_cost(gains: Gains) -> None:
    places = best(gains)
    elsewhere = [
        [FORBIDDEN if i == place else value for i, value in enumerate(row)]
        for row, place in zip(gains, places, strict=True)
    ]
    told = sums_elsewhere(gains, elsewhere)
    for row, worth in enumerate(told):
        assert worth == pytest.approx(highest([*gains[:row], elsewhere[row], *gains[row + 1 :]]))

"""Drawn arrows and marks have the name of what they look like."""

from math import cos, radians, sin

import pytest

from extract.symbols import shape_name, sign_name, symbols_in
from models.geometry import Box
from tests.extract.drawn import draw, read

BLOCK = [(0, 3), (8, 3), (8, 0), (14, 5), (8, 10), (8, 7), (0, 7)]  # points right
TRIANGLE = [(0, 0), (10, 5), (0, 10)]
DOUBLE = [(0, 5), (5, 0), (5, 3), (11, 3), (11, 0), (16, 5), (11, 10), (11, 7), (5, 7), (5, 10)]
TICK = [(0, 5), (2, 4), (4, 7), (10, 0), (11, 1), (4, 10)]
CROSS = [(0, 2), (2, 0), (5, 3), (8, 0), (10, 2), (7, 5), (10, 8), (8, 10), (5, 7), (2, 10), (0, 8), (3, 5)]


def drawn(points, turn=0, operator="f"):
    """The shape of a polygon given with y downwards, turned clockwise by `turn` degrees."""
    angle = radians(turn)
    spots = [(x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)) for x, y in points]
    path = " ".join(f"{200 + x} {150 - y} {'l' if n else 'm'}" for n, (x, y) in enumerate(spots))
    shapes = read(draw(f"{path} {operator}")).shapes
    return shapes[0]


@pytest.mark.parametrize("points", [BLOCK, TRIANGLE])
@pytest.mark.parametrize(
    ("turn", "name"), [(0, "level"), (90, "down"), (-90, "up"), (-45, "up_right"), (45, "down_right"), (180, None)]
)
def test_arrows_by_direction(points, turn, name):
    assert shape_name(drawn(points, turn)) == name


def test_an_outlined_arrow_is_an_arrow():
    assert shape_name(drawn(BLOCK, -90, "s")) == "up"


def test_double_arrow_tick_and_cross():
    assert shape_name(drawn(DOUBLE)) == "level"
    assert shape_name(drawn(TICK)) == "tick"
    assert shape_name(drawn(CROSS)) == "cross"
    assert shape_name(drawn([(0, 5), (4, 10), (12, 0)], operator="S")) == "tick"


def test_circle():
    k = 0.5523 * 5
    path = f"5 0 m 5 {k} {k} 5 0 5 c {-k} 5 -5 {k} -5 0 c -5 {-k} {-k} -5 0 -5 c {k} -5 5 {-k} 5 0 c f"
    shape = read(draw(f"q 1 0 0 1 200 150 cm 1 0 0 rg {path} Q")).shapes[0]
    assert shape_name(shape) == "circle"
    assert shape.fill == "#ff0000"


@pytest.mark.parametrize(
    "points",
    [
        [(0, 0), (10, 0), (10, 10)],  # the flag in a spreadsheet cell's corner
        [(5, 0), (10, 5), (5, 10), (0, 5)],  # a diamond
        [(0, 0), (9, 1), (14, 9), (3, 12)],
    ],
)
def test_other_shapes_have_no_name(points):
    assert shape_name(drawn(points)) is None


def test_a_large_drawing_is_no_mark():
    assert shape_name(drawn([(x * 10, y * 10) for x, y in BLOCK])) is None


def test_marks_within_a_box():
    content = "1 0 0 rg 205 150 m 210 160 l 215 150 l f 0 g 100 100 m 110 110 l S 100 110 m 110 100 l S"
    page = read(draw(content))
    assert symbols_in(page, Box(190, 130, 230, 160)) == ("up",)
    assert symbols_in(page, Box(90, 180, 120, 210)) == ("cross",)
    assert symbols_in(page, Box(0, 0, 50, 50)) == ()


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("↑", "up"),
        ("▼", "down"),
        ("→", "level"),
        ("↗", "up_right"),
        ("➘", "down_right"),
        ("✔\ufe0f", "tick"),
        ("A", None),
    ],
)
def test_characters(character, name):
    assert sign_name(character) == name

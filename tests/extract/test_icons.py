"""Small pictures in cells have the name of what they show, and its colour."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.symbols import symbols_in
from extract.table import read_tables
from models.geometry import Box
from models.page import Page
from tests.extract.drawn import read

GREEN, WHITE, CREAM = (0, 150, 60), (255, 255, 255), (255, 245, 225)
TRIANGLE = [(128, 30), (222, 210), (34, 210)]
BLOCK = [(128, 10), (230, 120), (170, 120), (170, 246), (86, 246), (86, 120), (26, 120)]
TURNS = [(0, "up"), (90, "level"), (180, "down"), (45, "up_right"), (135, "down_right"), (270, None), (225, None)]


def icon(name, size=32, ground=None, turn=0, colour=GREEN):
    """A picture drawn large and made small, so that its edges are soft; `ground` None: transparent."""
    picture = Image.new("RGBA", (256, 256), (*colour, 0))
    pen = ImageDraw.Draw(picture)
    if name in ("circle", "tick in a circle"):
        pen.ellipse((6, 6, 250, 250), fill=colour)
    if name == "ring":
        pen.ellipse((6, 6, 250, 250), outline=colour, width=24)
    if name == "tick in a circle":
        pen.line([(70, 135), (112, 178), (186, 90)], fill=WHITE, width=28, joint="curve")
    if name == "tick":
        pen.line([(20, 140), (95, 215), (236, 40)], fill=colour, width=44, joint="curve")
    if name == "cross":
        pen.line([(30, 30), (226, 226)], fill=colour, width=44)
        pen.line([(30, 226), (226, 30)], fill=colour, width=44)
    if name == "plus":
        pen.line([(128, 20), (128, 236)], fill=colour, width=50)
        pen.line([(20, 128), (236, 128)], fill=colour, width=50)
    if name == "H":
        for bar in ((40, 20, 90, 236), (166, 20, 216, 236), (40, 105, 216, 150)):
            pen.rectangle(bar, fill=colour)
    if name == "H in a circle":
        pen.ellipse((6, 6, 250, 250), fill=colour)
        for bar in ((80, 70, 105, 186), (151, 70, 176, 186), (80, 116, 176, 140)):
            pen.rectangle(bar, fill=WHITE)
    if name == "diamond":
        pen.polygon([(128, 10), (246, 128), (128, 246), (10, 128)], fill=colour)
    if name == "patch":
        pen.rectangle((0, 0, 256, 256), fill=colour)
    if name in ("triangle", "block"):
        pen.polygon(TRIANGLE if name == "triangle" else BLOCK, fill=colour)
    picture = picture.rotate(-turn, Image.Resampling.BICUBIC, fillcolor=(*colour, 0))
    if ground:
        sheet = Image.new("RGBA", picture.size, (*ground, 255))
        sheet.alpha_composite(picture)
        picture = sheet.convert("RGB")
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def page_with(*pictures: Image.Image, side: float = 14, table: bool = False, jpeg: bool = False) -> Page:
    """A page with the pictures in a row, 60 points apart, in the middles of a table's second row where one is drawn."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300))
    for number, picture in enumerate(pictures):
        source = io.BytesIO()
        picture.save(source, "JPEG" if jpeg else "PNG", **({"quality": 75} if jpeg else {}))
        canvas.drawImage(ImageReader(source), 50 + 60 * number, 193, side, side, mask="auto")
    if table:
        across = [30 + 60 * n for n in range(len(pictures) + 1)]
        canvas.grid(across, [180, 220, 250])
        for number, x in enumerate(across[:-1]):
            canvas.drawString(x + 8, 230, f"Head {number}")
    canvas.save()
    return read(out.getvalue())


@pytest.mark.parametrize("ground", [None, WHITE, CREAM])
@pytest.mark.parametrize("name", ["triangle", "block"])
@pytest.mark.parametrize(("turn", "mark"), TURNS)
def test_arrows_by_direction(name, turn, mark, ground):
    (image,) = page_with(icon(name, turn=turn, ground=ground)).images
    assert image.mark == mark


@pytest.mark.parametrize("size", [16, 24, 64, 256])
@pytest.mark.parametrize("ground", [None, WHITE])
@pytest.mark.parametrize(
    ("name", "mark"), [("block", "up"), ("triangle", "up"), ("tick", "tick"), ("cross", "cross"), ("circle", "circle")]
)
def test_marks_of_any_size(name, mark, size, ground):
    (image,) = page_with(icon(name, size, ground)).images
    assert image.mark == mark
    red, green, blue = (int(image.colour[n : n + 2], 16) for n in (1, 3, 5))
    assert red < 60
    assert 120 < green < 180
    assert blue < 110


@pytest.mark.parametrize("ground", [None, WHITE])
def test_a_mark_in_a_circle_has_the_circles_colour(ground):
    (image,) = page_with(icon("tick in a circle", 48, ground)).images
    assert (image.mark, image.colour) == ("tick", "#00963c")


def test_a_ring_is_a_circle():
    assert [i.mark for i in page_with(icon("ring", 48), icon("ring", 48, WHITE)).images] == ["circle", "circle"]


def test_a_black_disc_is_a_bullet_not_a_rating():
    (image,) = page_with(icon("circle", colour=(0, 0, 0))).images
    assert image.mark is None


def test_a_mark_in_a_photographs_format():
    (image,) = page_with(icon("block", 40, WHITE), jpeg=True).images
    assert image.mark == "up"


@pytest.mark.parametrize("name", ["plus", "H", "H in a circle", "diamond"])
@pytest.mark.parametrize("size", [8, 12, 20, 48])
@pytest.mark.parametrize("ground", [None, WHITE])
def test_other_icons_say_nothing(name, size, ground):
    (image,) = page_with(icon(name, size, ground)).images
    assert image.mark is None
    assert image.colour is None


def test_a_patch_of_colour_has_no_name():
    (image,) = page_with(icon("patch", ground=WHITE)).images
    assert (image.mark, image.colour) == (None, "#00963c")


def test_a_large_picture_is_no_icon():
    (image,) = page_with(icon("block"), side=60).images
    assert (image.mark, image.colour) == (None, None)


def test_a_picture_that_is_turned_and_one_that_is_mirrored():
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300))
    source = io.BytesIO()
    icon("block").save(source, "PNG")
    for matrix in ((0, 14, -14, 0, 64, 100), (14, 0, 0, -14, 150, 114)):
        canvas.saveState()
        canvas.transform(*matrix)
        canvas.drawImage(ImageReader(source), 0, 0, 1, 1, mask="auto")
        canvas.restoreState()
    canvas.save()
    assert [i.mark for i in read(out.getvalue()).images] == [None, "down"]  # to the left no trend points


def test_icons_in_cells_are_their_symbols_and_colour():
    page = page_with(icon("block", 40), icon("tick", 40, WHITE, colour=(200, 20, 30)), icon("H"), table=True)
    assert symbols_in(page, Box(30, 80, 90, 120)) == ("up",)
    (table,) = read_tables([page])
    body = [cell for cell in table.cells if cell.row == 1]
    assert [cell.symbols for cell in body] == [("up",), ("tick",), ()]
    assert body[0].fill == "#01963c"
    assert body[1].fill == "#c8141e"
    assert body[2].fill is None

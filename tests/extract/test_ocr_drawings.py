"""What a page that is a picture shows beside its words: ruling lines, painted areas, bullets, and figures that were passed over."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from extract.page import open_document
from extract.table import read_tables
from extract.tables.draft import DraftCell, Grid
from extract.tables.seam import repeated_rows
from models.geometry import Box
from models.page import Font, Image, Page, Word
from tests.samples import SAMPLES

pytest.importorskip("cv2", reason="the extra `ocr` is not installed")

from PIL import Image as Pictures
from PIL import ImageDraw

from extract.ocr import impact_named, read_scan
from extract.ocr_rules import Picture, drawn_on, exact_skew, passed_over

SCALE = 72 / 200  # points a pixel
WIDE, HIGH = 1000, 600  # pixels


def drawing() -> tuple[Pictures.Image, ImageDraw.ImageDraw]:
    sheet = Pictures.new("RGB", (WIDE, HIGH), "white")
    return sheet, ImageDraw.Draw(sheet)


def pixels(sheet: Pictures.Image) -> Picture:
    return np.asarray(sheet, dtype=np.uint8)


def word(text: str, x0: float, top: float, x1: float, bottom: float) -> Word:
    """A word from its box in pixels."""
    return Word(text, x0 * SCALE, top * SCALE, x1 * SCALE, bottom * SCALE, 1, 0, Font("ocr", 10))


def near(found: Sequence[float], wanted: Sequence[float], points: float = 0.8) -> bool:
    return all(abs(a - b * SCALE) <= points for a, b in zip(found, wanted, strict=True))


def test_lines_of_a_table_are_found_where_they_are_drawn():
    sheet, pen = drawing()
    pen.rectangle((100, 100, 700, 400), outline="black", width=3)
    pen.line((100, 200, 700, 200), fill="#777777", width=2)
    pen.line((400, 100, 400, 400), fill="#777777", width=2)
    rules = drawn_on(pixels(sheet), SCALE, 0.0, ()).rules
    level = sorted((r.top, r.x0, r.x1) for r in rules if not r.vertical)
    upright = sorted((r.x0, r.top, r.bottom) for r in rules if r.vertical)
    assert [
        near(got, want) for got, want in zip(level, [(101, 100, 701), (200, 100, 701), (399, 100, 701)], strict=True)
    ] == [True] * 3
    assert [
        near(got, want) for got, want in zip(upright, [(101, 100, 401), (400, 100, 401), (699, 100, 401)], strict=True)
    ] == [True] * 3


def test_white_lines_part_dark_cells():
    sheet, pen = drawing()
    pen.rectangle((100, 100, 700, 160), fill="#203060")
    pen.line((400, 100, 400, 160), fill="white", width=3)
    drawn = drawn_on(pixels(sheet), SCALE, 0.0, ())
    assert any(r.vertical and near((r.x0, r.top, r.bottom), (401, 100, 161)) for r in drawn.rules)
    assert sorted((round(f.x0), f.colour) for f in drawn.fills) == [(36, "#203060"), (145, "#203060")]


def test_letters_are_no_lines():
    sheet, pen = drawing()
    for row in range(8):
        pen.text(
            (100, 60 + 50 * row),
            "Illness will filter in until fall: EFTLHI — The Board NOTED it.",
            fill="black",
            font_size=28,
        )
    assert drawn_on(pixels(sheet), SCALE, 0.0, ()).rules == ()


def test_a_stroke_through_words_is_of_their_letters_and_one_under_them_is_a_line():
    sheet, pen = drawing()
    pen.line((100, 120, 400, 120), fill="black", width=2)
    pen.line((100, 220, 400, 220), fill="black", width=2)
    words = [word("Training", 95, 108, 405, 132), word("Board", 95, 195, 405, 221)]
    rules = drawn_on(pixels(sheet), SCALE, 0.0, words).rules
    assert [round(r.top / SCALE) for r in rules] == [220]


def test_a_skew_picture_is_set_level_as_its_words_are():
    sheet, pen = drawing()
    pen.line((100, 300, 900, 300), fill="black", width=3)
    skew = math.radians(1.2)
    turned = sheet.rotate(-math.degrees(skew), fillcolor="white", resample=Pictures.Resampling.BICUBIC)
    (rule,) = drawn_on(pixels(turned), SCALE, skew, ()).rules
    assert abs(rule.top - 300 * SCALE) < 1.0
    assert rule.x1 - rule.x0 > 780 * SCALE


def test_painted_cells_keep_their_colour_and_paper_is_none():
    sheet, pen = drawing()
    pen.rectangle((0, 0, WIDE, HIGH), fill="#f4f2ee")  # paper that has yellowed
    pen.rectangle((100, 100, 300, 160), fill="#c00000")
    pen.rectangle((100, 200, 300, 260), fill="#92d050")
    pen.text((180, 215), "12", fill="black", font_size=30)
    fills = drawn_on(pixels(sheet), SCALE, 0.0, ()).fills
    assert sorted((round(f.top / SCALE / 10) * 10, f.colour) for f in fills) == [(100, "#c00000"), (200, "#92d050")]


def test_bullets_stand_before_a_word_and_full_stops_do_not():
    sheet, pen = drawing()
    pen.ellipse((100, 110, 109, 119), fill="black")
    pen.text((130, 100), "Controls", fill="black", font_size=28)
    pen.ellipse((400, 122, 406, 128), fill="black")  # ends a sentence
    pen.ellipse((100, 210, 109, 219), fill="black")  # before nothing
    words = [word("Controls", 130, 100, 250, 130), word("end", 340, 100, 395, 130), word("Next", 415, 100, 480, 130)]
    bullets = drawn_on(pixels(sheet), SCALE, 0.0, words).bullets
    assert [near((b.x0, b.top), (100, 110)) for b in bullets] == [True]


def test_single_figures_outside_of_the_words_are_found_dark_and_light():
    sheet, pen = drawing()
    pen.rectangle((300, 80, 500, 150), fill="#203060")
    pen.text((120, 100), "4", fill="black", font_size=28)
    pen.text((400, 100), "I", fill="white", font_size=28)
    pen.text((600, 100), "known", fill="black", font_size=28)
    pen.line((100, 400, 900, 400), fill="black", width=3)
    found = passed_over(pixels(sheet), [Box(598, 100, 700, 132)])
    assert sorted(round(b.x0, -1) for b in found) == [120, 400]


@pytest.mark.parametrize("sample", ["register-trends", "register-bands"])
def test_tables_of_a_scan_are_those_of_the_paper_it_was_made_from(sample: str):
    with open_document((Path(SAMPLES) / sample / f"{sample}.pdf").read_bytes()) as document:
        page = next(iter(document.pages()))

        def spotter(picture: Picture) -> list[tuple[str, float, tuple[tuple[float, float], ...]]]:
            del picture  # read as well as can be: what is tested are the drawings
            return [
                (
                    w.text,
                    0.99,
                    (
                        (w.x0 / SCALE, w.top / SCALE),
                        (w.x1 / SCALE, w.top / SCALE),
                        (w.x1 / SCALE, w.bottom / SCALE),
                        (w.x0 / SCALE, w.bottom / SCALE),
                    ),
                )
                for w in page.words
            ]

        bare = Page(1, page.width, page.height, images=(Image(0, 0, page.width, page.height),))
        scan = read_scan(document, bare, spotter)
    (drawn, *_), (scanned, *_) = read_tables([page]), read_tables([scan])
    assert (scanned.rows, scanned.columns) == (drawn.rows, drawn.columns)
    alike = sum(a.text == b.text for a, b in zip(drawn.cells, scanned.cells, strict=True))
    assert alike >= 0.95 * len(drawn.cells)


def test_the_lines_of_a_picture_tell_its_angle_better_than_its_words():
    sheet, pen = drawing()
    for y in (100, 200, 300, 400):
        pen.line((100, y, 900, y), fill="black", width=2)
    turned = pixels(sheet.rotate(0.7, fillcolor="white", resample=Pictures.Resampling.BICUBIC))
    assert abs(exact_skew(turned, SCALE, math.radians(-0.4)) - math.radians(-0.7)) < 0.001
    assert exact_skew(np.full((HIGH, WIDE, 3), 255, np.uint8), SCALE, 0.01) == 0.01


def test_headings_of_a_scan_that_are_misread_on_its_second_page_are_headings_there():
    names = ["Ref", "Risk", "Cause", "L", "I", "Score", "Owner"]
    again = ["Ref", "Risk", "Cause", "L", "", "Score", "0wner"]  # `I` was passed over
    first = sketch([names, ["R1", "Tides", "Moon", "3", "4", "12", "Clerk"]], 1)
    second = sketch([again, ["R2", "Fog", "Cold", "2", "4", "8", "Clerk"]], 2)
    other = sketch([["Month", "Ships", "Cargo", "Crew", "", "Dues", "Berth"], ["May", "3", "4", "5", "", "6", "7"]], 2)
    assert (repeated_rows(first, second), repeated_rows(first, other)) == (1, 0)


def sketch(rows: Sequence[Sequence[str]], page: int) -> Grid:
    """A ruled grid of a picture, its columns a hundred points wide."""
    cells = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            box = Box(100 * column, 20 * row, 100 * column + 100, 20 * row + 20)
            words = (
                [Word(text, box.x0 + 2, box.top + 4, box.x0 + 40, box.top + 14, page, 0, Font("ocr", 9))]
                if text
                else []
            )
            cells.append(DraftCell(row, column, row, column, [(page, box)], words))
    edges = [100.0 * n for n in range(len(rows[0]) + 1)]
    return Grid(edges, len(rows), cells, [(page, Box(0, 0, edges[-1], 20 * len(rows)))], "lattice")


def test_a_line_that_parts_cells_no_higher_than_their_type_is_found_between_the_lines_of_its_row():
    sheet, pen = drawing()
    for y in (100, 130, 300):
        pen.line((100, y, 700, y), fill="black", width=2)
    pen.line((400, 100, 400, 130), fill="black", width=2)  # 30 pixels are 10.8 points
    pen.line((500, 180, 500, 210), fill="black", width=2)  # as long, from nowhere to nowhere
    upright = [r.x0 for r in drawn_on(pixels(sheet), SCALE, 0.0, ()).rules if r.vertical]
    assert len(upright) == 1
    assert near(upright, [400])


def test_bold_letters_do_not_part_the_low_painted_cell_that_they_stand_in():
    sheet, pen = drawing()
    pen.rectangle((100, 100, 300, 130), fill="#c8c8c8", outline="black", width=2)
    pen.rectangle((150, 101, 250, 129), fill="#202020")  # letters as a smudge, with ground between them
    for x in range(155, 250, 12):
        pen.rectangle((x, 101, x + 5, 129), fill="#c8c8c8")
    fills = drawn_on(pixels(sheet), SCALE, 0.0, [word("Score", 148, 101, 252, 129)]).fills
    assert [f.colour for f in fills] == ["#c8c8c8"]
    assert near((fills[0].x0, fills[0].x1), (100, 300), 1.5)


def test_an_edge_along_which_a_line_is_drawn_is_no_second_line():
    sheet, pen = drawing()
    pen.rectangle((100, 100, 300, 200), fill="#c8c8c8")
    for x in (100, 300):
        pen.line((x, 80, x, 300), fill="black", width=2)
    for y in (100, 200):
        pen.line((80, y, 400, y), fill="black", width=2)
    rules = drawn_on(pixels(sheet), SCALE, 0.0, ()).rules
    assert len([r for r in rules if r.vertical]) == 2
    assert len([r for r in rules if not r.vertical]) == 2


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        (["L", "1", "Score"], ["L", "I", "Score"]),
        (["P", "|", "Rating"], ["P", "I", "Rating"]),
        (["0", "1", "2"], ["0", "1", "2"]),
        (["L", "1", "2"], ["L", "1", "2"]),
    ],
)
def test_what_stands_between_likelihood_and_score_is_impact(texts: list[str], read: list[str]):
    words = [word(text, 100 + 50 * n, 100, 120 + 50 * n, 120) for n, text in enumerate(texts)]
    assert [w.text for w in impact_named(words)] == read

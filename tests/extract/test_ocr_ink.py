"""What the ink of a picture's words tells: bold type, where words begin and end, and spaces that were passed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from models.page import Font, Page, Word

pytest.importorskip("cv2", reason="the extra `ocr` is not installed")

from PIL import Image as Pictures
from PIL import ImageDraw, ImageFont

from extract.ocr import place
from extract.ocr_ink import Grey, _bold, evened, inked

SCALE = 72 / 200  # points a pixel
SIZE = 28  # pixels
LINE = 44  # pixels
LEFT = 60  # pixels


class Sheet:
    """Lines of type, drawn word by word; the words have boxes as a recogniser gives them, some pixels too wide."""

    def __init__(self, ground: int = 255, ink: int = 0) -> None:
        self.picture = Pictures.new("L", (1400, 700), ground)
        self.pen = ImageDraw.Draw(self.picture)
        self.type = ImageFont.load_default(SIZE)
        self.ink = ink
        self.words: list[Word] = []
        self.y = 40.0

    def line(self, *texts: str, slack: float = 3.0) -> None:
        """One line; a text that begins with `*` is bold."""
        x = float(LEFT)
        for text in texts:
            bold, shown = text.startswith("*"), text.lstrip("*")
            self.pen.text((x, self.y), shown, fill=self.ink, font=self.type, stroke_width=1 if bold else 0)
            end = x + self.pen.textlength(shown, font=self.type)
            box = (x - slack, self.y, end + slack, self.y + SIZE + 6)
            self.words.append(Word(shown, *(v * SCALE for v in box), 1, len(self.words), Font("ocr", 10.0)))
            x = end + 10
        self.y += LINE

    @property
    def grey(self) -> Grey:
        return np.asarray(self.picture, dtype=np.uint8)


def paper(**how: int) -> Sheet:
    sheet = Sheet(**how)
    sheet.line("*Harbour", "*Board", "*of", "*Lowvale")
    sheet.line("The", "harbour", "master", "told", "the", "members", "of", "the", "new", "cranes")
    sheet.line("*Present:", "Ann", "Poole", "and", "Ravi", "Sen", "with", "the", "clerk")
    sheet.line("Members", "asked", "when", "the", "slipway", "would", "open", "to", "boats", "again")
    return sheet


@pytest.mark.parametrize("how", [{}, {"ground": 20, "ink": 250}])
def test_thick_stems_are_bold_and_short_words_are_as_those_beside_them(how):
    sheet = paper(**how)
    bold = [w.text for w in inked(sheet.words, sheet.grey, SCALE) if w.font.bold]
    assert bold == ["Harbour", "Board", "of", "Lowvale", "Present:"]


def test_a_page_of_one_weight_has_no_bold_words():
    sheet = Sheet()
    for _ in range(4):
        sheet.line("*The", "*harbour", "*master", "*told", "*the", "*members")
    assert not any(w.font.bold for w in inked(sheet.words, sheet.grey, SCALE))


def test_a_few_words_tell_nothing():
    sheet = Sheet()
    sheet.line("*Harbour", "Board", "of", "Lowvale")
    assert not any(w.font.bold for w in inked(sheet.words, sheet.grey, SCALE))


def test_an_underline_is_no_thick_stem():
    sheet = paper()
    sheet.pen.rectangle((LEFT, 40 + LINE + SIZE + 2, 900, 40 + LINE + SIZE + 5), fill=0)
    assert "harbour" not in [w.text for w in inked(sheet.words, sheet.grey, SCALE) if w.font.bold]


@pytest.mark.parametrize("slack", [3.0, 7.0, -4.0])
def test_words_begin_and_end_with_their_ink(slack):
    sheet = Sheet()
    sheet.line("Harbour", "Board", slack=slack)
    first, second = inked(sheet.words, sheet.grey, SCALE)
    dark = np.flatnonzero((sheet.grey < 150).any(axis=0))
    assert first.x0 == pytest.approx(dark[0] * SCALE, abs=0.4)
    assert second.x1 == pytest.approx((dark[-1] + 1) * SCALE, abs=0.4)
    assert first.x1 < second.x0


def test_nothing_is_made_of_a_box_without_ink():
    bare = Word("Harbour", 10, 10, 60, 24, 1, 0, Font("ocr", 10.0))
    (found,) = inked([bare], np.full((200, 200), 255, np.uint8), SCALE)
    assert (found.x0, found.x1, found.font.bold) == (10, 60, False)


def glued(one: str, two: str, space: float) -> list[str]:
    """The texts of a line in which two words that are set `space` pixels apart were read as one."""
    sheet = Sheet()
    sheet.line("The", "master", "of", "the", "port")
    x = sheet.words[-1].x1 / SCALE + 8
    y = sheet.words[-1].top / SCALE
    sheet.pen.text((x, y), one, fill=0, font=sheet.type)
    end = x + sheet.pen.textlength(one, font=sheet.type) + space
    sheet.pen.text((end, y), two, fill=0, font=sheet.type)
    end += sheet.pen.textlength(two, font=sheet.type)
    box = (x, y, end, y + SIZE + 6)
    sheet.words.append(Word(one + two, *(v * SCALE for v in box), 1, 5, Font("ocr", 10.0)))
    return [w.text for w in inked(sheet.words, sheet.grey, SCALE)][5:]


@pytest.mark.parametrize(
    ("one", "two"),
    [("Deputy", "Chief"), ("May", "2023"), ("to", "10"), ("2023,", "setting"), ("1ST", "JUNE")],
)
def test_words_that_were_taken_for_one_are_parted_where_a_space_is(one, two):
    assert glued(one, two, 10) == [one, two]


@pytest.mark.parametrize(("one", "two"), [("Mac", "Donald"), ("R", "2024"), ("the", "port")])
def test_what_has_no_space_or_no_joint_stays_one_word(one, two):
    assert glued(one, two, 0 if one != "the" else 10) == [one + two]


def test_letters_that_were_taken_for_words_are_joined_where_no_space_is():
    sheet = Sheet()
    sheet.line("THE", "HARBOUR", "COMMITTEE", "OF", "LOWVALE")
    cut = []
    for word in sheet.words:
        if word.text == "COMMITTEE":  # as if seen as `COM` and `MITTEE`
            x = word.x0 + 3 * SCALE + sheet.pen.textlength("COM", font=sheet.type) * SCALE
            cut += [replace(word, text="COM", x1=x), replace(word, text="MITTEE", x0=x)]
        else:
            cut.append(word)
    found = inked(cut, sheet.grey, SCALE)
    assert [w.text for w in found] == ["THE", "HARBOUR", "COMMITTEE", "OF", "LOWVALE"]
    assert all(one.x1 < two.x0 for one, two in pairwise(found))


def page(number: int, size: float, method: str = "ocr", heading: float | None = None) -> Page:
    font = Font("ocr" if method == "ocr" else "Arial", size)
    words = [Word("harbour", 10, 20 * n, 60, 20 * n + 12, number, n, font) for n in range(20)]
    if heading is not None:
        words.append(Word("Harbours", 10, 500, 60, 520, number, 20, replace(font, size=heading)))
    return Page(number, 595, 842, words=tuple(words), method=method)


def sizes(pages: Sequence[Page]) -> list[list[float]]:
    return [sorted({w.font.size for w in p.words}) for p in pages]


def test_the_type_of_scanned_pages_has_one_size_through_a_paper():
    found = evened([page(1, 11.2), page(2, 10.4, heading=15.6), page(3, 11.2), page(4, 16.0), page(5, 10.5, "text")])
    assert sizes(found) == [[11.2], [11.2, 16.8], [11.2], [16.0], [10.5]]


def test_pages_that_are_no_pictures_stay_as_they_are():
    pages = [page(1, 11.2, "text"), page(2, 10.4, "text")]
    assert all(a is b for a, b in zip(evened(pages), pages, strict=True))


@pytest.mark.parametrize("seen", ["Cllr", "ClIr", "CIlr", "Clir", "C1lr"])
def test_a_councillor_is_one_however_the_letters_look(seen):
    corners = ((0.0, 0.0), (300.0, 0.0), (300.0, 30.0), (0.0, 30.0))
    found = place([(f"{seen} Poole", 0.97, corners)], page(1, 10.0), SCALE, 0.0)
    assert [w.text for w in found] == ["Cllr", "Poole"]


def test_a_line_a_little_thicker_throughout_is_bold_as_a_whole():
    sheet = paper()
    shares = [1.4, 1.3, 1.15, 1.12, 1.25]
    words = [replace(w, text=t) for w, t in zip(sheet.words, ["Notice", "of", "Motion", "by", "members"], strict=False)]
    assert _bold(words, shares) == [True] * 5
    assert _bold(words, [1.4, 1.3, 1.0, 1.0, 0.95]) == [True, False, False, False, False]

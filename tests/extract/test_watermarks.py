"""Words drawn across a page belong to no line and no cell of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.furniture import find_furniture
from extract.watermarks import watermark
from models.page import Font, Page, Word
from tests.extract.drawn import draw, read, text
from tests.pages import Text, set_page

BODY = [Text(60, 200 + 14 * i, f"Sentence {i} of the body, long enough to be a line of its own.") for i in range(20)]


def with_word(said: str, top: float, size: float, colour: str, high: float = 1.0) -> Page:
    page = set_page(*BODY)
    font = Font("Sans-Bold", size, bold=True, colour=colour)
    word = Word(said, 80, top, 480, top + high * size, 1, len(page.words), font)
    return replace(page, words=(*page.words, word))


@pytest.mark.parametrize(
    ("size", "colour", "high"),
    [(60.0, "#e8e8e8", 2.5), (40.0, "#ff0000", 1.3), (80.0, "#d9d9d9", 1.0)],
    ids=["pale and slanted", "slanted over the text", "pale and level"],
)
def test_large_words_across_the_text_are_its_watermark(size: float, colour: str, high: float) -> None:
    page = with_word("DRAFT", 250, size, colour, high)
    assert [w.text for w in watermark(page)] == ["DRAFT"]
    assert page.words[-1] in find_furniture([page])[1].words


@pytest.mark.parametrize(
    ("top", "size", "colour", "high"),
    [(250, 60.0, "#202020", 1.0), (60, 60.0, "#e8e8e8", 1.0), (250, 12.0, "#e8e8e8", 2.5)],
    ids=["dark and level", "pale above the text", "a small label on the slant"],
)
def test_titles_and_labels_are_none(top: float, size: float, colour: str, high: float) -> None:
    assert not watermark(with_word("HARBOUR", top, size, colour, high))


def test_a_word_set_on_the_slant_is_known_by_its_box() -> None:
    lines = "".join(text(f"Line {i} of the harbour report", 40, 40 + 14 * i, 9) for i in range(16))
    slanted = "0.9 g BT /F2 50 Tf 0.87 0.5 -0.5 0.87 60 60 Tm (DRAFT COPY) Tj ET\n0 g\n"
    page = read(draw(slanted + lines))
    assert {w.text for w in watermark(page)} == {"DRAFT", "COPY"}

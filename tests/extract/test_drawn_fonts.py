"""Fonts whose letters are drawn one by one (Type 3): what a browser makes of web fonts that a PDF cannot hold."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from models.page import Word
from tests.extract.drawn import Extra, draw, read

CMAP = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <0041> endbfchar endcmap"


def drawn_font(**described: object) -> Extra:
    """A font of one letter as /T, with a descriptor where anything is told of it."""

    def add(pdf: Pdf, resources: Dictionary) -> None:
        glyph = Stream(pdf, b"10 0 0 0 8 10 d1 0 0 8 10 re f")
        resources.Font.T = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 10, 10]), FontMatrix=Array([0.1, 0, 0, 0.1, 0, 0]),
            CharProcs=Dictionary(A=pdf.make_indirect(glyph)), FirstChar=65, LastChar=65, Widths=Array([10]),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([65, Name.A])), ToUnicode=Stream(pdf, CMAP),
            Resources=Dictionary(),
        )  # fmt: skip
        if described:
            resources.Font.T.FontDescriptor = Dictionary(Type=Name.FontDescriptor, **described)

    return add


def word_in(extra: Extra) -> Word:
    return read(draw("BT /T 10 Tf 1 0 0 1 50 200 Tm (AAA) Tj ET", extra=extra, pages=2)).words[0]


def test_its_boxes_are_as_high_as_its_letters() -> None:
    word = word_in(drawn_font())
    assert word.text == "AAA"
    assert word.x0 == pytest.approx(50, abs=0.6)
    assert 8 <= word.bottom - word.top <= 13
    assert word.bottom == pytest.approx(100, abs=3)


@pytest.mark.parametrize(
    ("described", "name", "bold", "italic"),
    [
        ({"FontName": Name("/BAAAAA+Quay-Bold"), "FontWeight": 700}, "Quay-Bold", True, False),
        ({"FontName": Name("/BAAAAA+Quay-Regular"), "FontWeight": 400, "ItalicAngle": 0}, "Quay-Regular", False, False),
        ({"FontName": Name("/Quay"), "FontWeight": 650, "ItalicAngle": -12}, "Quay-Bold-Italic", True, True),
        ({"FontName": Name("/Quay-Oblique")}, "Quay-Oblique", False, True),
        ({"FontWeight": 700}, "", False, False),
        ({}, "", False, False),
    ],
)
def test_its_descriptor_says_what_it_is_called_and_whether_it_is_bold(
    described: dict[str, object], name: str, bold: bool, italic: bool
) -> None:
    font = word_in(drawn_font(**described)).font
    assert (font.name, font.bold, font.italic) == (name, bold, italic)

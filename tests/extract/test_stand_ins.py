"""Fonts that a paper does not carry are replaced alike on every machine."""

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from extract.engine.stand_ins import use_stand_ins
from tests.extract.boxes_font import PLACE, boxes_font
from tests.extract.drawn import Extra, draw, read, said, symbol_font


def test_no_font_of_the_system_is_asked_for():
    read(draw("BT /F1 12 Tf 1 0 0 1 50 200 Tm (Risk) Tj ET"))
    before = pypdfium2.PdfSysfontBase.SINGLETON
    assert type(before).__name__ == "_StandIns"
    use_stand_ins()
    assert pypdfium2.PdfSysfontBase.SINGLETON is before


@pytest.mark.parametrize("name", ["Symbol", "SymbolMT", "SymbolPS", "Wingdings-Regular", "Webdings", "Untold"])
@pytest.mark.parametrize("code", [0x21, 0x41, 0xA8, 0xAE, 0xB7, 0xDF, 0xFE])
def test_no_glyph_of_a_font_that_is_not_carried_is_lost(name, code):
    content = f"BT /S 12 Tf 1 0 0 1 50 200 Tm <{code:02X}> Tj ET"
    page = read(draw(content, extra=symbol_font(name, {code: 0xF000 + code})))
    (word,) = page.words
    assert 0 < word.box[2] - word.box[0] < 15
    assert 0 < word.box[3] - word.box[1] < 20


@pytest.mark.parametrize(("order", "encoding"), [("GB1", "UniGB-UCS2-H"), ("Japan1", "UniJIS-UCS2-H")])
def test_letters_of_other_alphabets_are_as_high_as_others(order, encoding):
    page = read(draw("BT /S 12 Tf 1 0 0 1 50 200 Tm <4E2D0024> Tj ET", extra=_not_carried(order, encoding)))
    assert said(page) == ["中$"]
    assert page.words[0].box[3] - page.words[0].box[1] > 6


def test_the_font_is_what_its_script_makes():
    assert PLACE.read_bytes() == boxes_font()


def _not_carried(order: str, encoding: str) -> Extra:
    def add(pdf: Pdf, resources: Dictionary) -> None:
        name = Name("/Song-Light")
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=name, Flags=4, ItalicAngle=0, Ascent=800, Descent=-200, CapHeight=700,
            StemV=80, FontBBox=Array([0, -200, 1000, 800]),
        )  # fmt: skip
        below = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=name, DW=1000,
            CIDSystemInfo=Dictionary(Registry="Adobe", Ordering=order, Supplement=2),
            FontDescriptor=pdf.make_indirect(descriptor),
        )  # fmt: skip
        resources.Font.S = Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=name, Encoding=Name(f"/{encoding}"),
            DescendantFonts=Array([pdf.make_indirect(below)]),
        )  # fmt: skip

    return add

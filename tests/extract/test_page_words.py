"""Characters become the words a reader sees: gaps, turned text, fonts, doubles, symbols, broken maps."""

import pytest

from models.geometry import Box
from tests.extract.drawn import draw, read, said, symbol_font, text


def near(value: float, expected: float, slack: float = 0.6) -> bool:
    return abs(value - expected) <= slack


def test_a_word_has_its_place_font_and_size():
    page = read(draw("0 0 1 rg " + text("Budget risk", 50, 200, 10, "F2")))
    first, second = page.words
    assert (first.text, second.text) == ("Budget", "risk")
    assert near(first.x0, 50)
    assert near(first.top, 300 - 200 - 7.8)
    assert near(first.bottom, 300 - 200 + 2.2)
    assert first.font == second.font
    assert (first.font.name, first.font.size, first.font.bold, first.font.colour) == (
        "Helvetica-Bold",
        10.0,
        True,
        "#0000ff",
    )
    assert (first.page, first.number, second.number) == (1, 0, 1)


def test_the_size_is_as_seen():
    page = read(draw("q 2 0 0 2 0 0 cm " + text("Large", 20, 50, 7) + "Q"))
    assert page.words[0].font.size == 14.0


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_places_are_as_seen_after_rotate(rotate):
    page = read(draw(text("Mark", 30, 40), rotate=rotate))
    word = page.words[0]
    expected = {0: (30, 250.6), 90: (37.4, 30), 180: (343.3, 37.4), 270: (250.6, 343.3)}[rotate]
    assert near(word.x0, expected[0])
    assert near(word.top, expected[1])
    assert word.turned == rotate
    assert (page.width, page.height) == ((400, 300) if rotate in (0, 180) else (300, 400))
    back = page.unrotated(word.box)
    assert near(back.x0, 30)
    assert near(back.bottom, 300 - 40 + 12 * 0.22)


def test_media_and_crop_boxes_need_not_begin_at_zero():
    data = draw(text("Inside", 150, 250), media=(-50, -20, 600, 700), crop=(100, 200, 300, 400))
    page = read(data)
    assert (page.width, page.height) == (200, 200)
    assert near(page.words[0].x0, 50)
    assert near(page.words[0].bottom, 400 - 250 + 2.6)


@pytest.mark.parametrize(
    ("matrix", "turned"),
    [("1 0 0 1", 0), ("0 -1 1 0", 90), ("-1 0 0 -1", 180), ("0 1 -1 0", 270)],
)
def test_text_turned_in_the_content(matrix, turned):
    page = read(draw(f"BT /F1 10 Tf {matrix} 200 150 Tm (Current Likelihood) Tj ET"))
    assert said(page) == ["Current", "Likelihood"]
    assert {word.turned for word in page.words} == {turned}
    word = page.words[1]
    long, short = (word.x1 - word.x0, word.bottom - word.top)
    assert (long > short) == (turned in (0, 180))
    assert near(min(long, short), 10)


def test_text_in_a_form_with_its_own_matrix():
    def form(pdf, resources):
        from pikepdf import Array, Dictionary, Name, Stream

        inner = Stream(pdf, text("nested", 3, 4, 5).encode())
        inner.Type, inner.Subtype = Name.XObject, Name.Form
        inner.BBox, inner.Matrix = Array([0, 0, 100, 100]), Array([1, 0, 0, 1, 10, 0])
        inner.Resources = Dictionary(Font=resources.Font)
        resources.XObject = Dictionary(X=inner)

    word = read(draw("q 2 0 0 2 100 100 cm /X Do Q", extra=form)).words[0]
    assert (word.text, word.font.size) == ("nested", 10.0)
    assert near(word.x0, 126)
    assert near(word.bottom, 300 - 108 + 2.2)


def test_a_tab_gap_parts_words_without_a_space():
    content = "BT /F1 12 Tf 1 0 0 1 50 200 Tm (5.1.) Tj 22 0 Td (The) Tj ET"
    assert said(read(draw(content))) == ["5.1.", "The"]


def test_a_narrow_gap_after_a_label_parts_it():
    content = "BT /F1 12 Tf 1 0 0 1 50 200 Tm (10.) Tj 17.6 0 Td (Report) Tj ET"
    assert said(read(draw(content))) == ["10.", "Report"]


def test_a_bullet_is_no_part_of_the_word_that_it_touches():
    assert said(read(draw(text("•Watch at night, 3•4", 30, 100)))) == ["•", "Watch", "at", "night,", "3•", "4"]


def test_kerning_within_a_word_does_not_part_it():
    content = "BT /F1 12 Tf 1 0 0 1 50 200 Tm [(-) -60 (1) 30 (,655) 40 ( A) -90 (genda)] TJ ET"
    assert said(read(draw(content))) == ["-1,655", "Agenda"]


def test_letters_set_apart_make_one_word():
    content = "BT /F1 12 Tf 4 Tc 1 0 0 1 50 200 Tm (REPORT TITLE) Tj ET"
    assert said(read(draw(content))) == ["REPORT", "TITLE"]


def test_figures_far_apart_in_one_text_object_stay_apart():
    content = "BT /F1 10 Tf 1 0 0 1 50 200 Tm [(1) -3000 (2) -3000 (3) -3000 (4) -3000 (5)] TJ ET"
    assert said(read(draw(content))) == ["1", "2", "3", "4", "5"]


def test_ligatures_are_expanded():
    page = read(
        draw("BT /S 12 Tf 1 0 0 1 50 200 Tm (aAb) Tj ET", extra=symbol_font("Prose", {97: 97, 65: 0xFB03, 98: 98}))
    )
    assert said(page) == ["affib"]


def test_bold_by_drawing_twice_is_one_bold_word():
    content = text("Heading text", 50, 200) + text("Heading text", 50.4, 200) + text("Body", 50, 150)
    page = read(draw(content))
    assert said(page) == ["Heading", "text", "Body"]
    assert [word.font.bold for word in page.words] == [True, True, False]


def test_a_shadow_is_not_read_twice_and_the_upper_colour_counts():
    content = "0.7 g " + text("Shadow", 51, 199) + "0 g " + text("Shadow", 50, 200)
    page = read(draw(content))
    assert said(page) == ["Shadow"]
    assert page.words[0].font.colour == "#000000"


def test_stroked_text_is_bold():
    page = read(draw("2 Tr 0.4 w " + text("Outlined", 50, 200)))
    assert page.words[0].font.bold


def test_a_raised_footnote_mark_is_a_word_of_its_own():
    content = "BT /F1 12 Tf 1 0 0 1 50 200 Tm (funding) Tj /F1 7 Tf 5 Ts (3) Tj /F1 12 Tf 0 Ts ( grew) Tj ET"
    page = read(draw(content))
    assert [(word.text, word.superscript) for word in page.words] == [("funding", False), ("3", True), ("grew", False)]


def test_the_raised_letters_of_an_ordinal_stay_with_it():
    content = "BT /F1 12 Tf 1 0 0 1 50 200 Tm (25) Tj /F1 7 Tf 5 Ts (th) Tj /F1 12 Tf 0 Ts ( March) Tj ET"
    page = read(draw(content))
    assert [(word.text, word.superscript) for word in page.words] == [("25th", False), ("March", False)]


@pytest.mark.parametrize(
    ("font", "code", "unicode", "seen"),
    [
        ("Wingdings-Regular", 0xE1, 0xF0E1, "↑"),
        ("Wingdings-Regular", 0xE4, 0xF0E4, "↗"),
        ("Wingdings-Regular", 0xFC, 0xFC, "✓"),
        ("Wingdings-Regular", 0xFB, 0xF0FB, "✗"),
        ("Wingdings2", 0x50, 0x50, "✓"),
        ("Wingdings3", 0x70, 0xF070, "▲"),
        ("Wingdings3", 0x6D, 0xF06D, "↘"),
        ("Webdings", 0x36, 0xF036, "▼"),
        ("SymbolMT", 0xB7, 0xF0B7, "•"),
        ("SymbolMT", 0xAE, 0xF0AE, "→"),
        ("Untold", 0xB7, 0xF0B7, "•"),
    ],
)
def test_private_glyphs_are_named_by_their_font(font, code, unicode, seen):
    content = f"BT /S 12 Tf 1 0 0 1 50 200 Tm <{code:02X}> Tj ET"
    assert said(read(draw(content, extra=symbol_font(font, {code: unicode})))) == [seen]


def test_an_unknown_private_glyph_is_kept_and_warned_of():
    page = read(draw("BT /S 12 Tf 1 0 0 1 50 200 Tm <41> Tj ET", extra=symbol_font("Crest", {0x41: 0xF541})))
    assert said(page) == ["\uf541"]
    assert page.warnings == ("unknown glyphs in font Crest: F541",)


def shifted_font(pdf, resources):
    """A CID font without a map to Unicode: its codes are numbers of glyphs."""
    from pikepdf import Array, Dictionary, Name

    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/ABCDEF+Arial"), DW=550, CIDToGIDMap=Name.Identity,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(
            Dictionary(
                Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Arial"), Flags=4, ItalicAngle=0, Ascent=800,
                Descent=-200, CapHeight=700, StemV=80, FontBBox=Array([0, -200, 1000, 800]),
            )
        ),
    )  # fmt: skip
    resources.Font.C = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+Arial"), Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
    )  # fmt: skip


def test_a_font_whose_codes_are_shifted_is_repaired():
    printed = "Treasurer£s Report for March"  # £ stands for glyph 182
    codes = "".join(f"{182 if c == '£' else ord(c) - 29:04X}" for c in printed)
    page = read(draw(f"BT /C 12 Tf 1 0 0 1 50 200 Tm <{codes}> Tj ET", extra=shifted_font))
    assert said(page) == ["Treasurer’s", "Report", "for", "March"]
    assert page.warnings == ("broken character map repaired in font Arial",)


def test_a_page_without_text_says_so():
    page = read(draw("0 g 10 10 50 50 re f"))
    assert page.words == ()
    assert page.warnings == ("no text layer",)


def test_slanted_text_is_still_read_in_words():
    page = read(draw("BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 50 Tm (DRAFT only) Tj ET"))
    assert said(page) == ["DRAFT", "only"]


def test_an_opening_bracket_and_a_comma_go_with_a_raised_mark():
    content = "BT /F1 12 Tf 1 0 0 1 50 200 Tm (grew \\() Tj /F1 7 Tf 5 Ts (6) Tj /F1 12 Tf 0 Ts (\\), and) Tj ET"
    page = read(draw(content))
    assert [(word.text, word.superscript) for word in page.words] == [("grew", False), ("(6),", True), ("and", False)]


def test_text_painted_again_over_what_covered_it_is_seen():
    band = "0.6 g 40 190 300 30 re f 1 g "
    page = read(draw(band + text("Highlights", 50, 200) + band + text("Highlights", 50, 200)))
    assert said(page) == ["Highlights"]
    assert page.hidden == ()


@pytest.mark.parametrize(("matrix", "rotation"), [("0 1 -1 0", 90), ("0 -1 1 0", 270), ("-1 0 0 -1", 180)])
def test_a_page_that_lies_on_its_side_is_read_upright(matrix, rotation):
    lines = "".join(
        f"BT /F1 10 Tf {matrix} 200 150 Tm {n * 14} TL T* (Risk register line {n}) Tj ET\n" for n in range(4)
    )
    page = read(draw(lines + "0 G 50 60 m 50 160 l S"))
    assert {word.turned for word in page.words} == {0}
    assert said(page)[:3] == ["Risk", "register", "line"]
    assert page.rotation == rotation
    assert (page.width, page.height) == ((400, 300) if rotation == 180 else (300, 400))
    assert page.warnings == (f"the page lies on its side: read turned by {rotation}",)
    backs = [page.unrotated(word.box) for word in page.words if word.text == "Risk"]
    assert any(
        near(min(abs(back.x0 - 200), abs(back.x1 - 200)), 0, 3)
        and near(min(abs(back.top - 150), abs(back.bottom - 150)), 0, 3)
        for back in backs
    )
    rule = page.unrotated(Box(page.rules[0].x0, page.rules[0].top, page.rules[0].x1, page.rules[0].bottom))
    assert [round(edge) for edge in rule] == [50, 140, 50, 240]


def test_a_ligature_without_a_map_is_told_by_its_words():
    codes = {ord(c): ord(c) for c in "Confirmedbt nace"} | {1: 0x10019F}
    content = "BT /S 12 Tf 1 0 0 1 50 200 Tm (ac\\001on) Tj ET"
    page = read(draw(content, extra=symbol_font("Calibri", codes)))
    assert said(page) == ["action"]
    assert page.warnings == ("ligatures without a map in font Calibri: ti",)


def test_a_glyph_without_a_map_is_told_by_the_words_it_stands_in():
    codes = {ord(c): ord(c) for c in "Conrmed benet of a"}
    content = "BT /S 12 Tf 1 0 0 1 50 200 Tm (Con\\001rmed bene\\001t of a \\001) Tj ET"
    page = read(draw(content, extra=symbol_font("Prose", codes)))
    assert said(page) == ["Confirmed", "benefit", "of", "a", "fi"]


def test_a_letter_that_stands_for_a_ligature_is_told_by_font_and_word():
    codes = {ord(c): ord(c) for c in "acon"} | {1: 0x019F}
    content = "BT /S 12 Tf 1 0 0 1 50 200 Tm (ac\\001on) Tj ET"
    assert said(read(draw(content, extra=symbol_font("Calibri", codes)))) == ["action"]
    assert said(read(draw(content, extra=symbol_font("Gentium", codes)))) == ["acƟon"]


def test_letters_set_apart_one_by_one_make_words():
    widths = {"S": 667, "P": 667, "A": 667, "C": 722, "E": 667, "D": 722, " ": 278, "O": 778, "U": 722, "T": 611}
    letters, x = "", 50.0
    for letter in "SPACED OUT":
        letters += text(letter, x, 200) if letter != " " else ""
        x += widths[letter] * 0.012 + 4
    assert said(read(draw(letters))) == ["SPACED", "OUT"]


def test_hidden_text_between_does_not_part_a_word():
    content = text("diff", 50, 200) + "3 Tr " + text("shadow", 51, 199) + "0 Tr " + text("icult", 65.8, 200)
    assert said(read(draw(content))) == ["difficult"]


def test_initials_between_words_are_no_word_though_only_gaps_part_them():
    widths = {"M": 833, "r": 333, "T": 611, "J": 500, "R": 722, "B": 667, "o": 556, "n": 556, "d": 556}
    letters, x = "", 50.0
    for letter in "Mr T J R Bond":
        letters += text(letter, x, 200) if letter != " " else ""
        x += widths.get(letter, 333) * 0.012
    assert said(read(draw(letters))) == ["Mr", "T", "J", "R", "Bond"]

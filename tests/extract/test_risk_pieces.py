from __future__ import annotations

from dataclasses import replace

from extract.registers.pieces import pieces_of
from models.page import Fill, Page, Rule
from tests.pages import Text, set_page
from tests.registers import paragraph, section, table


def test_a_piece_stands_on_the_smallest_paint_behind_it_and_ends_at_strokes():
    texts = (Text(42, 100, "Owner\tHarbour Master", 10.0, tab=6.0), Text(42, 300, "Moorings", 10.0))
    page = set_page(*texts)
    page = replace(
        page,
        fills=(
            Fill(40, 90, 400, 130, "#ddeeff"),  # the row
            Fill(40, 95, 70, 115, "#112233"),  # a box, painted over
            Fill(40, 95, 70, 115, "#445566"),
            Fill(40, 200, 300, 400, "#ffeedd"),  # higher than a dozen lines: the ground of a panel
        ),
        rules=(Rule(74.0, 80, 74.0, 140),),
    )
    shown = replace(section(paragraph("Owner Harbour Master")), pages=(page,))
    shown = replace(shown, blocks=tuple(replace(b, words=page.words) for b in shown.paragraphs))
    found = [(p.text, p.style[2], p.frame != p.box) for p in pieces_of(shown)]
    assert found == [("Owner", "#445566", True), ("Harbour Master", "#ddeeff", True), ("Moorings", None, False)]


def test_a_key_below_forms_is_no_part_of_them():
    initials = table([["Initials", "Name"], ["AF", "Ada Finch"], ["TR", "Tom Reed"]])
    scores = table([["15-25", "Report to the board"], ["1-14", "Keep under review"]], headings=0)
    values = table([["Owner", "AF"], ["Reviewed", "In May"]], headings=0)
    for made, read in ((initials, []), (scores, []), (values, ["Owner", "AF", "Reviewed", "In May"])):
        words = tuple(w for c in made.cells for w in c.words)
        shown = replace(section(made), pages=(Page(1, 600, 800, words=words),))
        assert [p.text for p in pieces_of(shown)] == read

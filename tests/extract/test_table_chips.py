"""Tables whose figures stand in coloured chips under headings centred over them."""

from __future__ import annotations

from extract.table import read_page_tables
from models.page import Fill, Rule
from tests.extract.sheet import BOLD, Sheet, texts

PROSE = "The committee noted the report and asked officers to bring it again"


def test_headings_centred_over_figures_in_chips_are_of_the_table() -> None:
    sheet = Sheet()
    sheet.write(50, 60, PROSE)
    for x, name in ((50, "Ref"), (90, "Risk"), (260, "Inherent"), (330, "Last quarter"), (430, "Residual")):
        sheet.write(x, 100, name, BOLD)
    for n, (ref, title, *scores) in enumerate(
        [("A1", "Flood", 20, 16, 9), ("A2", "Fire", 12, 9, 8), ("A3", "Theft", 16, 12, 6)]
    ):
        top = 120 + 22 * n
        sheet.rules.append(Rule(48, top - 6, 480, top - 6))
        sheet.write(50, top, ref, BOLD)
        sheet.write(90, top, title)
        for middle, score in zip((278, 357, 448), scores, strict=True):
            sheet.fills.append(Fill(middle - 14, top - 2, middle + 14, top + 11, "#f5a623"))
            sheet.write(middle - 2.3 * len(str(score)), top, str(score))
    sheet.rules.append(Rule(48, 180, 480, 180))
    (table,) = read_page_tables(sheet.page)
    assert texts(table)[:2] == [
        ["Ref", "Risk", "Inherent", "Last quarter", "Residual"],
        ["A1", "Flood", "20", "16", "9"],
    ]

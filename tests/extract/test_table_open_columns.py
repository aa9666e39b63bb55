"""Dashboards in a frame with a rule below each row, where only some painted cells have sides."""

from __future__ import annotations

from extract.families.scorecard import FAMILY
from extract.table import read_page_tables
from models.page import Fill, Rule
from tests.extract.sheet import BOLD, Sheet, texts
from tests.registers import section

LEFT, RIGHT = 50, 410
PLACES = (54, 190, 240, 300, 350)
HEADS = ["Standard", "Latest Month", "Actual", "YTD"]
GROUPS = {
    "Harbour": [
        ["Ships berthed in an hour", "90%", "Jul-31", "91.2%", "92.0%"],
        ["Ropes checked", "95%", "Jul-31", "94.1%", "95.5%"],
    ],
    "Staff Costs": [
        ["Crews on leave", "3", "Jul-31", "4", "16"],
        ["Posts vacant", "5%", "Jul-31", "4.3%", "4.4%"],
        ["Divers employed", "", "Jul-31", "12", "12"],
    ],
}


def dashboard(beside: str = "91.2%") -> Sheet:
    sheet = Sheet()
    y = 60
    sheet.fills.append(Fill(LEFT, y, RIGHT, y + 18, "#003087"))
    sheet.write(PLACES[0], y + 4, "Operations", BOLD)
    for group, rows in GROUPS.items():
        y += 18
        sheet.fills.append(Fill(LEFT, y, RIGHT, y + 18, "#c6d9f1"))
        for x, text in zip(PLACES, [group, *HEADS], strict=False):
            sheet.write(x, y + 4, text, BOLD)
        sheet.rules.append(Rule(LEFT, y + 18, RIGHT, y + 18))
        for row in rows:
            y += 18
            sheet.fills.append(Fill(295, y, 345, y + 18, "#00b050"))
            sheet.rules += [Rule(x, y, x, y + 18) for x in (295, 390)]
            for x, text in zip(PLACES, row, strict=True):
                sheet.write(x, y + 4, text.replace("91.2%", beside))
            sheet.rules.append(Rule(LEFT, y + 18, RIGHT, y + 18))
    sheet.box(LEFT, 60, RIGHT, y + 18)
    return sheet


def test_columns_that_headings_name_and_rows_keep_to_are_columns() -> None:
    (table,) = read_page_tables(dashboard().page)
    assert [row for row in texts(table) if "Ropes checked" in row] == [[*GROUPS["Harbour"][1], ""]]
    assert texts(table)[0] == ["Operations"]
    (fill,) = {c.fill for c in table.cells if c.text == "94.1%"}
    assert fill == "#00b050"


def test_white_that_a_text_crosses_parts_no_columns() -> None:
    told = [c.text for table in read_page_tables(dashboard(beside="91.2% of ships").page) for c in table.cells]
    assert not {"94.1%", "Jul-31"} <= set(told)


def test_headings_that_begin_with_the_name_of_a_group_put_what_is_below_them_in_it() -> None:
    records = [r for r in FAMILY.read(section(*read_page_tables(dashboard().page))) if r.view == "kpis"]
    told = [[r.fields[n].text for n in ("section", "sub_objective", "kpi", "current_text")] for r in records]
    assert told == [
        ["Operations", "Harbour", "Ships berthed in an hour", "91.2%"],
        ["Operations", "Harbour", "Ropes checked", "94.1%"],
        ["Operations", "Staff Costs", "Crews on leave", "4"],
        ["Operations", "Staff Costs", "Posts vacant", "4.3%"],
        ["Operations", "Staff Costs", "Divers employed", "12"],
    ]
    assert [r.fields["target_text"].text for r in records[:4]] == ["90%", "95%", "3", "5%"]

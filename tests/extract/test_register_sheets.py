"""Registers whose sheet is gridded from its title to the key below the risks. All invented."""

from __future__ import annotations

from extract.families.register import claim
from extract.registers.reading import read_section
from tests.registers import Set, section, table

RISKS = [
    ["P1", "The pier is closed", "Storms", "Visits fall", "4", "5", "20", "Survey each spring", "AO"],
    ["P2", "The ferry is late", "One crew", "Trains are missed", "3", "3", "9", "A second crew", "BL / AO"],
    ["P3", "The bell is lost", "Rope rots", "Fog is not told", "2", "4", "8", "New rope", "BL"],
]
SHEET = [
    [Set("Harbour Friends Ltd: Risk Register", right=7), *[None] * 6, Set("Last reviewed by the board 17/09/2031", right=2), None],
    [Set("Scores are 1 to 5 before controls. Please do not sort this sheet!", right=9), *[None] * 8],
    [""] * 9,
    [Set("Risk", right=4), None, None, None, Set("Inherent", right=3), None, None, "", ""],
    ["ID", "Risk", "Cause", "Consequence", "L", "I", "Score", "Existing controls", "Owner"],
    *RISKS,
    [""] * 9,
    [Set("Owners", right=2), None, *[""] * 7],
    ["AO", "Ada Orr", *[""] * 7],
    ["BL", "Bo Lake", *[""] * 7],
]  # fmt: skip


def test_the_title_of_a_sheet_and_what_stands_beside_it_are_no_headings() -> None:
    records = read_section(section(table(SHEET, headings=5), title=None))
    first = next(r for r in records if r.view == "risks")
    assert first.context["register_title"].text == "Harbour Friends Ltd: Risk Register"
    assert first.context["as_of"].text == "Last reviewed by the board 17/09/2031"
    assert first.fields["title"].text == "The pier is closed"


def test_a_key_below_the_risks_is_none_of_them() -> None:
    sheet = section(table(SHEET, headings=5), title=None)
    records = read_section(sheet)
    assert claim(sheet).score > 0.5
    assert [r.fields["ref"].text for r in records if r.view == "risks"] == ["P1", "P2", "P3"]
    keys = [r for r in records if r.view == "owner_keys"]
    assert [(k.fields["initials"].text, k.fields["name"].text) for k in keys] == [("AO", "Ada Orr"), ("BL", "Bo Lake")]


def test_risks_known_by_letters_that_are_no_initials_stay_risks() -> None:
    few = [*SHEET[:-3], ["PF", "Ada Orr", *[""] * 7], ["FX", "Bo Lake", *[""] * 7]]
    records = read_section(section(table(few, headings=5), title=None))
    assert [r.fields["ref"].text for r in records if r.view == "risks"] == ["P1", "P2", "P3", "PF", "FX"]
    assert not [r for r in records if r.view == "owner_keys"]


def test_letters_of_a_post_in_a_key_of_initials_below_the_risks_explain_its_holder() -> None:
    sheet = section(table([*SHEET, ["CLK", "Cy Penn", *[""] * 7]], headings=5), title=None)
    keys = [r for r in read_section(sheet) if r.view == "owner_keys"]
    assert [k.fields["initials"].text for k in keys] == ["AO", "BL", "CLK"]

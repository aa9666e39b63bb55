"""People printed on several lines each, name over role over body: in cells, beside headings, in columns without rules."""

from __future__ import annotations

from collections.abc import Sequence

from extract.families.minutes import read
from models.table import Table
from tests.meetings import paper, texts
from tests.registers import Set, table

OPENING = "*Minutes of the Pier Board\nHeld on Thursday 6 March 2031\n"
ITEMS = "*1.  Welcome\nThe Chair opened the meeting.\n\n*2.  Lights\nThey will be mended.\n\n*3.  Close\nNone.\n"
Person = tuple[str, str | None, str | None, str | None]

WREN = "Cllr Ada Wren\nCabinet Member for Piers\nNorthby Council"
QUILL = "Rose Quill\nChief Officer\nHealthwatch Northby"
TERN = "Dr Sam Tern\nClinical Director\nMarsh Integrated Care\nBoard"
EXPECTED = {
    "wren": ("Ada Wren", "Cabinet Member for Piers", "Northby Council"),
    "quill": ("Rose Quill", "Chief Officer", "Healthwatch Northby"),
    "tern": ("Sam Tern", "Clinical Director", "Marsh Integrated Care Board"),
}


def people(*blocks: str | Table) -> list[Person]:
    records = [r for r in read(paper(OPENING, *blocks, ITEMS)) if r.view == "attendance"]
    found = texts(records, "attendance")
    notes = [r.fields["status"].note for r in records]
    return [
        (f["person"].removeprefix("Cllr ").removeprefix("Dr "), f.get("role"), f.get("affiliation"), note)
        for f, note in zip(found, notes, strict=True)
    ]


def with_status(names: Sequence[str], status: str) -> list[Person]:
    return [(*EXPECTED[name], status) for name in names]


def test_a_person_a_cell_and_cells_beside_each_other():
    assert people("*Present:\n", table([[WREN, QUILL], [TERN, ""]], headings=0)) == with_status(
        ["wren", "quill", "tern"], "present"
    )


def test_several_people_in_the_cell_beside_a_heading():
    cells = table([["Present", f"{WREN}\n{QUILL}"], ["Apologies", TERN]], headings=0)
    assert people(cells) == [*with_status(["wren", "quill"], "present"), *with_status(["tern"], "apologies")]


def test_a_band_below_the_headings_of_columns_says_more_than_these():
    rows = [
        ["Members present", "Representing"],
        ["Cllr Ada Wren\nCabinet Member for Piers", "Northby Council"],
        ["Rose Quill\nChief Officer", "Healthwatch Northby"],
        [Set("Apologies", right=2), None],
        ["Dr Sam Tern\nClinical Director", "Marsh Integrated Care Board"],
    ]
    assert people(table(rows)) == [*with_status(["wren", "quill"], "present"), *with_status(["tern"], "apologies")]


def test_columns_without_rules_below_one_heading():
    text = (
        "*Present\n"
        "*Cllr Ada Wren                         Rose Quill\n"
        "Cabinet Member for Piers              Chief Officer\n"
        "Northby Council                       Healthwatch Northby\n\n"
        "*Dr Sam Tern\n"
        "Clinical Director\n"
        "Marsh Integrated Care Board\n\n"
    )
    assert sorted(people(text)) == sorted(with_status(["wren", "quill", "tern"], "present"))


def test_columns_without_rules_each_below_its_own_heading():
    text = (
        "*Present                     In attendance            Apologies\n\n"
        "Cllr Ada Wren               Rose Quill               Dr Sam Tern\n"
        "Cabinet Member for          Chief Officer            Clinical Director\n"
        "Piers                       Cllr Lee Hart\n"
        "Cllr Kit Orme               Leader of the Council\n"
        "Harbour Master\n\n"
    )
    assert people(text) == [
        ("Ada Wren", "Cabinet Member for Piers", None, "present"),
        ("Kit Orme", "Harbour Master", None, "present"),
        ("Rose Quill", "Chief Officer", None, "in_attendance"),
        ("Lee Hart", "Leader of the Council", None, "in_attendance"),
        ("Sam Tern", "Clinical Director", None, "apologies"),
    ]


def test_the_body_at_the_head_of_a_row_is_that_of_all_in_it():
    rows = [
        ["Organisation", "Present", "Apologies"],
        ["Northby Council", "Cllr Ada Wren (Chair)\nKit Orme", "Cllr Lee Hart"],
        ["Healthwatch Northby", "Rose Quill", ""],
    ]
    assert people(table(rows)) == [
        ("Ada Wren", "Chair", "Northby Council", "present"),
        ("Kit Orme", None, "Northby Council", "present"),
        ("Lee Hart", None, "Northby Council", "apologies"),
        ("Rose Quill", None, "Healthwatch Northby", "present"),
    ]


def test_role_and_body_in_one_bracket_and_the_fields_of_a_portfolio():
    text = (
        "*Present:\n"
        "Cllr Ada Wren (Cabinet Member for Piers, Northby Council)\n"
        "Cllr Lee Hart – Portfolio Holder for Finance, Assets and Digital\n\n"
    )
    assert people(text) == [
        ("Ada Wren", "Cabinet Member for Piers", "Northby Council", "present"),
        ("Lee Hart", "Portfolio Holder for Finance, Assets and Digital", None, "present"),
    ]


def test_names_alone_below_each_other_are_no_stacks():
    assert [p[0] for p in people(table([["Present", "Cllr Ada Wren\nRose Quill\nDr Sam Tern"]], headings=0))] == [
        "Ada Wren",
        "Rose Quill",
        "Sam Tern",
    ]

"""Lists of those present whose headings run into them, whose labels hang beside them, and whose entries are set in other ways."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.lines import text_columns
from tests.meetings import paper
from tests.pages import Text, set_page
from tests.registers import table

ITEMS = """
*1.   MINUTES
The minutes of the last meeting were approved as a correct record and signed by the Chair.

*2.   LAMPS
The lamps were mended.

*3.   CLOSE
There was no more business.
"""


def people(text: str) -> list[tuple[str | None, str, str | None, str | None]]:
    """Status, name, role and body of each person of a list."""
    records = read(paper(f"*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024\n\n{text}\n{ITEMS}"))
    told = [r.fields for r in records if r.view == "attendance"]
    return [
        (
            f["status"].note,
            f["person"].text,
            f["role"].text if "role" in f else None,
            f["affiliation"].text if "affiliation" in f else None,
        )
        for f in told
    ]


@pytest.mark.parametrize("mark", ["*", ""])
def test_headings_run_into_their_lists_without_a_mark_between(mark: str) -> None:
    after = "* " if mark else " "
    found = people(f"""{mark}Board members present{after}Ms Ida Marsh (in the Chair), Mr Tom Ferris and Mr Calum Orr

{mark}In attendance{after}Ms Kim Lake

{mark}Apologies{after}Cllr Ruth Penn, Cllr Sid Hay
""")
    assert [(status, name) for status, name, _, _ in found] == [
        ("present", "Ms Ida Marsh"),
        ("present", "Mr Tom Ferris"),
        ("present", "Mr Calum Orr"),
        ("in_attendance", "Ms Kim Lake"),
        ("apologies", "Cllr Ruth Penn"),
        ("apologies", "Cllr Sid Hay"),
    ]


def test_a_sentence_that_begins_with_a_heading_s_word_is_no_list() -> None:
    assert people("Present Mr Tom Ferris had asked for the lamps to be mended before the winter.\n") == []


def test_labels_beside_a_list_are_no_column_of_text() -> None:
    names = [
        "Dr Ida Marsh (IM) – Chair, Port Trust",
        "Mr Tom Ferris (TF) – Harbour Master",
        "Mr Cal Orr (CO) – Works Manager",
    ]
    labels = {
        2: "Members present",
        5: "Officers in attendance",
        6: "Apologies for absence",
        7: "1. Minutes of the last meeting",
    }
    right = [names[n % 3] for n in range(5)]
    page = set_page(
        *[Text(60, 100 + 14 * n, text) for n, text in enumerate(("Date: 4 March 2024", "Place: the Old Mill"))],
        *[Text(60, 100 + 14 * n, label) for n, label in labels.items()],
        *[Text(230, 128 + 14 * n, name) for n, name in enumerate(right)],
    )
    lines = [line.text for column in text_columns(page.words, 1) for line in column.lines]
    assert lines[2] == f"Members present {names[0]}"
    assert lines[-1] == labels[7]


def test_a_heading_on_a_line_of_its_own_within_a_paragraph_heads_what_follows() -> None:
    found = people("""Members present
Ida Marsh       IM      Chair
Tom Ferris      TF      Harbour Master
Apologies received from
Ruth Penn       RP      Warden
Sid Hay         SH      Treasurer
""")
    assert [(status, name, role) for status, name, role, _ in found] == [
        ("present", "Ida Marsh", "Chair"),
        ("present", "Tom Ferris", "Harbour Master"),
        ("apologies", "Ruth Penn", "Warden"),
        ("apologies", "Sid Hay", "Treasurer"),
    ]


def test_a_body_at_the_end_of_a_line_is_no_part_of_the_name_below_it() -> None:
    found = people("""Present: Ida Marsh (IM) – Chair, Anyshire Council
Tom Ferris (TF) – Harbour Master, Anyshire Port
Cal Orr (CO) – Works Manager, Age Concern Anyshire
""")
    assert [name for _, name, _, _ in found] == ["Ida Marsh", "Tom Ferris", "Cal Orr"]


def in_table(rows: list[list[str]], heading: str, heading_rows: int) -> list[tuple[str | None, str, str | None]]:
    title = f"*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024\n\n{heading}\n"
    records = read(paper(title, table(rows, heading_rows), ITEMS))
    told = [r.fields for r in records if r.view == "attendance"]
    return [(f["status"].note, f["person"].text, f["role"].text if "role" in f else None) for f in told]


def test_a_column_for_each_way_to_be_there_with_a_tick_in_one() -> None:
    found = in_table(
        [
            ["Name", "Role", "Present", "Apologies"],
            ["Ida Marsh", "Chair", "✓", ""],
            ["Tom Ferris", "Member", "", "✓"],
            ["Cal Orr", "Member", "✓", ""],
        ],
        "",
        1,
    )
    assert found == [
        ("present", "Ida Marsh", "Chair"),
        ("apologies", "Tom Ferris", "Member"),
        ("present", "Cal Orr", "Member"),
    ]


@pytest.mark.parametrize("heading_rows", [0, 1])
def test_a_table_of_one_row_names_somebody(heading_rows: int) -> None:
    found = in_table([["Kim Lake", "KL", "Clerk"]], "In attendance:", heading_rows)
    assert found == [("in_attendance", "Kim Lake", "Clerk")]


def test_a_surname_in_capitals_stands_first_and_a_post_behind_the_name() -> None:
    found = people("""*Present:
MARSH, Ida (Chair)
FERRIS, Tom – Harbour Master
ORR, Cal
""")
    assert [(name, role) for _, name, role, _ in found] == [
        ("MARSH, Ida", "Chair"),
        ("FERRIS, Tom", "Harbour Master"),
        ("ORR, Cal", None),
    ]


def test_dots_lead_from_a_name_to_its_post() -> None:
    found = people("""*Present:
Cllr Ida Marsh ................ Chair
Tom Ferris .................... Harbour Master
""")
    assert [(name, role) for _, name, role, _ in found] == [
        ("Cllr Ida Marsh", "Chair"),
        ("Tom Ferris", "Harbour Master"),
    ]


def test_surnames_stand_first_where_a_whole_list_is_set_so() -> None:
    found = people("""Present: Marsh, Ida (Chair)
O’Brien, Tom – Harbour Master
McOrr, Mary-Anne
Lake-Pine, J

Apologies:
van Dyke, Flo
""")
    assert [(status, name, role) for status, name, role, _ in found] == [
        ("present", "Marsh, Ida", "Chair"),
        ("present", "O’Brien, Tom", "Harbour Master"),
        ("present", "McOrr, Mary-Anne", None),
        ("present", "Lake-Pine, J", None),
        ("apologies", "van Dyke, Flo", None),
    ]
    found = people("Present: Marsh, Ida (Chair); Orr, Tom; Lake, Jo\n")
    assert [name for _, name, _, _ in found] == ["Marsh, Ida", "Orr, Tom", "Lake, Jo"]


def test_surnames_stand_first_in_a_column_of_a_table() -> None:
    rows = [["Marsh, Ida", "Chair"], ["Ferris, Tom", "Harbour Master"], ["Orr, Cal", "Member"]]
    assert in_table(rows, "Present:", 0) == [
        ("present", "Marsh, Ida", "Chair"),
        ("present", "Ferris, Tom", "Harbour Master"),
        ("present", "Orr, Cal", "Member"),
    ]


def test_a_body_leads_its_people_with_a_colon() -> None:
    found = people("""*Present:

Anyshire Council: Ida Marsh (Chair), Tom Ferris
Age Concern: Cal Orr, Jo Lake
Anyshire Police: Flo Reed

*Clerk:
Abe Wren
""")
    assert found == [
        ("present", "Ida Marsh", "Chair", "Anyshire Council"),
        ("present", "Tom Ferris", None, "Anyshire Council"),
        ("present", "Cal Orr", None, "Age Concern"),
        ("present", "Jo Lake", None, "Age Concern"),
        ("present", "Flo Reed", None, "Anyshire Police"),
        ("in_attendance", "Abe Wren", "Clerk", None),
    ]


def test_whoever_follows_a_note_of_the_items_is_another() -> None:
    found = people("In attendance: Flo Reed, Head of Piers (items 1-5 only), Al Gore, Clerk (minutes) (AG)\n")
    assert [(name, role) for _, name, role, _ in found] == [
        ("Flo Reed", "Head of Piers"),
        ("Al Gore", "Clerk (minutes)"),
    ]


def test_initials_stand_behind_a_post_that_ends_with_a_bracket() -> None:
    listed = "Present: Ida Marsh (IM), Tom Lake, Cal Orr, Secretary (minutes) (CO), Jo Bolt (JB)\n"
    text = f"*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024\n\n{listed}"
    told = [r.fields for r in read(paper(f"{text}{ITEMS}")) if r.view == "attendance"]
    assert [f["initials"].text for f in told if "initials" in f] == ["IM", "CO", "JB"]
    assert told[2]["role"].text == "Secretary (minutes)"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Apologies: Cllr Ida Bolt (work) and Al Gore.", ["Cllr Ida Bolt", "Al Gore"]),
        ("Apologies received: Ida Bolt", ["Ida Bolt"]),
        ("Apologies: None.", []),
    ],
)
def test_an_item_names_those_away_behind_a_colon(said: str, names: list[str]) -> None:
    title = "*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024\n\nPresent:\nIda Marsh (Chair)\nTom Orr\n"
    item = f"\n*1.   Apologies for absence\n{said}\n"
    rest = ITEMS.replace("*3.", "*4.").replace("*2.", "*3.").replace("*1.", "*2.")
    told = [r.fields for r in read(paper(f"{title}{item}{rest}")) if r.view == "attendance"]
    assert [f["person"].text for f in told if f["status"].note == "apologies"] == names

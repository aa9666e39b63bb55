"""Decisions printed as forms: labels in rows, and over them or among them reference and title."""

from __future__ import annotations

import pytest

from extract.families.decisions import claim, read
from models.page import Link
from models.table import Table
from tests.meetings import paper, texts
from tests.registers import Set, table


def form(*rows: tuple[str, ...], breaks: tuple[int, ...] = ()) -> Table:
    """A form of two columns; a row of one text is a band across it."""
    return table([[Set(r[0], right=2), None] if len(r) == 1 else list(r) for r in rows], headings=0, breaks=breaks)


def decided(*blocks: str | Table, links: tuple[Link, ...] = ()) -> list[dict[str, str]]:
    section = paper("*Record of decisions taken by the Harbour Board\n", *blocks, links=links)
    assert claim(section).score > 0.7
    return texts(list(read(section)), "decisions")


LEASE = {
    "ref": "HB/24/041",
    "title": "Lease of the boat shed",
    "text": "1. That the shed be let. 2. That the Clerk sign.",
}


@pytest.mark.parametrize(
    "head",
    ["HB/24/041 Lease of the boat shed", "Decision no. HB/24/041: Lease of the boat shed"],
)
def test_a_band_with_reference_and_title_over_labelled_rows(head):
    boat = form(
        (head,),
        ("Key decision", "Yes"),
        ("Decision", "1. That the shed be let.\n2. That the Clerk sign."),
        ("Reasons for decision", "It stands empty."),
        ("Interests declared", "None"),
        ("Full record", "https://quay.example/d/41"),
    )
    crane = form(("HB/24/042 Crane",), ("Decision", "To mend it."), ("Alternatives considered", "None"))
    first, second = decided(boat, crane)
    assert first == {**LEASE, "url": "https://quay.example/d/41"}
    assert second == {"ref": "HB/24/042", "title": "Crane", "text": "To mend it."}


@pytest.mark.parametrize(
    "rows",
    [
        (("Decision reference", "HB/24/041"), ("Decision title", "Lease of the boat shed"), ("Decision", "That it be let.")),
        (("Subject:", "Lease of the boat shed"), ("Ref no:", "HB/24/041"), ("Decision taken:", "That it be let.")),
        (("Report title", "Lease of the boat shed"), ("Reference", "HB/24/041"), ("Details of decision", "That it be let.")),
    ],
)  # fmt: skip
def test_labels_that_say_reference_and_title(rows):
    (found,) = decided(form(*rows, ("Reasons", "It stands empty."), ("Date of decision", "3 May 2024")))
    assert found == {"ref": "HB/24/041", "title": "Lease of the boat shed", "text": "That it be let."}


def test_several_decisions_in_one_table():
    rows = []
    for number, title in (("7", "Lease of the shed"), ("8", "Repair of the crane")):
        rows += [
            ("Decision no.", f"HB-{number}"),
            ("Title", title),
            ("Decision", "Agreed."),
            ("Reasons", "As reported."),
        ]
    found = decided(form(*rows))
    assert [(d["ref"], d["title"], d["text"]) for d in found] == [
        ("HB-7", "Lease of the shed", "Agreed."),
        ("HB-8", "Repair of the crane", "Agreed."),
    ]


def test_labels_above_what_they_say_under_headings_of_parts():
    found = decided(
        form(
            ("Part 1: the decision",),
            ("Title of decision", "Lease of the boat shed"),
            ("Decision maker", "Harbour Master"),
            ("Decision taken",),
            ("That the shed be let for a year.",),
            ("Part 2: why",),
            ("Reasons for the decision",),
            ("It stands empty.",),
        )
    )
    assert found == [{"title": "Lease of the boat shed", "text": "That the shed be let for a year."}]


def test_a_heading_above_the_form_says_what_its_rows_do_not():
    found = decided(
        "\n*HB/24/041 – Lease of the boat shed\n",
        form(("Decision", "That it be let."), ("Reasons", "It stands empty."), ("Portfolio", "Quays")),
    )
    assert found == [{"ref": "HB/24/041", "title": "Lease of the boat shed", "text": "That it be let."}]


@pytest.mark.parametrize("head", ["Record of decision HB/24/041", "Officer Decision Notice HB/24/041"])
@pytest.mark.parametrize("rows", [(("Decision reference", "HB/24/041"),), ()])
def test_a_heading_with_the_reference_alone_begins_no_second_decision(head, rows):
    labelled = (("Title", "Lease of the boat shed"), ("Decision", "That it be let."), ("Reasons", "It stands empty."))
    found = decided(f"\n*{head}\n", form(*rows, *labelled))
    assert found == [{"ref": "HB/24/041", "title": "Lease of the boat shed", "text": "That it be let."}]


def test_a_link_behind_a_word_of_any_row():
    crane = form(("HB/24/042 Crane",), ("Decision", "To mend it."), ("Reasons", "It is broken."), ("Record", "View"))
    word = next(c.words[0] for c in crane.cells if c.text == "View")
    link = Link(word.x0, word.top, word.x1, word.bottom, "https://quay.example/d/42")
    assert decided(crane, links=(link,))[0]["url"] == "https://quay.example/d/42"


def test_the_year_at_the_head_of_a_title_is_no_reference():
    found = decided(
        form(("2025/26 Dues",), ("Decision", "That dues be set."), ("Reasons", "By law."), ("Date", "3 May 2024"))
    )
    assert found == [{"title": "2025/26 Dues", "text": "That dues be set."}]


def test_unknown_labels_keep_what_stands_beside_them():
    section = paper(
        "*Officer decision notice\n",
        form(("Title", "Crane"), ("Decision", "To mend it."), ("Reasons", "Broken."), ("Tide table checked", "Yes")),
    )
    parts = [(d["header"], d["text"]) for d in texts(list(read(section)), "decision_fields")]
    assert parts == [("Reasons", "Broken."), ("Tide table checked", "Yes")]


def test_a_front_sheet_of_a_report_is_no_decision():
    sheet = form(
        ("Report title", "Crane"), ("Purpose", "For decision"), ("Date", "3 May 2024"), ("Contact officer", "A Smith")
    )
    assert claim(paper("*Paper for decision\n", sheet)).score < 0.5


def test_boxes_with_labels_within_under_a_strip_of_two_go_on_over_a_page_break():
    grid = table(
        [
            ["*Decision to be taken by:\nHarbour Board", "*Decision no:\n24/00042"],
            [Set("*For publication: Yes", right=2), None],
            [Set("*Title of decision:\nRepair of the crane", right=2), None],
            [Set("*Decision:\nThe Board agree:\na) to mend it.", right=2), None],
            [Set("*Reasons for decision:\nIt is broken.", right=2), None],
            [Set("Nobody else can mend it.", right=2), None],
            [Set("*Views of the pilots:\nThey were asked.", right=2), None],
            [Set("*Alternatives considered and rejected:\nNone", right=2), None],
            [Set("*Any interest that a member of the Board declared when it took the decision that is recorded here:", right=2), None],
        ],
        headings=0,
        breaks=(5,),
    )  # fmt: skip
    section = paper("*Record of a decision\n", grid)
    records = list(read(section))
    assert texts(records, "decisions") == [
        {"ref": "24/00042", "title": "Repair of the crane", "text": "The Board agree: a) to mend it."}
    ]
    assert {d["header"]: d["text"] for d in texts(records, "decision_fields")} == {
        "Decision to be taken by": "Harbour Board",
        "For publication": "Yes",
        "Reasons for decision": "It is broken. Nobody else can mend it.",
        "Views of the pilots": "They were asked.",
        "Alternatives considered and rejected": "None",
    }


BOXED = """*Key decision: YES
This affects the whole harbour.

*Matter / Title of Decision

Repair of the old crane

*Decision:

The Board agree:

a) to mend the crane; and
b) to paint it.

*Views of the pilots:

They were asked in May.

*Reasons for decision

It is broken.
"""


def test_number_in_a_strip_of_labels_over_one_large_box():
    strip = table([["Decision to be taken by:\nHarbour Board", "Decision no:\n24/00042"]], headings=0)
    section = paper("*Harbour Board – proposed record of decision\n", strip, BOXED)
    assert claim(section).score >= 0.85
    records = list(read(section))
    assert texts(records, "decisions") == [
        {
            "ref": "24/00042",
            "title": "Repair of the old crane",
            "text": "The Board agree: a) to mend the crane; and b) to paint it.",
        }
    ]
    parts = {d.get("header"): d["text"] for d in texts(records, "decision_fields")}
    assert parts["Views of the pilots"] == "They were asked in May."
    assert parts["Decision to be taken by"] == "Harbour Board"

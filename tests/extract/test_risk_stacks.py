"""Columns that hold several fields of a risk one below the other, as their heading lists them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.families.register import FAMILY as REGISTER
from extract.registers.stacked_headings import stack_of
from tests.registers import Set, section, table

HEAD = ["Cause and consequence", "Controls in place", "Current score", "Target score"]


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("Risk no, title, creation date, owner", ("ref", "title", "date", "owner")),
        ("Risk Ref / Title / Owner", ("ref", "title", "owner")),
        ("Ref, Risk and Owner", ("ref", "title", "owner")),
        ("Code & Title", ("ref", "title")),
        ("Risk title and owner", ("title", "owner")),
        ("Risk title", ()),
        ("Title and description", ()),
        ("Cause and effect", ()),
        ("Risk owner / risk manager", ()),
        ("Ref & risk owner", ()),
        ("Update and date of update", ()),
    ],
)
def test_a_heading_that_lists_fields_says_which(heading: str, fields: tuple[str, ...]) -> None:
    assert stack_of(heading) == fields


def read(heading: str, cells: Sequence[str]) -> list[tuple[str | None, ...]]:
    rest = ["Silt, and so a dry dock", "Dredged each year", "12", "6"]
    made = table([[heading, *HEAD], *([cell, *rest] for cell in cells)])
    risks = [r.fields for r in REGISTER.read(section(made)) if r.view == "risks"]
    return [tuple(r[n].text if n in r else None for n in ("ref", "title", "owners")) for r in risks]


def test_lines_of_a_cell_are_parted_by_type_and_by_who_is_named() -> None:
    want = [("DK 1", "The dock silts up", "Una Mott"), ("DK 2", "A lock gate sticks", "Seth Cray")]
    bold = ["*DK 1\n*The dock\n*silts up\nUna Mott", "*DK 2\n*A lock gate sticks\nSeth Cray"]
    assert read("Ref, risk and owner", bold) == want
    assert read("Ref, risk and owner", [c.replace("*", "") for c in bold]) == want


def test_a_date_stands_between_what_is_before_and_behind_it() -> None:
    cells = ["DK1 The dock silts up\n3 May 2031\nHead of Works", "DK2 A lock gate sticks\n9 June 2031\nHarbour Master"]
    assert read("Risk no, title, date raised, owner", cells) == [
        ("DK1", "The dock silts up", "Head of Works"), ("DK2", "A lock gate sticks", "Harbour Master"),
    ]  # fmt: skip


def test_owners_may_stand_before_the_title_or_be_missing() -> None:
    assert read("Owner / Risk", ["Una Mott\nThe dock silts up", "Seth Cray\nA lock gate sticks"]) == [
        (None, "The dock silts up", "Una Mott"), (None, "A lock gate sticks", "Seth Cray"),
    ]  # fmt: skip
    told = read("Ref, risk, owner", ["*DK1 Silt\nUna Mott", "*DK2 Storms\nSeth Cray", "*DK3 Ice on the bar"])
    assert told == [("DK1", "Silt", "Una Mott"), ("DK2", "Storms", "Seth Cray"), ("DK3", "Ice on the bar", None)]


def test_where_no_reference_begins_the_cells_nothing_is_parted() -> None:
    assert read("Ref and title", ["The dock silts up", "A lock gate sticks"]) == [
        (None, "The dock silts up", None), (None, "A lock gate sticks", None),
    ]  # fmt: skip


def test_a_label_at_the_head_of_a_text_is_no_title() -> None:
    says = "*Cause: old piles\n*Event: the quay wall slides\n*Effect: no boat can berth"
    made = table(
        [["Risk description", *HEAD[1:]], [says, "Dived", "12", "6"], [says.replace("old", "thin"), "Dived", "9", "6"]]
    )
    risks = [r.fields for r in REGISTER.read(section(made)) if r.view == "risks"]
    assert [r["cause"].text for r in risks] == ["old piles", "thin piles"]
    assert [r["title"].text for r in risks] == ["the quay wall slides"] * 2


def test_a_dot_beside_a_score_is_no_trend() -> None:
    rows: list[list[str | Set | None]] = [
        ["DK1", "The dock silts up", Set("12", symbols=("circle",)), "6"],
        ["DK2", "Ice", Set("9", symbols=("up",)), "6"],
    ]
    made = table([["Ref", "Risk title", "Current score", "Target score"], *rows])
    trends = [r for r in REGISTER.read(section(made)) if r.view == "risk_trends"]
    assert [t.parent.fields["ref"].text for t in trends if t.parent] == ["DK2"]

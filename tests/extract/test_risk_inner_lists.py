"""Lists of actions inside a register, under headings of their own that span its columns; owners in two columns."""

from __future__ import annotations

import pytest

from extract.families.key import FAMILY as KEY
from extract.families.register import FAMILY as REGISTER
from extract.looks import look_of
from extract.registers.tables import READS, look
from models.record import Printed
from models.table import Table
from normalise.owners import read_owners
from tests.registers import Set, section, table

HEAD = ["ID", "Opened", "Handler", "Executive lead", "Title and description", "Controls in place", "Rating (initial)",
        "Rating (current)", "Progress notes"]  # fmt: skip
PALE = "#e8edf5"


def risk(ref: str, who: str, post: str, title: str, score: str) -> list[str]:
    says = f"*{title}\nIf the county does not mend it then people may come to harm."
    notes = "[12/05/2031 A Brook] Surveyed again. [03/03/2031 C Dean] Bids invited."
    return [ref, "14/02/2029", who, post, says, "Surveyed every spring", "20", score, notes]


def heading(down: int = 1) -> list[Set | None]:
    return [Set("", PALE, down=down), Set("Action", PALE, right=4), None, None, None,
            Set("Responsibility", PALE, right=2), None, Set("Due date", PALE), Set("Status", PALE)]  # fmt: skip


def action(says: str, who: str, due: str, status: str) -> list[Set | str | None]:
    return [None, Set(says, right=4), None, None, None, Set(who, right=2), None, due, status]


def export(*, breaks: tuple[int, ...] = ()) -> Table:
    return table(
        [
            HEAD,
            risk("1187", "Ann Brook", "Chief Nurse", "The sea wall cracks", "16"),
            heading(down=3),
            action("Rebuild the northern end", "C Dean", "31/07/2031", "Open"),
            action("Buy sandbags", "A Brook", "28/02/2031", "Closed 21/02/2031"),
            risk("1203", "Carl Dean", "Director of Estates", "The ferry stops", "15"),
            risk("1241", "Eve Finch", "Chief Medical Officer", "The lamp fails", "12"),
            heading(down=2),
            action("Order a second lamp", "E Finch", "30/05/2031", "Open"),
        ],
        breaks=breaks,
    )


def read(made: Table) -> list[Printed]:
    return list(REGISTER.read(section(made, title="Corporate Risk Register")))


def actions_of(records: list[Printed]) -> dict[str, list[list[str]]]:
    names = ("description", "owners", "target_text", "status_text")
    return {
        r.fields["ref"].text: [
            [a.fields[n].text for n in names] for a in records if a.view == "risk_actions" and a.parent is r
        ]
        for r in records
        if r.view == "risks"
    }


ALL = {
    "1187": [
        ["Rebuild the northern end", "C Dean", "31/07/2031", "Open"],
        ["Buy sandbags", "A Brook", "28/02/2031", "Closed 21/02/2031"],
    ],
    "1203": [],
    "1241": [["Order a second lamp", "E Finch", "30/05/2031", "Open"]],
}


def test_rows_under_headings_of_their_own_are_the_actions_of_the_risk_above() -> None:
    made = export()
    assert look(made).score >= READS and set(look(made).inner) == {2, 3, 4, 7, 8}
    assert actions_of(read(made)) == ALL


def test_a_page_may_end_between_the_headings_of_such_a_list_and_its_rows() -> None:
    assert actions_of(read(export(breaks=(3, 8)))) == ALL


def test_no_word_of_such_a_list_is_a_field_of_the_risk() -> None:
    records = read(export())
    free = {(r.facts["header"], r.fields["text"].text) for r in records if r.view == "risk_fields"}
    assert {header for header, _ in free} == {"Opened", "Progress notes"}
    headings = {w.text for r in records for w in r.taken}
    assert {"Action", "Responsibility", "Due", "Status"} <= headings


def test_a_list_of_the_same_width_as_the_columns_is_none() -> None:
    rows = [HEAD, risk("1", "Ann Brook", "Chief Nurse", "The sea wall cracks", "16")]
    assert not look(table([*rows, risk("2", "Eve Finch", "Chief Nurse", "The ferry stops", "9")])).inner


def test_a_person_and_a_post_in_two_columns_both_own() -> None:
    told = [read_owners(r.fields["owners"].text, {}) for r in read(export()) if r.view == "risks"]
    assert [(t.names, t.posts) for t in told] == [
        (("Ann Brook",), ("Chief Nurse",)), (("Carl Dean",), ("Director of Estates",)),
        (("Eve Finch",), ("Chief Medical Officer",)),
    ]  # fmt: skip


def test_initials_and_names_may_begin_with_letters_that_bear_accents() -> None:
    key = table([["Initials", "Name"], ["DÓM", "Dara Ó Malbhe"], ["ÉL", "Éanna Lorne"], ["AB", "Ann Brook"]])
    told = [(r.fields["initials"].text, r.fields["name"].text) for r in KEY.read(section(key))]
    assert told == [("DÓM", "Dara Ó Malbhe"), ("ÉL", "Éanna Lorne"), ("AB", "Ann Brook")]
    found = read_owners("DÓM/ÉL", dict(told))
    assert (found.names, found.initials) == (("Dara Ó Malbhe", "Éanna Lorne"), ("DÓM", "ÉL"))
    assert look_of("DÓM/ÉL") == "initials"


def test_a_table_with_one_list_and_more_below_it_is_no_register_with_lists_inside() -> None:
    alone = [HEAD, risk("1187", "Ann Brook", "Chief Nurse", "The sea wall cracks", "16"), heading(down=2),
             action("Buy sandbags", "A Brook", "28/02/2031", "Open")]  # fmt: skip
    assert set(look(table(alone)).inner) == {2, 3}
    assert not look(table([*alone, ["Closed", "", "", "", "Nothing was closed", "", "", "", ""]])).inner


def test_numbers_of_actions_in_rows_of_their_own_say_no_more_than_their_place() -> None:
    heads = ["Ref", "Risk title", "Current score", "Action", "Action owner", "Target date"]
    rows: list[list[str | Set | None]] = [
        [
            Set("Q1", down=2),
            Set("Silt closes the bar", down=2),
            Set("12", down=2),
            "1. Dredge the bar",
            "A Brook",
            "May 2031",
        ],
        [None, None, None, "2. Sound it each week", "C Dean", "June 2031"],
        ["Q2", "The lamp fails", "9", "3 lamps to be bought", "E Finch", "July 2031"],
    ]
    told = [a.fields["description"].text for a in read(table([heads, *rows])) if a.view == "risk_actions"]
    assert told == ["Dredge the bar", "Sound it each week", "3 lamps to be bought"]


@pytest.mark.parametrize(
    ("printed", "names", "posts"),
    [
        ("Vice-Principal (Education)", (), ("Vice-Principal (Education)",)),
        ("Director (Student Experience)", (), ("Director (Student Experience)",)),
        ("Head of Law (Ann Lee)", ("Ann Lee",), ("Head of Law",)),
    ],
)
def test_what_a_post_is_over_stands_behind_it_in_brackets(
    printed: str, names: tuple[str, ...], posts: tuple[str, ...]
) -> None:
    told = read_owners(printed, {})
    assert (told.names, told.posts) == (names, posts)

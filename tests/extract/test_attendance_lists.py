"""Lists of those present as bodies of several countries set them: in two columns, with two posts, with a chair apart."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.initials import fits
from tests.meetings import paper
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


def test_titled_names_in_two_columns_without_rules():
    found = people("""*Present:
Councillor Ida Marsh (Convener)     Councillor Calum Orr
Councillor Tom Ferris               Councillor Shona Lake
Provost Jean Hay                    Councillor Wm. Strang
""")
    assert [(name, role) for _, name, role, _ in found] == [
        ("Councillor Ida Marsh", "Convener"),
        ("Councillor Calum Orr", None),
        ("Councillor Tom Ferris", None),
        ("Councillor Shona Lake", None),
        ("Provost Jean Hay", None),
        ("Councillor Wm. Strang", None),
    ]


def test_offices_before_names_in_two_columns_and_posts_behind_them():
    found = people("""*PRESENT

Mayor Penny Voss                Council Member Al Ruiz
Deputy Mayor Kim Tran           Council Member Bea Stone
Council Member Cy Lund          Council Member Dee Moe

*STAFF

Fay Ott, City Manager           Gus Pell, City Attorney
Hal Quist, City Clerk           Ivy Rowe, Finance Director
""")
    assert [(name, role) for status, name, role, _ in found if status == "present"] == [
        ("Penny Voss", "Mayor"),
        ("Al Ruiz", "Council Member"),
        ("Kim Tran", "Deputy Mayor"),
        ("Bea Stone", "Council Member"),
        ("Cy Lund", "Council Member"),
        ("Dee Moe", "Council Member"),
    ]
    assert [name for status, name, _, _ in found if status == "in_attendance"] == [
        "Fay Ott",
        "Gus Pell",
        "Hal Quist",
        "Ivy Rowe",
    ]


def test_a_running_list_below_a_list_in_columns():
    found = people("""*Members Present:
Ida Marsh            President
William "Bud" Orr    Member
Tom Ferris           Independent Member

Staff Present: Lori Ben, Superintendent; Angela Crow, Director of Human Resources; Susan Dale, Recording
Secretary
""")
    assert [(name, role) for _, name, role, _ in found] == [
        ("Ida Marsh", "President"),
        ('William "Bud" Orr', "Member"),
        ("Tom Ferris", "Independent Member"),
        ("Lori Ben", "Superintendent"),
        ("Angela Crow", "Director of Human Resources"),
        ("Susan Dale", "Recording Secretary"),
    ]


@pytest.mark.parametrize(
    ("line", "role", "affiliation"),
    [
        ("Ruth Sinclair, Solicitor, Clerk to the Committee", "Solicitor, Clerk to the Committee", None),
        ("Cat Lamb, Principal Planner (Development Management)", "Principal Planner (Development Management)", None),
        ("Di Nunn, Audit Manager (Deloitte)", "Audit Manager", "Deloitte"),
        ("Farida Rahim (Chief Finance Officer, NPA)", "Chief Finance Officer", "NPA"),
        (
            "Bo Penn, Chief Executive, Office of the Harbour Commissioner",
            "Chief Executive",
            "Office of the Harbour Commissioner",
        ),
        ("Ann Voe, Committee Officer, Legal Services", "Committee Officer", "Legal Services"),
        ("Councillor Dan Reith (local member for Item 4.1)", "local member for Item 4.1", None),
        ("Gus Rae, Dean of Science (item 5 only)", "Dean of Science", None),
    ],
)
def test_posts_and_bodies_behind_a_name(line: str, role: str | None, affiliation: str | None):
    ((_, _, *found),) = people(f"*In attendance:\n{line}\n")
    assert found == [role, affiliation]


def test_a_post_in_a_column_of_bodies_is_a_post():
    found = people("""*Present:
Councillor A Quarry (Chairman)      Withymoor County Council
Councillor D Bhatt                  Tenbrook City Council
Councillor K Nwosu                  Tenbrook City Council
Mr C Dyke                           Independent Member
""")
    assert [(role, body) for _, _, role, body in found] == [
        ("Chairman", "Withymoor County Council"),
        (None, "Tenbrook City Council"),
        (None, "Tenbrook City Council"),
        ("Independent Member", None),
    ]


def test_officers_below_a_column_of_bodies_have_posts_that_may_wrap():
    found = people("""*Present:
Councillor A Quarry                 Withymoor County Council
Councillor D Bhatt                  Tenbrook City Council
Councillor K Nwosu                  Tenbrook City Council
Councillor L Marsh                  Society of Chief Officers
Councillor M Orr                    Tenbrook City Council
Councillor N Penn                   Withymoor County Council
Councillor O Hay                    Tenbrook City Council
Councillor P Wren                   Tenbrook City Council
Councillor Q Reid                   Withymoor County Council
Ms F Lake                           practising solicitor

*In attendance:
Mr C Dyke                           Director of Boats
Ms E Reed                           Senior Harbour Services
                                    Officer
""")
    assert found[3][2:] == (None, "Society of Chief Officers")
    assert [(role, body) for _, _, role, body in found[-3:]] == [
        (None, "practising solicitor"),
        ("Director of Boats", None),
        ("Senior Harbour Services Officer", None),
    ]


def test_initials_may_hold_a_capital_from_within_a_name():
    assert fits("AMcK", "Ann McKay") and fits("JMacD", "Jo MacDonald") and fits("KO", "Kieron O'Hara")
    assert not fits("AMK", "Ann Marsh") and not fits("AK", "ANN MCKAY")


def test_a_bracket_behind_a_name_may_go_on_in_the_next_line():
    found = people("""*In attendance:
Colm Dyer (Water and Harbour

Commissioner)

Ida Quarry (joined by telephone for

item 7 only)
""")
    assert next((name, role) for _, name, role, _ in found) == ("Colm Dyer", "Water and Harbour Commissioner")
    assert not any(role and "item" in role for _, _, role, _ in found)


@pytest.mark.parametrize("post", ["Chair", "Chairperson", "Cathaoirleach", "Acting Chair", "Presiding Officer"])
def test_a_line_that_says_who_was_in_the_chair(post: str):
    found = people(f"{post}: Cllr Ida Marsh\nPresent: Cllr Tom Ferris, Cllr Una Orr\n")
    assert [(name, role) for _, name, role, _ in found] == [
        ("Cllr Ida Marsh", post),
        ("Cllr Tom Ferris", None),
        ("Cllr Una Orr", None),
    ]


def test_who_was_in_the_chair_is_listed_once():
    found = people("Chair: Cllr Ida Marsh\nPresent: Cllrs I Marsh, Tom Ferris and Una Orr\n")
    assert [name for _, name, _, _ in found] == ["Cllrs I Marsh", "Tom Ferris", "Una Orr"]


def test_an_irish_list():
    found = people("*I láthair:  Comhairleoirí M. Daly, P. Ní Choilín agus B. Walsh\n")
    assert [name for _, name, _, _ in found] == ["Comhairleoirí M. Daly", "P. Ní Choilín", "B. Walsh"]


def test_the_absent_are_those_away_where_nothing_is_said_of_apologies():
    text = "*Present: Ida Marsh, Tom Ferris\n\n*Absent: Thomas Oak\n"
    assert [(status, name) for status, name, _, _ in people(text)][2:] == [("apologies", "Thomas Oak")]
    both = f"{text}\n*Apologies: Una Orr\n"
    assert [(status, name) for status, name, _, _ in people(both)][2:] == [
        ("absent", "Thomas Oak"),
        ("apologies", "Una Orr"),
    ]
    assert people(text.replace("Absent", "Absent without leave"))[2][0] == "absent"


@pytest.mark.parametrize(
    ("heading", "text", "away"),
    [
        ("Apologies for absence", "Cllr S Holt (work), Cllr A Penn.", ["Cllr S Holt", "Cllr A Penn"]),
        ("Apologies", "Mrs Una Orr. The Clerk said that the hall would be warmer next time.", ["Mrs Una Orr"]),
        ("Apologies", "Cllr S Holt asked that the hall be warmed.", []),
        ("Attendance", "Cllr S Holt, Cllr A Penn.", []),
    ],
)
def test_names_alone_under_the_heading_of_apologies(heading: str, text: str, away: list[str]):
    minutes = f"""*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024

Present: Ida Marsh, Tom Ferris

*1.   {heading}
{text}

*2.   LAMPS
The lamps were mended.

*3.   CLOSE
There was no more business.
"""
    told = [r.fields for r in read(paper(minutes)) if r.view == "attendance"]
    assert [f["person"].text for f in told if f["status"].note == "apologies"] == away


def test_what_stands_behind_a_comma_in_entries_parted_by_semicolons_is_a_role() -> None:
    found = people("*Staff:\nIda Marsh, City Manager; Tom Ferris, Tide Warden; Shona Lake, Chief of Police\n")
    assert [(name, role) for _, name, role, _ in found] == [
        ("Ida Marsh", "City Manager"), ("Tom Ferris", "Tide Warden"), ("Shona Lake", "Chief of Police"),
    ]  # fmt: skip


def test_a_list_of_entries_with_several_names_is_read_name_by_name() -> None:
    found = people(
        "*Present:\nMayor Ida Marsh; Council President Tom Ferris; Councilors Shona Lake, Abe Wren and Flo Reed\n"
    )
    assert [name.split()[-1] for _, name, _, _ in found] == ["Marsh", "Ferris", "Lake", "Wren", "Reed"]
    assert [role for _, _, role, _ in found][2:] == ["Councilor"] * 3


def test_a_table_in_the_roll_call_lists_those_present() -> None:
    roll = table(
        [["Present:", "Mayor Ida Marsh; Councilors Tom Ferris and Shona Lake"], ["Excused:", "Councilor Abe Wren"]],
        headings=0,
    )
    opening = "*MINUTES OF THE TOWN COUNCIL OF PIER HILL\nMay 4, 2031\n\n*1.  CALL TO ORDER AND ROLL CALL\nThe clerk called the roll.\n"
    records = read(paper(opening, roll, ITEMS.replace("*1.", "*4.")))
    told = [(r.fields["person"].text, r.fields["status"].note) for r in records if r.view == "attendance"]
    assert [name.split()[-1] for name, _ in told] == ["Marsh", "Ferris", "Lake", "Wren"]


def test_initials_close_behind_a_name_are_none_of_it() -> None:
    found = people("*Present:\nMaureen Ravens MR\nTom Reed TR\nAda Finch (AF)\n")
    assert [name for _, name, _, _ in found] == ["Maureen Ravens", "Tom Reed", "Ada Finch"]


def test_an_honour_behind_a_name_is_nobodys_initials() -> None:
    told = "*Present:\nMary Palmer MP\nTom Reed TR\nJohn Pope JP\n"
    records = read(paper(f"*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024\n\n{told}\n{ITEMS}"))
    found = [r.fields for r in records if r.view == "attendance"]
    assert [f["person"].text.removesuffix(" MP").removesuffix(" JP") for f in found] == [
        "Mary Palmer",
        "Tom Reed",
        "John Pope",
    ]
    assert [f["initials"].text if "initials" in f else None for f in found] == [None, "TR", None]

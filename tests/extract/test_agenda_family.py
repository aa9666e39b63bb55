"""Agendas as tables and as lists, with what is attached and at what time."""

from __future__ import annotations

import pytest

from extract.families.agenda import above, claim, read
from extract.families.minutes import claim as minutes_claim
from tests.meetings import paper, texts
from tests.registers import table

NAMES = (
    "Ida Penn (Chair)", "Tom Orr (Vice-Chair)", "Sue Lake", "Abe Wren", "Flo Reed", "Max Dow", "Una Fry", "Ray Coates", "Jo Hale",
    "Kit Marsh", "Dan Lund", "Pia Coll",
)  # fmt: skip
HEAD = """*Quay Partnership – 1:30pm, 14 March 2023
Ferry Room, Quay House, Northby NB1 2AA

*Agenda
"""


def test_a_table_with_titles_in_bold():
    items = table(
        [
            ["Supporting Document", "Item", "Topic", "Approximate time"],
            ["", "1", "*APOLOGIES", "13:30"],
            ["Attached", "2", "*MINUTES\nTo confirm the minutes of the last meeting.", "13:35"],
            ["To Follow", "3", "*FERRY FARES\nReport of the Clerk", ""],
        ]
    )
    section = paper(HEAD, items)
    assert claim(section).score > 0.6
    records = list(read(section))
    (meeting,) = texts(records, "meetings")
    assert meeting["body"] == "Quay Partnership"
    assert meeting["start_time"] == "1:30pm"
    assert meeting["venue"] == "Ferry Room, Quay House, Northby NB1 2AA"
    found = texts(records, "agenda_items")
    assert [i["number"] for i in found] == ["1", "2", "3"]
    assert found[1] == {
        "supporting_document": "Attached",
        "number": "2",
        "title": "MINUTES",
        "text": "To confirm the minutes of the last meeting.",
        "time": "13:35",
    }


def test_a_list_with_pages():
    section = paper(
        """*FINANCE COMMITTEE

You are summoned to a meeting of the Finance Committee to be held at the Town Hall on
Tuesday 1 April 2025 at 7.00 pm.

*AGENDA

1.  *Apologies for absence

2.  *Minutes (Pages 3 - 8)

    To confirm the minutes of the meeting held on 4 March 2025.

3.  *Grants policy (To follow)

4.  *Lease of the pavilion (Exempt)
""".replace(".  *", ".  ")
    )
    records = list(read(section))
    found = texts(records, "agenda_items")
    assert [(i["number"], i["title"], i.get("supporting_document")) for i in found] == [
        ("1", "Apologies for absence", None),
        ("2", "Minutes", "Pages 3 - 8"),
        ("3", "Grants policy", "To follow"),
        ("4", "Lease of the pavilion", "Exempt"),
    ]
    assert found[1]["text"] == "To confirm the minutes of the meeting held on 4 March 2025."


def test_a_table_without_headings():
    items = table(
        [
            ["1", "Welcome and apologies", "14:00"],
            ["2", "Minutes of the last meeting (attached)", "14:05"],
            ["3", "Any other business", "15:00"],
        ],
        headings=0,
    )
    records = list(read(paper(HEAD, items)))
    found = texts(records, "agenda_items")
    assert [(i["number"], i["time"]) for i in found] == [("1", "14:00"), ("2", "14:05"), ("3", "15:00")]
    assert (found[1]["title"], found[1]["supporting_document"]) == ("Minutes of the last meeting", "attached")


def test_minutes_are_no_agenda():
    minutes = """*Minutes of the Quay Board held on 1 May 2024

*Present: Ida Marsh, Tom Ferris

*1.   Apologies
None.

*2.   Ferry
RESOLVED that fares be frozen.
"""
    assert claim(paper(minutes)).score < 0.5


def test_breaks_are_no_items_and_a_date_keeps_its_time():
    items = table(
        [
            ["Time", "Item", "Topic"],
            ["13:00", "1", "Welcome"],
            ["13:10", "2", "Ferry fares (register at pages 5–9)"],
            ["14:00", "", "COMFORT BREAK (10 minutes)"],
            ["14:10", "3", "Date of next meeting: 26 September 2024, 13:00"],
        ]
    )
    found = texts(list(read(paper(HEAD, items))), "agenda_items")
    assert [i["title"] for i in found] == [
        "Welcome",
        "Ferry fares (register at pages 5–9)",
        "Date of next meeting: 26 September 2024, 13:00",
    ]


def test_an_agenda_that_names_whom_it_summons_is_no_report():
    from extract.families.report import claim as claim_of_report

    text = """*Harbour Panel

Date: Thursday 6 February 2025

Membership: Councillors A Marsh (Chairman), T Ferris, J Cole and K Nunn

*AGENDA

*1. Apologies for Absence

*2. Declarations of Interest
Members are asked to declare any interest that they have in any item on the agenda of this meeting of the Panel.

*3. Minutes
To confirm the minutes of the last meeting of the Panel, which was held in the hall on the quay in November 2024.

*4. Ferry Fares for the Year
Report of the Commissioner. The Panel is required to review the proposed fares and to make a report by February.

*5. Work Programme
To agree the work programme of the Panel for the rest of the year, and to take note of what was put off last year.
"""
    assert claim(paper(text)).score > claim_of_report(paper(text)).score + 0.1


def test_numbers_without_a_heading_stand_between_times_and_titles():
    found = table(
        [
            ["Time", "", "Item", "Lead", "Paper"],
            ["10.00", "1", "Welcome", "Convener", ""],
            ["10.05", "2", "Minutes of the last meeting", "Convener", "Paper 1"],
            ["10.20", "3", "Ferry fares", "A Smith", "Paper 2"],
        ]
    )
    items = texts(list(read(paper(HEAD, found))), "agenda_items")
    assert [(i["number"], i["time"], i["title"]) for i in items] == [
        ("1", "10.00", "Welcome"),
        ("2", "10.05", "Minutes of the last meeting"),
        ("3", "10.20", "Ferry fares"),
    ]


CLERKS = """*City of Ellery Council

*REGULAR MEETING AGENDA

Tuesday, March 4, 2025 – 6:30 PM

*CONSENT CALENDAR

1.   25-0117   Approval of minutes of the last regular meeting

Recommendation: Approve the minutes.

2.   25-0121   Award of contract for the north quay

Recommendation: Adopt the resolution.

3.   25-0098   Discussion of ferry hours

Recommendation: Provide direction to staff.
"""


def test_an_agenda_with_numbers_of_files_is_no_list_of_decisions():
    from extract.families.decisions import claim as claim_of_decisions

    section = paper(CLERKS)
    assert claim_of_decisions(section).score == 0.0
    assert claim(section).score >= 0.5
    assert [i["number"] for i in texts(list(read(section)), "agenda_items")] == ["1", "2", "3"]


def test_numbers_that_count_as_items_do_are_no_times():
    section = paper(
        "*Harbour Board agenda\n\n10 February 2025\n\n*1.   OPENING\n\n1.01   Call to order\n\n1.02   Roll call\n\n"
        "*2.   CONSENT\n\n2.01   Minutes of January\n\n2.02   Ratify warrants\n\n*3.   ACTION\n\n3.01   Award the crane\n"
    )
    found = [(i["number"], i["title"]) for i in texts(list(read(section)), "agenda_items")]
    assert found == [
        ("1", "OPENING"),
        ("1.01", "Call to order"),
        ("1.02", "Roll call"),
        ("2", "CONSENT"),
        ("2.01", "Minutes of January"),
        ("2.02", "Ratify warrants"),
        ("3", "ACTION"),
        ("3.01", "Award the crane"),
    ]


def test_a_usual_item_without_a_number_stands_before_the_numbered_ones():
    section = paper(
        "*Harbour Panel\n\nThursday 6 February 2025\n\n*AGENDA\n\n*Apologies for absence\n\n*1.   Declarations of interest\n\n"
        "To receive any.\n\n*2.   Minutes\n\nTo approve those of May.\n\n*3.   Ferry fares\n\nTo set them.\n"
    )
    assert [(i.get("number"), i["title"]) for i in texts(list(read(section)), "agenda_items")] == [
        (None, "Apologies for absence"),
        ("1", "Declarations of interest"),
        ("2", "Minutes"),
        ("3", "Ferry fares"),
    ]


ORDER = """*FERRY BOARD MEETING
*May 14, 2031 at 5:30 PM

*I.   Call to Order

*II.   Roll Call

*III.   Approval of Minutes of April 16, 2031

*IV.   Unanimous Consent

    *A.  Audit of the Tickets

    It is recommended by the Audit Committee that the Board accept the audit of the tickets.

    *B.  Plan of the Quay

    It is recommended by the Quay Committee that the Board adopt the plan of the quay.

*V.   Recommended Action

    *C.  Lease of the Boathouse

    It is recommended by the Quay Committee that the Board approve the lease of the boathouse.

*VI.   Adjourn
"""


def test_the_order_of_a_meeting_is_an_agenda_that_is_not_called_so():
    section = paper(ORDER)
    assert claim(section).score > 0.7
    assert above(section, 0.9)
    items = [(i.get("number"), i["title"]) for i in texts(list(read(section)), "agenda_items")]
    assert items == [
        ("I", "Call to Order"),
        ("II", "Roll Call"),
        ("III", "Approval of Minutes of April 16, 2031"),
        ("IV", "Unanimous Consent"),
        ("A", "Audit of the Tickets"),
        ("B", "Plan of the Quay"),
        ("V", "Recommended Action"),
        ("C", "Lease of the Boathouse"),
        ("VI", "Adjourn"),
    ]


def test_what_was_said_at_a_meeting_is_no_agenda():
    held = ORDER.replace("*II. ", "    Chair Reed called the meeting to order at 5:32 p.m.\n\n*II. ")
    assert claim(paper(held)).score < 0.5
    assert claim(paper(ORDER.replace("FERRY BOARD MEETING", "FERRY BOARD MINUTES"))).score < 0.5


@pytest.mark.parametrize(
    "stamp", ["Agenda item: 3.2", "Agenda Item No. 7", "Agenda ref: TB/24/05", "Agenda item 4 Appendix A"]
)
def test_the_item_that_a_paper_belongs_to_is_no_heading_of_an_agenda(stamp):
    items = table([["Item", "Topic", "Lead"], ["1", "Ferry fares", "MT"], ["2", "Quay lights", "TL"]])
    assert claim(paper(f"{stamp}\n", items)).score < claim(paper("*Agenda\n", items)).score - 0.3


def test_an_agenda_that_names_its_members_before_its_items_is_none_of_minutes() -> None:
    members = "\n".join(f"Councillor {name}     Northby Borough Council" for name in NAMES)
    items = table(
        [
            ["No.", "Item", "Presenting", "Pages"],
            ["1.", "Apologies for absence", "Chair", "None"],
            ["2.", "Minutes of the last meeting", "Chair", "1 - 6"],
            ["3.", "Matters arising", "Chair", "None"],
            ["4.", "Ferry fares", "Ida Penn", "7 - 8"],
        ]
    )
    section = paper(
        f"*Ferry Committee\n\nDate: Monday 14 September 2020\nTime: 1.00 pm\n\n*Membership\n\n{members}\n\n*AGENDA\n",
        items,
    )
    assert claim(section).score > minutes_claim(section).score
    (meeting,) = texts(list(read(section)), "meetings")
    assert meeting["body"] == "Ferry Committee"  # not that of a member

"""Minutes of councils with bands, boxes of resolutions and people in tables with a label before them, all invented."""

from __future__ import annotations

import pytest

from extract.families.agenda import read as read_agenda
from extract.families.minutes import read
from extract.lines import text_columns
from extract.meeting.persons import persons_of_list
from tests.meetings import paper, texts, words_of_page
from tests.registers import table

TITLE = "*MINUTES\n\nOrdinary Council Meeting\nTuesday 20 August 2024\n"
PEOPLE = [
    ["Councillors", "Cr Lena Holt", "Shire President"],
    ["", "Cr Gus Stone", "Deputy Shire President"],
    ["", "Cr Ada Penn", ""],
    ["Staff", "Col Ferris", "Chief Executive Officer"],
    ["", "Nina Pereira", "Director Works"],
    ["Visitors", "Mr Paul Trent", "Saltbush Regional Development"],
    ["Apologies", "Cr Ross Till", "(away on duty)"],
]
ITEMS = """*3   PUBLIC QUESTIONS

None were put.

*8   REPORTS

*8.1   Resealing of roads
Three tenders were received.

*COUNCIL RESOLUTION
Moved: Cr Gus Stone     Seconded: Cr Ada Penn

That Council:

1.   accepts the tender of Roadmakers for the year; and
2.   notes that the work begins in May.

*CARRIED UNANIMOUSLY 3/0

*8.2   Bins
The contract ends soon.

*COUNCIL RESOLUTION
Moved: Cr Ada Penn     Seconded: Cr Gus Stone

That Council extends the contract for one year.

*CARRIED 2/1

*9   CLOSURE
The meeting closed at 6.40pm.

*9.1   End
Nothing more was said.
"""


OPENING = "*1   OPENING\nThe Shire President opened the meeting at 5.02pm.\n\n*2   RECORD OF ATTENDANCE AND APOLOGIES\n"
COUNCIL = tuple(read(paper(TITLE, OPENING, table(PEOPLE, headings=0), ITEMS)))


class TestBandsAndBoxes:
    records = COUNCIL

    def test_numbers_of_the_standing_order_that_are_not_used_are_leapt_over(self):
        assert [m["number"] for m in texts(self.records, "minutes")] == [
            *("1", "2", "3", "8", "8.1", "8.2", "9", "9.1")
        ]

    def test_the_post_beside_a_name_under_a_label_is_that_persons(self):
        people = [(p["person"], p.get("role"), p.get("affiliation")) for p in texts(self.records, "attendance")]
        assert people == [
            ("Cr Lena Holt", "Shire President", None),
            ("Cr Gus Stone", "Deputy Shire President", None),
            ("Cr Ada Penn", None, None),
            ("Col Ferris", "Chief Executive Officer", None),
            ("Nina Pereira", "Director Works", None),
            ("Mr Paul Trent", None, "Saltbush Regional Development"),
            ("Cr Ross Till", None, None),
        ]

    def test_a_table_of_people_is_no_text_of_its_item(self):
        by_number = {m["number"]: m for m in texts(self.records, "minutes")}
        assert "text" not in by_number["2"]

    def test_who_led_is_told_by_a_list_under_an_item(self):
        (meeting,) = texts(self.records, "meetings")
        assert meeting["chair"] == "Cr Lena Holt"

    def test_each_limb_of_a_motion_is_a_resolution(self):
        found = [(r.get("label"), r["text"]) for r in texts(self.records, "resolutions")]
        assert found == [
            ("1", "accepts the tender of Roadmakers for the year; and"),
            ("2", "notes that the work begins in May."),
            (None, "That Council extends the contract for one year."),
        ]
        assert len(texts(self.records, "votes")) == 2


def test_the_title_minutes_is_no_heading_of_people():
    (meeting,) = texts(list(read(paper(TITLE, "*1   Opening\nAll came.\n\n*2   Close\nAll left.\n"))), "meetings")
    assert meeting["body"] == "Ordinary Council Meeting"


QUOTED = """*Minutes of the Monthly Meeting of Norbury County Council held on 4 March 2024
In the Chair:   Cllr. Ida Marsh, Cathaoirleach
Present: Cllr. T. Ferris, Cllr. A. Penn

*1.   SALE OF LAND
Notice had been given.

On the proposal of Cllr. T. Ferris, seconded by Cllr. A. Penn, it was resolved: “That the sale be approved.”

*2.   BYE-LAWS
Seven letters were received.

On the proposal of Cllr. A. Penn, seconded by Cllr. T. Ferris, it was resolved unanimously: “That the Market

*Bye-Laws be made, with effect from May.”

*3.   RATES
Proposed by Cllr. T. Ferris, seconded by Cllr. A. Penn and resolved unanimously: “That the rates stay.”

*4.   CLOSE
The meeting ended at 4 p.m.
"""


def test_a_resolution_in_quotation_marks_behind_its_lead_in_goes_on_to_where_they_close():
    records = list(read(paper(QUOTED)))
    assert [r["text"] for r in texts(records, "resolutions")] == [
        "That the sale be approved.",
        "That the Market Bye-Laws be made, with effect from May.",
        "That the rates stay.",
    ]
    said = [m.get("text", "") for m in texts(records, "minutes")][:2]  # the third says nothing but who moved it
    assert not any("“" in text or "”" in text for text in said)
    # what is resolved unanimously, by a mover and a seconder, was a vote; the first is taken up without one
    assert [v["motion"] for v in texts(records, "votes")] == [r["text"] for r in texts(records, "resolutions")][1:]
    assert texts(records, "meetings")[0]["chair"] == "Cllr. Ida Marsh"


TYPED = """*                Ferry Lane Village Hall

                 (Registered Charity)

Minutes of the Annual General Meeting held at the Village Hall on Wednesday14th November 2029 at 7.00pm

Present:         A Reed (Chair), B Holt, C Cook

1.   Accounts

     The accounts were tabled and, upon the proposition of B Holt, seconded by C Cook, it was resolved unanimously 'That
     the accounts be, and they are hereby, approved."

2.   Officers

     Upon the proposition of C Cook, seconded by B Holt, it was resolved unanimously ' 'That A Reed be, and she is hereby,
     re-appointed Chair."

3.   Closure

     The Meeting was declared closed at 8.05pm.
"""


def test_the_general_meeting_of_a_club_resolves_in_quotation_marks_as_a_typist_set_them():
    records = list(read(paper(TYPED)))
    (meeting,) = texts(records, "meetings")
    assert (meeting["body"], meeting["venue"]) == ("Ferry Lane Village Hall", "Village Hall")
    assert [r["text"] for r in texts(records, "resolutions")] == [
        "That the accounts be, and they are hereby, approved.",
        "That A Reed be, and she is hereby, re-appointed Chair.",
    ]
    votes = texts(records, "votes")
    assert [(v["proposer"], v["seconder"]) for v in votes] == [("B Holt", "C Cook"), ("C Cook", "B Holt")]


LISTED = """*Minutes of the Quay Cabinet held on 4 March 2024
Present: Cllr T Ferris, Cllr A Penn

*41.   Ferry charter

1.  The Leader told of the charter.

2.  RESOLVED that Cabinet:

    1.  Agree to sign the charter;

    2.  Note what it costs; and

    3.  Ask the pilots.

3.  The Leader thanked the pilots.

*42.   Close
The meeting ended at 4 p.m.
"""


def test_numbers_below_a_numbered_resolution_are_its_list_where_they_stand_further_in():
    records = list(read(paper(LISTED)))
    assert [(r["label"], r["text"]) for r in texts(records, "resolutions")] == [
        ("1", "Agree to sign the charter;"),
        ("2", "Note what it costs; and"),
        ("3", "Ask the pilots."),
    ]
    assert texts(records, "minutes")[0]["text"].endswith("The Leader thanked the pilots.")


ACTIONS = """*Minutes of the Parish Council held on 4 March 2024
Present: Cllr T Ferris, Cllr A Penn

*1.   Play area
The swings were looked at.

ACTION: Close off the frame until repaired. (Cllr Ferris & Cllr Penn; by 16 May 2024)

ACTION: Place the order. (Clerk)

ACTION: Tell the school (Northby Primary)

*2.   Close
The meeting ended at 9pm.
"""


def test_who_is_to_act_in_round_brackets_behind_an_action():
    found = [
        (a["action"], a.get("owners"), a.get("due_text")) for a in texts(list(read(paper(ACTIONS))), "minute_actions")
    ]
    assert found == [
        ("Close off the frame until repaired.", "Cllr Ferris & Cllr Penn", "by 16 May 2024"),
        ("Place the order.", "Clerk", None),
        ("Tell the school (Northby Primary)", None, None),
    ]


def test_a_wide_space_in_the_last_line_alone_parts_no_text_above_it():
    lines = [
        "The surplus on the teas was given to the lifeboat station",
        "and the rest was kept for the repair of the bandstand roof.",
        "A fallen stile was told of by one of the members, and a",
        "blocked drain by another who had walked there on Sunday.",
        "The clerk will write to all of those who were named above.",
        "Signed ....................    Date ..................",
    ]
    columns = text_columns(words_of_page("\n".join(lines), 1), 1)
    assert len(columns) == 1


def test_items_numbered_by_letter_and_figure_under_parts():
    items = table(
        [
            ["", "Item", "Lead", "Paper", "Time"],
            ["A1", "Welcome", "Chair", "Oral", "13.30"],
            ["A2", "Minutes", "Chair", "P/20", "13.35"],
            ["A3\nPART", "Matters arising\nB – OTHER BUSINESS", "Clerk", "P/20a", "13.40"],
            ["PART", "B – STRATEGY", "", "", ""],
            ["B1", "Estate plan", "Clerk", "P/21", "13.45"],
            ["B2", "Accounts", "Clerk", "P/22", "14.00"],
        ]
    )
    found = texts(list(read_agenda(paper("*AGENDA\n", items))), "agenda_items")
    assert [(i.get("number"), i["title"]) for i in found] == [
        ("A1", "Welcome"),
        ("A2", "Minutes"),
        ("A3", "Matters arising"),
        ("B1", "Estate plan"),
        ("B2", "Accounts"),
    ]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "Ms. Ida Marsh, Director of Services, Housing and Community",
            [("Ms. Ida Marsh", "Director of Services, Housing and Community", None)],
        ),
        (
            "Mr. T. Ferris, Director of Services, Roads and Climate Action",
            [("Mr. T. Ferris", "Director of Services, Roads and Climate Action", None)],
        ),
        ("Ruth Oduya, Head of Service, Planning", [("Ruth Oduya", "Head of Service, Planning", None)]),
        ("Dr Kim Lake, elected by Senate", [("Dr Kim Lake", "elected by Senate", None)]),
        (
            "Northshire Cllr Joe Penn (until item 9); Mrs W Oates (Clerk)",
            [("Cllr Joe Penn", None, None), ("Mrs W Oates", "Clerk", None)],
        ),
        (
            "Cllr B Rose (work) and from PCSO Laura Tripp",
            [("Cllr B Rose", None, None), ("PCSO Laura Tripp", None, None)],
        ),
    ],
)
def test_posts_with_their_field_and_titles_behind_a_place(line: str, people: list[tuple[str, str | None, str | None]]):
    found = persons_of_list(line)
    assert [
        (p.name.of(line), p.role and p.role.of(line), p.affiliation and p.affiliation.of(line)) for p in found
    ] == people


NOTICES = """*Minutes of the Town Council held on 4 March 2024
Present: Cllr T Ferris, Cllr A Penn

*1.   Planning
The following comments were agreed:

No objection to the shed at Rose Hill.

RESOLVED: That the comments be sent to the county.

*2.   Notices of motion

*2.1   Cllr T Ferris
That the evening bus be restored. It was seconded and discussed at length by all.

*2.2   Cllr A Penn
That a plaque be put up. It was withdrawn when the owner had been heard.

*3.   Close
The meeting ended at 9pm.
"""


def test_a_members_name_is_no_heading_of_an_item_and_what_is_told_above_a_resolution_is_none():
    records = list(read(paper(NOTICES)))
    assert [m["number"] for m in texts(records, "minutes")] == ["1", "2", "3"]
    assert [r["text"] for r in texts(records, "resolutions")] == ["That the comments be sent to the county."]


HEADED = """*Minutes of Harbour Parish Council Meeting held in the Boat House on Wednesday 10 July 2013

*1.  Those Attending:*  Cllr A Orr-Lake (Chairman), Cllr Mrs B Reed, District Councillor C Holt, Mrs D Penn (Clerk), 6 Members of the
    Public. PCSO Eve Stone was present for part of the meeting.

*2.  Apologies for Absence:*  Apologies were received from Borough Councillor F Moss and Cllr G Ames

*3.  Minutes of the last meeting

They were agreed.

*4.  Matters arising

The slip is mended.
"""


def test_those_present_stand_under_the_heading_of_the_first_item() -> None:
    records = list(read(paper(HEADED)))
    told = [(a["person"], a.get("role")) for a in texts(records, "attendance")]
    assert told == [
        ("Cllr A Orr-Lake", "Chairman"),
        ("Cllr Mrs B Reed", None),
        ("Councillor C Holt", "District Councillor"),
        ("Mrs D Penn", "Clerk"),
        ("PCSO Eve Stone", None),
        ("Councillor F Moss", "Borough Councillor"),
        ("Cllr G Ames", None),
    ]
    assert texts(records, "meetings")[0]["chair"] == "Cllr A Orr-Lake"
    assert texts(records, "minutes")[0]["text"].startswith("Cllr A Orr-Lake (Chairman), ")

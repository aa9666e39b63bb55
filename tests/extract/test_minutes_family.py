"""Minutes in the styles that public bodies set them in, all invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import claim, read
from models.record import Printed
from tests.meetings import paper, texts
from tests.registers import table

PANEL = """*MINUTES OF THE MEETING OF THE NORTHBY HARBOUR PANEL HELD
*ON 4 MARCH 2024 AT 14:00 HOURS – QUAY HOUSE

*PRESENT: -
Cllr Ida Marsh – Northby
Tom Ferris - Independent Member

*ALSO PRESENT: -
Ruth Oduya – Chief Executive, NPA

*301   NOTICE OF RECORDING
The Chair said that the meeting would be filmed.

*302   APOLOGIES
Apologies for non-attendance were received on behalf of Cllr Penn (Eastby), Cllr Orr
(Westby) and Kim Lake (Panel Lead Officer).

*303   PIER REPAIRS
Further to Minute No. 288, the Chief Executive presented the report.
*RESOLVED: -
*i.    That the report be noted;
*ii.   The following be asked of the Commissioners:
       *a.   that the lights be mended; and
       *b.   that the cost be told.
*iii.  That the Chair write to the Minister.

*304   WORK PROGRAMME
*RESOLVED: -
*That the work programme be received.

The meeting ended at 15:20 hours

CHAIR
"""


def of(section_text: str) -> list[Printed]:
    return list(read(paper(section_text)))


class TestPanel:
    records = of(PANEL)

    def test_it_is_claimed_with_reasons(self):
        claimed = claim(paper(PANEL))
        assert claimed.score > 0.8
        assert "lists who was present" in claimed.reasons

    def test_the_meeting(self):
        (meeting,) = texts(self.records, "meetings")
        assert meeting["body"] == "NORTHBY HARBOUR PANEL"
        assert meeting["meeting_date"] == "4 MARCH 2024"
        assert meeting["start_time"] == "14:00 HOURS"
        assert meeting["end_time"] == "15:20 hours"
        assert meeting["venue"] == "QUAY HOUSE"

    def test_who_was_there_and_who_was_not(self):
        people = [(p["person"], p.get("role"), p.get("affiliation")) for p in texts(self.records, "attendance")]
        assert people == [
            ("Cllr Ida Marsh", None, "Northby"),
            ("Tom Ferris", "Independent Member", None),
            ("Ruth Oduya", "Chief Executive", "NPA"),
            ("Cllr Penn", None, "Eastby"),
            ("Cllr Orr", None, "Westby"),
            ("Kim Lake", "Panel Lead Officer", None),
        ]
        statuses = [r.fields["status"].note for r in self.records if r.view == "attendance"]
        assert statuses == ["present", "present", "in_attendance", "apologies", "apologies", "apologies"]

    def test_minutes_are_numbered_through(self):
        minutes = texts(self.records, "minutes")
        assert [m["number"] for m in minutes] == ["301", "302", "303", "304"]
        assert minutes[2]["heading"] == "PIER REPAIRS"
        assert minutes[2]["text"] == "Further to Minute No. 288, the Chief Executive presented the report."

    def test_resolutions_have_their_innermost_label(self):
        resolutions = texts(self.records, "resolutions")
        assert [r.get("label") for r in resolutions] == ["i", "ii", "a", "b", "iii", None]
        assert resolutions[2]["text"] == "that the lights be mended; and"
        assert resolutions[-1]["text"] == "That the work programme be received."

    def test_a_list_below_a_resolution_knows_what_stands_over_it(self):
        inner = [
            r
            for r in self.records
            if r.view == "resolutions" and r.fields.get("label") and r.fields["label"].text == "a"
        ]
        assert inner[0].context["lead_in"].text == "The following be asked of the Commissioners:"

    def test_every_word_is_accounted_for(self):
        words = {w for p in paper(PANEL).paragraphs for w in p.all_words}
        section = paper(PANEL)
        taken = set()
        for record in read(section):
            taken.update(record.taken)
            taken.update(w for f in record.fields.values() for w in f.words)
        missing = [w.text for p in section.paragraphs for w in p.all_words if w not in taken]
        assert len(words) > 130
        assert missing == []


def test_items_named_by_the_agenda_only():
    records = of("""*HARBOUR PARENTS PANEL – 9th May 2023

PRESENT: Ida Marsh (Chair), Tom Ferris and Kay Moon

*Apologies and Substitutes
(Item 1)
Apologies were received from Al Frost and Di Hart who was substituted by Kay Moon.

*Work programme
(Item 2)
   1.  The Chair introduced it.

   2.  RESOLVED that the work programme be noted.
""")
    minutes = texts(records, "minutes")
    assert [(m["number"], m["heading"]) for m in minutes] == [
        ("1", "Apologies and Substitutes"),
        ("2", "Work programme"),
    ]
    assert minutes[1]["text"] == "1. The Chair introduced it."
    assert [r["text"] for r in texts(records, "resolutions")] == ["that the work programme be noted."]
    away = [
        r.fields["person"].text for r in records if r.view == "attendance" and r.fields["status"].note == "apologies"
    ]
    assert away == ["Al Frost", "Di Hart"]


def test_numbers_with_a_year_and_the_agendas_own():
    records = of("""*SNORING PARISH COUNCIL
Minutes of the Parish Council Meeting held in the Reading Room on Monday 6 January 2025 at 7.30pm

*Present: Cllr P Dunn (Chairman); Cllrs Sax and Mace

*C048/25   1.   APOLOGIES FOR ABSENCE
None.

*C049/25   2.   FINANCE
It was proposed by Cllr Sax, seconded by Cllr Mace and RESOLVED that the payments be approved.

*C050/25   3.   DATE OF NEXT MEETING
Monday 3 March 2025.
""")
    minutes = texts(records, "minutes")
    assert [(m["number"], m.get("agenda_ref")) for m in minutes] == [
        ("C048/25", "1"),
        ("C049/25", "2"),
        ("C050/25", "3"),
    ]
    assert minutes[1]["heading"] == "FINANCE"
    (vote,) = texts(records, "votes")
    assert (vote["proposer"], vote["seconder"]) == ("Cllr Sax", "Cllr Mace")
    assert vote["motion"] == "that the payments be approved."


def test_headings_by_type_alone():
    records = of("""*Pier Trust Board

*Note of meeting – 18 June 2024, 10:00 – 12:30, Pier Office

*Attendees
Rae Udo (RU), Chair
Tim Lake (TL), Harbour Master

*Welcome and introductions
RU welcomed all.

*Dredging
The survey was finished.

Action: TL to ask for two prices by the end of July.

*Any other business
None.
""")
    assert [m["heading"] for m in texts(records, "minutes")] == [
        "Welcome and introductions",
        "Dredging",
        "Any other business",
    ]
    (action,) = texts(records, "minute_actions")
    assert action == {
        "action": "TL to ask for two prices by the end of July.",
        "owners": "TL",
        "due_text": "by the end of July",
    }


def test_motions_that_are_carried():
    records = of("""*TOWNSHIP OF MAPLE
*MINUTES
Tuesday, June 4, 2024

Present: Mayor Ann Fife and Councillors Bill Gage and Carol Hume.

R2024-101 B. Gage, C. Hume:
That the minutes of May 21 be adopted.
Carried.

R2024-102 C. Hume, B. Gage:
THAT we accept the tender of North Grading.
Carried.

Item #9 Request of the curling club.
Deferred.

R2024-103 B. Gage, C. Hume:
That the meeting be adjourned.
Carried.
""")
    assert [m["number"] for m in texts(records, "minutes")] == ["R2024-101", "R2024-102", "Item #9", "R2024-103"]
    assert [r["text"] for r in texts(records, "resolutions")] == [
        "That the minutes of May 21 be adopted.",
        "THAT we accept the tender of North Grading.",
        "That the meeting be adjourned.",
    ]


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        (
            "A vote of members resulted in an 8:1 majority in favour. The motion was carried.",
            ("8", "1", None, "The motion was carried"),
        ),
        (
            "The vote was: For 7, Against 2, Abstentions 1. The amendment was lost.",
            ("7", "2", "1", "The amendment was lost"),
        ),
        ("On a vote, 5 voted in favour, 3 against with 2 abstentions.", ("5", "3", "2", None)),
        ("The motion was defeated by 4 votes to 9.", ("4", "9", None, "The motion was defeated")),
    ],
)
def test_votes_in_a_line(text: str, votes: tuple[str | None, ...]):
    records = of(f"""*Minutes of the Quay Board held on 1 May 2024

*Present: Ida Marsh, Tom Ferris

*1.   Apologies
None.

*2.   Ferry
{text}

*3.   Close
None.
""")
    (vote,) = texts(records, "votes")
    assert tuple(vote.get(k) for k in ("votes_for", "votes_against", "abstentions", "carried")) == votes


def test_votes_with_names():
    records = of("""*MINUTES of a meeting of the Quay Council held on 1 May 2024

*PRESENT: Mr A Reed, Mr B Moss and Ms C Hay

*7.   Apologies
None.

*8.   Ferry fares
(1)  Mr Reed proposed, and Ms Hay seconded, the motion: “That fares be frozen for two years.”

(2)  The Chairman put the motion set out in paragraph 1 to the vote and the voting was as follows:

For (2)

Mr Reed, Ms Hay

Against (1)

Mr Moss

Motion carried.

*9.   Close
None.
""")
    (vote,) = texts(records, "votes")
    assert vote["motion"] == "That fares be frozen for two years."
    assert (vote["proposer"], vote["seconder"]) == ("Mr Reed", "Ms Hay")
    assert (vote["votes_for"], vote["votes_against"]) == ("2", "1")
    assert (vote["votes_for_names"], vote["votes_against_names"]) == ("Mr Reed, Ms Hay", "Mr Moss")


def test_minutes_as_a_table_with_a_column_of_owners():
    facts = table(
        [
            ["Title of Meeting", "Pier Board"],
            ["Date", "3rd June 2024"],
            ["Attendees", "Ida Marsh (Chair), Tom Ferris (TF)"],
        ],
        headings=0,
    )
    items = table(
        [
            ["No", "Discussion", "Action"],
            ["1.", "*Welcome\nThe Chair opened the meeting and spoke at length about the pier and the weather.", ""],
            ["2.", "*Lights\nThe lights at the end of the pier will be mended before the end of the summer.", "TF"],
            ["3.", "*Close\nThere was nothing else that anybody wished to bring to the board this evening.", ""],
        ]
    )
    records = list(read(paper(facts, items)))
    assert texts(records, "meetings")[0]["body"] == "Pier Board"
    assert [p["person"] for p in texts(records, "attendance")] == ["Ida Marsh", "Tom Ferris"]
    assert [(m["number"], m["heading"]) for m in texts(records, "minutes")] == [
        ("1", "Welcome"),
        ("2", "Lights"),
        ("3", "Close"),
    ]
    (action,) = texts(records, "minute_actions")
    assert action["owners"] == "TF"
    assert action["action"].startswith("The lights at the end")


def test_attendance_as_a_table_with_codes():
    grid = table(
        [
            ["Governor", "Role", "3 May 2024", "7 June 2024"],
            ["MARLOWE, Edith", "Chair", "P", "P"],
            ["Bo Lindt", "Parent governor", "A", "–"],
        ]
    )
    records = list(
        read(
            paper(
                "*Minutes of the Governing Body held on 7 June 2024\n",
                grid,
                "P present   A apologies\n\n*1.  Apologies\nNone.\n\n*2.  Minutes\nAgreed.\n\n*3.  Close\nNone.\n",
            )
        )
    )
    rows = [
        (r.fields["person"].text, r.fields["meeting_date"].text, r.fields["status"].note)
        for r in records
        if r.view == "attendance"
    ]
    assert rows == [
        ("MARLOWE, Edith", "3 May 2024", "present"),
        ("MARLOWE, Edith", "7 June 2024", "present"),
        ("Bo Lindt", "3 May 2024", "apologies"),
    ]


def test_two_meetings_in_one_section():
    second = PANEL.replace("4 MARCH 2024", "6 MAY 2024").replace("30", "31")
    records = of(PANEL + "---\n" + second)
    assert [m["meeting_date"] for m in texts(records, "meetings")] == ["4 MARCH 2024", "6 MAY 2024"]
    assert [m["number"] for m in texts(records, "minutes")] == ["301", "302", "303", "304", "311", "312", "313", "314"]


def test_a_report_that_speaks_of_minutes_is_not_claimed():
    report = """*Report of the Clerk

*1.  Purpose
1.1  To tell members how the minutes of the last year were kept and published.

*2.  Background
2.1  The minutes of each meeting are put on the website within ten days of the meeting.
"""
    assert claim(paper(report)).score < 0.5


def test_the_list_of_those_present_in_the_first_item_is_none_of_its_text():
    text = """*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024

*I. Call to Order and Roll Call
President Marsh called the meeting to order.

*Board Members Present:
Ida Marsh, President
Tom Ferris, Member

*II. Lights
The lamps were mended.

*III. Adjournment
There was no more business.
"""
    records = of(text)
    assert [p["person"] for p in texts(records, "attendance")] == ["Ida Marsh", "Tom Ferris"]
    assert texts(records, "minutes")[0]["text"] == "President Marsh called the meeting to order."


def test_an_item_that_is_nothing_but_its_list_keeps_it_as_its_text():
    text = """*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024

*1. Roll call
Present: Ida Marsh, Tom Ferris

*2. Lights
The lamps were mended.

*3. Close
There was no more business.
"""
    records = of(text)
    assert [p["person"] for p in texts(records, "attendance")] == ["Ida Marsh", "Tom Ferris"]
    assert texts(records, "minutes")[0]["text"] == "Present: Ida Marsh, Tom Ferris"

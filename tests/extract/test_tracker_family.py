"""Logs of actions: with headings and without, in bands, in groups, as cards."""

from __future__ import annotations

import pytest

from extract.families.minutes import read as read_minutes
from extract.families.tracker import claim, read
from extract.meeting.minutes_signs import claim as claim_minutes
from models.record import Printed
from models.table import Table
from tests.meetings import paper, texts
from tests.registers import Set, section, table

LONG = "Write to the ferry company about the winter timetable"
LONGER = "Ask for two quotations for dredging the inner basin"


def log(*rows: list[str | Set | None], headings: list[str]) -> Table:
    return table([headings, *rows])


def test_columns_by_their_headings_and_what_they_hold():
    found = log(
        ["1", "31 May 2024", LONG, "MT", "July 2024", "Letter sent."],
        ["2", "31 May 2024", LONGER, "TL / JP", "ASAP", "Two received, one awaited."],
        headings=["No.", "Date raised", "Action", "Lead", "Due", "Progress"],
    )
    section = paper("*Board action log\n", found)
    assert claim(section).score > 0.8
    rows = texts(list(read(section)), "tracked_actions")
    assert rows[1] == {
        "ref": "2",
        "raised": "31 May 2024",
        "action": LONGER,
        "owners": "TL / JP",
        "due_text": "ASAP",
        "update_text": "Two received, one awaited.",
    }


@pytest.mark.parametrize(("by", "field"), [("CC / AR", "owners"), ("6 August 2031", "due_text")])
def test_a_column_headed_by_alone_says_who_or_when_as_its_cells_do(by: str, field: str):
    found = log(["1", LONG, by, "In hand."], ["2", LONGER, by, "Done."], headings=["No.", "Action", "By", "Position"])
    rows = texts(list(read(paper("*Action sheet\n", found))), "tracked_actions")
    assert [row[field] for row in rows] == [by, by]


def test_the_heading_over_a_table_holds_for_its_lines():
    columns = ["Minute No.", "Action", "Update"]
    records = list(
        read(
            paper(
                "*Outstanding Actions\n",
                log(["617", LONG, "To be programmed"], headings=columns),
                "*Completed Actions:\n",
                log(["596", LONGER, "Done in May"], headings=columns),
            )
        )
    )
    assert [r.context["status_heading"].text for r in records] == ["Outstanding Actions", "Completed Actions:"]
    assert [r["minute_number"] for r in texts(records, "tracked_actions")] == ["617", "596"]


def test_tables_without_headings_under_groups_with_owners():
    records = list(
        read(
            paper(
                "*Pier Action Log – 14 May 2024\n\n*Tickets – Lead JC\n",
                table([[LONG, "Carried forward"], [LONGER, "New"]], headings=0),
                "*Licences – GS/JTe\n",
                table([["Draw up the terms on which stalls may stand", "Completed"]], headings=0),
            )
        )
    )
    rows = texts(records, "tracked_actions")
    assert [(r["owners"], r["update_text"]) for r in rows] == [
        ("JC", "Carried forward"),
        ("JC", "New"),
        ("GS/JTe", "Completed"),
    ]


def test_a_band_says_when_the_actions_under_it_were_raised():
    found = table(
        [
            ["Action", "Lead", "Deadline", "Progress"],
            [Set("Board meeting 12 March 2024", right=4), None, None, None],
            [LONG, "Clerk", "July 2024", "Sent."],
            [Set("CLOSED SINCE THE LAST MEETING", right=4), None, None, None],
            [LONGER, "Clerk", "May 2024", "Received."],
        ]
    )
    records = list(read(paper("*Action tracker\n", found)))
    assert records[0].fields["raised"].text == "Board meeting 12 March 2024"
    assert "status_heading" not in records[0].context
    assert records[1].context["status_heading"].text == "CLOSED SINCE THE LAST MEETING"


@pytest.mark.parametrize("more", [[], [Set("Not started", "#bfbfbf")], ["Key", Set("Not started", "#bfbfbf")]])
def test_a_key_of_colours_over_the_log_is_no_action(more):
    told = [Set("Late", "#ff0000"), Set("May not be done by the due date", "#ffc000"), Set("Complete", "#8eb4e3")]
    key = table([[*told, *more]], headings=0)
    columns = ["Minute No.", "Action", "Update"]
    found = list(read(paper("*Action log\n", key, log(["617", LONG, "To be programmed"], headings=columns))))
    assert [r.fields["action"].text for r in found] == [LONG]


def test_a_painted_cell_shows_the_status():
    records = list(
        read(
            paper(
                "*Action log\n",
                table([["Action", "Deadline", "Progress"], [LONG, "June", Set("On track", fill="#92d050")]]),
            )
        )
    )
    assert records[0].fields["rag"].fill == "#92d050"
    assert records[0].fields["rag"].text == ""


def test_actions_as_cards():
    section = paper("""*Outstanding actions

Action 12: Prepare a plan for the archive.
Owner: Head of Collections
Due: 31 March 2025
Update: First draft with trustees.

Action 14: Recruit two volunteers for the reading room.
Owner: Anna Price
Due: Ongoing
Update: One recruited.
""")
    assert claim(section).score >= 0.5
    rows = texts(list(read(section)), "tracked_actions")
    assert [(r["ref"], r["owners"], r["due_text"]) for r in rows] == [
        ("12", "Head of Collections", "31 March 2025"),
        ("14", "Anna Price", "Ongoing"),
    ]


def test_a_risk_register_is_no_action_log():
    register = table(
        [
            ["Risk", "Likelihood", "Impact", "Action", "Owner", "Due"],
            ["The pier falls", "3", "5", LONG, "MT", "July 2024"],
        ]
    )
    assert claim(paper("*Risk register\n", register)).score == 0.0


def test_no_word_of_a_log_is_lost():
    found = log(["1", LONG, "MT", "Sent."], headings=["No.", "Action", "Lead", "Progress"])
    records: list[Printed] = list(read(paper("*Board action log\n", found)))
    taken = {w for r in records for w in r.taken} | {w for r in records for f in r.fields.values() for w in f.words}
    assert [w.text for c in found.cells for w in c.words if w not in taken] == []


def test_columns_under_headings_never_seen_are_told_by_their_cells_and_neighbours():
    found = log(
        ["1", "Board 9.3", "24/09/2019", LONG, "BW", "26/11/2019", "See item 7 of the agenda, and the note", ""],
        ["2", "Ops 6.6", "17/07/2019", LONGER, "LP-R", "ASAP", "Contractor data was not reliable before September", ""],
        headings=[
            "No.",
            "Meeting / minute",
            "Date raised",
            "What we said",
            "Who",
            "By when",
            "Where we are now",
            "RAG",
        ],
    )
    rows = texts(list(read(paper("*Matters outstanding\n", found))), "tracked_actions")
    assert rows[1] == {
        "ref": "2",
        "minute_number": "Ops 6.6",
        "raised": "17/07/2019",
        "action": LONGER,
        "owners": "LP-R",
        "due_text": "ASAP",
        "update_text": "Contractor data was not reliable before September",
    }


def test_sentences_under_an_unknown_heading_are_no_actions_where_nobody_owes_them():
    found = log(["1", LONG, LONGER], ["2", LONGER, LONG], headings=["No.", "What we saw", "What we thought"])
    assert claim(paper("*Visit of the lay members\n", found)).score == 0


def test_a_line_that_explains_the_colours_is_no_status():
    records = list(
        read(
            paper(
                "*Matters outstanding\nAs reported to the board in May. Amber = date moved; red = overdue; blue = done since then\n",
                log(["1", LONG, "MT", "July 2024"], headings=["No.", "Action", "Lead", "Due"]),
                "*COMPLETED – to be taken off after this meeting\n",
                log(["2", LONGER, "MT", "May 2024"], headings=["No.", "Action", "Lead", "Due"]),
            )
        )
    )
    told = [r.context["status_heading"].text if "status_heading" in r.context else None for r in records]
    assert told[0] is None or "outstanding" in told[0]
    assert told[1] is not None and told[1].startswith("COMPLETED")


def test_a_column_of_minutes_and_dates_holds_both():
    found = log(
        ["FA12 14/02/2020", LONG, "MT", "July 2024"],
        ["FA35(c) 09/10/2020", LONGER, "JP", "ASAP"],
        headings=["Minute and date", "Action required", "Lead officer", "Target"],
    )
    rows = texts(list(read(paper("*Action tracker\n", found))), "tracked_actions")
    assert [(r["minute_number"], r["raised"]) for r in rows] == [("FA12", "14/02/2020"), ("FA35(c)", "09/10/2020")]
    found = log(
        ["Min 8\n22 Jun 2031", LONG, "MT", "July 2032"],
        ["Min 20\n21 Sep 2031", LONGER, "JP", "ASAP"],
        headings=["Raised", "Action required", "Lead officer", "Target"],
    )
    rows = texts(list(read(paper("*Action tracker\n", found))), "tracked_actions")
    assert [(r["minute_number"], r["raised"]) for r in rows] == [("8", "22 Jun 2031"), ("20", "21 Sep 2031")]


def test_a_log_says_over_its_table_which_day_it_stands_at():
    found = log(["1", "31 May 2024", LONG, "MT"], headings=["No.", "Date raised", "Action", "Lead"])
    (line,) = read(paper("*Harbour Action Log\n\nUpdated: 3 June 2024\n", found))
    assert line.context["log_dated"].text == "3 June 2024"
    (plain,) = read(paper("*Harbour Action Log\n\nFrom the meeting of 31 May 2024\n", found))
    assert "log_dated" not in plain.context


def test_a_log_behind_minutes_is_none_of_their_last_item():
    found = log(["1", "31 May 2024", LONG, "MT"], headings=["No.", "Date raised", "Action", "Lead"])
    text = "*Minutes of the Board\n31 May 2024\n\nPresent: A Smith, B Jones\n\n*1. Minutes\nAgreed.\n\n*2. Next meeting\n3 July.\n"
    last = texts(list(read_minutes(paper(text, "*Board Action Log\n\nUpdated: 3 June 2024\n", found))), "minutes")[-1]
    assert last["text"] == "3 July."


def test_a_day_that_an_action_was_put_off_to_is_when_it_is_due() -> None:
    found = log(
        ["B1", "4.2", LONG, "MT", "July 2031", "12 Sep 2031"],
        ["B2", "5", LONGER, "TL", "30 June 2031", ""],
        ["B3", "7.1", LONGER, "JP", "ASAP", "n/a"],
        headings=["Ref", "Min.", "Action", "Lead", "Due date", "Revised date"],
    )
    records = list(read(paper("*Board action log\n", found)))
    rows = texts(records, "tracked_actions")
    assert [(r["minute_number"], r["due_text"]) for r in rows] == [
        ("4.2", "12 Sep 2031"), ("5", "30 June 2031"), ("7.1", "ASAP"),
    ]  # fmt: skip
    assert "July" in [w.text for w in records[0].taken]  # what it was put off from is accounted for


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (
            ["Meeting Date", "Directive / Motion", "Lead Department", "Expected Completion", "Status", "Comments"],
            ["raised", "action", "owners", "due_text", "status", "update_text"],
        ),
        (
            ["Date", "Referral", "Referred to", "Target Date", "Status", "Disposition"],
            ["raised", "action", "owners", "due_text", "status", "update_text"],
        ),
        (
            ["Date of Request", "Request", "Assigned To", "Due Date", "Status", "Staff Response"],
            ["raised", "action", "owners", "due_text", "status", "update_text"],
        ),
        (
            ["Resolution Date", "Resolution", "Action Officer", "Est. Completion", "Status", "Progress Comments"],
            ["raised", "action", "owners", "due_text", "status", "update_text"],
        ),
        (
            [
                "Meeting Date",
                "Notice of Motion",
                "Responsible Officer/s",
                "Anticipated Completion",
                "Status",
                "Officer Comment",
            ],
            ["raised", "action", "owners", "due_text", "status", "update_text"],
        ),
    ],
)
def test_lists_that_are_followed_up_say_action_in_many_words(headings: list[str], fields: list[str]):
    cells = [
        "14 May 2031",
        LONG,
        "Harbour Master",
        "30 June 2031",
        "In progress",
        "A letter was sent in the week after.",
    ]
    found = log(cells, ["11 June 2031", LONGER, *cells[2:]], headings=headings)
    section = paper("*Outstanding Business\n", found)
    assert claim(section).score > 0.8
    assert texts(list(read(section)), "tracked_actions")[0] == dict(zip(fields, cells, strict=True))


def test_a_column_of_nothing_but_open_and_closed_is_the_status_whatever_its_heading():
    found = log(
        ["4.2", LONG, "Harbour Master", "Sent in the week after the meeting.", "Closed"],
        ["5.1", LONGER, "Harbour Master", "One has come, one is still awaited.", "Open"],
        headings=["Minute Ref.", "Matter Arising", "Responsible Officer", "Action Taken", "Disposition"],
    )
    rows = texts(list(read(paper("*Matters arising\n", found))), "tracked_actions")
    assert [(r["update_text"], r["status"]) for r in rows] == [
        ("Sent in the week after the meeting.", "Closed"),
        ("One has come, one is still awaited.", "Open"),
    ]


def test_without_a_column_of_actions_the_sentences_under_the_subject_are_followed_up():
    found = log(
        ["14 May 2031", LONG, "Harbour Master", "In progress"],
        ["11 June 2031", LONGER, "Harbour Master", "Complete"],
        headings=["Meeting Date", "Subject", "Assigned To", "Status"],
    )
    assert [r["action"] for r in texts(list(read(paper("*Follow-up items\n", found))), "tracked_actions")] == [
        LONG,
        LONGER,
    ]


def test_a_row_across_the_log_that_begins_as_an_update_is_one():
    found = log(
        ["1", LONG, "Harbour Master", "Open"],
        [Set("Update: a letter was sent", right=4), None, None, None],
        ["2", LONGER, "Harbour Master", "Open"],
        [Set("Update:", right=4), None, None, None],
        headings=["No.", "Action", "Owner", "Status"],
    )
    rows = texts(list(read(paper("*Action log\n", found))), "tracked_actions")
    assert [(r["action"], r.get("update_text")) for r in rows] == [(LONG, "a letter was sent"), (LONGER, None)]


def test_a_title_over_the_headings_hides_none_of_them() -> None:
    title = [Set("Board meeting: 4 May 2031", right=4), None, None, None]
    found = table([title, ["No.", "Action", "Owner", "Status"], ["B 31/4", LONG, "Harbour Master", "Open"]], headings=2)
    (row,) = texts(list(read(paper("*Action log\n", found))), "tracked_actions")
    assert (row["ref"], row["raised"], row["status"]) == ("B 31/4", "Board meeting: 4 May 2031", "Open")


SHOULD = "The takings of each ferry should be reconciled to the tickets sold."
WILL = "The cashier will reconcile the takings of each ferry every Friday."


@pytest.mark.parametrize(
    ("headings", "row", "want"),
    [
        (
            ["Rec No", "Date of report", "Audit title", "Finding", "Recommendation", "Risk rating", "Management response",
             "Responsible officer", "Original implementation date", "Revised implementation date", "Status update"],
            ["7", "Nov-31", "Ticketing", "Takings were not reconciled to the tickets.", SHOULD, "High", "Agreed: " + WILL,
             "Ann Reed", "31/03/2032", "30/09/2032", "Begun in May on two ferries of the three."],
            {"ref": "7", "raised": "Nov-31", "action": SHOULD, "due_text": "30/09/2032",
             "update_text": "Begun in May on two ferries of the three."},
        ),
        (
            ["Report", "Ref", "Recommendation", "Agreed action", "Priority (H/M/L)", "Owner", "Due date", "Update – March 2032"],
            ["Ticketing", "3.1", SHOULD, WILL, "M", "Ann Reed", "31 Jan 2032", "Done since the first Friday of May."],
            {"ref": "3.1", "action": WILL, "due_text": "31 Jan 2032", "update_text": "Done since the first Friday of May."},
        ),
        (
            ["Audit report", "Management action", "Priority", "Responsible officer", "Original target date",
             "Latest target date", "Position as at 30 June", "Date completed"],
            ["Ticketing", WILL, "Low", "Ann Reed", "31/03/2032", "", "Done on two ferries of the three.", ""],
            {"action": WILL, "due_text": "31/03/2032", "update_text": "Done on two ferries of the three."},
        ),
        (
            ["Report date", "Recommendation", "Department", "Management response", "Target implementation date",
             "Current status", "Auditor comments"],
            ["6/12/2031", SHOULD, "Ferries", "Concur. " + WILL, "12/31/2031", "Partially implemented", "Seen on one ferry so far."],
            {"raised": "6/12/2031", "action": SHOULD, "due_text": "12/31/2031", "update_text": "Seen on one ferry so far.",
             "status": "Partially implemented"},
        ),
    ],
)  # fmt: skip
def test_recommendations_of_auditors_are_followed_up(headings, row, want):
    section = paper("*Audit Recommendation Tracker\n", log(row, row, headings=headings))
    assert claim(section).score > 0.8
    found = texts(list(read(section)), "tracked_actions")[0]
    assert {name: found.get(name) for name in want} == want


def test_a_register_of_risks_is_no_tracker_though_it_has_recommendations():
    headings = ["Ref", "Risk", "Likelihood", "Impact", "Recommendation", "Owner", "Due date"]
    assert claim(paper(log(["1", LONG, "3", "4", LONGER, "MT", "May 2032"], headings=headings))).score == 0.0


def test_how_far_an_action_is_may_stand_in_its_cell_behind_a_label() -> None:
    found = log(
        ["QB 60/17(h)", f"{LONG}. Status: in progress – a letter is drafted", "MT"],
        ["QB 62/17 (l)", f"{LONGER}. Update (3 May 2024): complete", "TL"],
        ["QB 63/17(b)-(c)", f"{LONGER} again, with the status: it may be new", "TL"],
        headings=["Relevant item", "Action", "Responsibility"],
    )
    rows = texts(list(read(paper("*Summary of actions\n", found))), "tracked_actions")
    assert [row["minute_number"] for row in rows] == ["QB 60/17(h)", "QB 62/17 (l)", "QB 63/17(b)-(c)"]
    assert [row["action"] for row in rows] == [
        f"{LONG}.",
        f"{LONGER}.",
        f"{LONGER} again, with the status: it may be new",
    ]
    assert [row.get("update_text") for row in rows] == ["in progress – a letter is drafted", "complete", None]
    assert [row["owners"] for row in rows] == ["MT", "TL", "TL"]


def test_a_column_of_updates_leaves_the_cells_of_actions_whole() -> None:
    found = log(["1", f"{LONG}. Status: open", "MT", "Done."], headings=["No.", "Action", "Lead", "Progress"])
    (row,) = texts(list(read(paper("*Action log\n", found))), "tracked_actions")
    assert (row["action"], row["update_text"]) == (f"{LONG}. Status: open", "Done.")


def test_actions_beside_nothing_but_how_far_they_are_make_a_log_under_the_very_words() -> None:
    rows = [
        ["Print the rota of the ferry crews for the ward", "Complete"],
        ["Ask the harbour master for a later boat", "Not yet."],
    ]
    plain = section(table([["Action", "Progress"], *rows]))
    assert claim(plain).score >= 0.5
    assert claim(section(table([["Action wanted of us", "Progress"], *rows]))).score < claim(plain).score


MINUTED = """*HARBOUR COMMITTEE
*Minutes of the meeting held on 4 March 2024

Present: Ida Penn (Chair), Tom Orr and Sue Lake

*24/04  Ferry
The Committee heard of the ferry and of its timetable in winter.

*24/05  Basin
The Committee heard that the inner basin has to be dredged.

*24/06  Date of next meeting
Monday 3 June 2024.

*Summary of actions
"""


def test_a_table_that_sums_up_actions_may_number_them_by_their_paragraphs() -> None:
    found = log(
        ["24/04.2", LONG, "Tom Orr", "30 May 2024"],
        ["24/05.1(ii)", LONGER, "Sue Lake", "3 June 2024"],
        headings=["Minute", "Action", "Responsible", "Deadline"],
    )
    actions = [r for r in read_minutes(paper(MINUTED, found)) if r.view == "minute_actions"]
    assert [r.parent.fields["number"].text for r in actions if r.parent] == ["24/04", "24/05"]


@pytest.mark.parametrize(("number", "view"), [("24/05", "minute_actions"), ("23/41", "tracked_actions")])
def test_a_table_that_sums_up_the_actions_of_its_own_minutes_is_of_these(number: str, view: str):
    found = log(
        ["24/04", LONG, "Tom Orr", "30 May 2024"],
        [number, LONGER, "Sue Lake", "3 June 2024"],
        headings=["Minute", "Action", "Responsible", "Deadline"],
    )
    records = list(read_minutes(paper(MINUTED, found)))
    actions = [r for r in records if r.view == "minute_actions"]
    assert [r.parent.fields["number"].text for r in actions if r.parent] == (
        ["24/04", number] if view == "minute_actions" else []
    )
    assert all(set(r.fields) == {"action", "owners", "due_text"} for r in actions)
    assert "Summary" not in texts(records, "minutes")[-1]["text"]


def test_tables_without_headings_tell_their_columns_together_and_are_no_minutes() -> None:
    parts = paper(
        "*Harbour Users Group\n\n*Action Log – 9 October 2031\n\n*Secretariat\n",
        table(
            [["Circulate draft minutes of the eleventh meeting", "18 Oct", "New"], [LONG, "31/10/31", "Ongoing"]],
            headings=0,
        ),
        "*Buoys – Lead MN\n",
        table([["Finish case", "asap", "c/fwd"]], headings=0),
        "*Membership\n",
        table([["Logo", "", "New"], [LONGER, "Next meeting", "Completed"]], headings=0),
    )
    rows = texts(list(read(parts)), "tracked_actions")
    assert [(r["action"], r.get("due_text"), r["update_text"], r.get("owners")) for r in rows] == [
        ("Circulate draft minutes of the eleventh meeting", "18 Oct", "New", None),
        (LONG, "31/10/31", "Ongoing", None),
        ("Finish case", "asap", "c/fwd", "MN"),
        ("Logo", None, "New", None),
        (LONGER, "Next meeting", "Completed", None),
    ]
    assert claim_minutes(parts).score < 0.5


def test_headings_over_the_first_of_several_tables_hold_for_the_others() -> None:
    first = log(
        ["1", "31 May 2024", LONG, "MT", "Sent."], headings=["No.", "Date raised", "Action", "Lead", "Progress"]
    )
    second = table([["2", "3 June 2024", LONGER, "TL / JP", "In hand."]], headings=0)
    rows = texts(list(read(paper("*Action log\n\n*Ferries\n", first, "*Harbour\n", second))), "tracked_actions")
    assert rows[1] == {
        "ref": "2",
        "raised": "3 June 2024",
        "action": LONGER,
        "owners": "TL / JP",
        "update_text": "In hand.",
    }


def test_plain_headings_below_a_title_across_the_table_are_headings() -> None:
    found = table(
        [
            [Set("Pier Trust action points", right=4), None, None, None],
            ["Ref", "Action", "Owner", "Comments"],
            ["1", LONG, "MT", "Sent."],
        ],
        headings=0,
    )
    assert texts(list(read(paper("", found))), "tracked_actions") == [
        {"ref": "1", "action": LONG, "owners": "MT", "update_text": "Sent."}
    ]


def test_words_under_item_are_no_reference_and_a_number_within_a_year_is_one() -> None:
    found = log(
        ["2031-14", "Ferry timetable", LONG, "MT"],
        ["2031-15", "Harbour dues", LONGER, "TL"],
        headings=["Action No.", "Item", "Action", "Lead"],
    )
    assert [r["ref"] for r in texts(list(read(paper("*Action log\n", found))), "tracked_actions")] == [
        "2031-14",
        "2031-15",
    ]

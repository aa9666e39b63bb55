"""Items told by references of their reports, and motions that several of them are agreed in."""

from __future__ import annotations

from extract.families.minutes import read
from extract.meeting.persons import persons_of_line
from extract.meeting.resolved import sentence_end
from models.record import Printed
from tests.meetings import paper, texts
from tests.registers import table

COUNCIL = """*Minutes of Pier Hill City Council

Held in the Town Hall on Monday May 4, 2021 at 5:30 p.m.

*ATTENDANCE

Council:       Mayor Penn              Councillor Reid
               Councillor T. Orr       Councillor S. Lake
               Councillor B. Ames      Councillor F. Dean
               Councillor K. Moss      Councillor G. Ito
               Councillor P. Quill     Councillor H. Bolt

Staff:         Ms. A. Moor, Executive Director, Harbour & Social Services

*CALL TO ORDER

Mayor Penn called the meeting to order.

*CONFIRMATION OF MINUTES

1.    Moved by Councillor Orr
      Seconded by Councillor Lake

      That the minutes of April 6 be confirmed.

                                                                      *CARRIED

*CONSENT REPORT OF THE HARBOUR COMMITTEE

Councillor Orr presented the report.

2.    Moved by Councillor Orr
      Seconded by Councillor Reid

      That the report as identified below, be adopted:

*HAR-2021.4    Ropes of the Long Quay

      1.  That the report on ropes be received.

      2.  That ropes be bought for St. Alder’s Quay.

*HAR-2021.5    Lamps

      1.  That lamps be lit at six.

      VOTING IN FAVOUR: Mayor Penn, Councillors Lake, Orr and Reid (4)

      VOTING AGAINST: (0)

                                                                      *CARRIED

*HAR-2021.7    A Ferry to the North

The pilot told of the ferry.

3.    Moved by Councillor Lake
      Seconded by Councillor Reid

      That the ferry be bought.

                                                                      *DEFEATED

*ADJOURNMENT (9:20 P.M.)

4.    Moved by Councillor Orr
      Seconded by Councillor Lake

      That the meeting be adjourned.

                                                                      *CARRIED
"""


def of(text: str) -> list[Printed]:
    return list(read(paper(text)))


def test_references_of_reports_in_bold_are_the_numbers_of_items_among_headings_without_any() -> None:
    minutes = texts(of(COUNCIL), "minutes")
    told = [(m["number"], m["heading"]) for m in minutes if "number" in m]
    assert told == [
        ("HAR-2021.4", "Ropes of the Long Quay"),
        ("HAR-2021.5", "Lamps"),
        ("HAR-2021.7", "A Ferry to the North"),
    ]
    assert "CONFIRMATION OF MINUTES" in [m["heading"] for m in minutes if "number" not in m]


def test_a_motion_over_items_has_the_vote_below_them_and_their_clauses_are_resolved() -> None:
    printed = of(COUNCIL)
    assert [r["text"] for r in texts(printed, "resolutions")] == [
        "That the minutes of April 6 be confirmed.",
        "That the report as identified below, be adopted:",
        "That the report on ropes be received.",
        "That ropes be bought for St. Alder’s Quay.",
        "That lamps be lit at six.",
        "That the meeting be adjourned.",
    ]
    votes = texts(printed, "votes")
    assert [(v["proposer"], v.get("votes_for"), v["carried"]) for v in votes] == [
        ("Councillor Orr", None, "CARRIED"),
        ("Councillor Orr", "4", "CARRIED"),
        ("Councillor Lake", None, "DEFEATED"),
        ("Councillor Orr", None, "CARRIED"),
    ]
    lamps = next(m for m in texts(printed, "minutes") if m["heading"] == "Lamps")
    assert lamps["text"].startswith("1. That lamps be lit at six. VOTING IN FAVOUR")


def test_what_falls_with_its_motion_is_not_resolved() -> None:
    lost = COUNCIL.replace("*CARRIED\n\n*HAR-2021.7", "*DEFEATED\n\n*HAR-2021.7")
    assert "That lamps be lit at six." not in [r["text"] for r in texts(of(lost), "resolutions")]


def test_a_title_alone_names_the_body_and_the_last_heading_the_hour_at_which_it_ended() -> None:
    meeting = texts(of(COUNCIL), "meetings")[0]
    assert (meeting["body"], meeting["end_time"]) == ("Pier Hill City Council", "9:20 P.M.")
    numbered = texts(of(COUNCIL.replace("Pier Hill City Council", "Rope Committee Meeting No.4")), "meetings")
    assert numbered[0]["body"] == "Rope Committee"


def test_a_mayor_may_have_no_more_than_a_surname_and_directors_are_of_several_fields() -> None:
    mayor = persons_of_line("Mayor Penn")
    assert mayor is not None and mayor.role is not None
    assert (mayor.name.of("Mayor Penn"), mayor.role.of("Mayor Penn")) == ("Penn", "Mayor")
    assert persons_of_line("Mayor Absent") is None
    people = {a["person"]: a for a in texts(of(COUNCIL), "attendance")}
    assert people["Ms. A. Moor"]["role"] == "Executive Director, Harbour & Social Services"


def test_saints_end_no_sentence() -> None:
    text = "That ropes be bought for St. Alder’s Quay. The pilot left."
    assert text[: sentence_end(text, 0)].endswith("Quay.")


def test_where_it_met_is_no_body_and_names_in_a_cell_keep_to_no_columns_of_the_lines_above() -> None:
    head = "*Pier Lakes Authority\n\nDate:          May 4, 2021\nTime:          9:30 a.m.\nLocation:      Pier Lakes Authority\n"
    cells = [["Members Present", "Ida Penn (Chair), Tom Orr,\nSue Lake, and Jan Reid"], ["Others", "Kit Moss"]]
    printed = list(
        read(paper(head, table(cells, headings=0), "\n*1.  Call to Order\n\nThe Chair called it to order.\n"))
    )
    assert texts(printed, "meetings")[0]["body"] == "Pier Lakes Authority"
    assert [a["person"] for a in texts(printed, "attendance")] == [
        "Ida Penn",
        "Tom Orr",
        "Sue Lake",
        "Jan Reid",
        "Kit Moss",
    ]
    assert not any("affiliation" in a for a in texts(printed, "attendance"))

"""Action logs: a column that says the status, beside one that says what has been done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.families.tracker import read
from extract.meeting.log_status import says_status
from models.table import Cell, Table
from normalise.actions import tracked_action
from normalise.document import Context
from tests.meetings import paper
from tests.registers import Set, section, table

LOG = table(
    [
        ["Ref", "Action", "Lead", "Deadline", "Progress", "Status"],
        [
            "25/01",
            "Print the rota of the ferry crews for the ward",
            "Tom Reed",
            "4 April 2025",
            "Printed on 2 April.",
            "Closed",
        ],
        ["25/02", "Ask the harbour master for a later boat", "Ada Finch", "9 May 2025", "", "Open"],
        [
            "25/03",
            "Mend the lamps on the pier before the summer",
            "Kay Lund",
            "1 March 2025",
            "Parts on order.",
            "Overdue",
        ],
    ]
)


def test_a_word_in_the_column_of_the_status_stands_for_its_colour_and_is_no_update():
    context = Context(())
    records = [r for p in read(section(LOG, title="Action log")) for r in tracked_action(p, None, context)]
    found = [{k: v.value for k, v in r.values.items()} for r in records]
    assert [f.get("rag") for f in found] == ["blue", None, "red"]
    assert [f.get("update_text") for f in found] == ["Printed on 2 April.", None, "Parts on order."]
    assert [f["status"] for f in found] == ["completed", "outstanding", "outstanding"]


def test_an_update_that_begins_with_what_is_to_be_done_leaves_an_action_outstanding():
    log = table(
        [
            ["Ref", "Action", "Lead", "Update"],
            ["1", "Print the rota of the ferry crews for the ward", "Tom Reed", "Complete – printed in May"],
            ["2", "Ask the harbour master for a later boat", "Ada Finch", "To be incorporated into the next report"],
            ["3", "Mend the lamps on the pier before the summer", "Kay Lund", "Awaiting the lamps from the maker"],
            ["4", "Count the boats in the inner basin once more", "Kay Lund", "The harbour master was asked"],
        ]
    )
    context = Context(())
    records = [r for p in read(section(log, title="Action log")) for r in tracked_action(p, None, context)]
    assert [r.values["status"].value if "status" in r.values else None for r in records] == [
        "completed",
        "outstanding",
        "outstanding",
        None,
    ]
    assert records[1].values["status"].confidence < 0.8


def in_ink(log: Table, colours: Sequence[str]) -> Table:
    """The table with the words of its last column in these colours, line by line."""
    inks = dict(enumerate(colours, start=1))

    def inked(cell: Cell) -> Cell:
        if cell.column != log.columns - 1 or cell.row not in inks:
            return cell
        words = tuple(replace(w, font=replace(w.font, colour=inks[cell.row])) for w in cell.words)
        return replace(cell, words=words)

    return replace(log, cells=tuple(inked(c) for c in log.cells))


@pytest.mark.parametrize("heading", ["RAG", "Status"])
def test_a_dot_in_ink_of_a_colour_rates_an_action(heading):
    log = table(
        [
            ["Ref", "Action", "Lead", "Progress", heading],
            ["1", "Print the rota of the ferry crews for the ward", "Tom Reed", "Sent to the printer.", "●"],
            ["2", "Ask the harbour master for a later boat", "Ada Finch", "A letter went out.", "●"],
        ]
    )
    records = [
        r
        for p in read(section(in_ink(log, ["#0070c0", "#c8102e"]), title="Action log"))
        for r in tracked_action(p, None, Context(()))
    ]
    assert [r.values["rag"].value for r in records] == ["blue", "red"]
    assert [r.values["status"].value for r in records] == ["completed", "outstanding"]
    assert [r.values["update_text"].value for r in records] == ["Sent to the printer.", "A letter went out."]


def test_a_minute_may_stand_over_the_action_in_its_cell_and_holds_for_those_that_count_on() -> None:
    log = table(
        [
            ["Meeting date", "Decision", "Lead officer", "Progress", "Status"],
            ["3 May 2031", "*Min. No. 36 – Lamps\n(1) That the lamps be lit earlier.", "Tom Reed", "Lit.", "Completed"],
            ["3 May 2031", "(2) That the lamps be counted each year.", "Kay Lund", "Not yet.", "Ongoing"],
            ["3 May 2031", "That the keeper be thanked by the board.", "Kay Lund", "Not yet.", "Ongoing"],
            ["4 June 2031", "*Minute 40.1\nThat the boats be painted in the spring.", "Ada Finch", "Dry.", "Ongoing"],
        ]
    )
    found = [(p.fields.get("minute_number"), p.fields["action"].text) for p in read(section(log, title="Action log"))]
    assert [(m.text if m else None, a) for m, a in found] == [
        ("36", "(1) That the lamps be lit earlier."),
        ("36", "(2) That the lamps be counted each year."),
        (None, "That the keeper be thanked by the board."),
        ("40.1", "That the boats be painted in the spring."),
    ]


def test_what_was_completed_since_stands_among_what_was_outstanding() -> None:
    log = table([["Ref", "Action", "Update"], ["1", "Print the rota of the ferry crews", "Completed. Printed in May."]])
    printed = list(read(paper("*Outstanding actions\n", log)))
    assert [r.values["status"].value for p in printed for r in tracked_action(p, None, Context(()))] == ["completed"]


def test_an_action_above_a_log_says_nothing_of_how_far_its_lines_are() -> None:
    assert says_status("Completed actions") and says_status("Actions: outstanding")
    assert not says_status("ACTION TF – complete the count of the lamps (by 31/03/2031)")
    assert not says_status("Action: the clerk to see that the count of the lamps is completed before the summer")


@pytest.mark.parametrize("label", ["Update", "Update / comments", "Latest update", "Comments", "Outcome"])
def test_the_label_before_an_update_in_a_row_across_is_none_of_it(label):
    rows = [
        ["Ref", "Action", "Lead", "Deadline"],
        ["1", "Print the rota of the ferry crews for the ward", "Tom Reed", "4 April 2031"],
        [Set(f"{label}: Printed on 2 April.", right=4), None, None, None],
        ["2", "Mend the lamps on the pier before the summer", "Kay Lund", "1 March 2031"],
        [Set(f"{label}: Parts are on order.", right=4), None, None, None],
    ]
    found = [p.fields["update_text"].text for p in read(section(table(rows), title="Action log"))]
    assert found == ["Printed on 2 April.", "Parts are on order."]

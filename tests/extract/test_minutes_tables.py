"""Minutes whose facts, people and actions stand in tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.minutes import read
from extract.meeting.action_asides import written_out
from extract.meeting.flow import _place
from extract.meeting.pieces import piece_of_paragraph
from models.record import Field
from tests.meetings import paper, paragraphs, texts
from tests.registers import Set, table, words_of

OPENING = "*Minutes of the Pier Board\n"


def test_facts_under_their_labels_and_people_with_a_status_or_under_a_band():
    facts = table([["Date", "Time", "Venue", "Quorum"], ["Thursday 23 January 2025", "5.30pm", "Pier Hall", "4 – met"]])
    people = table(
        [
            ["Member", "Initials", "Category", "Term of office ends", "Attendance"],
            ["Olu Fashanu", "OF", "Trust appointed (Chair)", "30/08/26", "✓"],
            ["Ruth Cole", "RC", "Co-opted", "19/03/28", "Apologies"],
            ["Also attending", "", "", "", ""],
            ["Naomi Price", "NP", "Harbour Master", "", ""],
        ]
    )
    items = "*1.  Welcome\nThe Chair opened the meeting.\n\n*2.  Lights\nThey will be mended.\n\n*3.  Close\nNone.\n"
    records = list(read(paper(OPENING, facts, people, items)))
    (meeting,) = texts(records, "meetings")
    assert (meeting["meeting_date"], meeting["venue"]) == ("Thursday 23 January 2025", "Pier Hall")
    found = texts(records, "attendance")
    assert [(p["person"], p.get("role"), p.get("affiliation")) for p in found] == [
        ("Olu Fashanu", "Trust appointed (Chair)", None),
        ("Ruth Cole", "Co-opted", None),
        ("Naomi Price", "Harbour Master", None),
    ]
    statuses = [r.fields["status"].note for r in records if r.view == "attendance"]
    assert statuses == ["present", "apologies", "in_attendance"]


def test_actions_that_end_with_who_signs_for_them():
    items = table(
        [
            ["No", "Discussion and decisions", "Action / by whom / by when"],
            ["1.", "*Welcome\nThe Chair opened the meeting and spoke at length about the pier and the weather.", ""],
            [
                "2.",
                "*Interests\nNo new interests were declared by those who came to the hall on that evening.",
                "Remind all members to complete the form\nNP – 31 Jan 2025",
            ],
            [
                "3.",
                "*Lights\nThe lights at the end of the pier will be mended before the end of the summer.",
                "Order new lamps\nOF / NP – before half term",
            ],
        ]
    )
    records = list(read(paper(OPENING + "Present: Olu Fashanu (OF), Naomi Price (NP)\n", items)))
    actions = texts(records, "minute_actions")
    assert [(a["action"], a["owners"], a["due_text"]) for a in actions] == [
        ("Remind all members to complete the form", "NP", "31 Jan 2025"),
        ("Order new lamps", "OF / NP", "before half term"),
    ]


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        (
            ["Remind all members to complete the form NP – 31 Jan 2025", "Paint the bollards at the slipway"],
            [("Remind all members to complete the form", "NP"), ("Paint the bollards at the slipway", None)],
        ),
        (
            ["Paint the bollards at the slipway", "OF to order new lamps for the pier"],
            [("Paint the bollards at the slipway", None), ("OF to order new lamps for the pier", "OF")],
        ),
        (
            ["OF to order new lamps for the pier", "Paint the bollards at the slipway", "NP", "None"],
            [("OF to order new lamps for the pier", "OF"), ("Paint the bollards at the slipway", "NP")],
        ),
    ],
)
def test_an_action_that_nobody_signs_for_stays_beside_one_that_is_signed(beside, expected):
    entries = [Field(t, tuple(words_of(t, 1, 300, 20.0 * n)), note="Action") for n, t in enumerate(beside)]
    assert [(a.text.text, a.owners.text if a.owners else None) for a in written_out(entries)] == expected


def test_numbers_with_a_letter_and_a_stop():
    records = list(
        read(
            paper(
                OPENING + "Present: Olu Fashanu (Chair), Naomi Price\n\n*P.58   APOLOGIES\nNone.\n\n"
                "*P.59   LIGHTS\nThey will be mended.\n\n*P.60   CLOSE\nThe meeting closed at 7 pm.\n"
            )
        )
    )
    assert [m["number"] for m in texts(records, "minutes")] == ["P.58", "P.59", "P.60"]


def test_an_action_ends_with_who_and_when_in_brackets():
    records = list(
        read(
            paper(
                OPENING + "Present: Olu Fashanu (Chair), Naomi Price\n\n*1.  Lights\nThey will be mended.\n"
                "Action: Order new lamps for the pier. [Harbour Master – by 31 July 2023]\n\n*2.  Close\nNone.\n"
            )
        )
    )
    (action,) = texts(records, "minute_actions")
    assert action == {
        "action": "Order new lamps for the pier.",
        "owners": "Harbour Master",
        "due_text": "by 31 July 2023",
    }


def test_an_action_with_a_reference_of_its_own():
    records = list(
        read(
            paper(
                OPENING + "Present: Olu Fashanu (Chair), Naomi Price\n\n*1.  Lights\nThey will be mended.\n"
                "Action 24/07: Ms Price to order new lamps by 31 July 2023.\n\n*2.  Close\nNone.\n"
            )
        )
    )
    (action,) = texts(records, "minute_actions")
    assert (action["ref"], action["owners"]) == ("24/07", "Ms Price")


def test_what_was_resolved_stands_under_a_colon():
    records = list(
        read(
            paper(
                OPENING + "Present: Olu Fashanu (Chair), Naomi Price\n\n*1.  Lights\n"
                "On the proposal of Mr Fashanu, seconded by Ms Price, it was resolved:\n\n"
                "“That new lamps be ordered for the pier.”\n\n*2.  Close\nNone.\n"
            )
        )
    )
    (resolution,) = texts(records, "resolutions")
    assert "That new lamps be ordered" in resolution["text"]


def test_a_bold_first_item_is_none_of_a_tables_headings_and_lines_below_the_table_are_no_items():
    rows = [
        ["Ref", "Minute", "Action"],
        ["*25/41", "*Welcome and apologies", ""],
        ["25/41.1", "The Chair opened the meeting and spoke at length about the pier and the weather.", ""],
        ["*25/42", "*Lights", ""],
        ["25/42.1", "The lights at the end of the pier will be mended before the end of the summer.", ""],
    ]
    below = "*Date of the next meeting: Thursday 31 July 2025, Pier Hall\n"
    records = list(read(paper(OPENING, table(rows, headings=2), below)))
    found = texts(records, "minutes")
    assert [(m["number"], m["heading"]) for m in found] == [("25/41", "Welcome and apologies"), ("25/42", "Lights")]
    assert [m["text"].split()[0] for m in found] == ["25/41.1", "25/42.1"]
    assert found[1]["text"].endswith("of the summer.")


def test_initials_that_drifted_are_of_the_paragraph_that_names_them():
    found = [replace(piece_of_paragraph(p), row=0) for p in paragraphs("KL spoke of eels.\n\nIJ spoke of the weir.\n")]
    beside = found[0].words[:1]  # both entries stand beside the first paragraph
    assert [_place(Field(text, beside), 0, found) for text in ("KL", "IJ", "GH")] == [0, 1, 0]


def test_a_status_beside_several_rows_and_people_side_by_side():
    grid = table(
        [
            [Set("Present", down=2), "Ida Penn", "IP", "Trust Chair"],
            ["", "Tom Orr", "TO", "Chief Nurse"],
            [Set("Apologies", down=2), "Sue Lake", "SL", "Medical Director"],
            ["", "Abe Wren", "AW", "Non-Executive Director"],
        ],
        headings=0,
    )
    pairs = table(
        [
            ["Name", "Initials", "Position", "Name", "Initials", "Position"],
            [Set("Members present", right=6), "", "", "", "", ""],
            ["Ida Penn", "IP", "Trust Chair", "Tom Orr", "TO", "Chief Nurse"],
            [Set("Apologies", right=6), "", "", "", "", ""],
            ["Sue Lake", "SL", "Medical Director", "Abe Wren", "AW", "Non-Executive Director"],
        ]
    )
    items = "*1.  Welcome\nThe Chair opened the meeting.\n\n*2.  Lights\nThey will be mended.\n\n*3.  Close\nNone.\n"
    for people in (grid, pairs):
        found = [r for r in read(paper(OPENING, people, items)) if r.view == "attendance"]
        assert [(r.fields["person"].text, r.fields["role"].text, r.fields["status"].note) for r in found] == [
            ("Ida Penn", "Trust Chair", "present"),
            ("Tom Orr", "Chief Nurse", "present"),
            ("Sue Lake", "Medical Director", "apologies"),
            ("Abe Wren", "Non-Executive Director", "apologies"),
        ]


def test_a_title_over_all_columns_hides_no_heading_of_owners_and_dates():
    items = table(
        [
            [Set("PART ONE – PUBLIC SESSION", right=4), None, None, None],
            ["", "Minute", "Action", "By when"],
            [
                "1/25",
                "*Welcome\nThe Chair opened the meeting and spoke at length about the pier and the weather.",
                "",
                "",
            ],
            [
                "2/25",
                "*Lights\nThe lights at the end of the pier will be mended before the summer is out.",
                "OF",
                "May 2025",
            ],
            [
                "3/25",
                "*Lamps\nNew lamps are to be bought for the slipway, as was said in the spring.",
                "NP",
                "June 2025",
            ],
        ],
        headings=2,
    )
    found = texts(read(paper(OPENING, "*Present\nOlu Fashanu\nNaomi Price\n", items)), "minute_actions")
    assert [(a["owners"], a["due_text"]) for a in found] == [("OF", "May 2025"), ("NP", "June 2025")]


def test_lists_that_stand_whole_in_one_cell_each_are_read_down_their_columns() -> None:
    people = table(
        [
            ["Attendees:", "Apologies:"],
            [
                "Olu Fashanu (Chair)\nRuth Cole, PHB (Deputy)\nNaomi Price, Pier Govt\n\n*Pier Office\nTom Reed (Secretary)",
                "Ada Finch, Harbour Assemblies\nKay Lund, PHB",
            ],
        ]
    )
    items = "*1.  Welcome\nThe Chair opened the meeting.\n\n*2.  Lights\nThey will be mended.\n\n*3.  Close\nNone.\n"
    records = list(read(paper(OPENING, people, items)))
    found = [(p["person"], p.get("role"), p.get("affiliation")) for p in texts(records, "attendance")]
    assert found == [
        ("Olu Fashanu", "Chair", None),
        ("Ruth Cole", "Deputy", "PHB"),
        ("Naomi Price", None, "Pier Govt"),
        ("Tom Reed", "Secretary", "Pier Office"),
        ("Ada Finch", None, "Harbour Assemblies"),
        ("Kay Lund", None, "PHB"),
    ]
    statuses = [r.fields["status"].note for r in records if r.view == "attendance"]
    assert statuses == ["present"] * 4 + ["apologies"] * 2


def test_who_came_for_a_part_is_listed_the_clerk_once_and_a_day_stands_in_what_is_to_be_done():
    clerk = table([["Chair", "Mrs Olu Fashanu"], ["Clerk", "Mrs Naomi Price, Pier Services"]], headings=0)
    people = table(
        [
            ["Governor", "Initials", "Role", "Attendance"],
            ["Mrs Olu Fashanu", "OF", "Co-opted governor, Chair", "Present"],
            ["Mr Ian Moss", "IM", "Parent governor", "Present (from 6.20 pm)"],
            ["Mrs Ruth Cole", "RC", "Assistant Headteacher", "In attendance for item 6"],
            ["Mrs Naomi Price", "NP", "Clerk to the Board", "In attendance"],
        ]
    )
    items = table(
        [
            ["Item", "Minute", "Action"],
            ["*1", "*Welcome", ""],
            ["", "The Chair opened the meeting and spoke at length about the pier and the weather.", ""],
            ["*2", "*Interests", ""],
            ["", "All who have not done so to complete the form on the pier by 6 December 2024.", "RC"],
        ]
    )
    records = list(read(paper(OPENING, clerk, people, items)))
    statuses = {r.fields["person"].text: r.fields["status"].note for r in records if r.view == "attendance"}
    assert list(statuses.values()) == ["present", "present", "in_attendance", "in_attendance"]
    assert len(texts(records, "attendance")) == 4
    (action,) = texts(records, "minute_actions")
    assert (action["owners"], action["due_text"]) == ("RC", "by 6 December 2024")

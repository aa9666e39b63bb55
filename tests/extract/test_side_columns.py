"""Minutes in three columns without rules: headings at the left, what was said in the middle, what was resolved at the right."""

from __future__ import annotations

import pytest

from extract.document import extract_pages
from models.page import Page
from models.record import Printed
from tests.meetings import texts
from tests.pages import Text, set_page

ITEMS = [
    (
        ["1. APOLOGIES"],
        ["Ms Rook and Mr Knot sent word that they", "were away that week."],
        "that the apologies of both be noted.",
    ),
    (
        ["2. MINUTES OF THE", "LAST MEETING"],
        [
            "The minutes of 6 April were read by the clerk,",
            "who was asked to mend a date in them, and",
            "they were then signed by the chair.",
        ],
        "that the minutes of 6 April be taken as read, and confirmed with one date mended in them.",
    ),
    (["3. HARBOUR DUES"], ["The treasurer spoke to her memorandum.", "Members asked what boats would pay."], None),
    (
        ["4. CRANE"],
        [
            "The crane had failed its inspection in May",
            "and a new one would cost a good deal more",
            "than the old one had.",
        ],
        "that three tenders for a new crane be asked for by the clerk at once.",
    ),
]


def wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def minutes(mark: str, size: float = 9.0) -> Page:
    lines = [
        Text(50, 40, "HARBOUR BOARD MINUTES", 14, bold=True),
        Text(50, 60, "Minutes of the meeting of the Harbour Board held on 3 May 2031", size),
        Text(50, 80, "PRESENT: Ms A Penn (Chair), Mr B Orr, Ms C Lake", size),
    ]
    top = 120.0
    for heads, said, resolved in ITEMS:
        column = wrapped(f"{mark} {resolved}", 34) if resolved else []
        lines += [Text(50, top + 12 * n, line, size, bold=True) for n, line in enumerate(heads)]
        lines += [Text(200, top + 12 * n, line, size) for n, line in enumerate(said)]
        lines += [Text(560, top + 12 * n, line, size) for n, line in enumerate(column)]
        top += 12 * max(len(heads), len(said), len(column)) + 14
    lines.append(Text(50, top + 10, "The meeting closed at 5.45pm.", size))
    return set_page(*lines, width=842, height=595)


def read(page: Page) -> list[Printed]:
    return list(extract_pages([page]).printed)


@pytest.mark.parametrize("mark", ["RESOLVED (Penn/Orr):", "RESOLVED:", "Resolved:", "AGREED:"])
def test_a_column_at_the_right_is_read_by_itself(mark: str) -> None:
    records = read(minutes(mark))
    items = texts(records, "minutes")
    assert [i["heading"] for i in items] == ["APOLOGIES", "MINUTES OF THE LAST MEETING", "HARBOUR DUES", "CRANE"]
    for item, (_, said, _) in zip(items, ITEMS, strict=True):
        assert item["text"].startswith(" ".join(said))  # nothing of the column stands within what was said
    resolved = [r["text"] for r in texts(records, "resolutions")]
    assert resolved == [told for _, _, told in ITEMS if told]
    assert [r.parent.fields["number"].text.strip(".") for r in records if r.view == "resolutions" and r.parent] == [
        "1",
        "2",
        "4",
    ]


def test_movers_in_a_column_at_the_right_move_what_is_resolved_there() -> None:
    votes = texts(read(minutes("RESOLVED (Penn/Orr):")), "votes")
    assert [(v["proposer"], v["seconder"]) for v in votes] == [("Penn", "Orr")] * 3

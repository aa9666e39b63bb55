"""A ruled column at the right that says what became of each item: boxes, a column without rules between items, one rule. All invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.document import extract_pages
from extract.meeting.tallies import tally_in
from models.page import Page, Rule
from models.record import Printed
from tests.meetings import texts
from tests.pages import Text, set_page

LEFT, NUMBER, TEXT, RULE, RIGHT = 50.0, 52.0, 90.0, 400.0, 540.0
OPENING = (
    Text(LEFT, 50, "OFFICIAL MINUTES", bold=True),
    Text(LEFT, 75, "A MEETING OF THE COUNCIL OF THE CITY OF PIER HILL WAS HELD ON MAY 4, 2021 AT 9:30 A.M.", size=8),
    Text(LEFT, 100, "THOSE PRESENT WERE: Mayor Penn, Presiding; Commissioners Orr, Lake and Wren, 4.", size=8),
)
# top of each item, its number, the lines of its text, its disposition
ITEMS = (
    (150.0, "301", ("Request of Ida Marsh to speak of the", "ferry (Communication)"), ("PLACED ON FILE",)),
    (200.0, "302", ("Accept the Board’s report", "Motion to accept it: Moved by Orr", "and seconded by Lake.", "(Y-4)"), ("ACCEPTED",)),
    (270.0, "*303", ("Buy four lights for the pier (Ordinance)", "(Y-3; N-1, Wren)"), ("18741",)),
    (320.0, "304", ("Paint the ferry green (Resolution)",), ("REFERRED TO", "HARBOR BOARD")),
    (370.0, "305", ("Close the pier at night (Ordinance)", "(Y-1; N-3, Orr, Lake, Penn)"), ("FAILED TO PASS",)),
)  # fmt: skip
BOTTOM = 420.0


def minutes(rules: Sequence[Rule]) -> Page:
    lines = list(OPENING)
    for top, number, said, done in ITEMS:
        lines.append(Text(NUMBER, top, number, bold=True))
        lines.extend(Text(TEXT, top + 13 * n, line) for n, line in enumerate(said))
        lines.extend(Text(RULE + 12, top + 13 * n, line, size=8) for n, line in enumerate(done))
    lines.append(Text(LEFT, 460, "At 12:05 p.m., Council adjourned."))
    return replace(set_page(*lines), rules=tuple(rules))


def sides(*xs: float) -> list[Rule]:
    return [Rule(x, ITEMS[0][0] - 5, x, BOTTOM) for x in xs]


def levels(*tops: float) -> list[Rule]:
    return [Rule(RULE, top, RIGHT, top) for top in tops]


BOXES = [*sides(RULE, RIGHT), *levels(*(item[0] - 5 for item in ITEMS), BOTTOM)]
COLUMN = [*sides(RULE, RIGHT), *levels(ITEMS[0][0] - 5, BOTTOM)]


@pytest.mark.parametrize("rules", [BOXES, COLUMN, sides(RULE)], ids=["boxes", "a column", "one rule"])
def test_each_item_is_a_minute_and_what_became_of_it_a_resolution(rules: Sequence[Rule]) -> None:
    printed = extract_pages([minutes(rules)]).printed
    assert [(m["number"], m["heading"]) for m in texts(printed, "minutes")] == [
        ("301", "Request of Ida Marsh to speak of the ferry (Communication)"),
        ("302", "Accept the Board’s report"),
        ("303", "Buy four lights for the pier (Ordinance)"),
        ("304", "Paint the ferry green (Resolution)"),
        ("305", "Close the pier at night (Ordinance)"),
    ]
    assert [(_number(r), r.fields["text"].text) for r in printed if r.view == "resolutions"] == [
        ("301", "PLACED ON FILE"),
        ("302", "ACCEPTED"),
        ("303", "18741"),
        ("304", "REFERRED TO HARBOR BOARD"),
    ]


def test_votes_counted_by_letters_are_of_the_motion_above_them_or_of_none() -> None:
    votes = texts(extract_pages([minutes(BOXES)]).printed, "votes")
    assert [(v.get("motion"), v.get("proposer"), v["votes_for"], v.get("votes_against_names")) for v in votes] == [
        ("to accept it", "Orr", "4", None),
        (None, None, "3", "Wren"),
        (None, None, "1", "Orr, Lake, Penn"),
    ]


def test_what_failed_stays_in_the_text_and_no_number_of_an_ordinance_is_lost() -> None:
    printed = extract_pages([minutes(BOXES)]).printed
    told = {m["number"]: m.get("text") or "" for m in texts(printed, "minutes")}
    assert "FAILED TO PASS" in told["305"]
    (meeting,) = texts(printed, "meetings")
    assert meeting["end_time"] == "12:05 p.m."


def test_without_rules_there_is_no_column_of_dispositions() -> None:
    printed = extract_pages([minutes([])]).printed
    assert not any(r.fields["text"].text == "18741" for r in printed if r.view == "resolutions")


def test_initials_in_boxes_are_those_who_act_on_what_stands_beside_them() -> None:
    told = (
        ("1. Roof", "The roof leaks and will be mended.", "KH"),
        ("2. Doors", "Twelve doors will be surveyed.", "JS"),
        ("3. Car park", "A second quotation will be sought.", "ON"),
    )
    lines = [Text(LEFT, 50, "Minutes of the Estates Committee", bold=True), Text(LEFT, 70, "Held on 4 May 2021")]
    lines += [
        Text(LEFT, 90, "Present: Kate Hall (Chair), Jane Smith, Omar Nazir"),
        Text(RULE + 4, 118, "Action", bold=True),
    ]
    rules = [*levels(115, 140), *sides()]
    for n, (head, text, who) in enumerate(told):
        top = 145.0 + 50 * n
        lines += [Text(LEFT, top, head, bold=True), Text(LEFT, top + 18, text), Text(RULE + 4, top, who)]
        rules += levels(top + 45)
    rules += [Rule(x, 115, x, 290) for x in (RULE, 460.0)]
    rules = [replace(r, x1=460.0) if not r.vertical else r for r in rules]
    printed = extract_pages([replace(set_page(*lines), rules=tuple(rules))]).printed
    assert [(a["action"], a["owners"]) for a in texts(printed, "minute_actions")] == [
        ("The roof leaks and will be mended.", "KH"),
        ("Twelve doors will be surveyed.", "JS"),
        ("A second quotation will be sought.", "ON"),
    ]


@pytest.mark.parametrize(
    ("text", "counts", "names"),
    [
        ("(Y-5)", ["5", None, None], None),
        ("(Y-4; N-1, Smith)", ["4", "1", None], "Smith"),
        ("(Y-3; N-1, Smith; Abstain-1, Orr)", ["3", "1", "1"], "Smith"),
        ("Y=4 N=1", ["4", "1", None], None),
    ],
)
def test_tallies(text: str, counts: Sequence[str | None], names: str | None) -> None:
    found = tally_in(text)
    assert found is not None
    assert [found["votes_for"], found["votes_against"], found["abstentions"]] == counts
    assert found["votes_against_names"] == names


def test_what_only_looks_like_a_tally_is_none() -> None:
    assert tally_in("See appendix Y-axis and form XY-12.") is None


def _number(record: Printed) -> str | None:
    parent = record.parent
    return parent.fields["number"].text if parent is not None and "number" in parent.fields else None

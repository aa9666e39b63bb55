"""Registers set as prose: a heading a risk, run-in labels, stages abreast, trends on a line, actions in bare columns."""

from __future__ import annotations

from extract.document import extract_pages
from extract.paragraphs import make_paragraph
from extract.registers.profiles import gather
from models.geometry import box_around
from models.page import Page
from models.section import Line
from tests.pages import Text, set_page
from tests.registers import section, words_of

TITLES = (
    ("Mooring chains wear through in a winter gale and the landing", "stage is lost"),
    ("Volunteers who staff the visitor hut grow fewer each year so", "that it closes"),
    ("Seals desert the skerry because of the noise of tour boats", "and drones"),
)
CAUSES = (
    ("Nobody looked at them for as long as the warden was away from the island, and", "the weather was rough."),
    ("The ferry timetable leaves no more than an hour between the first boat and the", "last on a Sunday."),
    ("Every operator on the mainland has bought a faster boat, which makes the sound", "louder than it was."),
)
EFFECTS = ("Boats turn back.", "School parties stay away.", "No pups are born.")
SCORES = (((5, 4), (4, 3)), ((4, 4), (3, 4)), ((3, 5), (2, 5)))
TRENDS = (("▲", "New", "▼"), ("►", "►", "▲"), ("New", "▼", "►"))
ACTIONS = (
    (("Buy a second boat and teach the", "wardens to row it", "AB", "31 March 2031"), ("Renew the chains", "", "CD", "May 2031")),
    (("Ask the college for students who", "need a placement", "CD, AB", "June 2031"), ("Pay the fares", "", "AB", "Ongoing")),
    (("Agree a speed limit in the sound", "with operators", "CD", "TBC"), ("Count the pups", "", "AB", "1 October 2031")),
)  # fmt: skip


def island(number: int) -> Page:
    """One risk a page; the last page ends with a key set as the headings of the risks are."""
    (title, rest), (cause, more), (gross, now) = TITLES[number], CAUSES[number], SCORES[number]
    lines = [
        Text(60, 80, f"ISL/{number + 1}", size=13, bold=True), Text(110, 80, title, size=13, bold=True),
        Text(110, 97, rest, size=13, bold=True),
        Text(60, 120, "Risk owner:", bold=True), Text(123, 120, ("AB", "CD", "AB")[number]),
        Text(60, 140, "Cause:", bold=True), Text(95, 140, cause), Text(60, 153, more),
        Text(60, 173, "Consequence:", bold=True), Text(128, 173, EFFECTS[number]),
        Text(60, 210, "Inherent", bold=True), Text(300, 210, "Current", bold=True),
        Text(60, 224, f"Likelihood {gross[0]} Impact {gross[1]}"), Text(190, 224, f"Score {gross[0] * gross[1]}", bold=True),
        Text(300, 224, f"Likelihood {now[0]} Impact {now[1]}"), Text(430, 224, f"Score {now[0] * now[1]}", bold=True),
        Text(60, 246, "Trend:", bold=True),
        *(Text(100 + 120 * n, 246, f"Q{n + 1} 2030/31 {trend}") for n, trend in enumerate(TRENDS[number])),
        Text(60, 268, "Further actions", bold=True),
    ]  # fmt: skip
    top = 284.0
    for what, further, who, due in ACTIONS[number]:
        lines += [Text(60, top, what), Text(330, top, who), Text(420, top, due), Text(60, top + 13, further)]
        top += 30
    if number == len(TITLES) - 1:
        lines += [
            Text(60, 370, "Initials in this register", size=13, bold=True),
            Text(60, 392, "AB"), Text(100, 392, "Anna Birse"), Text(60, 410, "CD"), Text(100, 410, "Colin Dodd"),
        ]  # fmt: skip
    head = [Text(60, 40, "Island risk register", size=18, bold=True)] if number == 0 else []
    return set_page(*head, *lines, number=number + 1)


def read(view: str) -> list[dict[str, str]]:
    """What is printed in a view of the three pages."""
    found = extract_pages([island(n) for n in range(len(TITLES))]).printed
    return [{n: f.text for n, f in r.fields.items()} for r in found if r.view == view]


def test_run_in_texts_and_titles_go_on_below() -> None:
    risks = read("risks")
    assert [r["title"] for r in risks] == [" ".join(lines) for lines in TITLES]
    assert [r["cause"] for r in risks] == [" ".join(lines) for lines in CAUSES]
    assert [r["impact"] for r in risks] == list(EFFECTS)
    assert [r["owners"] for r in risks] == ["AB", "CD", "AB"]


def test_stages_abreast_hold_no_more_than_their_scores() -> None:
    risks = read("risks")
    assert [r["gross_both"] for r in risks] == [f"Likelihood {a} Impact {b} Score {a * b}" for (a, b), _ in SCORES]
    assert [r["current_both"] for r in risks] == [f"Likelihood {a} Impact {b} Score {a * b}" for _, (a, b) in SCORES]


def test_a_line_of_periods_is_a_trend_for_each() -> None:
    found = [r for r in extract_pages([island(n) for n in range(3)]).printed if r.view == "risk_trends"]
    assert [r.fields["trend"].text for r in found] == [t for trends in TRENDS for t in trends]
    assert [r.fields["trend"].note for r in found[:3]] == [f"Trend > Q{n} 2030/31" for n in (1, 2, 3)]


def test_bare_columns_below_a_heading_are_actions_with_who_and_when() -> None:
    assert read("risk_actions") == [
        {"description": f"{what} {further}".strip(), "owners": who, "target_text": due}
        for actions in ACTIONS
        for what, further, who, due in actions
    ]


def test_a_heading_set_as_those_of_the_risks_ends_the_last_of_them() -> None:
    assert read("owner_keys") == [{"initials": "AB", "name": "Anna Birse"}, {"initials": "CD", "name": "Colin Dodd"}]


def test_a_label_at_the_head_of_a_line_does_not_begin_with_the_end_of_the_line_before() -> None:
    texts = (
        "Risk: The ferry stops in winter",
        "Controls: Yearly survey; Licence",
        "monitoring",
        "Action: Mend the engines",
    )
    lines = []
    for n, text in enumerate(texts):
        words = tuple(words_of(text, 1, 40, 60 + 11 * n, start=10 * n))
        box = box_around(words)
        lines.append(Line(words, 1, box.x0, box.top, box.x1, box.bottom))
    (found,) = gather(section(make_paragraph(lines)))
    told = {v.leaf: v.cells[0].text for v in found.values}
    assert told["Action"] == "Mend the engines"
    assert told["Controls"] == "Yearly survey; Licence monitoring"

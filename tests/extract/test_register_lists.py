"""Lists in cells without bullets, `None` where an action would stand, a title and a date on one line."""

from __future__ import annotations

import pytest

from extract.registers.items import items_of, split_items
from extract.registers.reading import read_section
from models.geometry import Box
from models.page import Font, Word
from models.section import Line, Paper, Paragraph, Section
from models.table import Cell
from tests.registers import PLAIN, section, table, words_of

HEADINGS = ["Ref", "Risk", "Likelihood", "Impact", "Score", "Controls", "Further action", "Action owner", "Target date"]


def row(ref: str, action: str, who: str = "", when: str = "") -> list[str]:
    return [ref, f"The pier is lost in storm {ref}", "3", "4", "12", "Dyke\nPumps", action, who, when]


@pytest.mark.parametrize(
    ("printed", "items"),
    [
        ("Sea dyke\nPump station", ["Sea dyke", "Pump station"]),  # each line leaves room for the next one's first word
        ("Sea dyke\nPump station\nWatch", ["Sea dyke", "Pump station", "Watch"]),
        ("Sea dyke\nand pumps", ["Sea dyke and pumps"]),  # small letters go on
        ("Talks with\nHarbour Trust", ["Talks with Harbour Trust"]),  # a word that calls for more
        ("Dyke looked after by\nthe\nTrust", ["Dyke looked after by the Trust"]),
        ("A dyke round the whole\nHarbour", ["A dyke round the whole Harbour"]),  # no room: wrapped
    ],
)
def test_lines_that_end_early_are_items(printed: str, items: list[str]) -> None:
    cell = table([[printed]], headings=0).cells[0]
    assert [i.text for i in items_of([cell])] == items


@pytest.mark.parametrize(
    "nothing",
    [
        "None",
        "N/A",
        "No further action",
        "None required.",
        "–",
        "None: the risk is borne as it stands",
        "None – the risk is borne as it stands",
        "No additional treatment is planned at this time.",
    ],
)
def test_nothing_printed_as_an_action_is_none(nothing: str) -> None:
    found = read_section(section(table([HEADINGS, row("1", nothing), row("2", "Raise the dyke", "Ann Brook", "2025")])))
    assert [r.fields["description"].text for r in found if r.view == "risk_actions"] == ["Raise the dyke"]


@pytest.mark.parametrize(("said", "told"), [("None – the risk is borne as it stands", True), ("None required", False)])
def test_the_reason_for_no_action_is_a_text_of_the_risk(said: str, told: bool) -> None:
    found = read_section(section(table([HEADINGS, row("1", said), row("2", "Raise the dyke", "Ann Brook", "2025")])))
    fields = [(r.facts["header"], r.fields["text"].text) for r in found if r.view == "risk_fields"]
    assert ((HEADINGS[6], said) in fields) is told


def test_an_action_with_an_owner_is_kept_whatever_it_says() -> None:
    found = read_section(section(table([HEADINGS, row("1", "None", "Ann Brook", "May 2025"), row("2", "Dig")])))
    assert len([r for r in found if r.view == "risk_actions"]) == 2


def test_a_title_ends_where_another_text_stands_at_the_edge_of_the_page() -> None:
    left = words_of("Sandhaven Borough Council - Harbour Risk Register", 1, 20, 10)
    right = words_of("Last updated: 16/05/2025", 1, 700, 10)
    words = (*left, *right)
    line = Line(words, 1, 20, 10, words[-1].x1, 19)
    text = " ".join(w.text for w in words)
    top = Paragraph((line,), text, None, (), words, 20, PLAIN.size, False, False)
    sheet = table([HEADINGS, row("1", "Raise the dyke"), row("2", "Dig")])
    found = read_section(Section(1, Paper(1, 1, 1, date=top, opening=(top,)), None, (top, sheet)))
    context = {name: f.text for name, f in found[0].context.items()}
    assert context["register_title"] == "Sandhaven Borough Council - Harbour Risk Register"
    assert context["organisation"] == "Sandhaven Borough Council"
    assert "16/05/2025" in context["as_of"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Weekly tests of pumps; Spare set in store; Two keepers on call.", 3),
        ("weekly tests of pumps; spare set in store; and two keepers on call", 3),
        ("Pumps are tested; Keepers are on call", 2),
        ("Weekly tests of pumps; spare set in store; two keepers on call", 3),
        ("Weekly tests of pumps; spare set in store; two keepers on call.", 1),
        ("The courts have issued their plan; the force is in step with this and returns to its timelines.", 1),
        ("Pumps are tested. They passed; the keeper says so; all is well", 1),
    ],
)
def test_a_text_joined_by_semicolons_is_a_list_where_it_reads_as_one(text: str, items: int) -> None:
    found = split_items(items_of([table([[text]], headings=0).cells[0]]))
    assert len(found) == items
    assert not any(i.text.endswith(";") or i.text.startswith("and ") for i in found)


def paragraphs(*lines: tuple[str, float]) -> Cell:
    """A narrow cell whose lines each stand so far below the one before."""
    words: list[Word] = []
    top = 100.0
    for text, white in lines:
        top += white
        for n, part in enumerate(text.split()):
            words.append(Word(part, 10 + 40 * n, top, 48 + 40 * n, top + 9, 1, len(words), Font("Sans", 9.0)))
    return Cell(0, 0, 1, 1, 1, ((1, Box(8, 98, 130, top + 12)),), tuple(words), "", confidence=1.0)


def test_paragraphs_a_little_apart_are_items_of_their_own() -> None:
    cell = paragraphs(
        ("Nets are marked", 0), ("each spring.", 10), ("Boats stay in", 12.5), ("at gale force", 10), ("Crews are drilled", 12.5)
    )  # fmt: skip
    assert [i.text for i in items_of([cell])] == [
        "Nets are marked each spring.",
        "Boats stay in at gale force",
        "Crews are drilled",
    ]


def test_lines_that_stand_apart_alike_or_go_on_are_one_text() -> None:
    even = paragraphs(("The Harbour Board", 0), ("Pilots and Crews", 10), ("Agreed in May", 10))
    assert len(items_of([even])) == 1
    onward = paragraphs(
        ("Nets are marked", 0), ("and mended by", 10), ("Harbour staff in", 12.5), ("may each year", 12.5)
    )
    assert len(items_of([onward])) == 1

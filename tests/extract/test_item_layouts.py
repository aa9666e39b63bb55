"""House styles of minutes: how items are numbered, and how what was resolved is set. All invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.minutes import claim, read
from extract.heading_levels import with_headings
from extract.lines import text_columns
from extract.meeting.action_boxes import action_tables
from extract.meeting.counted_heads import with_counted_heads
from extract.meeting.names import is_name
from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.rejoined import rejoined
from extract.meeting.side_heads import with_side_heads
from extract.meeting.splitting import split_at_lines
from extract.pack_labels import counts_on
from extract.paragraphs import paragraphs_of
from tests.meetings import BOLD, paper, paragraphs, texts, words_of_page
from tests.pages import Text, set_page
from tests.registers import table

HEAD = """\
*Saltby Harbour Board

*MINUTES

Date: 3 March 2025

*PRESENT

Ada Finch, Chair
Tom Reed, Member

*APOLOGIES

Sue Lake, Clerk

"""
TITLES = ("Apologies for absence", "Minutes of the last meeting", "Dredging", "Harbour dues", "Any other business")
SAID = "The Clerk gave an account of it and two members asked how long that would take."


def items(text: str, *tables: object) -> list[tuple[str | None, str | None]]:
    return [(m.get("number"), m.get("heading")) for m in texts(list(read(paper(text, *tables))), "minutes")]  # type: ignore[arg-type]


def test_references_of_minutes_are_items_below_the_headings_of_those_present() -> None:
    text = HEAD + "\n\n".join(f"M24/{13 + n}  {title}\n\n{SAID}" for n, title in enumerate(TITLES))
    assert items(text) == [(f"M24/{13 + n}", title) for n, title in enumerate(TITLES)]


@pytest.mark.parametrize("sign", [":", " –"])
@pytest.mark.parametrize("number", ["{n}.", "Item {n}"])
def test_titles_in_plain_type_run_into_their_text(number: str, sign: str) -> None:
    text = HEAD + "\n\n".join(f"{number.format(n=n)} {title}{sign} {SAID}" for n, title in enumerate(TITLES, start=1))
    found = items(text)
    assert [(n, h.rstrip(":")) for n, h in found if h] == [(str(n), title) for n, title in enumerate(TITLES, start=1)]


def test_a_bare_number_in_plain_type_is_of_the_title_in_bold_that_runs_into_its_text() -> None:
    text = HEAD + "\n\n".join(f"{n} {title}: {SAID}" for n, title in enumerate(TITLES, start=1))
    titled = {w for title in TITLES for w in f"{title}:".split()}
    blocks = []
    for word in words_of_page(text, 1):
        inside = word.text in titled and word.top > 200
        blocks.append(replace(word, font=BOLD) if inside else word)
    found = [p for column in text_columns(blocks, 1) for p in paragraphs_of(column)]
    minutes = texts(list(read(replace(paper(), blocks=tuple(with_headings(found))))), "minutes")
    assert [(m["number"], m["heading"].rstrip(":")) for m in minutes] == [
        (str(n), t) for n, t in enumerate(TITLES, start=1)
    ]


def test_facts_in_a_table_stay_above_those_present_where_headings_stand_at_the_left() -> None:
    facts = table([["Date", "3 March 2025"], ["Venue", "the Old Customs House"]], headings=0)
    lines = "\n\n".join(
        f"Item {n}               {title.upper()}\n                     {SAID}\n                     {SAID}"
        for n, title in enumerate(TITLES, start=1)
    )
    blocks = paper("*Saltby Harbour Board: Minutes\n", facts, f"*Present\n\nAda Finch (Chair)\n\n{lines}").blocks
    read_anew = with_side_heads(blocks)
    assert read_anew != blocks
    assert read_anew.index(facts) == 1


def test_a_number_that_its_column_breaks_is_one() -> None:
    found: list[Piece] = []
    for n, title in enumerate(TITLES, start=1):
        lines = (("Agenda Item", 50, 0), (f"{n}:", 50, 12)), ((title, 150, 0),)
        for line in lines:
            words = [w for text, x, down in line for w in set_page(Text(x, 100 * n + down, text, bold=True)).words]
            found.append(
                piece_of_words(words, [[w for w in words if w.top == top] for top in sorted({w.top for w in words})])
            )
    assert [(p.marker, p.text) for p in with_counted_heads(found)] == [
        (f"Agenda Item {n}", title) for n, title in enumerate(TITLES, start=1)
    ]


def lines(*told: str) -> list[Piece]:
    """Each line a piece of its own, close below the one before."""
    page = [set_page(Text(50, 100 + 14 * n, text)).words for n, text in enumerate(told)]
    return [piece_of_words(words) for words in page]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Moved by Councillor", "Ada Finch, seconded by Councillor Tom Reed."),
        ("Resolved: That the lease be signed. (Proposed by Ada", "Finch, seconded by Tom Reed)"),
    ],
)
def test_a_line_that_ends_with_a_title_or_within_a_bracket_goes_on(first: str, second: str) -> None:
    assert [p.text for p in rejoined(lines(first, second))] == [f"{first} {second}"]


def test_an_entry_of_a_list_ends_with_its_and() -> None:
    assert len(rejoined(lines("the report be noted; and", "the lease be signed."))) == 2
    assert len(rejoined(lines("the report of the Clerk and", "the lease be signed."))) == 1


def test_what_is_resolved_is_listed_in_rows_below_the_mark() -> None:
    rows = [["Item", "Discussion", "Action"]]
    for n, title in enumerate(TITLES, start=1):
        rows.append([str(n), f"*{title}", ""])
        rows.append(["", SAID, ""])
        if n == 3:
            rows += [
                ["", "IT WAS RESOLVED THAT:", ""],
                ["", "(i) the dredger be hired;", ""],
                ["", "(ii) the silt be sold.", ""],
            ]
        if n == 4:
            rows += [["", "Resolved:", ""], ["", "the dues be raised; and", ""], ["", "the list be printed.", ""]]
    found = texts(list(read(paper(HEAD, table(rows)))), "resolutions")
    assert [(r.get("label"), r["text"]) for r in found] == [
        ("i", "the dredger be hired;"),
        ("ii", "the silt be sold."),
        (None, "the dues be raised; and"),
        (None, "the list be printed."),
    ]


def test_who_acts_is_told_by_the_name_in_capitals_before_a_verb_in_capitals() -> None:
    text = HEAD + "\n\n".join(
        f"*{n}. {title}\n\n{SAID} The Pilots of Saltby APPROVED the rota." for n, title in enumerate(TITLES, 1)
    )
    assert [r["text"] for r in texts(list(read(paper(text))), "resolutions")] == [
        "The Pilots of Saltby APPROVED the rota."
    ] * 5


@pytest.mark.parametrize("mark", ["Resolved that the dredger be hired.", "MOTION: That the dredger be hired."])
def test_a_mark_begins_a_piece(mark: str) -> None:
    words = [w for n, text in enumerate((SAID, mark)) for w in set_page(Text(50, 100 + 14 * n, text)).words]
    whole = piece_of_words(words, [[w for w in words if w.top == top] for top in (100, 114)])
    assert [p.text for p in split_at_lines(whole)] == [SAID, mark]


def test_the_next_heading_of_a_paper_at_the_head_of_a_page_is_no_stamp_of_another() -> None:
    before = [paragraphs(f"*Item {n} – {title}\n\n{SAID}\n") for n, title in enumerate(TITLES, start=1)]
    assert counts_on(before, "6")
    assert not counts_on(before, "5")  # an agenda has listed it
    assert not counts_on(before, "9")
    assert not counts_on(before, "b2")


@pytest.mark.parametrize(
    ("lead", "entry"),
    [
        ("The Harbour Board RESOLVED to:", "hire the dredger;"),
        ("It was RESOLVED that:", "the dredger be hired;"),
        ("The Board RESOLVED that the dredger be hired.", None),
    ],
)
def test_who_resolved_and_that_over_a_list_are_no_text_of_the_minute(lead: str, entry: str | None) -> None:
    listed = f"\n\n(a) {entry}\n\n(b) and so on." if entry else ""
    text = HEAD + "\n\n".join(f"*{n}. {title}\n\n{SAID}\n\n{lead}{listed}" for n, title in enumerate(TITLES, 1))
    assert {m["text"] for m in texts(list(read(paper(text))), "minutes")} == {SAID}


def test_the_result_below_who_moved_what_was_resolved_is_of_that_motion() -> None:
    said = "RESOLVED: That the dredger be hired.\n\nMoved by Ada Finch, seconded by Tom Reed.\n\nCarried unanimously."
    text = HEAD + "\n\n".join(f"*{n}. {title}\n\n{SAID}\n\n{said}" for n, title in enumerate(TITLES, 1))
    votes = texts(list(read(paper(text))), "votes")
    assert [(v["motion"], v["proposer"], v["carried"]) for v in votes] == [
        ("That the dredger be hired.", "Ada Finch", "Carried unanimously")
    ] * len(TITLES)


def test_a_post_is_told_at_its_edge_where_a_long_name_all_but_reaches_it() -> None:
    people = {
        "Ada Finch": "Chair",
        "Tom Reed": "Member",
        "Oonagh Ravensworth-Lake": "Member",
        "Sue Lake": "Pilot Master",
    }
    rows = "\n\n".join(f"{name:24}{post}" for name, post in people.items())
    text = f"*Saltby Harbour Board\n\n*MINUTES\n\n3 March 2025\n\n*PRESENT\n\n{rows}\n\n" + "\n\n".join(
        f"*{n}. {title}\n\n{SAID}" for n, title in enumerate(TITLES, 1)
    )
    found = texts(list(read(paper(text))), "attendance")
    assert {a["person"]: a.get("role") for a in found} == people


def test_headings_of_columns_are_nobody() -> None:
    assert not is_name("Item Discussion Action")
    assert not is_name("Minute Notes")


def test_a_heading_of_people_in_bold_without_a_colon_begins_a_piece() -> None:
    words = [
        replace(w, font=BOLD) if w.text in {"Present", "Apologies"} else w
        for n, text in enumerate(("Present Ada Finch, Tom Reed", "Apologies Sue Lake"))
        for w in set_page(Text(50, 100 + 14 * n, text)).words
    ]
    whole = piece_of_words(words, [[w for w in words if w.top == top] for top in (100, 114)])
    assert [p.text for p in split_at_lines(whole)] == ["Present Ada Finch, Tom Reed", "Apologies Sue Lake"]


def test_a_figure_at_the_end_of_a_line_goes_on() -> None:
    assert len(rejoined(lines("They voted: 4", "in favour, 1 against."))) == 1


def test_apologies_told_in_few_words_are_an_item_among_headings_without_numbers() -> None:
    said = ("Apologies were received as above.", *[SAID] * 4)
    text = HEAD + "\n\n".join(f"*{title}\n\n{told}" for title, told in zip(TITLES, said, strict=True))
    assert [heading for _, heading in items(text)] == list(TITLES)


def test_numbers_in_words_one_below_the_other_at_the_left_are_two() -> None:
    said = ("There were none to be told of this time.", *[f"{SAID}\n                     {SAID}"] * 4)
    rows = [f"Item {n}               {title.upper()}: {said[n - 1]}" for n, title in enumerate(TITLES, 1)]
    text = f"*Saltby Harbour Board: Minutes\n\n3 March 2025\n\nPresent: Ada Finch (Chair)\n\n{rows[0]}\n" + "\n\n".join(
        rows[1:]
    )
    assert [number for number, _ in items(text)] == ["1", "2", "3", "4", "5"]


def test_small_tables_headed_alike_below_items_hold_their_actions() -> None:
    head = ["Action", "Owner", "By when"]
    first = table([head, ["Hire the dredger", "Tom Reed", "4 May 2025"]])
    second = table([head, ["Print the list", "Sue Lake", ""], ["Ask the pilots", "Ada Finch", "June"]])
    parts = [f"*{n}. {title}\n\n{SAID}" for n, title in enumerate(TITLES, 1)]
    printed = list(read(paper(HEAD + "\n\n".join(parts[:3]), first, parts[3], second, parts[4])))
    assert [(a["action"], a["owners"], a.get("due_text")) for a in texts(printed, "minute_actions")] == [
        ("Hire the dredger", "Tom Reed", "4 May 2025"),
        ("Print the list", "Sue Lake", None),
        ("Ask the pilots", "Ada Finch", "June"),
    ]
    assert [m.get("heading") for m in texts(printed, "minutes")] == list(TITLES)


def test_one_table_of_actions_alone_is_a_log() -> None:
    log = table([["Action", "Owner", "By when"], ["Hire the dredger", "Tom Reed", "4 May 2025"]])
    assert not action_tables([log])


def test_the_list_of_those_present_begins_a_piece_below_the_title() -> None:
    told = ("Minutes of the meeting held on 3 March 2025", "Present Ada Finch, Tom Reed")
    words = [
        replace(w, font=BOLD) if w.text == "Present" else w
        for n, text in enumerate(told)
        for w in set_page(Text(50, 100 + 14 * n, text)).words
    ]
    whole = piece_of_words(words, [[w for w in words if w.top == top] for top in (100, 114)])
    assert [p.text for p in split_at_lines(whole)] == list(told)


def test_words_and_references_before_plain_titles_number_them() -> None:
    found: list[Piece] = []
    for n, title in enumerate(TITLES):
        for line in ((("Min", 50, 0), (f"{41 + n}/24", 50, 12)), ((title, 150, 0),)):
            words = [w for told, x, down in line for w in set_page(Text(x, 100 * (n + 1) + down, told)).words]
            found.append(
                piece_of_words(words, [[w for w in words if w.top == top] for top in sorted({w.top for w in words})])
            )
    assert [(p.marker, p.text) for p in with_counted_heads(found)] == [
        (f"Min {41 + n}/24", title) for n, title in enumerate(TITLES)
    ]


def test_a_title_says_minutes_behind_the_body_and_a_colon() -> None:
    text = HEAD.replace("*Saltby Harbour Board\n\n*MINUTES", "*Saltby Harbour Board: {}") + f"*1. Dredging\n\n{SAID}\n"
    assert claim(paper(text.format("Minutes"))).score > claim(paper(text.format("a time of change"))).score + 0.3
    assert not claim(paper(text.format("how to write minutes that are read"))).reasons[0].startswith("its title")


def test_the_heading_of_the_next_list_is_no_part_of_the_post_above_it() -> None:
    lists = {
        "PRESENT": {"Chair": "Ada Finch", "Member": "Tom Reed"},
        "IN ATTENDANCE": {"Head of Works": "Sue Lake", "Head of Law": "Ben Orr"},
    }
    told = "\n\n".join(
        f"*{head}\n\n" + "\n".join(f"{post:24}{name}" for post, name in people.items())
        for head, people in lists.items()
    )
    items = "\n\n".join(f"*{n}. {title}\n\n{SAID}" for n, title in enumerate(TITLES, 1))
    text = f"*Saltby Harbour Board\n\n*MINUTES\n\n3 March 2025\n\n{told}\n\n{items}"
    found = texts(list(read(paper(text))), "attendance")
    assert [(a["person"], a["role"], a["status"]) for a in found] == [
        (name, post, head) for head, people in lists.items() for post, name in people.items()
    ]

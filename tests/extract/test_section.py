"""A pack is cut where a paper begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.document import extract_pages
from extract.section import names_body
from models.page import Page
from models.section import Paragraph
from tests.pages import Text, set_page

LINE = "A sentence of the paper that is long enough to fill its line on the page"


def paper(title: str, pages: int, first: int, size: float = 11.0) -> list[Page]:
    made = []
    for i in range(pages):
        head = [Text(60, 80, title, 16, bold=True)] if i == 0 else []
        body = [Text(60, 140 + 15 * n, LINE, size) for n in range(30)]
        made.append(set_page(*head, *body, Text(290, 800, str(i + 1)), number=first + i))
    return made


def sections(pages: list[Page]) -> list[tuple[int, int]]:
    found = {c.section.number: c.section for c in reversed(extract_pages(pages).claims)}
    return [(s.paper.first_page, s.paper.last_page) for s in found.values()][::-1]


def test_page_numbers_that_begin_again_cut_a_pack() -> None:
    pages = [*paper("Minutes of the Board", 3, 1), *paper("Estates Strategy", 2, 4), *paper("Treasury Report", 1, 6)]
    assert sorted(sections(pages)) == [(1, 3), (4, 5), (6, 6)]


def test_one_paper_stays_one() -> None:
    assert sections(paper("Estates Strategy", 7, 1)) == [(1, 7)]


def test_text_does_not_run_on_into_the_pages_of_another_file() -> None:
    def bare(number: int, font: str) -> Page:
        lines = [Text(60, 60 + 15 * n, LINE.lower() if n == 0 else LINE, 11.0) for n in range(48)]
        return replace(set_page(*lines, number=number), fonts=frozenset(font))

    assert sections([bare(1, "a"), bare(2, "a"), bare(3, "a")]) == [(1, 3)]
    found = extract_pages([bare(1, "a"), bare(2, "a"), bare(3, "b"), bare(4, "b")])
    texts = [b for c in found.claims for b in c.section.blocks if isinstance(b, Paragraph)]
    assert not any({line.page for line in p.lines} >= {2, 3} for p in texts)


def test_pages_that_begin_to_be_numbered_where_the_count_stands_go_on() -> None:
    def slide(number: int, title: str, printed: str = "") -> Page:
        head = [Text(60, 80, title, 20, bold=True), *(Text(60, 140 + 30 * n, f"{LINE}.", 11.0) for n in range(4))]
        foot = [Text(60, 800, "Harbour Trust in confidence", 8), Text(290, 800, printed, 8)] if printed else []
        return set_page(*head, *foot, number=number)

    bare = [slide(1, "Risks of the harbour"), slide(2, "What has changed")]
    titles = ("The wall is breached", "Ferries stop", "Staff leave", "Takings are stolen")
    numbered = [slide(n, title, str(n)) for n, title in enumerate(titles, start=3)]
    assert sections([*bare, *numbered]) == [(1, 6)]


def test_the_words_of_every_page_are_accounted_for() -> None:
    pages = [*paper("Minutes of the Board", 2, 1), *paper("Estates Strategy", 2, 3)]
    found = extract_pages(pages)
    for account, page in zip(found.accounts, pages, strict=True):
        assert account.words == len(page.words)
        assert account.recorded + account.furniture + account.unread == account.words
    assert sum(len(u.words) for u in found.unread) == sum(a.unread for a in found.accounts)


def test_a_bare_agenda_belongs_to_the_summons_before_it() -> None:
    letter = [
        Text(60, 80, "Tarnbeck District Council", 16, bold=True),
        Text(60, 140, "You are summoned to a meeting on 4 March 2025."),
    ]
    items = [Text(60, 140 + 30 * n, f"{n + 1}.\tAn item of business") for n in range(12)]
    pages = [set_page(*letter, number=1), set_page(Text(280, 80, "AGENDA", 16, bold=True), *items, number=2)]
    assert sections(pages) == [(1, 2)]


def bound(number: int, *head: Text, lines: int = 30) -> Page:
    """A page of a pack that was bound with page numbers of its own over all pages."""
    body = [Text(60, 140 + 15 * n, LINE) for n in range(lines)]
    return set_page(*head, *body, Text(290, 810, f"Page {number}", 9), number=number)


def test_the_item_stamped_on_a_page_cuts_a_pack_numbered_through() -> None:
    pages = [
        bound(1, Text(60, 80, "Harbour Panel", 16, bold=True)),
        bound(2, lines=20),
        bound(3, Text(450, 30, "Agenda Item 5"), Text(60, 80, "Ferry Fares for the Year", 13, bold=True)),
        bound(4),
        bound(5, Text(450, 30, "Agenda Item 6"), Text(60, 80, "Repair of the Crane", 13, bold=True)),
    ]
    assert sections(pages) == [(1, 2), (3, 4), (5, 5)]


def test_a_stamp_printed_on_every_page_of_its_paper_cuts_once() -> None:
    stamp = [Text(450, 30, "Agenda Item 5", 9)]
    pages = [
        bound(1, Text(60, 80, "Harbour Panel", 16, bold=True), lines=20),
        bound(2, *stamp, Text(60, 80, "Ferry Fares for the Year", 13, bold=True)),
        bound(3, *stamp),
        bound(4, *stamp),
    ]
    assert sections(pages) == [(1, 1), (2, 4)]


def test_the_paper_that_a_page_names_at_its_foot_cuts_a_pack() -> None:
    def page(number: int, foot: str | None) -> Page:
        head = [] if number == 3 else [Text(60, 80, f"HARBOUR BOARD {number}", 12, bold=True)]
        text = [Text(60, 140 + 15 * n, f"{LINE}.") for n in range(30)]
        return set_page(
            *head, *text, *([Text(60, 800, foot)] if foot else []), Text(500, 800, str(number)), number=number
        )

    feet = (None, "Paper A – Minutes, 9 May 2031", "Paper A – Minutes, 9 May 2031", "Paper B – Log")
    assert sections([page(n, foot) for n, foot in enumerate(feet, start=1)]) == [(1, 1), (2, 3), (4, 4)]


def test_minutes_behind_an_agenda_are_a_paper_though_the_pages_count_on() -> None:
    summons = [
        Text(60, 60, "Harbour Panel", 16, bold=True),
        Text(60, 80, "6 February 2025"),
        Text(60, 100, "AGENDA", bold=True),
    ]
    title = "Minutes of a meeting of the Harbour Panel held on 28 November 2024"
    assert sections([bound(1, *summons, lines=20), bound(2, Text(60, 80, title, bold=True)), bound(3)]) == [
        (1, 1),
        (2, 3),
    ]


@pytest.mark.parametrize(
    "title",
    [
        ["MINUTES OF THE MEETING OF TERN PARISH COUNCIL", "HELD IN THE READING ROOM", "THURSDAY JULY 2nd 2031"],
        ["Minutes of Tern Parish Council meeting held on Thursday 2nd July"],
        ["Draft minutes of the meeting held in the Reading Room", "on the first Thursday of the month"],
    ],
)
@pytest.mark.parametrize("foot", ["TPC 2031/{}   Chairman’s initials ......", "{}"])
def test_minutes_bound_behind_an_agenda_in_a_book_of_one_numbering(title: list[str], foot: str) -> None:
    def leaf(number: int, *head: Text, lines: int = 40) -> Page:
        body = [Text(60, 200 + 14 * n, f"{LINE} {number}.{n}.", 9) for n in range(lines)]
        return set_page(*head, *body, Text(60, 800, foot.format(number + 30), 8), number=number)

    summons = [Text(60, 60, "TERN PARISH COUNCIL", 14, bold=True), Text(200, 100, "AGENDA", bold=True)]
    heads = [Text(60, 60 + 16 * n, line, bold=True) for n, line in enumerate(title)]
    present = Text(60, 140, "Present: Mrs A Wren (Chairman), Mr B Teal, Mr C Dunlin", 9)
    pages = [leaf(1, *summons), leaf(2, *heads, present), leaf(3)]
    assert sections(pages) == [(1, 1), (2, 3)]


def test_an_item_that_begins_a_page_within_minutes_cuts_nothing() -> None:
    title = "Minutes of a meeting of the Harbour Panel held on 28 November 2024"
    inside = Text(60, 100, "Agenda Item 4", bold=True)
    assert sections([bound(1, Text(60, 80, title, bold=True)), bound(2, inside), bound(3)]) == [(1, 3)]


def test_a_cover_without_a_number_belongs_to_the_pages_counted_behind_it() -> None:
    def slide(number: int, *lines: Text) -> Page:
        return set_page(*lines, Text(560, 800, str(number), 9), Text(60, 800, "Harbour Trust board", 9), number=number)

    cover = set_page(Text(60, 200, "Risks of the harbour", 30, bold=True), Text(60, 260, "Harbour Trust", 18), number=1)
    behind = [
        slide(n, Text(60, 40, f"Slide of part {n}", 20, bold=True), *(Text(60, 120 + 15 * k, LINE) for k in range(12)))
        for n in (2, 3, 4)
    ]
    assert sections([cover, *behind]) == [(1, 4)]
    anew = [
        slide(n, Text(60, 40, f"Slide of part {n}", 20, bold=True), *(Text(60, 120 + 15 * k, LINE) for k in range(12)))
        for n in (1, 2, 3)
    ]
    anew = [
        replace(page, number=n, words=tuple(replace(w, page=n) for w in page.words)) for n, page in enumerate(anew, 2)
    ]
    assert sections([cover, *anew]) == [(1, 1), (2, 4)]


def test_a_notice_of_decisions_on_paper_of_another_size_is_a_paper_of_its_own() -> None:
    def wide(number: int, title: str) -> Page:
        head = [Text(60, 50, title, 16, bold=True), Text(60, 80, "Meeting held on Tuesday 14 October 2025")]
        body = [Text(60, 140 + 15 * n, LINE) for n in range(20)]
        return set_page(*head, *body, Text(290, 570, f"Page {number}", 9), number=number, width=842, height=595)

    agenda = [bound(1, Text(60, 60, "Cabinet", 16, bold=True), Text(60, 80, "AGENDA", bold=True)), bound(2, lines=8)]
    assert sections([*agenda, wide(3, "Cabinet – Notice of Decisions")]) == [(1, 2), (3, 3)]
    assert sections([*agenda, wide(3, "Cabinet – Members and their duties")]) == [(1, 3)]
    assert not names_body("Board of Works – Notice of Decisions")
    assert names_body("Board of Works")


def footed(number: int, foot: str, *head: Text) -> Page:
    body = [Text(60, 240 + 15 * n, LINE) for n in range(25)]
    return set_page(*head, *body, Text(60, 800, "Harbour Trust", 9), Text(400, 800, foot, 9), number=number)


@pytest.mark.parametrize("foot", ["Paper {} · {}/2", "Paper {}, page {}", "Item {} – Page {} of 2", "Paper {} | {}"])
def test_page_numbers_beside_other_words_cut_a_pack(foot: str) -> None:
    heads = {n: Text(60, 80, title, 16, bold=True) for n, title in ((1, "Ferry Fares"), (3, "The North Crane"))}
    pages = [footed(n, foot.format(3 + (n > 2), 2 - n % 2), *([heads[n]] if n in heads else [])) for n in (1, 2, 3, 4)]
    assert sections(pages) == [(1, 2), (3, 4)]


def test_a_figure_in_a_running_line_that_does_not_count_is_no_page_number() -> None:
    for foot in ("Budget – 24/25", "Crane 1 of 8", "Plan | 30"):
        assert sections([footed(n, foot) for n in (1, 2, 3)]) == [(1, 3)]


@pytest.mark.parametrize(
    "front", [("Author: A Smith, Engineer", "Date: 3 May 2024"), ("Prepared by: B Jones", "Presented by: C Hall")]
)
def test_a_page_that_says_who_wrote_and_brings_it_begins_a_report(front: tuple[str, ...]) -> None:
    def headed(number: int, title: str) -> Page:
        lines = [Text(60, 130 + 30 * n, text) for n, text in enumerate(front)]
        return footed(number, "In confidence", Text(60, 80, title, 16, bold=True), *lines)

    pages = [headed(1, "Ferry Fares"), footed(2, "In confidence"), headed(3, "The North Crane")]
    shorter = replace(pages[1], words=tuple(w for w in pages[1].words if w.top < 400 or w.top > 700))
    assert sections([pages[0], shorter, pages[2]]) == [(1, 2), (3, 3)]


def meeting_of(first: int, *title: str, told: str = "") -> list[Page]:
    """A meeting's items over two pages, under the letterhead of its board."""
    head = [
        Text(350, 40, "Tarnbeck Ferry District", bold=True),
        Text(350, 55, "16 Quay Street"),
        *(Text(200, 100 + 20 * n, line, 14, bold=True) for n, line in enumerate(title)),
        Text(230, 150, "May 14, 2031 at 5:30 PM", bold=True),
    ]
    items = ("Call to Order", "Roll Call", "Ferry Fares", "Dredging", "Quay Lights", "Adjourn")
    pages = []
    for number, (lines, part) in enumerate(((head, items[:3]), ([], items[3:]))):
        below = [t for n, item in enumerate(part) for t in _item(number * 3 + n, item, told)]
        pages.append(set_page(*lines, *below, number=first + number))
    return pages


def _item(n: int, title: str, told: str) -> list[Text]:
    top = 200 + 150 * (n % 3)
    number = ("I", "II", "III", "IV", "V", "VI")[n]
    return [
        Text(60, top, f"{number}.\t{title}", bold=True),
        *(Text(100, top + 20 + 14 * i, told) for i in range(6 if told else 0)),
    ]


def test_minutes_under_the_letterhead_of_the_order_they_follow_are_a_paper() -> None:
    told = "The Chair said that the ferries of the district were on time again."
    order = meeting_of(1, "FERRY BOARD MEETING")
    minutes = meeting_of(3, "FERRY BOARD MEETING", "MINUTES", told=told)
    assert sections([*order, *minutes]) == [(1, 2), (3, 4)]
    assert sections([*order, *meeting_of(3, "FERRY BOARD MEETING", told=told)]) == [
        (1, 4)
    ]  # it is not said what begins there


def test_an_office_for_a_place_has_a_longer_name() -> None:
    assert names_body("Office of the Police, Fire and Crime Commissioner for North Anyshire")
    assert not names_body("Office supplies are bought from a yard that the harbour has known for years")


def test_a_body_named_in_two_running_lines_is_one() -> None:
    def sheet(number: int) -> Page:
        head = [Text(400, 30, "Ellery Bay", 9), Text(400, 40, "NHS Foundation Trust", 9)]
        body = [Text(60, 140 + 15 * n, f"{LINE} {number} {n}.", 11.0) for n in range(30)]
        return set_page(*head, Text(60, 90, f"Chapter {number}", 16, bold=True), *body, number=number)

    found = extract_pages([sheet(n) for n in range(1, 5)]).claims[0].section.paper.organisation
    assert found is not None and found.text == "Ellery Bay NHS Foundation Trust"

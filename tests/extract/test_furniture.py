"""Running headers and footers are told from text by what neighbour pages repeat."""

from __future__ import annotations

from dataclasses import replace

from extract.furniture import find_furniture
from models.page import Page, Rule
from tests.pages import Text, set_page

BODY = [Text(60, 200 + 14 * i, f"Sentence {i} of the body, long enough to be a line of its own.") for i in range(20)]


def paper(pages: int, head: str = "Harbour Board", first: int = 1, start: int = 1) -> list[Page]:
    return [set_page(Text(60, 40, head), *BODY, Text(290, 800, str(start + i)), number=first + i) for i in range(pages)]


def test_a_running_header_and_the_page_numbers_are_furniture() -> None:
    found = find_furniture(paper(3))
    assert [f.texts for f in found.values()] == [("Harbour Board", str(n)) for n in (1, 2, 3)]
    assert [f.printed_number for f in found.values()] == [1, 2, 3]


def test_a_header_printed_once_is_text() -> None:
    assert find_furniture(paper(1))[1].texts == ("1",)


def test_first_pages_of_two_papers_that_look_alike_are_no_running_header() -> None:
    found = find_furniture([*paper(1), *paper(1, first=2)])
    assert found[1].texts == ("1",)
    assert found[2].texts == ("1",)


def test_titles_of_papers_of_one_body_bound_together_are_no_running_header() -> None:
    def file(font: str, first: int, title: str) -> list[Page]:
        head = set_page(Text(60, 40, "Harbour Board"), Text(60, 60, title), *BODY, number=first)
        return [replace(p, fonts=frozenset(font)) for p in (head, set_page(*BODY, number=first + 1))]

    pack = [*file("a", 1, "Dredging"), *file("b", 3, "Ferry fares"), *file("c", 5, "Lights")]
    assert not any(f.texts for f in find_furniture(pack).values())
    stamped = [
        replace(set_page(Text(400, 20, f"Pack page {p.number}"), *BODY, number=p.number), fonts=p.fonts) for p in pack
    ]
    assert [f.texts for f in find_furniture(stamped).values()] == [(f"Pack page {n}",) for n in range(1, 7)]


def test_the_heading_row_of_a_ruled_table_is_not_furniture() -> None:
    pages = []
    for page in paper(3, head="Ref Risk Owner"):
        rules = tuple(Rule(x, top, x, top + 20) for x in (50, 200) for top in (35, 55)) + tuple(
            Rule(50, top, 200, top) for top in (35, 55, 75)
        )
        pages.append(Page(page.number, page.width, page.height, words=page.words, rules=rules))
    assert all("Ref Risk Owner" not in f.texts for f in find_furniture(pages).values())


def test_a_label_at_the_head_of_a_high_cell_beside_another_is_not_furniture() -> None:
    pages = [boxed(boxed(p, 50, 300, 36, 110), 300, 500, 36, 110) for p in paper(3, head="Decision to be taken by:")]
    assert [f.texts for f in find_furniture(pages).values()] == [(str(n),) for n in (1, 2, 3)]


def test_titles_of_papers_that_are_told_apart_at_the_foot_are_no_running_header() -> None:
    def page(number: int, foot: str, *head: Text) -> Page:
        return set_page(*head, *BODY, Text(60, 800, f"{foot} {number}"), number=number)

    title = Text(60, 40, "HARBOUR BOARD")
    pages = [page(1, "Minutes", title), page(2, "Minutes"), page(3, "Log", title)]
    assert all("HARBOUR BOARD" not in f.texts for f in find_furniture(pages).values())
    left_and_right = [page(1, "Minutes", title), page(2, "Log"), page(3, "Minutes", title)]
    assert "HARBOUR BOARD" in find_furniture(left_and_right)[3].texts


def test_a_number_deep_in_the_text_is_no_page_number() -> None:
    page = set_page(*BODY, Text(60, 500, "17"), Text(60, 520, "More text under it."))
    assert find_furniture([page])[1].printed_number is None


def test_a_last_line_that_ends_in_its_page_is_a_footer_though_no_other_page_has_its_like() -> None:
    feet = ("Harbour Board – page 1", "Annex to the dues report | Page 2 of 3", "See the tide tables on page 3")
    pages = [set_page(*BODY, Text(200, 800, foot, size=8), number=n) for n, foot in enumerate(feet, start=1)]
    assert [f.texts for f in find_furniture(pages).values()] == [(feet[0],), (feet[1],), ()]


def test_numbers_of_items_that_head_two_pages_are_no_page_numbers() -> None:
    def pages(*numbers: str) -> list[Page]:
        titles = ("Welcome to all", "Fares of the ferry", "Slipway")
        heads = [
            (Text(60, 30, "Ref and discussion"), Text(60, 50, n), Text(130, 50, t))
            for n, t in zip(numbers, titles, strict=True)
        ]
        return [set_page(*head, *BODY, number=n) for n, head in enumerate(heads, start=1)]

    assert {f.texts for f in find_furniture(pages("6/24", "11/24", "14/24")).values()} == {("Ref and discussion",)}
    assert [f.texts[-1] for f in find_furniture(pages("1/24", "2/24", "3/24")).values()] == ["1/24", "2/24", "3/24"]


def test_what_a_page_and_its_copy_print_alike_is_no_running_line() -> None:
    def minutes(first: int, rest: str) -> list[Page]:
        opening = (Text(60, 30, "Pier Board"), Text(60, 50, "Minutes of the meeting held on 6 March 2031"))
        return [
            set_page(*opening, *BODY, number=first),
            set_page(opening[0], Text(60, 90, rest), *BODY, number=first + 1),
        ]

    twice = find_furniture([*minutes(1, "Lamps"), *minutes(3, "Lamps")])
    assert {f.texts for f in twice.values()} == {("Pier Board",)}
    alone = find_furniture([*minutes(1, "Lamps")[:1], *minutes(2, "Lamps")[:1]])
    assert {f.texts for f in alone.values()} == {()}


def boxed(page: Page, x0: float, x1: float, top: float, foot: float) -> Page:
    sides = tuple(Rule(x, top, x, foot) for x in (x0, x1))
    return replace(page, rules=(*page.rules, *sides, *(Rule(x0, y, x1, y) for y in (top, foot))))


def test_a_number_of_the_pack_in_a_box_of_its_own_is_furniture() -> None:
    pages = [set_page(*BODY, Text(470, 800, f"Packet Pg. {n}", 9), number=n) for n in (41, 42, 43)]
    found = find_furniture([boxed(page, 460, 540, 796, 813) for page in pages])
    assert [f.texts for f in found.values()] == [("Packet Pg. 41",), ("Packet Pg. 42",), ("Packet Pg. 43",)]
    rows = [boxed(boxed(page, 460, 540, 779, 796), 460, 540, 796, 813) for page in pages]  # the last row of a table
    assert not any(f.texts for f in find_furniture(rows).values())


HEADER = Text(60, 40, "Minutes\tHarbour Board\t3 May 2031", tab=120)


def test_a_running_header_close_over_the_text_of_some_pages_is_one() -> None:
    close = [
        Text(60, 53 + 14 * i, f"Sentence {i} of the body, long enough to be a line of its own.") for i in range(30)
    ]
    pages = [set_page(HEADER, *(close if n == 2 else BODY), number=n) for n in (1, 2, 3)]
    assert all(f.texts == ("Minutes", "Harbour Board", "3 May 2031") for f in find_furniture(pages).values())


def test_headings_of_columns_are_no_running_header_though_a_band_below_them_stands_clear() -> None:
    for head in ("Ref\tAction\tOwner\tStatus", "Ref\tPart\tWhat\tWhen\tWho\tFunds\tState"):
        headings = Text(40, 40, head, 9, bold=True, tab=40)
        pages = [set_page(headings, *BODY, number=n) for n in (1, 2, 3)]
        assert not any(f.texts for f in find_furniture(pages).values())


def test_the_number_of_a_page_within_its_paper_is_furniture() -> None:
    def pages(*feet: str) -> list[Page]:
        return [set_page(*BODY, Text(290, 780, foot), number=n) for n, foot in enumerate(feet, start=1)]

    assert [f.texts for f in find_furniture(pages("4.1", "4.2", "4.3")).values()] == [("4.1",), ("4.2",), ("4.3",)]
    figures = find_furniture(pages("4.1", "3.7"))  # those of two columns
    assert not any(f.texts for f in figures.values())


def test_the_letters_of_a_committee_over_both_pages_of_a_paper_are_furniture() -> None:
    assert [f.texts for f in find_furniture(paper(2, head="HE")).values()] == [("HE", "1"), ("HE", "2")]
    assert [f.texts for f in find_furniture(paper(2, head="No")).values()] == [("1",), ("2",)]

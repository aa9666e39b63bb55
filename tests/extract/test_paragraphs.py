"""Lines become paragraphs with their numbers, bullets and headings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.heading_levels import with_headings
from extract.lines import text_columns
from extract.paragraphs import paragraphs_of, run_together, runs_on
from models.page import Word
from models.section import Paragraph
from tests.pages import Text, set_page

LONG = "The board considered the report at length and asked for more about it"
FULL = [Text(100, 100, LONG), Text(100, 114, LONG)]


def read(*texts: Text) -> list[Paragraph]:
    page = set_page(*texts)
    return [p for column in text_columns(page.words, 1) for p in paragraphs_of(column)]


def test_full_lines_are_one_paragraph_and_a_space_parts_two() -> None:
    found = read(*FULL, Text(100, 140, LONG))
    assert [p.text for p in found] == [f"{LONG} {LONG}", LONG]


def test_a_line_that_stops_short_ends_its_paragraph() -> None:
    found = read(*FULL, Text(100, 140, "Councillor Okoro, Northport"), Text(100, 154, "Ms Lindqvist, independent"))
    assert [p.text for p in found][1:] == ["Councillor Okoro, Northport", "Ms Lindqvist, independent"]


def test_what_is_stamped_into_the_margin_makes_no_line_stop_short() -> None:
    stamp, more = Text(440, 60, "Agenda Item 3", 11), [Text(100, 128 + 14 * n, LONG) for n in range(2)]
    heading = Text(100, 80, "A heading of its own", 11, bold=True)
    small = [Text(100, line.top, f"{LONG[:-3]}") for line in (*FULL, *more)]  # `The` would have fitted up to the stamp
    found = read(stamp, heading, *small)
    assert [p.text for p in found] == ["Agenda Item 3", "A heading of its own", " ".join([LONG[:-3]] * 4)]
    names = [Text(100, 100 + 14 * n, name) for n, name in enumerate(("Ann Lee", "Rosa Quill", "Bo Ray", "Ned Oakes"))]
    assert len(read(stamp, *names)) == 5


@pytest.mark.parametrize(("step", "ends", "count"), [(19, ".", 3), (13, ".", 1), (19, "", 1)])
def test_lines_far_apart_that_are_sentences_are_paragraphs_of_their_own(step: int, ends: str, count: int) -> None:
    assert len(read(*[Text(100, 100 + step * n, f"{LONG}{ends}") for n in range(3)])) == count


def test_numbers_and_bullets_are_markers_and_not_text() -> None:
    found = read(
        Text(60, 100, "12.\t" + LONG),
        Text(60, 114, "(a)\t" + LONG),
        Text(60, 128, "iv.\t" + LONG),
        Text(60, 142, "•\t" + LONG),
        Text(60, 156, "1.2\t" + LONG),
    )
    assert [(p.marker, p.text) for p in found] == [(m, LONG) for m in ("12.", "(a)", "iv.", "•", "1.2")]


def test_a_line_goes_on_below_the_text_that_a_word_and_its_reference_hang_out_from() -> None:
    item = Text(100, 140, "Item 24/6\t" + LONG)
    edge = next(w.x0 for w in set_page(item).words if w.text == "The")
    found = read(*FULL, item, Text(edge, 154, "41(2):"))
    assert found[-1].text.endswith("about it 41(2):")


def test_a_year_that_came_to_stand_at_a_line_s_head_is_no_number() -> None:
    found = read(Text(60, 100, "3.\t" + LONG + " until"), Text(103.75, 114, "2021. " + LONG), Text(103.75, 128, LONG))
    assert len(found) == 1
    assert found[0].text.count("2021.") == 1


def test_bold_words_at_the_end_of_a_line_go_on_through_the_next() -> None:
    bold = Text(100, 114, LONG, bold=True)
    page = set_page(Text(100, 100, LONG), bold)
    last = max((w for w in page.words if w.top < 110), key=lambda w: w.x0)
    words = [replace(w, font=page.words[-1].font) if w is last else w for w in page.words]
    assert [len(paragraphs_of(c)) for c in text_columns(words, 1)] == [1]
    assert [len(paragraphs_of(c)) for c in text_columns(page.words, 1)] == [2]  # a heading below plain words


def test_an_initial_is_no_marker() -> None:
    assert read(Text(60, 100, "J. Adeyemi reported on the works at the depot"))[0].marker is None


def test_a_bold_heading_s_number_needs_no_tab() -> None:
    found = read(Text(60, 100, "628 PUBLIC QUESTIONS", bold=True), Text(60, 130, LONG))
    assert (found[0].marker, found[0].text) == ("628", "PUBLIC QUESTIONS")


def test_headings_are_levelled_by_how_they_stand_out() -> None:
    found = with_headings(
        read(
            Text(60, 60, "Estates report", 18, bold=True),
            Text(60, 100, "Background", bold=True),
            *(Text(60, 130 + 14 * i, LONG) for i in range(4)),
        )
    )
    assert [p.heading_level for p in found] == [1, 2, None]


def test_a_line_in_white_is_a_heading() -> None:
    page = set_page(Text(60, 60, "Streets and waste"), *(Text(60, 90 + 14 * i, LONG) for i in range(4)))
    words = [replace(w, font=replace(w.font, colour="#ffffff")) if w.top < 70 else w for w in page.words]
    found = with_headings([p for column in text_columns(words, 1) for p in paragraphs_of(column)])
    assert [p.heading_level for p in found] == [1, None]


def test_two_columns_of_text_are_read_one_after_the_other() -> None:
    left = [Text(40, 100 + 13 * i, f"left line {i} of the first column") for i in range(8)]
    right = [Text(320, 104 + 13 * i, f"right line {i} of the second one") for i in range(8)]
    texts = " ".join(p.text for p in read(*left, *right))
    assert texts.index("left line 7") < texts.index("right line 0")


def test_a_list_in_two_columns_is_read_across() -> None:
    rows = [(Text(60, 100 + 16 * i, f"Person{i}"), Text(300, 100 + 16 * i, "Chair")) for i in range(6)]
    found = read(*(text for row in rows for text in row))
    assert [p.text for p in found] == [f"Person{i} Chair" for i in range(6)]


def test_a_paragraph_cut_by_a_page_break_is_one_again() -> None:
    before = [
        p for c in text_columns(set_page(Text(60, 700, LONG), Text(60, 714, LONG)).words, 1) for p in paragraphs_of(c)
    ]
    after = [
        p
        for c in text_columns(set_page(Text(60, 60, "and of its costs in later years."), number=2).words, 2)
        for p in paragraphs_of(c)
    ]
    assert runs_on(before[-1], after[0])
    assert run_together(before[-1], after[0]).text.endswith("more about it and of its costs in later years.")


def test_a_finished_paragraph_does_not_run_on() -> None:
    before = [p for c in text_columns(set_page(Text(60, 700, LONG + ".")).words, 1) for p in paragraphs_of(c)]
    after = [
        p
        for c in text_columns(set_page(Text(60, 60, "Officers replied."), number=2).words, 2)
        for p in paragraphs_of(c)
    ]
    assert not runs_on(before[-1], after[0])


def test_a_full_line_of_prose_runs_on_with_a_name_and_a_short_one_does_not() -> None:
    (after,) = read(Text(60, 60, "Northport be asked to attend"))
    after = replace(after, lines=tuple(replace(line, page=2) for line in after.lines))
    (before,) = read(Text(60, 700, LONG))
    edge = before.lines[-1].x1
    assert runs_on(before, after, edge)
    assert not runs_on(before, after, edge + 100)
    assert not runs_on(before, after)
    (names,) = read(Text(60, 700, "Councillor Ida Marsh of Northport, Councillor Tom Ferris of Eastby and"))
    assert not runs_on(names, after, names.lines[-1].x1)


def test_a_letter_that_labels_line_after_line_is_a_bullet_without_a_map() -> None:
    found = read(*(Text(60, 100 + 14 * i, f"x\t{LONG}") for i in range(3)))
    assert [p.marker for p in found] == ["•"] * 3


def test_a_full_line_over_a_short_one_in_the_middle_is_one_paragraph() -> None:
    body = [Text(60, 200 + 14 * i, LONG + " and heard") for i in range(3)]
    head = [
        Text(66, 100, "Minutes of a meeting held in the Guildhall, upstairs, on Tuesday 10 of the month"),
        Text(189, 114, "of June, commencing at noon"),
    ]
    assert read(*head, *body)[0].text.endswith("10 of the month of June, commencing at noon")


def test_a_heading_and_a_note_in_smaller_type_at_the_right_edge_are_two() -> None:
    found = read(Text(60, 100, "Quays and boats", size=20), Text(400, 104, "Lead: Ann Pike", size=10))
    assert [p.text for p in found] == ["Quays and boats", "Lead: Ann Pike"]


def test_a_heading_and_a_name_in_other_ink_at_the_right_edge_are_two() -> None:
    page = set_page(Text(60, 100, "Notice of the quays", size=14), Text(400, 100, "Harbour", size=14))
    white = replace(page.words[-1], font=replace(page.words[-1].font, colour="#ffffff"))

    def texts(last: Word) -> list[str]:
        columns = text_columns((*page.words[:-1], last), 1)
        return [p.text for column in columns for p in paragraphs_of(column)]

    assert texts(white) == ["Notice of the quays", "Harbour"]
    assert texts(page.words[-1]) == ["Notice of the quays Harbour"]


def test_a_hung_number_in_the_right_column_does_not_move_the_gutter() -> None:
    left = [Text(60, 100 + 14 * n, "words of the left column here") for n in range(8)]
    left[0] = Text(60, 100, "left")
    right = [Text(320, 100 + 14 * n, "words on the right side of it") for n in range(8)]
    right[1] = Text(300, 120, "6.\twords on the right", tab=14)
    texts = " ".join(p.text for p in read(*left, *right))
    assert texts.index("right") > texts.rindex("left")


def test_a_plain_number_hangs_beside_a_bold_heading_of_two_lines() -> None:
    found = read(
        Text(60, 100, "6."),
        Text(100, 100, LONG, bold=True),
        Text(100, 114, "HARBOURTON", bold=True),
        Text(100, 140, LONG),
        Text(100, 154, LONG),
    )
    assert (found[0].marker, found[0].text, found[0].bold) == ("6.", f"{LONG} HARBOURTON", True)


def test_a_long_line_set_in_below_a_paragraph_is_none_of_its_lines() -> None:
    found = read(
        Text(100, 100, LONG),
        Text(100, 114, LONG.removesuffix(" it")),
        Text(100, 128, LONG),
        Text(116, 146, LONG.removesuffix(" about it")),
    )
    assert len(found) == 2
    assert found[1].text == LONG.removesuffix(" about it")


def test_a_list_set_in_under_white_below_a_sentence_begins_anew() -> None:
    found = read(*FULL, Text(100, 140, LONG + "."), Text(130, 159, "Six new lamps"), Text(130, 173, "Rope"))
    assert [p.text for p in found][1:] == [LONG + ".", "Six new lamps", "Rope"]


def test_words_in_a_badge_beside_a_title_are_no_part_of_it() -> None:
    found = read(Text(60, 96, "EST. 1893", size=6), Text(200, 92, "CITY OF WREN HILL", size=16), Text(200, 112, LONG))
    assert "CITY OF WREN HILL" in [p.text for p in found]


def test_a_notice_at_the_foot_of_a_web_page_widens_no_column() -> None:
    foot = Text(100, 400, f"{LONG} and {LONG}", size=6)
    lines = [Text(100, 100 + 14 * n, LONG) for n in range(3)]
    assert next(p.text for p in read(*lines, foot)) == f"{LONG} {LONG} {LONG}"


def test_a_line_in_italics_below_a_sentence_that_fills_its_line_is_a_small_heading() -> None:
    page = set_page(*FULL[:1], Text(100, 114, LONG + "."), Text(100, 128, "Boats and lamps"), Text(100, 142, LONG))
    slanted = {w: replace(w, font=replace(w.font, italic=True)) for w in page.words if 127 < w.top < 129}
    words = [slanted.get(w, w) for w in page.words]
    found = [p.text for column in text_columns(words, 1) for p in paragraphs_of(column)]
    assert found == [f"{LONG} {LONG}.", "Boats and lamps", LONG]


def test_a_line_alone_that_holds_the_end_of_a_sentence_goes_on_over_a_page_break() -> None:
    def cut(first: str) -> bool:
        above, below = read(Text(100, 760, first))[0], read(Text(100, 60, "Officer at the harbour."))[0]
        words = tuple(replace(w, page=2) for w in below.words)
        lines = tuple(replace(line, words=words, page=2) for line in below.lines)
        return runs_on(above, replace(below, lines=lines, words=words))

    assert cut("The quay is in a poor state. The clerk is to raise this with the Ferry")
    assert not cut("Lamps of the quay")


@pytest.mark.parametrize(
    ("step", "first", "count"),
    [
        (18, "• Weekly count of boats by the Harbour", 2),
        (14, "• Weekly count of boats by the Harbour", 3),  # lines and items stand alike
        (18, "• Count of the boats", 3),  # there was room
        (18, "• Weekly count of boats by the harbour.", 3),
    ],
)
def test_a_line_below_its_bullet_goes_on_with_the_item_where_items_stand_wider_apart(
    step: int, first: str, count: int
) -> None:
    over = [Text(60, 60, "Controls of the harbour and what is planned to be done about it by the coming spring")]
    found = read(
        *over,
        Text(60, 100, first),
        Text(60, 114, "Trustees"),
        Text(60, 114 + step, "• Lamps are lit at dusk by the watchmen"),
    )
    assert len(found) - 1 == count

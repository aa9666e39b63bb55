"""Text in boxes side by side is read box by box."""

from __future__ import annotations

from dataclasses import replace

from extract.flow import page_blocks
from extract.frames import text_frames
from extract.text import lexicon
from models.geometry import Box
from models.page import Fill, Page
from models.section import Paragraph
from tests.pages import Text, set_page

LEFT, RIGHT = Box(40, 100, 380, 300), Box(420, 100, 760, 300)


def slide(*fills: Box) -> Page:
    left = [
        Text(50, 110, "Why it matters"),
        Text(50, 130, "Stock is old and costs rise."),
        Text(50, 150, "Homes fall short."),
    ]
    right = [
        Text(430, 110, "What we do"),
        Text(430, 130, "Survey a fifth each year."),
        Text(430, 150, "Review grants."),
    ]
    page = set_page(*left, *right, width=800, height=450)
    return replace(page, fills=tuple(Fill(*box, "#eef3f7") for box in fills))


def texts(page: Page) -> str:
    blocks = page_blocks(page, page.words, [], lexicon([page]))
    return " ".join(b.text for b in blocks if isinstance(b, Paragraph))


def test_boxes_side_by_side_are_read_one_after_the_other() -> None:
    read = texts(slide(LEFT, RIGHT))
    assert read.index("Homes fall short.") < read.index("What we do")


def test_the_same_text_without_boxes_is_no_frame() -> None:
    page = slide()
    assert text_frames(page, page.words) == []


def test_boxes_that_hold_one_line_are_headings_and_no_frames() -> None:
    page = slide(Box(40, 105, 380, 125), Box(420, 105, 760, 125))
    assert text_frames(page, page.words) == []


def test_one_box_alone_frames_nothing() -> None:
    page = slide(LEFT)
    assert text_frames(page, page.words) == []


def test_no_word_is_lost_or_doubled_in_frames() -> None:
    page = slide(LEFT, RIGHT)
    blocks = page_blocks(page, page.words, [], lexicon([page]))
    words = [w for b in blocks if isinstance(b, Paragraph) for w in b.all_words]
    assert sorted(w.number for w in words) == list(range(len(page.words)))


def test_a_card_with_a_painted_side_is_read_side_by_side() -> None:
    labels = [Text(50, 110, "Reference"), Text(50, 130, "DD/41"), Text(50, 150, "Date")]
    told = [
        Text(160, 112, "Lease of the shed"),
        Text(160, 132, "Let for a year, with a"),
        Text(160, 152, "break in May."),
    ]
    page = set_page(*labels, *told, width=800, height=450)
    page = replace(page, fills=(Fill(40, 100, 500, 180, "#ffffff"), Fill(40, 100, 150, 180, "#eeeeee")))
    read = texts(page)
    assert read.index("Date") < read.index("Lease of the shed")
    assert "with a break in May." in read

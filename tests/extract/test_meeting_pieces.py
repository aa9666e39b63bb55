"""Any stretch of a piece's text knows its words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.meeting.pieces import align, is_upper, piece_of_paragraph, piece_of_words
from extract.meeting.rejoined import rejoined
from extract.meeting.splitting import split_at_lines
from models.page import Word
from tests.meetings import BOLD, PLAIN, paragraphs

WORDS = st.lists(
    st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=1, max_size=8), min_size=1, max_size=30
)


def set_words(texts: list[str]) -> list[Word]:
    return [Word(t, 10.0 * n, 0, 10.0 * n + 8, 9, 1, n, PLAIN) for n, t in enumerate(texts)]


@given(WORDS)
def test_every_word_is_where_its_span_says(texts: list[str]):
    words = set_words(texts)
    text = " ".join(texts)
    assert [text[a:b] for a, b in align(text, words)] == texts


@given(WORDS, st.data())
def test_a_stretch_gives_back_its_words(texts: list[str], data: st.DataObject):
    piece = piece_of_words(set_words(texts))
    first = data.draw(st.integers(0, len(texts) - 1))
    last = data.draw(st.integers(first, len(texts) - 1))
    field = piece.field(piece.spans[first][0], piece.spans[last][1])
    assert [w.text for w in field.words] == texts[first : last + 1]
    assert field.text == " ".join(texts[first : last + 1])


def test_a_word_healed_over_a_line_end_keeps_its_two_halves():
    words = set_words(["under-", "taking", "given"])
    assert align("undertaking given", words) == ((0, 5), (5, 11), (12, 17))


def test_a_word_that_the_text_leaves_out_has_no_width():
    words = set_words(["one", "*", "two"])
    assert align("one two", words) == ((0, 3), (4, 4), (4, 7))


def test_a_part_keeps_the_marker_at_its_head_only():
    (paragraph,) = paragraphs("1.  The pier was mended in May and opened again")
    piece = piece_of_paragraph(paragraph)
    assert piece.marker == "1."
    assert piece.part(0, 2).marker == "1."
    assert piece.part(2, 4).marker is None
    assert piece.part(2, 4).text == "was mended"


def test_a_number_taken_for_a_marker_can_be_given_back():
    (paragraph,) = paragraphs("6.00   pm to 8.15 pm")
    piece = piece_of_paragraph(paragraph).unmarked()
    assert piece.text.startswith("6.00 pm")
    assert piece.field(0, 7).text == "6.00 pm"


def test_two_facts_in_one_line_are_told_apart_by_their_bold_labels():
    bold = {"Chair:", "Minutes:"}
    held = [
        replace(w, font=BOLD) if w.text in bold else w
        for w in set_words(["Chair:", "Ida", "Penn", "Minutes:", "Tom", "Orr"])
    ]
    assert [p.text for p in split_at_lines(piece_of_words(held))] == ["Chair: Ida Penn", "Minutes: Tom Orr"]
    moved = [
        replace(w, font=BOLD) if w.text[-1] == ":" else w for w in set_words(["Moved:", "Penn", "Seconded:", "Orr"])
    ]
    assert len(list(split_at_lines(piece_of_words(moved)))) == 1  # no facts of the meeting


def test_capitals():
    assert is_upper("PIER AND QUAY")
    assert not is_upper("Pier")
    assert not is_upper("42")


@pytest.mark.parametrize(
    ("stamp", "title", "joined"),
    [
        ("Paper A", "Minutes of the Harbour Panel", False),
        ("ENCLOSURE A", "MINUTES OF THE HARBOUR PANEL", False),
        ("Minutes of a", "Harbour Panel", True),
        ("MINUTES OF A", "HARBOUR PANEL", True),
    ],
)
def test_the_letter_of_a_stamp_is_no_word_that_leaves_a_title_open(stamp: str, title: str, joined: bool) -> None:
    found = rejoined([piece_of_paragraph(p) for p in paragraphs(f"*{stamp}\n\n*{title}\n")])
    assert len(found) == (1 if joined else 2)

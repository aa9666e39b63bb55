from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from extract.families.card_labels import openings
from extract.families.card_texts import heads_of_labels
from extract.once import once_a_page
from models.geometry import Box, Spots
from models.page import Page
from tests.pages import Text, set_page

edges = st.integers(0, 20).map(float)
boxes = st.builds(lambda x, y, w, h: Box(x, y, x + w, y + h), edges, edges, edges, edges)


@given(st.lists(boxes), boxes)
def test_spots_find_what_looking_at_each_thing_finds(things: list[Box], box: Box):
    spots = Spots(things)
    held = [thing for thing in things if box.holds_middle_of(thing)]
    assert [id(t) for t in spots.inside(box)] == [id(t) for t in held]
    assert spots.count(box) == len(held)


def test_a_page_is_asked_once_and_each_page_for_itself():
    asked: list[Page] = []

    @once_a_page
    def words(page: Page) -> int:
        asked.append(page)
        return len(page.words)

    one, two = set_page(Text(40, 40, "Moorings let")), set_page(Text(40, 40, "Quay"))
    assert [words(page) for page in (one, two, one, replace(one), two)] == [2, 1, 2, 2, 1]
    assert len(asked) == 3  # a page made from another answers for itself


def test_a_label_opens_a_text_behind_a_gap_a_stroke_or_in_other_type():
    page = set_page(
        Text(40, 40, "Moorings below Target", 10.0),
        Text(40, 60, "Moorings\tTarget 95%", 10.0),
        Text(40, 80, "Moorings | Target 95%", 10.0),
        Text(40, 100, "Target", 10.0),
    )
    found = [word.top for word in openings(page, heads_of_labels()) if word.text == "Target"]
    assert found == [60.0, 80.0, 100.0]

"""Where labels may begin in a frame: asked before its texts are read, and so never less than they name."""

from hypothesis import given
from hypothesis import strategies as st

from extract.families.card_frames import _labels
from extract.families.card_texts import label_of, led_value, texts_of
from models.geometry import Box
from tests.pages import Text, set_page

PAGE = Box(0, 0, 600, 800)
PRINTED = [
    "Target",
    "Target: 95%",
    "Latest actual",
    "Lead: Head of Quay",
    "Moorings let",
    "in the year",
    "• Target",
    "this year",
    "Q3",
]


@given(st.lists(st.sampled_from(PRINTED), min_size=1, max_size=8))
def test_a_frame_names_no_figure_at_which_no_label_begins(lines):
    page = set_page(*(Text(40, 40 + 20 * n, line, 10.0) for n, line in enumerate(lines)))
    texts = texts_of(page.words)
    named = {label_of(t.text) for t in texts} | {led[0] for t in texts if (led := led_value(t)) is not None}
    assert named - {None} <= _labels().begun_on(page).names_in(PAGE)


def test_what_begins_a_label_is_told_with_what_stands_beside_it():
    page = set_page(
        Text(40, 40, "This harbour", 10.0), Text(40, 60, "Moorings in the year", 10.0), Text(40, 80, "Target", 10.0)
    )
    begun = _labels().begun_on(page)
    assert begun.names_in(PAGE) == {"target_text"}
    assert not begun.names_in(Box(0, 0, 600, 70))

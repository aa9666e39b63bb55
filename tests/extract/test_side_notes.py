"""Notes in a narrow column beside the text that no rule holds. All invented."""

from __future__ import annotations

from extract.side_notes import note_paragraph, side_notes
from tests.meetings import words_of_page

BOX = """iv) The red box                                                     Action: Clerk to
                                                                    write to the
This is not done, for the painter was away all of that month and    painter.
could not be asked. The box will want two coats before winter.
v) Footpaths                                                        Actions: AR will
                                                                    ask for a map and
The map is with the county, and nobody knows when it comes back     will walk the"""
OVER = """to us. Two bridges are slippery.                                    bridges.
Nobody had anything to add."""


def _read(*pages: str) -> dict[int, list[str]]:
    notes = side_notes({n: words_of_page(text, n) for n, text in enumerate(pages, start=1)})
    return {n: [note_paragraph(note).text for note in own] for n, own in notes.items()}


def test_lines_of_a_note_beside_the_text_are_one_paragraph_over_the_page_break():
    assert _read(BOX, OVER) == {
        1: ["Action: Clerk to write to the painter.", "Actions: AR will ask for a map and will walk the bridges."]
    }


def test_one_note_alone_is_no_column():
    assert _read(BOX.split("v) Foot", maxsplit=1)[0]) == {}


def test_text_that_reaches_over_the_edge_of_a_column_is_no_note():
    over = BOX.replace(68 * " " + "write", "It stands where the bus stops and the pond begins in our village to write")
    assert _read(over) == {}


def test_what_is_to_be_done_at_the_head_of_a_paragraph_is_no_note():
    assert _read("Action: Clerk to write\nto the painter.\nAction: AR will ask\nfor a map.") == {}

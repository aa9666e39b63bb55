"""Lists of resolutions with a few words over their parts."""

from __future__ import annotations

from extract.families.minutes import read
from tests.meetings import paper, texts


def test_a_few_words_over_the_first_of_a_list_do_not_end_what_is_resolved() -> None:
    records = read(
        paper(
            "*Minutes of the Pier Board\nHeld on Thursday 6 March 2031\n*Present\nOlu Fashanu\nNaomi Price\n\n*1. Budget\n"
            "RESOLVED that the Board agree:\n\nPier works\n\n(a) The programme of works for the pier.\n\n"
            "(b) The list of lamps.\n\nTolls\n\n(c) To raise the toll.\n\n*2. Close\nThe meeting closed."
        )
    )
    found = texts(list(records), "resolutions")
    assert [(r.get("label"), r["text"]) for r in found] == [
        ("a", "The programme of works for the pier."),
        ("b", "The list of lamps."),
        ("c", "To raise the toll."),
    ]

"""Footers right below a text that ends early: running lines where they count the pages."""

from __future__ import annotations

from extract.furniture import find_furniture
from models.page import Page
from tests.pages import Text, set_page


def test_a_footer_right_below_a_text_that_ends_early_is_furniture_where_it_counts_the_pages() -> None:
    def pages(*feet: str) -> list[Page]:
        ends = (300, 420, 240)
        made = [
            (Text(60, 200, "Sentences of the body."), Text(60, end, foot)) for end, foot in zip(ends, feet, strict=True)
        ]
        return [set_page(*texts, number=n) for n, texts in enumerate(made, start=1)]

    feet = [f"Harbour Board 3 May 2031 Page {n} of 3" for n in (1, 2, 3)]
    assert [f.texts for f in find_furniture(pages(*feet)).values()] == [(foot,) for foot in feet]
    told = [f"The dues of pier {n} are on page 9" for n in (1, 2, 3)]
    assert not any(f.texts for f in find_furniture(pages(*told)).values())

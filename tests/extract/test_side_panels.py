"""A panel beside the text of a page, as web pages print it. All invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.flow import page_blocks
from models.page import Fill, Page, Rule
from models.section import Paragraph
from tests.pages import Text, set_page

MAIN = [
    "Harbour Board meeting",
    "Led by Ada Orr.",
    "Members present:",
    "Bo Lake",
    "Cy Penn",
    "Di Frye",
    "Tug",
    "It floats.",
]
SIDE = ["More about us", "Members", "Rules of the board", "Give to the harbour", "A friend gave a bell"]


def _page(rules: tuple[Rule, ...] = (), fills: tuple[Fill, ...] = (), small: float = 8.0, x: float = 440.0) -> Page:
    main = [Text(60 if x > 300 else 240, 100 + 20 * n, t) for n, t in enumerate(MAIN)]
    side = [Text(x, 106 + 17 * n, t, small) for n, t in enumerate(SIDE)]
    return replace(set_page(*main, *side), rules=rules, fills=fills)


def _read(page: Page) -> tuple[str, str]:
    """What is text, and what stands in the panel."""
    blocks = [b for b in page_blocks(page, page.words, (), ()) if isinstance(b, Paragraph)]
    return tuple(" ".join(b.text for b in blocks if b.panel is held) for held in (False, True))  # type: ignore[return-value]


def _box(x0: float, x1: float) -> tuple[Rule, ...]:
    top, bottom = 98.0, 200.0
    level = [Rule(x0, y, x1, y, 0.5, "#cccccc") for y in (top, bottom)]
    return (*level, *(Rule(x, top, x, bottom, 0.5, "#cccccc") for x in (x0, x1)))


@pytest.mark.parametrize(
    "page",
    [
        _page(_box(430, 560)),
        _page((Rule(430, 98, 430, 200, 0.5, "#cccccc"),)),
        _page(fills=(Fill(430, 98, 560, 200, "#eeeeee"),)),
        _page(fills=(Fill(30, 98, 200, 200, "#eeeeee"),), x=40),
    ],
    ids=["boxed", "ruled off", "painted", "at the left"],
)
def test_a_panel_in_smaller_type_is_no_part_of_the_text_beside_it(page: Page) -> None:
    assert _read(page) == (" ".join(MAIN), " ".join(SIDE))


@pytest.mark.parametrize(
    "page",
    [_page(), _page(_box(430, 560), small=11.0), _page((Rule(450, 98, 450, 200, 0.5, "#cccccc"),))],
    ids=["nothing drawn", "type of the text", "words reach out of it"],
)
def test_other_text_beside_text_is_none(page: Page) -> None:
    assert _read(page)[1] == ""


def test_the_text_begins_and_ends_the_page() -> None:
    blocks = page_blocks(_page(_box(430, 560)), _page(_box(430, 560)).words, (), ())
    assert not any(isinstance(b, Paragraph) and b.panel for b in (blocks[0], blocks[-1]))

"""What readers remember of blocks and pages is gone when their section is read: a long pack is not kept twice over."""

from __future__ import annotations

import gc
import weakref
from dataclasses import dataclass

from extract.document import extract_document
from extract.once import once_a_page
from extract.remembering import forget, remembered
from models.geometry import Box
from models.page import Page
from models.section import Paragraph
from tests.samples import pdf_of


@dataclass(frozen=True, eq=False)
class Block:
    text: str


def test_an_answer_is_kept_until_all_are_forgotten() -> None:
    asked: list[str] = []

    @remembered(10)
    def length(block: Block) -> int:
        asked.append(block.text)
        return len(block.text)

    block = Block("Depot roof")
    assert [length(block), length(block)] == [10, 10]
    assert asked == ["Depot roof"]
    gone = weakref.ref(block)
    del block
    assert gone() is not None, "an answer holds the block it is about"
    forget([])
    assert gone() is None


def test_a_page_works_out_anew_what_was_forgotten() -> None:
    asked: list[int] = []

    @once_a_page
    def wide(page: Page) -> float:
        asked.append(page.number)
        return page.width

    page = Page(3, 595.0, 842.0)
    assert (wide(page), page.spots.inside(Box(0, 0, 595, 842)), wide(page)) == (595.0, [], 595.0)
    forget([page])
    assert not {"answers", "spots"} & vars(page).keys()
    assert wide(page) == 595.0
    assert asked == [3, 3]


def test_nothing_of_a_paper_is_kept_when_it_is_read() -> None:
    before = _paragraphs()  # what other tests hold
    extract_document(pdf_of("minutes-table").read_bytes())
    assert _paragraphs() == before


def _paragraphs() -> int:
    gc.collect()
    return sum(isinstance(o, Paragraph) for o in gc.get_objects())

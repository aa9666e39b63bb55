"""What readers remember of blocks and pages is gone when their section is read: a long pack is not kept twice over."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import weakref
from dataclasses import dataclass

import extract
from extract.document import extract_document
from extract.once import once_a_page
from extract.remembering import _EMPTIED, forget, remembered
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


def test_no_memory_of_blocks_outlives_their_section() -> None:
    """What `functools` remembers of a table or a paragraph holds all words of its page until other papers push it out."""
    blocks = re.compile(r"\b(?:Table|Cell|Section|Block|Paragraph|Figure|Piece|Page|Word|Line)\b")
    emptied = set(_EMPTIED)
    outliving = [
        f"{module.__name__}.{name}"
        for found in pkgutil.walk_packages(extract.__path__, "extract.")
        for module in [importlib.import_module(found.name)]
        for name, asked in vars(module).items()
        if hasattr(asked, "cache_clear") and asked.cache_clear not in emptied
        if any(blocks.search(str(kind)) for told, kind in asked.__annotations__.items() if told != "return")
    ]
    assert not outliving

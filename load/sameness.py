"""What a page says, as a key that another print of the same page shares: a pack holds papers that are published alone too.

Only words in the text count. Running headers and footers, and what stands at the very edge of the page, are a pack's own (its
page numbers, its stamps) and do not; nor does the order in which a page is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from load.keys import fingerprint
from models.document import Extracted
from models.page import Word
from models.section import Block, Figure, Paragraph

FEWEST_WORDS = 25
"""A page of fewer words tells no paper from another: a divider, a blank page, a signature."""

_EDGE = 45.0  # points from the upper or lower edge of the page


def page_keys(extracted: Extracted) -> Mapping[int, str]:
    """Page -> key of its words, of those pages that say enough."""
    heights = {account.page: account.height for account in extracted.accounts}
    said: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for claim in extracted.claims:
        for block in claim.section.blocks:
            for word in _words(block):
                if word.top >= _EDGE and word.bottom <= heights.get(word.page, 0.0) - _EDGE:
                    said[word.page][id(word)] = word.text
    return {page: fingerprint(sorted(words.values()), 10) for page, words in said.items() if len(words) >= FEWEST_WORDS}


def _words(block: Block) -> Iterator[Word]:
    if isinstance(block, Paragraph):
        yield from block.all_words
    elif isinstance(block, Figure):
        yield from block.words
    else:
        yield from block.caption_words
        yield from _of_cells(cell.words for cell in block.cells)


def _of_cells(cells: Iterable[tuple[Word, ...]]) -> Iterator[Word]:
    for words in cells:
        yield from words

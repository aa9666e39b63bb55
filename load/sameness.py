"""What a page says, as a key that another print of the same page shares: a pack holds papers that are published alone too.

Only words in the text count. Running headers and footers, and what stands at the very edge of the page, are a pack's own (its
page numbers, its stamps) and do not; nor does the order in which a page is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from load.keys import fingerprint_of_words
from models.document import Extracted
from models.page import Word
from models.section import Block, Figure, Paragraph

FEWEST_WORDS = 25
"""A page of fewer words tells no paper from another: a divider, a blank page, a signature."""

_EDGE = 45.0  # points from the upper or lower edge of the page


def page_keys(extracted: Extracted) -> Mapping[int, str]:
    """Page -> key of its words, of those pages that say enough."""
    lowest = defaultdict(float, {account.page: account.height - _EDGE for account in extracted.accounts})
    blocks = {id(block): block for claim in extracted.claims for block in claim.section.blocks}
    every: set[Word] = set()  # a word counts once, in however many blocks it stands
    for block in blocks.values():
        every.update(*_words(block))
    said: defaultdict[int, list[str]] = defaultdict(list)
    for word in every:
        if word.top >= _EDGE and word.bottom <= lowest[word.page]:
            said[word.page].append(word.text)
    return {page: fingerprint_of_words(sorted(words), 10) for page, words in said.items() if len(words) >= FEWEST_WORDS}


def _words(block: Block) -> list[tuple[Word, ...]]:
    """The words of a block, run by run."""
    if isinstance(block, Paragraph):
        return [block.all_words]
    if isinstance(block, Figure):
        return [block.words]
    return [block.caption_words, *[cell.words for cell in block.cells]]

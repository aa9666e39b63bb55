"""Titles of covers that go on in smaller type: `Harbour Plan 2031–2035:` over `Progress report, Quarter 3`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.paragraphs import run_together
from models.section import Block, Paragraph

_OPENING = 6  # blocks of a page, among which its title is
_LEAST, _MOST = 0.55, 1.02  # sizes of a title's second line in those of its first
_GAP = 1.0  # white between the two in sizes of the second
_EDGE = 3.0  # points: lines that begin at one edge
_PROSE = 90  # characters
_OPEN_ENDED = re.compile(r"\w\W*\s+\S.*(?::|\s[–—-])$")  # of two words or more
_LABELS = re.compile(  # these lead to what they name, and are no part of a title
    r"\b(?:minutes|agenda|notice|summons|meeting|present|apologies|attendance|members|subject|title|date|time|venue|to|of|by|from|for)"
    r"\W*$|\b(?:minutes|agenda|notice|summons)\b",
    re.IGNORECASE,
)


def with_whole_title(blocks: Sequence[Block]) -> tuple[Block, ...] | None:
    """The blocks of a paper's first page, its title in one where it ends in a colon or a dash and goes on in smaller type; else None.

    What is below such a line is its rest on a cover alone: where text follows, it is the heading of that text.
    """
    for place, title in enumerate(blocks[:_OPENING]):
        if isinstance(title, Paragraph) and title.text.endswith((":", "–", "—", "-")) and _is_title(title, blocks):
            rest, after = [*blocks[place + 1 : place + 3], None, None][:2]
            if isinstance(rest, Paragraph) and _goes_on(title, rest) and not _is_prose(after):
                whole = replace(run_together(title, rest), size=title.size, heading_level=title.heading_level)
                return (*blocks[:place], whole, *blocks[place + 2 :])
    return None


def _is_title(title: Paragraph, blocks: Sequence[Block]) -> bool:
    """Whether no heading of the page is set larger, and the line does not lead to what it names."""
    if title.heading_level is None or title.marker or not _OPEN_ENDED.search(title.text) or _LABELS.search(title.text):
        return False
    return all(b.size <= title.size for b in blocks if isinstance(b, Paragraph) and b.heading_level is not None)


def _goes_on(title: Paragraph, rest: Paragraph) -> bool:
    if rest.heading_level is None or rest.marker or rest.text.endswith(":") or title.bold != rest.bold:
        return False
    close = rest.top - title.lines[-1].bottom < _GAP * rest.size
    beside = abs(title.lines[-1].x0 - rest.lines[0].x0) < _EDGE or (title.centred and rest.centred)
    return close and beside and _LEAST * title.size <= rest.size <= _MOST * title.size


def _is_prose(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.heading_level is None and len(block.text) > _PROSE

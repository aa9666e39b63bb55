"""The headings that reports have, known by their words, and lines that look like headings and lead into a list."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from extract.vocabularies import rows
from extract.wording import fold
from models.section import Block, Paragraph

_LONGEST = 160  # characters of a heading
# `That the Council:` over its recommendations
LEAD_IN = re.compile(
    r"^(?:that|it is recommended|(?:staff|officers?|the [\w’' ]{3,40}) recommends?)\b[^.]{0,120}:$", re.IGNORECASE
)
# `Background papers – Local Government Act 1972`: the law that asks for what it heads
_LAW = re.compile(
    r"\s*[–—:(-]\s*(?:the\s+)?(?:local government|freedom of information|access to information|section \d)\b.{0,60}$",
    re.IGNORECASE,
)
APPENDED = re.compile(r"^(?:appendix|appendices|annex|annexe|enclosure|enclosures)\b[\s\w.]{0,5}:$", re.IGNORECASE)


def heading_kind(paragraph: Paragraph) -> str | None:
    """What a known heading is for: `purpose`, `section`, `apart` (contacts, background papers), or `key` (what marks and colours mean)."""
    if APPENDED.match(paragraph.text):
        return "apart"
    named = fold(paragraph.text)
    if named[:10] == "background":
        named = fold(_LAW.sub("", paragraph.text))
    return _kinds().get(named)


def heads_section(paragraph: Paragraph) -> bool:
    """Whether a known heading stands by itself over a section of the text: `RECOMMENDATION:` is no label of the head."""
    return paragraph.text.rstrip().endswith(":") and heading_kind(paragraph) == "section"


@cache
def _kinds() -> dict[str, str]:
    return {fold(r["printed"]): r["canonical"] for r in rows("report_headings")}


def with_headings_read(
    blocks: Sequence[Block], whole: Sequence[Block], used: Collection[int], title: Paragraph | None
) -> tuple[list[Block], set[int]]:
    """`blocks` with the headings among them that other families have read, as of the section of a scorecard, and their ids:
    what stands below them stands below them for a report too. `title` is the paper's, and heads all;
    `used` are ids of what stands in the report's head.
    """
    own, places = set(map(id, blocks)), dict(zip(map(id, whole), range(len(whole)), strict=True))
    heads = [
        b
        for b, own_id in zip(whole, places, strict=True)
        if own_id not in own and own_id not in used and _heads(b, title)
    ]
    if not heads:
        return list(blocks), set()
    taken = set(map(id, heads))
    found: list[Block] = []
    for block in blocks:
        while heads and places[id(heads[0])] < places.get(id(block), -1):
            found.append(heads.pop(0))
        found.append(block)
    return found, taken


def _heads(block: Block, title: Paragraph | None) -> bool:
    if not isinstance(block, Paragraph) or block.heading_level is None or block.marker == "•":
        return False
    return len(block.text) <= _LONGEST and (title is None or block.text != title.text)

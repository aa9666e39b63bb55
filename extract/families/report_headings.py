"""The headings that reports have, known by their words, and lines that look like headings and lead into a list."""

from __future__ import annotations

import re
from functools import cache

from extract.vocabularies import rows
from extract.wording import fold
from models.section import Paragraph

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
    """What a known heading is for: `purpose`, `section`, or `apart` (contacts, background papers)."""
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

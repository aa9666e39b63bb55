"""Page numbers: alone on a line, or within a running line beside other words."""

from __future__ import annotations

import re

PAGE_NUMBER = re.compile(
    r"^\W*(?:p(?:age|\.)?\s*)?\|?\s*(\d{1,4}|[ivxl]{1,6})\s*(?:\|?\s*(?:of|/)\s*\|?\s*(\d{1,4}))?\s*(?:\|\s*p\s*a\s*g\s*e)?\W*$",
    re.IGNORECASE,
)
PAGE_BEHIND = re.compile(r"[–—|•·]\s*p(?:age|\.)\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE)
# The number that a running line has at its end or head beside other words: `Paper 3 · 1/2`, `Paper 1, page 2`, `Page 2 of 9 | Cabinet`.
# `Risk 1 of 8` counts something else.
NUMBER_AMID = re.compile(
    r"(?:^|[\s(·•|–—,-])p(?:age|\.)\s*(?P<page>\d{1,4})(?:\s*(?:/|of)\s*(?P<pages>\d{1,4}))?(?:\W*$|(?<=\d)\s*[·•|–—-])"
    r"|(?:^|[·•|–—,(-])\s*(?P<one>\d{1,3})\s*(?:/|of)\s*(?P<all>\d{1,3})\W*$"
    r"|\s[·•|–—]\s+(?P<last>\d{1,3})$",
    re.IGNORECASE,
)


# The page of one paper of several: `4.1`, `A-12`, `3/7`
_WITHIN = re.compile(r"\W*(?P<paper>[A-Z]{0,2}\d{0,3})\s?[./–-]\s?(?P<page>\d{1,3})\W*")


def number_within(text: str) -> tuple[str, int] | None:
    """The paper and the page of it that a line alone names; None for another line."""
    match = _WITHIN.fullmatch(text)
    return (match["paper"], int(match["page"])) if match is not None and match["paper"] else None


def figure(text: str) -> int:
    """The figure that a page number alone on its line begins with; 0 for one in letters."""
    match = PAGE_NUMBER.match(text)
    return int(match[1]) if match and match[1].isdecimal() else 0


def number_amid(text: str) -> tuple[int | None, int | None]:
    """The page number beside other words of a line, and of how many pages; a number above them is none."""
    match = NUMBER_AMID.search(text)
    if match is None:
        return None, None
    number, pages = int(match["page"] or match["one"] or match["last"]), match["pages"] or match["all"]
    return (number, int(pages) if pages else None) if not pages or number <= int(pages) else (None, None)

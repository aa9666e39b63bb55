"""What names a body at the head of a paper: by its last word, by its place (`City of …`), in two lines of a letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.paragraphs import make_paragraph
from extract.vocabularies import rows
from models.section import Paragraph

SAME_EDGE = 4.0  # points two lines of one name may begin, end or have their middle apart
CLOSE = 1.0  # of the size of type: white between the two
OTHER_SIZE = 1.5  # times one line may be larger than the other
LONGEST_NAME = 8  # words

_KIND = re.compile(
    r"(?:(?:nhs|university|teaching|hospitals?|foundation|community|mental|health|integrated|care|metropolitan|royal|borough|"
    r"district|county|city|town|parish|unitary|combined|regional|fire|police|rescue|ambulance|national|park|service|and|&)\s+)+"
    r"(?:trust|council|authority|health board|care board|partnership|service|committee in common)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?i:(?:the\s+)?(?:city|town|township|village|county|borough|municipality|district|parish|state|province|region) of)"
    r"(?: (?:the|[A-Z][\w’'.-]*)){1,4}"
)
_PAPER = re.compile(
    r"\b(?:reports?|plans?|budgets?|registers?|papers?|minutes|agendas?|strateg(?:y|ies)|reviews?|summar(?:y|ies)|statements?|"
    r"polic(?:y|ies)|updates?|appendix|annex|item|performance|programme|bylaws?)\b",
    re.IGNORECASE,
)

ASKED = re.compile(
    r"(?:(?:for|and|or|to|assurance|approval|approve|decision|discussion|information|noting|note|consideration|action|review|"
    r"scrutiny|endorsement|comment|debate|ratification|update)\b[\s,/;&+.]*)+",
    re.IGNORECASE,
)  # what a meeting is asked for is none
ADDRESSED = re.compile(
    r"(?=.*\b(?:members?|councill?ors|commissioners|hon(?:ou?rable)?)\b)"
    r"(?:(?:the|all|hon(?:ou?rable|\.)?|lord|madam|mayor|deputy mayor|chair(?:man|woman|person)?|president|reeve|warden|members?|"
    r"councill?ors?|commissioners|trustees|directors|governors|and|&)[\s,]+)+(?:of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)  # a letter goes to persons: `Honourable Mayor and Members of the …`


def names_body(text: str) -> bool:
    """Whether a short line only names a public body: it ends in a word for one, or begins with `Board of`.

    A body and its committee may stand in one line (`Anyshire Council – Cabinet`), with a note in brackets (`(Public)`).
    """
    if re.search(r"[.?]\s*$|:", text):
        return False
    parts = [p for p in re.split(r"\s[–—|-]\s", re.sub(r"\([^()]*\)", " ", text)) if p.strip()]
    return bool(parts) and all(map(_is_body, parts))


def _is_body(text: str) -> bool:
    words = re.findall(r"[a-z]+", text.casefold())
    if not words or len(words) > 9:
        return False
    if names_place(text):
        return True
    named = {r["printed"] for r in rows("bodies")}
    return words[-1] in named or ("of" in words[:3] and words[0] in named)


def names_place(text: str) -> bool:
    """Whether a line is a body called by its place: `City of Anywhere`, `COUNTY OF ANYSHIRE`."""
    return _PLACE.fullmatch(text.strip()) is not None and (text[:1].isupper()) and not _PAPER.search(text)


def names_in_lines(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, tuple[Paragraph, Paragraph]]]:
    """Names of bodies set in two lines (`Anyshire Hospitals` over `NHS Foundation Trust`): each as one, and its two parts."""
    for upper, lower in pairwise(paragraphs):
        if _KIND.fullmatch(lower.text.strip()) and _begins_name(upper) and _stands_under(upper, lower):
            yield make_paragraph([*upper.lines, *lower.lines]), (upper, lower)


def _begins_name(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    short = len(paragraph.lines) == 1 and len(text.split()) <= LONGEST_NAME and paragraph.marker is None
    told = not re.search(r"[\d:.,;?]$|\d", text) and not _PAPER.search(text) and not names_place(text)
    return short and told and text[:1].isupper() and not _KIND.fullmatch(text)


def _stands_under(upper: Paragraph, lower: Paragraph) -> bool:
    """Whether a line stands right under another one, at the same left or right edge or about the same middle."""
    if len(lower.lines) > 1 or upper.page != lower.page or lower.marker is not None:
        return False
    one, two = upper.lines[0], lower.lines[0]
    sizes = sorted((upper.size, lower.size))
    edges = (one.x0 - two.x0, one.x1 - two.x1, (one.x0 + one.x1 - two.x0 - two.x1) / 2)
    close = -SAME_EDGE < two.top - one.bottom < CLOSE * sizes[0] and sizes[1] <= OTHER_SIZE * sizes[0]
    return close and min(map(abs, edges)) <= SAME_EDGE

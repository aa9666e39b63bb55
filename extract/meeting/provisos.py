"""What a resolution hangs on, listed under it: `That permission be granted subject to the following conditions:` over 1., 2., 3.

Such a list is part of the one thing that was resolved. That of `RESOLVED – That:` over (a), (b) is of several, and not for here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.inline_labels import follows
from extract.meeting.list_labels import label_of, style_of
from extract.meeting.pieces import DECISION, Piece
from extract.meeting.ranges import Stretch
from extract.meeting.resolved_tails import GOINGS
from models.late import late

_NOUN = (
    r"(?:conditions?|reasons?|grounds?|informatives?|provisos?|terms|heads of terms|caveats?|stipulations?|modifications?"
    r"|amendments?|corrections?|alterations?|changes?|additions?|exceptions?|qualifications?|requirements?)"
)
_HANGS = late(
    rf"\b(?:subject\s+to(?:(?!\bbe\b)[^.:;,]){{0,120}}"
    rf"|(?:for|on|with|and|by|under|upon|following)\s+(?:(?:the|these)\s+)?(?:following\s+)?(?:[\w/-]+\s+){{0,2}}?(?P<noun>{_NOUN})"
    rf"(?:(?!\bbe\b)[^.:;,]){{0,60}})\s*:[\s–-]*$",
    re.IGNORECASE,
)
# Between two such lists: `and the following informatives:`, `Reasons for refusal:`
_AND = late(
    rf"(?!(?:the\s+)?reasons?\s+for\s+(?:the\s+|this\s+)?(?:decision|recommendation))"
    rf"(?:and|together with|plus)?\s*(?:(?:for|on|with|to|subject to)\s+)?(?:the\s+)?(?:following\s+)?(?:[\w/-]+\s+){{0,2}}?{_NOUN}\b"
    r"[^.:;]{0,60}:[\s–-]*",
    re.IGNORECASE,
)
_GOINGS = late(GOINGS)
_FIRST = frozenset({"1", "a", "A", "i", "•"})
SET_IN = 4.0  # points: what goes on with a list stands no further left than its text
_ONE = frozenset({"condition", "reason", "ground", "informative", "proviso"})


def names_provisos(text: str) -> bool:
    """Whether a text ends with words over a list of conditions, reasons or the like of what it says."""
    return text.rstrip(" –-").endswith(":") and _HANGS.search(text) is not None


def provisos_under(pieces: Sequence[Piece], i: int, text: str) -> list[Stretch]:
    """The list under piece `i`, which ends with `text`, where it is what that hangs on; [] where it is not, or none stands there."""
    if not names_provisos(text):
        return []
    found: list[Stretch] = []
    style, last, inner = "", "", False
    edge = pieces[i].indent + SET_IN
    for j in range(i + 1, len(pieces)):
        piece = pieces[j]
        if piece.cells or piece.aside or piece.starts_row or piece.label == DECISION or not piece.text:
            break
        label = label_of(piece)
        if label is None:
            goes_on = _goes_on(pieces, j, edge) if found else _is_one(text, piece)
            if not goes_on:
                break
            found.append((j, 0, len(piece.text)))
            if not last:
                break  # the only one, which has no number
            if _AND.fullmatch(piece.text):
                style, last = "", ""
            continue
        own = style_of(label)
        if not last:
            if label not in _FIRST:
                break
            style, last, edge = own, label, piece.indent - SET_IN
        elif own == style or follows(last, label):
            if label != "•" and not follows(last, label):
                break
            last = label
        elif not (label in _FIRST or inner) or piece.indent < edge:
            break
        inner = own != style
        found.append((j, 0, len(piece.text)))
    while found and _AND.fullmatch(pieces[found[-1][0]].text):
        found.pop()
    return found


def _is_one(text: str, piece: Piece) -> bool:
    """Whether a paragraph without a number is the one condition or reason that the words over it announce."""
    match = _HANGS.search(text)
    return match is not None and (match["noun"] or "").casefold() in _ONE and not piece.bold


def _goes_on(pieces: Sequence[Piece], j: int, edge: float) -> bool:
    """Whether a paragraph without a number goes on with the list: it stands in with its text, or parts it from another."""
    text = pieces[j].text
    if _AND.fullmatch(text):
        return j + 1 < len(pieces) and label_of(pieces[j + 1]) in _FIRST
    return pieces[j].left >= edge and not pieces[j].bold and _GOINGS.match(text) is None

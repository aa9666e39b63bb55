"""Whether a list of items is the order of a meeting to come, though it is called no agenda: from the call to order to the adjournment."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.pieces import Piece
from extract.wording import fold

OPENS = re.compile(
    r"(?:call(?:ing)? (?:\w+ )?to order|roll call|pledge of allegiance|(?:declaration of )?opening(?: of (?:the )?meeting)?)\b"
)
OPENING = ("to order", "roll call", "pledge", "opening")  # one of these stands in what opens a meeting
CLOSES = re.compile(r"(?:motion (?:for|to) )?adjourn(?:ment)?\b|close of (?:the )?(?:meeting|business)$|meeting close$")
HELD = re.compile(
    r"\b(?:called (?:the \w+ )?(?:meeting )?to order|seconded|adjourned|(?:motion|meeting) (?:was|carried|passed|failed|ended|closed)"
    r"|(?:were|was) present)\b",
    re.IGNORECASE,
)  # told of a meeting that was
LONGEST = 10  # words of such an item
MINUTES = re.compile(r"\b(?:minutes|notes)$")
TITLES = 12  # pieces, among which a title stands


def is_order(pieces: Sequence[Piece]) -> bool:
    """Whether an item that opens meetings stands above one that closes them, and nothing tells of a meeting that was held."""
    opened = next((i for i, p in enumerate(pieces) if _item(p, OPENS)), None)
    if opened is None or not any(_item(p, CLOSES) for p in pieces[opened + 1 :]):
        return False
    titles = (line for p in pieces[: min(opened, TITLES)] for line in p.text.split("\n"))
    return not any(MINUTES.search(fold(t)) for t in titles) and not any(HELD.search(p.text) for p in pieces)


def _item(piece: Piece, title: re.Pattern[str]) -> bool:
    headed = bool(piece.marker) or piece.bold or piece.upper or piece.level is not None
    return headed and len(piece.text.split()) <= LONGEST and title.match(fold(piece.text)) is not None

"""Who seconded a motion, where a line of its own says so: below who moved it, or behind its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.fates import tells_fate
from extract.meeting.movers import SOMEBODY, seconder_at_head
from extract.meeting.pieces import Piece
from extract.meeting.told import Put
from models.late import late

# `The motion was seconded by Councillor Orr.`, and what was said on it
_WAS_SECONDED = late(
    rf"(?:The|This)\s+(?:notice\s+of\s+)?(?:motion|amendment|proposal)\s+(?:was|is|having\s+been)\s+(?:(?:duly|then)\s+)?seconded\s+by\s+"
    rf"(?P<who>{SOMEBODY})"
)
AFTER_NAME = re.compile(
    r"[\s.]*(?:,\s*(?:[A-Z][\w’'-]*\s?){1,5})?(?:\([^()]{2,30}\))?[\s.;,]*"
)  # `MOVER: A Smith, Council Member`


def second_below(pieces: Sequence[Piece], one: Put) -> None:
    """`Seconded by: …` on the line below `Moved by: …`."""
    if one.seconder is not None or one.index + 1 >= len(pieces):
        return
    if not AFTER_NAME.fullmatch(pieces[one.index].text, one.movers.end):
        return
    match = seconder_at_head(pieces[one.index + 1].text)
    if match is not None:
        one.seconder = (one.index + 1, *match.span("who"))
        one.last = one.index + 1


def second_behind(pieces: Sequence[Piece], one: Put) -> None:
    """`President Smith seconded the motion.`, a paragraph of its own behind the words of the motion."""
    behind = one.last + 1
    if one.seconder is not None or not one.motion or behind >= len(pieces) or pieces[behind].cells:
        return
    text = pieces[behind].text
    match = _WAS_SECONDED.match(text)
    if match is not None:
        one.seconder = (behind, *match.span("who"))
        return
    match = seconder_at_head(text)
    if match is not None and (
        AFTER_NAME.fullmatch(text, match.end()) or tells_fate(text[match.end() :].lstrip(" .,;"))
    ):
        one.seconder = (behind, *match.span("who"))
        one.last = behind

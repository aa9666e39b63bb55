"""Who seconded a motion, where a line of its own says so: below who moved it, or behind its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.fates import result_in, tells_fate
from extract.meeting.movers import SOMEBODY, movers_in, seconder_at_head
from extract.meeting.pieces import Piece
from extract.meeting.told import Put
from models.late import late

REPLY = 5  # pieces: what is replied to a motion before it is seconded
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
    if (said := _said_behind(pieces, behind)) is not None:
        at, seconded = said
        one.seconder = (at, *seconded.span("who"))
        if one.result is None:
            one.result = result_in(pieces[at].text, at, seconded.end(), behind=True)
            one.last = at if one.result is not None else one.last
        return
    text = pieces[behind].text
    match = seconder_at_head(text)
    if match is not None and (
        AFTER_NAME.fullmatch(text, match.end()) or tells_fate(text[match.end() :].lstrip(" .,;"))
    ):
        one.seconder = (behind, *match.span("who"))
        one.last = behind


def _said_behind(pieces: Sequence[Piece], behind: int) -> tuple[int, re.Match[str]] | None:
    """The sentence that says who seconded, behind the words of a motion or what was replied to it; None where another moves."""
    for at in range(behind, min(behind + REPLY, len(pieces))):
        text = pieces[at].text
        match = _WAS_SECONDED.match(text)
        if match is not None:
            return at, match
        if pieces[at].cells or next(movers_in(text), None) is not None or result_in(text, at) is not None:
            break
    return None

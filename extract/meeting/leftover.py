"""Whether what is left of an item beside its resolutions says anything: who moved them and how they fared says nothing more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.pieces import Piece
from extract.meeting.resolutions import STUB
from extract.meeting.voted import Vote
from models.late import late

ONLY_RESULT = re.compile(
    r"(?:(?:the )?(?:motion|resolution)\s+)?(?:carried|lost|defeated|unanimous(?:ly)?|all in favour)\W*", re.IGNORECASE
)
_OF_VOTES = late(
    r"(?<![\w’'-])(?:moved|seconded|second|proposed|prop|sec|proposer|seconder|mover|motion|resolution|res|by|and|carried|unanimous(?:ly)?"
    r"|all|in favou?r|passed|approved|cllrs?|councill?ors?|crs?|no|mr|mrs|ms|dr|time|[ap]\.?m)(?![\w’'-])",
    re.IGNORECASE,
)
# What is left of a list of those present: that nobody came as a visitor, or was on leave.
_NOBODY_ELSE = late(
    r"(?:(?:members?|councill?ors?|visitors?|guests?|observers?|officers?|staff|apolog(?:y|ies)|absent|absence|leave|public|gallery|media"
    r"|press|of|on|the|in|and|also|approved|nil|none)\b\W*)+",
    re.IGNORECASE,
)
LONGEST = 160  # characters: a longer rest says something


def says_nothing(text: str, body: Sequence[Piece], votes: Sequence[Vote]) -> bool:
    """Whether a text holds a result alone, the stub of a sentence, or nothing but the movers and the fates of motions."""
    if ONLY_RESULT.fullmatch(text) or STUB.fullmatch(text) or (len(text) <= LONGEST and _NOBODY_ELSE.fullmatch(text)):
        return True
    if len(text) > LONGEST or not votes:
        return False
    told = {body[s[0]].text[s[1] : s[2]] for v in votes for s in (v.motion.proposer, v.motion.seconder, v.result) if s}
    for said in sorted(told, key=len, reverse=True):
        text = text.replace(said, " ")
    return not any(c.isalpha() for c in _OF_VOTES.sub(" ", text))

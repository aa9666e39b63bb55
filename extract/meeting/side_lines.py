"""Lines of a vote by name: what the sides are called, the line that stands over the names of one, and lines of names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.fates import result_in
from extract.meeting.letters import UPPER
from extract.meeting.names import is_name
from extract.meeting.pieces import Piece
from extract.meeting.vote_words import ANNOUNCED
from models.late import late

WORDS = (
    r"AYES?|YEAS?|YES|IN FAVOU?R|FOR|NOES|NAYS?|NO|AGAINST|OPPOSED|DISSENTING|ABSTAIN(?:ED|ING|S)?|ABSTENTIONS?|ABSENT|AWAY|EXCUSED"
    r"|IN THE AFFIRMATIVE|IN THE NEGATIVE|[Ii]n the [Aa]ffirmative|[Ii]n the [Nn]egative"
    r"|NOT VOTING|RECUSED|DECLINED TO VOTE|DID NOT VOTE|Ayes?|Yeas?|Yes|In [Ff]avou?r|For|Noes|Nays?|No|Against|Opposed|Dissenting"
    r"|Abstain(?:ed|ing|s)?|Abstentions?|Absent|Away|Excused|Not [Vv]oting|Recused|Declined to vote|Did not vote"
    # in Irish and in Welsh
    r"|AR SON|Ar [Ss]on|IN AGHAIDH|In [Aa]ghaidh|I [Gg][Cc]oinne|STAON|Staon(?:adh)?|AS LÁTHAIR|As [Ll]áthair"
    r"|O [Bb]laid|O BLAID|Yn [Ee]rbyn|YN ERBYN|Ymatal|YMATAL|Yn [Aa]bsennol"
)
OBJECT = (
    r"(?:\s+(?:of\s+)?(?i:(?:the\s+)?(?:(?:substantive|original|first|second|third|further)\s+)?"
    r"(?P<object>motion|amendment|recommendations?|proposal|resolution|direct\s+negative)"
    r"(?:\s+as\s+amended|\s+by\s+[^:(\n]{3,40})?))?(?:\s+from\s+the\s+(?:division|vote|meeting))?"
)
COUNT = r"(?:\s*\(\s*(?P<count>\d{1,3})(?:\s+(?i:votes?|members?|councillors?))?\s*\))?"
# `For the motion (12)` over its names, which stand on the lines below
OVER = late(
    rf"(?:(?i:(?:(?:those|members?|councillors?)\s+)?(?:vot(?:ing|ed|es?)\s+)?))(?P<side2>{WORDS}|(?i:for|against)){OBJECT}\s*{COUNT}\s*[:–-]?\s*$"
)
COUNT_LAST = re.compile(r"[\s,.;–-]*\(?\b(?P<count>\d{1,3})\)?(?:\s+(?i:votes?|members?))?[\s).;]*(?:[,;)]\s+and\s*)?$")
NAME = (
    r"(?:(?:Mayor|Reeve|Chair(?:man|woman|person)?|President|Cllrs?|Councill?ors?|Crs?|Council\s?[Mm]ember|Trustee|Commissioner|Director|"
    r"Member|Supervisor|Alder(?:man|woman)|Mr|Mrs|Ms|Miss|Dr)\.?\s+)*"
    rf"(?:[A-Z]\.\s?)*[{UPPER}][\w’'-]*(?:\s[{UPPER}][\w’'-]*){{0,2}}"
)
_NO_NAME = re.compile(
    r"(?:decisions?|resol(?:ved|utions?)|agreed|actions?|noted|recommend\w*|reasons?|votes?|voting|motions?|amendments?|minutes?|reports?)\b",
    re.IGNORECASE,
)
# how a line over names may begin: of other lines nothing more is asked
# fmt: off
BEGINS = frozenset(
    form for word in (
        "for", "against", "in favour", "aye", "yea", "yes", "noes", "nay", "no", "no ", "opposed", "dissenting", "abstain", "excused",
        "not", "recused", "declined", "did", "those", "members", "councillors", "vot", "away",
        "ar son", "in aghaidh", "i gcoinne", "staon", "as láthair", "o blaid", "yn erbyn", "ymatal",
    )
    for form in (word[:3], word[:3].capitalize(), word[:3].upper())
)
# fmt: on
_PUT = re.compile(r"\b(?:vot(?:e|ed|es|ing)|division|poll|show of hands|roll[ -]call)\b[^.]*:\s*$", re.IGNORECASE)
MOST = 400  # characters: no list of those who voted is longer


def is_names_line(piece: Piece) -> bool:
    """Whether a piece holds people only: `A Smith`, `Councillors Orr, Lake and Wren (3)`."""
    return not piece.cells and are_names(piece.text)


def are_names(text: str) -> bool:
    """Whether a text holds people only, and perhaps how many."""
    if _NO_NAME.match(text) or not text or len(text) > MOST or result_in(text, 0) is not None:
        return False
    last = COUNT_LAST.search(text)
    parts = [
        p for p in re.split(r"\s*(?:[,;/&]|\band\b)\s*", text[: last.start() if last else None].strip(" .,;")) if p
    ]
    return bool(parts) and all(re.fullmatch(NAME, p) is not None and (is_name(p) or len(p.split()) <= 4) for p in parts)


def side_over_names(pieces: Sequence[Piece], j: int, *, told: bool) -> re.Match[str] | None:
    """The side that the first line of a piece names over those who took it: `Against the motion`, `For`.

    A bare word is a side's where the names end with their count, where a vote is announced right above, or another side is `told`.
    """
    piece = pieces[j]
    if piece.text[:3] not in BEGINS or piece.cells or not piece.line_spans:
        return None
    end = piece.line_spans[0][1]
    match = OVER.match(piece.text, 0, end) if end < 60 else None
    if match is None:
        return None
    alone = end >= len(piece.text.rstrip())
    below = pieces[j + 1] if alone and j + 1 < len(pieces) else None
    names = (below.text if below is not None and not below.cells else "") if alone else piece.text[end:].strip()
    if not are_names(names):
        return None
    sure = (
        told or match["object"] or match["count"] or COUNT_LAST.search(names) or (j and _announces(pieces[j - 1].text))
    )
    return match if sure else None


def _announces(text: str) -> bool:
    return _PUT.search(text) is not None or ANNOUNCED.search(text) is not None

"""What stands in brackets behind a resolution and is its vote's: `… be bought. (Cllr A proposed, Cllr B seconded, all in favour)`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch, Used
from extract.meeting.resolved import Resolution
from models.late import late

_BRACKET = late(r"\s*[(\[](?P<told>[^()\[\]]{6,240})(?:[)\]]\.?|$)")
_ALL = r"(?:unanimous(?:ly)?|nem\.?\s*con\.?)"
_SIDE = r"(?:in favou?r|for|against|agreed|votes?)"
_NUMBER = r"(?:\d{1,2}|all|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_OF_VOTE = late(
    rf"(?:.*\b(?:proposed|moved|proposer|mover|prop)\b.*\b(?:second\w*|sec)\b"
    rf"|(?:proposed|moved|prop|proposer|mover|seconded)\b\s*[:.,–-]?\s*(?:by\b|[A-Z])"
    rf"|(?:votes?|voting|for|in favou?r|carried|passed|agreed|approved)\b\s*[:.,–-]?\s*(?:{_ALL}|\d|all\b|$)"
    rf"|{_ALL}\W*$|{_NUMBER}\s+(?:\w+\s+){{0,3}}?{_SIDE}\b)",
    re.IGNORECASE,
)
# Who came and went, which is told behind what was resolved before
GOINGS = (
    r"(?:The\s+)?(?:[Mm]embers?|[Oo]fficers?|[Pp]ress|Meeting|meeting|Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Dr)\b[^.;]{0,80}?"
    r"\b(?:(?:re-?joined|returned\s+to|left|re-?entered|joined)\s+(?:the\s+)?(?:meeting|room|[Cc]hamber|table)\b"
    r"|(?:was\s+)?adjourned\s+(?:at|for)\b)"
)
_MOVED = r"(?:Proposed|Prop|Moved|Proposer)\b"
# What is said of the vote behind the words resolved, without brackets around it
_MOVERS = late(
    rf"\s+(?:(?<=[.;,:]\s)\(?{_MOVED}|\({_MOVED}|{_MOVED}(?=[^.;]{{0,80}}?\b(?:[Ss]econd(?:ed|er)?|[Ss]ec)\b|\s*(?:by\b|:))"
    r"|\((?:proposed|moved|proposer)\b"
    r"|(?<=[.;]\s)\(?\d{1,2}\s+(?:in favou?r|for|yes|ayes?),"
    rf"|(?<=[.;]\s)\(?(?i:{_NUMBER})\s+(?i:councill?ors?|cllrs|members?|trustees|governors|votes?)\s+(?:(?:were\s+)?(?:vot\w+|cast)\s+|were\s+)?"
    r"(?:in favou?r|for|against)\b"
    r"|\(?(?:For|In favour)\s*:?\s*\d|All in favour\b|\(?Vot(?:e|ing)\s*:"
    r"|(?<=[.;]\s)(?:The|This)\s+(?:decision|motion|resolution|recommendation|proposal|vote|amendment)s?\s+(?:was|were)"
    r"\s+(?:\w+\s+){0,2}?(?:carried|lost|passed|agreed|unanimous|put)\b"
    rf"|(?<=[.;]\s){GOINGS}"
    r"|(?<=[.;]\s)(?:Carried|CARRIED|Passed|PASSED)\b|(?<=[.;]\s)(?:Upon|On)\s+(?:being\s+put\s+to\s+)?(?:the|a)\s+vote\b)"
)
_LEAST = 8  # characters of a resolution


def before_movers(text: str, start: int, end: int) -> int:
    """Where the words resolved end: before who moved them, and how the vote went, which are the vote's."""
    movers = _MOVERS.search(text, start, end)
    return movers.start() if movers is not None and movers.start() > start + _LEAST else end


def cut_tails(pieces: Sequence[Piece], resolutions: Sequence[Resolution], stop: int, used: Used) -> None:
    """Takes what is the vote's off the ends of resolutions, and off the bracket that follows the last of them as a paragraph."""
    for resolution in resolutions:
        i, start, end = resolution.stretches[-1]
        text = pieces[i].text
        tail = _tail(text, start, len(text) if resolution is resolutions[-1] else end)
        if tail is not None and start < tail[0] <= end:
            resolution.stretches[-1] = (i, start, tail[0])
            _take(pieces, (i, *tail), resolution, used)
        else:
            resolution.stretches[-1] = (i, start, before_movers(text, start, end))
    text = pieces[stop].text if stop < len(pieces) and resolutions else ""
    alone = text.startswith(("(", "[")) and not pieces[stop].marker and used.is_free(stop)
    if alone and (tail := _tail(text, 0, len(text))) is not None and tail[0] == 0:
        _take(pieces, (stop, *tail), resolutions[-1], used)


def _tail(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the bracket stands that tells of the vote: at the end of a text, or behind a sentence and by both movers."""
    if "(" not in text and "[" not in text:
        return None
    for match in _BRACKET.finditer(text, start, end):
        last = not any(c.isalnum() for c in text[match.end() : end])
        behind = text[: match.start()].endswith((".", ";", ":"))
        if _OF_VOTE.match(match["told"].strip()) and (last or (behind and "second" in match["told"].casefold())):
            return match.start(), match.end()
    return None


def _take(pieces: Sequence[Piece], stretch: Stretch, resolution: Resolution, used: Used) -> None:
    used.add(*stretch)
    resolution.behind = (*resolution.behind, *pieces[stretch[0]].words_in(*stretch[1:]))

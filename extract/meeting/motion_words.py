"""The words of a motion: where they stand beside the names of those who moved it, and how far they go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.fates import Result, figures_at, result_in
from extract.meeting.inline_labels import follows
from extract.meeting.list_labels import LABEL
from extract.meeting.moved_subjects import subject_moved
from extract.meeting.movers import movers_in
from extract.meeting.pieces import Piece
from extract.meeting.quotations import close_of, quoted
from extract.meeting.ranges import Stretch
from extract.meeting.resolved import sentence_end
from extract.meeting.seconders import AFTER_NAME
from extract.meeting.told import Put
from extract.meeting.vote_words import BY_COUNT, LOST
from models.late import late

_OPENS = late(
    r"[\s,:;)\]–—-]*(?:(?:RESOLVED|Resolved)[,:]?\s+)?(?:(?:as\s+)?(?:(?:an?|the)\s+)?(?:following\s+)?(?:[Mm]otion|[Aa]mendment|[Rr]esolution)[\s:,–-]+)?(?P<text>(?:[“\"]\s*)?"
    r"(?:THAT|That|that|WHEREAS|Whereas|BE IT|Be it|be it|N(?:OW|ow),? (?:THEREFORE|[Tt]herefore)"
    r"|[Tt]o\s+(?!the\b|an?\b|item\b)[a-z]+|TO\s+[A-Z]+"
    r"|(?:for\s+)?(?:the\s+)?(?:adoption|approval|acceptance|adjournment)\b|for\s+[A-Z][^.;:]{2,80}?\sto\s+[a-z]))"
)
_TO_BY = re.compile(
    r"motion\s+(?P<text>to\s.+?)\s+(?:(?:was\s+)?made\s+)?by\s+$", re.IGNORECASE
)  # `Motion to adjourn by A Smith, second by …`
_GOES_ON = re.compile(
    r"(?:AND|And|and)?\s*(?:THEREFORE|Therefore|BE IT|Be it|THAT|That|that|WHEREAS|Whereas|N(?:OW|ow),? (?:THEREFORE|[Tt]herefore)"
    r"|FURTHER|(?:FINALLY|Finally),? (?:THAT|that))\b"
)
_LEAD_OUT = re.compile(
    r"\s+(?=(?:Voice vote|Roll[ -]call|ROLL[ -]CALL|Vote\b|VOTE\b|Discussion|On a roll|Upon roll|All in favou?r|Seconded)\b)"
)
_BEFORE = re.compile(
    r"(?:(?:Motion|MOTION|Recommendation|RECOMMENDATION)S?(?:\s+(?:No\.?\s*|#)?\d[\d/.-]*)?\s*[:.–-]?\s*)?(?P<text>(?:THAT|That)\b)"
    r"|(?:Motion|MOTION|Proposal|PROPOSAL)(?:\s+(?:No\.?\s*)?\d{1,3})?\s*:\s*(?P<other>\w)"
    r"|(?:A\s+)?(?:[Mm]otion|MOTION)\s+(?P<doing>to\s+(?!the\b)\w)"
)
_DOES = r"(?:resolved|agreed|decided|voted|ordered|Resolved|Agreed|RESOLVED|AGREED|VOTED|ORDERED)"
_HOW = r"(?:(?:unanimously|then|also|duly)\s+)*"
_BODY = r"(?:the\s+)?(?:[A-Z][\w’'-]*\s+){0,3}?(?:Council|Board|Committee|Commission|[Mm]embers|[Mm]eeting|Trustees|Town|District)"
_AGREED = late(
    rf"[\s,:;]*(?:(?:and\s+)?(?P<mark>[Ii]t\s+was\s+{_HOW}(?:{_DOES}|carried)|{_BODY}\s+{_HOW}{_DOES})"
    rf"|[Aa]nd\s+{_HOW}(?P<bare>[Rr]esolved|[Aa]greed|RESOLVED|AGREED)(?=(?:\s+(?:unanimously|{BY_COUNT}))?(?:\s*:|\s+that\b)))\s*"
    rf"(?:(?P<all>unanimously)\s*|{BY_COUNT}\s*)?[:,–-]?\s*(?=(?:[“\"‘'’]\s?){{0,2}}(?:that|to|That|To)\b)"
)
_ABSTAINED = re.compile(r"\bwith\s+(?P<count>\w+)\s+(?:members?\s+)?abst", re.IGNORECASE)
_OPENING = re.compile(r"(?:[“\"‘'’]\s?)+")  # a quotation mark, or what a typist put for one
# `and carried unanimously by the members present to adopt …`: how it fared stands before its words
_FARED = late(
    rf"[\s,:;(]*(?:and\s+)?(?:(?:it\s+|which\s+)?(?:was\s+|being\s+)?)?(?P<mark>{_HOW}(?:carried|passed|approved|adopted|agreed)\b)"
    r"(?:[\s,]+(?:unanimously|nem\.?\s*con\.?|(?:by|with|on)\s+(?:(?!\b(?:to\s+[a-z]|that)\b)[^.;:]){3,70}?|\(?\d{1,2}\s?[-–]\s?\d{1,2}\)?))*"
    r"[\s,]+(?=to\s+(?!the\b|an?\b)[a-z]|that\b|(?:adopt|approve|accept|authori[sz]e|award|receive|ratify|appoint|direct|waive|amend)\s)"
)
# `And Resolved:` on the last of the lines that say who proposed and who seconded: what was resolved stands below
_AGREED_BELOW = re.compile(
    rf"(?:\s*\([^()]{{2,24}}\))?[\s,:;.–-]*(?P<mark>(?:and\s+)?(?:it\s+was\s+)?{_HOW}{_DOES}(?:\s+(?:unanimously|{BY_COUNT}))?"
    r"(?:\s+as\s+follows)?)\s*(?P<colon>[:–-]{1,3})?\s*$",
    re.IGNORECASE,
)
_SAYS_WHAT = re.compile(r"[“\"]|(?:That|THAT|that|To|to)\s")
# `RESOLVED 24/051 (Bell/Cole)`, `RESOLVED on the motion of Cr Bell seconded Cr Adams that …`
_RESOLVED_BY = re.compile(
    r"(?P<mark>\b(?:RESOLVED|Resolved|[Ii]t was resolved|VOTED|Voted))\b[\s:,–-]*(?:(?:No\.?\s*)?(?:[A-Z]{1,5}[/ -]?)?\d[\w./-]*[\s:,–-]*)?"
    r"\(?(?:(?:[Uu]p)?on (?:the|a)\s+)?$"
)

_CALLED = re.compile(
    r"[\s,)\]]*(?:(?:as|by way of)\s+)?(?:an?\s+|the\s+)?(?:following\s+)?(?:notice\s+of\s+)?(?:motion|amendment|resolution|proposal)s?"
    r"(?:\s+to\s+(?:the|that|those)\s+[^.:]{0,60})?"
    r"(?:\s+as\s+(?:detailed|set\s+out|printed|shown|listed)\s+(?:on|in)\s+[^.:]{0,40}?)?(?:\s+in\s+the\s+following\s+terms|,?\s+(?:of\s+which|which|notice\s+of\s+which)[^.:]{0,80})?[\s:,–-]*$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:[;,.]\s*(?:and\s+)?|\s+and\s+)(?:this|which|it|(?:the|his|her)\s+(?:motion|proposal|amendment))(?:\s+(?:was|being|were))?\s*$",
    re.IGNORECASE,
)  # `…; this was` before who seconded
_AND = re.compile(r"[\s,;]+and\s*$")  # `… to adopt the minutes and Trustee Orr seconded the motion`
_CLAUSE = re.compile(r"\d{1,4}(?:\.\d{1,3})*(?:\([a-z0-9]{1,4}\))+\s")  # `90(1)(c) labour relations`, of a statute
# who moved and seconded, and that it was agreed, noted behind what was said: `… Clerk to ask. Prop TO, 2nd SL, all agreed.`
_NOTED = re.compile(
    r"[\s,.;:(–-]*(?:(?:all|unanimously|was|carried|agreed|in|favou?r|nem|con|and|members?|present|those)\b[\s,.;)]*){0,7}",
    re.IGNORECASE,
)
_FATE = re.compile(
    r"(?:unanim\w+|carried|agreed|favou?r|con)\b[\s)]*\.\s+$", re.IGNORECASE
)  # what follows tells of other things
_THIS = re.compile(r"(?<=[.;])\s+(?:This|It|Which)\s+(?:was|is)\s*$")
_SAID = re.compile(r"[a-z][^.]{8,}[.;:]\W*$")
_LAST = re.compile(
    r"(?<=[.!?]\s)(?:Motion|MOTION)\s*:?\s+(?:to|that|TO|THAT|To|That)\b[^.]*\.?$"
)  # a motion at the end of a paragraph
# The result first, then the words: `Motion Passed: Adopt the agenda. Passed with a motion by A Smith and a second by B Jones.`
_TOLD_FIRST = late(
    r"(?:The\s+)?(?P<mark>(?:Motion|MOTION|Amendment|AMENDMENT)\s+(?i:(?:was\s+)?(?:not\s+)?(?:passed|carried|adopted|approved|failed|defeated"
    r"|lost|denied|rejected)))\s*[:–—-]\s*(?P<text>\S.{3,}?)\s*(?:(?:It\s+)?(?i:passed|carried|adopted|approved|failed|defeated|lost"
    r"|denied|rejected)\s+(?:with|on|upon|by)\s+(?:(?:an?|the)\s+)?)?$"
)
_DOING = re.compile(r"to\s+(?!the\b|an?\b)[a-z]+\b")
STUB = 12  # characters between what was done and the list of it


def words_of_motion(pieces: Sequence[Piece], one: Put, end: int) -> list[Stretch]:
    """The words of a motion: between its movers, behind them, below them, or above them."""
    i, text = one.index, pieces[one.index].text
    if one.movers.between is not None:
        start, stop = one.movers.between
        match = _OPENS.match(text, start, stop)
        if match is not None and text[match.start("text")] in '“"':
            opened = match.start("text") + 1
            return [_trimmed(text, i, opened, min(close_of(text, opened) or stop, stop))]
        link = _LINK.search(text, start, stop) or _AND.search(text, start, stop)
        return [_trimmed(text, i, match.start("text"), link.start() if link else stop)] if match else []
    place = one.movers.end
    told_first = _TOLD_FIRST.match(text, 0, one.movers.start) if text[:12].casefold().find("otion ") >= 0 else None
    if told_first is not None and next(movers_in(text[: told_first.end("text")]), None) is None:
        one.result = Result((i, *told_first.span("mark")), carried=LOST.search(told_first["mark"]) is None)
        return [_trimmed(text, i, *told_first.span("text"))]
    resolved = _RESOLVED_BY.search(text, 0, _behind_mark(text, one))
    if resolved is not None:
        one.result = Result((i, *resolved.span("mark")), carried=True)
    told = _TO_BY.match(text, one.movers.start, one.movers.proposer[0])
    if told is not None:
        return [_trimmed(text, i, *told.span("text"))]
    if one.last == i:
        agreed = _AGREED.match(text, place, end)
        if agreed is not None:
            return _as_agreed(pieces, one, i, agreed, end)
        match = _OPENS.match(text, place, end)
        if match is not None:
            return _rest_of(pieces, i, match.start("text"), end)
        fared = _FARED.match(text, place, end) if one.seconder is not None else None
        if fared is not None:
            one.figures = figures_at(text, i, fared.end("mark"))
            return _as_agreed(pieces, one, i, fared, end)
    if one.seconder is not None and _agreed_below(pieces, one, end):
        below = one.last + 1
        return _rest_of(pieces, below, 0, len(pieces[below].text))
    below = one.last + 1
    if below < len(pieces) and (
        not _says_more(text[place:end]) or (one.last > i and AFTER_NAME.fullmatch(text, place, end))
    ):
        agreed = _AGREED.match(pieces[below].text) if not pieces[below].cells else None
        if agreed is not None and one.seconder is not None:
            return _as_agreed(pieces, one, below, agreed, len(pieces[below].text))
        match = _OPENS.match(pieces[below].text)
        if match is not None and not (below < len(pieces) and pieces[below].cells):
            return _rest_of(pieces, below, match.start("text"), len(pieces[below].text))
        if pieces[below].text[:1] in {"“", '"'} and _CALLED.fullmatch(text[place:end]):
            return quoted(pieces, below, 0)
    own = _BEFORE.match(text, 0, one.movers.start)  # `Motion: To adjourn. Moved by: A`
    if own is not None:
        stop = len(text[: one.movers.start].rstrip(" :"))  # `Motion to adjourn: Moved by A`
        return [_trimmed(text, i, own.start(own.lastgroup or 0), stop)]
    if words := _above(pieces, one.index) or _spoken(pieces, one):
        return words
    named = subject_moved(text, i, one.movers.start)
    one.spoken = bool(named)  # it stays in the minute's text, and is no resolution
    return named


def words_behind_roll(pieces: Sequence[Piece], one: Put) -> list[Stretch]:
    """The words of a motion behind the roll call on it: `… carried with the following vote:`, the sides, `to approve the agenda.`"""
    below = one.roll.stop if one.roll is not None else len(pieces)
    if below >= len(pieces) or pieces[below].cells or pieces[below].marker or not pieces[one.last].text:
        return []
    text = pieces[below].text
    if not pieces[one.index].text.endswith(":") or _DOING.match(text) is None:
        return []
    return _rest_of(pieces, below, 0, len(text))


def _spoken(pieces: Sequence[Piece], one: Put) -> list[Stretch]:
    """What was said right before a note of who moved and seconded, in its paragraph or in the one above it."""
    i, start = one.index, one.movers.start
    noted = _NOTED.match(pieces[i].text, one.movers.end)
    if one.seconder is None or one.last != i or noted is None:
        return []
    if noted.end() < len(pieces[i].text) and _FATE.search(noted.group()) is None:
        return []
    this = _THIS.search(pieces[i].text, 0, start)
    start = this.start() if this is not None else start
    said = i if start else i - 1
    if not start and pieces[i].table is not None:  # below a list in the row of a table: what the row begins with
        begins = next(n for n, p in enumerate(pieces) if p.table is pieces[i].table and p.row == pieces[i].row)
        said = begins if begins < i else said
    if said < 0 or (said == i and not start) or pieces[said].cells or pieces[said].label is not None:
        return []
    text = pieces[said].text
    if _SAID.search(text if said < i else text[:start]) is None or (said < i and next(movers_in(text), None)):
        return []
    one.spoken = True
    return [_trimmed(text, said, 0, start if said == i else len(text))]


def _as_agreed(pieces: Sequence[Piece], one: Put, i: int, agreed: re.Match[str], end: int) -> list[Stretch]:
    """The words behind `it was agreed`, which is the result of their motion."""
    text, said = pieces[i].text, agreed.groupdict()
    one.result = Result((i, *agreed.span(next(n for n in ("mark", "bare") if said.get(n)))), carried=True)
    away = _ABSTAINED.search(text, agreed.start(), agreed.end())
    if away is not None and "vote" not in text[agreed.start() : away.start()]:  # else it counts a vote of its own
        one.figures.setdefault("abstentions", (i, *away.span("count")))
    opening = _OPENING.match(text, agreed.end())
    if opening is not None and (text[agreed.end()] in '“"' or close_of(text, opening.end()) is not None):
        # as under `it was resolved:` on a line of its own: a proposal taken up without a vote
        one.voted = said.get("all") is not None
        return quoted(pieces, i, opening.end() - 1)
    if text.endswith(":") and len(text) - agreed.end() <= STUB:  # `… it was RESOLVED that:` over a list
        return _rest_of(pieces, i, agreed.end(), end)[1:] or [_trimmed(text, i, agreed.end(), end)]
    return [_trimmed(text, i, agreed.end(), min(end, sentence_end(text, agreed.end())))]


def _agreed_below(pieces: Sequence[Piece], one: Put, end: int) -> bool:
    """Whether who moved and seconded, in a line or in two, is followed by `And Resolved:` and the words of what was."""
    at, place = (one.index, one.movers.end) if one.last == one.index else (one.last, (one.seconder or one.proposer)[2])
    text, stop = pieces[at].text, end if at == one.index else len(pieces[at].text)
    if not any(c.isalnum() for c in text[place:stop]) and at + 1 < len(pieces):
        at, place, stop = at + 1, 0, len(pieces[at + 1].text)
    match = _AGREED_BELOW.match(pieces[at].text, place, stop)
    if match is None or at + 1 >= len(pieces) or pieces[at + 1].cells:
        return False
    if match["colon"] is None and not _SAYS_WHAT.match(pieces[at + 1].text):
        return False
    one.result, one.last = Result((at, *match.span("mark")), carried=True), at
    return True


def _behind_mark(text: str, one: Put) -> int:
    """Where the words that say who moved begin, without a mark that begins them: `RESOLVED (` of `RESOLVED (Orr/Lake)`."""
    pair = one.movers.seconder is not None and "/" in text[one.movers.proposer[1] : one.movers.seconder[0]]
    return one.movers.proposer[0] if pair else one.movers.start


def _says_more(text: str) -> bool:
    return any(c.isalpha() for c in text) and result_in(text, 0) is None and not _CALLED.fullmatch(text)


def _rest_of(pieces: Sequence[Piece], i: int, start: int, end: int) -> list[Stretch]:
    """A motion from its first word on: to the end of its sentence, and the list or the clauses that follow it."""
    text = pieces[i].text
    if text[start] in '“"':
        return quoted(pieces, i, start)
    result = result_in(text, i, start)
    stop = min(end, result.stretch[1]) if result else end
    stop = (
        sentence_end(text, start)
        if sentence_end(text, start) < stop and not _GOES_ON.match(text[sentence_end(text, start) :].strip())
        else stop
    )
    lead_out = _LEAD_OUT.search(text, start, stop)
    found = [_trimmed(text, i, start, lead_out.start() if lead_out else stop)]
    if stop < len(text.rstrip()):
        return found
    j = i
    while (j := _below_table(pieces, j + 1, found[-1][0])) < len(pieces):
        piece = pieces[j]
        before = pieces[found[-1][0]].text.rstrip()
        listed = (piece.marker is not None or _CLAUSE.match(piece.text) is not None) and (
            before.endswith((":", ";", ",", "and", "or")) or len(found) > 1
        )
        open_ended = not before.endswith((".", "”", '"', ";")) and piece.text[:1].islower()
        if (
            piece.cells
            or result_in(piece.text, j)
            or next(movers_in(piece.text), None)
            or not (listed or open_ended or _GOES_ON.match(piece.text))
        ):
            break
        found.append((j, 0, len(piece.text)))
    return found


def _below_table(pieces: Sequence[Piece], j: int, last: int) -> int:
    """The piece to go on with: where a limb ends with a colon over a table, the next stands below that (`b) … as follows:`, `c) …`)."""
    if j >= len(pieces) or not pieces[j].cells or not pieces[last].text.rstrip().endswith(":"):
        return j
    below = next((k for k in range(j, len(pieces)) if not pieces[k].cells), j)
    own, other = (LABEL.match(pieces[k].marker or "") for k in (last, below))
    return below if own and other and follows(own["label"], other["label"]) else j


def _above(pieces: Sequence[Piece], i: int) -> list[Stretch]:
    """A motion printed over its movers, as Australian and New Zealand councils do."""
    text = pieces[i].text
    first = next(movers_in(text), None)
    paired = (
        first is not None and first.start == 0 and "/" in text[first.start : first.end]
    )  # `Cr Orr/Cr Lake  CARRIED`
    if paired or text[:12].casefold().startswith(("moved", "mover", "proposed")):
        for j in range(i - 1, max(-1, i - 12), -1):
            if next(movers_in(pieces[j].text), None) or result_in(pieces[j].text, j) or pieces[j].cells:
                break
            match = _BEFORE.match(pieces[j].text)
            last = _LAST.search(pieces[j].text) if match is None and j == i - 1 else None
            match = _BEFORE.match(pieces[j].text, last.start()) if last is not None else match
            if match is not None:
                return [
                    (j, match.start(match.lastgroup or 0), len(pieces[j].text)),
                    *((k, 0, len(pieces[k].text)) for k in range(j + 1, i)),
                ]
    return []


def _trimmed(text: str, i: int, start: int, end: int) -> Stretch:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;(–—-"):
        end -= 1
    return (i, start, end)

"""The marks of what was resolved: the word RESOLVED or its like, at the head of a text or within it."""

from __future__ import annotations

import re

from extract.meeting.pieces import Piece
from extract.meeting.vote_words import BY_COUNT, any_in
from extract.remembering import remembered
from models.late import late

_LEAD = (
    r"(?:(?:and )?(?:it was |further |also ))?(?:unanimously |duly |further |also |therefore |accordingly "
    r"|then |hereby )*"
)
_ALL = r"(?:unanimously|nem(?:\.|ine)? ?con(?:\.|tradicente)?)"
_TAIL = (
    rf"(?:,?\s+\(?(?i:(?:carried |agreed |passed |and )*(?:{_ALL}|without dissent|by (?:a )?unanimous vote|{BY_COUNT}))\)?)?"
    r"[\s:;.,–—-]*"
)
_THAT = rf"(?=,?\s+(?:\(?(?:{_ALL}|{BY_COUNT})\)?,?\s+)?(?:that|to)\b)"
# At the head of a sentence: `The Committee unanimously resolved to …`, `Resolved that …`
_SENTENCE = (
    r"(?:^|(?<=[.;:]\s))(?:The|THE)\s+(?:[A-Z][\w’'&-]*\s+|of\s+|and\s+){0,5}?"
    r"(?:[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Pp]anel|[Cc]abinet|[Ee]xecutive|[Mm]embers|[Aa]uthority|[Cc]ommission|[Cc]ouncillor|[Mm]eeting)"
)
# Behind the mark, before what was resolved: `Resolved 24/6.01 The minutes …`
_NUMBERED = r"(?:No\.?\s*)?(?:[A-Z]{1,5}[/ -]?)?\d{1,4}[/.-][\w./-]*\d[.:]?(?=\s+[A-Za-z])"
_CALLED = r"(?:(?:No\.?|#)\s*)?(?:[A-Z]{1,5}[ /-]?)?\d[\w./-]*"  # `Resolution 24/13:`, `Decision No. 3 – …`
MARK = re.compile(
    rf"(?:(?i:{_LEAD})(?:RESOLVED|Resolved)\s+{_NUMBERED}{_TAIL}"
    rf"|(?i:{_LEAD})(?:RESOLVED|RESOLUTION)S?\b{_TAIL}"
    rf"|(?i:it was (?:\w+ )?resolved{_THAT}){_TAIL}"
    rf"|(?:The |That the )?(?:[\w&-]+ ){{0,5}}?(?:unanimously )?(?:resolved|agreed|decided)"
    rf"(?:,? unanimously)?(?: that| to)?\s*:[\s–-]*$"
    rf"|(?i:{_LEAD})Resolved(?:(?=\s+unanimously\b)|{_THAT}){_TAIL}"
    rf"|(?:Resolution|Decision)\s+{_CALLED}(?:\s*[:–—](?=\s|$)|\s-(?=\s))[\s:–—-]*"
    rf"|(?:(?i:{_LEAD})(?:Resolved|Resolution|Decision|Agreed)|AGREED|DECISION)S?\b"
    rf"(?:,?\s+\(?(?:(?i:{_ALL})|by the \w+)\)?)?\s*[:–—-][\s:–—-]*"
    rf"|(?P<label>(?:APPROVED|ENDORSED|RATIFIED|CONFIRMED|ACCEPTED)\s*:)[\s:–—-]*"
    rf"|RECOMMENDED\s*[:–—-][\s:–—-]*"
    rf"|(?:VOTED|Voted)(?:,?\s+\(?{_ALL}\)?)?\s*[:–—-](?=\s*(?:[Tt]o|[Tt]hat)\b)[\s:–—-]*"
    r"|(?:Council|COUNCIL|Committee|COMMITTEE|Board|BOARD|Panel|PANEL)\s+(?i:resolution|decision)s?:?$"
    rf"|(?:DECISION|Decision|RESOLUTION|Resolution|(?:RESOLVED|Resolved)(?:\s*[(\[][^)\]]{{2,24}}[)\]])?)$)"
)
INLINE = late(
    rf"\b(?:(?:(?i:{_LEAD}))RESOLVED\b|(?i:it was (?:\w+ )?resolved(?:{_THAT}|(?=\s*:\s*$)))"
    rf"|{_SENTENCE}\s+(?i:{_LEAD})resolved{_THAT}|(?<=[.;]\s)Resolved{_THAT}"
    rf"|(?:it was|[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Cc]ommission) (?:unanimously )?"
    rf"(?:VOTED|voted)(?=,?\s*:?\s+(?:unanimously\s+)?(?:to|that)\b)){_TAIL}"
)
_AGAIN = late(rf"(?:(?<=[.;]\s)|,?\s+and\s+)(?i:{_LEAD})RESOLVED(?=,?\s+(?:\w+\s+)?(?:that|to)\b){_TAIL}")

_NUMBER_BEFORE = re.compile(
    r"[(\[]?(?:(?:No|Minute|Res(?:olution)?)\b\.?\s*)?(?:[A-Z]{1,5}[/ -]?)?\d[\w.]*[/.-][\w./-]*[)\]:.]?\s*[–—-]?\s*"
)  # `24/103 RESOLVED: that …`

_PARAGRAPH = re.compile(
    r"(?:[A-Z]{1,4}[./-])?\d{1,4}(?:[./-]\d{1,4}){1,3}\.?\s+(?=[A-Z])"
)  # `C.23.64.3 Resolved: that …`, a paragraph of the minute


# Who resolved, at the head of a sentence that goes on with the mark: `The Harbour Board RESOLVED that …`
_SUBJECT = re.compile(
    r"(?:^|(?<=[.;:!?]\s))(?:(?:The|Members of the|Accordingly,? the|It was)\s+)(?:(?:[A-Z][\w’'&-]*|of|and|for|the)\s+){0,8}"
    r"(?:(?:[a-z]+ly|then|also|therefore|duly|has|have)\s+){0,2}$"
)


def subject_before(text: str, mark: int) -> int:
    """Where the sentence begins that goes on with a mark, if nothing but who resolved stands before it; else the mark's place."""
    found = _SUBJECT.search(text, 0, mark) if mark else None
    return found.start() if found is not None else mark


def is_mark(piece: Piece) -> bool:
    return mark_at(piece) is not None


@remembered(4096)  # agendas and minutes ask it of each piece, to claim and to read
def mark_at(piece: Piece) -> tuple[int, int] | None:
    """Where the word RESOLVED (or its like) with its colon stands in a piece."""
    match = MARK.match(piece.text)
    if match:
        # `Agreed: that …` is a mark, `Agreed actions` none; a heading `Decisions` has text under it that is no list of them
        return match.span()
    found = INLINE.search(piece.text) if any_in(("resolved", "voted"), piece.text) else None
    if found is None:
        own = _PARAGRAPH.match(piece.text) if "esolved" in piece.text else None
        match = MARK.match(piece.text, own.end()) if own is not None else None
        return match.span() if match is not None else None  # the number stays in the minute's text
    numbered = _NUMBER_BEFORE.fullmatch(piece.text, 0, found.start())  # which is no text of the minute
    return (0 if numbered else found.start()), found.end()


def marks_again(text: str, start: int) -> list[tuple[int, int]]:
    """Where further marks stand in a text that has one: `… and further RESOLVED that …`, a sentence that begins `RESOLVED`."""
    return [m.span() for m in _AGAIN.finditer(text, start)] if "RESOLVED" in text[start:] else []

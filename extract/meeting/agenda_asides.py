"""What stands at the end of an item on an agenda and is none of its title: the document, its pages, the time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.agenda_labels import cut_at_labels
from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.vocabulary import words_of
from extract.meeting.when import MONTH
from extract.wording import fold
from models.late import late
from models.page import Word
from models.record import Field

PAGES = late(
    r"\s*[(\[]?\b(?:(?:enclosed|attached|circulated)\s*[,;:–-]\s*)?"
    r"(?:pp?\.|pages?|page no\.?|paper|enc(?:losure)?|attachment|appendix)"
    r"\s*(?:nos?\.?\s*)?(?:[A-Z]?\d{1,4}[a-z]?(?:\s*(?:-|–|to|and|&)\s*[A-Z]?\d{1,4})?|[A-Z]{1,2}\d{0,2})"
    r"[)\]]?\s*$",
    re.IGNORECASE,
)
_IN_PAGES = ("p.", "pag", "paper", "enc", "attach", "append")  # one of these stands in what `PAGES` finds
LEADING_PAGES = re.compile(
    r"[(\[](?:pp?\.|pages?|page nos?\.?)\s*[A-Z]?\d{1,4}(?:\s*(?:-|–|to|and|&)\s*[A-Z]?\d{1,4})?[)\]](?=\s|$)",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\d{1,4}")
LEADER = late(r"\s*(?:[.·]\s?){4,}\s*(?P<page>[A-Z]?\d{1,4}(?:\s*[-–]\s*\d{1,4})?)\s*$")  # `Minutes ........ 4`
BARE_PAGES = re.compile(r"(?<=\s)\d{1,4}(?:\s*[–-]\s*\d{1,4})?\s*$")
TIME = re.compile(
    r"(?:^|(?<=\s)|(?<=\())\d{1,2}[:.]\d{2}\s*(?:am|pm|hrs|hours)?(?:\s*[–-]\s*\d{1,2}[:.]\d{2}\s*(?:am"
    r"|pm)?)?\)?$|^\d{1,2}[:.]\d{2}\s*(?:am|pm)?(?=\s)",
    re.IGNORECASE,
)
_BEFORE_TIME = late(
    rf"(?:,|\b(?:at|from|by|until|before|to|[12]\d{{3}}|{MONTH}))$", re.IGNORECASE
)  # of a day or a sentence
FAR = 350.0  # points from the left edge: page numbers of an agenda stand beyond
WIDE = 2.0  # times the size of type: so much white sets a column apart


def split_asides(piece: Piece) -> tuple[Piece, dict[str, Field]]:
    """A piece without the document, page reference or time that stands at its end, and these as fields."""
    found: dict[str, Field] = {}
    if (".." in piece.text or ". ." in piece.text) and piece.words and (led := LEADER.search(piece.text)):
        found["supporting_document"] = piece.field(led.start("page"))
        piece = _before(piece, led.start())
    if len(piece.lines) > 1 and (beside := _page_beside(piece)) is not None:
        found["supporting_document"] = Field(beside.text, (beside,))
        lines = [[w for w in piece.words[a:b] if w is not beside] for a, b in piece.lines]
        bare = piece_of_words([w for line in lines for w in line], lines)
        piece = replace(
            bare, marker=piece.marker, marker_words=piece.marker_words, level=piece.level, table=piece.table
        )
    known = words_of("agenda_words", "document")
    if re.fullmatch(r"\d{1,4}(?:\s*[–-]\s*\d{1,4})?", piece.text) and not piece.marker and piece.left > FAR:
        return replace(piece, text="", words=(), spans=(), lines=()), {"supporting_document": piece.field()}
    pages = LEADING_PAGES.match(piece.text)
    if pages is not None:  # what stands at the right of the title ran on into a second line
        count = sum(1 for _, b in piece.spans if b <= pages.end())
        if 0 < count < len(piece.words):
            found["supporting_document"] = replace(piece.field(0, pages.end()), text=pages.group().strip("()[]"))
            piece = replace(piece.part(count, len(piece.words)), marker=None, marker_words=())
    while piece.words:
        match = _aside_words(piece)
        if match is None:
            break
        count, name = match
        field = piece.field(piece.spans[-count][0], piece.spans[-1][1])
        found.setdefault(name, replace(field, text=field.text.strip("()[] ")))
        if count == len(piece.words):
            return replace(piece, text="", words=(), spans=(), lines=()), found
        piece = piece.part(0, len(piece.words) - count)
    while found and len(piece.words) > 1 and piece.words[-1].text in {"–", "-", "—"}:
        piece = piece.part(0, len(piece.words) - 1)
    lead = TIME.match(piece.text)
    if lead and lead.start() == 0 and piece.words and piece.spans[0][1] == lead.end() and len(piece.words) > 1:
        found.setdefault("time", piece.field(0, lead.end()))
        piece = piece.part(1, len(piece.words))
    if fold(piece.text.strip("()[]")) in known and piece.words:
        found.setdefault("supporting_document", replace(piece.field(), text=piece.text.strip("()[] ")))
        return replace(piece, text="", words=(), spans=(), lines=()), found
    return piece, found


def _page_beside(piece: Piece) -> Word | None:
    """The page at the right of a title's line that is not its last: behind a wide space, at the edge of the page."""
    for a, b in piece.lines[:-1]:
        if b - a > 1 and _PAGE.fullmatch(piece.words[b - 1].text) and piece.words[b - 1].x0 > FAR:
            before, page = piece.words[b - 2 : b]
            if page.x0 - before.x1 > WIDE * piece.size:
                return page
    return None


def _before(piece: Piece, end: int) -> Piece:
    """A piece up to a place in its text, that may stand within a word."""
    part = piece.part(0, sum(a < end for a, _ in piece.spans))
    spans = tuple((a, min(b, end)) for a, b in part.spans)
    return replace(part, text=part.text[:end], spans=spans)


def titles_by_lines(pieces: Sequence[Piece]) -> tuple[list[Piece], list[int]]:
    """The pieces, cut before labels of papers, and those in bold with papers beside a line that is not their last in their lines.

    And of each where it stood.
    Titles that wrap have their papers and pages in two lines at the right: `Review of the     Appendix B` over `parks   (Pages 9 - 11)`.
    """
    found: list[Piece] = []
    places: list[int] = []
    cut = [(i, part) for i, p in enumerate(pieces) for part in (cut_at_labels(p) if ":" in p.text else [p])]
    for place, piece in cut:
        lines = [piece]
        if piece.bold and len(piece.lines) > 1 and any(word in piece.text.casefold() for word in _IN_PAGES):
            parts = [piece.part(a, b) for a, b in piece.lines if b > a]
            lines = parts if any(split_asides(part)[1] for part in parts[:-1]) else lines
        found += lines
        places += [place] * len(lines)
    return found, places


def _aside_words(piece: Piece) -> tuple[int, str] | None:
    """How many words at the end of a piece are such an aside, and which field it is."""
    known = words_of("agenda_words", "document")
    folded = piece.text.casefold()
    papers = any(word in folded for word in _IN_PAGES)
    timed = (":" in folded or "." in folded) and any(map(str.isdigit, folded))
    for name, pattern, may in (("supporting_document", PAGES, papers), ("time", TIME, timed)):
        match = pattern.search(piece.text) if may else None
        if (match and match.end() == len(piece.text) and match.start() > 0) or (
            match and match.group().strip() == piece.text.strip()
        ):
            count = sum(1 for a, b in piece.spans if a >= match.start() and b > a)
            left = piece.text[: match.start()].rstrip()
            inside = left.count("(") > left.count(")") or (name == "time" and _BEFORE_TIME.search(left))
            if count and not inside:  # `(see pages 5–9)`, `26 September at 13:00` are the title's own words
                return count, name
    for count in range(1, min(4, len(piece.words))):
        gap = piece.words[-count].x0 - piece.words[-count - 1].x1
        same_line = abs(piece.words[-count].top - piece.words[-count - 1].top) < 3
        tail = piece.text[piece.spans[-count][0] :]
        bracketed = (tail.startswith("(") and tail.endswith(")")) or (count > 1 and tail[0] in "–-")
        tail = tail.lstrip("–- ") if tail[0] in "–-" else tail
        apart = (same_line and gap > WIDE * piece.size) or bracketed
        if apart and (fold(tail.strip("()[]")) in known or BARE_PAGES.match(" " + tail, 1)):
            return count, "supporting_document"
    return None

"""The items of an agenda: a numbered list with what is attached, on which pages, and at what time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.meeting.agenda_asides import FAR, LEADING_PAGES, PAGES, split_asides, titles_by_lines
from extract.meeting.agenda_labels import without_papers
from extract.meeting.agenda_margins import without_times
from extract.meeting.filed_items import FILE, filed_items
from extract.meeting.heading_words import heading_pieces
from extract.meeting.headings import Heading, find_headings, number_of
from extract.meeting.leading_items import with_leading
from extract.meeting.lower import with_lower
from extract.meeting.opening import CLOSING
from extract.meeting.outline import find_outline
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece
from extract.meeting.ranges import join_stretches, printed_marker
from extract.meeting.sentence_items import with_sentences
from extract.meeting.splitting import cell_pieces
from models.page import Word
from models.record import Field
from models.table import Cell

# A heading that parts an agenda, with what is said under it: the item before it has ended.
PART = re.compile(
    r"(?:part|section)\s+(?:[A-Z]|\d|[ivx]+|one|two|three)\b"
    r"|(?:.*\b)?(?:exempt|confidential|private|closed|restricted|public|open)\s+(?:items?|business|session|part|agenda)\b",
    re.IGNORECASE,
)
NUMBERED_PART = re.compile(r"(?:part|section)\s+(?:[A-Z]|\d|[ivx]+|one|two|three)\s*[:–—-]\s", re.IGNORECASE)
AFTER = re.compile(
    r"(?:for (?:more|further) information|contact|dated?\b|membership|distribution|circulation|notes?:"
    r"|(?:filming|recording|webcasting|photography)\b|fire (?:alarm|evacuation)|emergency evacuation"
    r"|(?:published|issued)(?: on| by|:)|date of (?:publication|issue)|despatch|yours (?:faithfully|sincerely))",
    re.IGNORECASE,
)  # what follows the last item of an agenda
NEAR = 0.6  # times the size of type: what stands this close under a title's line may be its next line
LEVEL = 6.0  # points: the lines of a title begin at one edge
SHORT_HEAD = 8  # words of a heading between items
SMALLER = 0.92  # times the size of an item: so small are the notes under an agenda


@dataclass(frozen=True, slots=True)
class ListedItem:
    """One item. `first` is the piece in which it begins."""

    first: int
    title: Field
    number: Field | None = None
    text: Field | None = None
    supporting_document: Field | None = None
    time: Field | None = None
    taken: tuple[Word, ...] = ()


def title_of_cell(cells: Sequence[Cell]) -> tuple[Field, Field | None, dict[str, Field]]:
    """A cell's title, set in bold or capitals or in a line of its own, the text under it, and what is said of papers."""
    pieces = [p for c in cells for p in cell_pieces(c)]
    asides: dict[str, Field] = {}
    kept: list[Piece] = []
    for piece in pieces:
        bare, found = split_asides(piece)
        asides = found | asides
        if bare.words:
            kept.append(bare)
    title, text = _title_and_text(kept or pieces)
    return title or Field("", tuple(w for c in cells for w in c.words)), text, asides


def _title_and_text(pieces: Sequence[Piece]) -> tuple[Field | None, Field | None]:
    if not pieces:
        return None, None
    if not any(p.bold or p.upper or p.bold_head for p in pieces[:1]):
        if len(pieces) > 1 and len(pieces[0].text.split()) <= 14 and not pieces[0].text.endswith((".", ";")):
            return pieces[0].field(confidence=0.8), _joined(pieces[1:])
        return _joined(pieces), None
    title, rest = _title_and_rest(pieces)
    return _joined(title), _joined(rest)


def _title_and_rest(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Leading pieces in bold (or capitals) and what follows; the first plain word begins the text."""
    bold = pieces[0].bold or bool(pieces[0].bold_head)
    title: list[Piece] = []
    for i, piece in enumerate(pieces):
        if (bold and piece.bold) or (not bold and piece.upper):
            title.append(piece)
            continue
        if bold and piece.bold_head and not title:
            cut = next(k for k, (_, b) in enumerate(piece.spans) if b >= piece.bold_head) + 1
            if cut < len(piece.words):
                return [piece.part(0, cut)], [
                    replace(piece.part(cut, len(piece.words)), marker=None, marker_words=()),
                    *pieces[i + 1 :],
                ]
        return title or [piece], list(pieces[i if title else i + 1 :])
    return title, []


def _joined(pieces: Sequence[Piece]) -> Field | None:
    if not pieces:
        return None
    field = join_stretches(pieces, [(i, 0, len(p.text)) for i, p in enumerate(pieces)])
    head = printed_marker(pieces[0])
    return (
        replace(field, text=f"{head} {field.text}".strip(), words=(*pieces[0].marker_words, *field.words))
        if head
        else field
    )


def list_items(pieces: Sequence[Piece]) -> list[ListedItem]:
    """The items of a numbered list; [] where there is none."""
    pieces, stood, times = without_times(pieces)
    pieces, places = titles_by_lines(pieces)
    places = [stood[place] for place in places]
    found_at = find_outline(pieces, with_text=False) or with_lower(pieces, find_headings(pieces), with_text=False)
    headings = with_sentences(pieces, [h for h in found_at if h.number is not None])
    headings = with_leading(pieces, headings) or filed_items(pieces)
    found: list[ListedItem] = []
    above = {p.text for p in pieces[: headings[0].index] if p.bold} if headings else set()
    for n, heading in enumerate(headings):
        stop = headings[n + 1].index if n + 1 < len(headings) else _end(pieces, heading)
        titles = heading_pieces(pieces, heading)
        if not titles:
            continue
        first = pieces[heading.index]
        own = number_of(first)
        number = None
        if heading.number is not None:
            number = Field(heading.number, first.marker_words or first.words[: 1 if own else 0])
        title, asides = split_asides(titles[-1])
        rest, beside = _behind(pieces, heading)
        if rest and FILE.fullmatch(title.text):  # the number of a file in bold, and behind it the title
            beside.setdefault("supporting_document", title.field())
            titles, title, rest = rest[:1], rest[0], rest[1:]
        if not rest and (parts := _at_line_end(titles[-1])):
            title, asides = split_asides(parts[0])
            rest = [parts[1]]
        asides = {**beside, **asides}
        body = list(pieces[heading.stop : stop])
        whole, asides = _whole_title([*titles[:-1], title], body, asides, alone=bool(rest))
        body, papers = without_papers([*rest, *body])
        if papers is not None:
            asides["supporting_document"] = papers
        texts: list[Piece] = []
        parted = next((k for k, p in enumerate(body) if _parts_agenda(p)), len(body))
        parted -= bool(parted == len(body) > 0 and n + 1 < len(headings) and _heads_next(body[-1], first))
        for piece in body[:parted]:
            if piece.text in above and piece.page != pieces[heading.index].page:
                continue  # the headings of the columns, printed again on the next page
            kept, more = split_asides(piece)
            asides = {**more, **asides}
            if kept.text:
                texts.append(kept)
        words = tuple(w for p in pieces[heading.index : stop] for w in (*p.marker_words, *p.words))
        found.append(
            ListedItem(
                places[heading.index],
                whole,
                number,
                _joined(texts),
                asides.get("supporting_document"),
                times.get(places[heading.index], asides.get("time")),
                words,
            )
        )
    return found


def _whole_title(
    parts: Sequence[Piece], body: list[Piece], asides: dict[str, Field], *, alone: bool
) -> tuple[Field, dict[str, Field]]:
    """A title with the lines of it that stand at the head of what follows, which are taken from there, and what is beside them.

    `alone`: its end is known.
    """
    lines = [replace(part, marker=None, marker_words=()) for part in parts]
    while body and not alone:
        line, beside = split_asides(body[0])
        if not _goes_on(lines[-1], line if line.words else body[0]):
            break
        if line.words:
            asides = {**beside, **asides}
        lines.append(line if line.words else body[0])  # a word for a paper alone on a title's line is its end
        del body[0]
    lines = [part for part in lines if part.words] or [parts[-1]]
    return lines[0].field() if len(lines) == 1 else _joined(lines) or parts[-1].field(), asides


def _behind(pieces: Sequence[Piece], heading: Heading) -> tuple[list[Piece], dict[str, Field]]:
    """What stands behind a title in its own paragraph: text, and papers or pages at the right of the title's line."""
    piece = pieces[heading.words[-1]]
    after = [k for k, (a, _) in enumerate(piece.spans) if a >= heading.cut] if heading.cut else []
    found: list[Piece] = []
    asides: dict[str, Field] = {}
    whole = replace(piece.part(after[0], len(piece.words)), marker=None, marker_words=()) if after else None
    for part in _first_line_apart(whole) if whole is not None else ():
        kept, more = split_asides(part)
        asides = {**more, **asides}
        if kept.words:
            found.append(kept)
    return found, asides


def _at_line_end(piece: Piece) -> tuple[Piece, Piece] | None:
    """A title whose first line or two ends with its pages in brackets, and the text under it: `Dues (Pages 3 - 9)` over `Report of …`."""
    for a, b in piece.lines[:2]:
        text = piece.text[: piece.spans[b - 1][1]] if b > a else ""
        if text.endswith((")", "]")) and 0 < b < len(piece.words) and PAGES.search(text):
            return piece.part(0, b), replace(piece.part(b, len(piece.words)), marker=None, marker_words=())
    return None


def _goes_on(title: Piece, piece: Piece) -> bool:
    """Whether a piece is the next line of a title: set like it, close under it, no item of its own."""
    if not (title.words and piece.words) or piece.marker or title.page != piece.page or PART.match(piece.text):
        return False
    bold = [all(w.font.bold for w in p.words) for p in (title, piece)]
    upper = [p.text == p.text.upper() for p in (title, piece)]
    alike = abs(title.size - piece.size) < 0.6 and bold[0] == bold[1] and upper[0] == upper[1]
    near = piece.words[0].top - max(w.bottom for w in title.words) < NEAR * title.size
    return alike and near and (bold[0] or upper[0]) and abs(title.words[0].x0 - piece.words[0].x0) < LEVEL


def _parts_agenda(piece: Piece) -> bool:
    longest = 24 if NUMBERED_PART.match(piece.text) else 12  # words
    short = len(piece.text.split()) <= longest and piece.marker is None and not piece.text.endswith((".", ";", ","))
    return short and (piece.bold or piece.upper or piece.level is not None) and PART.match(piece.text) is not None


def _heads_next(piece: Piece, item: Piece) -> bool:
    """Whether the last piece before an item is the heading of it and those that follow (`DECISION ITEMS`): it stands out at the
    edge of the numbers, as no text of the item above does.
    """
    if not (item.marker_words and item.words and piece.words) or piece.marker or piece.text[-1:] in ".;,:)":
        return False
    edge = item.marker_words[0].x0 + LEVEL
    out = piece.words[0].x0 < edge and item.words[0].x0 > edge + LEVEL
    return out and len(piece.text.split()) <= SHORT_HEAD and (piece.bold or piece.upper or piece.level is not None)


def _first_line_apart(piece: Piece) -> list[Piece]:
    """What stands at the right of a title's line is no part of the text under it."""
    lines = [line for line in piece.lines if line[1] > line[0]]
    if len(lines) < 2 or piece.words[0].x0 < FAR or LEADING_PAGES.match(piece.text):
        return [piece]
    return [piece.part(*lines[0]), piece.part(lines[1][0], len(piece.words))]


def _signs(piece: Piece) -> bool:
    """Whether a line is nothing but the one who called the meeting: `A Smith, Monitoring Officer`."""
    person = persons_of_line(piece.text) if len(piece.text) < 60 and piece.marker is None else None
    return person is not None and person.role is not None and not piece.text.endswith(".")


def _end(pieces: Sequence[Piece], heading: Heading) -> int:
    """Where the last item's text ends: before names, addresses and notes that follow an agenda."""
    for i in range(heading.stop, len(pieces)):
        text = pieces[i].text
        if CLOSING.match(text) or pieces[i].level == 1 or AFTER.match(text) or _signs(pieces[i]):
            return i
        if _is_note(pieces[i], pieces[heading.index]):
            return i
    return len(pieces)


def _is_note(piece: Piece, item: Piece) -> bool:
    """Whether a text in smaller type stands at the edge of an item's number, no further in than that: a note under the agenda."""
    if not item.marker_words or not piece.words or piece.marker or piece.size > SMALLER * item.size:
        return False
    return piece.words[0].x0 < item.marker_words[0].x0 + LEVEL

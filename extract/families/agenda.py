"""Agendas: the meeting they call, and their items, from a table or a numbered list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.families import Claim, Family, surely
from extract.families.table_rows import Row, field_of, heading_words, rows_of
from extract.meeting.agenda_columns import CODE, MOSTLY, agenda_columns
from extract.meeting.agenda_items import ListedItem, list_items, title_of_cell
from extract.meeting.at_most import LISTED, agenda_above
from extract.meeting.attendance_headings import heading_of
from extract.meeting.flow import pieces_of
from extract.meeting.headed_sheets import headed_items
from extract.meeting.opening import is_chair, meeting_facts
from extract.meeting.order_of_meeting import is_order
from extract.meeting.persons import persons_of_list
from extract.meeting.pieces import Piece
from extract.meeting.plain_items import plain_items
from extract.meeting.resolved_marks import is_mark
from extract.meeting.timed_items import timed_items
from extract.meeting.vocabulary import vocabulary, words_of
from extract.wording import fold
from models.page import Word
from models.record import Field, Printed
from models.section import Block, Paragraph, Section
from models.table import Table

CALLS = re.compile(
    r"\b(?:agenda|summoned|notice of (?:a )?meeting|notice is hereby given|order of business)\b", re.IGNORECASE
)
# A line of a masthead: `REGULAR MEETING AGENDA`, `Planning Board Agenda`; a `Consent agenda` is one of the items.
MASTHEAD = re.compile(
    r"(?:[\w’'&.-]+\s){0,5}(?:meeting|session|council|board|committee|commission|panel)\s(?:[–—-]\s)?agenda",
    re.IGNORECASE,
)
OF_ITEM = re.compile(
    r"agenda (?:item|ref(?:erence)?|paper|point|no)\b\W*(?:(?:no|number|ref)\b\W*)?(?:[A-Z]{1,5}[-/. ]?)?\d",
    re.IGNORECASE,
)  # over a paper that belongs to an item
CHAIR_IN_LIST = re.compile(r"\(\s*Chair(?:man|woman|person)?\s*\)")
MEMBERSHIP = re.compile(
    r"(?:\w+ )?member(?:s|ship)(?: of the \w+)?\b(?! present| in attendance)", re.IGNORECASE
)  # whom it summons
PAUSE = re.compile(
    r"(?:(?:comfort|lunch|tea|coffee|refreshment|short|meal)\s+)?(?:break|lunch|refreshments)\b", re.IGNORECASE
)
PARTED = re.compile(r"(?:part|section)\b.{0,4}", re.IGNORECASE)
NEAR, FARTHEST = 40, 100  # pieces: where the heading stands; and behind a page or two for visitors
OFTEN = 0.5  # share of the items whose titles columns part from what stands beside them
IN_ORDER = "from the opening of a meeting to its end"
TOP = 0.97  # what no claim is above
LIKE_OTHERS = LISTED + 1e-6  # what items add that look as those of meetings do, and when it meets
_LEADING = re.compile(r"(\d{1,2})[.)]?\s+(?=\S)")
VIEW_FIELDS = ("number", "title", "text", "supporting_document", "time")


def above(section: Section, score: float) -> bool:
    """Whether it may claim more by its heading and by what speaks against it, before any item is looked for."""
    if not agenda_above(section, score):
        return False
    pieces = pieces_of(section.blocks)
    told, called = _called(section, pieces)
    return told + LIKE_OTHERS - sum(_against(pieces, called)) > score


def claim(section: Section) -> Claim:
    """An agenda says so, lists usual items, and tells when and where; it neither lists who came nor resolves."""
    pieces = pieces_of(section.blocks)
    score, called = _called(section, pieces)
    reasons = [called] if called else []
    tables = [t for t in section.tables if agenda_columns(t) and (t.heading_rows or called)]
    items = [] if tables else _items(pieces[_start(pieces) :])
    if not tables and not items:
        return Claim(0.0)
    if tables:
        score += 0.35
        reasons.append("a table of items")
    elif len(items) >= 3:
        score += 0.25
        reasons.append(f"{len(items)} numbered items")
    known = tuple(vocabulary("usual_items"))
    titles = [i.title.text for i in items] + [c.text for t in tables for c in t.cells]
    usual = sum(fold(t).startswith(known) for t in titles if t)
    if usual >= 2:
        score += 0.2
        reasons.append(f"{usual} usual items of meetings")
    if "meeting_date" in meeting_facts([p for p in pieces[:14] if p.text]):
        score += 0.05
    for points in _against(pieces, called):
        score -= points
    return Claim(max(0.0, min(score, TOP)), tuple(reasons))


def _called(section: Section, pieces: Sequence[Piece]) -> tuple[float, str]:
    """What it counts that a section is headed as an agenda, is the order of a meeting, or calls one; and why, but for a call."""
    if (
        any(_headed(p) for p in pieces[:NEAR])
        or _far_start(pieces)
        or any(fold(c.text) in words_of("agenda_words", "agenda") for t in section.tables for c in t.row(0))
    ):
        return 0.4, "headed Agenda"
    if is_order(pieces):
        return 0.4, IN_ORDER
    return 0.2 if any(CALLS.search(p.text) and not OF_ITEM.match(p.text) for p in pieces[:10]) else 0.0, ""


def _against(pieces: Sequence[Piece], called: str) -> Iterator[float]:
    """What counts against an agenda: prose or resolutions, and a list of those who came. A whole order of a meeting may say
    what is recommended, and has an item for those present.
    """
    if any(is_mark(p) for p in pieces) or (called != IN_ORDER and _long_texts(pieces) > 2):
        yield 0.35
    if called != IN_ORDER and any(
        (h := heading_of(p)) and h[0] == "present" and not MEMBERSHIP.match(p.text) for p in pieces if p.text
    ):
        yield 0.15


def _items(pieces: Sequence[Piece]) -> list[ListedItem]:
    """The items of a numbered list, or of a front sheet whose lines begin with times, whichever holds more."""
    listed, timed, headed = list_items(pieces), timed_items(pieces), headed_items(pieces)
    if len(headed) >= MOSTLY * max(len(listed), len(timed), 1):
        return _without_pauses(headed)
    if not timed and not listed:
        return plain_items(pieces)
    if len(timed) > len(listed):
        return _without_pauses(timed)
    if len(timed) < MOSTLY * len(listed) or not timed:
        return listed
    by_number = {i.number.text.strip("."): i.title.text for i in listed if i.number is not None}
    titles = [(by_number.get(i.number.text.strip("."), ""), i.title.text) for i in timed if i.number is not None]
    longer = sum(a != b and b in a for a, b in titles)  # by when it is due or who leads, in columns of their own
    return _without_pauses(timed) if longer > OFTEN * len(timed) else listed


def _without_pauses(items: list[ListedItem]) -> list[ListedItem]:
    """The items without a break between numbered ones."""
    numbered = sum(i.number is not None for i in items) > OFTEN * len(items)
    return [i for i in items if not numbered or i.number is not None or not PAUSE.match(i.title.text)]


def _headed(piece: Piece) -> bool:
    if OF_ITEM.match(piece.text):
        return False
    text = re.sub(r"\s*[:–-].*$", "", fold(piece.text))
    called = words_of("agenda_words", "agenda")
    if text in called or ("/" in text and any(part.strip() in called for part in text.split("/"))):  # in two languages
        return True
    if piece.marker is None and len(piece.text) < 120 and fold(piece.text).startswith("agenda"):
        return True
    centred = piece.centred or piece.upper or piece.bold or piece.level is not None
    return centred and any(MASTHEAD.fullmatch(piece.text[a:b].strip()) for a, b in piece.line_spans)


def _start(pieces: Sequence[Piece]) -> int:
    """The piece after the heading `Agenda`; 0 where there is none. Behind pages for visitors the word stands alone."""
    near = next((i + 1 for i, p in enumerate(pieces[:NEAR]) if _headed(p) and len(p.text) < 60), 0)
    return near or _far_start(pieces)


def _far_start(pieces: Sequence[Piece]) -> int:
    far = enumerate(pieces[NEAR:FARTHEST], NEAR)
    return next((i + 1 for i, p in far if len(p.text) < 9 and _stands_alone(p)), 0)


def _long_texts(pieces: Sequence[Piece]) -> int:
    """How many texts of an agenda are long; what visitors are to know may stand on pages before its heading."""
    found = [p for p in pieces if len(p.text) > 400]
    return len(found) if len(found) < 3 else sum(len(p.text) > 400 for p in pieces[_start(pieces) :])


def _stands_alone(piece: Piece) -> bool:
    """Whether a heading says nothing but that an agenda follows."""
    return piece.text.strip(" :").isupper() and piece.bold and fold(piece.text) == "agenda"


def read(section: Section) -> Iterator[Printed]:
    """The meeting, then its items."""
    pieces = pieces_of(section.blocks)
    tables = [t for t in section.tables if agenda_columns(t)]
    start = _start(pieces)
    if tables:
        head = pieces_of(tuple(_before(section.blocks, tables[0])))
    else:
        items = _items(pieces[start:])
        first = start + (items[0].first if items else 0)
        head = pieces[:first]
    facts = meeting_facts([p for p in head if p.text])
    if "chair" not in facts and (chair := _chair(head)) is not None:
        facts["chair"] = chair
    sources = {w for f in facts.values() for w in f.words}
    taken = [
        w for p in head if _headed(p) or sources & set(p.words) for w in (*p.marker_words, *p.label_words, *p.words)
    ]
    # a list of items inside the minutes of a meeting, which have told of it, says nothing of another
    meeting = Printed("meetings", facts, taken=tuple(taken)) if facts else None
    if meeting is not None:
        yield meeting
    for table in tables:
        yield from _of_table(table, meeting)
    if not tables:
        for item in items:
            yield _listed(item, meeting)


def _chair(head: Sequence[Piece]) -> Field | None:
    """Who leads the body, where the first page lists its members: `Councillors A Smith (Chairman), B Jones`."""
    for piece in head:
        for person in persons_of_list(piece.text) if CHAIR_IN_LIST.search(piece.text) else ():
            if person.role is not None and is_chair(person.role.of(piece.text)):
                return piece.field(person.name.start, person.name.end, 0.85)
    return None


def _before(blocks: Sequence[Block], table: Table) -> list[Block]:
    head: list[Block] = []
    for block in blocks:
        if block is table:
            return head
        if isinstance(block, Paragraph) or (isinstance(block, Table) and not agenda_columns(block)):
            head.append(block)
    return head


def _band_below(row: Row) -> tuple[Word, ...]:
    """Takes the band off a row without rules that it stands close under (`A3` over `PART B – …`); the words of the band."""
    words = [w for c, _ in row.cells.get("number", ()) for w in c.words]
    top = next((w.top for w in words[1:] if PARTED.fullmatch(w.text) and CODE.fullmatch(words[0].text)), None)
    if top is None:
        return ()
    band: list[Word] = []
    for name, cells in row.cells.items():
        kept = []
        for cell, column in cells:
            above = tuple(w for w in cell.words if w.bottom <= top + 1)
            band.extend(w for w in cell.words if w.bottom > top + 1)
            kept.append((replace(cell, words=above, text=" ".join(w.text for w in above)), column))
        row.cells[name] = kept
    return tuple(band)


def _of_table(table: Table, meeting: Printed | None) -> Iterator[Printed]:
    assigned = agenda_columns(table)
    heads = heading_words(assigned)
    main = "title"
    rows = rows_of(table, assigned, main)
    numbered = sum(bool(row.text("number")) for row in rows) > 0.5 * len(rows)
    leading = not numbered and _count_up([row.text(main) for row in rows])
    for n, row in enumerate(rows):
        band = _band_below(row)
        number = row.text("number")
        if (numbered or leading) and (PARTED.fullmatch(number) or (not number and PAUSE.match(row.text(main)))):
            continue  # a break between numbered items is none of them, nor `PART B – …`, cut at the column's edge
        fields: dict[str, Field] = {}
        for name, cells in row.cells.items():
            if not row.text(name):
                continue
            if name == main:
                title, text, asides = title_of_cell([c for c, _ in cells])
                fields["title"] = title
                if leading and _LEADING.match(title.text) and len(title.words) > 1:  # `1. Welcome`
                    fields["number"] = Field(title.words[0].text, title.words[:1])
                    bare = title.text.removeprefix(title.words[0].text).lstrip()
                    fields["title"] = replace(title, text=bare, words=title.words[1:])
                for aside, value in asides.items():
                    fields.setdefault(aside, value)
                if text is not None:
                    fields["text"] = text
            elif name in VIEW_FIELDS:
                fields[name] = field_of(cells, table.method)
        other: tuple[Word, ...] = tuple(
            w for name, cells in row.cells.items() if name not in VIEW_FIELDS for c, _ in cells for w in c.words
        )
        other = (*other, *band)
        yield Printed("agenda_items", fields, meeting, taken=(*heads, *other) if n == 0 else other)


def _count_up(titles: Sequence[str]) -> bool:
    """Whether most titles begin with their number, from 1 on."""
    numbers = [int(m[1]) for t in titles if (m := _LEADING.match(t))]
    mostly = len(numbers) >= max(3, MOSTLY * len(titles))
    return mostly and numbers[0] == 1 and all(b == a + 1 for a, b in pairwise(numbers))


def _listed(item: ListedItem, meeting: Printed | None) -> Printed:
    fields = {"title": item.title}
    for name in ("number", "text", "supporting_document", "time"):
        value = getattr(item, name)
        if value is not None:
            fields[name] = value
    return Printed("agenda_items", fields, meeting, taken=item.taken)


FAMILY = Family("agenda", claim, read, surely(TOP), turn=3, above=above)

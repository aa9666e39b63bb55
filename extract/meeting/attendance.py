"""Who was there: lists under headings, blocks of names, tables, and sentences that report apologies."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.meeting.pieces import Piece
from extract.meeting.attendance_grid import code_of, name_column, status_column
from extract.meeting.persons import Person, Range, has_role, is_name, persons_of_line, persons_of_list, title_end
from extract.meeting.resolutions import SENTENCE
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.page import Word
from models.record import Field
from models.table import Table

WIDE = 1.6  # times the size of type: so much white parts two columns of a list
_PREFIX = re.compile(r"^(?P<head>[^:]{3,70}?)\s*(?::[\s–-]*|\s[–-]\s(?=\S)|\s*[–-]\s*$)")
_CAPITALS = re.compile(r"^(?P<head>[A-Z][A-Z/&() ]{4,50}[A-Z)])\s+(?=[A-Z][a-z])")
_KEYWORDS = (
    ("apolog", "apologies"),
    ("absent", "absent"),
    ("not present", "absent"),
    ("attendance", "in_attendance"),
    ("also present", "in_attendance"),
    ("attending", "in_attendance"),
    ("invited", "in_attendance"),
    ("observ", "in_attendance"),
    ("guests", "in_attendance"),
    ("officers", "in_attendance"),
    ("staff", "in_attendance"),
    ("present", "present"),
    ("attendees", "present"),
)
_APOLOGY = re.compile(
    r"\bapolog(?:y|ies)\b(?:(?!\b(?:from|on behalf of|by)\b)[^.;:]){0,120}?\b(?:from|on behalf of|submitted by|sent by|tendered by|made by)\b\s*:?\s*(?:the following\s*:?\s*)?",
    re.IGNORECASE,
)
_SENT = re.compile(r"^(?P<names>.{3,200}?)\s+(?:had\s+)?(?:sent|gave|given|submitted|tendered|offered)\s+(?:\w+\s+)?apologies\b", re.IGNORECASE)
_CUT = re.compile(r",?\s+(?:who|whose|which|for whom|with|were|was|had|due to|owing to|because|as\b|in whose)\b|\s+[–-]\s+|;")


@dataclass(slots=True)
class Attendee:
    """One person at one meeting. `status` is the heading as printed, its meaning in the field's note."""

    fields: dict[str, Field]
    status: str
    taken: tuple[Word, ...] = field(default=())


def heading_of(piece: Piece) -> tuple[str, int] | None:
    """The status that a heading of attendance gives, and where in the piece it ends."""
    text = piece.text
    known = vocabulary("attendance_headings")
    if fold(text) in known:
        return known[fold(text)], len(text)
    for pattern in (_PREFIX, _CAPITALS):
        match = pattern.match(text)
        if match is None:
            continue
        head = fold(re.sub(r"\([^)]*\)", "", match["head"]))
        if head in known:
            return known[head], match.end()
        status = _by_keyword(head)
        if status and (match["head"].isupper() or piece.bold_head >= len(match["head"]) or ":" in match.group()):
            return status, match.end()
    if (piece.bold or piece.upper) and len(text.split()) <= 8 and not is_name(text):
        status = _by_keyword(fold(text))
        return (status, len(text)) if status else None
    return None


def _runs_on(piece: Piece, columns: Columns, found: list[Attendee]) -> bool:
    """A line that stands in a later column alone goes on with what that column said of the person before."""
    rows = list(_cells(piece))
    if not found or not rows or any(len(row) > 1 or row[0][0].x0 < columns.edges[0] - 6 for row in rows) or columns.names:
        return False
    fields = found[-1].fields
    name = "affiliation" if "affiliation" in fields else "role" if "role" in fields else None
    if name is None:
        return False
    before = fields[name]
    fields[name] = replace(before, text=f"{before.text} {piece.text}", words=before.words + piece.words)
    return True


_INNER = re.compile(r"(?<=[.;])\s+(?P<head>[A-Z][A-Za-z ]{3,30}?)\s*:\s*(?=[A-Z])")


def _segments(piece: Piece, start: int, status: str, heading: Field) -> Iterator[tuple[int, int, str, Field]]:
    """Stretches of a paragraph with their status: a further heading may stand within it (`… C Brown. Guests: D Green.`)."""
    known = vocabulary("attendance_headings")
    for match in _INNER.finditer(piece.text, start):
        inner = known.get(fold(match["head"]))
        if inner is None:
            continue
        yield start, match.start(), status, heading
        start, status, heading = match.end(), inner, piece.field(match.start("head"), match.end())
    yield start, len(piece.text), status, heading


def _until(piece: Piece, end: int) -> Piece:
    """The piece up to a place in its text."""
    count = sum(1 for _, b in piece.spans if b <= end)
    return piece.part(0, count) if count else piece


_FINITE = re.compile(r"\b(?:presented|provided|was|were|had|has|have|reported|welcomed|opened|declared|noted|attended|joined|is|are|will|advised)\b")
_GUEST = re.compile(r"\b(?:presented|attended|joined|gave|spoke|addressed|was (?:also )?(?:present|in attendance))\b")


def _is_prose(piece: Piece) -> bool:
    """Whether a piece after a list is a sentence: the list has ended."""
    return len(piece.text.split()) > 6 and piece.text.rstrip().endswith((".", ":")) and _FINITE.search(piece.text) is not None


def guests_in(pieces: Sequence[Piece]) -> list[Attendee]:
    """People whom a sentence before the first item brings in: `The auditor, A Smith, Firm LLP, presented …`."""
    found: list[Attendee] = []
    for piece in pieces:
        match = _GUEST.search(piece.text)
        if match is None or match.start() > 120:
            continue
        parts = list(re.finditer(r"[^,]+", piece.text[: match.start()]))
        for n, part in enumerate(parts):
            person = persons_of_line(piece.text, part.start(), part.end())
            if person is None or person.name.start != part.start() + len(part.group()) - len(part.group().lstrip()):
                continue
            heading = piece.field(*match.span())
            guest = _attendee(piece, person, "in_attendance", heading)
            body = parts[n + 1] if n + 1 < len(parts) else None
            if body is not None and "affiliation" not in guest.fields and len(body.group().split()) <= 6:
                guest.fields["affiliation"] = piece.field(body.start(), body.end(), 0.7)
            guest.fields["status"] = replace(guest.fields["status"], confidence=0.7)
            found.append(guest)
    return found


def _apart(piece: Piece, found: Sequence[Attendee]) -> bool:
    """Whether a bold line in capitals stands under names that are set in neither."""
    names = [a.fields["person"].text for a in found[-3:]]
    return piece.upper and bool(names) and not any(n.isupper() for n in names) and title_end(piece.text) == 0


def _by_keyword(head: str) -> str | None:
    if len(head.split()) > 7:
        return None
    return next((status for word, status in _KEYWORDS if word in head), None)


def read_attendance(pieces: Sequence[Piece]) -> tuple[list[Attendee], set[int]]:
    """The people of the pieces before the first item, and which pieces they fill."""
    found: list[Attendee] = []
    filled: set[int] = set()
    status: str | None = None
    heading: Field | None = None
    columns = find_columns([p for p in pieces if p.label is None and not p.centred])
    for i, piece in enumerate(pieces):
        if piece.cells:
            new = list(_of_row(piece, status, heading))
            found.extend(new)
            filled.update({i} if new else ())
            continue
        start = 0
        if piece.label is not None:
            if fold(piece.label) not in vocabulary("attendance_headings"):
                continue
            status = vocabulary("attendance_headings")[fold(piece.label)]
            heading = Field(piece.label, piece.label_words)
        elif (head := heading_of(piece)) is not None:
            status, start = head
            heading = piece.field(0, start)
            filled.add(i)
        if status is None or heading is None:
            continue
        if start == 0 and piece.label is None and (piece.bold or piece.upper) and (piece.centred or _apart(piece, found)):
            status = heading = None  # a title in the middle of the page is no name
            continue
        if start == 0 and piece.label is None and _is_prose(piece):
            status = heading = None
            continue
        if start == 0 and columns is not None and _runs_on(piece, columns, found):
            filled.add(i)
            continue
        new = []
        for begin, end, own, head in _segments(piece, start, status, heading):
            part = piece if end == len(piece.text) else _until(piece, end)
            new.extend(_attendee(piece, p, own, head) for p in persons_of(part, begin, columns))
            status, heading = own, head
        found.extend(new)
        if new:
            filled.add(i)
        elif start == 0 and piece.label is None and (piece.bold or piece.upper or len(piece.text) > 120 or ":" in piece.text):
            status = heading = None  # another heading, or prose: the list has ended
    for attendee in found:
        for name in ("role", "affiliation"):
            if name in attendee.fields:
                attendee.fields[name] = _whole_time(attendee.fields[name])
    return _also_present(found), filled


def _also_present(found: list[Attendee]) -> list[Attendee]:
    """Where others are listed as in attendance, a member who was `also present` was present."""
    also = [a for a in found if fold(a.fields["status"].text) in {"also present", "others present", "other members present"}]
    if len(also) < len([a for a in found if a.status == "in_attendance"]):
        for attendee in (a for a in also if "role" in a.fields and re.search(r"\b(?:Member|Councillor)\b", a.fields["role"].text)):
            attendee.status = "present"
            attendee.fields["status"] = replace(attendee.fields["status"], note="present", confidence=0.7)
    return found


def persons_of(piece: Piece, start: int = 0, columns: Columns | None = None) -> list[Person]:
    """The people of a piece: one a line, or a running list, whichever explains the text better."""
    if start >= len(piece.text):
        return []
    if columns is not None and (columned := _columned(piece, start, columns)):
        return columned
    listed = persons_of_list(piece.text, start)
    lines = _logical_lines(piece, start)
    by_line = [p for a, b in lines if (p := persons_of_line(piece.text, a, b)) is not None]
    runs_over = any(piece.text[a:b].rstrip().endswith((",", " and", "(", "&")) for a, b in lines[:-1])
    if runs_over or len(by_line) < 0.8 * len(lines) or not by_line or ";" in piece.text[start:]:
        return listed
    more = [p for p in listed if not any(q.name.start == p.name.start for q in by_line)]
    if not more or (len(more) <= len(lines) and not any(_plainly(piece.text, p) for p in more) and any(p.initials or p.role for p in by_line)):
        return by_line
    return listed


def _logical_lines(piece: Piece, start: int) -> list[tuple[int, int]]:
    """The lines of a list; a line that is set further in, and begins with nobody, goes on with the one before."""
    lines: list[tuple[int, int]] = []
    edge = min((piece.words[a].x0 for a, b in piece.lines if b > a), default=0.0)
    for (a, b), (first, last) in zip(((a, b) for a, b in piece.lines if b > a), piece.line_spans, strict=True):
        if last <= start:
            continue
        text = piece.text[max(first, start) : last]
        goes_on = piece.words[a].x0 > edge + 4 and persons_of_line(text) is None
        if lines and (goes_on or (piece.text[: lines[-1][1]].endswith((",", "&", "–", "-", "(")) and persons_of_line(text) is None)):
            lines[-1] = (lines[-1][0], last)
        else:
            lines.append((max(first, start), last))
    return lines


def _plainly(text: str, person: Person) -> bool:
    """Whether a name shows by itself that it is one: a title, an initial, a bracket behind it."""
    name = person.name.of(text)
    initial = re.match(r"(?:[A-Z]\.?\s)+", name) is not None
    return title_end(name) > 0 or initial or text[person.name.end : person.name.end + 2].strip().startswith("(")


@dataclass(frozen=True, slots=True)
class Columns:
    """A list set in two columns or more: where the later ones begin, and whether they name people as the first does."""

    edges: tuple[float, ...]
    names: bool
    bodies: bool  # few of them have a word for a role: they say where people come from, whatever the word


def find_columns(pieces: Sequence[Piece]) -> Columns | None:
    """The columns that lines of a list keep to; None where wide spaces come from justified type."""
    rows = [_without_heading(row, piece) for piece in pieces if not piece.cells for row in _cells(piece)]
    later = [cell for row in rows for cell in row[1:]]
    edges = Counter(round(cell[0].x0 / 4) for cell in later)
    kept = {e for e, n in edges.items() if n + edges.get(e + 1, 0) + edges.get(e - 1, 0) >= max(2, 0.6 * len(later))}
    if not kept or any(row[k][-1].text.endswith(",") for row in rows for k in range(len(row) - 1)):
        return None
    texts = [" ".join(w.text for w in cell) for cell in later]
    named = sum(persons_of_line(t) is not None and not has_role(t) for t in texts)
    repeated = len(texts) - len(set(texts))
    names = named > 0.85 * len(texts) and repeated <= 0.1 * len(texts)
    return Columns(tuple(sorted(4.0 * e for e in kept)), names, bodies=sum(map(has_role, texts)) < 0.3 * len(texts))


def _without_heading(row: list[list[Word]], piece: Piece) -> list[list[Word]]:
    """A line's cells less the heading that stands before them."""
    if not row or row[0][0] is not piece.words[0]:
        return row
    first = " ".join(w.text for w in row[0])
    return row[1:] if len(row) > 1 and fold(first) in vocabulary("attendance_headings") else row


def _cells(piece: Piece) -> Iterator[list[list[Word]]]:
    """The lines of a piece, each cut at wide spaces."""
    for a, b in piece.lines:
        row: list[list[Word]] = [[]]
        for word in piece.words[a:b]:
            if row[-1] and word.x0 - row[-1][-1].x1 > WIDE * word.font.size:
                row.append([])
            row[-1].append(word)
        if row[0]:
            yield row


def _columned(piece: Piece, start: int, columns: Columns) -> list[Person]:
    """The people of lines in columns: name and body, name and role, or two names."""
    place = {id(w): span for w, span in zip(piece.words, piece.spans, strict=True)}
    found: list[Person] = []
    for row in _cells(piece):
        spans = [Range(max(place[id(cell[0])][0], start), place[id(cell[-1])][1]) for cell in row]
        if len(row) == 1 and found and not columns.names and row[0][0].x0 > columns.edges[0] - 6:
            found[-1] = _longer(piece.text, found[-1], spans[0])
            continue
        for n, span in enumerate(s for s in spans if s.end > start):
            people = persons_of_list(piece.text, span.start, span.end) if len(row) == 1 else []
            person = persons_of_line(piece.text, span.start, span.end) if n == 0 or columns.names else None
            if len(people) > 1:
                found.extend(people)
            elif person is not None:
                found.append(person)
            elif found:
                known = found[-1]
                role = not columns.bodies and has_role(span.of(piece.text)) and known.role is None
                found[-1] = replace(known, role=span) if role else replace(known, affiliation=known.affiliation or span)
    return found


def _longer(text: str, person: Person, more: Range) -> Person:
    """A person whose role or body goes on in the next line of its column."""
    if person.affiliation is not None and text[person.affiliation.end : more.start].isspace():
        return replace(person, affiliation=Range(person.affiliation.start, more.end))
    if person.role is not None and text[person.role.end : more.start].isspace():
        return replace(person, role=Range(person.role.start, more.end))
    return person


def _attendee(piece: Piece, person: Person, status: str, heading: Field) -> Attendee:
    fields = {"person": piece.field(person.name.start, person.name.end, person.sure)}
    if person.role_text is not None and person.role is not None:
        fields["role"] = Field(person.role_text, piece.words_in(person.role.start, person.role.end), confidence=0.9)
    elif person.role is not None:
        fields["role"] = piece.field(person.role.start, person.role.end, 0.9)
    if person.affiliation is not None and not (status == "apologies" and text_is_reason(person.affiliation.of(piece.text))):
        fields["affiliation"] = piece.field(person.affiliation.start, person.affiliation.end, 0.85)
    if person.initials is not None:
        fields["initials"] = piece.field(person.initials.start, person.initials.end)
    fields["status"] = Field(heading.text, heading.words, note=status, confidence=0.9)
    return Attendee(fields, status)


_FOR_ITEMS = re.compile(
    r"[\s,;]*[(\[]?\s*(?:(?:for|from|until|up to|during)\s+)?(?:agenda\s+)?items?\s+(?:nos?\.?\s*)?[\w./-]*\d[\w./-]*(?:\s*(?:to|-|–|and|&|,)\s*[\w./-]*\d[\w./-]*)*(?:\s+only)?\s*[)\]]?$|[\s,;]*[(\[](?:part|in part|part of meeting|(?:from|until|arrived|left|via|by)\s[^)\]]*)[)\]]$",
    re.IGNORECASE,
)


def _whole_time(field: Field) -> Field:
    """A role or body without the note for which items somebody was there."""
    match = _FOR_ITEMS.search(field.text)
    if match is None or match.start() == 0:
        return field
    return replace(field, text=field.text[: match.start()].rstrip(" ,;("))


def text_is_reason(text: str) -> bool:
    """Whether a bracket behind a name says why somebody was away, not where the person comes from."""
    return text[:1].islower()


def _of_row(piece: Piece, status: str | None, heading: Field | None) -> Iterator[Attendee]:
    """The people of one row of a table: a name with its role and body, or a list under a column's own heading."""
    table = piece.table
    if table is None or all(c.is_heading for c, _ in piece.cells):
        return
    said = status_column(table)
    if said is not None:
        yield from _by_code(piece, table, said)
        return
    for cell, inside in piece.cells:
        own = _column_status(table, cell.column)
        if own is not None:
            for part in inside:
                for person in persons_of(part):
                    yield _attendee(part, person, own[0], own[1])
    if any(_column_status(table, c.column) for c, _ in piece.cells) or status is None or heading is None:
        return
    found: Attendee | None = None
    for _, inside in piece.cells:
        for part in inside:
            person = persons_of_line(part.text) if found is None else None
            if person is not None:
                found = _attendee(part, person, status, heading)
            elif found is not None and any(c.isalpha() for c in part.text):
                name = "role" if has_role(part.text) and "role" not in found.fields else "affiliation"
                found.fields.setdefault(name, part.field(confidence=0.85))
    if found is not None:
        yield found


def _by_code(piece: Piece, table: Table, said: int) -> Iterator[Attendee]:
    """The person of a row whose status stands in a column of its own."""
    names = name_column(table)
    cells = {c.column: (c, inside) for c, inside in piece.cells}
    cell = cells.get(said, (None, ()))[0]
    status = code_of(cell) if cell is not None else None
    parts = cells.get(names if names is not None else 0, (None, ()))[1]
    if cell is None or status is None or not parts:
        return
    person = persons_of_line(parts[0].text)
    if person is None:
        return
    found = _attendee(parts[0], person, status, Field(cell.text, cell.words))
    for column, (_, inside) in cells.items():
        for part in inside if column not in {said, names} else ():
            name = "role" if has_role(part.text) else "affiliation"
            found.fields.setdefault(name, part.field(confidence=0.85))
    yield found


def _column_status(table: Table, column: int) -> tuple[str, Field] | None:
    """The status that a column's own heading gives to the names under it."""
    for cell in table.cells:
        if cell.column <= column <= cell.last_column and (cell.is_heading or cell.row == 0):
            status = vocabulary("attendance_headings").get(fold(cell.text))
            if status:
                return status, Field(cell.text, cell.words)
    return None


def apologies_in(pieces: Sequence[Piece]) -> list[Attendee]:
    """The people for whom a sentence reports apologies."""
    found: list[Attendee] = []
    for i, piece in enumerate(pieces):
        for match in _APOLOGY.finditer(piece.text):
            end = _sentence_end(piece.text, match.end())
            cut = _CUT.search(piece.text, match.end(), end)
            heading = piece.field(match.start(), match.end())
            people = persons_of_list(piece.text, match.end(), cut.start() if cut else end)
            found.extend(_attendee(piece, p, "apologies", heading) for p in people)
            if not people and end - match.end() < 3:
                found.extend(_listed_under(pieces, i, heading))
        sent = _SENT.match(piece.text)
        if sent and not _APOLOGY.search(piece.text):
            heading = piece.field(sent.end("names"), sent.end())
            found.extend(_attendee(piece, p, "apologies", heading) for p in persons_of_list(piece.text, 0, sent.end("names")))
    return found


def _listed_under(pieces: Sequence[Piece], i: int, heading: Field) -> Iterator[Attendee]:
    for piece in itertools.islice(pieces, i + 1, None):
        people = persons_of(piece)
        if not people:
            return
        yield from (_attendee(piece, p, "apologies", heading) for p in people)


def _sentence_end(text: str, start: int) -> int:
    """The end of the sentence; the stop of `Mr.` or of an initial does not end it."""
    match = SENTENCE.search(text, start)
    return match.start() if match else len(text)

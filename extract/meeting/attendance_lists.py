"""The people of a piece of a list: one a line, in columns, or running on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.meeting.initials import is_initials_of
from extract.meeting.name_spans import Range, trim
from extract.meeting.names import has_role, is_body, title_end
from extract.meeting.person_parts import Person, with_part
from extract.meeting.persons import persons_of_line, persons_of_list
from extract.meeting.pieces import Piece
from extract.meeting.posts_close import posts_close
from extract.meeting.posts_first import people_by_posts
from extract.meeting.presence import says_how
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.page import Word

# What somebody is, even in a column that says where the others come from.
POST = re.compile(r"(?:[A-Z][\w-]*\s){1,3}(?:Member|Chair|Vice[- ]Chair|Representative|Observer)")
_HEAD_INITIALS = re.compile(r"(?P<own>\([A-Z][\w.]{1,5}\)|[A-Z][A-Za-z.]{1,5}(?=\s*$))\s*")  # in brackets, or alone
_ENTRY = re.compile(r"([^,;()]+),([^,;()]+)(?:;|\.?\s*$)")
CODE = re.compile(r"\(?[A-Z]{2}[A-Za-z]{0,2}\)?")  # a cell of initials alone
_PART_OF_TIME = re.compile(
    r"[(\[][^()\[\]]*\b(?:items?|until|from|left|joined|arrived|part)\b[^()\[\]]*[)\]]\s*[,;]\s*$", re.IGNORECASE
)
LONGEST_NOTE = 60  # characters
LEAST_ENTRIES = 2
_UNENDED = (",", "&", "–", "-", "(", " and", " of", " for", " to", " the")  # what a line ends with that is not all
LEVEL = 3.0  # points: the lines of a list begin so near each other
NARROW = 0.6  # times it: so much does where other lines begin a column
EDGE = 4.0  # points
SAME = 0.3  # points: words that begin at one place
WIDE = 1.6  # times the size of type: so much white parts two columns of a list


def persons_of(piece: Piece, start: int = 0, columns: Columns | None = None) -> list[Person]:
    """The people of a piece: one a line, or a running list, whichever explains the text better."""
    if start >= len(piece.text):
        return []
    if columns is not None and _hangs(piece, start):
        columns = None
    if columns is not None and not _runs_over(piece, columns) and (columned := _columned(piece, start, columns)):
        return columned
    if columns is None and start == 0 and (beside := _posts_beside(piece)):
        return beside
    if held := people_by_posts(piece.text, start, len(piece.text)):
        return held
    if close := posts_close(piece.text, start, len(piece.text)):
        return close
    listed = _by_entries(piece.text, start) or persons_of_list(piece.text, start)
    lines = _logical_lines(piece, start)
    by_line = [p for a, b in lines if (p := persons_of_line(piece.text, a, b)) is not None]
    runs_over = any(piece.text[a:b].rstrip().endswith((",", " and", "(", "&")) for a, b in lines[:-1])
    if runs_over or len(by_line) < 0.8 * len(lines) or not by_line or ";" in piece.text[start:]:
        return listed
    begun = [a for a, _ in lines]
    # a name that begins on one line and ends on the next is the end of what the first says, and a name: `… Port Trust` over `Ann Lee`
    more = [p for p in listed if not any(p.name.start < a < p.name.end for a in begun)]
    more = [p for p in more if not any(q.name.start == p.name.start for q in by_line)]
    # read as one list, a role runs on into the name on the next line: `… (OF), Trust Chair` over `Basil Arkwright (BA), …`
    across = all(any(p.name.start < q.name.end and q.name.start < p.name.end for q in by_line) for p in more)
    if across or (
        len(more) <= len(lines)
        and not any(_plainly(piece.text, p) for p in more)
        and any(p.initials or p.role for p in by_line)
    ):
        return by_line
    return listed


def _hangs(piece: Piece, start: int) -> bool:
    """Whether all lines of a list begin where the first name does, right of the heading: they are its own, and none a later column."""
    first = next((w for w, (a, _) in zip(piece.words, piece.spans, strict=True) if a >= start), None)
    rows = list(cells_of(piece))[1:] if start and first is not None and first is not piece.words[0] else []
    return bool(rows) and all(len(row) == 1 and abs(row[0][0].x0 - first.x0) < LEVEL for row in rows if first)


def _posts_beside(piece: Piece) -> list[Person]:
    """The people of lines that print a post behind a wide space, whatever edge the posts of other lists keep to; [] of other lines."""
    place = {id(w): span for w, span in zip(piece.words, piece.spans, strict=True)}
    found: list[Person] = []
    for row in cells_of(piece):
        spans = [Range(place[id(cell[0])][0], place[id(cell[-1])][1]) for cell in row]
        post = spans[1].of(piece.text) if len(spans) == 2 else ""
        if not has_role(post) or title_end(post) or persons_of_line(post) is not None:
            return []
        person = persons_of_line(piece.text, spans[0].start, spans[0].end)
        if person is None or person.role is not None:
            return []
        found.append(replace(person, role=spans[1]))
    return found


def _by_entries(text: str, start: int) -> list[Person]:
    """The people of entries parted by semicolons, each with what they are behind a comma (`A Reid, Harbour Master; B Ito, Pilot`).

    [] where an entry holds anything else, or nothing behind any comma is known for a role.
    """
    entries = _ENTRY.findall(text[start:])
    if len(entries) < LEAST_ENTRIES or sum(has_role(role) for _, role in entries) < 0.5 * len(entries):
        return []
    found = []
    for match in _ENTRY.finditer(text, start):
        person = persons_of_line(text, *match.span(1))
        if person is None or person.role is not None:
            return []
        found.append(replace(person, role=trim(text, *match.span(2))))
    whole = sum(len(name) + len(role) + 1 for name, role in entries)
    return found if whole >= len(text) - start - 2 * len(entries) else []


def _runs_over(piece: Piece, columns: Columns) -> bool:
    """Whether a piece is a running list over several lines, though columns stand elsewhere in the list."""
    rows = list(cells_of(piece))
    return (
        len(rows) > 1
        and all(len(row) == 1 and row[0][0].x0 < columns.edges[0] - 6 for row in rows)
        and any(mark in piece.text for mark in (";", ","))
        and any(" ".join(w.text for w in row[0])[-1] in ",;" or not _is_person(row[0]) for row in rows)
    )


def _is_person(words: Sequence[Word]) -> bool:
    return persons_of_line(" ".join(w.text for w in words)) is not None


def _logical_lines(piece: Piece, start: int) -> list[tuple[int, int]]:
    """The lines of a list; a line that is set further in, or begins in lower case, and names nobody, goes on with the one before."""
    lines: list[tuple[int, int]] = []
    edge = min((piece.words[a].x0 for a, b in piece.lines if b > a), default=0.0)
    starts = [a for a, b in piece.lines if b > a]
    for a, (first, last) in zip(starts, piece.line_spans, strict=True):
        if last <= start:
            continue
        text = piece.text[max(first, start) : last]
        set_in = piece.words[a].x0 > edge + 4 or text[:1].islower()
        goes_on = set_in and persons_of_line(text) is None
        if lines and (goes_on or (piece.text[: lines[-1][1]].endswith(_UNENDED) and persons_of_line(text) is None)):
            lines[-1] = (lines[-1][0], last)
        else:
            lines.append((max(first, start), last))
    return lines


def _plainly(text: str, person: Person) -> bool:
    """Whether a name shows by itself that it is one: a title, an initial, a bracket behind it."""
    name = person.name.of(text)
    initial = re.match(r"(?:[A-Z]\.?\s)+", name) is not None
    if _PART_OF_TIME.search(text, max(0, person.name.start - LONGEST_NOTE), person.name.start) is not None:
        return True  # `A Smith, Harbour Master (items 1-5 only), B Jones`
    return title_end(name) > 0 or initial or text[person.name.end : person.name.end + 2].strip().startswith("(")


@dataclass(frozen=True, slots=True)
class Columns:
    """A list set in two columns or more: where the later ones begin, and whether they name people as the first does."""

    edges: tuple[float, ...]
    names: bool
    bodies: bool  # few of them have a word for a role: they say where people come from, whatever the word
    roles: bool = False  # a heading over them says that they are roles, whatever their words
    starts: tuple[float, ...] = ()  # just where words begin there: a long name may all but reach them


def find_columns(pieces: Sequence[Piece]) -> Columns | None:
    """The columns that lines of a list keep to; None where wide spaces come from justified type."""
    rows = [_without_heading(row, piece) for piece in pieces if not piece.cells for row in cells_of(piece)]
    later = [cell for row in rows for cell in row[1:]]
    edges = Counter(round(cell[0].x0 / 4) for cell in later)
    wide = sum(len(row) > 1 for row in rows)
    kept = {e for e, n in edges.items() if n + edges.get(e + 1, 0) + edges.get(e - 1, 0) >= max(2, 0.6 * wide)}
    if not kept or any(row[k][-1].text.endswith(",") for row in rows for k in range(len(row) - 1)):
        return None
    texts = [" ".join(w.text for w in cell) for cell in later]
    repeated = len(texts) - len(set(texts))
    names = sum(map(_is_person, later)) > 0.85 * len(texts) and repeated <= 0.1 * len(texts)
    posts = [has_role(t[title_end(t) :]) for t in texts]
    firsts = [" ".join(w.text for w in row[0]) for row in rows if len(row) > 1]
    # a column of people is set as the first: where its names have posts, the first column's have some too
    names = names and (sum(posts) < 0.2 * len(posts) or any(has_role(t[title_end(t) :]) for t in firsts))
    said = [
        t for t in texts if not CODE.fullmatch(t)
    ] or texts  # a column of initials says nothing of the one behind it
    bodies = sum(map(has_role, said)) < 0.3 * len(said)
    starts = Counter(round(cell[0].x0, 1) for cell in later)
    often = tuple(x for x, n in starts.items() if n >= max(2, 0.6 * wide))
    return Columns(tuple(sorted(4.0 * e for e in kept)), names, bodies, starts=often)


def _without_heading(row: list[list[Word]], piece: Piece) -> list[list[Word]]:
    """A line's cells less the heading that stands before them."""
    if not row or row[0][0] is not piece.words[0]:
        return row
    first = " ".join(w.text for w in row[0])
    return row[1:] if len(row) > 1 and fold(first) in vocabulary("attendance_headings") else row


def cells_of(piece: Piece, starts: Sequence[float] = ()) -> Iterator[list[list[Word]]]:
    """The lines of a piece, each cut at wide spaces, and where a word begins at one of the `starts` of columns."""
    for a, b in piece.lines:
        row: list[list[Word]] = [[]]
        for word in piece.words[a:b]:
            at_start = bool(starts) and any(abs(word.x0 - x) < SAME for x in starts)
            if row[-1] and (at_start or word.x0 - row[-1][-1].x1 > WIDE * word.font.size):
                row.append([])
            row[-1].append(word)
        if row[0]:
            yield row


def _columned(piece: Piece, start: int, columns: Columns) -> list[Person]:
    """The people of lines in columns: name and body, name and role, or two names."""
    place = {id(w): span for w, span in zip(piece.words, piece.spans, strict=True)}
    found: list[Person] = []
    for row in (_at_edges(cells, columns) for cells in cells_of(piece, columns.starts)):
        spans = [Range(max(place[id(cell[0])][0], start), place[id(cell[-1])][1]) for cell in row]
        if len(row) == 1 and found and not columns.names and row[0][0].x0 > columns.edges[0] - 6:
            found[-1] = _longer(piece.text, found[-1], spans[0])
            continue
        spans = [s for s in spans if s.end > start]
        if (posted := _behind_post(piece.text, spans)) is not None:
            found.append(posted)
            spans = spans[2:]
        for n, span in enumerate(spans, start=2 if posted is not None else 0):
            people = persons_of_list(piece.text, span.start, span.end) if len(row) == 1 else []
            person = persons_of_line(piece.text, span.start, span.end) if n == 0 or columns.names else None
            if len(people) > 1:
                found.extend(people)
            elif person is not None:
                found.append(person)
            elif found:
                known = found[-1]
                head = _HEAD_INITIALS.match(piece.text, span.start, span.end)
                if head and known.initials is None and is_initials_of(head["own"], known.name.of(piece.text)):
                    found[-1] = known = replace(known, initials=Range(*head.span("own")))
                    span = Range(head.end(), span.end)
                    if span.end <= span.start:
                        continue
                told = span.of(piece.text)
                if says_how(told):
                    continue  # for which items they were there, or that they were not
                titled = known.role is not None and known.role.end <= known.name.start  # `Mayor A Smith`, `Chairperson`
                role = (known.role is None or titled) and (
                    columns.roles
                    or (has_role(told) and (not columns.bodies or POST.fullmatch(told) is not None or is_post(told)))
                )
                told_of = (
                    with_part(piece.text, replace(known, role=None), span, False) if role and "," in told else None
                )
                if told_of is not None and told_of.role is not None and told_of.affiliation is not None:
                    found[-1] = told_of  # `Director, Office of the Commissioner`
                    continue
                found[-1] = replace(known, role=span) if role else replace(known, affiliation=known.affiliation or span)
    return found


def _behind_post(text: str, spans: Sequence[Range]) -> Person | None:
    """Who stands in the second column behind a post in the first: `Member    A Orr    apology`."""
    if (
        len(spans) < 3
        or not has_role(spans[0].of(text))
        or persons_of_line(text, spans[0].start, spans[0].end) is not None
    ):
        return None
    person = persons_of_line(text, spans[1].start, spans[1].end)
    return replace(person, role=spans[0]) if person is not None and person.role is None else None


def _at_edges(row: list[list[Word]], columns: Columns) -> list[list[Word]]:
    """A line's cells, those cut as well that leave but a narrow space before the next column."""
    cut: list[list[Word]] = []
    for cell in row:
        cut.append(cell[:1])
        for before, word in pairwise(cell):
            apart = word.x0 - before.x1 > NARROW * word.font.size
            if apart and any(abs(word.x0 - edge) <= EDGE for edge in columns.edges):
                cut.append([word])
            else:
                cut[-1].append(word)
    return cut


def is_post(text: str) -> bool:
    """Whether a text plainly is a post, beside whatever others come from: `Director of Transport`, not `Society of Chief Officers`."""
    head = re.split(r"\s+(?:of|for|to)\s+|,", text, maxsplit=1)[0].split()
    titled = (
        bool(head) and text[0].isupper()
    )  # `practising barrister` says where somebody comes from, as bodies beside it do
    return titled and not is_body(text) and (has_role(head[-1]) or fold(text).startswith("head of "))


def _longer(text: str, person: Person, more: Range) -> Person:
    """A person whose role or body goes on in the next line of its column."""
    if person.affiliation is not None and text[person.affiliation.end : more.start].isspace():
        return replace(person, affiliation=Range(person.affiliation.start, more.end))
    if person.role is not None and text[person.role.end : more.start].isspace():
        return replace(person, role=Range(person.role.start, more.end))
    return person

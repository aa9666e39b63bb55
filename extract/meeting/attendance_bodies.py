"""Lists of people in two columns without rules whose bodies stand before the names, and the posts of a few.

Chair:              A Smith
Harbour Trust:      B Jones, C Brown
Pilots' Guild       D Green
                    E White (Secretariat)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from extract.meeting.attendance_headings import heading_of
from extract.meeting.attendance_lists import cells_of
from extract.meeting.attendee import Attendee, make_attendee
from extract.meeting.body_names import names_body
from extract.meeting.names import has_role, title_end
from extract.meeting.offices import PLURAL
from extract.meeting.persons import persons_of_line, persons_of_list
from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.page import Word
from models.record import Field

SAME = 5.0  # points: the cells of one column begin so near each other
FEWEST = 3  # labels
LONGEST_LABEL = 9  # words
MOSTLY = 0.8  # share of the labels that are no people, and have a colon
SOME = 0.25  # share of the labels without colons that name bodies outright
PEOPLE = 0.9  # share of the cells beside them that are people alone
_OPEN = frozenset({"and", "of", "for", "the", "&", "with", "in", "on", "to"})  # a name goes on behind these


@dataclass(slots=True)
class Group:
    """One label and what stands beside and below it."""

    label: list[Word]
    cells: list[list[Word]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.label).strip(" :")

    @property
    def goes_on(self) -> bool:
        last = self.label[-1].text
        return last.casefold() in _OPEN or last.endswith((",", "-", "–", "&"))


@dataclass(slots=True)
class Bodies:
    """One list: the piece it begins in, the one behind it, and its labels with their people."""

    first: int
    after: int
    groups: list[Group] = field(default_factory=list)


def find_bodies(pieces: Sequence[Piece]) -> dict[int, Bodies]:
    """The lists by the piece in which each begins; {} where what stands before names is not mostly bodies."""
    rows = [[] if p.cells or p.table is not None or p.marker else list(_rows(p)) for p in pieces]
    edges = Counter(round(row[1][0].x0 / SAME) for row in chain(*rows) if len(row) == 2)
    if not edges or max(edges.values()) < FEWEST:
        return {}
    found = list(_lists(pieces, rows, edges.most_common(1)[0][0] * SAME))
    groups = [g for held in found for g in held.groups]
    return {held.first: held for held in found} if _tell_bodies(groups) else {}


def people_of_bodies(held: Bodies, status: str, heading: Field) -> Iterator[Attendee]:
    """The people of a list under a heading, each with the body, or the post, that stands before them."""
    for group in held.groups:
        post = _is_post(group.text)
        told = Field(PLURAL.get(fold(group.text), group.text), tuple(group.label), confidence=0.9)
        for cell in group.cells:
            piece = piece_of_words(cell)
            for person in persons_of_list(piece.text):
                attendee = make_attendee(piece, person, status, heading)
                attendee.fields.setdefault("role" if post else "affiliation", told)
                yield attendee


def group_beside(piece: Piece, start: int) -> int | None:
    """Where a list begins that a body's name stands beside, a wide space before it; None where none does."""
    first = next(cells_of(piece), [])
    if len(first) < 2:
        return None
    gaps = [after[0].x0 - before[-1].x1 for before, after in pairwise(first)]
    edges = {round(row[0][0].x0 / 4) for row in list(cells_of(piece))[1:]}
    hung = all(abs(4 * e - first[1][0].x0) < 7 for e in edges)
    if gaps[0] < max(gaps) or not hung:
        return None
    label = " ".join(w.text for w in first[0])
    place = piece.text.find(first[1][0].text, start + len(label.split()[0]))
    if len(label.split()) > 5 or piece.text[start : start + len(label)] != label or place < 0:
        return None
    if persons_of_list(label) or has_role(label) or len(persons_of_list(piece.text, place)) < 2:
        return None
    return place


_OWN = frozenset({"board", "committee", "council", "panel", "cabinet", "executive", "staff", "officers", "members"})
_LED = re.compile(r"(?P<body>[A-Z][^:;,()\[\]\d]{2,58}?)\s*:\s+(?=[A-Z])")


def people_led(piece: Piece, start: int, status: str, heading: Field, so_far: bool) -> list[Attendee]:
    """The people of a piece whose lines name bodies, each leading those who come from it: `Harbour Trust: A Smith (Chair), B Jones`.

    [] of another piece. `so_far`: other lists of the paper are set so.
    """
    if ":" not in piece.text[start:] or (first := _led(piece.text, start, so_far)) is None:
        return []
    begun = [first, *(m for a, _ in piece.line_spans if a > start and (m := _led(piece.text, a, True)) is not None)]
    found: list[Attendee] = []
    for match, end in zip(begun, [*(m.start() for m in begun[1:]), len(piece.text)], strict=True):
        for person in persons_of_list(piece.text, match.end(), end):
            attendee = make_attendee(piece, person, status, heading)
            if not _is_own(match["body"]):
                attendee.fields.setdefault("affiliation", piece.field(*match.span("body"), 0.85))
            found.append(attendee)
    return found


def _is_own(body: str) -> bool:
    """Whether what leads people is the body that met, or those who work for it: `Board: …`, `Staff: …`."""
    return " " not in body and fold(body) in _OWN


def _led(text: str, start: int, so_far: bool) -> re.Match[str] | None:
    """A body's name and its colon, people right behind it. A name that could be anybody's is a body where several follow."""
    match = _LED.match(text, start)
    body = match["body"] if match is not None else ""
    if match is None or title_end(body) or has_role(body):
        return None
    if fold(body) in PLURAL or fold(body) in vocabulary("attendance_headings"):
        return None
    people = persons_of_list(text, match.end())
    if not people or text[match.end() : people[0].name.start].strip():
        return None
    first = people[0].name.of(text)
    named = so_far or names_body(body) or title_end(first) > 0 or len(people) > 1
    return match if named and not names_body(first) else None


def _rows(piece: Piece) -> Iterator[list[list[Word]]]:
    """The printed lines of a piece, its label among them, cut at wide spaces."""
    for n, row in enumerate(cells_of(piece)):
        yield [list(piece.label_words), *row] if n == 0 and piece.label is not None else row


def _lists(pieces: Sequence[Piece], rows: Sequence[Sequence[list[list[Word]]]], edge: float) -> Iterator[Bodies]:
    held: Bodies | None = None
    for i, (piece, lines) in enumerate(zip(pieces, rows, strict=True)):
        headed = heading_of(piece) is not None
        fits = bool(lines) and not headed and all(_fits(line, edge) for line in lines)
        if fits and held is None and _beside(lines[0]):
            held = Bodies(i, i)
        if held is None:
            continue
        if not fits:
            yield held
            held = None
            continue
        held.after = i + 1
        for line in lines:
            _take(held.groups, line)
    if held is not None:
        yield held


def _fits(line: Sequence[Sequence[Word]], edge: float) -> bool:
    """Whether a line is a label with people at the edge, or people there alone."""
    if abs(line[-1][0].x0 - edge) > SAME or len(line) > 2:
        return False
    label = fold(" ".join(w.text for w in line[0]))
    return not _beside(line) or (len(line[0]) <= LONGEST_LABEL and label not in vocabulary("attendance_headings"))


def _beside(line: Sequence[Sequence[Word]]) -> bool:
    return len(line) == 2


def _take(groups: list[Group], line: list[list[Word]]) -> None:
    if not _beside(line):
        groups[-1].cells.append(line[0])
    elif groups and groups[-1].goes_on:
        groups[-1].label.extend(line[0])
        groups[-1].cells.append(line[1])
    else:
        groups.append(Group(line[0], [line[1]]))


def _tell_bodies(groups: Sequence[Group]) -> bool:
    """Whether labels are bodies, a few posts among them, and what stands beside them is people."""
    bodies = [g for g in groups if not _is_post(g.text)]
    if len(groups) < FEWEST or 2 * len(bodies) <= len(groups) or any(c.isdigit() for g in groups for c in g.text):
        return False
    cells = [" ".join(w.text for w in cell) for g in groups for cell in g.cells]
    if sum(bool(persons_of_list(text)) and not names_body(text) for text in cells) < PEOPLE * len(cells):
        return False
    if sum(g.label[-1].text.endswith(":") for g in bodies) >= MOSTLY * len(bodies):
        return True
    people = sum(
        title_end(g.text) > 0 or (persons_of_line(g.text) is not None and not names_body(g.text)) for g in bodies
    )
    return people <= (1 - MOSTLY) * len(bodies) and sum(map(names_body, (g.text for g in bodies))) >= SOME * len(bodies)


def _is_post(text: str) -> bool:
    """Whether a label is what its people are: of names of bodies that hold such a word (`HR Wallingford`) it is not the last."""
    return (bool(text) and has_role(text.rsplit(maxsplit=1)[-1])) or fold(text) in PLURAL

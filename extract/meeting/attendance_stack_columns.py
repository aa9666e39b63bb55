"""People set in free text on several lines each, name over role over body, in one column or side by side in several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extract.meeting.attendance_headings import heading_of
from extract.meeting.attendance_lists import WIDE, cells_of
from extract.meeting.attendance_meant import is_office
from extract.meeting.attendance_stacks import is_stack, stacked_people
from extract.meeting.attendee import Attendee
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece
from models.page import Word
from models.record import Field

SAME = 5.0  # points: what stands in one column begins so near each other
LEAST = 2  # lines that begin at an edge make it one
LONGEST = 12  # words of a line that is no running text
Heading = tuple[float | None, str, Field]  # where its column begins (None: the only one), what it says, as printed


def stacks_below(pieces: Sequence[Piece], i: int, headings: Sequence[Heading]) -> tuple[list[Attendee], int]:
    """The people of the lines from piece `i` on, and the piece after them; [] and `i` where they are set otherwise.

    Below one heading all columns are its own; below several that stand side by side each column is of its own heading.
    """
    after = i
    while after < len(pieces) and _may_be(pieces[after], pieces[after - 1] if after > i else None):
        if after > i and (
            _is_title(pieces[after], pieces[after - 1]) or _heads_group(pieces[after], pieces[after - 1])
        ):
            break
        after += 1
    lines = [line for piece in pieces[i:after] for line in cells_of(piece)]
    if len(lines) < 2 or _is_title(pieces[i], pieces[i - 1]):
        return [], i
    lefts = [left for left, _, _ in headings if left is not None]
    starts = sorted(lefts) if len(headings) > 1 else _edges(lines)
    if any(len(line) > len(starts) for line in lines):
        return [], i  # a name and what it is on one line
    columns: list[list[list[Word]]] = [[] for _ in starts]
    for line in lines:
        held: dict[int, list[Word]] = {}
        for word in (w for cell in line for w in cell):
            place = max((n for n, x in enumerate(starts) if x <= word.x0 + SAME), default=0)
            held.setdefault(place, []).append(word)
        for place, words in held.items():
            columns[place].append(words)
    found: list[Attendee] = []
    by_place = {left: (status, heading) for left, status, heading in headings}
    for start, column in zip(starts, columns, strict=True):
        status, heading = by_place[start] if len(headings) > 1 else headings[0][1:]
        people = stacked_people(column, status, heading) if is_stack(column) else []
        if column and not people:
            return [], i
        found.extend(people)
    return found, after


def stack_beside(
    pieces: Sequence[Piece], i: int, start: int, status: str, heading: Field
) -> tuple[list[Attendee], int]:
    """The people of a stack that hangs beside its heading, the first on the heading's line: `Present:   A Smith` over `Chair`."""
    place = {id(w): a for w, (a, _) in zip(pieces[i].words, pieces[i].spans, strict=True)}
    lines = [[w for w in pieces[i].words[a:b] if place[id(w)] >= start] for a, b in pieces[i].lines]
    first = lines[0] if lines else []
    if not first or len(first) > LONGEST or pieces[i].cells or not all(_hangs(line, first) for line in lines):
        return [], i
    after = i + 1
    while after < len(pieces) and _may_be(pieces[after], pieces[after - 1]):
        below = [list(pieces[after].words[a:b]) for a, b in pieces[after].lines if b > a]
        if not all(_hangs(line, first) for line in below):
            break
        lines.extend(below)
        after += 1
    people = stacked_people(lines, status, heading) if is_stack(lines) else []
    return (people, after) if people else ([], i)


def _hangs(line: Sequence[Word], first: Sequence[Word]) -> bool:
    """Whether a line begins where the first does, and no wide space parts its words: a post beside its name is not below it."""
    if not line or abs(line[0].x0 - first[0].x0) > SAME:
        return False
    return all(b.x0 - a.x1 <= WIDE * b.font.size for a, b in pairwise(line))


def _may_be(piece: Piece, before: Piece | None) -> bool:
    free = not (piece.cells or piece.table is not None or piece.marker or piece.label)
    headed = heading_of(piece) is not None and not (before is not None and _is_post_below(piece, before))
    return free and not headed and all(b - a <= LONGEST for a, b in piece.lines)


def _is_title(piece: Piece, before: Piece) -> bool:
    """Whether a piece is the title over the business, on the page behind that of the lists."""
    return piece.centred and piece.bold and piece.page > before.page > 0


def _heads_group(piece: Piece, before: Piece) -> bool:
    """Whether a bold line below plain ones is nobody's name: what those below it are."""
    return piece.bold and not before.bold and persons_of_line(piece.text) is None


def _is_post_below(piece: Piece, before: Piece) -> bool:
    """Whether what could be a heading is what the person named right above it is: `Clerk`."""
    return (
        piece.text[-1:].isalpha()
        and is_office(piece.text)
        and persons_of_line(before.text.rpartition(": ")[2]) is not None
    )


def _edges(lines: Sequence[Sequence[Sequence[Word]]]) -> list[float]:
    """Where columns begin: the first at the left, the others where words behind wide spaces do in several lines."""
    left = min(line[0][0].x0 for line in lines)
    later = Counter(round(cell[0].x0 / SAME) for line in lines for cell in line[1:])
    kept = [place * SAME for place, n in sorted(later.items()) if n + later.get(place + 1, 0) >= LEAST]
    return [left, *(x for n, x in enumerate(kept) if x > left + 4 * SAME and (n == 0 or x - kept[n - 1] > 2 * SAME))]

"""Lists side by side without rules, each below its own heading, where headings or entries run over their lines.

    Present:                In attendance:             Apologies received
    Ms A Smith (Chair)      Mr B Jones (Director of    from:
    Mr C Brown              Finance)                   Ms D Green

The lefts of the headings are those of the columns: each is read down, its lines joined to entries, and each entry is a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.meeting.attendance_headings import heading_of
from extract.meeting.attendance_lists import cells_of
from extract.meeting.attendance_sides import Entry, enter
from extract.meeting.attendee import Attendee, make_attendee
from extract.meeting.label_column import begins_heading
from extract.meeting.names import has_role, title_end
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.page import Word
from models.record import Field

OVER = 2.0  # points that a word may reach into the next column, or begin before its own
WHITE = 2.2  # times the size of type: lines further apart are of two lists
LONGEST_HEADING = 7  # words

_OPEN = frozenset({"and", "of", "for", "the", "to", "in", "with"})

Columns = list[list[list[Word]]]


def read_columns_down(pieces: Sequence[Piece], i: int) -> tuple[list[Attendee], int]:
    """The people of the columns whose headings stand in piece `i`, and the piece after them; [] and `i` where they are none."""
    lefts = _lefts(pieces[i])
    if len(lefts) < 2:
        return [], i
    columns: Columns = [[] for _ in lefts]
    after, last = i, 0.0
    for n in range(i, len(pieces)):
        lines = list(_lines(pieces[n], n == i))
        begins = lines[0][0].top if lines else 0.0
        apart = n > i and begins - last > WHITE * lines[0][0].font.size if lines else True
        if apart or (n > i and begins < last) or not all(_fits(line, lefts) for line in lines):
            break
        for line in lines:
            _part(line, lefts, columns)
        after, last = n + 1, lines[-1][0].top
    found = [person for column in columns if column for person in _people(column)]
    people = [person for person in found if person is not None]
    return (people, after) if people and len(people) == len(found) else ([], i)


def _lefts(piece: Piece) -> list[float]:
    """Where the headings begin that stand beside each other in the first line of a piece, some of them perhaps not whole."""
    if piece.cells or piece.marker or piece.table is not None:
        return []
    row = next(cells_of(piece), [])
    cells = [piece.label_words, *row] if piece.label is not None else row
    if len(cells) < 2 or not all(len(c) <= LONGEST_HEADING and begins_heading(fold(_text(c))) for c in cells):
        return []
    return [cell[0].x0 for cell in cells]


def _lines(piece: Piece, first: bool) -> Iterator[list[Word]]:
    """The printed lines of a piece; nothing of one that is no part of such a list."""
    if piece.cells or piece.marker or piece.table is not None or (piece.label is not None and not first):
        return
    if not first and heading_of(piece) is not None:
        return
    for n, (a, b) in enumerate(piece.lines):
        words = [*(piece.label_words if n == 0 else ()), *piece.words[a:b]]
        if words:
            yield words


def _fits(line: Sequence[Word], lefts: Sequence[float]) -> bool:
    """Whether no word of a line stands across the edge of a column."""
    return not any(w.x0 < left - OVER and w.x1 > left + OVER for w in line for left in lefts[1:])


def _part(line: Sequence[Word], lefts: Sequence[float], columns: Columns) -> None:
    held: dict[int, list[Word]] = {}
    for word in line:
        held.setdefault(max((n for n, x in enumerate(lefts) if x <= word.x0 + OVER), default=0), []).append(word)
    for place, words in held.items():
        columns[place].append(words)


def _people(lines: Sequence[list[Word]]) -> Iterator[Attendee | None]:
    """The people of a column under its headings; None for what is nobody."""
    known = vocabulary("attendance_headings")
    for head, entries in parts_of_column(lines):
        status, heading = known.get(fold(_text(head))), Field(_text(head), tuple(head))
        if status is None:
            yield None
            return
        for entry in entries:
            person = persons_of_line(entry.text) if runs_over(entry) else None
            yield make_attendee(entry, person, status, heading) if person is not None else None


def parts_of_column(lines: Sequence[list[Word]]) -> Iterator[tuple[list[Word], list[Piece]]]:
    """The headings of a column, or cell, the first of which is its first line, each with the entries below it."""
    rest = list(lines)
    while rest:
        head = last = _heading(rest)
        entries: list[Entry] = []
        while rest and not _heads_list(rest[0], last):
            last = rest.pop(0)
            enter(entries, last)
        yield head, [piece_of_words([w for line in e.lines for w in line], e.lines) for e in entries]


def runs_over(entry: Piece) -> bool:
    """Whether each line of an entry goes on with the one above it, and is not what the person named there is, on a line of its own."""
    ends = [b for _, b in entry.line_spans]
    return all(_is_open(entry.text[:end], entry.text[end:].strip()) for end in ends[:-1])


def _is_open(text: str, behind: str) -> bool:
    """Whether what stands behind goes on with a text: in its bracket, behind a comma or dash, or with the name itself."""
    if (
        text.count("(") > text.count(")")
        or text.endswith(("-", ",", "&", "–", "/"))
        or text.rsplit(maxsplit=1)[-1] in _OPEN
    ):
        return True
    titled = title_end(text)
    return behind.startswith("(") or behind[:1].islower() or (titled > 0 and " " not in text[titled:].strip())


def _heading(rest: list[list[Word]]) -> list[Word]:
    """Takes the lines of a heading from the lines of a column."""
    head = list(rest.pop(0))
    while rest and begins_heading(fold(f"{_text(head)} {_text(rest[0])}")):
        head.extend(rest.pop(0))
    return head


def _heads_list(line: Sequence[Word], above: Sequence[Word]) -> bool:
    """Whether a line is a heading: `Clerk` alone below a name is what that person is, but for where it is set in bold below plain type."""
    text = _text(line)
    if fold(text) not in vocabulary("attendance_headings"):
        return False
    return not has_role(text) or (all(w.font.bold for w in line) and not any(w.font.bold for w in above))


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)

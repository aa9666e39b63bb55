"""Lists of people set in two columns or three whose entries run over lines, or whose columns stand close together.

    Present:     Professor A Smith (Vice-     Dr B Jones
                 Chancellor)                  Ms C Hay (Bursar)

Lines there are no entries: each column is read down, its lines joined to entries, and each entry is a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.meeting.attendance_headings import heading_of
from extract.meeting.attendance_lists import CODE, cells_of
from extract.meeting.attendee import Attendee, make_attendee
from extract.meeting.names import has_role, title_end
from extract.meeting.person_parts import Person
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.page import Word
from models.record import Field

SAME = 5.0  # points: entries of one column begin so near each other
LEAST = 2  # lines that begin at an edge make it one
NARROW = 0.6  # times the size of type: at an edge of a column this much white parts two entries
PEOPLE = 0.85  # share of the entries that must be people
LONGEST_LABEL = 4  # words


@dataclass(slots=True)
class Entry:
    lines: list[list[Word]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(w.text for line in self.lines for w in line)


@dataclass(slots=True)
class Block:
    """One list: the pieces it fills (`after` excluded), its heading where one stands at its left, its columns' entries."""

    first: int
    after: int
    label: list[Word]
    columns: list[list[Entry]]
    narrow: bool = False

    @property
    def runs_over(self) -> bool:
        """Whether reading it line by line would go wrong."""
        return self.narrow or any(len(e.lines) > 1 for column in self.columns for e in column)


def find_sides(pieces: Sequence[Piece]) -> dict[int, Block]:
    """The lists in columns by the piece in which each begins; {} where every line of them is one entry in each column."""
    edges = _edges(pieces)
    if len(edges) < 2:
        return {}
    blocks = [b for b in _blocks(pieces, edges) if _are_people(b)]
    return {b.first: b for b in blocks} if any(b.runs_over for b in blocks) else {}


def people_of(block: Block, status: str | None, heading: Field | None) -> tuple[list[Attendee], str, Field] | None:
    """The people of a list, and the status they have: its own heading's, else the one it stands under; None without either."""
    if block.label:
        text = " ".join(w.text for w in block.label)
        own = vocabulary("attendance_headings").get(fold(text))
        status, heading = own, Field(text, tuple(block.label))
    if status is None or heading is None:
        return None
    found: list[Attendee] = []
    for column in block.columns:
        for entry in column:
            piece = piece_of_words([w for line in entry.lines for w in line], entry.lines)
            person = _person(piece)
            if person is not None:
                found.append(make_attendee(piece, person, status, heading))
    return found, status, heading


def _edges(pieces: Sequence[Piece]) -> list[float]:
    """Where columns begin: places that cells behind a wide space keep to, and the place of the column before them."""
    later: Counter[int] = Counter()
    first: Counter[int] = Counter()
    for piece in pieces:
        if piece.cells or piece.table is not None or piece.marker:
            continue
        for row in cells_of(piece):
            starts = [cell[0].x0 for cell in row if not _is_label(cell)]
            first.update(round(x / SAME) for x in starts[:1])
            later.update(round(x / SAME) for x in starts[1:])
    kept: list[float] = []
    for counted in (later, first if later else Counter()):
        for place in sorted(counted):
            near = counted[place] + counted.get(place + 1, 0)
            x = place * SAME
            if near >= LEAST and not any(abs(x - k) < 3 * SAME for k in kept):
                kept.append(x)
    return sorted(kept) if any(n >= LEAST for n in later.values()) else []


def _is_label(cell: Sequence[Word]) -> bool:
    text = " ".join(w.text for w in cell)
    known = vocabulary("attendance_headings")
    return len(cell) <= LONGEST_LABEL and (
        fold(text) in known or (len(cell) == 1 and any(k.startswith(f"{fold(text)} ") for k in known))
    )


def _blocks(pieces: Sequence[Piece], edges: Sequence[float]) -> Iterator[Block]:
    block: Block | None = None
    for i, piece in enumerate(pieces):
        rows = [] if piece.cells or piece.table is not None or piece.marker else list(_rows(piece, edges))
        beside = vocabulary("attendance_headings").get(fold(piece.label or "")) is not None
        headed = beside or heading_of(piece) is not None or (bool(rows) and _is_label(rows[0][0]))
        fits = bool(rows) and all(_fits(row, edges) for row in rows)
        if block is not None and (headed or not fits):
            yield block
            block = None
        if not fits or (piece.label is not None and not beside) or (headed and not (beside or _begins(rows))):
            continue
        if block is None:
            block = Block(i, i, list(piece.label_words), [[] for _ in edges])
        block.after = i + 1
        _take(block, rows, edges, piece)
    if block is not None:
        yield block


def _begins(rows: Sequence[Sequence[Sequence[Word]]]) -> bool:
    """Whether a heading's line holds people in columns besides the heading."""
    return _is_label(rows[0][0]) and len(rows[0]) > 1


def _rows(piece: Piece, edges: Sequence[float]) -> Iterator[list[list[Word]]]:
    """The lines of a piece, cut at wide spaces and at the edges of columns."""
    for row in cells_of(piece):
        cut: list[list[Word]] = []
        for cell in row:
            cut.append([])
            for word in cell:
                before = cut[-1][-1] if cut[-1] else None
                apart = before is not None and word.x0 - before.x1 > NARROW * word.font.size
                if apart and any(abs(word.x0 - e) < SAME for e in edges):
                    cut.append([])
                cut[-1].append(word)
        yield cut


def _column(cell: Sequence[Word], edges: Sequence[float]) -> int | None:
    near = [n for n, e in enumerate(edges) if abs(cell[0].x0 - e) < 2 * SAME]
    return near[0] if near else None


def _fits(row: Sequence[Sequence[Word]], edges: Sequence[float]) -> bool:
    """Whether each cell of a line begins where a column does, but for a heading at the left."""
    cells = row[1:] if _is_label(row[0]) else row
    places = [_column(cell, edges) for cell in cells]
    return None not in places and len(set(places)) == len(places)


def _take(block: Block, rows: Sequence[Sequence[list[Word]]], edges: Sequence[float], piece: Piece) -> None:
    printed = list(cells_of(piece))
    block.narrow = block.narrow or any(len(cut) > len(row) for cut, row in zip(rows, printed, strict=True))
    for row in rows:
        for cell in row:
            place = _column(cell, edges)
            if cell is row[0] and _is_label(cell):
                block.label.extend(cell)
            elif place is not None:
                enter(block.columns[place], cell)


def enter(column: list[Entry], cell: list[Word]) -> None:
    text = " ".join(w.text for w in cell)
    before = column[-1].text if column else ""
    open_end = before.count("(") > before.count(")") or before.endswith(("-", ",", "&", "–"))
    if column and (open_end or text.startswith("(") or persons_of_line(text) is None):
        column[-1].lines.append(cell)
    else:
        column.append(Entry([cell]))


def _are_people(block: Block) -> bool:
    """Whether two columns or more hold people by name, and hardly anything else."""
    filled = [
        [piece_of_words([w for line in e.lines for w in line], e.lines) for e in column]
        for column in block.columns
        if column
    ]
    named = [[p for p in column if _person(p) is not None] for column in filled]
    all_named = [p for column in named for p in column]
    if any(all(CODE.fullmatch(line[0].text) and len(line) == 1 for line in e.lines) for c in block.columns for e in c):
        return False  # initials behind each name
    plain = sum(title_end(p.text) > 0 or "." in p.text.split()[0] for p in all_named)
    entries = sum(map(len, filled))
    # a column of nothing but posts is what those beside it are
    return len(filled) > 1 and all(named) and len(all_named) >= PEOPLE * entries and 2 * plain >= entries


def _person(piece: Piece) -> Person | None:
    person = persons_of_line(piece.text)
    if person is None:
        return None
    name = person.name.of(piece.text)
    return None if has_role(name[title_end(name) :]) else person

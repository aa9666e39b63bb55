"""Lists of people in columns without rules whose posts stand before the names, and where they come from behind them.

Chair:       A Smith     North Ward
Directors:   B Jones     South Ward
             C Brown     Quay Ward
Staff:       D Green     Harbour Master
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.meeting.attendance_headings import heading_of
from extract.meeting.attendance_lists import cells_of
from extract.meeting.attendee import EXCUSED, Attendee, make_attendee
from extract.meeting.names import has_role
from extract.meeting.offices import PLURAL, each_ones
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.presence import says_how
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.page import Word
from models.record import Field

SAME = 5.0  # points: the cells of one column begin so near each other
FEWEST_POSTS = 2  # labels that are posts: headings of attendance alone are read as such
LONGEST_LABEL = 4  # words

Cells = list[list[Word]]


@dataclass(slots=True)
class _Line:
    label: list[Word]
    name: list[Word]
    more: list[Word] = field(default_factory=list)

    @property
    def post(self) -> str:
        return _said(self.label)

    @property
    def post_is_whole(self) -> bool:
        return self.label[-1].text.endswith(":")


def read_posts(pieces: Sequence[Piece], i: int, status: str, heading: Field) -> tuple[list[Attendee], int]:
    """The people of a list that begins in piece `i`, and the piece after it; [] and `i` where none does."""
    if not _may_begin(pieces[i]):
        return [], i
    lines: list[_Line] = []
    after = i
    while after < len(pieces):
        piece = pieces[after]
        below = _first_cells(pieces[after + 1]) if after + 1 < len(pieces) else []
        new = list(_lines(piece, lines, below)) if not (piece.cells or piece.marker or piece.table is not None) else []
        if not new and not _goes_on(piece, lines):
            break
        lines.extend(new)
        after += 1
    if sum(_is_post(line.post) for line in lines if line.label) < FEWEST_POSTS:
        return [], i
    return list(_people(lines, status, heading)), after


def _may_begin(piece: Piece) -> bool:
    """Whether a piece's first line is a post and a name behind a wide space, or behind a colon and a space."""
    if (
        piece.cells
        or piece.label is not None
        or piece.marker
        or not any(has_role(w.text.rstrip(":")) for w in piece.words[:2])
    ):
        return False
    row = next(iter(cells_of(piece)), None)
    cut = _labelled(row) if row is not None else None
    return cut is not None and bool(cut[0]) and _is_post(_said(cut[0]))


def _goes_on(piece: Piece, lines: Sequence[_Line]) -> bool:
    """Takes up a piece whose lines all go on with the post, or with what stands behind the name, of the last person."""
    rows = list(_rows(piece))
    if not lines or not rows or piece.cells or (piece.marker and piece.words) or piece.table is not None:
        return False
    last = lines[-1]
    own = [_beside(row, last) for row in rows]
    if not all(own) or heading_of(piece) is not None:
        return False
    for row, column in zip(rows, own, strict=True):
        (last.label if column == "label" else last.more).extend(row[0])
    return True


def _beside(row: Cells, last: _Line) -> str | None:
    """The column of a line's only cell, where it goes on with one of the entry above: `Alt.` over `Directors:`."""
    if len(row) != 1 or fold(_said(row[0])) in vocabulary("attendance_headings"):
        return None  # the heading of the next list, under the posts of this one
    if last.more and abs(row[0][0].x0 - last.more[0].x0) < SAME:
        return "more"
    joined = [*last.label, *row[0]]
    under = bool(last.label) and abs(row[0][0].x0 - last.label[0].x0) < SAME and not last.post_is_whole
    return "label" if under and _is_post(_said(joined)) else None


def _rows(piece: Piece) -> Iterator[Cells]:
    """The printed lines of a piece, its label among them, cut at wide spaces; what was taken for a mark alone is one, too (`C)`)."""
    if piece.marker_words and not piece.words:
        yield [list(piece.marker_words)]
    for n, printed in enumerate(cells_of(piece)):
        yield [list(piece.label_words), *printed] if n == 0 and piece.label is not None else printed


def _first_cells(piece: Piece) -> Cells:
    return next(_rows(piece), []) if not piece.cells else []


def _lines(piece: Piece, before: Sequence[_Line], below: Cells) -> Iterator[_Line]:
    """The printed lines of a piece as entries; nothing where one of them is none. `below`: the first line of the next piece."""
    found: list[_Line] = []
    rows = list(_rows(piece))
    for row, under in zip(rows, [*rows[1:], below], strict=True):
        last = found[-1] if found else before[-1] if before else None
        edge = last.name[0].x0 if last is not None else None
        if found and (column := _beside(row, found[-1])) is not None:
            (found[-1].label if column == "label" else found[-1].more).extend(row[0])
            continue
        line = _entry(row, edge) or _over_two(row, under, edge)
        if line is None:
            return
        found.append(line)
    yield from found


def _entry(row: Cells, edge: float | None) -> _Line | None:
    cut = _labelled(row)
    label, cells = cut if cut is not None else ([], row)
    if not cells or len(cells) > 2 or (edge is not None and abs(cells[0][0].x0 - edge) > SAME) or not (label or edge):
        return None
    person = persons_of_line(" ".join(w.text for w in cells[0]))
    if person is None or person.role is not None:
        return None
    return _Line(label, cells[0], cells[1] if len(cells) > 1 else [])


def _over_two(row: Cells, under: Cells, edge: float | None) -> _Line | None:
    """A line as an entry whose post goes on in the line under it: `Alt.   A Smith`, `Directors:` below."""
    if len(row) < 2 or len(under) != 1 or abs(under[0][0].x0 - row[0][0].x0) > SAME or len(row[0]) > LONGEST_LABEL:
        return None
    line = _entry(row[1:], edge) if _is_post(_said([*row[0], *under[0]])) and not _is_post(_said(row[0])) else None
    return _Line(row[0], line.name, line.more) if line is not None else None


def _labelled(row: Cells) -> tuple[list[Word], Cells] | None:
    """A line's label and its other cells: a heading or a post, up to a colon or a wide space."""
    first = row[0]
    colon = next((n for n, w in enumerate(first[:LONGEST_LABEL], start=1) if w.text.endswith(":")), 0)
    label, rest = (first[:colon], first[colon:]) if colon else (first, [])
    text = _said(label)
    if len(label) > LONGEST_LABEL or not (_is_post(text) or fold(text) in vocabulary("attendance_headings")):
        return None
    if persons_of_line(text) is not None:  # `Provost Ann Hay`, beside another
        return None
    return label, [rest, *row[1:]] if rest else row[1:]


def _said(label: Sequence[Word]) -> str:
    return " ".join(w.text for w in label).strip(" :")


def _is_post(text: str) -> bool:
    return (has_role(text) or fold(text) in PLURAL) and vocabulary("attendance_headings").get(fold(text)) in {
        None,
        "present",
    }


def _people(lines: Sequence[_Line], status: str, heading: Field) -> Iterator[Attendee]:
    """The people of the lines; a heading of attendance in place of a post says so of those beside it."""
    own, told, post = status, heading, ""
    for line in lines:
        if line.label:
            known = vocabulary("attendance_headings").get(fold(line.post))
            other = known is not None and known != "present"
            own, told = (known, Field(line.post, tuple(line.label))) if known and other else (status, heading)
            post = "" if other else each_ones(line.post) or line.post
        piece = piece_of_words(line.name)
        person = persons_of_line(piece.text)
        if person is None:
            continue
        behind = piece_of_words(line.more) if line.more else None
        away = own == "absent" and behind is not None and EXCUSED.match(f" {behind.text}") is not None
        attendee = make_attendee(piece, person, "apologies" if away else own, told)
        if post and has_role(post):
            words = tuple(line.label) or attendee.fields["person"].words
            attendee.fields["role"] = Field(post, words, confidence=0.9)
        if behind is not None and not says_how(behind.text):
            name = "role" if "role" not in attendee.fields and has_role(behind.text) else "affiliation"
            attendee.fields[name] = replace(behind.field(), confidence=0.85)
        yield attendee

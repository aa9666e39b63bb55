"""Lines of a form that no heading parts: actions with who and when set in columns, and periods each with its trend behind it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.columns import Assigned, Column
from extract.looks import arrows_in, cell_words, look_of, profile
from extract.registers.action_lists import Action
from extract.registers.form_labels import Label
from extract.registers.pieces import Piece
from extract.registers.profiles import Profile
from extract.registers.skeletons import Form
from extract.registers.wording import find_period
from extract.text import text_of
from extract.wording import fold
from models.geometry import box_around
from models.page import Word
from models.table import Cell

_EDGE = 4.0  # points within which texts of one column begin
_WIDER = 0.12  # sizes of type by which lines of two rows stand wider apart than those of one
_MOST_COLUMNS = 4
_WHO = frozenset({"initials", "name", "post"})
_WHEN = frozenset({"date", "when", "none"})
_STATE = frozenset({"status", "rag"})
_TRENDS = frozenset({"arrow", "trend"})
_SIGNS = frozenset({":", "|", "–", "-", ",", ";", "/"})
_SURE = 0.9
_FEWEST = 2  # periods of a line of trends

Rows = list[list[list[Piece]]]  # row, column, its pieces


def bare_actions(label: Label, pieces: Sequence[Piece], pitch: float) -> list[Action]:
    """The actions below a label, a row of columns each; [] where who or when is in no column of its own.

    `pitch` is the distance of a text's own lines, in sizes of its type.
    """
    edges = _edges(pieces)
    if not 1 < len(edges) <= _MOST_COLUMNS or any(p.cell is not None for p in pieces):
        return []
    rows = _rows(pieces, edges, pitch)
    columns = []
    for n in range(len(edges)):
        cells = tuple(_cell(row[n], r, n) for r, row in enumerate(rows) if row[n])
        heading = Cell(0, n, 1, 1, cells[0].page, cells[0].boxes, (), label.text, is_heading=True)
        columns.append(Column(n, (heading,), cells, profile(cells)))
    fields = ["action", *(_field_of(c) for c in columns[1:])]
    if None in fields or len(set(fields)) < len(fields) or len(columns[0].cells) < len(rows):
        return []
    assigned = [Assigned(c, f, _SURE) for c, f in zip(columns, fields, strict=True)]
    return [
        {str(a.field): [(c, a)] for a in assigned for c in a.column.cells if c.row == row} for row in range(len(rows))
    ]


def _edges(pieces: Sequence[Piece]) -> list[float]:
    """Where columns begin, from the left: edges that several texts have, or that stand on one line with the first."""
    edges: list[float] = []
    for x in sorted(p.box.x0 for p in pieces):
        if not edges or x - edges[-1] > _EDGE:
            edges.append(x)
    return edges


def _rows(pieces: Sequence[Piece], edges: Sequence[float], pitch: float) -> Rows:
    """The rows of the columns: one begins where all of them do, or where its line stands apart from the one above."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.box.top, p.box.x0)):
        if lines and piece.box.top - lines[-1][0].box.top < 0.5 * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    rows: Rows = []
    above: Piece | None = None
    for line in lines:
        apart = above is None or (line[0].box.top - above.box.top) / line[0].size > pitch + _WIDER
        if apart or len(line) == len(edges):
            rows.append([[] for _ in edges])
        for piece in line:
            rows[-1][max(n for n, x in enumerate(edges) if x <= piece.box.x0)].append(piece)
        above = line[0]
    return rows


def _field_of(column: Column) -> str | None:
    """Which part of an action stands in a column: who, when, how far; None where it is neither."""
    looks = [look_of(c.text) for c in column.cells]
    if all(look in _WHO for look in looks):
        return "action_owner"
    if all(look in _WHEN or find_period(c.text) for look, c in zip(looks, column.cells, strict=True)):
        return "action_target"
    return "action_status" if all(look in _STATE for look in looks) else None


def add_trends(form: Form, found: Profile) -> set[int]:
    """Add trends of several periods on a label's line to what was found; returns the label and the pieces used, by identity."""
    used: set[int] = set()
    for label in (o for o in form.labels if "trend" in o.key.split()):
        trends, pieces = _trends_of(label, form.texts, form.labels)
        found.values += trends
        found.taken += [w for v in trends for c in v.heading for w in c.words]
        used |= {id(label) for _ in trends} | {id(p) for p in pieces}
    return used


def _trends_of(label: Label, form: Sequence[Piece], labels: Sequence[Label]) -> tuple[list[Column], list[Piece]]:
    """What stands on a label's line as periods each with its trend (`Q1 ▲ Q2 ▼`), and the pieces used; two empty lists else."""
    level = [p for p in form if _level(p, label.piece) and p.box.x0 > label.piece.box.x0]
    ends = min((o.piece.box.x0 for o in labels if o is not label and _level(o.piece, label.piece)
                and o.piece.box.x0 > label.piece.box.x0), default=None)  # fmt: skip
    used = [p for p in level if ends is None or p.box.x0 < ends]
    found: list[Column] = []
    period: list[Word] = []
    for word in (*label.said, *(w for p in sorted(used, key=lambda p: p.box.x0) for w in p.words)):
        if _is_trend(word.text) and period:
            said = text_of(period)
            if look_of(said) != "date":
                return [], []
            found.append(_dated(label, period, word))
            period = []
        elif word.text not in _SIGNS:
            period.append(word)
    return (found, used) if len(found) >= _FEWEST and not period else ([], [])


def _is_trend(text: str) -> bool:
    return (arrows_in(text) and len(text) == 1) or cell_words().get(fold(text)) in _TRENDS


def _dated(label: Label, period: Sequence[Word], trend: Word) -> Column:
    cell = _of_words([trend], 0, 0)
    names = (label.text, text_of(period).rstrip(":"))
    heading = tuple(Cell(0, 0, 1, 1, cell.page, cell.boxes, tuple(w), t, is_heading=True)
                    for t, w in zip(names, ((), period), strict=True))  # fmt: skip
    return Column(0, heading, (cell,), profile((cell,)))


def _cell(pieces: Sequence[Piece], row: int, column: int) -> Cell:
    return _of_words([w for p in pieces for w in p.words], row, column)


def _of_words(words: Sequence[Word], row: int, column: int) -> Cell:
    pages = sorted({w.page for w in words})
    boxes = tuple((p, box_around([w for w in words if w.page == p])) for p in pages)
    said = " ".join(text_of([w for w in words if w.page == p]) for p in pages)
    return Cell(row, column, 1, 1, pages[0], boxes, tuple(words), said, confidence=_SURE)


def _level(one: Piece, other: Piece) -> bool:
    return abs(one.box.middle_y - other.box.middle_y) < 0.5 * one.size

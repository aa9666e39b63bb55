"""Where the value of each label of a form stands: behind it, beside it or below it, as it does in most of the forms alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from extract.registers.form_labels import Label
from extract.registers.pieces import Piece
from extract.registers.skeletons import Form
from extract.registers.wording import take_apart
from extract.wording import words_of
from models.geometry import Box

NEAR = 4.0  # points within which edges are one
WIDER = 0.12  # sizes of type by which lines of two texts stand wider apart than those of one
_OF_STAGE = frozenset({"risk", "score", "rating", "level", "position", "assessment", "exposure"})
_CLEAR = 8.0  # so many times the type right of where a text begins the stages beside it stand at least
_FAR = 6.0  # so many times the type below its label a value may begin
_COLUMN = 2  # texts on other lines that begin where one does, from which it stands in a column
_SPACE = 0.6  # so many times the type a space between words takes at most


@dataclass(frozen=True, slots=True)
class Region:
    """The part of a form in which a label's value stands."""

    label: Label
    way: str  # `behind`, `beside`, `run_in` (beside, and its further lines below the label), `below`
    box: Box


Ways = Mapping[tuple[str, bool], str]


def as_set(label: Label) -> tuple[str, bool]:
    """A label by its words and whether it is bold: `Consequence` beside its text and over a column of scores are two."""
    return label.key, label.piece.style[0]


def ways_of(forms: Sequence[Form]) -> Ways:
    """Label -> where its value stands in most forms."""
    votes: dict[tuple[str, bool], Counter[str]] = {}
    for form, label in ((f, o) for f in forms for o in f.labels):
        votes.setdefault(as_set(label), Counter())[_way(label, form)] += 1
    return {key: max(told, key=lambda way: (told[way] * (way != "none"), way)) for key, told in votes.items()}


def _way(label: Label, form: Form) -> str:
    if label.said:
        return "behind"
    size = label.piece.size
    others = [(p, False) for p in form.texts] + [(o.piece, True) for o in form.labels if o is not label]
    frame, ink = label.piece.frame, label.piece.box
    heads = _heads_cells(label, form)
    right = min(
        (
            (p.box.x0, named)
            for p, named in others
            if p.box.x0 >= ink.x1 - 1 and _level(p, label.piece) and not (heads and _is_outside(p, label))
        ),
        default=None,
    )
    low = frame.bottom if frame.bottom < ink.bottom + size else ink.bottom
    below = min(
        (
            (p.box.top, abs(p.box.x0 - ink.x0), named)
            for p, named in others
            if p.box.top - ink.bottom > -2 and _shares(p, label.piece)
            if p.box.top - ink.bottom < _FAR * size or _in_column_of_stage(p, label)
        ),
        default=None,
    )
    beside_is_value = right is not None and not right[1]
    below_is_value = below is not None and not below[2]
    if beside_is_value and right is not None and _runs_in(label, right[0], form):
        return "run_in"
    if beside_is_value and below_is_value and right is not None and below is not None:
        if _has_row_of_its_own(label, form):
            return "beside"
        tight = below[0] - low < 0.8 * size and below[1] < NEAR and right[0] - ink.x1 > 3 * size
        return "below" if tight else "beside"
    return "beside" if beside_is_value else "below" if below_is_value else "none"


def _heads_cells(label: Label, form: Form) -> bool:
    """Whether a label stands in a ruled table over cells of its column that hold a text each: its values are in the table."""
    cell, own = label.piece.cell, label.piece.row
    if cell is None or own is None:
        return False
    below = (p for p in form.texts if p.row is not None and p.row[0] == own[0] and p.row[1] > own[1])
    return any(p.cell is not None and p.cell.column == cell.column for p in below)


def _is_outside(piece: Piece, label: Label) -> bool:
    """Whether a piece stands in no cell of the ruled table that a label stands in."""
    return piece.cell is None or piece.row is None or label.piece.row is None or piece.row[0] != label.piece.row[0]


def _in_column_of_stage(piece: Piece, label: Label) -> bool:
    """Whether a piece stands in the column of a ruled table that a stage heads, however tall what is drawn between them."""
    if piece.cell is None or label.piece.cell is None or piece.row is None or label.piece.row is None:
        return False
    return piece.row[0] == label.piece.row[0] and piece.cell.column == label.piece.cell.column and says_stage(label)


def _spans_over(piece: Piece, label: Label) -> bool:
    """Whether a cell below a label of its table goes on under the labels beside that one, and so is of none of them alone."""
    if piece.cell is None or label.piece.cell is None or piece.row is None or label.piece.row is None:
        return False
    return piece.row[0] == label.piece.row[0] and piece.cell.column_span > label.piece.cell.column_span


def _in_row(piece: Piece, label: Label) -> bool:
    """Whether a piece stands in the row of a ruled table that a label begins, and beside it."""
    return (
        piece.cell is not None
        and label.piece.cell is not None
        and piece.row is not None
        and piece.row == label.piece.row
    )


def _has_row_of_its_own(label: Label, form: Form) -> bool:
    """Whether a label begins a row of a ruled table, with values beside it, that is the table's last: below it is another thing."""
    own = label.piece.row
    if label.piece.cell is None or own is None:
        return False
    table, row = own
    rows = [p.row for p in (*form.texts, *(o.piece for o in form.labels)) if p.cell is not None and p.row is not None]
    return own in {p.row for p in form.texts} and not any(t == table and r > row for t, r in rows)


def _runs_in(label: Label, start: float, form: Form) -> bool:
    """Whether a text begins but a space behind its label, and so in no column of texts: its further lines begin where the label does."""
    if label.piece.cell is not None or start - label.piece.box.x1 > _SPACE * label.piece.size:
        return False
    apart = [p for p in form.texts if abs(p.box.x0 - start) < 1 and not _level(p, label.piece)]
    left = [p for p in (*form.texts, *(o.piece for o in form.labels)) if p.box.x1 <= label.piece.box.x0]
    return len(apart) < _COLUMN and not any(_level(p, label.piece) for p in left)


def _level(piece: Piece, label: Piece) -> bool:
    a, b = piece.box, label.frame if label.cell is not None else label.box
    return min(a.bottom, b.bottom) - max(a.top, b.top) > 0.5 * min(a.height, b.height)


def _shares(piece: Piece, label: Piece) -> bool:
    """Whether a piece stands under a label: under its cell or box, or, set in the middle or not, under its words."""
    a, b = piece.box, label.frame
    if piece.cell is not None and label.cell is not None and not _one_over_other(piece.frame, b):
        return False
    under = min(a.x1, b.x1 + NEAR) - max(a.x0, b.x0 - NEAR) > 0
    tile = piece.frame.width > a.width + 2 * NEAR and _shared(label.box, piece.frame) > 0  # set in the middle of one
    return (under and a.x0 >= b.x0 - NEAR) or _shared(label.box, a) > 0 or (tile and piece.style != label.style)


def _one_over_other(one: Box, other: Box) -> bool:
    """Whether the sides of two cells leave them a column in common: a cell that begins where a tall one ends is beside it."""
    return _shared(one, other) > NEAR


def region_of(label: Label, way: str, form: Form) -> Region:
    own, frame = label.piece.box, label.piece.frame
    others = [o.piece for o in form.labels if o is not label]
    left, right = (frame.x0, frame.x1) if way == "below" else (own.x0, own.x1)
    under = [
        o.box.top for o in others if o.box.top > own.bottom - 1 and min(o.frame.x1, right) - max(o.frame.x0, left) > 1
    ]
    bottom = min(under, default=inf) - 1
    top = own.bottom - 2 if way == "below" else min(own.top, frame.top) - 2
    if way == "beside":  # a heading that stands under the value ends it; one right of it begins another's
        start = _value_edge(label, form)
        low = [o.box.top for o in others if own.x1 < o.box.x0 <= start + NEAR and o.box.top > own.bottom - 1]
        bottom = min(bottom, min(low, default=inf) - 1)
        stages = _stages_right_of(start, label, [o for o in form.labels if o is not label])
    beside = [o.box.x0 for o in others if o.box.x0 > own.x1 and o.box.bottom > top + 2 and o.box.top < bottom]
    if way == "beside":
        beside.append(stages)
    if way == "below" and frame.width > own.width + 2 * NEAR:
        beside.append(frame.x1 + 2 * NEAR)  # a painted or ruled box over its text is as wide as that
    edge = min(beside, default=inf) - 1
    start = own.x1 - 1 if way == "beside" else left - NEAR
    if way == "run_in":
        top = own.top - 2
        bottom = min(bottom, _end_of_text(label, form))
    elif way == "below" and says_stage(label):
        bottom = min(bottom, _end_of_stages(label, [o for o in form.labels if o is not label]))
    if way == "behind":
        bottom = min(bottom, own.bottom + 1.8 * label.piece.size, _end_of_text(label, form))
        top = own.bottom - 2
    return Region(label, way, Box(start, top, edge, bottom))


def _end_of_text(label: Label, form: Form) -> float:
    """Where the text that begins on a label's line ends: where the next line stands wider apart and is a paragraph of its own."""
    own = label.piece
    low = own.box.top
    for piece in form.texts:  # from the top down
        if (
            piece.box.x0 > own.box.x0 + NEAR
            or piece.box.x1 < own.box.x0
            or piece.box.top < own.box.top + 0.5 * own.size
        ):
            continue
        paragraph = form.paragraphs.get(id(piece.words[0]))
        apart = paragraph is None or paragraph is not form.paragraphs.get(id(own.words[0]))
        if apart and (piece.box.top - low) / own.size > form.pitch + WIDER:
            return piece.box.top - 1
        low = piece.box.top
    return inf


def _end_of_stages(label: Label, others: Sequence[Label]) -> float:
    """Where what stands under stages side by side ends: at the next label below the first of them, as the row of them does."""
    row = [o for o in others if says_stage(o) and o.piece.box.x0 < label.piece.box.x0 and _on_line(o, label)]
    first = min((o.piece for o in row), key=lambda p: p.box.x0, default=None)
    if first is None or any(_on_line(o, label) and o.piece.box.x0 < first.box.x0 for o in others):
        return inf
    under = [
        o.piece.box.top for o in others if o.piece.box.top > first.box.bottom and _shared(o.piece.box, first.box) > 0
    ]
    return min(under, default=inf) - 1


def _on_line(one: Label, other: Label) -> bool:
    return abs(one.piece.box.top - other.piece.box.top) < 0.6 * one.piece.size


def _stages_right_of(start: float, label: Label, others: Sequence[Label]) -> float:
    """Where stages side by side begin above and right of a text beside its label: their scores are none of that text."""
    low = label.piece.box.bottom
    stages = [
        o.piece.box for o in others if o.piece.page == label.piece.page and o.piece.box.top < low and says_stage(o)
    ]
    clear = len(stages) > 1 and all(s.x0 > start + _CLEAR * label.piece.size for s in stages)
    return min(s.x0 for s in stages) - 2 * label.piece.size if clear else inf


def _value_edge(label: Label, form: Form) -> float:
    """Where the value beside a label begins."""
    return min(
        (p.box.x0 for p in form.texts if p.box.x0 >= label.piece.box.x1 - 1 and _level(p, label.piece)),
        default=label.piece.box.x1,
    )


def labels_of(piece: Piece, regions: Sequence[Region]) -> tuple[Label, ...]:
    """The label of a piece; two where it stands in a row and a column of labels that say stage and measure."""
    inside = [r for r in regions if _holds(r, piece) and (r.way != "behind" or _goes_on(r.label, piece))]
    inside = [r for r in inside if r.way != "none"]
    row = max((r for r in inside if r.way == "beside"), key=lambda r: (r.box.x0, r.box.top), default=None)
    column = max((r for r in inside if r.way != "beside"), key=lambda r: _nearness(r.label, piece), default=None)
    if row is not None and column is not None:
        if _in_row(piece, row.label) and _spans_over(piece, column.label):
            return (row.label,)  # `Previous score` beside one value below all stages
        stages = [says_stage(r.label) for r in (row, column)]
        both = all(
            take_apart(r.label.text).stage for r in (row, column)
        )  # `Target score` beside, a `Target matrix` above
        if stages == [True, False] and not both:
            return row.label, column.label
        if stages == [False, True] and not both:
            return column.label, row.label
        if says_stage(column.label) and _in_row(piece, row.label) and _in_column_of_stage(piece, column.label):
            return column.label, row.label  # `Target date` beside, `Target risk` over the column, in one ruled table
        near = piece.box.x0 - row.label.piece.box.x1 < piece.box.top - column.label.piece.box.bottom
        return (row.label,) if near and _level(piece, row.label.piece) else (column.label,)
    chosen = row or column
    return (chosen.label,) if chosen is not None else ()


def says_stage(label: Label) -> bool:
    """Whether a label names a stage and nothing else (`Inherent risk`, not `Existing mitigations`)."""
    heading = take_apart(label.text)
    return heading.stage is not None and not set(words_of(heading.rest)) - _OF_STAGE


def _goes_on(label: Label, piece: Piece) -> bool:
    """Whether a line goes on with what stands behind a label on the line before."""
    starts = [label.piece.box.x0, *(w.x0 for w in label.said[:1])]
    return any(abs(piece.box.x0 - x) < NEAR for x in starts)


def _nearness(label: Label, piece: Piece) -> tuple[bool, float, float]:
    """How well a piece stands under a label: under or in line with it, and of such the lowest; of two on one line the wider over it."""
    own = label.piece.box
    shared = _shared(own, piece.box)
    return shared > 0 or abs(piece.box.x0 - own.x0) < NEAR, round(own.top / NEAR), shared


def _shared(label: Box, piece: Box) -> float:
    return min(label.x1, piece.x1) - max(label.x0, piece.x0)


def _holds(region: Region, piece: Piece) -> bool:
    """Whether a piece lies in a region; below a label also where it begins left of it and reaches under it."""
    box, y = region.box, (piece.box.top + min(piece.box.bottom, piece.box.top + piece.size)) / 2
    inside = box.x0 <= piece.box.x0 + 1 < box.x1
    under = region.way == "below" and _shared(region.label.piece.box, piece.box) > 0
    return (inside or under) and box.top <= y < box.bottom

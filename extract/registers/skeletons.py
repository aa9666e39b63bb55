"""Forms by their skeleton: what begins each risk, and the labels that every one of them repeats.

Nothing is asked of rules, boxes or colons: a text is a label because it stands in most forms at one edge in one type, and
because the labels known of risks are set so too. A reference in the head of the page begins a form as well as a bar does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf

from extract.grids import Grid, grids_of
from extract.registers.form_labels import Label, is_known_label, label_at, labels_of_forms
from extract.registers.form_names import Name
from extract.registers.form_starts import starts_of
from extract.registers.heat_maps import axis_words
from extract.registers.marked_cells import Mark, marks_on
from extract.registers.pieces import SCROLL, Piece, Style, down, pieces_of
from extract.wording import words_of
from models.geometry import Box, box_around
from models.page import Page, Word
from models.section import Section
from models.table import Cell

_LONGEST = 8  # words of a label
_FEWEST = 3  # known labels of a form
_MOST = 0.6  # share of the forms that have what all have
_LONGEST = 6  # words that name an axis, or two
_HEADINGS = 3  # side by side
_SCALE = 30.0  # points from a matrix within which the numbers of its scales stand
_MARGIN = 0.08  # share of the page's height in which running lines stand
_HEAD = 0.4  # share of the page in which a form begins that has the page to itself
_EDGE = 8.0  # points within which edges are one
_NEXT_LINE = 1.8  # so many times the type the next line of a title stands below the last at most
_MOST_INDENT = 8.0  # so many times the type left of its first line a title goes on at most: below its reference


@dataclass(slots=True)
class Form:
    """One risk's form: its name, its labels and the other pieces, each from the top down."""

    name: Name | None
    labels: list[Label] = field(default_factory=list)
    texts: list[Piece] = field(default_factory=list)
    paragraphs: dict[int, object] = field(default_factory=dict)  # by each word's identity, the paragraph it is of
    marks: list[Mark] = field(default_factory=list)  # in the matrices that stand on it
    painted: list[tuple[Box, Cell]] = field(default_factory=list)  # cells that say something by colour or sign alone
    pages: Mapping[int, Page] = field(default_factory=dict)
    pitch: float = inf  # from line to line of one text, in sizes of its type


def forms_in(section: Section) -> list[Form]:
    """The forms of a section; [] where fewer than two are alike."""
    pieces = pieces_of(section)
    starts = starts_of(section, pieces)
    if not starts:
        return []
    parts = [[p for p in pieces if _inside(s.box, p.box)] for s in starts]
    labels = labels_of_forms(parts)
    edges = _edges_of_pages(section, parts)
    matrices = [grid for page in section.pages for grid in grids_of(page)]
    held = _in_matrices(section, matrices)
    parts = [[p for p in part if not _in_matrix(p, held, matrices, part)] for part in parts]
    forms = [_form(part, start.name, labels, edges) for part, start in zip(parts, starts, strict=True)]
    marks = [mark for page in section.pages for mark in marks_on(page)]
    pitch = _pitch(forms)
    painted = _painted(section)
    pages = {page.number: page for page in section.pages}
    for form, start in zip(forms, starts, strict=True):
        form.pitch, form.pages = pitch, pages
        form.painted = [(box, cell) for box, cell in painted if _inside(start.box, box)]
        form.marks = [m for m in marks if _inside(start.box, down(m.box, m.page))]
    paragraphs: dict[int, object] = {id(w): p for p in section.paragraphs for w in p.all_words}
    for form in forms:
        form.paragraphs = paragraphs
    return forms


def _painted(section: Section) -> list[tuple[Box, Cell]]:
    """The cells of tables that hold no text, and a colour or a sign."""
    cells = (c for table in section.tables for c in table.cells if not c.text and (c.symbols or c.fill))
    return [(down(box, page), cell) for cell in cells for page, box in cell.boxes[:1]]


def _inside(form: Box, box: Box) -> bool:
    return form.x0 <= box.x0 < form.x1 and form.top <= box.top < form.bottom


def _pitch(forms: Sequence[Form]) -> float:
    """The least distance, in sizes of type, from line to line at one edge, of those that are usual in the forms."""
    steps = Counter(
        round((b.box.top - a.box.top) / b.size, 2)
        for form in forms
        for a, b in pairwise(form.texts)
        if a.cell is None and b.cell is None and abs(a.box.x0 - b.box.x0) < 1 and 0 < b.box.top - a.box.bottom < b.size
    )
    usual = [step for step, n in steps.items() if n >= max(2, 0.05 * sum(steps.values()))]
    return min(usual, default=inf)


def _in_matrices(section: Section, matrices: Sequence[Grid]) -> dict[int, bool]:
    """Cell of a table, by identity -> whether a matrix makes up most of that table: its scales stand in it, in no other one.
    So do the words that further pages print at its place again, by identity too. Of matrices that stand in a cell each,
    the scales stand in those cells.
    """
    found: dict[int, bool] = {}
    boxes = [(grid.page, grid.box) for grid in matrices]
    for table in section.tables if matrices else ():
        page, box = table.pieces[0]
        inside = [b for p, b in boxes if p == page and box.contains(b, _EDGE)]
        most = any(2 * b.width * b.height > box.width * box.height for b in inside)
        if most or not inside:
            found.update((id(item), most) for item in (*table.cells, *table.repeated))
            continue
        holding = [{id(c) for c in table.cells if any(p == page and o.contains(b) for p, o in c.boxes)} for b in inside]
        if all(holding):
            found.update((id(cell), False) for cell in table.cells if not any(id(cell) in held for held in holding))
    return found


def _in_matrix(piece: Piece, held: Mapping[int, bool], matrices: Sequence[Grid], part: Sequence[Piece]) -> bool:
    told = held.get(id(piece.cell if piece.cell is not None else piece.words[0]))
    return any(_is_step(piece, grid, part) for grid in matrices) if told is None else told


def _is_step(piece: Piece, grid: Grid, part: Sequence[Piece]) -> bool:
    """Whether a piece of a form's part stands in a matrix, or is a step or the name of one of its scales.

    Steps over or under a matrix stand in a row; a number alone there (`Inherent 20`) is a score.
    """
    if piece.page != grid.page:
        return False
    box, x, y = grid.box, piece.box.middle_x, piece.box.middle_y - piece.page * SCROLL
    if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
        return True
    left, right = box.x0 - _SCALE, box.x1 + _SCALE
    near = left <= x <= right and box.top - _SCALE <= y <= box.bottom + _SCALE
    named = len(piece.words) <= _LONGEST and bool(axis_words() & set(words_of(piece.text)))
    if not near or named or not _is_number(piece):
        return near and named
    beside = box.top <= y <= box.bottom
    others = (p for p in part if p is not piece and left <= p.box.middle_x <= right)
    return beside or len(piece.words) > 1 or any(_is_number(p) and _level(p, piece) for p in others)


def _is_number(piece: Piece) -> bool:
    return all(w.text.strip("().").isdigit() for w in piece.words)


def _level(one: Piece, other: Piece) -> bool:
    return abs(one.box.middle_y - other.box.middle_y) < 0.5 * one.size


def _edges_of_pages(section: Section, parts: Sequence[Sequence[Piece]]) -> set[int]:
    """The pieces, by identity, that stand alike at the head or foot of most pages: running lines that a drawn page hides."""
    heights = {p.number: p.height for p in section.pages}
    alike: dict[str, list[tuple[int, float, Piece]]] = {}
    for number, part in enumerate(parts):
        for piece in part:
            top = piece.box.top - piece.page * SCROLL
            if not _MARGIN * heights[piece.page] < top < (1 - _MARGIN) * heights[piece.page]:
                alike.setdefault(re.sub(r"\d+", "#", piece.folded), []).append((number, top, piece))
    # a first page whose heading stands lower than those of the others is one of them all the same
    return {
        id(piece)
        for lines in alike.values()
        for _, top, piece in lines
        if len({number for number, other, _ in lines if abs(other - top) <= _EDGE}) > _MOST * len(parts)
    }


def _form(part: Sequence[Piece], name: Name | None, labels: dict[str, set[Style]], running: set[int]) -> Form:
    form = Form(name)
    aside: list[Piece] = []
    used = {id(w) for w in (*name.ref, *name.title, *name.taken)} if name is not None else set()
    for piece in part:
        words = [w for w in piece.words if id(w) not in used]
        if len(words) < len(piece.words):
            continue
        label = label_at(piece, labels)
        if label is not None and not (id(piece) in running and label.said == () and not is_known_label(label.key)):
            form.labels.append(label)
        elif not piece.running and id(piece) not in running:
            form.texts.append(piece)
        else:
            aside.append(piece)
    inside = [o.piece for o in form.labels if _runs_in(o, form.labels)]
    form.labels = [o for o in form.labels if o.piece not in inside]
    form.texts += inside
    form.texts += [p for p in aside if _amid(p, form.labels, form.texts)]
    headings = [p for p in form.texts if _heads_a_column(p, form.labels)]
    form.labels += [Label(p, p.words, ()) for p in headings]
    form.texts = [p for p in form.texts if p not in headings]
    form.texts.sort(key=lambda p: (p.box.top, p.box.x0))
    if name is not None:
        title = name.title or _beside(name, form)
        form.name = Name(name.ref, (*title, *_further_lines(title, form)), name.taken)
    return form


def _further_lines(title: Sequence[Word], form: Form) -> Iterator[Word]:
    """The further lines of a title set as it is, each where the line before had no room for its first word; taken from the form."""
    if not title or title[0].font.size == 0:
        return
    right = max((p.box.x1 for p in form.texts if p.page == title[0].page), default=0.0)
    last = title[-1]
    for piece in [p for p in form.texts if p.cell is None and p.page == last.page]:
        first = piece.words[0]
        size = first.font.size
        alike = (first.font.bold, first.font.colour, round(size, 1)) == (
            last.font.bold, last.font.colour, round(last.font.size, 1),
        )  # fmt: skip
        under = 0 < first.bottom - last.bottom < _NEXT_LINE * size and first.x0 > title[0].x0 - _MOST_INDENT * size
        full = last.x1 + (first.x1 - first.x0) > right or first.text[:1].islower()
        if not (alike and under and full):
            continue
        form.texts.remove(piece)
        yield from piece.words
        last = piece.words[-1]


def _heads_a_column(piece: Piece, labels: Sequence[Label]) -> bool:
    """Whether a cell stands in a row of headings: the others are labels set like it, two of them side by side."""
    cell = piece.cell
    if cell is None or len(piece.words) > _LONGEST:
        return False
    row = [o.piece for o in labels if o.piece.row == piece.row and o.piece.style == piece.style and not o.said]
    ends = {o.cell.last_column for o in row if o.cell is not None}
    return len(row) > 1 and any(o.cell.column - 1 in ends for o in row if o.cell is not None)


def _runs_in(label: Label, labels: Sequence[Label]) -> bool:
    """Whether a label with its text behind it stands in a cell below a row of headings, one of them its column's: it is a part
    of that column's text (`Management: report to the board` under `Sources of assurance`)."""
    cell, row = label.piece.cell, label.piece.row
    if not label.said or cell is None or row is None:
        return False
    above = [o for o in labels if o.piece.cell is not None and o.piece.row is not None and not o.said
             and o.piece.row[0] == row[0] and o.piece.row[1] < row[1]]  # fmt: skip
    over = {o.piece.row for o in above if o.piece.cell is not None and o.piece.cell.column == cell.column}
    return any(sum(o.piece.row == r for o in above) >= _HEADINGS for r in over)


def _amid(piece: Piece, labels: Sequence[Label], texts: Sequence[Piece]) -> bool:
    """Whether a text that other pages repeat stands among labels of its page or on a line with them or its texts: no running
    line."""
    if any(_level(o.piece, piece) and o.piece.page == piece.page and o.piece.box.x1 < piece.box.x0 for o in labels):
        return True  # the value of a label, the same on every form
    tops = [label.piece.box.top for label in labels if label.piece.page == piece.page and not label.piece.running]
    among = bool(tops) and min(tops) - 1 < piece.box.top < max(tops) + 1
    return among or any(_level(t, piece) and t.page == piece.page for t in texts)


def _beside(name: Name, form: Form) -> tuple[Word, ...]:
    """The title of a reference that stands alone: on its line, set as large, or larger than the text on the line below.

    What stands behind a label on that line (`Ref | CR1 | Owner | Ann Lee`) is the label's.
    """
    first = name.ref[0]
    left = min(w.x0 for w in (*name.ref, *name.taken))
    usual = Counter(round(p.size, 1) for p in form.texts for _ in p.words).most_common(1)
    stands = down(box_around(name.ref), first.page)
    behind = (o.piece.frame for o in form.labels if o.piece.box.x0 > first.x1)
    labelled = min((f.x0 for f in behind if f.top < stands.middle_y < f.bottom), default=inf)
    for piece in form.texts:
        size = first.font.size
        off = piece.words[0].bottom - first.bottom
        level = abs(off) < 0.5 * size and first.x1 < piece.box.x0 < labelled and piece.size > 0.8 * size
        under = 0 < off < 2.5 * size and abs(piece.box.x0 - left) < size and piece.size > 1.1 * usual[0][0]
        if piece.page == first.page and (level or under):
            form.texts.remove(piece)
            return piece.words
    return ()

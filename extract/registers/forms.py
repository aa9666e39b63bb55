"""Forms: labels with values, boxes of scores under headings, small lists of actions, in one table or in several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extract.bilingual import with_labels
from extract.columns import Column
from extract.looks import look_of, profile
from extract.meeting.pieces import is_bold
from extract.registers.action_lists import Action, rows_of_actions, with_action
from extract.registers.bars import read_bar
from extract.registers.control_lists import list_of_controls
from extract.registers.evidence import ACTION_FIELDS, assign_columns
from extract.registers.inner_labels import parted
from extract.registers.layout import is_known
from extract.registers.stage_cells import measures_in
from extract.registers.wording import take_apart
from extract.remembering import remembered
from extract.wording import words_of
from models.table import Cell, Table

_LONGEST_LABEL = 8  # words
_MOST_COLUMNS = 12  # cells side by side in a form; boxes of scores take the most
LABELLED = re.compile(r"^(.{1,40}?)\s*:\s+(\S.*)$")
_TEXTS = frozenset({"text", "words", "name", "post", "date", "trend", "arrow"})
_ENOUGH = 3  # known labels set alike, from which what is set like them is a label too

Style = tuple[bool, str | None]  # bold, fill


@dataclass(slots=True)
class Form:
    """What a table says as a form: labelled values, rows of actions, and how much of it the vocabulary knows."""

    values: list[Column] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    others: list[Column] = field(default_factory=list)  # what lists of actions print beside these: `Progress`, `70%`
    pairs: int = 0  # labels with their value beside or below them
    paired: int = 0  # rows that hold such
    known: int = 0  # of these, labels that the vocabulary knows
    rows: int = 0  # rows with anything in them


@remembered(512)
def form_of(table: Table) -> Form:
    """A table read as a form; `known` tells how far it is one."""
    rows: dict[int, list[Cell]] = {}
    for cell in with_labels(table).cells:
        if cell.text or cell.symbols or cell.fill:
            rows.setdefault(cell.row, []).append(cell)
    if max(map(len, rows.values()), default=0) > _MOST_COLUMNS:
        return Form()
    lines = [line for r in sorted(rows) if (line := [c for c in rows[r] if c.text or c.symbols])]
    coloured = {r: [c for c in cells if not c.text and not c.symbols] for r, cells in rows.items()}
    form = Form(rows=len(lines))
    styles = _label_styles(lines)
    told, at = read_bar(lines)
    for name, cell in told:
        _add(form, (_label(name, cell),), cell)
    while at < len(lines):
        line = lines[at]
        below = lines[at + 1] if at + 1 < len(lines) else None
        if _is_header(line, styles) and below is not None and not _is_header(below, styles):
            at = _read_box(lines, at, styles, form, coloured)
        elif _heads_next(line, below, styles):
            _add(form, (line[0],), lines[at + 1][0])
            form.paired += 1
            at += 2
        else:
            before = form.pairs
            if not _is_header(line, styles):
                _read_pairs(line, styles, form)
            form.paired += form.pairs > before
            at += 1
    return form


def in_cell(cell: Cell) -> tuple[tuple[Cell, ...], Cell] | None:
    """Label and value printed in one cell (`Risk owner: Ann Lee`), where the label is known."""
    match = LABELLED.match(cell.text)
    if match is None or not is_known(match.group(1)):
        return None
    words = cell.words[len(match.group(1).split()) :]
    value = Cell(cell.row, cell.column, 1, 1, cell.page, cell.boxes, tuple(words), match.group(2), cell.fill)
    return (_label(match.group(1), value),), value


def _is_labelled(cell: Cell) -> bool:
    return in_cell(cell) is not None


def _label(text: str, value: Cell) -> Cell:
    return Cell(0, 0, 1, 1, value.page, value.boxes, (), text, is_heading=True)


def _heads_next(line: Sequence[Cell], below: Sequence[Cell] | None, styles: set[Style]) -> bool:
    """Whether a row is one label over a row of one value."""
    return (
        len(line) == 1
        and below is not None
        and len(below) == 1
        and _is_label(line[0], styles)
        and not _is_labelled(line[0])
    )


def is_form(table: Table) -> bool:
    """Whether a table is mostly labels with their values, known ones among them."""
    form = form_of(table)
    return form.known >= 3 and form.pairs >= 0.7 * form.rows and form.paired >= 2


def _read_pairs(line: Sequence[Cell], styles: set[Style], form: Form) -> None:
    """Label, value, label, value … from left to right."""
    at = 0
    while at < len(line):
        beside = at + 1 < len(line) and line[at + 1].column == line[at].last_column + 1
        if beside and _is_label(line[at], styles) and not _is_labelled(line[at + 1]):
            _add(form, (line[at],), line[at + 1])
            at += 2
        else:
            if (pair := in_cell(line[at])) is not None:
                _add(form, *pair)
            at += 1


def _read_box(
    lines: Sequence[Sequence[Cell]],
    at: int,
    styles: set[Style],
    form: Form,
    coloured: Mapping[int, Sequence[Cell]],
) -> int:
    """Values under a row of headings: one row of scores, a row a stage, or a list of actions. Returns where it ends."""
    header = lines[at]
    body: list[Sequence[Cell]] = []
    for line in lines[at + 1 :]:
        alternating = (
            len(line) > 1 and _is_label(line[0], styles) and not is_stage(line[0]) and len(header) != len(line)
        )
        if (
            alternating
            or _is_header(line, styles)
            or (len(line) == 1 and len(header) > 1 and _is_label(line[0], styles))
        ):
            break
        body.append(line)
    painted = [[*line, *coloured.get(line[0].row, ())] for line in body]
    columns = [_under(h, painted) for h in header]
    stages = [line for line in body if is_stage(line[0]) and len(line) > 1]
    if stages and len(stages) >= len(body) - 1:
        for line in stages:
            for value in line[1:]:
                over = next((h for h in header if h.column <= value.column <= h.last_column), None)
                shared = over is not None and value.row_span >= len(stages) > 1  # a reason for all stages is no score
                named = (over,) if over is not None and shared else (line[0], *(() if over is None else (over,)))
                _add(form, named, value)
        return at + 1 + len(body)
    assigned = with_action(assign_columns(columns, max(1, len(body))))
    held = {a.field for a in assigned}
    if (listed := list_of_controls(assigned, len(body))) is not None:
        _add_list(form, *listed)
    elif held & ACTION_FIELDS and (len(body) > 1 or len(held & ACTION_FIELDS) > 1):
        form.actions.extend(rows_of_actions(assigned, painted))
        beside = [a.column for a in assigned if a.field in {None, "other"} and a.column.heading[-1].text]
        form.others.extend(
            Column(c.index, c.heading, (cell,), c.looks) for c in beside for cell in c.cells if cell.text
        )
    else:
        for value in (v for line in body for v in line):
            over = next((h for h in header if h.column <= value.column <= h.last_column), None)
            dated = next((p for p in body[0] if p.column == value.column and look_of(p.text) == "date"), None)
            if over is None or (value is dated and len(body) > 1 and over.column_span > value.column_span):
                continue  # a period over a trend is a heading
            if ":" in value.text and is_stage(over) and (parts := measures_in(over, value)):
                for label, part in parts:
                    _add(form, (over, label), part)
            elif len(body) == 1 or look_of(value.text, value.symbols) in _TEXTS:
                said, below = parted(over, value)
                _add(form, (over, dated) if dated is not None and dated is not value else (over,), said)
                for label, part in below:
                    _add(form, (label,), part)
    return at + 1 + len(body)


def _add_list(form: Form, controls: Column, said: Sequence[Column]) -> None:
    form.values.append(replace(controls, index=len(form.values)))
    form.others.extend(said)
    form.pairs += len(controls.cells)
    form.known += is_known(controls.leaf)


def _under(heading: Cell, body: Sequence[Sequence[Cell]]) -> Column:
    cells = tuple(c for line in body for c in line if heading.column <= c.column <= heading.last_column)
    return Column(heading.column, (heading,), cells, profile(cells))


def _add(form: Form, heading: tuple[Cell, ...], value: Cell) -> None:
    cells = (value,)
    form.values.append(Column(len(form.values), heading, cells, profile(cells)))
    form.pairs += 1
    form.known += is_known(heading[-1].text.rstrip(": ?"))


def _label_styles(lines: Sequence[Sequence[Cell]]) -> set[Style]:
    """How the known labels are set, where that sets them apart from the cells right of them."""
    firsts = _by_style(line[0] for line in lines if len(line) > 1)
    seconds = _by_style(line[1] for line in lines if len(line) > 1)
    found = {
        style for style, cells in firsts.items()
        if all(map(_is_worded, seconds.get(style, ()))) and any(map(_is_worded, cells))
    }  # fmt: skip
    for style, cells in _by_style(c for line in lines for c in line if c.text).items():
        if any(style) and len(cells) >= _ENOUGH and style not in found:
            known = sum(map(_is_worded, cells))
            # a label or two that nobody knows are set as labels all the same
            if known >= _ENOUGH and known >= 2 * (len(cells) - known):
                found.add(style)
    return found


def _by_style(cells: Iterable[Cell]) -> dict[Style, list[Cell]]:
    found: dict[Style, list[Cell]] = {}
    for cell in cells:
        found.setdefault(_style(cell), []).append(cell)
    return found


def _is_worded(cell: Cell) -> bool:
    """Whether the vocabulary knows a cell's text as a label."""
    return is_known(cell.text.rstrip(": ?"))


def _is_label(cell: Cell, styles: set[Style]) -> bool:
    if not cell.text or len(cell.text.split()) > _LONGEST_LABEL:
        return False
    return _style(cell) in styles or is_known(cell.text.rstrip(": ?")) or (cell.text.endswith(":") and cell.column == 0)


def _is_header(line: Sequence[Cell], styles: set[Style]) -> bool:
    """Whether a row is headings all over, set alike: values stand below, not beside."""
    lettered = [c for c in line if any(map(str.isalnum, c.text))]  # no type is bold enough to show it on a `#`
    if len(line) < 2 or not lettered or len({_style(c) for c in lettered}) > 1:
        return False
    if _style(lettered[0]) in styles:
        return any(map(_is_worded, line))
    left = len(line)
    for cell in line:
        left -= not _is_worded(cell)
        if left < 2 or left < 0.7 * len(line):
            return False
    return True


def is_stage(cell: Cell) -> bool:
    """Whether a cell does nothing but name a stage: `Inherent`, `Current score`, `Target risk`."""
    heading = take_apart(cell.text)
    rest = set(words_of(heading.rest)) - {"risk", "score", "rating", "level", "position", "assessment", "exposure"}
    return heading.stage is not None and not rest


@remembered(1024)  # of each cell it is asked again and again
def _style(cell: Cell) -> Style:
    return is_bold(cell.words), cell.fill

"""Lists of actions inside a register: below the row of a risk stand rows under headings of their own, which span the
register's columns (`Action | Responsibility | Due date | Status`), as the exports of risk software print them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.columns import Column
from extract.looks import profile
from extract.registers.action_lists import list_of_actions
from extract.registers.evidence import ACTION_FIELDS
from extract.registers.layout import Layout
from extract.registers.rows import InnerRow
from extract.wording import fold, likeness, phrases
from models.table import Cell, Table

_FEWEST_COLUMNS = 4  # of the register; what has fewer is a form
_FEWEST_LISTS = 2  # in a register; a table with one, and more of the risk below it, is the form of a single risk
_FILLED = 0.5  # share of the register's columns that the row of a risk fills at least
_OF_AN_ACTION = ACTION_FIELDS | {"owner", "rating"}  # what the headings of such a list may say
_BESIDE_IT = _OF_AN_ACTION | {"ref", "other"}  # and beside these, its number or the day of its note
_MOST = 0.5  # share of the headings that speak of an action


def inner_lists(table: Table, layout: Layout) -> dict[int, InnerRow]:
    """The rows of a register that are those of lists inside it, by row."""
    if table.columns < _FEWEST_COLUMNS or layout.known < _FEWEST_COLUMNS:
        return {}
    lines: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.row >= layout.heading_rows and (cell.text or cell.symbols or cell.fill):
            lines.setdefault(cell.row, []).append(cell)
    found: dict[int, InnerRow] = {}
    headed = len({id(c.heading[-1]) for c in layout.columns if c.heading})
    alike: dict[tuple[tuple[int, str], ...], list[tuple[list[Cell], list[list[Cell]]]]] = {}
    heading: list[Cell] = []
    above: list[Cell] = []  # of the risk: its values may stand in several rows, beside a text that spans these
    low = -1  # the last row of that
    for row in sorted(lines):
        line = lines[row]
        if heads_list(line) and (alike or len({c.column for c in above if c.text}) >= _FILLED * headed):
            heading = [c for c in line if c.text]
            alike.setdefault(tuple((c.column, fold(c.text)) for c in heading), []).append((heading, []))
            found[row] = InnerRow(None, tuple(w for c in heading for w in c.words))
        elif heading and _stands_under(line, heading):
            key = tuple((c.column, fold(c.text)) for c in heading)
            alike[key][-1][1].append(line)
            found[row] = InnerRow(None, ())
        else:
            heading, above = [], [*above, *line] if row <= low else line
            low = max([low, *[c.row + c.row_span - 1 for c in line if c.row_span > 1]])
    count = sum(map(len, alike.values()))
    if count < _FEWEST_LISTS and not (count and max(lines) in found):
        return {}
    for lists in alike.values():
        found |= _read(lists)
    return found if any(r.action for r in found.values()) else {}


def heads_list(line: Sequence[Cell]) -> bool:
    """Whether a row is the headings of a list of actions, wider than the columns."""
    texts = [c for c in line if c.text]
    if len(texts) < 2 or all(c.column_span == 1 for c in texts):
        return False
    said = [likeness(c.text.rstrip(": ?"), phrases("columns_register")) for c in texts]
    of_action = sum(bool(_OF_AN_ACTION & s.keys()) for s in said)
    return (
        any("action" in s for s in said) and of_action > _MOST * len(said) and all(_BESIDE_IT & s.keys() for s in said)
    )


def _stands_under(line: Sequence[Cell], heading: Sequence[Cell]) -> bool:
    """Whether all texts of a row begin where a list's headings do, and are no wider: where level rules alone are drawn, rows may be
    divided as the register is.
    """
    ends = {c.column: c.last_column for c in heading}
    texts = [c for c in line if c.text or c.symbols]
    return bool(texts) and all(c.last_column <= ends.get(c.column, -1) for c in texts)


def _read(lists: Sequence[tuple[Sequence[Cell], Sequence[Sequence[Cell]]]]) -> Mapping[int, InnerRow]:
    """The rows of lists under the same headings: what their columns hold is told from all of them together."""
    body = [line for _, lines in lists for line in lines]
    columns = [_column(at, lists, body) for at in range(len(lists[0][0]))]
    actions = list_of_actions(columns, body)
    found: dict[int, InnerRow] = {}
    for action in actions:
        held = {id(c) for sourced in action.values() for c, _ in sourced}
        row = action["action"][0][0].row
        line = next(line for line in body if line[0].row == row)
        found[row] = InnerRow(action, tuple(w for c in line if id(c) not in held for w in c.words))
    return found


def _column(
    at: int, lists: Sequence[tuple[Sequence[Cell], Sequence[Sequence[Cell]]]], body: Sequence[Sequence[Cell]]
) -> Column:
    heading = lists[0][0][at]
    cells = tuple(c for line in body for c in line if c.column == heading.column)
    return Column(heading.column, (heading,), cells, profile(cells))

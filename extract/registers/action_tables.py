"""Tables of actions printed apart from a register, each row keyed by the risk that it is for: `CR1 | Fit signs | Mar 2025`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.columns import Column
from extract.registers.action_lists import Action, list_of_actions
from extract.registers.layout import Layout, layout_of
from extract.registers.rows import RiskRows
from extract.wording import fold
from models.table import Cell, Table

_FEWEST_COLUMNS = 3  # the risk, what is done, and who or when
_NAMED = 0.8  # share of the rows that name a risk of the register
_FEWEST_LETTERS = 8  # of a title that stands in place of a reference

_Told = tuple[Column | None, dict[int, RiskRows], list[Action]]


def with_actions(risks: Sequence[RiskRows], tables: Iterable[Table]) -> None:
    """Give each risk the actions that tables beside the register print for it, in printed order."""
    keys = _keys(risks)
    for table in tables if keys else ():
        layout = layout_of(table)
        named, of_row, actions = _actions(table, layout, keys)
        for action in actions:
            of_row[_row(action)].actions.append(action)
        if named is not None and actions:  # what names the risks, and the headings, stand in no field
            for cell in named.cells:
                if cell.row in of_row:
                    of_row[cell.row].taken.extend(cell.words)
            heads = [w for c in table.cells if c.row < layout.heading_rows for w in c.words]
            of_row[_row(actions[0])].taken.extend(heads)


def lists_actions(table: Table, risks: Sequence[RiskRows]) -> bool:
    """Whether the rows of a table are actions of risks that are known, several of one of them: they are no risks."""
    _, of_row, actions = _actions(table, layout_of(table), _keys(risks))
    return len(actions) > len({id(of_row[_row(action)]) for action in actions})


def _keys(risks: Sequence[RiskRows]) -> dict[str, RiskRows]:
    """The risks by what names each of them alone: its reference with a letter, or its title."""
    told: dict[str, list[RiskRows]] = {}
    for risk in risks:
        ref, title = _plain(risk.text("ref")), _plain(risk.text("title"))
        if any(c.isalpha() for c in ref):
            told.setdefault(ref, []).append(risk)
        if len(title) >= _FEWEST_LETTERS:
            told.setdefault(title, []).append(risk)
    return {key: of[0] for key, of in told.items() if len(of) == 1}


def _plain(text: str) -> str:
    return fold(text).strip(" .:–-")


def _actions(table: Table, layout: Layout, keys: dict[str, RiskRows]) -> _Told:
    """The column that names the risks of a table, if any, whose risk each row is, and the actions in these rows."""
    named, of_row = _naming(table, layout, keys)
    if named is None:
        return None, {}, []
    lines = [[c for c in table.cells if c.row == row and c.column != named.index] for row in of_row]
    return named, of_row, list_of_actions([c for c in layout.columns if c is not named], lines)


def _row(action: Action) -> int:
    return action["action"][0][0].row


def _naming(table: Table, layout: Layout, keys: dict[str, RiskRows]) -> tuple[Column | None, dict[int, RiskRows]]:
    """The first column whose cells name risks, with the risk of each row; an empty cell is of the risk above."""
    if table.columns < _FEWEST_COLUMNS or not layout.heading_rows:
        return None, {}
    rows = [r for r in range(layout.heading_rows, table.rows) if r not in layout.bands and r not in table.notes]
    for column in layout.columns[:-1]:
        cells = {row: c for c in column.cells if c.text for row in range(c.row, c.last_row + 1)}
        told = [risk for c in column.cells if c.text and (risk := _named(c, keys)) is not None]
        if not told or len(told) < _NAMED * sum(bool(c.text) for c in column.cells):
            continue
        of_row: dict[int, RiskRows] = {}
        last: RiskRows | None = None
        for row in rows:
            last = _named(cells[row], keys) if row in cells else last
            if last is not None:
                of_row[row] = last
        return column, of_row
    return None, {}


def _named(cell: Cell, keys: dict[str, RiskRows]) -> RiskRows | None:
    """The risk that a cell names: by its reference, by its title, or by both of them."""
    text = _plain(cell.text)
    return keys.get(text) or keys.get(text.partition(" ")[0].strip(".:–-"))

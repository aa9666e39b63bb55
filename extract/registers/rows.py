"""The rows of a register's table as risks: spans, mitigation rows, rows cut by a page break, bands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from extract.columns import Assigned, Column
from extract.registers.evidence import ACTION_FIELDS
from extract.registers.layout import Layout
from extract.registers.stacked_headings import stack_of
from models.page import Word
from models.table import Cell, Table

Sourced = tuple[Cell, Assigned]


@dataclass(frozen=True, slots=True)
class InnerRow:
    """One row below that of a risk: the action that it holds, if any, its words that stand in no field, and labelled fields."""

    action: dict[str, list[Sourced]] | None
    taken: tuple[Word, ...]
    key: tuple[Cell, Cell] | None = None  # initials, and the name that they stand for
    cells: tuple[Sourced, ...] = ()  # fields of the risk above, each under a label of its own


@dataclass(slots=True)
class RiskRows:
    """All cells of one risk, by field, in printed order; `actions` holds one mapping a mitigation row."""

    band: Cell | None
    cells: dict[str, list[Sourced]] = field(default_factory=dict)
    trends: list[Sourced] = field(default_factory=list)
    others: list[Sourced] = field(default_factory=list)
    actions: list[dict[str, list[Sourced]]] = field(default_factory=list)
    taken: list[Word] = field(default_factory=list)  # words that stand in no field: labels of a card

    def text(self, name: str) -> str:
        """What is printed in a field, all its cells together."""
        return " ".join(c.text for c, _ in self.cells.get(name, ()) if c.text)

    def measures(self) -> list[Cell]:
        """The cells of its scores."""
        return [c for name, cells in self.cells.items() if _is_measure(name) for c, _ in cells]


def read_rows(
    table: Table,
    layout: Layout,
    columns: Sequence[Assigned],
    before: RiskRows | None,
    inner: Mapping[int, InnerRow] = MappingProxyType({}),
) -> list[RiskRows]:
    """The risks of a table. `before` is the last risk of the table before: first rows may go on with it.

    `inner` are the rows that are those of lists of actions inside the table.
    """
    return _Reader(table, layout, columns, inner).read(before)


class _Reader:
    """One table being read row by row."""

    def __init__(
        self, table: Table, layout: Layout, columns: Sequence[Assigned], inner: Mapping[int, InnerRow]
    ) -> None:
        self.inner = inner
        self.rows = range(layout.heading_rows, table.rows)
        self.bands = layout.bands
        self.notes = table.notes
        self.columns = columns
        self.places = {(row, c.column): c for c in table.cells for row in range(c.row, c.last_row + 1)}
        self.fields = {a.field: a for a in columns if a.field}
        self.measured = [a for a in columns if _is_measure(a.field)]
        self.stacked = "title" in self.fields and bool(stack_of(self.fields["title"].column.leaf))

    def read(self, before: RiskRows | None) -> list[RiskRows]:
        found: list[RiskRows] = []
        current, page = before, None
        band = before.band if before is not None else None
        for row in self.rows:
            if row in self.inner:
                _take_inner(self.inner[row], current)
                continue
            if row in self.bands:
                band = self.bands[row]
                continue
            if row in self.notes:
                self.take_note(row, current)
                continue
            begins = [c for a in self.columns if (c := self.at(row, a)) is not None and c.row == row]
            if not any(_holds(c) for c in begins):
                continue
            opening = before is not None if page is None else begins[0].page != page
            page = begins[0].page
            if current is None or current.band is not band or self.is_new(row, current, opening):
                current = RiskRows(band)
                found.append(current)
                self.take_spanned(row, current)
            self.take(row, current, opening)
        return found

    def at(self, row: int, column: Assigned | None) -> Cell | None:
        return self.places.get((row, column.column.index)) if column is not None else None

    def printed(self, row: int, column: Assigned | None) -> str:
        cell = self.at(row, column)
        return cell.text if cell is not None and cell.row == row else ""

    def covers(self, row: int, cell: Cell) -> bool:
        return cell.row < row <= cell.last_row

    def is_new(self, row: int, current: RiskRows, opening: bool) -> bool:
        """Whether a new risk begins in a row. A reference decides where there is one, else its statement."""
        if self.stacked and self.is_beside(row, current):
            return False  # the risk's fields stand one below the other beside a text of it
        reference = self.fields.get("ref")
        ref = self.printed(row, reference)
        stated = self.fields.get("title") or self.fields.get("description")
        title = self.printed(row, stated)
        scored = any(self.printed(row, m) for m in self.measured)
        headless = not current.text("ref") and not current.text("title") and not current.text("description")
        if (ref or title) and headless and any(self.covers(row, c) for c in current.measures()):
            return False  # the statement of a risk cut by the page stands on the second page
        if ref:
            return not (opening and ref == current.text("ref"))
        if not title:
            return self.is_second_statement(row) or (scored and (stated is None or self.at(row, stated) is None))
        if reference is not None and title[:1].islower() and current.text("ref"):
            return False  # the statement goes on in a row of its own
        above = self.at(row, reference)
        if above is not None and above.row < row:
            return False  # the reference spans this row
        if opening and self.measured and not scored:
            return False  # the statement goes on from the page before
        if reference is not None and current.text("ref"):
            return scored or (not self.measured and not opening)
        return True

    def is_beside(self, row: int, current: RiskRows) -> bool:
        """Whether a text or score of the current risk spans a row."""
        held = (c for cells in current.cells.values() for c, _ in cells)
        return any(self.covers(row, c) for c in held if c.text)

    def is_second_statement(self, row: int) -> bool:
        """Whether a row states and rates another risk below a title that spans several, where none has a reference."""
        above, said = self.at(row, self.fields.get("title")), self.printed(row, self.fields.get("description"))
        rated = [self.printed(row, a) for a in self.columns if a.field == "rating" or _is_measure(a.field)]
        spanned = above is not None and above.row < row and bool(above.text)
        return spanned and bool(said) and "ref" not in self.fields and (any(rated) or not rated)

    def take(self, row: int, risk: RiskRows, opening: bool) -> None:
        """Put the cells that begin in a row where they belong."""
        action: dict[str, list[Sourced]] = {}
        for column in self.columns:
            cell = self.at(row, column)
            if cell is not None and cell.row == row and _holds(cell):
                _put(cell, column, risk, action)
        _add_action(risk, action, opening)

    def take_note(self, row: int, risk: RiskRows | None) -> None:
        """What runs across below a risk is told beside its fields."""
        cell = self.places.get((row, 0))
        if risk is not None and cell is not None:
            risk.others.append((cell, Assigned(Column(cell.column, (), (cell,), {}), None, cell.confidence)))

    def take_spanned(self, row: int, risk: RiskRows) -> None:
        """A cell merged over several risks is each one's: a category, an owner."""
        for column in self.columns:
            cell = self.at(row, column)
            own = column.field in {"ref", None, "other", "trend", *ACTION_FIELDS}
            if cell is not None and cell.row < row and cell.text and not own:
                risk.cells.setdefault(str(column.field), []).append((cell, column))


def _take_inner(row: InnerRow, risk: RiskRows | None) -> None:
    """A row of the list below a risk is one of its actions; what is labelled there is the risk's."""
    if risk is not None:
        risk.taken.extend(row.taken)
        if row.action is not None:
            risk.actions.append(row.action)
        action: dict[str, list[Sourced]] = {}
        for cell, column in row.cells:
            _put(cell, column, risk, action)
        _add_action(risk, action, opening=False)


def _put(cell: Cell, column: Assigned, risk: RiskRows, action: dict[str, list[Sourced]]) -> None:
    """Put a cell where its column belongs: into a field of the risk, or of its action."""
    if column.field in ACTION_FIELDS:
        action.setdefault(column.field, []).append((cell, column))
    elif column.field == "trend":
        if cell.text or cell.symbols:
            risk.trends.append((cell, column))
    elif column.field in {None, "other"}:
        risk.others.append((cell, column))
    else:
        risk.cells.setdefault(str(column.field), []).append((cell, column))


def _add_action(risk: RiskRows, action: dict[str, list[Sourced]], opening: bool) -> None:
    """A mitigation row is an action of its own, unless it only goes on with the one before."""
    filled = {name for name, cells in action.items() if any(c.text or c.symbols for c, _ in cells)}
    if not filled:
        return
    goes_on = opening and filled == {"action"} and action["action"][0][0].text[:1].islower()
    if risk.actions and (goes_on or "action" not in filled):
        for name, cells in action.items():
            risk.actions[-1].setdefault(name, []).extend(cells)
    else:
        risk.actions.append(action)


def _holds(cell: Cell) -> bool:
    return bool(cell.text or cell.symbols or cell.fill)


def _is_measure(name: str | None) -> bool:
    return name is not None and name.endswith(("_likelihood", "_impact_score", "_score", "_both"))

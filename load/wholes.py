"""Parts find their whole: a control its risk, a resolution its minute and its meeting.

The whole is the record's parent where they agree. Else it is the record of the paper that is called as the part says.
Else it is implied: a row of its table that no view shows, which holds what the part says of it. So what is common to
parts stands in one place, and nothing that a part says is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from models.column import Part, View
from models.contract import ALL
from models.record import Record, Scalar


@dataclass(slots=True, eq=False)
class Row:
    """A row in the making. `record` is what it is made from: for an implied whole the first part that speaks of it."""

    view: View
    number: int  # its place among the rows of the paper, wholes that are implied last
    values: dict[str, Scalar]  # as the columns hold them; those inherited from a whole too, where the record says them
    record: Record
    parent: Row | None = None
    implied: bool = False
    wholes: dict[str, Row | None] = field(default_factory=dict)  # by the whole's view
    record_id: int = 0
    source_id: int = 0
    row_key: str = ""

    def value(self, column: str) -> Scalar:
        """What the view shows in a column: the record's own value, else that of the whole it is inherited from."""
        own = self.values.get(column)
        if own is not None:
            return own
        for part in self.view.parts:
            whole = self.wholes.get(part.whole)
            if whole is not None and column in part.inherited:
                return whole.values.get(part.inherited[column])
        return None


class Wholes:
    """Finds the wholes of the rows of one paper. `implied` holds those it made up."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.implied: list[Row] = []
        self._count = len(rows)
        self._printed: dict[str, list[Row]] = {}
        for row in rows:
            self._printed.setdefault(row.view.name, []).append(row)
        self._indexes: dict[tuple[str, tuple[str, ...]], dict[tuple[Scalar, ...], list[Row]]] = {}
        self._made: dict[tuple[object, ...], Row] = {}

    def settle(self, row: Row) -> None:
        """Finds each whole of a row, the outermost first. The row's parent must be settled before."""
        for part in reversed(row.view.parts):
            row.wholes[part.whole] = self._whole(row, part)

    def _whole(self, row: Row, part: Part) -> Row | None:
        values = row.values
        given: dict[str, Scalar] = {
            name: value for own, name in part.inherited.items() if (value := values.get(own)) is not None
        }
        near = _nearest(row, part.whole)
        if near is not None and all(near.values.get(name) == value for name, value in given.items()):
            return near
        if not given and not part.always:
            return near
        if ALL[part.whole].shown:
            called = self._called(row, part.whole, given)
            if called is not None:
                return called
        return self._implied(row, part, given)

    def _called(self, row: Row, whole: str, given: dict[str, Scalar]) -> Row | None:
        """The printed whole that holds `given`: the last before the row, else the first after it."""
        names = tuple(given)
        index = self._indexes.get((whole, names))
        if index is None:
            index = self._indexes[whole, names] = {}
            for printed in self._printed.get(whole, ()):
                index.setdefault(tuple(printed.values.get(name) for name in names), []).append(printed)
        fits = [found for found in index.get(tuple(given.values()), ()) if _agree(row, found)]
        before = [found for found in fits if found.number < row.number]
        return before[-1] if before else next(iter(fits), None)

    def _implied(self, row: Row, part: Part, given: dict[str, Scalar]) -> Row:
        view = ALL[part.whole]
        outer = {outer.whole: row.wholes.get(outer.whole) for outer in view.parts}
        told = (part.whole, *sorted(given.items()), *(id(whole) for whole in outer.values()))
        found = self._made.get(told)
        if found is None:
            number = self._count + len(self.implied)
            found = Row(view, number, given, row.record, implied=True, wholes=outer)
            self._made[told] = found
            self.implied.append(found)
        return found


def settle_in_order(rows: Iterable[Row], settle: Callable[[Row], None]) -> None:
    """Settles each row once, its parent before it."""
    done: set[Row] = set()
    for row in rows:
        if row.parent is None or row.parent in done:  # nearly always: wholes are printed before their parts
            if row not in done:
                settle(row)
                done.add(row)
            continue
        waiting = [row]
        while waiting[-1].parent is not None and waiting[-1].parent not in done and waiting[-1].parent not in waiting:
            waiting.append(waiting[-1].parent)
        for each in reversed(waiting):
            if each not in done:
                settle(each)
                done.add(each)


def _nearest(row: Row, whole: str) -> Row | None:
    """The row of a whole's view among the record's parents, or that one of them has found."""
    above = row.parent
    while above is not None:
        if above.view.name == whole:
            return above
        if above.wholes.get(whole) is not None:
            return above.wholes[whole]
        above = above.parent
    return None


def _agree(row: Row, found: Row) -> bool:
    """Whether a whole that was found hangs on the same outer wholes as the row does."""
    return all(row.wholes[name] is whole for name, whole in found.wholes.items() if row.wholes.get(name) is not None)

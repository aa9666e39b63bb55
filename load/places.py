"""Where a row was read: its own source, and the sources of its fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from load.spans import Piece, Spans, pieces
from load.wholes import Row
from models.column import View
from models.record import Field, Record


class Place(NamedTuple):
    """A row's own source, on the page on which the row begins, and those of its fields: (field, source, confidence)."""

    source_id: int
    fields: tuple[tuple[str, int, float], ...]
    own_field: str | None  # the field whose source and confidence are the row's own; not among `fields`


Told = tuple[str, Field | None, float]  # a value's column, the field it was read from, how sure it is


def told_of(record: Record) -> list[Told]:
    """The values of a record of which there is something to tell: where they were read, or that they are in doubt.

    None is surer than the reading it rests on.
    """
    told: list[Told] = []
    for name, value in record.values.items():
        source, chance = value.source, value.confidence
        if source is None:
            if chance >= 1.0:
                continue  # as most of what a cell says
        elif source.confidence < chance:
            chance = source.confidence
        told.append((name, source, 1.0 if chance >= 1.0 else _sure(chance)))
    return told


def confidence(record: Record, told: Iterable[Told]) -> float:
    """The chance that every field of a record is right, as is `told` of them.

    Fields that are equally sure are taken to share one doubt (a column misread, a faint scan), others to fail apart:
    the product of the different chances.
    """
    doubts = [chance for _, _, chance in told if chance < 1.0]
    if not doubts and record.confidence >= 1.0:
        return 1.0
    product = 1.0
    for chance in {_sure(record.confidence), *doubts}:
        product *= chance
    return round(product, 4)


def place(row: Row, spans: Spans, sure: float, told: Iterable[Told]) -> Place | None:
    """Where a row was read; None where nothing on paper stands behind it. `sure`: the row as a whole; `told`: of its values."""
    own = _own_source(row, spans)
    if own is None:
        return None
    fields: list[tuple[str, int, float]] = []
    own_field: str | None = None
    for name, field, chance in told:
        if name not in row.values:
            continue
        sources = spans.of_field(field) if field is not None else ()
        if not sources and chance < 1.0:
            sources = (own,)  # worked out from other fields, and in doubt: the doubt is about the row's place
        for source in sources:
            if own_field is None and source == own and chance == sure:
                own_field = name
            else:
                fields.append((name, source, chance))
    return Place(own, tuple(fields), own_field)


def begins_on(record: Record, view: View) -> int | None:
    """The page on which a record's row begins, counted from 1; None where no word or mark on paper belongs to it."""
    cut = {name: pieces(item) for name, item in _placed(record, view).items()}
    return _first_page(cut, view) if cut else None


def first_source(row: Row, columns: Iterable[str], spans: Spans) -> int | None:
    """The source of the first of `columns` that was read from paper."""
    for column in columns:
        value = row.record.values.get(column)
        if value is not None and value.source is not None:
            found = spans.of_field(value.source)
            if found:
                return found[0]
    return None


def _own_source(row: Row, spans: Spans) -> int | None:
    """The span around the row on the page on which it begins; words printed once for several rows are left out."""
    placed = _placed(row.record, row.view)
    if not placed:
        return _beside(row, spans)
    if len(placed) == 1:
        return spans.of_field(next(iter(placed.values())))[0]
    whole = spans.of_fields(placed.values())
    if whole is not None:
        return whole
    cut = {name: pieces(item) for name, item in placed.items()}
    page = _first_page(cut, row.view)
    here: list[Piece] = []
    chances: list[float] = []
    methods: list[str] = []
    for name, parts in cut.items():
        for part in parts:
            if part.page == page and part not in here:
                here.append(part)
                chances.append(placed[name].confidence)
                methods.append(placed[name].method)
    return spans.of_pieces(here, methods[0], min(chances))


def _first_page(cut: Mapping[str, Sequence[Piece]], view: View) -> int:
    """The first page with a piece of the fields that a row of the view begins with, or else of any field."""
    leading = [cut[name][0].page for name in view.leading if name in cut]
    return min(leading or (parts[0].page for parts in cut.values()))


def _placed(record: Record, view: View) -> Mapping[str, Field]:
    """The record's fields that stand on paper and belong to it alone; those shared with others where it has no more."""
    fields: Mapping[str, Field] = record.printed.fields
    if record.view != record.printed.view:  # one of several records made of one printed one: its own values say where
        fields = {name: value.source for name, value in record.values.items() if value.source is not None}
    found = {name: item for name, item in fields.items() if item.words or item.place is not None}
    if len(found) < 2:
        return found
    shared = _shared(view)
    return {name: item for name, item in found.items() if name not in shared} or found


@cache
def _shared(view: View) -> frozenset[str]:
    return frozenset(column.name for column in view.columns if column.shared)


def _beside(row: Row, spans: Spans) -> int | None:
    """Where no field is on paper: the words that the record accounts for, what its section says, its whole's place."""
    record = row.record
    if record.printed.taken:
        taken = pieces(Field("", record.printed.taken))
        return spans.of_pieces(taken[:1], "text", 1.0)
    for item in (*record.printed.fields.values(), *record.printed.context.values()):
        found = spans.of_field(item)
        if found:
            return found[0]
    return row.parent.source_id or None if row.parent is not None else None


@lru_cache(maxsize=4096)  # records share their chances
def _sure(chance: float) -> float:
    return 1.0 if chance >= 1.0 else round(max(0.0, chance), 4)

"""What all tables share: names of constraints, kinds of columns, and the tie of each fact to its record.

Tables are classes whose annotations are their columns, as SQLAlchemy's mapper has them, and are typed as its own: `Document.sha256` is a
column, `Document` stands in a statement for its table. But no objects are mapped here, and to import the mapper and to set it up takes
as long as to read a short paper: it is done without.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple

from sqlalchemy import BigInteger, Boolean, Column, Double, ForeignKey, Integer, MetaData, Numeric, Table, Text
from sqlalchemy.types import TypeEngine

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

_ID = BigInteger().with_variant(Integer(), "sqlite")  # SQLite's INTEGER PRIMARY KEY is the row itself, a BIGINT is not

Id = Annotated[int, "id"]
Number = Annotated[float, "number"]
"""A printed number: exact in PostgreSQL (`numeric`), a whole number or a double in SQLite."""

_KINDS: dict[str, TypeEngine[Any]] = {
    "Id": _ID,
    "Number": Numeric(asdecimal=False),
    "str": Text(),
    "float": Double(),
    "int": Integer(),
    "bool": Boolean(),
}
_COLUMN = re.compile(r"Mapped\[(?P<kind>\w+)(?P<may_lack> \| None)?\]")


class _Told(NamedTuple):
    """What is told of a column besides its name and kind."""

    to: str | None
    ondelete: str | None
    options: dict[str, Any]


def column(to: str | None = None, *, ondelete: str | None = "CASCADE", **options: Any) -> Any:  # noqa: ANN401 (whatever kind of column)
    """A column with options of SQLAlchemy's `Column`, or one that points `to` the column of another table: its row goes when that goes."""
    return _Told(to, ondelete, options)


class Base:
    """Root of all tables; its metadata names every constraint, so that a migration can name it too."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )
    __tablename__: ClassVar[str]
    __table_args__: ClassVar[tuple[Any, ...]] = ()  # constraints, indexes, and last a dictionary of options, if need be
    __table__: ClassVar[Table]

    def __init_subclass__(cls) -> None:
        parts = [part for part in cls.__table_args__ if not isinstance(part, dict)]
        options = next((part for part in cls.__table_args__ if isinstance(part, dict)), {})
        cls.__table__ = Table(cls.__tablename__, Base.metadata, *_columns(cls), *parts, **options)
        for made in cls.__table__.columns:
            setattr(cls, made.name, made)

    @classmethod
    def __clause_element__(cls) -> Table:
        """What stands for the class in a statement."""
        return cls.__table__


class Fact:
    """A row of one of the contract's views: its record says in which document, from which source, and how sure."""

    record_id: Mapped[Id] = column("record.record_id", primary_key=True)


def whole(table: str) -> Mapped[Id | None]:
    """A part's key to its whole; NULL where the paper shows none. A part goes when its whole goes."""
    key: Mapped[Id | None] = column(f"{table}.record_id", index=True)
    return key


def _columns(table: type[Base]) -> Iterator[Column[Any]]:
    """The columns that a class and those above it are annotated with, the highest's first."""
    for owner in reversed(table.__mro__):
        for name, annotation in inspect.get_annotations(owner).items():
            found = _COLUMN.fullmatch(annotation)
            if found is None:
                continue
            told = owner.__dict__.get(name, _Told(None, None, {}))
            keys = () if told.to is None else (ForeignKey(told.to, ondelete=told.ondelete),)
            options = {"nullable": found["may_lack"] is not None} | told.options
            yield Column(name, _KINDS[found["kind"]], *keys, **options)

"""What all tables share: names of constraints, kinds of columns, and the tie of each fact to its record."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from sqlalchemy import BigInteger, Boolean, Double, ForeignKey, Integer, MetaData, Numeric, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeEngine

_ID = BigInteger().with_variant(Integer(), "sqlite")  # SQLite's INTEGER PRIMARY KEY is the row itself, a BIGINT is not

Id = Annotated[int, "id"]
Number = Annotated[float, "number"]
"""A printed number: exact in PostgreSQL (`numeric`), a whole number or a double in SQLite."""


class Base(DeclarativeBase):
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
    type_annotation_map: ClassVar[dict[object, TypeEngine[Any]]] = {
        Id: _ID,
        Number: Numeric(asdecimal=False),
        str: Text(),
        float: Double(),
        int: Integer(),
        bool: Boolean(),
    }


class Fact:
    """A row of one of the contract's views: its record says in which document, from which source, and how sure."""

    record_id: Mapped[Id] = mapped_column(
        ForeignKey("record.record_id", ondelete="CASCADE"), primary_key=True, sort_order=-1
    )


def whole(table: str) -> Mapped[Id | None]:
    """A part's key to its whole; NULL where the paper shows none. A part goes when its whole goes."""
    return mapped_column(ForeignKey(f"{table}.record_id", ondelete="CASCADE"), index=True)

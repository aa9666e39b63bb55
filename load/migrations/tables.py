"""Short words for the migrations. What they mean must not change: old migrations are made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def key(name: str) -> sa.Column[int]:
    """A column of keys that is never NULL."""
    return sa.Column(name, ID, autoincrement=False, nullable=False)


def needed(name: str, kind: type[TypeEngine[Any]]) -> sa.Column[Any]:
    """A column that is never NULL."""
    return sa.Column(name, kind(), nullable=False)


def texts(*names: str) -> list[sa.Column[str]]:
    """Columns of text."""
    return [sa.Column(name, sa.Text()) for name in names]


def dates(*names: str) -> list[SchemaItem]:
    """Columns of ISO dates: a year, a month or a day."""
    forms = "{0} LIKE '____' OR {0} LIKE '____-__' OR {0} LIKE '____-__-__'"
    checks = [sa.CheckConstraint(forms.format(name), name=f"{name}_iso") for name in names]
    return [*texts(*names), *checks]


def numbers(*names: str) -> list[sa.Column[float]]:
    """Columns of printed numbers."""
    return [sa.Column(name, sa.Numeric(asdecimal=False)) for name in names]


def counts(*names: str) -> list[sa.Column[int]]:
    """Columns of whole numbers."""
    return [sa.Column(name, sa.Integer()) for name in names]


def truths(*names: str) -> list[sa.Column[bool]]:
    """Columns of yes or no."""
    return [sa.Column(name, sa.Boolean()) for name in names]


def choice(name: str, allowed: Sequence[str]) -> list[SchemaItem]:
    """A column of which the values are listed."""
    listed = ", ".join(f"'{value}'" for value in allowed)
    return [*texts(name), sa.CheckConstraint(f"{name} IN ({listed})", name=f"{name}_known")]


def formed(name: str, length: int) -> list[SchemaItem]:
    """A column of texts of one length: HH:MM, #rrggbb."""
    return [*texts(name), sa.CheckConstraint(f"length({name}) = {length}", name=f"{name}_form")]


def tied(column: str, target: str) -> sa.ForeignKeyConstraint:
    """A foreign key on one column; what it points to takes its rows with it."""
    return sa.ForeignKeyConstraint([column], [target], ondelete="CASCADE")


def fact(table: str, *parts: Sequence[SchemaItem], wholes: Sequence[str] = ()) -> None:
    """Makes a table of facts: tied to its record, and to the wholes it is a part of."""
    op.create_table(
        table,
        key("record_id"),
        *(sa.Column(f"{whole}_id", ID) for whole in wholes),
        *(item for part in parts for item in part),
        sa.PrimaryKeyConstraint("record_id"),
        tied("record_id", "record.record_id"),
        *(tied(f"{whole}_id", f"{whole}.record_id") for whole in wholes),
    )
    for whole in wholes:
        op.create_index(op.f(f"ix_{table}_{whole}_id"), table, [f"{whole}_id"])

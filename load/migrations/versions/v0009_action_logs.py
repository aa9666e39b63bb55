"""Logs of actions, and the key of an action in all of them. Papers that are there already get theirs when they are read again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

from load.migrations.tables import choice, dates, fact, needed, texts, truths

revision = "0009"
down_revision = "0008"

_RAG = ("red", "amber_red", "amber", "amber_green", "green", "blue", "grey")
_KEPT = (
    "record_id, ref, minute_number, raised, raised_date, action, owners, owner_initials, due_text, due_date, update_text, status, "
    "rag, owner_posts, due_inferred"
)


def _lines() -> list[SchemaItem]:
    """The columns of a line as they have been since version 0003."""
    return [
        *texts("ref", "minute_number", "raised"),
        *dates("raised_date"),
        *texts("action", "owners", "owner_initials", "due_text"),
        *dates("due_date"),
        *texts("update_text"),
        *choice("status", ("outstanding", "completed")),
        *choice("rag", _RAG),
        *texts("owner_posts"),
        *truths("due_inferred"),
    ]


def upgrade() -> None:
    fact("action_log", texts("body", "log_title"), dates("as_of"), [needed("series", sa.Text)])
    op.create_index(op.f("ix_action_log_series"), "action_log", ["series"])
    _set_aside()
    fact("tracked_action", _lines(), texts("action_key"), wholes=("action_log",))
    op.create_index(op.f("ix_tracked_action_action_key"), "tracked_action", ["action_key"])
    _put_back()


def downgrade() -> None:
    _set_aside()
    fact("tracked_action", _lines())
    _put_back()
    op.drop_table("action_log")
    _run("DELETE FROM record WHERE view IS NULL AND row_key LIKE '%-action\\_logs-%' ESCAPE '\\'")


def _set_aside() -> None:
    """SQLite gives a foreign key to no table that is there: the table is made anew, on both databases alike."""
    _run(f"CREATE TEMPORARY TABLE kept_lines AS SELECT {_KEPT} FROM tracked_action")  # noqa: S608 (our own constants)
    op.drop_table("tracked_action")


def _put_back() -> None:
    _run(f"INSERT INTO tracked_action ({_KEPT}) SELECT {_KEPT} FROM kept_lines")  # noqa: S608 (our own constants)
    _run("DROP TABLE kept_lines")


def _run(statement: str) -> None:
    op.get_bind().execute(sa.text(statement))

"""New texts are put into SQLite's index by whoever loads a paper, all at once: a trigger has it write its pages anew for each of them."""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"

COME = "INSERT INTO search_index (rowid, text) VALUES (new.entry_id, new.text);"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.get_bind().exec_driver_sql("DROP TRIGGER search_entry_added")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.get_bind().exec_driver_sql(
            f"CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN {COME} END"
        )

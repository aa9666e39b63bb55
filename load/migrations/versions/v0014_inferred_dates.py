"""Due dates whose year the meeting fixes, beside those that are printed whole."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"

TABLES = ("minute_action", "tracked_action")
COLUMN = "due_inferred_date"


def upgrade() -> None:
    for table in TABLES:  # in one statement: SQLite adds no constraint to a table that is there
        iso = " OR ".join(f"{COLUMN} LIKE '{form}'" for form in ("____", "____-__", "____-__-__"))
        op.execute(f"ALTER TABLE {table} ADD COLUMN {COLUMN} TEXT CONSTRAINT ck_{table}_{COLUMN}_iso CHECK ({iso})")


def downgrade() -> None:
    for table in TABLES:
        op.drop_column(table, COLUMN)

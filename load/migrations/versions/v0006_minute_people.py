"""Who speaks in a minute, and which minutes it refers to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("minute", sa.Column("people", sa.Text()))
    op.add_column("minute", sa.Column("cites", sa.Text()))


def downgrade() -> None:
    for column in ("cites", "people"):
        op.drop_column("minute", column)

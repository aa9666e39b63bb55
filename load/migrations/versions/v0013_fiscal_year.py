"""The month in which fiscal years were told to begin, beside the reading that rests on it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("document", sa.Column("fiscal_year", sa.Integer()))


def downgrade() -> None:
    op.drop_column("document", "fiscal_year")

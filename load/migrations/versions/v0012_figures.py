"""Charts and pictures. Papers that are there already get theirs when they are read again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from load.migrations.tables import choice, fact, texts

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    fact(
        "figure",
        [sa.Column("figure_no", sa.Integer())],
        choice("kind", ("chart", "picture")),
        texts("caption", "text"),
    )


def downgrade() -> None:
    op.drop_table("figure")

"""The key of what a page says. Papers that are there already get theirs when they are read again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("page", sa.Column("words_key", sa.Text()))
    op.create_index(op.f("ix_page_words_key"), "page", ["words_key"])


def downgrade() -> None:
    op.drop_index(op.f("ix_page_words_key"), "page")
    op.drop_column("page", "words_key")

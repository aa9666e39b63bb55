"""Where papers were fetched from, and which scans nobody read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from load.migrations.tables import ID, needed, texts

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("document", sa.Column("fetched_at", sa.Text()))
    op.add_column("document", sa.Column("scans_unread", sa.Integer()))
    op.create_table(
        "download",
        needed("url", sa.Text),
        *texts("publisher", "found_on", "title", "sha256"),
        sa.Column("size", ID),
        *texts("etag", "last_modified", "fetched_at"),
        needed("checked_at", sa.Text),
        needed("outcome", sa.Text),
        *texts("reason"),
        sa.PrimaryKeyConstraint("url"),
    )
    op.create_index(op.f("ix_download_sha256"), "download", ["sha256"])


def downgrade() -> None:
    op.drop_table("download")
    for column in ("scans_unread", "fetched_at"):
        op.drop_column("document", column)

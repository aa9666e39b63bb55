"""What runs did, and how often a paper was tried in vain."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from load.migrations.tables import needed, texts

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("document", sa.Column("tries", sa.Integer()))
    op.add_column("document", sa.Column("tried_version", sa.Text()))
    op.add_column("document", sa.Column("quarantined", sa.Boolean()))
    op.create_table(
        "run",
        sa.Column("run_id", sa.Integer(), autoincrement=True, nullable=False),
        needed("started_at", sa.Text),
        *texts("ended_at", "ended"),
        sa.Column("exit_code", sa.Integer()),
        needed("extractor_version", sa.Text),
        needed("asked", sa.Text),
        needed("workers", sa.Integer),
        sa.Column("papers", sa.Integer()),
        sa.Column("unchanged", sa.Integer()),
        sa.Column("seconds", sa.Double()),
        sa.PrimaryKeyConstraint("run_id"),
    )
    op.create_table(
        "run_paper",
        sa.Column("run_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        needed("paper", sa.Text),
        *texts("source", "sha256"),
        needed("outcome", sa.Text),
        *texts("reason"),
        sa.Column("pages", sa.Integer()),
        sa.Column("seconds", sa.Double()),
        sa.PrimaryKeyConstraint("run_id", "position"),
        sa.ForeignKeyConstraint(["run_id"], ["run.run_id"], ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.drop_table("run_paper")
    op.drop_table("run")
    for column in ("quarantined", "tried_version", "tries"):
        op.drop_column("document", column)

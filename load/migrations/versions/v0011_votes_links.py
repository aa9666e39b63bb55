"""Who voted how, the labelled parts of decisions, and which lines of logs follow an action of the minutes up.

Papers that are there already get theirs when they are read again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from load.migrations.tables import choice, fact, key, needed, texts, tied

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("minute_action", sa.Column("ref", sa.Text()))
    fact(
        "vote_member",
        texts("person"),
        choice("side", ("for", "against", "abstained", "absent", "not_voting")),
        wholes=("vote", "minute", "meeting"),
    )
    fact("decision_field", texts("header", "text"), wholes=("decision",))
    op.create_table(
        "action_link",
        key("minute_action_id"),
        key("tracked_action_id"),
        needed("matched_by", sa.Text),
        needed("confidence", sa.Double),
        sa.PrimaryKeyConstraint("minute_action_id", "tracked_action_id"),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="sure"),
        tied("minute_action_id", "minute_action.record_id"),
        tied("tracked_action_id", "tracked_action.record_id"),
    )
    op.create_index(op.f("ix_action_link_tracked_action_id"), "action_link", ["tracked_action_id"])


def downgrade() -> None:
    op.drop_table("action_link")
    for table in ("decision_field", "vote_member"):
        op.drop_table(table)
    op.drop_column("minute_action", "ref")

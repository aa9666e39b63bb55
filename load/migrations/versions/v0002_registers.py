"""The tables of risk registers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from load.migrations.tables import choice, counts, dates, fact, needed, numbers, texts, truths

revision = "0002"
down_revision = "0001"

_RAG = ("red", "amber_red", "amber", "amber_green", "green", "blue", "grey")
_TREND = ("up", "down", "level", "new", "closed", "not_applicable")


def upgrade() -> None:
    fact(
        "register",
        texts("register_title", "organisation"),
        dates("as_of"),
        [needed("series", sa.Text)],
    )
    op.create_index(op.f("ix_register_series"), "register", ["series"])
    fact(
        "risk",
        texts("ref", "category", "title", "cause", "description", "impact", "owners", "owner_initials"),
        numbers("gross_likelihood"),
        texts("gross_likelihood_label"),
        numbers("gross_impact"),
        texts("gross_impact_label"),
        numbers("gross_score"),
        texts("gross_score_label"),
        dates("previous_as_of"),
        numbers("previous_score"),
        texts("previous_score_label"),
        numbers("current_likelihood"),
        texts("current_likelihood_label"),
        numbers("current_impact"),
        texts("current_impact_label"),
        numbers("current_score"),
        texts("current_score_label"),
        numbers("residual_likelihood"),
        texts("residual_likelihood_label"),
        numbers("residual_impact"),
        texts("residual_impact_label"),
        numbers("residual_score"),
        texts("residual_score_label"),
        numbers("target_likelihood"),
        texts("target_likelihood_label"),
        numbers("target_impact"),
        texts("target_impact_label"),
        numbers("target_score"),
        texts("target_score_label"),
        choice("rating", ("very_low", "low", "medium", "high", "very_high", "critical")),
        texts("owner_posts", "risk_key"),
        wholes=("register",),
    )
    op.create_index(op.f("ix_risk_risk_key"), "risk", ["risk_key"])
    fact(
        "risk_trend",
        texts("period"),
        choice("trend", _TREND),
        wholes=("risk",),
    )
    fact(
        "risk_field",
        texts("header", "text"),
        numbers("value"),
        texts("unit"),
        wholes=("risk",),
    )
    fact(
        "risk_control",
        choice("kind", ("key_control", "activity")),
        counts("position"),
        texts("text"),
        wholes=("risk",),
    )
    fact(
        "risk_action",
        counts("position"),
        texts("description", "owners", "owner_initials", "target_text"),
        dates("target_date"),
        truths("is_ongoing"),
        texts("status_text"),
        choice("rag", _RAG),
        texts("owner_posts"),
        wholes=("risk",),
    )
    fact(
        "owner_key",
        texts("initials", "name"),
    )


def downgrade() -> None:
    for table in ("owner_key", "risk_action", "risk_control", "risk_field", "risk_trend", "risk", "register"):
        op.drop_table(table)

"""The tables of scorecards and reports."""

from __future__ import annotations

from alembic import op

from load.migrations.tables import choice, dates, fact, numbers, texts

revision = "0004"
down_revision = "0003"

_RAG = ("red", "amber_red", "amber", "amber_green", "green", "blue", "grey")
_TREND = ("up", "down", "level", "new", "closed", "not_applicable")


def upgrade() -> None:
    fact(
        "scorecard",
        texts("scorecard"),
    )
    fact(
        "kpi",
        texts("section", "sub_objective", "ref", "kpi", "lead"),
        choice("direction", ("increase", "reduce", "maintain", "monitor", "achieve")),
        texts("current_text", "previous_text", "benchmark_text", "target_text"),
        choice("rag", _RAG),
        choice("previous_rag", _RAG),
        choice("trend", _TREND),
        wholes=("scorecard",),
    )
    fact(
        "kpi_value",
        choice("role", ("current", "previous", "benchmark", "target", "floor", "forecast")),
        texts("measure"),
        numbers("value"),
        texts("unit", "period"),
        dates("period_start", "period_end"),
        wholes=("kpi",),
    )
    fact(
        "report",
        texts("title", "organisation"),
        dates("meeting_date"),
        texts("authors", "presented_by", "purpose"),
    )
    fact(
        "report_paragraph",
        texts("heading", "number", "text"),
        wholes=("report",),
    )
    fact(
        "stated_measure",
        texts("measure"),
        numbers("value"),
        texts("unit", "period"),
        dates("period_start", "period_end"),
        numbers("baseline_value"),
        texts("baseline_period"),
        numbers("change_value"),
        texts("change_unit", "area"),
        wholes=(
            "report_paragraph",
            "report",
        ),
    )
    fact(
        "deliverable",
        texts("objective", "deliverable", "lead", "frequency", "timescale", "measure"),
        choice("rag", _RAG),
    )


def downgrade() -> None:
    for table in ("deliverable", "stated_measure", "report_paragraph", "report", "kpi_value", "kpi", "scorecard"):
        op.drop_table(table)

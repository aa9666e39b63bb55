"""The tables of meetings."""

from __future__ import annotations

from alembic import op

from load.migrations.tables import choice, counts, dates, fact, formed, texts, truths

revision = "0003"
down_revision = "0002"

_RAG = ("red", "amber_red", "amber", "amber_green", "green", "blue", "grey")


def upgrade() -> None:
    fact(
        "meeting",
        texts("body"),
        dates("meeting_date"),
        formed("start_time", 5),
        formed("end_time", 5),
        texts("venue", "chair"),
    )
    fact(
        "attendee",
        texts("person", "role", "affiliation"),
        choice("status", ("present", "in_attendance", "apologies")),
        wholes=("meeting",),
    )
    fact(
        "agenda_item",
        texts("number", "title", "text", "supporting_document"),
        formed("time", 5),
        wholes=("meeting",),
    )
    fact(
        "minute",
        texts("number", "agenda_ref", "heading", "text"),
        wholes=("meeting",),
    )
    fact(
        "resolution",
        texts("label", "text"),
        choice(
            "outcome",
            ("noted", "approved", "agreed", "received", "referred", "requested", "delegated", "supported", "other"),
        ),
        wholes=(
            "minute",
            "meeting",
        ),
    )
    fact(
        "vote",
        texts("motion", "proposer", "seconder"),
        counts("votes_for", "votes_against", "abstentions"),
        truths("carried"),
        texts("votes_for_names", "votes_against_names", "abstentions_names"),
        wholes=(
            "minute",
            "meeting",
        ),
    )
    fact(
        "minute_action",
        texts("action", "owners", "owner_initials", "due_text"),
        dates("due_date"),
        texts("owner_posts"),
        truths("due_inferred"),
        wholes=(
            "minute",
            "meeting",
        ),
    )
    fact(
        "tracked_action",
        texts("ref", "minute_number", "raised"),
        dates("raised_date"),
        texts("action", "owners", "owner_initials", "due_text"),
        dates("due_date"),
        texts("update_text"),
        choice("status", ("outstanding", "completed")),
        choice("rag", _RAG),
        texts("owner_posts"),
        truths("due_inferred"),
    )
    fact(
        "decision",
        texts("ref", "title", "text", "url"),
    )


def downgrade() -> None:
    for table in (
        "decision",
        "tracked_action",
        "minute_action",
        "vote",
        "resolution",
        "minute",
        "agenda_item",
        "attendee",
        "meeting",
    ):
        op.drop_table(table)

"""The tables that hold for all papers: documents, pages, sections, sources, records, tables, people, findings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from load.migrations.tables import ID, counts, fact, formed, key, needed, numbers, texts, tied

revision = "0001"
down_revision = None


def _sure() -> sa.CheckConstraint:
    return sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="sure")


def upgrade() -> None:
    _papers()
    _sources()
    _people()
    fact("unread_run", [needed("reason", sa.Text)])
    fact("printed_table", counts("table_no"), texts("caption"))
    fact(
        "table_cell",
        counts("row_no", "column_no", "row_span", "column_span"),
        texts("header", "text"),
        numbers("value"),
        texts("unit"),
        formed("fill", 7),
        wholes=("printed_table",),
    )


def _papers() -> None:
    op.create_table(
        "document",
        key("document_id"),
        *(needed(name, sa.Text) for name in ("document", "file_name", "extractor_version", "outcome")),
        sa.Column("size", ID, nullable=False),
        *counts("page_count"),
        needed("ingested_at", sa.Text),
        sa.Column("seconds", sa.Double()),
        *texts("sha256", "reason", "families", "source", "failed_outcome", "failed_reason"),
        sa.PrimaryKeyConstraint("document_id"),
        sa.UniqueConstraint("document"),
        sa.UniqueConstraint("sha256"),
    )
    op.create_index(op.f("ix_document_file_name"), "document", ["file_name"])
    op.create_table(
        "page",
        key("document_id"),
        *(needed(name, sa.Integer) for name in ("page", "words", "words_recorded", "words_furniture", "words_unread")),
        needed("width", sa.Double),
        needed("height", sa.Double),
        needed("rotation", sa.Integer),
        needed("method", sa.Text),
        sa.PrimaryKeyConstraint("document_id", "page"),
        tied("document_id", "document.document_id"),
        sa.CheckConstraint("words_recorded + words_furniture + words_unread = words", name="account"),
        sa.CheckConstraint("words_recorded >= 0 AND words_furniture >= 0 AND words_unread >= 0", name="counts"),
    )
    op.create_table(
        "section",
        key("document_id"),
        *(needed(name, sa.Integer) for name in ("number", "paper", "first_page", "last_page")),
        needed("score", sa.Double),
        *texts("paper_title", "heading", "family", "reasons"),
        sa.PrimaryKeyConstraint("document_id", "number"),
        tied("document_id", "document.document_id"),
    )


def _sources() -> None:
    op.create_table(
        "source_span",
        key("source_id"),
        key("document_id"),
        needed("page", sa.Integer),
        *(needed(name, sa.Double) for name in ("x0", "top", "x1", "bottom")),
        *texts("text"),
        needed("method", sa.Text),
        needed("confidence", sa.Double),
        sa.PrimaryKeyConstraint("source_id"),
        sa.ForeignKeyConstraint(["document_id", "page"], ["page.document_id", "page.page"], ondelete="CASCADE"),
        sa.CheckConstraint("x0 <= x1 AND top <= bottom", name="box"),
        _sure(),
    )
    op.create_index(op.f("ix_source_span_document_id"), "source_span", ["document_id", "page"])
    op.create_table(
        "record",
        key("record_id"),
        key("document_id"),
        *texts("view"),
        needed("row_key", sa.Text),
        key("source_id"),
        needed("confidence", sa.Double),
        *texts("own_field"),
        sa.PrimaryKeyConstraint("record_id"),
        tied("document_id", "document.document_id"),
        tied("source_id", "source_span.source_id"),
        sa.UniqueConstraint("row_key"),
        _sure(),
    )
    op.create_index(op.f("ix_record_document_id"), "record", ["document_id", "view"])
    op.create_index(op.f("ix_record_source_id"), "record", ["source_id"])
    op.create_table(
        "field_source",
        key("record_id"),
        needed("field", sa.Text),
        key("source_id"),
        needed("confidence", sa.Double),
        sa.PrimaryKeyConstraint("record_id", "field", "source_id"),
        tied("record_id", "record.record_id"),
        tied("source_id", "source_span.source_id"),
        _sure(),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_field_source_source_id"), "field_source", ["source_id"])
    op.create_table(
        "finding",
        key("finding_id"),
        key("document_id"),
        sa.Column("record_id", ID),
        sa.Column("source_id", ID),
        *(needed(name, sa.Text) for name in ("row_key", "rule", "severity", "message")),
        *texts("field", "value_found", "value_expected"),
        sa.PrimaryKeyConstraint("finding_id"),
        tied("document_id", "document.document_id"),
        tied("record_id", "record.record_id"),
        tied("source_id", "source_span.source_id"),
        sa.UniqueConstraint("row_key"),
        sa.CheckConstraint("severity IN ('error', 'warning', 'info')", name="severity_known"),
    )
    for column in ("document_id", "record_id", "source_id"):
        op.create_index(op.f(f"ix_finding_{column}"), "finding", [column])


def _people() -> None:
    op.create_table("person", needed("person_id", sa.Text), sa.PrimaryKeyConstraint("person_id"))
    op.create_table(
        "person_mention",
        key("record_id"),
        needed("field", sa.Text),
        needed("position", sa.Integer),
        needed("person_id", sa.Text),
        key("source_id"),
        needed("name", sa.Text),
        *texts("initials", "role", "seen"),
        needed("confidence", sa.Double),
        sa.PrimaryKeyConstraint("record_id", "field", "position"),
        tied("record_id", "record.record_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.person_id"]),
        tied("source_id", "source_span.source_id"),
        _sure(),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_person_mention_person_id"), "person_mention", ["person_id"])
    op.create_index(op.f("ix_person_mention_source_id"), "person_mention", ["source_id"])


def downgrade() -> None:
    for table in (
        "table_cell", "printed_table", "unread_run", "person_mention", "person", "finding", "field_source", "record",
        "source_span", "section", "page", "document",
    ):  # fmt: skip
        op.drop_table(table)

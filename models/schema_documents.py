"""The tables that hold for all papers: documents, pages, sections, sources, records, tables, people, findings.

Keys are numbers that follow from the paper itself: `document_id` from its SHA-256, and the keys of what it holds are
`document_id * 10_000_000` plus a running number (`load.keys`): the same in whatever order papers are loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index

from models.schema_base import Base, Fact, Id, Number, column, whole

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

_SURE = "confidence BETWEEN 0 AND 1"


class Document(Base):
    """One paper by the bytes of its file, read or not."""

    __tablename__ = "document"

    document_id: Mapped[Id] = column(primary_key=True, autoincrement=False)
    document: Mapped[str] = column(unique=True)  # file_name, with digits of sha256 where two papers share it
    file_name: Mapped[str] = column(index=True)  # without .pdf
    sha256: Mapped[str | None] = column(unique=True)  # NULL where no byte could be read; then `source` tells
    size: Mapped[Id]
    page_count: Mapped[int | None]
    extractor_version: Mapped[str]
    outcome: Mapped[str]
    reason: Mapped[str | None]
    families: Mapped[str | None]
    ingested_at: Mapped[str]
    seconds: Mapped[float | None]
    source: Mapped[str | None]
    fetched_at: Mapped[str | None]  # where source is an address
    scans_unread: Mapped[int | None]  # pages that are pictures, which nobody read: OCR was not there
    fiscal_year: Mapped[int | None]  # the month in which it was told to begin; NULL: nobody said, and April was taken
    failed_outcome: Mapped[str | None]
    failed_reason: Mapped[str | None]
    tries: Mapped[int | None]  # in vain, by tried_version; NULL where the last try read it
    tried_version: Mapped[str | None]
    quarantined: Mapped[bool | None]  # not tried again by that version unless asked for


class PageRow(Base):
    """One page and the account of its words."""

    __tablename__ = "page"
    __table_args__ = (
        CheckConstraint("words_recorded + words_furniture + words_unread = words", name="account"),
        CheckConstraint("words_recorded >= 0 AND words_furniture >= 0 AND words_unread >= 0", name="counts"),
    )

    document_id: Mapped[Id] = column("document.document_id", primary_key=True)
    page: Mapped[int] = column(primary_key=True)
    words: Mapped[int]
    words_recorded: Mapped[int]
    words_furniture: Mapped[int]
    words_unread: Mapped[int]
    width: Mapped[float]
    height: Mapped[float]
    rotation: Mapped[int]
    method: Mapped[str]
    words_key: Mapped[str | None] = column(index=True)  # the same where another page says the same


class SectionRow(Base):
    """One section of a paper and the family that read it."""

    __tablename__ = "section"

    document_id: Mapped[Id] = column("document.document_id", primary_key=True)
    number: Mapped[int] = column(primary_key=True)
    paper: Mapped[int]
    paper_title: Mapped[str | None]
    heading: Mapped[str | None]
    first_page: Mapped[int]
    last_page: Mapped[int]
    family: Mapped[str | None]
    score: Mapped[float]
    reasons: Mapped[str | None]


class SourceSpan(Base):
    """A place on a page, in points from the top left corner of the unrotated crop box."""

    __tablename__ = "source_span"
    __table_args__ = (
        ForeignKeyConstraint(["document_id", "page"], ["page.document_id", "page.page"], ondelete="CASCADE"),
        CheckConstraint("x0 <= x1 AND top <= bottom", name="box"),
        CheckConstraint(_SURE, name="sure"),
        Index(None, "document_id", "page"),
    )

    source_id: Mapped[Id] = column(primary_key=True, autoincrement=False)
    document_id: Mapped[Id]
    page: Mapped[int]
    x0: Mapped[float]
    top: Mapped[float]
    x1: Mapped[float]
    bottom: Mapped[float]
    text: Mapped[str | None]
    method: Mapped[str]
    confidence: Mapped[float]


class RecordRow(Base):
    """What every row of every view has: its name, its source, how sure it is. The row begins on its source's page.

    `view` is NULL for a whole that nothing prints as a row, and only its parts speak of. `own_field` is the field whose
    source and confidence are those of the record itself, as in a record of one field; it has no row in `field_source`.
    """

    __tablename__ = "record"
    __table_args__ = (CheckConstraint(_SURE, name="sure"), Index(None, "document_id", "view"))

    record_id: Mapped[Id] = column(primary_key=True, autoincrement=False)
    document_id: Mapped[Id] = column("document.document_id")
    view: Mapped[str | None]
    row_key: Mapped[str] = column(unique=True)
    source_id: Mapped[Id] = column("source_span.source_id", index=True)
    confidence: Mapped[float]
    own_field: Mapped[str | None]


class FieldSource(Base):
    """Where one field of a record was read; a row a page."""

    __tablename__ = "field_source"
    __table_args__ = (CheckConstraint(_SURE, name="sure"), {"sqlite_with_rowid": False})

    record_id: Mapped[Id] = column("record.record_id", primary_key=True)
    field: Mapped[str] = column(primary_key=True)
    source_id: Mapped[Id] = column("source_span.source_id", primary_key=True, index=True)
    confidence: Mapped[float]


class FindingRow(Base):
    """One thing that did not add up: about a record, else about its source's page, else about the document."""

    __tablename__ = "finding"
    __table_args__ = (CheckConstraint("severity IN ('error', 'warning', 'info')", name="severity_known"),)

    finding_id: Mapped[Id] = column(primary_key=True, autoincrement=False)
    document_id: Mapped[Id] = column("document.document_id", index=True)
    record_id: Mapped[Id | None] = column("record.record_id", index=True)
    source_id: Mapped[Id | None] = column("source_span.source_id", index=True)
    row_key: Mapped[str] = column(unique=True)
    rule: Mapped[str]
    severity: Mapped[str]
    message: Mapped[str]
    field: Mapped[str | None]
    value_found: Mapped[str | None]
    value_expected: Mapped[str | None]


class UnreadRun(Fact, Base):
    """A run of words that no record took up; the words are those of its source."""

    __tablename__ = "unread_run"

    reason: Mapped[str]


class SearchEntry(Base):
    """One field of one record, for a search to look into: an index, which says nothing that is not in another table.

    Its words stand in `search_index`, which only the migrations know: a virtual table of FTS5, or a view of PostgreSQL.
    """

    __tablename__ = "search_entry"

    entry_id: Mapped[Id] = column(primary_key=True, autoincrement=False)
    record_id: Mapped[Id] = column("record.record_id", index=True)
    field: Mapped[str]
    text: Mapped[str]


class PrintedTable(Fact, Base):
    """One printed table, over as many pages as it runs."""

    __tablename__ = "printed_table"

    table_no: Mapped[int | None]
    caption: Mapped[str | None]


class TableCell(Fact, Base):
    """One cell of a printed table."""

    __tablename__ = "table_cell"

    printed_table_id: Mapped[Id | None] = whole("printed_table")
    row_no: Mapped[int | None]
    column_no: Mapped[int | None]
    row_span: Mapped[int | None]
    column_span: Mapped[int | None]
    header: Mapped[str | None]
    text: Mapped[str | None]
    value: Mapped[Number | None]
    unit: Mapped[str | None]
    fill: Mapped[str | None]


class Person(Base):
    """One person over all documents. All else that is known of people stands in their mentions."""

    __tablename__ = "person"

    person_id: Mapped[str] = column(primary_key=True)


class PersonMention(Base):
    """One naming of a person in a field of a record; `position` counts the names of the field from 1."""

    __tablename__ = "person_mention"
    __table_args__ = (CheckConstraint(_SURE, name="sure"), {"sqlite_with_rowid": False})

    record_id: Mapped[Id] = column("record.record_id", primary_key=True)
    field: Mapped[str] = column(primary_key=True)
    position: Mapped[int] = column(primary_key=True)
    person_id: Mapped[str] = column("person.person_id", ondelete=None, index=True)
    source_id: Mapped[Id] = column("source_span.source_id", index=True)
    name: Mapped[str]  # as this field spells it
    initials: Mapped[str | None]
    role: Mapped[str | None]
    seen: Mapped[str | None]  # date of the meeting, register or report
    confidence: Mapped[float]

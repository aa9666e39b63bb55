"""The texts that a search looks into, and their index: FTS5 on SQLite, tsvector and GIN on PostgreSQL."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from load.migrations.tables import key, needed, tied
from load.search import FOLDED

revision = "0008"
down_revision = "0007"

_SEARCHED = {
    "risk": "ref category title cause description impact owners owner_initials owner_posts",
    "risk_trend": "period",
    "risk_field": "text",
    "risk_control": "text",
    "risk_action": "description owners owner_initials target_text status_text owner_posts",
    "owner_key": "initials name",
    "meeting": "body venue chair",
    "attendee": "person role affiliation",
    "agenda_item": "number title text supporting_document",
    "minute": "number agenda_ref heading text",
    "resolution": "label text",
    "vote": "motion proposer seconder votes_for_names votes_against_names abstentions_names",
    "minute_action": "action owners owner_initials due_text owner_posts",
    "tracked_action": "ref minute_number raised action owners owner_initials due_text update_text owner_posts",
    "decision": "ref title text",
    "kpi": "section sub_objective ref kpi lead current_text previous_text benchmark_text target_text",
    "kpi_value": "measure period",
    "report": "title organisation authors presented_by purpose",
    "report_paragraph": "heading number text",
    "stated_measure": "measure period baseline_period area",
    "deliverable": "objective deliverable lead frequency timescale measure",
}
"""Table -> columns, as `load.entries` chose them when this was written."""


def upgrade() -> None:
    op.create_table(
        "search_entry",
        key("entry_id"),
        key("record_id"),
        needed("field", sa.Text),
        needed("text", sa.Text),
        sa.PrimaryKeyConstraint("entry_id"),
        tied("record_id", "record.record_id"),
    )
    op.create_index(op.f("ix_search_entry_record_id"), "search_entry", ["record_id"])
    if op.get_bind().dialect.name == "postgresql":
        _index_postgresql()
    else:
        _index_sqlite()
    _fill()


def _index_postgresql() -> None:
    words = f"to_tsvector('english', translate(text, '{FOLDED[0]}', '{FOLDED[1]}'))"
    _run(f"CREATE INDEX ix_search_entry_words ON search_entry USING gin (({words}))")
    _run(f"CREATE VIEW search_index AS SELECT entry_id, {words} AS words FROM search_entry")  # noqa: S608 (our own constants)


def _index_sqlite() -> None:
    _run(
        "CREATE VIRTUAL TABLE search_index USING fts5(text, content='search_entry', content_rowid='entry_id', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    come = "INSERT INTO search_index (rowid, text) VALUES (new.entry_id, new.text);"
    gone = "INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.entry_id, old.text);"
    _run(f"CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN {come} END")
    _run(f"CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN {gone} END")
    _run(f"CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry BEGIN {gone} {come} END")


def _fill() -> None:
    """Entries of the papers that are there already, numbered as the loader numbers them: what a row says, what no row read, then
    the cells that say something else."""
    lettered = "text ~ '[A-Za-z]'" if op.get_bind().dialect.name == "postgresql" else "text GLOB '*[A-Za-z]*'"
    fields = [(table, column) for table, columns in _SEARCHED.items() for column in columns.split()]
    said = " UNION ALL ".join(
        f"SELECT record_id, {place} AS place, '{column}' AS field, \"{column}\" AS text FROM {table}"  # noqa: S608
        for place, (table, column) in enumerate(fields)
    )
    unread = (
        "SELECT r.record_id, 0, 'text', s.text FROM record r JOIN source_span s ON s.source_id = r.source_id "
        "WHERE r.view = 'unread_text'"
    )
    number = "r.document_id * 10000000 + ROW_NUMBER() OVER (PARTITION BY r.document_id ORDER BY r.record_id, t.place)"
    _run(
        f"INSERT INTO search_entry (entry_id, record_id, field, text) SELECT {number}, t.record_id, t.field, t.text "  # noqa: S608
        f"FROM ({said} UNION ALL {unread}) t JOIN record r ON r.record_id = t.record_id "
        f"WHERE r.view IS NOT NULL AND length(t.text) > 1 AND t.{lettered}"
    )
    entries = "SELECT r.document_id, e.text FROM search_entry e JOIN record r ON r.record_id = e.record_id"
    _run(
        f"INSERT INTO search_entry (entry_id, record_id, field, text) "  # noqa: S608
        f"SELECT {number.replace('t.place', 't.record_id')} + COALESCE(n.number, 0), t.record_id, 'text', t.text "
        f"FROM table_cell t JOIN record r ON r.record_id = t.record_id "
        f"LEFT JOIN (SELECT DISTINCT document_id, text FROM ({entries}) e) e "
        "ON e.document_id = r.document_id AND e.text = t.text "
        f"LEFT JOIN (SELECT document_id, COUNT(*) AS number FROM ({entries}) e GROUP BY document_id) n "
        "ON n.document_id = r.document_id "
        f"WHERE r.view IS NOT NULL AND e.text IS NULL AND length(t.text) > 1 AND t.{lettered}"
    )


def _run(statement: str) -> None:
    op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _run("DROP VIEW search_index")
    else:
        _run("DROP TABLE search_index")
    op.drop_table("search_entry")

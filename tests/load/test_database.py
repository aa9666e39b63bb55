"""Opening, migrating and refusing databases, on both kinds."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from load.database import HEAD, migrate, open_database, read_database
from load.engines import writing
from load.loader import load_rows
from models.contract import VIEWS
from models.errors import DatabaseLocked, DatabaseTooNew, DatabaseTooOld, DatabaseUnreachable
from models.schema import metadata
from tests.load.papers import log_of, meeting, paper, printed_field, record, register, rows_of


@pytest.mark.parametrize("view", VIEWS.values(), ids=lambda v: v.name)
def test_views_have_the_contract_columns(database: sa.Engine, view) -> None:
    with database.connect() as connection:
        assert tuple(connection.execute(sa.text(f'SELECT * FROM "{view.name}"')).keys()) == view.names


def test_migrations_make_the_schema(database: sa.Engine) -> None:
    def ours(_object: object, name: str | None, kind: str, *_: object) -> bool:
        """Not what only the migrations know: the state of the views, and the index of words with the tables that it is made of."""
        apart = (name or "").startswith("search_index") or name in ("view_state", "ix_search_entry_words")
        return not (kind in ("table", "index") and apart)

    with database.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda t: t.name)
def test_migrations_make_the_constraints(database: sa.Engine, table: sa.Table) -> None:
    looked = sa.inspect(database)
    wanted = {str(c.name) for c in table.constraints if isinstance(c, sa.CheckConstraint)}
    assert {c["name"] for c in looked.get_check_constraints(table.name)} == {
        f"ck_{table.name}_{n}" if not n.startswith("ck_") else n for n in wanted
    }
    keys = {(tuple(k.column_keys), k.referred_table.name, k.ondelete) for k in table.foreign_key_constraints}
    found = {
        (tuple(k["constrained_columns"]), k["referred_table"], k["options"].get("ondelete"))
        for k in looked.get_foreign_keys(table.name)
    }
    assert found == keys


def test_head_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "load:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_tables_go_down_and_come_back_with_data_in_place(database: sa.Engine) -> None:
    load_rows(database, rows_of([*register(), *meeting()]))
    migrate(database, "0002")
    with database.connect() as connection:
        assert connection.scalar(sa.text("SELECT COUNT(*) FROM risk")) == 1
        assert not sa.inspect(connection).get_view_names()
    migrate(database)
    with database.connect() as connection:
        assert connection.scalar(sa.text("SELECT title FROM risks")) == "Floods close the depot"
        assert connection.scalar(sa.text("SELECT COUNT(*) FROM meetings")) == 0
    migrate(database, "base")
    assert set(sa.inspect(database).get_table_names()) == {"alembic_version"}


def test_lines_of_logs_stay_when_logs_come_and_go(database: sa.Engine) -> None:
    line = record(
        "tracked_actions", {"ref": printed_field("A1"), "action": printed_field("Mend the crane")}, status="outstanding"
    )
    load_rows(database, rows_of([line], paper("crane log"), log_of("Crane actions")))
    records = "SELECT COUNT(*) FROM record"
    for target, count in (("0008", 1), (HEAD, 1)):
        migrate(database, target)
        with database.connect() as connection:
            lines = connection.execute(sa.text("SELECT ref, action, status FROM tracked_action")).all()
            assert lines == [("A1", "Mend the crane", "outstanding")]
            assert connection.scalar(sa.text(records)) == count
    assert load_rows(database, rows_of([line], paper("crane log"), log_of("Crane actions")), force=True) == "replaced"
    with database.connect() as connection:
        assert connection.scalar(sa.text("SELECT action_key FROM tracked_actions")) == "crane:a1"
        assert connection.scalar(sa.text(records)) == 2, "the line, and the log that holds it"


def test_opening_again_changes_nothing(url: str) -> None:
    open_database(url).dispose()
    engine = open_database(url)
    load_rows(engine, rows_of(register()))
    again = open_database(url)
    with again.connect() as connection:
        assert connection.scalar(sa.text("SELECT COUNT(*) FROM risks")) == 1


def test_views_follow_the_code(url: str) -> None:
    engine = open_database(url)
    with writing(engine) as connection:
        connection.exec_driver_sql('DROP VIEW "risks"')
        connection.exec_driver_sql('CREATE VIEW "risks" AS SELECT 1 AS old')
        connection.exec_driver_sql("UPDATE view_state SET fingerprint = 'of older code'")
    with open_database(url).connect() as connection:
        assert tuple(connection.execute(sa.text("SELECT * FROM risks")).keys()) == VIEWS["risks"].names


def test_other_peoples_views_stay(url: str) -> None:
    engine = open_database(url)
    with writing(engine) as connection:
        connection.exec_driver_sql("CREATE VIEW mine AS SELECT document FROM document")
    migrate(engine)
    assert "mine" in sa.inspect(engine).get_view_names()


def test_a_newer_database_is_left_alone(url: str) -> None:
    with writing(open_database(url)) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseTooNew, match="update this program"):
        open_database(url)
    with pytest.raises(DatabaseTooNew):
        read_database(url)


def test_reading_changes_nothing(url: str) -> None:
    with pytest.raises(DatabaseUnreachable, match="boardpapers ingest"):
        read_database(url)
    engine = open_database(url)
    reader = read_database(url)
    with reader.connect() as connection:
        assert connection.scalar(sa.text("SELECT COUNT(*) FROM risks")) == 0
        with pytest.raises(sa.exc.DBAPIError):
            connection.exec_driver_sql("DELETE FROM document")
    migrate(engine, "0003")
    with pytest.raises(DatabaseTooOld):
        read_database(url)


def test_a_locked_database_says_so(url: str) -> None:
    open_database(url).dispose()
    holder, waiting = open_database(url), open_database(url, wait=0.2)
    with writing(holder), pytest.raises(DatabaseLocked, match="in use by another program"):
        load_rows(waiting, rows_of(register()))
    assert load_rows(waiting, rows_of(register())) == "loaded"


def test_readers_do_not_wait_for_a_writer(url: str) -> None:
    engine = open_database(url)
    load_rows(engine, rows_of(register()))
    with writing(engine) as connection:
        connection.exec_driver_sql("DELETE FROM document")
        with read_database(url, wait=0.2).connect() as reader:
            assert reader.scalar(sa.text("SELECT COUNT(*) FROM documents")) == 1


@pytest.mark.parametrize(
    "address",
    ["mysql://host/db", "nonsense://", "postgresql://postgres@127.0.0.1:1/none", "sqlite:////no/such/folder/x.sqlite"],
)
def test_unreachable_databases_say_what_to_do(address: str) -> None:
    with pytest.raises(DatabaseUnreachable, match=r"give|check|name"):
        open_database(address, wait=0.5)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("These are notes, and no database at all. " * 100)
    with pytest.raises(DatabaseUnreachable, match="not a database"):
        open_database(str(file))
    assert file.read_text().startswith("These are notes")


def test_a_bare_path_is_sqlite(tmp_path: Path) -> None:
    open_database(str(tmp_path / "papers.sqlite"))
    with sqlite3.connect(tmp_path / "papers.sqlite") as connection:
        assert connection.execute("SELECT COUNT(*) FROM risks").fetchone() == (0,)


def test_a_failed_migration_leaves_all_as_it_was(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = open_database(url)
    load_rows(engine, rows_of(register(), paper("register")))

    def fail(*_: object) -> None:
        raise RuntimeError("no views today")

    monkeypatch.setattr("load.database._create_views", fail)
    with pytest.raises(RuntimeError):
        migrate(engine)
    with engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT COUNT(*) FROM risks")) == 1

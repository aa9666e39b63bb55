"""Searching: one way to ask on both databases, and an index that is never out of step with the rows."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from load.database import migrate
from load.engines import writing
from load.entries import NOT_SEARCHED, searched
from load.loader import forget, load_rows, record_failure
from load.search import COMMON, MARKS, NothingAsked, find, parse
from load.soundness import faults, reindex
from models.contract import VIEWS
from tests.load.papers import meeting, paper, printed_field, query, record, register, rows_of

TEXTS = {
    "a": "Floods close the income/expenditure office",
    "b": "The flooding of Siân's depot: to be noted by the board",
    "c": "A fire at the depot",
    "d": "Follow-up of the 2031 audit, see Annex B.Then report",
}


def _load_texts(database: sa.Engine) -> None:
    rows = [
        record("report_paragraphs", {"number": printed_field(name), "text": printed_field(text)})
        for name, text in TEXTS.items()
    ]
    load_rows(database, rows_of(rows))


def _found(database: sa.Engine, question: str, **more: str) -> set[str]:
    return {name for hit in find(database, question, **more) for name, text in TEXTS.items() if hit.text == text}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("flood", "ab"),
        ("FLOODING depot", "b"),
        ("depot", "bc"),
        ("depot -fire", "b"),
        ("fire OR office", "ac"),
        ('"to be noted"', "b"),
        ('"by the board"', "b"),
        ('"board noted"', ""),
        ('depot -"to be noted"', "c"),
        ("sian", "b"),
        ("SIÂN", "b"),
        ("expenditure", "a"),
        ("income/expenditure", "a"),
        ("the fire", "c"),
        ("2031", "d"),
        ("follow-up", "d"),
        ("then-report", "d"),
        ("nothing", ""),
        ("'; DROP TABLE document; --", ""),
        ('NEAR(flood depot) "', ""),
        ("flood*", "ab"),
        ("(flood) & ! | : {board} ^", "b"),
    ],
)
def test_both_databases_answer_alike(database: sa.Engine, question: str, found: str) -> None:
    _load_texts(database)
    assert _found(database, question) == set(found)


@pytest.mark.parametrize("question", ["", "the", "-flood", '""', "flood OR", "***"])
def test_a_question_without_a_word_says_what_to_do(question: str) -> None:
    with pytest.raises(NothingAsked, match="Give a word"):
        parse(question)


def test_the_best_answer_comes_first_and_shows_its_words(database: sa.Engine) -> None:
    long = "The board heard of many things, and among them, after a while, of a bridge. " * 4
    load_rows(
        database, rows_of([record("report_paragraphs", {"text": printed_field(text)}) for text in (long, "The bridge")])
    )
    first, second = find(database, "bridge")
    assert (first.text, second.text) == ("The bridge", long)
    assert f"{MARKS[0]}bridge{MARKS[1]}" in second.excerpt
    assert len(second.excerpt) < len(long)
    assert (first.document, first.page, first.view, first.field) == ("minutes", 1, "report_paragraphs", "text")
    assert first.row_key in {key for (key,) in query(database, "SELECT row_key FROM report_paragraphs")}


def test_a_view_or_a_paper_may_be_asked_alone(database: sa.Engine) -> None:
    load_rows(database, rows_of(register(), paper("register")))
    load_rows(database, rows_of(meeting(), paper("minutes")))
    assert {hit.view for hit in find(database, "Byrne")} == {"risks", "risk_actions", "attendance"}
    assert {hit.view for hit in find(database, "Byrne", view="attendance")} == {"attendance"}
    assert {hit.document for hit in find(database, "Byrne", document="register")} == {"register"}
    assert len(find(database, "Byrne", limit=1)) == 1


def test_a_cell_is_found_where_no_row_says_the_same(database: sa.Engine) -> None:
    cells = [
        record("table_cells", {"text": printed_field(text)}, table_no=1, row_no=number, column_no=1)
        for number, text in enumerate(("Floods close the depot", "Owner of the wall"), start=1)
    ]
    load_rows(database, rows_of([*register(), *cells]))
    assert {hit.view for hit in find(database, "depot")} == {"risks"}
    assert {hit.view for hit in find(database, "wall owner")} == {"table_cells"}


def test_the_index_follows_the_rows(database: sa.Engine) -> None:
    load_rows(database, rows_of(register(), paper("register")))
    assert len(find(database, "floods")) == 1
    load_rows(database, rows_of(register(risks=[("R1", "Fire closes the depot", 9)]), paper("register", version="2")))
    assert (len(find(database, "floods")), len(find(database, "fire"))) == (0, 1)
    assert faults(database) == []
    forget(database, "register")
    assert find(database, "fire") == []
    assert query(database, "SELECT COUNT(*) FROM search_entry") == [(0,)]
    assert faults(database) == []


def test_the_index_is_part_of_the_transaction(database: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    load_rows(database, rows_of(register(), paper("register")))

    def fail(*_: object) -> None:
        raise RuntimeError("no power")

    monkeypatch.setattr("load.loader._settle", fail)
    with pytest.raises(RuntimeError):
        load_rows(
            database, rows_of(register(risks=[("R1", "Fire closes the depot", 9)]), paper("register", version="2"))
        )
    assert (len(find(database, "floods")), len(find(database, "fire"))) == (1, 0)
    assert faults(database) == []


def test_a_failure_keeps_what_was_read_before_searchable(database: sa.Engine) -> None:
    of = paper("register")
    load_rows(database, rows_of(register(), of))
    record_failure(database, file_name="register", sha256=of.sha256, extractor_version="2", outcome="failed: crashed")
    assert len(find(database, "floods")) == 1


def test_what_was_loaded_before_there_was_a_search_is_found(database: sa.Engine) -> None:
    cells = [
        record("table_cells", {"text": printed_field(text)}, table_no=1, row_no=number, column_no=1)
        for number, text in enumerate(("Floods close the depot", "Owner of the wall", "12"), start=1)
    ]
    load_rows(database, rows_of([*register(), *cells, *meeting()], paper("register")))
    load_rows(database, rows_of(meeting(), paper("minutes")))
    before = query(database, "SELECT * FROM search_text ORDER BY entry_id")
    assert len(before) > 10
    migrate(database, "0007")
    assert query(database, "SELECT COUNT(*) FROM risk") == [(1,)]
    migrate(database)
    assert query(database, "SELECT * FROM search_text ORDER BY entry_id") == before
    assert {hit.view for hit in find(database, "wall owner")} == {"table_cells"}
    assert faults(database) == []


def test_every_text_of_every_view_is_searched_or_named_as_not(database: sa.Engine) -> None:
    texts = {
        (view.name, column.name)
        for view in VIEWS.values()
        if view.table is not None
        for column in view.columns
        if column.kind in ("text", "names") and column.name not in view.inherited
    }
    left = {(view, column) for view, column in texts if column not in searched(VIEWS[view])}
    assert {(v, c) for v, c in left if c not in NOT_SEARCHED and not c.endswith("_label")} == set()
    held = sa.inspect(database)
    for view, column in texts - left:
        table = VIEWS[view].table
        names = {c["name"] for c in held.get_columns(table or "")}
        assert column in names or view == "unread_text"


def test_common_words_are_those_that_postgresql_leaves_out(postgres_server: sa.Engine) -> None:
    with postgres_server.connect() as connection:
        for word in sorted(COMMON):
            assert (
                connection.scalar(sa.text("SELECT numnode(plainto_tsquery('english', :word))"), {"word": word}) == 0
            ), word
        listed = connection.scalar(sa.text("SELECT numnode(plainto_tsquery('english', 'board'))"))
    assert listed == 1


class TestSoundness:
    def test_an_index_out_of_step_is_told_and_made_anew(self, database: sa.Engine) -> None:
        if database.dialect.name != "sqlite":
            pytest.skip("PostgreSQL keeps its indexes in step by itself")
        load_rows(database, rows_of(register()))
        with writing(database) as connection:
            connection.exec_driver_sql(
                "INSERT INTO search_index (search_index, rowid, text) SELECT 'delete', entry_id, text FROM search_entry"
            )
        assert ["db reindex" in fault for fault in faults(database)] == [True]
        reindex(database)
        assert faults(database) == []
        assert len(find(database, "floods")) == 1

    def test_a_row_that_no_view_shows_is_told(self, database: sa.Engine) -> None:
        load_rows(database, rows_of(register()))
        with writing(database) as connection:
            connection.exec_driver_sql("UPDATE record SET view = 'votes' WHERE view = 'risks'")
        assert any(fault.startswith("risks shows 0 of 1") for fault in faults(database))
        reindex(database)

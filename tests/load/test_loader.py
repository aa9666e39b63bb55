"""Papers in the database: one transaction each, the same whatever the order, nothing without a source; on both kinds."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
import sqlalchemy as sa

from load import loader
from load.engines import writing
from load.keys import ROWS_A_PAPER, document_id_of
from load.loader import Known, forget, known_papers, load_rows, record_failure
from load.putting import moved
from load.rows import Rows
from models.contract import VIEWS
from models.record import Finding, Unread
from models.schema import metadata
from tests.load.papers import extracted, meeting, paper, printed_field, query, record, register, rows_of, words

NOT_COMPARED = {"ingested_at", "seconds"}


def contents(engine: sa.Engine) -> dict[str, list[tuple[str, ...]]]:
    """All rows of all views, less the clock's columns, in an order of their own."""
    found = {}
    with engine.connect() as connection:
        for view in VIEWS.values():
            columns = ", ".join(f'"{name}"' for name in view.names if name not in NOT_COMPARED)
            rows = connection.execute(sa.text(f'SELECT {columns} FROM "{view.name}"'))
            found[view.name] = sorted(tuple(map(str, row)) for row in rows)
    return found


def emptied(engine: sa.Engine) -> dict[str, int]:
    """The tables that still hold rows."""
    with engine.connect() as connection:
        counts = {t.name: connection.scalar(sa.select(sa.func.count()).select_from(t)) for t in metadata.sorted_tables}
    return {name: count for name, count in counts.items() if count}


def whole_paper(file_name: str = "pack", version: str = "1") -> Rows:
    """A paper with something in most tables."""
    records = [
        *register(),
        *meeting(),
        record("owner_keys", {"initials": printed_field("AB"), "name": printed_field("Ada Byrne")}),
        record(
            "table_cells", {"text": printed_field("12%")}, table_no=1, caption="Calls", row_no=1, column_no=1, value=12
        ),
    ]
    lost = Unread(1, words("not taken up"), "no family claims this section")
    findings = [Finding("score", "warning", "does not multiply", records[0], "title")]
    return rows_of(records, paper(file_name, version), extracted(unread=[lost]), findings)


def test_a_paper_is_loaded_with_all_its_rows(database: sa.Engine) -> None:
    assert load_rows(database, whole_paper()) == "loaded"
    (risk,) = query(database, "SELECT document, page, register_title, as_of, ref, current_score, risk_key FROM risks")
    assert risk[:5] == ("pack", 1, "Strategic Risk Register", "2031-03", "R1")
    assert risk[5] == 12
    assert risk[6] == "vale-of-orre-council/strategic-risk-register:r1"
    key = query(database, "SELECT row_key FROM risks")[0][0]
    assert query(database, "SELECT ref, of_risk, kind FROM risk_controls") == [("R1", key, "key_control")]
    assert query(database, "SELECT body, meeting_date, minute_number, label FROM resolutions") == [
        ("Police Panel", "2031-05-06", "12", "a")
    ]
    assert query(database, "SELECT table_no, caption, value FROM table_cells") == [(1, "Calls", 12)]
    assert query(database, "SELECT text FROM unread_text") == [("not taken up",)]
    assert query(database, "SELECT view, of_row, field FROM findings") == [("risks", key, "title")]
    assert query(
        database, "SELECT SUM(words), SUM(words_recorded), SUM(words_furniture), SUM(words_unread) FROM pages"
    ) == [(200, 177, 20, 3)]


def test_from_any_field_one_walks_back_to_the_page(database: sa.Engine) -> None:
    load_rows(database, whole_paper())
    walk = """SELECT s.page, s.text, d.document FROM field_sources f JOIN source_spans s ON s.source_id = f.source_id
      JOIN documents d ON d.document_id = s.document_id WHERE f.view = 'risks' AND f.field = 'title'"""
    assert query(database, walk) == [(1, "Floods close the depot", "pack")]
    lost = "SELECT COUNT(*) FROM field_sources f LEFT JOIN source_spans s ON s.source_id = f.source_id WHERE s.source_id IS NULL"
    assert query(database, lost) == [(0,)]
    assert ("table_cells", "text") in query(database, "SELECT view, field FROM field_sources")


@pytest.mark.parametrize("view", [v.name for v in VIEWS.values() if v.standard and v.name not in ("findings",)])
def test_every_row_of_every_view_has_its_source(database: sa.Engine, view: str) -> None:
    load_rows(database, whole_paper())
    sql = f"""SELECT COUNT(*) FROM "{view}" v LEFT JOIN source_spans s ON s.source_id = v.source_id AND s.page = v.page
      LEFT JOIN documents d ON d.document_id = s.document_id AND d.document = v.document
      WHERE d.document IS NULL OR v.row_key IS NULL OR v.confidence IS NULL"""
    assert query(database, sql) == [(0,)]


def test_the_same_reading_changes_nothing(database: sa.Engine) -> None:
    load_rows(database, whole_paper())
    before, clock = contents(database), query(database, "SELECT ingested_at FROM documents")
    assert load_rows(database, whole_paper()) == "unchanged"
    assert (contents(database), query(database, "SELECT ingested_at FROM documents")) == (before, clock)
    assert load_rows(database, whole_paper(), force=True) == "replaced"
    assert contents(database) == before


def test_another_version_replaces_the_rows(database: sa.Engine) -> None:
    load_rows(database, whole_paper())
    assert load_rows(database, rows_of(meeting(), paper("pack", "2"))) == "replaced"
    assert query(database, "SELECT COUNT(*) FROM risks") == [(0,)]
    assert query(database, "SELECT document, extractor_version FROM documents") == [("pack", "2")]
    assert query(database, "SELECT person_id FROM people") == [("ada-byrne",)]
    assert load_rows(database, whole_paper("pack", "1")) == "replaced"
    assert known_papers(database) == {paper("pack").sha256: Known("1", "loaded")}


@pytest.mark.parametrize("table", ["source_span", "record", "risk", "finding", "table_cell"])
def test_a_failing_row_leaves_all_as_it_was(database: sa.Engine, table: str) -> None:
    load_rows(database, whole_paper())
    before = contents(database)
    broken = whole_paper(version="2")
    broken.tables[table].append(broken.tables[table][-1])
    with pytest.raises(sa.exc.DBAPIError if database.dialect.name == "sqlite" else Exception):
        load_rows(database, broken)
    assert contents(database) == before
    assert load_rows(database, whole_paper(version="2")) == "replaced"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET source_id = NULL",
        "UPDATE record SET source_id = 1",
        "INSERT INTO risk (record_id, title) VALUES (1, 'without a record')",
        "UPDATE record SET confidence = 1.5",
        "UPDATE page SET words_recorded = words_recorded + 1",
        "UPDATE risk SET rating = 'crimson'",
        "UPDATE register SET as_of = 'last March'",
        "UPDATE source_span SET page = 99",
        "UPDATE source_span SET x0 = x1 + 1",
        "UPDATE risk_control SET risk_id = 1",
    ],
)
def test_the_database_refuses(database: sa.Engine, statement: str) -> None:
    load_rows(database, whole_paper())
    with pytest.raises(sa.exc.IntegrityError), writing(database) as connection:
        connection.exec_driver_sql(statement)


def test_deleting_a_paper_takes_all_of_it(database: sa.Engine) -> None:
    load_rows(database, whole_paper())
    assert forget(database, "pack") is True
    assert emptied(database) == {}
    assert forget(database, "pack") is False


def test_order_of_loading_does_not_matter(database: sa.Engine) -> None:
    papers = [
        rows_of(register("2031-03", [("R1", "Floods close the depot", 12)]), paper("register 2031-03")),
        rows_of(
            register("2031-09", [("R1", "Floods close the depot", 16), ("R2", "Fire", 9)]), paper("register 2031-09")
        ),
        rows_of(meeting(), paper("same name", content="one")),
        rows_of(meeting(), paper("same name", content="two")),
    ]
    found = []
    for order in itertools.permutations(papers):
        for rows in order:
            load_rows(database, rows)
        found.append(contents(database))
        for (document,) in query(database, "SELECT document FROM documents"):
            forget(database, str(document))
    assert all(each == found[0] for each in found)


class TestNames:
    def test_papers_that_share_a_name_are_told_by_their_bytes(self, database: sa.Engine) -> None:
        one, two = (rows_of(meeting(), paper("minutes", content=content)) for content in ("one", "two"))
        load_rows(database, one)
        assert query(database, "SELECT document FROM meetings") == [("minutes",)]
        load_rows(database, two)
        names = {f"minutes~{rows.paper.sha256[:8]}" for rows in (one, two)}
        assert {row[0] for row in query(database, "SELECT document FROM meetings")} == names
        forget(database, f"minutes~{one.paper.sha256[:8]}")
        assert query(database, "SELECT document FROM documents") == [("minutes",)]

    def test_a_file_that_is_called_like_another_with_digits(self, database: sa.Engine) -> None:
        one, two = (rows_of(meeting(), paper("minutes", content=content)) for content in ("one", "two"))
        load_rows(database, rows_of(meeting(), paper(f"minutes~{one.paper.sha256[:8]}")))
        load_rows(database, one)
        load_rows(database, two)
        assert len({row[0] for row in query(database, "SELECT document FROM documents")}) == 3


class TestFailures:
    def fail(
        self, engine: sa.Engine, version: str = "1", outcome: str = "failed: damaged", name: str = "pack",
        may_pass: bool = True,
    ) -> None:  # fmt: skip
        record_failure(
            engine, file_name=name, sha256=paper(name).sha256, size=10, extractor_version=version, outcome=outcome,
            reason="The file is cut short; fetch it again.", source=f"{name}.pdf", may_pass=may_pass,
        )  # fmt: skip

    def test_a_failure_is_a_document_without_rows(self, database: sa.Engine) -> None:
        self.fail(database)
        self.fail(database)
        assert query(database, "SELECT document, outcome, page_count FROM documents") == [
            ("pack", "failed: damaged", None)
        ]
        told = "The file is cut short; fetch it again."
        known = Known("1", "failed: damaged", told, tries=2, tried_version="1", quarantined=False)
        assert known_papers(database) == {paper("pack").sha256: known}
        assert emptied(database) == {"document": 1}

    def test_reading_it_at_last_loads_it(self, database: sa.Engine) -> None:
        self.fail(database)
        assert load_rows(database, whole_paper()) == "loaded"
        assert query(database, "SELECT outcome, reason FROM documents") == [("loaded", None)]

    def test_facts_that_were_read_before_stay(self, database: sa.Engine) -> None:
        load_rows(database, whole_paper())
        before = contents(database)["risks"]
        self.fail(database, version="2", outcome="failed: limits")
        sql = "SELECT extractor_version, outcome, failed_outcome FROM documents"
        assert query(database, sql) == [("1", "loaded", "failed: limits")]
        assert contents(database)["risks"] == before
        assert load_rows(database, whole_paper(version="2")) == "replaced"
        assert query(database, sql) == [("2", "loaded", None)]

    def test_what_may_pass_is_tried_three_times_and_what_may_not_once(self, database: sa.Engine) -> None:
        told = []
        for _ in range(3):
            self.fail(database)
            told.append(query(database, "SELECT tries, quarantined FROM documents")[0])
        assert told == [(1, False), (2, False), (3, True)]
        self.fail(database, version="2")
        assert query(database, "SELECT tries, quarantined FROM documents") == [(1, False)]
        self.fail(database, version="3", may_pass=False)
        assert query(database, "SELECT tries, quarantined FROM documents") == [(1, True)]
        load_rows(database, whole_paper(version="3"))
        assert query(database, "SELECT tries, quarantined FROM documents") == [(None, None)]

    def test_a_paper_of_which_no_byte_was_read_is_known_by_its_address(self, database: sa.Engine) -> None:
        for outcome in ("failed: not found", "failed: not readable"):
            record_failure(
                database, file_name="pack", sha256=None, extractor_version="1", outcome=outcome, source="pack.pdf"
            )
        assert query(database, "SELECT sha256, outcome FROM documents") == [(None, "failed: not readable")]
        assert known_papers(database) == {}
        load_rows(database, whole_paper())
        assert query(database, "SELECT document, outcome FROM documents") == [("pack", "loaded")]


def test_two_papers_that_fall_on_one_number(database: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = [whole_paper("one"), whole_paper("two")]
    clash = [replace(moved(rows, 41), document_id=41) for rows in plain]
    for rows in clash:
        assert load_rows(database, rows) == "loaded"
    assert query(database, "SELECT document_id FROM documents ORDER BY document_id") == [(41,), (42,)]
    assert query(database, "SELECT COUNT(*) FROM risk_controls c JOIN risks r ON r.row_key = c.of_risk") == [(2,)]
    monkeypatch.setattr(loader, "_now", lambda: "2031-01-01T00:00:00Z")
    assert load_rows(database, clash[1], force=True) == "replaced"


def test_numbers_of_papers_stay_whole_as_floats() -> None:
    ids = [document_id_of(f"{n:064x}") for n in range(2000)]
    assert len(set(ids)) == len(ids)
    assert all(0 < number * ROWS_A_PAPER + ROWS_A_PAPER < 2**53 for number in ids)

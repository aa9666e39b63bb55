"""The command as people and machines use it: what it prints, and the exit codes that are a promise."""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path

import pytest
from PIL import Image

from boardpapers import ingest as main_job
from boardpapers.errors import BAD_ARGUMENTS, DATABASE, FAULT, OK, PAPERS_FAILED
from load.database import open_database
from models.contract import VIEWS
from tests.boardpapers import papers
from tests.boardpapers.commands import Command, rows, start
from tests.samples import all_rows, pdf_of

PAPER = pdf_of("register-bands")


class TestIngest:
    def test_the_table_names_each_paper_and_three_commands_to_try(self, tmp_path: Path, command: Command) -> None:
        db = tmp_path / "x.sqlite"
        run = command("ingest", PAPER, "--db", db, "--workers", 1)
        assert run.code == OK
        line = next(line for line in run.out.splitlines() if line.startswith(" register-bands"))
        assert line.split()[1:3] == ["register", "3"]
        assert line.split()[-1] == "loaded"
        tries = run.out.partition("To try next:")[2].strip().splitlines()
        assert [line.split()[1] for line in tries] == ["query", "show", "schema"]
        assert str(db) in tries[0]

    def test_the_second_run_changes_nothing_and_says_so(self, tmp_path: Path, command: Command) -> None:
        db = tmp_path / "x.sqlite"
        papers.good_paper(tmp_path)
        command("ingest", tmp_path, PAPER, "--db", db, "--workers", 1)
        before = all_rows(db), rows(db, "SELECT document, ingested_at, seconds FROM documents")
        run = command("ingest", tmp_path, PAPER, "--db", db, "--workers", 1)
        assert run.code == OK
        assert "All 2 papers are in the database already" in run.out
        assert "nothing was changed" in run.out
        assert (all_rows(db), rows(db, "SELECT document, ingested_at, seconds FROM documents")) == before

    def test_force_reads_again_and_finds_the_same(self, tmp_path: Path, command: Command) -> None:
        db = tmp_path / "x.sqlite"
        command("ingest", PAPER, "--db", db)
        before = all_rows(db)
        run = command("ingest", PAPER, "--db", db, "--force", "--json")
        assert [paper["outcome"] for paper in run.json["papers"]] == ["loaded"]
        assert all_rows(db) == before

    def test_a_dry_run_reads_everything_and_writes_nothing(self, tmp_path: Path, command: Command) -> None:
        run = command("ingest", PAPER, "--db", tmp_path / "x.sqlite", "--dry-run")
        assert run.code == OK
        assert "register-bands" in run.out
        assert "nothing was written" in run.out
        assert list(tmp_path.iterdir()) == []

    def test_json_is_all_that_is_printed(self, tmp_path: Path, command: Command) -> None:
        run = command("ingest", PAPER, "--db", tmp_path / "x.sqlite", "--json")
        (paper,) = run.json["papers"]
        assert paper["paper"] == "register-bands"
        assert paper["families"] == ["register"]
        assert paper["pages"] == 3
        assert paper["records"]["risks"] == rows(tmp_path / "x.sqlite", "SELECT COUNT(*) FROM risks")[0][0]
        assert run.json["outcomes"] == {"loaded": 1}
        assert run.json["failed"] is False

    def test_files_folders_and_globs_name_each_paper_once(self, tmp_path: Path, command: Command) -> None:
        (tmp_path / "deep").mkdir()
        paper = papers.good_paper(tmp_path / "deep")
        (tmp_path / ".hidden").mkdir()
        papers.not_a_pdf(tmp_path / ".hidden")
        run = command("ingest", tmp_path, paper, tmp_path / "*" / "*.pdf", "--dry-run", "--json")
        assert [entry["path"] for entry in run.json["papers"]] == [str(paper)]

    def test_two_workers_write_the_rows_that_one_writes(self, tmp_path: Path, command: Command) -> None:
        names = ("register-bands", "minutes-table", "actionlog-nhs")
        files = [pdf_of(name) for name in names]
        command("ingest", *files, "--db", tmp_path / "one.sqlite", "--workers", 1)
        command("ingest", *reversed(files), "--db", tmp_path / "two.sqlite", "--workers", 2)
        one, two = all_rows(tmp_path / "one.sqlite"), all_rows(tmp_path / "two.sqlite")
        assert [table for table in one if one[table] != two[table]] == []
        assert one["record"]

    @pytest.mark.slow
    def test_an_ingest_that_is_killed_leaves_whole_papers_and_can_be_run_again(
        self, tmp_path: Path, command: Command
    ) -> None:
        names = ("minutes-table", "register-bands", "minutes-council", "register-spreadsheet", "register-profiles")
        files = [pdf_of(name) for name in names]
        undisturbed = tmp_path / "undisturbed.sqlite"
        command("ingest", *files, "--db", undisturbed, "--workers", 1)
        left = len(names)
        for attempt in range(4):  # on a busy machine the blow may come too late
            killed = tmp_path / f"killed-{attempt}.sqlite"
            process = start("ingest", *files, "--db", killed, "--workers", 1)
            while process.poll() is None and _papers(killed) < 2:
                time.sleep(0.01)
            process.kill()
            process.communicate()
            if (left := _papers(killed)) < len(names):
                break
        assert 2 <= left < len(names), "it was killed in the middle"
        whole = {document: rows_of(undisturbed, document) for document in names}
        for (document,) in rows(killed, "SELECT document FROM documents"):
            assert rows_of(killed, document) == whole[document], f"{document} is there as a whole"
        run = command("ingest", *files, "--db", killed, "--workers", 1, "--json")
        assert (run.code, run.json["outcomes"]) == (OK, {"unchanged": left, "loaded": len(names) - left})
        one, other = all_rows(undisturbed), all_rows(killed)
        assert [table for table in one if one[table] != other[table]] == []


def rows_of(database: Path, document: str) -> dict[str, int]:
    """How many rows each view holds of one document."""
    views = [
        name
        for name, view in VIEWS.items()
        if view.standard and name not in ("people", "risk_history", "action_history")
    ]
    return {v: rows(database, f"SELECT COUNT(*) FROM {v} WHERE document = '{document}'")[0][0] for v in views}


def _papers(database: Path) -> int:
    try:
        return int(rows(database, "SELECT COUNT(*) FROM document")[0][0])
    except sqlite3.OperationalError:
        return 0  # not made yet, or in the middle of being made


class TestExitCodes:
    def test_no_fault_is_0_a_paper_that_failed_is_1(self, tmp_path: Path, command: Command) -> None:
        assert command("ingest", PAPER, "--dry-run").code == OK
        assert command("ingest", papers.not_a_pdf(tmp_path), "--dry-run").code == PAPERS_FAILED
        assert command("show", papers.not_a_pdf(tmp_path)).code == PAPERS_FAILED

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["ingest"], "Nothing to read"),
            (["ingest", "--workers", "-1", str(PAPER)], "workers"),
            (["ingest", "--wrokers", "2", str(PAPER)], "wrokers"),
            (["digest"], "digest"),
            (["show", "gone.pdf"], "There is no file gone.pdf"),
            (["show", str(PAPER), "--page", "99"], "has 3 pages"),
            (["show", str(PAPER), "--what", "moods"], "words, tables, sections, records"),
            (["show", str(PAPER), "--picture", "no-folder/x.png"], "cannot be written"),
            (["show", str(PAPER), "--picture", "x.gibberish"], "cannot be written"),
            (["schema", "risk"], "did you mean risks?"),
        ],
    )
    def test_bad_arguments_are_2_and_say_what_is_wrong(self, arguments: list[str], said: str, command: Command) -> None:
        run = command(*arguments)
        assert run.code == BAD_ARGUMENTS
        assert said in " ".join(run.err.split())
        assert run.out == ""

    def test_a_locked_database_is_3(self, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        db = tmp_path / "x.sqlite"
        command("ingest", PAPER, "--db", db)
        before = all_rows(db)
        monkeypatch.setattr(main_job, "open_database", lambda url: open_database(url, wait=0.2))
        writer = sqlite3.connect(db, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        run = command("ingest", papers.good_paper(tmp_path), "--db", db)
        asked = command("query", "SELECT COUNT(*) AS n FROM risks", "--db", db, "--json")
        writer.execute("ROLLBACK")
        writer.close()
        assert run.code == DATABASE
        assert "in use by another program" in " ".join(run.err.split())
        assert asked.code == OK, "who only reads waits for nobody"
        assert all_rows(db) == before

    @pytest.mark.parametrize(
        ("db", "said"),
        [
            ("postgresql://nobody@127.0.0.1:1/none", "check the address given with --db"),
            ("no-such-folder/x.sqlite", "no-such-folder/x.sqlite"),
            ("mysql://somewhere/x", "is not supported"),
        ],
    )
    def test_a_database_that_cannot_be_reached_is_3(self, db: str, said: str, command: Command) -> None:
        for arguments in (["ingest", str(PAPER)], ["query", "SELECT 1"]):
            run = command(*arguments, "--db", db)
            assert run.code == DATABASE
            assert said in " ".join(run.err.split())

    def test_a_file_that_is_no_database_is_3_and_stays_as_it_is(self, tmp_path: Path, command: Command) -> None:
        letter = tmp_path / "letter.sqlite"
        letter.write_text("Dear Clerk, " * 100, "utf-8")
        assert command("ingest", PAPER, "--db", letter).code == DATABASE
        assert letter.read_text("utf-8").startswith("Dear Clerk")

    def test_a_fault_of_the_program_is_4(self, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(main_job, "find_papers", lambda _: 1 / 0)
        run = command("ingest", PAPER, "--dry-run")
        assert run.code == FAULT
        assert "please report it" in " ".join(run.err.split())

    def test_the_process_ends_with_the_exit_code(self, tmp_path: Path) -> None:
        process = start("ingest", tmp_path / "gone.pdf", "--dry-run", "--json")
        out, _ = process.communicate(timeout=60)
        assert process.returncode == PAPERS_FAILED
        assert json.loads(out)["outcomes"] == {"failed: not found": 1}


class TestShow:
    @pytest.mark.parametrize("what", ["words", "tables", "sections", "records"])
    def test_each_form_in_lines_and_in_json(self, what: str, command: Command) -> None:
        lines = command("show", PAPER, "--what", what, "--page", 2)
        assert lines.code == OK
        assert lines.out.startswith("p")
        entries = command("show", PAPER, "--what", what, "--json").json
        on_page = command("show", PAPER, "--what", what, "--page", 2, "--json").json
        assert on_page
        assert len(on_page) <= len(entries)
        assert all(entry["page"] <= 2 <= entry.get("last_page", entry["page"]) for entry in on_page)

    def test_words_have_boxes_on_the_page(self, command: Command) -> None:
        for word in command("show", PAPER, "--what", "words", "--page", 1, "--json").json:
            x0, top, x1, bottom = word["box"]
            assert 0 <= x0 <= x1 <= 900
            assert 0 <= top <= bottom <= 900

    def test_records_are_those_of_the_database(self, samples_db: Path, command: Command) -> None:
        shown = [e for e in command("show", PAPER, "--json").json if e["view"] == "risks"]
        held = rows(samples_db, "SELECT title FROM risks WHERE document = 'register-bands'")
        assert sorted(e["title"] for e in shown) == sorted(title for (title,) in held)

    def test_a_risk_is_on_the_page_where_its_row_is_not_the_title_of_its_register(
        self, samples_db: Path, command: Command
    ) -> None:
        shown = [(e["page"], e["title"]) for e in command("show", PAPER, "--json").json if e["view"] == "risks"]
        held = rows(samples_db, "SELECT page, title FROM risks WHERE document = 'register-bands'")
        assert sorted(shown) == sorted((page, title) for page, title in held)
        assert {page for page, _ in shown} > {1, 2}

    def test_a_picture_shows_the_page_with_what_was_read(self, tmp_path: Path, command: Command) -> None:
        out = tmp_path / "page.png"
        assert command("show", PAPER, "--page", 2, "--picture", out).code == OK
        with Image.open(out) as picture:
            assert picture.format == "PNG"
            assert picture.width > 1000
            colours = {colour for _, colour in picture.getcolors(1 << 24) or ()}
        assert (0x1A, 0x73, 0xE8) in colours, "cells are outlined in blue"


class TestQuery:
    def test_rows_come_as_a_table_and_as_json(self, samples_db: Path, command: Command) -> None:
        sql = "SELECT document, page, title FROM risks WHERE document = 'register-bands' ORDER BY page, title"
        table = command("query", sql, "--db", samples_db)
        assert table.code == OK
        assert "title" in table.out
        entries = command("query", sql, "--db", samples_db, "--json").json
        assert len(entries) == rows(samples_db, "SELECT COUNT(*) FROM risks WHERE document = 'register-bands'")[0][0]
        assert {type(entry["page"]) for entry in entries} == {int}

    def test_the_limit_is_told(self, samples_db: Path, command: Command) -> None:
        run = command("query", "SELECT * FROM pages", "--db", samples_db, "--limit", 3)
        assert "the first 3 rows; more with --limit" in run.out
        assert len(command("query", "SELECT * FROM pages", "--db", samples_db, "--limit", 3, "--json").json) == 3

    @pytest.mark.parametrize(
        "sql",
        [
            "DELETE FROM document",
            "UPDATE document SET outcome = 'failed'",
            "INSERT INTO person VALUES ('x')",
            "DROP VIEW risks",
            "CREATE TABLE mine (a)",
            "ATTACH 'other.sqlite' AS other",
            "PRAGMA query_only = OFF; DELETE FROM document",
        ],
    )
    def test_nothing_can_be_changed_through_it(
        self, sql: str, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        command("ingest", papers.good_paper(tmp_path), "--db", "x.sqlite")
        before = all_rows(tmp_path / "x.sqlite")
        run = command("query", sql, "--db", "x.sqlite")
        assert all_rows(tmp_path / "x.sqlite") == before
        assert {path.name for path in tmp_path.glob("*.sqlite")} == {"x.sqlite"}
        assert run.code == BAD_ARGUMENTS

    def test_a_wrong_query_is_told_in_the_databases_words(self, samples_db: Path, command: Command) -> None:
        run = command("query", "SELECT colour FROM risks", "--db", samples_db)
        assert run.code == BAD_ARGUMENTS
        assert "no such column: colour" in " ".join(run.err.split())

    def test_the_database_is_named_by_the_environment_too(
        self, samples_db: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("BOARDPAPERS_DB", str(samples_db))
        assert command("query", "SELECT 1 AS one", "--json").json == [{"one": 1}]


class TestSchema:
    def test_every_view_is_listed_with_the_meaning_of_its_columns(self, command: Command) -> None:
        found = command("schema", "--json").json
        assert list(dict.fromkeys(row["view"] for row in found)) == list(VIEWS)
        assert all(row["meaning"] for row in found)
        printed = command("schema").out
        assert all(name in printed for name in VIEWS)

    def test_one_view_has_the_columns_that_the_database_has(self, samples_db: Path, command: Command) -> None:
        for name in VIEWS:
            told = [row["column"] for row in command("schema", name, "--json").json]
            held = [row[1] for row in rows(samples_db, f"PRAGMA table_info({name})")]
            assert sorted(told) == sorted(held), name


def test_help_is_written_for_people(command: Command) -> None:
    run = command("--help")
    assert run.code == OK
    assert all(verb in run.out for verb in ("ingest", "show", "query", "schema"))
    assert "Exit codes: 0 done" in " ".join(run.out.replace("│", "").split())

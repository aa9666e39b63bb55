"""What runs did is kept beside what they loaded; one run at a time holds a database."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from load.alone import alone
from load.database import migrate, open_database
from load.loader import load_rows, record_failure
from load.runs import PaperNote, begin_run, end_run, list_runs, papers_of
from models.errors import AnotherRun
from tests.load.papers import paper, register, rows_of


def begun(engine: sa.Engine) -> int:
    return begin_run(engine, asked="papers", workers=2, extractor_version="1")


def test_a_run_tells_what_became_of_each_paper(database: sa.Engine) -> None:
    run = begun(database)
    note = PaperNote(run, 1, "register", "register.pdf", "ab", "loaded", None, 3, 0.5)
    load_rows(database, rows_of(register(), paper("register")), note=note)
    record_failure(
        database, file_name="gone", sha256=None, extractor_version="1", outcome="failed: not found", source="gone.pdf",
        note=PaperNote(run, 2, "gone", "gone.pdf", None, "failed: not found", "There is no gone.pdf."),
    )  # fmt: skip
    end_run(database, run, ended="done", exit_code=1, papers=3, unchanged=1, seconds=1.23)
    killed = begun(database)
    latest, first = list_runs(database, 10)
    assert (latest["run_id"], latest["ended"], latest["outcomes"]) == (killed, None, {})
    assert (first["ended"], first["exit_code"], first["papers"], first["unchanged"]) == ("done", 1, 3, 1)
    assert first["outcomes"] == {"failed: not found": 1, "loaded": 1}
    told = papers_of(database, run)
    assert told is not None
    assert [(row["paper"], row["outcome"], row["pages"]) for row in told] == [
        ("register", "loaded", 3), ("gone", "failed: not found", None),
    ]  # fmt: skip
    assert papers_of(database, 99) is None
    assert [row["run_id"] for row in list_runs(database, 1)] == [killed]


def test_a_paper_that_is_not_loaded_leaves_no_note(database: sa.Engine) -> None:
    run = begun(database)
    rows = rows_of(register(), paper("register"))
    load_rows(database, rows)
    assert load_rows(database, rows, note=PaperNote(run, 1, "register", None, "ab", "loaded")) == "unchanged"
    assert papers_of(database, run) == []


def test_runs_go_down_and_come_back(database: sa.Engine) -> None:
    load_rows(database, rows_of(register(), paper("register")))
    migrate(database, "0004")
    assert "run" not in sa.inspect(database).get_table_names()
    migrate(database)
    with database.connect() as connection:
        assert connection.scalar(sa.text("SELECT COUNT(*) FROM risks")) == 1
    assert list_runs(database, 5) == []


def test_a_second_run_leaves_or_waits(url: str) -> None:
    one, two = open_database(url), open_database(url)
    with alone(one), pytest.raises(AnotherRun, match="--wait"), alone(two):
        pass
    with alone(two, 0.5):
        pass


def test_a_run_that_waits_gets_its_turn(url: str) -> None:
    script = (
        "import sys, time; from load.alone import alone; from load.database import open_database\n"
        "with alone(open_database(sys.argv[1])):\n    print('held', flush=True); time.sleep(1)"
    )
    engine = open_database(url)
    with subprocess.Popen([sys.executable, "-c", script, url], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(AnotherRun), alone(engine):
            pass
        with alone(engine, wait=20):
            pass


def test_a_lock_goes_with_who_holds_it(url: str) -> None:
    script = (
        "import os, sys; from load.alone import alone; from load.database import open_database\n"
        "with alone(open_database(sys.argv[1])):\n    os.kill(os.getpid(), 9)"
    )
    engine = open_database(url)
    assert subprocess.run([sys.executable, "-c", script, url], check=False).returncode == -9
    with alone(engine, wait=5):
        pass


def test_two_databases_are_loaded_at_once(tmp_path: Path) -> None:
    one, two = open_database(str(tmp_path / "one.sqlite")), open_database(str(tmp_path / "two.sqlite"))
    with alone(one), alone(two):
        pass

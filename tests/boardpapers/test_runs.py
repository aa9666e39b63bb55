"""What a nightly run leaves behind, what it tries again, and that it is alone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from boardpapers import ingest as main_job
from boardpapers import report
from boardpapers.errors import ANOTHER_RUN, BAD_ARGUMENTS, DATABASE, INTERRUPTED, OK, PAPERS_FAILED
from load.alone import alone
from load.database import open_database
from models.errors import DatabaseUnreachable
from tests.boardpapers import papers
from tests.boardpapers.commands import Command, rows, start
from tests.samples import ROOT, pdf_of

TRIED = "SELECT file_name, tries, quarantined FROM documents ORDER BY file_name"


class TestTraces:
    def test_the_log_has_a_line_of_json_an_event(self, tmp_path: Path, command: Command) -> None:
        papers.good_paper(tmp_path)
        papers.cut_short(tmp_path)
        log = tmp_path / "runs.jsonl"
        for _ in range(2):
            command("ingest", tmp_path, "--db", tmp_path / "x.sqlite", "--log", log)
        lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
        assert [line["event"] for line in lines] == ["run started", "paper", "paper", "run ended"] * 2
        assert all(line["time"].endswith("Z") and line["level"] in ("info", "warning", "error") for line in lines)
        told = {(line["paper"], line["outcome"], line["level"]) for line in lines if line["event"] == "paper"}
        assert told == {
            ("minutes-table", "loaded", "info"),
            ("minutes-table", "unchanged", "info"),
            ("cut-short", "failed: damaged", "error"),
        }
        first = next(line for line in lines if line.get("outcome") == "loaded")
        assert first["seconds"] > 0
        assert first["pages"] == 3
        assert [line["exit_code"] for line in lines if line["event"] == "run ended"] == [PAPERS_FAILED] * 2

    def test_the_report_tells_each_paper_and_the_run(self, tmp_path: Path, command: Command) -> None:
        papers.good_paper(tmp_path)
        papers.zero_bytes(tmp_path)
        out = tmp_path / "report.json"
        out.write_text("an older report", "utf-8")
        run = command("ingest", tmp_path, "--db", tmp_path / "x.sqlite", "--report", out, "--json")
        told = json.loads(out.read_text("utf-8"))
        assert told["papers"] == run.json["papers"]
        assert (told["exit_code"], told["error"], told["found"]) == (PAPERS_FAILED, None, 2)
        assert told["started_at"] < told["ended_at"]
        failed = next(paper for paper in told["papers"] if paper["outcome"] == "failed: empty file")
        assert (failed["tries"], failed["quarantined"]) == (1, True)
        assert failed["try_again"] == f"boardpapers ingest --retry {tmp_path / 'empty.pdf'}"
        assert [path.name for path in tmp_path.glob("tmp*")] == [], "written beside it, and put in its place"

    def test_prometheus_finds_figures(self, tmp_path: Path, command: Command) -> None:
        papers.good_paper(tmp_path)
        papers.not_a_pdf(tmp_path)
        out = tmp_path / "boardpapers.prom"
        command("ingest", tmp_path, "--db", tmp_path / "x.sqlite", "--metrics", out)
        lines = dict(line.rsplit(" ", 1) for line in out.read_text("utf-8").splitlines() if not line.startswith("#"))
        assert float(lines["boardpapers_run_exit_code"]) == PAPERS_FAILED
        assert float(lines['boardpapers_run_papers{outcome="loaded"}']) == 1
        assert float(lines['boardpapers_run_papers{outcome="failed: not a pdf"}']) == 1
        assert float(lines["boardpapers_run_pages"]) == 3
        assert abs(float(lines["boardpapers_run_ended_timestamp_seconds"]) - time.time()) < 60
        assert oct(out.stat().st_mode)[-3:] == "644", "the exporter is another user"

    def test_a_run_that_stops_leaves_its_traces_too(self, tmp_path: Path, command: Command) -> None:
        out, log = tmp_path / "report.json", tmp_path / "log.jsonl"
        run = command("ingest", tmp_path, "--db", tmp_path / "no-folder" / "x.sqlite", "--report", out, "--log", log)
        assert run.code == DATABASE
        told = json.loads(out.read_text("utf-8"))
        assert (told["exit_code"], told["papers"]) == (DATABASE, [])
        assert "no database can be made" in told["error"]
        assert json.loads(log.read_text("utf-8").splitlines()[-1])["level"] == "error"

    @pytest.mark.parametrize("option", ["--log", "--report", "--metrics"])
    def test_a_place_that_is_not_there_is_told_before_anything_is_done(
        self, option: str, tmp_path: Path, command: Command
    ) -> None:
        run = command(
            "ingest", papers.good_paper(tmp_path), "--db", tmp_path / "x.sqlite", option, tmp_path / "no" / "file"
        )
        assert run.code == BAD_ARGUMENTS
        assert not (tmp_path / "x.sqlite").exists()

    def test_a_log_without_room_costs_no_paper(self, tmp_path: Path, command: Command) -> None:
        if not Path("/dev/full").exists():
            pytest.skip("needs /dev/full")
        run = command("ingest", papers.good_paper(tmp_path), "--db", tmp_path / "x.sqlite", "--log", "/dev/full")
        assert run.code == OK

    def test_a_password_is_told_to_nobody(self) -> None:
        assert report.address("postgresql://clerk:secret@host/papers") == "postgresql://clerk:***@host/papers"
        assert report.address("papers.sqlite") == "papers.sqlite"


class TestRuns:
    def test_runs_can_be_looked_back_at(self, tmp_path: Path, command: Command) -> None:
        db = tmp_path / "x.sqlite"
        papers.good_paper(tmp_path)
        papers.cut_short(tmp_path)
        for _ in range(2):
            command("ingest", tmp_path, "--db", db)
        latest, first = command("runs", "--db", db, "--json").json
        assert (first["run_id"], first["ended"], first["exit_code"], first["papers"]) == (1, "done", PAPERS_FAILED, 2)
        assert first["outcomes"] == {"failed: damaged": 1, "loaded": 1}
        assert (latest["run_id"], latest["unchanged"], latest["outcomes"]) == (2, 1, {})
        table = command("runs", "--db", db)
        assert table.code == OK
        assert "1 failed: damaged, 1 loaded" in table.out
        told = command("runs", 1, "--db", db, "--json").json
        assert [(p["paper"], p["outcome"]) for p in told] == [
            ("cut-short", "failed: damaged"),
            ("minutes-table", "loaded"),
        ]
        assert "cut-short" in command("runs", 1, "--db", db).out
        assert command("runs", 9, "--db", db).code == BAD_ARGUMENTS

    def test_a_dry_run_is_no_run(self, tmp_path: Path, command: Command) -> None:
        db = tmp_path / "x.sqlite"
        command("ingest", papers.good_paper(tmp_path), "--db", db)
        command("ingest", pdf_of("register-bands"), "--db", db, "--dry-run")
        assert len(command("runs", "--db", db, "--json").json) == 1

    def test_a_run_that_is_stopped_says_so(self, tmp_path: Path) -> None:
        db, out = tmp_path / "x.sqlite", tmp_path / "report.json"
        good = papers.good_paper(tmp_path)
        process = start("ingest", good, tmp_path / "held", "--db", db, "--workers", 1, "--report", out)
        process.communicate()
        large = papers.good_paper(tmp_path, "register-profiles")
        process = start("ingest", large, "--db", db, "--workers", 1, "--report", out)
        deadline = time.monotonic() + 30
        while rows(db, "SELECT COUNT(*) FROM run") != [(2,)] and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=30)
        assert process.returncode == INTERRUPTED
        assert "what was loaded before stays loaded" in said
        assert rows(db, "SELECT ended, exit_code FROM run ORDER BY run_id") == [
            ("done", PAPERS_FAILED), ("interrupted", INTERRUPTED),
        ]  # fmt: skip
        assert json.loads(out.read_text("utf-8"))["exit_code"] == INTERRUPTED


def test_a_run_does_not_keep_the_rows_of_the_papers_that_it_loaded(tmp_path: Path) -> None:
    """Its memory would grow with every paper."""
    good = str(papers.good_paper(tmp_path))
    for dry in (True, False):
        run = main_job.ingest([good], str(tmp_path / "x.sqlite"), dry_run=dry)
        assert [(o.outcome, o.reading.rows, o.reading.pages) for o in run.outcomes if o.reading] == [
            ("loaded", None, 3)
        ]


class TestQuarantine:
    def test_what_would_fail_again_is_left_until_it_is_asked_for(self, tmp_path: Path, command: Command) -> None:
        db = tmp_path / "x.sqlite"
        bad = papers.cut_short(tmp_path)
        first = command("ingest", bad, "--db", db)
        assert f"ingest --retry {bad}" in first.out
        assert rows(db, TRIED) == [("cut-short", 1, 1)]
        again = command("ingest", bad, "--db", db, "--json")
        (paper,) = again.json["papers"]
        assert (again.code, paper["outcome"], "seconds" in paper) == (PAPERS_FAILED, "failed: damaged", False)
        assert rows(db, TRIED) == [("cut-short", 1, 1)]
        retried = command("ingest", bad, "--db", db, "--retry", "--json")
        assert "seconds" in retried.json["papers"][0]
        assert rows(db, TRIED) == [("cut-short", 2, 1)]

    def test_what_may_pass_is_tried_in_three_runs(self, tmp_path: Path, command: Command) -> None:
        db = tmp_path / "x.sqlite"
        paper = pdf_of("register-profiles")
        limits = main_job.Limits(seconds=0.01, seconds_a_page=0.0)
        for tries in (1, 2, 3):
            run = main_job.ingest([str(paper)], str(db), limits=limits)
            assert run.outcomes[0].outcome == "failed: limits"
            assert rows(db, TRIED) == [("register-profiles", tries, int(tries == 3))]
        (told,) = command("ingest", paper, "--workers", 1, "--db", db, "--json").json["papers"]
        assert (told["outcome"], told["tries"], told["quarantined"]) == ("failed: limits", 3, True)
        assert command("ingest", paper, "--workers", 1, "--db", db, "--retry").code == OK
        assert rows(db, TRIED) == [("register-profiles", None, None)]

    def test_the_same_bytes_under_two_names_are_read_once(self, tmp_path: Path, command: Command) -> None:
        one = papers.good_paper(tmp_path)
        two = tmp_path / "z-copy.pdf"
        two.write_bytes(one.read_bytes())
        run = command("ingest", tmp_path, "--db", tmp_path / "x.sqlite", "--json")
        assert [(p["paper"], p["outcome"]) for p in run.json["papers"]] == [
            ("z-copy", "unchanged"),
            ("minutes-table", "loaded"),
        ]
        assert rows(tmp_path / "x.sqlite", "SELECT document FROM documents") == [("minutes-table",)]


class TestAlone:
    def test_a_second_run_leaves_with_its_own_code(self, tmp_path: Path, command: Command) -> None:
        db = tmp_path / "x.sqlite"
        paper = papers.good_paper(tmp_path)
        with alone(open_database(str(db))):
            run = command("ingest", paper, "--db", db)
            assert run.code == ANOTHER_RUN
            assert "--wait" in run.err
            assert command("ingest", paper, "--db", db, "--dry-run").code == OK, "a dry run disturbs nobody"
        assert rows(db, "SELECT COUNT(*) FROM run") == [(0,)]

    def test_or_waits_its_turn(self, tmp_path: Path, command: Command) -> None:
        db = tmp_path / "x.sqlite"
        holder = (
            "import sys, time; from load.alone import alone; from load.database import open_database\n"
            "with alone(open_database(sys.argv[1])):\n    print('held', flush=True); time.sleep(1)"
        )
        command_line = [sys.executable, "-c", holder, str(db)]
        with subprocess.Popen(command_line, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
            assert process.stdout is not None
            process.stdout.readline()
            assert command("ingest", papers.good_paper(tmp_path), "--db", db, "--wait", 30).code == OK


class TestDatabaseGone:
    def test_what_was_loaded_stays_and_is_told(
        self, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from boardpapers import store

        loaded = store.load_rows

        def gone(engine: object, rows_of_paper: object, **options: object) -> object:
            if rows(db, "SELECT COUNT(*) FROM document") != [(0,)]:
                raise DatabaseUnreachable("the server went away")
            return loaded(engine, rows_of_paper, **options)

        db, out = tmp_path / "x.sqlite", tmp_path / "report.json"
        monkeypatch.setattr(store, "load_rows", gone)
        for name in ("minutes-table", "register-bands", "minutes-council"):
            papers.good_paper(tmp_path, name)
        run = command("ingest", tmp_path, "--db", db, "--workers", 1, "--report", out)
        assert run.code == DATABASE
        assert "the server went away" in run.err
        assert "1 paper: 1 loaded" in run.out
        assert json.loads(out.read_text("utf-8"))["outcomes"] == {"loaded": 1}
        assert rows(db, "SELECT ended FROM run") == [("database",)]
        monkeypatch.undo()
        assert command("ingest", tmp_path, "--db", db, "--json").json["outcomes"] == {"unchanged": 1, "loaded": 2}

    @pytest.mark.skipif(sys.platform == "win32", reason="limits of processes")
    def test_a_full_disk_is_told_and_what_was_loaded_stays(self, tmp_path: Path, command: Command) -> None:
        db = tmp_path / "x.sqlite"
        folder = tmp_path / "papers"
        folder.mkdir()
        papers.good_paper(folder, "minutes-table")
        command("ingest", folder, "--db", db)
        for name in ("register-spreadsheet", "register-profiles", "pack-panel"):
            papers.good_paper(folder, name)
        most = db.stat().st_size + 1_000_000
        script = (
            "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            f"resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))\n"
            "from boardpapers.cli import run; sys.exit(run(sys.argv[1:]))"
        )
        told = [sys.executable, "-c", script, "ingest", str(folder), "--db", str(db), "--workers", "1"]
        done = subprocess.run(
            told, capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, "NO_COLOR": "1"}
        )
        assert done.returncode == DATABASE, done.stdout + done.stderr
        assert "make room on its disk" in " ".join(done.stderr.split())
        assert rows(db, "SELECT COUNT(*) FROM minutes") != [(0,)]
        assert rows(db, "PRAGMA integrity_check") == [("ok",)]
        run = command("ingest", folder, "--db", db, "--json")
        assert run.code == OK
        assert run.json["outcomes"]["unchanged"] >= 1
        assert len(rows(db, "SELECT 1 FROM documents WHERE outcome = 'loaded'")) == 4


class TestPartlyRead:
    def test_scanned_pages_among_text_are_named(self, tmp_path: Path, command: Command) -> None:
        paper = papers.with_scanned_pages(tmp_path)
        db = tmp_path / "x.sqlite"
        run = command("ingest", paper, "--db", db, "--json")
        (told,) = run.json["papers"]
        assert (run.code, told["outcome"]) == (OK, "partly read")
        assert told["pages_not_read"] == {"4": "a picture without a text layer", "5": "a picture without a text layer"}
        assert rows(db, "SELECT outcome, reason FROM documents") == [
            ("partly read", "not read: pages 4-5 (a picture without a text layer)")
        ]
        assert rows(db, "SELECT page, severity FROM findings WHERE rule = 'page not read' ORDER BY page") == [
            (4, "warning"), (5, "warning"),
        ]  # fmt: skip
        assert rows(db, "SELECT COUNT(*) FROM pages") == [(5,)]
        assert command("ingest", paper, "--db", db, "--json").json["outcomes"] == {"unchanged": 1}
        assert "not read: pages 4-5" in command("ingest", paper, "--db", db, "--force").out

    def test_a_page_over_limits_costs_only_itself(self, tmp_path: Path, command: Command) -> None:
        paper = papers.with_a_map(tmp_path)
        run = command("ingest", paper, "--db", tmp_path / "x.sqlite", "--json", "--max-objects", 3000)
        (told,) = run.json["papers"]
        assert told["outcome"] == "partly read"
        assert list(told["pages_not_read"]) == ["4"]
        assert "3000 pieces of text and drawing" in told["reason"]
        assert rows(tmp_path / "x.sqlite", "SELECT severity FROM findings WHERE rule = 'page not read'") == [("error",)]

    def test_an_empty_page_is_no_loss(self, tmp_path: Path, command: Command) -> None:
        paper = papers.with_an_empty_page(tmp_path)
        run = command("ingest", paper, "--db", tmp_path / "x.sqlite", "--json")
        assert [p["outcome"] for p in run.json["papers"]] == ["loaded"]

"""Papers read on a Dask cluster of several processes: the same rows, within the same limits, whatever becomes of its workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from boardpapers import cluster as on_cluster
from boardpapers.errors import BAD_ARGUMENTS, CLUSTER, OK, PAPERS_FAILED
from boardpapers.ingest import ingest
from boardpapers.outcomes import CRASHED
from boardpapers.sources import Source
from models.limits import Limits
from tests.boardpapers import papers
from tests.boardpapers.commands import Command
from tests.samples import ROOT, all_rows, pdf_of

distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")

PAPERS = ("minutes-table", "actionlog-nhs", "minutes-council", "agenda-front")
WORKERS = 3


@pytest.fixture(scope="module")
def local() -> Iterator[Any]:
    """A cluster of this machine."""
    before = os.environ.get("BOARDPAPERS_OCR")
    os.environ["BOARDPAPERS_OCR"] = "off"
    with distributed.LocalCluster(
        n_workers=WORKERS, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as made:
        yield made
    os.environ.pop("BOARDPAPERS_OCR") if before is None else os.environ.update(BOARDPAPERS_OCR=before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "papers"
    made.mkdir()
    for name in PAPERS:
        papers.good_paper(made, name)
    return made


def test_gives_the_rows_that_this_machine_gives(
    local: Any, folder: Path, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers.cut_short(folder)
    monkeypatch.chdir(folder.parent)  # paths that are relative here are found there
    here, there = tmp_path / "here.sqlite", tmp_path / "there.sqlite"
    asked = ("ingest", "papers", "--json")
    wanted = command(*asked, "--db", here)
    run = command(*asked, "--db", there, "--executor", "dask", "--scheduler", local.scheduler_address)
    assert (wanted.code, run.code) == (PAPERS_FAILED, PAPERS_FAILED)
    assert run.json["outcomes"] == wanted.json["outcomes"] == {"loaded": len(PAPERS), "failed: damaged": 1}
    assert all_rows(there) == all_rows(here)


def test_a_worker_that_is_killed_midway_costs_nothing(local: Any, folder: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here.sqlite", tmp_path / "there.sqlite"
    ingest([str(folder)], str(here), workers=2)
    with on_cluster.cluster(local.scheduler_address) as cluster:
        assert cluster.threads == WORKERS
        pids = list(cluster.client.run(os.getpid).values())
        killed = []

        def kill_one(_: object) -> None:
            if not killed:
                killed.append(pids[0])
                os.kill(pids[0], signal.SIGKILL)

        run = ingest([str(folder)], str(there), workers=WORKERS, readers=cluster.read, settled=kill_one)
    assert killed
    assert {outcome.outcome for outcome in run.outcomes} == {"loaded"}
    assert all_rows(there) == all_rows(here)


def test_a_paper_is_held_to_the_same_limits(local: Any, tmp_path: Path) -> None:
    good, large = papers.good_paper(tmp_path), papers.good_paper(tmp_path, "register-profiles")
    with on_cluster.cluster(local.scheduler_address, Limits(file_size=large.stat().st_size - 1)) as cluster:
        read = {reading.source.path: reading.outcome for reading in cluster.read([Source(large), Source(good)])}
    assert read == {good: "loaded", large: "failed: limits"}
    with on_cluster.cluster(local.scheduler_address, Limits(seconds=0.01, seconds_a_page=0.0)) as cluster:
        (reading,) = cluster.read([Source(large)])
    assert reading.outcome == "failed: limits"


def test_a_paper_that_its_machines_do_not_find_is_told(local: Any, tmp_path: Path) -> None:
    with on_cluster.cluster(local.scheduler_address) as cluster:
        (reading,) = cluster.read([Source(tmp_path / "only-here.pdf")])
    assert (reading.outcome, reading.may_pass) == ("failed: not readable", True)


def test_a_paper_that_no_worker_survives_is_told(local: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(_: object) -> None:
        raise distributed.KilledWorker("paper", None, 3)

    monkeypatch.setattr(distributed.Future, "result", lost)
    with on_cluster.cluster(local.scheduler_address) as cluster:
        (reading,) = cluster.read([Source(pdf_of("minutes-table"))])
    assert (reading.outcome, reading.may_pass) == (CRASHED, True)


def test_another_version_on_a_worker_is_refused(local: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = iter(["1", *["2"] * 10])
    monkeypatch.setattr(on_cluster, "extractor_version", lambda: next(versions, "2"))
    with (
        pytest.raises(on_cluster.ClusterUnreachable, match="the same version"),
        on_cluster.cluster(local.scheduler_address),
    ):
        pass


class TestArguments:
    def test_no_scheduler_is_there(self, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(on_cluster, "WAIT", 0.5)
        db = tmp_path / "x.sqlite"
        asked = (
            "ingest",
            pdf_of("minutes-table"),
            "--db",
            db,
            "--executor",
            "dask",
            "--scheduler",
            "tcp://127.0.0.1:9",
        )
        run = command(*asked)
        assert run.code == CLUSTER
        assert "No scheduler answers at tcp://127.0.0.1:9" in " ".join(run.err.split())
        assert not db.exists()

    @pytest.mark.parametrize(
        "options", [("--executor", "dask"), ("--scheduler", "tcp://127.0.0.1:9"), ("--executor", "spark")], ids=" ".join
    )
    def test_what_does_not_go_together(self, options: tuple[str, ...], tmp_path: Path, command: Command) -> None:
        assert command("ingest", pdf_of("minutes-table"), "--db", tmp_path / "x.sqlite", *options).code == BAD_ARGUMENTS

    def test_without_the_extra_it_says_what_to_install(
        self, monkeypatch: pytest.MonkeyPatch, command: Command, tmp_path: Path
    ) -> None:
        monkeypatch.setitem(sys.modules, "distributed", None)
        asked = (
            "ingest",
            pdf_of("minutes-table"),
            "--db",
            tmp_path / "x.sqlite",
            "--executor",
            "dask",
            "--scheduler",
            "tcp://x:1",
        )
        run = command(*asked)
        assert run.code == BAD_ARGUMENTS
        assert "boardpapers[dask]" in run.err


def test_nothing_of_dask_is_imported_where_nobody_asks_for_it(tmp_path: Path) -> None:
    script = (
        "import sys; from boardpapers.cli import run\n"
        f"code = run(['ingest', {str(pdf_of('minutes-table'))!r}, '--db', {str(tmp_path / 'x.sqlite')!r}, '--workers', '0'])\n"
        "print(code, 'distributed' in sys.modules, 'dask' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == f"{OK} False False"

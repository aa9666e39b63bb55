"""kill -9 of a run or of one of its workers, at any instant: after a rerun the database is row for row that of an undisturbed run."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from boardpapers.errors import DATABASE, OK, PAPERS_FAILED
from load.database import open_database
from load.engines import engine_for
from load.soundness import faults
from tests.boardpapers.commands import start
from tests.crash.killing import Blow, blows, differences, everything, halves, killed, members, run, soon
from tests.samples import pdf_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for a run's processes in /proc")

PAPERS = ("minutes-table", "actionlog-nhs", "minutes-council")
KILLS = 5  # of each database in the ordinary tests
MANY = 100  # of each in the long ones


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in PAPERS:
        (folder / f"{name}.pdf").write_bytes(pdf_of(name).read_bytes())
    return folder


@pytest.fixture
def asked(papers: Path, url: str) -> tuple[str | Path, ...]:
    return ("ingest", papers, "--db", url, "--workers", "2", "--no-ocr", "--wait", "60")


def _undisturbed(asked: tuple[str | Path, ...], url: str) -> tuple[object, float]:
    """What a run leaves that nobody disturbs, and the seconds that it takes; the database is then empty again."""
    open_database(url).dispose()
    began = time.monotonic()
    code, said = run(*asked)
    seconds = time.monotonic() - began
    assert code == OK, said
    wanted = everything(url)
    assert len(wanted["document"]) >= len(PAPERS)
    _empty(url)
    return wanted, seconds


def _empty(url: str) -> None:
    engine = engine_for(url, 30)
    with engine.begin() as connection:
        for table in ("document", "person"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    engine.dispose()


def test_a_rerun_after_kills_leaves_what_an_undisturbed_run_leaves(asked: tuple[str | Path, ...], url: str) -> None:
    """Each run is killed but the last; the second half reads again what is there, so that rows are replaced."""
    wanted, seconds = _undisturbed(asked, url)
    chance = random.Random(len(url))
    for number, blow in enumerate(blows(KILLS, seed=7)):
        code = killed(blow, seconds, chance, *asked, *(["--force"] if number > KILLS // 2 else []))
        assert code in (OK, PAPERS_FAILED, -9)
        assert halves(everything(url), wanted) == set(), blow
    code, said = run(*asked)
    assert code == OK, said
    assert differences(everything(url), wanted) == {}
    assert faults(engine_for(url, 30)) == []


@pytest.mark.long
def test_after_each_of_many_kills_a_rerun_makes_it_whole(
    asked: tuple[str | Path, ...], url: str, record_property: Callable[[str, object], None]
) -> None:
    wanted, seconds = _undisturbed(asked, url)
    chance = random.Random(11)
    struck = {"run": 0, "worker": 0, "too late": 0}
    for number, blow in enumerate(blows(MANY, seed=len(url))):
        if number % 2 == 0:
            _empty(url)
        code = killed(blow, seconds, chance, *asked, *(["--force"] if number % 2 else []))
        struck["run" if code == -9 else "worker" if not blow.parent else "too late"] += 1
        assert halves(everything(url), wanted) == set(), (number, blow)
        code, said = run(*asked)
        assert code == OK, (number, blow, said)
        assert differences(everything(url), wanted) == {}, (number, blow)
    assert faults(engine_for(url, 30)) == []
    record_property("struck", struck)  # for docs/safety.md: --junitxml shows it
    assert struck["run"] > MANY / 4, struck
    assert struck["worker"] > MANY / 8, struck


def test_workers_end_with_their_run(asked: tuple[str | Path, ...]) -> None:
    process = start(*asked)
    soon(lambda: len(members(process)) > 2, "no worker has begun")
    process.kill()
    process.communicate()
    soon(lambda: members(process) == [], "workers of a run that is gone go on")


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_server_that_drops_its_connections_ends_the_run_and_a_rerun_mends_it(
    asked: tuple[str | Path, ...], url: str, postgres_server: object
) -> None:
    wanted, _ = _undisturbed(asked, url)
    named = f"gone_{url[-8:]}"
    asked = tuple(f"{url}&application_name={named}" if part == url else part for part in asked)
    ours = f"FROM pg_stat_activity WHERE application_name = '{named}'"
    process = start(*asked)
    with postgres_server.connect().execution_options(isolation_level="AUTOCOMMIT") as server:  # type: ignore[attr-defined]

        def ask(what: str) -> int:
            return len(server.exec_driver_sql(f"SELECT {what} {ours}").all())

        until = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < until:
            ask("pg_terminate_backend(pid)")
            time.sleep(0.05)
        _, said = process.communicate()
        assert process.returncode == DATABASE, said
        assert "Traceback" not in said
        assert "boardpapers:" in said
        soon(lambda: ask("1") == 0, "a connection of the run is still there")
    assert halves(everything(url), wanted) == set()
    code, said = run(*asked)
    assert code == OK, said
    assert differences(everything(url), wanted) == {}


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_database_file_that_is_taken_away_ends_the_run_and_a_rerun_mends_it(
    asked: tuple[str | Path, ...], papers: Path, url: str, tmp_path: Path
) -> None:
    for name in (
        "register-profiles",
        "pack-panel",
        "register-two-in-pack",
    ):  # so that it has not ended when the first is loaded
        (papers / f"{name}.pdf").write_bytes(pdf_of(name).read_bytes())
    wanted, _ = _undisturbed(asked, url)
    process = start(*asked)
    soon(lambda: everything(url)["document"] or process.poll() is not None, "nothing is loaded")
    for name in ("papers.sqlite", "papers.sqlite-wal", "papers.sqlite-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    _, said = process.communicate(timeout=60)
    assert process.returncode == DATABASE, said
    assert "is gone" in " ".join(said.split())
    code, said = run(*asked)
    assert code == OK, said
    assert differences(everything(url), wanted) == {}


def test_blows_fall_on_runs_and_workers_alike() -> None:
    made = list(blows(MANY, seed=1))
    assert {blow.parent for blow in made} == {True, False}
    assert made == list(blows(MANY, seed=1)) != list(blows(MANY, seed=2))
    assert isinstance(made[0], Blow)

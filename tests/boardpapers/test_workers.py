"""Processes that read papers: bounded, without network, replaced when they die, and gone when nobody waits for them.

A paper that is a pipe holds whoever reads it until somebody writes into it: that is how these tests stop a worker at work.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.forkserver
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from boardpapers import workers
from boardpapers.outcomes import CRASHED, LIMITS, PROGRAM_FAULT, Reading
from boardpapers.sources import Source
from boardpapers.workers import read_apart
from models.limits import DEFAULT
from tests.boardpapers import papers
from tests.samples import ROOT, pdf_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes as files, and signals")

GOOD = Source(pdf_of(papers.GOOD))


@pytest.fixture
def pipe(tmp_path: Path) -> Source:
    os.mkfifo(tmp_path / "pipe.pdf")
    return Source(tmp_path / "pipe.pdf")


def outcomes(readings: Iterator[Reading]) -> dict[str, str]:
    return {reading.source.name: reading.outcome for reading in readings}


def soon(happens: Callable[[], object], seconds: float = 30.0) -> None:
    until = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.02)


def written_later(pipe: Source, data: bytes) -> threading.Thread:
    """Somebody who writes into the pipe as soon as somebody reads it."""
    thread = threading.Thread(target=lambda: pipe.path.write_bytes(data), daemon=True)
    thread.start()
    return thread


def test_readings_come_as_they_are_finished(pipe: Source) -> None:
    readings = read_apart([pipe, GOOD], workers=2)
    first = next(readings)
    assert (first.source, first.outcome) == (GOOD, "loaded")
    assert first.rows is not None
    written_later(pipe, GOOD.path.read_bytes())
    second = next(readings)
    assert (second.source, second.outcome, second.sha256) == (pipe, "loaded", first.sha256)


def test_the_server_that_forks_workers_may_die_and_costs_no_paper(pipe: Source) -> None:
    """Of its workers one waits and one reads; both are told dead."""

    def again(_: Reading) -> None:
        threading.Timer(0.5, written_later, (pipe, GOOD.path.read_bytes())).start()

    readings = read_apart([pipe, GOOD], workers=2, retried=again)
    assert next(readings).outcome == "loaded"
    os.kill(multiprocessing.forkserver._forkserver._forkserver_pid, signal.SIGKILL)
    assert outcomes(readings) == {"pipe": "loaded"}


def test_a_server_that_takes_its_time_to_die_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    refusals = iter(range(4))

    class Refused(workers._Worker):
        def __init__(self, *args: Any) -> None:
            if next(refusals, None) is not None:
                raise ConnectionRefusedError
            super().__init__(*args)

    monkeypatch.setattr(workers, "_Worker", Refused)
    assert outcomes(read_apart([GOOD])) == {GOOD.name: "loaded"}
    assert next(refusals, None) is None


def test_a_server_that_never_comes_back_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(workers, "_Worker", refuse)
    monkeypatch.setattr(workers, "_SERVER_DIES", 0.1)
    with pytest.raises(ConnectionRefusedError):
        list(read_apart([GOOD]))


def test_a_paper_that_takes_too_long_costs_no_other(pipe: Source) -> None:
    began = time.monotonic()
    found = {r.source: r for r in read_apart([pipe, GOOD], 1, replace(DEFAULT, seconds=1.0, seconds_a_page=10.0))}
    assert (found[pipe].outcome, found[GOOD].outcome) == (LIMITS, "loaded")
    assert found[pipe].may_pass
    assert "--timeout" in (found[pipe].reason or "")
    assert time.monotonic() - began < 20


def test_a_paper_that_kills_its_process_is_tried_once_more(pipe: Source) -> None:
    told: list[Reading] = []
    killed: set[int] = set()

    def kill_each() -> None:
        for _ in range(workers.TRIES):
            soon(lambda: pids() - killed)
            time.sleep(0.2)
            victim = (pids() - killed).pop()
            killed.add(victim)
            os.kill(victim, signal.SIGKILL)

    threading.Thread(target=kill_each, daemon=True).start()
    found = list(read_apart([pipe], 1, retried=told.append))
    assert [(r.outcome, r.may_pass) for r in found] == [(CRASHED, True)]
    assert "SIGKILL" in (found[0].reason or "")
    assert len(told) == workers.TRIES - 1


def test_a_paper_that_is_read_at_the_second_try_is_read(pipe: Source) -> None:
    told: list[Reading] = []

    def again(reading: Reading) -> None:
        told.append(reading)
        written_later(pipe, GOOD.path.read_bytes())

    def kill() -> None:
        soon(pids)
        time.sleep(0.3)
        for pid in pids():
            os.kill(pid, signal.SIGKILL)

    threading.Thread(target=kill, daemon=True).start()
    assert outcomes(read_apart([pipe], 1, retried=again)) == {"pipe": "loaded"}
    assert [reading.outcome for reading in told] == [CRASHED]


def test_a_worker_that_dies_between_papers_is_replaced(tmp_path: Path) -> None:
    other = Source(papers.good_paper(tmp_path, "register-bands"))

    def slowly() -> Iterator[Source]:
        yield GOOD
        for pid in pids():
            os.kill(pid, signal.SIGKILL)
        yield other

    assert outcomes(read_apart(slowly(), 1)) == {GOOD.name: "loaded", other.name: "loaded"}


def test_memory_has_an_end(pipe: Source) -> None:
    limits = replace(DEFAULT, memory=400 * 2**20)

    def pour() -> None:
        with pipe.path.open("wb") as file:
            try:
                for _ in range(600):
                    file.write(bytes(2**20))
            except BrokenPipeError:
                return

    threading.Thread(target=pour, daemon=True).start()
    (reading,) = read_apart([pipe], 1, limits)
    assert (reading.outcome, reading.may_pass) == (LIMITS, False)
    assert "--memory" in (reading.reason or "")


def test_a_file_beyond_the_limit_is_not_opened(tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(3 * 2**20)
    (reading,) = read_apart([Source(large)], 1, replace(DEFAULT, file_size=2 * 2**20))
    assert (reading.outcome, reading.size) == (LIMITS, 3 * 2**20)
    assert reading.sha256 is not None


@pytest.mark.parametrize(
    ("code", "late", "outcome", "advice"),
    [
        (-signal.SIGKILL, True, LIMITS, "--timeout"),
        (-signal.SIGALRM, False, LIMITS, "--timeout"),
        (-signal.SIGXCPU, False, LIMITS, "--cpu"),
        (-signal.SIGABRT, False, LIMITS, "--memory"),
        (-signal.SIGSEGV, False, CRASHED, "--retry"),
        (-signal.SIGKILL, False, CRASHED, "--retry"),
        (1, False, PROGRAM_FAULT, "printed"),
        (None, False, CRASHED, "--retry"),
    ],
)
def test_how_a_process_ended_tells_the_outcome(code: int | None, late: bool, outcome: str, advice: str) -> None:
    told, reason = workers._why(code, DEFAULT, late=late)
    assert told == outcome
    assert advice in reason


def confined(script: str) -> subprocess.CompletedProcess[str]:
    """A process that is confined, and then does what the script says."""
    head = "from boardpapers import confine\nfrom models.limits import DEFAULT\nconfine.confine(DEFAULT)\n"
    command = [sys.executable, "-c", head + script]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=60)


class TestConfined:
    def test_the_processor_is_not_taken_for_ever(self) -> None:
        assert confined("confine.allow(60, 0.5)\nwhile True: pass").returncode == -signal.SIGXCPU

    def test_the_clock_ends_a_process_that_nobody_watches(self) -> None:
        script = "import time\nconfine.GRACE = 0.2\nconfine.allow(0.1, 9)\ntime.sleep(50)"
        assert confined(script).returncode == -signal.SIGALRM

    def test_time_between_papers_does_not_count(self) -> None:
        script = "import time\nconfine.GRACE = 0.2\nconfine.allow(0.1, 9)\nconfine.allow_idle()\ntime.sleep(0.6)"
        assert confined(script).returncode == 0

    def test_there_is_no_network(self) -> None:
        script = "import socket\nsocket.socketpair()\nsocket.socket(socket.AF_INET, socket.SOCK_STREAM)"
        assert "PermissionError" in confined(script).stderr
        with_names = confined("import socket\nsocket.getaddrinfo('example.org', 80)")
        assert "gaierror" in with_names.stderr

    def test_where_the_kernel_has_no_filter_python_refuses(self) -> None:
        script = "import socket\nsocket.socketpair()\nsocket.socket(socket.AF_INET6, socket.SOCK_DGRAM)"
        head = "from boardpapers import confine\nconfine._filter_calls = lambda: False\nconfine._refuse_network()\n"
        command = [sys.executable, "-c", head + script]
        told = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT).stderr
        assert "has no network" in told

    @pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system does not keep this limit")
    def test_memory_has_an_end(self) -> None:
        claim = "import mmap\nmmap.mmap(-1, 2 * 2**30)"
        assert "Cannot allocate memory" in confined(claim).stderr
        assert confined(f"confine.allow_memory(DEFAULT.memory_scans)\n{claim}").returncode == 0

    def test_no_core_is_left(self, tmp_path: Path) -> None:
        done = confined(f"import os\nos.chdir({str(tmp_path)!r})\nos.abort()")
        assert done.returncode == -signal.SIGABRT
        assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_workers_die_with_the_run_that_sent_them(pipe: Source) -> None:
    script = (
        "import sys; from pathlib import Path; from boardpapers.sources import Source\n"
        "from boardpapers.workers import read_apart\nlist(read_apart([Source(Path(sys.argv[1]))]))"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(pipe.path)], cwd=ROOT) as run:
        soon(lambda: len(descendants(run.pid)) >= 3)  # the server, the tracker of resources, the worker
        family = descendants(run.pid)
        run.kill()
        run.wait()
        soon(lambda: not any(alive(pid) for pid in family))


def pids() -> set[int]:
    """The workers of this process."""
    return {child.pid for child in multiprocessing.active_children() if child.pid is not None}


def descendants(pid: int) -> set[int]:
    try:
        children = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:
        return set()
    return {*children, *(deep for child in children for deep in descendants(child))}


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False

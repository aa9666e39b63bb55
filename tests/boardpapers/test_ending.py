"""Runs that are ended from outside: by a signal, by several, at whatever moment; and not where it is not for them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from boardpapers.errors import INTERRUPTED
from boardpapers.sources import errors, gather, wire
from boardpapers.sources.client import Client
from boardpapers.sources.publishers import Manners, Publisher
from tests.boardpapers import site as sites
from tests.boardpapers.commands import rows, start
from tests.boardpapers.site import Site
from tests.crash.killing import members, soon
from tests.samples import ROOT

# To a shell both are 130. Where Ctrl-C comes while Python makes a class from text, it ends itself by the signal though that was dealt with
ENDED = {INTERRUPTED, -signal.SIGINT}
MANNERS = Manners(delay=0, seconds=60, allow_private=True)


@pytest.fixture
def site() -> Iterator[Site]:
    """A site whose one paper takes minutes."""
    made = Site({"/a.pdf": sites.drips(b"%PDF-1.7" + b"0" * 5000, 0.05)})
    stop = made.start()
    yield made
    stop()


def fetching(site: Site, folder: Path, *more: str | Path, in_background: bool = False) -> subprocess.Popen[str]:
    """A run that waits for its paper."""
    where = ["--db", folder / "x.sqlite", "--papers", folder / "papers", "--delay", "0", "--allow-private"]
    running = start("ingest", f"{site.url}/a.pdf", *where, "--workers", "0", *more, in_background=in_background)
    until = time.monotonic() + 60
    while not site.counts["/a.pdf"] and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.2)
    return running


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("gap", [0.003, 0.01, 0.03])
def test_impatience_costs_nothing(number: signal.Signals, gap: float, site: Site, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    running = fetching(site, tmp_path, "--report", report)
    began = time.monotonic()
    while running.poll() is None and time.monotonic() - began < 3:
        running.send_signal(number)
        time.sleep(gap)
    _, said = running.communicate(timeout=30)
    assert (running.returncode, said.count("what was loaded before stays loaded")) == (INTERRUPTED, 1)
    assert "Traceback" not in said
    assert rows(tmp_path / "x.sqlite", "SELECT ended, exit_code FROM run") == [("interrupted", INTERRUPTED)]
    assert json.loads(report.read_text("utf-8"))["exit_code"] == INTERRUPTED


def test_a_run_in_the_background_is_ended_by_sigterm_alone(site: Site, tmp_path: Path) -> None:
    running = fetching(site, tmp_path, in_background=True)
    running.send_signal(signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired):
        running.wait(timeout=1)
    running.send_signal(signal.SIGTERM)
    running.communicate(timeout=30)
    assert running.returncode == INTERRUPTED


@pytest.mark.parametrize("after", [0.0, 0.2, 0.6, 1.5])
def test_ctrl_c_on_a_terminal_which_all_processes_get_is_told_in_one_line(after: float, tmp_path: Path) -> None:
    """Also while the server of workers imports what they need."""
    running = start("ingest", ROOT / "samples", "--db", tmp_path / "x.sqlite", "--workers", "1")
    soon(lambda: len(members(running)) > 1, "no server of workers was started")
    time.sleep(after)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode in ENDED
    assert said == "boardpapers: Interrupted; what was loaded before stays loaded.\n"
    soon(lambda: members(running) == [], "processes of a run that is ended go on")


def test_a_run_that_does_not_end_by_itself_is_ended_by_a_later_signal() -> None:
    program = (
        "import time\nfrom boardpapers import ending\nending.PATIENCE = 0.5\n"
        "with ending.stoppable():\n"
        "    try:\n        print('reads', flush=True)\n        time.sleep(60)\n"
        "    finally:\n        print('hangs', flush=True)\n        time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for said in ("reads\n", "hangs\n"):
            assert running.stdout.readline() == said
            running.send_signal(signal.SIGTERM)
            time.sleep(0.2)
        assert running.poll() is None, "it is given time"
        time.sleep(0.6)
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=10) == INTERRUPTED


def test_ctrl_c_as_a_command_begins_is_told_as_any() -> None:
    program = (
        "import boardpapers.cli as cli\ndef interrupted(_):\n    raise KeyboardInterrupt\n"
        "cli._start_imports = interrupted\ncli.main()\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (
        INTERRUPTED,
        "boardpapers: Interrupted; what was loaded before stays loaded.\n",
    )


def test_a_run_that_is_ended_while_it_sends_for_papers_waits_for_none(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(ThreadPoolExecutor):
        def submit(self, *task: Any, **more: Any) -> Future[Any]:
            if site.counts["/a.pdf"]:
                raise KeyboardInterrupt
            begun = super().submit(*task, **more)
            while not site.counts["/a.pdf"]:
                time.sleep(0.02)
            return begun

    monkeypatch.setattr(gather, "ThreadPoolExecutor", Interrupted)
    publishers = [Publisher(urls=(f"{site.url}/{name}.pdf",)) for name in "ab"]
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        gather.gather(publishers, tmp_path, MANNERS, gather.Known(), lambda *_: None)
    assert time.monotonic() - began < 10


def test_a_connection_that_is_being_made_when_the_client_is_stopped_comes_to_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect, made, stopped = wire.create_connection, threading.Event(), threading.Event()

    def create(*where: Any, **how: Any) -> Any:
        if site.counts["/robots.txt"]:
            made.set()
            stopped.wait(10)
        return connect(*where, **how)

    monkeypatch.setattr(wire, "create_connection", create)
    client = Client(MANNERS)

    def stop() -> None:
        made.wait(10)
        client.stop()
        stopped.set()

    stopping = threading.Thread(target=stop)
    stopping.start()
    began = time.monotonic()
    with pytest.raises(errors.Stopped):
        client.fetch(f"{site.url}/a.pdf", BytesIO())
    assert time.monotonic() - began < 10
    stopping.join()

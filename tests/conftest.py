"""What tests share: databases that are made once, whichever worker of pytest needs them first, and the command."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from boardpapers import cli
from boardpapers.reading import FAULTS
from models import faults
from tests import corpus, samples
from tests.boardpapers.commands import Command, Ran

# A fault of the program fails the test that meets it, here and in the processes that tests start.
faults.raised = True
os.environ[FAULTS] = "raise"


def _made_once(factory: pytest.TempPathFactory, worker: str, name: str, make: Callable[[Path], None]) -> Path:
    """A file that the first of several test processes makes, and the others find."""
    folder = factory.getbasetemp() if worker == "master" else factory.getbasetemp().parent
    file, done = folder / name, folder / f"{name}.done"
    with FileLock(folder / f"{name}.lock"):
        if not done.exists():
            make(file)
            done.touch()
    return file


@pytest.fixture(scope="session")
def samples_db(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A SQLite database of all samples. Tests read it; none writes to it."""
    return _made_once(tmp_path_factory, worker_id, "samples.sqlite", samples.load)


@pytest.fixture(scope="session")
def corpus_db(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A SQLite database of the corpus; skips where there is none."""
    if not corpus.FOLDER.is_dir() or not corpus.SCORER.is_file():
        pytest.skip(corpus.ABSENT)
    return _made_once(tmp_path_factory, worker_id, "corpus.sqlite", corpus.load)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs `boardpapers` with the arguments given. Scans are left as they are: reading them takes seconds a page."""
    monkeypatch.delenv("BOARDPAPERS_DB", raising=False)
    monkeypatch.setenv("BOARDPAPERS_OCR", "off")

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = cli.run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run

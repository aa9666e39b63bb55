"""The command, run in this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardpapers import cli
from tests.boardpapers.commands import Command, Ran


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs `boardpapers` with the arguments given; what it prints is wide enough for its tables."""
    monkeypatch.delenv("BOARDPAPERS_DB", raising=False)

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = cli.run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run

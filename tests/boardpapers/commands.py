"""The command run as people run it: in this process for what it prints, in one of its own where that is tested."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.samples import ROOT


@dataclass(frozen=True)
class Ran:
    """What a run of the command ended with."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Ran]


def start(*arguments: str | Path) -> subprocess.Popen[str]:
    """The command as a process, at the head of a group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "boardpapers.cli", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        start_new_session=True,
    )


def rows(database: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    found = connection.execute(sql).fetchall()
    connection.close()
    return found

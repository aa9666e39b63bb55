"""The command run as people run it: in this process for what it prints, in one of its own where that is tested."""

from __future__ import annotations

import json
import os
import signal
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


def start(*arguments: str | Path, in_background: bool = False) -> subprocess.Popen[str]:
    """The command as a process, at the head of a group of its own. It hears Ctrl-C whether or not these tests do, but for one
    `in_background`: to such the shell of a script says to ignore it, and processes hand that on.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_IGN if in_background else signal.default_int_handler)
    try:
        return subprocess.Popen(
            [sys.executable, "-m", "boardpapers", *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "NO_COLOR": "1"},
            start_new_session=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)


def rows(database: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    found = connection.execute(sql).fetchall()
    connection.close()
    return found

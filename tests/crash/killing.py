"""A run of `ingest` that is killed, and what its database holds."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from load.engines import engine_for
from tests.boardpapers.commands import start
from tests.samples import INDEX, OF_THE_RUN, RUNS

Everything = dict[str, list[tuple[Any, ...]]]  # table -> its rows, sorted
PATIENCE = 300.0  # seconds for what takes a few on a machine with nothing else to do


def everything(url: str) -> Everything:
    """Every row of every table, less what tells of runs and of when they were, and less the index that FTS5 lays out as it likes."""
    engine = engine_for(url, 30)
    found: Everything = {}
    try:
        with engine.connect() as connection:
            looked = sa.inspect(connection)
            for table in looked.get_table_names():
                if table in RUNS or table.startswith(INDEX):
                    continue
                columns = ", ".join(f'"{c["name"]}"' for c in looked.get_columns(table) if c["name"] not in OF_THE_RUN)
                found[table] = sorted(
                    map(tuple, connection.execute(sa.text(f"SELECT {columns} FROM {table}"))), key=repr
                )
    finally:
        engine.dispose()
    return found


def differences(found: Everything, wanted: Everything) -> dict[str, tuple[int, int]]:
    """Tables that differ: how many rows are too many, how many are missing."""
    told = {}
    for table in found.keys() | wanted.keys():
        more, less = (set(map(repr, side.get(table, ()))) for side in (found, wanted))
        if more != less or len(found.get(table, ())) != len(wanted.get(table, ())):
            told[table] = (len(more - less), len(less - more))
    return told


def halves(found: Everything, wanted: Everything) -> set[str]:
    """Tables that hold rows which no undisturbed run makes: the sign of half a paper. Rows may be missing, as papers may.

    Names of papers and people, and keys of risks, follow from what else is loaded: only rows of single papers are looked at.
    """
    alone = (
        "page",
        "section",
        "source_span",
        "field_source",
        "search_entry",
        "table_cell",
        "minute",
        "report_paragraph",
    )
    return {t for t in alone if not {*map(repr, found.get(t, ()))} <= {*map(repr, wanted[t])}}


@dataclass(frozen=True)
class Blow:
    """One kill: whom, and after what share of the time that a run takes."""

    parent: bool
    share: float


def blows(number: int, seed: int) -> Iterator[Blow]:
    chance = random.Random(seed)
    for _ in range(number):
        yield Blow(chance.random() < 0.6, chance.uniform(0.15, 1.05))


def run(*arguments: str | Path) -> tuple[int, str]:
    """A run to its end: its exit code, and what it said."""
    process = start(*arguments)
    _, said = process.communicate(timeout=PATIENCE)
    return process.returncode, said


def killed(blow: Blow, seconds: float, chance: random.Random, *arguments: str | Path) -> int:
    """A run that takes `seconds` if it is left alone, and gets a blow; its exit code. Ends when the last of its processes has ended."""
    process = start(*arguments)
    time.sleep(blow.share * seconds)
    if blow.parent:
        process.kill()
    else:
        children = [pid for pid in members(process) if pid != process.pid]
        with contextlib.suppress(ProcessLookupError, IndexError):
            os.kill(chance.choice(children), signal.SIGKILL)
    process.communicate(timeout=PATIENCE)
    soon(lambda: members(process) == [], "processes of a run that is gone go on")
    return process.returncode


def members(process: subprocess.Popen[str]) -> list[int]:
    """The living processes of the session that a run leads."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                state, _, _, session = (entry / "stat").read_text().rpartition(") ")[2].split()[:4]
                if int(session) == process.pid and state != "Z":
                    found.append(int(entry.name))
    return sorted(found)


def soon(is_so: Callable[[], object], complaint: str) -> None:
    """Waits until something is so."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until, complaint
        time.sleep(0.02)

"""What the server of workers imports for them: everything once, and nothing that nobody asks for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from boardpapers import rehearsal, server
from boardpapers.server import FOR_MANY, PRELOADED, QUIET
from extract.document import extract_pages

TOLD = """
import importlib, json, os, sys, time
importlib.import_module(sys.argv[1])
exec(sys.argv[2])
tasks = len(os.listdir("/proc/self/task")) if os.path.isdir("/proc/self/task") else 1
json.dump({"modules": sorted(sys.modules), "tasks": tasks}, sys.stdout)
"""


def imported(name: str, then: str = "") -> tuple[set[str], int]:
    """The modules that a process holds after it imported one, and did what follows, and how many threads run in it."""
    run = subprocess.run(
        [sys.executable, "-c", TOLD, name, then],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **QUIET},
    )
    told = json.loads(run.stdout)
    return set(told["modules"]), told["tasks"]


def test_for_a_single_paper_heavy_libraries_are_left_to_where_they_are_needed():
    modules, _ = imported(PRELOADED[0])
    assert {"boardpapers.reading", "extract.families.register", "normalise.checks_registers"} <= modules
    assert not {"spacy", "camelot", "pandas", "sqlalchemy"} & modules


def test_for_many_papers_the_first_worker_need_not_wait_for_what_it_may_never_use():
    modules, _ = imported(FOR_MANY[0])
    assert "boardpapers.reading" in modules
    assert not {"spacy", "camelot", "thinc"} & modules


def test_for_many_papers_all_is_imported_while_the_first_is_read():
    modules, tasks = imported(
        FOR_MANY[0], "from boardpapers import leisure\nwhile not leisure.is_over(): time.sleep(0.01)"
    )
    assert {"spacy", "spacy.lang.en", "camelot.parsers.stream", "normalise.mentions"} <= modules
    assert not {"spacy.cli", "matplotlib"} & modules, "neither a command line nor plots are asked for"
    assert tasks == 1, "a process with threads must not be forked"


def test_a_rehearsal_goes_through():
    for step in rehearsal.steps():
        step()  # in the server nobody would hear of an error


def test_a_rehearsal_reads_records_of_many_kinds():
    read = {claim.family for page in rehearsal.papers() for claim in extract_pages([page]).claims}
    assert {"minutes", "report", "register", "scorecard"} <= read


@pytest.mark.parametrize(
    ("paths", "many"), [(["one.pdf"], False), (["one.pdf", "two.pdf"], True), (["."], True), (["*.pdf"], True)]
)
def test_one_file_is_no_batch(paths: list[str], many: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from boardpapers import cli

    for name in ("one.pdf", "two.pdf"):
        (tmp_path / name).write_bytes(b"")
    told: list[bool] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(server, "prepare", lambda *, many=False: told.append(many))
    cli.run(["ingest", *paths, "--dry-run", "--db", "none.sqlite", "--workers", "1"])
    assert told[0] is many


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ingest", "one.pdf"], [False]),
        (["ingest", "one.pdf", "two.PDF"], [True]),
        (["ingest", "papers", "--workers", "2"], [True]),
        (["ingest", "papers", "--workers", "0"], []),
        (["ingest", "papers", "--executor", "dask"], []),
        (["ingest", "--help"], []),
        (["query", "SELECT 1"], []),
        ([], []),
    ],
)
def test_imports_begin_before_the_options_are_understood(
    arguments: list[str], told: list[bool], monkeypatch: pytest.MonkeyPatch
):
    from boardpapers import cli

    begun: list[bool] = []
    met_by_run: list[list[bool]] = []
    monkeypatch.setattr(sys, "argv", ["boardpapers", *arguments])
    monkeypatch.setattr(server, "prepare", lambda *, many=False: begun.append(many))
    monkeypatch.setattr(cli, "run", lambda _: met_by_run.append([*begun]))
    with pytest.raises(SystemExit):
        cli.main()
    assert met_by_run == [told]

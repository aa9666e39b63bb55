"""The hostile set, read as a night's batch: each paper ends in what it was declared to end in, in time, and the others go on."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.boardpapers.commands import rows, start
from tests.hostile.make import DECLARED, make, mutants
from tests.samples import pdf_of

GOOD = "minutes-table"
SECONDS = 60  # for one paper, on a machine that does other things too
KINDS = 60  # papers at least


class Batch:
    """A folder of papers, what one run made of them, and the database that it left."""

    def __init__(self, folder: Path) -> None:
        self.papers = folder / "papers"
        self.papers.mkdir()
        self.database = folder / "x.sqlite"
        self._report = folder / "report.json"

    def ingest(self, *options: str) -> int:
        told = ("--db", self.database, "--report", self._report, "--workers", "2", "--no-ocr")
        process = start("ingest", self.papers, *told, *options)
        _, said = process.communicate(timeout=600)
        assert "Traceback" not in said
        return process.returncode

    @property
    def told(self) -> dict[str, dict[str, Any]]:
        return {paper["paper"]: paper for paper in json.loads(self._report.read_text("utf-8"))["papers"]}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Batch, dict[str, tuple[str, ...]]]:
    batch = Batch(tmp_path_factory.mktemp("hostile"))
    wanted = make(batch.papers)
    (batch.papers / f"{GOOD}.pdf").write_bytes(pdf_of(GOOD).read_bytes())
    assert batch.ingest() == 1, "some papers failed, and the run did not"
    return batch, wanted


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Encryption R=5")
class TestHostile:
    def test_each_ends_in_what_it_was_declared_to_end_in(
        self, hostile: tuple[Batch, dict[str, tuple[str, ...]]]
    ) -> None:
        batch, wanted = hostile
        assert len(wanted) >= KINDS
        told = {name: batch.told[name]["outcome"] for name in wanted}
        assert {name: (outcome, wanted[name]) for name, outcome in told.items() if outcome not in wanted[name]} == {}
        assert set(told.values()) <= DECLARED
        assert Counter(told.values()).keys() >= DECLARED - {"loaded", "partly read"}, "the set meets every outcome"

    def test_each_says_what_to_do_next(self, hostile: tuple[Batch, dict[str, tuple[str, ...]]]) -> None:
        batch, _ = hostile
        assert [
            name for name, paper in batch.told.items() if paper["outcome"].startswith("failed") and not paper["reason"]
        ] == []

    def test_none_takes_long(self, hostile: tuple[Batch, dict[str, tuple[str, ...]]]) -> None:
        batch, _ = hostile
        assert {name: paper["seconds"] for name, paper in batch.told.items() if paper.get("seconds", 0) > SECONDS} == {}

    def test_the_others_go_on(self, hostile: tuple[Batch, dict[str, tuple[str, ...]]]) -> None:
        batch, wanted = hostile
        assert batch.told[GOOD]["outcome"] == "loaded"
        held = dict(rows(batch.database, "SELECT file_name, outcome FROM documents"))
        assert len(held) == len(wanted) + 1, "the database knows every one"
        assert {name for name, paper in batch.told.items() if held[name] != paper["outcome"]} == set()

    def test_a_second_run_tries_none_again_that_would_fail_again(
        self, hostile: tuple[Batch, dict[str, tuple[str, ...]]]
    ) -> None:
        batch, _ = hostile
        before = {name: paper["outcome"] for name, paper in batch.told.items()}
        assert batch.ingest() == 1
        read = {"loaded", "nothing recognised", "partly read"}
        assert {n: p["outcome"] for n, p in batch.told.items()} == {
            name: "unchanged" if outcome in read else outcome for name, outcome in before.items()
        }
        assert [name for name, paper in batch.told.items() if "seconds" in paper] == []


@pytest.mark.slow
def test_samples_with_wrong_bytes_end_in_a_declared_state(tmp_path: Path) -> None:
    batch = Batch(tmp_path)
    for name, data in mutants(100):
        (batch.papers / f"{name}.pdf").write_bytes(data)
    batch.ingest()
    told = batch.told
    assert {name: (p["outcome"], p["reason"]) for name, p in told.items() if p["outcome"] not in DECLARED} == {}
    assert len(told) == 100
    assert [p for p in told.values() if p.get("seconds", 0) > SECONDS] == []

"""Copies of the samples with bytes changed, cut out, doubled or moved, read as a night's batch: in what state each ends, and how soon.

    python -m benchmarks.mutants [--count 2000] [--seed 1] [--workers 2]

Ends with code 1 where one ends in a state that is not declared (a crash, a fault of the program), names it and keeps it.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from boardpapers.reading import FAULTS
from tests.hostile.make import DECLARED, mutants

AT_ONCE = 200  # papers of one run: the disk holds no more of them at a time


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, default=Path("mutants"), help="where those are kept that end undeclared")
    arguments = parser.parse_args()
    began = time.perf_counter()
    told: list[dict[str, Any]] = []
    undeclared: list[dict[str, Any]] = []
    batch: list[tuple[str, bytes]] = []
    for number, mutant in enumerate(mutants(arguments.count, arguments.seed), start=1):
        batch.append(mutant)
        if len(batch) == AT_ONCE or number == arguments.count:
            papers = read(batch, arguments.workers)
            wrong = [paper for paper in papers if paper["outcome"] not in DECLARED]
            keep(batch, {paper["paper"] for paper in wrong}, arguments.keep)
            told += papers
            undeclared += wrong
            batch = []
    report(told, time.perf_counter() - began, arguments.workers)
    if len(told) != arguments.count:
        sys.exit(f"{arguments.count - len(told)} ended in no state at all")
    for paper in undeclared:
        print(f"{paper['paper']}: {paper['outcome']}: {paper['reason']}")
    if undeclared:
        sys.exit(f"{len(undeclared)} ended in a state that is not declared; they are kept in {arguments.keep}")
    print("none ended in a state that is not declared")


def read(batch: list[tuple[str, bytes]], workers: int) -> list[dict[str, Any]]:
    """What became of each paper of a batch."""
    with tempfile.TemporaryDirectory() as folder:
        papers, out = Path(folder, "papers"), Path(folder, "report.json")
        papers.mkdir()
        for name, data in batch:
            (papers / f"{name}.pdf").write_bytes(data)
        command = [
            sys.executable,
            "-m",
            "boardpapers",
            "ingest",
            str(papers),
            "--db",
            f"{folder}/x.sqlite",
            "--no-ocr",
        ]
        done = subprocess.run(
            [*command, "--workers", str(workers), "--report", str(out)],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {FAULTS: "raise"},
        )
        if done.returncode not in (0, 1):
            sys.exit(f"the run ended with {done.returncode}:\n{done.stderr[-2000:]}")
        found: list[dict[str, Any]] = json.loads(out.read_text("utf-8"))["papers"]
        return found


def keep(batch: list[tuple[str, bytes]], names: set[str], folder: Path) -> None:
    for name, data in batch:
        if name in names:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{name}.pdf").write_bytes(data)


def report(told: list[dict[str, Any]], seconds: float, workers: int) -> None:
    print(f"{len(told)} mutants in {seconds:.0f} s with {workers} workers")
    for outcome, number in Counter(paper["outcome"] for paper in told).most_common():
        print(f"{number:6} {outcome}")
    took = sorted(paper.get("seconds") or 0.0 for paper in told)
    print(
        f"seconds of one: median {statistics.median(took):.2f}, 99 in 100 below {took[len(took) * 99 // 100]:.2f}, at most {took[-1]:.2f}"
    )


if __name__ == "__main__":
    main()

"""Processor time a page by stage, from the PDF engine to the rows of the database, over folders of papers.

    python -m benchmarks.reading FOLDER… [--rounds 1] [--by-kind]

Scans are left unread. The best round of each paper counts; from the second on, what was remembered of its words helps. What is
imported and worked out once is paid for by a first paper that does not count. A family's time is that of its claims and of its
reading together. With `--by-kind`, what is told is instead the time to a page's tables, by kind of page (`benchmarks.kinds`).
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ParamSpec, TypeVar
from unittest.mock import patch

from benchmarks.kinds import report_kinds
from extract import document
from extract.families import Family, families
from extract.page import open_document
from load.rows import Paper, make_rows
from models.errors import PaperError
from normalise.document import normalise_document

STAGES = {
    "lexicon": "words",
    "find_furniture": "furniture",
    "read_tables": "tables",
    "flow": "flow",
    "cut_papers": "sections",
    "make_section": "sections",
    "table_cells": "account",
    "_unread": "account",
    "_account": "account",
}
"""What `extract.document` calls -> the stage it counts for; what is left of its time is the account of words."""

Spent = defaultdict[str, float]  # stage -> seconds
P = ParamSpec("P")
R = TypeVar("R")


class Clock:
    """Seconds of the processor by stage."""

    def __init__(self) -> None:
        self.spent: Spent = defaultdict(float)

    @contextmanager
    def on(self, stage: str) -> Iterator[None]:
        before = time.process_time()
        try:
            yield
        finally:
            self.spent[stage] += time.process_time() - before

    def timed(self, stage: str, call: Callable[P, R]) -> Callable[P, R]:
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            with self.on(stage):
                result = call(*args, **kwargs)
                return list(result) if isinstance(result, Iterator) else result  # type: ignore[return-value]  # read to its end here, not by the caller

        return run

    def family(self, family: Family) -> Family:
        name = f"  {family.name}"
        return Family(family.name, self.timed(name, family.claim), self.timed(name, family.read))


def read(path: Path) -> tuple[int, Spent]:
    """The pages of a paper, and the seconds of each stage."""
    clock = Clock()
    data = path.read_bytes()
    with clock.on("engine"), open_document(data) as opened:
        pages = list(opened.pages())
    every = tuple(clock.family(family) for family in families())
    patches: list[Any] = [
        patch.object(document, name, clock.timed(stage, getattr(document, name))) for name, stage in STAGES.items()
    ]
    patches.append(patch.object(document, "families", return_value=every))
    for each in patches:
        each.start()
    try:
        with clock.on("extract"):
            extracted = document.extract_pages(pages)
    finally:
        for each in patches:
            each.stop()
    with clock.on("normalise"):
        normalised = normalise_document(extracted.printed)
    with clock.on("rows"):
        make_rows(Paper(path.stem, "0" * 64, len(data), "benchmark"), extracted, normalised)
    clock.spent["families"] = sum(seconds for stage, seconds in clock.spent.items() if stage.startswith("  "))
    whole = clock.spent.pop("extract")
    parts = {*STAGES.values(), "families"}
    clock.spent["account"] += whole - sum(clock.spent[part] for part in parts)
    return len(pages), clock.spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument(
        "--by-kind", action="store_true", help="pages of text and pages with tables, up to their tables"
    )
    arguments = parser.parse_args()
    files = sorted(f for folder in arguments.folders for f in (folder.glob("*.pdf") if folder.is_dir() else [folder]))
    if not files:
        parser.error("no PDF in these folders")
    if arguments.by_kind:
        report_kinds(files, arguments.rounds)
        return
    counted = 0
    total: Spent = defaultdict(float)
    for number, path in enumerate([files[0], *files]):
        try:
            rounds = [read(path) for _ in range(arguments.rounds if number else 1)]
        except PaperError as error:
            print(f"{path.name}: {error}")
            continue
        if number:
            counted += rounds[0][0]
            for stage, seconds in min((spent for _, spent in rounds), key=lambda spent: sum(spent.values())).items():
                total[stage] += seconds
    report(counted, total)


def report(pages: int, spent: Spent) -> None:
    print(f"{pages} pages, processor time in ms a page, best round of each paper")
    order = ("engine", "words", "furniture", "tables", "flow", "sections", "families")
    rows = [(stage, spent[stage]) for stage in order]
    rows += sorted(((s, v) for s, v in spent.items() if s.startswith("  ")), key=lambda row: -row[1])
    rows += [(stage, spent[stage]) for stage in ("account", "normalise", "rows")]
    for stage, seconds in rows:
        print(f"{stage:16} {1000 * seconds / max(pages, 1):8.2f}")
    whole = sum(seconds for stage, seconds in spent.items() if not stage.startswith("  "))
    print(f"{'all':16} {1000 * whole / max(pages, 1):8.2f}")


if __name__ == "__main__":
    main()

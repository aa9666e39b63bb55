"""How much the reading of risk registers leans on words learnt from the very paper that is read.

    python -m benchmarks.leave_one_out [FOLDER…]

For each register of the samples, and of each FOLDER that holds `<name>.pdf` and `gold/<name>/<view>.csv` (by default the
folders `seeds` and `real` under $BOARDPAPERS_CORPUS), every vocabulary entry whose only evidence is that paper is taken
away, and the paper read again. Printed are F1 over the views of registers with all words and without those, and the loss
in points; then the mean loss.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

VIEWS = ("risks", "risk_controls", "risk_actions", "risk_trends", "risk_fields", "owner_keys")
ROOT = Path(__file__).resolve().parent.parent

Rows = tuple[Mapping[str, str], ...]


def registers(folders: list[Path]) -> Iterator[tuple[Path, Path]]:
    """The PDF and the folder of truth of each paper whose truth holds risks."""
    for truth in sorted(ROOT.glob("samples/*/normalised/risks.csv")):
        name = truth.parent.parent.name
        yield truth.parent.parent / f"{name}.pdf", truth.parent
    for folder in folders:
        for truth in sorted(folder.glob("gold/*/risks.csv")):
            name = truth.parent.name
            found = [p for p in (folder / f"{name}.pdf", folder / name / f"{name}.pdf") if p.is_file()]
            if found:
                yield found[0], truth.parent


def without(name: str, read: Callable[[str], Rows], forgotten: list[int]) -> Callable[[str], Rows]:
    """Vocabularies less what only the named paper taught; `forgotten` gets how many entries each lost."""

    @cache
    def rows(vocabulary: str) -> Rows:
        known = read(vocabulary)
        kept = tuple(r for r in known if {e.strip() for e in (r.get("evidence") or "").split(";")} != {name})
        forgotten.append(len(known) - len(kept))
        return kept

    return rows


def measure(pdf: Path, truth: Path, *, forget: bool) -> dict[str, float]:
    """F1 of one reading, and how many entries were forgotten. Once a process: vocabularies are read when they are imported."""
    forgotten: list[int] = []
    if forget:
        for package in ("extract", "normalise"):
            module = vars(importlib.import_module(f"{package}.vocabularies"))
            module["rows"] = without(pdf.stem, module["rows"], forgotten)
    extract_document = importlib.import_module("extract.document").extract_document
    normalise_document = importlib.import_module("normalise.document").normalise_document
    score = importlib.import_module("tests.scoring").score
    records = normalise_document(extract_document(pdf.read_bytes()).printed).records
    right = false = missed = 0
    for view in VIEWS:
        file = truth / f"{view}.csv"
        if not file.is_file():
            continue
        with file.open(encoding="utf-8", newline="") as handle:  # where a row stands on the page is not asked here
            stated = [
                {k: v or None for k, v in row.items() if k not in {"document", "page"}}
                for row in csv.DictReader(handle)
            ]
        found = [{k: v.value for k, v in r.values.items()} for r in records if r.view == view]
        result = score(view, stated, found)
        right, false, missed = right + result.right, false + result.false, missed + result.missed
    whole = 2 * right + false + missed
    return {"f1": 2 * right / whole if whole else 1.0, "forgotten": sum(forgotten)}


def apart(pdf: Path, truth: Path, *, forget: bool) -> dict[str, float]:
    """One reading in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.leave_one_out", "--one", str(pdf), str(truth)]
    done = subprocess.run(
        [*command, *(["--forget"] if forget else [])], capture_output=True, text=True, check=True, cwd=ROOT
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Prints one line a register, then the mean loss."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--one", nargs=2, type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--forget", action="store_true", help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.one:
        print(json.dumps(measure(*told.one, forget=told.forget)))
        return
    corpus = os.environ.get("BOARDPAPERS_CORPUS")
    folders = told.folders or ([Path(corpus) / part for part in ("seeds", "real")] if corpus else [])
    losses = []
    print(f"{'register':44}{'entries':>8}{'with':>8}{'without':>9}{'loss':>7}")
    for pdf, truth in registers(folders):
        before, after = apart(pdf, truth, forget=False), apart(pdf, truth, forget=True)
        losses.append(100 * (before["f1"] - after["f1"]))
        print(
            f"{pdf.stem:44}{after['forgotten']:8.0f}{before['f1']:8.4f}{after['f1']:9.4f}{losses[-1]:7.2f}", flush=True
        )
    if losses:
        print(f"{'mean loss in points':44}{sum(losses) / len(losses):32.2f}")


if __name__ == "__main__":
    main()

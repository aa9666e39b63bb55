"""Papers of random structure, set and read: which forms of minutes, registers and logs are read worse than others.

    python -m benchmarks.composed minutes|registers|logs [--count 60] [--seed 1] [--hold AXIS=VALUE …] [--keep FOLDER]

A paper's form of attendance, numbering, headings, columns, wordings and so on are drawn at random, each on an axis of its own, and what
should be read from it is known from the records that it is set from. Printed are the mean F1, the share of fields that are wrong without
a warning, the mean F1 of the papers with each value of each axis, the lowest first, and the worst papers. The same seed gives the same
papers; `--hold` gives an axis one value in all of them, `--keep` keeps each paper as FOLDER/<name>.html and .pdf, and its gold beside
them. Needs `chromium` and `bash`.
"""

from __future__ import annotations

import argparse
import csv
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.composed import browser
from benchmarks.composed.axes import NotToBeHeld, held
from benchmarks.composed.families import FAMILIES, compose
from benchmarks.composed.measure import Reading, read, report
from benchmarks.composed.paper import Paper


def readings(papers: Sequence[Paper], kept: Path | None) -> Iterator[Reading]:
    """Prints and reads each paper."""
    for paper, pdf in zip(papers, browser.printed(paper.html for paper in papers), strict=True):
        if kept is not None:
            keep(paper, pdf, kept)
        yield read(paper, pdf)


def keep(paper: Paper, pdf: bytes, folder: Path) -> None:
    """Writes the paper's page, PDF and gold: `gold/<name>/<view>.csv`, as other benchmarks read it."""
    gold = folder / "gold" / paper.name
    gold.mkdir(parents=True, exist_ok=True)
    (folder / f"{paper.name}.html").write_text(paper.html, encoding="utf-8")
    (folder / f"{paper.name}.pdf").write_bytes(pdf)
    for view, rows in paper.gold.items():
        with (gold / f"{view}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="benchmarks.composed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("family", choices=list(FAMILIES))
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hold", nargs="+", default=[], metavar="AXIS=VALUE", help="a value that all papers have")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the papers are kept")
    parser.add_argument("--worst", type=int, default=10, help="how many of the worst papers are told")
    asked = parser.parse_args(arguments)
    if asked.count < 1:
        parser.error("--count is 1 or more")
    try:
        values = held(FAMILIES[asked.family].choices, asked.hold)
        papers = [compose(asked.family, asked.seed, number, values) for number in range(asked.count)]
    except NotToBeHeld as error:
        parser.error(str(error))
    if not browser.installed():
        parser.error(f"{browser.BROWSER} prints the papers; install it")
    warnings.simplefilter("ignore")
    print("\n".join(report(list(readings(papers, asked.keep)), asked.worst)))


if __name__ == "__main__":
    main()

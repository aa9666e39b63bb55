"""Pages a second: `boardpapers ingest` against one pass of pdfplumber's words and tables over the same files.

    python -m benchmarks.speed FOLDER… [--rounds 3] [--tables]

Each is a process of its own, from its start to its end; they take turns, and the best round of each counts. Files that pdfplumber
cannot open are left out for both. With `--tables`, ours ends where pdfplumber's does, at the words and the tables of each page.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PEER = """
import sys, pdfplumber
for name in sys.argv[1:]:
    with pdfplumber.open(name) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.extract_tables()
            page.close()
"""

TABLES = """
import gc, sys
from pathlib import Path
from boardpapers import RARE
from extract.page import open_document
from extract.table import read_tables
gc.set_threshold(*RARE)
for name in sys.argv[1:]:
    with open_document(Path(name).read_bytes()) as document:
        read_tables(list(document.pages()))
"""  # rubbish is collected as rarely as by a worker of `ingest`


def seconds(command: list[str], fine: tuple[int, ...] = (0,)) -> float:
    """How long a command takes that ends with one of the exit codes that are `fine`; with another, all ends here."""
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in fine:
        sys.exit(f"{command[0]} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return time.perf_counter() - started


def pages_of(path: Path) -> int:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return len(pdf.pages)


def readable(path: Path) -> int:
    """How many pages pdfplumber finds in a file; 0 where it cannot open it."""
    try:
        return pages_of(path)
    except Exception as error:  # it has no class of its own for what it cannot open
        print(f"{path.name} is left out: {type(error).__name__}")
        return 0


def ours(files: list[str], folder: str, *, tables: bool) -> list[str]:
    """The command that reads the files to their tables, or into a database in `folder`."""
    if tables:
        return [sys.executable, "-c", TABLES, *files]
    return [
        sys.executable, "-m", "boardpapers", "ingest", *files, "--workers", "1", "--db", f"{folder}/x.sqlite",
    ]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tables", action="store_true", help="to the words and tables of each page, and no further")
    arguments = parser.parse_args()
    counted = {str(f): readable(f) for folder in arguments.folders for f in sorted(folder.glob("*.pdf"))}
    files = sorted(name for name, pages in counted.items() if pages)
    if not files:
        parser.error("no PDF in these folders")
    pages = sum(counted.values())
    best = {"boardpapers": float("inf"), "pdfplumber": float("inf")}
    for _ in range(arguments.rounds):
        with tempfile.TemporaryDirectory() as folder:
            # 1: a scan among the papers needs OCR, which is no fault of the run
            took = seconds(ours(files, folder, tables=arguments.tables), fine=(0,) if arguments.tables else (0, 1))
        best["boardpapers"] = min(best["boardpapers"], took)
        best["pdfplumber"] = min(best["pdfplumber"], seconds([sys.executable, "-c", PEER, *files]))
    print(f"{len(files)} files, {pages} pages, best of {arguments.rounds} rounds, one process each")
    for name, took in best.items():
        print(f"{name:12} {took:8.2f} s  {pages / took:7.1f} pages a second")
    print(f"ratio {best['pdfplumber'] / best['boardpapers']:.2f}")


if __name__ == "__main__":
    main()

"""Pages a second: `boardpapers ingest` against one pass of pdfplumber's words and tables over the same files.

    python -m benchmarks.speed FOLDER… [--rounds 3]

Each is a process of its own, from its start to its end; they take turns, and the best round of each counts. Files that pdfplumber
cannot open are left out for both.
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


def seconds(command: list[str]) -> float:
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):  # 1: a scan among the papers needs OCR, which is no fault of the run
        sys.exit(f"{command[0]} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return time.perf_counter() - started


def pages_of(path: Path) -> int:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return len(pdf.pages)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    files = sorted(str(f) for folder in arguments.folders for f in folder.glob("*.pdf"))
    if not files:
        parser.error("no PDF in these folders")
    pages = sum(pages_of(Path(f)) for f in files)
    best = {"boardpapers": float("inf"), "pdfplumber": float("inf")}
    for _ in range(arguments.rounds):
        with tempfile.TemporaryDirectory() as folder:
            ours = [
                sys.executable,
                "-m",
                "boardpapers.cli",
                "ingest",
                *files,
                "--workers",
                "1",
                "--db",
                f"{folder}/x.sqlite",
            ]
            best["boardpapers"] = min(best["boardpapers"], seconds(ours))
        best["pdfplumber"] = min(best["pdfplumber"], seconds([sys.executable, "-c", PEER, *files]))
    print(f"{len(files)} files, {pages} pages, best of {arguments.rounds} rounds, one process each")
    for name, took in best.items():
        print(f"{name:12} {took:8.2f} s  {pages / took:7.1f} pages a second")
    print(f"ratio {best['pdfplumber'] / best['boardpapers']:.2f}")


if __name__ == "__main__":
    main()

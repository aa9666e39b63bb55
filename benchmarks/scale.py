"""Many pages in one run: pages a second with one worker and with two, the parent's memory as papers go by, the share of loading.

    python -m benchmarks.scale [FOLDER…] [--pages 10000] [--workers 1 2] [--db postgresql://…]

The papers are copies of those in the folders, or of the samples. Each has words of its own on its first page, so that neither bytes nor
rows are those of another. Loading is told as its share of the time in which papers are read and loaded, by whatever process. Memory is
that of the process which holds the database, read from /proc; it is flat where the last quarter takes what the second took.
Without `--db` each run has a SQLite file of its own.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import pikepdf

from boardpapers import store
from boardpapers.ingest import ingest
from boardpapers.outcomes import Outcome, Reading
from tests.samples import samples

LARGEST = 40  # pages of a paper that is copied: with few papers of hundreds the last is waited for


@dataclass
class Watch:
    """What is seen of a run as its papers are settled."""

    began: float = field(default_factory=time.perf_counter)
    pages: int = 0
    reading: float = 0.0  # seconds in which a paper was read, of all workers together
    loading: float = 0.0  # seconds in which a paper was written
    processor: float = 0.0  # seconds of this process's processor in these
    memory: list[tuple[int, int]] = field(default_factory=list)  # pages so far, bytes of this process

    def settled(self, outcome: Outcome) -> None:
        if outcome.failed or outcome.reading is None:
            sys.exit(f"{outcome.source.name}: {outcome.outcome}: {outcome.reason}")
        self.pages += outcome.reading.pages
        self.reading += outcome.reading.seconds
        self.memory.append((self.pages, resident()))

    def timed(self, put: store.DatabaseStore, reading: Reading) -> Outcome:
        before, busy = time.perf_counter(), time.process_time()
        try:
            return PUT(put, reading)
        finally:
            self.loading += time.perf_counter() - before
            self.processor += time.process_time() - busy


PUT = store.DatabaseStore.put


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--db", help="a PostgreSQL database to load into, for one number of workers")
    arguments = parser.parse_args()
    os.environ["BOARDPAPERS_OCR"] = "off"
    with tempfile.TemporaryDirectory() as folder:
        papers = Path(folder, "papers")
        papers.mkdir()
        made = copies(papers, arguments.pages, originals(arguments.folders))
        print(f"{len(list(papers.iterdir()))} papers, {made} pages")
        speeds: dict[int, float] = {}
        for workers in arguments.workers:
            database = arguments.db or f"{folder}/{workers}.sqlite"
            speeds[workers] = run(papers, database, workers)
        first = min(speeds)
        for workers in sorted(speeds.keys() - {first}):
            print(f"{workers} workers read {speeds[workers] / speeds[first]:.2f} times the pages of {first}")


def originals(folders: list[Path]) -> list[Path]:
    """The papers that are copied."""
    found = [paper for folder in folders for paper in sorted(folder.glob("*.pdf"))]
    return found or [sample / f"{sample.name}.pdf" for sample in samples()]


def copies(folder: Path, pages: int, papers: list[Path]) -> int:
    """Copies of papers, one after the other, until so many pages are there; how many there are."""
    made = number = 0
    while made < pages:
        for original in papers:
            with pikepdf.open(original) as pdf:
                if len(pdf.pages) > LARGEST or made >= pages:
                    continue
                number += 1
                _mark(pdf, f"Copy {number} of this paper for the archive")
                pdf.save(folder / f"{number:06}-{original.stem}.pdf", static_id=True)
                made += len(pdf.pages)
    return made


def _mark(pdf: pikepdf.Pdf, words: str) -> None:
    """Writes words at the foot of the first page."""
    page = pdf.pages[0]
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    name = page.add_resource(pdf.make_indirect(font), pikepdf.Name.Font)
    page.contents_add(b"q", prepend=True)
    page.contents_add(f"Q BT {name} 7 Tf 40 12 Td ({words}) Tj ET".encode())


def run(papers: Path, database: str, workers: int) -> float:
    """Pages a second of one run; tells what it took."""
    watch = Watch()

    def put(to: store.DatabaseStore, reading: Reading) -> Outcome:
        return watch.timed(to, reading)

    with patch.object(store.DatabaseStore, "put", put):
        ingest([str(papers)], database, workers=workers, settled=watch.settled)
    seconds = time.perf_counter() - watch.began
    share = 100 * watch.loading / (watch.reading + watch.loading)
    second, last = (largest(watch, start, start + 0.25) for start in (0.25, 0.75))
    print(
        f"{workers} workers: {seconds:.0f} s, {watch.pages / seconds:.1f} pages a second; loading {share:.1f} % "
        f"({1000 * watch.loading / watch.pages:.1f} ms a page, {1000 * watch.processor / watch.pages:.1f} of the processor); "
        f"memory of the parent {second / 2**20:.0f} MB at most in the second quarter, {last / 2**20:.0f} MB in the last"
        + (
            f"; database {Path(database).stat().st_size / watch.pages / 1024:.1f} KB a page"
            if "://" not in database
            else ""
        )
    )
    return watch.pages / seconds


def largest(watch: Watch, start: float, end: float) -> int:
    """Bytes at most between two shares of the pages."""
    return max(size for pages, size in watch.memory if start * watch.pages <= pages <= end * watch.pages)


def resident() -> int:
    """Bytes of memory that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()

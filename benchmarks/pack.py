"""Whether a pack of papers bound into one PDF is read as its papers are alone, in linear time and bounded memory.

    python -m benchmarks.pack FILE_OR_FOLDER… [--times 1 4 9] [--shuffle SEED] [--differences]

The papers of the folders, and of the folders in them, are bound one after the other, the whole of them as often as each of `--times`
says. With `--shuffle` each pack has them in an order of its own, the same for the same seed; `--differences` prints every record
that differs. Each pack is read in a process of its own. A record is the same where view, page within the paper and all values
are; numbers counted over the whole document (a table's, a figure's) are left out.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import pikepdf

from extract.document import extract_document
from models.record import Printed, Record
from normalise.document import normalise_document

COUNTED = frozenset({"table_no", "figure_no"})
MEMORY = 300  # MB: what a pack of any length may take
Signature = tuple[int, str]  # page within the document; view and values


def page_of(printed: Printed) -> int:
    """The page on which a record begins; that of its whole where nothing of it is on paper."""
    pages: list[int] = []
    for fields in (
        printed.fields.values(),
        printed.context.values(),
    ):  # what a section says for all may stand before it
        pages = pages or [w.page for item in fields for w in item.words]
        pages = pages or [item.place[0] for item in fields if item.place]
    pages = pages or [w.page for w in printed.taken]
    if not pages and printed.parent is not None:
        return page_of(printed.parent)
    return min(pages, default=0)


def signature(record: Record) -> Signature:
    values = sorted((name, str(v.value)) for name, v in record.values.items() if name not in COUNTED)
    return page_of(record.printed), json.dumps([record.view, values])


def read(path: Path) -> dict[str, object]:
    """Seconds of the processor, peak memory in MB, and all records of a PDF, read in this process."""
    started = time.process_time()
    extracted = extract_document(path.read_bytes())
    normalised = normalise_document(extracted.printed, (claim.section.paper for claim in extracted.claims))
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "pages": extracted.page_count,
        "seconds": seconds,
        "peak": peak,
        "records": [*map(signature, normalised.records)],
    }


def read_apart(path: Path) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.pack", "--read", str(path)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{path.name}: {done.stderr[-2000:]}")
    found: dict[str, object] = json.loads(done.stdout)
    return found


def bound(papers: list[Path], target: Path) -> list[int]:
    """Binds papers into one PDF; the pages of each."""
    counts = []
    with pikepdf.new() as pack:
        for paper in papers:
            with pikepdf.open(paper) as opened:
                counts.append(len(opened.pages))
                pack.pages.extend(opened.pages)
        pack.save(target)
    return counts


def compare(
    pack: dict[str, object],
    papers: list[Path],
    counts: list[int],
    alone: dict[Path, Counter[Signature]],
    every: bool = False,
) -> list[str]:
    """A text a paper of which a record is missing in the pack, or more; with `every` each of these stands in a line of it."""
    first = 0
    told = []
    records = [(page, text) for page, text in pack["records"]]  # type: ignore[attr-defined]  # read from JSON
    for paper, count in zip(papers, counts, strict=True):
        here = Counter((page - first, text) for page, text in records if first < page <= first + count)
        lost, more = alone[paper] - here, here - alone[paper]
        if lost or more:
            views = Counter(json.loads(text)[0] for _, text in (lost + more))
            listed = [
                f"\n    {sign} {page} {text}"
                for sign, found in (("-", lost), ("+", more))
                for page, text in sorted(found.elements())
            ]
            told.append(
                f"  {paper.name} from page {first + 1}: {lost.total()} of {alone[paper].total()} records differ or are missing, "
                f"{more.total()} are not alone's: {dict(views)}" + "".join(listed if every else [])
            )
        first += count
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--times", nargs="+", type=int, default=[1, 4, 9])
    parser.add_argument("--shuffle", type=int, metavar="SEED")
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.read is not None:
        json.dump(read(arguments.read), sys.stdout)
        return
    papers = sorted(f for path in arguments.paths for f in (path.rglob("*.pdf") if path.is_dir() else [path]))
    if not papers:
        parser.error("no PDF here")
    readings = {paper: read_apart(paper) for paper in papers}
    alone = {paper: Counter((page, text) for page, text in found["records"]) for paper, found in readings.items()}  # type: ignore[attr-defined]  # read from JSON
    with tempfile.TemporaryDirectory() as folder:
        for times in arguments.times:
            target = Path(folder) / f"pack-{times}.pdf"
            bundle = papers * times
            if arguments.shuffle is not None:
                random.Random(f"{arguments.shuffle}-{times}").shuffle(bundle)  # noqa: S311 (an order, no secret)
            counts = bound(bundle, target)
            pack = read_apart(target)
            told = compare(pack, bundle, counts, alone, arguments.differences)
            pages, seconds, peak = (float(pack[name]) for name in ("pages", "seconds", "peak"))  # type: ignore[arg-type]  # read from JSON
            print(
                f"{pages:5.0f} pages {seconds:7.2f} s {1000 * seconds / pages:7.1f} ms a page {peak:6.0f} MB"
                f"{' (more than ' + str(MEMORY) + ')' if peak > MEMORY else ''}"
                f"  {len(bundle) - len(told)} of {len(bundle)} papers as alone"
            )
            for line in told[: 2 * len(papers)]:
                print(line)


if __name__ == "__main__":
    main()

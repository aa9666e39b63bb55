"""Whether what is said to be sure is right: confidence against truth, field by field.

    python -m benchmarks.calibration [FOLDER…]

Reads each paper of FOLDERs that hold `<name>.pdf` and `gold/<name>/<view>.csv` (by default `seeds` and `real` under
$BOARDPAPERS_CORPUS) and prints, for each step of confidence, how many fields have it and what share of them is right; then how many
of the wrong fields a reader is warned of (a finding, or a confidence below 0.8), and what share of the warned fields is wrong.
Rows that are missing altogether are no fields that anybody is sure of, and are not counted. A row that should not be is wrong in
all its fields, if it stands on a page that `gold/pages*.csv` (short_name, view, pages) says is covered. Of the cells of tables only
those of which the truth knows the text are judged, wherever they stand.
"""

from __future__ import annotations

import argparse
import os
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.document import extract_document
from models.contract import VIEWS
from models.record import Record
from normalise.document import normalise_document
from tests.scoring import Row, equal, pair, read_truth

WARNED = 0.8
STEP = 0.05
NOT_JUDGED = {"document", "page", "table_no", "row_no", "caption"}
MOST_CELLS = 1500  # of one paper: pairing takes time with the square of the rows


@dataclass(frozen=True)
class Judged:
    """One field: how sure it was said to be, whether it is right, whether its reader is warned."""

    view: str
    confidence: float
    right: bool
    warned: bool


def papers(folders: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """PDF and folder of truth of each paper."""
    for folder in folders:
        for truth in sorted(p for p in folder.glob("gold/*") if p.is_dir()):
            pdf = folder / f"{truth.name}.pdf"
            if pdf.is_file():
                yield pdf, truth


def judge(pdf: Path, truth: Path) -> Iterator[Judged]:
    """Each field of the paper that the truth judges."""
    extracted = extract_document(pdf.read_bytes())
    made = normalise_document(extracted.printed, {c.section.paper for c in extracted.claims})
    told = {(id(f.record), f.field) for f in made.findings if f.record is not None and f.severity != "info"}
    covered = covered_pages(truth.parent)
    by_view: dict[str, list[Record]] = {}
    for record in made.records:
        pages = covered.get((truth.name, record.view))
        if pages is None or first_page(record) in pages:
            by_view.setdefault(record.view, []).append(record)
    for file in sorted(truth.glob("*.csv")):
        stated = [{k: v for k, v in row.items() if k not in NOT_JUDGED} for row in read_truth(file)]
        if file.stem not in VIEWS or not stated or len(stated) > MOST_CELLS:
            continue
        yield from compare(file.stem, stated, by_view.get(file.stem, []), told)


def covered_pages(golds: Path) -> dict[tuple[str, str], set[int]]:
    """(paper, view) -> the pages that the truth covers; all of them where nothing is said."""
    covered: dict[tuple[str, str], set[int]] = {}
    for file in (*golds.glob("pages*.csv"), *golds.parent.glob("pages*.csv")):
        for row in read_truth(file):
            pages = covered.setdefault((str(row["short_name"]), str(row["view"])), set())
            for part in str(row["pages"]).split(","):
                first, _, last = part.strip().partition("-")
                pages.update(range(int(first), int(last or first) + 1))
    return covered


def first_page(record: Record) -> int | None:
    """The page on which the first of its words stands."""
    words = [w for field in record.printed.fields.values() for w in field.words]
    return min((w.page for w in words), default=None)


def compare(
    view: str, stated: Sequence[Row], records: Sequence[Record], told: set[tuple[int, str | None]]
) -> Iterator[Judged]:
    """The fields of one view. Columns that the truth does not state are not judged, nor what is NULL here."""
    columns = [c for c in VIEWS[view].columns if c.name in stated[0]]
    found: list[Row] = [{name: value.value for name, value in record.values.items()} for record in records]
    partner = {other: one for one, other in pair(view, stated, found)}
    for place, record in enumerate(records):
        if view == "table_cells" and place not in partner:
            continue
        for column in columns:
            value = record.values.get(column.name)
            if value is None:
                continue
            want = stated[partner[place]].get(column.name) if place in partner else None
            right = want is not None and value.value is not None and equal(column, want, value.value)
            warned = value.confidence < WARNED or (id(record), column.name) in told or (id(record), None) in told
            yield Judged(view, value.confidence, right, warned)


def steps(judged: Iterable[Judged]) -> list[tuple[float, int, float]]:
    """(confidence rounded to a step, fields, share that is right), the surest first."""
    fields: Counter[float] = Counter()
    right: Counter[float] = Counter()
    for one in judged:
        step = round(round(one.confidence / STEP) * STEP, 2)
        fields[step] += 1
        right[step] += one.right
    return [(step, fields[step], right[step] / fields[step]) for step in sorted(fields, reverse=True)]


def main() -> None:
    """Prints one line a step of confidence, then what is warned of."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--view", help="only the fields of this view")
    told = parser.parse_args()
    corpus = os.environ.get("BOARDPAPERS_CORPUS")
    folders = told.folders or ([Path(corpus) / part for part in ("seeds", "real")] if corpus else [])
    warnings.simplefilter("ignore")
    judged = [j for paper in papers(folders) for j in judge(*paper) if told.view in (None, j.view)]
    if not judged:
        parser.error("no paper with truth: name folders that hold <name>.pdf and gold/<name>/<view>.csv")
    print(f"{'confidence':>10}{'fields':>8}{'right':>8}")
    for step, count, share in steps(judged):
        print(f"{step:10.2f}{count:8}{share:8.3f}")
    wrong, warned = [j for j in judged if not j.right], [j for j in judged if j.warned]
    off = sum(count * abs(step - share) for step, count, share in steps(judged)) / len(judged)
    print(
        f"{len(judged)} fields, {len(wrong)} wrong; mean distance of confidence from the share that is right {off:.3f}"
    )
    print(
        f"warned of: {sum(j.warned for j in wrong)} of {len(wrong)} wrong, and {sum(j.right for j in warned)} right ones"
    )


if __name__ == "__main__":
    main()

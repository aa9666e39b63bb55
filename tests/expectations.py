"""What is read from each sample, as CSV: `samples/<name>/printed/<view>.csv`, one row a printed record.

`python -m tests.expectations [NAME …]` (`make expectations`) writes them anew. They say what the reader does, not what is
right (that is `normalised/`), so look at every difference before you commit it: `git diff samples`.

A row is a record: the page it begins on, the row of its whole (`risks:3`), then its fields as printed. Behind a text, in
braces: the colour behind it and the symbols drawn in it. A column in brackets is what the section says for all its
records; one with `=` is seen, not printed. Cells of tables are left out: there are hundreds of them a page.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path

from extract.document import extract_document
from models.record import Field, Printed
from tests.samples import samples

LEFT_OUT = {"table_cells"}


def expected(sample: Path) -> dict[str, str]:
    """The expectation files of a sample: view -> CSV."""
    return {file.stem: file.read_text("utf-8") for file in sorted((sample / "printed").glob("*.csv"))}


def as_read(sample: Path) -> dict[str, str]:
    """What is read from a sample now: view -> CSV."""
    printed = extract_document((sample / f"{sample.name}.pdf").read_bytes()).printed
    views: dict[str, list[Printed]] = {}
    for record in printed:
        if record.view not in LEFT_OUT:
            views.setdefault(record.view, []).append(record)
    names = {id(record): f"{view}:{row}" for view, rows in views.items() for row, record in enumerate(rows, start=1)}
    return {view: _csv(_row(record, names) for record in rows) for view, rows in sorted(views.items())}


def write(sample: Path, found: dict[str, str]) -> list[str]:
    """Writes the expectation of a sample; the names of the files that changed."""
    folder = sample / "printed"
    before = expected(sample)
    changed = [view for view in sorted(before.keys() | found.keys()) if before.get(view) != found.get(view)]
    for view in changed:
        folder.mkdir(exist_ok=True)
        file = folder / f"{view}.csv"
        if view in found:
            file.write_text(found[view], "utf-8")
        else:
            file.unlink()
    return [f"{sample.name}/printed/{view}.csv" for view in changed]


def _row(record: Printed, names: dict[int, str]) -> dict[str, str]:
    row = {
        "page": ", ".join(str(page) for page in sorted(_pages(record))[:1]),
        "part of": names.get(id(record.parent), "") if record.parent is not None else "",
    }
    row |= {name: _shown(item) for name, item in record.fields.items()}
    row |= {f"={name}": str(value) for name, value in record.facts.items() if value is not None}
    if record.parent is None:
        row |= {f"({name})": _shown(item) for name, item in record.context.items()}
    return row


def _pages(record: Printed) -> set[int]:
    pages = {word.page for item in record.fields.values() for word in item.words}
    return pages or {item.place[0] for item in record.fields.values() if item.place is not None}


def _shown(item: Field) -> str:
    marks = "".join(f" {{{mark}}}" for mark in (*([item.fill] if item.fill else []), *item.symbols))
    return f"{item.text}{marks}".strip()


def _csv(rows: Iterable[dict[str, str]]) -> str:
    listed = list(rows)
    used = {name for row in listed for name, value in row.items() if value}
    head = [name for name in ("page", "part of") if name in used]
    columns = [*head, *sorted(used - {*head}, key=lambda name: (name[0] in "=(", name))]
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return out.getvalue()


def main(names: list[str]) -> int:
    """Writes the expectations of the named samples, of all where none is named; 2 where a name is no sample."""
    known = {sample.name: sample for sample in samples()}
    strange = [name for name in names if name not in known]
    if strange:
        print(f"no such sample: {', '.join(strange)}. There are: {', '.join(known)}", file=sys.stderr)
        return 2
    changed = [file for name in names or known for file in write(known[name], as_read(known[name]))]
    print("\n".join(changed) or "nothing changed")
    if changed:
        print(f"{len(changed)} files changed: look at them with `git diff samples` before you commit them")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

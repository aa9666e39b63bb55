"""The samples, and a database that all of them are read into once for all tests."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from boardpapers.ingest import ingest
from tests.scoring import Score, read_truth, score

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
OF_THE_RUN = {"ingested_at", "seconds"}
"""Columns that say when and how fast a paper was read: the only ones that differ from run to run."""
RUNS = {"run", "run_paper"}
"""Tables that tell of runs, and of no paper."""

INDEX = "search_index"
"""FTS5's tables of words: made of `search_entry`, and laid out after the order in which papers were loaded."""


def samples() -> list[Path]:
    """The folders of all samples: those that hold a PDF named as they are."""
    return sorted(pdf.parent for pdf in SAMPLES.glob("*/*.pdf") if pdf.stem == pdf.parent.name)


def pdf_of(name: str) -> Path:
    return SAMPLES / name / f"{name}.pdf"


def all_rows(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of a SQLite database, in an order of its own, less what only tells of the run."""
    connection = sqlite3.connect(database)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {}
    for table in sorted(set(tables) - RUNS - {t for t in tables if t.startswith(INDEX)}):
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] not in OF_THE_RUN]
        listed = ", ".join(f'"{column}"' for column in columns)
        found[table] = sorted(connection.execute(f"SELECT {listed} FROM {table}"), key=repr)
    connection.close()
    return found


def load(database: Path, *names: str, workers: int = 1) -> None:
    """Reads the named samples, all where none is named, into a SQLite database. One that fails is told by its outcome there."""
    paths = [str(pdf_of(name)) for name in names] or [str(SAMPLES)]
    ingest(paths, str(database), workers=workers)


def scores(sample: Path, database: Path) -> dict[str, Score]:
    """How near each view of a sample comes to what its authors say is right."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    found = {}
    for file in sorted((sample / "normalised").glob("*.csv")):
        rows = connection.execute(f"SELECT * FROM {file.stem} WHERE document = ?", [sample.name]).fetchall()
        found[file.stem] = score(file.stem, read_truth(file), [dict(row) for row in rows])
    connection.close()
    return found

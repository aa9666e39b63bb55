"""The corpus of real papers, where there is one: `$BOARDPAPERS_CORPUS`, else `../shared/corpus` beside the repository.

It holds `seeds/` and `real/`, each with PDFs and `gold/<document>/<view>.csv`, and beside it `score/score.py`, which is run as
the program it is. Nothing of it is part of this project.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from boardpapers.ingest import ingest
from tests.samples import ROOT

FOLDER = Path(os.environ.get("BOARDPAPERS_CORPUS") or ROOT.parent / "shared" / "corpus").resolve()
SCORER = FOLDER.parent / "score" / "score.py"
SETS = ("seeds", "real")
ABSENT = "there is no corpus: set BOARDPAPERS_CORPUS to a folder that holds seeds/ and real/"


def load(database: Path) -> None:
    """Reads all papers of the corpus. A paper that fails shows in what is scored."""
    ingest(
        [str(FOLDER / name) for name in SETS if (FOLDER / name).is_dir()], str(database), workers=os.cpu_count() or 1
    )


def measured(folder: Path) -> dict[str, dict[str, float]]:
    """What is reached on the corpus, as sections of floors; the database is made in `folder`."""
    database = folder / "corpus.sqlite"
    load(database)
    return sections(database)


def sections(database: Path) -> dict[str, dict[str, float]]:
    """`corpus`: F1 as the mean over views, of the seeds and of all, and the share of words that are read. `corpus.views`: F1 of each
    view over all documents. `corpus.seeds`: the same over the seeds alone.
    """
    seeds, whole = _scored(database, SETS[:1]), _scored(database, SETS)
    return {
        "corpus": {"macro": whole["macro_f1"], "macro_seeds": seeds["macro_f1"], "words_read": words_read(database)},
        "corpus.seeds": {view: found["f1"] for view, found in seeds["views"].items()},
        "corpus.views": {view: found["f1"] for view, found in whole["views"].items()},
    }


def words_read(database: Path) -> float:
    """Share of the words that pages show that did not end in `unread_text`."""
    with sqlite3.connect(database) as connection:
        words, unread = connection.execute("SELECT SUM(words), SUM(words_unread) FROM pages").fetchone()
    connection.close()
    return 1 - unread / words


def _scored(database: Path, sets: tuple[str, ...]) -> dict[str, dict[str, dict[str, float]]]:
    out = database.with_name(f"score-{'-'.join(sets)}.json")
    command = [sys.executable, str(SCORER), "--db", f"sqlite:///{database}", "--json", str(out)]
    for name in sets:
        if (FOLDER / name / "gold").is_dir():
            command += ["--gold", str(FOLDER / name / "gold")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"{SCORER.name} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    found: dict[str, dict[str, dict[str, float]]] = json.loads(out.read_text("utf-8"))
    return found

"""Processor time from a page's bytes to its tables, by kind of page: pages of text, and pages on which a table stands.

What a document's pages share (opening it, its lexicon and furniture) is spread over all of them; joining and finishing tables
over the pages with tables. camelot is imported before the clock starts.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from pathlib import Path
from statistics import mean, quantiles
from unittest.mock import patch

from boardpapers.worker import RARE
from extract import table
from extract.furniture import find_furniture
from extract.page import open_document
from extract.tables import camelot_adapter
from extract.tables.draft import Grid, PageGrids
from extract.text import lexicon
from models.errors import PaperError
from models.geometry import Box
from models.page import Page, Word

TEXT, TABLE = "text", "table"
MOST = {TEXT: 8.0, TABLE: 20.0}  # ms a page on average, without the second reading

Times = list[tuple[str, float]]  # the kind of each page, and its milliseconds


def time_pages(path: Path, *, second: bool) -> Times:
    """The pages of one paper; `second` lets camelot read doubtful tables a second time."""
    data = path.read_bytes()
    spent: dict[int, float] = {}
    started = time.process_time()
    pages: list[Page] = []
    with open_document(data) as document:
        for number in range(1, document.page_count + 1):
            before = time.process_time()
            pages.append(document.read(number))
            spent[number] = time.process_time() - before
    known = lexicon(pages)
    furniture = frozenset(w for own in find_furniture(pages).values() for w in own.words)
    shared = time.process_time() - started - sum(spent.values())

    def read_grids(page: Page, words: frozenset[Word] = frozenset(), above: Sequence[Grid] = ()) -> PageGrids:
        before = time.process_time()
        grids = original(page, words, above)
        took = time.process_time() - before
        spent[page.number] += took
        looking.append(took)
        return grids

    original, looking = table.read_grids, list[float]()
    silent = nullcontext() if second else patch.object(camelot_adapter, "columns_and_rows", return_value=None)
    with patch.object(table, "read_grids", read_grids), silent:
        before = time.process_time()
        tables = table.read_tables(pages, furniture, known)
        finishing = time.process_time() - before - sum(looking)
    holding = {number for found in tables for number, _ in found.pieces}
    times: Times = []
    for number, seconds in spent.items():
        kind = TABLE if number in holding else TEXT
        own = seconds + shared / len(spent) + (finishing / len(holding) if kind == TABLE else 0.0)
        times.append((kind, 1000 * own))
    return times


def best_of(path: Path, rounds: int, *, second: bool) -> Times:
    """Each page's best time."""
    every = [time_pages(path, second=second) for _ in range(rounds)]
    return [(page[0][0], min(ms for _, ms in page)) for page in zip(*every, strict=True)]


def report_kinds(files: Iterable[Path], rounds: int) -> None:
    """Prints pages, mean and ninth decile of each kind, without and with the second reading."""
    camelot_adapter.columns_and_rows([], Box(0, 0, 1, 1), 1)
    gc.set_threshold(*RARE)  # as in a worker
    times: dict[tuple[str, bool], list[float]] = {}
    for path in files:
        try:
            for second in (False, True):
                for kind, ms in best_of(path, rounds, second=second):
                    times.setdefault((kind, second), []).append(ms)
        except PaperError as error:
            print(f"{path.name}: {error}")
    print(f"processor time in ms a page, from bytes to tables, best of {rounds}")
    print(f"{'kind':8}{'pages':>7}{'second reading':>16}{'mean':>8}{'9 of 10':>9}{'at most':>9}")
    for (kind, second), own in sorted(times.items(), reverse=True):
        most = MOST[kind] * (2 if second else 1)
        decile = quantiles(own, n=10)[-1] if len(own) > 1 else own[0]
        print(f"{kind:8}{len(own):7}{'with' if second else 'without':>16}{mean(own):8.2f}{decile:9.2f}{most:9.1f}")

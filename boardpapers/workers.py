"""Papers read one after the other, or several at a time, each by a worker process."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from boardpapers.reading import Reading, read_paper
from boardpapers.sources import Source


def read_all(sources: Sequence[Source], workers: int) -> Iterator[Reading]:
    """Readings as they are finished. With one worker papers are read here, in order; else the largest is begun first."""
    if workers <= 1 or len(sources) <= 1:
        yield from map(read_paper, sources)
        return
    ordered = sorted(sources, key=_size, reverse=True)
    lost: list[Source] = []
    with _pool(min(workers, len(ordered))) as pool:
        running: dict[Future[Reading], Source] = {pool.submit(read_paper, source): source for source in ordered}
        for done in as_completed(running):
            try:
                yield done.result()
            except BrokenProcessPool:
                lost.append(running[done])
    # A paper that kills its process takes the whole pool with it: each of those left is tried again by itself.
    for source in lost:
        yield _alone(source)


def _alone(source: Source) -> Reading:
    with _pool(1) as pool:
        try:
            return pool.submit(read_paper, source).result()
        except BrokenProcessPool:
            reason = "The process that read it died; the paper may be hostile, or memory ran out. Try it by itself."
            return Reading(source, None, "failed: crashed", reason, None)


def _pool(workers: int) -> ProcessPoolExecutor:
    # a fork server starts in milliseconds and inherits none of the threads of the progress bar
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    if sys.platform != "win32":
        context.set_forkserver_preload(["boardpapers.reading"])
    return ProcessPoolExecutor(workers, mp_context=context)


def _size(source: Source) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0

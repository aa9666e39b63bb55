"""What runs in the process of a worker: it reads one paper after the other until it has had enough, within its bounds."""

from __future__ import annotations

import gc
import os
import pickle
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection

from boardpapers import RARE, confine
from boardpapers.leisure import outgrown
from boardpapers.outcomes import LIMITS, Progress, Reading
from boardpapers.sources import Source
from models.limits import Limits

MOST_PAPERS = 200  # of one process: what libraries leak goes with it
GROWN = 0.4  # share of the memory it may take from which a process makes room for a fresh one


@dataclass(frozen=True, slots=True)
class Finished:
    """A paper is read to its end; `retires` where this process reads no other. What it said follows in a message of its own,
    pickled: so this process can be given the next paper before anybody takes that apart.
    """

    retires: bool


Message = Progress | Finished


def serve(channel: Connection, limits: Limits, environment: dict[str, str]) -> None:
    """Reads the papers that come over the channel, until none comes or this process has become old or fat.

    `environment` is that of whoever sends the papers: this process has that of the server it was forked from.
    """
    os.environ.clear()
    os.environ.update(environment)
    from boardpapers.reading import read_paper

    confine.confine(limits)
    confine.end_with(channel)
    gc.freeze()
    gc.set_threshold(*RARE)
    scanned = False

    def tell(progress: Progress) -> None:
        nonlocal scanned
        confine.allow(limits.clock(progress.pages, progress.scans), limits.cpu(progress.pages, progress.scans))
        if progress.scans and not scanned:
            scanned = True
            confine.allow_memory(limits.memory_scans)
        channel.send(progress)

    for number in range(1, MOST_PAPERS + 1):
        try:
            source: Source = channel.recv()
        except (EOFError, OSError):
            return  # whoever sent papers is gone
        confine.allow(limits.clock(), limits.cpu())
        try:
            reading = read_paper(source, limits, tell)
            fat = confine.memory_used() > GROWN * limits.memory
            retires = number == MOST_PAPERS or fat or scanned or reading.outcome == LIMITS or outgrown()
            _hand_over(channel, reading, limits, retires=retires)
        except BrokenPipeError:
            return
        if retires:
            return
        confine.allow_idle()


def _hand_over(channel: Connection, reading: Reading, limits: Limits, *, retires: bool) -> None:
    try:
        packed = pickle.dumps(reading, pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        reason = f"What it holds takes more than {limits.memory / 2**20:.0f} MB of memory; allow more: --memory."
        packed = pickle.dumps(replace(reading, rows=None, outcome=LIMITS, reason=reason), pickle.HIGHEST_PROTOCOL)
        retires = True
    channel.send(Finished(retires))
    channel.send_bytes(packed)

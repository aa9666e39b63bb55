"""The server from which workers are forked: it imports once what each of them needs.

A module of its own, with next to no imports: the sooner the server is started, the sooner the first paper is read.
"""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing import forkserver, resource_tracker

from boardpapers.ending import deaf

PRELOADED, FOR_MANY = ["boardpapers.preload"], ["boardpapers.preload_many"]
QUIET = {
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
}  # numpy's threads do nothing here but claim address space


def prepare(*, many: bool = False) -> None:
    """Starts the server from which workers are forked, so that it imports what they need while the caller does other things.

    `many`: papers enough to come to need everything.
    """
    if start_method() != "forkserver":
        return
    forkserver.set_forkserver_preload(FOR_MANY if many else PRELOADED)
    added = {name: value for name, value in QUIET.items() if name not in os.environ}
    os.environ.update(added)
    try:
        resource_tracker.ensure_running()  # else started with the server, which would hear Ctrl-C from then on
        with deaf():
            forkserver.ensure_running()
    finally:
        for name in added:
            del os.environ[name]


def start_method() -> str:
    """Forked from a server that holds neither our threads nor our files; started anew where there is no fork."""
    return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"

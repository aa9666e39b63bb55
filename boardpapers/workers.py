"""Each paper read in a process apart: bounded, without network, replaced when it dies, and not waited for without end.

Workers are processes of `multiprocessing` that take one paper after the other over a pipe of their own. The process pools of the
standard library and of joblib lose all papers in hand when one worker dies, and know no time limit; here a paper costs itself alone.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from multiprocessing import connection
from multiprocessing.context import BaseContext
from types import ModuleType

from boardpapers.ending import deaf
from boardpapers.outcomes import CRASHED, LIMITS, PROGRAM_FAULT, Progress, Reading
from boardpapers.server import prepare, start_method
from boardpapers.sources import Source
from boardpapers.worker import serve
from models.limits import DEFAULT, Limits

TRIES = 2  # of a paper whose process dies, in one run
_SERVER_DIES = 10.0  # seconds that a killed server is given to be gone
SERVER_GONE = 255  # what is told of a worker's end when the server that forked it is no more
_ONE_STARTS = threading.Lock()  # on a cluster, papers are taken up by several threads

Retried = Callable[[Reading], None]


def read_apart(
    papers: Iterable[Source],
    workers: int = 1,
    limits: Limits = DEFAULT,
    retried: Retried | None = None,
    settings: Mapping[str, str] | None = None,
) -> Iterator[Reading]:
    """Readings as they are finished; papers are taken up as workers become free. `retried` hears of each crash that is followed
    by another try. `settings` are added to the environment in which papers are read.
    """
    prepare()
    team = _Team(max(workers, 1), limits, retried or (lambda _: None), settings or {})
    try:
        yield from team.read(papers)
    finally:
        team.dismiss()


@dataclass(slots=True)
class _Task:
    source: Source
    tries: int = 0


class _Worker:
    """A process that reads papers, and the paper that it reads."""

    def __init__(self, context: BaseContext, limits: Limits, settings: Mapping[str, str]) -> None:
        self.limits = limits
        self.task: _Task | None = None
        self.until = 0.0
        self.began = 0.0
        self.channel, theirs = multiprocessing.Pipe()
        self.process = context.Process(target=serve, args=(theirs, limits, {**os.environ, **settings}), daemon=True)  # type: ignore[attr-defined]  # each context has it
        try:
            with _nothing_of_main(), deaf():
                self.process.start()
        except (EOFError, OSError):
            self.channel.close()
            raise
        finally:
            theirs.close()

    def begin(self, task: _Task) -> bool:
        """Hands a paper over; False where the process is gone."""
        try:
            self.channel.send(task.source)
        except OSError:
            return False
        task.tries += 1
        self.task = task
        self.began = time.monotonic()
        self.until = self.began + self.limits.clock()
        return True

    def go_on(self, progress: Progress) -> None:
        self.until = self.began + self.limits.clock(progress.pages, progress.scans)

    def end(self) -> int | None:
        """Ends the process; its exit code, negative where a signal ended it."""
        self.process.kill()
        self.channel.close()
        self.process.join()
        code: int | None = self.process.exitcode
        return code


class _Team:
    """Workers, those that wait and those that read."""

    def __init__(self, size: int, limits: Limits, retried: Retried, settings: Mapping[str, str]) -> None:
        self._size = size
        self._limits = limits
        self._retried = retried
        self._settings = settings
        self._context = multiprocessing.get_context(start_method())
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []
        self._again: deque[_Task] = deque()

    def read(self, papers: Iterable[Source]) -> Iterator[Reading]:
        waiting = iter(papers)
        while True:
            while len(self._busy) < self._size and (task := self._next(waiting)):
                self._begin(task)
            if not self._busy:
                return
            yield from self._news(waiting)

    def dismiss(self) -> None:
        """Ends all workers, whatever they do."""
        for worker in (*self._idle, *self._busy):
            worker.end()
        self._idle.clear()
        self._busy.clear()

    def _next(self, waiting: Iterator[Source]) -> _Task | None:
        """The next paper; those that killed their process come last, where they hold up nobody."""
        source = next(waiting, None)
        if source is not None:
            return _Task(source)
        return self._again.popleft() if self._again else None

    def _begin(self, task: _Task) -> None:
        while True:
            worker = self._idle.pop() if self._idle else self._hire()
            # an idle one may be told dead because the server that forked it is: its paper would be lost with it
            if worker.process.exitcode is None and worker.begin(task):
                self._busy.append(worker)
                return
            worker.end()  # it died between two papers

    def _hire(self) -> _Worker:
        """A new process; where the server that forks them dies at that very moment, from the next one.

        A server that was killed still counts as running until it has let go of all it held.
        """
        with contextlib.suppress(EOFError, OSError):
            return _Worker(self._context, self._limits, self._settings)
        from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_exponential  # seldom wanted

        again = Retrying(
            retry=retry_if_exception_type((EOFError, OSError)),
            wait=wait_exponential(multiplier=0.02, max=1.0),
            stop=stop_after_delay(_SERVER_DIES),
            reraise=True,
        )
        return again(_Worker, self._context, self._limits, self._settings)

    def _news(self, waiting: Iterator[Source]) -> list[Reading]:
        """Waits until a worker has something to tell, dies or has had its time. Gives the papers that are done with by that."""
        first = min(worker.until for worker in self._busy)
        handles = [handle for worker in self._busy for handle in (worker.channel, worker.process.sentinel)]
        ready = connection.wait(handles, max(first - time.monotonic(), 0))
        done: list[Reading | bytes] = []
        for worker in list(self._busy):
            if worker.channel in ready:
                reading = self._heard(worker)
            elif worker.process.sentinel in ready:
                reading = self._lost(worker)
            elif time.monotonic() >= worker.until:
                reading = self._lost(worker, late=True)
            else:
                continue
            if reading is not None:
                done.append(reading)
            if worker.task is None and (task := self._next(waiting)):
                self._begin(task)  # before what is done is unpacked and stored, so that nobody stands idle meanwhile
        return [pickle.loads(told) if isinstance(told, bytes) else told for told in done]  # noqa: S301  # by our own process

    def _heard(self, worker: _Worker) -> Reading | bytes | None:
        """What a worker tells: of its paper, still pickled, where that is done with; None where it goes on."""
        try:
            message = worker.channel.recv()
            if isinstance(message, Progress):
                worker.go_on(message)
                return None
            told = worker.channel.recv_bytes()
        except (EOFError, OSError, pickle.UnpicklingError):
            return self._lost(worker)
        self._busy.remove(worker)
        worker.task = None
        if message.retires:
            worker.end()
        else:
            self._idle.append(worker)
        return told

    def _lost(self, worker: _Worker, *, late: bool = False) -> Reading | None:
        """What a paper is to be told of that its process did not survive; None where it is tried again."""
        self._busy.remove(worker)
        task, worker.task = worker.task, None
        assert task is not None
        if not late:
            worker.process.join(1.0)  # it is dying: let it end as it would, for its exit code
        code = worker.end()
        outcome, reason = _why(code, self._limits, late=late)
        seconds = time.monotonic() - worker.began
        may_pass = not (outcome == LIMITS and code == -signal.SIGABRT)
        reading = Reading(task.source, None, outcome, reason, None, seconds=seconds, may_pass=may_pass)
        if outcome == CRASHED and task.tries < TRIES:
            self._again.append(task)
            self._retried(reading)
            return None
        return reading


def _why(code: int | None, limits: Limits, *, late: bool) -> tuple[str, str]:
    """Outcome and reason of a paper whose process ended with an exit code before the paper was read."""
    if late or code == -getattr(signal, "SIGALRM", 0):
        return (
            LIMITS,
            f"Reading it took more than {limits.seconds:.0f} s and what its pages add; allow more: --timeout.",
        )
    if code == -getattr(signal, "SIGXCPU", 0):
        return (
            LIMITS,
            f"Reading it took more than {limits.cpu_seconds:.0f} s of the processor and what its pages add; allow more: --cpu.",
        )
    if code == -signal.SIGABRT:  # what pdfium does when it is given no more memory
        return LIMITS, f"Reading it takes more than {limits.memory / 2**20:.0f} MB of memory; allow more: --memory."
    if code is not None and 0 < code < SERVER_GONE:
        return PROGRAM_FAULT, "The process that was to read it could not start; what it printed says why."
    name = signal.Signals(-code).name if code and code != SERVER_GONE else "a cut connection"
    return CRASHED, f"The process that read it died of {name}; the paper may be hostile. Try it by itself: --retry."


@contextlib.contextmanager
def _nothing_of_main() -> Iterator[None]:
    """A process that starts imports the program that starts it, which for a worker is waste: it finds an empty one."""
    with _ONE_STARTS:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main

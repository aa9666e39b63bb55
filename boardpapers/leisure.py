"""What the server of workers does while nobody asks it for one: it imports, bit by bit, what most papers come to need.

So the first worker is forked as soon as there is what each paper needs, and reads while the server goes on; once that is through, the
worker gives its place to one that is forked with all of it. The server may have no second thread, as it is forked: what wakes it
is an alarm.
"""

from __future__ import annotations

import atexit
import contextlib
import mmap
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable

PAUSE = 0.002  # seconds between two steps, in which the server takes up what it is asked for


class _Leisure:
    """How far a process has come with its steps. `through` is seen by all processes that are forked from it: 1 after the last step."""

    def __init__(self) -> None:
        self.steps: deque[Callable[[], object]] = deque()
        self.through = mmap.mmap(-1, 1)
        self.lacking = False  # this process was forked before the last step
        self._begun = False

    def begin(self) -> None:
        self.through[0] = 0
        if not self._begun:
            self._begun = True
            os.register_at_fork(after_in_child=self._forked)
            atexit.register(signal.setitimer, signal.ITIMER_REAL, 0)  # Python unlearns what the alarm is for as it ends
            signal.signal(signal.SIGALRM, self._step)
        signal.setitimer(signal.ITIMER_REAL, PAUSE)

    def _step(self, *_: object) -> None:
        if not self.steps:
            self.through[0] = 1
            return
        with contextlib.suppress(Exception):  # who needs it will meet the error again, and tell it
            self.steps[0]()
        self.steps.popleft()
        signal.setitimer(signal.ITIMER_REAL, PAUSE)

    def _forked(self) -> None:
        self.lacking = not self.through[0]
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # which ends a worker that takes too long


_leisure = _Leisure()


def spend(steps: Iterable[Callable[[], object]]) -> None:
    """Takes these steps one after the other from now on, whenever this process waits; each a moment's work, as it is deaf meanwhile."""
    _leisure.steps.extend(steps)
    _leisure.begin()


def is_over() -> bool:
    """Whether all steps are taken."""
    return _leisure.through[0] == 1


def outgrown() -> bool:
    """Whether this process was forked before its server was through with its steps, and the server is by now."""
    return _leisure.lacking and is_over()

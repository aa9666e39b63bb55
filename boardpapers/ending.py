"""How a command is ended from outside: by Ctrl-C, or by SIGTERM, by which schedulers do it. Both end it alike, with the traces of
a run written.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator

from boardpapers.errors import INTERRUPTED

PATIENCE = 5.0  # seconds that a command is given to end by itself, before a further signal ends it


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """The first signal raises KeyboardInterrupt. What follows at once is not heard: it would break off what tells of the end, or
    leave connections open that are waited for. What follows later ends the process there and then.

    Where Ctrl-C is not for this process, as for one that a script started in the background, it stays so.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[float] = []

    def stop(*_: object) -> None:
        if not asked:
            asked.append(time.monotonic())
            raise KeyboardInterrupt
        if time.monotonic() - asked[0] > PATIENCE:
            os._exit(INTERRUPTED)

    heard = [signal.SIGTERM] + [signal.SIGINT] * (signal.getsignal(signal.SIGINT) is not signal.SIG_IGN)
    before = {number: signal.signal(number, stop) for number in heard}
    try:
        yield
    finally:
        if not asked:  # else the command ends, and has its last words to say
            for number, handler in before.items():
                signal.signal(number, handler)


def hear_no_more() -> None:
    """For the last moment of a process, in which Python has let go of its handlers: its exit code is settled."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)


@contextlib.contextmanager
def deaf() -> Iterator[None]:
    """What is started meanwhile hears no Ctrl-C, which a terminal sends to all: it would tell the user where its imports stood. This
    process hears it when it is done.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_without_a_word() -> None:
    """For a process that was started deaf: from now on Ctrl-C, also one that has come, ends it at once and in silence."""
    if hasattr(signal, "pthread_sigmask") and signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()):
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})

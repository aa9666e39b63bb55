"""What the process that reads a paper may not do: take more memory and time than it is given, or reach the network.

The system itself keeps these bounds, so they hold inside libraries that never come back to Python, and when nobody watches any more.
"""

from __future__ import annotations

import ctypes
import os
import platform
import select
import signal
import socket
import struct
import sys
import threading
from multiprocessing.connection import Connection

from models.limits import Limits

try:
    import resource
except ImportError:  # Windows has neither these limits nor these signals: there only the parent's watch holds
    resource = None  # type: ignore[assignment]  # stands for the module that is missing

GRACE = 10.0  # seconds after which the process ends itself, when nobody has ended it


def confine(limits: Limits) -> None:
    """Bounds this process for the rest of its life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent sees to its workers
    _refuse_network()
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _lower(resource.RLIMIT_AS, limits.memory, max(limits.memory, limits.memory_scans))


def allow(seconds: float, cpu_seconds: float) -> None:
    """From now on so many seconds by the clock and of the processor; SIGALRM or SIGXCPU ends the process after them."""
    if resource is None:
        return
    signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + cpu_seconds) + 1, hard)


def allow_idle() -> None:
    """No bound of time until the next paper."""
    if resource is not None:
        signal.setitimer(signal.ITIMER_REAL, 0)


def allow_memory(amount: int) -> None:
    """Bytes of address space from now on, within what `confine` left."""
    if resource is not None:
        _lower(resource.RLIMIT_AS, amount, resource.getrlimit(resource.RLIMIT_AS)[1])


def end_with(channel: Connection) -> None:
    """Ends this process as soon as nobody holds the other end of the channel: what nobody waits for is not to run on."""
    if not hasattr(select, "poll"):
        return
    hung_up = select.poll()
    hung_up.register(channel.fileno(), 0)  # no event but the one that cannot be left out: the other end is closed

    def wait() -> None:
        hung_up.poll()
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=wait, daemon=True).start()


def memory_used() -> int:
    """Bytes of memory that this process has taken at most so far."""
    if resource is None:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _lower(limit: int, soft: int, hard: int) -> None:
    """Sets a limit, within what the system already sets; where the system has no such limit, nothing."""
    assert resource is not None
    before = resource.getrlimit(limit)[1]
    if before != resource.RLIM_INFINITY:
        hard = before if hard == resource.RLIM_INFINITY else min(hard, before)
    soft = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
    try:
        resource.setrlimit(limit, (soft, hard))
    except (ValueError, OSError):  # macOS knows the limit of address space and does not take it
        return


def _refuse_network() -> None:
    if sys.platform == "linux" and _filter_calls():
        return

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event == "socket.__new__" and arguments[1] != getattr(socket, "AF_UNIX", None):
            raise PermissionError("a process that reads papers has no network")

    sys.addaudithook(refuse)


_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}  # number of the machine, and of socket()
_IO_URING_SETUP, _X32 = 425, 0x40000000
_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13  # 13: EACCES, "Permission denied"
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2  # of prctl


def _filter_calls() -> bool:
    """Has the kernel refuse sockets other than local ones (seccomp); False where it can't."""
    if platform.machine() not in _MACHINES or sys.maxsize < 2**32:
        return False
    machine, socket_call = _MACHINES[platform.machine()]
    steps = [
        (_LOAD, 0, 0, 4),  # the machine that the call is made for
        (_JUMP_EQUAL, 0, 7, machine),
        (_LOAD, 0, 0, 0),  # the call's number
        (_JUMP_AT_LEAST, 5, 0, _X32),
        (_JUMP_EQUAL, 4, 0, _IO_URING_SETUP),
        (_JUMP_EQUAL, 0, 2, socket_call),
        (_LOAD, 0, 0, 16),  # its first argument: the family of addresses
        (_JUMP_EQUAL, 0, 1, socket.AF_UNIX),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("HP", len(steps), ctypes.addressof(code)))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]
    if prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(prctl(_SECCOMP, _FILTER, ctypes.addressof(program), 0, 0) == 0)

"""What the server of workers does between two requests: steps that never keep a process from being forked."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is forked there")

TOLD = """
import json, os, signal, sys, time
from boardpapers import leisure
told = {"taken": []}

def forked(name):  # what a process that is forked here says of itself
    reads, writes = os.pipe()
    if os.fork() == 0:
        before = leisure.outgrown()
        deadline = time.monotonic() + 5
        while WAITS and not leisure.is_over() and time.monotonic() < deadline:
            time.sleep(0.005)
        plain = signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        taken = len(told["taken"])
        os.write(writes, json.dumps([before, leisure.outgrown(), plain, taken]).encode())
        os._exit(0)
    return reads

def broken():
    raise RuntimeError("a library that is not to be had")
"""


def told(script: str, *, waits: bool = True) -> dict[str, object]:
    run = subprocess.run(
        [sys.executable, "-c", f"WAITS = {waits}\n{TOLD}\n{script}\njson.dump(told, sys.stdout)"],
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, object] = json.loads(run.stdout)
    return found


def test_a_worker_that_was_forked_early_knows_when_another_would_have_more():
    found = told("""
leisure.spend([lambda: time.sleep(0.05), lambda: told["taken"].append(1)])
early = forked("early")
while not leisure.is_over(): time.sleep(0.005)
late = forked("late")
told["early"], told["late"] = (json.loads(os.read(pipe, 1000)) for pipe in (early, late))
""")
    assert found["early"] == [False, True, True, 0], "it takes no step itself"
    assert found["late"] == [False, False, True, 1]
    assert found["taken"] == [1]


def test_a_step_that_fails_keeps_none_of_the_others_from_being_taken():
    found = told("""
leisure.spend([lambda: told["taken"].append(1), broken])
leisure.spend([lambda: told["taken"].append(2)])
while not leisure.is_over(): time.sleep(0.005)
""")
    assert found["taken"] == [1, 2]


def test_a_process_without_steps_has_outgrown_nothing():
    found = told('told["outgrown"], told["over"] = leisure.outgrown(), leisure.is_over()')
    assert (found["outgrown"], found["over"]) == (False, False)

"""Faults of the program itself: each costs the part of a paper at which it struck, not the whole paper."""

from __future__ import annotations

import traceback
from pathlib import Path

from models.errors import PaperError
from models.record import Finding

RULE = "program fault"
_OF_THE_PAPER = (PaperError, MemoryError, RecursionError)  # what a paper is to blame for, or a limit

# Whether faults end the paper: developers and tests want to see them where they happen.
raised = False


def told(error: Exception) -> str:
    """What went wrong in our own code, and where: enough for a report."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(at.filename).name}:{at.lineno})"


def fault(error: Exception, part: str, page: int | None = None) -> Finding:
    """The finding that `part` of a paper, such as `the tables of this page`, was lost to `error`.

    Raises the error again where the paper or a limit is its cause, or faults are `raised`.
    """
    if raised or isinstance(error, _OF_THE_PAPER):
        raise error
    return Finding(RULE, "error", f"{part} could not be read: {told(error)}; please report it", page=page)

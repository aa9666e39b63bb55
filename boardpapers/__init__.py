"""The command `boardpapers` and the main job: papers in, database out."""

import contextlib
import gc
from collections.abc import Iterator

RELEASE = "0.1.0"  # as in pyproject.toml
DATABASE_DEFAULT = "boardpapers.sqlite"
DOWNLOADS_DEFAULT = "papers"

RARE = (200_000, 20, 100)
"""Thresholds of Python's collector: a paper, and whatever is imported, makes many objects and few circles, so it need not come so often."""


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Keeps the collector away from imports: it would look through all that is imported a dozen times, and find nothing to throw away."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # nor need it look through this later
        gc.enable()

"""What the readers of a section remember of its blocks, while they ask the same of them again and again.

Answers about blocks hold the blocks, and these their words: all such memories are emptied when a section is read, or a pack of a
thousand pages would be kept twice over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from models.page import Page

T = TypeVar("T")
_EMPTIED: list[Callable[[], None]] = []


def remembered(at_most: int) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """The answers of a pure function are kept until `forget`, so many `at_most`."""

    def keeping(ask: Callable[..., T]) -> Callable[..., T]:
        kept = lru_cache(maxsize=at_most)(ask)
        _EMPTIED.append(kept.cache_clear)
        return kept

    return keeping


def forget(pages: Iterable[Page]) -> None:
    """Empties what is remembered, of these pages too: their section is read."""
    for empty in _EMPTIED:
        empty()
    for page in pages:
        page.forget()

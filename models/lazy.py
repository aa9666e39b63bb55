"""What a record works out of itself when it is first asked for, and keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

V = TypeVar("V")


class lazy(Generic[V]):  # noqa: N801  # a decorator, as `property` is
    """As `functools.cached_property`, without the lock, which takes longer than most of what is asked of a line of words.

    The value is written to the record itself, where the next who asks finds it before he comes here.
    """

    def __init__(self, ask: Callable[[Any], V]) -> None:
        self._ask = ask
        self.__doc__ = ask.__doc__

    def __get__(self, record: object, owner: type | None = None) -> V:
        value: V = self._ask(record)
        record.__dict__[self._ask.__name__] = value
        return value

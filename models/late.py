"""Patterns that few papers come to: to compile a long one takes as long as to read a table, so that is done where it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, cast

_AT_A_TIME = 16  # patterns: some ten milliseconds
_all: list[_Late] = []


class _Late:
    """Stands for a pattern, and has what that has from the moment on in which it is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever a pattern has)
        """Comes here for what is not yet there: the compiled pattern, then each of its methods, once."""
        compiled = re.compile(self.pattern, self._flags) if name == "_compiled" else None
        value = compiled or getattr(self._compiled, name)
        setattr(self, name, value)
        return value

    def compile(self) -> None:
        self._compiled  # noqa: B018  # to ask for it is to have it


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, when it is first searched for or matched."""
    made = _Late(pattern, flags)
    _all.append(made)
    return cast("re.Pattern[str]", made)


def ahead() -> list[Callable[[], None]]:
    """Steps that compile all of them that there are by now, for a process that has the time."""
    return [partial(_compile, _all[start : start + _AT_A_TIME]) for start in range(0, len(_all), _AT_A_TIME)]


def _compile(some: list[_Late]) -> None:
    for pattern in some:
        pattern.compile()

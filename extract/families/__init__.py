"""One file a family of papers. A new family is a new file, and nothing else: each module here that holds a `FAMILY` takes part.

Every family looks at a section and says how sure it is that it can read it (`claim`), with its reasons; the surest one
reads (`read`). Blocks of which it took no word are offered to the others again, so that a key of initials under a register
finds its reader too. Families are asked in `turn`, and one that cannot come near the surest so far (`at_best`, `above`) is not
asked.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from models.record import Printed
from models.section import Section


@dataclass(frozen=True, slots=True)
class Claim:
    """How sure a family is of a section: 0 (not mine) to 1; from 0.5 it would read it. `reasons` are for people."""

    score: float
    reasons: tuple[str, ...] = ()


def surely(score: float) -> Callable[[Section], float]:
    """No claim of a family is higher than this, whatever the section."""
    return lambda _: score


def by_tables(score: float, without: float = 0.0) -> Callable[[Section], float]:
    """No claim is higher than this, nor than `without` where the section has no table."""
    return lambda section: score if section.tables else without


_ANY = surely(1.0)


def _open(_section: Section, _score: float) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Family:
    """`at_best` is a cheap question: what `claim` says at most. Where that leaves it open, `above` is the next: whether
    `claim` may say more than a score."""

    name: str
    claim: Callable[[Section], Claim]
    read: Callable[[Section], Iterable[Printed]]
    at_best: Callable[[Section], float] = _ANY
    turn: int = 1  # 0 for what claims many sections and asks little; 3 for what asks most
    above: Callable[[Section, float], bool] = _open


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order of their names."""
    modules = (importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    return tuple(sorted((m.FAMILY for m in modules if hasattr(m, "FAMILY")), key=lambda f: f.name))

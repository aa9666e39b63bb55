"""One file a family of papers. A new family is a new file, and nothing else: each module here that holds a `FAMILY` takes part.

Every family looks at a section and says how sure it is that it can read it (`claim`), with its reasons; the surest one
reads (`read`). Blocks of which it took no word are offered to the others again, so that a key of initials under a register
finds its reader too.
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


@dataclass(frozen=True, slots=True)
class Family:
    name: str
    claim: Callable[[Section], Claim]
    read: Callable[[Section], Iterable[Printed]]


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order of their names."""
    modules = (importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    return tuple(sorted((m.FAMILY for m in modules if hasattr(m, "FAMILY")), key=lambda f: f.name))

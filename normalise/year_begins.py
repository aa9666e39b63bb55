"""The month in which the fiscal years of a paper begin: April, as in the United Kingdom, unless its reader was told another.

It holds for all periods of a paper, so it stands here for as long as the paper is read, and is not handed from function to function.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

APRIL = 4

_TOLD: ContextVar[int | None] = ContextVar("fiscal_year", default=None)


def year_begins() -> int:
    """The month, 1 to 12."""
    return _TOLD.get() or APRIL


def is_told() -> bool:
    """Whether whoever asks for the paper said it: what is called `FY2026` is then dated, by the year it ends in."""
    return _TOLD.get() is not None


@contextmanager
def fiscal_year_from(month: int | None) -> Iterator[None]:
    """Fiscal years begin in this month as long as the context is open; None leaves it at April, which nobody said."""
    token = _TOLD.set(month)
    try:
        yield
    finally:
        _TOLD.reset(token)


_PLAIN: ContextVar[bool] = ContextVar("plain_quarters", default=False)


def quarters_are_of_plain_years() -> bool:
    """Whether the document says that the quarters it calls after a year (`Q3 2025`) are those of the calendar."""
    return _PLAIN.get()


@contextmanager
def plain_quarters(told: bool) -> Iterator[None]:
    """Quarters of a plain year are those of the calendar as long as the context is open, where the document told so."""
    token = _PLAIN.set(told)
    try:
        yield
    finally:
        _PLAIN.reset(token)


_DOLLARS: ContextVar[bool] = ContextVar("dollars", default=False)


def is_anyones_guess() -> bool:
    """Whether nobody said when fiscal years begin, in a paper that counts in dollars: not in April, as likely as not."""
    return _DOLLARS.get() and not is_told()


@contextmanager
def counted_in_dollars(told: bool) -> Iterator[None]:
    """The paper counts in dollars, and in no other money, as long as the context is open."""
    token = _DOLLARS.set(told)
    try:
        yield
    finally:
        _DOLLARS.reset(token)

"""What is wanted from where, and how sites are to be treated."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass

from models.limits import DEFAULT


@dataclass(frozen=True, slots=True)
class Index:
    """A web page with links to papers, and to further such pages."""

    url: str
    links: str | None = None  # regular expression: addresses of papers; those that end in .pdf, if None
    follow: str | None = None  # regular expression: addresses of further pages


@dataclass(frozen=True, slots=True)
class ModernGov:
    """A site of ModernGov, the software by which most councils publish their meetings."""

    url: str  # of the site, without /mgWebService.asmx
    committees: tuple[str, ...] = ()  # names or numbers; all, if none is named
    days: int = 120  # meetings of so many days back, and all that are to come


@dataclass(frozen=True, slots=True)
class Publisher:
    """A body, and where its papers are."""

    name: str | None = None
    files: tuple[str, ...] = ()  # files, folders, globs
    urls: tuple[str, ...] = ()
    indexes: tuple[Index, ...] = ()
    moderngov: tuple[ModernGov, ...] = ()
    fiscal_year: int | None = None  # the month in which its fiscal years begin

    @property
    def is_remote(self) -> bool:
        return bool(self.urls or self.indexes or self.moderngov)


def behind(paths: Sequence[str]) -> Publisher:
    """What a command was given: addresses of the web among paths of this machine."""
    urls = tuple(path for path in paths if "://" in path)
    return Publisher(files=tuple(path for path in paths if "://" not in path), urls=urls)


def month_number(text: str) -> int | None:
    """1 to 12 for a month's name, its first three letters or its number; None for anything else."""
    given = text.strip().casefold()
    names = [name.casefold() for name in calendar.month_name]
    if given.isdecimal():
        return int(given) if 1 <= int(given) < len(names) else None
    return next((n for n, name in enumerate(names) if n and given in {name, name[:3]}), None)


@dataclass(frozen=True, slots=True)
class Manners:
    """How a site is asked, and what it may take."""

    delay: float = 2.0  # seconds between two requests to one host; more where its robots.txt asks for more
    tries: int = 4  # of one address, with longer and longer waits between them
    backoff: float = 2.0  # seconds before the second try; doubled for each further
    patience: float = 120.0  # seconds that a site may ask us to wait; beyond, it is left for the next run
    silence: float = 30.0  # seconds without a byte
    seconds: float = 300.0  # by the clock, for one answer
    size: int = DEFAULT.file_size  # bytes of one answer, unpacked
    recheck_days: float = 30.0  # after which a paper that an index page lists is asked for again
    allow_private: bool = False  # addresses of private networks and of this machine
    contact: str | None = None  # whom a site's keeper can turn to, sent with each request


POLITE = Manners()

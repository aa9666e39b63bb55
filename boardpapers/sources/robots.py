"""robots.txt: what a site asks of programs that come to read it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from boardpapers.sources.errors import FetchError, NotAllowed, NotReached, NotThere, Refused

AGENT = "boardpapers"
_MOST_DELAY = 60.0  # seconds: a site that asks for more between two requests would not be read through in a night
SIZE = 512 * 1024  # bytes that are looked at, as RFC 9309 asks for at least


@dataclass(frozen=True, slots=True)
class _Rules:
    rules: Protego | None  # None: the site has none
    problem: FetchError | None = None  # why they are not known


class Robots:
    """The rules of each site, asked for once."""

    def __init__(self, fetch: Callable[[str], bytes]) -> None:
        """`fetch` gives what is at an address, or raises a FetchError."""
        self._fetch = fetch
        self._known: dict[str, _Rules] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def delay(self, site: str, url: str) -> float:
        """Seconds that the site wants between two requests. Raises Refused where it does not want this one, and NotReached
        or NotAllowed where its rules cannot be had: they might forbid it.
        """
        known = self._of(site)
        if isinstance(known.problem, NotAllowed):
            raise NotAllowed(str(known.problem))
        if known.problem is not None:
            raise NotReached(f"{site}/robots.txt cannot be had: {known.problem}")
        if known.rules is None:
            return 0.0
        if not known.rules.can_fetch(url, AGENT):
            raise Refused(
                f"{site}/robots.txt asks programs to leave {url} alone; ask the publisher, or fetch it by hand."
            )
        return min(float(known.rules.crawl_delay(AGENT) or 0.0), _MOST_DELAY)

    def _of(self, site: str) -> _Rules:
        with self._lock:
            lock = self._locks.setdefault(site, threading.Lock())
        with lock:
            if site not in self._known:
                self._known[site] = self._ask(site)
            return self._known[site]

    def _ask(self, site: str) -> _Rules:
        try:
            text = self._fetch(f"{site}/robots.txt")
        except (NotThere, Refused):
            return _Rules(None)  # RFC 9309: where there are no rules, or none for us, all is allowed
        except FetchError as error:
            return _Rules(None, error)
        return _Rules(Protego.parse(text.decode("utf-8", "replace")))

"""A polite client: one request at a time to a host with a pause between, robots.txt obeyed, redirects looked at, failures tried again."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import Message
from io import BytesIO
from typing import BinaryIO

import urllib3
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, wait_exponential_jitter
from urllib3.exceptions import InvalidHeader
from urllib3.response import BaseHTTPResponse
from urllib3.util import Url

from boardpapers import RELEASE
from boardpapers.sources import robots
from boardpapers.sources.addresses import checked, joined
from boardpapers.sources.errors import FetchError, NoAnswer, NotReached, NotThere, Refused, Stopped
from boardpapers.sources.publishers import Manners
from boardpapers.sources.wire import Look, Wire

_MOST_HOPS = 10
_MOST_WAIT = 60.0  # seconds between two tries, where the site asks for no more
_LONGEST_MARK = 500  # characters
_LISTING_SIZE = 16 * 2**20  # bytes of a page or an answer that lists papers
_GIVEN_UP = 3  # addresses of one host in a row that gave no answer, after which the run leaves it

_GONE = {404, 410}
_CLOSED = {401, 403, 451}
_PASSING = {408, 425, 429, 500, 502, 503, 504}
_ELSEWHERE = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site said. `size` is None where it said that nothing changed since."""

    url: str  # where it came from in the end
    size: int | None
    etag: str | None
    last_modified: str | None
    name: str | None  # file name, as the site gives it: not to be trusted
    charset: str | None


@dataclass(frozen=True, slots=True)
class Since:
    """What a site said of its answer last time, to be asked whether it still holds."""

    etag: str | None = None
    last_modified: str | None = None


def _anything(_: bytes) -> None:
    """Whatever comes is wanted."""


class Client:
    """Asks sites for what is at an address. May be used by several threads."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._stopped = threading.Event()
        self._robots = robots.Robots(self._rules)
        self._pace = _Pace(self._pause)
        self._wires: set[Wire] = set()
        self._left: Counter[str] = Counter()  # addresses in a row to which a host gave no answer
        self._agent = f"{robots.AGENT}/{RELEASE}" + (f" (+{manners.contact})" if manners.contact else "")

    def fetch(self, url: str, into: BinaryIO, *, look: Look = _anything, since: Since | None = None) -> Answer:
        """Writes what is at an address into a file. Raises a FetchError that says why not, and Stopped."""
        return self._tried(url, into, self._manners.size, look, since or Since())

    def page(self, url: str) -> tuple[Answer, bytes]:
        """What is at an address, where that is a page or an answer that lists papers."""
        into = BytesIO()
        return self._tried(url, into, _LISTING_SIZE, _anything, Since()), into.getvalue()

    def stop(self) -> None:
        """Ends whatever is under way: each call raises Stopped, soon."""
        self._stopped.set()
        for wire in list(self._wires):
            wire.cut()

    def _rules(self, url: str) -> bytes:
        into = BytesIO()
        self._tried(url, into, robots.SIZE, _anything, Since(), obey=False)
        return into.getvalue()

    def _tried(self, url: str, into: BinaryIO, most: int, look: Look, since: Since, *, obey: bool = True) -> Answer:
        """One address, tried until it answers or there is no sense in it any more."""
        retrying = Retrying(
            stop=stop_after_attempt(self._manners.tries),
            wait=self._wait,
            retry=retry_if_exception(self._may_pass),
            sleep=self._pause,
            reraise=True,
        )
        host = str(checked(url).host)
        if self._left[host] >= _GIVEN_UP:
            raise NotReached(
                f"{host} does not answer, or asks to be left alone for long, so the run leaves it; try later."
            )
        try:
            answer: Answer = retrying(self._followed, url, into, most, look, since, obey=obey)
        except FetchError as error:
            if error.wait > self._manners.patience:
                self._left[host] = _GIVEN_UP
            else:
                self._left[host] = self._left[host] + 1 if isinstance(error, NoAnswer) else 0
            raise
        self._left[host] = 0
        return answer

    def _followed(self, url: str, into: BinaryIO, most: int, look: Look, since: Since, *, obey: bool) -> Answer:
        """One try: the redirects, and the answer to which they lead. Each address on the way is checked as the first was."""
        for _ in range(_MOST_HOPS + 1):
            parsed = checked(url)
            site = f"{parsed.scheme}://{parsed.netloc}"
            delay = self._robots.delay(site, parsed.url) if obey else 0.0
            with self._pace.turn(str(parsed.host), max(delay, self._manners.delay)), self._wire() as wire:
                response = wire.get(parsed, self._headers(since))
                if response.status not in _ELSEWHERE or not response.headers.get("Location"):
                    return self._answer(wire, response, parsed, into, most, look, since)
                url = joined(parsed.url, response.headers["Location"])
        raise NotReached(f"It leads on and on, after {_MOST_HOPS} redirects to {url}; check the address.")

    def _answer(
        self, wire: Wire, response: BaseHTTPResponse, url: Url, into: BinaryIO, most: int, look: Look, since: Since
    ) -> Answer:
        status = response.status
        size = None
        if status == 200:
            into.seek(0)
            into.truncate()
            size = wire.read(response, url, into, most, look)
        elif status != 304 or since == Since():
            raise _refusal(status, url, self._asked_wait(response))
        headers = response.headers
        told = Message()
        told["Content-Disposition"] = headers.get("Content-Disposition", "")
        told["Content-Type"] = headers.get("Content-Type", "")
        return Answer(
            url.url,
            size,
            _mark(headers.get("ETag")),
            _mark(headers.get("Last-Modified")),
            told.get_filename(),
            told.get_content_charset(),
        )

    def _headers(self, since: Since) -> dict[str, str]:
        headers = {"User-Agent": self._agent, "Accept-Encoding": "gzip", "Connection": "close"}
        if since.etag:
            headers["If-None-Match"] = since.etag
        if since.last_modified:
            headers["If-Modified-Since"] = since.last_modified
        return headers

    def _may_pass(self, error: BaseException) -> bool:
        return isinstance(error, FetchError) and error.may_pass and error.wait <= self._manners.patience

    def _wait(self, state: RetryCallState) -> float:
        """Seconds before the next try: longer each time, and as long as the site asks for."""
        error = state.outcome.exception() if state.outcome else None
        asked = error.wait if isinstance(error, FetchError) else 0.0
        back_off = wait_exponential_jitter(
            multiplier=self._manners.backoff, max=_MOST_WAIT, jitter=self._manners.backoff
        )
        return max(asked, back_off(state))

    def _asked_wait(self, response: BaseHTTPResponse) -> float:
        try:
            return urllib3.Retry().get_retry_after(response) or 0.0
        except InvalidHeader:
            return 0.0

    def _pause(self, seconds: float) -> None:
        if self._stopped.wait(seconds):
            raise Stopped

    @contextlib.contextmanager
    def _wire(self) -> Iterator[Wire]:
        with Wire(self._manners) as wire:
            self._wires.add(wire)
            try:
                self._pause(0)
                yield wire
            except FetchError:
                self._pause(0)  # a connection that was cut because the run ends is no failure of the site's
                raise
            finally:
                self._wires.discard(wire)


class _Pace:
    """Turns: one request at a time to a host, and a pause after each."""

    def __init__(self, pause: Callable[[float], None]) -> None:
        self._pause = pause
        self._lock = threading.Lock()
        self._hosts: dict[str, threading.Lock] = {}
        self._next: dict[str, float] = {}

    @contextlib.contextmanager
    def turn(self, host: str, delay: float) -> Iterator[None]:
        with self._lock:
            lock = self._hosts.setdefault(host, threading.Lock())
        with lock:
            self._pause(max(self._next.get(host, 0.0) - time.monotonic(), 0.0))
            try:
                yield
            finally:
                self._next[host] = time.monotonic() + delay


def _mark(text: str | None) -> str | None:
    """What a site marks an edition with, where it is fit to be kept and sent back."""
    return text if text and len(text) <= _LONGEST_MARK and text.isascii() and text.isprintable() else None


def _refusal(status: int, url: Url, wait: float) -> FetchError:
    if status in _GONE:
        return NotThere(f"{url.host} has nothing at {url.path or '/'} (it answers {status}); look for the new address.")
    if status in _CLOSED:
        return Refused(f"{url.host} does not let us in (it answers {status}); ask the publisher, or fetch it by hand.")
    until = f", to be asked again after {wait:.0f} s" if wait else ""
    return NotReached(f"{url.host} answers {status}{until}; try later.", may_pass=status in _PASSING, wait=wait)

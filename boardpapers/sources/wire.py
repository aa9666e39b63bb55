"""One request over a connection of its own: made to an address that was checked, and bounded in bytes and time."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Mapping
from http.client import IncompleteRead
from typing import BinaryIO

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ProxyError, SSLError
from urllib3.response import BaseHTTPResponse
from urllib3.util import Timeout, Url
from urllib3.util.connection import create_connection

from boardpapers.sources.addresses import resolved
from boardpapers.sources.errors import NoAnswer, NotReached, TooMuch
from boardpapers.sources.proxies import Proxy, proxy_for
from boardpapers.sources.publishers import Manners

_CHUNK = 64 * 1024
_CONNECT = 10.0  # seconds
_HEAD = 1024  # bytes of an answer by which it is known for what it is

Look = Callable[[bytes], None]
"""Sees the first bytes of an answer, and raises where no more of it is wanted."""


class Wire:
    """A connection to one site, cut after `manners.seconds`: also where the site sends a byte now and then, which no limit on
    silence would end. Use as a context.
    """

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._handle: socket.socket | None = None
        self._pool: urllib3.HTTPConnectionPool | None = None
        self._late = False
        self._ended = False
        self._clock = threading.Timer(manners.seconds, self._expire)
        self._clock.daemon = True

    def __enter__(self) -> Wire:
        self._clock.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._clock.cancel()
        if self._handle is not None:
            self._handle.close()
        if self._pool is not None:
            self._pool.close()

    def get(self, url: Url, headers: Mapping[str, str]) -> BaseHTTPResponse:
        """The head of the site's answer, whatever it is. Raises NotReached, NotAllowed, TooMuch."""
        proxy = proxy_for(url)
        target, told = url.request_uri, dict(headers)
        if proxy is not None:
            self._check(url)
            if url.scheme == "http":  # a proxy is asked for the whole address; by https it but leads through
                target, told = url.url, told | proxy.headers
        self._pool = self._pool_for(url, proxy)
        try:
            return self._pool.urlopen(
                "GET",
                target,
                headers=told,
                retries=False,
                redirect=False,
                preload_content=False,
                assert_same_host=proxy is None,
            )
        except HTTPError as error:
            raise self._told(error, url) from error

    def read(self, answer: BaseHTTPResponse, url: Url, into: BinaryIO, most: int, look: Look) -> int:
        """Writes the body, unpacked; its size. Raises NotReached where it is cut short, TooMuch, and what `look` raises."""
        length = answer.headers.get("Content-Length", "")
        if length.isdecimal() and int(length) > most:
            raise _too_large(int(length), most)
        size, head, looked = 0, b"", False
        try:
            while chunk := answer.read1(_CHUNK):
                size += len(chunk)
                if size > most:
                    raise _too_large(size, most)
                if not looked and len(head := head + chunk) >= _HEAD:
                    look(head[:_HEAD])
                    looked = True
                into.write(chunk)
        except HTTPError as error:
            raise self._told(error, url) from error
        if self._late:
            raise self._too_slow()
        if not looked:
            look(head)
        return size

    def cut(self) -> None:
        """Ends the connection at once, from whatever thread; one that is only being made, as soon as it stands."""
        self._ended = True
        if self._handle is not None:
            with contextlib.suppress(OSError):
                self._handle.shutdown(socket.SHUT_RDWR)

    def _expire(self) -> None:
        self._late = True
        self.cut()

    def _check(self, url: Url) -> None:
        """Refuses a private address that a proxy would be asked for. A name that only the proxy knows is the proxy's to judge."""
        with contextlib.suppress(NoAnswer):
            resolved(str(url.host).strip("[]"), url.port or 0, allow_private=self._manners.allow_private)

    def _connect(self, host: str, port: int, *, to_proxy: bool) -> socket.socket:
        # a proxy stands in a private network as a rule, and whoever runs this has named it
        numbers = resolved(host, port, allow_private=self._manners.allow_private or to_proxy)
        for position, number in enumerate(numbers, start=1):
            try:
                connected = create_connection((number, port), timeout=_CONNECT)
            except OSError as error:
                if position == len(numbers) or self._ended:
                    reason = f"{host} takes no connection ({error.strerror or error}); try later."
                    raise NoAnswer(reason, may_pass=True) from error
            else:
                break
        connected.settimeout(self._manners.silence)
        self._handle = connected.dup()  # TLS takes the socket itself away
        if self._ended:
            self.cut()
        return connected

    def _pool_for(self, url: Url, proxy: Proxy | None) -> urllib3.HTTPConnectionPool:
        """A pool whose connections are made by `_connect`: urllib3's own place for that, which its proxies use too."""
        wire = self

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return wire._connect(self._dns_host, self.port or 80, to_proxy=proxy is not None)

        class Secure(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return wire._connect(self._dns_host, self.port or 443, to_proxy=proxy is not None)

        timeout = Timeout(connect=_CONNECT, read=self._manners.silence)
        assert url.host is not None
        pool: urllib3.HTTPConnectionPool
        if url.scheme == "https":
            pool = urllib3.HTTPSConnectionPool(
                url.host,
                url.port,
                timeout=timeout,
                _proxy=None if proxy is None else proxy.url,
                _proxy_headers=None if proxy is None else proxy.headers,
            )
        elif proxy is not None and proxy.url.scheme == "https":
            pool = urllib3.HTTPSConnectionPool(proxy.host, proxy.port, timeout=timeout)
        elif proxy is not None:
            pool = urllib3.HTTPConnectionPool(proxy.host, proxy.port, timeout=timeout)
        else:
            pool = urllib3.HTTPConnectionPool(url.host, url.port, timeout=timeout)
        pool.ConnectionCls = Secure if isinstance(pool, urllib3.HTTPSConnectionPool) else Plain
        return pool

    def _told(self, error: HTTPError, url: Url) -> NotReached | TooMuch:
        if self._late:
            return self._too_slow()
        if isinstance(error, SSLError):
            return NotReached(f"{url.host} cannot prove that it is {url.host} ({error}); check the address.")
        if error.args and isinstance(error.args[-1], IncompleteRead):
            return NotReached(f"{url.host} cut its answer off before its end; try later.", may_pass=True)
        if isinstance(error, ProxyError):
            reason = error.args[-1] if error.args else error
            return NoAnswer(
                f"The proxy does not lead to {url.host} ({reason}); check it, or name {url.host} in NO_PROXY.",
                may_pass=True,
            )
        if isinstance(error, urllib3.exceptions.TimeoutError):
            return NoAnswer(f"{url.host} was silent for {self._manners.silence:g} s; try later.", may_pass=True)
        return NoAnswer(f"{url.host} broke the connection off ({error}); try later.", may_pass=True)

    def _too_slow(self) -> TooMuch:
        return TooMuch(f"It takes more than {self._manners.seconds:g} s to arrive; try later, or fetch it by hand.")


def _too_large(size: int, most: int) -> TooMuch:
    return TooMuch(f"It has {size / 2**20:.0f} MB or more, and may have {most / 2**20:.0f}; allow more: --max-size.")

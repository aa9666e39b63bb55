"""Sites asked by way of a proxy that the environment names: which are, what the proxy is told, and what stays refused."""

from __future__ import annotations

import base64
import select
import socket
import socketserver
import threading
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest

from boardpapers.sources import addresses
from boardpapers.sources.addresses import checked
from boardpapers.sources.client import Client
from boardpapers.sources.errors import FetchError, NotAllowed, NotReached
from boardpapers.sources.proxies import proxy_for
from boardpapers.sources.publishers import Manners
from tests.boardpapers import site as sites
from tests.boardpapers.site import Site
from tests.samples import pdf_of

PDF = pdf_of("minutes-table").read_bytes()
QUICK = Manners(delay=0, tries=1, backoff=0.01, patience=2, silence=2, seconds=5, size=2 * 2**20, allow_private=True)
NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "REQUEST_METHOD")


@pytest.fixture(autouse=True)
def _no_proxy_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site({"/a.pdf": sites.gives(PDF)})
    stop = made.start()
    yield made
    stop()


class Proxy(socketserver.ThreadingTCPServer):
    """A proxy on this machine: it takes whole addresses and tunnels, to one site whatever the name, and keeps what it was asked."""

    daemon_threads = True

    def __init__(self, leads_to: str) -> None:
        self.asked: list[bytes] = []
        self.leads_to = checked(leads_to)
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()


class Handler(socketserver.BaseRequestHandler):
    server: Proxy

    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            head += self.request.recv(65536)
        self.server.asked.append(head)
        if b" CONNECT" in head or head.startswith(b"CONNECT"):
            if b"closed.example" in head:
                self.request.sendall(b"HTTP/1.1 403 Forbidden\r\n\r\n")
                return
            self.request.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            self._pass_on(b"")
        else:
            method, address, rest = head.split(b" ", 2)
            self._pass_on(method + b" " + str(checked(address.decode()).request_uri).encode() + b" " + rest)

    def _pass_on(self, first: bytes) -> None:
        to = self.server.leads_to
        with socket.create_connection((str(to.host), to.port or 80)) as site:
            site.sendall(first)
            while True:
                for end in select.select([self.request, site], [], [], 5)[0]:
                    part = end.recv(65536)
                    if not part:
                        return
                    (site if end is self.request else self.request).sendall(part)


@pytest.fixture
def proxy(site: Site) -> Iterator[Proxy]:
    made = Proxy(site.url)
    yield made
    made.shutdown()
    made.server_close()


def fetch(url: str, manners: Manners = QUICK) -> bytes:
    into = BytesIO()
    Client(manners).fetch(url, into)
    return into.getvalue()


def test_a_proxy_is_asked_for_the_whole_address(proxy: Proxy, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy.url.replace("http://", "http://clerk:a%20word@"))
    assert fetch("http://papers.example/a.pdf") == PDF
    first, second = (head.split(b"\r\n") for head in proxy.asked)
    assert (first[0], second[0]) == (
        b"GET http://papers.example/robots.txt HTTP/1.1",
        b"GET http://papers.example/a.pdf HTTP/1.1",
    )
    assert b"Proxy-Authorization: Basic " + base64.b64encode(b"clerk:a word") in map(_titled, second)
    assert dict(site.asked[1][1])["Host"] == "papers.example"


def _titled(line: bytes) -> bytes:
    name, colon, value = line.partition(b":")
    return name.title() + colon + value


def test_https_goes_through_a_proxy_unread(proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    with pytest.raises(FetchError):  # the site behind it speaks no TLS
        fetch("https://papers.example/a.pdf")
    assert proxy.asked[0].startswith(b"CONNECT papers.example:443 ")


def test_a_proxy_that_does_not_let_through_is_told(proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    with pytest.raises(NotReached, match=r"does not lead to closed\.example.*403"):
        fetch("https://closed.example/a.pdf")


def test_what_no_proxy_names_is_asked_without(proxy: Proxy, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    monkeypatch.setenv("NO_PROXY", "localhost,127.0.0.1")
    assert fetch(f"{site.url}/a.pdf") == PDF
    assert proxy.asked == []


@pytest.mark.parametrize("private", ["127.0.0.1", "10.1.2.3", "[::1]", "inside.example"])
def test_a_proxy_is_not_asked_for_private_addresses(
    private: str, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up = addresses.socket.getaddrinfo
    monkeypatch.setattr(
        addresses.socket,
        "getaddrinfo",
        lambda host, *rest, **more: looked_up("10.9.9.9" if host == "inside.example" else host, *rest, **more),
    )
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    with pytest.raises(NotAllowed):
        fetch(f"http://{private}/a.pdf", replace(QUICK, allow_private=False))
    assert proxy.asked == []


@pytest.mark.parametrize("wrong", ["socks5://127.0.0.1:1", "http://[::1"])
def test_a_proxy_that_is_none_is_told(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", wrong)
    with pytest.raises(NotReached, match="proxy"):
        proxy_for(checked("https://papers.example/"))

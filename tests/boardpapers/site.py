"""A web site on this machine that behaves, and misbehaves, as it is told: each path has a function that answers."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Answer = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """One request; `nth` counts those for its path from 1."""

    site: Site
    nth = 0

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        with self.site.lock:
            self.site.asked.append((self.path, dict(self.headers)))
            self.site.counts[path] += 1
            self.nth = self.site.counts[path]
        answer = self.site.routes.get(path)
        try:
            answer(self) if answer else self.say(404, b"nothing here")
        except (BrokenPipeError, ConnectionResetError):
            self.site.hung_up += 1
        self.close_connection = True

    def say(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in ({"Content-Length": str(len(body))} | told).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silent."""


@dataclass
class Site:
    """Where it is, what it answers, and what it was asked."""

    routes: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    hung_up: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    url: str = ""

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def start(self, certificate: Path | None = None, key: Path | None = None) -> Callable[[], None]:
        """Answers from now on, by https where it has a certificate; what is returned ends that."""
        handler = type("Handler", (Request,), {"site": self})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate, key)
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        self.url = f"http{'s' if certificate else ''}://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

        def stop() -> None:
            server.shutdown()
            server.server_close()

        return stop


def gives(body: bytes, status: int = 200, **headers: str) -> Answer:
    return lambda request: request.say(status, body, **{"Content_Type": "application/pdf"} | headers)


def page(html: str) -> Answer:
    return gives(html.encode(), Content_Type="text/html; charset=utf-8")


def leads_to(location: str, status: int = 302) -> Answer:
    return lambda request: request.say(status, Location=location)


def first(answers: list[Answer]) -> Answer:
    """One after the other; the last for ever."""
    return lambda request: answers[min(request.nth, len(answers)) - 1](request)


def cut_off(body: bytes) -> Answer:
    """Half of what is promised."""

    def answer(request: Request) -> None:
        request.say(200, body[: len(body) // 2], Content_Length=str(len(body)))

    return answer


def drips(body: bytes, pause: float) -> Answer:
    """A byte now and then: never silent for long, never done."""

    def answer(request: Request) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        for number in range(len(body)):
            request.wfile.write(body[number : number + 1])
            request.wfile.flush()
            time.sleep(pause)

    return answer


def drips_its_head(pause: float) -> Answer:
    def answer(request: Request) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(10_000):
            request.wfile.write(b"X-%d: x\r\n" % number if number % 2 else b"Y")
            request.wfile.flush()
            time.sleep(pause)

    return answer


def hangs(seconds: float) -> Answer:
    return lambda _: time.sleep(seconds)


def without_end() -> Answer:
    """A PDF that goes on and on, without saying how long it is."""

    def answer(request: Request) -> None:
        request.send_response(200)
        request.end_headers()
        request.wfile.write(b"%PDF-1.7\n")
        while True:
            request.wfile.write(b"0" * 65536)

    return answer


def in_chunks(body: bytes, *, whole: bool = True) -> Answer:
    def answer(request: Request) -> None:
        request.protocol_version = "HTTP/1.1"
        request.send_response(200)
        request.send_header("Transfer-Encoding", "chunked")
        request.end_headers()
        for start in range(0, len(body), 4096):
            part = body[start : start + 4096]
            request.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        if whole:
            request.wfile.write(b"0\r\n\r\n")

    return answer


def packed(body: bytes) -> Answer:
    return gives(gzip.compress(body), Content_Encoding="gzip")


def bomb(megabytes: int) -> Answer:
    return packed(b"%PDF-1.7\n" + b"0" * (megabytes * 2**20))

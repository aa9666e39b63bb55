"""Papers printed to PDF by Chromium, one start for all of them, over the pipe by which its tools speak with it."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any

BROWSER = "chromium"
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe")
PIPES = 'exec "${@:3}" 3<&"$1" 4>&"$2"'
"""Bash: the browser listens on 3 and answers on 4."""
PATIENCE = 120.0
"""Seconds for one answer."""
LOADED = "new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))"


def installed() -> bool:
    return shutil.which(BROWSER) is not None


def printed(pages: Iterable[str]) -> Iterator[bytes]:
    """The PDF of each page of HTML."""
    with tempfile.TemporaryDirectory(prefix="composed-") as folder, Browser(Path(folder)) as browser:
        for html in pages:
            yield browser.pdf(html)


class Browser:
    """A running browser, its profile and the page that it is at kept in `folder`. RuntimeError where it does not answer."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "paper.html"
        heard, self.asks = _pipe()
        self.answers, told = _pipe()
        command = ["bash", "-c", PIPES, "bash", str(heard.fileno()), str(told.fileno()), BROWSER, *FLAGS]
        command += [f"--user-data-dir={folder}/profile", "about:blank"]
        self.process = subprocess.Popen(
            command, pass_fds=(heard.fileno(), told.fileno()), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        heard.close()
        told.close()
        self.asked = 0
        self.heard = b""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = str(self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])

    def __enter__(self) -> Browser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.asks.close()  # it ends with the pipe
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.answers.close()

    def pdf(self, html: str) -> bytes:
        """The page printed, its paper and margins as its CSS has them."""
        self.source.write_text(html, encoding="utf-8")
        self.ask("Page.navigate", self.session, url=self.source.as_uri())
        self.ask("Runtime.evaluate", self.session, expression=LOADED, awaitPromise=True)
        answer = self.ask("Page.printToPDF", self.session, preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(answer["data"])

    def ask(self, method: str, session: str | None = None, **parameters: object) -> dict[str, Any]:
        """What the browser answers; what it tells unasked until then is passed over."""
        self.asked += 1
        message = {"id": self.asked, "method": method, "params": parameters}
        self.asks.write(json.dumps(message if session is None else {**message, "sessionId": session}).encode() + b"\0")
        self.asks.flush()
        while True:
            answer = self._next()
            if answer.get("id") == self.asked:
                if "error" in answer:
                    raise RuntimeError(f"{BROWSER} refused {method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self) -> dict[str, Any]:
        """The next message; each ends with a zero byte."""
        while b"\0" not in self.heard:
            answered, _, _ = select.select([self.answers], [], [], PATIENCE)
            piece = os.read(self.answers.fileno(), 1 << 20) if answered else b""
            if not piece:
                raise RuntimeError(
                    f"{BROWSER} ended before all papers were printed; does `{BROWSER} --headless` run here?"
                )
            self.heard += piece
        letters, _, self.heard = self.heard.partition(b"\0")
        message: dict[str, Any] = json.loads(letters)
        return message


def _pipe() -> tuple[IO[bytes], IO[bytes]]:
    reads, writes = os.pipe()
    return os.fdopen(reads, "rb"), os.fdopen(writes, "wb")

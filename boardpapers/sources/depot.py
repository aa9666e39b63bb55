"""The store of downloads: each file under the SHA-256 of its bytes, whole or not at all, and never outside its folder."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from pathvalidate import sanitize_filename

from boardpapers.sources.errors import NotStored

_LONGEST = 100  # characters of a name, of up to four bytes each: less than any file system takes
_ABANDONED = 24 * 3600.0  # seconds after which what a run was fetching is nobody's any more


class Depot:
    """A folder with `ab/ab12…/Name of the paper.pdf`. Several runs may use it at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, sha256: str) -> Path | None:
        """The file with these bytes, if it is there."""
        try:
            return min((path for path in self._place(sha256).iterdir() if path.suffix == ".pdf"), default=None)
        except OSError:
            return None

    @contextlib.contextmanager
    def incoming(self) -> Iterator[BinaryIO]:
        """A file for what is being fetched; it is gone afterwards, unless it was kept. Raises NotStored."""
        with self._told():
            folder = self.folder / ".incoming"
            folder.mkdir(parents=True, exist_ok=True)
            _tidy(folder)
            file = tempfile.NamedTemporaryFile(dir=folder, delete=False)  # noqa: SIM115 (closed below)
        try:
            with self._told(), file:
                yield file  # type: ignore[misc]  # a wrapper that behaves as the file does
        finally:
            Path(file.name).unlink(missing_ok=True)

    def keep(self, file: BinaryIO, name: str) -> tuple[Path, str]:
        """Puts what was fetched in its place; the place and the SHA-256. What is there already stays as it is."""
        with self._told():
            file.flush()
            os.fsync(file.fileno())
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
            there = self.find(sha256)
            if there is not None:
                return there, sha256
            folder = self._place(sha256)
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"{name}.pdf"
            file.close()  # some systems move no open file
            Path(file.name).replace(path)
            return path, sha256

    def _place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = f"{self.folder} does not take it ({error.strerror}); make room, or name another folder: --papers."
            raise NotStored(reason) from error


def safe_name(*candidates: str | None) -> str:
    """The first of some names, none of which is to be trusted, that is one: without folders, without .pdf, for any system."""
    for candidate in candidates:
        last = unicodedata.normalize("NFC", candidate or "").replace("\\", "/").rstrip("/").rpartition("/")[2]
        shown = "".join(c for c in last if c.isprintable()).strip()
        stem = shown[:-4] if shown.casefold().endswith(".pdf") else shown
        name = str(sanitize_filename(stem, platform="universal")).strip(" .")[:_LONGEST].strip(" .")
        if name:
            return name
    return "paper"


def name_in(url: str) -> str | None:
    """The file's name in an address, where it ends in .pdf."""
    last = unquote(urlsplit(url).path)
    return last if last.casefold().endswith(".pdf") else None


def _tidy(folder: Path) -> None:
    """Deletes what runs that died were fetching."""
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink()

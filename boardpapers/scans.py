"""Scans: whether pages without text are read by OCR, and the store of what was read of them before.

Reading a picture takes seconds; what was read is kept in the user's cache folder under the picture's own hash, so that a page is
read once, however often its paper is. `BOARDPAPERS_OCR=off` (`ingest --no-ocr`) leaves scans unread.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from functools import partial
from pathlib import Path

from extract.ocr import Picture, Scanner, Spotted, available, read_scan, spot

SWITCH = "BOARDPAPERS_OCR"
READING = 3  # counted up when `spot` comes to find other words


def scanner() -> Scanner | None:
    """What reads scans; None where the extra `ocr` is missing or scans are to be left."""
    if os.environ.get(SWITCH, "").casefold() in {"off", "0", "no"} or not available():
        return None
    return partial(read_scan, spotter=remembered)


def remembered(picture: Picture) -> list[Spotted]:
    """The words of a picture, from the store where it was read before. A store that cannot be used is done without."""
    path = _store() / f"{_key(picture)}.json"
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return [(text, score, tuple((x, y) for x, y in corners)) for text, score, corners in kept]
    except (OSError, ValueError):
        pass  # not read yet, or half written by a machine that died: read it now
    found = spot(picture)
    _keep(path, found)
    return found


def _keep(path: Path, found: list[Spotted]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            json.dump(found, file, ensure_ascii=False)
        Path(file.name).replace(path)
    except OSError:
        return  # no room, or no right to write: the words are known all the same


def _key(picture: Picture) -> str:
    """The picture, the release of the recogniser that reads it, and how we ask it."""
    from importlib.metadata import version

    digest = hashlib.sha256(f"{version('rapidocr')} {READING}".encode())
    digest.update(repr(picture.shape).encode())
    digest.update(picture.tobytes())
    return digest.hexdigest()[:40]


def _store() -> Path:
    import platformdirs

    return Path(platformdirs.user_cache_dir("boardpapers", appauthor=False)) / "ocr"

"""The version of the extractor: the release, and a fingerprint of the code and vocabularies that decide the rows of a paper.

A paper is read again when either changes, so that whoever edits a rule sees its effect at the next `ingest`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from boardpapers import RELEASE

READERS = ("extract", "load", "models", "normalise")
ROOT = Path(__file__).parents[1]  # the folder of all packages


@cache
def extractor_version() -> str:
    """`0.1.0+1a2b3c4d`: release and fingerprint."""
    digest = hashlib.sha256()
    for package in READERS:
        for name, content in sorted(_sources(ROOT / package, package)):
            digest.update(name.encode() + b"\0" + content + b"\0")
    return f"{RELEASE}+{digest.hexdigest()[:8]}"


def _sources(folder: Path, path: str) -> Iterator[tuple[str, bytes]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{path}/{entry.name}"
            if entry.name.endswith((".py", ".csv")):
                yield name, Path(entry).read_bytes()
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _sources(Path(entry), name)

"""The version of the extractor: the release, and a fingerprint of the code and vocabularies that decide the rows of a paper.

A paper is read again when either changes, so that whoever edits a rule sees its effect at the next `ingest`.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from importlib.resources.abc import Traversable

READERS = ("extract", "load", "models", "normalise")


@cache
def extractor_version() -> str:
    """`0.1.0+1a2b3c4d`: release and fingerprint."""
    digest = hashlib.sha256()
    for package in READERS:
        for name, content in sorted(_sources(resources.files(package), package)):
            digest.update(name.encode() + b"\0" + content + b"\0")
    return f"{release()}+{digest.hexdigest()[:8]}"


def release() -> str:
    try:
        return version("boardpapers")
    except PackageNotFoundError:  # run from the source tree without being installed
        return "0"


def _sources(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            found.extend(_sources(entry, name))
        elif entry.name.endswith((".py", ".csv")):
            found.append((name, entry.read_bytes()))
    return found

"""Papers on this machine: files, folders and globs."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """One paper to read. `problem` says why there is none: (outcome, what to do next).

    A paper that was fetched has the `url` it was fetched from and the time when; `path` is then its place in the store of
    downloads, which holds it under `sha256`. One that could not be fetched has no place: `path` is but its name.
    """

    path: Path
    problem: tuple[str, str] | None = None
    url: str | None = None
    fetched_at: str | None = None  # UTC, ISO 8601
    sha256: str | None = None  # where it is known without looking at the bytes
    quarantined: bool = False  # a problem that would be the same again, so that nobody asked
    aside: bool = False  # a problem of a list, or of another look at a paper that is held: no paper is missing by it
    fiscal_year: int | None = None  # the month in which its body's fiscal years begin; April, where nobody says

    @property
    def name(self) -> str:
        return self.path.stem if self.path.suffix.casefold() == ".pdf" else self.path.name

    @property
    def address(self) -> str:
        """Where it comes from, for people and for the database."""
        return self.url or str(self.path)


def find_papers(paths: Sequence[str]) -> list[Source]:
    """All papers behind files, folders (read through) and globs, each once, in the order of their names within a path.

    A path that leads to no paper is a Source with a problem, so that it shows in the outcome and stops no other.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        for source in _behind(path):
            found.setdefault(source.path.resolve(), source)
    return list(found.values())


def _behind(path: str) -> Iterable[Source]:
    given = Path(path).expanduser()
    if given.is_dir():
        papers = sorted(_pdfs(given))
        if not papers:
            advice = f"{path} holds no file named *.pdf; give the folder that holds the papers."
            return [Source(given, ("failed: no papers", advice))]
        return [Source(paper) for paper in papers]
    if given.is_file():
        return [Source(given)]
    if given.exists():  # to open a pipe would be to wait for whoever writes to it
        advice = f"{path} is a pipe, a socket or a device; write what it gives to a file, and give that."
        return [Source(given, ("failed: not a file", advice))]
    matches = sorted(Path(m) for m in glob.glob(str(given), recursive=True)) if glob.has_magic(path) else []
    if matches:
        return [
            source for match in matches for source in _behind(str(match)) if match.is_file() or source.problem is None
        ]
    return [Source(given, ("failed: not found", f"There is no {path}; check the path."))]


def _pdfs(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if (
            path.suffix.casefold() == ".pdf"
            and path.is_file()
            and not any(p.startswith(".") for p in path.relative_to(folder).parts)
        ):
            yield path

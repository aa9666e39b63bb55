"""Where papers come from: files, folders and globs."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """One paper to read. `problem` says why there is none: (outcome, what to do next)."""

    path: Path
    problem: tuple[str, str] | None = None

    @property
    def name(self) -> str:
        return self.path.stem if self.path.suffix.casefold() == ".pdf" else self.path.name


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
    if given.exists():
        return [Source(given)]
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

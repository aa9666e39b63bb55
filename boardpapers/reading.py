"""One paper, from its bytes to the rows of the database: what a worker does, in the order it is done."""

from __future__ import annotations

import hashlib
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from boardpapers.scans import scanner
from boardpapers.sources import Source
from boardpapers.version import extractor_version
from extract.document import extract_document
from load.rows import Paper, Rows, make_rows
from models.document import Extracted
from models.errors import PaperError
from normalise.document import normalise_document

NEEDS_OCR = "needs ocr"


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one paper. `rows` is None where it could not be read at all; then `reason` says what to do next."""

    source: Source
    sha256: str | None
    outcome: str  # `loaded`, `needs ocr`, `nothing recognised`, `failed: …`
    reason: str | None
    rows: Rows | None
    size: int = 0
    seconds: float = 0.0
    pages: int = 0
    words: int = 0
    unread: int = 0
    findings: int = 0
    families: tuple[str, ...] = ()
    records: dict[str, int] = field(default_factory=dict)  # view -> rows


def read_paper(source: Source) -> Reading:
    """Reads one paper to its end. Never raises for anything that the paper is to blame for."""
    started = time.perf_counter()
    try:
        data = source.path.read_bytes()
    except OSError as error:
        return Reading(
            source, None, "failed: not readable", f"{error.strerror}; check the file and its permissions.", None
        )
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        return _read(source, data, sha256, started)
    except PaperError as error:
        outcome, reason = error.outcome, str(error)
    except MemoryError:
        outcome, reason = "failed: too large", "Reading took more memory than there is; read it on a larger machine."
    except RecursionError as error:
        outcome, reason = "failed: damaged", f"Its structure runs in a circle ({error}); get a sound copy."
    except Exception as error:
        outcome, reason = "failed: program fault", _fault(error)
    return Reading(source, sha256, outcome, reason, None, len(data), time.perf_counter() - started)


def _read(source: Source, data: bytes, sha256: str, started: float) -> Reading:
    extracted = extract_document(data, scanner())
    normalised = normalise_document(extracted.printed)
    outcome, reason = _outcome(extracted)
    families = tuple(sorted({c.family for c in extracted.claims if c.family}))
    paper = Paper(
        file_name=source.name,
        sha256=sha256,
        size=len(data),
        extractor_version=extractor_version(),
        outcome=outcome,
        reason=reason,
        seconds=round(time.perf_counter() - started, 3),
        source=str(source.path),
    )
    rows = make_rows(paper, extracted, normalised)
    return Reading(
        source,
        sha256,
        outcome,
        reason,
        rows,
        len(data),
        time.perf_counter() - started,
        pages=extracted.page_count,
        words=sum(a.words for a in extracted.accounts),
        unread=sum(a.unread for a in extracted.accounts),
        findings=len(normalised.findings) + len(extracted.findings),
        families=families,
        records=dict(Counter(record.view for record in normalised.records)),
    )


def _fault(error: Exception) -> str:
    """What went wrong in our own code, and where: enough for a report."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(at.filename).name}:{at.lineno}"
    return f"The program is at fault, not the paper: {type(error).__name__}: {error} ({place}); please report it."


def read_bytes(path: Path) -> Extracted:
    """A paper as extract sees it, for `show`. Raises PaperError, or OSError where the file cannot be read."""
    return extract_document(path.read_bytes(), scanner())


def _outcome(extracted: Extracted) -> tuple[str, str | None]:
    blank = [a.page for a in extracted.accounts if a.words == 0]
    if len(blank) == len(extracted.accounts):
        return (
            NEEDS_OCR,
            "No page has a text layer: a scan, or a picture of text. Install the extra boardpapers[ocr], and read it again.",
        )
    reason = f"no text on page {', '.join(map(str, blank))}" if blank else None
    if not any(c.family for c in extracted.claims) and not extracted.tables:
        return "nothing recognised", "No family of papers knows its layout; all its words are in unread_text."
    return "loaded", reason

"""One paper, from its bytes to the rows of the database: what a worker does, in the order it is done."""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from boardpapers.outcomes import (
    DAMAGED,
    LIMITS,
    LOADED,
    NEEDS_OCR,
    NOT_READABLE,
    NOTHING_RECOGNISED,
    PARTLY_READ,
    PROGRAM_FAULT,
    Progress,
    Reading,
)
from boardpapers.scans import scanner
from boardpapers.sources import Source
from boardpapers.version import extractor_version
from extract.document import extract_pages
from extract.ocr import needs_ocr
from extract.page import Document, open_document
from extract.running_text import given_back
from extract.taken import words_taken
from load.rows import Paper, make_rows
from models import faults
from models.document import Extracted, Normalised
from models.errors import PaperError
from models.limits import DEFAULT, Limits
from models.page import Page, Word
from models.record import Finding
from normalise.document import normalise_document

SCAN = "a picture without a text layer"
FAULTS = "BOARDPAPERS_FAULTS"
"""`raise` in the environment lets a fault of the program end the paper, so that developers see it."""

Tell = Callable[[Progress], None]


def _silent(_: Progress) -> None:
    """Nobody watches."""


@dataclass(slots=True)
class _Pages:
    """The pages of a paper, each in its place, those that could not be read without words."""

    read: list[Page] = field(default_factory=list)
    refused: dict[int, PaperError] = field(default_factory=dict)
    scans: list[int] = field(default_factory=list)  # pictures that nobody read

    @property
    def lost(self) -> dict[int, str]:
        """Why a page was not read, by page."""
        return dict.fromkeys(self.scans, SCAN) | {number: str(error) for number, error in self.refused.items()}


def read_paper(source: Source, limits: Limits = DEFAULT, tell: Tell = _silent) -> Reading:
    """Reads one paper to its end. Never raises for anything that the paper is to blame for."""
    started = time.perf_counter()
    faults.raised = os.environ.get(FAULTS) == "raise"
    try:
        size = source.path.stat().st_size
        data = source.path.read_bytes() if size <= limits.file_size else None
    except OSError as error:
        reason = f"{error.strerror}; check the file and its permissions."
        return Reading(source, None, NOT_READABLE, reason, None, may_pass=True)
    except MemoryError:
        return Reading(source, None, LIMITS, _too_much_memory(limits), None)
    if data is None:
        reason = (
            f"The file has {size / 2**20:.0f} MB, more than {limits.file_size / 2**20:.0f}; allow more: --max-size."
        )
        return Reading(source, _digest(source.path), LIMITS, reason, None, size)
    size, sha256 = len(data), hashlib.sha256(data).hexdigest()
    try:
        pages = _pages(data, limits, tell)
        del data  # a pack of pictures has hundreds of megabytes
        return _read(source, pages, size, sha256, started)
    except PaperError as error:
        outcome, reason = error.outcome, str(error)
    except MemoryError:
        outcome, reason = LIMITS, _too_much_memory(limits)
    except RecursionError as error:
        outcome, reason = DAMAGED, f"Its structure runs in a circle ({error}); get a sound copy."
    except Exception as error:
        outcome, reason = PROGRAM_FAULT, _fault(error)
    return Reading(source, sha256, outcome, reason, None, size, time.perf_counter() - started)


def _read(source: Source, pages: _Pages, size: int, sha256: str, started: float) -> Reading:
    extracted = extract_pages(pages.read)
    extracted = replace(extracted, findings=(*extracted.findings, *_findings(pages.lost)))
    papers = (claim.section.paper for claim in extracted.claims)
    normalised = normalise_document(extracted.printed, papers, source.fiscal_year)
    extracted = given_back(extracted, _unused(extracted, normalised))
    extracted = given_back(extracted, _lost(extracted, normalised), "a fault of the program")
    outcome, reason = _outcome(extracted, pages, [*extracted.findings, *normalised.findings])
    paper = Paper(
        file_name=source.name,
        sha256=sha256,
        size=size,
        extractor_version=extractor_version(),
        outcome=outcome,
        reason=reason,
        seconds=round(time.perf_counter() - started, 3),
        source=source.address,
        fetched_at=source.fetched_at,
        scans_unread=len(pages.scans),
        fiscal_year=source.fiscal_year,
    )
    rows = make_rows(paper, extracted, normalised)
    seconds = time.perf_counter() - started
    figures = _figures(extracted, normalised)
    return Reading(source, sha256, outcome, reason, rows, size, seconds, lost=pages.lost, **figures)


def _unused(extracted: Extracted, normalised: Normalised) -> set[Word]:
    """The words of running text in which no measure was found: where none is stated, they are in no record."""
    looked_through = [p for p in extracted.printed if p.view == "stated_measures"]
    if not looked_through:
        return set()
    others = words_taken(p for p in extracted.printed if p.view != "stated_measures")
    made = words_taken(r.printed for r in normalised.records if r.view == "stated_measures" and r.parent is None)
    return words_taken(looked_through) - others - made


def _lost(extracted: Extracted, normalised: Normalised) -> set[Word]:
    """The words of records that were lost, but for those that other records, such as table cells, hold too."""
    lost = {id(p) for p in normalised.lost}
    return (
        words_taken(normalised.lost) - words_taken(p for p in extracted.printed if id(p) not in lost) if lost else set()
    )


def _pages(data: bytes, limits: Limits, tell: Tell) -> _Pages:
    """All pages. One that cannot be read is left out with its reason; where nothing is left, what was wrong is raised."""
    pages = _Pages()
    scan = scanner()
    scanned = 0
    with open_document(data, limits) as document:
        tell(Progress(document.page_count))
        for number in range(1, document.page_count + 1):
            page = _page(document, number, pages.refused)
            if number not in pages.refused and needs_ocr(page):
                if scan is None:
                    pages.scans.append(number)
                else:
                    scanned += 1
                    tell(Progress(document.page_count, scanned))
                    page = _scanned(document, page, scan, pages.refused)
            pages.read.append(page)
    if pages.refused and not pages.scans and not any(page.words for page in pages.read):
        first, error = next(iter(pages.refused.items()))
        raise type(error)(f"No page can be read: of page {first}, {error}; ask its publisher for another copy.")
    return pages


def _page(document: Document, number: int, refused: dict[int, PaperError]) -> Page:
    try:
        return document.read(number)
    except PaperError as error:
        refused[number] = error
        return Page(number, *document.size(number), warnings=(f"not read: {error}",))


def _scanned(
    document: Document, page: Page, scan: Callable[[Document, Page], Page], refused: dict[int, PaperError]
) -> Page:
    try:
        return scan(document, page)
    except PaperError as error:
        refused[page.number] = error
        return page


def _findings(lost: Mapping[int, str]) -> list[Finding]:
    return [
        Finding("page not read", "warning" if why == SCAN else "error", f"page {page} is not read: {why}", page=page)
        for page, why in sorted(lost.items())
    ]


def _outcome(extracted: Extracted, pages: _Pages, findings: Sequence[Finding]) -> tuple[str, str | None]:
    if not any(a.words for a in extracted.accounts):
        return (
            NEEDS_OCR,
            "No page has a text layer: a scan, or a picture of text. Give it one with an OCR program, and read that.",
        )
    if pages.lost:
        return PARTLY_READ, _told(pages.lost)
    if faulty := [f for f in findings if f.rule == faults.RULE]:
        return PARTLY_READ, f"The program is at fault, not the paper: {faulty[0].message} ({len(faulty)} in all)."
    if not any(c.family for c in extracted.claims) and not extracted.tables:
        return NOTHING_RECOGNISED, "No family of papers knows its layout; all its words are in unread_text."
    return LOADED, None


def _told(lost: Mapping[int, str]) -> str:
    """`not read: pages 3, 7-9 (a picture without a text layer)`: each reason with its pages."""
    whys: dict[str, list[int]] = {}
    for page, why in sorted(lost.items()):
        whys.setdefault(why, []).append(page)
    parts = [f"{'page' if len(numbers) == 1 else 'pages'} {_ranges(numbers)} ({why})" for why, numbers in whys.items()]
    return f"not read: {'; '.join(parts)}"


def _ranges(numbers: list[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _figures(extracted: Extracted, normalised: Normalised) -> dict[str, Any]:
    return {
        "pages": extracted.page_count,
        "words": sum(a.words for a in extracted.accounts),
        "unread": sum(a.unread for a in extracted.accounts),
        "findings": len(normalised.findings) + len(extracted.findings),
        "families": tuple(sorted({c.family for c in extracted.claims if c.family})),
        "records": dict(Counter(record.view for record in normalised.records)),
    }


def _too_much_memory(limits: Limits) -> str:
    return f"Reading it takes more than {limits.memory / 2**20:.0f} MB of memory; allow more: --memory."


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _fault(error: Exception) -> str:
    return f"The program is at fault, not the paper: {faults.told(error)}; please report it."

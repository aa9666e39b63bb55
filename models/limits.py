"""What reading one paper may take. A paper that asks for more ends as `failed: limits`, a page that does is left out and named."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The defaults are some twenty times what the largest papers of public bodies take."""

    seconds: float = 120.0  # by the clock, for a paper
    seconds_a_page: float = 2.0  # more for each of its pages
    seconds_a_scan: float = 120.0  # more for each page that is read by OCR
    cpu_seconds: float = 60.0  # of the processor, for a paper
    cpu_seconds_a_page: float = 1.0
    memory: int = 2**30  # bytes of address space of the process that reads it
    memory_scans: int = 3 * 2**30  # the same while pages are read by OCR
    file_size: int = 256 * 2**20  # bytes
    pages: int = 5_000
    objects_a_page: int = 50_000  # pieces of text, paths, images and forms, those within forms too
    characters_a_page: int = 200_000
    content_a_page: int = 32 * 2**20  # bytes of drawing instructions, unpacked
    obey_permissions: bool = True  # a paper that forbids to take its text out is left alone

    def clock(self, pages: int = 0, scans: int = 0) -> float:
        """Seconds by the clock for a paper of so many pages, of which so many are read by OCR."""
        return self.seconds + pages * self.seconds_a_page + scans * self.seconds_a_scan

    def cpu(self, pages: int = 0, scans: int = 0, threads: int = 1) -> float:
        """Seconds of the processor for the same; OCR works with several threads."""
        return self.cpu_seconds + pages * self.cpu_seconds_a_page + scans * self.seconds_a_scan * threads


DEFAULT = Limits()

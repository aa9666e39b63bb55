"""What can be wrong with a paper as a whole: each class has the outcome it is recorded with and says what to do next."""

from __future__ import annotations


class PaperError(Exception):
    """A paper that cannot be read. `outcome` is what the run records for it; the message ends with what to do next."""

    outcome = "failed: damaged"


class EmptyFile(PaperError):
    """The file has no bytes."""

    outcome = "failed: empty file"


class NotPdf(PaperError):
    """The bytes are no PDF."""

    outcome = "failed: not a pdf"


class Encrypted(PaperError):
    """A password is needed to open the paper."""

    outcome = "failed: encrypted"


class Damaged(PaperError):
    """The file is cut short or broken beyond repair."""

    outcome = "failed: damaged"


class NoPages(PaperError):
    """The file opens, and has not one page."""

    outcome = "failed: no pages"


class TooLarge(PaperError):
    """Reading the paper would take more memory or time than a paper may."""

    outcome = "failed: too large"

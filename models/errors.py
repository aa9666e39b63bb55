"""What can be wrong with a paper or the database as a whole: each error says what to do next."""

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


class NotPermitted(PaperError):
    """Whoever published the paper forbids that its text is taken out."""

    outcome = "failed: not permitted"


class Damaged(PaperError):
    """The file is cut short or broken beyond repair."""

    outcome = "failed: damaged"


class NoPages(PaperError):
    """The file opens, and has not one page."""

    outcome = "failed: no pages"


class TooLarge(PaperError):
    """The paper, or a page of it, is larger or takes more than a paper may (`models.limits`)."""

    outcome = "failed: limits"


class DatabaseError(Exception):
    """The database cannot be used as it is. The message ends with what to do next."""


class DatabaseUnreachable(DatabaseError):
    """No server answers, no file is there, or what answers is no database of ours."""


class DatabaseLocked(DatabaseError):
    """Another program writes to the database and did not end in time."""


class DatabaseFull(DatabaseError):
    """What the database is stored on takes no more."""


class AnotherRun(DatabaseError):
    """Another run holds the database, and did not end in time."""


class DatabaseTooNew(DatabaseError):
    """A newer version of the program made the database."""


class DatabaseTooOld(DatabaseError):
    """An older version of the program made the database, and it is opened for reading only."""


class DatabaseDamaged(DatabaseError):
    """The database holds rows that its constraints forbid."""


class BadRecord(PaperError):
    """A record does not keep the contract: the program is at fault, not the paper."""

    outcome = "failed: bad record"

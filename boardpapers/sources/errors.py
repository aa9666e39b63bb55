"""Why an address gave no paper. Each error names the outcome of the address, and says what to do next."""

from __future__ import annotations

_LONGEST = 1_000  # characters of a reason: it may hold what a stranger's site said


class FetchError(Exception):
    """An address gave no paper. `may_pass`: another try, after `wait` seconds if the site says so, may be worth it."""

    outcome = "failed: not reached"

    def __init__(self, reason: str, *, may_pass: bool = False, wait: float = 0.0) -> None:
        super().__init__("".join(c if c.isprintable() else "?" for c in reason[:_LONGEST]))
        self.may_pass = may_pass
        self.wait = wait


class NotReached(FetchError):
    """The site gives no answer, or none that is of use."""


class NoAnswer(NotReached):
    """The site gives no answer at all."""


class NotThere(FetchError):
    """The site knows of no such address."""

    outcome = "failed: not found"


class Refused(FetchError):
    """The site does not want us there."""

    outcome = "failed: refused"


class NotAllowed(FetchError):
    """The address leads where we do not go."""

    outcome = "failed: address not allowed"


class NotAPaper(FetchError):
    """What the address gives is no PDF."""

    outcome = "failed: not a pdf"


class NothingListed(FetchError):
    """A page or a service that should list papers lists none."""

    outcome = "failed: no papers"


class TooMuch(FetchError):
    """What the address gives is larger, or takes longer, than it may."""

    outcome = "failed: limits"


class NotStored(FetchError):
    """The disk does not take what was fetched."""

    outcome = "failed: not stored"


class Stopped(Exception):
    """The run is being ended; whatever is under way is to be left."""

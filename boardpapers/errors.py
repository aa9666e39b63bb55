"""Errors of the command itself, each with its exit code. Turned into an exit code in one place: `boardpapers.cli.main`.

Exit codes, a promise to whoever schedules the command:

| code | meaning |
|---|---|
| 0 | done; also when there was nothing to do |
| 1 | done, and some papers could not be read (each is named with its outcome) |
| 2 | bad arguments: nothing was done |
| 3 | the database is locked, full, unreachable, or newer than this program; what was loaded before stays loaded |
| 4 | a fault of the program itself: please report it |
| 5 | another run is loading papers into this database: nothing was done |
| 6 | the cluster that was to read papers does not answer; what was loaded before stays loaded |
| 130 | interrupted; what was loaded before stays loaded |
"""

from __future__ import annotations

from models.errors import AnotherRun, DatabaseError, PaperError

OK, PAPERS_FAILED, BAD_ARGUMENTS, DATABASE, FAULT, ANOTHER_RUN, CLUSTER, INTERRUPTED = 0, 1, 2, 3, 4, 5, 6, 130


class CommandError(Exception):
    """Something that stops the command. The message says what to do next."""

    exit_code = FAULT


class BadArguments(CommandError):
    exit_code = BAD_ARGUMENTS


class ClusterUnreachable(CommandError):
    """No scheduler or worker answers, or one is not fit to read papers."""

    exit_code = CLUSTER


class BadQuery(CommandError):
    """The database refused a query."""

    exit_code = BAD_ARGUMENTS


def exit_code_of(error: BaseException) -> int:
    """The exit code of a command that ended in an error."""
    if isinstance(error, CommandError):
        return error.exit_code
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    kinds = ((AnotherRun, ANOTHER_RUN), (DatabaseError, DATABASE), (PaperError, PAPERS_FAILED))
    return next((code for kind, code in kinds if isinstance(error, kind)), FAULT)

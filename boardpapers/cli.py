"""The command `boardpapers`, from its first moment to its exit code. Errors become exit codes here and nowhere else.

What its verbs import takes as long as reading a paper, so it is imported after what workers need has been set going.
"""

from __future__ import annotations

import gc
import os
import sys

from boardpapers import RARE, uncollected
from boardpapers.ending import hear_no_more, stoppable
from boardpapers.errors import BAD_ARGUMENTS, FAULT, INTERRUPTED, OK, CommandError, exit_code_of
from models.errors import DatabaseError, PaperError

STOPPED = "Interrupted; what was loaded before stays loaded."


def main() -> None:
    """Runs the command and ends the process with its exit code."""
    arguments = sys.argv[1:]
    gc.set_threshold(*RARE)
    with stoppable():
        try:
            _start_imports(arguments)
            code = run(arguments)
        except KeyboardInterrupt:  # before there was a verb to tell of it
            sys.stderr.write(f"boardpapers: {STOPPED}\n")
            code = INTERRUPTED
    if code == INTERRUPTED:
        hear_no_more()
    gc.freeze()  # Python looks through all that was imported before it ends, a fifth of a second, unless it is told to leave it
    sys.exit(code)


def _start_imports(arguments: list[str]) -> None:
    """Where papers are to be read, what workers import is imported from the first moment on: to understand the options alone
    takes a quarter of a second. A wrong guess does no harm: `ingest` asks for the same once it knows.
    """
    alone = any(a.startswith(("--help", "--executor")) for a in arguments) or "0" in arguments  # --workers 0
    if arguments[:1] == ["ingest"] and not alone:
        from boardpapers.server import prepare

        prepare(many=sum(a.lower().endswith(".pdf") for a in arguments) != 1)


def run(arguments: list[str]) -> int:
    """Runs the command and gives its exit code, after telling what went wrong, if anything did, in one line."""
    with uncollected():
        import typer

        from boardpapers.cli_app import app

    try:
        code = app(args=arguments, standalone_mode=False) or OK
        # Typer tells of Ctrl-C by a code
        return int(code) if code != INTERRUPTED else _fail(STOPPED, INTERRUPTED)
    except PaperError as error:
        return _fail(f"{error.outcome}. {error}", exit_code_of(error))
    except (CommandError, DatabaseError) as error:
        return _fail(str(error), exit_code_of(error))
    except typer.Exit as error:
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return _fail(STOPPED, INTERRUPTED)
    except BrokenPipeError:
        # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        if hasattr(error, "format_message"):  # click's own errors of usage
            return _fail(f"{error.format_message()} Try --help.", BAD_ARGUMENTS)
        import traceback

        traceback.print_exc()
        return _fail("This is a fault of the program, not of your paper: please report it with the lines above.", FAULT)


def _fail(message: str, code: int) -> int:
    from rich.markup import escape

    from boardpapers.cli_options import console

    console(stderr=True).print(f"[bold red]boardpapers:[/] {escape(message)}", highlight=False)
    return code


if __name__ == "__main__":
    main()

"""A load that is stopped at one of its statements, by a full disk or by a power loss: it leaves what was there before, or all of it."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from load.database import open_database
from load.engines import engine_for
from load.loader import load_rows
from load.rows import Rows
from load.soundness import faults
from models.errors import DatabaseFull
from tests.crash.killing import Everything, differences, everything
from tests.load.papers import meeting, paper, printed_field, record, register, rows_of


def _papers(version: str, paragraphs: int = 3) -> list[Rows]:
    """A register and minutes that name the same person, and a report of some length; read by a version of the program."""
    said = [
        record("report_paragraphs", {"text": printed_field(f"Paragraph {n} of version {version}")})
        for n in range(paragraphs)
    ]
    return [
        rows_of(register(risks=[("R1", f"Floods close the depot {version}", 12)]), paper("register", version)),
        rows_of(meeting(), paper("minutes", version)),
        rows_of(said, paper("report", version)),
    ]


def _load(url: str, version: str) -> None:
    engine = open_database(url)
    for rows in _papers(version):
        load_rows(engine, rows)
    engine.dispose()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_killed_at_any_statement_it_leaves_whole_papers(url: str) -> None:
    """The papers are replaced by those of another version; the load dies before its first statement, before its second, and so on."""
    _load(url, "1")
    old = everything(url)
    last = _killed_before(url, 10_000)
    assert last is None, "a load that nobody kills comes to its end"
    new = everything(url)
    assert old != new
    statement, replaced = 0, set()
    while True:
        statement += 1 + statement // 6  # every one at first, fewer later: the papers are loaded alike
        _load(url, "1")
        if _killed_before(url, statement) is None:
            break
        found = everything(url)
        replaced.add(sum(_is_new(found, name, old, new) for name in ("register", "minutes", "report")))
        _load(url, "2")
        assert differences(everything(url), new) == {}, statement
    assert statement > 20, "too few statements to tell"
    assert replaced == {0, 1, 2}, "kills fell into each paper"


def _killed_before(url: str, statement: int) -> int | None:
    """Loads version 2 in a process of its own that dies before a statement or a commit; None where it came to its end."""
    child = os.fork()
    if child == 0:
        try:
            engine = engine_for(url, 30)
            count = iter(range(1, 1_000_000))

            def step(*_: object) -> None:
                if next(count) == statement:
                    os.kill(os.getpid(), signal.SIGKILL)

            for event in ("before_cursor_execute", "commit"):
                sa.event.listen(engine, event, step)
            for rows in _papers("2"):
                load_rows(engine, rows)
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return statement
    assert os.WEXITSTATUS(status) == 0
    return None


def _is_new(found: Everything, name: str, old: Everything, new: Everything) -> bool:
    """Whether all rows of a paper are those of the new version; if not, they are those of the old one."""
    (number,) = {row[0] for row in new["document"] if name in row}

    def of(held: Everything) -> set[str]:
        return {
            repr((table, row)) for table, rows in held.items() for row in rows if number in row[:2] or _kin(row, number)
        }

    assert of(found) in (of(old), of(new)), name
    return of(found) == of(new)


def _kin(row: tuple[object, ...], number: int) -> bool:
    """Keys of a paper's rows follow its number."""
    return bool(row) and isinstance(row[0], int) and row[0] // 10_000_000 == number


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_full_disk_leaves_what_was_there_and_a_rerun_mends_it(url: str) -> None:
    """The file may grow by so many pages and no more, from none to as many as the paper needs."""
    _load(url, "1")
    old = everything(url)
    large = _papers("2", paragraphs=300)[2]
    refused = 0
    for room in range(0, 200, 7):
        engine = open_database(url)

        def bound(connection: sqlite3.Connection, _record: object, room: int = room) -> None:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages + room}")

        engine.dispose()
        sa.event.listen(engine, "connect", bound)
        try:
            load_rows(engine, large)
        except DatabaseFull as error:
            refused += 1
            assert "make room on its disk" in str(error)
            assert everything(url) == old
            assert faults(engine) == []
        else:
            break
        finally:
            engine.dispose()
    assert refused >= 3
    assert ("Paragraph 299 of version 2",) in [row[-1:] for row in everything(url)["search_entry"]]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_power_loss_costs_the_last_papers_at_most_and_a_rerun_mends_it(url: str, tmp_path: Path) -> None:
    """What the disk has of the journal when the power goes is any beginning of it; the file itself is as after the last checkpoint."""
    states = [everything(url) if open_database(url).dispose() is None else {}]
    engine = open_database(url)
    for rows in _papers("1"):
        load_rows(engine, rows)
        states.append(everything(url))
    file, journal = tmp_path / "papers.sqlite", tmp_path / "papers.sqlite-wal"
    seen = set()
    for number, length in enumerate(_lengths(journal.stat().st_size)):
        copy = tmp_path / f"copy-{number}.sqlite"
        shutil.copy(file, copy)
        copy.with_name(f"{copy.name}-wal").write_bytes(journal.read_bytes()[:length])
        held = everything(str(copy))
        assert held in states, length
        seen.add(states.index(held))
        _load(str(copy), "1")
        assert differences(everything(str(copy)), states[-1]) == {}
        assert faults(engine_for(str(copy), 30)) == []
    engine.dispose()
    assert len(seen) >= 3, "the journal was cut at too few papers to tell"


def _lengths(size: int) -> Iterator[int]:
    yield from range(0, size, max(size // 25, 1))
    yield size


def test_the_journal_is_as_the_documentation_says(url: str) -> None:
    engine = open_database(url)
    with engine.connect() as connection:
        settings = {"PRAGMA journal_mode": "wal", "PRAGMA synchronous": 1}  # 1: NORMAL
        if engine.dialect.name == "postgresql":
            settings = {"SHOW synchronous_commit": "on"}
        assert {sql: connection.exec_driver_sql(sql).scalar() for sql in settings} == settings

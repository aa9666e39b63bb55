"""Writes papers to the database: one transaction a paper, which leaves all of it or nothing.

A paper is known by the SHA-256 of its bytes. Read by the same version of the extractor it changes nothing; read by another
its rows are replaced. What holds over several papers (names of papers, people, risks through editions) is worked out
anew in the same transaction, from what is loaded, so that it never depends on the order of loading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Literal, NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from load.actions import follow_actions, log_series
from load.engines import reading, writing
from load.identity import follow_risks
from load.keys import document_id_of, keys_of, next_id
from load.links import link_actions
from load.naming import name_papers
from load.putting import moved, write
from load.rows import Paper, Rows
from load.runs import PaperNote, note_paper
from models.schema import Document, PageRow, Person, PersonMention, Register, columns_of

Loaded = Literal["loaded", "replaced", "unchanged"]
MOST_TRIES = 3  # of a paper that fails for what may pass: a crash, a slow machine


class Gone(NamedTuple):
    """What a paper that was deleted had to do with others."""

    series: set[str]
    logs: set[str]
    people: list[str]

    @classmethod
    def nothing(cls) -> Gone:
        return cls(set(), set(), [])


class Known(NamedTuple):
    """How a paper was last read, and last tried in vain."""

    extractor_version: str
    outcome: str
    reason: str | None = None
    failed_outcome: str | None = None
    failed_reason: str | None = None
    tries: int | None = None
    tried_version: str | None = None
    quarantined: bool | None = None
    scans_unread: int | None = None
    fiscal_year: int | None = None


class Tried(NamedTuple):
    """How often a paper was tried in vain by one version, and whether it is given up."""

    tries: int
    quarantined: bool


def load_rows(engine: Engine, rows: Rows, *, force: bool = False, note: PaperNote | None = None) -> Loaded:
    """Writes the rows of one paper; says `unchanged` where they are there already and `force` does not ask for them anew.
    `note` is written beside what was loaded.

    Raises DatabaseLocked, DatabaseFull, DatabaseUnreachable; the database is then as it was.
    """
    paper = rows.paper
    with writing(engine) as connection:
        before = connection.execute(sa.select(Document).where(Document.sha256 == paper.sha256)).mappings().first()
        holds = before is not None and _holds_facts(connection, before["document_id"])
        if before is not None and holds and not force and _same_reading(before, paper):
            return "unchanged"
        document_id = before["document_id"] if before is not None else _free_id(connection, rows.document_id)
        gone = _forget(connection, document_id) if before is not None else Gone.nothing()
        _forget_unreadable(connection, paper.source)
        connection.execute(
            sa.insert(Document).values(
                document_id=document_id,
                document=paper.sha256,  # until its name is settled beside the others
                file_name=paper.file_name,
                sha256=paper.sha256,
                size=paper.size,
                page_count=rows.page_count,
                extractor_version=paper.extractor_version,
                outcome=paper.outcome,
                reason=paper.reason,
                families=rows.families,
                ingested_at=_now(),
                seconds=paper.seconds,
                source=paper.source,
                fetched_at=paper.fetched_at,
                scans_unread=paper.scans_unread,
                fiscal_year=paper.fiscal_year,
            )
        )
        write(connection, rows if document_id == rows.document_id else moved(rows, document_id))
        _settle(connection, {paper.file_name, *_name(before)}, gone, document_id, rows)
        note_paper(connection, note)
    return "replaced" if holds else "loaded"


def record_failure(
    engine: Engine,
    *,
    file_name: str,
    sha256: str | None,
    extractor_version: str,
    outcome: str,
    reason: str | None = None,
    size: int = 0,
    source: str | None = None,
    may_pass: bool = True,
    note: PaperNote | None = None,
) -> Tried:
    """Notes that a paper could not be read. Facts that an earlier version of the extractor read in it stay as they are,
    with a note of this failure beside them.

    `sha256` is None where not one byte could be read; the paper is then known by its `source`. A failure that would be
    the same each time puts a paper in quarantine, one that `may_pass` only after MOST_TRIES by the same version.
    """
    with writing(engine) as connection:
        note_paper(connection, note)
        unread = sa.and_(Document.sha256.is_(None), Document.source == source)
        same = Document.sha256 == sha256 if sha256 is not None else unread
        before = connection.execute(sa.select(Document).where(same)).mappings().first()
        tries = 1
        if before is not None and before["tried_version"] == extractor_version:
            tries += before["tries"] or 0
        quarantined = sha256 is not None and (not may_pass or tries >= MOST_TRIES)
        tried = {"tries": tries, "tried_version": extractor_version, "quarantined": quarantined}
        if before is not None and _holds_facts(connection, before["document_id"]):
            failed = {"failed_outcome": outcome, "failed_reason": reason} | tried
            connection.execute(sa.update(Document).where(same).values(failed))
            return Tried(tries, quarantined)
        if before is not None:
            connection.execute(sa.delete(Document).where(same))
            document_id = before["document_id"]
        else:
            document_id = _free_id(connection, document_id_of(sha256 or source or file_name))
        if sha256 is not None:
            _forget_unreadable(connection, source)
        connection.execute(
            sa.insert(Document).values(
                document_id=document_id,
                document=f"{document_id}",
                file_name=file_name,
                sha256=sha256,
                size=size,
                extractor_version=extractor_version,
                outcome=outcome,
                reason=reason,
                ingested_at=_now(),
                source=source,
                **tried,
            )
        )
        _settle(connection, {file_name, *_name(before)}, Gone.nothing())
    return Tried(tries, quarantined)


def known_papers(engine: Engine) -> dict[str, Known]:
    """How each paper was last read, by SHA-256. A paper that holds facts but failed since is known by both."""
    columns = [getattr(Document, name) for name in Known._fields]
    with reading(engine) as connection:
        query = sa.select(Document.sha256, *columns).where(Document.sha256.is_not(None))
        return {sha256: Known(*known) for sha256, *known in connection.execute(query)}


def forget(engine: Engine, document: str) -> bool:
    """Takes a paper and all that was read in it out of the database; False where there is none of that name."""
    with writing(engine) as connection:
        query = sa.select(Document).where(Document.document == document)
        before = connection.execute(query).mappings().first()
        if before is None:
            return False
        _settle(connection, {*_name(before)}, _forget(connection, before["document_id"]))
    return True


def _same_reading(before: sa.RowMapping, paper: Paper) -> bool:
    """Whether the same version read it as it does now: since then OCR may have been installed, or its fiscal year been told."""
    names = ("extractor_version", "scans_unread", "fiscal_year")
    return all(before[name] == getattr(paper, name) for name in names)


def _holds_facts(connection: Connection, document_id: int) -> bool:
    query = sa.select(PageRow.page).where(PageRow.document_id == document_id).limit(1)
    return connection.execute(query).first() is not None


def _free_id(connection: Connection, document_id: int) -> int:
    while connection.execute(sa.select(Document.sha256).where(Document.document_id == document_id)).first():
        document_id = next_id(document_id)
    return document_id


def _forget(connection: Connection, document_id: int) -> Gone:
    """Deletes a paper with its rows; says which series lose an edition by that, and which people a mention."""
    named = sa.select(PersonMention.person_id).where(PersonMention.record_id.between(*keys_of(document_id))).distinct()
    gone = Gone(_series(connection, document_id), log_series(connection, document_id), list(connection.scalars(named)))
    connection.execute(sa.delete(Document).where(Document.document_id == document_id))
    return gone


def _forget_unreadable(connection: Connection, source: str | None) -> None:
    """A paper of which a byte is read at last is no longer one that cannot be."""
    unread = sa.and_(Document.sha256.is_(None), Document.source == source)
    connection.execute(sa.delete(Document).where(unread))


def _series(connection: Connection, document_id: int) -> set[str]:
    return set(connection.scalars(sa.select(Register.series).where(Register.record_id.between(*keys_of(document_id)))))


def _settle(
    connection: Connection, file_names: set[str], gone: Gone, document_id: int | None = None, rows: Rows | None = None
) -> None:
    """What holds over several papers: their names, the risks and actions of the series that the paper is in or was in, the lines of
    logs that follow up an action of minutes, people whom nothing names any more. `rows` are those of the paper that came."""
    name_papers(connection, file_names)
    come = rows.tables if rows is not None else {}
    follow_risks(connection, _told(come, "register", "series") | gone.series)
    follow_actions(connection, _told(come, "action_log", "series") | gone.logs)
    if document_id is not None and not come.keys().isdisjoint(("minute_action", "tracked_action")):
        link_actions(connection, document_id)
    if gone.people:
        named = sa.exists().where(PersonMention.person_id == Person.person_id)
        connection.execute(sa.delete(Person).where(Person.person_id.in_(gone.people), ~named))


def _told(tables: Mapping[str, Sequence[tuple[object, ...]]], table: str, column: str) -> set[str]:
    """What the rows of a table say in a column."""
    place = columns_of(table).index(column)
    return {str(row[place]) for row in tables.get(table, ())}


def _name(before: sa.RowMapping | None) -> Iterable[str]:
    return () if before is None else (before["file_name"],)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

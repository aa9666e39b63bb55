"""Which address gave which bytes: what to ask a site with next time, and where a paper came from."""

from __future__ import annotations

from dataclasses import dataclass, fields

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from load.engines import reading, writing
from load.naming import name_papers
from models.schema import Document, Download


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of asking for one address, last time."""

    url: str
    checked_at: str  # when the site was asked, UTC, ISO 8601
    outcome: str  # fetched, or a failure
    reason: str | None = None
    publisher: str | None = None
    found_on: str | None = None  # index page or web service that led there
    title: str | None = None  # what the link was called
    sha256: str | None = None  # of the last bytes, also where a later try failed
    size: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    fetched_at: str | None = None


def known_downloads(engine: Engine) -> dict[str, Fetched]:
    """What came of each address, by address."""
    names = [field.name for field in fields(Fetched)]
    with reading(engine) as connection:
        query = sa.select(*(getattr(Download, name) for name in names))
        return {row[0]: Fetched(*row) for row in connection.execute(query)}


def note_download(engine: Engine, fetched: Fetched, *, arrived: bool) -> None:
    """Notes what came of an address. Where a paper `arrived`, the address is no longer one that could not be read."""
    values = {field.name: getattr(fetched, field.name) for field in fields(Fetched)}
    with writing(engine) as connection:
        connection.execute(sa.delete(Download).where(Download.url == fetched.url))
        connection.execute(sa.insert(Download).values(values))
        if arrived:
            _forget_failure(connection, fetched.url)


def _forget_failure(connection: Connection, url: str) -> None:
    unread = sa.and_(Document.sha256.is_(None), Document.source == url)
    names = set(connection.scalars(sa.select(Document.file_name).where(unread)))
    if names:
        connection.execute(sa.delete(Document).where(unread))
        name_papers(connection, names)

"""What each run of `ingest` did, and what it fetched from where: tables that tell of the program's work, and of no paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.schema_base import Base, Id, column

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class RunRow(Base):
    """One run. `ended` is NULL while it goes on, and stays so where it was killed."""

    __tablename__ = "run"

    run_id: Mapped[int] = column(primary_key=True)
    started_at: Mapped[str]
    ended_at: Mapped[str | None]
    ended: Mapped[str | None]  # done, interrupted, database, fault
    exit_code: Mapped[int | None]
    extractor_version: Mapped[str]
    asked: Mapped[str]  # the paths it was given, joined with '; '
    workers: Mapped[int]
    papers: Mapped[int | None]  # found
    unchanged: Mapped[int | None]  # of these, in the database already
    seconds: Mapped[float | None]


class RunPaper(Base):
    """What became of one paper in one run; papers that were in the database already are only counted."""

    __tablename__ = "run_paper"

    run_id: Mapped[int] = column("run.run_id", primary_key=True)
    position: Mapped[int] = column(primary_key=True, autoincrement=False)  # order in which they were settled
    paper: Mapped[str]
    source: Mapped[str | None]
    sha256: Mapped[str | None]
    outcome: Mapped[str]
    reason: Mapped[str | None]
    pages: Mapped[int | None]
    seconds: Mapped[float | None]


class Download(Base):
    """One address of a paper: what was fetched there, and what to ask the site with next time."""

    __tablename__ = "download"

    url: Mapped[str] = column(primary_key=True)
    publisher: Mapped[str | None]
    found_on: Mapped[str | None]
    title: Mapped[str | None]
    sha256: Mapped[str | None] = column(index=True)  # of the last bytes, also where a later try failed
    size: Mapped[Id | None]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]  # as the site writes it
    fetched_at: Mapped[str | None]
    checked_at: Mapped[str]
    outcome: Mapped[str]  # of the last try: fetched, or a failure
    reason: Mapped[str | None]

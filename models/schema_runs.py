"""What each run of `ingest` did: tables that tell of the program's work, and of no paper."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.schema_base import Base


class RunRow(Base):
    """One run. `ended` is NULL while it goes on, and stays so where it was killed."""

    __tablename__ = "run"

    run_id: Mapped[int] = mapped_column(primary_key=True)
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

    run_id: Mapped[int] = mapped_column(ForeignKey("run.run_id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # order in which they were settled
    paper: Mapped[str]
    source: Mapped[str | None]
    sha256: Mapped[str | None]
    outcome: Mapped[str]
    reason: Mapped[str | None]
    pages: Mapped[int | None]
    seconds: Mapped[float | None]

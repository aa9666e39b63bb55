"""The tables of meetings: agendas, minutes, decisions and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint

from models.schema_base import Base, Fact, Id, column, whole

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Meeting(Fact, Base):
    """One meeting."""

    __tablename__ = "meeting"

    body: Mapped[str | None]
    meeting_date: Mapped[str | None]
    start_time: Mapped[str | None]
    end_time: Mapped[str | None]
    venue: Mapped[str | None]
    chair: Mapped[str | None]


class Attendance(Fact, Base):
    """One person at a meeting, or away from it."""

    __tablename__ = "attendee"

    meeting_id: Mapped[Id | None] = whole("meeting")
    person: Mapped[str | None]
    role: Mapped[str | None]
    affiliation: Mapped[str | None]
    status: Mapped[str | None]


class AgendaItem(Fact, Base):
    """One item on an agenda."""

    __tablename__ = "agenda_item"

    meeting_id: Mapped[Id | None] = whole("meeting")
    number: Mapped[str | None]
    title: Mapped[str | None]
    text: Mapped[str | None]
    supporting_document: Mapped[str | None]
    time: Mapped[str | None]


class Minute(Fact, Base):
    """One headed item of the minutes."""

    __tablename__ = "minute"

    meeting_id: Mapped[Id | None] = whole("meeting")
    number: Mapped[str | None]
    agenda_ref: Mapped[str | None]
    heading: Mapped[str | None]
    text: Mapped[str | None]
    people: Mapped[str | None]
    cites: Mapped[str | None]


class Resolution(Fact, Base):
    """One resolution under a minute."""

    __tablename__ = "resolution"

    minute_id: Mapped[Id | None] = whole("minute")
    meeting_id: Mapped[Id | None] = whole("meeting")
    label: Mapped[str | None]
    text: Mapped[str | None]
    outcome: Mapped[str | None]


class Vote(Fact, Base):
    """One recorded vote."""

    __tablename__ = "vote"

    minute_id: Mapped[Id | None] = whole("minute")
    meeting_id: Mapped[Id | None] = whole("meeting")
    motion: Mapped[str | None]
    proposer: Mapped[str | None]
    seconder: Mapped[str | None]
    votes_for: Mapped[int | None]
    votes_against: Mapped[int | None]
    abstentions: Mapped[int | None]
    carried: Mapped[bool | None]
    votes_for_names: Mapped[str | None]
    votes_against_names: Mapped[str | None]
    abstentions_names: Mapped[str | None]


class VoteMember(Fact, Base):
    """One person's part in one recorded vote."""

    __tablename__ = "vote_member"

    vote_id: Mapped[Id | None] = whole("vote")
    minute_id: Mapped[Id | None] = whole("minute")
    meeting_id: Mapped[Id | None] = whole("meeting")
    person: Mapped[str | None]
    side: Mapped[str | None]


class MinuteAction(Fact, Base):
    """One action recorded in the minutes themselves."""

    __tablename__ = "minute_action"

    minute_id: Mapped[Id | None] = whole("minute")
    meeting_id: Mapped[Id | None] = whole("meeting")
    action: Mapped[str | None]
    owners: Mapped[str | None]
    owner_initials: Mapped[str | None]
    due_text: Mapped[str | None]
    due_date: Mapped[str | None]
    owner_posts: Mapped[str | None]
    due_inferred: Mapped[bool | None]
    ref: Mapped[str | None]
    due_inferred_date: Mapped[str | None]


class ActionLog(Fact, Base):
    """One edition of one action log. `series` names the log in all its editions."""

    __tablename__ = "action_log"

    body: Mapped[str | None]
    log_title: Mapped[str | None]
    as_of: Mapped[str | None]
    series: Mapped[str] = column(index=True)


class TrackedAction(Fact, Base):
    """One line of an action tracker or log. `action_key` is worked out over all logs that are loaded."""

    __tablename__ = "tracked_action"

    action_log_id: Mapped[Id | None] = whole("action_log")
    ref: Mapped[str | None]
    minute_number: Mapped[str | None]
    raised: Mapped[str | None]
    raised_date: Mapped[str | None]
    action: Mapped[str | None]
    owners: Mapped[str | None]
    owner_initials: Mapped[str | None]
    due_text: Mapped[str | None]
    due_date: Mapped[str | None]
    update_text: Mapped[str | None]
    status: Mapped[str | None]
    rag: Mapped[str | None]
    owner_posts: Mapped[str | None]
    due_inferred: Mapped[bool | None]
    action_key: Mapped[str | None] = column(index=True)
    due_inferred_date: Mapped[str | None]


class ActionLink(Base):
    """One action of the minutes and one line of a log that follows it up, worked out over all papers of a body."""

    __tablename__ = "action_link"
    __table_args__ = (CheckConstraint("confidence BETWEEN 0 AND 1", name="sure"),)

    minute_action_id: Mapped[Id] = column("minute_action.record_id", primary_key=True, autoincrement=False)
    tracked_action_id: Mapped[Id] = column(
        "tracked_action.record_id", primary_key=True, autoincrement=False, index=True
    )
    matched_by: Mapped[str]
    confidence: Mapped[float]


class Decision(Fact, Base):
    """One published decision."""

    __tablename__ = "decision"

    ref: Mapped[str | None]
    title: Mapped[str | None]
    text: Mapped[str | None]
    url: Mapped[str | None]


class DecisionField(Fact, Base):
    """One labelled part of a decision."""

    __tablename__ = "decision_field"

    decision_id: Mapped[Id | None] = whole("decision")
    header: Mapped[str | None]
    text: Mapped[str | None]

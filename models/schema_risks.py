"""The tables of risk registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.schema_base import Base, Fact, Id, Number, column, whole

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Register(Fact, Base):
    """One edition of one register. `series` names the register in all its editions."""

    __tablename__ = "register"

    register_title: Mapped[str | None]
    organisation: Mapped[str | None]
    as_of: Mapped[str | None]
    series: Mapped[str] = column(index=True)


class Risk(Fact, Base):
    """One risk in one edition. `risk_key` is worked out over all editions that are loaded."""

    __tablename__ = "risk"

    register_id: Mapped[Id | None] = whole("register")
    ref: Mapped[str | None]
    category: Mapped[str | None]
    title: Mapped[str | None]
    cause: Mapped[str | None]
    description: Mapped[str | None]
    impact: Mapped[str | None]
    owners: Mapped[str | None]
    owner_initials: Mapped[str | None]
    gross_likelihood: Mapped[Number | None]
    gross_likelihood_label: Mapped[str | None]
    gross_impact: Mapped[Number | None]
    gross_impact_label: Mapped[str | None]
    gross_score: Mapped[Number | None]
    gross_score_label: Mapped[str | None]
    previous_as_of: Mapped[str | None]
    previous_score: Mapped[Number | None]
    previous_score_label: Mapped[str | None]
    current_likelihood: Mapped[Number | None]
    current_likelihood_label: Mapped[str | None]
    current_impact: Mapped[Number | None]
    current_impact_label: Mapped[str | None]
    current_score: Mapped[Number | None]
    current_score_label: Mapped[str | None]
    residual_likelihood: Mapped[Number | None]
    residual_likelihood_label: Mapped[str | None]
    residual_impact: Mapped[Number | None]
    residual_impact_label: Mapped[str | None]
    residual_score: Mapped[Number | None]
    residual_score_label: Mapped[str | None]
    target_likelihood: Mapped[Number | None]
    target_likelihood_label: Mapped[str | None]
    target_impact: Mapped[Number | None]
    target_impact_label: Mapped[str | None]
    target_score: Mapped[Number | None]
    target_score_label: Mapped[str | None]
    rating: Mapped[str | None]
    owner_posts: Mapped[str | None]
    risk_key: Mapped[str | None] = column(index=True)


class RiskTrend(Fact, Base):
    """The trend of one risk in one period."""

    __tablename__ = "risk_trend"

    risk_id: Mapped[Id | None] = whole("risk")
    period: Mapped[str | None]
    trend: Mapped[str | None]


class RiskField(Fact, Base):
    """One printed cell of a risk that no other table of risks holds."""

    __tablename__ = "risk_field"

    risk_id: Mapped[Id | None] = whole("risk")
    header: Mapped[str | None]
    text: Mapped[str | None]
    value: Mapped[Number | None]
    unit: Mapped[str | None]


class RiskControl(Fact, Base):
    """One control or activity of a risk."""

    __tablename__ = "risk_control"

    risk_id: Mapped[Id | None] = whole("risk")
    kind: Mapped[str | None]
    position: Mapped[int | None]
    text: Mapped[str | None]


class RiskAction(Fact, Base):
    """One mitigation of a risk."""

    __tablename__ = "risk_action"

    risk_id: Mapped[Id | None] = whole("risk")
    position: Mapped[int | None]
    description: Mapped[str | None]
    owners: Mapped[str | None]
    owner_initials: Mapped[str | None]
    target_text: Mapped[str | None]
    target_date: Mapped[str | None]
    is_ongoing: Mapped[bool | None]
    status_text: Mapped[str | None]
    rag: Mapped[str | None]
    owner_posts: Mapped[str | None]


class OwnerKey(Fact, Base):
    """One line of a printed key of initials."""

    __tablename__ = "owner_key"

    initials: Mapped[str | None]
    name: Mapped[str | None]

"""The tables of scorecards and reports: indicators, numbers, paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.schema_base import Base, Fact, Id, Number, whole

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Scorecard(Fact, Base):
    """One scorecard."""

    __tablename__ = "scorecard"

    scorecard: Mapped[str | None]


class Kpi(Fact, Base):
    """One indicator of one scorecard."""

    __tablename__ = "kpi"

    scorecard_id: Mapped[Id | None] = whole("scorecard")
    section: Mapped[str | None]
    sub_objective: Mapped[str | None]
    ref: Mapped[str | None]
    kpi: Mapped[str | None]
    lead: Mapped[str | None]
    direction: Mapped[str | None]
    current_text: Mapped[str | None]
    previous_text: Mapped[str | None]
    benchmark_text: Mapped[str | None]
    target_text: Mapped[str | None]
    rag: Mapped[str | None]
    previous_rag: Mapped[str | None]
    trend: Mapped[str | None]


class KpiValue(Fact, Base):
    """One number read out of an indicator's cell."""

    __tablename__ = "kpi_value"

    kpi_id: Mapped[Id | None] = whole("kpi")
    role: Mapped[str | None]
    measure: Mapped[str | None]
    value: Mapped[Number | None]
    unit: Mapped[str | None]
    period: Mapped[str | None]
    period_start: Mapped[str | None]
    period_end: Mapped[str | None]


class Report(Fact, Base):
    """One report in a document."""

    __tablename__ = "report"

    title: Mapped[str | None]
    organisation: Mapped[str | None]
    meeting_date: Mapped[str | None]
    authors: Mapped[str | None]
    presented_by: Mapped[str | None]
    purpose: Mapped[str | None]


class ReportParagraph(Fact, Base):
    """One numbered paragraph or bullet of a report."""

    __tablename__ = "report_paragraph"

    report_id: Mapped[Id | None] = whole("report")
    heading: Mapped[str | None]
    number: Mapped[str | None]
    text: Mapped[str | None]


class StatedMeasure(Fact, Base):
    """One measure stated in running text."""

    __tablename__ = "stated_measure"

    report_paragraph_id: Mapped[Id | None] = whole("report_paragraph")
    report_id: Mapped[Id | None] = whole("report")
    measure: Mapped[str | None]
    value: Mapped[Number | None]
    unit: Mapped[str | None]
    period: Mapped[str | None]
    period_start: Mapped[str | None]
    period_end: Mapped[str | None]
    baseline_value: Mapped[Number | None]
    baseline_period: Mapped[str | None]
    change_value: Mapped[Number | None]
    change_unit: Mapped[str | None]
    area: Mapped[str | None]


class Deliverable(Fact, Base):
    """One milestone, commitment or deliverable reported on."""

    __tablename__ = "deliverable"

    objective: Mapped[str | None]
    deliverable: Mapped[str | None]
    lead: Mapped[str | None]
    frequency: Mapped[str | None]
    timescale: Mapped[str | None]
    measure: Mapped[str | None]
    rag: Mapped[str | None]


class FigureRow(Fact, Base):
    """One chart or picture."""

    __tablename__ = "figure"

    figure_no: Mapped[int | None]
    kind: Mapped[str | None]
    caption: Mapped[str | None]
    text: Mapped[str | None]

"""The SQL schema: one table a fact view of the contract, each row tied to its record, and so to its source on a page.

The views of the contract stand on these tables (`load.views`); researchers never need them. What the contract says of a
column's values (its choices, the form of dates and colours) is a constraint of its table.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Table

from models.column import Column
from models.contract import ALL
from models.schema_base import Base, Fact
from models.schema_documents import (
    Document,
    FieldSource,
    FindingRow,
    PageRow,
    Person,
    PersonMention,
    PrintedTable,
    RecordRow,
    SearchEntry,
    SectionRow,
    SourceSpan,
    TableCell,
    UnreadRun,
)
from models.schema_measures import (
    Deliverable,
    FigureRow,
    Kpi,
    KpiValue,
    Report,
    ReportParagraph,
    Scorecard,
    StatedMeasure,
)
from models.schema_meetings import (
    ActionLink,
    ActionLog,
    AgendaItem,
    Attendance,
    Decision,
    DecisionField,
    Meeting,
    Minute,
    MinuteAction,
    Resolution,
    TrackedAction,
    Vote,
    VoteMember,
)
from models.schema_risks import OwnerKey, Register, Risk, RiskAction, RiskControl, RiskField, RiskTrend
from models.schema_runs import Download, RunPaper, RunRow

__all__ = [
    "ActionLink", "ActionLog", "AgendaItem", "Attendance", "Base", "Decision", "DecisionField", "Deliverable", "Document", "Download",
    "Fact", "FieldSource", "FigureRow", "FindingRow",
    "Kpi", "KpiValue", "Meeting", "Minute", "MinuteAction", "OwnerKey", "PageRow", "Person",
    "PersonMention", "PrintedTable", "RecordRow", "Register", "Report", "ReportParagraph", "Resolution", "Risk", "RiskAction",
    "RiskControl", "RiskField", "RiskTrend", "RunPaper", "RunRow", "Scorecard", "SearchEntry", "SectionRow",
    "SourceSpan", "StatedMeasure", "TableCell",
    "TrackedAction", "UnreadRun", "Vote", "VoteMember", "columns_of", "metadata", "table_of", "value_check",
]  # fmt: skip

metadata = Base.metadata


def table_of(view: str) -> Table:
    """The table that holds a view's rows. Raises KeyError where the view is worked out from other tables."""
    name = ALL[view].table
    if name is None:
        raise KeyError(f"{view} has no table of its own")
    return metadata.tables[name]


def columns_of(table: str) -> tuple[str, ...]:
    """A table's columns in the order in which its rows are loaded."""
    return tuple(column.name for column in metadata.tables[table].columns)


def value_check(column: Column) -> tuple[str, str] | None:
    """Name and SQL of the constraint that a column's values keep the contract; None where any value does."""
    if column.kind == "choice":
        listed = ", ".join(f"'{choice}'" for choice in column.choices)
        return f"{column.name}_known", f"{column.name} IN ({listed})"
    if column.kind == "date":
        forms = " OR ".join(f"{column.name} LIKE '{form}'" for form in ("____", "____-__", "____-__-__"))
        return f"{column.name}_iso", forms
    if column.kind in ("time", "colour"):
        width = {"time": 5, "colour": 7}[column.kind]
        return f"{column.name}_form", f"length({column.name}) = {width}"
    return None


def _constrain() -> None:
    """Gives each table the constraints that the contract asks of its columns."""
    for view in ALL.values():
        if view.table is None:
            continue
        table = metadata.tables[view.table]
        for column in view.columns:
            check = value_check(column) if column.name in table.columns else None
            if check is not None:
                table.append_constraint(CheckConstraint(check[1], name=check[0]))


_constrain()

"""The views of scorecards and reports: indicators, numbers, paragraphs."""

from __future__ import annotations

from models.column import RAG, TREND, Column, Part, View

_DIRECTIONS = ("increase", "reduce", "maintain", "monitor", "achieve")
_ROLES = ("current", "previous", "benchmark", "target", "floor", "forecast")

PERIOD = (
    Column("period", "text", "period as printed", shared=True),
    Column("period_start", "date", "first day of the period", shared=True),
    Column("period_end", "date", "last day of the period", shared=True),
)
OF_REPORT = Part("reports", {"report": "title"})
REPORT = Column("report", "text", "title of the report", shared=True)

SCORECARDS = View(
    "scorecards",
    "one scorecard: what its indicators share",
    (Column("scorecard", "text", "title of the scorecard", shared=True),),
    table="scorecard",
    shown=False,
)

KPIS = View(
    "kpis",
    "one indicator of one scorecard",
    (
        *SCORECARDS.columns,
        Column("section", "text", "objective or band under which it stands", shared=True),
        Column("sub_objective", "text", "objective below that one", shared=True),
        Column("ref", "text", "the indicator's printed reference"),
        Column("kpi", "text", "the indicator's name"),
        Column("lead", "text", "who answers for it"),
        Column("direction", "choice", "what the body wants of the figure", _DIRECTIONS),
        Column("current_text", "text", "latest figures as printed"),
        Column("previous_text", "text", "figures of the time before as printed"),
        Column("benchmark_text", "text", "figures to compare with as printed"),
        Column("target_text", "text", "target as printed"),
        Column("rag", "choice", "colour of the indicator", RAG),
        Column("previous_rag", "choice", "colour at the time before", RAG),
        Column("trend", "choice", "way the arrow points", TREND),
    ),
    table="kpi",
    leading=("ref", "kpi"),
    parts=(Part("scorecards", {"scorecard": "scorecard"}),),
)

KPI_VALUES = View(
    "kpi_values",
    "one number read out of an indicator's cell",
    (
        Column("kpi", "text", "the indicator's name"),
        Column("role", "choice", "what the number is to the indicator", _ROLES),
        Column("measure", "text", "what is counted, where one cell counts several things"),
        Column("value", "number", "the number"),
        Column("unit", "text", "%, s, days, GBP, count, or as printed"),
        *PERIOD,
    ),
    table="kpi_value",
    leading=("kpi", "role", "measure", "value", "unit"),
    parts=(Part("kpis", {"kpi": "kpi"}),),
)

REPORTS = View(
    "reports",
    "one report in a document",
    (
        Column("title", "text", "title of the report"),
        Column("organisation", "text", "body it goes to", shared=True),
        Column("meeting_date", "date", "day of the meeting it goes to", shared=True),
        Column("authors", "names", "people or posts it is by"),
        Column("presented_by", "names", "people or posts that present it"),
        Column("purpose", "text", "what it is for"),
    ),
    table="report",
    leading=("title",),
)

REPORT_PARAGRAPHS = View(
    "report_paragraphs",
    "one numbered paragraph or bullet of a report",
    (
        REPORT,
        Column("heading", "text", "nearest heading over it", shared=True),
        Column("number", "text", "its printed number"),
        Column("text", "text", "what it says"),
    ),
    table="report_paragraph",
    leading=("number", "text"),
    parts=(OF_REPORT,),
)

STATED_MEASURES = View(
    "stated_measures",
    "one measure stated in running text",
    (
        REPORT,
        Column("paragraph_number", "text", "number of the paragraph that states it", shared=True),
        Column("measure", "text", "what is counted"),
        Column("value", "number", "the number"),
        Column("unit", "text", "its unit"),
        *PERIOD,
        Column("baseline_value", "number", "number it is compared with"),
        Column("baseline_period", "text", "period of that number as printed"),
        Column("change_value", "number", "stated change between the two; less than 0 for a fall"),
        Column("change_unit", "text", "unit of the change"),
        Column("area", "text", "place or body it holds for"),
    ),
    table="stated_measure",
    leading=("paragraph_number", "measure", "value", "unit"),
    parts=(Part("report_paragraphs", {"paragraph_number": "number"}), OF_REPORT),
)

DELIVERABLES = View(
    "deliverables",
    "one milestone, commitment or deliverable reported on",
    (
        Column("objective", "text", "objective it serves", shared=True),
        Column("deliverable", "text", "what is to be delivered"),
        Column("lead", "text", "who answers for it"),
        Column("frequency", "text", "how often it is reported"),
        Column("timescale", "text", "by when, as printed"),
        Column("measure", "text", "how it is measured"),
        Column("rag", "choice", "colour of its status", RAG),
    ),
    table="deliverable",
    leading=("deliverable",),
)

FIGURES = View(
    "figures",
    "one chart or picture, which is recorded and not read",
    (
        Column("figure_no", "integer", "number of the figure within the document, from 1"),
        Column("kind", "choice", "whether it is drawn or an image", ("chart", "picture")),
        Column("caption", "text", "its numbered caption, or the heading over it"),
        Column("text", "text", "words drawn in it that no other row holds: labels, axes, legends"),
    ),
    table="figure",
    leading=("figure_no",),
)

VIEWS = (SCORECARDS, KPIS, KPI_VALUES, REPORTS, REPORT_PARAGRAPHS, STATED_MEASURES, DELIVERABLES, FIGURES)

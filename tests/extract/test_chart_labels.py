"""The labels of a chart are no text of the report that it stands in."""

from __future__ import annotations

import io

from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from extract.document import extract_document

STYLES = getSampleStyleSheet()
PROSE = "The office counted more boats in the half year than in the whole of the year before it, and expects as many again by spring"


def bars() -> Drawing:
    drawing, chart = Drawing(400, 150), VerticalBarChart()
    chart.x, chart.y, chart.width, chart.height = 40, 20, 320, 110
    chart.data, chart.categoryAxis.categoryNames = [[12, 18, 15, 22], [10, 14, 13, 19]], ["Q1", "Q2", "Q3", "Q4"]
    chart.valueAxis.valueMin = 0
    drawing.add(chart)
    return drawing


def lines() -> Drawing:
    drawing, chart = Drawing(400, 150), HorizontalLineChart()
    chart.x, chart.y, chart.width, chart.height = 40, 20, 320, 110
    chart.data, chart.categoryAxis.categoryNames = [[12, 18, 15, 22, 25]], ["Apr", "May", "Jun", "Jul", "Aug"]
    drawing.add(chart)
    return drawing


def a_report() -> bytes:
    def text(said: str, style: str = "Normal") -> Paragraph:
        return Paragraph(said, STYLES[style])

    story = [
        text("Marlbury Harbour Authority", "Title"), text("Performance Report", "Heading1"), text("Date: 4 May 2033"),
        text("1. Purpose", "Heading2"), text(f"1.1 {PROSE}."), text(f"1.2 {PROSE} too."),
        text("Figure 1: Boats by quarter"), bars(), text(f"1.3 {PROSE} at least."), lines(), text("Chart 2. Boats each month"),
        text("2. Costs", "Heading2"), text(f"2.1 {PROSE}, it says."), text(f"2.2 {PROSE}, it hopes."),
    ]  # fmt: skip
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=True).build(story)
    return out.getvalue()


def test_labels_are_of_the_chart_and_headings_stay() -> None:
    printed = extract_document(a_report()).printed
    read = [r.fields for r in printed if r.view == "report_paragraphs"]
    assert [(f["heading"].text, f["number"].text, f["text"].text) for f in read] == [
        ("Purpose", "1.1", f"{PROSE}."),
        ("Purpose", "1.2", f"{PROSE} too."),
        ("Purpose", "1.3", f"{PROSE} at least."),
        ("Costs", "2.1", f"{PROSE}, it says."),
        ("Costs", "2.2", f"{PROSE}, it hopes."),
    ]
    figures = [r.fields for r in printed if r.view == "figures"]
    assert [f["caption"].text for f in figures] == ["Figure 1: Boats by quarter", "Chart 2. Boats each month"]
    assert set(figures[0]["text"].text.split()) >= {"Q1", "Q2", "Q3", "Q4", "0", "20"}
    assert set(figures[1]["text"].text.split()) >= {"Apr", "Aug", "15", "25"}

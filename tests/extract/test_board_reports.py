"""Reports to a board: the body's initials large over its name, a number for the report, tables of figures, a plan of actions by strand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from extract.document import extract_pages
from extract.families.deliverables import look
from extract.families.report_milestones import milestones
from extract.letter_marks import marks_in, without_marks
from models.page import Fill, Font, Page
from models.record import Printed
from tests.extract.sheet import BOLD, PLAIN, Sheet
from tests.registers import Set, paragraph, table

FIGURES = (("Boats inspected each month", "80%", "78.4%"), ("Calls answered in ten seconds", "90%", "91.6%"))
PLAN = (
    ("Safe quays", 2, "Dive along the east wall", "Una Mott", "May 2031", "G"),
    (None, 1, "Mark every mooring", "Seth Cray", "June 2031", "A"),
    ("Fair dues", 2, "Publish the new tariff", "Ida Penn", "July 2031", "R"),
    (None, 1, "Refund winter dues", "Una Mott", "May 2031", "B"),
)
COLOURS = {"G": "#92d050", "A": "#ffc000", "R": "#ff0000", "B": "#8db3e2"}
PROSE = "The harbour was open on all days of the quarter and no vessel was turned away for want of a berth."


def sized(size: float) -> Font:
    return Font("Helvetica-Bold", size, bold=True)


def row(sheet: Sheet, top: float, edges: Sequence[float], texts: Sequence[str], font: Font = PLAIN) -> float:
    for (a, b), text in zip(pairwise(edges), texts, strict=True):
        sheet.box(a, top, b, top + 16)
        sheet.write(a + 3, top + 3, text, font)
    return top + 16


def prose(sheet: Sheet, top: float, number: str) -> float:
    words = PROSE.split()
    sheet.write(50, top, number)
    sheet.write(75, top, " ".join(words[:12]))
    sheet.write(75, top + 12, " ".join(words[12:]))
    return top + 32


def report() -> list[Page]:
    first = Sheet(1)
    first.write(450, 40, "QHB", sized(30.0))
    first.write(420, 78, "Quay Harbour Board", sized(10.0))
    first.write(50, 110, "Harbour master’s report", sized(18.0))
    for n, line in enumerate(("Report: 6", "Date: 29 October 2031", "By: Harbour Master")):
        first.write(50, 145 + 13 * n, line)
    first.write(50, 200, "Supporting information", sized(14.0))
    y = prose(first, 225, "1.")
    first.write(50, y, "Progress summary - monthly data", sized(8.5))
    edges: Sequence[float] = (50.0, 250.0, 330.0, 460.0)
    y = row(first, y + 16, edges, ("Indicator", "Target", "FYTD / Rolling Year"), BOLD)
    for figures in FIGURES:
        y = row(first, y, edges, figures)
    for number, heading in enumerate(("Berths and moorings", "Dues and tariffs", "Pilots"), start=2):
        first.write(50, y + 14, heading, sized(11.0))
        y = prose(first, y + 32, f"{number}.")
    second = Sheet(2)
    second.write(50, 60, "Quay Forward: actions led by the board", sized(14.0))
    edges = (50.0, 130.0, 310.0, 400.0, 480.0, 520.0)
    y = row(second, 90, edges, ("Strand", "Action", "Lead", "Timescale", "RAG"), BOLD)
    for strand, rows, *texts, rag in PLAN:
        if strand is not None:
            second.box(50, y, 130, y + 16 * rows)
            second.write(53, y + 3, strand)
        second.fills.append(Fill(480, y, 520, y + 16, COLOURS[rag]))
        y = row(second, y, edges[1:], (*map(str, texts), rag))
    return [first.page, second.page]


def read(view: str) -> list[Printed]:
    return [r for r in extract_pages(report()).printed if r.view == view]


def test_neither_the_mark_of_the_body_nor_the_number_of_a_report_is_its_title() -> None:
    (found,) = read("reports")
    told = {n: f.text for n, f in found.fields.items()}
    assert told["title"] == "Harbour master’s report"
    assert told["organisation"] == "Quay Harbour Board"
    assert told["meeting_date"] == "29 October 2031"
    assert told["authors"] == "Harbour Master"


def test_a_heading_over_a_table_is_no_text() -> None:
    assert [r.fields["number"].text for r in read("report_paragraphs")] == ["1", "2", "3", "4"]


def test_the_year_to_date_is_the_current_figure() -> None:
    names = ("kpi", "target_text", "current_text")
    assert [tuple(k.fields[n].text for n in names) for k in read("kpis")] == list(FIGURES)


def test_actions_by_strand_with_who_by_when_and_how_they_stand_are_a_plan() -> None:
    found = [{n: f.text for n, f in r.fields.items()} for r in read("deliverables")]
    assert [d["deliverable"] for d in found] == [texts[0] for _, _, *texts, _ in PLAN]
    assert [d["objective"] for d in found] == ["Safe quays", "Safe quays", "Fair dues", "Fair dues"]
    assert [(d["lead"], d["timescale"], d["rag"]) for d in found] == [(*texts[1:], rag) for _, _, *texts, rag in PLAN]
    assert not read("tracked_actions")


@pytest.mark.parametrize(
    ("heads", "plan"),
    [
        (("Theme", "Action", "Lead", "Timescale", "RAG"), True),
        (("Priority", "Actions", "Owner", "By when", "RAG status"), True),
        (("Meeting", "Action", "Lead", "Timescale", "RAG"), False),
        (("Theme", "Action", "Lead", "Timescale", "Update"), False),
    ],
)
def test_a_log_of_actions_is_no_plan(heads: tuple[str, ...], plan: bool) -> None:
    rows: list[list[str | Set | None]] = [
        [Set(strand, down=rows) if strand else None, *texts, Set(rag, COLOURS[rag]) if plan else "Begun in spring"]
        for strand, rows, *texts, rag in PLAN
    ]
    assert (look(table([list(heads), *rows])).score >= 0.9) is plan


def test_how_often_figures_are_told_is_no_lead_of_a_milestone() -> None:
    heads = [paragraph(text, y=20.0 * n, level=2) for n, text in enumerate(("Open the new quay", "Dredge the bar"))]

    def led(*lines: str) -> int:
        told = [paragraph(line, y=20.0 * n + 10) for n, line in enumerate(lines)]
        blocks = [b for pair in zip(heads, told, strict=True) for b in pair]
        return len(milestones(blocks, {id(h): 2 for h in heads}))

    assert led("Harbour Master - Quarterly", "Chief Pilot - Monthly") == 2
    assert led("Progress summary - quarterly data", "Progress summary - monthly data") == 0


def test_initials_of_the_name_beside_them_are_a_mark() -> None:
    lines = [paragraph(text) for text in ("QHB", "Quay Harbour Board", "DUES", "Port of Ayle")]
    assert {"QHB", "PA"} <= set(marks_in(lines))
    assert [p.text for p in without_marks(lines, lines)] == ["Quay Harbour Board", "DUES", "Port of Ayle"]
    assert without_marks(lines[:1], lines) == lines[:1]

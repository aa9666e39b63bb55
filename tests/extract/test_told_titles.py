"""A report before its scorecards: its front sheet names them all, and the headings they stand under are its own too."""

from __future__ import annotations

from dataclasses import replace

from extract.document import read_section
from extract.families.scorecard import read
from models.document import Claimed
from models.record import Finding, Printed
from models.section import Paragraph, Section
from models.table import Table
from normalise.document import normalise_document
from tests.registers import paragraph, section, table

PROSE = "Fewer boats came in than in the year before, and those that came stayed for longer than boats used to stay."


def heading(text: str, size: float = 17) -> Paragraph:
    return replace(paragraph(text, level=1), size=size)


def sheet(title: str = "Harbour performance report – June 2031") -> Table:
    return table([("Meeting", "Harbour Board"), ("Title of report", title), ("Report author", "Ann Lee, Clerk")], 0)


def measures(*names: str) -> Table:
    return table([("Indicator", "Target", "Actual"), *[(name, "4", "3") for name in names]])


def titles(*blocks: Paragraph | Table) -> list[tuple[object, object]]:
    records = normalise_document(list(read(section(*blocks, title=None)))).records
    kpis = [r.values for r in records if r.view == "kpis"]
    return [(k["scorecard"].value, k["section"].value if "section" in k else None) for k in kpis]


def test_the_titles_of_slides_behind_a_front_sheet_are_sections_of_what_it_names() -> None:
    slides = (heading("Boats"), measures("Boats landed"), heading("Piers"), measures("Piers painted"))
    name = "Harbour performance report – June 2031"
    assert titles(heading("Report to the Board"), sheet(), *slides) == [(name, "Boats"), (name, "Piers")]


def test_what_heads_a_panel_beside_a_table_is_not_over_it() -> None:
    def beside(y: float, x: float) -> Paragraph:
        said = paragraph("What the figures say", level=1)
        return replace(said, lines=(replace(said.lines[0], x0=x, x1=x + 90, top=y, bottom=y + 9),))

    boats, right = measures("Boats landed"), 400.0
    first = (heading("Boats"), beside(60, right), boats, heading("Piers"), measures("Piers painted"))
    assert titles(*first) == [("Boats", None), ("Piers", None)]
    over = (heading("Boats"), beside(20, right), boats)  # in the middle of the page, above the table
    assert titles(*over) == [("Boats", "What the figures say")]


def test_a_sheet_of_another_subject_a_single_slide_and_scorecards_with_names_are_left_as_they_are() -> None:
    boats, piers = (heading("Boats"), measures("Boats landed")), (heading("Piers"), measures("Piers painted"))
    assert titles(sheet("The new crane"), *boats, *piers) == [("Boats", None), ("Piers", None)]
    assert titles(sheet(), *boats) == [("Boats", None)]
    named = (heading("Boats scorecard"), measures("Boats landed"))
    assert titles(sheet(), *named, *piers) == [("Boats scorecard", None), ("Piers", None)]


def read_by_all(paper: Section) -> list[Printed]:
    claims: list[Claimed] = []
    printed: list[Printed] = []
    findings: list[Finding] = []
    read_section(paper, claims, printed, findings)
    return printed


def test_what_stands_below_the_heading_of_a_scorecard_has_that_heading_in_the_report() -> None:
    goals = [
        (heading("Priority 1: Full berths", 14), paragraph(PROSE), measures("Boats landed", "Crew trained")),
        (heading("Priority 2: Sound piers", 14), paragraph(f"{PROSE} So it is said."), measures("Piers painted", "Nails")),
    ]  # fmt: skip
    projects = [
        table([("Project", "Due", "Status"), (name, "June 2031", "On track"), (f"{name} again", "May 2032", "At risk")])
        for name in ("Dredge the basin", "Paint the piers")
    ]
    title = heading("Harbour plan: performance report", 20)
    blocks = [title, heading("Purpose of this report", 11), paragraph(f"{PROSE} It is for the board.")]
    for goal, listed in zip(goals, projects, strict=True):
        blocks += [*goal, heading("Key projects", 11), listed]
    records = read_by_all(section(*blocks, title=None))
    paragraphs = [r.fields for r in records if r.view == "report_paragraphs"]
    assert [f["heading"].text for f in paragraphs] == [
        "Purpose of this report",
        "Priority 1: Full berths",
        "Priority 2: Sound piers",
    ]
    commitments = [r.fields for r in records if r.view == "deliverables"]
    assert [f["objective"].text for f in commitments] == 2 * ["Priority 1: Full berths"] + 2 * [
        "Priority 2: Sound piers"
    ]

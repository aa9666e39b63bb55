from __future__ import annotations

import pytest

from extract.document import extract_document
from extract.families.deliverables import FAMILY as DELIVERABLES
from extract.families.scorecard import FAMILY as SCORECARD
from models.record import Printed
from tests.extract.tables_drawn import Plan, draw_plan
from tests.registers import Set, section, table


def told(records: list[Printed], view: str, *names: str) -> list[tuple[str | None, ...]]:
    rows = [r.fields for r in records if r.view == view]
    return [tuple(fields[n].text if n in fields else None for n in names) for fields in rows]


@pytest.mark.parametrize("label", ["Service objective: QS 1", "Priority 1:", "Strategic objective", "Theme 2"])
def test_a_label_over_the_headings_names_the_objective_of_milestones(label):
    card = table(
        [
            [label, Set("Keep the quays safe for all", right=2), None],
            ["Key milestone", "Progress Q2", "Commentary"],
            ["Fit new ladders to the east quay", Set("✓", "#00964f", ("tick",)), "Half of them are fixed."],
            ["Train all crane drivers anew", Set("✗", "#d3122a", ("cross",)), "Nobody has come forward."],
        ],
        headings=2,
    )
    found = list(DELIVERABLES.read(section(card, title="Quay services: quarterly report")))
    assert told(found, "deliverables", "objective", "deliverable") == [
        ("Keep the quays safe for all", "Fit new ladders to the east quay"),
        ("Keep the quays safe for all", "Train all crane drivers anew"),
    ]


def test_groups_over_columns_are_no_objective():
    card = table(
        [
            ["Objective", Set("Progress", right=2), None],
            ["Milestone", "Quarter 1", "Quarter 2"],
            ["Fit new ladders to the east quay", "On track", "Complete"],
            ["Train all crane drivers anew", "On track", "At risk"],
        ],
        headings=2,
    )
    found = list(DELIVERABLES.read(section(card, title="Quay services: quarterly report")))
    assert {row[0] for row in told(found, "deliverables", "objective")} <= {None}


def form(first: list[str]) -> bytes:
    """A form of seven columns, whose first row holds two labels, bold, and what they say."""
    spans = [(0, 0, 0, 0), (0, 1, 0, 3), (0, 4, 0, 5), (0, 6, 0, 6)]
    rows = [
        ["Ref", "Measure", "2029/30", "YTD 2030", "Target", "Status", "Trend"],
        ["SH1", "Ships that ran aground", "14", "6", "10", "Green", "up"],
        ["SH2", "Lamps lit at dusk", "97%", "98%", "99%", "Amber", "up"],
        ["SH3", "Calls answered", "88%", "71%", "90%", "Red", "down"],
    ]
    cells = spans + [(r, c, r, c) for r in range(1, 5) for c in range(7)]
    texts = first + [text for row in rows for text in row]
    fills: list[str | None] = [None] * len(cells)
    widths = [60.0, 120.0, 55.0, 55.0, 55.0, 65.0, 75.0]
    return draw_plan(Plan(widths, [18.0] * 5, cells, texts, fills, bold_rows=2))


def test_labels_of_a_form_stand_over_the_headings_of_a_scorecard():
    found = extract_document(form(["Priority:", "A safe harbour", "Lead officer:", "Ola Finch"]))
    assert told(list(found.printed), "kpis", "section", "lead", "kpi", "target_text") == [
        ("A safe harbour", "Ola Finch", "Ships that ran aground", "10"),
        ("A safe harbour", "Ola Finch", "Lamps lit at dusk", "99%"),
        ("A safe harbour", "Ola Finch", "Calls answered", "90%"),
    ]


def test_two_labels_in_a_row_tell_section_and_lead():
    card = table(
        [
            ["Priority 1:", Set("A safe harbour", right=2), None, "Lead officer:", "Ola Finch"],
            ["Measure", "Actual", "Target", "RAG", "Trend"],
            ["Lamps lit at dusk", "98%", "99%", "Amber", "↑"],
            ["Calls answered", "71%", "90%", "Red", "↓"],
        ],
        headings=2,
    )
    found = list(SCORECARD.read(section(card, title="Harbour scorecard")))
    assert told(found, "kpis", "section", "lead") == [("A safe harbour", "Ola Finch")] * 2

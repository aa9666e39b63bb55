"""Registers as public bodies lay them out: the headings of each, and the fields that its columns hold."""

from __future__ import annotations

import pytest

from extract.registers.layout import layout_of
from extract.registers.tables import look
from tests.registers import Set, table

T = [
    "The harbour wall is breached in a storm and the lower town floods",
    "Seasonal staff cannot be hired before the summer opens",
    "The ferry contract ends without a bidder for the winter service",
    "A fraud in the ticket office is found too late to recover the money",
]
L = [
    "Homes are lost and the town has to be housed elsewhere for months",
    "Visits fall and with them the rents that pay for the service",
    "The island is cut off for weeks and food is short for many",
    "Trust is lost and the auditor qualifies the accounts for the year",
]
C = [
    "Wall surveyed every spring by an engineer of the county council",
    "Stall at both colleges in January and a bonus for those who return",
    "Talks with three operators about the winter timetable and the price",
    "Takings counted twice a day and counters rotated by the manager",
]
A = [
    "Rebuild the northern end with stone from the old quarry",
    "Raise the pay to that of the neighbouring harbour",
    "Invite bids in September with the county",
    "Buy a counting machine for the main office",
]
CELLS = {
    "ref": ["1", "2", "3", "4"],
    "risk": T,
    "effect": L,
    "control": C,
    "act": A,
    "few": ["Sea wall", "Staffing", "Ferry", "Fraud"],
    "l": ["4", "3", "5", "2"],
    "i": ["5", "4", "3", "4"],
    "s": ["20", "12", "15", "8"],
    "hml": ["H", "M", "L", "M"],
    "rating": ["High", "Medium", "Low", "Medium"],
    "scale": ["Likely", "Possible", "Unlikely", "Rare"],
    "product": ["4x5=20", "3x4=12", "5x3=15", "2x4=8"],
    "who": ["Ann Brook", "Carl Dean", "Eve Finch", "Gus Hale"],
    "post": ["Head of Coast", "Director of People", "Ferry Manager", "Treasurer"],
    "when": ["31/03/2025", "May 2025", "Ongoing", "TBC"],
    "arrow": ["↑", "→", "↓", "→"],
    "rag": ["R", "A", "G", "A"],
    "open": ["Open", "Open", "Closed", "Open"],
    "treat": ["Treat", "Tolerate", "Treat", "Transfer"],
}
# name: (heading or group > heading, kind of cells, field); None is a column that fits nothing, `other` one known as free
LAYOUTS = {
    "council": [
        ("Risk Ref", "ref", "ref"), ("Risk Title & Description", "risk", "title"), ("Cause", "effect", "cause"),
        ("Consequence", "effect", "consequence"), ("Inherent Risk > I", "i", "gross_impact_score"),
        ("Inherent Risk > L", "l", "gross_likelihood"), ("Inherent Risk > Score", "s", "gross_score"),
        ("Controls/Mitigations in place", "control", "control"), ("Residual Risk > I", "i", "residual_impact_score"),
        ("Residual Risk > L", "l", "residual_likelihood"), ("Residual Risk > Score", "s", "residual_score"),
        ("Direction of Travel", "arrow", "trend"), ("Further actions", "act", "action"),
        ("Action Owner", "who", "action_owner"), ("Target date", "when", "action_target"),
        ("Risk Owner", "who", "owner"),
    ],
    "gross and net": [
        ("Risk No.", "ref", "ref"), ("Risk Description", "risk", "description"),
        ("Potential Impact", "effect", "consequence"), ("Gross Likelihood", "l", "gross_likelihood"),
        ("Gross impact", "i", "gross_impact_score"), ("Gross score", "s", "gross_score"),
        ("Mitigations", "control", "action"), ("Net Likelihood", "l", "current_likelihood"),
        ("Net Impact", "i", "current_impact_score"), ("Net score", "s", "current_score"),
        ("Risk Owner", "who", "owner"), ("Target risk score", "s", "target_score"),
        ("Latest update", "control", "other"),
    ],
    "university": [
        ("Risk", "risk", "title"), ("Owner", "post", "owner"), ("Inherent Risk rating", "rating", "gross_score"),
        ("Key mitigations", "control", "control"), ("Residual rating", "rating", "rating"),
        ("Trend", "arrow", "trend"), ("Actions", "act", "action"),
    ],
    "fire": [
        ("Ref", "ref", "ref"), ("Risk", "risk", "title"), ("Risk Owner", "post", "owner"),
        ("Original Score", "s", "gross_score"), ("Previous score", "s", "previous_score"),
        ("Current Score", "s", "current_score"), ("Target Score", "s", "target_score"), ("Status", "open", None),
        ("Comments", "control", "other"),
    ],
    "charity": [
        ("Ref", "ref", "ref"), ("Risk", "risk", "title"), ("Potential impact", "effect", "consequence"),
        ("Rating", "rating", "rating"), ("Steps to mitigate risk", "act", "action"), ("Lead trustee", "who", "owner"),
        ("Review", "few", "other"),
    ],
    "parish": [
        ("Subject", "few", "title"), ("Risk(s) Identified", "risk", "description"), ("H/M/L", "hml", "rating"),
        ("Management/Control of Risk", "control", "control"), ("Review/Assess/Revise", "few", "other"),
    ],
    "project": [
        ("ID", "ref", "ref"), ("Date raised", "when", "other"), ("Risk Category", "few", "category"),
        ("Risk Description", "risk", "description"), ("Probability (1-5)", "l", "current_likelihood"),
        ("Impact (1-5)", "i", "current_impact_score"), ("Risk score (PxI)", "s", "current_score"),
        ("Mitigation Strategy", "control", "action"), ("Contingency plan", "act", "other"), ("Owner", "who", "owner"),
        ("Status (Open/Closed)", "open", None),
    ],
    "team": [
        ("No", "ref", "ref"), ("Risk", "risk", "title"), ("Consequence", "effect", "consequence"),
        ("Rating", "rating", "rating"), ("Strategy", "treat", None), ("Mitigation", "act", "action"),
        ("Status", "open", None),
    ],
    "if and then": [
        ("Risk ID", "ref", "ref"), ("If", "risk", "description"), ("Then", "effect", "consequence"),
        ("Probability", "l", "current_likelihood"), ("Impact", "i", "current_impact_score"),
        ("PI score", "s", "current_score"), ("Response", "control", "action"), ("Owner", "who", "owner"),
    ],
    "long headings": [
        ("#", "ref", "ref"), ("Description of risk", "risk", "description"),
        ("Likelihood of risk occurring", "l", "current_likelihood"),
        ("Severity of impact", "i", "current_impact_score"), ("Overall risk", "s", "current_score"),
        ("Mitigating action", "act", "action"), ("Responsible officer", "post", "owner"),
        ("Timescale", "when", "action_target"),
    ],
    "before and after without a word for it": [
        ("Ref", "ref", "ref"), ("Risk", "risk", "title"), ("L", "l", "gross_likelihood"),
        ("I", "i", "gross_impact_score"), ("RS", "s", "gross_score"), ("Controls", "control", "control"),
        ("L", "l", "current_likelihood"), ("I", "i", "current_impact_score"), ("RS", "s", "current_score"),
        ("Owner", "who", "owner"),
    ],
    "words for scores": [
        ("Risk", "risk", "title"), ("Likelihood", "scale", "current_likelihood"),
        ("Impact", "rating", "current_impact_score"), ("Overall", "rating", "current_score"),
        ("Mitigation", "control", "action"), ("Lead", "who", "owner"),
    ],
    "four quarters of scores": [
        ("No", "ref", "ref"), ("Strategic Risk", "risk", "title"), ("Lead Director", "post", "owner"),
        ("Q1 Score", "s", "other"), ("Q2 Score", "s", "other"), ("Q3 Score", "s", "previous_score"),
        ("Q4 Score", "s", "current_score"), ("Target", "s", "target_score"),
    ],
    "assurance framework": [
        ("Principal Risk", "risk", "title"), ("Strategic Objective", "few", "category"),
        ("Exec Lead", "who", "owner"), ("Initial Score (LxI)", "product", "gross_both"),
        ("Current Score (LxI)", "product", "current_both"), ("Target Score (LxI)", "product", "target_both"),
        ("Movement", "arrow", "trend"), ("Key Controls", "control", "control"), ("Assurances", "effect", "other"),
        ("Gaps", "effect", "other"), ("Action Plan", "act", "action"),
    ],
    "safety": [
        ("Hazard", "risk", "title"), ("Who might be harmed and how", "effect", None),
        ("What are you already doing", "control", "control"), ("Risk rating", "rating", "rating"),
        ("What further action is necessary", "act", "action"), ("Action by whom", "who", "action_owner"),
        ("Action by when", "when", "action_target"),
    ],
    "controls with a state": [
        ("Ref", "ref", "ref"), ("Risk description", "risk", "description"), ("Risk owner", "who", "owner"),
        ("Likelihood", "l", "current_likelihood"), ("Impact", "i", "current_impact_score"),
        ("Risk level", "rating", "rating"), ("Risk response", "treat", None),
        ("Control measures", "control", "control"),
    ],
    "what we do": [
        ("Ref", "ref", "ref"), ("Risk", "few", "title"), ("What could happen", "risk", "description"),
        ("Score", "s", "current_score"), ("What we are doing", "act", "action"), ("Who", "who", "action_owner"),
        ("By when", "when", "action_target"),
    ],
    "school": [
        ("Sub Category", "few", "category"), ("Responsible for review", "post", "owner"),
        ("Specific Risk", "risk", "title"), ("Likelihood of occurring (5 = High, 1 = Low)", "l", "current_likelihood"),
        ("Impact if occurs (5 = High, 1 = Low)", "i", "current_impact_score"),
        ("Combined score", "s", "current_score"), ("Response (transfer, tolerate or treat", "treat", None),
        ("Control procedures and target date", "control", "control"),
    ],
    "treatments asked for": [
        ("Risk #", "ref", "ref"), ("Risk", "risk", "title"), ("Existing Controls", "control", "control"),
        ("Current > Likelihood", "l", "current_likelihood"), ("Current > Consequence", "i", "current_impact_score"),
        ("Treatment > What will be done?", "act", "action"), ("Treatment > Who is accountable?", "post", "action_owner"),
        ("Treatment > When?", "when", "action_target"),
    ],
    "small charity": [
        ("Risk area/risk identified", "risk", "title"), ("Likelihood of occurrence (score)", "l", "gross_likelihood"),
        ("Severity of impact (score)", "i", "gross_impact_score"), ("Overall or ‘gross’ risk", "s", "gross_score"),
        ("Control procedure", "control", "control"), ("Retained or ‘net’ risk", "s", "residual_score"),
        ("Monitoring process", "effect", "other"), ("Responsibility", "post", "owner"),
        ("Further action required", "act", "action"), ("Timetable for action", "when", "action_target"),
    ],
    "asked in plain words": [
        ("Risk", "risk", "title"), ("How likely is it?", "l", "current_likelihood"),
        ("How serious would it be?", "i", "current_impact_score"), ("What we do to control it", "control", "control"),
        ("Any further action and date", "act", "action"), ("Who will lead?", "post", "action_owner"),
    ],
}  # fmt: skip


def made(columns):
    """The table of a layout; a heading `A > B` stands under its group."""
    grouped = any(" > " in heading for heading, _, _ in columns)
    first: list[Set | str | None] = []
    second = []
    for place, (heading, _, _) in enumerate(columns):
        group, _, leaf = heading.rpartition(" > ")
        second.append(leaf if group else "")
        if not group:
            first.append(heading)
        elif place and columns[place - 1][0].startswith(f"{group} > "):
            first.append(None)
        else:
            first.append(Set(group, right=sum(h.startswith(f"{group} > ") for h, _, _ in columns)))
    body = [list(row) for row in zip(*(CELLS[kind] for _, kind, _ in columns), strict=True)]
    return table([first, *([second] if grouped else []), *body], headings=2 if grouped else 1)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_read_and_claimed(name):
    columns = LAYOUTS[name]
    found = look(made(columns))
    assert [a.field for a in found.columns] == [field for _, _, field in columns]
    assert found.score >= 0.5


def test_what_is_told_by_order_alone_is_unsure():
    found = look(made(LAYOUTS["before and after without a word for it"]))
    assert all(a.confidence < 0.8 for a in found.columns if a.field and a.field.startswith(("gross", "current")))


def test_a_day_of_review_across_a_table_is_no_heading_of_its_first_column():
    heads = ["No.", "Risk title", "Likelihood", "Impact", "Score"]
    told = table(
        [
            [Set("Harbour risks", right=5), None, None, None, None],
            [Set("Last updated: 4 May 2026", right=5), None, None, None, None],
            heads,
            ["1", "The pier gives way", "3", "5", "15"],
            ["2", "Ferries stop", "2", "4", "8"],
        ],
        headings=3,
    )
    columns = layout_of(told).columns
    assert [c.leaf for c in columns][1:] == heads[1:]
    assert all(not c.groups for c in columns)

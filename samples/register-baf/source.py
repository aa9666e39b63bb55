"""An NHS trust's board assurance framework: a summary that every board page repeats, then one strategic risk a page, as a
form of nested boxes. Scores are printed consequence first (`C 5 x L 4 = 20`); controls, assurances and gaps stand in
three columns side by side; the state of an action is a fill and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import register
from odf_text import Cell, Look, TextDocument
from office import expect, office_pdf
from where import Pages

TRUST = "Fenwold Hospitals NHS Foundation Trust"
TITLE = "Board Assurance Framework 2024/25"
NAVY, PALE = "#003087", "#e8edee"
ARROWS = {"up": "▲", "down": "▼", "level": "◄►"}
BRAG = {"blue": "#0070c0", "green": "#00b050", "amber": "#ffc000", "red": "#c00000"}


@dataclass(frozen=True)
class Risk:
    ref: str
    title: str
    objective: str
    that: str
    due_to: str
    leading_to: str
    lead: str
    post: str
    committee: str
    appetite: str
    reviewed: str
    initial: tuple[int, int]  # likelihood, consequence
    current: tuple[int, int]
    target: tuple[int, int]
    trend: str
    rationale: str
    controls: tuple[str, ...]
    assurances: tuple[str, ...]
    gaps: tuple[str, ...]
    actions: tuple[tuple[str, str, str, str, str], ...]  # action, lead, due, progress, brag


# fmt: off
# ruff: noqa: E501 (what stands in a cell stands on one line)
RISKS = [
    Risk(
        "BAF 1", "Urgent and emergency care", "1. Deliver safe, high quality care",
        "patients wait too long for emergency care and are looked after in corridors and in ambulances outside the department",
        "demand that outstrips the beds we can staff, late discharge, and too little care at home at weekends",
        "harm to patients, loss of confidence among staff, and regulatory action",
        "Dr Meera Castellan", "Chief Medical Officer", "Quality Committee", "Minimal", "14/01/2025",
        (5, 5), (4, 5), (2, 5), "up",
        "The score was raised from 15 in December. Twelve-hour waits have doubled since September and two serious incidents are being investigated.",
        ("Full capacity protocol, used on 31 days this quarter", "Same day emergency care open 8am to 10pm, seven days a week", "Discharge lounge with 24 chairs", "Daily call with the council and the community trust at 9.15am"),
        ("1st line: hourly safety huddle in the department", "2nd line: monthly emergency care report to the Quality Committee", "3rd line: unannounced visit by the regulator in October 2024"),
        ("No agreed escalation beds in the community", "Data on corridor care are collected by hand"),
        (
            ("Open 18 escalation beds at Fenby Cottage Hospital", "Chief Operating Officer", "31/01/2025", "Twelve beds open; the last six wait for a fire door.", "amber"),
            ("Replace the paper log of corridor care with a field in the patient record", "Chief Digital Officer", "28/02/2025", "Field built and under test.", "green"),
            ("Agree a weekend discharge team with both councils", "Chief Operating Officer", "30/11/2024", "Funding not agreed. Raised with the integrated care board.", "red"),
        ),
    ),
    Risk(
        "BAF 2", "Workforce supply", "2. Be a great place to work",
        "we cannot recruit and keep the nurses, doctors and allied professionals that our services need",
        "national shortages, the cost of housing in the area, and better terms offered across the county boundary",
        "closed beds, dependence on agencies, and exhaustion among those who stay",
        "Joanna Pritchett-Lowe", "Chief People Officer", "People Committee", "Open", "09/01/2025",
        (5, 4), (3, 4), (2, 4), "down",
        "Vacancies among registered nurses fell to 6.1% and agency spending to 2.8% of the pay bill.",
        ("Workforce plan for 2024 to 2027", "Weekly vacancy panel", "Apprenticeship scheme with Fenwold College"),
        ("1st line: rota gaps reviewed each Thursday", "2nd line: people dashboard, monthly", "3rd line: internal audit of e-rostering, reasonable assurance, July 2024"),
        ("No succession plan for eleven hard-to-fill consultant posts",),
        (
            ("Succession plan for consultant posts to the People Committee", "Chief Medical Officer", "31/03/2025", "First draft discussed in December.", "green"),
            ("Let forty key worker flats on the Mill Lane site", "Director of Estates", "Q3 2025/26", "Planning consent given 3 December.", "green"),
        ),
    ),
    Risk(
        "BAF 3", "Financial sustainability", "3. Live within our means",
        "the Trust does not deliver its financial plan and runs out of cash in the second half of the year",
        "savings that are not recurrent, pay awards above funding, and drugs that are no longer reimbursed",
        "loss of autonomy, cash support at a cost, and a capital programme that cannot be carried out",
        "Gwilym Ashdown", "Chief Finance Officer", "Finance and Performance Committee", "Cautious", "16/01/2025",
        (5, 4), (5, 4), (3, 4), "level",
        "At month 9 the deficit was £7.4m against a plan of £4.1m; £3.9m of savings have no scheme behind them.",
        ("Grip and control meetings each week, chaired by the Chief Finance Officer", "Vacancy and discretionary spending controls", "Thirteen week cash forecast"),
        ("2nd line: monthly finance report to the Board", "3rd line: external audit opinion, unqualified, June 2024"),
        ("Savings plans for 2025/26 identify 41% of what is needed", "Costing of theatres is two years old"),
        (
            ("Bring savings plans for 2025/26 to 80% identified", "Chief Finance Officer", "28/02/2025", "41% identified at 10 January.", "red"),
            ("Refresh theatre costing with the service line leads", "Deputy Chief Finance Officer", "30/06/2025", "Not due to begin until April.", "amber"),
            ("Reach agreement with the integrated care board on drugs outside tariff", "Chief Finance Officer", "20/12/2024", "Agreed and paid in the December cash run.", "blue"),
        ),
    ),
    Risk(
        "BAF 4", "Digital and cyber resilience", "4. Modernise our services",
        "a cyber attack or the failure of old systems takes clinical records away for days",
        "unsupported operating systems, suppliers with weak controls, and staff who have not been trained",
        "cancelled operations, unsafe decisions, fines, and a recovery that lasts for months",
        "Tunde Olaleye", "Chief Digital Officer", "Finance and Performance Committee", "Averse", "13/01/2025",
        (4, 5), (4, 4), (3, 4), "level",
        "Penetration test found no critical weakness, but 340 devices still run an operating system that is out of support.",
        ("Security operations centre, staffed day and night", "Immutable back-ups kept at two sites", "Multi-factor authentication for all remote access"),
        ("1st line: patch compliance report each Monday", "2nd line: cyber report to committee, quarterly", "3rd line: data security toolkit, standards met"),
        ("Downtime procedures tested in 14 of 31 wards",),
        (
            ("Replace or isolate the remaining 340 devices", "Head of Infrastructure", "31/03/2025", "112 replaced since October.", "amber"),
            ("Test downtime procedures on every ward", "Deputy Chief Nurse", "30/04/2025", "Timetable agreed with matrons.", "green"),
        ),
    ),
    Risk(
        "BAF 5", "Estate and fire safety", "4. Modernise our services",
        "parts of the tower block have to be closed because the building can no longer be made safe",
        "backlog maintenance of £86m, original pipework, and fire compartments that are not complete",
        "the loss of up to 90 beds, injury, and prosecution of the Trust",
        "Sir Rowan Ellery", "Director of Estates and Facilities", "Audit and Risk Committee", "Minimal", "10/01/2025",
        (4, 5), (3, 5), (1, 5), "level",
        "Compartmentation works are complete on levels 1 to 6; levels 7 to 9 wait for decant space.",
        ("Fire safety group, monthly", "Six facet survey, updated each year", "Fire wardens on all inpatient wards, with evacuation drills twice a year"),
        ("2nd line: estates compliance report, half-yearly", "3rd line: fire service audit in May 2024 with no enforcement notice"),
        ("No decant ward until the modular unit is open", "Asbestos register incomplete for the basement"),
        (
            ("Open the modular decant ward", "Director of Estates and Facilities", "Summer 2025", "Base slab poured 6 January.", "green"),
            ("Complete the asbestos survey of the basement", "Head of Compliance", "TBC", "Contractor to be appointed.", "amber"),
        ),
    ),
]
# fmt: on


def shade(score: int) -> str:
    for least, fill in ((15, "#ff0000"), (8, "#ffa500"), (4, "#ffff00")):
        if score >= least:
            return fill
    return "#00ff00"


def product(pair: tuple[int, int]) -> str:
    return f"C {pair[1]} x L {pair[0]} = {pair[0] * pair[1]}"


def label(text: str, columns: int = 1) -> Cell:
    return Cell(text, NAVY, columns=columns, valign="middle", look={"bold": True, "colour": "#ffffff"})


def bullets(items: tuple[str, ...]) -> Cell:
    look: Look = {"left": 0.4, "first": -0.4, "tabs": (0.4,), "after": 1}
    return Cell([(f"•\t{item}", look) for item in items])


def form(doc: TextDocument, risk: Risk) -> None:
    """A risk's page: one table of twelve columns whose cells span as the form needs, and a table of actions below it."""
    head: Look = {"bold": True, "colour": "#ffffff", "size": 12}
    centre: Look = {"align": "center", "bold": True}
    rows: list[list[str | Cell]] = [
        [Cell(risk.ref, NAVY, columns=2, look=head), Cell(risk.title, NAVY, columns=10, look=head)],
        [label("Strategic objective", 2), Cell(risk.objective, columns=4), label("Executive lead", 2),
         Cell(f"{risk.lead}, {risk.post}", columns=4)],
        [label("There is a risk that", 2), Cell(risk.that, columns=4), label("Assuring committee", 2),
         Cell(risk.committee, columns=4)],
        [label("Due to", 2), Cell(risk.due_to, columns=4), label("Risk appetite", 2), Cell(risk.appetite, columns=4)],
        [label("Leading to", 2), Cell(risk.leading_to, columns=4), label("Date last reviewed", 2),
         Cell(risk.reviewed, columns=4)],
        [Cell(text, PALE, columns=4, look=centre) for text in ("Initial risk rating", "Current risk rating", "Target risk rating")],
        [Cell(product(pair), shade(pair[0] * pair[1]), columns=4, valign="middle", look={**centre, "size": 13})
         for pair in (risk.initial, risk.current, risk.target)],
        [label("Rationale for current score", 2), Cell(risk.rationale, columns=10)],
        [Cell(text, PALE, columns=4, look=centre) for text in ("Key controls\n(what are we doing about it?)",
         "Sources of assurance\n(how do we know it is working?)", "Gaps in control or assurance")],
        [Cell(cell.text, columns=4) for cell in map(bullets, (risk.controls, risk.assurances, risk.gaps))],
    ]  # fmt: skip
    doc.table([doc.width / 12] * 12, rows, border="0.75pt solid #7f7f7f", size=9)
    doc.p("", size=5)
    columns = ("Action to close the gap", "Lead", "Due", "Progress", "BRAG")
    todo: list[list[str | Cell]] = [[Cell(text, PALE, look=centre) for text in columns]]
    for action, lead, due, progress, brag in risk.actions:
        todo.append([action, lead, due, progress, Cell("", BRAG[brag])])
    doc.table([8.6, 4.2, 2.4, 9.0, doc.width - 24.2], todo, heading_rows=1, border="0.75pt solid #7f7f7f", size=9)


def build(folder: Path) -> None:
    """Write the framework and the rows it should give."""
    small: Look = {"size": 8, "colour": "#425563"}
    doc = TextDocument(
        title=TITLE, size=10, paper=(29.7, 21.0), margins=(1.4, 1.0, 1.4, 0.9),
        header=[(f"**{TRUST}**", {**small, "align": "end"})],
        footer=[(f"{TITLE} – Quarter 3 – presented to the Board of Directors in public 30 January 2025\tPage {{page}} of {{pages}}", {**small, "tabs": (23.8,)})],
    )  # fmt: skip
    doc.p(TITLE, bold=True, size=20, colour=NAVY, before=4)
    doc.p("Quarter 3 position, January 2025", size=13, after=8)
    doc.p(
        "The table shows the Board’s strategic risks at a glance. A page for each follows, with what is being done.",
        after=6,
    )
    heads = ("Ref", "Strategic risk", "Executive lead", "Current score", "Target score", "Movement since Q2")
    rows: list[list[str | Cell]] = [[label(text) for text in heads]]
    for risk in RISKS:
        numbers = [pair[0] * pair[1] for pair in (risk.current, risk.target)]
        cells = [Cell(str(n), shade(n), look={"align": "center", "bold": True}) for n in numbers]
        rows.append([risk.ref, risk.title, risk.post, *cells, Cell(ARROWS[risk.trend], look={"align": "center"})])
    doc.table([2.2, 9.0, 6.4, 2.6, 2.6, doc.width - 22.8], rows, border="0.75pt solid #7f7f7f")
    doc.p(
        "Blue: complete    Green: on track    Amber: at risk of delay    Red: overdue or not going to be met",
        before=10,
        size=9,
    )
    doc.p("Ratings are consequence (C) multiplied by likelihood (L), each from 1 to 5.", size=9)
    for risk in RISKS:
        doc.p("", new_page=True, size=2)
        form(doc, risk)
    pages = Pages(office_pdf(doc.write(folder / f"{folder.name}.fodt")))
    write_expected(folder, pages)


def write_expected(folder: Path, pages: Pages) -> None:
    """The rows of the contract's views; only the page numbers come from the PDF."""
    risks: list[dict[str, object]] = []
    trends, controls, actions, fields = ([] for _ in range(4))
    for risk in RISKS:
        pages.turn_to(1)
        at = pages.of(f"{risk.ref}{risk.title}", after=2)
        risks.append({
            "page": at, "register_title": TITLE, "organisation": TRUST, "as_of": "2025-01", "ref": risk.ref,
            "category": risk.objective, "title": risk.title, "cause": risk.due_to, "description": risk.that,
            "impact": risk.leading_to, "owners": risk.lead.removeprefix("Dr ").removeprefix("Sir "), "owner_posts": risk.post,
            **register.stage("gross", *risk.initial), **register.stage("current", *risk.current),
            **register.stage("target", *risk.target),
        })  # fmt: skip
        trends.append({"page": 1, "ref": risk.ref, "trend": risk.trend})
        for position, text in enumerate(risk.controls, start=1):
            controls.append({"page": at, "ref": risk.ref, "kind": "key_control", "position": position, "text": text})
        for position, (action, lead, due, progress, brag) in enumerate(risk.actions, start=1):
            actions.append({
                "page": pages.of(action, after=at), "ref": risk.ref, "position": position, "description": action,
                "target_text": due, "target_date": register.iso(due), "is_ongoing": register.ongoing(due),
                "status_text": progress, "rag": brag, "owner_posts": lead,
            })  # fmt: skip
        for header, text in (
            ("Assuring committee", risk.committee), ("Risk appetite", risk.appetite), ("Date last reviewed", risk.reviewed),
            ("Rationale for current score", risk.rationale),
            ("Sources of assurance (how do we know it is working?)", " ".join(risk.assurances)),
            ("Gaps in control or assurance", " ".join(risk.gaps)),
        ):  # fmt: skip
            fields.append({"page": pages.of(text, after=at), "ref": risk.ref, "header": header, "text": text})
    expect(folder, "risks", list(risks[0])[1:], risks)
    expect(folder, "risk_trends", ["ref", "trend"], trends)
    expect(folder, "risk_controls", ["ref", "kind", "position", "text"], controls)
    expect(folder, "risk_actions", list(actions[0])[1:], actions)
    expect(folder, "risk_fields", ["ref", "header", "text"], fields)

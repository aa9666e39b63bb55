"""An NHS trust's principal risks as a landscape Word table: cause, impact, controls as bullets, four quarters of trend arrows.

Rows are cut by page breaks wherever they fall. The arrows come in three kinds, since the rows were pasted together from
several people's papers: characters of an ordinary font, glyphs of Wingdings, and drawn shapes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from odf import Grid, Look, Para, Styles, document, page_layout
from office import expect, office_pdf, page_of, page_texts

TRUST = "Aldermoor Community Health NHS Trust"
TITLE = "Board Assurance Framework: Principal Risks"
AS_OF = "2024-09-30"
PERIODS = ["Q3 23/24", "Q4 23/24", "Q1 24/25", "Q2 24/25"]
TREND = {"up": "up", "down": "down", "level": "level", "New": "new", "N/A": "not_applicable", "Closed": "closed"}


@dataclass(frozen=True)
class Risk:
    ref: str
    title: str
    lead: str
    cause: str | tuple[str, ...]
    impact: str | tuple[str, ...]
    controls: tuple[str, ...]  # `#` at the head: a sub-heading; `=`: a paragraph without bullet
    gaps: str | None
    trends: tuple[str, str, str, str]
    rating: str
    arrows: str  # `character`, `wingdings` or `drawn`


# fmt: off
# ruff: noqa: E501 (what stands in a cell stands on one line)
RISKS = [
    Risk(
        "BAF 1", "Safe staffing", "Chief Nurse",
        "National shortage of registered nurses, sickness of more than six per cent in inpatient teams, and a university course at Aldermoor that closed to new students in 2023.",
        "Shifts are run below the agreed minimum. Patients wait longer for care, staff are moved between wards at short notice, and incidents of harm may rise.",
        (
            "Safe staffing reviewed at the 08:30 huddle on every site, with a written record of moves",
            "Electronic rosters published eight weeks ahead",
            "International recruitment: forty-two nurses arrived, eleven more have offers",
            "Bank rates matched to those of the neighbouring acute trust",
            "Establishment review of all wards twice a year, reported to the Board in public",
            "Wellbeing hub with a psychologist on site three days a week",
        ),
        "No acuity tool for district nursing caseloads.",
        ("level", "up", "level", "level"), "High", "character",
    ),
    Risk(
        "BAF 2", "Financial sustainability", "Chief Finance Officer",
        (
            "Savings of 5.2% were assumed in the plan for the year",
            "Pay awards are not funded in full",
            "Block contracts do not follow growth in demand for children's services",
        ),
        "The Trust misses its control total, has to borrow to pay suppliers and loses freedom to invest in its own buildings.",
        (
            "Efficiency board chaired by the Chief Executive meets each week",
            "Quality impact assessment of each scheme above £50,000",
            "Vacancy panel for all posts that are not clinical",
            "Monthly forecast shared with the Integrated Care Board",
            "Cash committee with a rolling forecast of thirteen weeks",
        ),
        "£3.1m of schemes have no plan.",
        ("up", "up", "up", "level"), "Critical", "wingdings",
    ),
    Risk(
        "BAF 3", "Waiting times for children", "Chief Operating Officer",
        "Referrals for autism assessment have doubled since 2021 while the team has lost two of its five psychologists.",
        "Children wait up to 130 weeks. Families pay for private reports, schools cannot plan support, and complaints and claims rise.",
        (
            "Waiting list validated by telephone every six months",
            "Helpline for parents staffed by the voluntary sector",
            "#Assessment",
            "Second provider assessing 300 children by digital consultation",
            "Nurse-led clinics at Thurlby and Cawood Lane on Saturdays",
            "#Support while waiting",
            "Workshops on sleep, eating and school, open to every family on the list",
            "Drop-in for schools on Wednesday afternoons",
        ),
        "No agreed trajectory with commissioners.",
        ("up", "up", "level", "up"), "Critical", "drawn",
    ),
    Risk(
        "BAF 4", "Cyber and digital resilience", "Chief Information Officer",
        "Ageing network equipment at eleven of thirty-four sites and growing numbers of attacks on suppliers.",
        "Electronic records are not available for days, appointments are cancelled, and data about patients may be published.",
        (
            "=The Trust keeps several layers of defence, tested by an outside company each year:",
            "Managed detection service, day and night",
            "Segmented network for medical devices",
            "Tested back-ups that cannot be altered",
            "Downtime boxes with paper forms in every clinic",
            "Assurance questionnaire for suppliers who hold data about patients",
        ),
        "Four suppliers have not answered the questionnaire.",
        ("level", "level", "level", "down"), "High", "character",
    ),
    Risk(
        "BAF 5", "Estate condition", "Director of Estates and Facilities",
        "Backlog maintenance of £28m, of which £6m is high risk, and a capital limit that has not risen for four years.",
        "A failure of heating, water or fire systems closes wards at St Brannock's; patients are moved and income is lost.",
        (
            "Six facet survey, one fifth of the estate each year",
            "Water safety group with an independent authorising engineer",
            "Fire risk assessments no older than twelve months on all inpatient sites",
            "Planned maintenance of generators under load, each month",
        ),
        None,
        ("level", "level", "up", "up"), "High", "drawn",
    ),
    Risk(
        "BAF 6", "Learning from incidents", "Medical Director",
        "Investigation teams were trained in the former framework and managers have little time for the new one.",
        "The same harm happens again, and families do not get an honest account of what went wrong.",
        (
            "Patient safety incident response plan approved by the Board in May",
            "Two patient safety partners sit on the Quality Committee",
            "Learning bulletin after each review",
            "Family liaison officer appointed",
        ),
        "Data on how often actions are closed in time are not reliable.",
        ("N/A", "New", "level", "down"), "Medium", "character",
    ),
    Risk(
        "BAF 7", "Vaccination programme handover", "Director of Public Health Nursing",
        "The regional contract for school-age immunisation moved to another provider on 1 September 2024.",
        "Children miss doses in the term of the handover and the Trust is left with stranded costs.",
        (
            "Joint mobilisation group until the end of August",
            "Cohort lists reconciled by name",
            "Transfer of nineteen staff with protected terms",
        ),
        "None identified.",
        ("level", "down", "down", "Closed"), "Low", "wingdings",
    ),
    Risk(
        "BAF 8", "Mental health crisis pathway", "Chief Operating Officer",
        "Police forces have changed what calls they attend, and the crisis house lost its lease in March.",
        (
            "People in distress wait in emergency departments for more than twelve hours",
            "Staff are assaulted more often",
            "The Trust may breach its duties under the Mental Health Act",
        ),
        (
            "Crisis line answered by clinicians, with a first response within four hours",
            "Street triage car from 16:00 to 02:00",
            "Health-based place of safety with three suites",
            "Daily call of all partners on people who wait for a bed",
            "Alternative crisis café opened in Wendle Road with the charity Harbour Light",
        ),
        "No substantive site for a new crisis house before April 2026.",
        ("up", "up", "up", "level"), "High", "wingdings",
    ),
    Risk(
        "BAF 9", "Equality and inclusion", "Director of People",
        "Progress on the workforce race equality standard has stalled in bands 8a and above.",
        "Talented people leave, trust in leaders falls, and services do not reflect the communities that they are for.",
        (
            "Each interview panel for band 8a and above has an independent member",
            "Reciprocal mentoring with twenty-six pairs",
            "Staff networks with protected time and a budget",
            "Anti-racism statement with measures published on the website",
        ),
        "Disciplinary data are not broken down by team.",
        ("level", "level", "down", "down"), "Medium", "drawn",
    ),
    Risk(
        "BAF 10", "Community transformation", "Director of Strategy",
        "Three primary care networks have not agreed where integrated neighbourhood teams will be based; the business case relies on short-term money.",
        "Avoidable admissions continue at about 140 a month, and therapists recruited for the teams leave at the end of their contracts.",
        (
            "Partnership board with general practice, both councils and the hospice",
            "Shared care record live in 31 of 38 practices",
            "Frailty virtual ward with eighty places",
            "Evaluation by the University of Carrick in three stages",
            "Contracts of therapists extended to March 2026",
        ),
        "Benefits have not been agreed with the acute trust.",
        ("New", "level", "up", "level"), "High", "character",
    ),
    Risk(
        "BAF 11", "Medicines supply", "Chief Pharmacist",
        "World-wide shortages of medicines for attention deficit disorder and of some insulins, and a single wholesaler for two thirds of all lines.",
        "Treatment is interrupted or changed at short notice, and clinicians spend time on substitutions.",
        (
            "Shortages group meets each Monday and issues advice to prescribers",
            "Stock shared between three trusts under a mutual aid agreement",
            "Second wholesaler contracted for critical lines",
        ),
        None,
        ("N/A", "N/A", "New", "up"), "Medium", "wingdings",
    ),
    Risk(
        "BAF 12", "Regulatory compliance", "Director of Governance",
        "The last full inspection was in 2019; two core services were rated as requiring improvement and evidence of change is held in many places.",
        "An unannounced inspection finds breaches, the rating falls and conditions are placed on the registration.",
        (
            "Peer review of each core service once a year",
            "Compliance tracker with evidence, seen by the Executive each month",
            "Mock inspections by two neighbouring trusts in October",
            "Policies past their review date reduced from 61 to 9",
        ),
        "Community dental service has not been reviewed since 2022.",
        ("level", "down", "level", "level"), "Low", "drawn",
    ),
]
# fmt: on

# ----------------------------------------------------------------------------------------------------------- layout

NAVY = "#003087"
CELL = Look(size=9.5, font="Carlito", border="0.5pt solid #7f7f7f", pad=0.08)
HEADING = replace(CELL, bold=True, fill=NAVY, colour="#ffffff", align="center", vertical="middle")
RATINGS = {
    "Critical": ("#7030a0", "#ffffff"),
    "High": ("#ff0000", "#ffffff"),
    "Medium": ("#ffc000", "#000000"),
    "Low": ("#92d050", "#000000"),
}
WIDTHS = [1.4, 2.4, 2.0, 3.9, 3.8, 5.8, 2.5, 1.05, 1.05, 1.05, 1.05, 1.6]
CHARACTERS = {"up": "↑", "down": "↓", "level": "→"}
WINGDINGS = {"up": "\uf0e9", "down": "\uf0ea", "level": "\uf0e8"}  # the heavy arrows at 0xE8 to 0xEA of Wingdings
PATHS = {
    "level": "M 0 5400 L 10800 5400 10800 0 21600 10800 10800 21600 10800 16200 0 16200 Z N",
    "up": "M 5400 21600 L 5400 10800 0 10800 10800 0 21600 10800 16200 10800 16200 21600 Z N",
    "down": "M 5400 0 L 5400 10800 0 10800 10800 21600 21600 10800 16200 10800 16200 0 Z N",
}
COLOURS = {"up": "#ff0000", "level": "#ffc000", "down": "#00b050"}


def arrow(styles: Styles, trend: str, kind: str) -> Para:
    """A trend as it is printed: a word, a character, a glyph or a drawing set in the line."""
    look = replace(CELL, align="center")
    if trend not in CHARACTERS:
        return Para(trend, replace(look, size=8.5))
    if kind == "character":
        return Para(CHARACTERS[trend], replace(look, size=14))
    if kind == "wingdings":
        return Para(WINGDINGS[trend], replace(look, size=14, font="Wingdings"))
    style = styles.name(
        "graphic",
        f'<style:graphic-properties draw:fill="solid" draw:fill-color="{COLOURS[trend]}" draw:stroke="solid" '
        'svg:stroke-width="0.02cm" svg:stroke-color="#404040" style:vertical-pos="middle" style:vertical-rel="text"/>',
    )
    wide, high = (0.6, 0.45) if trend == "level" else (0.45, 0.6)
    drawing = (
        f'<draw:custom-shape text:anchor-type="as-char" draw:style-name="{style}" svg:width="{wide}cm" svg:height="{high}cm">'
        f'<draw:enhanced-geometry svg:viewBox="0 0 21600 21600" draw:enhanced-path="{PATHS[trend]}"/></draw:custom-shape>'
    )
    return Para("", look, inline=drawing)


def listed(content: str | tuple[str, ...]) -> list[Para]:
    if isinstance(content, str):
        return [Para(content, CELL)]
    return [Para(item, CELL, bullet="•") for item in content]


def controls(items: tuple[str, ...]) -> list[Para]:
    out = []
    for item in items:
        if item.startswith("#"):
            out.append(Para(item[1:], replace(CELL, bold=True)))
        elif item.startswith("="):
            out.append(Para(item[1:], CELL))
        else:
            out.append(Para(item, CELL, bullet="•"))
    return out


def table(styles: Styles) -> str:
    grid = Grid(WIDTHS, heading_rows=2)
    for column, text in enumerate(
        ["Ref", "Principal risk", "Executive lead", "Cause", "Impact", "Key controls", "Gaps in control"]
    ):
        grid.put(0, column, text, HEADING, rows=2)
    grid.put(0, 7, "Trend", HEADING, columns=4)
    for n, period in enumerate(PERIODS):
        grid.put(1, 7 + n, period, replace(HEADING, size=8.5))
    grid.put(0, 11, "Residual risk rating", HEADING, rows=2)
    for row, risk in enumerate(RISKS, start=2):
        middle = replace(CELL, align="center", vertical="middle")
        grid.put(row, 0, [Para(risk.ref, replace(CELL, bold=True))], CELL)
        grid.put(row, 1, [Para(risk.title, replace(CELL, bold=True))], CELL)
        grid.put(row, 2, risk.lead, CELL)
        grid.put(row, 3, listed(risk.cause), CELL)
        grid.put(row, 4, listed(risk.impact), CELL)
        grid.put(row, 5, controls(risk.controls), CELL)
        grid.put(row, 6, risk.gaps, CELL)
        for n, trend in enumerate(risk.trends):
            grid.put(row, 7 + n, [arrow(styles, trend, risk.arrows)], middle)
        fill, ink = RATINGS[risk.rating]
        grid.put(row, 11, risk.rating, replace(middle, fill=fill, colour=ink, bold=True))
    width = sum(WIDTHS)
    style = styles.name(
        "table", f'<style:table-properties style:width="{width}cm" table:align="left" table:border-model="collapsing"/>'
    )
    return f'<table:table table:name="Risks" table:style-name="{style}">{grid.xml(styles, "writer")}</table:table>'


def build(folder: Path) -> None:
    """Write the document, its PDF and the rows to expect."""
    styles = Styles()
    body = Look(size=10, font="Carlito", below=0.2)
    intro = [
        Para(TRUST, replace(body, size=12, colour=NAVY, bold=True)),
        Para(TITLE, replace(body, size=18, colour=NAVY, bold=True)),
        Para("Position as at 30 September 2024", replace(body, bold=True)),
        Para(
            "The Board is asked to note the twelve principal risks to the strategic objectives, how each has moved over the last "
            "four quarters, and the rating that remains after the controls in place. An arrow that points up means that the risk "
            "has become greater.",
            body,
        ),
    ]
    small = Look(size=8, font="Carlito", colour="#595959")
    foot = styles.paragraph(replace(small, align="end"))
    master = (
        '<style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>'
        f'<text:p text:style-name="{foot}">{TRUST} | Board of Directors in public | Page <text:page-number>1</text:page-number>'
        "</text:p></style:footer></style:master-page>"
    )
    text = styles.paragraphs(intro, body) + table(styles)
    text += styles.paragraphs(
        "The Board reviews this framework each quarter; the next review is in January 2025.", replace(body, above=0.3)
    )
    source = folder / f"{folder.name}.fodt"
    source.write_text(
        document("text", styles, page_layout("A4", 29.7, 21.0, (1.3, 1.2, 1.0, 1.2)), master, text), encoding="utf-8"
    )
    write_expected(folder, page_texts(office_pdf(source)))


def joined(content: str | tuple[str, ...]) -> str:
    return content if isinstance(content, str) else " ".join(content)


def write_expected(folder: Path, pages: list[str]) -> None:
    """The rows of the contract's views; only the page numbers come from the PDF."""
    risks: list[dict[str, object]] = []
    trends: list[dict[str, object]] = []
    rows: list[dict[str, object]] = []
    gaps: list[dict[str, object]] = []
    page = 1
    for risk in RISKS:
        page = page_of(pages, risk.cause if isinstance(risk.cause, str) else risk.cause[0], page, 16)
        risks.append({
            "page": page, "register_title": TITLE, "organisation": TRUST, "as_of": AS_OF, "ref": risk.ref, "title": risk.title,
            "cause": joined(risk.cause), "impact": joined(risk.impact), "owners": None, "owner_posts": risk.lead,
            "rating": risk.rating.lower(),
        })  # fmt: skip
        trends += [
            {"page": page, "ref": risk.ref, "period": period, "trend": TREND[trend]}
            for period, trend in zip(PERIODS, risk.trends, strict=True)
        ]
        texts = [text.removeprefix("=") for text in risk.controls if not text.startswith("#")]
        for position, text in enumerate(texts, start=1):
            on = page_of(pages, text, page, 16)
            rows.append({"page": on, "ref": risk.ref, "kind": "key_control", "position": position, "text": text})
        if risk.gaps:
            gaps.append({"page": page, "ref": risk.ref, "header": "Gaps in control", "text": risk.gaps})
    expect(folder, "risks", list(risks[0])[1:], risks)
    expect(folder, "risk_trends", ["ref", "period", "trend"], trends)
    expect(folder, "risk_controls", ["ref", "kind", "position", "text"], rows)
    expect(folder, "risk_fields", ["ref", "header", "text"], gaps)

"""A fire authority's strategic risk register, printed from a spreadsheet on A3.

Grouped headings, risks merged over their mitigations and cut by page breaks, a strategic aim merged over several risks,
owners as initials with their key on the last page, RAG as letter and fill, targets as people type them, a scoring matrix.
The data come first, the layout below them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from odf import Grid, Look, Styles, document, page_layout
from office import expect, office_pdf, page_of, page_texts

TITLE = "HARROWMERE COMBINED FIRE AUTHORITY - STRATEGIC RISK REGISTER"
BODY = "HARROWMERE COMBINED FIRE AUTHORITY"
AS_OF = "2024-09-30"

KEY = {
    "CB": ("Catherine Brennand", "Chief Fire Officer"),
    "DO": ("Daniel Osei", "Deputy Chief Fire Officer"),
    "SR": ("Samira Rahman", "Assistant Chief Fire Officer (Service Delivery)"),
    "PW": ("Peter Wainscott", "Treasurer"),
    "HM": ("Helen Mbeki", "Clerk and Monitoring Officer"),
    "LT": ("Lewis Tranter", "Head of Estates and Fleet"),
    "JF": ("Joanna Fairclough", "Head of People"),
    "NK": ("Nikhil Kapadia", "Head of Digital"),
    "RS": ("Ruth Sandiford", "Head of Prevention and Protection"),
    "GA": ("Gwilym Astbury", "Fire Control Manager"),
}

# what people type as a target, with the date it names and whether the action goes on
TARGETS: dict[str | None, tuple[str | None, bool | None]] = {
    None: (None, None),
    "Ongoing": (None, True),
    "TBD": (None, False),
    "TBC": (None, False),
    "Complete": (None, False),
    "Complete and ongoing": (None, True),
    "Business as usual": (None, True),
    "31/12/2024": ("2024-12-31", False),
    "31/03/2025": ("2025-03-31", False),
    "01/10/2024 and ongoing": ("2024-10-01", True),
    "Dec-24": ("2024-12", False),
    "Mar-25": ("2025-03", False),
    "Nov-24": ("2024-11", False),
    "Sept 2024 then ongoing": ("2024-09", True),
    "Sept 2024": ("2024-09", False),
    "April 2025": ("2025-04", False),
    "June 2025": ("2025-06", False),
    "Autumn 2024": ("2024", False),
    "Spring 2025": ("2025", False),
    "Q3 2024/25": ("2024", False),
    "Q4 2024/25": ("2025", False),
    "Report to Authority Dec 2024, then ongoing": ("2024-12", True),
    "Pilot Nov 2024, roll out to all stations May 2025": ("2024-11", False),
    "End of January 2025": ("2025-01", False),
    "By 14 February 2025": ("2025-02-14", False),
}

RAG = {"R": ("red", "#ff0000"), "A": ("amber", "#ffc000"), "G": ("green", "#00b050"), "B": ("blue", "#5b9bd5")}
TREND = {"↑": "up", "↓": "down", "↔": "level", "New": "new"}


@dataclass(frozen=True)
class Action:
    text: str
    lead: str | None  # as printed
    target: str | None
    rag: str


@dataclass(frozen=True)
class Risk:
    ref: str
    title: str
    gross: tuple[int, int, int]  # likelihood, impact, score as printed
    owner: str  # as printed
    previous: int | None
    current: tuple[int, int, int]
    trend: str
    residual: tuple[int, int, int]
    actions: tuple[Action, ...]
    vertical: str = "middle"  # a risk whose text somebody pushed up, to have it on the page where the risk begins


# fmt: off

# each aim with its risks; a risk without an aim has an empty cell
REGISTER: list[tuple[str | None, list[Risk]]] = [
    (
        "Making our communities safer",
        [
            Risk(
                "SR1",
                "Homes where people are most at risk from fire are not found and visited, so that preventable deaths "
                "and injuries in accidental dwelling fires rise",
                (4, 5, 20), "RS", 16, (3, 5, 15), "↓", (2, 5, 10),
                (
                    Action("Share referral data with the two county councils and the health trusts under the refreshed "
                           "information agreement", "RS", "31/12/2024", "G"),
                    Action("Home fire safety visits prioritised by the new household score, reported to each meeting of "
                           "the Performance Committee", "RS", "Sept 2024 then ongoing", "G"),
                    Action("Recruit four community safety advisers to the vacancies in the northern group", "JF", "Nov-24", "A"),
                    Action("Fit smoke alarms with a ten-year battery in every home that is visited", "RS", "Business as usual", "G"),
                    Action("Evaluate the winter safety campaign with Harrowmere University", "RS", "Spring 2025", "G"),
                ),
            ),
            Risk(
                "SR2",
                "Owners of tall and complex buildings do not put right defects in external walls and compartmentation",
                (4, 5, 20), "RS / SR", 20, (4, 5, 20), "↔", (3, 5, 15),
                (
                    Action("Risk-based inspection programme for all residential buildings of 11 metres and over", "RS", "Ongoing", "A"),
                    Action("Second cohort of six inspectors to complete the level 4 diploma", "RS", "June 2025", "G"),
                    Action("Agree with the district councils who leads on enforcement where both have powers", "HM / RS", "TBD", "R"),
                ),
            ),
        ],
    ),
    (
        "Responding quickly and well",
        [
            Risk(
                "SR3",
                "On-call stations cannot be crewed at weekday daytimes and the response standard is missed in rural areas",
                (5, 4, 20), "SR", 16, (4, 4, 16), "↔", (3, 3, 9),
                (
                    Action("Introduce the annual bounty and hourly retainer agreed with the representative bodies", "JF", "Complete", "B"),
                    Action("Approach the fifty largest employers within five minutes of an on-call station", "JF/SR", "Q3 2024/25", "A"),
                    Action("Pilot day-crewing with two riders at Elverton and Stowgate", "SR",
                           "Pilot Nov 2024, roll out to all stations May 2025", "A"),
                    Action("Daily resource conference call chaired by the duty group manager", "SR", "Business as usual", "G"),
                    Action("Publish availability by station each month on the website", "NK", "Dec-24", "G"),
                ),
            ),
            Risk(
                "SR4",
                "The mobilising system shared with two neighbouring services fails, or cannot be supported after its "
                "maintenance contract ends",
                (4, 5, 20), "GA / NK", 15, (3, 5, 15), "↑", (2, 4, 8),
                (
                    Action("Extend the present contract by eighteen months with penalties for lost availability", "PW", "31/03/2025", "A"),
                    Action("Business case for the replacement system to the joint committee", "NK", "End of January 2025", "A"),
                    Action("Fall-back exercise with paper turnout at each control once a quarter", "GA", "Ongoing", "G"),
                    Action("Move emergency call circuits to internet protocol lines before the analogue network closes", "NK",
                           "Q4 2024/25", "R"),
                ),
            ),
            Risk(
                "SR5",
                "Crews are not competent to deal with wildfire, flooding and other incidents made more frequent by a "
                "changing climate",
                (3, 4, 12), "SR", None, (3, 4, 12), "New", (2, 4, 8),
                (
                    Action("Train a wildfire support officer on every shift", "SR", "April 2025", "G"),
                    Action("Replace the swift water rescue boats at Penmere and Thorley", "LT", "TBC", "A"),
                ),
            ),
        ],
    ),
    (
        None,
        [
            Risk(
                "SR6",
                "The Authority does not act within the law when it procures goods and services after the new "
                "procurement rules come into force",
                (3, 3, 9), "HM", 9, (2, 3, 6), "↓", (1, 3, 3),
                (
                    Action("Rewrite contract standing orders and have them adopted by the full Authority", "HM",
                           "Report to Authority Dec 2024, then ongoing", "G"),
                    Action("Train the forty officers who place orders above £5,000", "HM & PW", "Sept 2024", "B"),
                ),
            ),
        ],
    ),
    (
        "Looking after our people",
        [
            Risk(
                "SR7",
                "Bullying and discrimination are not reported or not dealt with, and people leave the Service or are harmed",
                (4, 4, 16), "CB", 12, (3, 4, 12), "↔", (2, 4, 8),
                (
                    Action("Independent reporting line answered by an outside provider, day and night", "JF", "Complete and ongoing", "G"),
                    Action("Every manager to attend two days on handling complaints and grievances", "JF", "Mar-25", "A"),
                    Action("Disclosure checks of all operational staff at the enhanced level", "JF/HM", "31/12/2024", "A"),
                    Action("Culture dashboard to the People Committee, with numbers of cases and how long they took", "JF / CB",
                           "01/10/2024 and ongoing", "G"),
                    Action("Exit interviews offered by someone outside the line of command", None, "Ongoing", "G"),
                ),
            ),
            Risk(
                "SR8",
                "Contaminants carried back from incidents damage the long-term health of firefighters",
                (3, 5, 15), "DO", 15, (3, 5, 15), "↔", (2, 5, 10),
                (
                    Action("Second set of fire kit for every whole-time firefighter", "LT", "Autumn 2024", "B"),
                    Action("Mark clean and dirty zones at all twenty-six stations", "LT", "Q4 2024/25", "A"),
                    Action("Health screening programme designed with occupational health and the unions", "JF / DO", "TBD", "R"),
                ),
            ),
            Risk(
                "SR9",
                "Industrial action leaves too few trained people to meet the statutory duty to respond",
                (2, 5, 10), "DO", 10, (2, 5, 10), "↔", (2, 4, 8),
                (
                    Action("Review the business continuity plan after each national ballot", "DO", "Ongoing", "G"),
                    Action("Contract with a resilience crewing company renewed for three years", "PW/DO", "Complete", "B"),
                    Action("Table-top exercise with the local resilience forum", "DO", "By 14 February 2025", "G"),
                ),
            ),
        ],
    ),
    (
        "Using money and assets well",
        [
            Risk(
                "SR10",
                "The funding settlement, pay awards and pension costs together open a gap in the medium term financial "
                "plan that reserves cannot bridge",
                (5, 5, 25), "PW / CB", 20, (4, 5, 20), "↑", (3, 4, 12),
                (
                    Action("Model three pay scenarios and bring them to the budget workshop of members", "PW", "Nov-24", "G"),
                    Action("Savings programme of £2.4m over three years, each line with a named lead", "PW/DO", "Q4 2024/25", "A"),
                    Action("Work with other authorities on a case for precept flexibility", "CB/PW", "Ongoing", "A"),
                    Action("Claim the remedy costs of the pension schemes from the Home Office grant", "PW", "TBC", "R"),
                ),
            ),
            Risk(
                "SR11",
                "Stations and training buildings fall below a safe standard because the backlog of repairs keeps growing",
                (4, 3, 12), "LT", 12, (4, 3, 12), "↔", (3, 3, 9),
                (
                    Action("Condition survey of the whole estate by chartered surveyors", "LT", "Complete", "B"),
                    Action("Rebuild Castle Street station on the present site", "LT", "June 2025", "A"),
                    Action("Remove reinforced concrete planks found at two drill towers", "LT", "31/03/2025", "R"),
                    Action("Share space with the ambulance trust at Stowgate", "LT / SR", None, "A"),
                ),
            ),
            Risk(
                "SR12",
                "A cyber attack or loss of data stops essential systems for more than a day",
                (4, 5, 20), "NK", 16, (3, 5, 16), "↔", (2, 4, 8),
                (
                    Action("Annual penetration test and a plan for each finding", "NK", "Dec-24", "G"),
                    Action("Second sign-on factor on all accounts, those of members included", "NK", "Complete", "B"),
                    Action("Restore test of payroll and mobilising back-ups at the second site", "NK/GA", "Q3 2024/25", "A"),
                    Action("Phishing simulation every two months with training for those who click", "NK", "Ongoing", "G"),
                    Action("Cover for cyber losses renewed with a lower excess", "PW", "Complete", "B"),
                    Action("Retire the last four servers that no longer receive updates", "NK", "31/12/2024", "A"),
                ),
            ),
        ],
    ),
    (
        "Governing openly",
        [
            Risk(
                "SR13",
                "Recommendations of the inspectorate are not carried out in time and the Service is placed in enhanced monitoring",
                (3, 4, 12), "CB / D O / SR", 12, (3, 4, 12), "↔", (2, 3, 6),
                (
                    Action("Improvement board with an outside chair meets every month", "CB", "Ongoing", "G"),
                    Action("Close the two causes of concern on risk information and on discipline", "DO", "April 2025", "A"),
                    Action("Internal audit tests the evidence before an action is closed", "PW", "Q3 2024/25", "G"),
                    Action("Publish progress on every recommendation each quarter", "CB / JF", "01/10/2024 and ongoing", "A"),
                ),
                vertical="top",
            ),
            Risk(
                "SR14",
                "Members do not have the information or the training to hold the Service to account",
                (3, 3, 9), "HM", 6, (2, 3, 6), "↔", (2, 2, 4),
                (
                    Action("Induction for the nine new members after the May elections", "HM", "Complete", "B"),
                    Action("Template for reports that states options, costs and risks on one page", "HM", "Nov-24", "G"),
                    Action("Quarterly briefing of all members on inspections, complaints and near misses", "CB / HM", "Ongoing", "G"),
                    Action("Appoint two independent persons to the Audit and Governance Committee", "HM", "By 14 February 2025", "A"),
                ),
            ),
            Risk(
                "SR15",
                "The merger of the two county pension administration teams leads to late or wrong payments to retired firefighters",
                (3, 3, 9), "PW / HM", None, (3, 3, 9), "New", (2, 3, 6),
                (
                    Action("Reconcile all 1,140 pensioner records before they are transferred", "PW", "Mar-25", "A"),
                    Action("Weekly call with the new administrator until three clean payrolls have run", "PW", "Q4 2024/25", "G"),
                ),
            ),
            Risk(
                "SR16",
                "Partners withdraw from shared services and the Authority bears fixed costs alone",
                (2, 4, 8), "PW", 8, (2, 4, 8), "↔", (1, 4, 4),
                (
                    Action("Notice periods of at least two years written into each agreement when it is renewed", "HM", "Ongoing", "G"),
                    Action("Yearly review of costs and benefits with both partner services", "PW / DO", "Spring 2025", "G"),
                    Action("Exit plan for the shared legal team", "HM", "TBC", "R"),
                ),
            ),
            Risk(
                "SR17",
                "Information given to the public in and after a major incident is late, wrong or contradicts that of other agencies",
                (3, 4, 12), "CB", 8, (2, 4, 8), "↔", (1, 4, 4),
                (
                    Action("On-call rota for communications officers, shared with the police and ambulance services", "CB",
                           "Complete and ongoing", "G"),
                    Action("Media training for duty officers at the rank of group manager and above", "JF", "April 2025", "A"),
                    Action("Adopt the resilience forum's templates for warning and informing", "CB/SR", "Sept 2024", "B"),
                ),
            ),
        ],
    ),
]
# fmt: on

# ----------------------------------------------------------------------------------------------------------- layout

HEADING = Look(size=8.5, bold=True, align="center", vertical="middle", fill="#d9d9d9")
BODYTEXT = Look(size=9.5, vertical="middle")
MIDDLE = replace(BODYTEXT, align="center")
BANDS = ((15, "#ff0000"), (8, "#ffc000"), (4, "#ffff00"), (0, "#92d050"))  # from this score on
# ref, aim, risk | L I S | owner | description, lead, target, RAG | previous | L I S, trend | L I S
WIDTHS = [1.4, 2.8, 5.4, 1.3, 1.3, 1.3, 1.6, 8.4, 1.5, 3.1, 1.1, 1.7, 1.3, 1.3, 1.3, 1.2, 1.3, 1.3, 1.3]
GROUPS = [
    (0, 3, "Details of Risk", "#bdd7ee"),
    (3, 3, "Gross Risk", "#f8cbad"),
    (6, 5, "Mitigation", "#e2efda"),
    (11, 1, "Previous", "#ededed"),
    (12, 4, "Current Risk (30 September 2024)", "#ffe699"),
    (16, 3, "Residual Risk after all Mitigation", "#d9d2e9"),
]
HEADINGS = [
    "Ref", "Strategic aim", "Risk", "L'hood", "Impact", "Score*", "Risk owner", "Description of mitigation", "Lead", "Target date",
    "RAG", "June 2024 Score", "L'hood", "Impact", "Score*", "Trend", "L'hood", "Impact", "Score*",
]  # fmt: skip


def colour(score: int) -> str:
    return next(fill for least, fill in BANDS if score >= least)


def height(text: str, width: float) -> float:
    """Centimetres that a text of 9.5 pt needs in a column: 0.17 cm a character on average, 0.42 cm a line."""
    lines, left = 1, 0.0
    for word in text.split():
        needed = len(word) * 0.17
        if left and left + needed > width - 0.2:
            lines, left = lines + 1, 0.0
        left += needed + 0.09
    return lines * 0.42


def register(grid: Grid) -> None:
    """Title, headings and the risks, a row a mitigation."""
    plain = Look(size=13, bold=True, border="none", vertical="middle")
    grid.put(0, 0, TITLE, plain, columns=11)
    grid.put(0, 11, "Position at 30 September 2024", replace(plain, size=10, align="end"), columns=8)
    grid.heights |= {0: 0.9, 1: 1.0, 2: 0.9}
    for column, columns, text, fill in GROUPS:
        grid.put(1, column, text, replace(HEADING, size=9, fill=fill), columns=columns)
    for column, text in enumerate(HEADINGS):
        grid.put(2, column, text, HEADING)
    grid.heading_first, grid.heading_rows = 1, 2
    row = 3
    for aim, risks in REGISTER:
        grid.put(row, 1, aim, BODYTEXT, rows=sum(len(r.actions) for r in risks))
        for risk in risks:
            span = len(risk.actions)
            heights = [
                max(0.56, height(a.text, WIDTHS[7]) + 0.14, height(a.target or "", WIDTHS[9]) + 0.14)
                for a in risk.actions
            ]
            short = height(risk.title, WIDTHS[2]) + 0.2 - sum(heights)
            for n, action in enumerate(risk.actions):
                # the sheet's author dragged rows open until the risk's own text could be read
                grid.heights[row + n] = round(heights[n] + max(0.0, short) / span, 2)
                fill = RAG[action.rag][1]
                grid.put(row + n, 7, action.text, BODYTEXT)
                grid.put(row + n, 8, action.lead, MIDDLE)
                grid.put(row + n, 9, action.target, MIDDLE)
                grid.put(row + n, 10, action.rag, replace(MIDDLE, bold=True, fill=fill))
            cells: list[tuple[int, int | str | None, Look]] = [
                (0, risk.ref, replace(MIDDLE, bold=True)), (2, risk.title, BODYTEXT), (6, risk.owner, MIDDLE),
                (11, risk.previous, replace(MIDDLE, fill=colour(risk.previous) if risk.previous else None)),
                (15, risk.trend, replace(MIDDLE, size=12 if len(risk.trend) == 1 else 8)),
            ]  # fmt: skip
            for column, stage in ((3, risk.gross), (12, risk.current), (16, risk.residual)):
                cells += [(column, stage[0], MIDDLE), (column + 1, stage[1], MIDDLE)]
                cells.append((column + 2, stage[2], replace(MIDDLE, bold=True, fill=colour(stage[2]))))
            for column, content, look in cells:
                grid.put(row, column, content, replace(look, vertical=risk.vertical), rows=span)
            row += span
    note = "* Score is likelihood multiplied by impact. Risks of 15 and over are reported to the full Authority."
    grid.put(row, 0, note, Look(size=7, italic=True, border="none"), columns=12)
    grid.heights[row] = 0.6


MATRIX_ROWS = ["Catastrophic", "Major", "Moderate", "Minor", "Insignificant"]
MATRIX_COLUMNS = ["Rare", "Unlikely", "Possible", "Likely", "Almost certain"]


def matrix_and_key(grid: Grid) -> list[dict[str, object]]:
    """The scoring matrix and the key of initials, a sheet of their own; the matrix' cells as the contract wants them."""
    title = Look(size=12, bold=True, border="none", vertical="middle")
    grey = replace(HEADING, size=10, fill="#bfbfbf")
    expected: list[dict[str, object]] = []
    grid.put(0, 0, "Scoring matrix", title, columns=3)
    for n, label in enumerate(MATRIX_ROWS):
        grid.heights[n + 1] = 1.2
        grid.put(n + 1, 0, label, grey)
        expected.append(
            {"row_no": n + 1, "column_no": 1, "header": "Impact / Likelihood", "text": label, "fill": grey.fill}
        )
        for m, heading in enumerate(MATRIX_COLUMNS):
            score = (5 - n) * (m + 1)
            grid.put(n + 1, m + 1, score, replace(MIDDLE, size=11, bold=True, fill=colour(score)))
            cell = {"row_no": n + 1, "column_no": m + 2, "header": heading, "text": score, "value": score}
            expected.append(cell | {"fill": colour(score)})
    for m, label in enumerate(["Impact / Likelihood", *MATRIX_COLUMNS]):
        grid.put(6, m, label, grey)
        expected.append({"row_no": 6, "column_no": m + 1, "text": label, "fill": grey.fill})
    grid.put(8, 0, "Key to owners and leads", title, columns=3)
    line = replace(BODYTEXT, size=10)
    for n, (initials, name, post) in enumerate([("Initials", "Name", "Post"), *((i, *who) for i, who in KEY.items())]):
        look = line if n else replace(HEADING, size=10)
        grid.heights[9 + n] = 0.6
        grid.put(9 + n, 0, initials, replace(look, align="center"))
        grid.put(9 + n, 1, name, look, columns=2)
        grid.put(9 + n, 3, post, look, columns=3)
    grid.heights |= {6: 1.2, 8: 0.9}
    return expected


def people(printed: str | None) -> tuple[str | None, str | None]:
    """Full names and initials of an owner cell: `CB / D O / SR` has a slip of the hand inside."""
    if printed is None:
        return None, None
    initials = [part.replace(" ", "") for part in printed.replace("&", "/").split("/")]
    return "; ".join(KEY[i][0] for i in initials), "; ".join(initials)


def build(folder: Path) -> None:
    """Write the spreadsheet, its PDF and the rows to expect."""
    styles, grid, legend = Styles(), Grid(WIDTHS), Grid([4.0, 3.4, 3.4, 3.4, 3.4, 3.4])
    register(grid)
    matrix = matrix_and_key(legend)
    foot = Look(size=8, colour="#595959", align="end")
    layout = page_layout("A3", 42.0, 29.7, (1.2, 1.0, 1.0, 1.0))
    master = (
        '<style:master-page style:name="Default" style:page-layout-name="A3"><style:header style:display="false"/>'
        f'<style:footer><text:p text:style-name="{styles.paragraph(foot)}">Audit and Governance Committee, Appendix 2 - page '
        "<text:page-number>1</text:page-number> of <text:page-count>5</text:page-count></text:p></style:footer>"
        "</style:master-page>"
    )
    sheet = styles.name("table", '<style:table-properties table:display="true"/>', ' style:master-page-name="Default"')
    body = "".join(
        f'<table:table table:name="{name}" table:style-name="{sheet}">{content.xml(styles, "calc")}</table:table>'
        for name, content in (("Register", grid), ("Matrix and key", legend))
    )
    named = '<style:style style:name="Default" style:family="table-cell"/>'
    source = folder / f"{folder.name}.fods"
    source.write_text(document("spreadsheet", styles, layout, master, body, named), encoding="utf-8")
    write_expected(folder, page_texts(office_pdf(source)), matrix)


def write_expected(folder: Path, pages: list[str], matrix: list[dict[str, object]]) -> None:
    """The rows of the contract's views; only the page numbers come from the PDF."""
    risks: list[dict[str, object]] = []
    actions: list[dict[str, object]] = []
    trends: list[dict[str, object]] = []
    page = 1
    for aim, group in REGISTER:
        for risk in group:
            owners, initials = people(risk.owner)
            row: dict[str, object] = {
                "ref": risk.ref,
                "category": aim,
                "title": risk.title,
                "owners": owners,
                "owner_initials": initials,
            }
            row |= {"register_title": TITLE, "organisation": BODY, "as_of": AS_OF, "previous_score": risk.previous}
            row["previous_as_of"] = "2024-06" if risk.previous is not None else None
            for stage, figures in (("gross", risk.gross), ("current", risk.current), ("residual", risk.residual)):
                row |= {
                    f"{stage}_{part}": n for part, n in zip(("likelihood", "impact", "score"), figures, strict=True)
                }
            for position, action in enumerate(risk.actions, start=1):
                page = page_of(pages, action.text, page)
                if position == 1:
                    risks.append(row | {"page": page})
                    trends.append({"page": page, "ref": risk.ref, "trend": TREND[risk.trend]})
                leads, lead_initials = people(action.lead)
                date, ongoing = TARGETS[action.target]
                actions.append({
                    "page": page, "ref": risk.ref, "position": position, "description": action.text, "owners": leads,
                    "owner_initials": lead_initials, "target_text": action.target, "target_date": date,
                    "is_ongoing": ongoing, "rag": RAG[action.rag][0],
                })  # fmt: skip
    expect(folder, "risks", list(risks[0])[:-1], risks)
    expect(folder, "risk_actions", list(actions[0])[1:], actions)
    expect(folder, "risk_trends", ["ref", "trend"], trends)
    expect(
        folder,
        "owner_keys",
        ["initials", "name"],
        [{"page": len(pages), "initials": i, "name": n} for i, (n, _) in KEY.items()],
    )
    expect(
        folder,
        "table_cells",
        ["row_no", "column_no", "header", "text", "value", "fill"],
        [{"page": len(pages)} | c for c in matrix],
    )

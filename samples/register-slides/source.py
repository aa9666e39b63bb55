"""A district council's risk register as slides: a table of the risks, then their controls and activities, two risks a slide.

The slides name each risk a little differently from the table; one risk runs on to a further slide; movement is shown as arrows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from odf import Grid, Look, Para, Styles, document, page_layout
from office import expect, office_pdf, page_of, page_texts

COUNCIL = "Marlowe Vale District Council"
TITLE = "Corporate Risk Register – January 2025"
AS_OF, PREVIOUS = "2025-01", "2024-10"
MOVEMENT = {"▲": "up", "▼": "down", "◄►": "level", "NEW": "new"}


@dataclass(frozen=True)
class Risk:
    ref: str
    priority: str | None
    title: str
    heading: str  # as its slide words it
    owner: str
    inherent: int
    previous: int | None
    now: int
    movement: str
    controls: tuple[str, ...]
    activities: tuple[str, ...]


# fmt: off

RISKS = [
    Risk(
        "CR1", "A balanced budget",
        "The Council cannot set a balanced budget beyond 2026/27 and has to call on its minimum level of reserves",
        "The council cannot set a balanced budget beyond 2026/27 & has to call on minimum reserves",
        "Anthea Rowbotham", 25, 16, 20, "▲",
        (
            "Medium term financial strategy reviewed by Cabinet in July and December",
            "Monthly budget monitoring by the corporate leadership team",
            "Reserves policy with a floor of £3.5m, checked by the section 151 officer",
            "Business rates pool with the county and four districts",
        ),
        (
            "Star chamber meetings held with every service in November",
            "Garden waste charge modelled at three levels of take-up",
            "Response sent to the consultation on fairer funding",
            "Asset disposal list brought forward: two car parks & the old depot",
        ),
    ),
    Risk(
        "CR2", "Homes for everyone",
        "Demand for temporary accommodation outstrips supply and families are placed outside the district",
        "Demand for temporary accommodation outstrips supply, and families are placed out of district",
        "Colin Devereux", 20, 16, 16, "◄►",
        (
            "Homelessness and rough sleeping strategy 2023-28",
            "Nightly paid placements signed off by the housing options manager",
            "Lettings agency run by the Council, with 61 landlords",
        ),
        (
            "Purchase of eighteen flats at Weavers Court completes in March 2025",
            "Mediation offered within five days to every young person asked to leave home",
            "Weekly move-on panel with the three largest registered providers",
            "Empty homes officer appointed for two years",
        ),
    ),
    Risk(
        "CR3", "Homes for everyone",
        "The Local Plan is found unsound at examination and decisions on major sites are lost on appeal",
        "Local Plan found unsound at examination; decisions on major sites lost on appeal",
        "Colin Devereux / Priya Nandakumar", 20, 15, 12, "▼",
        (
            "Cross-party local plan board",
            "Counsel's advice on the duty to co-operate",
            "Five year land supply statement published each April",
        ),
        (
            "Statements of common ground signed with three of the four neighbours",
            "Extra consultation on the Northfields allocation closed on 6 December",
            "Viability study brought up to date",
        ),
    ),
    Risk(
        "CR4", "A council that works",
        "A successful cyber attack takes systems or personal data out of the Council's control",
        "Successful cyber-attack takes systems or personal data out of the council's control",
        "Marek Zielinski", 25, 15, 15, "◄►",
        (
            "Public services network compliance certificate renewed in September 2024",
            "Off-line back-ups kept for ninety days",
            "Mandatory e-learning, with accounts suspended where it is overdue",
            "Security operations centre shared with the county council",
        ),
        (
            "Table-top exercise with the leadership team held in October",
            "Remaining Windows servers moved to the cloud by June 2025",
            "Cyber assessment framework self-assessment under way",
        ),
    ),
    Risk(
        "CR5", "A council that works",
        "The Council cannot recruit and keep planners, surveyors and environmental health officers",
        "The council can't recruit & keep planners, surveyors and environmental health officers",
        "Bridget Oyelaran", 16, 12, 12, "◄►",
        (
            "Market supplements reviewed each year",
            "Career grades in planning and building control",
        ),
        (
            "Four degree apprentices began in September",
            "Shared building control service with Tarnbrook Borough Council explored",
            "Exit survey results reported to the staffing committee",
            "Recruitment film published",
            "Agency spend over £20,000 a month needs the chief executive's approval",
        ),
    ),
    Risk(
        "CR6", "A greener district",
        "Carbon from the Council's buildings, fleet and housing does not fall fast enough to meet the 2030 pledge",
        "Carbon from council buildings, fleet and housing doesn't fall fast enough to meet the 2030 pledge",
        "Tobias Lindqvist", 16, 12, 12, "◄►",
        (
            "Climate action plan with forty-two measures, reported twice a year",
            "Carbon literacy training for heads of service",
            "Climate impact section in every Cabinet report",
        ),
        (
            "Air source heat pumps fitted at both leisure centres",
            "First six electric refuse vehicles ordered",
            "Solar panels on 114 council homes at Brook Estate",
        ),
    ),
    Risk(
        "CR7", "A greener district",
        "Waste collection fails when the contract ends in March 2026 or costs far more than the budget allows",
        "Waste collection fails at the end of the contract in March 2026, or costs far more than budgeted",
        "Tobias Lindqvist / Anthea Rowbotham", 20, 12, 16, "▲",
        (
            "Project board meets every fortnight",
            "Contract extension clause of up to twelve months",
            "Specialist procurement support from a neighbouring authority",
            "Fortnightly contract meetings with penalties for missed streets",
        ),
        (
            "Soft market testing with five contractors finished in November",
            "Depot lease renewed to 2036",
            "Food waste rounds designed with route software",
            "Options report on an in-house service to Cabinet in February 2025",
            "Vehicle lead times confirmed with makers",
            "Staff transfer list checked with the present contractor",
        ),
    ),
    Risk(
        "CR8", None,
        "A serious failure to protect a child or an adult at risk who is known to the Council's services",
        "Serious failure to protect a child or adult at risk known to the council's services",
        "Priya Nandakumar", 15, 10, 10, "◄►",
        (
            "Designated safeguarding officers in housing, leisure and customer services",
            "Disclosure and barring checks renewed every three years",
            "Taxi drivers trained before a licence is granted",
            "Section 11 self-assessment moderated by the county partnership",
        ),
        (
            "Lessons from the district's domestic homicide review shared at team meetings",
            "Audit of case recording due in spring 2025",
        ),
    ),
    Risk(
        "CR9", "A thriving economy",
        "Town centre regeneration at Marlowe Cross stalls because grant conditions or planning milestones are missed",
        "Town centre regeneration at Marlowe Cross stalls (grant conditions or planning milestones missed)",
        "Jerome Whitlock", 16, None, 12, "NEW",
        (
            "Programme board chaired by the portfolio holder",
            "Monthly return to the ministry",
            "Cost consultant's report before each stage",
        ),
        (
            "Planning application for the market hall submitted on 13 January",
            "Compulsory purchase order drafted for 4-10 Bridge Street",
            "Traders' forum meets on the first Tuesday of the month",
        ),
    ),
    Risk(
        "CR10", "A thriving economy",
        "The leisure operator hands back its contract after further rises in energy costs",
        "Leisure operator hands back its contract after further rises in the cost of energy",
        "Jerome Whitlock", 15, 12, 9, "▼",
        (
            "Open-book accounts seen each quarter",
            "Parent company guarantee",
            "Benchmarking of prices and visits with six similar districts",
        ),
        (
            "Energy costs shared on a sliding scale until April 2026",
            "Pool covers fitted at Marlowe and Great Ashby",
        ),
    ),
    Risk(
        "CR11", "A council that works",
        "Elections in May 2025 cannot be run safely and accurately with new boundaries and voter identification",
        "Elections in May 2025 can't be run safely & accurately with new boundaries and voter ID",
        "Bridget Oyelaran / Marek Zielinski", 15, 12, 8, "▼",
        (
            "Elections project plan and risk log held by the returning officer",
            "Polling station inspection sheet",
            "Two suppliers for ballot papers",
        ),
        (
            "All 87 polling stations booked",
            "Count rehearsal at the sports hall on 9 April",
            "Presiding officers trained in three sessions",
            "Postal vote software tested with last year's data",
        ),
    ),
    Risk(
        "CR12", "A council that works",
        "Local government reorganisation draws senior staff away from services before the new authority is in place",
        "Local government reorganisation draws senior staff away from services, before a new authority is in place",
        "Anthea Rowbotham", 16, None, 16, "NEW",
        (
            "Joint chief executives' group meets weekly",
            "Cross-party members' reference group",
            "Protocol on new contracts of more than two years",
        ),
        (
            "Interim proposal due with government in March 2025",
            "Backfill budget of £180,000 put to Council",
            "Staff briefings by video every second Friday",
        ),
    ),
]
# fmt: on

# the slides after the table: left and right risk; the order is not quite the table's, and CR7 runs on beside CR8
PAIRS = [
    ("CR1", "CR2"),
    ("CR3", "CR4"),
    ("CR5", "CR6"),
    ("CR7", "CR7+"),
    ("CR8", "CR9"),
    ("CR12", "CR10"),
    ("CR11", None),
]
RUNS_ON = 2  # activities of CR7 that stand on the left; the others follow on the right

# ----------------------------------------------------------------------------------------------------------- layout

WIDE, HIGH = 27.52, 19.05
GREEN, PALE = "#1e5945", "#e2efda"
TEXT = Look(size=12, font="Carlito", border="0.75pt solid #ffffff", pad=0.12, vertical="middle")
SHADES = ((15, "#c00000", "#ffffff"), (8, "#ffc000", "#000000"), (4, "#ffff66", "#000000"), (0, "#92d050", "#000000"))


def shade(look: Look, score: int | None) -> Look:
    """A score's cell: its band's colour behind it, white text on the darkest."""
    if score is None:
        return look
    fill, ink = next((fill, ink) for least, fill, ink in SHADES if score >= least)
    return replace(look, fill=fill, colour=ink, bold=True)


def frame(styles: Styles, x: float, y: float, width: float, height: float, inside: str, look: str = "") -> str:
    """A text box. `look` are graphic properties."""
    style = styles.name(
        "graphic",
        f'<style:graphic-properties draw:stroke="none" {look or DRAWN_NONE} draw:auto-grow-height="false" '
        'fo:padding-left="0.25cm" fo:padding-right="0.15cm" fo:padding-top="0.05cm" fo:padding-bottom="0.05cm"/>',
    )
    return (
        f'<draw:frame draw:style-name="{style}" svg:x="{x}cm" svg:y="{y}cm" svg:width="{width}cm" svg:height="{height}cm">'
        f"<draw:text-box>{inside}</draw:text-box></draw:frame>"
    )


DRAWN_NONE = 'draw:fill="none" draw:textarea-vertical-align="top"'


def filled(colour: str) -> str:
    return f'draw:fill="solid" draw:fill-color="{colour}" draw:textarea-vertical-align="middle"'


def table(styles: Styles, grid: Grid, x: float, y: float) -> str:
    high = sum(grid.heights.get(r, 1.0) for r in range(grid.rows))
    return (
        f'<draw:frame svg:x="{x}cm" svg:y="{y}cm" svg:width="{sum(grid.widths):.2f}cm" svg:height="{high:.2f}cm">'
        f"<table:table>{grid.xml(styles, 'impress')}</table:table></draw:frame>"
    )


def slide(styles: Styles, title: str, inside: str) -> str:
    """A slide with its title; an empty title gives none."""
    head = ""
    if title:
        look = Look(size=24, font="Carlito", bold=True, colour=GREEN)
        head = frame(styles, 1.0, 0.5, WIDE - 2, 1.3, styles.paragraphs(title, look, always_span=True))
    return f'<draw:page draw:master-page-name="Default">{head}{inside}</draw:page>'


def cover(styles: Styles) -> str:
    big = Look(size=34, font="Carlito", bold=True, colour="#ffffff")
    small = replace(big, size=18, bold=False)
    inside = styles.paragraphs([Para(COUNCIL, replace(small, bold=True)), Para(TITLE, big)], big, always_span=True)
    under = styles.paragraphs(
        "Report to the Audit and Standards Committee", replace(small, colour=GREEN), always_span=True
    )
    return slide(
        styles,
        "",
        frame(styles, 2.4, 5.2, WIDE - 2.4, 4.6, inside, filled(GREEN)) + frame(styles, 2.4, 10.3, 20, 1.2, under),
    )


def overview(styles: Styles, risks: list[Risk], title: str) -> str:
    """The table of risks. Even rows are tinted, as the program's own table style does."""
    grid = Grid([1.5, 3.7, 9.6, 3.5, 1.8, 1.9, 1.7, 1.9])
    heading = replace(TEXT, bold=True, colour="#ffffff", fill=GREEN)
    heads = [
        "ID",
        "Corporate priority",
        "Risk",
        "Lead officer",
        "Inherent score",
        "Oct 2024 score",
        "Score now",
        "Movement",
    ]
    for column, text in enumerate(heads):
        grid.put(0, column, text, replace(heading, align="center" if column > 3 else "start"))
    grid.heights[0] = 1.2
    for n, risk in enumerate(risks, start=1):
        look = replace(TEXT, fill=PALE if n % 2 == 0 else "#f2f2f2")
        middle = replace(look, align="center")
        grid.heights[n] = 1.6
        for column, text in enumerate((risk.ref, risk.priority, risk.title, risk.owner)):
            grid.put(n, column, text, look)
        for column, score in ((4, risk.inherent), (5, risk.previous), (6, risk.now)):
            grid.put(n, column, score, shade(middle, score))
        grid.put(n, 7, risk.movement, replace(middle, font="DejaVu Sans" if risk.movement != "NEW" else "Carlito"))
    return slide(styles, title, table(styles, grid, 1.0, 2.1))


def detail(styles: Styles, ref: str | None, x: float) -> str:
    """Half a slide: a risk's heading in a box, its controls and activities under it."""
    if ref is None:
        return ""
    risk = next(r for r in RISKS if r.ref == ref.rstrip("+"))
    wide = WIDE / 2 - 1.4
    head = Look(size=14, font="Carlito", bold=True, colour=GREEN)
    body = Look(size=16, font="Carlito", below=0.1)
    label = replace(body, bold=True, colour=GREEN, above=0.25)
    title = risk.heading + (" (continued)" if ref.endswith("+") else "")
    box = frame(styles, x, 1.0, wide, 1.9, styles.paragraphs(title, head, always_span=True), filled("#d5e8d4"))
    dash = "-" if RISKS.index(risk) % 3 == 1 else "•"
    controls = [] if ref.endswith("+") else [Para(t, bullet=dash) for t in risk.controls]
    shown = risk.activities
    if risk.ref == "CR7":
        shown = shown[RUNS_ON:] if ref.endswith("+") else shown[:RUNS_ON]
    activities = [Para(t, bullet=dash) for t in shown]
    paragraphs = ([Para("Key controls", label), *controls] if controls else []) + [Para("Activity", label), *activities]
    return box + frame(styles, x, 3.1, wide, 13.5, styles.paragraphs(paragraphs, body, always_span=True))


LIKELIHOOD = ["Almost certain", "Likely", "Possible", "Unlikely", "Rare"]
IMPACT = ["Minimal", "Minor", "Moderate", "Major", "Severe"]


def matrix(styles: Styles) -> tuple[str, list[dict[str, object]]]:
    """The scoring matrix with its headings on top, and its cells as the contract wants them."""
    grid, expected = Grid([4.0] + [3.4] * 5), []
    grey = replace(TEXT, bold=True, fill="#d9d9d9", align="center", border="1pt solid #7f7f7f")
    for m, label in enumerate(["", *(f"{n} {word}" for n, word in enumerate(IMPACT, start=1))]):
        grid.put(0, m, label, grey)
        expected.append({"row_no": 1, "column_no": m + 1, "text": label or None, "fill": grey.fill})
    for n, label in enumerate(LIKELIHOOD):
        row, weight = n + 1, 5 - n
        grid.put(row, 0, f"{weight} {label}", grey)
        expected.append({"row_no": row + 1, "column_no": 1, "text": f"{weight} {label}", "fill": grey.fill})
        for m, word in enumerate(IMPACT, start=1):
            look = shade(replace(grey, size=16), weight * m)
            grid.put(row, m, weight * m, look)
            cell = {
                "row_no": row + 1,
                "column_no": m + 1,
                "header": f"{m} {word}",
                "text": weight * m,
                "value": weight * m,
            }
            expected.append(cell | {"fill": look.fill})
        grid.heights[row] = 1.7
    axis = Look(size=14, font="Carlito", bold=True, colour=GREEN, align="center")
    inside = table(styles, grid, 3.4, 3.6) + frame(
        styles, 7.4, 2.6, 17, 0.9, styles.paragraphs("Impact", axis, always_span=True)
    )
    turned = styles.name(
        "graphic", '<style:graphic-properties draw:stroke="none" draw:fill="none" draw:auto-grow-height="false"/>'
    )
    # turned by a quarter about its own corner, as a person does with the handle of the box
    inside += (
        f'<draw:frame draw:style-name="{turned}" svg:width="6cm" svg:height="1cm" '
        f'draw:transform="rotate (1.5707963) translate (2.0cm 11.8cm)"><draw:text-box>'
        f"{styles.paragraphs('Likelihood', axis, always_span=True)}</draw:text-box></draw:frame>"
    )
    note = "Low 1 to 3, medium 4 to 6, high 8 to 12, very high 15 to 25. Very high risks are reported to Cabinet every quarter."
    inside += frame(
        styles, 3.4, 14.2, 21, 1.2, styles.paragraphs(note, replace(axis, bold=False, align="start"), always_span=True)
    )
    return slide(styles, "How we score risks", inside), expected


def build(folder: Path) -> None:
    """Write the slides, their PDF and the rows to expect."""
    styles = Styles()
    slides = [
        cover(styles),
        overview(styles, RISKS[:7], "Our corporate risks"),
        overview(styles, RISKS[7:], "Our corporate risks (2)"),
    ]
    for left, right in PAIRS:
        slides.append(slide(styles, "", detail(styles, left, 0.9) + detail(styles, right, WIDE / 2 + 0.4)))
    last, cells = matrix(styles)
    slides.append(last)
    small = Look(size=10, font="Carlito", colour="#595959")
    foot = styles.paragraphs(COUNCIL, small, always_span=True)
    number = f'<text:p text:style-name="{styles.paragraph(replace(small, align="end"))}"><text:page-number>1</text:page-number></text:p>'
    line = styles.name(
        "graphic",
        f'<style:graphic-properties draw:stroke="solid" svg:stroke-width="0.06cm" svg:stroke-color="{GREEN}"/>',
    )
    page = styles.name("drawing-page", '<style:drawing-page-properties draw:fill="none"/>')
    master = (
        f'<style:master-page style:name="Default" style:page-layout-name="PM" draw:style-name="{page}">'
        f'<draw:line draw:style-name="{line}" svg:x1="1cm" svg:y1="17.7cm" svg:x2="{WIDE - 1}cm" svg:y2="17.7cm"/>'
        f"{frame(styles, 1.0, 17.8, 15, 0.8, foot)}{frame(styles, WIDE - 4, 17.8, 3, 0.8, number)}</style:master-page>"
    )
    source = folder / f"{folder.name}.fodp"
    body = "".join(slides)
    layout = page_layout("PM", WIDE, HIGH, (0, 0, 0, 0))
    source.write_text(document("presentation", styles, layout, master, body), encoding="utf-8")
    write_expected(folder, page_texts(office_pdf(source)), cells)


def write_expected(folder: Path, pages: list[str], cells: list[dict[str, object]]) -> None:
    """The rows of the contract's views; only the page numbers come from the PDF."""
    risks: list[dict[str, object]] = []
    controls: list[dict[str, object]] = []
    trends: list[dict[str, object]] = []
    for risk in RISKS:
        page = page_of(pages, risk.title)
        trends.append({"page": page, "ref": risk.ref, "trend": MOVEMENT[risk.movement]})
        risks.append({
            "page": page, "register_title": TITLE, "organisation": COUNCIL, "as_of": AS_OF, "ref": risk.ref,
            "category": risk.priority, "title": risk.title, "owners": risk.owner.replace(" / ", "; "),
            "gross_score": risk.inherent, "previous_as_of": PREVIOUS if risk.previous is not None else None,
            "previous_score": risk.previous, "current_score": risk.now,
        })  # fmt: skip
        for kind, texts in (("key_control", risk.controls), ("activity", risk.activities)):
            controls += [
                {"page": page_of(pages, text, 4), "ref": risk.ref, "kind": kind, "position": n, "text": text}
                for n, text in enumerate(texts, start=1)
            ]
    expect(folder, "risks", list(risks[0])[1:], risks)
    expect(folder, "risk_controls", list(controls[0])[1:], controls)
    expect(folder, "risk_trends", ["ref", "trend"], trends)
    shown = [{"page": len(pages)} | c for c in cells if c["text"] is not None or c["fill"]]
    expect(folder, "table_cells", ["row_no", "column_no", "header", "text", "value", "fill"], shown)

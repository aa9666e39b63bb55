"""A national park authority's risk profiles: one form a page, with boxes for the stages and a small table of actions.

Owners are job posts with the holder's name; scores are printed as `4 x 5 = 20`; one profile runs on to a second page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from odf import Grid, Look, Para, Styles, document, page_layout
from office import expect, office_pdf, page_of, page_texts

BODY = "Thornwick Moors National Park Authority"
TITLE = "Corporate Risk Profiles November 2024"
AS_OF = "2024-11"
DIRECTION = {"↑ Increasing": "up", "↓ Decreasing": "down", "→ Stable": "level", "New risk": "new"}
STATUS = {
    "On track": ("green", "#92d050"),
    "At risk": ("amber", "#ffc000"),
    "Overdue": ("red", "#ff5050"),
    "Complete": ("blue", "#9dc3e6"),
    "Not started": ("grey", "#d9d9d9"),
}
DUE: dict[str, tuple[str | None, bool]] = {
    "31 March 2025": ("2025-03-31", False),
    "30 November 2024": ("2024-11-30", False),
    "20 December 2024": ("2024-12-20", False),
    "1 September 2024": ("2024-09-01", False),
    "January 2025": ("2025-01", False),
    "February 2025": ("2025-02", False),
    "April 2025": ("2025-04", False),
    "May 2025": ("2025-05", False),
    "October 2024": ("2024-10", False),
    "Summer 2025": ("2025", False),
    "Q4 2024/25": ("2025", False),
    "Ongoing": (None, True),
    "To be agreed": (None, False),
    "June 2024, then yearly": ("2024-06", True),
}


@dataclass(frozen=True)
class Action:
    text: str
    lead: str
    due: str
    status: str


@dataclass(frozen=True)
class Profile:
    ref: str
    title: str
    objective: str
    post: str
    holder: str
    description: str
    causes: tuple[str, ...]
    consequences: tuple[str, ...]
    inherent: tuple[int, int]
    current: tuple[int, int]
    target: tuple[int, int]
    direction: str
    appetite: str
    committee: str
    controls: tuple[str, ...]
    actions: tuple[Action, ...]


# fmt: off
# ruff: noqa: E501 (what stands in a cell stands on one line)
PROFILES = [
    Profile(
        "TM01", "Wildfire on open moorland", "A living landscape", "Director of Conservation", "Helen Marchbanks",
        "A large fire on deep peat destroys habitat and breeding grounds, threatens farms and villages, and takes weeks to put out.",
        ("Longer dry spells in spring", "Disposable barbecues and camp fires at honeypot sites", "Old heather that has not been cut or burned"),
        ("Loss of stored carbon and of rare birds", "Closure of roads and access land", "Costs of helicopters that no budget covers"),
        (5, 5), (4, 4), (3, 4), "↑ Increasing", "Cautious", "Land Management Committee",
        ("Fire operations group of landowners, rangers and three fire services", "Byelaw against fires, enforced with patrols at weekends from March to September",
         "Daily danger rating published on the website and on gates", "Water bowsers and fogging units at four depots"),
        (
            Action("Cut 120 km of fire breaks agreed with the moor owners", "Gareth Pumphrey", "31 March 2025", "At risk"),
            Action("Train forty volunteers as fire watchers", "Isla Drummond", "April 2025", "On track"),
            Action("Replace the two oldest all-terrain vehicles", "Gareth Pumphrey", "1 September 2024", "Overdue"),
        ),
    ),
    Profile(
        "TM02", "Fall in the national grant", "A resilient organisation", "Chief Executive", "Rowena Tyldesley",
        "The grant from government falls again in real terms and the Authority can no longer carry out both of its statutory purposes.",
        ("Flat cash settlement since 2019", "Rise in employer's national insurance", "Project grants that pay no overheads"),
        ("Ranger posts are lost", "Visitor centres close", "Partners take over work without knowledge of the Park"),
        (5, 4), (4, 4), (3, 3), "→ Stable", "Open", "Resources Committee",
        ("Three year budget with a low, middle and high case", "Reserves of not less than eight per cent of spending", "Charging policy reviewed each autumn"),
        (
            Action("Complete the review of the visitor centres at Hobb Cross and Skelder", "Martin Achebe", "January 2025", "On track"),
            Action("Launch the Moors Foundation to raise gifts and legacies", "Rowena Tyldesley", "Summer 2025", "On track"),
            Action("Agree car park charges with the two county highways authorities", "Martin Achebe", "To be agreed", "Not started"),
            Action("Voluntary redundancy scheme closed and savings confirmed", "Sunita Bhogal", "October 2024", "Complete"),
        ),
    ),
    Profile(
        "TM03", "Nature recovery too slow", "A living landscape", "Director of Conservation", "Helen Marchbanks",
        "Less than thirty per cent of the Park is managed well for nature by 2030, and the management plan's first aim is missed.",
        ("Uncertainty over payments to farmers", "Few advisers who know upland farms", "Invasive plants along the Carr and the Lune Beck"),
        ("Curlew and merlin disappear as breeding birds", "Public trust in the Park's purpose falls"),
        (4, 4), (4, 3), (2, 3), "→ Stable", "Open", "Land Management Committee",
        ("Farming in the moors programme with 148 agreements", "Habitat map brought up to date from the air each third year", "Joint posts with the river trust"),
        (
            Action("Sign ten landscape recovery agreements of more than 500 hectares", "Owen Prydderch", "31 March 2025", "At risk"),
            Action("Publish the local nature recovery strategy with the county councils", "Owen Prydderch", "February 2025", "On track"),
        ),
    ),
    Profile(
        "TM04", "Injury to staff and volunteers who work alone", "A resilient organisation", "Head of Ranger Services", "Gareth Pumphrey",
        "A ranger or volunteer is badly hurt while working alone and is not found in time.",
        ("No mobile signal on half of the high moor", "Work with chainsaws, quad bikes and livestock"),
        ("Death or life-changing injury", "Prosecution of the Authority", "Volunteers stay away"),
        (4, 5), (2, 5), (1, 5), "↓ Decreasing", "Averse", "Resources Committee",
        ("Satellite trackers carried by everyone who works alone", "Buddy call at the end of each shift", "Risk assessment of each task, signed by the worker", "First aid course for remote places every three years",
         "Near misses discussed at the monthly team meeting"),
        (
            Action("Audit of tracker use by an outside adviser", "Sunita Bhogal", "30 November 2024", "On track"),
            Action("Refresher for all 212 volunteers before the season opens", "Isla Drummond", "April 2025", "Not started"),
        ),
    ),
    Profile(
        "TM05", "Planning decisions overturned", "Thriving communities", "Head of Development Management", "Farida Qureshi",
        "Decisions on large applications are challenged in court and quashed, with costs against the Authority.",
        ("New duty towards protected landscapes that the courts have not yet settled", "Loss of experienced case officers", "Reports that do not record how harm was weighed"),
        ("Costs of more than £100,000 a case", "Government takes decisions out of the Authority's hands"),
        (4, 4), (3, 4), (2, 4), "↑ Increasing", "Cautious", "Planning Committee",
        ("Legal check of reports on all major applications", "Training of members before they sit, and then each year", "Performance on appeals reported every quarter"),
        (
            Action("Adopt a template for assessing the protected landscapes duty", "Farida Qureshi", "20 December 2024", "On track"),
            Action("Fill two vacancies for senior planners, with a golden hello", "Farida Qureshi", "January 2025", "At risk"),
            Action("Peer review by the Planning Advisory Service", "Rowena Tyldesley", "May 2025", "Not started"),
        ),
    ),
    Profile(
        "TM06", "Loss of rights of way", "A place for everyone", "Head of Access", "Tomasz Wieczorek",
        "Paths and bridges fall out of use faster than they can be repaired, and the Park is no longer open to people of all abilities.",
        ("Floods that carried away eleven bridges in two winters", "Delegation agreements with the counties that pay less than the work costs", "Rise in visitors of a third since 2019"),
        ("Walkers and riders are injured", "Claims from landowners", "Erosion spreads to the moor on both sides"),
        (5, 3), (4, 3), (2, 3), "↑ Increasing", "Cautious", "Access Forum",
        ("Condition survey of a quarter of the network each year", "Gangs of volunteers with a trained leader on five days a week", "Stock of three standard footbridges at the Skelder yard"),
        (
            Action("Renew the delegation agreements with both county councils", "Tomasz Wieczorek", "31 March 2025", "At risk"),
            Action("Rebuild Beck Foot and Sallow Gill bridges", "Tomasz Wieczorek", "October 2024", "Complete"),
            Action("Ask for legacies towards the Miles Without Stiles routes", "Rowena Tyldesley", "Ongoing", "On track"),
            Action("Lay 900 metres of stone on the Cross Ridge path", "Gareth Pumphrey", "Summer 2025", "Not started"),
        ),
    ),
    Profile(
        "TM07", "Affordable homes for local people not built", "Thriving communities", "Head of Policy and Communities", "Bronagh Keenan",
        "Too few homes that local people can afford are built or kept, villages lose young families and schools close.",
        ("Second homes and holiday lets are one in four dwellings in the northern dales", "Small sites that are costly to build on", "Housing associations that withdraw from rural schemes"),
        ("Four primary schools have fewer than thirty pupils", "Employers cannot find staff", "Volunteer fire crews and rescue teams fall below strength"),
        (4, 4), (4, 4), (3, 4), "→ Stable", "Open", "Planning Committee",
        ("Local plan policy that new homes are for full-time residents", "Rural housing enabler shared with two district councils"),
        (
            Action("Bring three community land trusts to the stage of a planning application", "Bronagh Keenan", "Q4 2024/25", "On track"),
            Action("Put forward two of the Authority's own sites", "Martin Achebe", "May 2025", "At risk"),
            Action("Register of holiday lets compared with council tax records", "Bronagh Keenan", "June 2024, then yearly", "On track"),
        ),
    ),
    Profile(
        "TM08", "Failure of systems and loss of data", "A resilient organisation", "Head of Business Services", "Sunita Bhogal",
        "Systems or data are lost through an attack, a fault or a supplier's failure, and work on planning and payments stops.",
        ("One engineer who knows the planning system", "Server room at Moor House without a second power supply", "Staff and volunteers who use their own devices"),
        ("Statutory deadlines for planning are missed", "Fines by the Information Commissioner"),
        (4, 4), (3, 4), (2, 3), "↓ Decreasing", "Averse", "Resources Committee",
        ("Cyber Essentials Plus held since 2022", "Back-ups off site, restored in a test twice a year", "Data protection officer shared with Carrow Council"),
        (
            Action("Move the planning system to the supplier's hosting", "Dilip Ranganathan", "February 2025", "On track"),
            Action("Withdraw access from personal devices", "Dilip Ranganathan", "30 November 2024", "At risk"),
            Action("Complete the annual phishing test", "Sunita Bhogal", "October 2024", "Complete"),
        ),
    ),
    Profile(
        "TM09", "Too many cars in the dales", "A place for everyone", "Director of Visitor Services", "Martin Achebe",
        "Traffic and parking at five honeypot sites on fine days block emergency vehicles and drive away both residents and visitors.",
        ("Nine visits in ten are made by car", "Sunday buses depend on a grant that ends in 2025", "Social media posts that send crowds to small places"),
        ("Ambulance delays, as in August 2023", "Verges and meadows destroyed", "Complaints by parish councils"),
        (4, 4), (4, 3), (3, 2), "→ Stable", "Open", "Access Forum",
        ("Traffic group with police, both counties and the parishes", "Live car park counts on the website", "Park and ride from Skelder on bank holidays"),
        (
            Action("Secure funding for MoorsBus to 2028", "Martin Achebe", "31 March 2025", "At risk"),
            Action("Consult on clearways at Hobb Cross and Carr Bottom", "Tomasz Wieczorek", "January 2025", "On track"),
            Action("Install barriers on three verges", "Gareth Pumphrey", "1 September 2024", "Overdue"),
            Action("Agree a code with the ten most followed walking accounts", "Isla Drummond", "To be agreed", "Not started"),
            Action("Bookable parking at Lune Head on twenty peak days", "Martin Achebe", "April 2025", "On track"),
            Action("Signs in place for the new coach drop-off at Skelder station", "Tomasz Wieczorek", "20 December 2024", "On track"),
            Action("Joint patrols with police on the six busiest Sundays of the coming season", "Gareth Pumphrey", "May 2025", "Not started"),
            Action("Survey of 1,500 visitors on how they came and why, with a report to members", "Isla Drummond", "Summer 2025", "Not started"),
            Action("Bicycle hire pilot at two stations", "Bronagh Keenan", "Q4 2024/25", "At risk"),
        ),
    ),
    Profile(
        "TM10", "Reservoir and dam safety at Lune Head", "A resilient organisation", "Director of Visitor Services", "Martin Achebe",
        "The dam of the disused reservoir that the Authority owns does not meet the standard set by its last inspection.",
        ("Spillway too small for present estimates of floods", "Animal burrows in the embankment"),
        ("Flooding of Lune village", "Enforcement by the regulator"),
        (2, 5), (2, 5), (1, 5), "New risk", "Averse", "Resources Committee",
        ("Supervising engineer visits twice a year", "Water held two metres below the spillway"),
        (
            Action("Design works in the interest of safety", "Dilip Ranganathan", "February 2025", "On track"),
            Action("Bid to the capital programme for £650,000", "Sunita Bhogal", "20 December 2024", "On track"),
        ),
    ),
    Profile(
        "TM11", "Members and officers act without proper authority", "A resilient organisation", "Monitoring Officer", "Cecily Vaughan-Hart",
        "Decisions are taken outside the scheme of delegation or with interests that were not declared.",
        ("Nine new members appointed since May", "Standing orders last revised in 2016"),
        ("Decisions are void", "Findings against members by the standards panel"),
        (3, 3), (2, 3), (1, 3), "→ Stable", "Averse", "Standards Committee",
        ("Register of interests checked every six months", "Induction for each new member with the monitoring officer", "Decision record published within five working days"),
        (
            Action("Bring revised standing orders to the Authority", "Cecily Vaughan-Hart", "January 2025", "On track"),
            Action("Annual governance statement signed", "Rowena Tyldesley", "June 2024, then yearly", "Complete"),
        ),
    ),
]
# what the leadership team wrote about each in November
POSITION = {
    "TM01": "Two fires in May burned 14 hectares near Carr Bottom; both were out within a day because the fogging units reached them by track.",
    "TM02": "The settlement for 2025/26 is expected in the week before Christmas. The low case would mean a further saving of £310,000.",
    "TM03": "Thirty-three agreements ended in September and twenty-one have been renewed on the new terms.",
    "TM04": "No reportable accident in the last twelve months; trackers were used on 97% of lone shifts.",
    "TM05": "One decision was quashed in July by consent. Counsel has since been asked to read the three reports that come next.",
    "TM06": "71% of paths met the standard in the 2024 survey, against 76% a year before.",
    "TM07": "Six completions this year, all at Sallow Green.",
    "TM08": "The restore test in September took nine hours; the aim is six.",
    "TM09": "Counts were down by 4% over the summer but the ten busiest days were busier than ever.",
    "TM10": "Inspection report received on 2 October 2024 and shared with the parish council.",
    "TM11": "Internal audit gave substantial assurance in June.",
}
# fmt: on

# ----------------------------------------------------------------------------------------------------------- layout

TEAL = "#1f6f78"
CELL = Look(size=11, font="Liberation Sans", border="0.5pt solid #808080", pad=0.14)
KEY = replace(CELL, bold=True, fill="#e4efef")
MIDDLE = replace(CELL, align="center", vertical="middle")
HEADING = replace(CELL, bold=True, fill=TEAL, colour="#ffffff")
SUB = Look(size=12, bold=True, colour=TEAL, above=0.35, below=0.15)
FULL = 17.4


def shade(score: int) -> str:
    for least, fill in ((16, "#ff5050"), (10, "#ffc000"), (5, "#ffff99")):
        if score >= least:
            return fill
    return "#92d050"


def table(styles: Styles, grid: Grid, name: str) -> str:
    style = styles.name(
        "table", f'<style:table-properties style:width="{FULL}cm" table:align="left" table:border-model="collapsing"/>'
    )
    return f'<table:table table:name="{name}" table:style-name="{style}">{grid.xml(styles, "writer")}</table:table>'


def bullets(items: tuple[str, ...]) -> list[Para]:
    return [Para(item, replace(CELL, fill=None), bullet="•") for item in items]


def form(styles: Styles, p: Profile) -> str:
    """The profile's head: keys and values, two pairs a row where both are short."""
    grid = Grid([3.4, 5.3, 3.4, 5.3])
    pairs = [
        [("Risk number", p.ref), ("Strategic objective", p.objective)],
        [("Risk title", [Para(p.title, replace(CELL, bold=True))])],
        [("Risk owner", f"{p.post} ({p.holder})")],
        [("Description", p.description)],
        [("Causes", bullets(p.causes))],
        [("Consequences", bullets(p.consequences))],
        [("Latest position", POSITION[p.ref])],
        [("Risk appetite", p.appetite), ("Reports to", p.committee)],
    ]
    for row, cells in enumerate(pairs):
        for n, (key, value) in enumerate(cells):
            grid.put(row, 2 * n, key, KEY)
            grid.put(row, 2 * n + 1, value, CELL, columns=1 if len(cells) == 2 else 3)
    return table(styles, grid, f"Form{p.ref}")


def scores(styles: Styles, p: Profile) -> str:
    grid = Grid([FULL / 4] * 4)
    for column, text in enumerate(["Inherent risk", "Current risk", "Target risk", "Direction of travel"]):
        grid.put(0, column, text, replace(HEADING, align="center"))
    for column, (likelihood, impact) in enumerate((p.inherent, p.current, p.target)):
        score = likelihood * impact
        grid.put(
            1, column, f"{likelihood} x {impact} = {score}", replace(MIDDLE, size=13, bold=True, fill=shade(score))
        )
    grid.put(1, 3, p.direction, replace(MIDDLE, size=11))
    grid.heights[1] = 1.0
    return table(styles, grid, f"Scores{p.ref}")


def actions(styles: Styles, p: Profile) -> str:
    grid = Grid([1.2, 7.6, 3.4, 2.9, 2.3], heading_rows=1)
    for column, text in enumerate(["No.", "Action", "Lead", "Due", "Status"]):
        grid.put(0, column, text, HEADING)
    for row, action in enumerate(p.actions, start=1):
        for column, text in enumerate((str(row), action.text, action.lead, action.due)):
            grid.put(row, column, text, CELL)
        grid.put(row, 4, action.status, replace(MIDDLE, fill=STATUS[action.status][1]))
    return table(styles, grid, f"Actions{p.ref}")


def profile(styles: Styles, p: Profile) -> str:
    """One profile, begun on a page of its own."""
    head = styles.paragraph(Look(size=14, bold=True, colour=TEAL, below=0.25), 'fo:break-before="page"')
    body = Look(size=11, below=0.08)
    out = f'<text:p text:style-name="{head}">Risk profile</text:p>' + form(styles, p)
    out += styles.paragraphs("Scores (likelihood x impact)", SUB) + scores(styles, p)
    out += styles.paragraphs("Controls in place", SUB)
    out += styles.paragraphs([Para(text, body, bullet="•") for text in p.controls], body)
    return out + styles.paragraphs("Further action", SUB) + actions(styles, p)


def build(folder: Path) -> None:
    """Write the document, its PDF and the rows to expect."""
    styles = Styles()
    body = Look(size=11, below=0.3)
    text = styles.paragraphs(
        [
            Para(BODY, replace(body, size=14, above=3.0)),
            Para(TITLE, replace(body, size=24, bold=True, colour=TEAL, below=1.0)),
            Para(
                "This paper holds a profile of each of the Authority's corporate risks. Each profile was agreed by its owner and by the "
                "Leadership Team, and will be discussed by the committee named in it.",
                body,
            ),
            Para(
                "Likelihood and impact are judged from 1 to 5 and multiplied. Scores of 16 and more are red, from 10 amber, from 5 yellow.",
                body,
            ),
            Para("Contact: Business Services, Moor House, Skelder", replace(body, above=1.0)),
        ],
        body,
    )
    text += "".join(profile(styles, p) for p in PROFILES)
    small = Look(size=8, colour="#595959")
    stops = '<style:paragraph-properties fo:text-align="start"><style:tab-stops><style:tab-stop style:position="17.4cm" style:type="right"/>'
    line = styles.name("paragraph", f"{stops}</style:tab-stops></style:paragraph-properties>{styles.text(small)}")
    master = (
        f'<style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="{line}">{BODY}'
        f'<text:tab/>{TITLE}</text:p></style:header><style:footer><text:p text:style-name="{line}"><text:tab/>'
        "<text:page-number>1</text:page-number></text:p></style:footer></style:master-page>"
    )
    source = folder / f"{folder.name}.fodt"
    source.write_text(
        document("text", styles, page_layout("A4", 21.0, 29.7, (1.5, 1.8, 1.5, 1.8)), master, text), encoding="utf-8"
    )
    write_expected(folder, page_texts(office_pdf(source)))


def write_expected(folder: Path, pages: list[str]) -> None:
    """The rows of the contract's views; only the page numbers come from the PDF."""
    risks: list[dict[str, object]] = []
    trends: list[dict[str, object]] = []
    controls: list[dict[str, object]] = []
    todo: list[dict[str, object]] = []
    fields: list[dict[str, object]] = []
    for p in PROFILES:
        page = page_of(pages, p.description)
        row: dict[str, object] = {
            "page": page, "register_title": TITLE, "organisation": BODY, "as_of": AS_OF, "ref": p.ref, "category": p.objective,
            "title": p.title, "cause": " ".join(p.causes), "description": p.description, "impact": " ".join(p.consequences),
            "owners": p.holder, "owner_posts": p.post,
        }  # fmt: skip
        for stage, (likelihood, impact) in (("gross", p.inherent), ("current", p.current), ("target", p.target)):
            row |= {f"{stage}_likelihood": likelihood, f"{stage}_impact": impact, f"{stage}_score": likelihood * impact}
        risks.append(row)
        trends.append({"page": page, "ref": p.ref, "trend": DIRECTION[p.direction]})
        for position, text in enumerate(p.controls, start=1):
            on = page_of(pages, text, page)
            controls.append({"page": on, "ref": p.ref, "kind": "key_control", "position": position, "text": text})
        for position, action in enumerate(p.actions, start=1):
            date, ongoing = DUE[action.due]
            todo.append({
                "page": page_of(pages, action.text, page), "ref": p.ref, "position": position, "description": action.text,
                "owners": action.lead, "target_text": action.due, "target_date": date, "is_ongoing": ongoing,
                "status_text": action.status, "rag": STATUS[action.status][0],
            })  # fmt: skip
        notes = (("Latest position", POSITION[p.ref]), ("Risk appetite", p.appetite), ("Reports to", p.committee))
        for header, value in notes:
            fields.append({"page": page_of(pages, header, page), "ref": p.ref, "header": header, "text": value})
    expect(folder, "risks", list(risks[0])[1:], risks)
    expect(folder, "risk_trends", ["ref", "trend"], trends)
    expect(folder, "risk_controls", ["ref", "kind", "position", "text"], controls)
    expect(folder, "risk_actions", list(todo[0])[1:], todo)
    expect(folder, "risk_fields", ["ref", "header", "text"], fields)

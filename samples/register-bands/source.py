"""A joint waste authority's risk register as a Word table: band rows as categories, words for scores, no reference numbers.

Risks are merged over their actions; owners are posts; a band is printed once and holds over the page break.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from odf import Grid, Look, Para, Styles, document, page_layout
from office import expect, office_pdf, page_of, page_texts

BODY = "Ashcombe Valley Joint Waste Authority"
TITLE = "Risk Register 2024-25"
AS_OF = "2024-06"
BY: dict[str | None, tuple[str | None, bool | None]] = {
    None: (None, None),
    "Ongoing": (None, True),
    "As required": (None, False),
    "Not yet set": (None, False),
    "Completed": (None, False),
    "September 2024": ("2024-09", False),
    "Oct 2024": ("2024-10", False),
    "December 2024": ("2024-12", False),
    "End of July 2024": ("2024-07", False),
    "31.3.25": ("2025-03-31", False),
    "30.9.24": ("2024-09-30", False),
    "2025": ("2025", False),
    "Winter 2024": ("2024", False),
    "August 2024 and ongoing": ("2024-08", True),
    "From 1 October 2024, ongoing": ("2024-10-01", True),
}


@dataclass(frozen=True)
class Risk:
    title: str
    effect: str
    posts: str
    likelihood: str
    impact: str
    rating: str
    controls: tuple[str, ...]
    actions: tuple[tuple[str, str | None], ...]


# fmt: off
# ruff: noqa: E501 (what stands in a cell stands on one line)
BANDS: list[tuple[str, list[Risk]]] = [
    ("Financial risks", [
        Risk("Price paid for paper and metals falls", "Income is below budget and the constituent councils have to make up the difference.",
             "Finance Manager", "High", "Medium", "High",
             ("Prudent prices in the budget", "Basket of contracts with different end dates", "Equalisation reserve of £400,000"),
             (("Seek a floor price when the paper contract is let again", "December 2024"), ("Report prices to each meeting", "Ongoing"))),
        Risk("Packaging payments are late or lower than forecast", "The new producer payments do not cover the cost of collection.",
             "Finance Manager / Clerk to the Joint Committee", "Medium", "High", "High",
             ("Forecast from the scheme administrator", "Data returns checked by a second officer"),
             (("Sample of loads weighed and sorted at Longmead", "30.9.24"),)),
        Risk("Landfill aftercare costs exceed the provision", "Leachate treatment at two closed sites continues for longer than was assumed.",
             "Head of Operations", "Low", "High", "Medium",
             ("Independent valuation of the provision every five years",),
             (("New boreholes at Tipper's Hill", "2025"), ("Agree discharge limits with the water company", "31.3.25"))),
        Risk("Fraud or theft at sites that take cash or cards", "Loss of income and of trust.",
             "Contracts Manager", "Low", "Low", "Low",
             ("No cash taken at weighbridges since 2020", "Daily reconciliation", "Cameras at all six sites"),
             ()),
    ]),
    ("Operational risks", [
        Risk("Fire in a transfer station or vehicle", "Injury, loss of the building and of capacity for several months.",
             "Head of Operations", "High", "High", "Very High",
             ("Thermal cameras and water cannon at Longmead", "Piles kept below four metres", "Battery campaign with retailers", "Insurance reviewed by a broker"),
             (("Separate bins for batteries and vapes at each recycling centre", "August 2024 and ongoing"), ("Fit detection to the twelve newest vehicles", "31.3.25"),
              ("Walk round with the fire service at each site", "Oct 2024"))),
        Risk("Energy plant is shut for longer than planned", "Waste has to be sent to landfill at a further cost of £95,000 a week.",
             "Contracts Manager", "Medium", "High", "High",
             ("Contractor's outage plan agreed a year ahead", "Call-off contract with two other plants"),
             (("Test the diversion plan with hauliers", "September 2024"),)),
        Risk("Recycling centres cannot open because of flooding at Weir Lane", "Fly-tipping nearby and queues at the other sites.",
             "Site Supervisor, Weir Lane", "Medium", "Medium", "Medium",
             ("Flood warnings to the supervisor's phone", "Pumps hired from November to March"),
             (("Raise the electrical cabinet above the 2020 flood level", "Winter 2024"), ("Bund along the river side of the yard", "Not yet set"))),
        Risk("Vehicles break down because replacements arrive late", "Collections are missed and hire costs rise.",
             "Head of Operations", "Medium", "Medium", "Medium",
             ("Fleet plan for seven years", "Workshop open on Saturdays"),
             (("Order nine vehicles through the regional framework", "Completed"), ("Hire contract for spare vehicles", "End of July 2024"))),
        Risk("Contamination of recycling leads to loads being refused", "Loads are burned, and the recycling rate falls by up to three points.",
             "Recycling Manager", "High", "Medium", "High",
             ("Crews tag bins with the wrong items", "Visits by advisers to blocks of flats"),
             (("Trial of clear sacks in 1,200 flats", "From 1 October 2024, ongoing"),)),
    ]),
    ("People and safety", [
        Risk("Serious injury to a worker or a member of the public", "Suffering, prosecution and closure of a site.",
             "Head of Operations / Health and Safety Adviser", "Low", "Very High", "High",
             ("Marked walkways and one-way systems", "Monthly inspection by a director of the contractor", "Stop-work card held by every employee"),
             (("Reversing alarms and cameras checked on all loading shovels", "End of July 2024"), ("Refresher course for banksmen", "September 2024"))),
        Risk("Drivers leave for better pay elsewhere", "Rounds are not completed on the day.",
             "Human Resources Partner", "Medium", "Medium", "Medium",
             ("Pay compared each year with hauliers in the valley", "Training for loaders who wish to drive"),
             (("Six trainee drivers to pass their test", "December 2024"),)),
        Risk("Loss of the few people who know the long-term contracts", "Rights and deadlines are overlooked.",
             "Clerk to the Joint Committee", "Medium", "High", "High",
             ("Contract manuals",),
             (("Second officer to shadow the Contracts Manager", "August 2024 and ongoing"), ("Retained adviser for the variation talks", "As required"))),
    ]),
    ("Governance and reputation", [
        Risk("Constituent councils choose different ways of collecting food waste", "Joint working and its savings of £1.2m a year come to an end.",
             "Clerk to the Joint Committee", "Medium", "High", "High",
             ("Joint agreement to 2031 with a notice period of two years", "Leaders' meeting each quarter"),
             (("Common specification put to all four councils", "Oct 2024"), ("Costs of three options confirmed by the treasurers", "30.9.24"))),
        Risk("Reform of local government changes the area served", "Decisions are put off and contracts are not renewed in time.",
             "Clerk to the Joint Committee", "High", "Medium", "High",
             ("Watching brief by the county solicitor",),
             (("Clause on successor bodies in each new contract", "Ongoing"),)),
        Risk("False reports on social media about where recycling goes", "Residents stop sorting their waste.",
             "Communications Officer", "Medium", "Low", "Low",
             ("Map of end destinations published every year", "Open days at Longmead"),
             (("Short films with sorters and drivers", None),)),
    ]),
]
# fmt: on

# ----------------------------------------------------------------------------------------------------------- layout

CELL = Look(size=10.5, font="Liberation Serif", border="0.5pt solid #000000", pad=0.1)
HEADING = replace(CELL, bold=True, fill="#d9d9d9", align="center", vertical="middle")
BAND = replace(CELL, bold=True, size=11.5, fill="#cfe2d4")
SHADES = {"Very High": "#c00000", "High": "#ff6161", "Medium": "#ffd966", "Low": "#a9d18e"}
WIDTHS = [4.1, 4.1, 2.9, 1.9, 1.8, 1.8, 4.3, 4.2, 2.3]
HEADINGS = [
    "Risk",
    "Effect",
    "Risk owner",
    "Likeli- hood",
    "Impact",
    "Risk rating",
    "Controls in place",
    "Action required",
    "By when",
]


def table(styles: Styles) -> str:
    grid = Grid(WIDTHS, heading_rows=1)
    for column, text in enumerate(HEADINGS):
        grid.put(0, column, text.replace("- ", "-\n"), HEADING)
    row = 1
    for band, risks in BANDS:
        grid.put(row, 0, band, BAND, columns=len(WIDTHS))
        row += 1
        for risk in risks:
            span = max(1, len(risk.actions))
            grid.put(row, 0, risk.title, CELL, rows=span)
            grid.put(row, 1, risk.effect, CELL, rows=span)
            grid.put(row, 2, risk.posts, CELL, rows=span)
            for column, word in ((3, risk.likelihood), (4, risk.impact), (5, risk.rating)):
                look = replace(CELL, align="center")
                if column == 5:
                    look = replace(
                        look, fill=SHADES[word], bold=True, colour="#ffffff" if word == "Very High" else "#000000"
                    )
                grid.put(row, column, word, look, rows=span)
            bullet = "•" if len(risk.controls) > 1 else None
            grid.put(row, 6, [Para(text, CELL, bullet=bullet) for text in risk.controls], CELL, rows=span)
            for n, (text, by) in enumerate(risk.actions or ((None, None),)):
                grid.put(row + n, 7, text, CELL)
                grid.put(row + n, 8, by, CELL)
            row += span
    width = f"{sum(WIDTHS):.2f}"
    style = styles.name(
        "table", f'<style:table-properties style:width="{width}cm" table:align="left" table:border-model="collapsing"/>'
    )
    return f'<table:table table:name="Register" table:style-name="{style}">{grid.xml(styles, "writer")}</table:table>'


def build(folder: Path) -> None:
    """Write the document, its PDF and the rows to expect."""
    styles = Styles()
    body = Look(size=11, font="Liberation Serif", below=0.2)
    text = styles.paragraphs(
        [
            Para(BODY, replace(body, size=16, bold=True, align="center")),
            Para(TITLE, replace(body, size=14, bold=True, align="center")),
            Para("Reviewed: June 2024", replace(body, align="center")),
            Para(
                "The register lists what could keep the Authority from disposing of the valley's waste safely and at a cost that its four "
                "councils can bear. Likelihood and impact are judged as they stand today, with the controls in place.",
                body,
            ),
        ],
        body,
    )
    text += table(styles)
    small = Look(size=9, font="Liberation Serif", align="center")
    master = (
        f'<style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="'
        f'{styles.paragraph(small)}">Page <text:page-number>1</text:page-number> of <text:page-count>4</text:page-count></text:p>'
        "</style:footer></style:master-page>"
    )
    source = folder / f"{folder.name}.fodt"
    source.write_text(
        document("text", styles, page_layout("A4", 29.7, 21.0, (1.3, 1.1, 1.0, 1.1)), master, text), encoding="utf-8"
    )
    write_expected(folder, page_texts(office_pdf(source)))


def write_expected(folder: Path, pages: list[str]) -> None:
    """The rows of the contract's views; only the page numbers come from the PDF. No reference is printed: `ref` is NULL."""
    risks: list[dict[str, object]] = []
    controls: list[dict[str, object]] = []
    actions: list[dict[str, object]] = []
    page = 1
    for band, group in BANDS:
        for risk in group:
            page = page_of(pages, risk.effect, page)
            risks.append({
                "page": page, "register_title": TITLE, "organisation": BODY, "as_of": AS_OF, "ref": None, "category": band,
                "title": risk.title, "impact": risk.effect, "owners": None, "owner_posts": risk.posts.replace(" / ", "; "),
                "current_likelihood": None, "current_impact": None, "current_likelihood_label": risk.likelihood,
                "current_impact_label": risk.impact, "rating": risk.rating.lower().replace(" ", "_"),
            })  # fmt: skip
            for n, text in enumerate(risk.controls, start=1):
                on = page_of(pages, text, page, 14)
                controls.append({"page": on, "ref": None, "kind": "key_control", "position": n, "text": text})
            for n, (text, by) in enumerate(risk.actions, start=1):
                date, ongoing = BY[by]
                actions.append({
                    "page": page_of(pages, text, page, 18), "ref": None, "position": n, "description": text,
                    "target_text": by, "target_date": date, "is_ongoing": ongoing,
                })  # fmt: skip
    expect(folder, "risks", list(risks[0])[1:], risks)
    expect(folder, "risk_controls", ["ref", "kind", "position", "text"], controls)
    expect(folder, "risk_actions", list(actions[0])[1:], actions)

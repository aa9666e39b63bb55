"""A council's outturn report: a box of facts, numbered paragraphs with recommendations, and finance tables ruled across
only, with `£000` in a row of their own under the headings, brackets for less than nothing, subtotals and totals, groups of
columns, and a table that a page break cuts. The totals are added up here, so they are right."""

# ruff: noqa: E501 (what stands in a cell stands on one line)
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import report as r
from meeting import Row
from odf_text import Cell, Look, TextDocument
from office import expect, office_pdf
from tables import CELLS, on_pages, table_cells
from where import Pages

COUNCIL = "LOWDHAM AND SAXBY BOROUGH COUNCIL"
FACTS = {
    "Report to:": "Cabinet", "Date:": "9 July 2024", "Report title:": "Revenue and Capital Outturn 2023/24", "Report of:": "Head of Corporate Finance",
    "Cabinet Member:": "Councillor Sunil Mistry, Finance and Assets", "Ward(s):": "All", "Key decision:": "Yes", "Exempt:": "No",
}  # fmt: skip
REVENUE = {
    "Adults and Health": {"Older people": (38412, 40155), "Learning disability": (27980, 28604), "Mental health": (9120, 9087), "Public health": (0, -85)},
    "Children’s Services": {"Placements": (21345, 23011), "Social work teams": (12780, 12266), "Early help": (4415, 4102), "Home to school transport": (6230, 6918)},
    "Place": {"Highways": (5870, 5702), "Waste": (11940, 11815), "Parking": (-3300, -3705), "Planning": (1265, 1498), "Libraries and culture": (3480, 3421)},
    "Corporate": {"Finance and law": (4902, 4761), "Digital": (3785, 3902), "Financing of capital": (8460, 7105)},
}  # fmt: skip
SAVINGS = [
    ("Adults and Health", 4100, 2650),
    ("Children’s Services", 2250, 1700),
    ("Place", 2050, 1900),
    ("Corporate", 1450, 1300),
]
CAPITAL = [
    ("Schools", 12400, 14210, 11875, 2110), ("Highways and transport", 15300, 15300, 15642, 0), ("Housing adaptations", 2100, 2240, 2088, 150),
    ("Town centre fund", 6000, 9850, 5510, 4300), ("Digital", 1900, 2150, 1705, 440), ("Leisure centres", 4500, 5200, 4040, 640),
]  # fmt: skip
RESERVES = [("Budget Risk Reserve", 6200, 0, -1200), ("Transformation Reserve", 4850, 350, -2100), ("Insurance Fund", 3940, 275, -185),
            ("Dedicated Schools Grant", -8215, 0, -1960), ("Public Health Reserve", 1130, 250, 0)]  # fmt: skip
RULES = {
    "none": 'fo:border="none"',
    "head": 'fo:border-top="1pt solid #000000" fo:border-bottom="none" fo:border-left="none" fo:border-right="none"',
}
RULES["under"] = RULES["head"].replace("top", "x").replace("bottom", "top").replace("x", "bottom")
RULES["total"] = (
    'fo:border-top="0.5pt solid #000000" fo:border-bottom="1pt solid #000000" fo:border-left="none" fo:border-right="none"'
)
Line = list[str | Cell]


def money(number: int) -> str:
    return f"({-number:,})" if number < 0 else f"{number:,}" if number else "-"


def percent(change: int, budget: int) -> str:
    share = 100 * change / abs(budget)
    return f"({-share:.1f})" if round(share, 1) < 0 else f"{abs(share):.1f}"


def heading(texts: list[tuple[str, int]], rule: str) -> Line:
    """A row of headings, each over a number of columns; figures' headings stand at the right."""
    return [Cell(text, border=RULES[rule], columns=span, look={"bold": True, "align": "start" if n == 0 else "center" if span > 1 else "end"})
            for n, (text, span) in enumerate(texts)]  # fmt: skip


def figures(label: str, numbers: list[str], rule: str = "none", fill: str | None = None) -> Line:
    strong = rule == "total" or fill is not None
    first: Look = {"bold": strong, "left": 0.0 if strong or rule == "bare" else 0.3}
    border = RULES["none" if rule == "bare" else rule]
    return [
        Cell([(label, first)], fill, border=border),
        *(Cell(text, fill, border=border, look={"align": "end", "bold": strong}) for text in numbers),
    ]


def revenue() -> tuple[list[Line], int]:
    rows = [heading([("Service", 1), ("Revised budget", 1), ("Outturn", 1), ("Variance", 1), ("Variance", 1)], "head"),
            heading([("", 1), ("£000", 1), ("£000", 1), ("£000", 1), ("%", 1)], "under")]  # fmt: skip
    whole: list[tuple[int, int]] = []
    for group, services in REVENUE.items():
        rows.append([Cell(group, border=RULES["none"], columns=5, look={"bold": True, "italic": True})])
        pairs = list(services.items())
        for name, (budget, out) in pairs:
            share = percent(out - budget, budget) if budget else "n/a"
            rows.append(figures(name, [money(budget), money(out), money(out - budget), share]))
        budget, out = (sum(pair[n] for _, pair in pairs) for n in (0, 1))
        whole.append((budget, out))
        rows.append(
            figures(
                f"{group} total",
                [money(budget), money(out), money(out - budget), percent(out - budget, budget)],
                fill="#eeeeee",
            )
        )
    budget, out = (sum(pair[n] for pair in whole) for n in (0, 1))
    rows.append(
        figures(
            "Net cost of services",
            [money(budget), money(out), money(out - budget), percent(out - budget, budget)],
            "total",
        )
    )
    return rows, 2


def savings() -> tuple[list[Line], int]:
    rows = [
        heading(
            [("Directorate", 1), ("Target £000", 1), ("Delivered £000", 1), ("Shortfall £000", 1), ("Delivered %", 1)],
            "total",
        )
    ]
    lines = [*SAVINGS, ("Total", sum(line[1] for line in SAVINGS), sum(line[2] for line in SAVINGS))]
    for name, target, done in lines:
        rule = "total" if name == "Total" else "bare"
        rows.append(
            figures(name, [money(target), money(done), money(done - target), f"{100 * done / target:.0f}%"], rule)
        )
    return rows, 1


def capital() -> tuple[list[Line], int]:
    rows = [heading([("Programme", 1), ("Budget", 2), ("Outturn", 1), ("Variance", 2)], "head"),
            heading([("£000", 1), ("Original", 1), ("Revised", 1), ("Actual", 1), ("Total", 1), ("Carried forward", 1)], "under")]  # fmt: skip
    lines = [*CAPITAL, ("Total programme", *(sum(line[n] for line in CAPITAL) for n in (1, 2, 3, 4)))]
    for name, original, revised, out, forward in lines:
        rule = "total" if name.startswith("Total") else "bare"
        rows.append(figures(name, [money(n) for n in (original, revised, out, out - revised, -forward)], rule))
    return rows, 2


def reserves() -> tuple[list[Line], int]:
    rows = [
        heading([("Reserve (£000)", 1), ("1 April 2023", 1), ("Added", 1), ("Used", 1), ("31 March 2024", 1)], "total")
    ]
    lines = [*RESERVES, ("Total earmarked reserves", *(sum(line[n] for line in RESERVES) for n in (1, 2, 3)))]
    for name, start, added, used in lines:
        rule = "total" if name.startswith("Total") else "bare"
        rows.append(figures(name, [money(n) for n in (start, added, used, start + added + used)], rule))
    return rows, 1


TABLES: dict[str, tuple[str, Callable[[], tuple[list[Line], int]], list[float]]] = {
    "revenue": ("Table 1: Revenue outturn by service", revenue, [6.2, 2.8, 2.6, 2.4, 2.2]),
    "savings": ("Table 2: Savings", savings, [5.2, 2.7, 2.9, 2.9, 2.5]),
    "capital": ("Table 3: Capital programme", capital, [4.8, 2.2, 2.2, 2.2, 2.2, 2.8]),
    "reserves": ("Table 4: Earmarked reserves", reserves, [5.6, 2.8, 2.2, 2.2, 3.2]),
}


def build(folder: Path) -> None:
    """Write the report and the rows it should give."""
    report = r.read_report(folder / "report.txt")
    doc = TextDocument(
        title=report.facts["title"] or "", size=11, margins=(2.4, 1.8, 2.4, 1.6), footer=[("Page {page}", {"align": "center", "size": 9})],
        header=[("Agenda item 7", {"align": "end", "size": 9})],
    )  # fmt: skip
    doc.p(COUNCIL, bold=True, size=13, after=8)
    doc.table(
        [4.0, doc.width - 4.0], [[f"**{name}**", text] for name, text in FACTS.items()], border="0.5pt solid #808080"
    )
    doc.p("", size=6)

    def setting(name: str) -> Callable[[], None]:
        def set_table() -> None:
            caption, made, widths = TABLES[name]
            rows, headings = made()
            doc.p(caption, bold=True, before=4, after=3, keep=True, size=10)
            doc.table(widths, rows, heading_rows=headings, padding=0.06, size=9.5, split_rows=False)
            doc.p("", size=8)

        return set_table

    looks: dict[int, Look] = {1: {"bold": True, "before": 10, "after": 4}}
    r.set_report(doc, report, looks, {name: setting(name) for name in TABLES}, left=1.2, after=6)
    doc.p("Appendices: none", before=10)
    doc.p(
        "Background papers: Budget report to Council, 22 February 2023; monitoring reports to Cabinet, September 2023 to February 2024"
    )
    doc.p("Contact officer: Head of Corporate Finance, finance@lowdhamsaxby.example")
    pages = Pages(office_pdf(doc.write(folder / f"{folder.name}.fodt")))
    report.facts["purpose"] = report.blocks[1].text
    columns = [
        column for column in r.REPORTS if column != "presented_by"
    ]  # a portfolio is no presenter, nor is it none
    expect(
        folder,
        "reports",
        columns,
        [{key: value for key, value in r.report_row(report, 1).items() if key != "presented_by"}],
    )
    expect(folder, "report_paragraphs", r.PARAGRAPHS, r.report_rows(report, pages)["report_paragraphs"])
    cells: list[Row] = []
    for number, (caption, made, _) in enumerate(TABLES.values(), start=1):
        rows, headings = made()
        for cell in on_pages(
            table_cells(rows, headings, facts={"table_no": number, "caption": caption}), pages, pages.of(caption)
        ):
            if cell["value"] is not None:
                cell["unit"] = "%" if str(cell["header"]).endswith("%") else "£000"
            cells.append(cell)
    expect(folder, "table_cells", CELLS, cells)

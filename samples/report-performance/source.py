"""A performance report to a fire authority: objectives, deliverables with lead and frequency, paragraphs numbered
through, measures stated in prose, a chart that is a picture, a table of milestones and one of money with totals. The
words stand in `report.txt`."""

from __future__ import annotations

import io
from pathlib import Path

import report as r
from odf_text import Cell, Look, TextDocument
from office import expect, office_pdf
from PIL import Image, ImageDraw, ImageFont
from where import Pages

NAVY, PALE = "#1f3864", "#dbe5f1"
HEADINGS: dict[int, Look] = {
    1: {"bold": True, "before": 12, "after": 4},
    2: {"bold": True, "size": 13, "fill": PALE, "colour": NAVY, "before": 16, "after": 6},
    3: {"bold": True, "before": 10, "after": 2},
    4: {"bold": True, "italic": True, "before": 4, "after": 3},
}
MILESTONES = """
Milestone | Last year | This year | Difference | Milestone set | Performance
Accidental dwelling fires | 507 | 446 | -61 | -5% | -12.0%
Deliberate fires, five wards | 389 | 402 | 13 | -10% | 3.3%
Unwanted fire signals | 1,266 | 1,047 | -219 | -10% | -17.3%
Working days lost | 4,632 | 3,960 | -672 | -10% | -14.5%
Deaths in fires at home | 3 | 1 | -2 | – | -66.7%
"""
FINANCE = """
Employees | 31,460 | 30,915 | (545) | -1.7
Premises | 2,318 | 2,502 | 184 | 7.9
Transport | 1,204 | 1,187 | (17) | -1.4
Supplies and services | 3,877 | 3,941 | 64 | 1.7
Capital financing | 2,650 | 2,650 | 0 | 0.0
!Gross expenditure | 41,509 | 41,195 | (314) | -0.8
Fees, charges and interest | (1,912) | (1,968) | (56) | 2.9
Specific grants | (2,455) | (2,455) | 0 | 0.0
!Net expenditure | 37,142 | 36,772 | (370) | -1.0
Transfer to earmarked reserves | 0 | 370 | 370 | –
!Total to be met from precept and grant | 37,142 | 37,142 | 0 | 0.0
"""
PAPERS = "BACKGROUND PAPERS"  # a list of papers is no paragraph
FINANCE_HEADS = ("Revised budget", "Outturn", "Variance")


VISITS = [(2010, 2204), (2190, 2377), (2135, 2391), (2305, 2340)]
AVAILABILITY = [(77.4, 73.5), (75.9, 72.0), (75.1, 70.9), (76.8, 70.8)]


def chart(figures: list[tuple[float, float]], top: int) -> bytes:
    """Four quarters of two years side by side as columns, on a scale up to `top`. A picture: its words are pixels."""
    image = Image.new("P", (760, 300), 0)
    image.putpalette([255, 255, 255, 166, 186, 214, 31, 56, 100, 120, 120, 120, 0, 0, 0])
    draw = ImageDraw.Draw(image)
    draw.fontmode = "1"  # no grey edges: five colours are enough
    font = ImageFont.load_default(16)
    for step in range(5):
        y = 250 - step * 50
        draw.line((60, y, 740, y), fill=3)
        draw.text((10, y - 9), f"{step * top // 4}", fill=4, font=font)
    for quarter, (before, now) in enumerate(figures):
        x = 100 + quarter * 165
        draw.rectangle((x, 250 - before * 200 / top, x + 50, 250), fill=1)
        draw.rectangle((x + 55, 250 - now * 200 / top, x + 105, 250), fill=2)
        draw.text((x + 40, 260), f"Q{quarter + 1}", fill=4, font=font)
    data = io.BytesIO()
    image.save(data, "PNG", optimize=True)
    return data.getvalue()


def fields(line: str) -> list[str]:
    return [text.strip() for text in line.lstrip("!").split("|")]


def number(text: str) -> str | None:
    """A figure as the database holds it: brackets are minus, commas and units go; None where there is no figure."""
    if text == "–":
        return None
    value = float(text.strip("()%").replace(",", ""))
    return f"{-value if text.startswith('(') and value else value:g}"


def milestones(doc: TextDocument) -> list[r.Row]:
    """Set the table of milestones. Returns its cells."""
    caption = "Table 1: Reduction milestones at 31 March 2025"
    doc.p(caption, bold=True, size=10, before=4, after=3, keep=True)
    heads, *lines = [fields(line) for line in MILESTONES.strip().splitlines()]
    widths = [5.2, 2.2, 2.2, 2.4, 2.5, 2.5]
    right: Look = {"align": "end"}
    rows = [
        [Cell(text, PALE, look={"bold": True, "align": "center" if n else "start"}) for n, text in enumerate(heads)]
    ]
    rows += [[Cell(text, look=right if n else {}) for n, text in enumerate(line)] for line in lines]
    doc.table(widths, rows, heading_rows=1, size=10)
    doc.p("", size=6)
    cells: list[r.Row] = []
    for row_no, line in enumerate([heads, *lines], start=1):
        for column_no, text in enumerate(line, start=1):
            cell: r.Row = {"caption": caption, "row_no": row_no, "column_no": column_no, "text": text}
            if row_no == 1:
                cell["fill"] = PALE
            else:
                cell["header"] = heads[column_no - 1]
                cell["value"] = number(text) if column_no > 1 else None
                cell["unit"] = None if cell["value"] is None else "%" if "%" in text else "count"
            cells.append(cell)
    return cells


def finance(doc: TextDocument) -> list[r.Row]:
    """Set the table of money. Returns its cells."""
    caption = "Table 2: Provisional revenue outturn 2024/25"
    doc.p(caption, bold=True, size=10, before=4, after=3, keep=True)
    head: Look = {"bold": True, "align": "center", "colour": "#ffffff"}
    rows = [
        [Cell("Subjective heading", NAVY, rows=2, valign="middle", look={**head, "align": "start"}),
         Cell("£000", NAVY, columns=3, look=head), Cell("Variance %", NAVY, rows=2, valign="middle", look=head)],
        [Cell(text, NAVY, look=head) for text in FINANCE_HEADS],
    ]  # fmt: skip
    top: r.Row = {"caption": caption, "fill": NAVY}
    cells: list[r.Row] = [
        top | {"row_no": 1, "column_no": 1, "row_span": 2, "text": "Subjective heading"},
        top | {"row_no": 1, "column_no": 2, "column_span": 3, "text": "£000"},
        top | {"row_no": 1, "column_no": 5, "row_span": 2, "text": "Variance %"},
        *(top | {"row_no": 2, "column_no": n, "text": text} for n, text in enumerate(FINANCE_HEADS, start=2)),
    ]
    headers = ["Subjective heading", *(f"£000 > {text}" for text in FINANCE_HEADS), "Variance %"]
    for row_no, line in enumerate(FINANCE.strip().splitlines(), start=3):
        total = line.startswith("!")
        fill = PALE if total else None
        looks: list[Look] = [{"bold": total, "align": "end" if n else "start"} for n in range(5)]
        rows.append([Cell(text, fill, look=look) for text, look in zip(fields(line), looks, strict=True)])
        for column_no, text in enumerate(fields(line), start=1):
            value = number(text) if column_no > 1 else None
            unit = None if value is None else "£000" if column_no < 5 else "%"
            place = {"row_no": row_no, "column_no": column_no, "header": headers[column_no - 1]}
            cells.append({"caption": caption, "fill": fill, "text": text, "value": value, "unit": unit} | place)
    doc.table([6.2, 2.7, 2.7, 2.7, 2.7], rows, heading_rows=2, size=10, split_rows=False)
    doc.p("", size=6)
    return cells


def build(folder: Path) -> None:
    """Write the report and the rows it should give."""
    report = r.read_report(folder / "report.txt")
    doc = TextDocument(
        title=str(report.facts["title"]),
        size=12,
        margins=(2.2, 1.6, 2.0, 1.4),
        header=[("AGENDA ITEM 8", {"bold": True, "align": "end"})],
        footer=[("{page}", {"align": "center"})],
    )
    doc.p(str(report.facts["organisation"]), bold=True, size=14, align="center", before=10)
    doc.p("Meeting of 14^th^ May 2025", bold=True, align="center", after=12)
    doc.p(str(report.facts["title"]), bold=True, size=13, after=8)
    doc.p(f"Report author:\t{report.facts['authors']}, Head of Planning and Performance", tabs=(3.6,))
    doc.p(f"Presented by:\t{report.facts['presented_by']}, Deputy Chief Fire Officer", tabs=(3.6,), after=4)
    tables: dict[str, list[r.Row]] = {}
    own = {
        "visits": lambda: doc.picture(
            chart(VISITS, 2800), 14, 5.53, caption="Figure 1: Visits by quarter, 2023/24 and 2024/25"
        ),
        "availability": lambda: doc.picture(
            chart(AVAILABILITY, 100), 14, 5.53, caption="Figure 2: On-call availability (%), 2023/24 and 2024/25"
        ),
        "milestones": lambda: tables.update(milestones=milestones(doc)),
        "finance": lambda: tables.update(finance=finance(doc)),
        "contact": lambda: doc.p(
            "Contact: Kirsten Halloran, 01632 960147, k.halloran@ambermouthfire.example",
            before=18, rule="top", size=10,
        ),
    }  # fmt: skip
    r.set_report(doc, report, HEADINGS, own, after=8)
    pages = Pages(office_pdf(doc.write(folder / f"{folder.name}.fodt")))

    expect(folder, "reports", r.REPORTS, [r.report_row(report, 1)])
    rows = r.report_rows(report, pages)
    expect(
        folder,
        "report_paragraphs",
        r.PARAGRAPHS,
        [row for row in rows["report_paragraphs"] if row["heading"] != PAPERS],
    )
    expect(folder, "deliverables", r.DELIVERABLES, rows["deliverables"])
    expect(folder, "stated_measures", r.MEASURES, rows["stated_measures"])
    cells: list[r.Row] = []
    for table_no, first in enumerate(("milestones", "finance"), start=1):
        pages.turn_to(pages.of(str(tables[first][0]["caption"])))
        at: dict[object, int] = {}  # the page of each row: the second table runs over a page break
        for cell in tables[first]:
            if cell["row_no"] not in at:
                at[cell["row_no"]] = pages.next(str(cell["text"])) if cell["column_no"] == 1 else pages.at
            spans: r.Row = {"row_span": 1, "column_span": 1}
            cells.append({"page": at[cell["row_no"]], "table_no": table_no} | spans | cell)
    expect(folder, "table_cells", r.CELLS, cells)

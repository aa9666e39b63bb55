"""A parish council's annual meeting: running minute numbers `25/046`, names as `Cllr J. Dring`, resolutions in the line
with proposer and seconder behind them, votes as `4 in favour, 2 against`, planning and payments in tables between lettered
paragraphs, actions at the right in italics. Ordinals in dates (`13th May 2025`)."""

# ruff: noqa: E501 (what stands in a cell stands on one line)
from __future__ import annotations

import re
from pathlib import Path

import meeting as m
from odf_text import Cell, Look, TextDocument
from office import expect, office_pdf
from tables import CELLS, on_pages, table_cells
from where import Pages

PLANNING = """
Application | Address | Proposal | Parish Council’s comment
25/00417/HOU | 6 Back Lane | Single storey extension to the rear | No objection
25/00452/FUL | Land east of Glebe Road | Nine dwellings with access and drainage | Objection: the access is on a bend, and the sewer floods each winter
25/00460/TCA | The Old Rectory | Fell one ash; reduce two limes by 3m | No objection, but a replacement tree is asked for
"""
PAYMENTS = """
Ref | Payee | For | Net | VAT | Total
TB01 | L. Fairbrother | Salary and home office, April | £892.14 | £0.00 | £892.14
TB02 | HM Revenue & Customs | PAYE, April | £141.20 | £0.00 | £141.20
TB03 | Greensward Contracts | Grass cutting, first two cuts | £560.00 | £112.00 | £672.00
TB04 | Village Hall Committee | Hire, January to April | £96.00 | £0.00 | £96.00
TB05 | Zenith Insurance Brokers | Annual premium | £538.50 | £0.00 | £538.50
 | | Total | £2,227.84 | £112.00 | £2,339.84
"""
MEMBERS = {
    name.split()[-1]: name for name in ("A. Thorne", "B. Peel", "J. Dring", "M. Ostler-Wray", "S. Hallam", "K. Gill")
}
RESOLVED = ("It was **RESOLVED** ", "**RESOLVED** ", "It was therefore **RESOLVED** ")


def grid(text: str, widths: list[float], doc: TextDocument) -> list[list[str | Cell]]:
    """Set a table whose headings are bold and whose figures stand at the right; what was set."""
    lines = [[part.strip() for part in line.split("|")] for line in text.strip().splitlines()]
    rows: list[list[str | Cell]] = []
    for n, line in enumerate(lines):
        last = n in (0, len(lines) - 1) and "£" in text
        rows.append([
            Cell(part, look={"bold": n == 0 or last, "align": "end" if part.startswith("£") else "start"}) for part in line
        ])  # fmt: skip
    doc.table(widths, rows, size=10, indent=1.8, border="0.5pt solid #000000", padding=0.07)
    doc.p("", size=5)
    return rows


def build(folder: Path) -> None:
    """Write the minutes and the rows they should give."""
    meeting = m.read_meeting(folder / "minutes.txt")
    doc = TextDocument(
        title="Minutes 13 May 2025", font="Liberation Serif", size=11.5, margins=(2.2, 1.8, 2.0, 1.5),
        footer=[("Signed ……………………………… Chair\tDate ………………\tPage {page} of {pages}", {"size": 9, "tabs": (8.0, 14.0)})],
    )  # fmt: skip
    doc.p("THORPE BASSENDALE PARISH COUNCIL", bold=True, size=16, align="center", after=4)
    doc.p("Minutes of the Annual Meeting of the Parish Council held on Tuesday 13th May 2025 at 7.30pm in the Village Hall, Church Lane",
          align="center", bold=True, after=10)  # fmt: skip
    doc.p(
        "**Present:** Cllrs A. Thorne (Chair), B. Peel (Vice-Chair), J. Dring, M. Ostler-Wray, S. Hallam and K. Gill",
        after=4,
    )
    doc.p(
        "**Also in attendance:** Mrs L. Fairbrother (Clerk & RFO), Cllr D. Marchetti (County Councillor) and four members of the public",
        after=8,
    )
    tables: list[list[list[str | Cell]]] = []
    said = 0
    for minute in meeting.minutes:
        doc.item(f"**{minute.number}**", f"**__{minute.heading}__**", left=1.8, before=9, after=2, keep=True)
        for n, block in enumerate(minute.blocks):
            follows = (
                minute.blocks[n + 1].text if n + 1 < len(minute.blocks) and minute.blocks[n + 1].kind == "then" else ""
            )
            look: Look = {"left": 1.8, "after": 4, "align": "justify"}
            if block.text == "@planning":
                tables.append(grid(PLANNING, [2.8, 3.4, 4.4, 4.4], doc))
            elif block.text == "@payments":
                tables.append(grid(PAYMENTS, [1.4, 4.2, 4.6, 1.6, 1.5, 1.7], doc))
            elif block.kind == "resolution":
                doc.p(f"{RESOLVED[said % 3]}{block.text} {follows}".strip(), **look)
                said += 1
            elif block.kind == "action":
                doc.p(f"Action: {block.text}" + (f" By {block.facts['due_text']}." if block.facts["due_text"] else ""),
                      left=1.8, after=5, align="end", italic=True, bold=True)  # fmt: skip
            elif block.label:
                doc.item(block.label, block.text, left=2.6, hang=0.8, after=4, align="justify")
            elif block.kind != "then":
                doc.p(block.text, **look)
    doc.p("There being no further business the Chair closed the meeting at 9.12pm.", before=12, after=8)
    pages = Pages(office_pdf(doc.write(folder / f"{folder.name}.fodt")))
    write_expected(folder, meeting, pages, tables)


def write_expected(folder: Path, meeting: m.Meeting, pages: Pages, tables: list[list[list[str | Cell]]]) -> None:
    """The rows of the contract's views; only the page numbers come from the PDF."""
    for minute in meeting.minutes:
        minute.blocks = [block for block in minute.blocks if not block.text.startswith("@")]
    expect(folder, "meetings", m.MEETINGS, [m.meeting_row(meeting, 1)])
    expect(folder, "attendance", m.ATTENDANCE, m.attendance_rows(meeting, pages))
    rows = m.minute_rows(meeting, pages)
    expect(folder, "minutes", [c for c in m.MINUTES if c != "agenda_ref"],
           [{k: v for k, v in row.items() if k != "agenda_ref"} for row in rows["minutes"]])  # fmt: skip
    expect(folder, "resolutions", m.RESOLUTIONS, rows["resolutions"])
    expect(folder, "votes", m.VOTES, votes(meeting, pages))
    for row in rows["minute_actions"]:
        owners = str(row["owners"]).split("; ")
        # the list of those present says who the Clerk is
        row["owners"] = "; ".join("L. Fairbrother" if name == "Clerk" else name for name in owners) or None
        row["owner_posts"] = "Clerk" if "Clerk" in owners else None
        row["due_text"] = row["due_text"] and f"By {row['due_text']}"
    expect(folder, "minute_actions", [*m.ACTIONS, "owner_posts"], rows["minute_actions"])
    cells = []
    for number, (table, head) in enumerate(zip(tables, ("Application", "Payee"), strict=True), start=1):
        cells += on_pages(table_cells(table, 1, facts={"table_no": number}), pages, pages.of(head))
    expect(folder, "table_cells", [c for c in CELLS if c != "caption"], cells)


def votes(meeting: m.Meeting, pages: Pages) -> list[m.Row]:
    """A row a motion that was proposed and seconded; counts only where they are printed."""
    rows = []
    for minute in meeting.minutes:
        for motion, then in zip(minute.blocks, minute.blocks[1:], strict=False):
            if then.kind != "then":
                continue
            match = re.match(r"Proposed Cllr (\S+), seconded Cllr (\S+), (.*)\.", then.text)
            assert match is not None
            counts = {word: n for n, word in re.findall(r"(\d) (in favour|against|abstention)", match[3])}
            rows.append(meeting.key | {
                "page": pages.of(motion.text), "minute_number": minute.number, "motion": motion.text, "carried": True,
                "proposer": MEMBERS[match[1]], "seconder": MEMBERS[match[2]], "votes_for": counts.get("in favour"),
                "votes_against": counts.get("against"), "abstentions": counts.get("abstention"),
            })  # fmt: skip
    return rows

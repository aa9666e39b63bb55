"""Minutes of a charity's trustees as one ruled table: number, discussion, and a column for who does what by when. Rules
stand between the items only; initials stand beside the paragraph they belong to. The words stand in `minutes.txt`."""

from __future__ import annotations

from pathlib import Path

import meeting as m
from odf_text import Cell, TextDocument
from office import expect, office_pdf
from where import Pages

PRESENT = """
Stella Prior (SP), Chair
Tim Cutler (TC), Vice Chair
Nisha Desai (ND), Treasurer
Josephine Adebayo (JA)
Revd Martin Coyle (MC)
Dr Hamish Orr (HO), Clinical Trustee
Bethan Vaughan (BV)
"""
IN_ATTENDANCE = """
Carol Fenwick (CF), Chief Executive
Ravi Menon (RM), Director of Finance
Anne Dooley (AD), Matron
Lorna Pike (LP), Governance Manager
"""
APOLOGIES = """
Helen Marsh (HM)
David Sankey (DS), Director of Fundraising
"""
FACTS = {
    "Meeting": "Board of Trustees",
    "Date": "Tuesday 29 April 2025",
    "Time": "6.00 pm – 8.15 pm",
    "Venue": "Education Room, Tidewell House, Quay Road, Marram",
    "Present": PRESENT,
    "In attendance": IN_ATTENDANCE,
    "Apologies": APOLOGIES,
}
TEAL = "#1f6f78"
SIDES = 'fo:border-left="{0}" fo:border-right="{0}" fo:border-top="{1}" fo:border-bottom="{2}"'
LINE = f"0.75pt solid {TEAL}"


def rows_of(minute: m.Minute) -> list[list[Cell]]:
    """An item as rows: its heading, then a row a paragraph, ruled off at its head and foot alone."""
    rows = [[(f"**{minute.number}**", f"**{minute.heading}**", "")]]
    for block in minute.blocks:
        who = ""
        if block.kind == "action":
            owners = str(block.facts["owner_initials"] or block.facts["owners"]).replace("; ", "/")
            who = f"{owners}\n{block.facts['due_text']}" if block.facts["due_text"] else owners
        text = f"**{block.text}**" if block.kind == "resolution" else block.text
        rows.append([("", f"•\t{text}" if block.kind == "bullet" else text, who)])
    out = []
    for number, [texts] in enumerate(rows):
        border = SIDES.format(LINE, LINE if number == 0 else "none", LINE if number == len(rows) - 1 else "none")
        bullet = {"left": 0.6, "first": -0.6, "tabs": (0.6,)} if texts[1].startswith("•") else {}
        after = 2 if number == 0 or bullet else 5
        out.append(
            [
                Cell(texts[0], border=border),
                Cell([(texts[1], {"after": after, **bullet})], border=border),
                Cell(texts[2], border=border, look={"align": "center"}),
            ]
        )
    return out


def build(folder: Path) -> None:
    """Write the minutes and the rows they should give."""
    meeting = m.read_meeting(folder / "minutes.txt")
    small = {"size": 8, "colour": "#555555"}
    doc = TextDocument(
        title="Board of Trustees minutes 29 April 2025",
        font="Carlito",
        margins=(1.8, 1.6, 1.8, 1.2),
        footer=[
            ("Board minutes 29.04.25 – DRAFT until approved\tPage {page} of {pages}", {**small, "tabs": (14.8,)}),
            (
                "Tidewell Hospice is a registered charity and a company limited by guarantee",
                {**small, "align": "center"},
            ),
        ],
    )
    doc.p("TIDEWELL HOSPICE", bold=True, size=18, colour=TEAL)
    doc.p("Minutes of the meeting of the Board of Trustees", size=13, after=8, rule="bottom")
    facts = [[Cell(f"**{name}**", fill="#e3f0f1"), Cell(text.strip().split("\n"))] for name, text in FACTS.items()]
    doc.table([3.2, doc.width - 3.2], facts, border="0.5pt solid #9bbfc2")
    doc.p("", size=8)
    white: dict[str, object] = {"bold": True, "colour": "#ffffff"}
    heads = [Cell(text, fill=TEAL, look=white) for text in ("No.", "Discussion and decisions", "Action / by when")]
    rows = [row for minute in meeting.minutes for row in rows_of(minute)]
    doc.table([1.5, doc.width - 4.1, 2.6], [heads, *rows], heading_rows=1, border=LINE, size=10.5, padding=0.08)
    doc.p("", before=14)
    doc.p("Signed as a correct record: …………………………………………… (Chair)          Date: ……………………", before=12)
    pdf = office_pdf(doc.write(folder / f"{folder.name}.fodt"))

    pages = Pages(pdf)
    expect(folder, "meetings", m.MEETINGS, [m.meeting_row(meeting, 1)])
    expect(folder, "attendance", m.ATTENDANCE, m.attendance_rows(meeting, pages))
    rows_by_view = m.minute_rows(meeting, pages)
    expect(folder, "minutes", [c for c in m.MINUTES if c != "agenda_ref"], _without(rows_by_view["minutes"]))
    expect(folder, "resolutions", m.RESOLUTIONS, rows_by_view["resolutions"])
    expect(folder, "minute_actions", m.ACTIONS, rows_by_view["minute_actions"])


def _without(rows: list[m.Row]) -> list[m.Row]:
    return [{key: value for key, value in row.items() if key != "agenda_ref"} for row in rows]

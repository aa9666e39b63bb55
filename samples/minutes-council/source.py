"""Minutes of a county council's committee, as such councils print them: one block of names, numbered paragraphs under
numbered headings with their agenda item, resolutions in the line, motions with proposer and seconder, votes with lists
of names. The words stand in `minutes.txt`."""

from __future__ import annotations

from pathlib import Path

import meeting as m
from odf_text import TextDocument
from office import expect, office_pdf
from where import Pages

NAMES = """
**PRESENT:** Mr Colin Harker (Chairman), Mrs Jane Ellwood (Vice-Chairman), Mr Anil Bhatt, Miss Rosemary Cade,
Mr Trevor Dunmore, Mrs Fiona Gault, Mr Martin Hesketh, MBE, Ms Priscilla Jarrow, Mr Ben Kettering, Dr Olu Makinde,
Mrs Wendy Raistrick, Mr Luke Tovey, Ms Carla Whitby and Ms Yasmin Zaman

**IN ATTENDANCE:** Imran Sadiq (Interim Director of Environment), Rachel Fenn (Head of Transport Strategy),
Gillian Stroud (Waste Partnership Manager) and Lucy Prowse (Principal Democratic Services Officer)

**IN VIRTUAL ATTENDANCE:** Professor Huw Penrice (Chair of the Tarrant Valley Flood Partnership)
"""
OPENING = (
    "MINUTES of a meeting of the Environment and Transport Committee held in the Council Chamber, Shire Hall, "
    "Stourbrook on Thursday, 6 March 2025 at 10.00 am."
)
EXEMPT = "59"  # the minute before which the public has gone


def set_minute(doc: TextDocument, minute: m.Minute) -> None:
    """A minute under its hanging number."""
    doc.item(f"**{minute.number}.**", f"**{minute.heading}**", left=1.3, before=16, keep=True, align="justify")
    doc.p(f"__(Item {minute.agenda_ref})__" if minute.agenda_ref else "", left=1.3, after=8, keep=True)
    resolved = False
    for block in minute.blocks:
        if block.kind == "resolution" and block.label:
            if not resolved:
                doc.p("**RESOLVED –**", left=1.3, after=4, keep=True)
            doc.item(block.label, block.text, left=2.5, hang=1.0, after=4, align="justify")
        elif block.kind == "resolution":
            doc.p(f"**RESOLVED –** {block.text}", left=1.3, after=6, align="justify")
        elif block.kind == "right":
            doc.p(block.text, align="end", after=8, italic=True)
        elif block.kind == "names":
            heads = block.text.endswith(")")
            doc.p(block.text, left=1.3, after=5, bold=heads, keep=heads)
        elif block.label[1:2].isalpha():
            doc.item(block.label, block.text, left=3.5, hang=1.0, after=5, align="justify")
        elif block.label:
            doc.item(block.label, block.text, left=2.5, hang=1.2, after=6, align="justify")
        else:
            doc.p(block.text, left=1.3, after=6, align="justify")
        resolved = block.kind == "resolution"


def build(folder: Path) -> None:
    """Write the minutes and the rows they should give."""
    meeting = m.read_meeting(folder / "minutes.txt")
    doc = TextDocument(
        title="Minutes of the Environment and Transport Committee, 6 March 2025",
        margins=(2.6, 2.2, 2.6, 1.6),
        footer=[("{page}", {"align": "center"})],
    )
    doc.p("NORTHMERE COUNTY COUNCIL", bold=True, align="center", size=12, after=10, rule="bottom")
    doc.p("ENVIRONMENT AND TRANSPORT COMMITTEE", bold=True, align="center", before=10, after=14)
    for paragraph in (OPENING, *NAMES.strip().split("\n\n")):
        doc.p(paragraph.replace("\n", " "), align="justify", after=10)
    doc.p("UNRESTRICTED ITEMS", bold=True, align="center", before=8)
    for minute in meeting.minutes:
        if minute.number == EXEMPT:
            doc.p("EXEMPT ITEM", bold=True, align="center", before=14, keep=True)
            doc.p("__(Open access to minutes; the report is not for publication)__", align="center", keep=True)
        set_minute(doc, minute)
    doc.p("The meeting closed at 12.25 pm.", before=18, after=24, left=1.3)
    doc.p("Chairman ……………………………………………", left=1.3, after=10)
    doc.p("Date ……………………………………………", left=1.3)
    pdf = office_pdf(doc.write(folder / f"{folder.name}.fodt"))

    pages = Pages(pdf)
    expect(folder, "meetings", m.MEETINGS, [m.meeting_row(meeting, 1)])
    expect(folder, "attendance", m.ATTENDANCE, m.attendance_rows(meeting, pages))
    rows = m.minute_rows(meeting, pages)
    expect(folder, "minutes", m.MINUTES, rows["minutes"])
    expect(folder, "resolutions", m.RESOLUTIONS, rows["resolutions"])
    expect(folder, "votes", m.VOTES, rows["votes"])

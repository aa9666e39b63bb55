"""Minutes of a university's committee: members and those in attendance in two columns side by side, declarations as a
table, paragraphs numbered within their item, `Decision:` and `Action (SB, by …):` as labels of indented paragraphs."""

# ruff: noqa: E501 (what stands in a cell stands on one line)
from __future__ import annotations

from pathlib import Path

import meeting as m
from odf_text import Cell, Look, TextDocument
from office import expect, office_pdf
from tables import CELLS, on_pages, table_cells
from where import Pages

TITLES = {
    "Geraldine Amory": "Dame Geraldine Amory", "Kofi Mensah-Bright": "Dr Kofi Mensah-Bright", "Ursula Thwaites": "Mrs Ursula Thwaites CBE",
    "David Llewellyn": "Mr David Llewellyn FCA", "Ffion Carey": "Ms Ffion Carey", "Nadia Haddad": "Professor Nadia Haddad", "Stephen Bowyer": "Mr Stephen Bowyer",
    "Jane Tranter": "Ms Jane Tranter", "Ian Gascoigne": "Mr Ian Gascoigne", "Maria Teixeira": "Ms Maria Teixeira", "Toby Rusk": "Mr Toby Rusk", "Rupert Salter": "Mr Rupert Salter",
}  # fmt: skip
DECLARATIONS: list[list[str | Cell]] = [
    [Cell(text, "#e7e0ec", look={"bold": True}) for text in ("Member", "Item", "Nature of interest")],
    ["Mrs Thwaites", "5", "Trustee of a charity that lets rooms to students"],
    ["Mr Llewellyn", "4", "Former partner in Pell & Bright LLP, retired 2011"],
]
PURPLE = "#4b2e66"
NOTES = {"Maria Teixeira": " (items 4 to 6)"}  # neither role nor affiliation


def names(meeting: m.Meeting, *statuses: str) -> list[str | tuple[str, Look]]:
    """The paragraphs of one column of attendance."""
    heads = {"present": "Members present", "apologies": "Apologies", "in_attendance": "In attendance"}
    out: list[str | tuple[str, Look]] = []
    for status in statuses:
        out.append((heads[status], {"bold": True, "colour": PURPLE, "before": 4 if out else 0, "after": 2}))
        for person in meeting.people:
            if person["status"] == status:
                name = str(person["person"])
                role = f" – {person['role']}" if person["role"] else ""
                role += f", {person['affiliation']}" if person["affiliation"] else ""
                out.append((f"{TITLES[name]}{role}{NOTES.get(name, '')}", {"left": 0.4, "first": -0.4}))
    return out


def build(folder: Path) -> None:
    """Write the minutes and the rows they should give."""
    meeting = m.read_meeting(folder / "minutes.txt")
    doc = TextDocument(
        title="ARC minutes October 2024", font="DejaVu Serif", size=9.5, margins=(2.4, 1.6, 2.4, 1.4),
        header=[("UNIVERSITY OF WESTERMARCH", {"bold": True, "colour": PURPLE, "rule": "bottom"})],
        footer=[("ARC 24/10 minutes – confirmed\t{page}", {"size": 8, "tabs": (15.6,)})],
    )  # fmt: skip
    doc.p("Audit and Risk Committee", size=18, colour=PURPLE, before=6)
    doc.p("Minutes of the meeting held on 10 October 2024", size=11, bold=True, after=3)
    doc.p("2.00 pm to 4.05 pm, Room 2.14, Senate Building, and by video conference", after=8)
    columns = [Cell(names(meeting, "present", "apologies")), Cell(names(meeting, "in_attendance"))]
    doc.table([doc.width / 2, doc.width / 2], [columns], border="none", padding=0.05)
    doc.p("", size=4, rule="bottom", after=6)
    for minute in meeting.minutes:
        doc.item(f"{minute.number}.", minute.heading, left=1.1, bold=True, colour=PURPLE, before=9, after=3, keep=True)
        for block in minute.blocks:
            box: Look = {"left": 2.0, "after": 4, "right": 1.0}
            if block.text == "@declarations":
                doc.table([4.0, 1.5, 9.0], DECLARATIONS, border="0.5pt solid #808080", indent=1.1)
            elif block.kind == "resolution":
                doc.p(f"**Decision:** {block.text}", **box)
            elif block.kind == "action":
                due = f", by {block.facts['due_text']}" if block.facts["due_text"] else ""
                doc.p(f"**Action ({block.facts['owner_initials']}{due}):** {block.text}", **box)
            else:
                doc.item(block.label, block.text, left=1.1, after=4)
    pages = Pages(office_pdf(doc.write(folder / f"{folder.name}.fodt")))
    for minute in meeting.minutes:
        minute.blocks = [block for block in minute.blocks if not block.text.startswith("@")]
    expect(folder, "meetings", m.MEETINGS, [m.meeting_row(meeting, 1)])
    expect(folder, "attendance", m.ATTENDANCE, m.attendance_rows(meeting, pages))
    rows = m.minute_rows(meeting, pages)
    for row in rows["minute_actions"]:
        row["owner_initials"] = str(row["owner_initials"]).replace("/", "; ")
        row["due_text"] = row["due_text"] and f"by {row['due_text']}"
    expect(folder, "minutes", [c for c in m.MINUTES if c != "agenda_ref"],
           [{k: v for k, v in row.items() if k != "agenda_ref"} for row in rows["minutes"]])  # fmt: skip
    expect(folder, "resolutions", m.RESOLUTIONS, rows["resolutions"])
    expect(folder, "minute_actions", m.ACTIONS, rows["minute_actions"])
    cells = on_pages(table_cells(DECLARATIONS, 1, facts={"table_no": 1}), pages)
    expect(
        folder,
        "table_cells",
        [c for c in CELLS if c != "caption"],
        [cell | ({"value": None, "unit": None} if cell["column_no"] == 2 else {}) for cell in cells],
    )

"""Minutes of an NHS trust's board in public: item numbers that look like dates (`24/07/03`), verbs in capitals, actions in
shaded strips under the text, speakers by initials, attendance as a table of names and posts. Appendix A is a matrix of
actions on a landscape page: its owners are initials, its rating a letter on a fill."""

from __future__ import annotations

import tempfile
from pathlib import Path

import meeting as m
import pikepdf
import register
from odf_text import Cell, Look, TextDocument
from office import expect, office_pdf
from where import Pages

TRUST = "Wexcombe and Orrin Community NHS Trust"
BLUE = "#005eb8"
INITIALS = {
    "DF": "Dominic Farrar", "RO": "Ruth Okonjo", "LS": "Liam Sturgess", "PV": "Penelope Voss", "AC": "Amit Chowdhury",
}  # fmt: skip
SHORT = {
    "Marguerite Dalby": "MD", "Kwabena Asante": "KA", "Hilary Trent-Marsh": "HTM", "Sanjay Rathod": "SR",
    "Eleri Blackwood": "EB", "Bryony Sale": "BS", "Callum Reeve": "CR", "Isobel Nairn": "IN", "Terence Whitlock": "TW",
} | {name: short for short, name in INITIALS.items()}  # fmt: skip
NOTES = {"Bryony Sale": " (item 24/07/08 only)"}  # no part of her role
TITLES = {"Liam Sturgess": "Dr ", "Kwabena Asante": "Prof ", "Marguerite Dalby": "Dame "}
RAG = {"G": "green", "A": "amber", "R": "red", "B": "blue"}
HEADS = ("Ref", "Date raised", "Action", "Lead", "Due", "Update", "RAG")


def names(doc: TextDocument, meeting: m.Meeting) -> None:
    """Attendance: a heading in the first column, then a row a person, without rules."""
    rows: list[list[str | Cell]] = []
    for status, heading in (("present", "Present:"), ("in_attendance", "In attendance:"), ("apologies", "Apologies:")):
        people = [person for person in meeting.people if person["status"] == status]
        for n, person in enumerate(people):
            name = str(person["person"])
            shown = f"{TITLES.get(name, '')}{name} ({SHORT[name]})"
            rows.append([f"**{heading}**" if n == 0 else "", shown, f"{person['role']}{NOTES.get(name, '')}"])
    doc.table([3.0, 5.6, doc.width - 8.6], rows, border="none", padding=0.04, size=10.5)


def minutes(meeting: m.Meeting) -> TextDocument:
    small: Look = {"size": 8.5, "colour": "#425563"}
    doc = TextDocument(
        title="Unconfirmed minutes of the Trust Board", size=10.5, margins=(2.2, 1.6, 2.2, 1.3),
        header=[(f"{TRUST}\n**UNCONFIRMED**", {**small, "align": "end"})],
        footer=[("Trust Board (public) 25 July 2024 – unconfirmed minutes – {page}", {**small, "align": "center"})],
    )  # fmt: skip
    doc.p("Minutes of the Trust Board meeting held in public", bold=True, size=15, colour=BLUE, after=2)
    doc.p("Thursday 25 July 2024, 9.30am to 12.45pm", after=2)
    doc.p("Boardroom, Kestrel House, Orrin Way, Wexcombe", after=10)
    names(doc, meeting)
    letters = iter("abcdefghij")
    for minute in meeting.minutes:
        doc.item(minute.number, minute.heading, left=2.0, bold=True, colour=BLUE, before=12, after=3, keep=True)
        letters = iter("abcdefghij")
        for block in minute.blocks:
            if block.kind == "action":
                due = f" by {block.facts['due_text']}"
                text = (
                    f"**Action {minute.number}/{next(letters)}:** {block.text} **{block.facts['owner_initials']}**{due}"
                )
                doc.p(text, left=2.0, fill="#d9e8f6", before=2, after=5)
            elif block.kind == "bullet":
                doc.item("•", block.text, left=2.7, hang=0.6, after=2)
            else:
                doc.p(block.text, left=2.0, after=5)
    doc.p("Signed …………………………………………    Date …………………………", before=24)
    return doc


def log(lines: list[str]) -> TextDocument:
    doc = TextDocument(
        title="Action log", size=9.5, paper=(29.7, 21.0), margins=(1.5, 1.3, 1.5, 1.2),
        footer=[("Trust Board (public) action log – page {page}", {"size": 8.5, "align": "center"})],
    )  # fmt: skip
    doc.p("Appendix A", bold=True, size=11, align="end")
    doc.p("Trust Board (public): action log at 25 July 2024", bold=True, size=14, colour=BLUE, after=8)
    white: Look = {"bold": True, "colour": "#ffffff"}
    rows: list[list[str | Cell]] = [[Cell(text, BLUE, look=white) for text in HEADS]]
    for line in lines:
        if line.startswith("# "):
            rows.append([Cell(line[2:], "#d9e8f6", columns=7, look={"bold": True})])
            continue
        *texts, letter, fill = (part.strip() for part in line.split("|"))
        rows.append([*texts, Cell(letter, fill, valign="middle", look={"align": "center", "bold": True})])
    doc.table([2.3, 2.4, 8.6, 1.9, 2.3, 7.6, doc.width - 25.1], rows, heading_rows=1)
    doc.p(
        "R: overdue   A: deferred with the Board’s agreement   G: on track, or proposed for closure   B: closed",
        size=8.5,
        before=8,
    )
    return doc


def build(folder: Path) -> None:
    """Write the minutes with their appendix, and the rows they should give."""
    meeting = m.read_meeting(folder / "minutes.txt")
    lines = (folder / "actions.txt").read_text(encoding="utf-8").splitlines()
    with pikepdf.Pdf.new() as joined, tempfile.TemporaryDirectory() as temporary:
        for name, doc in (("1-minutes", minutes(meeting)), ("2-action-log", log(lines))):
            pdf = office_pdf(doc.write(folder / f"{name}.fodt"), Path(temporary, f"{name}.pdf"))
            with pikepdf.open(pdf) as part:
                joined.pages.extend(part.pages)
        joined.save(folder / f"{folder.name}.pdf")
    pages = Pages(folder / f"{folder.name}.pdf")
    expect(folder, "meetings", m.MEETINGS, [m.meeting_row(meeting, 1)])
    expect(folder, "attendance", m.ATTENDANCE, m.attendance_rows(meeting, pages))
    rows = m.minute_rows(meeting, pages)
    for row in rows["minute_actions"]:
        row["owner_initials"] = str(row["owner_initials"]).replace("/", "; ")
        row["due_text"] = f"by {row['due_text']}"
    expect(folder, "minutes", [c for c in m.MINUTES if c != "agenda_ref"],
           [{k: v for k, v in row.items() if k != "agenda_ref"} for row in rows["minutes"]])  # fmt: skip
    expect(folder, "resolutions", m.RESOLUTIONS, rows["resolutions"])
    expect(folder, "minute_actions", m.ACTIONS, rows["minute_actions"])
    tracked: list[dict[str, object]] = []
    status = "outstanding"
    for line in lines:
        if line.startswith("# "):
            status = "completed" if "CLOSED" in line else status
            continue
        ref, raised, action, lead, due, update, letter, _ = (part.strip() for part in line.split("|"))
        tracked.append({
            "page": pages.of(action, after=len(pages.texts)), "ref": ref, "raised": raised, "raised_date": register.iso(raised),
            "action": action, "owners": "; ".join(INITIALS[one] for one in lead.split(" / ")), "owner_initials": lead.replace(" / ", "; "),
            "due_text": due, "due_date": register.iso(due), "update_text": update, "status": status, "rag": RAG[letter],
        })  # fmt: skip
    expect(folder, "tracked_actions", list(tracked[0])[1:], tracked)

"""A committee's action log as a spreadsheet prints it: the rating is a fill and nothing else, closed actions follow
under a band, and the headings stand on the first page alone. The actions stand in `actions.txt`."""

from __future__ import annotations

import re
from pathlib import Path

from odf import Grid, Look, Styles, document, page_layout
from office import expect, office_pdf
from where import Pages

HEADINGS = ("Ref", "Meeting date", "Minute", "Action", "Lead", "Due", "Progress", "RAG")
WIDTHS = [1.75, 2.1, 1.45, 7.6, 3.0, 2.1, 7.6, 1.2]
COLOURS = {"#ff0000": "red", "#ffc000": "amber", "#92d050": "green", "#00b0f0": "blue"}
KEY = {"#ff0000": "Overdue", "#ffc000": "Due date at risk", "#92d050": "On track", "#00b0f0": "Complete"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
PLAIN = Look(font="Carlito", size=9.5, pad=0.06)
HEAD = Look(font="Carlito", size=9.5, bold=True, fill="#d9d9d9", vertical="middle", pad=0.06)
BAND = Look(font="Carlito", size=10, bold=True, fill="#f2f2f2", pad=0.06)
BARE = Look(font="Carlito", size=9.5, border="none")


def iso(text: str) -> str | None:
    """A printed date as ISO 8601, with the precision it has."""
    if match := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text):
        return f"{match[3]}-{match[2]}-{match[1]}"
    if match := re.fullmatch(r"(\w{3})\w* (\d{4})", text):
        return f"{match[2]}-{MONTHS.index(match[1].lower()) + 1:02d}"
    return None


def build(folder: Path) -> None:
    """Write the log and the rows it should give."""
    grid = Grid(WIDTHS, name="Action log")
    grid.put(
        0, 0, "Brackenfield Health and Care NHS Trust", Look(font="Carlito", size=14, bold=True, border="none"), 1, 8
    )
    title = "Quality and Safety Committee – Action log for the meeting on 14 May 2025"
    grid.put(1, 0, title, Look(font="Carlito", size=12, border="none", below=0.1), 1, 8)
    for column, heading in enumerate(HEADINGS):
        grid.put(3, column, heading, HEAD)
    row, status, expected = 4, "outstanding", []
    for line in (folder / "actions.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            if line == "# closed":
                status = "completed"
                grid.put(row, 0, "CLOSED SINCE THE MARCH MEETING (to be removed once noted)", BAND, 1, 8)
                row += 1
            continue
        ref, raised, minute, action, lead, due, update, colour = (part.strip() for part in line.split("|"))
        for column, text in enumerate((ref, raised, minute, action, lead, due, update.replace("\\n", "\n"))):
            grid.put(row, column, text, PLAIN)
        grid.put(row, 7, None, Look(fill=colour))
        row += 1
        expected.append(
            {
                "ref": ref,
                "minute_number": minute,
                "raised": raised,
                "raised_date": iso(raised),
                "action": action,
                "owners": lead.replace("Dr ", "").replace(" / ", "; "),
                "due_text": due,
                "due_date": iso(due),
                "update_text": update.replace("\\n", " ") or None,
                "status": status,
                "rag": COLOURS[colour],
            }
        )
    row += 1
    grid.put(row, 0, "Key", Look(font="Carlito", size=9.5, bold=True, border="none"))
    for number, (colour, word) in enumerate(KEY.items()):
        grid.put(row + number, 1, None, Look(fill=colour))
        grid.put(row + number, 2, word, BARE, 1, 2)

    styles = Styles()
    table = styles.name("table", "", ' style:master-page-name="Log"')
    body = f'<table:table table:name="Action log" table:style-name="{table}">{grid.xml(styles, "calc")}</table:table>'
    foot = styles.paragraph(Look(font="Carlito", size=9, align="center"))
    master = (
        '<style:master-page style:name="Log" style:page-layout-name="Sheet"><style:header><text:p/></style:header>'
        f'<style:footer><text:p text:style-name="{foot}">QSC action log May 2025 – page <text:page-number/></text:p>'
        "</style:footer></style:master-page>"
    )
    layout = page_layout("Sheet", 29.7, 21.0, (1.0, 1.4, 1.0, 1.4), 'style:print-page-order="ttb"')
    source = folder / f"{folder.name}.fods"
    source.write_text(document("spreadsheet", styles, layout, master, body), encoding="utf-8")
    pages = Pages(office_pdf(source))
    rows = [{"page": pages.next(f"{row['ref']} {row['raised']}")} | row for row in expected]
    expect(folder, "tracked_actions", list(expected[0]), rows)

"""School governors' minutes printed by a browser: attendance as a grid of codes over the year's meetings, whose dates are
turned, with names as `KEMBLE, Alison`; minutes as a table of three columns, the actions of an item together at its right;
questions and answers in the text, decisions behind `AGREED:`."""

# ruff: noqa: E501 (what stands in a cell stands on one line)
from __future__ import annotations

from pathlib import Path

import meeting as m
import webpage
from office import escaped, expect
from where import Pages

SCHOOL = "Larkfield Community Primary School"
DATES = {"25.09.24": "2024-09-25", "27.11.24": "2024-11-27", "05.02.25": "2025-02-05", "26.03.25": "2025-03-26"}
GRID = """
Alison | Kemble | AK | Chair, co-opted governor | P P P P
Tom | Osei | TO | Vice-Chair, parent governor | P A P P
Priya | Bassi | PB | Headteacher | P P P P
Samira | Noor | SN | Parent governor | – P V P
Grace | Hollings | GH | Staff governor | P P P P
Roy | Whittle | RW | Foundation governor | P P A A
Femi | Adeyinka | FA | Local authority governor | A P N N
Leonie | Stark | LS | Co-opted governor | V P P V
Duncan | Abbey | DA | Co-opted governor | P P P P
Mei | Castle-Ward | MC | Co-opted governor | – – P P
Harriet | Yaxley | HY | Parent governor | P A – –
Oliver | Penrose | OP | Associate member | – P P P
"""
STATUS = {"P": "present", "V": "present", "A": "apologies"}
STYLE = """
@page { size: A4; margin: 16mm 15mm 18mm 15mm; @bottom-left { content: "Signed: ______________________ (Chair)"; font: 8pt Carlito; }
        @bottom-right { content: "FGB 26.03.25  " counter(page) "/" counter(pages); font: 8pt Carlito; } }
body { font: 10.5pt Carlito, sans-serif; } h1 { font-size: 17pt; color: #2d6a2d; margin: 0; } h2 { font-size: 12pt; margin: 1mm 0 3mm 0; }
table { border-collapse: collapse; width: 100%; } td, th { border: 0.7pt solid #2d6a2d; padding: 1.2mm 1.6mm; vertical-align: top; text-align: left; }
table.grid { width: 88%; margin-bottom: 2mm; } table.grid td { padding: 0.5mm 1.6mm; } td.code { text-align: center; width: 7mm; }
th.turned { height: 17mm; vertical-align: bottom; } th.turned span { writing-mode: vertical-rl; transform: rotate(180deg); }
th { background: #dcebdc; } td p { margin: 0 0 1.6mm 0; } p.q { font-weight: bold; margin-bottom: 0; } p.a { padding-left: 4mm; }
p.key { font-size: 8.5pt; margin: 0 0 3mm 0; } thead { display: table-header-group; } .who { width: 44mm; background: #fbfdf2; }
"""


def grid() -> str:
    """The grid of attendance: a row a governor, a column a meeting."""
    dates = "".join(f'<th class="turned"><span>{date}</span></th>' for date in DATES)
    rows = []
    for line in GRID.strip().splitlines():
        first, last, short, role, codes = (part.strip() for part in line.split("|"))
        cells = "".join(f'<td class="code">{code}</td>' for code in codes.split())
        rows.append(f"<tr><td>{last.upper()}, {first}</td><td>{short}</td><td>{role}</td>{cells}</tr>")
    return (
        f'<table class="grid"><thead><tr><th>Governor</th><th></th><th>Role</th>{dates}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
        '<p class="key">P present &#160; V present by video &#160; A apologies accepted &#160; N absent, no apologies &#160; – not in office</p>'
    )


def item(minute: m.Minute) -> str:
    """An item as a row."""
    said, todo = [f"<p><b>{escaped(minute.heading)}</b></p>"], []
    for block in minute.blocks:
        text = escaped(block.text)
        if block.kind == "action":
            due = f" <i>by {block.facts['due_text']}</i>" if block.facts["due_text"] else ""
            todo.append(f"<p>{text.rstrip('.')}{due}</p>")
        elif block.kind == "resolution":
            said.append(f"<p><b>AGREED:</b> {text}</p>")
        else:
            kind = {"Q:": ' class="q"', "A:": ' class="a"'}.get(text[:2], "")
            said.append(f"<p{kind}>{text}</p>")
    return f'<tr><td>{minute.number}</td><td>{"".join(said)}</td><td class="who">{"".join(todo)}</td></tr>'


class Loose(Pages):
    """Actions stand beside the text, and may be drawn a page before its end."""

    def next(self, text: str) -> int:
        try:
            return super().next(text)
        except LookupError:
            return self.of(text, after=max(1, self.at - 1))


def build(folder: Path) -> None:
    """Write the minutes and the rows they should give."""
    meeting = m.read_meeting(folder / "minutes.txt")
    body = (
        f"<h1>{SCHOOL}</h1><h2>Minutes of the Full Governing Body held on Wednesday 26 March 2025 at 5.30pm in the school library</h2>"
        f"{grid()}<p><b>In attendance:</b> Ms D Farrow (DF, Clerk), Mr J Lund (JL, School Business Manager, items 1 to 6)</p>"
        "<table><thead><tr><th>Item</th><th>Minute</th><th>Action</th></tr></thead><tbody>"
        + "\n".join(item(minute) for minute in meeting.minutes)
        + "</tbody></table><p>The meeting closed at 7.20pm.</p>"
    )
    webpage.printed(folder, "Minutes of the Full Governing Body", STYLE, body)
    pages = Loose(folder / f"{folder.name}.pdf")
    expect(folder, "meetings", m.MEETINGS, [m.meeting_row(meeting, 1)])
    people: list[m.Row] = []
    for line in GRID.strip().splitlines():
        first, last, _, role, codes = (part.strip() for part in line.split("|"))
        for code, date in zip(codes.split(), DATES.values(), strict=True):
            if code in STATUS:
                people.append({"page": 1, "body": meeting.facts["body"], "meeting_date": date, "person": f"{first} {last}",
                               "role": role, "status": STATUS[code]})  # fmt: skip
    expect(folder, "attendance", m.ATTENDANCE, [*people, *m.attendance_rows(meeting, pages)])
    rows = m.minute_rows(meeting, pages)
    for row in rows["minute_actions"]:
        row["action"] = str(row["action"]).rstrip(".") + (f" by {row['due_text']}" if row["due_text"] else "")
        row["owner_initials"] = str(row["owner_initials"]).replace(", ", "; ")
        row["due_text"] = row["due_text"] and f"by {row['due_text']}"
    expect(folder, "minutes", [c for c in m.MINUTES if c != "agenda_ref"],
           [{k: v for k, v in row.items() if k != "agenda_ref"} for row in rows["minutes"]])  # fmt: skip
    expect(folder, "resolutions", m.RESOLUTIONS, rows["resolutions"])
    expect(folder, "minute_actions", m.ACTIONS, rows["minute_actions"])

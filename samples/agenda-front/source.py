"""A health and wellbeing board's agenda: a front sheet with place, membership in three columns and a contact, then a
table with time, number, item, lead, purpose, paper and page. Bands group the items; some have no time of their own, one
has parts, and a break has a time and no number."""

# ruff: noqa: E501 (what stands in a cell stands on one line)
from __future__ import annotations

import re
from pathlib import Path

import meeting as m
from odf_text import Cell, Look, TextDocument
from office import expect, office_pdf
from where import Pages

BODY = "Tarnbridge Health and Wellbeing Board"
HEADS = ("Time", "No.", "Item", "Lead", "Purpose", "Paper", "Page")
MEMBERS = (
    ("Borough Council", "Cllr Petra Ashgrove (Chair)", "Cllr Martin Oakes", "Cllr Imelda Roscoe", "Prof Adrian Lisle, Director of Public Health", "Joan Sedgley, Director of Adult Services"),
    ("National Health Service", "Dr Nkechi Ives (Vice-Chair), Tarn Valley Integrated Care Board", "Rosalind Quaye, Tarnbridge Hospitals NHS Trust", "Dr Samuel Orde, general practice"),
    ("Partners", "Hamza Latif, Local Voices Tarnbridge", "Supt Gail Whitcombe, Tarn Valley Police", "Jasper Noon, Tarnbridge Voluntary Action"),
)  # fmt: skip
GREEN = "#00664f"


def clock(text: str) -> str | None:
    """`12.10 pm` as `12:10`."""
    match = re.fullmatch(r"(\d+)\.(\d\d) (am|pm)", text)
    if match is None:
        return None
    hour = int(match[1]) % 12 + (12 if match[3] == "pm" else 0)
    return f"{hour:02d}:{match[2]}"


def front(doc: TextDocument) -> None:
    doc.p(BODY, bold=True, size=22, colour=GREEN, before=30, after=6)
    doc.p("Meeting in public", size=14, after=14)
    facts = {
        "Date": "Thursday 18 September 2025",
        "Time": "10.00 am to 1.00 pm",
        "Venue": "The Weighhouse, Canal Street, Tarnbridge TB1 4LW",
        "Chair": "Councillor Petra Ashgrove",
    }
    for name, text in facts.items():
        doc.p(f"**{name}:**\t{text}", tabs=(2.6,), after=4, size=12)
    doc.p("Membership", bold=True, size=13, colour=GREEN, before=20, after=6)
    heads: Look = {"bold": True}
    columns = [
        Cell([(names[0], {**heads, "after": 4}), *((name, {"after": 3}) for name in names[1:])]) for names in MEMBERS
    ]
    doc.table([doc.width / 3] * 3, [columns], border="none", size=10)
    doc.p("Contact: Oriel Banfield, Democratic Services, 01632 960417, democracy@tarnbridge.example", before=30)
    doc.p(
        "Members of the public may film or record this meeting. Questions must arrive by noon on Monday 15 September 2025.",
        before=6,
    )


def build(folder: Path) -> None:
    """Write the agenda and the rows it should give."""
    lines = (folder / "items.txt").read_text(encoding="utf-8").splitlines()
    doc = TextDocument(
        title=f"Agenda – {BODY}", font="Carlito", size=11, margins=(1.8, 1.6, 1.8, 1.4),
        footer=[("Tarnbridge Health and Wellbeing Board – 18 September 2025\t{page}", {"size": 9, "tabs": (16.6,)})],
    )  # fmt: skip
    front(doc)
    doc.p("AGENDA", bold=True, size=18, colour=GREEN, new_page=True, after=6)
    white: Look = {"bold": True, "colour": "#ffffff"}
    rows: list[list[str | Cell]] = [[Cell(text, GREEN, look=white) for text in HEADS]]
    items: list[list[str]] = []
    for line in lines:
        if line.startswith("# "):
            rows.append([Cell(line[2:], "#d5e8e2", columns=7, look={"bold": True, "colour": GREEN})])
            continue
        parts = [part.strip() for part in line.split("|")]
        items.append(parts)
        if not parts[1]:
            rows.append(
                [parts[0], Cell(parts[2].upper(), "#f2f2f2", columns=6, look={"italic": True, "align": "center"})]
            )
        else:
            rows.append([parts[0], parts[1], Cell(f"**{parts[2]}**"), *parts[3:]])
    doc.table(
        [1.9, 1.1, 5.2, 3.2, 2.0, 2.4, doc.width - 15.8],
        rows,
        heading_rows=1,
        border="0.5pt solid #9ab8ae",
        size=10,
        split_rows=False,
    )
    doc.p(
        "A quorum is five members, of whom one must be from the Council and one from the Integrated Care Board.",
        before=8,
        size=9,
    )
    pages = Pages(office_pdf(doc.write(folder / f"{folder.name}.fodt")))
    facts: m.Row = {"body": BODY, "meeting_date": "2025-09-18"}
    expected = []
    for time, number, title, _, _, paper, _ in items:
        if number:
            expected.append({"page": pages.of(title, after=2), **facts, "number": number, "title": title,
                             "supporting_document": paper or None, "time": clock(time)})  # fmt: skip
    expect(folder, "agenda_items", ["body", "meeting_date", "number", "title", "supporting_document", "time"], expected)
    venue = "The Weighhouse, Canal Street, Tarnbridge TB1 4LW"
    meeting = {
        "page": 1,
        **facts,
        "start_time": "10:00",
        "end_time": "13:00",
        "venue": venue,
        "chair": "Petra Ashgrove",
    }
    expect(folder, "meetings", m.MEETINGS, [meeting])

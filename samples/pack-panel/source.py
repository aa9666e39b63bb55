"""The agenda pack of a police and crime panel: eight documents of three page sizes, each with its own font and page
numbers, joined into one PDF. The words of each stand in a text file beside this one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import meeting as m
import pikepdf
import report as r
import scorecard as s
from odf_text import Cell, Look, TextDocument
from office import expect, office_pdf
from where import Pages

BODY = "Calderwick Police and Crime Panel"
SCORECARD = "Police and Crime Plan 2024-2029 KPI Scorecard"
DECISIONS = "Commissioner’s Key Decisions: 28 January to 14 March 2025"
DECISIONS_OPENING = (
    "The Commissioner has published the decisions below since the papers for the January meeting of the Panel were "
    "sent out.",
    "The reports on which they rest can be read on the website of the Commissioner’s office, save where a decision is "
    "confidential.",
)
VENUE = "Council Chamber, Guildhall, Market Place, Calderwick, CA1 4QP"
AGENDA_DATE = {"body": BODY, "meeting_date": "2025-03-24"}
BUDGET = """
District | Budget | Forecast | Variance
Calderwick | £4,120,000 | £4,131,500 | £11,500
Thornmere | £2,415,000 | £2,398,200 | -£16,800
Eastling | £1,760,000 | £1,755,900 | -£4,100
Ravensey | £1,842,000 | £1,851,300 | £9,300
Holtby | £1,318,000 | £1,246,100 | -£71,900
Total | £11,455,000 | £11,383,000 | -£72,000
"""
CAPTION = "Table 1: Neighbourhood policing budget and forecast 2024/25"
GREY = "#d9d9d9"
CENTRE: Look = {"align": "center"}
RIGHT: Look = {"align": "end"}
A4, LETTER, LANDSCAPE = (21.0, 29.7), (21.59, 27.94), (29.7, 21.0)


@dataclass
class Pack:
    """What the parts of the pack fill: the views' rows, and the pages of the joined PDF to find them on."""

    folder: Path
    parts: list[tuple[str, TextDocument, Callable[[Pages], None]]] = field(default_factory=list)
    rows: dict[str, list[m.Row]] = field(default_factory=dict)

    def add(self, view: str, rows: list[m.Row]) -> None:
        self.rows.setdefault(view, []).extend(rows)


def agenda(pack: Pack) -> None:
    doc = TextDocument(title=f"{BODY} agenda", margins=(2.0, 1.8, 2.0, 1.5), footer=[("{page}", CENTRE)])
    doc.p(BODY.upper(), bold=True, size=15)
    doc.p("AGENDA", bold=True, size=13, after=8)
    for name, text in (
        ("Date:", "Monday 24 March 2025"),
        ("Time:", "10.30 am"),
        ("Venue:", VENUE),
    ):
        doc.p(f"**{name}**\t{text}", tabs=(2.0,), after=2)
    members = (
        "Adeyemi, Anwar, Bexley, Hollis, Lindqvist, Oduya, Prothero, Sohal and Wynn-Hughes; Ms Rahman and Mr Stott"
    )
    doc.p(f"**Membership:** Councillors {members}", before=6, after=6)
    doc.p("Contact: Marcus Bole, Panel Support Officer, 01632 960311, panel@calderwick.example", after=10)
    heads = [Cell(text, GREY, look={"bold": True}) for text in ("Item", "Business", "Papers", "Time")]
    rows: list[list[str | Cell]] = [list(heads)]
    items: list[dict[str, str]] = []
    for line in (pack.folder / "agenda.txt").read_text(encoding="utf-8").splitlines():
        if "|" not in line:
            rows.append([Cell(line, GREY, columns=4, look={"bold": True, **CENTRE})])
            continue
        item = dict.fromkeys(("number", "title", "papers", "time", "text"), "")
        item.update({key: str(value or "") for key, value in m.parts(line, list(item)).items()})
        items.append(item)
        texts = item["text"].split("\\n") if item["text"] else []
        business = Cell([(item["title"], {"bold": True}), *texts])
        rows.append([Cell(item["number"], look={"bold": True, **CENTRE}), business, item["papers"], item["time"]])
    doc.table([1.4, 11.0, 2.6, 2.0], rows, heading_rows=1, split_rows=False, size=10.5)

    def find(pages: Pages) -> None:
        facts: dict[str, str | None] = {"body": BODY, "date": "2025-03-24", "start": "10:30", "venue": VENUE}
        pack.add("meetings", [m.meeting_row(m.Meeting(facts), pages.at)])
        for item in items:
            page = pages.next(f"{item['number']} {item['title']}")
            row: m.Row = {"page": page, "number": item["number"], "title": item["title"], "time": item["time"] or None}
            row |= {"text": item["text"].replace("\\n", " ") or None, "supporting_document": item["papers"] or None}
            pack.add("agenda_items", [AGENDA_DATE | row])

    pack.parts.append(("1-agenda", doc, find))


def minutes(pack: Pack, name: str, source: str, doc: TextDocument, left: float, opening: str, closing: str) -> None:
    """Minutes whose text hangs `left` centimetres from their numbers; at the margin where that is 0."""
    meeting = m.read_meeting(pack.folder / source)
    doc.p(opening, bold=True, after=8)
    members = [person for person in meeting.people if person["status"] == "present"]
    others = [person for person in meeting.people if person["status"] == "in_attendance"]
    officers = [person for person in others if person["affiliation"] == "CCC"]
    guests = [person for person in others if person not in officers]
    for head, people in (("PRESENT: –", members), ("ALSO PRESENT: –", guests), ("IN ATTENDANCE: –", officers)):
        doc.p(head, bold=True, before=6, keep=True)
        for person in people:
            doc.p(name_line(person))
    m.set_minutes(doc, meeting, left)
    doc.p(closing, before=14, after=18)
    doc.p("…………………………", after=2)
    doc.p("CHAIR")

    def find(pages: Pages) -> None:
        pack.add("meetings", [m.meeting_row(meeting, pages.at)])
        pack.add("attendance", list(m.attendance_rows(meeting, pages)))
        for view, rows in m.minute_rows(meeting, pages).items():
            pack.add(view, rows)

    pack.parts.append((name, doc, find))


def name_line(person: m.Row) -> str:
    """A line of the attendance list: members with their council, others with their post and office."""
    role, place = person["role"], person["affiliation"]
    if person["status"] == "in_attendance":
        return f"{person['person']} – {role}, {place}" if place else f"{person['person']} – {role}"
    chair = f" ({role})" if role and place else ""
    return f"Cllr {person['person']}{chair} – {place}" if place else f"{person['person']} – {role}"


def tracker(pack: Pack) -> None:
    doc = TextDocument(title="Action tracker", font="Carlito", size=11, paper=LANDSCAPE, margins=(1.8, 1.5, 1.8, 1.3),
                       footer=[("Page {page} of {pages}", CENTRE)])  # fmt: skip
    columns = ["minute_number", "raised", "action", "owners", "due_text", "due_date", "update_text"]
    lines = (pack.folder / "tracker.txt").read_text(encoding="utf-8").splitlines()
    heads = ("Minute No.", "Meeting", "Action", "Lead", "Target date", "Update")
    expected: list[m.Row] = []
    doc.p("Date 24 March 2025", align="end", after=4)
    for status, title in (("outstanding", "Outstanding Actions"), ("completed", "Completed Actions")):
        begin = lines.index(f"# {status}") + 1
        table: list[list[str | Cell]] = [[Cell(text, "#bdd7ee", look={"bold": True}) for text in heads]]
        for line in lines[begin:]:
            if line.startswith("#"):
                break
            row = m.parts(line, columns)
            texts = {key: str(value or "") for key, value in row.items()}
            update: list[str | tuple[str, Look]] = [*texts["update_text"].split("\\n")]
            table.append([texts[key] for key in columns if key not in {"due_date", "update_text"}] + [Cell(update)])
            month = s.MONTHS.index(texts["raised"][:3]) + 1
            raised: m.Row = {"raised_date": f"{texts['raised'][-4:]}-{month:02d}", "status": status}
            lead = texts["update_text"].replace("\\n- ", " ").replace("\\n", " ")
            expected.append(row | raised | {"update_text": lead or None})
        doc.p(title, bold=True, size=13, before=8, after=4, keep=True)
        doc.table([2.1, 2.2, 8.9, 3.2, 3.0, 6.7], table, heading_rows=1)

    def find(pages: Pages) -> None:
        for row in expected:
            row["page"] = pages.next(f"{row['minute_number']} {row['raised']} {row['action']}")
        pack.add("tracked_actions", expected)

    pack.parts.append(("4-tracker", doc, find))


def covering(pack: Pack) -> None:
    report = r.read_report(pack.folder / "covering.txt")
    doc = TextDocument(title="Covering report", margins=(2.4, 1.6, 2.4, 1.5), header=[(BODY, {"bold": True, "rule": "bottom"})],
                       footer=[("{page}", RIGHT)])  # fmt: skip
    doc.p("**Report of:** Lead Officer to the Panel", before=10)
    doc.p("**Date:** 24 March 2025", after=12)
    doc.p(str(report.facts["title"]), bold=True, size=14, after=10)

    def contacts() -> None:
        for text in (
            "**Appendix A:** Report of the Police and Crime Commissioner to the Accountability Board, 18 February 2025",
            "**Lead Officer to the Panel:** Ian Copeland, Director of Legal Services, Calderwick City Council",
            "**Contact Officer:** Marcus Bole, Panel Support Officer, 01632 960311",
        ):
            doc.p(text, before=8)

    r.set_report(doc, report, {1: {"bold": True, "before": 12, "after": 5}}, {"contacts": contacts})
    add_report(pack, "5-covering-report", doc, report)


def appendix(pack: Pack) -> None:
    report = r.read_report(pack.folder / "appendix.txt")
    doc = TextDocument(title="Appendix A", font="Liberation Serif", size=12, paper=LETTER, margins=(2.6, 2.0, 2.6, 1.8),
                       header=[("APPENDIX A", {"bold": True, "align": "end"})], footer=[("– {page} –", CENTRE)])  # fmt: skip
    doc.p(str(report.facts["organisation"]), bold=True, align="center")
    doc.p("18 February 2025", align="center", after=14)
    doc.p(str(report.facts["title"]), bold=True, size=15, after=8)
    doc.p("Report author:\tSuperintendent Claire Dunmow", tabs=(3.6,))
    doc.p("Presented by:\tAssistant Chief Constable Robert Hale", tabs=(3.6,), after=8)
    table = r.money_table(BUDGET, CAPTION, GREY)

    def budget() -> None:
        doc.p(CAPTION, italic=True, before=4, after=3, keep=True)
        r.set_money(doc, table, [4.6, 3.6, 3.6, 3.6])
        doc.p("", size=8)

    def signature() -> None:
        doc.p("Robert Hale", bold=True, before=24)
        doc.p("Assistant Chief Constable")

    looks: dict[int, Look] = {1: {"bold": True, "before": 12, "after": 4}, 4: {"italic": True, "before": 4, "after": 3}}
    r.set_report(doc, report, looks, {"budget": budget, "signature": signature}, left=1.0, after=7)
    add_report(pack, "6-appendix", doc, report, table)


def add_report(pack: Pack, name: str, doc: TextDocument, report: r.Report, table: Sequence[m.Row] = ()) -> None:
    def find(pages: Pages) -> None:
        pack.add("reports", [r.report_row(report, pages.at)])
        pack.add("report_paragraphs", r.report_rows(report, pages)["report_paragraphs"])
        pack.add("table_cells", [{"page": pages.of(CAPTION), "table_no": 1} | cell for cell in table])

    pack.parts.append((name, doc, find))


def scorecard(pack: Pack) -> None:
    indicators = s.read_scorecard(pack.folder / "scorecard.txt")
    doc = TextDocument(title=SCORECARD, font="Carlito", size=10, paper=LANDSCAPE, margins=(1.3, 1.3, 1.3, 1.1),
                       header=[("OFFICE OF THE POLICE AND CRIME COMMISSIONER FOR CALDERWICK", {"size": 8, "align": "end"})],
                       footer=[("Page {page} of {pages}", CENTRE)])  # fmt: skip
    doc.p(SCORECARD, bold=True, size=16)
    doc.p("Performance to 28 February 2025", after=6)
    s.set_scorecard(doc, indicators, [3.2, 1.1, 7.0, 5.4, 5.4, 3.0, 1.0, 1.0], "#203864", "#dae3f3")

    def find(pages: Pages) -> None:
        kpis, values = s.scorecard_rows(SCORECARD, indicators, pages)
        pack.add("kpis", kpis)
        pack.add("kpi_values", values)

    pack.parts.append(("7-scorecard", doc, find))


def decisions(pack: Pack) -> None:
    doc = TextDocument(
        title="Key decisions", font="DejaVu Sans", size=10, margins=(2.5, 2.0, 2.5, 1.5), footer=[("{page}", CENTRE)]
    )
    doc.p(BODY, bold=True)
    doc.p("24 March 2025", after=10)
    doc.p(DECISIONS, bold=True, size=13, after=8)
    for text in DECISIONS_OPENING:
        doc.p(text, after=8)
    lines = (pack.folder / "decisions.txt").read_text(encoding="utf-8").splitlines()
    rows = [m.parts(line, ["ref", "title", "text", "url"]) for line in lines]
    for row in rows:
        name = f"Decision {row['ref']}"
        linked = f"[{name}]({row['url']})" if row["url"] else name
        doc.p(f"{linked} – **{row['title']}** – {row['text']}", before=4, after=6)

    def find(pages: Pages) -> None:
        page = pages.at
        facts: m.Row = {"title": DECISIONS, "organisation": BODY, "meeting_date": "2025-03-24"}
        pack.add("reports", [{"page": page} | facts])
        pack.add("report_paragraphs", [{"page": page, "report": DECISIONS, "text": text} for text in DECISIONS_OPENING])
        pack.add("decisions", [{"page": pages.next(f"Decision {row['ref']}")} | row for row in rows])

    pack.parts.append(("8-decisions", doc, find))


def build(folder: Path) -> None:
    """Write the documents, the pack they are joined into, and the rows it should give."""
    pack = Pack(folder)
    agenda(pack)
    minutes(pack, "2-minutes-december", "minutes-december.txt",
            TextDocument(title="Minutes 2 December 2024", margins=(2.5, 2.2, 2.5, 1.6), footer=[("{page}", CENTRE)]), 1.6,
            "MINUTES OF THE MEETING OF THE CALDERWICK POLICE AND CRIME PANEL HELD ON 2 DECEMBER 2024 AT 10:30 HOURS – "
            "GUILDHALL, CALDERWICK", "The meeting ended at 12:50 hours.")  # fmt: skip
    minutes(pack, "3-minutes-january", "minutes-january.txt",
            TextDocument(title="Minutes 27 January 2025", font="Liberation Serif", size=12, margins=(2.0, 1.8, 2.0, 1.5),
                         footer=[("Page {page} of {pages}", RIGHT)]), 0,
            "MINUTES OF THE MEETING OF THE CALDERWICK POLICE AND CRIME PANEL HELD ON 27 JANUARY 2025 AT 14:00 HOURS – "
            "TOWN HALL, THORNMERE", "The meeting ended at 16:20 hours.")  # fmt: skip
    for part in (tracker, covering, appendix, scorecard, decisions):
        part(pack)
    firsts = []
    with pikepdf.Pdf.new() as joined, tempfile.TemporaryDirectory() as temporary:
        for name, doc, _ in pack.parts:
            firsts.append(len(joined.pages) + 1)
            pdf = office_pdf(doc.write(folder / f"{name}.fodt"), Path(temporary, f"{name}.pdf"))
            with pikepdf.open(pdf) as part_pdf:
                joined.pages.extend(part_pdf.pages)
        joined.docinfo["/Title"] = f"{BODY} 24 March 2025"
        joined.save(folder / f"{folder.name}.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    pages = Pages(folder / f"{folder.name}.pdf")
    for first, (_, _, find) in zip(firsts, pack.parts, strict=True):
        pages.turn_to(first)
        find(pages)
    without_ref = [column for column in m.MINUTES if column != "agenda_ref"]
    for row in pack.rows["minutes"]:
        del row["agenda_ref"]
    tracked = [
        "minute_number",
        "raised",
        "raised_date",
        "action",
        "owners",
        "due_text",
        "due_date",
        "update_text",
        "status",
    ]
    for view, columns in {
        "agenda_items": ["body", "meeting_date", "number", "title", "text", "supporting_document", "time"],
        "attendance": m.ATTENDANCE, "meetings": m.MEETINGS, "minutes": without_ref, "resolutions": m.RESOLUTIONS,
        "votes": m.VOTES, "minute_actions": m.ACTIONS, "tracked_actions": tracked, "reports": r.REPORTS,
        "report_paragraphs": r.PARAGRAPHS, "table_cells": r.CELLS, "kpis": s.KPIS, "kpi_values": s.VALUES,
        "decisions": ["ref", "title", "text", "url"],
    }.items():  # fmt: skip
        expect(folder, view, columns, pack.rows[view])

"""Two registers in one pack, behind a covering report: a commissioner's, portrait, with scores as `L4 x I5 = 20`, and a
constabulary's, landscape, with Probability, Severity and their product, raw and treated. Both number their risks R1 to R5
and both have a key of initials, in which the same initials are other people."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import register
import report as r
from odf_text import Cell, Look, TextDocument
from office import expect, office_pdf
from where import Pages

OPCC = "Police and Crime Commissioner for Aldermarsh"
FORCE = "Aldermarsh Constabulary"
OPCC_TITLE, FORCE_TITLE = "Strategic Risk Register – 31 May 2024", "Aldermarsh Constabulary Force Risk Register"
OPCC_KEY = {"AM": "Alastair Munro-Finch", "CB": "Charlotte Bewick", "JD": "Jonas Dreyer", "NL": "Nadine Lockyer"}
FORCE_KEY = {
    "AM": "Ayesha Malik",
    "JD": "Judith Denholm",
    "NL": "Ngozi Lambert",
    "PT": "Piers Tolland",
    "RK": "Robin Kerslake",
}
WORDS = {"up": "Worse", "down": "Better", "level": "Same", "new": "New"}
ARROWS = {"up": "⬆", "down": "⬇", "level": "➡"}


@dataclass(frozen=True)
class Risk:
    ref: str
    title: str
    category: str | None
    cause: str | None
    impact: str
    owners: str
    raw: tuple[int, int]
    treated: tuple[int, int]
    trend: str
    controls: tuple[str, ...]
    actions: tuple[tuple[str, str, str], ...]  # action, owner, by when


# fmt: off
# ruff: noqa: E501 (what stands in a cell stands on one line)
COMMISSIONER = [
    Risk("R1", "The Commissioner’s grants do not reach the victims who need them", None, None,
         "Victims drop out of the criminal justice process and the ministry claws back money.", "CB", (4, 4), (2, 4), "level",
         ("Needs assessment renewed in 2023", "Quarterly visits to each provider", "Break clauses in all agreements"),
         (("Publish the results of the survey of 600 victims", "CB", "31 July 2024"), ("Retender the court support service", "CB/JD", "Autumn 2024"))),
    Risk("R2", "The force is not held to account for the money that it spends", None, None,
         "Council tax payers do not get what they paid for and the precept loses support.", "AM", (3, 5), (2, 5), "level",
         ("Monthly budget monitoring", "Joint Audit Committee with independent members"),
         (("Agree a scheme for reporting savings once they have been delivered", "AM", "30 Sept 2024"),)),
    Risk("R3", "Complaints reviews take longer than the law expects", None, None,
         "People who complain lose faith and the ombudsman intervenes.", "NL", (4, 3), (4, 3), "up",
         ("Weekly count of reviews on hand",),
         (("Recruit a second review officer on a fixed term", "NL", "15/07/2024"), ("Buy forty reviews from a neighbouring office", "NL", "Ongoing"))),
    Risk("R4", "Personal data held by the office are lost or published", None, None,
         "Individuals are put in danger and the regulator imposes a penalty.", "JD", (4, 4), (3, 4), "level",
         ("Data protection officer shared with two authorities", "Redaction checked by a second person", "Laptops encrypted"),
         (("Move casework off shared drives", "JD", "December 2024"),)),
    Risk("R5", "A change of Commissioner leaves the office without direction", None, None,
         "Decisions wait and staff leave.", "AM", (5, 3), (3, 2), "new",
         ("Induction programme agreed with the panel", "Scheme of consent in force until amended"),
         (("Draft police and crime plan to the panel", "CB", "October 2024"), ("Appoint a deputy or publish why not", "AM", "TBC"))),
]
FORCE_RISKS = [
    Risk("R1", "Detective numbers fall below the level at which serious crime can be investigated", "People",
         "Fewer applicants, longer cases, and a pay gap with neighbouring forces.", "Charging decisions are late and suspects go free.", "PT; RK",
         (5, 5), (4, 4), "level", ("Direct entry scheme with two intakes a year", "Retention payment for accredited detectives"),
         (("Offer flexible hours in all investigation hubs", "PT", "Sep-24"), ("Train 30 civilian investigators", "RK", "Mar-25"))),
    Risk("R2", "Officers drive without the training that the law now asks for", "People",
         "Standard driving courses were stopped for fourteen months.", "Officers and the public are hurt and prosecutions follow.", "RK",
         (4, 5), (2, 5), "down", ("Log of permits checked before each shift",), (("Clear the last 22 refresher courses", "RK", "Aug-24"),)),
    Risk("R3", "The control room cannot answer calls when the new system goes live", "Technology",
         "Two suppliers whose software has never been joined before.", "Emergency calls wait and lives are lost.", "JD; NL",
         (4, 5), (3, 5), "level", ("Go-live gate chaired by the Deputy Chief Constable", "Parallel running for six weeks", "Mutual aid from two forces"),
         (("Rehearse roll-back with live call handlers", "JD", "Jul-24"), ("Extend the old contract by a quarter", "AM", "Jun-24"), ("Sign off data migration", "JD", "Oct-24"))),
    Risk("R4", "Detained people come to harm in custody at Brinmouth", "Operations",
         "An old building with four cells that cannot be watched.", "Death or injury, and the closure of the suite.", "NL",
         (4, 5), (2, 5), "level", ("Nurse on site at all hours", "Four cells closed except at times of peak demand"),
         (("Fit anti-ligature doors", "AM", "Dec-24"),)),
    Risk("R5", "Encrypted devices with personal data are stolen", "Technology",
         "3,100 mobile terminals in daily use.", "Embarrassment, but little harm.", "AM",
         (4, 2), (3, 2), "up", ("Remote wipe within fifteen minutes", "Annual audit of devices"),
         (("Remind supervisors to report loss within the hour", "AM", "Ongoing"),)),
]
# fmt: on


def shade(score: int) -> str:
    return "#ff7c80" if score >= 15 else "#ffd966" if score >= 8 else "#a9d18e"


def joined_lines(items: tuple[str, ...]) -> Cell:
    return Cell([(f"-\t{item}", {"left": 0.35, "first": -0.35, "tabs": (0.35,)}) for item in items])


def key(doc: TextDocument, names: dict[str, str], heading: str) -> None:
    doc.p(heading, bold=True, before=12, after=3, keep=True)
    doc.table([1.8, 5.4], [[short, name] for short, name in names.items()], border="0.25pt solid #808080", padding=0.05)


def covering(report: r.Report) -> TextDocument:
    doc = TextDocument(title="Covering report", font="Liberation Serif", size=12, margins=(2.5, 2.0, 2.5, 1.6),
                       footer=[("Joint Audit Committee 19 June 2024", {"size": 9})])  # fmt: skip
    doc.p("Agenda item 9", align="end", bold=True)
    doc.p("JOINT AUDIT COMMITTEE", bold=True, align="center", size=14)
    doc.p("19 June 2024", align="center", after=10)
    doc.p(report.facts["title"] or "", bold=True, align="center", size=13, after=8)
    doc.p("**Report of:**\tHead of Governance", tabs=(4.5,))
    doc.p("**Presented by:**\tAlastair Munro-Finch and DCC Ngozi Lambert", tabs=(4.5,), after=10, rule="bottom")
    looks: dict[int, Look] = {1: {"bold": True, "before": 10, "after": 4}}
    r.set_report(doc, report, looks, {}, left=1.2, after=6)
    return doc


def commissioner() -> TextDocument:
    """Portrait: score pairs in one cell, actions as a stack of paragraphs beside stacks of owners and dates."""
    doc = TextDocument(title=OPCC_TITLE, font="Carlito", size=9.5, margins=(1.3, 1.3, 1.3, 1.2),
                       header=[("Appendix A", {"align": "end", "bold": True})],
                       footer=[("Page {page} of {pages}", {"align": "center", "size": 8})])  # fmt: skip
    doc.p(OPCC, bold=True, size=12, colour="#5b2c6f")
    doc.p(OPCC_TITLE, bold=True, size=16, colour="#5b2c6f", after=8)
    heads = (
        "No",
        "Risk",
        "Owner",
        "Unmitigated",
        "Controls in place",
        "Mitigated",
        "Since March",
        "Planned activity",
        "Who",
        "When",
    )
    top: Look = {"bold": True, "colour": "#ffffff", "size": 8.5}
    rows: list[list[str | Cell]] = [[Cell(text, "#5b2c6f", look=top) for text in heads]]
    for risk in COMMISSIONER:
        span, first = len(risk.actions), True
        for action, who, when in risk.actions:
            row: list[str | Cell] = []
            if first:
                centre: Look = {"align": "center", "bold": True, "size": 9}
                pairs = [
                    Cell(f"L{a} x I{b} = {a * b}", shade(a * b), rows=span, valign="middle", look=centre)
                    for a, b in (risk.raw, risk.treated)
                ]
                row = [
                    Cell(risk.ref, rows=span), Cell([(risk.title, {"bold": True, "after": 3}), f"__Effect:__ {risk.impact}"], rows=span),
                    Cell(risk.owners, rows=span), pairs[0], Cell(joined_lines(risk.controls).text, rows=span), pairs[1],
                    Cell(WORDS[risk.trend], rows=span, look={"align": "center"}),
                ]  # fmt: skip
                first = False
            rows.append([*row, action, who, when])
    doc.table(
        [0.9, 3.4, 1.2, 1.6, 3.1, 1.5, 1.3, 2.7, 1.1, 1.6],
        rows,
        heading_rows=1,
        border="0.5pt solid #5b2c6f",
        size=8.5,
        padding=0.06,
    )
    doc.p(
        "L is likelihood and I is impact, each from 1 to 5. A score of 15 or more is red, of 8 or more amber.",
        size=8.5,
        before=6,
    )
    key(doc, OPCC_KEY, "Who is who")
    return doc


def constabulary() -> TextDocument:
    """Landscape: three columns a stage under a group heading, category bands, an arrow as a character."""
    doc = TextDocument(title=FORCE_TITLE, size=9, paper=(29.7, 21.0), margins=(1.2, 1.0, 1.2, 1.0),
                       header=[("OFFICIAL – Appendix B", {"align": "center", "size": 8, "colour": "#7f7f7f"})],
                       footer=[("Version 14.2 – printed copies are uncontrolled – {page}", {"size": 8, "align": "end"})])  # fmt: skip
    doc.p(FORCE_TITLE, bold=True, size=15)
    doc.p("Edition: May 2024", after=6)
    grey: Look = {"bold": True, "align": "center"}
    heads = [
        Cell(text, "#bfbfbf", rows=2, valign="middle", look=grey)
        for text in ("Risk ID", "Risk description", "Source", "Effect", "Risk lead")
    ]
    stages = [Cell(text, "#bfbfbf", columns=3, look=grey) for text in ("Raw", "Treated")]
    tail = [
        Cell(text, "#bfbfbf", rows=2, valign="middle", look=grey)
        for text in ("Trend", "Existing treatments", "Further treatment", "Action lead", "Due")
    ]
    rows: list[list[str | Cell]] = [
        [*heads, *stages, *tail],
        [Cell(text, "#d9d9d9", look={**grey, "size": 7.5}) for text in ("Prob.", "Sev.", "Rating") * 2],
    ]
    last = ""
    for risk in sorted(FORCE_RISKS, key=lambda one: (one.category or "", one.ref)):
        if risk.category != last:
            last = risk.category or ""
            rows.append([Cell(last.upper(), "#1f3864", columns=16, look={"bold": True, "colour": "#ffffff"})])
        span = len(risk.actions)
        for n, (action, who, when) in enumerate(risk.actions):
            row: list[str | Cell] = []
            if n == 0:
                texts = (risk.ref, risk.title, risk.cause or "", risk.impact, risk.owners.replace("; ", ", "))
                row = [Cell(text, rows=span) for text in texts]
                for a, b in (risk.raw, risk.treated):
                    row += [Cell(str(number), rows=span, look=grey) for number in (a, b)]
                    row.append(Cell(str(a * b), shade(a * b), rows=span, look=grey))
                row += [
                    Cell(ARROWS[risk.trend], rows=span, look={**grey, "font": "DejaVu Sans"}),
                    Cell(joined_lines(risk.controls).text, rows=span),
                ]
            rows.append([*row, action, who, when])
    widths = [1.1, 3.4, 2.9, 2.9, 1.5, 0.9, 0.9, 1.2, 0.9, 0.9, 1.2, 1.0, 3.3, 2.8]
    doc.table([*widths, 1.0, doc.width - sum(widths) - 1.0], rows, heading_rows=1, size=8, padding=0.05)
    key(doc, FORCE_KEY, "Key to initials")
    return doc


def build(folder: Path) -> None:
    """Write the three papers, the pack they are joined into, and the rows it should give."""
    report = r.read_report(folder / "covering.txt")
    firsts = []
    with pikepdf.Pdf.new() as pack, tempfile.TemporaryDirectory() as temporary:
        parts = {
            "1-covering-report": covering(report),
            "2-commissioner": commissioner(),
            "3-constabulary": constabulary(),
        }
        for name, doc in parts.items():
            firsts.append(len(pack.pages) + 1)
            pdf = office_pdf(doc.write(folder / f"{name}.fodt"), Path(temporary, f"{name}.pdf"))
            with pikepdf.open(pdf) as part:
                pack.pages.extend(part.pages)
        pack.save(folder / f"{folder.name}.pdf")
    pages = Pages(folder / f"{folder.name}.pdf")
    report.facts["purpose"] = report.blocks[1].text
    expect(folder, "reports", r.REPORTS, [r.report_row(report, 1)])
    paragraphs = r.report_rows(report, pages)["report_paragraphs"]
    expect(
        folder, "report_paragraphs", r.PARAGRAPHS, [row for row in paragraphs if row["heading"] != "Background papers"]
    )
    write_registers(folder, pages, firsts[1:])


def write_registers(folder: Path, pages: Pages, firsts: list[int]) -> None:
    """The rows of both registers; only the page numbers come from the PDF."""
    risks: list[dict[str, object]] = []
    trends, controls, actions, keys = ([] for _ in range(4))
    books = (
        (OPCC, OPCC_TITLE, "2024-05-31", COMMISSIONER, OPCC_KEY), (FORCE, FORCE_TITLE, "2024-05", FORCE_RISKS, FORCE_KEY),
    )  # fmt: skip
    for first, (organisation, title, as_of, book, names) in zip(firsts, books, strict=True):
        for risk in sorted(book, key=lambda one: (one.category or "", one.ref)):
            at = pages.of(risk.title[:12], after=first)
            short = risk.owners.split("; ")
            risks.append({
                "page": at, "register_title": title, "organisation": organisation, "as_of": as_of, "ref": risk.ref,
                "category": risk.category and risk.category.upper(), "title": risk.title, "cause": risk.cause, "impact": risk.impact,
                "owners": "; ".join(names[one] for one in short), "owner_initials": risk.owners,
                **register.stage("gross", *risk.raw), **register.stage("current", *risk.treated),
            })  # fmt: skip
            trends.append({"page": at, "ref": risk.ref, "trend": risk.trend})
            for position, text in enumerate(risk.controls, start=1):
                controls.append(
                    {"page": at, "ref": risk.ref, "kind": "key_control", "position": position, "text": text}
                )
            for position, (action, who, when) in enumerate(risk.actions, start=1):
                actions.append({
                    "page": at, "ref": risk.ref, "position": position, "description": action,
                    "owners": "; ".join(names[one] for one in who.split("/")), "owner_initials": who.replace("/", "; "),
                    "target_text": when, "target_date": register.iso(when.replace("Sept ", "Sep ")), "is_ongoing": register.ongoing(when),
                })  # fmt: skip
        keys += [{"page": pages.of(name, after=first), "initials": one, "name": name} for one, name in names.items()]
    expect(folder, "risks", list(risks[0])[1:], risks)
    expect(folder, "risk_trends", ["ref", "trend"], trends)
    expect(folder, "risk_controls", ["ref", "kind", "position", "text"], controls)
    expect(folder, "risk_actions", list(actions[0])[1:], actions)
    expect(folder, "owner_keys", ["initials", "name"], keys)

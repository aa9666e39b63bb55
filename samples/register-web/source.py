"""A borough council's risk register as its website prints it: no rules, turned headings, status and trend without a word.

Each action's status is a coloured spot, explained under the table; the trend is a drawn arrow; risks run over page breaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from office import browser_pdf, escaped, expect, page_of, page_texts

COUNCIL = "Eastmere Borough Council"
TITLE = "Strategic risk register"
AS_OF = "2025-02-03"
WHEN: dict[str | None, tuple[str | None, bool | None]] = {
    None: (None, None),
    "Ongoing": (None, True),
    "Done": (None, False),
    "To be confirmed": (None, False),
    "28 Feb 2025": ("2025-02-28", False),
    "31 Mar 2025": ("2025-03-31", False),
    "1 May 2025": ("2025-05-01", False),
    "30 Jun 2025": ("2025-06-30", False),
    "Mar 2025": ("2025-03", False),
    "Apr 2025": ("2025-04", False),
    "Sep 2025": ("2025-09", False),
    "Dec 2024": ("2024-12", False),
    "Early 2026": ("2026", False),
    "Q1 2025/26": ("2025", False),
    "Jan 2025, then each quarter": ("2025-01", True),
}
SPOTS = {
    "blue": ("#1d70b8", "Complete"),
    "green": ("#00703c", "On track"),
    "amber": ("#f4a100", "At risk"),
    "red": ("#d4351c", "Off track"),
    "grey": ("#b1b4b6", "Not started"),
}


@dataclass(frozen=True)
class Action:
    text: str
    who: str
    when: str | None
    status: str


@dataclass(frozen=True)
class Risk:
    ref: str
    title: str
    event: str
    owner: str
    raw: tuple[int, int]
    now: tuple[int, int]
    target: tuple[int, int]
    trend: str
    actions: tuple[Action, ...]


# fmt: off
# ruff: noqa: E501 (what stands in a cell stands on one line)
RISKS = [
    Risk("S1", "Adult social care demand", "More people need care than the market can provide, and assessments fall behind the legal timescale.",
         "Nadia Farrukh", (5, 5), (4, 4), (3, 4), "up", (
             Action("Reablement team extended to seven days", "Paul Ostrowski", "31 Mar 2025", "green"),
             Action("Block contracts for forty home care rounds in the east of the borough", "Nadia Farrukh", "Apr 2025", "amber"),
             Action("Waiting list seen by a duty social worker each Friday", "Paul Ostrowski", "Ongoing", "green"),
         )),
    Risk("S2", "School places and transport", "Pupils with special needs are placed far from home, and transport costs exceed the budget by a fifth.",
         "Gillian Thwaite", (5, 4), (5, 4), (3, 3), "up", (
             Action("Sixty places in resource bases at Holm Lane and Pinfold schools", "Gillian Thwaite", "Sep 2025", "amber"),
             Action("Personal travel budgets offered to every family that applies", "Rhys Cadwallader", "Jan 2025, then each quarter", "green"),
             Action("Retender of 118 routes with fewer, larger vehicles", "Rhys Cadwallader", "30 Jun 2025", "red"),
         )),
    Risk("S3", "Serious harm to a child", "A child known to services is seriously hurt because signs are missed or agencies do not share what they know.",
         "Gillian Thwaite", (4, 5), (3, 5), (2, 5), "level", (
             Action("Caseloads of social workers kept below eighteen", "Samuel Adeyemi", "Ongoing", "green"),
             Action("Multi-agency audit of neglect cases", "Samuel Adeyemi", "28 Feb 2025", "green"),
         )),
    Risk("S4", "Financial resilience", "The savings in the budget for 2025/26 are not made and reserves fall below the agreed minimum.",
         "Duncan Merriweather", (5, 5), (4, 5), (3, 4), "level", (
             Action("Spending control panel for all orders above £1,000", "Duncan Merriweather", "Ongoing", "green"),
             Action("Sale of Guildhall Annexe and Dock Road depot", "Yasmin Pereira", "Early 2026", "amber"),
             Action("Talks with the ministry on exceptional support", "Duncan Merriweather", "Done", "blue"),
             Action("Review of every fee and charge", "Leanne Birtwhistle", "Mar 2025", "green"),
         )),
    Risk("S5", "Information security", "An attacker or an insider reaches personal data, or systems are held to ransom.",
         "Victor Halloran", (5, 4), (4, 4), (3, 3), "down", (
             Action("Single sign-on for the last nine systems", "Victor Halloran", "1 May 2025", "green"),
             Action("Exercise with the regional warning and reporting centre", "Victor Halloran", "Dec 2024", "blue"),
             Action("Privileged access reviewed by internal audit", "Leanne Birtwhistle", "Q1 2025/26", "grey"),
         )),
    Risk("S6", "Flooding from the Eastmere Drain", "A surge and heavy rain together overtop the defences and 2,300 homes are flooded.",
         "Yasmin Pereira", (3, 5), (3, 5), (2, 4), "up", (
             Action("Pumps at Saltings Sluice replaced by the drainage board", "Yasmin Pereira", "Sep 2025", "green"),
             Action("Flood wardens recruited in each of seven parishes", "Connor Abernethy", "31 Mar 2025", "amber"),
             Action("Rest centre plans tested with volunteers", "Connor Abernethy", None, "grey"),
         )),
    Risk("S7", "Homelessness", "Families stay in hotels for more than six weeks and the Council breaks the law.",
         "Nadia Farrukh", (5, 4), (4, 3), (3, 3), "down", (
             Action("Forty-two houses leased from a pension fund", "Imogen Castellane", "Done", "blue"),
             Action("Early help desk in the county court", "Imogen Castellane", "28 Feb 2025", "green"),
         )),
    Risk("S8", "Housing safety and damp", "Council tenants live with hazards that are not found or not put right within the new time limits.",
         "Imogen Castellane", (4, 4), (3, 4), (2, 3), "level", (
             Action("Stock condition survey of all 5,870 homes", "Imogen Castellane", "Q1 2025/26", "amber"),
             Action("Damp and mould team of eight, answering within two working days", "Patrick Oduya", "Ongoing", "green"),
             Action("Electrical tests older than five years brought up to date", "Patrick Oduya", "30 Jun 2025", "red"),
         )),
    Risk("S9", "Workforce", "Vacancies in social work, law and engineering stay above fifteen per cent and agency costs rise.",
         "Leanne Birtwhistle", (4, 4), (3, 3), (2, 3), "level", (
             Action("Retention payment after two and four years", "Leanne Birtwhistle", "Apr 2025", "green"),
             Action("Grow-your-own scheme with Eastmere College", "Samuel Adeyemi", "Sep 2025", "grey"),
         )),
    Risk("S10", "Harbour Quarter regeneration", "Costs rise or the developer withdraws, and grant of £19.9m has to be returned.",
         "Yasmin Pereira", (4, 4), (4, 4), (2, 3), "level", (
             Action("Revised funding agreement with the ministry", "Duncan Merriweather", "31 Mar 2025", "red"),
             Action("Quay wall contract let within the cost plan", "Yasmin Pereira", "Done", "blue"),
             Action("Independent gateway review", "Leanne Birtwhistle", "Mar 2025", "green"),
         )),
    Risk("S11", "Climate and energy", "The Council does not reach net zero by 2035 and energy bills of its buildings stay high.",
         "Connor Abernethy", (4, 3), (3, 3), (2, 2), "down", (
             Action("Heat network feasibility study for the hospital and the baths", "Connor Abernethy", "To be confirmed", "grey"),
             Action("Street lamps changed to LED in all wards", "Rhys Cadwallader", "Dec 2024", "blue"),
         )),
    Risk("S12", "Governance and culture", "Decisions are slow or unlawful because roles of members and officers are not understood.",
         "Margaret Osgood", (4, 4), (2, 4), (2, 3), "down", (
             Action("Member development programme, accredited by the regional employers", "Margaret Osgood", "1 May 2025", "green"),
             Action("Constitution rewritten in plain English", "Margaret Osgood", "Early 2026", "amber"),
             Action("Follow-up visit of the peer challenge team", "Victor Halloran", "Mar 2025", "green"),
         )),
]
# fmt: on

# ----------------------------------------------------------------------------------------------------------- layout

STYLE = """
@page { size: A4 landscape; margin: 13mm 12mm 14mm 12mm }
body { font: 9pt/1.35 "Liberation Sans", sans-serif; color: #0b0c0c; margin: 0; -webkit-print-color-adjust: exact }
.crumbs { color: #505a5f; font-size: 8pt } .crumbs a, footer a { color: #1d70b8 }
.council { font-size: 13pt; font-weight: bold; color: #5b2a86; margin: 0 0 6pt 0 }
h1 { font-size: 20pt; margin: 6pt 0 2pt 0 }
p { max-width: 22cm; margin: 4pt 0 } .updated { color: #505a5f }
table { border-collapse: collapse; border: none; width: 100%; margin-top: 8pt }
th { text-align: left; vertical-align: bottom; font-weight: bold; padding: 2pt 5pt 5pt 0 }
th.group { text-align: center; padding-bottom: 2pt } th.turned { vertical-align: bottom; width: 15pt; padding: 2pt 1pt 5pt 1pt }
th.turned span { writing-mode: vertical-rl; transform: rotate(180deg); display: inline-block; font-weight: normal }
td { vertical-align: top; padding: 3pt 8pt 3pt 0 } td.number { text-align: center; padding: 3pt 1pt }
tbody tr:first-child td { padding-top: 9pt }
.score { display: inline-block; min-width: 13pt; border-radius: 2pt; font-weight: bold; text-align: center }
.spot { display: inline-block; width: 8pt; height: 8pt; border-radius: 50%; margin-top: 1pt }
td.action { padding-left: 7pt } .name { font-weight: bold }
.legend { margin-top: 14pt } .legend span.word { margin: 0 14pt 0 3pt }
footer { margin-top: 10pt; color: #505a5f; font-size: 8pt }
"""
ARROWS = {"up": "M6 0 L12 7 L8 7 L8 13 L4 13 L4 7 L0 7 Z", "down": "M6 13 L12 6 L8 6 L8 0 L4 0 L4 6 L0 6 Z"}
ARROWS["level"] = "M13 6 L6 0 L6 4 L0 4 L0 8 L6 8 L6 12 Z"


def pill(score: int) -> str:
    fill, ink = ("#d4351c", "#fff") if score >= 15 else ("#f4a100", "#000") if score >= 9 else ("#85994b", "#000")
    return f'<span class="score" style="background:{fill};color:{ink}">{score}</span>'


def spot(status: str) -> str:
    return f'<span class="spot" style="background:{SPOTS[status][0]}"></span>'


def head() -> str:
    plain = "".join(f'<th rowspan="2">{text}</th>' for text in ("Ref", "Risk", "What could happen", "Owner"))
    groups = "".join(f'<th class="group" colspan="3">{text}</th>' for text in ("Raw", "Current", "Target"))
    turned = "".join(f'<th class="turned"><span>{text}</span></th>' for text in ("Likelihood", "Impact", "Score") * 3)
    trend = '<th class="turned" rowspan="2"><span>Trend</span></th>'
    actions = "".join(
        f'<th rowspan="2" style="padding-left: 7pt">{text}</th>' for text in ("What we are doing", "Who", "By when")
    )
    status = '<th class="turned" rowspan="2"><span>Status</span></th>'
    return f"<thead><tr>{plain}{groups}{trend}{actions}{status}</tr><tr>{turned}</tr></thead>"


def body(risk: Risk) -> str:
    """A risk: its own cells stand beside all its actions."""
    span = f' rowspan="{len(risk.actions)}"'
    own = f'<td{span}>{risk.ref}</td><td{span} class="name">{escaped(risk.title)}</td><td{span}>{escaped(risk.event)}</td>'
    own += f"<td{span}>{escaped(risk.owner)}</td>"
    for likelihood, impact in (risk.raw, risk.now, risk.target):
        for content in (str(likelihood), str(impact), pill(likelihood * impact)):
            own += f'<td{span} class="number">{content}</td>'
    arrow = f'<svg width="11" height="11" viewBox="0 0 13 13"><path d="{ARROWS[risk.trend]}" fill="#0b0c0c"/></svg>'
    own += f'<td{span} class="number">{arrow}</td>'
    rows = []
    for action in risk.actions:
        texts = (action.text, action.who, action.when or "")
        cells = "".join(f'<td class="action">{escaped(text)}</td>' for text in texts)
        rows.append(f'<tr>{own}{cells}<td class="number">{spot(action.status)}</td></tr>')
        own = ""
    return "<tbody>" + "\n".join(rows) + "</tbody>\n"


def build(folder: Path) -> None:
    """Write the page, its PDF and the rows to expect."""
    legend = "".join(f'{spot(status)}<span class="word">{word}</span>' for status, (_, word) in SPOTS.items())
    page = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE} - {COUNCIL}</title><style>{STYLE}</style></head><body>
<div class="council">{COUNCIL}</div>
<div class="crumbs"><a href="https://www.eastmere.example/">Home</a> &rsaquo;
<a href="https://www.eastmere.example/council">Council and democracy</a> &rsaquo; Performance and risk</div>
<h1>{TITLE}</h1>
<p class="updated">Last updated: 3 February 2025</p>
<p>These are the risks that could stop us from doing what we promised in the council plan. The cabinet looks at them four times
a year. Likelihood and impact are each marked from 1 (low) to 5 (high).</p>
<table>{head()}{"".join(body(risk) for risk in RISKS)}</table>
<p class="legend">Status of actions: {legend}</p>
<footer><a href="https://www.eastmere.example/privacy">Privacy</a> | <a href="https://www.eastmere.example/access">Accessibility</a>
| &copy; {COUNCIL} 2025</footer>
</body></html>
"""
    source = folder / f"{folder.name}.html"
    source.write_text(page, encoding="utf-8")
    write_expected(folder, page_texts(browser_pdf(source)))


def write_expected(folder: Path, pages: list[str]) -> None:
    """The rows of the contract's views; only the page numbers come from the PDF."""
    risks: list[dict[str, object]] = []
    trends: list[dict[str, object]] = []
    actions: list[dict[str, object]] = []
    for risk in RISKS:
        page = page_of(pages, risk.event, letters=18)
        row: dict[str, object] = {
            "page": page, "register_title": TITLE, "organisation": COUNCIL, "as_of": AS_OF, "ref": risk.ref, "title": risk.title,
            "description": risk.event, "owners": risk.owner,
        }  # fmt: skip
        for stage, (likelihood, impact) in (("gross", risk.raw), ("current", risk.now), ("target", risk.target)):
            row |= {f"{stage}_likelihood": likelihood, f"{stage}_impact": impact, f"{stage}_score": likelihood * impact}
        risks.append(row)
        trends.append({"page": page, "ref": risk.ref, "trend": risk.trend})
        for position, action in enumerate(risk.actions, start=1):
            date, ongoing = WHEN[action.when]
            actions.append({
                "page": page_of(pages, action.text, page, 18), "ref": risk.ref, "position": position,
                "description": action.text, "owners": action.who, "target_text": action.when, "target_date": date,
                "is_ongoing": ongoing, "rag": action.status,
            })  # fmt: skip
    expect(folder, "risks", list(risks[0])[1:], risks)
    expect(folder, "risk_trends", ["ref", "trend"], trends)
    expect(folder, "risk_actions", list(actions[0])[1:], actions)

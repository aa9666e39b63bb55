"""A city council's register printed by a browser: rules across the page only, scores with their band in one cell
(`Inherent 20 High`), likelihood and impact with number and word in another, cause, event and effect as run-in labels,
direction of travel as a word, owners as posts."""

# ruff: noqa: E501 (what stands in a cell stands on one line)
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import register
import webpage
from office import escaped, expect

COUNCIL = "Sallowfield City Council"
TITLE = "Corporate Risk Register"
LIKELY = {1: "Rare", 2: "Unlikely", 3: "Possible", 4: "Likely", 5: "Almost certain"}
IMPACT = {1: "Negligible", 2: "Minor", 3: "Moderate", 4: "Major", 5: "Critical"}
TRAVEL = {"up": "Increasing", "down": "Reducing", "level": "Static", "new": "New risk"}


@dataclass(frozen=True)
class Risk:
    ref: str
    title: str
    cause: str
    event: str
    effect: str
    posts: tuple[str, ...]
    inherent: int
    current: tuple[int, int]
    target: int
    trend: str
    controls: tuple[str, ...]
    actions: tuple[tuple[str, str, str], ...]


RISKS = [
    Risk("CRR1", "Medium term budget gap", "Settlements of a single year, demand for social care, pay awards above the sum set aside.",
         "The Council cannot set a balanced budget for 2026/27.", "A notice by the chief finance officer, emergency cuts, loss of control.",
         ("Section 151 Officer",), 25, (4, 5), 10, "up",
         ("Medium term financial plan reviewed each quarter", "Star chambers held with every director in July and October", "Reserves policy with a floor of £12m"),
         (("Bring forward proposals worth £6.2m to Cabinet", "Section 151 Officer", "November 2024"), ("Independent review of placements for children", "Director of Children’s Services", "30 September 2024"))),
    Risk("CRR2", "Serious failure of a safeguarding partnership", "Turnover of social workers, weak exchange of information between agencies.",
         "A child or an adult known to the Council comes to serious harm.", "Lasting harm to the victim and family, intervention by government.",
         ("Director of Children’s Services", "Director of Adults and Health"), 20, (3, 5), 10, "level",
         ("Front door shared with police and health", "Audit of thirty cases a month"),
         (("Recruit ten social workers from abroad", "Head of Workforce", "Jan 2025"),)),
    Risk("CRR3", "Cyber attack", "Old systems kept for want of money; phishing that grows more skilful.",
         "Systems are shut down or data are stolen.", "Services stop for weeks; costs of recovery of up to £8m.",
         ("Chief Digital Officer",), 20, (4, 4), 8, "up",
         ("Public sector network certificate held to March 2025", "Offline back-ups tested each month", "Yearly exercise with the resilience forum"),
         (("Retire the last eleven unsupported servers", "Chief Digital Officer", "31 March 2025"), ("Make the security course a condition of access", "Head of Workforce", "Ongoing"), ("Buy incident response on retainer", "Chief Digital Officer", "August 2024"))),
    Risk("CRR4", "Housing of people without homes", "Rents beyond housing allowance, fewer private landlords, release of prisoners at short notice.",
         "Nightly paid accommodation grows beyond the budget.", "Overspending of £2m and families in unsuitable rooms.",
         ("Director of Place",), 16, (4, 3), 6, "level",
         ("Prevention team in the civic centre and two hubs", "Leasing scheme for private landlords"),
         (("Buy twenty-five homes with the government’s fund", "Head of Housing", "Winter 2024"),)),
    Risk("CRR5", "Elections not run properly", "New identification rules, one experienced officer, an election called at short notice.",
         "Votes are lost or the count has to be repeated.", "Petition, penalty on the returning officer, loss of public trust.",
         ("Chief Executive",), 15, (2, 5), 5, "down",
         ("Project board before each poll", "Reserve list of presiding officers"),
         (("Train a deputy electoral services manager", "Monitoring Officer", "Complete"),)),
    Risk("CRR6", "Climate adaptation", "Hotter summers, flash floods, drainage from the last century.",
         "Schools, care homes or roads have to close in extreme weather.", "Illness and death among the frail; repairs that no budget covers.",
         ("Director of Place", "Director of Public Health"), 16, (3, 4), 9, "new",
         ("Heat plan agreed with health partners",),
         (("Survey of forty buildings for overheating", "Head of Property", "Spring 2025"), ("Bid for sustainable drainage in Mill Ward", "Flood Risk Manager", "TBC"))),
    Risk("CRR7", "Failure of the leisure operator", "Energy prices, debts from the years of closure.",
         "The operator hands back five centres.", "Closure of two pools and a subsidy of £900,000 a year.",
         ("Director of Place",), 12, (2, 3), 4, "down",
         ("Open book accounting each month", "Parent company guarantee"), ()),
]  # fmt: skip
STYLE = """
@page { size: A4 landscape; margin: 13mm 12mm 14mm 12mm; @bottom-left { content: "Sallowfield City Council   Audit and Governance Committee   25 July 2024   Annex 2"; font: 7.5pt 'Liberation Sans Narrow'; }
        @bottom-right { content: "Page " counter(page); font: 7.5pt 'Liberation Sans Narrow'; } }
body { margin: 0; font: 9pt 'Liberation Sans Narrow', sans-serif; } h1 { font: bold 18pt 'DejaVu Serif'; margin: 0; } p.sub { font: 10pt 'DejaVu Serif'; margin: 0 0 4mm 0; }
table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; } th { text-align: left; vertical-align: bottom; border-bottom: 1.5pt solid #000; padding: 1mm 2.5mm 1mm 0; }
td { vertical-align: top; padding: 1.5mm 2.5mm 1mm 0; } td p { margin: 0 0 1mm 0; } tr.last td, td.own { border-bottom: 0.6pt solid #777; }
.dash { padding-left: 3mm; text-indent: -3mm; } td.nowrap { white-space: nowrap; }
"""


def band(score: int) -> str:
    return "Very High" if score >= 20 else "High" if score >= 15 else "Medium" if score >= 8 else "Low"


def rows_of(risk: Risk) -> str:
    """The risk's own cells, beside a row for each action."""
    likelihood, impact = risk.current
    scores = ("Inherent", risk.inherent), ("Current", likelihood * impact), ("Target", risk.target)
    cells = [
        risk.ref,
        f"<p><b>{escaped(risk.title)}</b></p><p><i>Cause:</i> {escaped(risk.cause)}</p><p><i>Event:</i> {escaped(risk.event)}</p><p><i>Effect:</i> {escaped(risk.effect)}</p>",
        "<br>".join(map(escaped, risk.posts)),
        "".join(f"<p>{name} {score} {band(score)}</p>" for name, score in scores),
        f"<p>Likelihood: {likelihood} {LIKELY[likelihood]}</p><p>Impact: {impact} {IMPACT[impact]}</p>",
        TRAVEL[risk.trend],
        "".join(f'<p class="dash">– {escaped(control)}</p>' for control in risk.controls),
    ]
    count = max(1, len(risk.actions))
    own = "".join(
        f'<td rowspan="{count}" class="own{" nowrap" if n in (0, 3) else ""}">{cell}</td>'
        for n, cell in enumerate(cells)
    )
    out = []
    for n, action in enumerate(risk.actions or (("None", "", ""),)):
        parts = "".join(f"<td>{escaped(part)}</td>" for part in action)
        out.append(f"<tr{' class=last' if n == count - 1 else ''}>{own if n == 0 else ''}{parts}</tr>")
    return "<tbody>" + "\n".join(out) + "</tbody>"


def build(folder: Path) -> None:
    """Write the register and the rows it should give."""
    heads = (
        "Ref",
        "Risk",
        "Risk owner",
        "Risk scores",
        "Current likelihood and impact",
        "Direction of travel",
        "Controls in place",
        "Actions planned",
        "By whom",
        "By when",
    )
    body = (
        f'<h1>{TITLE}</h1><p class="sub">{COUNCIL} as at 30 June 2024</p><table style="table-layout:fixed"><colgroup>'
        + "".join(f'<col style="width:{width}mm">' for width in (12, 62, 24, 28, 28, 18, 38, 34, 20, 19))
        + f"</colgroup><thead><tr>{''.join(f'<th>{text}</th>' for text in heads)}</tr></thead>{''.join(map(rows_of, RISKS))}</table>"
        "<p>Scores: 20 to 25 very high, 15 to 19 high, 8 to 14 medium, 1 to 7 low.</p>"
    )
    pages = webpage.printed(folder, TITLE, STYLE, body)
    risks: list[dict[str, object]] = []
    trends, controls, actions = ([] for _ in range(3))
    for risk in RISKS:
        page = pages.of(risk.ref + risk.title)
        likelihood, impact = risk.current
        risks.append({
            "page": page, "register_title": TITLE, "organisation": COUNCIL, "as_of": "2024-06-30", "ref": risk.ref, "title": risk.title,
            "cause": risk.cause, "description": risk.event, "impact": risk.effect, "owner_posts": "; ".join(risk.posts),
            "gross_score": risk.inherent, **register.stage("current", *risk.current), "target_score": risk.target,
            "rating": band(likelihood * impact).lower().replace(" ", "_"),
        })  # fmt: skip
        trends.append({"page": page, "ref": risk.ref, "trend": risk.trend})
        for position, text in enumerate(risk.controls, start=1):
            controls.append({"page": page, "ref": risk.ref, "kind": "key_control", "position": position, "text": text})
        for position, (action, post, when) in enumerate(risk.actions, start=1):
            actions.append({
                "page": pages.of(action[:14], after=page), "ref": risk.ref, "position": position, "description": action, "owner_posts": post,
                "target_text": when, "target_date": register.iso(when), "is_ongoing": register.ongoing(when),
            })  # fmt: skip
    expect(folder, "risks", list(risks[0])[1:], risks)
    expect(folder, "risk_trends", ["ref", "trend"], trends)
    expect(folder, "risk_controls", ["ref", "kind", "position", "text"], controls)
    expect(folder, "risk_actions", list(actions[0])[1:], actions)

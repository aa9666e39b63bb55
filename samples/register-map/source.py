"""A harbour authority's risks: a heat map and a list, then a page a risk with its reference in the page head and no rules.

Likelihood and impact are printed nowhere: the current ones are read from the heat map, the inherent and the target ones from
the black cell of two small matrices on each page.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from office import browser_pdf, escaped, expect, page_of, page_texts

BODY = "Calder Sound Harbour Authority"
TITLE = "Strategic risk profiles"
AS_OF = "2025-03-31"
WHEN = {
    "30 June 2025": "2025-06-30",
    "31 October 2025": "2025-10-31",
    "September 2025": "2025-09",
    "January 2026": "2026-01",
    "May 2025": "2025-05",
}


@dataclass(frozen=True)
class Risk:
    title: str
    event: str
    cause: str
    effect: str
    owner: str
    appetite: str
    inherent: tuple[int, int]
    current: tuple[int, int]
    target: tuple[int, int]
    controls: tuple[str, ...]
    actions: tuple[tuple[str, str, str], ...]


# fmt: off
# ruff: noqa: E501 (what stands in a cell stands on one line)
RISKS = [
    Risk("Grounding of a large vessel", "A vessel of more than 8,000 tonnes runs aground in the approach channel",
         "Silting after winter storms and a shortage of trained pilots", "The port is closed for days and fuel reaches the shore",
         "Morag Tullis", "Averse", (4, 5), (3, 5), (2, 5),
         ("Channel surveyed each month from October to April", "Two tugs on call at all states of the tide"),
         (("Dredge the outer bend to nine metres", "Euan Brodie", "31 October 2025"), ("Train two more pilots for deep vessels", "Morag Tullis", "January 2026"))),
    Risk("Loss of the ferry contract", "The ferry company moves its summer sailings to another port",
         "Berths too short for the new ships and dues above those of rivals", "A third of our income goes and shops in the town close",
         "Peter Anstruther", "Open", (4, 4), (4, 4), (2, 4),
         ("Meeting with the company's directors each quarter", "Dues frozen until the end of 2026", "Joint bid for the linkspan with the county"),
         (("Lengthen berth two by thirty metres", "Euan Brodie", "January 2026"),)),
    Risk("Collapse of the fish quay", "A part of the old quay gives way under a lorry",
         "Timber piles eaten by shipworm and no record of loads", "Somebody is killed and the fish market has to leave",
         "Euan Brodie", "Averse", (5, 5), (2, 5), (1, 5),
         ("Weight limit of twelve tonnes with a barrier", "Divers inspect the piles twice a year"),
         (("Let the contract for steel piles", "Euan Brodie", "September 2025"), ("Move the ice plant to firm ground", "Sheila Macrae", "30 June 2025"))),
    Risk("Attack on port systems", "Criminals lock the system that books berths and bills ships",
         "Old software and passwords that several people share", "Ships wait at anchor and we cannot send bills",
         "Sheila Macrae", "Cautious", (5, 4), (4, 3), (2, 3),
         ("Copies of all data kept ashore and tried each month", "Second sign-in for everybody from outside the office"),
         (("Replace the booking system", "Sheila Macrae", "January 2026"), ("Rehearse a week without computers", "Sheila Macrae", "May 2025"))),
    Risk("Pollution by a leaking pipeline", "Oil from the old pipeline under berth five seeps into the basin",
         "A line laid in 1968 and coating that nobody has seen since", "Fish farms lose their harvest and we are fined",
         "Morag Tullis", "Averse", (3, 5), (3, 4), (1, 4),
         ("Pressure watched day and night", "Booms kept on the quay and laid out each spring"),
         (("Inspect the line with a camera", "Euan Brodie", "30 June 2025"),)),
    Risk("Pension deficit", "The valuation calls for payments that the budget does not hold",
         "Falling yields and a scheme closed to new members", "Works on the breakwater are put off for years",
         "Peter Anstruther", "Cautious", (4, 3), (3, 3), (2, 2),
         ("Yearly report by the actuary to the board", "Reserve of £1.1m for higher payments"),
         (("Agree a longer plan with the trustees", "Peter Anstruther", "September 2025"),)),
    Risk("Too few skilled staff", "Engineers and pilots retire faster than we can train others",
         "Half of the crew is over fifty-five and rents in the town are high", "Ships are turned away and those who stay are worn out",
         "Sheila Macrae", "Open", (4, 4), (4, 2), (2, 2),
         ("Four apprentices each year with Calder College", "Flats above the customs house let to new staff"),
         (("Open the pilots' scheme to fishermen", "Morag Tullis", "May 2025"),)),
    Risk("Storm over the breakwater", "A storm from the south-east at high water overtops the breakwater",
         "A rising sea and armour stone that has settled by a metre", "Boats sink at their moorings and the lower town is flooded",
         "Euan Brodie", "Cautious", (4, 4), (2, 4), (2, 3),
         ("Warning to all skippers a day ahead", "Flood boards for 140 houses", "Two cranes on call to place stone"),
         (("Raise the crest by eighty centimetres", "Euan Brodie", "January 2026"),)),
]
# fmt: on

# ----------------------------------------------------------------------------------------------------------- layout

STYLE = """
@page { size: A4; margin: 15mm 16mm }
body { font: 9.5pt/1.35 "Liberation Sans", sans-serif; margin: 0; -webkit-print-color-adjust: exact }
h1 { font-size: 20pt; margin: 0 } h2 { font-size: 13pt; margin: 7mm 0 2mm } .body { font-size: 12pt; margin: 0 } p { margin: 0 0 1mm }
.map { position: relative; height: 92mm; margin-left: 34mm }
.cell { position: absolute; width: 25mm; height: 15mm; font-weight: bold; text-align: center; line-height: 15mm }
.step { position: absolute; width: 30mm; text-align: right } .under { position: absolute; width: 25mm; text-align: center }
.name { font-weight: bold }
.list { display: grid; grid-template-columns: 14mm 78mm 42mm 1fr; row-gap: 1.5mm } .list b { padding-bottom: 1mm }
section { break-before: page } .head { display: flex; justify-content: space-between; color: #1b4965; font-weight: bold; font-size: 13pt }
.head span + span { font-size: 9pt; font-weight: normal; color: #444 } .title { font-size: 16pt; font-weight: bold; margin: 3mm 0 4mm }
.two { display: grid; grid-template-columns: 1fr 1fr; column-gap: 10mm }
.label { color: #1b4965; font-size: 8pt; font-weight: bold; text-transform: uppercase; margin-top: 3mm } ul { margin: 0; padding-left: 4mm }
.small { position: relative; height: 42mm; margin: 6mm 0 0 14mm } .small .cell { width: 7mm; height: 6mm } .small .step { width: 8mm; font-size: 7pt }
.small .under { width: 7mm; font-size: 7pt } .acts { display: grid; grid-template-columns: 88mm 40mm 1fr; row-gap: 2.5mm }
"""
LIKELY = ("Rare", "Unlikely", "Possible", "Likely", "Almost certain")
GRAVE = ("Negligible", "Minor", "Moderate", "Serious", "Catastrophic")


def colour(product: int) -> str:
    return "#e4572e" if product >= 15 else "#f3a712" if product >= 8 else "#f7e26b" if product >= 4 else "#8bbf6a"


def heat_map() -> str:
    """The map: likelihood upwards, impact to the right, references in the cells."""
    parts = []
    for up in range(5, 0, -1):
        top = 15 * (5 - up)
        parts.append(f'<div class="step" style="left:-32mm;top:{top + 5}mm">{LIKELY[up - 1]}</div>')
        for right in range(1, 6):
            held = ", ".join(ref_of(n) for n, risk in enumerate(RISKS) if risk.current == (up, right))
            place = f"left:{25 * (right - 1)}mm;top:{top}mm;background:{colour(up * right)}"
            parts.append(f'<div class="cell" style="{place}">{held}</div>')
    parts += [f'<div class="under" style="left:{25 * n}mm;top:76mm">{word}</div>' for n, word in enumerate(GRAVE)]
    parts.append('<div class="name" style="position:absolute;left:56mm;top:83mm">Impact</div>')
    parts.append('<div class="name" style="position:absolute;left:-34mm;top:-6mm">Likelihood</div>')
    return f'<div class="map">{"".join(parts)}</div>'


def small_matrix(place: tuple[int, int]) -> str:
    """A matrix of numbers on both scales whose one black cell is the place."""
    parts = []
    for up in range(5, 0, -1):
        top = 6 * (5 - up)
        parts.append(f'<div class="step" style="left:-10mm;top:{top + 1}mm">{up}</div>')
        for right in range(1, 6):
            fill = "#111111" if (up, right) == place else colour(up * right)
            parts.append(f'<div class="cell" style="left:{7 * (right - 1)}mm;top:{top}mm;background:{fill}"></div>')
    parts += [f'<div class="under" style="left:{7 * n}mm;top:30.5mm">{n + 1}</div>' for n in range(5)]
    parts.append('<div style="position:absolute;left:10mm;top:35mm;font-size:7pt">Impact</div>')
    parts.append('<div style="position:absolute;left:-15mm;top:-4mm;font-size:7pt">Likelihood</div>')
    return f'<div class="small">{"".join(parts)}</div>'


def ref_of(place: int) -> str:
    return f"HA {place + 1:02d}"


def score(risk: Risk) -> int:
    return risk.current[0] * risk.current[1]


def profile(place: int, risk: Risk) -> str:
    """A risk's page: its reference stands in the head alone."""

    def labelled(label: str, text: str) -> str:
        return f'<div class="label">{label}</div><div>{escaped(text)}</div>'

    controls = "".join(f"<li>{escaped(text)}</li>" for text in risk.controls)
    rows = "".join(f"<span>{escaped(text)}</span>" for action in risk.actions for text in action)
    heads = "".join(f'<span class="label">{text}</span>' for text in ("Further action", "Who", "By when"))
    return f"""<section><div class="head"><span>{ref_of(place)}</span><span>Risk {place + 1} of {len(RISKS)}</span></div>
<div class="title">{escaped(risk.title)}</div>
{labelled("What could happen", risk.event)}
<div class="two"><div>{labelled("Cause", risk.cause)}</div><div>{labelled("Effect", risk.effect)}</div></div>
<div class="two"><div>{labelled("Risk owner", risk.owner)}</div><div>{labelled("Risk appetite", risk.appetite)}</div></div>
<div class="two"><div><div class="label">Inherent risk</div>{small_matrix(risk.inherent)}</div>
<div><div class="label">Target risk</div>{small_matrix(risk.target)}</div></div>
{labelled("Current score", str(score(risk)))}
<div class="label">Key controls</div><ul>{controls}</ul>
<div class="acts" style="margin-top:4mm">{heads}{rows}</div></section>"""


def build(folder: Path) -> None:
    """Write the page, its PDF and the rows to expect."""
    heads = "".join(f"<b>{text}</b>" for text in ("Ref", "Risk", "Risk owner", "Current score"))
    rows = "".join(
        f"<span>{ref_of(n)}</span><span>{escaped(r.title)}</span><span>{escaped(r.owner)}</span><span>{score(r)}</span>"
        for n, r in enumerate(RISKS)
    )
    page = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE}</title><style>{STYLE}</style></head><body>
<h1>{TITLE}</h1><p class="body">{BODY}</p><p>Position at 31 March 2025</p>
<h2>Current risks on the map</h2><div style="height:8mm"></div>{heat_map()}
<h2>The risks at a glance</h2><div class="list">{heads}{rows}</div>
{"".join(profile(n, risk) for n, risk in enumerate(RISKS))}
</body></html>
"""
    source = folder / f"{folder.name}.html"
    source.write_text(page, encoding="utf-8")
    write_expected(folder, page_texts(browser_pdf(source)))


def write_expected(folder: Path, pages: list[str]) -> None:
    """The rows of the contract's views; only the page numbers come from the PDF."""
    risks: list[dict[str, object]] = []
    controls: list[dict[str, object]] = []
    actions: list[dict[str, object]] = []
    fields: list[dict[str, object]] = []
    for place, risk in enumerate(RISKS):
        page, ref = page_of(pages, risk.event), ref_of(place)
        row: dict[str, object] = {
            "page": page, "register_title": TITLE, "organisation": BODY, "as_of": AS_OF, "ref": ref, "title": risk.title,
            "cause": risk.cause, "description": risk.event, "impact": risk.effect, "owners": risk.owner,
        }  # fmt: skip
        for stage, (likelihood, impact) in (
            ("gross", risk.inherent),
            ("current", risk.current),
            ("target", risk.target),
        ):
            row |= {f"{stage}_likelihood": likelihood, f"{stage}_impact": impact}
            row[f"{stage}_score"] = likelihood * impact if stage == "current" else None  # the others are marks alone
        risks.append(row)
        fields.append({"page": page, "ref": ref, "header": "RISK APPETITE", "text": risk.appetite})
        for position, text in enumerate(risk.controls, start=1):
            controls.append({"page": page, "ref": ref, "kind": "key_control", "position": position, "text": text})
        for position, (text, who, when) in enumerate(risk.actions, start=1):
            actions.append({
                "page": page, "ref": ref, "position": position, "description": text, "owners": who, "target_text": when,
                "target_date": WHEN[when], "is_ongoing": False,
            })  # fmt: skip
    expect(folder, "risks", list(risks[0])[1:], risks)
    expect(folder, "risk_controls", ["ref", "kind", "position", "text"], controls)
    expect(folder, "risk_actions", list(actions[0])[1:], actions)
    expect(folder, "risk_fields", ["ref", "header", "text"], fields)

"""A district council's quarter as cards, two side by side: the latest figure large on its colour, target, floor and the
figure before in a small list, an arrow that is drawn with a word beside it, bars as a drawing, a comment. A summary comes
first in which the indicators have shorter names and the rating is a coloured dot."""

# ruff: noqa: E501 (what stands in a cell stands on one line)
from __future__ import annotations

from pathlib import Path

import webpage
from office import escaped, expect

COUNCIL = "Withy Brook District Council"
TITLE = "Corporate Plan Performance Report: Quarter 2 2024/25"
COLUMNS = [
    "ref",
    "kpi",
    "short",
    "lead",
    "direction",
    "current",
    "previous",
    "target",
    "floor",
    "rag",
    "trend",
    "way",
    "comment",
]
PERIODS = {
    "current": ("Q2 2024/25", "2024-07-01", "2024-09-30"),
    "previous": ("Q1 2024/25", "2024-04-01", "2024-06-30"),
}
COLOURS = {"red": "#c8102e", "amber": "#ed8b00", "green": "#43b02a"}
ARROWS = {
    "up": "M8 1 L15 9 L11 9 L11 17 L5 17 L5 9 L1 9 Z",
    "down": "M8 17 L15 9 L11 9 L11 1 L5 1 L5 9 L1 9 Z",
    "level": "M17 9 L10 2 L10 6 L1 6 L1 12 L10 12 L10 16 Z",
}
STYLE = """
@page { size: A4; margin: 14mm 13mm 16mm 13mm; @bottom-center { content: "Page " counter(page) " of " counter(pages); font: 8pt 'DejaVu Sans'; } }
body { margin: 0; font: 8.2pt 'DejaVu Sans', sans-serif; -webkit-print-color-adjust: exact; color: #222; } h1 { font-size: 15pt; margin: 0 0 1mm 0; }
h2 { font-size: 12pt; background: #5b2a86; color: #fff; padding: 1.6mm 3mm; margin: 4mm 0 3mm 0; break-after: avoid; }
.cards { display: flex; flex-wrap: wrap; gap: 4mm; } .card { width: 89mm; border: 1pt solid #5b2a86; border-radius: 2mm; break-inside: avoid; overflow: hidden; }
.name { background: #efe7f5; padding: 1.5mm 2mm; font-weight: bold; min-height: 8mm; } .body { display: flex; padding: 2mm; gap: 2.5mm; }
.latest { width: 25mm; text-align: center; padding: 2mm 0; color: #fff; border-radius: 1.5mm; } .latest b { font-size: 14pt; display: block; }
.list { flex: 1; } .list div { display: flex; justify-content: space-between; border-bottom: 0.4pt dotted #999; padding: 0.5mm 0; }
.way { width: 20mm; text-align: center; } .note { padding: 0 2mm 2mm 2mm; } .lead { padding: 0 2mm 1mm 2mm; color: #555; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: 0.8mm 2mm; border-bottom: 0.4pt solid #bbb; }
.dot { display: inline-block; width: 9pt; height: 9pt; border-radius: 50%; }
"""


def read(path: Path) -> list[dict[str, str]]:
    """The indicators, each with its `section`."""
    section, found = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            section = line[2:]
        else:
            found.append({"section": section, **dict(zip(COLUMNS, map(str.strip, line.split("|")), strict=True))})
    return found


def figure(text: str) -> tuple[str, str]:
    """Value and unit of a printed figure; millions are multiplied out."""
    if text.startswith("£"):
        return f"{float(text.strip('£m')) * 1_000_000:.0f}", "GBP"
    if text.endswith("days"):
        return text.removesuffix(" days"), "days"
    return (text[:-1], "%") if text.endswith("%") else (text, "count")


def bars(one: dict[str, str]) -> str:
    values = [float(figure(one[role])[0]) for role in ("previous", "current", "target")]
    most = max(values) or 1
    drawn = "".join(
        f'<rect x="{3 + 9 * n}" y="{24 - 22 * value / most:.1f}" width="7" height="{22 * value / most:.1f}" fill="{fill}"/>'
        for n, (value, fill) in enumerate(zip(values, ("#b9a3cc", "#5b2a86", "#dddddd"), strict=True))
    )
    return f'<svg width="32" height="25">{drawn}</svg>'


def card(one: dict[str, str]) -> str:
    pairs = (("Target", one["target"]), ("Floor", one["floor"]), ("Previous (Q1)", one["previous"]))
    items = "".join(f"<div><span>{name}</span><b>{escaped(text)}</b></div>" for name, text in pairs)
    arrow = f'<svg width="18" height="18"><path d="{ARROWS[one["trend"]]}" fill="#444"/></svg>'
    return (
        f'<div class="card"><div class="name">{one["ref"]} {escaped(one["kpi"])}</div><div class="body">'
        f'<div class="latest" style="background:{COLOURS[one["rag"]]}">Latest (Q2)<b>{escaped(one["current"])}</b>{one["rag"].capitalize()}</div>'
        f'<div class="list">{items}</div><div class="way">{arrow}<br>{one["way"]}<br>{bars(one)}</div></div>'
        f'<div class="lead">Aim: to {one["direction"]} &#160;|&#160; Lead: {escaped(one["lead"])}</div><div class="note">{escaped(one["comment"])}</div></div>'
    )


def build(folder: Path) -> None:
    """Write the report and the rows it should give."""
    indicators = read(folder / "indicators.txt")
    sections = list(dict.fromkeys(one["section"] for one in indicators))
    summary = "".join(
        f"<tr><td>{one['ref']}</td><td>{escaped(one['short'])}</td><td>{escaped(one['current'])}</td>"
        f'<td><span class="dot" style="background:{COLOURS[one["rag"]]}"></span></td></tr>'
        for one in indicators
    )
    body = (
        f"<h1>{TITLE}</h1><p>{COUNCIL} – Cabinet, 21 November 2024</p><p>Fourteen indicators are reported this quarter: six are green, five amber and three red. "
        "Amber lies between floor and target. The arrow shows whether performance is better or worse than in the quarter before.</p>"
        f"<table style='width:70%'><thead><tr><th>Ref</th><th>Indicator</th><th>Result</th><th>Rating</th></tr></thead><tbody>{summary}</tbody></table>"
    )
    for n, section in enumerate(sections):
        cards = "".join(card(one) for one in indicators if one["section"] == section)
        body += f'<h2{" style=break-before:page" if n == 0 else ""}>{section}</h2><div class="cards">{cards}</div>'
    pages = webpage.printed(folder, TITLE, STYLE, body)
    kpis: list[dict[str, object]] = []
    values: list[dict[str, object]] = []
    for one in indicators:
        page = pages.of(one["kpi"][:20], after=2)
        kpis.append({"page": page, "scorecard": TITLE, **{key: one[key] for key in ("section", "ref", "kpi", "lead", "direction", "rag", "trend")},
                     **{f"{role}_text": one[role] for role in ("current", "previous", "target")}})  # fmt: skip
        for role in ("current", "previous", "target", "floor"):
            value, unit = figure(one[role])
            period = dict(zip(("period", "period_start", "period_end"), PERIODS.get(role, ()), strict=False))
            values.append({"page": page, "kpi": one["kpi"], "role": role, "value": value, "unit": unit, **period})
    texts = ["current_text", "previous_text", "target_text"]
    expect(folder, "kpis", ["scorecard", "section", "ref", "kpi", "lead", "direction", *texts, "rag", "trend"], kpis)
    # the cards print Q1 and Q2 alone: `period` is left to the reader, its days are not
    rows = [{key: value for key, value in row.items() if key != "period"} for row in values]
    expect(folder, "kpi_values", ["kpi", "role", "value", "unit", "period_start", "period_end"], rows)

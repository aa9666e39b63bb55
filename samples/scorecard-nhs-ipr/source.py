"""An NHS trust's integrated performance report: a domain a page, metrics by month, the rating as the colour behind each
month's figure and nowhere in words, round icons of variation and assurance as drawings with a letter inside, a line drawn
through the year, and a box of narrative in two columns under each table."""

# ruff: noqa: E501 (what stands in a cell stands on one line)
from __future__ import annotations

from pathlib import Path

import webpage
from office import escaped, expect

TRUST = "Carrick Vale University Hospitals NHS Trust"
TITLE = "Integrated Performance Report – December 2024"
MONTHS = {
    "Jul-24": ("2024-07-01", "2024-07-31"), "Aug-24": ("2024-08-01", "2024-08-31"), "Sep-24": ("2024-09-01", "2024-09-30"),
    "Oct-24": ("2024-10-01", "2024-10-31"), "Nov-24": ("2024-11-01", "2024-11-30"), "Dec-24": ("2024-12-01", "2024-12-31"),
}  # fmt: skip
FILLS = {"r": "#da291c", "a": "#ffb81c", "g": "#78be20"}
RAG = {"r": "red", "a": "amber", "g": "green", "-": None}
VARIATION = {
    "cc": ("#a6a6a6", "M4 12 l4 -4 l4 4 l4 -4", ""),
    "hi": ("#f79646", "M4 15 l12 -9", "H"),
    "lo": ("#4f81bd", "M4 6 l12 9", "L"),
}
ASSURANCE = {"q": ("#a6a6a6", "?"), "p": ("#4f81bd", "P"), "f": ("#f79646", "F")}
STORY = {
    "Safe": ("Sixteen pressure ulcers were recorded in December, the most in any month since records began in this form. Eleven of them were on two wards.",
             "A tissue viability nurse has been moved to those wards until the end of March. Mattresses on both have been replaced."),
    "Caring": ("Complaints answered on time have improved for five months but are still below the standard.",
               "The weekly review of overdue complaints goes on, led by the Deputy Chief Nurse."),
    "Responsive": ("The four hour standard was 66.3%. Handovers of more than an hour rose to 148, with 61 of them on three days after Christmas. The figure for faster diagnosis is published a month late.",
                   "Twelve escalation beds opened on 6 January. The discharge team works at weekends until April."),
    "Well-led": ("Sickness absence rose to 6.4% with influenza among staff. Turnover was better than the standard for the second month.",
                 "Vaccination clinics were held on wards; 54% of staff have had the vaccine."),
    "Finance": ("Agency spending was £60k above the limit in December. Capital is behind plan because the theatre scheme started late.",
                "Approval of agency shifts in medicine has been moved to the divisional director."),
}  # fmt: skip
STYLE = """
@page { size: A4 landscape; margin: 12mm 12mm 14mm 12mm; @bottom-right { content: counter(page); font: 8pt 'Liberation Sans'; color: #768692; }
        @bottom-left { content: "Carrick Vale University Hospitals NHS Trust | Board of Directors | 29 January 2025"; font: 8pt 'Liberation Sans'; color: #768692; } }
body { font: 9pt 'Liberation Sans', sans-serif; -webkit-print-color-adjust: exact; color: #231f20; }
h1 { color: #005eb8; font-size: 24pt; margin: 30mm 0 2mm 0; } h2 { color: #005eb8; font-size: 15pt; margin: 0 0 3mm 0; }
section { break-before: page; } table { border-collapse: collapse; width: 100%; }
th { background: #005eb8; color: #fff; padding: 1.6mm 1.2mm; font-weight: bold; border-right: 0.5pt solid #fff; text-align: center; }
td { border-bottom: 0.5pt solid #aebdc6; padding: 1.4mm 1.6mm; text-align: center; } td.metric { text-align: left; width: 74mm; }
td.month { border: 1.2pt solid #fff; } .white { color: #fff; } svg { vertical-align: middle; }
.story { display: flex; gap: 6mm; margin-top: 6mm; } .story div { flex: 1; background: #e8edee; padding: 3mm; } .story b { color: #005eb8; }
.key td { border: none; text-align: left; padding: 1mm 3mm 1mm 0; }
"""


def shaded(text: str, target: str) -> str | None:
    """The letter of a month's colour: within a tenth of the standard is amber. None without figure or standard."""
    bare = target.lstrip("≤≥").rstrip("%")
    if bare == "-" or text == "n/a":
        return None
    value, goal = float(text.rstrip("%").replace(",", "")), float(bare.replace(",", ""))
    short = goal - value if target.startswith("≥") or goal == 100 else value - goal
    return "g" if short <= 0 else "a" if short <= max(goal, 1) * 0.1 else "r"


def icon(fill: str, path: str, letter: str) -> str:
    text = f'<text x="10" y="13.5" font-size="9" text-anchor="middle" fill="#fff">{letter}</text>' if letter else ""
    line = f'<path d="{path}" stroke="#fff" stroke-width="1.6" fill="none"/>' if path and not letter else ""
    return f'<svg width="20" height="20"><circle cx="10" cy="10" r="9" fill="{fill}"/>{line}{text}</svg>'


def line(figures: list[str]) -> str:
    """The months as a drawn line."""
    values = [float(text.rstrip("%").replace(",", "")) for text in figures if text != "n/a"]
    low, high = min(values), max(values)
    points = " ".join(
        f"{4 + 11 * n},{17 - 13 * (value - low) / (high - low or 1):.1f}" for n, value in enumerate(values)
    )
    return f'<svg width="64" height="20"><polyline points="{points}" fill="none" stroke="#425563" stroke-width="1.2"/></svg>'


def row(parts: list[str]) -> str:
    metric, lead, *figures, target, _, latest, variation, assurance = parts
    cells = ""
    for n, text in enumerate(figures):
        colour = (latest.replace("-", "") or None) if n == len(figures) - 1 else shaded(text, target)
        look = f' style="background:{FILLS[colour]}"' if colour else ""
        white = " white" if colour == "r" else ""
        cells += f'<td class="month{white}"{look}>{text}</td>'
    sure = icon(ASSURANCE[assurance][0], "", ASSURANCE[assurance][1]) if assurance != "-" else ""
    return (
        f'<tr><td class="metric">{escaped(metric)}</td><td>{lead}</td><td>{escaped(target)}</td>{cells}<td>{line(figures)}</td>'
        f"<td>{icon(*VARIATION[variation])}</td><td>{sure}</td></tr>"
    )


def build(folder: Path) -> None:
    """Write the report and the rows it should give."""
    domains: dict[str, list[list[str]]] = {}
    for text in (folder / "metrics.txt").read_text(encoding="utf-8").splitlines():
        if text.startswith("# "):
            domains[text[2:]] = []
        else:
            list(domains.values())[-1].append([part.strip() for part in text.split("|")])
    heads = "".join(
        f"<th>{text}</th>" for text in ("Metric", "Lead", "Standard", *MONTHS, "Trend line", "Variation", "Assurance")
    )
    body = (
        f"<h1>{TITLE}</h1><p style='font-size:13pt'>{TRUST}</p><p>Presented to the Board of Directors on 29 January 2025</p>"
        "<p style='margin-top:12mm'>How to read this report. A figure on green met the standard, on amber it came within a tenth of it, on red "
        "it did not. Figures on white have no standard. The round marks come from statistical process control:</p><table class='key' style='width:60%'>"
        + "".join(
            f"<tr><td>{icon(*mark)}</td><td>{words}</td></tr>"
            for mark, words in (
                (VARIATION["cc"], "no more than the usual variation"),
                (VARIATION["hi"], "higher than usual"),
                (VARIATION["lo"], "lower than usual"),
                ((*ASSURANCE["p"][:1], "", "P"), "will meet the standard as things are"),
                ((ASSURANCE["f"][0], "", "F"), "will not meet it"),
                ((ASSURANCE["q"][0], "", "?"), "may or may not"),
            )
        )
        + "</table>"
    )
    for domain, metrics in domains.items():
        seen, doing = (escaped(text) for text in STORY[domain])
        body += (
            f"<section><h2>{domain}</h2><table><thead><tr>{heads}</tr></thead><tbody>"
            + "\n".join(map(row, metrics))
            + "</tbody></table>"
            f'<div class="story"><div><b>What the figures say</b><br>{seen}</div><div><b>What we are doing</b><br>{doing}</div></div></section>'
        )
    pages = webpage.printed(folder, TITLE, STYLE, body)
    kpis: list[dict[str, object]] = []
    values: list[dict[str, object]] = []
    for domain, metrics in domains.items():
        for metric, lead, *figures, target, unit, latest, _, _ in metrics:
            page = pages.next(metric)
            kpis.append({
                "page": page, "scorecard": TITLE, "section": domain, "kpi": metric, "lead": lead,
                "current_text": figures[-1], "target_text": target, "rag": RAG[latest],
            })  # fmt: skip
            value = {"page": page, "kpi": metric, "unit": unit}
            for (month, (start, end)), text in zip(MONTHS.items(), figures, strict=True):
                if text != "n/a":
                    role = "current" if month == "Dec-24" else "previous"
                    figure = text.rstrip("%").replace(",", "")
                    values.append(
                        value
                        | {"role": role, "value": figure, "period": month, "period_start": start, "period_end": end}
                    )
            if target != "-":
                values.append(value | {"role": "target", "value": target.lstrip("≤≥").rstrip("%").replace(",", "")})
    expect(folder, "kpis", ["scorecard", "section", "kpi", "lead", "current_text", "target_text", "rag"], kpis)
    expect(folder, "kpi_values", ["kpi", "role", "value", "unit", "period", "period_start", "period_end"], values)

"""A fire authority's quarters side by side, as a dashboard prints itself from a browser: units in their own column, the
rating as the colour behind the latest figure alone, and arrows that are drawn, not written. The figures stand in
`indicators.txt`."""

from __future__ import annotations

from pathlib import Path

from office import browser_pdf, escaped, expect
from where import Pages

TITLE = "Corporate Performance Scorecard"
QUARTERS = {
    "Q3 2023/24": ("2023-10-01", "2023-12-31"),
    "Q4 2023/24": ("2024-01-01", "2024-03-31"),
    "Q1 2024/25": ("2024-04-01", "2024-06-30"),
    "Q2 2024/25": ("2024-07-01", "2024-09-30"),
    "Q3 2024/25": ("2024-10-01", "2024-12-31"),
}
LATEST = "Q3 2024/25"
UNITS = {"Number": "count", "mm:ss": "s", "seconds": "s"}  # in the contract's words; others as printed
COLOURS = {"red": "#e2504a", "amber": "#f6b73c", "green": "#63b567", "grey": "#c9ccd1"}
ARROWS = {"up": "0,9 5,0 10,9", "down": "0,0 10,0 5,9", "level": "0,0 9,5 0,10"}
STYLE = """
@page { size: A4 landscape; margin: 11mm 12mm 13mm 12mm; }
body { font-family: 'DejaVu Sans Condensed', 'DejaVu Sans', sans-serif; font-size: 8pt; color: #1b1f27;
       -webkit-print-color-adjust: exact; }
h1 { font-size: 16pt; margin: 0; color: #7a1420; } h2 { font-size: 10pt; font-weight: normal; margin: 1mm 0 4mm 0; }
table { border-collapse: collapse; width: 100%; } th, td { border: 0.6pt solid #8a8f99; padding: 1.1mm 1.4mm; }
th { background: #7a1420; color: #fff; font-weight: bold; } td { text-align: right; }
td.left { text-align: left; } td.mid { text-align: center; } tr { break-inside: avoid; }
td.band { background: #f0e3e4; font-weight: bold; text-align: left; font-size: 9pt; color: #7a1420; }
p { margin: 2mm 0 0 0; } .key span { display: inline-block; padding: 0.6mm 3mm; margin-right: 3mm; }
"""


def figure(text: str) -> float | None:
    """The number in a cell: times in seconds, footnote marks and commas left out; None where there is none."""
    text = text.rstrip("¹").replace(",", "")
    if ":" in text:
        minutes, seconds = text.split(":")
        return int(minutes) * 60 + int(seconds)
    return None if text == "n/a" else float(text)


def shown(number: float) -> str:
    return f"{number:g}"


def arrow(trend: str) -> str:
    return f'<svg width="10" height="10" viewBox="0 0 10 10"><polygon points="{ARROWS[trend]}" fill="#3a3f4a"/></svg>'


def page_of(lines: list[str]) -> str:
    """The scorecard as HTML."""
    rows = []
    for line in lines:
        if line.startswith("# "):
            rows.append(f'<tr><td class="band" colspan="10">{escaped(line[2:])}</td></tr>')
            continue
        ref, name, unit, *figures, target, rag, trend = (escaped(part.strip()) for part in line.split("|"))
        marked = [text.replace("¹", "<sup>1</sup>") for text in figures]
        past = "".join(f"<td>{text}</td>" for text in marked[:-1])
        rows.append(
            f'<tr><td class="left">{ref}</td><td class="left">{name}</td><td class="mid">{unit}</td>{past}'
            f'<td style="background:{COLOURS[rag]}">{marked[-1]}</td><td>{target}</td>'
            f'<td class="mid">{arrow(trend)}</td></tr>'
        )
    quarters = "".join(f"<th>{quarter}</th>" for quarter in QUARTERS)
    colours = "".join(
        f'<span style="background:{COLOURS[rag]}">{words}</span>'
        for rag, words in {
            "green": "target met or bettered",
            "amber": "within 10% of target",
            "red": "more than 10% away from target",
            "grey": "no target set",
        }.items()
    )
    arrows = " &#160; ".join(
        f"{arrow(trend)} {words}" for trend, words in {"up": "rising", "down": "falling", "level": "no change"}.items()
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title><style>{STYLE}</style>'
        f"</head><body><h1>{TITLE}</h1><h2>Pellwood Fire and Rescue Authority &#160;|&#160; Quarter 3 2024/25 ("
        'October to December 2024)</h2><table><thead><tr><th rowspan="2">Ref</th><th rowspan="2" style="width:34%">'
        'Indicator</th><th rowspan="2">Unit</th><th colspan="5">Result for the quarter</th><th rowspan="2">Target</th>'
        '<th rowspan="2">Direction<br>of travel</th></tr>'
        f"<tr>{quarters}</tr></thead><tbody>\n" + "\n".join(rows) + "</tbody></table>"
        f'<p class="key">{colours}</p><p>Direction of travel compares the quarter with the one before it: {arrows}</p>'
        "<p><sup>1</sup> Corrected after the closure of two investigations in May 2024.</p></body></html>\n"
    )


def build(folder: Path) -> None:
    """Write the scorecard and the rows it should give."""
    lines = (folder / "indicators.txt").read_text(encoding="utf-8").splitlines()
    source = folder / f"{folder.name}.html"
    source.write_text(page_of(lines), encoding="utf-8")
    pages = Pages(browser_pdf(source))
    kpis: list[dict[str, object]] = []
    values: list[dict[str, object]] = []
    section = ""
    for line in lines:
        if line.startswith("# "):
            section = line[2:]
            continue
        ref, name, unit, *figures, target, rag, trend = (part.strip() for part in line.split("|"))
        page = pages.next(f"{ref} {name}")
        kpi = {"page": page, "scorecard": TITLE, "section": section, "ref": ref, "kpi": name}
        kpis.append(kpi | {"current_text": figures[-1], "target_text": target, "rag": rag, "trend": trend})
        value = {"page": page, "kpi": name, "unit": UNITS.get(unit, unit)}
        for (quarter, (start, end)), text in zip(QUARTERS.items(), figures, strict=True):
            number = figure(text)
            if number is not None:
                role = "current" if quarter == LATEST else "previous"
                period = {"period": quarter, "period_start": start, "period_end": end}
                values.append(value | {"role": role, "value": shown(number)} | period)
        number = figure(target)
        if number is not None:
            values.append(value | {"role": "target", "value": shown(number)})
    columns = ["scorecard", "section", "ref", "kpi", "current_text", "target_text", "rag", "trend"]
    expect(folder, "kpis", columns, kpis)
    expect(folder, "kpi_values", ["kpi", "role", "value", "unit", "period", "period_start", "period_end"], values)

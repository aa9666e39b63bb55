"""Scorecards whose cells hold several values, as a plain text, and the rows that the contract's views should hold of them.

`read_scorecard` reads lines of these forms:

    # Priority                   a band over the table: the `section`
    ## Objective                 a cell merged over its indicators: the `sub_objective`
    A1 | name | direction | current | benchmark | target | rag | trend      an indicator; `\\n` ends a line in a cell
    ~ measure | unit | current | benchmark | target                         numbers of it; 14-21 is a range
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from meeting import Row, parts
from odf_text import Cell, Look, TextDocument
from where import Pages

TEXTS = ["current_text", "benchmark_text", "target_text"]
KPIS = ["scorecard", "section", "sub_objective", "ref", "kpi", "direction", *TEXTS, "rag", "trend"]
VALUES = ["kpi", "role", "measure", "value", "unit", "period", "period_start", "period_end"]
ROLES = ("current", "benchmark", "target")
FILLS = {"red": "#e06666", "amber": "#ffd966", "green": "#93c47d"}
ARROWS = {"up": "▲", "down": "▼", "level": "►"}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass
class Indicator:
    section: str
    objective: str
    facts: Row
    numbers: list[Row] = field(default_factory=list)


def read_scorecard(path: Path) -> list[Indicator]:
    """The indicators in printed order."""
    indicators: list[Indicator] = []
    section = objective = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            objective = line[3:]
        elif line.startswith("# "):
            section = line[2:]
        elif line.startswith("~ "):
            indicators[-1].numbers.append(parts(line[2:], ["measure", "unit", *ROLES]))
        else:
            facts = parts(line.replace("\\n", "\n"), ["ref", "kpi", "direction", *TEXTS, "rag", "trend"])
            indicators.append(Indicator(section, objective, facts))
    return indicators


def set_scorecard(doc: TextDocument, indicators: list[Indicator], widths: list[float], band: str, pale: str) -> None:
    """A table a section, its band and headings repeated on each page, objectives merged over their indicators."""
    bold: Look = {"bold": True}
    middle: Look = {"bold": True, "align": "center"}
    columns = ("Objective", "Ref", "Key performance indicator", "Latest", "Comparison", "Target", "RAG", "Trend")
    for section in dict.fromkeys(indicator.section for indicator in indicators):
        inside = [indicator for indicator in indicators if indicator.section == section]
        heading = Cell(section, band, columns=len(columns), look={**bold, "colour": "#ffffff"})
        rows: list[list[str | Cell]] = [[heading], [Cell(text, pale, look=bold) for text in columns]]
        last = ""
        for indicator in inside:
            facts = {key: str(value or "") for key, value in indicator.facts.items()}
            row: list[str | Cell] = [facts["ref"], facts["kpi"], *(facts[text] for text in TEXTS)]
            row.append(Cell(facts["rag"][:1].upper(), FILLS.get(facts["rag"]), valign="middle", look=middle))
            row.append(Cell(ARROWS.get(facts["trend"], ""), valign="middle", look={"align": "center"}))
            if indicator.objective != last:
                last = indicator.objective
                span = sum(other.objective == last for other in inside)
                row.insert(0, Cell(last, rows=span, look=bold))
            rows.append(row)
        doc.table(widths, rows, heading_rows=2)
        doc.p("", size=8)


def period_of(text: str, beside: str) -> Row:
    """The period in the brackets of a cell, and its days; `beside` is the cell that a `Same period` is relative to."""
    match = re.search(r"\[(.*)\]$", text)
    if match is None:
        return {}
    start, end = _days(match[1], beside)
    return {"period": match[1], "period_start": start, "period_end": end}


def _days(period: str, beside: str) -> tuple[str, str]:
    if match := re.fullmatch(r"Same period (\d{4})/\d\d", period):
        year = int(match[1])
        month = _month(re.search(r"\[YTD (\w{3})", beside))
        return f"{year}-04-01", _last(year + (month < 4), month)
    if match := re.fullmatch(r"YTD (\w{3}) (\d\d)", period):
        month, year = _month(match), 2000 + int(match[2])
        return f"{year - (month < 4)}-04-01", _last(year, month)
    if match := re.fullmatch(r"Year ending (\w{3}) (\d\d)", period):
        month, year = _month(match), 2000 + int(match[2])
        return (f"{year - 1}-{month + 1:02d}-01" if month < 12 else f"{year}-01-01"), _last(year, month)
    if match := re.fullmatch(r"Q(\d) (\d{4})/\d\d", period):
        quarter, year = int(match[1]), int(match[2]) + (match[1] == "4")
        month = {1: 4, 2: 7, 3: 10, 4: 1}[quarter]
        return f"{year}-{month:02d}-01", _last(year, month + 2)
    if match := re.fullmatch(r"(\d{4})/(\d\d)", period):
        return f"{match[1]}-04-01", f"20{match[2]}-03-31"
    match = re.fullmatch(r"(\w{3})(?:\s?[-–]\s?(\w{3}))? (\d\d)", period)
    if match is None:
        raise ValueError(f"no period: {period}")
    year, first = 2000 + int(match[3]), _month(match)
    last = MONTHS.index(match[2]) + 1 if match[2] else first
    return f"{year}-{first:02d}-01", _last(year, last)


def _month(match: re.Match[str] | None) -> int:
    assert match is not None
    return MONTHS.index(match[1]) + 1


def _last(year: int, month: int) -> str:
    return f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]}"


def scorecard_rows(title: str, indicators: list[Indicator], pages: Pages) -> tuple[list[Row], list[Row]]:
    """The rows of `kpis` and of `kpi_values`, each on the page where its indicator begins."""
    kpis: list[Row] = []
    values: list[Row] = []
    for indicator in indicators:
        facts = {key: None if value is None else " ".join(str(value).split()) for key, value in indicator.facts.items()}
        page = pages.next(f"{facts['ref']} {facts['kpi']}")
        place: Row = {"page": page, "scorecard": title, "section": indicator.section}
        kpis.append(place | {"sub_objective": indicator.objective} | facts)
        for role in ROLES:
            period = period_of(facts[f"{role}_text"] or "", facts["current_text"] or "")
            for number in indicator.numbers:
                for value in ends(number[role]):
                    row: Row = {"page": page, "kpi": facts["kpi"], "role": role, "value": value}
                    values.append(row | {"measure": number["measure"], "unit": number["unit"]} | period)
    return kpis, values


def ends(value: object) -> Iterator[str]:
    """A value, or both ends of a range."""
    if value is not None:
        yield from str(value).split("-")

"""Reports as a plain text, and the rows that the contract's views should hold of them.

`read_report` reads lines of these forms, a paragraph a line:

    title: …                     the report's facts: title, organisation, meeting_date, authors, presented_by, purpose
    = HEADING                    a heading; `= 1. Heading` where a number is printed before it
    == Objective                 one that deliverables stand under
    === Deliverable              with its own line below: `lead: Head of Service – Quarterly`
    ==== Sub-heading
    12 text, 3.4 text            a numbered paragraph
    * text, (a) text, text       a bullet, a lettered point, a plain paragraph
    ~ measure | 46 | count | …   a measure that the paragraph above states: MEASURES from `measure` on
    @name                        what the sample's own source sets there: a table, a chart, a signature
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from meeting import Row, parts
from odf_text import Cell, Look, TextDocument, plain
from where import Pages

REPORTS = ["title", "organisation", "meeting_date", "authors", "presented_by", "purpose"]
PARAGRAPHS = ["report", "heading", "number", "text"]
DELIVERABLES = ["objective", "deliverable", "lead", "frequency"]
PERIOD = ["period", "period_start", "period_end"]
CHANGE = ["baseline_value", "baseline_period", "change_value", "change_unit"]
MEASURES = ["report", "paragraph_number", "measure", "value", "unit", *PERIOD, *CHANGE, "area"]
SPANS = ["row_no", "column_no", "row_span", "column_span"]
CELLS = ["table_no", "caption", *SPANS, "header", "text", "value", "unit", "fill"]
NUMBERED = re.compile(r"(\d+(?:\.\d+)*\.?) (.*)")
LETTERED = re.compile(r"(\([a-z]+\)|[a-z]\.|[ivx]+\)) (.*)")


@dataclass
class Block:
    """A line of the report: `heading`, `number`, `letter`, `bullet`, `plain`, `lead`, `measure` or `own`."""

    kind: str
    text: str
    label: str = ""
    level: int = 0  # of a heading
    facts: Row = field(default_factory=dict)


@dataclass
class Report:
    facts: dict[str, str | None] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)


def read_report(path: Path) -> Report:
    """A report from its text. Raises ValueError at a fact without a value."""
    report = Report()
    for line in filter(str.strip, path.read_text(encoding="utf-8").splitlines()):
        if not report.blocks and not line.startswith("="):
            fact, colon, value = line.partition(": ")
            if not colon:
                raise ValueError(f"no fact of the report: {line}")
            report.facts[fact] = value
        elif match := re.match(r"(=+) (\d+\.? )?(.*)", line):
            report.blocks.append(Block("heading", match[3], (match[2] or "").strip(), len(match[1])))
        elif line.startswith("lead: "):
            report.blocks.append(Block("lead", line[6:]))
        elif line.startswith("~ "):
            report.blocks.append(Block("measure", "", facts=parts(line[2:], MEASURES[2:])))
        elif line.startswith("@"):
            report.blocks.append(Block("own", line[1:]))
        elif line.startswith("* "):
            report.blocks.append(Block("bullet", line[2:], "•"))
        elif match := NUMBERED.fullmatch(line):
            report.blocks.append(Block("number", match[2], match[1]))
        elif match := LETTERED.fullmatch(line):
            report.blocks.append(Block("letter", match[2], match[1]))
        else:
            report.blocks.append(Block("plain", line))
    return report


def set_report(
    doc: TextDocument,
    report: Report,
    headings: Mapping[int, Look],
    own: Mapping[str, Callable[[], None]],
    *,
    left: float = 1.25,
    after: float = 6,
    lead: str = "Lead: {}",
) -> None:
    """Set the body of a report: numbers hang at the margin, bullets and letters within. `own` sets the `@` lines."""
    numbered = False
    for block in report.blocks:
        inside: Look = {"left": left + 0.75} if numbered else {"left": 0.75}
        if block.kind == "heading":
            numbered = False
            look = {"keep": True} | headings[block.level]
            if block.label:
                look |= {"left": left, "first": -left, "tabs": (left,)}
            doc.p(f"{block.label}\t{block.text}" if block.label else block.text, **look)
        elif block.kind == "number":
            numbered = True
            doc.item(block.label, block.text, left=left, after=after)
        elif block.kind in {"bullet", "letter"}:
            doc.p(f"{block.label}\t{block.text}", first=-0.75, tabs=(inside["left"],), after=after / 2, **inside)
        elif block.kind == "lead":
            doc.p(lead.format(block.text), after=after, keep=True)
        elif block.kind == "plain":
            doc.p(block.text, after=after, left=left if numbered else 0)
        elif block.kind == "own":
            numbered = False
            own[block.text]()


def report_row(report: Report, page: int) -> Row:
    """The row of `reports`."""
    return {"page": page} | {column: report.facts.get(column) for column in REPORTS}


def report_rows(report: Report, pages: Pages) -> dict[str, list[Row]]:
    """The rows of `report_paragraphs`, `deliverables` and `stated_measures`, each on the page where it begins."""
    rows: dict[str, list[Row]] = {"report_paragraphs": [], "deliverables": [], "stated_measures": []}
    title = report.facts["title"]
    heading = objective = None
    open_row: Row | None = None
    for block in report.blocks:
        text = plain(block.text)
        page = pages.next(text) if text and block.kind != "own" else pages.at
        if block.kind == "heading":
            heading, open_row = text, None
            objective = text if block.level == 2 else None if block.level == 1 else objective
            if block.level == 3:
                rows["deliverables"].append({"page": page, "objective": objective, "deliverable": text})
        elif block.kind == "lead":
            who, _, often = text.partition(" – ")
            rows["deliverables"][-1] |= {"lead": who, "frequency": often or None}
        elif block.kind == "own":
            open_row = None
        elif block.kind == "measure":
            number = str((open_row or {}).get("number") or "") or None
            rows["stated_measures"].append({"page": page, "report": title, "paragraph_number": number} | block.facts)
        else:
            said = f"{block.label} {text}" if block.kind == "letter" else text
            if block.kind == "number" or open_row is None or open_row["number"] is None:
                number = block.label.rstrip(".") if block.kind == "number" else None
                number = block.label.strip("().") if block.kind == "letter" else number
                said = text if block.kind in {"letter", "number"} else said
                open_row = {"page": page, "report": title, "heading": heading, "number": number, "text": said}
                rows["report_paragraphs"].append(open_row)
                if block.kind == "letter":
                    open_row = None
            else:
                open_row["text"] = f"{open_row['text']} {said}"
    return rows


def money_table(text: str, caption: str, fill: str) -> list[Row]:
    """The cells of a table of pounds whose first row is its heading and whose last its total, both filled."""
    lines = [[part.strip() for part in line.split("|")] for line in text.strip().splitlines()]
    cells: list[Row] = []
    for row_no, line in enumerate(lines, start=1):
        for column_no, shown in enumerate(line, start=1):
            cell: Row = {"caption": caption, "row_no": row_no, "column_no": column_no, "row_span": 1, "column_span": 1}
            cell |= {"text": shown, "fill": fill if row_no in (1, len(lines)) else None}
            if row_no > 1:
                cell["header"] = lines[0][column_no - 1]
                if column_no > 1:
                    cell |= {"value": shown.replace("£", "").replace(",", ""), "unit": "GBP"}
            cells.append(cell)
    return cells


def set_money(doc: TextDocument, cells: list[Row], widths: list[float]) -> None:
    """Set such a table: figures to the right, filled rows bold."""
    rows: list[list[str | Cell]] = []
    for cell in cells:
        if cell["column_no"] == 1:
            rows.append([])
        fill = str(cell["fill"]) if cell["fill"] else None
        look: Look = {"bold": fill is not None, "align": "start" if cell["column_no"] == 1 else "end"}
        rows[-1].append(Cell(str(cell["text"]), fill, look=look))
    doc.table(widths, rows, split_rows=False)

"""Papers of no body, read by the server of workers before there is a real one: so that the vocabularies are read and indexed, and
the patterns compiled that are first needed in the midst of a page, once for all workers. Nothing is done with what they say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from extract.document import extract_pages
from load.rows import Paper, make_rows
from models.page import Font, Page, Rule, Word
from normalise.document import normalise_document

_WIDTH, _HEIGHT, _LEFT, _LINE, _CHARACTER = 595.0, 842.0, 60.0, 14.0, 4.0  # points
_COLUMN = 100.0  # points, of a table's column

_Line = tuple[float, float, str]  # its left and upper edge, and its words

_TEXTS = (
    """Minutes of the Example Committee
    Date: 5 March 2024
    Time: 10.00 am
    Present: Ms A Example (Chair) and Mr B Sample
    Apologies: Cllr C Specimen

    1. Minutes of the last meeting
    The Chair asked whether Minute No. 12 was correct.
    RESOLVED that the minutes be approved.
    Action: Mr B Sample to report by 31 March 2024
    """,
    """Report to: Example Committee
    Date: 5 March 2024
    Report of: Director of Finance
    Subject: Performance in the second quarter

    1. Purpose of report
    1.1 This report asks members to note performance in Q2 2023/24.
    2. Background
    2.1 Incidents rose by 5% to 120 in Q2 2023/24 from 114 in Q2 2022/23.
    2.2 Spending was £1.2m below budget in the year to date.
    3. Recommendations
    3.1 Members are asked to note the report.
    """,
)
_TABLES = {
    "Risk register": """Ref|Risk|Likelihood|Impact|Score
R1|Funds run short|3|4|12""",
    "Action log": """Minute|Action|Owner|Due date|Update
12/24|Report to the board|B Sample|31 March 2024|Complete
13/24|Write to all members|C Example|30 April 2024|Not started""",
    "Performance scorecard": """KPI|Target|Q1 2023/24|Q2 2023/24|RAG
Calls answered in time|90%|88.5%|91.2%|Green
Days lost to sickness|7.5|8.1|7.9|Amber""",
}


def steps() -> list[Callable[[], None]]:
    """Each reads one of the papers: the server can be asked for a worker between two of them."""
    return [partial(_rehearse, page) for page in papers()]


def _rehearse(page: Page) -> None:
    """Reads a paper from its only page to its rows."""
    extracted = extract_pages([page])
    make_rows(Paper("", "0" * 64, 0, ""), extracted, normalise_document(extracted.printed))


def papers() -> list[Page]:
    """The only page of each."""
    return [*map(_text, _TEXTS), *map(_table, *zip(*_TABLES.items(), strict=True))]


def _text(text: str) -> Page:
    return _page((_LEFT, 60 + row * _LINE, line) for row, line in enumerate(text.splitlines()))


def _table(title: str, table: str) -> Page:
    """A title above a table with all its rules."""
    top = 60 + 2 * _LINE
    rows = [line.split("|") for line in table.splitlines()]
    levels = [top + 2 * _LINE * row for row in range(len(rows) + 1)]
    edges = [_LEFT + _COLUMN * column for column in range(len(rows[0]) + 1)]
    rules = [Rule(_LEFT, level, edges[-1], level) for level in levels]
    rules += [Rule(edge, top, edge, levels[-1]) for edge in edges]
    lines = [(_LEFT, 60.0, title)]
    for level, texts in zip(levels, rows, strict=False):
        lines += [(edge + 3, level + 4, text) for edge, text in zip(edges, texts, strict=False)]
    return _page(lines, rules)


def _page(lines: Iterable[_Line], rules: Iterable[Rule] = ()) -> Page:
    return Page(1, _WIDTH, _HEIGHT, words=tuple(_words(lines)), rules=tuple(rules))


def _words(lines: Iterable[_Line]) -> Iterator[Word]:
    font = Font("Example", 9.0)
    number = 0
    for left, top, line in lines:
        for text in line.split():
            yield Word(text, left, top, left + _CHARACTER * len(text) - 2, top + 9, 1, number, font)
            left += _CHARACTER * (len(text) + 1)
            number += 1

"""What must add up along the rows of accounts: a column of totals, a column of variances."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from models.record import Finding, Record
from normalise.document import Check, Context
from normalise.table_figures import Figure, Row, headings, is_total_name, slack, tables_of, value_of

_VARIANCE = re.compile(
    r"\b(?:variances?|variation|difference|over\W*\(?under|\(?under\W*over|vacant|vacancies)\b", re.IGNORECASE
)
_SHARE = re.compile(r"%|per ?cent|\bproportion|\baverage|\brate\b|\bper\b", re.IGNORECASE)
_NO_SUM = {"%", "percentage points", "s", "days", "rate", "ratio"}
FEWEST = 3  # rows that follow, before one that does not is told
MOSTLY, NEARLY_ALL = 0.6, 0.75  # share of the rows that do, under totals and under variances
ROUNDING = 1.05  # of the last place printed: how far the difference of two rounded figures may be off

Sums = tuple[int, ...]


def rows_of_accounts(records: Sequence[Record], context: Context) -> Iterable[Finding]:
    """A figure under `Total` that is not the sum of its row, or under `Variance` not its difference, where most others are."""
    for rows in tables_of(records, context):
        over = {c: h for c, h in headings(rows).items() if h and not _SHARE.search(h)}
        totals = [c for c in over if is_total_name(over[c])]
        for column in totals:
            yield from _total(rows, column, totals)
        for column in (c for c in over if _VARIANCE.search(over[c])):
            yield from _variance(rows, column, over)


def _total(rows: Sequence[Row], column: int, totals: Sequence[int]) -> Iterator[Finding]:
    """Checks one column of totals against the run of columns before it over which most of its rows add up."""
    first = max((c for c in totals if c < column), default=1) + 1
    runs = [tuple(range(start, column)) for start in range(first, column - 1)]
    fits = {run: [row for row in rows if (sums := _sum(row, run, column)) is not None and _near(*sums)] for run in runs}
    run = max(fits, key=lambda r: (len(fits[r]), len(r)), default=None)
    if run is None:
        return
    judged = [(row, sums) for row in rows if (sums := _sum(row, run, column)) is not None]
    if len(fits[run]) < max(FEWEST, MOSTLY * len(judged)):
        return
    for row, (figure, total, parts) in judged:
        if not _near(figure, total, parts):
            yield _finding("total does not add up", row, figure, total, "the figures of its row add up to")


def _sum(row: Row, run: Sums, column: int) -> tuple[Figure, float, int] | None:
    """The printed total of a row, the sum of the figures before it and their number; a blank place counts for nothing."""
    figure = row.figures.get(column)
    parts = [row.figures[c] for c in run if c in row.figures]
    if figure is None or len(parts) < 2 or any(value_of(f.record, "unit") in _NO_SUM for f in (figure, *parts)):
        return None
    return figure, sum(f.value for f in parts), len(parts)


def _near(figure: Figure, total: float, parts: int) -> bool:
    return abs(figure.value - total) <= slack(figure, parts)


def _variance(rows: Sequence[Row], column: int, over: Mapping[int, str]) -> Iterator[Finding]:
    """Checks one column of variances against the two columns that most of its rows are the difference of.

    Which of the two is taken from which is a matter of what is good: income counts the other way round than spending. So only
    the amount is checked.
    """
    others = [c for c in over if c != column and not _VARIANCE.search(over[c])]
    best: tuple[int, int] | None = None
    most = 0
    for pair in combinations(others, 2):
        told = [d for row in rows if (d := _difference(row, pair, column)) is not None]
        fits = sum(_follows(*d) for d in told)
        if fits > most and fits >= max(FEWEST, NEARLY_ALL * len(told)):
            best, most = pair, fits
    if best is None:
        return
    for row in rows:
        found = _difference(row, best, column)
        if found is not None and not _follows(*found):
            figure, difference = found
            names = " and ".join(over[c] for c in best)
            yield _finding("variance does not follow", row, figure, difference, f"the difference of {names} is")


def _difference(row: Row, pair: tuple[int, int], column: int) -> tuple[Figure, float] | None:
    figure, one, two = row.figures.get(column), row.figures.get(pair[0]), row.figures.get(pair[1])
    if figure is None or one is None or two is None or not (figure.value and one.value and two.value):
        return None  # beside a nought any figure is the difference of itself
    if any(value_of(f.record, "unit") in _NO_SUM for f in (figure, one, two)):
        return None
    return figure, two.value - one.value


def _follows(figure: Figure, difference: float) -> bool:
    return abs(abs(figure.value) - abs(difference)) <= ROUNDING * figure.step


def _finding(rule: str, row: Row, figure: Figure, expected: float, said: str) -> Finding:
    label = f"{row.label!r}: " if row.label else ""
    message = f"{label}{_say(figure.value)} is printed; {said} {_say(expected)}"
    return Finding(rule, "warning", message, figure.record, "value", f"{figure.value:g}", f"{expected:g}")


def _say(number: float) -> str:
    return f"{number:,.0f}" if number == round(number) else f"{round(number, 4):,}"


CHECKS: tuple[Check, ...] = (rows_of_accounts,)

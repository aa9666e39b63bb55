"""What must add up in reports and tables: totals under columns of figures, and stated changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from models.record import Finding, Record
from normalise.document import Check, Context
from normalise.table_figures import Figure, Row, number_of, slack, tables_of, value_of

_NOT_ADDED = {"%", "s", "days", "percentage points", "rate", "ratio"}


def stated_changes(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A stated change that does not follow from its two figures."""
    for record in records:
        if record.view != "stated_measures":
            continue
        value, baseline, change = (number_of(record, n) for n in ("value", "baseline_value", "change_value"))
        if value is None or baseline is None or change is None or not baseline:
            continue
        unit = value_of(record, "change_unit")
        share, points = 100 * (value - baseline) / baseline, value - baseline
        allowed = [points] if unit == "percentage points" else [share]
        if unit == "%" and value_of(record, "unit") == "%":
            allowed.append(points)  # `rose by 23%, from 64% to 87%` is meant in points
        if unit not in {"%", "percentage points"}:
            allowed = [points]
        if not any(_follows(change, a, value, baseline) for a in allowed):
            expected = f"{allowed[0]:.1f}"
            message = f"from {_say(baseline)} to {_say(value)} is a change of {expected}, not of {_say(change)}"
            yield Finding(
                "stated change does not follow", "warning", message, record, "change_value", f"{change:g}", expected
            )


def totals(records: Sequence[Record], context: Context) -> Iterable[Finding]:
    """A total that is not the sum of the rows above it, in a row of which another column does add up."""
    for ordered in tables_of(records, context):
        totals = {place for place, row in enumerate(ordered) if row.is_total}
        for place in sorted(totals):
            if ordered[place].figures:
                yield from _check_total(ordered, totals, place)


def _check_total(rows: Sequence[Row], totals: Collection[int], place: int) -> Iterator[Finding]:
    """A column that does not add up over the very rows over which the other columns of the total do."""
    total = rows[place]
    columns = [c for c, figure in total.figures.items() if value_of(figure.record, "unit") not in _NOT_ADDED]
    runs = {column: _runs(rows, totals, place, column) for column in columns}
    fits = Counter(
        run for column in columns for run, found in runs[column].items() if _adds_up(found, total.figures[column])
    )
    if not fits:
        return
    run, right = fits.most_common(1)[0]
    adding = {total.figures[c].decimals for c in columns if _adds_up(runs[c].get(run), total.figures[c])}
    for column in columns:
        figure, found = total.figures[column], runs[column].get(run)
        value, record, decimals, _ = figure
        any_run = any(_adds_up(f, figure) for f in runs[column].values())
        if found is None or any_run or 2 * right < len(columns):
            continue
        if abs(found[0] - value) <= slack(figure, found[1]):
            continue  # the one figure above it
        if decimals not in adding:
            continue  # a share or an average in a column whose heading does not say so
        message = f"{total.label!r} is printed {_say(value)}; the rows above it add up to {_say(found[0])}"
        yield Finding("total does not add up", "warning", message, record, "value", f"{value:g}", f"{found[0]:g}")


def _adds_up(found: tuple[float, int] | None, figure: Figure) -> bool:
    return found is not None and found[1] > 1 and abs(found[0] - figure.value) <= slack(figure, found[1])


def _runs(
    rows: Sequence[Row], totals: Collection[int], place: int, column: int
) -> dict[tuple[str, int], tuple[float, int]]:
    """Sums of what lies above a total: runs of plain rows up to it, or of totals, by the row they begin with."""
    found: dict[tuple[str, int], tuple[float, int]] = {}
    sums = {"rows": (0.0, 0), "totals": (0.0, 0)}
    for number in range(place - 1, -1, -1):
        figure = rows[number].figures.get(column)
        if figure is None:
            continue
        kind = "totals" if number in totals else "rows"
        sums[kind] = sums[kind][0] + figure.value, sums[kind][1] + 1
        found[kind, number] = sums[kind]
    return found


def _follows(change: float, exact: float, value: float, baseline: float) -> bool:
    """Whether a change is `exact` after rounding, its figures having been rounded too."""
    rounded = 0.5 / 10 ** _decimals(change)
    printed = sum(0.5 / 10 ** _decimals(x) for x in (value, baseline) if _decimals(x))
    blur = printed * 100 / abs(baseline) if baseline else 0.0
    return bool(abs(change - exact) <= rounded + blur + 0.051)


def _say(number: float) -> str:
    return f"{number:,.0f}" if number == round(number) else f"{round(number, 4):,}"


def _decimals(number: float) -> int:
    return len(f"{number:g}".partition(".")[2])


CHECKS: tuple[Check, ...] = (stated_changes, totals)

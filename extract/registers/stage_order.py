"""Which stage a column of scores is of where its own heading says none: by its neighbours, by order, by dates."""

from __future__ import annotations

from collections.abc import Sequence

from extract.columns import Assigned, fit
from extract.registers.responses import left_behind
from extract.registers.unheaded import FAMILY, measure_of
from extract.registers.wording import Heading, take_apart, when

_SCORES = 0.3  # how well cells must suit a score, as some of them do not: a dash for a risk that was not there yet


def stage_order(first: Sequence[Assigned], headings: Sequence[Heading]) -> dict[int, str]:
    """Stages told by order alone: two runs of likelihood, impact and score that no heading names are before and after;
    of scores of several dates the newest is the current one and the one before it the previous."""
    order: dict[int, str] = {}
    runs: list[list[int]] = []
    for i, column in enumerate(first):
        measure = measure_of(column.field)
        if measure is None or _stage_printed(column, headings[i]) or headings[i].period:
            continue
        fresh = not runs or i != runs[-1][-1] + 1 or measure in {measure_of(first[j].field) for j in runs[-1]}
        runs.append([i]) if fresh else runs[-1].append(i)
    told = [measure_of(first[i].field) for run in runs for i in run]
    if len(runs) > 1 and len(set(told)) < len(told):
        for run, stage in zip(runs, ("gross", "current", "target"), strict=False):
            order |= dict.fromkeys(run, stage)
    elif len(runs) == 1 and (left := left_behind(runs[0], first, headings)):
        order |= dict.fromkeys(runs[0], "current") | left
    dated = [
        i
        for i, (a, h) in enumerate(zip(first, headings, strict=True))
        if h.period and h.stage is None and not _stage_printed(a, h) and fit(FAMILY, "score", a.column.looks) > _SCORES
    ]
    now = any(a.field in {"current_score", "current_both"} and i not in dated for i, a in enumerate(first))
    if len(dated) > 1:
        newest = sorted(dated, key=lambda i: when(headings[i].period or ""))
        if len({when(headings[i].period or "") for i in dated}) < len(dated):
            newest = dated
        if not now:
            order[newest.pop()] = "current"
        order[newest.pop()] = "previous"
        order |= dict.fromkeys(newest, "")
    return order | _dates_under_stage(first, headings) | _dates_beside_stage(first, headings)


def _dates_beside_stage(first: Sequence[Assigned], headings: Sequence[Heading]) -> dict[int, str]:
    """Of scores of the stage that a risk is at, one without a date (`Net`) and others with one (`Net, June 2024`), the newest of these
    is the previous one."""
    order: dict[int, str] = {}
    for stage in ("current", "residual"):
        own = [i for i, h in enumerate(headings) if h.stage == stage]
        dated = [i for i in own if headings[i].period and fit(FAMILY, "score", first[i].column.looks) > _SCORES]
        undated = [i for i in own if i not in dated and measure_of(first[i].field) == "score"]
        times = {when(headings[i].period or "") for i in dated}
        if dated and len(undated) == 1 and len(times) == len(dated):
            *older, newest = sorted(dated, key=lambda i: when(headings[i].period or ""))
            order |= {newest: "previous"} | dict.fromkeys(older, "")
    return order


def _dates_under_stage(first: Sequence[Assigned], headings: Sequence[Heading]) -> dict[int, str]:
    """Of scores dated below the stage that a risk is at (`Residual score` over `Jun 24`, `Oct 24`) the newest is that stage's,
    the one before it the previous."""
    order: dict[int, str] = {}
    for stage in ("current", "residual"):
        dated = [
            i
            for i, (a, h) in enumerate(zip(first, headings, strict=True))
            if h.period
            and h.stage is None
            and _stage_printed(a, h) == stage
            and fit(FAMILY, "score", a.column.looks) > _SCORES
        ]
        times = {when(headings[i].period or "") for i in dated}
        if len(dated) < 2 or len(times) < len(dated):
            continue
        *older, before, newest = sorted(dated, key=lambda i: when(headings[i].period or ""))
        order |= {newest: stage, before: "previous"} | dict.fromkeys(older, "")
    return order


def stage_beside(index: int, first: Sequence[Assigned], headings: Sequence[Heading]) -> str | None:
    """The stage that a score's neighbours name, where its own heading names none (`Inherent L | I | Score`)."""
    own = _stage_printed(first[index], headings[index])
    if own or measure_of(first[index].field) is None:
        return None
    run = _run_of(index, first)
    named = {s for i in run if (s := _stage_printed(first[i], headings[i]))}
    if len(named) == 1:
        return named.pop()
    for step in (-1, 1):
        seen = {measure_of(first[index].field)}
        place = index + step
        while 0 <= place < len(first):
            measure = measure_of(first[place].field)
            if measure is None or measure in seen:
                break
            seen.add(measure)
            stage = _stage_printed(first[place], headings[place])
            if stage:
                return stage
            place += step
    return None


def _run_of(index: int, first: Sequence[Assigned]) -> range:
    """The measures side by side that one column belongs to: likelihood, impact and score of a stage, each once, in any order."""
    start = index
    while start and measure_of(first[start - 1].field) is not None:
        start -= 1
    seen: set[str] = set()
    place = start
    while place < len(first) and (measure := measure_of(first[place].field)) is not None:
        if measure in seen:
            if place > index:
                break
            start, seen = place, set()
        seen.add(measure)
        place += 1
    return range(start, place)


def _stage_printed(column: Assigned, heading: Heading) -> str | None:
    return heading.stage or next((s for s in (take_apart(g).stage for g in column.column.groups) if s), None)

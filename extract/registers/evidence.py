"""How well each column of a register fits each field: heading, group heading, cells, neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.columns import Assigned, Column, assign, fit, weigh
from extract.registers.partners import with_persons, with_progress
from extract.registers.responses import as_controls, summed
from extract.registers.stacked_headings import stack_of
from extract.registers.stage_order import stage_beside, stage_order
from extract.registers.unheaded import FAMILY, MEASURES, fill_blind, measure_of
from extract.registers.wording import STAGES, Heading, group_of, take_apart
from extract.word_pairs import axes_in
from extract.wording import likeness, phrases, words_of

MANY = frozenset({"trend", "other"})
ACTION_FIELDS = frozenset({"action", "action_owner", "action_target", "action_status", "action_rag"})
# How far a column of scores without a stage of its own may stand for each.
_UNNAMED = {"gross": 0.55, "previous": 0.2, "current": 0.9, "residual": 0.45, "target": 0.3}
# A heading that holds a date and no stage: `Dec 2020 Score` beside a `Present Score` is the one before.
_DATED = {"gross": 0.2, "previous": 0.85, "current": 0.8, "residual": 0.3, "target": 0.3}
_BRACKETED = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_CODE = re.compile(r"(?:VL|L|M|H|VH|EX?)\s?-?\s?\d{1,2}")
_STATED = frozenset({"cause", "description", "consequence"})  # what a bracket behind a heading may say that it is
_EXACT = 0.9  # likeness of a bracket's words to a heading's from which they are one
_BARE = frozenset(
    {"risk", "position", "level", "or", "and"}
)  # what a stage stands with that names no measure: `Retained or net risk`
_HALF = 0.5
_NUMBERS = 0.8  # how well the cells under a date alone must suit a score to be scores
_RESPONSES = 0.6  # share of a column's cells that name one of the few ways to respond to a risk
_BY_ORDER = 0.7  # a stage told by order alone is told as unsure
_RATED = {"gross": 0.4, "previous": 0.3, "current": 1.0, "residual": 0.97, "target": 0.35, "": 1.0}


def assign_columns(columns: Sequence[Column], rows: int) -> tuple[Assigned, ...]:
    """The columns of a register with their fields: assigned all together, then again knowing the neighbours."""
    headings = [take_apart(c.leaf) for c in columns]
    alone = [_score(c, h, rows) for c, h in zip(columns, headings, strict=True)]
    first = assign(columns, alone, MANY)
    order = stage_order(first, headings)
    levels = _levels(first)
    hinted = [_with_neighbours(i, first, headings, scores, order.get(i), levels[i]) for i, scores in enumerate(alone)]
    found = [
        Assigned(a.column, a.field, min(a.confidence, _BY_ORDER)) if i in order and not headings[i].period else a
        for i, a in enumerate(assign(columns, hinted, MANY))
    ]
    return fill_blind(with_progress(with_persons(_without_orphans(found))))


def _score(column: Column, heading: Heading, rows: int) -> dict[str, float]:
    known = phrases("columns_register")
    path = " ".join(column.path)
    texts = {column.leaf, path} if len(column.path) < 2 or take_apart(path).stage is None else {column.leaf}
    words: dict[str, float] = {}
    for text in texts:
        for field, score in likeness(text, known).items():
            words[field] = max(words.get(field, 0.0), score)
    for inside in _BRACKETED.findall(column.leaf):  # `If (cause)`, `Then (risk event)`: the bracket says what it is
        said = likeness(inside, known)
        words |= {f: max(words.get(f, 0.0), said[f]) for f in _STATED & said.keys() if said[f] >= _EXACT}
    if (whole := summed(column)) is not None:
        words, heading = {whole: 1.0}, replace(heading, rest="")
    group = next((g for g in map(group_of, column.groups) if g), None)
    if {"control", "activity"} <= set(words):  # a column that mixes the two is one of controls
        words["control"] = max(words["control"], words.pop("activity"))
    if "risk" in (leaf := words_of(column.leaf)):  # a `Risk owner` is no action's; `Actions to reduce risk` are
        words |= {f: 0.5 * w for f, w in words.items() if f in ACTION_FIELDS and (leaf[0] == "risk" or w < _EXACT)}
    scores = {
        field: weigh(_in_group(field, score, group, column, rows), fit(FAMILY, field, column.looks))
        for field, score in words.items()
        if field not in {*MEASURES, "rating", "other"}
    }
    if "other" in words:
        scores["other"] = 0.9 * words["other"]
    if column.looks.get("response", 0.0) > _RESPONSES:  # `Treat`, `Tolerate`: what is done in general, no action
        scores = {field: score for field, score in scores.items() if field == "other"}
    scores |= _measures(column, heading, words)
    if heading.period and "trend" not in words and {"arrow", "trend"} & set(column.looks):
        scores["trend"] = weigh(0.8, fit(FAMILY, "trend", column.looks))
    if column.looks and stack_of(column.leaf):  # several fields one below the other, parted when they are read
        scores = {"title": _EXACT}
    return {field: score for field, score in as_controls(column, scores).items() if score > 0.05}


def _in_group(field: str, score: float, group: str | None, column: Column, rows: int) -> float:
    """A heading's score seen under its group heading, and against how many rows a cell of the column spans."""
    if group == "action":
        score = min(1.0, score + 0.3) if field in ACTION_FIELDS else score * 0.75
    elif group == "control" and field in {"control", "activity"}:
        score = min(1.0, score + 0.2)
    spans = rows / max(1, len(column.cells))
    if spans > 1.5 and field in ACTION_FIELDS:
        score -= 0.25  # a mitigation has a row of its own; what spans many rows belongs to the risk
    return score


def _measures(column: Column, heading: Heading, words: Mapping[str, float]) -> dict[str, float]:
    """Scores for likelihood, impact, score of each stage, and for the rating."""
    rest = likeness(heading.rest, phrases("columns_register")) if heading.rest.strip() else {}
    bare = set(heading.rest.split()) <= _BARE
    measures = {m: max(words.get(m, 0.0), rest.get(m, 0.0)) for m in (*MEASURES, "rating")}
    over = [take_apart(g) for g in column.groups]
    stage = heading.stage or next((g.stage for g in over if g.stage), None)
    dated = bool(heading.period) or any(g.period for g in over)
    said = {t for g in over for t in (g.text, g.rest) if t.strip()}
    scored = any(likeness(t, phrases("columns_register")).keys() & {*MEASURES, "rating"} for t in said)
    dates_alone = bool(heading.period) and not heading.rest.strip() and not column.groups
    scored = scored or (dates_alone and fit(FAMILY, "score", _printed(column.looks)) > _NUMBERS)
    if bare and (heading.stage or (heading.period and scored)):  # `Inherent`, `Current risk`; `Q1` under `Score`
        measures = {"likelihood": 0.0, "impact_score": 0.0, "score": 0.85, "both": 0.85, "rating": 0.8}
    scores = {}
    looks = column.looks
    coded = looks.get("ref", 0.0) + looks.get("banded", 0.0) > _HALF and _is_coded(column)
    if coded and measures["rating"]:
        measures["score"], measures["rating"] = measures["rating"], 0.0
    if looks.get("grades", 0.0) > _HALF and axes_in(heading.rest) is None:
        measures["both"] = 0.0  # `Medium/High` is one grade between two, where no heading says which is which
    for measure in MEASURES:
        if not measures[measure]:
            continue
        suits = 1.0 if coded and measure == "score" else fit(FAMILY, measure, column.looks)
        for name in STAGES:
            share = _stage_share(name, stage, dated)
            scores[f"{name}_{measure}"] = weigh(measures[measure] * share, suits)
    if measures["rating"]:
        share = _RATED[stage or ""]
        scores["rating"] = weigh(measures["rating"] * share, fit(FAMILY, "rating", column.looks))
    return scores


def _is_coded(column: Column) -> bool:
    """Whether a column's cells are scores with the letter of their band: `H12`, `M6`, `E20`."""
    told = [c.text.strip() for c in column.cells if c.text.strip()]
    return sum(_CODE.fullmatch(t) is not None for t in told) > _NUMBERS * len(told)


def _printed(looks: Mapping[str, float]) -> Mapping[str, float]:
    """The looks of the cells that print something: a risk that was not there yet has a dash under an older date."""
    left = 1 - looks.get("none", 0.0)
    return {look: share / left for look, share in looks.items() if look != "none"} if left >= _HALF else looks


def _stage_share(name: str, stage: str | None, dated: bool) -> float:
    if stage is not None:
        return 1.0 if name == stage else 0.0
    return _DATED[name] if dated else _UNNAMED[name]


def _with_neighbours(
    index: int,
    first: Sequence[Assigned],
    headings: Sequence[Heading],
    scores: Mapping[str, float],
    turn: str | None,
    level: int,
) -> dict[str, float]:
    """A column's scores seen beside what its neighbours hold. `turn` is the stage that its place among others gives,
    `level` as in `_levels`.
    """
    hinted = dict(scores)
    left = next((a.field for a in reversed(first[:index]) if a.field and a.field != "other"), None)
    behind = [a.field for a in first[index + 1 :] if a.field and a.field != "other"]
    right = behind[0] if behind else None
    listed = max((hinted.get(f, 0.0) for f in ("control", "activity")), default=0.0)
    timed = right in {"action_owner", "action_target"} or behind[:2] == ["owner", "action_target"]
    if listed and timed and not any(a.field == "action" for a in first):
        hinted["action"] = max(hinted.get("action", 0.0), listed + 0.1)  # what has an owner or a date is an action
    if left in {*ACTION_FIELDS, "control"} and right == "action_target" and "action_owner" in hinted:
        hinted["action_owner"] += 0.2
    for field in ACTION_FIELDS & set(hinted):
        hinted[field] += 0.25 * level
    if level > 0 and "owner" in hinted:
        hinted["owner"] -= 0.2
    if left in ACTION_FIELDS and not _is_of_risk(first[index].column, first):
        for field in ("action_owner", "action_target", "action_status", "action_rag"):
            if field in hinted and (level > 0 or field != "action_owner"):
                hinted[field] += 0.2 if right in ACTION_FIELDS else 0.15
        if level <= 0 and "owner" in hinted and not any(a.field == "owner" for a in first[:index]):
            hinted["owner"] += 0.1  # one mitigation a risk and one owner: the risk's
    stage = stage_beside(index, first, headings) or turn
    if stage == "":  # an older score: no field of its own
        hinted = {f: s for f, s in hinted.items() if measure_of(f) is None and f != "rating"} | {"other": 0.6}
    elif stage is not None:
        for measure in MEASURES:
            own = f"{stage}_{measure}"
            best = max((hinted.get(f"{s}_{measure}", 0.0) for s in STAGES), default=0.0)
            if best:
                hinted[own] = max(hinted.get(own, 0.0), best + 0.1)
    return hinted


def _is_of_risk(column: Column, first: Sequence[Assigned]) -> bool:
    """Whether a column says of each risk that it is open or closed: no mitigation has an owner or a date that it would be of."""
    return column.looks.get("open", 0.0) > _HALF and not {a.field for a in first} & {"action_owner", "action_target"}


def _without_orphans(assigned: Sequence[Assigned]) -> list[Assigned]:
    """Owners, dates and states of mitigations where no mitigation is printed: the risk's owner, and printed cells."""
    held = {a.field for a in assigned}
    if "action" in held:
        return list(assigned)
    found = []
    for a in assigned:
        if a.field == "action_owner" and "owner" not in held:
            found.append(Assigned(a.column, "owner", a.confidence))
        elif a.field in {"action_status", "action_rag"} and "rating" not in held and a.column.looks.get("rag", 0) > 0.5:
            found.append(Assigned(a.column, "rating", a.confidence))
        else:
            found.append(Assigned(a.column, "other" if a.field in ACTION_FIELDS else a.field, a.confidence))
    return found


def _levels(first: Sequence[Assigned]) -> list[int]:
    """1 where a column is filled in clearly more rows than there are risks: its rows are mitigations'; -1 where another
    column is and this one is not; 0 where no column is."""
    painted = [a.column.looks.get("fill", 0) == 1 for a in first]  # told by colour alone
    filled = [
        len([c for c in a.column.cells if c.text or c.symbols or (alone and c.fill)])
        for a, alone in zip(first, painted, strict=True)
    ]
    risks = max((filled[i] for i, a in enumerate(first) if a.field in {"ref", "title"}), default=0)
    if not risks or max(filled) < 1.3 * risks:
        return [0] * len(filled)
    return [1 if rows >= 1.3 * risks else -1 for rows in filled]

"""Which columns of a table hold what a scorecard has: by heading, by the periods that head them, by what the cells are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.columns import Assigned, Column, assign, columns_of, fit, score_by_vocabulary, weigh
from extract.families.scorecard_cells import groups_rows, is_kind, is_period, is_rated, is_status, is_way
from extract.families.scorecard_headings import PERIOD, before_colon, below_outcome, without_period
from extract.families.status_marks import explains_marks, is_marked
from extract.families.table_rows import band_rows, group_heads
from extract.wording import hints, likeness, phrases
from models.table import Table

_VALUES = ("current", "previous", "target", "benchmark", "floor", "forecast")
_FIGURES = frozenset(_VALUES)
_FIXED = ("target", "benchmark", "floor", "forecast")  # what a column stays, whichever period it is for
_SAID = frozenset({"ref", "lead", "sub_objective"})  # what a column before the indicators is said to be
_REPEATED = {"rag": "previous_rag", "trend": None}  # told for each period: the latest counts, and the colour before it
_LEAST = 0.6  # from here a heading says what its column is
_HINTED = 0.6  # what single words of an unknown heading weigh
_LEAST_HINT = 0.3  # how much of what they say must be for one field
_NAMED = 0.7  # from here they do not leave open what it is

_ARROWS = 0.8  # share of a column's cells that are arrows
_HALF, _SHORT = (
    0.5,
    24,
)  # share of cells with a figure that makes a column one of figures, and how many letters such a cell has
_CODES = 0.8  # share of a column's cells that are references

Scores = list[dict[str, float]]


def assigned_columns(table: Table, *, named: bool = False) -> tuple[Assigned, ...]:
    """The columns of a table with the fields of a scorecard. Columns headed by periods hold values, as many as there are.

    `named` where the first row is the name of the table's one indicator, and no column holds any.
    """
    bands = band_rows(table)
    columns = columns_of(table, 2 if named else None, left_out=[0, *bands] if named else bands)
    if explains_marks(columns):
        return tuple(Assigned(column, None, 0.9) for column in columns)
    scores = score_by_vocabulary(columns, phrases("columns_scorecard"), "scorecard")
    before_colon(columns, scores)
    _coded(columns, scores)
    _hinted(columns, scores)
    _by_cells(columns, scores)
    _dated(columns, scores)
    below_outcome(columns, scores)
    _rated(columns, scores)
    _arrowed(columns, scores)
    _told_again(columns, scores)
    for head in group_heads(table).values() if bands else ():
        scores[head.column] = {"kpi": 0.8}  # it names the group of the indicators below
    if named:
        for score in scores:
            score.pop("kpi", None)
    else:
        _unnamed(columns, scores)
        _grouping(columns, scores)
    _doubled(scores)
    return assign(columns, scores, many=("value",))


def _coded(columns: Sequence[Column], scores: Scores) -> None:
    """`1.1.2.PI` under `Indicator`, before texts under `Description`: the heading says what the codes are of."""
    if any(s.get("ref", 0.0) >= _LEAST for s in scores):
        return
    known = phrases("columns_scorecard")
    for column, score in zip(columns, scores, strict=True):
        if column.looks.get("ref", 0.0) >= _CODES and likeness(column.leaf, known).get("kpi", 0.0) >= _LEAST:
            score.clear()
            score["ref"] = 0.85


def _hinted(columns: Sequence[Column], scores: Scores) -> None:
    """What the single words of an unknown heading say, where its cells suit that well."""
    known = phrases("columns_scorecard")
    for column, score in zip(columns, scores, strict=True):
        if score or not column.leaf:
            continue
        for field, hint in hints(column.leaf, known).items():
            suits = fit("scorecard", field, column.looks)
            if field != "kpi" and hint >= _LEAST_HINT and suits > 0:
                score[field] = weigh(_HINTED * (1 + hint) / 2, suits)


def _by_cells(columns: Sequence[Column], scores: Scores) -> None:
    """`Reduce` under `Aim`, `Oct 25` under `Latest month`: what the cells are, whatever their heading says of them."""
    for column, score in zip(columns, scores, strict=True):
        if is_way(column, shown_elsewhere=any("arrow" in c.looks for c in columns if c is not column)):
            score.clear()
            score["polarity"] = 0.9
        elif score.get("unit", 0.0) > 0 and is_kind(column):
            score.clear()
            score["apart"] = 0.9
    for i in (n for n, s in enumerate(scores) if s.get("target", 0.0) >= _LEAST and _worded(columns[n]) >= _ARROWS):
        aimed = any("target" in c.leaf.casefold() for c in columns if c is not columns[i])
        if aimed and any(s.get("kpi", 0.0) >= _LEAST for s in scores[i + 1 :]):
            scores[i].clear()  # `Safe streets` under `Goal`, before the measures of it
            scores[i]["section"] = 0.7
    for column, score in zip(columns, scores, strict=True):
        if {
            "section",
            "target",
        } <= score.keys():  # `Aim`: of what is to be done, or of the figure that is to be reached
            score.pop("section" if _figured(column) >= _HALF else "target")
    rated = any(s.get("rag", 0.0) >= _NAMED for s in scores)
    for column, score in zip(columns, scores, strict=True):
        if score.get("rag", 0.0) < _NAMED and score.get("previous_rag", 0.0) < _LEAST and _tells(column, score):
            score.clear()  # `On track` under `Progress` is no figure
            if not rated:
                score["rag"] = 0.75
    where = [i for i, s in enumerate(scores) if max(s.get("current", 0.0), s.get("previous", 0.0)) >= _LEAST]
    periods = [i for i in where if is_period(columns[i])]
    if periods and (len(periods) < len(where) or _measured(columns, scores)):
        for i in periods:
            scores[i].clear()
            scores[i]["period"] = 0.9


def _measured(columns: Sequence[Column], scores: Scores) -> bool:
    """Whether figures under `Measure`, behind a column of indicators, are what was measured: then they are told as such."""
    known = phrases("columns_scorecard")
    named = [i for i, c in enumerate(columns) if likeness(c.leaf, known).get("kpi", 0.0) >= _LEAST]
    figures = [i for i in named if _figured(columns[i]) >= _ARROWS and _worded(columns[i]) < _HALF]
    found = len(figures) == 1 and any(i < figures[0] for i in named)
    if found:
        scores[figures[0]] = {"current": 0.8}
    return found


def _tells(column: Column, score: Mapping[str, float]) -> bool:
    """Whether a column tells how indicators do: by its words, or by marks.

    Marks that all rows have tell it only where the heading speaks of figures, or of a period.
    """
    if "mark" not in column.looks and "fill" not in column.looks:
        return is_status(column)
    known = not _FIGURES.isdisjoint(score) or without_period(column) is not None
    return is_marked(column, known=known) or is_status(column)


def _told_by_cells(column: Column, score: Mapping[str, float]) -> bool:
    """`Q1 progress` over marks: the cells told that it is a rating, of that quarter."""
    return score.get("rag", 0.0) >= _LEAST and _tells(column, score)


def _rated(columns: Sequence[Column], scores: Scores) -> None:
    """A column of dots alone is a rating under any heading; of several, each for a period, the latest counts."""
    if any(s.get("rag", 0.0) >= _LEAST for s in scores):
        return
    open_ = [
        i
        for i, s in enumerate(scores)
        if (max(s.values(), default=0.0) < _LEAST or "value" in s) and is_rated(columns[i])
    ]
    dated = [i for i in open_ if "value" in scores[i]]
    plain = [i for i in open_ if i not in dated]
    if len(plain) == 1 and not dated:
        scores[plain[0]]["rag"] = 0.7
    elif dated and not plain:
        for i in dated:
            scores[i].clear()
        scores[dated[-1]]["rag"] = 0.7
        if len(dated) > 1:
            scores[dated[-2]]["previous_rag"] = 0.65


def _arrowed(columns: Sequence[Column], scores: Scores) -> None:
    """The one column of nothing but arrows, where no heading names it, is the trend."""
    if any(s.get("trend", 0.0) >= _LEAST for s in scores):
        return
    found = [
        i
        for i, c in enumerate(columns)
        if c.looks.get("arrow", 0.0) >= _ARROWS and max(scores[i].values(), default=0.0) < _LEAST
    ]
    if len(found) == 1:
        scores[found[0]] = {"trend": 0.7}


def _dated(columns: Sequence[Column], scores: Scores) -> None:
    """Columns headed by periods: values of these periods, save the only target, comparison or forecast among them."""
    bare = [without_period(c) for c in columns]
    dated = [
        i
        for i, rest in enumerate(bare)
        if rest is not None and scores[i].get("kpi", 0.0) < _NAMED and not _told_by_cells(columns[i], scores[i])
    ]
    said = {i: _roles(columns[i], bare[i] or "") for i in dated}
    other = any(s.get("current", 0.0) >= _LEAST for i, s in enumerate(scores) if i not in dated)
    for i in dated:
        role = next((r for r in _FIXED if said[i].get(r, 0.0) >= _LEAST), None)
        alone = role is not None and sum(said[j].get(role, 0.0) >= _LEAST for j in dated) == 1
        for name in (*_VALUES, "period"):
            scores[i].pop(name, None)
        plain = [name for name, score in said[i].items() if name not in _VALUES and score >= _LEAST]
        if plain:  # `Q3 RAG`, `Lead 2024/25`
            scores[i].update({name: said[i][name] for name in plain})
        elif role is not None and alone:
            scores[i][role] = said[i][role]
        elif len(dated) > 1 or other or role is not None:
            scores[i]["value"] = 0.85 + 0.1 * _numeric(columns[i])
        else:
            scores[i]["current"] = 0.85


def _doubled(scores: Scores) -> None:
    """Of a baseline and a national average, or two targets, one is told as such, the others among the values: they keep
    what their headings name.
    """
    for name in _FIXED:
        same = [i for i, s in enumerate(scores) if s.get(name, 0.0) >= _LEAST and max(s, key=lambda f: s[f]) == name]
        for i in sorted(same, key=lambda i: -scores[i][name])[1:]:
            scores[i] = {"value": scores[i][name]}


def _roles(column: Column, words: str) -> dict[str, float]:
    known = phrases("columns_scorecard")
    return {f: weigh(0.95 * s, fit("scorecard", f, column.looks)) for f, s in likeness(words, known).items()}


def _told_again(columns: Sequence[Column], scores: Scores) -> None:
    """`Q1: Actual, Target, RAG; Q2: Actual, Target, RAG`: what is told for each period is told in values."""
    for name in (*_VALUES, *_REPEATED):
        same = [i for i, s in enumerate(scores) if s.get(name, 0.0) >= _LEAST and max(s, key=lambda f: s[f]) == name]
        periods = {tuple(PERIOD.findall(" ".join(columns[i].path))) for i in same}
        if len(same) < 2 or len(periods) < len(same) or () in periods:
            continue
        if name in _VALUES:
            for i in same:
                scores[i].clear()
                scores[i]["value"] = 0.85 + 0.1 * _numeric(columns[i])
            continue
        filled = [i for i in same if columns[i].looks] or same
        for i in same:
            held = scores[i].pop(name)
            before = _REPEATED[name]
            if i == filled[-1]:
                scores[i][name] = held
            elif before is not None and len(filled) > 1 and i == filled[-2]:
                scores[i][before] = held


def _unnamed(columns: Sequence[Column], scores: Scores) -> None:
    """Where figures and their targets stand beside texts that no heading calls indicators, the first texts are them."""
    figures = [s for c, s in zip(columns, scores, strict=True) if _worded(c) < 0.6]
    held = {name for score in figures for name, value in score.items() if value >= _LEAST}
    named = any(score.get("kpi", 0.0) >= _LEAST for score in scores)
    if named or "target" not in held or not held & {"current", "value"}:
        return
    for column, score in zip(columns, scores, strict=True):
        if _worded(column) >= 0.6 and not set(score) & {"ref", "lead", "section", "comment"}:
            score.clear()
            score["kpi"] = 0.6
            return


def _grouping(columns: Sequence[Column], scores: Scores) -> None:
    """`Category 1` beside two rows of means: a column before the indicators that no heading names, and groups them."""
    kpi = max(range(len(scores)), key=lambda i: scores[i].get("kpi", 0.0), default=0)
    for column, score in zip(columns, scores, strict=True):
        if (
            "section" in score and "lead" in score
        ):  # `Directorate`: whose list it is, or behind the indicators who does it
            score.pop("section" if column.index > kpi and not groups_rows(column) else "lead")
    if not scores or scores[kpi].get("kpi", 0.0) < _LEAST or any(s.get("section", 0.0) >= _LEAST for s in scores[:kpi]):
        return
    for column, score in zip(columns[:kpi], scores[:kpi], strict=True):
        if groups_rows(column) and max((v for f, v in score.items() if f in _SAID), default=0.0) < _LEAST:
            score.clear()
            score["section"] = 0.65
            return


def _worded(column: Column) -> float:
    return _share(column.looks, ("text", "words", "name", "post"))


def _figured(column: Column) -> float:
    """Share of a column's filled cells in which a figure stands: `7 days`, `95%`, and no long text."""
    filled = [c.text for c in column.cells if c.text.strip(" -–—")]
    return sum(len(t) <= _SHORT and any(c.isdigit() for c in t) for t in filled) / max(1, len(filled))


def _numeric(column: Column) -> float:
    return _share(column.looks, ("number", "digit", "amount", "date"))


def _share(looks: Mapping[str, float], kinds: Sequence[str]) -> float:
    return sum(share for kind, share in looks.items() if kind in kinds)

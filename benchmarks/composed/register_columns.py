"""The columns of an invented register: what stands over each, and in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.composed import register_words as words
from benchmarks.composed.paper import bullets, escaped, initials, words_of_day
from benchmarks.composed.register_choices import IN_PARTS, RegisterChoices
from benchmarks.composed.register_risks import EXTRA_HEADINGS, Officer, Risk, Task, stages_of

TABLED = ("columns", "rows", "table below")
"""Forms of actions that have columns of their own."""
ACTION_HEADINGS = ("Action owner", "Due date", "Progress")


@dataclass(frozen=True, slots=True)
class Cell:
    html: str
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """`group` stands over several columns; `kind` says what a form does with it; `cell` gives what a risk has in it."""

    kind: str  # short, long, score or trend
    heading: str
    width: float
    cell: Callable[[Risk], Cell]
    group: str = ""


@dataclass(frozen=True, slots=True)
class TaskColumn:
    heading: str
    width: float
    cell: Callable[[Task], str]


def columns(choices: RegisterChoices) -> list[Column]:
    """All columns but those of actions, in the order of the paper; that of the reference, if there is one, is the first."""
    owner = [_owner(choices)] if choices.owner != "none" else []
    scores = list(_scores(choices))
    late = choices.order == "scores last"
    found = [_plain("short", choices.ref_heading, 1.2, lambda r: r.ref)] if choices.ref != "none" else []
    if choices.category == "column":
        found.append(_plain("short", "Category", 1.8, lambda r: r.category))
    found += owner if choices.order == "owner early" else []
    found += _texts(choices)
    found += [] if late else scores
    if choices.controls != "none":
        found.append(
            Column("long", choices.controls_heading, 4.5, lambda r: Cell(_listed(choices.controls, r.controls)))
        )
    if choices.actions not in ("none", *TABLED):
        found.append(Column("long", choices.actions_heading, 4, lambda r: Cell(_tasks(choices, r.tasks))))
    found += scores if late else []
    if choices.trend != "none":
        shown = words.ARROWS if choices.trend == "arrow" else words.TREND_WORDS
        found.append(_plain("trend", "Trend", 1.4, lambda r: shown[r.trend]))
    found += [] if choices.order == "owner early" else owner
    if choices.extra != "none":
        found.append(_plain("short", EXTRA_HEADINGS[choices.extra], 1.8, lambda r: r.extra))
    return found


def task_columns(choices: RegisterChoices) -> list[TaskColumn]:
    """The columns of actions, in the forms that have some."""
    if choices.actions not in TABLED:
        return []
    owner, due, progress = ACTION_HEADINGS
    found = [
        TaskColumn(choices.actions_heading, 4, lambda t: t.text),
        TaskColumn(owner, 2, lambda t: who(choices, t.owner)),
        TaskColumn(due, 2, lambda t: words_of_day(t.due, choices.due)),
    ]
    return [*found, TaskColumn(progress, 1.8, lambda t: t.progress)] if choices.actions != "columns" else found


def who(choices: RegisterChoices, officer: Officer) -> str:
    """How actions name their owner."""
    return {"post": officer.post, "initials with key": initials(officer.name)}.get(choices.owner, officer.name)


def _plain(kind: str, heading: str, width: float, text: Callable[[Risk], str]) -> Column:
    return Column(kind, heading, width, lambda risk: Cell(escaped(text(risk))))


def _texts(choices: RegisterChoices) -> Iterator[Column]:
    asked = choices.columns
    if asked in ("title, event", "title, cause, impact", "all"):
        yield _plain("title", "Risk title", 2.4, lambda r: r.title)
    if asked in ("title, event", "all"):
        yield _plain("long", "Risk event", 3.5, lambda r: r.event)
    if asked in ("statement", "statement, impact"):
        yield _plain("title", choices.statement_heading, 4, lambda r: r.event)
    if "cause" in asked or asked == "all":
        yield _plain("long", choices.cause_heading, 3, lambda r: r.cause)
    if asked == "cause, event, impact":
        yield _plain("title", choices.statement_heading, 3.5, lambda r: r.event)
    if "impact" in asked or asked == "all":
        yield _plain("long", choices.impact_heading, 3, lambda r: r.impact)


def _owner(choices: RegisterChoices) -> Column:
    def html(risk: Risk) -> str:
        first, second = risk.owners
        return {
            "name": first.name,
            "post": first.post,
            "name and post": f"{first.name}, {first.post}",
            "post and name": f"{first.post}<br>({first.name})",
            "initials with key": initials(first.name),
            "two names": f"{first.name}<br>{second.name}",
        }[choices.owner]

    return Column("short", choices.owner_heading, 2, lambda risk: Cell(html(risk)))


def _scores(choices: RegisterChoices) -> Iterator[Column]:
    """The columns of each stage."""
    likelihood, impact, score = choices.measures.split("|")
    for stage in stages_of(choices):
        named = "" if choices.stages == "unnamed" else str(getattr(choices, stage))
        if choices.score not in IN_PARTS:
            one = _of_stage(named, score) if named else score
            yield Column("score", one, 1.6, _score(choices, stage, choices.score))
            continue
        headings = ("L", "I", score) if choices.groups == "one of letters" else (likelihood, impact, score)
        forms = {"words": ("L word", "I word", "score alone"), "4 - Likely": ("L both", "I both", "score alone")}
        shown = forms.get(choices.score, ("L", "I", "score alone"))
        for heading, form in list(zip(headings, shown, strict=True))[: 2 if choices.score == "no score" else 3]:
            grouped = named and choices.groups == "two levels"
            told = heading if grouped or not named else _of_stage(named, heading)
            width = 1.7 if form.endswith(("word", "both")) else 1.1
            yield Column("score", told, width, _score(choices, stage, form), named if grouped else "")


def _of_stage(stage: str, measure: str) -> str:
    """One heading of a stage and what is measured: `Gross risk` and `Risk score` are `Gross risk score`."""
    measure = measure.removeprefix("Risk ") if stage.endswith("risk") else measure
    return f"{stage} {measure if len(measure) == 1 or measure == 'L x I' else measure[0].lower() + measure[1:]}"


def _score(choices: RegisterChoices, stage: str, form: str) -> Callable[[Risk], Cell]:
    """What the cells of one column of scores hold."""
    whole = form not in ("L", "I", "L word", "I word", "L both", "I both")

    def cell(risk: Risk) -> Cell:
        one, other = risk.scores[stage]
        product = one * other
        text = {
            "L": str(one),
            "I": str(other),
            "L word": words.LIKELIHOODS[one - 1],
            "I word": words.IMPACTS[other - 1],
            "L both": f"{one} - {words.LIKELIHOODS[one - 1]}",
            "I both": f"{other} - {words.IMPACTS[other - 1]}",
            "score alone": str(product),
            "4x3": f"{one}x{other}",
            "4 x 3 = 12": f"{one} x {other} = {product}",
            "L4 x I3 = 12": f"L{one} x I{other} = {product}",
            "12 (L4 x I3)": f"{product} (L{one} x I{other})",
        }[form]
        painted = choices.fill == "all" or (choices.fill == "score" and whole)
        return Cell(text, next(fill for least, fill in words.FILLS if product >= least) if painted else "")

    return cell


def _tasks(choices: RegisterChoices, tasks: Sequence[Task]) -> str:
    if choices.actions != "brackets":
        return _listed(choices.actions, [task.text for task in tasks])
    return bullets(f"{t.text} ({who(choices, t.owner)}, {words_of_day(t.due, choices.due)})" for t in tasks)


def _listed(form: str, texts: Sequence[str]) -> str:
    """Several controls or actions in one cell."""
    if form == "bullets":
        return bullets(texts)
    marks = {"numbered": [f"{n}. " for n in range(1, len(texts) + 1)], "dashes": ["- "] * len(texts)}
    lines = zip(marks.get(form, [""] * len(texts)), texts, strict=True)
    return "".join(f"<p>{mark}{text}</p>" for mark, text in lines)

"""The risks of an invented register, and what should be read of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.composed import register_words as words
from benchmarks.composed.paper import Row, initials, iso, words_of_day
from benchmarks.composed.register_choices import RegisterChoices

EXTRA_HEADINGS = {
    "review": "Last reviewed",
    "appetite": "Risk appetite",
    "gaps": "Gaps in control",
    "assurance": "Assurance",
}
WITH_OWNERS = ("brackets", "columns", "rows", "table below")


@dataclass(frozen=True, slots=True)
class Officer:
    name: str
    post: str


@dataclass(frozen=True, slots=True)
class Task:
    text: str
    owner: Officer
    due: date
    progress: str


@dataclass(frozen=True, slots=True)
class Risk:
    """`scores` has likelihood and impact by stage."""

    ref: str
    title: str
    cause: str
    event: str
    impact: str
    category: str
    scores: dict[str, tuple[int, int]]
    owners: Sequence[Officer]
    controls: Sequence[str]
    tasks: Sequence[Task]
    trend: str
    extra: str


def stages_of(choices: RegisterChoices) -> list[str]:
    return ["current"] if choices.stages == "unnamed" else choices.stages.split()


def make(choices: RegisterChoices, officers: Sequence[Officer], day: date, rng: random.Random) -> list[Risk]:
    """Four to nine risks in three categories."""
    count = rng.randint(4, 9)
    categories = rng.sample(words.CATEGORIES, 3)
    end = "." if choices.stop == "full stop" else ""
    risks = []
    for number, (title, cause, event, impact) in enumerate(rng.sample(words.RISKS, count), start=1):
        gross = rng.randint(3, 5), rng.randint(3, 5)
        current = rng.randint(2, gross[0]), rng.randint(2, gross[1])
        target = rng.randint(1, current[0]), rng.randint(1, current[1])
        risks.append(
            Risk(
                _ref(choices.ref, number),
                title,
                cause + end,
                event + end,
                impact + end,
                categories[(number - 1) * 3 // count],
                {"gross": gross, "current": current, "residual": current, "target": target},
                rng.sample(officers, 2),
                [text + (choices.controls == "lines") * "." for text in rng.sample(words.CONTROLS, rng.randint(2, 4))],
                [
                    Task(
                        text,
                        rng.choice(officers),
                        day + timedelta(days=rng.randint(20, 420)),
                        rng.choice(words.PROGRESS),
                    )
                    for text in rng.sample(words.ACTIONS, 1 if choices.actions == "columns" else rng.randint(1, 3))
                ],
                rng.choice(list(words.ARROWS)),
                _extra(choices.extra, day, rng),
            )
        )
    return risks


def _ref(form: str, number: int) -> str:
    """The reference of a risk in the manner of the first one's; empty where there are none."""
    if form == "1.1":
        return f"{(number - 1) // 4 + 1}.{(number - 1) % 4 + 1}"
    if form == "none":
        return ""
    return f"{form[:-1]}{number}"


def _extra(form: str, day: date, rng: random.Random) -> str:
    if form == "review":
        return words_of_day(day - timedelta(days=rng.randint(5, 80)), "04/03/2024")
    return rng.choice({"appetite": words.APPETITES, "gaps": words.GAPS, "assurance": words.ASSURANCES}.get(form, ("",)))


def gold(choices: RegisterChoices, risks: Sequence[Risk], of_register: Row) -> dict[str, list[Row]]:
    """Rows of each view; `of_register` are the fields that all risks share."""
    rows: dict[str, list[Row]] = {"risks": [{**of_register, **_risk(choices, risk)} for risk in risks]}
    if choices.controls != "none":
        rows["risk_controls"] = [
            {"ref": risk.ref or None, "kind": "key_control", "position": str(n), "text": text}
            for risk in risks
            for n, text in enumerate(risk.controls, start=1)
        ]
    if choices.actions != "none":
        rows["risk_actions"] = [
            {"ref": risk.ref or None, "position": str(n), **_task(choices, task)}
            for risk in risks
            for n, task in enumerate(risk.tasks, start=1)
        ]
    if choices.trend != "none":
        rows["risk_trends"] = [{"ref": risk.ref or None, "trend": risk.trend} for risk in risks]
    if choices.extra != "none":
        heading = EXTRA_HEADINGS[choices.extra]
        rows["risk_fields"] = [{"ref": risk.ref or None, "header": heading, "text": risk.extra} for risk in risks]
    if choices.owner == "initials with key":
        rows["owner_keys"] = [{"initials": initials(o.name), "name": o.name} for o in named(choices, risks)]
    return rows


def named(choices: RegisterChoices, risks: Sequence[Risk]) -> list[Officer]:
    """Whose initials stand in the register, in the order of the alphabet."""
    owners = {risk.owners[0].name: risk.owners[0] for risk in risks}
    tasks = {task.owner.name: task.owner for risk in risks for task in risk.tasks}
    everybody = owners | tasks if choices.actions in WITH_OWNERS else owners
    return [everybody[name] for name in sorted(everybody)]


def _risk(choices: RegisterChoices, risk: Risk) -> Row:
    titled = choices.columns in ("title, event", "title, cause, impact", "all")
    row: Row = {
        "ref": risk.ref or None,
        "title": risk.title if titled else risk.event,
        "description": risk.event if choices.columns in ("title, event", "all") else None,
        "cause": risk.cause if "cause" in choices.columns or choices.columns == "all" else None,
        "impact": risk.impact if "impact" in choices.columns or choices.columns == "all" else None,
    }
    if choices.category != "none":
        row["category"] = risk.category
    first = risk.owners[0]
    if choices.owner != "none":
        several = choices.owner == "two names"
        row["owners"] = None if choices.owner == "post" else "; ".join(o.name for o in risk.owners[: 1 + several])
    if "post" in choices.owner:
        row["owner_posts"] = first.post
    if choices.owner == "initials with key":
        row["owner_initials"] = initials(first.name)
    for stage in ("gross", "current", "residual", "target"):
        row |= _scores(choices, risk, stage)
    return row


def _scores(choices: RegisterChoices, risk: Risk, stage: str) -> Row:
    """The fields of a stage: NULL where the register does not print them."""
    likelihood, impact = risk.scores[stage]
    numbers = choices.score not in ("words", "score alone")
    row: Row = {f"{stage}_likelihood": None, f"{stage}_impact": None, f"{stage}_score": None}
    if choices.score == "words":
        row |= {f"{stage}_likelihood_label": None, f"{stage}_impact_label": None}
    if stage not in stages_of(choices):
        return row
    if numbers:
        row |= {f"{stage}_likelihood": str(likelihood), f"{stage}_impact": str(impact)}
    if choices.score == "words":
        row[f"{stage}_likelihood_label"] = words.LIKELIHOODS[likelihood - 1]
        row[f"{stage}_impact_label"] = words.IMPACTS[impact - 1]
    if choices.score not in ("4x3", "no score"):
        row[f"{stage}_score"] = str(likelihood * impact)
    return row


def _task(choices: RegisterChoices, task: Task) -> Row:
    row: Row = {"description": task.text}
    if choices.actions not in WITH_OWNERS:
        return row
    row |= {"owner_posts": task.owner.post} if choices.owner == "post" else {"owners": task.owner.name}
    if choices.owner == "initials with key":
        row["owner_initials"] = initials(task.owner.name)
    row |= {"target_text": words_of_day(task.due, choices.due), "target_date": iso(task.due, choices.due)}
    if choices.actions in ("rows", "table below"):
        row["status_text"] = task.progress
    return row

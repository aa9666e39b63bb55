"""The families of papers that are composed."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.composed import log_choices, logs, minutes, minutes_choices, register_choices, registers
from benchmarks.composed.axes import Clash, draw
from benchmarks.composed.paper import Paper, Row


@dataclass(frozen=True, slots=True)
class Family:
    """`choices` is the record of its axes, `idle` tells those that a paper does not show, `compose` makes its page and its gold."""

    choices: Callable[..., Any]
    clashes: Sequence[Clash]
    idle: Callable[[Any], set[str]]
    compose: Callable[[Any, random.Random], tuple[str, Mapping[str, Sequence[Row]]]]


FAMILIES: Mapping[str, Family] = {
    "minutes": Family(minutes_choices.MinutesChoices, minutes_choices.CLASHES, minutes_choices.idle, minutes.compose),
    "registers": Family(
        register_choices.RegisterChoices, register_choices.CLASHES, register_choices.idle, registers.compose
    ),
    "logs": Family(log_choices.LogChoices, log_choices.CLASHES, log_choices.idle, logs.compose),
}


def compose(family: str, seed: int, number: int, values: Mapping[str, str]) -> Paper:
    """Paper `number` of a seed; NotToBeHeld where the values held do not go together."""
    kind = FAMILIES[family]
    rng = random.Random(f"{family} {seed} {number}")  # noqa: S311 (papers, no secrets)
    choices = draw(kind.choices, kind.clashes, values, rng)
    shown = {axis: value for axis, value in asdict(choices).items() if axis not in kind.idle(choices)}
    html, gold = kind.compose(choices, rng)
    return Paper(f"{family}-{seed}-{number:03}", shown, html, {view: rows for view, rows in gold.items() if rows})

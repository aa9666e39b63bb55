"""Axes on which papers differ: a record of choices says which values an axis has, and one of each is drawn at random."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, get_args, get_type_hints

Choices = TypeVar("Choices")
Clash = Mapping[str, Sequence[str]]
"""Values of several axes that do not go together: where each axis has one of its own, the choices are drawn again."""
TRIES = 100


class NotToBeHeld(ValueError):
    """An axis or a value that is not there, or values that do not go together; the message says which there are."""


def axes_of(kind: Callable[..., Any]) -> dict[str, tuple[str, ...]]:
    """The values of each axis: those of the Literal that annotates a field of the record."""
    return {name: get_args(hint) for name, hint in get_type_hints(kind).items()}


def held(kind: Callable[..., Any], asked: Sequence[str]) -> dict[str, str]:
    """The values that `axis=value` asks for; NotToBeHeld where a record of this kind has no such axis or value."""
    axes = axes_of(kind)
    values: dict[str, str] = {}
    for one in asked:
        name, _, value = one.partition("=")
        if name not in axes:
            raise NotToBeHeld(f"no axis {name!r}; there are {', '.join(axes)}")
        if value not in axes[name]:
            raise NotToBeHeld(f"no value {value!r} of {name}; there are {', '.join(map(repr, axes[name]))}")
        values[name] = value
    return values


def draw(
    kind: Callable[..., Choices], clashes: Sequence[Clash], values: Mapping[str, str], rng: random.Random
) -> Choices:
    """A record of choices, the values given being held; NotToBeHeld where these never go together.

    Axes are drawn in any order, each among what goes with those drawn before, so that no axis has the say over the others.
    """
    axes = axes_of(kind)
    for _ in range(TRIES):
        drawn = dict(values)
        for name in rng.sample(sorted(axes.keys() - values.keys()), len(axes) - len(values)):
            drawn[name] = rng.choice([v for v in axes[name] if not _clash(clashes, {**drawn, name: v})] or axes[name])
        if not _clash(clashes, drawn):
            return kind(**{name: drawn[name] for name in axes})
    raise NotToBeHeld(f"{', '.join(f'{name}={value}' for name, value in values.items())} do not go together")


def _clash(clashes: Sequence[Clash], drawn: Mapping[str, str]) -> bool:
    """Whether each axis of a clash is drawn, and has one of its values."""
    return any(all(drawn.get(name) in those for name, those in clash.items()) for clash in clashes)

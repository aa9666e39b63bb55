"""Records that are made quickly are the records that `dataclass` makes."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from models.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Bell:
    """A record with fields of every kind."""

    tone: str
    record: int = 3
    missing: Mapping[str, int] = field(default_factory=dict)


def test_fields_are_given_by_place_or_name_or_have_their_defaults() -> None:
    assert Bell("c") == Bell(tone="c", record=3, missing={}) == Bell("c", 3, {})
    assert Bell("c") != Bell("c", 4)
    assert Bell("c").missing is not Bell("c").missing
    with pytest.raises(TypeError):
        Bell()  # type: ignore[call-arg]


def test_a_record_is_of_its_class_and_stays_as_it_is() -> None:
    bell = Bell("c", 2)
    assert type(bell) is Bell
    assert repr(bell) == "Bell(tone='c', record=2, missing={})"
    with pytest.raises(FrozenInstanceError):
        bell.tone = "d"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(bell)) == bell
    assert replace(bell, tone="d") == Bell("d", 2)


def test_what_is_no_plain_record_is_refused() -> None:
    with pytest.raises(TypeError, match="no plain record"):

        @quick
        @dataclass(frozen=True)
        class Open:
            tone: str

    with pytest.raises(TypeError, match="no plain field"):

        @quick
        @dataclass(frozen=True, slots=True)
        class Told:
            tone: str
            high: bool = field(default=False, init=False)

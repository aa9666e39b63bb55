"""Patterns that are compiled where they are first asked for do what others do."""

from __future__ import annotations

import re

import pytest

from models import late

WORDS = r"(?P<word>gravel|sand)\s+pit"
TEXT = "A Gravel pit, and a sand  pit."


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The patterns that are compiled from now on."""
    told: list[str] = []
    compile_ = re.compile

    def tell(pattern: str, flags: int = 0) -> re.Pattern[str]:
        told.append(pattern)
        return compile_(pattern, flags)

    monkeypatch.setattr(re, "compile", tell)
    return told


def test_it_finds_what_a_pattern_finds():
    pattern, plain = late.late(WORDS, re.IGNORECASE), re.compile(WORDS, re.IGNORECASE)
    assert [m.span("word") for m in pattern.finditer(TEXT)] == [m.span("word") for m in plain.finditer(TEXT)] != []
    assert pattern.sub("hole", TEXT) == plain.sub("hole", TEXT)
    assert pattern.match(TEXT, 2) is not None
    assert pattern.fullmatch(TEXT) is None
    assert (pattern.pattern, pattern.flags) == (plain.pattern, plain.flags)


def test_it_is_compiled_once_and_not_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch):
    told = compiled(monkeypatch)
    pattern = late.late(WORDS)
    assert (pattern.pattern, told) == (WORDS, [])
    assert pattern.search(TEXT) is not None
    assert pattern.search("no pit") is None
    assert pattern.match("sand pit") is not None
    assert told == [WORDS]


def test_all_are_compiled_ahead_by_who_has_the_time(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(late, "_all", [])
    patterns = [late.late(rf"{WORDS}{number}") for number in range(40)]
    told = compiled(monkeypatch)
    steps = late.ahead()
    assert (len(steps) > 1, told) == (True, [])
    for step in steps:
        step()
    assert told == [pattern.pattern for pattern in patterns]


def test_a_wrong_pattern_is_told_as_such_when_it_is_asked_for():
    pattern = late.late("(pit")
    with pytest.raises(re.error):
        pattern.search(TEXT)

from __future__ import annotations

import pytest
from rapidfuzz import fuzz

from extract.registers.wording import group_of, take_apart
from extract.wording import LONGEST, head_of, likeness, phrases


@pytest.mark.parametrize("vocabulary", ["columns_register", "columns_scorecard", "columns_deliverables"])
def test_each_phrase_is_found_by_its_own_words_and_with_a_slip(vocabulary: str):
    known = phrases(vocabulary)
    for phrase in known:
        if phrase.words and len(phrase.words) <= LONGEST:
            assert likeness(phrase.printed, known).get(phrase.canonical, 0.0) >= phrase.strength, phrase.printed
    long = max(known, key=lambda p: len(p.plain) if len(p.words) == 1 else 0).printed
    slipped = long[:3] + long[4:]
    assert fuzz.ratio(long, slipped) > 86 and likeness(slipped, known)


def test_a_stage_broken_by_a_narrow_column_and_a_group_are_told():
    assert take_apart("Unmitigate d score").stage == "gross"
    assert take_apart("Harbour score").stage is None
    assert group_of("Actions") == "action"


def test_the_head_of_a_text_is_what_its_first_letters_say():
    assert [head_of(t) for t in ("* Target:", "(Lead)", "—", "Q1 target")] == ["target", "lead", "", "q1"]


def test_a_sign_for_and_is_the_word():
    known = phrases("columns_register")
    assert likeness("Police & Crime Plan priority", known) == likeness("Police and Crime Plan priority", known) != {}
    assert likeness("L & I", known)["both"] == likeness("L&I", known)["both"]

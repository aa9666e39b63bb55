"""Actions whose owner stands behind their sentences, or before a dash, with the date in brackets at their end."""

from __future__ import annotations

import pytest

from extract.meeting.action_parts import dashed_parts


def parts(text: str) -> tuple[str, str, str | None] | None:
    told = dashed_parts(text, 0, len(text))
    if told is None:
        return None
    return text[slice(*told.owner)], text[slice(*told.action)], text[slice(*told.due)] if told.due else None


@pytest.mark.parametrize(
    ("text", "owner", "action", "due"),
    [
        ("To mend the lamps (north). Dr K. Lowe – by 1 May 2019", "Dr K. Lowe", "To mend the lamps (north).", "by 1 May 2019"),
        ("Buy rope. Ms A. Vale and Dr S. Orr – June 2019 meeting", "Ms A. Vale and Dr S. Orr", "Buy rope.", "June 2019 meeting"),
        ("Clerk – Order the lamps (by end September)", "Clerk", "Order the lamps", "by end September"),
        ("Cllrs Lowe and Vale – Meet the pilots (before 11th May 2025)", "Cllrs Lowe and Vale", "Meet the pilots", "before 11th May 2025"),
        ("Clerk – Order lamps (north quay)", "Clerk", "Order lamps (north quay)", None),
    ],
)  # fmt: skip
def test_who_and_when(text: str, owner: str, action: str, due: str | None) -> None:
    assert parts(text) == (owner, action, due)


def test_a_sentence_before_a_date_is_nobody() -> None:
    assert parts("To mend the lamps. The north quay first – by 1 May 2019") is None

"""Items numbered anew under each heading without a number. All invented."""

from __future__ import annotations

from extract.families.minutes import read
from tests.meetings import paper, texts

HEAD = "*Minutes of the Harbour Board\n*3 April 2025\n\nPresent: A Smith (Chair), B Jones\n\n"


def _found(text: str) -> list[tuple[str | None, str | None, str | None]]:
    minutes = texts(list(read(paper(HEAD + text))), "minutes")
    return [(m.get("number"), m.get("heading"), m.get("text")) for m in minutes]


def test_numbers_begin_again_under_each_band() -> None:
    text = """*CALL TO ORDER
Ms Smith opened the meeting at 6 pm.

*PUBLIC COMMENT:* None

*CONSENT ITEMS
All were taken together.

*1. Minutes of March
The minutes stand.

*2. Purchase of Two Pumps
Pumps are bought from Orr Pumps.

*REPORTS

*1. MASTER’S REPORT—(Deputy* Master Penn) No report.

*2. TUGS
Both tugs are afloat.

    *DREDGING
    It goes on.

*ADJOURNMENT
The meeting was adjourned at 7 pm.
"""
    assert _found(text) == [
        (None, "CALL TO ORDER", "Ms Smith opened the meeting at 6 pm."),
        (None, "PUBLIC COMMENT", "None"),
        (None, "CONSENT ITEMS", "All were taken together."),
        ("1", "Minutes of March", "The minutes stand."),
        ("2", "Purchase of Two Pumps", "Pumps are bought from Orr Pumps."),
        ("1", "MASTER’S REPORT—(Deputy Master Penn)", "No report."),
        ("2", "TUGS", "Both tugs are afloat. DREDGING It goes on."),
        (None, "ADJOURNMENT", "The meeting was adjourned at 7 pm."),
    ]


def test_letters_begin_again_under_each_band_in_small_letters() -> None:
    text = """*Old Business

*A. Quay Wall
The wall stands.

*B. Crane
The crane turns.

*New Business

*A. Light
The light is lit.

*B. Bell
The bell rings.
"""
    assert [n for n, _, _ in _found(text)] == ["A", "B", "A", "B"]


def test_numbers_that_run_through_are_no_bands_own() -> None:
    text = """*OPENING

*1. Minutes
The minutes stand.

*2. Declarations
None were made.

*BUSINESS

*3. Light
The light is lit.

*4. Bell
The bell rings.
"""
    assert [n for n, _, _ in _found(text) if n] == ["1", "2", "3", "4"]


def test_lists_of_sentences_under_headings_are_text() -> None:
    text = """*Minutes
These were agreed.

*Pumps
1. The first pump was looked at and was found to be sound.
2. The second pump was looked at and was found to leak.

*Any Other Business
1. The crane was greased last week by the crew of the tug.
2. The bell was rung on Friday, as it is every year.
"""
    assert not any(n for n, _, _ in _found(text))

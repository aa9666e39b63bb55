"""What papers of meetings may claim by the words in a section alone."""

import pytest

from extract.meeting.at_most import agenda_above, minutes_above
from models.section import Section
from tests.registers import paragraph, section, table


def saying(*texts: str) -> Section:
    return section(paragraph("The dredging of the harbour went on in May."), *map(paragraph, texts))


@pytest.mark.parametrize(
    "texts",
    [
        ("Draft minutes of the Harbour Board",),
        ("RESOLVED: That the quay be closed.",),
        ("It was unanimously resolved that the quay be closed.",),
        ("The Board agreed:",),
        ("Agreed – the quay is closed.",),
        ("Decision",),
        ("APPROVED: the plan of works",),
        ("Moved by A Reed", "MOVED by B Holt", "Motion: That the quay be closed"),
        ("Reed moved and Holt seconded", "Holt moved and Rao seconded", "Rao moved and Reed seconded"),
        ("Regular Session Memorandum",),
        ("Cllr Reed moved the first", "Cllr Ann Holt proposed the second", "Mayor Rao moved the third"),
        ("The decisions were taken by the Board at its meeting on 3 May.",),
    ],
)
def test_a_word_of_minutes_keeps_them_in_question(texts):
    assert minutes_above(saying(*texts), 0.85)


@pytest.mark.parametrize(
    "text",
    [
        "This denotes that works moved on, as the Board agreed in March.",
        "Resolution of complaints takes a week, the decision on each a day.",
        "The works moved on. They moved again. They moved once more, as was proposed.",
    ],
)
def test_what_reports_say_too_is_no_word_of_minutes(text):
    assert not minutes_above(saying(text), 0.85)
    assert minutes_above(saying(text), 0.5)  # lists of people, usual items and actions would be enough


def test_when_a_meeting_ended_is_looked_for_at_the_end():
    told = "The meeting ended at 7.30 pm."
    assert minutes_above(saying(told), 0.7)
    assert not minutes_above(saying(told, *["The works went on."] * 80), 0.7)


@pytest.mark.parametrize("text", ["AGENDA", "Business", "Part 1: open to the public", "Order of the day"])
def test_a_heading_of_agendas_keeps_them_in_question(text):
    assert agenda_above(saying(text), 0.85)
    assert agenda_above(section(paragraph("The harbour"), table([[text, "Page"], ["The quay", "3"]])), 0.85)


def test_a_call_to_a_meeting_may_be_an_agenda_of_no_such_name():
    called = saying("You are hereby summoned to a meeting")
    assert agenda_above(called, 0.75)
    assert not agenda_above(called, 0.85)
    assert not agenda_above(saying("The works went on."), 0.65)

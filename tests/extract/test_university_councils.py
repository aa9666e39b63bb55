"""Minutes of councils of universities: numbered paragraphs that resolve, codes behind the names of members. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import read
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import piece_of_paragraph
from extract.meeting.resolved_marks import mark_at
from normalise.people import clean_name
from tests.meetings import paper, paragraphs, texts

COUNCIL = """*University Council

Minutes of the meeting held on 4 May 2021 at 9.15 am via Microsoft Teams.

*Membership:

Ida Penn (Chair)

Dr Tom Orr     A

Sue Lake

The Rt Revd Abe Wren

Flo Reed    A

*Board Apprentices:

Gus Holt

*In attendance:

Prof Ann Dale Deputy Vice-Chancellor and Provost

Dr Ben Marsh (Minutes), Assistant Secretary to Council

*C.21.58          Prayer

                 The Rt Revd Abe Wren opened the meeting with a prayer.

*C.21.59          Chair’s Business

C.21.59.1        Received: a report on the pier.

C.21.59.2        Resolved: that the seal be affixed to the lease of the pier.

*C.21.60          Any Other Business

                 There was none.
"""


def test_numbered_paragraphs_resolve_and_keep_their_numbers() -> None:
    records = list(read(paper(COUNCIL)))
    assert [r["text"] for r in texts(records, "resolutions")] == ["that the seal be affixed to the lease of the pier."]
    minutes = {m["number"]: m["text"] for m in texts(records, "minutes")}
    assert minutes["C.21.59"] == "C.21.59.1 Received: a report on the pier. C.21.59.2"


def test_codes_behind_names_tell_who_was_away_and_a_bold_line_what_those_below_are() -> None:
    records = [r for r in read(paper(COUNCIL)) if r.view == "attendance"]
    people = [
        (r.fields["person"].text, r.fields["status"].note, r.fields["role"].text if "role" in r.fields else None)
        for r in records
    ]
    assert people == [
        ("Ida Penn", "present", "Chair"),
        ("Dr Tom Orr", "apologies", None),
        ("Sue Lake", "present", None),
        ("The Rt Revd Abe Wren", "present", None),
        ("Flo Reed", "apologies", None),
        ("Gus Holt", "present", "Board Apprentice"),
        ("Prof Ann Dale", "in_attendance", "Deputy Vice-Chancellor and Provost"),
        ("Dr Ben Marsh", "in_attendance", "Assistant Secretary to Council"),
    ]
    assert clean_name("The Rt Revd Abe Wren") == "Abe Wren"


def test_a_service_is_the_place_behind_the_time() -> None:
    (meeting,) = texts(list(read(paper(COUNCIL))), "meetings")
    assert meeting["venue"] == "Microsoft Teams"


@pytest.mark.parametrize("text", ["C.21.59.2 Matters resolved last year", "2.1 The quay was resolved upon"])
def test_a_number_before_other_words_marks_nothing(text: str) -> None:
    (paragraph,) = paragraphs(text)
    assert mark_at(piece_of_paragraph(paragraph)) is None


def test_who_is_chair_in_brackets_stays_the_chair() -> None:
    text = "Ida Penn (Chair), Chief Executive of the Port"
    person = persons_of_line(text)
    assert person is not None
    assert person.role is not None
    assert person.role.of(text).startswith("Chair")


def test_an_assistant_before_a_name_begins_no_post_behind_one() -> None:
    text = "Office Assistant-Intern Ida Penn"
    person = persons_of_line(text)
    assert person is not None
    assert person.name.of(text) == "Ida Penn"

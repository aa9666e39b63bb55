"""Motions below a line of who moved and who seconded, and lists of people that a sentence announces. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import claim, read
from extract.meeting.movers import movers_in
from tests.meetings import paper, texts

DISTRICT = """*HARBOUR DISTRICT BOARD

Minutes of the meeting of the Board of Directors of the Pier Hill Harbour District held on
Wednesday, May 5, 2021 at the district offices located at 4 Quay Street, Pier Hill

A quorum having been confirmed, the Chair called the meeting to order at 12:31 p.m. with the
following members physically in attendance or participating electronically:

                                   *MINUTES

    Chair:          I. Penn          Village of Lazy Bay
    Directors:      T. Orr           North Bay-Inner Islands (Electoral Area
                                     C)
                    S. Lake          City of Pier Hill
    Alt.            F. Reed          City of Pier Hill
    Directors:

*ADOPTION OF AGENDA
*Orr/Lake: PHHD 41/21
    THAT the agenda be adopted as presented. [Item]
                                                                       *CARRIED

*NOTICES OF MOTION
*Lake/Reed: PHHD 42/21
    THAT the ferry be painted green.
                                                                       *DEFEATED

*TERMINATION
*Reed/Orr: PHHD 43/21
    THAT there being no further business the meeting be terminated.
                                                                       *CARRIED
    Time: 2:41 p.m.
"""


def test_a_line_of_two_names_and_a_number_moves_what_stands_below_it() -> None:
    section = paper(DISTRICT)
    assert claim(section).score > 0.55
    records = list(read(section))
    assert [(v["motion"].split()[1], v["proposer"], v["seconder"]) for v in texts(records, "votes")] == [
        ("the", "Orr", "Lake"),
        ("the", "Lake", "Reed"),
        ("there", "Reed", "Orr"),
    ]
    assert len(texts(records, "resolutions")) == 2
    assert texts(records, "minutes")[0]["heading"] == "ADOPTION OF AGENDA"


def test_a_sentence_announces_a_list_whose_posts_and_places_run_over_their_lines() -> None:
    records = list(read(paper(DISTRICT)))
    assert [(a["person"], a["role"], a["affiliation"]) for a in texts(records, "attendance")] == [
        ("I. Penn", "Chair", "Village of Lazy Bay"),
        ("T. Orr", "Director", "North Bay-Inner Islands (Electoral Area C)"),
        ("S. Lake", "Director", "City of Pier Hill"),
        ("F. Reed", "Alt. Director", "City of Pier Hill"),
    ]
    (meeting,) = texts(records, "meetings")
    assert (meeting["start_time"], meeting["end_time"]) == ("12:31 p.m.", "2:41 p.m.")


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("Orr-Bell/Lake   Carried", [("Orr-Bell", "Lake")]),
        ("Orr/Lake Lost", [("Orr", "Lake")]),
        ("Orr/Lake: AB 12/21", [("Orr", "Lake")]),
        ("Water/Sewer 2021", []),
        ("Water/Sewer", []),
    ],
)
def test_two_names_alone_with_a_number_or_a_result_are_movers(line: str, pairs: list[tuple[str, str]]) -> None:
    found = [(line[slice(*m.proposer)], line[slice(*m.seconder)]) for m in movers_in(line) if m.seconder]
    assert found == pairs

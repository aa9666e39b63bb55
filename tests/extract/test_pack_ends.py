"""Minutes bound behind minutes: where one meeting has ended and a masthead calls the page minutes, a paper begins. All invented."""

from __future__ import annotations

import pytest

from extract.families.minutes import claim
from extract.pack_labels import ENDED, behind_the_end
from tests.meetings import paper, paragraphs

MASTHEAD = "*PORT OF GREY SANDS\n*COMMISSION REGULAR MEETING\n*MINUTES\n\nAll came.\n"


@pytest.mark.parametrize(
    ("last", "head", "points"),
    [
        ("Meeting ended 3.10pm", MASTHEAD, ENDED),
        ("The meeting closed at 7 pm.", "*Draft minutes of the meeting held on 3 May\n", ENDED),
        ("The meeting closed at 7 pm.", "*Appendix A\n\nThe plan of the pier.\n", 0.0),
        ("The pier was mended.", MASTHEAD, 0.0),
    ],
)
def test_a_page_behind_the_end_of_a_meeting(last: str, head: str, points: float) -> None:
    assert behind_the_end(paragraphs(f"*9. Close\n\n{last}\n"), paragraphs(head)) == points


def test_usual_titles_at_the_head_of_paragraphs_speak_for_minutes() -> None:
    text = "*Board of Appeals\n\nMinutes of July 8, 2025\n\n{}\n\n2. {}D. Ruiz spoke.\n\n3. {}All left.\n"
    plain = claim(paper(text.format("D. Ruiz came.", "", ""))).score
    titled = claim(paper(text.format("D. Ruiz came.", "Approval of Minutes. ", "Adjournment. "))).score
    assert titled > plain

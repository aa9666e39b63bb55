"""What stands before the text of a report: a title that goes on in smaller type, and a list of contents."""

from __future__ import annotations

import pytest

from extract.document import extract_pages
from models.record import Printed
from tests.pages import Text, set_page

PROSE = "The piers were painted in May and the cranes were oiled in June, as the board had asked the harbour master."


def records(*cover: Text, view: str) -> list[Printed]:
    texts = [
        Text(60, 60, "Purpose of this report", 14, bold=True),
        *[Text(60, 90 + 14 * n, f"{PROSE[: 90 - n]}") for n in range(3)],
        Text(60, 150, "Background", 14, bold=True),
        *[Text(60, 180 + 14 * n, f"{PROSE[: 90 - n]}") for n in range(3)],
    ]
    first = [*cover, Text(60, 300, "Report author: Ann Lee, Clerk"), Text(60, 330, "Date of meeting: 6 March 2031")]
    found = extract_pages([set_page(*first), set_page(*texts, number=2)])
    return [r for r in found.printed if r.view == view]


def title(*cover: Text) -> str:
    (report,) = records(*cover, view="reports")
    return report.fields["title"].text


@pytest.mark.parametrize("first", ["Harbour Plan 2031 to 2035:", "Harbour Plan –"])
def test_a_title_that_ends_open_goes_on_in_smaller_type(first: str) -> None:
    cover = (Text(60, 60, first, 26, bold=True), Text(60, 92, "Progress of the second quarter", 20, bold=True))
    assert title(*cover, Text(60, 130, "Spring 2031", 12)) == f"{first} Progress of the second quarter"


@pytest.mark.parametrize(
    ("first", "second", "beside", "size"),
    [
        ("Harbour Plan 2031", "Progress of the second quarter", 60, 20),  # it has ended
        ("Harbour Plan 2031:", "Progress of the second quarter", 60, 12),  # much smaller
        ("Harbour Plan 2031:", "Progress of the second quarter", 200, 20),  # in a place of its own
        ("Harbour Report to:", "Piers and quays", 60, 20),  # whom it is for
    ],
)
def test_other_lines_below_a_title_are_none_of_it(first: str, second: str, beside: float, size: float) -> None:
    cover = (Text(60, 60, first, 26, bold=True), Text(beside, 92, second, size, bold=True))
    assert second not in title(*cover)


def test_a_heading_with_text_below_it_is_none_of_the_title_either() -> None:
    cover = (
        Text(60, 60, "Harbour Plan 2031:", 26, bold=True),
        Text(60, 92, "What we did", 20, bold=True),
        *[Text(60, 120 + 14 * n, f"{PROSE[: 100 - n]}") for n in range(3)],
    )
    assert title(*cover) == "Harbour Plan 2031:"


def test_a_list_of_contents_is_no_text_of_the_report() -> None:
    contents = ["Purpose of this report", "Background"]
    lines = [Text(60, 120 + 30 * n, f"{name}{'.' * 40}{n + 2}") for n, name in enumerate(contents)]
    lines.append(Text(60, 180, "What comes next . . . . . . . . . . . 7"))
    cover = (Text(60, 60, "Harbour Plan 2031", 26, bold=True), Text(60, 100, "Contents", 14, bold=True), *lines)
    found = [r.fields["text"].text for r in records(*cover, view="report_paragraphs")]
    assert len(found) == 2 and not any("...." in text or ". . ." in text for text in found)

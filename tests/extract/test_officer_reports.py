"""Reports of officers to a council: lettered recommendations under a lead sentence, tabs on the side of the page, dates over it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.document import extract_pages
from extract.furniture import find_furniture
from models.page import Font, Page, Word
from models.record import Printed
from tests.pages import Text, set_page

PROSE = (
    "The ferry slip has sunk by a hand since the spring, and boats of the harbour company no longer land there at low water.",
    "Staff have asked two builders what it would cost to raise it, and both would begin before the storms of the autumn.",
)


def page(
    *over: Text, lead: str = "That the Council:", bold: bool = False, heading: str = "Recommendation", number: int = 1
) -> Page:
    texts = [Text(54, 70, "Raising of the Ferry Slip", 18, bold=True), *over]
    texts += [Text(54, 190, heading, 13, bold=True), Text(54, 214, lead, bold=bold)]
    for n, (mark, text) in enumerate(
        (("a.", "receives the report"), ("b.", "has the slip raised; and"), ("c.", "asks for a note in May."))
    ):
        texts += [Text(54, 234 + 18 * n, mark), Text(80, 234 + 18 * n, text)]
    texts += [Text(54, 310, "Background", 13, bold=True)]
    for n, text in enumerate(PROSE):
        words = text.split()
        texts += [Text(54, 334 + 44 * n, " ".join(words[:14])), Text(54, 348 + 44 * n, " ".join(words[14:]))]
    return set_page(*texts, number=number)


def report(*pages: Page) -> tuple[Printed, list[tuple[str, ...]]]:
    printed = extract_pages(pages).printed
    (front,) = [r for r in printed if r.view == "reports"]
    names = ("heading", "number", "text")
    return front, [
        tuple(r.fields[n].text if n in r.fields else "" for n in names)
        for r in printed
        if r.view == "report_paragraphs"
    ]


@pytest.mark.parametrize("heading", ["Recommendation/s", "Staff recommendation", "RECOMMENDATION:"])
@pytest.mark.parametrize(
    ("lead", "bold"),
    [("That the Council:", False), ("THAT Council:", True), ("It is recommended that the Council:", True)],
)
def test_lettered_recommendations_stand_under_their_heading_behind_the_lead(
    heading: str, lead: str, bold: bool
) -> None:
    _, paragraphs = report(page(lead=lead, bold=bold, heading=heading))
    assert paragraphs[:4] == [
        (heading, "", lead),
        (heading, "a", "receives the report"),
        (heading, "b", "has the slip raised; and"),
        (heading, "c", "asks for a note in May."),
    ]
    assert [p[0] for p in paragraphs[4:]] == ["Background"] * 2


def test_labels_beside_each_other_end_where_the_next_bold_one_begins() -> None:
    labels = [Text(54, 110, "TO:", bold=True), Text(120, 110, "Mayor and Council"), Text(270, 110, "DATE:", bold=True)]
    labels += [
        Text(320, 110, "March 12, 2031"),
        Text(54, 130, "FROM:", bold=True),
        Text(120, 130, "Ilse Kerr, Harbour Master"),
    ]
    labels += [Text(270, 130, "FILE:", bold=True), Text(320, 130, "6120-20")]
    front, _ = report(page(Text(54, 40, "Village of Ferry Point", 14, bold=True), *labels))
    told = {name: field.text for name, field in front.fields.items()}
    assert told["meeting_date"] == "March 12, 2031"
    assert told["authors"] == "Ilse Kerr, Harbour Master"
    assert told["organisation"] == "Village of Ferry Point"


def with_tab(one: Page, words: str, x: float = 565.0) -> Page:
    top, found = 200.0, list(one.words)
    for text in words.split():
        end = top + 6.0 * len(text)
        found.append(
            Word(text, x, top, x + 12, end, one.number, len(found), Font("Sans-Bold", 12.0, bold=True), turned=90)
        )
        top = end + 3
    return replace(one, words=tuple(found))


@pytest.mark.parametrize("x", [565.0, 12.0])
@pytest.mark.parametrize("words", ["Item 14", "Attachment 1"])
def test_a_tab_on_the_side_of_a_page_is_no_heading(words: str, x: float) -> None:
    own = with_tab(page(), words, x)
    _, paragraphs = report(own)
    assert {p[0] for p in paragraphs} == {"Recommendation", "Background"}
    assert find_furniture([own])[1].texts == (words,)


def test_other_words_on_their_side_are_text() -> None:
    assert not find_furniture([with_tab(page(), "Boats landed in May")])[1].words
    assert not find_furniture([with_tab(page(), "Item 14", 300.0)])[1].words


def test_the_running_header_dates_the_meeting() -> None:
    heads = (Text(54, 30, "COUNCIL MEETING AGENDA", 9), Text(460, 30, "12 March 2031", 9))
    more = [
        set_page(*heads, *(Text(54, 80 + 40 * n, text[:80]) for n, text in enumerate(PROSE)), number=m) for m in (2, 3)
    ]
    front, _ = report(page(*heads), *more)
    assert front.fields["meeting_date"].text == "12 March 2031"

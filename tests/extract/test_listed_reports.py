"""A pack whose agenda says where its reports begin, behind a page for visitors; the report under a timetable of meetings. All invented."""

from __future__ import annotations

from extract.document import extract_pages
from extract.pack_labels import listed_pages
from models.page import Page
from tests.meetings import paragraphs
from tests.pages import Text, set_page

PROSE = "Boats of the harbour may be hired by those who live here, and the berths are let by the year to them."


def bold(x: float, y: float, text: str) -> Text:
    return Text(x, y, text, 11, bold=True)


def summons() -> Page:
    return set_page(
        bold(54, 80, "MEETING OF THE PIERS AND BEACHES SCRUTINY COMMISSION"),
        bold(54, 120, "DATE:"),
        bold(120, 120, "THURSDAY, 6 MARCH 2031"),
        bold(54, 140, "TIME:"),
        bold(120, 140, "5:30 pm"),
        bold(54, 160, "PLACE:"),
        bold(120, 160, "Net Loft, First Floor, Custom House, 9 Quay Street,"),
        bold(120, 174, "Northby, NB1 4QQ"),
        Text(54, 220, "Members are invited to the meeting above, at which the business overleaf is taken."),
        number=1,
    )


def visitors() -> Page:
    texts = [bold(54, 60, "Information for visitors")]
    for n in range(14):
        texts += [bold(54, 85 + 48 * n, f"Of the house, {'abcdefghijklmn'[n]}"), Text(54, 101 + 48 * n, PROSE)]
        texts.append(Text(54, 115 + 48 * n, "Whoever wants to hear more may ask the clerk."))
    return set_page(*texts, number=2)


def agenda() -> Page:
    items = (
        ("1.", ("APOLOGIES FOR ABSENCE",), ()),
        ("2.", ("DECLARATIONS OF INTEREST",), ()),
        ("3.", ("HIRE OF BOATS - REVIEW OF THE", "SOUTH BEACH AND ITS", "SLIPWAY"), ("Appendix A", "(Pages 7 - 9)")),
        ("4.", ("ANY OTHER URGENT BUSINESS",), ()),
    )
    texts = [bold(250, 60, "PUBLIC SESSION"), bold(275, 84, "AGENDA")]
    top = 120.0
    for number, titles, beside in items:
        texts.append(bold(54, top, number))
        texts += [bold(82, top + 13 * n, line) for n, line in enumerate(titles)]
        texts += [bold(420, top + 13 * n, line) for n, line in enumerate(beside)]
        texts.append(Text(84, top + 20 + 13 * len(titles), "The clerk is to say what has come of it since May."))
        top += 70
    return set_page(*texts, number=3)


def report() -> list[Page]:
    texts = [
        bold(480, 50, "Appendix A"),
        bold(54, 80, "Northby Town Council"),
        bold(54, 105, "TIMETABLE OF MEETINGS:"),
        bold(54, 119, "Piers and Beaches Scrutiny Commission"),
        bold(460, 119, "6th March 2031"),
        bold(54, 170, "HIRE OF BOATS - REVIEW OF THE SOUTH BEACH AND ITS SLIPWAY"),
        bold(54, 205, "Report of the Director of Quays"),
    ]
    top = 240.0
    for n, heading in enumerate(("Purpose of Report", "Summary", "Recommendations"), start=1):
        texts += [bold(54, top, f"{n}."), bold(82, top, heading)]
        texts += [Text(54, top + 22, f"{n}.1"), Text(82, top + 22, PROSE)]
        top += 56
    first = set_page(*texts, Text(290, 800, "Page 7"), number=4)
    texts = [bold(54, 60, "4."), bold(82, 60, "Legal Implications"), Text(82, 82, PROSE)]
    texts.append(Text(82, 122, "Ada Finch, Head of Law, ext. 37 1401"))
    texts += [bold(54, 160, "5."), bold(82, 160, "BACKGROUND PAPERS – LOCAL GOVERNMENT ACT 1972")]
    texts += [Text(82, 182, "The South Beach Order of 2029, as it was made by the council on the first of May.")]
    return [first, set_page(*texts, Text(290, 800, "Page 8"), number=5)]


def test_a_report_begins_on_the_page_that_the_agenda_names() -> None:
    printed = extract_pages([summons(), visitors(), agenda(), *report()]).printed
    read = {
        view: [{k: f.text for k, f in r.fields.items()} for r in printed if r.view == view]
        for view in ("meetings", "agenda_items", "reports", "report_paragraphs")
    }
    (meeting,) = read["meetings"]
    assert meeting["venue"] == "Net Loft, First Floor, Custom House, 9 Quay Street, Northby, NB1 4QQ"
    assert [i["number"].strip(".") for i in read["agenda_items"]] == ["1", "2", "3", "4"]
    listed = read["agenda_items"][2]
    assert listed["title"] == "HIRE OF BOATS - REVIEW OF THE SOUTH BEACH AND ITS SLIPWAY"
    assert listed["text"] == "The clerk is to say what has come of it since May."
    (front,) = read["reports"]
    assert front["title"] == "HIRE OF BOATS - REVIEW OF THE SOUTH BEACH AND ITS SLIPWAY"
    assert front["meeting_date"] == "6th March 2031"
    assert [p["text"] for p in read["report_paragraphs"]] == [PROSE] * 4


def test_pages_that_an_agenda_lists() -> None:
    assert listed_pages(paragraphs("3. Ferry fares (Pages 9 - 11)\n\n4. Nets   (Page 12)\n\nSee pages 2 - 3\n")) == {
        9,
        12,
    }

"""Forms ruled between their rows alone, cut by the end of a page: a label in bold, and what it says further in. All invented."""

from __future__ import annotations

from extract.document import extract_pages
from extract.table import read_tables
from tests.extract.sheet import BOLD, PLAIN, Sheet, texts

WHOLE = (
    ("Decision Ref:", "2031/9"),
    ("Issue:", "Repair of the east wall"),
    ("Decision:", "I have agreed that the wall is repaired."),
    ("Date of Decision:", "3rd May 2031"),
    ("Decision Maker:", "Harbour master"),
)


def form(sheet: Sheet, top: float, rows: tuple[tuple[str, str], ...]) -> float:
    for label, text in rows:
        sheet.box(47, top, 549, top + 22)
        sheet.write(52, top + 6, label, BOLD)
        sheet.write(180, top + 6, text, PLAIN)
        top += 22
    return top


def pages() -> list[Sheet]:
    first, second = Sheet(1), Sheet(2)
    first.write(47, 60, "Decisions", BOLD)
    top = form(first, 600, WHOLE)
    form(first, top + 14, (("Decision Ref:", "2031/8"), ("Issue:", "Hire of nets"), ("Decision:", "I approve:")))
    sheet = form(second, 40, (("", "a) the hire of nets by the day."), ("Date of Decision:", "2nd May 2031")))
    form(second, sheet, (("Decision Maker:", "Harbour master"),))
    return [first, second]


def test_labels_and_texts_are_two_columns_over_the_end_of_a_page() -> None:
    whole, cut = read_tables([sheet.page for sheet in pages()])
    assert texts(whole) == [list(row) for row in WHOLE]
    assert texts(cut)[:3] == [["Decision Ref:", "2031/8"], ["Issue:", "Hire of nets"], ["Decision:", "I approve:"]]
    assert texts(cut)[-2:] == [["Date of Decision:", "2nd May 2031"], ["Decision Maker:", "Harbour master"]]


def test_such_forms_are_decisions_each_of_an_issue() -> None:
    found = [r for r in extract_pages([sheet.page for sheet in pages()]).printed if r.view == "decisions"]
    assert [r.fields["ref"].text for r in found] == ["2031/9", "2031/8"]
    assert [r.fields["title"].text for r in found] == ["Repair of the east wall", "Hire of nets"]
    assert found[1].fields["text"].text == "I approve: a) the hire of nets by the day."


def test_boxes_with_prose_across_are_left_as_they_are() -> None:
    sheet = Sheet()
    form(sheet, 100, WHOLE)
    sheet.box(47, 210, 549, 232)
    sheet.write(52, 216, "Whoever reads this far may tell the harbour master what they think of it", PLAIN)
    assert all(
        len(row) < 2 or "harbour master what" not in row[1] for t in read_tables([sheet.page]) for row in texts(t)
    )

"""What a document as a whole says of its years, and the periods that are dated by it."""

from __future__ import annotations

from models.record import Field, Printed
from normalise.document import normalise_document
from normalise.periods import find_periods
from normalise.years_told import plain_quarters_told, year_of_work


def kpi(note: str) -> Printed:
    return Printed("kpis", {"kpi": Field("Moorings let"), "current_text": Field("12", note=note)})


def due(*texts: str) -> list[Printed]:
    return [Printed("deliverables", {"deliverable": Field("Dredge"), "timescale": Field(t)}) for t in texts]


def days(printed: list[Printed]) -> list[object]:
    found = (r for r in normalise_document(printed).records if r.view == "kpi_values")
    return [[r.values[n].value if n in r.values else None for n in ("period_start", "period_end")] for r in found]


def test_quarters_in_words_are_periods():
    found = list(
        find_periods("It fell in the third quarter of 2031, as in the 1st quarter 2030/31 and the next quarter.")
    )
    assert [(p.text, p.start, p.end) for p in found] == [
        ("third quarter of 2031", None, None),
        ("1st quarter 2030/31", "2030-04-01", "2030-06-30"),
    ]


def test_a_quarter_of_a_plain_year_is_dated_where_the_document_prints_its_months():
    said = Printed("report_paragraphs", {"text": Field("Boats in the third quarter of 2031 (1 July to 30 September).")})
    assert days([kpi("Q3 2031")]) == [[None, None]]
    assert days([said, kpi("Q3 2031")]) == [["2031-07-01", "2031-09-30"]]
    other = "the third quarter of 2031 (October to December)"
    assert not plain_quarters_told([other]) and not plain_quarters_told([other, said.fields["text"].text])


def test_deadlines_at_the_end_of_june_end_the_year_of_a_program():
    program = due(*["30 June 2031"] * 5, "31 March 2031", "30 September 2031")
    assert days([*program, kpi("2030–31")]) == [["2030-07-01", "2031-06-30"]]
    assert days([*due(*["30 June 2031"] * 4), kpi("2030–31")]) == [["2030-04-01", "2031-03-31"]]
    assert year_of_work(due(*["30 June 2031"] * 5, *["31 March 2031"] * 2)) is None

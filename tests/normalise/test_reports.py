from __future__ import annotations

import pytest

from models.page import Font, Word
from models.record import Field, Printed, Record
from normalise.document import normalise_document
from normalise.parts import part_of, without_marks
from normalise.reports import people_or_post


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Deputy Chief Constable Rosa Quill & Ned Oakes", "Rosa Quill; Ned Oakes"),
        ("T/ACC Rosa Quill", "Rosa Quill"),
        ("Chief Executive, Rosa Quill", "Rosa Quill"),
        ("Rosa Quill (Head of Boats)", "Rosa Quill"),
        ("Panel Lead Officer", "Panel Lead Officer"),
        ("Rosa Quill, Ned Oakes", "Rosa Quill; Ned Oakes"),
    ],
)
def test_authors(text: str, people: str):
    assert people_or_post(text)[0] == people


def test_authors_on_lines_of_their_own_are_told_apart_by_these():
    first, second = "Rosa Quill, Boats Manager", "Ned Oakes, Harbour Officer"
    assert people_or_post(f"{first} {second}", (len(first) + 1,))[0] == "Rosa Quill; Ned Oakes"
    wrapped = "Rosa Quill, Manager of Boats", "and Landings"
    assert people_or_post(" ".join(wrapped), (len(wrapped[0]) + 1,))[0] == "Rosa Quill"


def test_a_report_has_its_date_as_iso():
    fields = {
        "title": Field("Boats"),
        "meeting_date": Field("Tuesday, 21st December 2021"),
        "authors": Field("Rosa Quill"),
    }
    (record,) = normalise_document([Printed("reports", fields)]).records
    assert {n: v.value for n, v in record.values.items()} == {
        "title": "Boats", "meeting_date": "2021-12-21", "authors": "Rosa Quill",
    }  # fmt: skip


def cells(rows: list[list[str]], headers: list[str], start: int = 2, caption: str | None = None) -> list[Printed]:
    made = []
    for row, texts in enumerate(rows, start=start):
        for column, text in enumerate(texts, start=1):
            facts = {
                "table_no": 1,
                "row_no": row,
                "column_no": column,
                "header": headers[column - 1] or None,
                "caption": caption,
            }
            made.append(Printed("table_cells", {"text": Field(text)}, facts=facts))
    return made


def values(records: tuple[Record, ...]) -> list[tuple[object, object]]:
    return [
        (r.values["value"].value, r.values["unit"].value if "unit" in r.values else None)
        for r in records
        if "value" in r.values
    ]


@pytest.mark.parametrize(
    ("text", "header", "value", "unit"),
    [
        ("1,658", "Boats", 1658, "count"),
        ("(0.4)", "£m > Variance", -0.4, "£m"),
        ("-0.0", "£m > Variance", 0, "£m"),
        ("-2 %", "Milestone", -2, "%"),
        ("£44,305.06", "", 44305.06, "GBP"),
        ("2 mins 19 secs", "", 139, "s"),
        ("3.13", "", 3.13, None),
        ("35.74%", "", 35.74, "%"),
        ("376", "Variance £000", 376, "£000"),
    ],
)
def test_values_of_cells(text: str, header: str, value: float, unit: str | None):
    assert values(normalise_document(cells([[text]], [header])).records) == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("-", "Target"),
        ("n/a", "Target"),
        ("12", "Ref"),
        ("2021/22", ""),
        ("May 2024", "Date"),
        ("12 boats", "Boats"),
        ("Met", ""),
    ],
)
def test_cells_without_value(text: str, header: str):
    assert values(normalise_document(cells([[text]], [header])).records) == []


def test_a_figure_like_a_year_is_one_where_its_column_holds_figures():
    rows = [["Gulls", "1998"], ["Terns", "312"], ["Eiders", "4,120"], ["Rooks", "87"]]
    assert (1998, "count") in values(normalise_document(cells(rows, ["Bird", "Seen"])).records)
    rows = [["First", "1998"], ["Second", "2003"], ["Third", "2011"]]
    assert values(normalise_document(cells(rows, ["Ferry", "Built"])).records) == []


BUDGET = [["Pay", "30,120", "30,455"], ["Quays", "2,210", "2,180"], ["Buoys", "5,640", "5,702"]]


@pytest.mark.parametrize(("last", "findings"), [("38,337", []), ("38,733", ["total does not add up"])])
def test_totals(last: str, findings: list[str]):
    rows = [*BUDGET, ["Total", "37,970", last]]
    done = normalise_document(cells(rows, ["", "Budget £000", "Actual £000"]))
    assert [f.rule for f in done.findings] == findings


def test_a_total_of_subtotals_adds_up():
    rows = [["Pay", "10", "11"], ["Quays", "20", "19"], ["Sub-total", "30", "30"], ["Buoys", "5", "6"], ["Lamps", "6", "6"],
            ["Sub-total", "11", "12"], ["Total", "41", "42"]]  # fmt: skip
    assert normalise_document(cells(rows, ["", "Budget", "Actual"])).findings == ()


def words(*texts: str, raised: tuple[int, ...] = ()) -> tuple[Word, ...]:
    font = Font("Sans", 9.0)
    return tuple(
        Word(t, 10.0 * i, 0, 10.0 * i + 9, 9, 1, i, font, superscript=i in raised) for i, t in enumerate(texts)
    )


def test_a_footnote_mark_is_dropped_from_a_number():
    assert without_marks(Field("581", words("58", "1", raised=(1,)))).text == "58"
    assert without_marks(Field("38¹", words("38¹"))).text == "38"
    assert without_marks(Field("Note 1", words("Note", "1"))).text == "Note 1"


def test_a_part_of_a_field_has_its_own_words():
    whole = Field("12 boats sank; 4 were raised", words("12", "boats", "sank;", "4", "were", "raised"))
    part = part_of(whole, 15, 28)
    assert part.text == "4 were raised"
    assert [w.text for w in part.words] == ["4", "were", "raised"]


def test_minutes_of_running_text_stay_minutes():
    text = Field("Median time to moor fell from 7.9 minutes in 2030 to 7.4 minutes in 2031.")
    done = normalise_document([Printed("report_paragraphs", {"text": text})])
    (measure,) = [r for r in done.records if r.view == "stated_measures"]
    assert [measure.values[n].value for n in ("value", "unit", "baseline_value")] == [7.4, "minutes", 7.9]


def test_a_department_behind_a_post_is_no_author():
    done = normalise_document(
        [Printed("reports", {"authors": Field("Marc Tern, Manager, Strategic Analysis and Rosa Quill, Planner")})]
    )
    assert done.records[0].values["authors"].value == "Marc Tern; Rosa Quill"

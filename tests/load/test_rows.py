"""From records to rows: sources, names, wholes, confidences. No database is needed."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from load.rows import own_columns
from models.contract import ALL
from models.document import PageAccount
from models.errors import BadRecord
from models.record import Field, Finding, Printed, Record, Unread, Value
from models.schema import columns_of, metadata
from tests.load.papers import extracted, meeting, printed_field, record, register, rows_of, shown, table, words


def test_a_row_carries_its_words_and_their_box() -> None:
    rows = rows_of([record("owner_keys", {"initials": printed_field("AB"), "name": printed_field("Ada Byrne", x=120)})])
    (key,) = shown(rows, "owner_keys", "owner_key")
    assert (key["initials"], key["name"]) == ("AB", "Ada Byrne")
    span = key["span"]
    assert span["text"] == "AB Ada Byrne"
    assert (span["x0"], span["top"], span["x1"], span["bottom"]) == (72, 100, 174, 112)
    assert {row["field"] for row in table(rows, "field_source")} == {"initials", "name"}


def test_a_record_of_one_field_has_no_second_row_for_its_source() -> None:
    rows = rows_of([record("risk_controls", {"text": printed_field("Weekly checks")})])
    (control,) = shown(rows, "risk_controls", "risk_control")
    assert control["of"]["own_field"] == "text"
    assert table(rows, "field_source") == []


def test_a_field_over_a_page_break_has_a_source_on_each_page() -> None:
    broken = Field("first half second half", words("first half", page=1) + words("second half", page=2))
    rows = rows_of([record("minutes", {"number": printed_field("7"), "text": broken})])
    (minute,) = shown(rows, "minutes", "minute")
    assert minute["span"]["page"] == 1
    spans = {row["source_id"]: row for row in table(rows, "source_span")}
    told = [
        (spans[r["source_id"]]["page"], spans[r["source_id"]]["text"])
        for r in table(rows, "field_source")
        if r["field"] == "text"
    ]
    assert told == [(1, "first half"), (2, "second half")]


def test_a_row_begins_where_its_own_words_do_not_where_its_band_stands() -> None:
    fields = {"category": printed_field("Large risks", page=1), "title": printed_field("Floods", page=2)}
    rows = rows_of([record("risks", fields)])
    (risk,) = shown(rows, "risks", "risk")
    assert (risk["span"]["page"], risk["span"]["text"]) == (2, "Floods")


def test_identical_places_are_one_span() -> None:
    rows = rows_of(register(risks=[("R1", "Floods", 12), ("R2", "Fire", 9)]))
    titles = [row for row in table(rows, "source_span") if row["text"] == "Strategic Risk Register"]
    assert len(titles) == 1


def test_a_fill_without_words_has_its_place_as_source() -> None:
    blank = Field("", (), fill="#ff0000", place=(2, (10.0, 20.0, 30.0, 40.0)))
    printed = Printed(
        "table_cells", {"text": blank}, facts={"table_no": 1, "row_no": 1, "column_no": 2, "fill": "#ff0000"}
    )
    values = {"table_no": Value(1), "row_no": Value(1), "column_no": Value(2), "fill": Value("#ff0000", blank)}
    rows = rows_of([Record("table_cells", values, printed)])
    (cell,) = shown(rows, "table_cells", "table_cell")
    assert cell["text"] is None
    assert (cell["span"]["page"], cell["span"]["text"], cell["span"]["x0"]) == (2, None, 10.0)


@pytest.mark.parametrize(
    ("rotation", "box"),
    [
        (0, (72, 100, 90, 112)),
        (90, (100, 505, 112, 523)),
        (180, (505, 730, 523, 742)),
        (270, (730, 72, 742, 90)),
    ],
)
def test_boxes_are_turned_back(rotation: int, box: tuple[float, ...]) -> None:
    """A page of 595 x 842 as seen: a word of three letters at 72, 100."""
    rows = rows_of([record("risk_controls", {"text": printed_field("Dam")})], read=extracted(rotation=rotation))
    (span,) = table(rows, "source_span")
    assert (span["x0"], span["top"], span["x1"], span["bottom"]) == box


def test_a_record_read_nowhere_is_kept_and_told() -> None:
    made = record("decisions", {}, title="Sell the ferry")
    (decision,) = shown(rows_of([made]), "decisions", "decision")
    assert (decision["title"], decision["of"]["confidence"], decision["span"]["method"]) == (
        "Sell the ferry",
        0,
        "page",
    )
    (finding,) = table(rows_of([made]), "finding")
    assert (finding["rule"], finding["value_found"]) == ("record without a source", "title: Sell the ferry")
    with pytest.raises(BadRecord, match="read nowhere"):
        rows_of([made], strict=True)


def test_a_derived_record_stands_where_its_whole_stands() -> None:
    kpi = record("kpis", {"kpi": printed_field("Calls answered"), "current_text": printed_field("93%", x=300)})
    cell = kpi.printed.fields["current_text"]
    value = Record(
        "kpi_values",
        {"role": Value("current"), "value": Value(93, cell, 0.9), "unit": Value("%", cell)},
        kpi.printed,
        kpi,
    )
    rows = rows_of([kpi, value])
    (found,) = shown(rows, "kpi_values", "kpi_value")
    assert found["span"]["text"] == "93%"
    assert found["kpi_id"] == shown(rows, "kpis", "kpi")[0]["record_id"]


def test_words_that_a_record_accounts_for_are_a_source() -> None:
    printed = Printed("meetings", {}, taken=words("Minutes of the meeting"))
    rows = rows_of([Record("meetings", {"meeting_date": Value("2031-05-06")}, printed)])
    assert shown(rows, "meetings", "meeting")[0]["span"]["text"] == "Minutes of the meeting"


def test_what_is_outside_the_contract_is_told_and_the_rest_loaded() -> None:
    wrong = [
        record("risks", {"ref": printed_field("R1"), "colour": printed_field("red", x=200)}),
        record("hazards", {"text": printed_field("Ice", page=2)}),
        record("risk_controls", {"text": printed_field("Checks")}, of_risk="made up"),
    ]
    rows = rows_of(wrong)
    assert [risk["ref"] for risk in shown(rows, "risks", "risk")] == ["R1"]
    told = [(f["rule"], f["field"], f["value_found"]) for f in table(rows, "finding")]
    assert told == [
        ("column outside the contract", "colour", "red"),
        ("view outside the contract", None, "text: Ice"),
        ("column outside the contract", "of_risk", "made up"),
    ]
    with pytest.raises(BadRecord, match=r"hazards is no view .*; risks has no column colour"):
        rows_of(wrong, strict=True)


@pytest.mark.parametrize(
    ("view", "column", "value"),
    [
        ("risks", "current_score", "C3"),
        ("risks", "rating", "crimson"),
        ("risks", "as_of", "March 2031"),
        ("risks", "current_score", float("nan")),
        ("meetings", "start_time", "9.30 am"),
        ("votes", "votes_for", 7.5),
        ("votes", "carried", "yes"),
        ("table_cells", "fill", "red"),
    ],
)
def test_a_value_outside_the_contract_is_left_out_and_told(view: str, column: str, value: object) -> None:
    made = record(
        view, {"ref" if view == "risks" else next(iter(_some_text(view))): printed_field("x")}, **{column: value}
    )
    rows = rows_of([made])
    (finding,) = table(rows, "finding")
    assert (finding["rule"], finding["severity"], finding["field"]) == ("value outside the contract", "error", column)
    assert finding["value_found"] == str(value)
    assert finding["record_id"] is not None


def _some_text(view: str) -> list[str]:
    return {"meetings": ["venue"], "votes": ["motion"], "table_cells": ["text"]}[view]


def test_numbers_keep_their_kind() -> None:
    made = record("risks", {"ref": printed_field("4")}, current_score=12.0, gross_score=2.5, target_score="9")
    (risk,) = shown(rows_of([made]), "risks", "risk")
    assert [risk[f"{stage}_score"] for stage in ("current", "gross", "target")] == [12, 2.5, 9]
    assert all(type(risk[f"{stage}_score"]) is int for stage in ("current", "target"))


def test_empty_text_is_null_and_text_is_storable() -> None:
    made = record("risk_controls", {"text": printed_field("Dam\x00 \ud800wall")}, kind=None)
    (control,) = shown(rows_of([made]), "risk_controls", "risk_control")
    assert control["text"] == "Dam\ufffd \ufffdwall"
    blank = record("decisions", {"title": printed_field("Ferry"), "text": Field("  ", words("-"))})
    assert shown(rows_of([blank]), "decisions", "decision")[0]["text"] is None


def test_confidence_is_the_product_of_different_doubts() -> None:
    fields = {
        "ref": printed_field("R1", confidence=0.9),
        "title": printed_field("Floods", x=120, confidence=0.9),
        "cause": printed_field("Rain", x=300, confidence=0.5),
    }
    (risk,) = shown(rows_of([record("risks", fields)]), "risks", "risk")
    assert risk["of"]["confidence"] == pytest.approx(0.45)


def test_doubt_of_a_derived_value_can_be_seen() -> None:
    made = record("risks", {"ref": printed_field("R1"), "title": printed_field("Floods", x=120)})
    doubted = replace(made, values={**made.values, "rating": Value("high", None, 0.4)})
    (risk,) = shown(rows_of([doubted]), "risks", "risk")
    assert (risk["of"]["own_field"], risk["of"]["confidence"]) == ("rating", 0.4)


def test_findings_lead_to_their_row_and_page() -> None:
    risk = register()[0]
    findings = [
        Finding("score", "warning", "does not multiply", risk, "title", "12", "16"),
        Finding("page", "info", "looks odd", page=2),
        Finding("paper", "error", "no date"),
    ]
    rows = rows_of([risk], findings=findings)
    spans = {row["source_id"]: row for row in table(rows, "source_span")}
    about_risk, about_page, about_paper = table(rows, "finding")
    assert about_risk["record_id"] == shown(rows, "risks", "risk")[0]["record_id"]
    assert spans[about_risk["source_id"]]["text"] == "Floods close the depot"
    assert (spans[about_page["source_id"]]["page"], about_page["record_id"]) == (2, None)
    assert about_paper["source_id"] is None


def test_unread_words_are_kept_with_their_reason() -> None:
    lost = Unread(2, words("nobody reads this", page=2), "no family claims this section")
    rows = rows_of([], read=extracted(unread=[lost]))
    (run,) = shown(rows, "unread_text", "unread_run")
    assert (run["span"]["text"], run["reason"]) == ("nobody reads this", "no family claims this section")
    assert [row["words_unread"] for row in table(rows, "page")] == [0, 3]


def test_an_account_that_is_not_closed_is_refused() -> None:
    read = replace(extracted(), accounts=(PageAccount(1, 595, 842, 0, 10, 5, 1, 1),))
    with pytest.raises(BadRecord, match="page 1 is not closed"):
        rows_of([], read=read)


def test_rows_travel_between_processes() -> None:
    rows = rows_of([*register(), *meeting()])
    assert pickle.loads(pickle.dumps(rows)) == rows


printable = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zs"]), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["risks", "decisions", "agenda_items"]),
            st.lists(printable, min_size=1, max_size=4),
            st.integers(1, 3),
            st.floats(0, 1),
        ),
        max_size=12,
    ),
    st.sampled_from([0, 90, 180, 270]),
)
def test_every_row_has_a_source_inside_the_page(
    records: list[tuple[str, list[str], int, float]], rotation: int
) -> None:
    made = [
        record(view, {"title": printed_field(" ".join(text), page=page, top=100 + 14 * number, confidence=sure)})
        for number, (view, text, page, sure) in enumerate(records)
    ]
    rows = rows_of(made, read=extracted(3, rotation=rotation))
    spans = {row["source_id"]: row for row in table(rows, "source_span")}
    wide, high = (595, 842) if rotation in (0, 180) else (842, 595)
    assert len(rows.tables.get("record", [])) >= len(records)
    for row in table(rows, "record"):
        span = spans[row["source_id"]]
        assert 0 <= span["x0"] <= span["x1"] <= wide
        assert 0 <= span["top"] <= span["bottom"] <= high
        assert 0 <= row["confidence"] <= 1
    assert len({row["row_key"] for row in table(rows, "record")}) == len(rows.tables.get("record", []))
    for name, table_rows in rows.tables.items():
        assert all(len(row) == len(metadata.tables[name].columns) for row in table_rows)


@pytest.mark.parametrize("view", [view for view in ALL.values() if view.table and view.leading], ids=lambda v: v.name)
def test_the_contract_tells_the_columns_of_the_schema(view) -> None:
    if view.table != "unread_run":  # whose text is its source's
        assert own_columns(view) == columns_of(view.table)[1 + len(view.parts) :]

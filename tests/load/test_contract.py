"""The contract's promise: no view or column of it may vanish or change its name."""

from __future__ import annotations

import pytest

from models.contract import ALL, COMMON, VIEWS, unknown_columns, view_named
from models.schema import metadata, table_of

PROMISED = {
    "risks": "register_title organisation as_of ref category title cause description impact owners owner_initials "
    "gross_likelihood gross_impact gross_score previous_as_of previous_score current_likelihood current_impact "
    "current_score residual_likelihood residual_impact residual_score target_likelihood target_impact target_score "
    "rating owner_posts risk_key",
    "risk_trends": "ref period trend of_risk",
    "risk_fields": "ref header text value unit of_risk",
    "risk_controls": "ref kind position text of_risk",
    "risk_actions": "ref position description owners owner_initials target_text target_date is_ongoing status_text rag "
    "of_risk",
    "owner_keys": "initials name",
    "attendance": "body meeting_date person role affiliation status",
    "minutes": "body meeting_date number agenda_ref heading text",
    "resolutions": "body meeting_date minute_number label text outcome",
    "meetings": "body meeting_date start_time end_time venue chair",
    "votes": "body meeting_date minute_number motion proposer seconder votes_for votes_against abstentions carried",
    "minute_actions": "body meeting_date minute_number action owners owner_initials due_text due_date",
    "tracked_actions": "ref minute_number raised raised_date action owners owner_initials due_text due_date update_text "
    "status rag",
    "agenda_items": "body meeting_date number title text supporting_document time",
    "kpis": "scorecard section sub_objective ref kpi lead direction current_text previous_text benchmark_text target_text "
    "rag previous_rag trend",
    "kpi_values": "kpi role measure value unit period period_start period_end",
    "reports": "title organisation meeting_date authors presented_by purpose",
    "report_paragraphs": "report heading number text",
    "stated_measures": "report paragraph_number measure value unit period period_start period_end baseline_value "
    "baseline_period change_value change_unit area",
    "deliverables": "objective deliverable lead frequency timescale measure rag",
    "decisions": "ref title text url",
    "decision_fields": "ref header text of_decision",
    "vote_members": "body meeting_date minute_number motion person side of_vote",
    "table_cells": "table_no caption row_no column_no row_span column_span header text value unit fill",
    "people": "person_id name initials roles first_seen last_seen mentions",
    "risk_history": "risk_key as_of ref title current_score rating change",
    "action_history": "action_key as_of ref minute_number action owners due_text due_date status rag change",
    "findings": "rule severity message view of_row field value_found value_expected",
    "unread_text": "text reason",
}
PROMISED_WITHOUT_STANDARD = {
    "source_spans": "source_id document_id page x0 top x1 bottom text method confidence",
    "field_sources": "view row_key field source_id confidence",
    "pages": "document page words words_recorded words_furniture words_unread",
    "documents": "document document_id",
    "action_links": "document page minute_action body meeting_date action tracked_document tracked_page tracked_action as_of status "
    "matched_by confidence",
    "same_papers": "document first_page last_page same_as_document same_as_first_page",
    "repeated": "document page view row_key same_as_document same_as_row",
}


@pytest.mark.parametrize(("view", "columns"), (PROMISED | PROMISED_WITHOUT_STANDARD).items())
def test_view_keeps_its_columns(view: str, columns: str) -> None:
    assert set(columns.split()) <= set(VIEWS[view].names)


@pytest.mark.parametrize("view", PROMISED)
def test_every_row_has_its_place_and_confidence(view: str) -> None:
    assert {c.name for c in COMMON} == {"document", "page", "row_key", "source_id", "confidence"}
    assert {c.name for c in COMMON} <= set(VIEWS[view].names)


@pytest.mark.parametrize(
    "column", [c.name for c in VIEWS["risks"].columns if c.name.endswith(("_likelihood", "_impact", "_score"))]
)
def test_a_score_has_a_label_for_words_and_codes(column: str) -> None:
    label = VIEWS["risks"].column(f"{column}_label")
    assert label is not None
    assert label.kind == "text"


@pytest.mark.parametrize("view", [v for v in ALL.values() if v.table], ids=lambda v: v.name)
def test_each_column_is_stored_once(view) -> None:
    stored = set(table_of(view.name).columns.keys())
    for column in view.columns:
        if column.name in view.inherited:
            assert column.name not in stored, "inherited from its whole, so not stored again"
        elif column.name not in view.keys and view.name != "unread_text":
            assert column.name in stored
    for part in view.parts:
        whole = table_of(part.whole)
        key = metadata.tables[view.table].columns[f"{whole.name}_id"]
        assert [k.column.table.name for k in key.foreign_keys] == [whole.name]
        assert set(part.inherited.values()) <= set(whole.columns.keys())


@pytest.mark.parametrize("view", VIEWS.values(), ids=lambda v: v.name)
def test_every_column_has_a_meaning(view) -> None:
    assert view.row
    assert all(column.meaning for column in view.columns)
    assert len(set(view.names)) == len(view.names)
    assert {*view.leading} <= {column.name for column in view.columns}


def test_unknown_columns_are_named() -> None:
    assert unknown_columns("risks", ["title", "colour"]) == ("colour",)
    assert unknown_columns("risk_trends", ["of_risk", "ref"]) == ("of_risk",)


def test_unknown_view_suggests_the_nearest() -> None:
    with pytest.raises(KeyError, match="did you mean risks"):
        view_named("risk")

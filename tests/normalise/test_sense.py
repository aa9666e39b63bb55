"""Values that cannot be what their column is for are told; those that only look odd are not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from models.record import Printed, Record, Value
from normalise import checks_sense as sense
from normalise.document import Check, Context


def row(view: str, parent: Record | None = None, **values: str | int) -> Record:
    return Record(view, {name: Value(value) for name, value in values.items()}, Printed(view, {}), parent)


def told(check: Check, records: Sequence[Record]) -> list[tuple[int, str | None]]:
    """Of each finding, the record's place and the field."""
    place = {id(record): at for at, record in enumerate(records)}
    return [(place[id(f.record)], f.field) for f in check(records, Context(()))]


@pytest.mark.parametrize("title", ["Gross", "RISK OWNER:", "12/16", "Due date"])
def test_a_label_or_a_figure_is_no_title(title: str) -> None:
    assert told(sense.titles_are_titles, [row("risks", title=title)]) == [(0, "title")]


@pytest.mark.parametrize(
    "title", ["Gross negligence of a contractor", "IT", "Target operating model", "Risk of flooding"]
)
def test_what_holds_a_label_is_a_title(title: str) -> None:
    assert told(sense.titles_are_titles, [row("risks", title=title)]) == []


def test_usual_items_of_a_meeting_are_headings() -> None:
    assert (
        told(sense.titles_are_titles, [row("minutes", heading="Apologies"), row("agenda_items", title="MINUTES")]) == []
    )


@pytest.mark.parametrize(
    "body", ["Draft Minutes of the Harbour Board", "Harbour Board held on Monday", "Board 12 May 2031"]
)
def test_the_name_of_a_paper_is_no_body(body: str) -> None:
    assert told(sense.bodies_are_bodies, [row("meetings", body=body)]) == [(0, "body")]
    assert told(sense.bodies_are_bodies, [row("risks", organisation=body)]) == [(0, "organisation")]


@pytest.mark.parametrize("body", ["Harbour Board", "Joint Committee of the Five Districts", "Agendum Valley Council"])
def test_a_body_is_one(body: str) -> None:
    assert told(sense.bodies_are_bodies, [row("meetings", body=body)]) == []


def test_a_lead_in_to_a_list_is_no_heading() -> None:
    listed = row("minutes", heading="The Harbour Board agreed:", text="a) to dredge; b) to wait")
    plain = row("minutes", heading="Dredging:", text="Members heard of the channel.")
    assert told(sense.headings_are_headings, [listed, plain]) == [(0, "heading")]


def test_a_text_that_begins_with_the_second_of_a_list_is_cut() -> None:
    cut = row("minutes", heading="Dredging", text="c) to wait")
    whole = row("minutes", heading="Dredging", text="(a) to dredge; (b) to wait")
    assert told(sense.headings_are_headings, [cut, whole]) == [(0, "text")]


@pytest.mark.parametrize(
    ("heading", "odd"),
    [
        ("and the Treasurer", True),
        ("Report of the Treasurer on the accounts.", False),
        (
            "The Treasurer said that the accounts of the year were late because the new system had lost all of its entries.",
            True,
        ),
    ],
)
def test_headings_are_no_sentences(heading: str, odd: bool) -> None:
    assert bool(told(sense.headings_are_headings, [row("agenda_items", title=heading)])) is odd


def test_dates_that_stand_in_the_actions_are_told_where_no_action_has_one_of_its_own() -> None:
    actions = [row("risk_actions", description=f"Mend pier {n} by {n} May 2031") for n in range(1, 5)]
    assert told(sense.dates_are_due, actions) == [(n, "target_text") for n in range(4)]
    assert (
        told(sense.dates_are_due, [*actions, row("risk_actions", description="Paint", target_text="June 2031")]) == []
    )


def test_a_given_name_alone_is_told_where_one_longer_name_begins_with_it() -> None:
    rows = [
        row("risk_actions", owners="Ailsa"),
        row("risks", owners="Ailsa Brodie; Tam Reid"),
        row("risks", owners="Reid"),
    ]
    assert told(sense.owners_are_whole, rows) == [(0, "owners")]


def test_two_who_share_a_given_name_leave_it_open() -> None:
    rows = [row("risks", owners="Ailsa"), row("risks", owners="Ailsa Brodie"), row("risks", owners="Ailsa Munro")]
    assert told(sense.owners_are_whole, rows) == []


def test_risks_of_which_a_title_is_all() -> None:
    bare = [row("risks", title=f"Loss of pier {n}") for n in range(3)]
    assert told(sense.risks_hold_more, bare) == [(n, None) for n in range(3)]
    scored = [row("risks", title=f"Loss of quay {n}", current_score=n) for n in range(4)]
    assert told(sense.risks_hold_more, [*bare, *scored]) == []
    assert (
        told(sense.risks_hold_more, [*bare, *(row("risk_controls", parent=risk, text="Fenders") for risk in bare)])
        == []
    )


def test_one_title_of_two_risks() -> None:
    risks = [row("risks", title=title, current_score=4) for title in ("Storm", "Silt", "STORM")]
    assert told(sense.risks_hold_more, risks) == [(0, "title"), (2, "title")]


def test_figures_of_one_indicator_that_nothing_tells_apart() -> None:
    kpi = row("kpis", kpi="Ships in time")
    twins = [row("kpi_values", kpi, role="actual", value=n) for n in (4, 5)]
    others = [
        row("kpi_values", kpi, role="target", value=6),
        row("kpi_values", kpi, role="actual", value=7, period="Q1"),
    ]
    assert told(sense.figures_are_told_apart, [kpi, *twins, *others]) == [(1, None), (2, None)]
    measured = [
        row("kpi_values", kpi, role="actual", value=8, measure="tons"),
        row("kpi_values", kpi, role="actual", value=9),
    ]
    assert told(sense.figures_are_told_apart, [kpi, *measured]) == []


def test_the_name_of_an_indicator_holds_no_labelled_figure() -> None:
    names = ("Ships in time Target: 90%", "90% of ships in time", "Target 3 delivered", "Fees previous £3m")
    rows = [row("kpis", kpi=name) for name in names]
    assert told(sense.names_hold_no_figures, rows) == [(0, "kpi"), (3, "kpi")]


@pytest.mark.parametrize(("view", "field", "text"), [("minutes", "heading", "GM"), ("reports", "title", "DE")])
def test_a_mark_in_a_margin_is_no_title(view: str, field: str, text: str) -> None:
    assert told(sense.titles_are_titles, [row(view, **{field: text})]) == [(0, field)]
    assert told(sense.titles_are_titles, [row(view, **{field: f"{text} fares"})]) == []


def test_a_label_that_all_titles_begin_with_is_told() -> None:
    decisions = [row("decisions", title=f"Decision published: {n} May 2031") for n in (3, 9, 11)]
    assert told(sense.labels_are_left_out, decisions) == [(0, "title"), (1, "title"), (2, "title")]
    named = [row("decisions", title=title) for title in ("Quay: fares", "Crane: sale", "Lock: repair")]
    assert told(sense.labels_are_left_out, named) == []
    assert told(sense.labels_are_left_out, decisions[:2]) == []


def test_what_leads_on_is_no_body() -> None:
    assert told(sense.bodies_are_bodies, [row("meetings", body="FOR THE INFORMATION OF THE COUNCIL")]) == [(0, "body")]
    assert told(sense.bodies_are_bodies, [row("meetings", body="Forest Council")]) == []


@pytest.mark.parametrize(
    "header", ["Likelihood of occurring (1-5)", "Who is responsible?", "Treatment > What will be done?"]
)
def test_a_column_of_a_register_that_is_left_over_is_told(header: str) -> None:
    field = row("risk_fields", header=header, text="2")
    risk = row("risks", title="The crane falls")
    assert told(sense.columns_are_understood, [risk, field]) == [(1, "header")]
    read = row("risks", title="The quay floods", gross_likelihood=2, owners="Ida Penn")
    assert told(sense.columns_are_understood, [read, row("risk_actions", description="Pump."), field]) == []
    assert told(sense.columns_are_understood, [risk, row("risk_fields", header="Proximity", text="2")]) == []

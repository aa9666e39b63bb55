"""Likelihood and impact of risks from the map on which they stand."""

from __future__ import annotations

from models.record import Field, Printed, Scalar
from normalise.document import normalise_document


def risk(ref: str, **fields: str) -> Printed:
    return Printed("risks", {"ref": Field(ref)} | {n: Field(t) for n, t in fields.items()}, facts={"paper": 1})


def place(ref: str, likelihood: int, impact: int, stage: str | None = None) -> Printed:
    facts = {"likelihood": likelihood, "impact": impact, "stage": stage, "paper": 1}
    return Printed("risk_map", {"ref": Field(ref)}, confidence=0.9, facts=facts)


def read(*printed: Printed) -> tuple[list[dict[str, Scalar]], list[str]]:
    found = normalise_document(printed)
    risks = [{n: v.value for n, v in r.values.items() if n != "ref"} for r in found.records if r.view == "risks"]
    return risks, [f"{f.field} {f.value_found} {f.value_expected}" for f in found.findings if "map" in f.rule]


def test_a_row_without_them_takes_likelihood_and_impact_from_the_map() -> None:
    risks, findings = read(
        risk("SR-01", current_score="12"), risk("SR-02"), place("sr1", 3, 4, "current"), place("2", 5, 2, "current")
    )
    assert risks == [
        {"current_score": 12, "current_likelihood": 3, "current_impact": 4},
        {"current_likelihood": 5, "current_impact": 2},
    ]
    assert not findings


def test_the_scores_say_which_stage_a_map_shows() -> None:
    rows = [risk(str(n), gross_score="20", residual_score=str(2 * n)) for n in (1, 2, 3)]
    risks, _ = read(*rows, *(place(str(n), 2, n) for n in (1, 2, 3)))
    assert [(r["residual_likelihood"], r["residual_impact"]) for r in risks] == [(2, 1), (2, 2), (2, 3)]
    assert all("gross_likelihood" not in r and "current_likelihood" not in r for r in risks)


def test_where_row_and_map_differ_the_row_stands_and_it_is_told() -> None:
    risks, findings = read(
        risk("A1", current_likelihood="2", current_impact="4"), risk("A2", current_score="15"),
        place("A1", 3, 4, "current"), place("A2", 4, 4, "current"),
    )  # fmt: skip
    assert risks == [{"current_likelihood": 2, "current_impact": 4}, {"current_score": 15}]
    assert findings == ["current_likelihood 2 3", "current_score 15 16"]


def test_a_risk_at_two_places_of_one_stage_has_none() -> None:
    assert read(risk("A1"), place("A1", 3, 4, "current"), place("A1", 2, 4, "current")) == ([{}], [])

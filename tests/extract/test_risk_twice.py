"""Risks that one document prints twice: in a covering report's summary and in the whole register behind it."""

from __future__ import annotations

from dataclasses import replace

from extract.families.register import FAMILY as REGISTER
from extract.registers.twice import without_summaries
from models.record import Field
from tests.registers import Set, paragraph, section, table

RISKS = [
    ("R1", "The lower town floods", "12"),
    ("R2", "No staff for the summer", "9"),
    ("R3", "No bidder for the ferry", "6"),
]


def paper(number, made, as_of=None, sure=0.9, body=None):
    """A section of a paper of its own, and its records; `as_of` is said of its register."""
    found = section(made)
    opening = (*found.paper.opening, *((body,) if body else ()))
    found = replace(found, number=number, paper=replace(found.paper, number=number, organisation=body, opening=opening))
    context = {"as_of": Field(as_of, confidence=sure)} if as_of else {}
    records, risk = [], None
    for record in REGISTER.read(found):
        if record.view == "risks":
            risk = replace(record, context={**record.context, **context})
        records.append(risk if record.view == "risks" else replace(record, parent=risk))
    return found, records


def summary(scores=("12", "9", "6")):
    rows = [[ref, title, score, Set("", symbols=("up",))] for (ref, title, _), score in zip(RISKS, scores, strict=True)]
    return table([["Ref", "Risk", "Current score", "Direction of travel"], *rows])


def whole():
    rows = [
        [ref, title, "Storms and tides", "Wall surveyed", score, "Raise the wall", "Ann Lee"]
        for ref, title, score in RISKS
    ]
    return table([["Ref", "Risk", "Cause", "Key controls", "Current score", "Further action", "Action owner"], *rows])


def views(records):
    return {
        view: sum(r.view == view for r in records) for view in ("risks", "risk_trends", "risk_controls", "risk_actions")
    }


def test_a_summary_and_the_whole_are_one_print_of_each_risk():
    first, short = paper(1, summary(), "3 May 2024", 0.7)
    second, long = paper(2, whole(), "31 March 2024")
    found = without_summaries([*short, *long], [first, second])
    assert views(found) == {"risks": 3, "risk_trends": 3, "risk_controls": 3, "risk_actions": 3}
    risks = [r for r in found if r.view == "risks"]
    assert all(r.parent in risks for r in found if r.parent is not None)
    assert [found.index(r.parent) < n for n, r in enumerate(found) if r.parent is not None] == [True] * 9
    assert {r.context["as_of"].text for r in risks} == {"31 March 2024"}
    spent = {id(w) for r in risks for f in (*r.fields.values(),) for w in f.words} | {
        id(w) for r in risks for w in r.taken
    }
    assert spent >= {id(w) for r in short if r.view == "risks" for f in r.fields.values() for w in f.words}


def test_an_older_edition_is_no_summary():
    first, short = paper(1, summary(("16", "4", "2")))
    second, long = paper(2, whole())
    assert views(without_summaries([*short, *long], [first, second]))["risks"] == 6
    first, short = paper(1, summary(), "31 December 2023")
    second, long = paper(2, whole(), "31 March 2024")
    assert views(without_summaries([*short, *long], [first, second]))["risks"] == 6


def test_an_appendix_belongs_to_the_body_of_its_report():
    first, short = paper(1, summary(("1", "1", "1")), body=paragraph("Seahaven Town Council", level=1))
    second, long = paper(2, whole())
    found = without_summaries([*short, *long], [first, second])
    bodies = [r.context["organisation"] for r in found if r.view == "risks"]
    assert {b.text for b in bodies} == {"Seahaven Town Council"}
    assert bodies[-1].confidence < 0.8


def test_a_register_bound_behind_another_bodys_minutes_has_no_body_of_theirs():
    found, records = paper(2, whole())
    body = paragraph("Seahaven Town Council", level=1)
    minutes = section(paragraph("Minutes of the meeting held on 3 May"))
    minutes = replace(minutes, paper=replace(minutes.paper, number=1, organisation=body, opening=(body,), title=None))
    kept = without_summaries(records, [minutes, found])
    assert all("organisation" not in r.context for r in kept if r.view == "risks")
    appended = replace(found, paper=replace(found.paper, opening=(paragraph("Appendix B"),)))
    kept = without_summaries(records, [minutes, appended])
    assert all("organisation" not in r.context for r in kept if r.view == "risks")  # appended to something else
    speaking = replace(minutes, blocks=(*minutes.blocks, paragraph("The risk register stands in Appendix B.")))
    for told in ([speaking, appended], [speaking, found]):
        taken = without_summaries(records, told)
        assert all("organisation" in r.context for r in taken if r.view == "risks")

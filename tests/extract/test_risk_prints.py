"""Registers printed in ways that hide what a column is: two tables of one register, stages at the foot of runs, coded levels, dots."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.columns import columns_of
from extract.families.register import claim
from extract.registers.evidence import assign_columns
from extract.registers.reading import read_section
from extract.registers.tables import look
from models.record import Printed
from models.table import Table
from tests.registers import paragraph, section, table

TITLES = ("Loss of the ferry", "Retention of crews", "Pier gives way")
TEXTS = (
    "Engines fail in winter and no parts are held on the island.",
    "Sailors leave for better pay each spring.",
    "Shipworm eats the piles below the water line.",
)


def of(records: list[Printed], view: str) -> list[dict[str, str]]:
    return [{n: f.text for n, f in r.fields.items()} for r in records if r.view == view]


@pytest.mark.parametrize("scores", [("16", "12", "9"), ("16", "12", "20")])
def test_a_table_of_titles_and_one_of_descriptions_are_one_register_where_their_scores_agree(
    scores: tuple[str, ...],
) -> None:
    summary = table(
        [["Ref", "Risk title", "Current score", "Trend"]]
        + [[f"SR{n + 1}", t, s, "▲"] for n, (t, s) in enumerate(zip(TITLES, scores, strict=True))]
    )
    detail = table(
        [["Ref", "Risk description", "Cause", "Current score", "Controls"]]
        + [
            [f"SR{n + 1}", t, "Old gear", s, "Checks"]
            for n, (t, s) in enumerate(zip(TEXTS, ("16", "12", "9"), strict=True))
        ]
    )
    risks = of(
        read_section(section(paragraph("Summary", bold=True), summary, paragraph("Detail", bold=True), detail)), "risks"
    )
    if scores[2] != "9":
        assert len(risks) == 6  # two registers, or two editions of one
        return
    assert [(r["title"], r["description"]) for r in risks] == list(zip(TITLES, TEXTS, strict=True))
    assert not any("category" in r for r in risks)


def fields(made: Table) -> list[str | None]:
    return [a.field for a in assign_columns(columns_of(made), made.rows - 1)]


def test_a_score_that_names_its_stage_closes_the_run_of_measures_before_it_or_opens_the_one_behind() -> None:
    rows = [["4", "5", "20", "3", "5", "15", "2", "4", "8"], ["5", "4", "20", "4", "4", "16", "2", "3", "6"]]
    behind = [
        "Likelihood",
        "Impact",
        "Inherent score",
        "Likelihood",
        "Impact",
        "Residual score",
        "Likelihood",
        "Impact",
        "Target score",
    ]
    before = [
        "Inherent score",
        "Likelihood",
        "Impact",
        "Residual score",
        "Likelihood",
        "Impact",
        "Target score",
        "Likelihood",
        "Impact",
    ]
    turned = [[r[i] for i in (2, 0, 1, 5, 3, 4, 8, 6, 7)] for r in rows]
    parts = ("likelihood", "impact_score", "score")
    assert fields(table([behind, *rows])) == [f"{s}_{m}" for s in ("gross", "residual", "target") for m in parts]
    assert fields(table([before, *turned])) == [
        f"{s}_{m}" for s in ("gross", "residual", "target") for m in (parts[2], *parts[:2])
    ]


def test_levels_with_the_letter_of_their_band_are_scores() -> None:
    made = table(
        [
            ["ID", "Risk", "L", "C", "Inherent level", "L", "C", "Residual level"],
            ["R1", TEXTS[0], "A", "4", "E20", "B", "3", "H12"],
            ["R2", TEXTS[1], "B", "5", "E20", "C", "2", "M6"],
            ["R3", TEXTS[2], "C", "4", "H12", "D", "2", "L4"],
        ]
    )
    assert [fields(made)[n] for n in (4, 7)] == ["gross_score", "residual_score"]


def test_a_heading_that_is_a_sign_alone_makes_no_form_of_a_register() -> None:
    made = table(
        [
            ["#", "Risk", "Executive", "Likelihood", "Impact", "Score"],
            ["1", TEXTS[0], "Harbour Master", "Likely (4)", "Major (4)", "16"],
            ["2", TEXTS[1], "Clerk", "Likely (4)", "Minor (2)", "8"],
            ["3", TEXTS[2], "Surveyor", "Possible (3)", "Major (4)", "12"],
        ]
    )
    plain = tuple(
        replace(c, words=tuple(replace(w, font=replace(w.font, bold=c.is_heading and c.text != "#")) for w in c.words))
        for c in made.cells
    )
    assert look(replace(made, cells=plain)).score > 0.4


def test_rows_of_stages_below_one_another_are_a_part_of_a_form() -> None:
    made = table(
        [
            ["", "L", "C", "Rating", "Accountable officer: Ann Brook"],
            ["Inherent", "5", "4", "20", ""],
            ["Current", "4", "4", "16", ""],
            ["Target", "2", "4", "8", ""],
            ["Yearly dry dock", "", "", "", ""],
            ["Spare boat on charter", "", "", "", ""],
            ["Next steps", "", "", "", "Who"],
        ]
    )
    assert look(made).score == 0.0


def test_a_printed_dot_has_its_ink_as_the_rating() -> None:
    made = table(
        [["Ref", "Risk", "Owner", "Current score", "Rating"]]
        + [[f"R{n}", t, "AB", "12", "●"] for n, t in enumerate(TITLES)]
    )
    inked = tuple(
        replace(c, words=tuple(replace(w, font=replace(w.font, colour="#ff0000")) for w in c.words))
        if c.text == "●"
        else c
        for c in made.cells
    )
    risks = [r for r in read_section(section(replace(made, cells=inked))) if r.view == "risks"]
    assert [r.fields["rating"].fill for r in risks] == ["#ff0000"] * 3


def test_single_measures_apart_from_one_another_are_of_one_stage() -> None:
    rows = [["R1", "4", TEXTS[0], "5", "Ann Brook", "20"], ["R2", "2", TEXTS[1], "3", "Carl Dean", "6"]]
    found = fields(table([["Ref", "Likelihood", "Risk", "Impact", "Owner", "Score"], *rows]))
    assert [found[n] for n in (1, 3, 5)] == ["current_likelihood", "current_impact_score", "current_score"]


def test_a_page_of_top_risks_with_colours_in_words_is_a_register() -> None:
    made = table([["Risk", "Mitigation", "Status"], *([t, "Checks by the crew", "Amber"] for t in TEXTS)])
    assert claim(section(made, title="Top risks")).score >= 0.5
    assert claim(section(made, title="Our work this year")).score < 0.5


def test_if_then_and_resulting_in_without_a_title_leave_the_event_as_the_statement() -> None:
    rows = [[f"R{n}", "old engines are kept", t, "islanders are cut off"] for n, t in enumerate(TEXTS)]
    made = table([["Ref", "If…", "Then…", "Resulting in…"], *rows])
    assert fields(made)[1:] == ["cause", "description", "consequence"]

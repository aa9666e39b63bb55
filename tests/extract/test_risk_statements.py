"""Title and description in one cell; grids of stages in a form; what a register's headings say of stages and categories."""

from __future__ import annotations

import pytest

from extract.families.kpi_blocks import blocks_of
from extract.families.profile import FAMILY as PROFILE
from extract.families.register import FAMILY as REGISTER
from extract.registers.forms import form_of
from extract.registers.tables import look
from tests.registers import Set, paragraph, section, table

HEAD = ["Ref", "Risk", "Likelihood", "Impact", "Score"]


def read(made):
    return [r for r in REGISTER.read(section(made)) if r.view == "risks"]


def texts(record):
    return {name: f.text for name, f in record.fields.items()}


def test_a_bold_title_over_its_sentence_is_title_and_description():
    made = table(
        [
            HEAD,
            ["R1", "*Harbour wall\nThe wall is breached and the lower town floods.", "4", "5", "20"],
            ["R2", "*Seasonal staff and\n*their lodgings\nNobody can be hired before summer.", "3", "4", "12"],
            ["R3", "*Ferry\nNo bidder is found for the winter.", "2", "4", "8"],
        ]
    )
    risks = read(made)
    assert [texts(r)["title"] for r in risks] == ["Harbour wall", "Seasonal staff and their lodgings", "Ferry"]
    assert texts(risks[0])["description"] == "The wall is breached and the lower town floods."
    assert texts(risks[2])["description"] == "No bidder is found for the winter."


def test_a_first_line_that_ends_short_in_all_rows_is_the_title():
    made = table(
        [
            HEAD,
            ["R1", "Harbour wall\nThe wall is breached and\nthe lower town floods.", "4", "5", "20"],
            ["R2", "Staff\nNobody can be hired in\ntime for the summer.", "3", "4", "12"],
            ["R3", "Ferry\nNo bidder is found for\nthe winter service.", "2", "4", "8"],
        ]
    )
    risks = read(made)
    assert [texts(r)["title"] for r in risks] == ["Harbour wall", "Staff", "Ferry"]
    assert all(r.fields["description"].confidence < 0.8 for r in risks)


@pytest.mark.parametrize(
    "statement",
    [
        "The harbour wall is breached\nand the lower town floods.",  # a sentence that wraps
        "*The harbour wall is breached\n*and the lower town floods.",  # bold all over
    ],
)
def test_a_statement_of_one_kind_stays_one(statement):
    made = table([HEAD, *([f"R{n}", statement, "4", "5", "20"] for n in range(1, 5))])
    assert all("description" not in r.fields for r in read(made))


def test_a_title_beside_a_description_of_its_own_is_not_parted():
    made = table(
        [
            ["Ref", "Risk title", "Risk description", "Likelihood", "Impact"],
            ["R1", "*Harbour wall\nof the lower town", "The wall is breached in a storm.", "4", "5"],
            ["R2", "*Staff\nof the summer season", "Nobody can be hired.", "3", "4"],
        ]
    )
    assert [texts(r)["title"] for r in read(made)] == ["Harbour wall of the lower town", "Staff of the summer season"]


def stages():
    return table(
        [
            ["Risk score", "Likelihood", "Consequence", "Score", "Rationale for current score"],
            ["Initial", "4", "5", "20", Set("The wall was surveyed in May", down=3)],
            ["Current", "4", "4", "16", None],
            ["Target", "2", "3", "6", None],
        ]
    )


def test_a_grid_of_stages_is_neither_a_register_nor_an_indicator():
    assert look(stages()).score == 0
    assert blocks_of(section(paragraph("Harbour wall", level=2), stages(), paragraph("Ferry", level=2), stages())) == []


def test_a_reason_for_all_stages_belongs_to_none():
    said = {" > ".join(v.path): v.cells[0].text for v in form_of(stages()).values}
    assert said["Rationale for current score"] == "The wall was surveyed in May"
    assert said["Initial > Likelihood"] == "4"


def test_the_grid_of_stages_below_a_form_is_read_with_it():
    def form(ref, title):
        return table(
            [
                [Set(ref, "#003366"), Set(title, "#003366", right=3), None, None],
                [Set("Risk description", "#dddddd"), Set("The lower town floods in a storm.", right=3), None, None],
                [Set("Strategic objective", "#dddddd"), "A safe town", Set("Risk category", "#dddddd"), "Coast"],
                [Set("Executive lead", "#dddddd"), "Ann Lee", Set("Last reviewed", "#dddddd"), "3 May 2024"],
            ],
            headings=0,
        )

    paper = section(form("R1", "Harbour wall"), stages(), form("R2", "Ferry"), stages())
    risks = [texts(r) for r in PROFILE.read(paper) if r.view == "risks"]
    assert [r["ref"] for r in risks] == ["R1", "R2"]
    assert [r["category"] for r in risks] == ["Coast", "Coast"]  # the objective is not the category beside one
    assert risks[0] | {"gross_likelihood": "4", "current_score": "16", "target_impact": "3"} == risks[0]


def test_scores_after_controls_are_residual():
    made = table(
        [
            ["Ref", "Risk", Set("Before controls", right=2), None, Set("After controls", right=2), None],
            ["", "", "P", "I", "P", "I"],
            ["R1", "The lower town floods", "4", "5", "2", "5"],
            ["R2", "Nobody can be hired", "3", "4", "2", "3"],
        ],
        headings=2,
    )
    assert [a.field for a in look(made).columns][2:] == [
        "gross_likelihood", "gross_impact_score", "residual_likelihood", "residual_impact_score",
    ]  # fmt: skip


def test_labelled_causes_and_consequences_in_one_column_are_parted():
    made = table(
        [
            ["Risk", "Causes and consequences", "Likelihood", "Impact"],
            *(
                [f"R{n} – {title}", "Causes: Storms and tides\nConsequences: Homes are lost", "4", "5"]
                for n, title in enumerate(("Harbour wall", "Staff", "Ferry"), start=1)
            ),
        ]
    )
    records = list(REGISTER.read(section(made)))
    risks = [texts(r) for r in records if r.view == "risks"]
    assert [(r["ref"], r["title"]) for r in risks] == [("R1", "Harbour wall"), ("R2", "Staff"), ("R3", "Ferry")]
    assert {(r["cause"], r["impact"]) for r in risks} == {("Storms and tides", "Homes are lost")}
    assert not [r for r in records if r.view == "risk_fields"]


def test_references_of_two_words_before_the_title():
    made = table(
        [["Risk", *HEAD[2:]], *([f"SR {n}: {t}", "4", "5", "20"] for n, t in enumerate(("Wall", "Staff", "Ferry"), 1))]
    )
    assert [(r["ref"], r["title"]) for r in map(texts, read(made))] == [
        ("SR 1", "Wall"),
        ("SR 2", "Staff"),
        ("SR 3", "Ferry"),
    ]


def test_a_dash_in_place_of_a_date_is_no_action():
    made = table(
        [
            ["Ref", "Risk", "Score", "Further action", "Action owner", "Target date"],
            ["R1", "The lower town floods", "20", "Raise the wall", "AB", "31/03/2025"],
            ["R2", "Nobody can be hired", "12", "", "", "-"],
        ]
    )
    records = [r for r in REGISTER.read(section(made)) if r.view == "risk_actions"]
    assert [texts(r)["description"] for r in records] == ["Raise the wall"]


def test_a_bar_names_the_risk_that_a_label_states():
    def form(ref, title):
        made = table(
            [
                ["Principal risk", "The lower town floods"],
                ["Cause", "Storms"],
                ["Risk owner", "Ann Lee"],
                ["Effect", "Loss"],
            ],
            0,
        )
        return paragraph(f"{ref}: {title}", level=2), made, stages()

    risks = [
        texts(r)
        for r in PROFILE.read(section(*form("BAF1", "Harbour wall"), *form("BAF2", "Ferry")))
        if r.view == "risks"
    ]
    assert [(r["ref"], r["title"], r["description"]) for r in risks] == [
        ("BAF1", "Harbour wall", "The lower town floods"),
        ("BAF2", "Ferry", "The lower town floods"),
    ]


def test_a_score_printed_with_its_band_is_both():
    made = table(
        [
            ["Ref", "Risk", "Inherent rating", "Residual rating", "Treatment"],
            ["R1", "The lower town floods in a storm", "Extreme (25)", "High (16)", "Treat"],
            ["R2", "Nobody can be hired for the summer", "High (12)", "Medium (9)", "Tolerate"],
            ["R3", "No bidder is found for the ferry", "16 High", "6 - Low", "Treat"],
        ]
    )
    records = list(REGISTER.read(section(made)))
    risks = [texts(r) for r in records if r.view == "risks"]
    assert risks[0] | {"gross_score": "Extreme (25)", "rating": "High (16)", "residual_score": "High (16)"} == risks[0]
    assert not [r for r in records if r.view == "risk_actions"]  # a way to respond is no action
    assert [r.fields["text"].text for r in records if r.view == "risk_fields"] == ["Treat", "Tolerate", "Treat"]


def test_a_summary_and_the_whole_on_one_paper_are_parted_each_in_its_own_way():
    titles = ("Harbour wall", "Staff", "Ferry")
    summary = table(
        [
            ["Ref", "Risk", "Current score", "Direction of travel"],
            *([f"R{n}", t, "20", "→"] for n, t in enumerate(titles, 1)),
        ]
    )
    whole = table(
        [
            ["Risk", "Risk owner", "Likelihood", "Impact", "Key controls"],
            *(
                [f"*R{n} – {t}\nThe town is hurt by it badly.", "Ann Lee", "4", "5", "Watch it"]
                for n, t in enumerate(titles, 1)
            ),
        ]
    )
    records = list(REGISTER.read(section(summary, whole)))
    risks = [texts(r) for r in records if r.view == "risks"]
    assert [(r["ref"], r["title"], r["description"]) for r in risks] == [
        (f"R{n}", t, "The town is hurt by it badly.") for n, t in enumerate(titles, 1)
    ]
    assert [len([r for r in records if r.view == v]) for v in ("risk_trends", "risk_controls")] == [3, 3]


def test_a_labelled_cell_that_the_page_cuts_is_parted_all_the_same():
    made = table(
        [
            ["Ref", "Risk", "Causes and consequences", "Likelihood", "Impact"],
            ["R1", "The lower town floods in a storm", "Causes: Storms and tides", "4", "5"],
            ["", "", "Consequences: Homes are lost", "", ""],
            ["R2", "Nobody can be hired for the summer", "Causes: Pay\nConsequences: Delay", "3", "4"],
        ],
        breaks=[2],
    )
    risks = [texts(r) for r in read(made)]
    assert [(r["cause"], r["impact"]) for r in risks] == [("Storms and tides", "Homes are lost"), ("Pay", "Delay")]


def test_a_form_whose_stacked_boxes_make_many_columns_is_a_form():
    def wide(*cells):
        return [*cells, *[None] * (14 - len(cells))]

    made = table(
        [
            wide("Risk title", Set("Harbour wall", right=13)),
            wide("Cause", Set("Storms and tides", right=13)),
            wide("Risk owner", Set("Ann Lee", right=13)),
        ],
        headings=0,
    )
    assert [v.leaf for v in form_of(made).values] == ["Risk title", "Cause", "Risk owner"]


@pytest.mark.parametrize(
    ("said", "actions"),
    [
        ("No further action planned; the risk is at target.", 0),
        ("No action required as the score is at its target", 0),
        ("No further action on the roof until spring", 1),
    ],
)
def test_no_action_with_its_reason_is_none(said, actions):
    made = table(
        [
            ["Ref", "Risk", "Score", "Further action", "Action owner"],
            ["R1", "The lower town floods", "20", said, ""],
            ["R2", "Nobody can be hired", "12", "", ""],
        ]
    )
    assert len([r for r in REGISTER.read(section(made)) if r.view == "risk_actions"]) == actions


def test_the_stage_of_a_score_may_stand_in_brackets():
    made = table(
        [
            [
                "ID",
                "Title",
                "Rating (initial)",
                "Rating (current)",
                "Rating (target)",
                "Action required",
                "Handler",
                "Due date",
            ],
            ["R1", "The lower town floods in a storm", "25", "16", "8", "Raise the wall", "Ann Lee", "31/03/2025"],
            ["R2", "Nobody can be hired for the summer", "12", "9", "6", "Visit the colleges", "Tom Roe", "30/06/2025"],
        ]
    )
    assert [a.field for a in look(made).columns][2:] == [
        "gross_score", "current_score", "target_score", "action", "action_owner", "action_target",
    ]  # fmt: skip

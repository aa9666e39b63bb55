from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.columns import assign_by_vocabulary, columns_of
from extract.looks import look_of
from extract.registers.evidence import assign_columns
from extract.registers.layout import layout_of
from extract.registers.wording import find_period, group_of, take_apart
from extract.wording import likeness, phrases
from tests.registers import Set, table

TEXTS = [
    "The harbour wall is breached in a storm and the lower town floods",
    "Seasonal staff cannot be hired before the summer opens",
    "The ferry contract ends without a bidder for the winter service",
    "A fraud in the ticket office is found too late to recover the money",
]
ACTS = [
    "Survey the wall every spring and repair what is loose",
    "Open the hiring round in January with a stall at both colleges",
    "Talk to three operators about a shared winter timetable",
    "Count the takings twice a day and rotate the counters",
]
# field -> cells
REGISTER = {
    "ref": ["H1", "H2", "H3", "H4"],
    "category": ["Coast", "People", "Transport", "Money"],
    "title": TEXTS,
    "owner": ["AB", "CD / AB", "EF", "CD"],
    "gross_likelihood": ["4", "3", "5", "2"],
    "gross_impact_score": ["5", "4", "3", "4"],
    "gross_score": ["20", "12", "15", "8"],
    "residual_likelihood": ["2", "3", "2", "1"],
    "residual_impact_score": ["5", "3", "3", "4"],
    "residual_score": ["10", "9", "6", "4"],
    "action": ACTS,
    "action_target": ["Ongoing", "Jan 2025", "31/03/2025", "TBC"],
    "trend": ["↑", "→", "↓", "New"],
}
PLAIN = {"gross": ["Gross", "Inherent", "Raw", "Unmitigated", "Untreated"], "residual": ["Residual", "Remaining"]}
MEASURES = {"likelihood": ["likelihood", "probability"], "impact_score": ["impact", "severity"], "score": ["score"]}
NONSENSE = [("Zebra crossing", ["wug", "dax", "blick", "fep"]), ("Moonphase", ["7", "81", "650", "9"])]


def headings_for(field: str) -> list[str]:
    """The headings by which the vocabulary knows a field, and no other field."""
    stage, _, measure = field.partition("_")
    if stage in PLAIN:
        return [f"{s} {m}" for s in PLAIN[stage] for m in MEASURES[measure]]
    owners: dict[str, set[str]] = {}
    for phrase in phrases("columns_register"):
        owners.setdefault(phrase.plain, set()).add(phrase.canonical)
    return [
        p.printed
        for p in phrases("columns_register")
        if p.canonical == field
        and p.strength == 1
        and owners[p.plain] == {field}
        and take_apart(p.printed).stage is None
    ]


def assigned(headings: list[str], columns: list[list[str]]) -> list[str | None]:
    made = table([headings, *[list(r) for r in zip(*columns, strict=True)]])
    layout = layout_of(made)
    assert layout.heading_rows == 1
    return [a.field for a in assign_columns(layout.columns, made.rows - 1)]


@pytest.mark.parametrize("field", [f for f in REGISTER if len(headings_for(f)) > 1])
def test_each_known_heading_alone_changed_keeps_the_assignment(field):
    fields = list(REGISTER)
    for heading in headings_for(field):
        headings = [heading if f == field else headings_for(f)[0] for f in fields]
        found = dict(zip(fields, assigned(headings, [REGISTER[f] for f in fields]), strict=True))
        assert found == {f: f for f in fields}, heading


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_headings_by_another_name_in_another_order_beside_a_nonsense_column(data):
    # the likelihood, impact and score of a stage stay together: no register tears them apart
    runs = [["ref"], ["category"], ["title"], ["owner"], ["action", "action_target"], ["trend"]]
    runs += [[f for f in REGISTER if f.startswith(stage)] for stage in PLAIN]
    order = [f for run in data.draw(st.permutations(runs)) for f in run]
    headings = [data.draw(st.sampled_from(headings_for(f))) for f in order]
    columns = [REGISTER[f] for f in order]
    name, cells = data.draw(st.sampled_from(NONSENSE))
    place = data.draw(st.integers(0, len(order)))
    headings.insert(place, name)
    columns.insert(place, cells)
    expected: list[str | None] = list(order)
    expected.insert(place, None)
    assert assigned(headings, columns) == expected


def test_group_headings_give_the_stage():
    made = table(
        [
            [
                "Ref",
                "Risk",
                Set("Inherent risk", right=3),
                None,
                None,
                Set("Current risk (3 May 2024)", right=3),
                None,
                None,
            ],
            ["", "", "L", "I", "Score", "L", "I", "Score"],
            ["1", TEXTS[0], "4", "5", "20", "3", "5", "15"],
            ["2", TEXTS[1], "4", "4", "16", "2", "4", "8"],
        ],
        headings=2,
    )
    found = [a.field for a in assign_columns(layout_of(made).columns, 2)]
    assert found[2:] == [f"{s}_{m}" for s in ("gross", "current") for m in ("likelihood", "impact_score", "score")]


def test_a_stage_printed_over_the_first_of_three_holds_for_its_neighbours():
    headings = ["Ref", "Risk", "Inherent likelihood", "Impact", "Score", "Residual likelihood", "Impact", "Score"]
    columns = [["1", "2"], TEXTS[:2], ["4", "5"], ["5", "3"], ["20", "15"], ["2", "2"], ["4", "3"], ["8", "6"]]
    found = assigned(headings, columns)
    assert found[2:] == [f"{s}_{m}" for s in ("gross", "residual") for m in ("likelihood", "impact_score", "score")]


def test_one_pair_without_a_stage_is_current():
    found = assigned(["Ref", "Risk", "Likelihood", "Impact"], [["1", "2"], TEXTS[:2], ["4", "5"], ["5", "3"]])
    assert found == ["ref", "title", "current_likelihood", "current_impact_score"]


def test_impact_in_words_is_the_consequence_and_impact_in_numbers_a_measure():
    texts = ["Homes are lost and the town has to be housed elsewhere for months", "Visits fall and with them the rents"]
    found = assigned(
        ["Ref", "Risk", "Impact", "Likelihood", "Impact"], [["1", "2"], TEXTS[:2], texts, ["4", "5"], ["5", "3"]]
    )
    assert found == ["ref", "title", "consequence", "current_likelihood", "current_impact_score"]


def test_a_dated_score_beside_the_present_one_is_the_previous():
    found = assigned(
        ["Ref", "Risk", "Mar 2023 Score", "Score now"], [["1", "2"], TEXTS[:2], ["12", "16"], ["15", "16"]]
    )
    assert found == ["ref", "title", "previous_score", "current_score"]


@pytest.mark.parametrize("stage", ["Net", "Current score", "Residual rating"])
def test_a_dated_score_beside_one_of_its_stage_without_a_date_is_the_previous(stage):
    found = assigned(
        ["Ref", "Risk", "Gross", stage, "Target", f"{stage}, June 2024"],
        [["1", "2"], TEXTS[:2], ["25", "20"], ["15", "16"], ["8", "6"], ["12", "–"]],
    )
    assert found[2] == "gross_score"
    assert found[4:] == ["target_score", "previous_score"]


@pytest.mark.parametrize(
    ("over", "dates", "fields"),
    [
        ("Residual score", ["Mar 23", "Sep 23", "Mar 24"], [None, "previous_score", "residual_score"]),
        ("Current risk score", ["Q2 2024", "Q1 2024", ""], ["current_score", "previous_score", "title"]),
        ("Net rating", ["Mar 24", "Sep 23", "Mar 23"], ["current_score", "previous_score", None]),
    ],
)
def test_scores_dated_below_one_stage_are_this_and_the_previous_ones(over, dates, fields):
    made = table(
        [
            ["Ref", "Owner", Set(over, right=3), None, None],
            ["", "", *dates[:2], dates[2] or "Risk"],
            ["R1", "Ann Brook", "12", "16", "20" if dates[2] else TEXTS[0]],
            ["R2", "Carl Dean", "9", "8", "6" if dates[2] else TEXTS[1]],
        ],
        headings=2,
    )
    found = [a.field for a in assign_columns(layout_of(made).columns, 2)]
    assert [None if f == "other" else f for f in found[2:]] == fields


def test_columns_under_headings_never_seen_are_read_by_their_cells():
    headings = ["Zib", "Plonk", "Fleem", "Grault", "Corge", "Waldo"]
    columns = [
        ["X1", "X2", "X3", "X4"],
        TEXTS,
        ["AB", "CD", "AB", "EF"],
        ["4", "3", "5", "2"],
        ["5", "4", "3", "4"],
        ["20", "12", "15", "8"],
    ]
    made = table([headings, *[list(r) for r in zip(*columns, strict=True)]])
    found = assign_columns(columns_of(made, 1), 4)
    assert [a.field for a in found] == [
        "ref",
        "title",
        "owner",
        "current_likelihood",
        "current_impact_score",
        "current_score",
    ]
    assert all(a.confidence < 0.8 for a in found)


def test_numbers_in_circles_are_no_figures_to_multiply():
    """`⑥` is a digit to Unicode, and no number to anybody."""
    columns = [["X1", "X2", "X3", "X4"], TEXTS, ["①", "②", "③", "②"], ["②", "①", "②", "②"], ["②", "②", "⑥", "④"]]
    made = table([["Zib", "Plonk", "Fleem", "Grault", "Corge"], *[list(r) for r in zip(*columns, strict=True)]])
    found = assign_columns(columns_of(made, 1), 4)
    assert [a.field for a in found][:2] == ["ref", "title"]
    assert not {"current_likelihood", "current_impact_score", "current_score"} & {a.field for a in found}


def test_a_word_that_no_phrase_covers_counts_against_it():
    assert likeness("Secondary Owner", phrases("columns_register")).get("owner", 0) < 0.75
    assert likeness("Source/Cause of Risk", phrases("columns_register"))["cause"] == 1
    assert likeness("Likeli hood", phrases("columns_register"))["likelihood"] == 1


@pytest.mark.parametrize(
    ("printed", "stage", "period", "rest"),
    [
        ("Score Now (3 May 2024)", "current", "3 May 2024", "score"),
        ("Jun 2023 Score", None, "Jun 2023", "score"),
        ("Inherent Likelihood", "gross", None, "likelihood"),
        ("Q3 Trending", None, "Q3", "trending"),
        ("Target date", "target", None, "date"),
        ("Owner", None, None, "Owner"),
    ],
)
def test_a_heading_taken_apart(printed, stage, period, rest):
    found = take_apart(printed)
    assert (found.stage, found.period, found.rest) == (stage, period, rest)


def test_groups_and_periods():
    assert group_of("Actions / Mitigations") == "action"
    assert group_of("Details of Risk") == "risk"
    assert group_of("Weather") is None
    assert find_period("Q2 24/25") == "Q2 24/25"
    assert find_period("May") == "May"
    assert find_period("What may happen") is None


@pytest.mark.parametrize(
    ("printed", "look"),
    [
        ("4", "digit"), ("16.8", "number"), ("4 x 5 = 20", "product"), ("4 - Likely", "ranked"), ("£1.2m", "amount"),
        ("Mar-24", "date"), ("by 31 March 2025", "date"), ("Ongoing", "when"), ("G", "rag"), ("High", "rating"),
        ("AB / CD", "initials"), ("CR12", "ref"), ("Ann Brook", "name"), ("Head of Legal", "post"), ("→", "arrow"),
        ("N/A", "none"), ("", "empty"), ("Coast", "words"), (TEXTS[0], "text"),
        ("20 L4 x I5", "product"),
        ("16 (4 x 4)", "product"),
        ("High (16)", "banded"),
        ("12 - Medium", "banded"),
        ("Likely (4)", "ranked"),
        ("Likelihood 4 x Impact 5 = 20 (Very High)", "product"),
        ("Consequence: 3 × Likelihood: 2 = Score 6, Low", "product"),
        ("3 x 4 = 12 - High", "product"),
        ("Doors x 2 and 3 lifts", "text"),
        ("20 Likelihood 4 Impact 5", "product"),
        ("4 Low", "banded"),
        ("Somewhat likely/Severe", "paired"), ("Major impact, Unlikely", "paired"), ("Very unlikely Minor", "paired"),
        ("M/H", "grades"), ("Likely/Unlikely", "words"), ("Likely/Somewhat", "words"),
        ("4 Lifts", "words"),
    ],
)  # fmt: skip
def test_looks(printed, look):
    assert look_of(printed) == look


def test_a_plain_vocabulary_is_enough_for_a_list():
    made = table([["Initials", "Name", "Post"], ["AB", "Ann Brook", "Clerk"], ["CD", "Carl Dean", "Warden"]])
    assert [a.field for a in assign_by_vocabulary(columns_of(made), "columns_key")] == ["initials", "name", "other"]

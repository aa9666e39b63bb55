from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.deliverables import FAMILY as DELIVERABLES
from extract.families.scorecard import FAMILY
from extract.families.table_titles import fiscal_year
from models.record import Printed
from tests.registers import Set, paragraph, section, table

MEASURES = "KPI 3: % of mornings swept 88% (+0.4p.p.) KPI 4: Days lost 2.1"
LONG = "Bring down the number of nets lost at sea by all boats of the harbour"


def told(records: list[Printed], view: str = "kpis") -> list[dict[str, str]]:
    return [{name: f.text for name, f in r.fields.items()} for r in records if r.view == view]


def merged(breaks: tuple[int, ...] = ()):
    return table(
        [
            ["Sub-Objective", "Key Performance Indicator", "Current", "Historical Performance / Benchmark", "Target"],
            [Set("Clean water", down=2), LONG, "12 [YTD Jan 23]", "15 [Same period 2021/22]", "10"],
            [None, "Raise the share of boats with a holding tank", "61%", "55%", ""],
            [Set("Safe water", down=1), "Keep the lifeboat ready", "In development", "", ""],
        ],
        breaks=breaks,
    )


def test_a_scorecard_is_claimed_with_reasons():
    claim = FAMILY.claim(section(merged(), title="Harbour Scorecard"))
    assert claim.score > 0.8
    assert "a column of indicators" in claim.reasons


@pytest.mark.parametrize(
    "headings", [("Risk", "Owner", "Score"), ("Item", "Title", "Page"), ("Budget", "Actual", "Variance")]
)
def test_other_tables_are_not_claimed(headings: tuple[str, ...]):
    assert FAMILY.claim(section(table([headings, ["a", "b", "c"], ["d", "e", "f"]]))).score < 0.5


def test_merged_objectives_hold_for_their_rows():
    found = told(list(FAMILY.read(section(merged(), title="Harbour Scorecard"))))
    assert [k.get("sub_objective") for k in found] == ["Clean water", "Clean water", "Safe water"]
    assert found[0]["kpi"] == LONG
    assert (found[0]["current_text"], found[0]["benchmark_text"], found[0]["target_text"]) == (
        "12 [YTD Jan 23]", "15 [Same period 2021/22]", "10",
    )  # fmt: skip
    assert "target_text" not in found[1]


def test_bands_are_sections():
    card = table(
        [
            ["Ref", "Indicator", "Actual", "Target"],
            [Set("Water", right=4), None, None, None],
            ["W1", "Oil spills in the harbour", "3", "0"],
            [Set("Boats", right=4), None, None, None],
            ["B1", "Boats inspected in the year", "88%", "95%"],
        ]
    )
    found = told(list(FAMILY.read(section(card, title="Scorecard"))))
    assert [(k["section"], k["ref"], k["current_text"]) for k in found] == [
        ("Water", "W1", "3"),
        ("Boats", "B1", "88%"),
    ]


def test_painted_rows_with_nothing_but_a_name_are_bands():
    def band(name: str) -> list[Set]:
        return [Set(name, fill="#dde6f0"), *(Set(fill="#dde6f0") for _ in range(3))]

    card = table(
        [
            ["Ref", "Indicator", "Actual", "Target"],
            band("Water"),
            ["W1", "Oil spills in the harbour", "3", "0"],
            ["W2", "Samples that were clear", "91%", ""],
            band("Boats"),
            ["B1", "Boats inspected in the year", "88%", "95%"],
        ]
    )
    found = told(list(FAMILY.read(section(card, title="Scorecard"))))
    assert [(k["section"], k["ref"]) for k in found] == [("Water", "W1"), ("Water", "W2"), ("Boats", "B1")]


def test_a_row_without_figures_is_no_band_where_others_are_painted_so_too():
    stripe = "#eeeeee"
    card = table(
        [
            ["Indicator", "Actual", "Target"],
            [Set("Oil spills in the harbour", fill=stripe), Set("3", fill=stripe), Set("0", fill=stripe)],
            ["Boats inspected in the year", "88%", "95%"],
            [Set("Days of storm", fill=stripe), Set(fill=stripe), Set(fill=stripe)],
            ["Boats that were lost", "1", "0"],
        ]
    )
    found = told(list(FAMILY.read(section(card, title="Scorecard"))))
    assert [k["kpi"] for k in found][2] == "Days of storm"
    assert not any("section" in k for k in found)


def test_a_row_cut_by_a_page_is_one_indicator():
    card = table(
        [
            ["Indicator", "Current", "Target"],
            ["Share of boats whose engines were", "12 trawlers", "20"],
            ["serviced before the winter", "9 yachts", ""],
        ],
        breaks=(2,),
    )
    (found,) = told(list(FAMILY.read(section(card, title="Scorecard"))))
    assert found["kpi"] == "Share of boats whose engines were serviced before the winter"
    assert found["current_text"] == "12 trawlers 9 yachts"


def test_columns_of_periods_are_kept_apart_with_their_headings():
    card = table(
        [
            ["Ref", "Indicator", "Unit", "Q1 2023/24", "Q2 2023/24", "Q3 2023/24", "Target"],
            ["K1", "Boats inspected", "Number", "4", "7", "9", "8"],
            ["K2", "Moorings let", "%", "81", "83", "90", "95"],
        ]
    )
    first = next(iter(FAMILY.read(section(card, title="Scorecard"))))
    assert [(first.fields[f"value_{n}"].text, first.fields[f"value_{n}"].note) for n in (1, 2, 3)] == [
        ("4", "Q1 2023/24"), ("7", "Q2 2023/24"), ("9", "Q3 2023/24"),
    ]  # fmt: skip
    assert first.fields["target_text"].text == "8"


def test_figures_beside_targets_make_indicators_of_an_unnamed_column():
    card = table(
        [
            ["", "This year", "Last year", "Target"],
            ["Reduce spills of oil", "3", "5", "0"],
            ["Let moorings", "88", "80", "90"],
        ]
    )
    found = told(list(FAMILY.read(section(card, title="Performance"))))
    assert [k["kpi"] for k in found] == ["Reduce spills of oil", "Let moorings"]


def test_the_title_loses_the_label_of_its_appendix():
    blocks = (paragraph("Appendix B – Harbour Scorecard", level=1), merged())
    found = told(list(FAMILY.read(section(*blocks, title=None))))
    assert found[0]["scorecard"] == "Harbour Scorecard"


def test_meant_line_ends_are_told():
    card = table([["Indicator", "Current", "Target"], [LONG, "Red 2\nGreen 5", ""]])
    (record,) = FAMILY.read(section(card, title="Scorecard"))
    assert record.fields["current_text"].breaks == (6,)


def test_blocks_of_labelled_figures_are_indicators():
    paper = section(
        paragraph("HB1 Moorings let in the summer", level=3),
        paragraph("Latest: 93.2% (Green)", y=20),
        paragraph("Target: 95%", y=40),
        paragraph("Floor: 90%", y=60),
        paragraph("HB2 Days from request to mooring", y=80, level=3),
        paragraph("Latest: 12 days Target: 10 days Previous: 14 days", y=100),
        title="Harbour Dashboard",
    )
    assert FAMILY.claim(paper).score > 0.5
    first, second = told(list(FAMILY.read(paper)))
    assert (first["ref"], first["kpi"], first["current_text"], first["floor_text"]) == (
        "HB1", "Moorings let in the summer", "93.2% (Green)", "90%",
    )  # fmt: skip
    assert (second["current_text"], second["target_text"], second["previous_text"]) == ("12 days", "10 days", "14 days")


def commitments():
    return table(
        [
            ["What we have committed to", "Led by", "Timescale", "Measure"],
            [Set("A clean harbour for all who use it", right=4), None, None, None],
            ["Sweep the quay every morning before the market", "Harbour Master", "March 2026", MEASURES],
            ["Give out\n- nets\n- bins", "Clerk", "Ongoing", "Bins given out"],
        ]
    )  # fmt: skip


def test_commitments_have_leads_and_objectives():
    paper = section(commitments(), title="What We Will Do")
    assert DELIVERABLES.claim(paper).score > 0.7
    found = told(list(DELIVERABLES.read(paper)), "deliverables")
    assert found[0]["objective"] == "A clean harbour for all who use it"
    assert (found[0]["lead"], found[0]["timescale"]) == ("Harbour Master", "March 2026")
    assert found[1]["deliverable"] == "Give out nets bins"


def test_indicators_written_into_cells_are_read():
    found = told(list(DELIVERABLES.read(section(commitments(), title="What We Will Do"))))
    assert [(k["ref"], k["kpi"], k.get("current_text")) for k in found] == [
        ("KPI 3", "% of mornings swept", "88% (+0.4p.p.)"),
        ("KPI 4", "Days lost", "2.1"),
    ]


def test_a_milestone_column_of_figures_is_no_commitment():
    card = table([["Indicator", "This year", "Milestone"], ["Spills", "3", "-5 %"], ["Wrecks", "1", "-2 %"]])
    assert DELIVERABLES.claim(section(card)).score < 0.5


def plan(*headings: str, colour: str | None = None):
    dot = Set("●") if colour else Set("Behind schedule")
    rows = [
        list(headings),
        ["1.1", "Lay a new slipway beside the old quay", "Quays and Moorings", "Q4 2031", "Stone is ordered.", dot],
        [
            "1.2",
            "Publish a chart of the harbour bed",
            "Head of Charts",
            "End 2031",
            "Printed in May.",
            Set("Completed"),
        ],
    ]
    return table(rows)


WORDS = ("Ref", "What we said we'd do", "Responsible section", "To be completed by", "Where we are now", "Rating")


def test_a_plan_is_read_under_its_goals():
    paper = section(
        paragraph("Goal 1: A safe harbour", level=2), plan(*WORDS), paragraph("Goal 2: A busy harbour", level=2), plan(*WORDS),
        title="Harbour Plan: progress report",
    )  # fmt: skip
    assert DELIVERABLES.claim(paper).score > 0.8
    found = told(list(DELIVERABLES.read(paper)), "deliverables")
    assert [d["objective"] for d in found] == ["Goal 1: A safe harbour"] * 2 + ["Goal 2: A busy harbour"] * 2
    assert (found[0]["lead"], found[0]["timescale"], found[0]["rag"]) == (
        "Quays and Moorings",
        "Q4 2031",
        "Behind schedule",
    )


def test_actions_led_and_dated_are_a_plan_only_under_a_title_that_says_so():
    words = ("No", "Action", "Owner", "Due date", "Comments", "Status")
    log = section(plan(*words), title="Action log")
    planned = section(plan(*words), title="Harbour Delivery Plan")
    assert DELIVERABLES.claim(log).score < 0.5
    assert DELIVERABLES.claim(planned).score >= 0.5


def test_a_table_over_which_another_family_read_the_heading_keeps_it():
    heading, card = (
        paragraph("Quays", level=2),
        table([["Measure", "Actual", "Target"], ["Berths cleaned in a week", "80%", "82%"], ["Nets mended", "1", "2"]]),
    )
    whole = section(heading, card, title="Harbour Performance Report")
    rest = replace(whole, blocks=(card,), whole=whole.blocks)
    assert {k.get("section") or k.get("scorecard") for k in told(list(FAMILY.read(rest)))} == {"Quays"}


def test_actions_beside_milestones_are_what_is_to_be_done():
    paper = section(
        table(
            [
                ["Priority", "Action", "Milestone", "Owner", "By when", "BRAG"],
                ["Safe quays", "Refit the lamps", "4,000 lamps by March", "Harbour Master", "31/03/2032", "G"],
                ["Warm cabins", "Insulate the cabins", "600 cabins", "Clerk", "30/06/2032", "A"],
            ]
        ),
        title="Harbour progress",
    )
    assert DELIVERABLES.claim(paper).score >= 0.5
    found = told(list(DELIVERABLES.read(paper)), "deliverables")
    assert [(d["deliverable"], d["measure"]) for d in found] == [
        ("Refit the lamps", "4,000 lamps by March"), ("Insulate the cabins", "600 cabins"),
    ]  # fmt: skip


def test_the_sentence_that_dates_fiscal_years_stands_with_the_indicators():
    says = paragraph("The Harbour's fiscal year runs from July 1 to June 30.")
    found = fiscal_year(section(paragraph("Moorings let in May"), says))
    assert found is not None and found.text == says.text
    assert fiscal_year(section(paragraph("Fiscal year 2031"))) is None


def test_texts_that_stand_beside_several_commitments_are_their_objectives_whatever_heads_them():
    def strands(head: str) -> list[str | None]:
        rows = [
            [head, "Milestone", "Senior officer", "Due", "BRAG"],
            [Set("Quays", down=2), "Mend the lamps", "Rosa Quill", "May 2031", "G"],
            [None, "Dredge the basin", "Rosa Quill", "June 2031", "A"],
            [Set("Nets", down=2), "Hand out bins", "Marc Tern", "July 2031", "B"],
            [None, "Count the nets", "Marc Tern", "July 2031", "R"],
        ]
        paper = section(table(rows), title="Harbour Delivery Plan")
        return [d.get("objective") for d in told(list(DELIVERABLES.read(paper)), "deliverables")]

    assert strands("Programme") == strands("Harbour strand of it") == ["Quays", "Quays", "Nets", "Nets"]


def test_headings_that_name_objectives_make_a_plan_of_tables_of_actions_surer():
    words = ("No", "Action", "Owner", "Due date", "Comments", "Status")

    def sure(*heads: str) -> float:
        blocks = [b for n, head in enumerate(heads) for b in (paragraph(head, level=2, y=100.0 * n), plan(*words))]
        return DELIVERABLES.claim(section(*blocks, title="Harbour Delivery Plan")).score

    assert sure("Theme 1: Quays", "Theme 2: Nets") > sure("Quays", "Nets") >= 0.5


@pytest.mark.parametrize(
    "notes",
    [
        ("Commentary: two nets were lost in the storm", "Comment – the second boat is back"),
        ("Two nets were lost in the storm of May.", "The second boat is back from the yard now."),
    ],
)
def test_a_text_under_an_indicator_is_no_section(notes: tuple[str, str]):
    card = table(
        [
            ["Indicator", "Department", "Q1", "Q2", "Target"],
            ["Nets lost at sea in the year", "Harbour", "3", "4", "0"],
            [Set(notes[0], right=5), None, None, None, None],
            ["Boats inspected in the year", "Harbour", "88%", "90%", "95%"],
            [Set(notes[1], right=5), None, None, None, None],
        ]
    )
    found = told(list(FAMILY.read(section(card, title="Scorecard"))))
    assert [(k["kpi"], k["lead"], k.get("section"), k["comment"]) for k in found] == [
        ("Nets lost at sea in the year", "Harbour", None, notes[0]),
        ("Boats inspected in the year", "Harbour", None, notes[1]),
    ]


def test_a_band_that_is_a_sentence_once_stays_a_band():
    card = table(
        [
            ["Indicator", "Actual", "Target"],
            [Set("We keep the water clean for those who come after us.", right=3), None, None],
            ["Oil spills in the harbour", "3", "0"],
            ["Boats inspected in the year", "88%", "95%"],
            ["Nets lost at sea in the year", "3", "1"],
        ]
    )
    found = told(list(FAMILY.read(section(card, title="Scorecard"))))
    assert {k["section"] for k in found} == {"We keep the water clean for those who come after us."}


@pytest.mark.parametrize("sizes", [(14.0, 11.0, 11.0), (11.0, 11.0, 11.0)])
def test_of_a_body_a_title_and_a_quarter_over_a_table_the_title_names_the_scorecard(sizes: tuple[float, ...]) -> None:
    texts = ("Silverstrand Harbour Authority", "Performance scorecard", "Quarter 4 2025/26")
    heads = [
        replace(paragraph(text, y=10.0 * n, level=2), size=size)
        for n, (text, size) in enumerate(zip(texts, sizes, strict=True))
    ]
    card = table([["Ref", "Indicator", "Actual", "Target"], ["K1", "Berths let", "91%", "90%"], ["K2", LONG, "4", "5"]])
    found = told(list(FAMILY.read(section(*heads, card, title=None))))
    assert [(k["scorecard"], k.get("section")) for k in found] == [("Performance scorecard", None)] * 2
    lines = tuple(line for head in heads[:2] for line in head.lines)
    words = tuple(w for line in lines for w in line.words)
    title = replace(heads[0], lines=lines, words=words, text=" ".join(texts[:2]))
    found = told(list(FAMILY.read(section(title, card, title=None))))
    assert found[0]["scorecard"] == "Performance scorecard"


def named(number: str, name: str, figures: list[str]):
    return table(
        [
            [Set(f"{number}{name}", right=4), None, None, None],
            ["Better to be", "Target for Mid-year 2031/32", "Mid-year 2031/32 actual", "RAG"],
            figures,
            [Set("The nets were mended over the winter.", right=4), None, None, None],
        ],
        headings=2,
    )


@pytest.mark.parametrize("numbers", [("3 ", "5 "), ("KPI 3 ", "KPI 5 ")])
def test_tables_of_one_indicator_each_are_named_by_their_first_row(numbers: tuple[str, str]):
    tables = [
        named(numbers[0], "Nets lost at sea", ["Decrease", "40", "38", "Green"]),
        named(numbers[1], "Boats with a holding tank", ["Increase", "60%", "51%", "Red"]),
    ]
    paper = section(*tables, title="Harbour Scorecard")
    assert FAMILY.claim(paper).score > 0.5
    rows = told(list(FAMILY.read(paper)))
    assert [(r["ref"], r["kpi"]) for r in rows] == [
        (numbers[0].strip(), "Nets lost at sea"),
        (numbers[1].strip(), "Boats with a holding tank"),
    ]
    assert [(r["polarity"], r["target_text"], r["rag"]) for r in rows] == [
        ("Decrease", "40", "Green"),
        ("Increase", "60%", "Red"),
    ]
    assert rows[0]["comment"] == "The nets were mended over the winter."


def test_the_figure_of_one_month_beside_its_target_tells_where_an_indicator_stands():
    found = table(
        [["Ref", "Performance measure", "Target 2031/32", "Jul 2031 actual"], ["A1", LONG, "40", "38"]], headings=1
    )
    assert FAMILY.claim(section(found, title="Performance")).score >= 0.7

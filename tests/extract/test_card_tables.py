from __future__ import annotations

from dataclasses import replace

from extract.families.scorecard import FAMILY
from models.page import Fill
from models.section import Section
from tests.pages import Text, set_page
from tests.registers import paragraph, section

HEADINGS = "Q3 actual\tQ3 target\tQ3 2030/31\tTrend\tYTD actual\tYTD target"


def card(top: float, name: str, values: str, headings: str = HEADINGS, way: str = "Lower is better") -> list[Text]:
    heads = [Text(45 + 70 * n, top + 24, text, 7.0) for n, text in enumerate(headings.split("\t"))]
    return [
        Text(45, top + 4, name, 9.0, bold=True),
        *heads,
        *(Text(55 + 70 * n, top + 38, text, 7.0) for n, text in enumerate(values.split("\t"))),
        Text(45, top + 60, f"{way}\t|\tIndicator owner: Ferry Master", 7.0, tab=5.0),
    ]


def cards(*texts: list[Text]) -> Section:
    frames = tuple(Fill(38, t[0].top - 8, 560, t[0].top + 80, "#f4eeee") for t in texts)
    page = replace(set_page(*(t for held in texts for t in held)), fills=frames)
    title = paragraph("Quarter 3: October to December 2031", y=30)
    made = section(title="Ferry Scorecard")
    return replace(made, paper=replace(made.paper, opening=(title,)), pages=(page,))


def test_a_small_table_tells_the_figures_of_each_period():
    first, second = FAMILY.read(
        cards(
            card(60, "FY 01 Sailings late", "118\t125\t131\t▼\t352\t371"), card(200, "FY 02 Bumps", "2\t0\t1\t▲\t3\t0")
        )
    )
    assert {n: f.text for n, f in first.fields.items() if n != "scorecard"} == {
        "ref": "FY 01", "kpi": "Sailings late", "polarity": "Lower is better", "lead": "Ferry Master", "trend": "▼",
        "value_1": "118", "value_2": "125", "value_3": "131", "value_5": "352", "value_6": "371",
    }  # fmt: skip
    assert [second.fields[f"value_{n}"].note for n in (1, 2, 3, 5, 6)] == [
        "Q3 actual", "Q3 target", "Q3 2030/31", "YTD actual", "YTD target",
    ]  # fmt: skip
    assert first.context["reported"].text == "Quarter 3: October to December 2031"


def test_headings_that_name_one_figure_each_name_its_field():
    heads = "Actual\tTarget\tTrend"
    first, _ = FAMILY.read(
        cards(card(60, "FY 01 Sailings late", "118\t125\t▼", heads), card(200, "FY 02 Bumps", "2\t0\t▲", heads))
    )
    assert [first.fields[n].text for n in ("current_text", "target_text", "trend")] == ["118", "125", "▼"]

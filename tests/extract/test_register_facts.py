"""Title, body and day of a register, as its cover, its headings and its running lines say them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.families.register import FAMILY as REGISTER
from extract.registers.facts import register_facts
from extract.registers.layout import layout_of
from extract.registers.whose import owns
from extract.section import names_body
from models.page import Page
from models.section import Paper, Section
from tests.registers import Set, paragraph, section, table, words_of


def made(*blocks, running=(), title=None, organisation=None, date=None):
    """A paper of two pages, `running` printed at the head of each, at the places given."""
    pages = []
    for number in (1, 2):
        words = [w for x, text in running for w in words_of(text, number, x, 10)]
        pages.append(Page(number, 600, 800, words=tuple(words)))
    opening = tuple(b for b in blocks if hasattr(b, "heading_level"))
    paper = Paper(1, 1, 2, title, organisation, date, opening, tuple(text for _, text in running))
    return Section(1, paper, title, tuple(blocks), tuple(pages))


def facts(*blocks, **more):
    return {name: f.text for name, f in register_facts(made(*blocks, **more), []).items()}


def test_the_running_line_names_the_body_before_the_board_that_a_heading_is_for():
    board = paragraph("Strategy Board", level=1)
    found = facts(
        board,
        running=[(20, "Seahaven and Eastcliff Hospitals Trust"), (400, "Risk Report | May 2024")],
        organisation=board,
    )
    assert found["organisation"] == "Seahaven and Eastcliff Hospitals Trust"


def test_a_board_is_the_body_where_no_other_is_named():
    board = paragraph("Strategy Board", level=1)
    made_of = register_facts(made(board, organisation=board), [])
    assert made_of["organisation"].text == "Strategy Board"
    assert made_of["organisation"].confidence < 0.8


def test_a_running_name_without_a_word_for_a_body_is_one_where_the_text_names_it_too():
    line = [(20, "Kestrel Point"), (400, "Risk Report | May 2024")]
    assert (
        facts(paragraph("These are the strategic risks of Kestrel Point this year."), running=line)["organisation"]
        == "Kestrel Point"
    )
    assert "organisation" not in facts(paragraph("These are the strategic risks."), running=line)


@pytest.mark.parametrize(
    "text", ["Key issues for the Board", "Report to the Committee", "Audit Committee", "Directors' Group"]
)
def test_what_owns_no_register(text):
    assert not owns(text)


@pytest.mark.parametrize(
    "text", ["Seahaven Town Council", "Anyshire Integrated Care Board", "Police and Crime Commissioner for Anyshire"]
)
def test_what_owns_a_register(text):
    assert owns(text)


def test_the_cover_names_the_paper_and_a_heading_of_a_part_does_not():
    cover = table(
        [
            ["Meeting", "Board in public"],
            ["Title of report", "Board Assurance Framework, quarter 3"],
            ["Author", "Ann Lee"],
        ],
        0,
    )
    part = paragraph("Executive summary", level=1)
    assert facts(cover, part, title=part)["register_title"] == "Board Assurance Framework, quarter 3"
    assert "register_title" not in facts(part, title=part)
    assert (
        facts(paragraph("Subject: Corporate Risk Register"), title=part)["register_title"] == "Corporate Risk Register"
    )


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("BAF summary at 31 December 2024", "31 December 2024"),
        ("This shows our strategic risks at the end of quarter 2 (30 September 2024).", "30 September 2024"),
        (
            "The corporate risk register for the quarter ended 31 March 2025 is below, with all its parts.",
            "31 March 2025",
        ),
    ],
)
def test_the_day_that_risks_stand_at(text, date):
    assert date in facts(paragraph(text, level=2))["as_of"]


@pytest.mark.parametrize(
    "said", ["As of September 30, 2025. Ratings are", "Ratings as of 30 September 2025. Each objective is"]
)
def test_the_first_sentence_below_the_title_may_say_the_day(said):
    text = f"{said} explained in the policy of the board, which was last amended on 3 May 2021 for all of the harbours."
    assert "September" in facts(paragraph(text))["as_of"]
    assert "2021" not in facts(paragraph(text))["as_of"]


def test_a_running_line_may_say_the_day_and_the_day_of_a_meeting_does_not_outweigh_it():
    running = [(20, "Risk profile | Position as at 12 September 2025 | OFFICIAL")]
    title = paragraph("Strategic risk profile", level=1)
    dated = paragraph("Board meeting 25 September 2025")
    assert facts(title, dated, running=running, title=title, date=dated)["as_of"] == "Position as at 12 September 2025"
    printed = [(20, "Risk profile | Printed on 12 September 2025 | OFFICIAL")]
    assert facts(title, dated, running=printed, title=title, date=dated)["as_of"] == dated.text


def test_a_board_that_is_a_body_of_its_own_is_one():
    line = paragraph("Silverstrand Education and Training Board – position as at 30 June 2024")
    assert facts(line)["organisation"] == "Silverstrand Education and Training Board"


def test_a_city_or_a_town_is_a_body():
    assert facts(paragraph("City of Oakhaven"))["organisation"] == "City of Oakhaven"
    assert not owns("City of Oakhaven flood of 2007")


def test_the_day_of_something_else_is_not_the_register_s():
    assert "as_of" not in facts(paragraph("The risk of floods was discussed at the meeting on 3 May 2024."))


def test_the_lines_across_a_sheet_above_its_headings_are_body_title_and_day():
    made_of = table(
        [
            [Set("Isle Harbour Authority", right=4), None, None, None],
            [Set("OPERATIONAL RISK LOG", right=4), None, None, None],
            [Set("Position as at 30 September 2024", right=4), None, None, None],
            ["ID", "Risk description", "Likelihood", "Impact"],
            ["1", "The lower town floods in a storm", "4", "5"],
            ["2", "Nobody can be hired for the summer", "3", "4"],
        ],
        headings=4,
    )
    paper = section(made_of, title=None)
    (risk, _) = (r for r in REGISTER.read(paper) if r.view == "risks")
    assert {name: f.text for name, f in risk.context.items()} == {
        "organisation": "Isle Harbour Authority",
        "register_title": "OPERATIONAL RISK LOG",
        "as_of": "Position as at 30 September 2024",
    }


@pytest.mark.parametrize(
    "name", ["SR1: A flood closes the risky depot", "Risk 1 of 5", "Principal risk 3 – Fire", "Inherent risk"]
)
def test_the_name_of_one_risk_or_a_label_is_no_title(name):
    found = facts(
        paragraph(name, level=1),
        title=paragraph(name, level=1),
        running=[(20, "Seahaven and Eastcliff Hospitals Trust"), (400, "Strategic Risk Profiles, May 2024")],
    )
    assert found["register_title"] == "Strategic Risk Profiles, May 2024"


def test_a_heading_that_is_repeated_from_form_to_form_is_no_title():
    head = paragraph("Corporate risks", level=1, y=40.0)
    band = [paragraph("About this risk", level=2, y=80.0 + 40 * n) for n in range(3)]
    assert "register_title" not in facts(paragraph("Harbour Trust", y=40.0), *band, title=band[0])
    assert facts(*[head] * 3, *band, title=head)["register_title"] == "Corporate risks"


@pytest.mark.parametrize(
    "title", ["Corporate Risk Register", "1. Strategic risks", "BAF 2025/26", "Risk management register 2025/26"]
)
def test_a_title_with_a_number_or_a_year_stays_one(title):
    assert facts(title=paragraph(title, level=1))["register_title"] == title


def test_the_line_at_a_page_s_foot_names_no_body() -> None:
    assert not names_body("Board Audit and Risk Committee, 19 May 2031 Page 1 of 6")
    assert names_body("Board Audit and Risk Committee")


def test_the_heading_of_an_annex_over_the_table_names_its_register():
    title = paragraph("Audit, Risk and Assurance Committee", level=1)
    annex = paragraph("Annex A – Quay strategic risk register as at 31 May 2031", level=2)
    risks = table([["Ref", "Risk", "Likelihood", "Impact", "Score"], ["1", "The quay may sink", "2", "4", "8"]])
    told = paragraph("The register was reviewed by the team at its meeting on 30 May 2031.")
    found = register_facts(made(title, told, annex, risks, title=title), [layout_of(risks)])
    assert found["register_title"].text == "Quay strategic risk register"
    assert found["as_of"].text == "31 May 2031"
    before = register_facts(made(title, told, annex, title=title), [])
    assert before["register_title"].text != "Quay strategic risk register"


def test_the_day_on_which_it_will_be_reviewed_is_not_that_of_a_register():
    said = (
        "Adopted by the wardens at their meeting on 12 June 2031. To be reviewed in June 2032, or sooner after a storm."
    )
    assert facts(paragraph(said))["as_of"] == "Adopted by the wardens at their meeting on 12 June 2031."
    assert (
        facts(paragraph("Last reviewed 12 June 2031. Next reviewed June 2032"))["as_of"]
        == "Last reviewed 12 June 2031."
    )


@pytest.mark.parametrize(("now", "told"), [("Net", False), ("Target", True)])
def test_the_date_of_the_score_before_is_not_that_of_the_register(now: str, told: bool) -> None:
    rows = [["Ref", "Risk", "Gross", now, "Net, June 2024"], ["R1", "The pier burns", "20", "12", "16"]]
    found = register_facts(made(paragraph("Risk register")), [layout_of(table(rows))])
    assert ("as_of" in found) is told


def test_a_line_with_body_title_and_day_at_its_three_places_says_all_of_them():
    found = facts(heads("Gull Point Partnership Board", "Operational Risk Register", "March 2031"))
    assert found["organisation"] == "Gull Point Partnership Board"
    assert found["register_title"] == "Operational Risk Register"
    assert found["as_of"] == "March 2031"


def test_so_does_a_running_line():
    line = [(20, "Gull Point Harbour Commissioners"), (220, "Operational Risk Register"), (440, "March 2031")]
    assert facts(running=line) == {
        "organisation": "Gull Point Harbour Commissioners",
        "register_title": "Operational Risk Register",
        "as_of": "March 2031",
    }


def heads(*texts):
    """A line at the head of a page with a text at the left, one in the middle, one at the right."""
    words = tuple(w for n, text in enumerate(texts) for w in words_of(text, 1, 40.0 + 240 * n, 20.0))
    return replace(paragraph(" ".join(texts), y=20.0), words=words)


@pytest.mark.parametrize("name", ["Risk matrix", "Key to scores", "Risk scoring matrix", "Key to risk scores"])
def test_the_heading_of_what_explains_the_scores_is_no_title(name):
    key = paragraph(name, level=1)
    found = facts(heads("Gull Point Harbour Trust", "Operational Risk Register", "March 2031"), key, title=key)
    assert found["register_title"] == "Operational Risk Register"


def test_the_day_behind_a_label_is_no_part_of_a_title():
    title = paragraph("Corporate Risk Register Last updated: 03/05/2031", level=1)
    assert facts(title=title)["register_title"] == "Corporate Risk Register"


def test_a_logo_in_larger_type_behind_a_body_on_its_line_is_no_part_of_its_name():
    line = paragraph("Seahaven Hospitals NHS Trust", y=40)
    last = line.words[-1]
    logo = [
        replace(last, text="ORC", x0=last.x1 + 8, x1=last.x1 + 40, font=replace(last.font, size=2 * last.font.size))
    ]
    named = replace(line, words=(*line.words, *logo), text="Seahaven Hospitals NHS Trust ORC")
    found = facts(paragraph("Board Assurance Framework", level=1), named)
    assert found["organisation"] == "Seahaven Hospitals NHS Trust"

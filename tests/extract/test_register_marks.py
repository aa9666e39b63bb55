"""Small marks of registers: keys set apart by gaps, status by fill alone, owners under titles, years before quarters."""

from __future__ import annotations

from dataclasses import replace

from extract.families.key import FAMILY as KEY
from extract.families.register import FAMILY as REGISTER
from extract.registers.wording import take_apart
from models.record import Printed
from models.section import Paragraph
from normalise.scores import read_score
from normalise.trends import period_in, read_trend
from tests.registers import Set, paragraph, section, table


def of(records: list[Printed], view: str) -> list[dict[str, str]]:
    return [{n: f.text for n, f in r.fields.items()} for r in records if r.view == view]


def in_columns(y: float, *texts: str) -> Paragraph:
    """One line whose texts stand far apart."""
    parts = [paragraph(t, y=y) for t in texts]
    words = tuple(replace(w, x0=w.x0 + 150 * n, x1=w.x1 + 150 * n) for n, p in enumerate(parts) for w in p.words)
    return replace(parts[0], text=" ".join(texts), words=words, lines=(replace(parts[0].lines[0], words=words),))


def test_a_key_in_three_columns_that_only_gaps_divide():
    key = section(
        paragraph("Key to leads", level=3),
        in_columns(20, "AB", "Ann Brook", "Harbour Master"),
        in_columns(40, "TRH", "Tom Reed-Hale", "Deputy Clerk"),
        in_columns(60, "CAD", "Carl Dean", "Treasurer"),
        title=None,
    )
    assert KEY.claim(key).score > 0.5
    assert of(list(KEY.read(key)), "owner_keys") == [
        {"initials": "AB", "name": "Ann Brook"},
        {"initials": "TRH", "name": "Tom Reed-Hale"},
        {"initials": "CAD", "name": "Carl Dean"},
    ]
    assert (
        KEY.claim(
            section(in_columns(20, "AB", "Brook Street", "Harbour"), in_columns(40, "CD", "Oak Lane", "Quay"))
        ).score
        == 0
    )


def test_a_status_told_by_fill_alone_is_the_mitigations_where_each_has_its_own():
    rows: list[list[Set | str | None]] = [["Risk ID", "Risk", "Score", "Mitigation", "By", "When", "Status"]]
    for ref, title in (("R1", "The wall fails in a storm"), ("R2", "Staff leave before the summer")):
        rows.append(
            [
                Set(ref, down=2),
                Set(title, down=2),
                Set("12", down=2),
                "Survey the wall in spring",
                "AB",
                "May 2026",
                Set("", "#00b050"),
            ]
        )
        rows.append([None, None, None, "Buy sandbags for the yard", "CD", "Ongoing", Set("", "#ff0000")])
    records = list(REGISTER.read(section(table(rows), title="Strategic risk register")))
    actions = [r for r in records if r.view == "risk_actions"]
    fills = [f.fill for a in actions for f in a.fields.values() if f.fill]
    assert fills == ["#00b050", "#ff0000"] * 2
    assert not any("rating" in r for r in of(records, "risks"))


def test_an_owner_on_a_line_below_the_title_is_the_owner():
    rows = [["Risk", "Effects", "Score"]]
    for ref, title in (("SR1", "The wall is breached"), ("SR2", "Staff are missing"), ("SR3", "Boats are late")):
        rows.append([f"{ref}\n{title}\nOwner: Head of\nCoast", "Homes are lost in the lower town", "12"])
    risks = of(list(REGISTER.read(section(table(rows), title="Strategic risk map"))), "risks")
    assert [(r["ref"], r["title"], r["owners"]) for r in risks] == [
        ("SR1", "The wall is breached", "Head of Coast"),
        ("SR2", "Staff are missing", "Head of Coast"),
        ("SR3", "Boats are late", "Head of Coast"),
    ]


def test_a_year_before_its_quarter_is_one_period():
    assert period_in("Direction of travel > 2022/23 Q4") == "2022/23 Q4"
    assert period_in("Trend Q3 23/24") == "Q3 23/24"
    assert take_apart("2022/23 Q4").period == "2022/23 Q4"
    assert take_apart("Last Qtr Score").stage == "previous"


def test_a_bar_is_a_trend_that_stays():
    assert read_trend("▬") == ("level", 1.0)


def test_one_date_beside_a_list_of_bullets_is_told_of_each_as_unsure():
    rows = [["Ref", "Risk", "Score", "Additional measures", "Timeframe"]]
    rows.append(["1", "The wall is breached", "12", "• Survey the wall\n• Buy sandbags", "30/09/20\n24"])
    rows.append(["2", "Staff are missing", "9", "Stall at both colleges", "May 2026"])
    records = list(REGISTER.read(section(table(rows), title="Strategic risk register")))
    assert of(records, "risk_actions") == [
        {"description": "Survey the wall", "target_text": "30/09/2024"},
        {"description": "Buy sandbags", "target_text": "30/09/2024"},
        {"description": "Stall at both colleges", "target_text": "May 2026"},
    ]
    sure = [r.confidence for r in records if r.view == "risk_actions"]
    assert max(sure[:2]) < 0.8 < sure[2]


def test_a_band_broken_by_a_narrow_column_is_whole():
    assert read_score("Mediu m").label == "Medium"
    assert read_score("Very High").label == "Very High"
    assert read_score("Out of range").label == "Out of range"


def word_pairs(heading: str, *pairs: str) -> list[dict[str, str]]:
    """What is read of the risks of a table of three columns, of which the last holds likelihood and impact as words."""
    texts = ("The crane stands idle all winter", "Silt closes the bar to the ferry", "The slip is iced over")
    plan = "Ask the engineer for a survey before spring"
    rows = [[text, plan, pair] for text, pair in zip(texts, pairs, strict=True)]
    page = section(table([["Risk", "Mitigation", heading], *rows]), title="Risk assessment and mitigation")
    assert REGISTER.claim(page).score > 0.5
    told = of(list(REGISTER.read(page)), "risks")
    return [{name.removeprefix("current_"): row[name] for name in row if name != "title"} for row in told]


def test_likelihood_and_impact_in_words_share_a_cell():
    assert word_pairs("Overall Risk", "Somewhat Likely/Severe", "Unlikely/ Major impact", "Minor, Rare") == [
        {"likelihood": "Somewhat Likely", "impact": "Severe"},
        {"likelihood": "Unlikely", "impact": "Major impact"},
        {"likelihood": "Rare", "impact": "Minor"},
    ]


def test_a_heading_of_both_says_which_letter_is_which():
    assert word_pairs("Likelihood / Impact", "M/H", "L/M", "H/H")[0] == {"likelihood": "M", "impact": "H"}
    assert word_pairs("Impact / Likelihood", "M/H", "L/M", "H/H")[0] == {"likelihood": "H", "impact": "M"}


def test_a_grade_between_two_is_no_pair():
    found = word_pairs("Risk level", "Medium/High", "Low/Medium", "Medium/High")
    assert not any(row.keys() & {"likelihood", "impact"} for row in found)

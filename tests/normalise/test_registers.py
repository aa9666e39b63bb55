from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.record import Field, Printed
from normalise.document import normalise_document
from normalise.owners import read_owners
from normalise.rag import colour_of, colour_word, read_rag, shade_of
from normalise.ratings import read_rating
from normalise.scores import Pair, read_pair, read_score
from normalise.trends import period_before, read_trend

KEY = [
    Printed("owner_keys", {"initials": Field("AB"), "name": Field("Ms Ann Brook OBE")}, facts={"paper": 1}),
    Printed("owner_keys", {"initials": Field("CD"), "name": Field("Carl Dean")}, facts={"paper": 1}),
    Printed("owner_keys", {"initials": Field("AB"), "name": Field("Adam Bell")}, facts={"paper": 2}),
]


def risk(paper: int = 1, **fields: str | Field) -> Printed:
    held = {name: f if isinstance(f, Field) else Field(f) for name, f in fields.items()}
    return Printed("risks", held, facts={"paper": paper})


def action(parent: Printed, **fields: str | Field) -> Printed:
    held = {name: f if isinstance(f, Field) else Field(f) for name, f in fields.items()}
    return Printed("risk_actions", held, parent, facts={"position": 1})


def values(printed: list[Printed], view: str) -> list[dict[str, object]]:
    return [{k: v.value for k, v in r.values.items()} for r in normalise_document(printed).records if r.view == view]


def rules(printed: list[Printed]) -> list[str]:
    return [f.rule for f in normalise_document(printed).findings]


@pytest.mark.parametrize(
    ("printed", "number", "label"),
    [
        ("25", 25, None),
        ("16.8", 16.8, None),
        ("25 *", 25, None),
        ("4 - Likely", 4, None),
        ("Likely (4)", 4, None),
        ("3 Possible", 3, None),
        ("12 (High)", 12, None),
        ("4x3=12", 12, None),
        ("16 (4 x 4)", 16, None),
        ("16 ↑", 16, None),
        ("High", None, "High"),
        ("C3", None, "C3"),
        ("", None, None),
        ("N/A", None, None),
    ],
)
def test_a_score(printed, number, label):
    found = read_score(printed)
    assert (found.number, found.label) == (number, label)


@pytest.mark.parametrize(
    ("printed", "pair"),
    [
        ("4x3=12", (4, 3, 12)),
        ("5 × 4 = 20", (5, 4, 20)),
        ("L4 I3 = 12", (4, 3, 12)),
        ("I5 x L3 = 15", (3, 5, 15)),
        ("C 5 x L 4 = 20", (4, 5, 20)),
        ("L:4, I:3", (4, 3, None)),
        ("Likelihood: 4 Likely Impact: 5 Severe", (4, 5, None)),
        ("16 (4 x 4)", (4, 4, 16)),
        ("(4 x 4) 16", (4, 4, 16)),
        ("20 L4 x I5", (4, 5, 20)),
        ("L4 x I5 20", (4, 5, 20)),
        ("12 (L=3, I=4)", (3, 4, 12)),
        ("L2 x I1", (2, 1, None)),
        ("12", None),
        ("High", None),
    ],
)
def test_likelihood_and_impact_in_one_cell(printed, pair):
    found = read_pair(printed)
    assert (None if found is None else (found.likelihood, found.impact, found.score)) == pair


def test_the_heading_may_put_the_impact_first():
    assert read_pair("5 x 2 = 10", impact_first=True) == Pair(2, 5, 10, 0.95)


@given(
    st.integers(1, 5),
    st.integers(1, 5),
    st.sampled_from(["{}x{}={}", "{} x {} = {}", "L{} I{} = {}", "L{} x I{} ({})"]),
)
def test_any_product_comes_back(likelihood, impact, form):
    found = read_pair(form.format(likelihood, impact, likelihood * impact))
    assert found is not None
    assert (found.likelihood, found.impact) == (likelihood, impact)
    assert found.score in {likelihood * impact, None}


@pytest.mark.parametrize(
    ("fill", "colour"),
    [
        ("#ff0000", "red"), ("#c00000", "red"), ("#ffc000", "amber"), ("#ffff00", "amber"), ("#00b050", "green"),
        ("#92d050", "green"), ("#0070c0", "blue"), ("#bfbfbf", "grey"), ("#ffffff", None), ("#f2f2f2", None),
        ("#e8edee", None), ("#c9d1d3", "grey"), ("#dbe9f7", "blue"),
        ("#000000", None), ("#7030a0", None), (None, None),
    ],
)  # fmt: skip
def test_the_colour_of_a_fill(fill, colour):
    assert colour_of(fill) == colour


def test_yellow_is_told_from_amber_where_a_matrix_does():
    assert (shade_of("#ffff00"), shade_of("#ffc000")) == ("yellow", "amber")


@pytest.mark.parametrize(
    ("printed", "colour"),
    [("G", "green"), ("Amber/Red", "amber_red"), ("On track", "green"), ("Some slippage", "amber"), ("Overdue", "red"),
     ("Complete – moved to the operations team", "blue"), ("Not started", "grey"), ("Purple haze", None)],
)  # fmt: skip
def test_the_colour_of_a_word(printed, colour):
    assert colour_word(printed) == colour


def test_print_counts_before_paint_and_a_clash_is_told():
    assert read_rag("G", "#00b050").confidence == 1
    found = read_rag("G", "#ff0000")
    assert (found.colour, found.clash) == ("green", True)
    assert read_rag("", "#ffc000").colour == "amber"


@pytest.mark.parametrize(
    ("printed", "fill", "colour"),
    [("Delayed", None, "red"), ("Delayed", "#ffc000", "amber"), ("Slipping", "#ff0000", "red"),
     ("Delayed", "#dde8f5", "red"), ("Overdue", "#ffc000", "red")],
)  # fmt: skip
def test_how_bad_a_delay_is_its_paint_tells(printed, fill, colour):
    assert read_rag(printed, fill).colour == colour


@pytest.mark.parametrize(
    ("printed", "fill", "rating"),
    [("High", None, "high"), ("Very High Risk", None, "very_high"), ("High (16)", None, "high"), ("Moderate", None, "medium"),
     ("Critical", "#c00000", "critical"), ("Amber", None, "medium"), ("", "#00b050", "low"), ("", None, None), ("Blorp", "#ff0000", None)],
)  # fmt: skip
def test_a_rating(printed, fill, rating):
    found = read_rating(printed, fill)
    assert (found[0] if found else None) == rating


def test_a_colour_in_place_of_a_rating_is_told_as_unsure():
    found = read_rating("", "#ff0000")
    assert found is not None
    assert found[1] < 0.8


@pytest.mark.parametrize(
    ("printed", "symbols", "trend"),
    [
        ("↑", (), "up"), ("↘", (), "down"), ("→", (), "level"), ("◄►", (), "level"), ("", ("up_right",), "up"),
        ("", ("level",), "level"), ("↑ Increasing", (), "up"), ("New", (), "new"), ("N/A", (), "not_applicable"),
        ("No change", (), "level"), ("Risk has reduced", (), "down"), ("Closed", (), "closed"), ("Blorp", (), None),
    ],
)  # fmt: skip
def test_a_trend(printed, symbols, trend):
    found = read_trend(printed, symbols)
    assert (found[0] if found else None) == trend


def test_owners_go_through_the_key_of_their_own_paper():
    records = values([*KEY, risk(1, ref="1", owners="AB / CD"), risk(2, ref="1", owners="AB")], "risks")
    assert [r["owners"] for r in records] == ["Ann Brook; Carl Dean", "Adam Bell"]
    assert records[0]["owner_initials"] == "AB; CD"


def test_initials_without_a_key_stay_initials_and_are_told():
    printed = [*KEY, risk(ref="1", owners="XY")]
    assert values(printed, "risks")[0] == {"ref": "1", "owner_initials": "XY"}
    assert rules(printed) == ["initials without a key"]


def test_a_post_with_a_name():
    found = values([risk(ref="1", owners="Head of Coast (Ann Brook)")], "risks")[0]
    assert (found["owners"], found["owner_posts"]) == ("Ann Brook", "Head of Coast")


def test_scores_in_numbers_words_and_pairs():
    found = values([risk(ref="1", gross_both="4 x 5 = 20", current_likelihood="High", current_impact="3 - Moderate", rating="High",
                         previous_score=Field("16", note="Mar 2023 Score"))], "risks")[0]  # fmt: skip
    assert found == {
        "ref": "1", "gross_likelihood": 4, "gross_impact": 5, "gross_score": 20, "current_likelihood_label": "High",
        "current_impact": 3, "rating": "high", "previous_score": 16, "previous_as_of": "2023-03",
    }  # fmt: skip


def test_a_dash_for_the_score_before_was_printed_at_no_time():
    printed = risk(ref="1", current_likelihood="4", previous_score=Field("-", note="Mar 2023 Score"))
    assert values([printed], "risks")[0] == {"ref": "1", "current_likelihood": 4}


@pytest.mark.parametrize(
    ("target", "status", "date", "ongoing"),
    [
        ("Ongoing", None, None, True),
        ("Sept 2024 then ongoing", None, "2024-09", True),
        ("01/02/2024 then each year", None, "2024-02-01", True),
        ("TBD", None, None, False),
        ("Q3 2024/25", None, "2024", False),
        ("Business as usual", None, None, True),
        (None, "Complete", None, False),
        (None, "G", None, None),
        (None, None, None, None),
    ],
)
def test_targets(target, status, date, ongoing):
    whole = risk(ref="1", title="A wall falls")
    fields = {k: v for k, v in (("target_text", target), ("status_text", status)) if v is not None}
    found = values([whole, action(whole, description="Mend it", **fields)], "risk_actions")[0]
    assert (found.get("target_date"), found.get("is_ongoing")) == (date, ongoing)
    assert (found["ref"], found["position"]) == ("1", 1)


def test_a_status_by_its_fill_alone():
    whole = risk(ref="1", title="A wall falls")
    place = (1, (0.0, 0.0, 9.0, 9.0))
    found = values(
        [whole, action(whole, description="Mend it", rag=Field("", fill="#00b050", place=place))], "risk_actions"
    )[0]
    assert found["rag"] == "green"


def test_a_trend_has_the_period_of_its_heading():
    whole = risk(ref="1", title="A wall falls")
    printed = [
        whole,
        *(
            Printed("risk_trends", {"trend": Field(t, note=n)}, whole)
            for t, n in (("↑", "Q4 Trending"), ("→", "Trend > Q1 24/25"), ("Blorp", "Trend"))
        ),
    ]
    assert values(printed, "risk_trends") == [
        {"ref": "1", "period": "Q4", "trend": "up"}, {"ref": "1", "period": "Q1 24/25", "trend": "level"}, {"ref": "1"},
    ]  # fmt: skip
    assert "unknown trend" in rules(printed)


def test_a_rating_that_is_not_known_is_told():
    printed = [risk(ref="1", title="A wall falls", rating="Blorp")]
    assert values(printed, "risks") == [{"ref": "1", "title": "A wall falls"}]
    assert rules(printed) == ["unknown rating"]


def test_a_free_cell_keeps_its_number_and_the_unit_of_its_heading():
    whole = risk(ref="1", title="A wall falls")
    printed = [whole, Printed("risk_fields", {"text": Field("165.0")}, whole, facts={"header": "Exposure > £m"})]
    assert values(printed, "risk_fields") == [
        {"ref": "1", "header": "Exposure > £m", "text": "165.0", "value": 165, "unit": "£m"}
    ]


@pytest.mark.parametrize(
    ("heading", "text", "unit"),
    [("Possible cost £000", "1,450", "£000"), ("Likely cost (£m)", "2.5", "£m"), ("Chance (%)", "40", "%"), ("Visits", "12", None)],
)  # fmt: skip
def test_a_unit_stands_behind_the_words_of_a_heading_too(heading, text, unit):
    whole = risk(ref="R1")
    (found,) = values(
        [whole, Printed("risk_fields", {"text": Field(text)}, whole, facts={"header": heading})], "risk_fields"
    )
    assert found.get("unit") == unit


@pytest.mark.parametrize(
    ("heading", "counts"),
    [
        ("Linked harbour risks", False),
        ("Related risk no.", False),
        ("Risk No", False),
        ("Number of linked risks", True),
    ],
)
def test_a_number_that_names_another_risk_is_no_value(heading, counts):
    whole = risk(ref="R1")
    printed = [whole, Printed("risk_fields", {"text": Field("1009")}, whole, facts={"header": heading})]
    (found,) = values(printed, "risk_fields")
    assert ("value" in found) is counts


def scored(ref: str, likelihood: str, impact: str, score: str, **more: str | Field) -> Printed:
    return risk(
        ref=ref, title=f"Risk {ref}", current_likelihood=likelihood, current_impact=impact, current_score=score, **more
    )


def test_a_score_that_is_no_product_where_the_others_are():
    printed = [scored("1", "4", "5", "20"), scored("2", "3", "5", "15"), scored("3", "3", "5", "16")]
    findings = [f for f in normalise_document(printed).findings if f.rule == "score is not likelihood times impact"]
    assert [(f.value_found, f.value_expected) for f in findings] == [("16", "15")]


def test_a_register_that_does_not_multiply_is_left_in_peace():
    assert rules([scored("1", "4", "5", "9"), scored("2", "3", "5", "8"), scored("3", "3", "3", "6")]) == []


def test_references_printed_twice_and_left_out():
    assert rules([scored("R1", "1", "1", "1"), scored("R1", "2", "2", "4")]).count("reference printed twice") == 2
    refs = ["R1", "R2", "R3", "R5", "R6", "R7"]
    findings = normalise_document([scored(r, "2", "2", "4") for r in refs]).findings
    assert [f.value_expected for f in findings if f.rule == "gap in the references"] == ["R4"]


def test_a_likelihood_beyond_the_scale():
    printed = [scored(str(n), "2", "3", "6") for n in range(1, 6)] + [scored("6", "7", "3", "21")]
    assert "beyond the scale" in rules(printed)


def test_a_colour_that_is_not_the_matrix():
    grid = [Printed("risk_matrix", {"score": Field(str(i * j), fill="#ff0000" if i * j > 12 else "#00b050")}, facts={"one": i, "other": j})
            for i in range(1, 6) for j in range(1, 6)]  # fmt: skip
    score = Field("20", fill="#00b050")
    wrong = risk(ref="1", title="A wall falls", current_likelihood="4", current_impact="5", current_score=score)
    assert "colour differs from the matrix" in rules([*grid, wrong])
    assert values([*grid, wrong], "risk_matrix") == []


def test_an_arrow_against_its_scores():
    whole = scored("1", "4", "5", "20", previous_score="15")
    assert "trend against the scores" in rules([whole, Printed("risk_trends", {"trend": Field("↓")}, whole)])


@pytest.mark.parametrize(
    ("text", "period", "said"),
    [
        ("Mar 24 Same", "Mar 24", "Same"),
        ("Q2 2024/25 Up", "Q2 2024/25", "Up"),
        ("Same", None, "Same"),
        ("Mar 24", None, "Mar 24"),
        ("Up since May 2024", None, "Up since May 2024"),
    ],
)
def test_a_period_printed_in_a_trends_own_cell(text, period, said):
    assert period_before(text) == (period, said)


def test_posts_joined_by_and():
    assert read_owners("Chief Digital and Information Officer").posts == ("Chief Digital and Information Officer",)
    two = read_owners("Chief Nurse and Director of Quality")
    assert len(two.posts) == 2
    assert two.confidence < 0.8, "it may be one person's post"


@pytest.mark.parametrize(
    ("text", "names", "posts"),
    [
        ("Ann Lee, Director of People & Estates", ("Ann Lee",), ("Director of People & Estates",)),
        ("Dame Ann Lee, Deputy Vice-Chancellor (Education)", ("Ann Lee",), ("Deputy Vice-Chancellor (Education)",)),
        ("Ann Lee, Head of Law; Bo Ek, Treasurer", ("Ann Lee", "Bo Ek"), ("Head of Law", "Treasurer")),
        ("Ann Lee, Carl Dean", ("Ann Lee", "Carl Dean"), ()),
    ],
)
def test_a_name_with_its_post_behind_it(text, names, posts):
    found = read_owners(text)
    assert (found.names, found.posts) == (names, posts)


def test_factors_printed_behind_a_score_are_its_likelihood_and_impact() -> None:
    printed = risk(ref="1", current_score="16 (4 x 4)", gross_score="20 (L5 x I4)", gross_likelihood="4")
    found = values([printed], "risks")[0]
    told = {n: found.get(n) for n in ("current_score", "current_likelihood", "current_impact", "gross_likelihood")}
    assert told == {"current_score": 16, "current_likelihood": 4, "current_impact": 4, "gross_likelihood": 4}
    assert "gross_impact" not in found


@pytest.mark.parametrize(
    ("printed", "rating"),
    [
        ("Likelihood 4 x Impact 5 = 20 (Very High)", "very_high"),
        ("Impact: 5 × Likelihood: 4 = 20 - Very high", "very_high"),
        ("Likelihood 4 x Impact 5 = 20", None),
    ],
)
def test_a_product_with_named_factors_and_its_band(printed: str, rating: str | None) -> None:
    (found,) = values([risk(ref="1", title="Ferries stop", current_both=printed)], "risks")
    told = {name: found.get(name) for name in ("current_likelihood", "current_impact", "current_score", "rating")}
    assert told == {"current_likelihood": 4, "current_impact": 5, "current_score": 20, "rating": rating}


@pytest.mark.parametrize(
    ("text", "number", "rating"),
    [("H12", 12, "high"), ("M 6", 6, "medium"), ("VH25", 25, "very_high"), ("E20", 20, "critical"), ("L3", 3, "low")],
)
def test_a_score_with_the_letter_of_its_band_is_both(text: str, number: int, rating: str) -> None:
    assert read_score(text).number == number
    assert read_rating(text, None) == (rating, 0.9)


@pytest.mark.parametrize("text", ["C3", "E3", "B5"])
def test_a_letter_of_likelihood_with_a_consequence_is_a_code(text: str) -> None:
    assert (read_score(text).number, read_score(text).label) == (None, text)


def test_a_dot_is_rated_by_its_colour_and_a_dash_is_not() -> None:
    assert read_rating("●", "#00b050") == ("low", 0.6)
    assert read_rating("–", "#00b050") is None


@pytest.mark.parametrize(
    ("lines", "names", "posts"),
    [
        (("Ann Brook", "Chief Engineer"), ("Ann Brook",), ("Chief Engineer",)),
        (("Ann", "Brook", "Head of", "Works"), ("Ann Brook",), ("Head of Works",)),
        (
            ("Ann Brook", "Chief Engineer", "Carl Dean", "Head of Works"),
            ("Ann Brook", "Carl Dean"),
            ("Chief Engineer", "Head of Works"),
        ),
        (("Flood Risk", "Manager"), (), ("Flood Risk Manager",)),
        (("Property Services", "Contracts Manager"), (), ("Property Services Contracts Manager",)),
    ],
)
def test_a_post_below_a_name_is_that_persons(
    lines: tuple[str, ...], names: tuple[str, ...], posts: tuple[str, ...]
) -> None:
    found = read_owners(" ".join(lines), {}, lines)
    assert (found.names, found.posts) == (names, posts)


@pytest.mark.parametrize(
    ("likelihood", "score", "told"), [("4", "5", True), ("4", "20", False), ("3", "16", True), ("2", "8", False)]
)
def test_a_score_that_is_no_multiple_of_the_one_factor_beside_it_is_told(
    likelihood: str, score: str, told: bool
) -> None:
    printed = [risk(ref="1", title="Ferries stop", current_likelihood=likelihood, current_score=score)]
    rules = {f.rule for f in normalise_document(printed).findings}
    assert ("score does not fit its factor" in rules) is told

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.kpi_cells import read_cell


def told(text: str, breaks: tuple[int, ...] = ()) -> list[tuple[str | None, float, str | None, str | None, str | None]]:
    return [(r.measure, r.value, r.unit, r.period.text if r.period else None, r.role) for r in read_cell(text, breaks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("312 [YTD Feb 25];", [(None, 312, "count", "YTD Feb 25", None)]),
        (
            "105: 64% within 20s; average 31s 119: 52% within 2m; average 5m40s [YTD Feb 25]",
            [
                ("105 within 20s", 64, "%", "YTD Feb 25", None),
                ("105 average", 31, "s", "YTD Feb 25", None),
                ("119 within 2m", 52, "%", "YTD Feb 25", None),
                ("119 average", 340, "s", "YTD Feb 25", None),
            ],
        ),
        (
            "Trust: Wexmere 41% NB 37; S 29; CD 33 [2022/23]",
            [
                ("Trust Wexmere", 41, "%", "2022/23", None),
                ("Trust NB", 37, "%", "2022/23", None),
                ("Trust S", 29, "%", "2022/23", None),
                ("Trust CD", 33, "%", "2022/23", None),
            ],
        ),
        (
            "418 landlords; 502 homes 77 landlords; 90 homes (Licensed) [Jun 23]",
            [
                ("landlords", 418, "count", "Jun 23", None),
                ("homes", 502, "count", "Jun 23", None),
                ("landlords (Licensed)", 77, "count", "Jun 23", None),
                ("homes (Licensed)", 90, "count", "Jun 23", None),
            ],
        ),
        ("Ferries = 5.4% Barges = 23%", [("Ferries", 5.4, "%", None, None), ("Barges", 23, "%", None, None)]),
        ("12,589 (4.3% reduction)", [(None, 12589, "count", None, None), ("reduction", 4.3, "%", None, None)]),
        ("612 (down 2%) boats", [(None, 612, "count", None, None), ("down", 2, "%", None, None)]),
        ("88 (paper) 214 (online)", [("paper", 88, "count", None, None), ("online", 214, "count", None, None)]),
        (
            "Fires R3 12%; R4 60%",
            [("Fires R3", 12, "%", None, None), ("Fires R4", 60, "%", None, None)],
        ),
        (
            "71 rescues; 3.4 rate [2019-2021] {North: 88; 5.1 / South Coast: 64; 2.2}",
            [
                ("rescues", 71, "count", "2019-2021", None),
                ("rate", 3.4, "rate", "2019-2021", None),
                ("North", 88, "count", "2019-2021", None),
                ("North", 5.1, "rate", "2019-2021", None),
                ("South Coast", 64, "count", "2019-2021", None),
                ("South Coast", 2.2, "rate", "2019-2021", None),
            ],
        ),
        ("Lifts>8%; Stairs<3% [Target]", [("Lifts", 8, "%", None, "target"), ("Stairs", 3, "%", None, "target")]),
        ("Owners 61%-64%", [("Owners", 61, "%", None, None), ("Owners", 64, "%", None, None)]),
        ("Gold > 9 visits a month Silver 4-8 visits Bronze 1-3 visits", [
            ("Gold visits a month", 9, "count", None, None),
            ("Silver visits", 4, "count", None, None),
            ("Silver visits", 8, "count", None, None),
            ("Bronze visits", 1, "count", None, None),
            ("Bronze visits", 3, "count", None, None),
        ]),
        ("32% moved away, 21% retired, and 9% were dismissed", [
            ("moved away", 32, "%", None, None), ("retired", 21, "%", None, None), ("were dismissed", 9, "%", None, None),
        ]),
        ("In development", []),
        ("N/A – new measure", []),
        ("204; share that lasts 6 months in development", [(None, 204, "count", None, None)]),
        ("Latest: 93.2% (Green)", [(None, 93.2, "%", None, "current")]),
        ("Target: 95%; Floor: 90%", [(None, 95, "%", None, "target"), (None, 90, "%", None, "floor")]),
        ("94.2% against a target of 95%", [(None, 94.2, "%", None, None), (None, 95, "%", None, "target")]),
        ("7 days (target 5 days)", [(None, 7, "days", None, None), (None, 5, "days", None, "target")]),
        ("12 (2020/21: 14)", [(None, 12, "count", None, None), (None, 14, "count", "2020/21", None)]),
        ("2021/22: 45; 2020/21: 50", [(None, 45, "count", "2021/22", None), (None, 50, "count", "2020/21", None)]),
        ("58% (+0.4p.p.)", [(None, 58, "%", None, None), ("change", 0.4, "percentage points", None, None)]),
        ("12,345 pupils, up 4.5% on last year", [("pupils", 12345, "count", None, None), ("up on last year", 4.5, "%", None, None)]),
        ("S 2.7 / 4.4; U 1.0/3.5", [("S", 2.7, None, None, None), ("S", 4.4, None, None, None),
                                    ("U", 1.0, None, None, None), ("U", 3.5, None, None, None)]),
        ("362 [YTD Jan 23] *Provisional data", [(None, 362, "count", "YTD Jan 23", None)]),
    ],
)  # fmt: skip
def test_cells(text: str, expected: list[tuple[str | None, float, str | None, str | None, str | None]]):
    assert told(text) == [(m or None, *rest) for m, *rest in expected]


def test_a_meant_line_end_parts_what_words_cannot():
    text = "Gold 9 visits Silver 4 visits"
    assert [r.measure for r in read_cell(text, (text.index("Silver"),))] == ["Gold visits", "Silver visits"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["Boats", "Nets", "Crab pots", "Day trips"]), st.integers(0, 1899)), min_size=1, max_size=4,
        unique_by=lambda pair: pair[0],
    ),
    st.sampled_from(["{label} {value}; ", "{label}: {value}; ", "{value} {lower}; ", "{label}:{value} "]),
)  # fmt: skip
def test_a_list_of_labelled_counts_reads_back(pairs: list[tuple[str, int]], style: str):
    text = "".join(style.format(label=label, lower=label.lower(), value=f"{value:,}") for label, value in pairs).strip()
    found = [((r.measure or "").casefold(), r.value) for r in read_cell(text)]
    assert found == [(label.casefold(), value) for label, value in pairs]


@given(
    st.text(alphabet="0123456789.,;:%[](){}/<>- AbcYTDwithin\n", max_size=60), st.lists(st.integers(0, 60), max_size=4)
)
def test_no_cell_is_too_strange(text: str, breaks: list[int]):
    for reading in read_cell(text, breaks):
        assert 0 <= reading.at <= reading.until <= len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("81% (National: 79%)", [(None, 81, "%", None, None), ("National", 79, "%", None, "benchmark")]),
        ("81% England average: 79%", [(None, 81, "%", None, None), ("England average", 79, "%", None, "benchmark")]),
        ("81% (Benchmark: 79%)", [(None, 81, "%", None, None), (None, 79, "%", None, "benchmark")]),
        ("£(45)k", [(None, -45_000, "GBP", None, None)]),
        ("£-45k", [(None, -45_000, "GBP", None, None)]),
        ("Quick ratio 1.8:1", [("Quick ratio", 1.8, "ratio", None, None)]),
    ],
)
def test_areas_and_signs(text: str, expected: list[tuple[object, ...]]):
    assert told(text) == expected


areas = st.lists(st.sampled_from(["North", "South Coast", "Wexmere", "Isle"]), min_size=2, max_size=4, unique=True)


@given(areas, st.lists(st.integers(1, 999), min_size=4, max_size=4), st.integers(0, 1_899))  # 1900 is a year
def test_other_areas_in_braces_read_back(names: list[str], values: list[int], own: int):
    listed = " / ".join(f"{name}: {value}" for name, value in zip(names, values, strict=False))
    found = [(r.measure, r.value) for r in read_cell(f"{own} {{{listed}}}", ())]
    assert found == [(None, own), *zip(names, values, strict=False)]


@given(areas, st.lists(st.integers(1, 99), min_size=4, max_size=4))
def test_one_percent_holds_for_a_list(names: list[str], values: list[int]):
    first, *others = zip(names, values, strict=False)
    text = f"{first[0]} {first[1]}%; " + "; ".join(f"{name} {value}" for name, value in others)
    assert [(r.measure, r.value, r.unit) for r in read_cell(text, ())] == [(n, v, "%") for n, v in (first, *others)]


@given(
    st.sampled_from(["Outstanding", "Good", "Requires Improvement"]),
    st.integers(1, 50),
    st.sampled_from(["> ", ">", "≥ "]),
)
def test_grades_with_their_key_read_back(grade: str, value: int, sign: str):
    ((measure, found),) = [(r.measure, r.value) for r in read_cell(f"{grade} {sign}{value} volunteers", ())]
    assert (measure, found) == (f"{grade} volunteers", value)

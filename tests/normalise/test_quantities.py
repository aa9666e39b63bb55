from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.quantities import find_quantities, parse_quantity

counts = st.integers(0, 9_999_999)
decimals = st.decimals(min_value=0, max_value=99_999, places=1).map(lambda d: round(float(d), 1))


def one(text: str) -> tuple[float, str | None]:
    found = parse_quantity(text)
    assert found is not None, text
    return found.value, found.unit


def print_count(value: int, style: str) -> str:
    return {"plain": f"{value}", "commas": f"{value:,}", "starred": f"{value:,}*"}[style]


@given(counts.filter(lambda n: not 1900 <= n <= 2099), st.sampled_from(["plain", "commas", "starred"]))
def test_counts_read_back(value: int, style: str):
    assert one(print_count(value, style)) == (value, "count")


@given(decimals, st.sampled_from(["{}%", "{} %", "{} per cent", "{}percent", ">{}%", "≤ {}%", "+{}%"]))
def test_percentages_read_back(value: float, style: str):
    assert one(style.format(value)) == (value, "%")


@given(decimals.filter(bool), st.sampled_from(["-{}%", "−{}%", "–{}%", "- {}%", "({}%)", "({}) %"]))
def test_percentages_below_zero_read_back(value: float, style: str):
    assert one(style.format(value)) == (-value, "%")


@given(decimals, st.sampled_from(["{}pp", "{} p.p.", "{}p.p.", "{} percentage points", "{} % points", "{} ppts"]))
def test_percentage_points_read_back(value: float, style: str):
    assert one(style.format(value)) == (value, "percentage points")


@given(
    st.integers(1, 9_999),
    st.sampled_from(
        [("k", 1_000), ("m", 1_000_000), (" million", 1_000_000), ("bn", 10**9), (" billion", 10**9), ("", 1)]
    ),
)
def test_money_reads_back(value: int, magnitude: tuple[str, int]):
    assert one(f"£{value:,}{magnitude[0]}") == (value * magnitude[1], "GBP")


BELOW_ZERO = ("-£{}{m}", "−£{}{m}", "£-{}{m}", "(£{}{m})", "£({}{m})", "£({}){m}", "- £{}{m}", "-£ {}{m}")


@given(
    st.integers(1, 9_999),
    st.sampled_from([("k", 1_000), ("m", 1_000_000), ("bn", 10**9), ("", 1)]),
    st.sampled_from(BELOW_ZERO),
)
def test_money_below_zero_reads_back(value: int, magnitude: tuple[str, int], style: str):
    assert one(style.format(f"{value:,}", m=magnitude[0])) == (-value * magnitude[1], "GBP")


@given(counts.filter(bool), st.sampled_from(["-{:,}", "−{:,}", "–{:,}", "({:,})", "- {:,}"]))
def test_counts_below_zero_read_back(value: int, style: str):
    assert one(style.format(value)) == (-value, "count")


SIGNED = [(">{}", ">"), ("> {}", ">"), ("<{}", "<"), (">={}", ">="), ("≥{}", ">="), ("≤ {}", "<="), ("=<{}", "<=")]


@given(
    st.integers(1, 1_899),
    st.sampled_from(SIGNED),
    st.sampled_from(
        [("{}%", "%", 1), ("{} days", "days", 1), ("{}s", "s", 1), ("£{}k", "GBP", 1_000), ("{}", "count", 1)]
    ),
)
def test_comparators_read_back(value: int, sign: tuple[str, str], kind: tuple[str, str, int]):
    form, unit, factor = kind
    found = parse_quantity(sign[0].format(form.format(value)))
    assert found is not None
    assert (found.value, found.unit, found.comparator) == (value * factor, unit, sign[1])


@given(st.decimals(min_value=0, max_value=99, places=1))
def test_ratios_to_one_read_back(value: Decimal):
    assert one(f"{value}:1") == (float(value), "ratio")


@given(
    decimals.filter(bool),
    st.sampled_from([("+{}%", 1), ("-{}%", -1), ("+ {}%", 1), ("+£{}m", 1_000_000), ("−{}pp", -1)]),
)
def test_signed_changes_read_back(value: float, style: tuple[str, int]):
    found = parse_quantity(style[0].format(value))
    assert found is not None
    assert found.value == pytest.approx(value * style[1])
    assert found.sign == ("-" if style[1] < 0 else "+")


@given(st.integers(0, 99_999_999))
def test_pence_read_back(pence: int):
    assert one(f"£{pence / 100:,.2f}") == (pytest.approx(pence / 100), "GBP")


CLOCKS = ("{h}h{m:02}m{s:02}s", "{h} hrs {m} mins {s} secs", "{h} hours {m} minutes {s} seconds", "{h}h {m}m {s}s")


@given(st.integers(1, 47), st.integers(0, 59), st.integers(0, 59), st.sampled_from(CLOCKS))
def test_durations_read_back_as_seconds(h: int, m: int, s: int, style: str):
    assert one(style.format(h=h, m=m, s=s)) == (h * 3600 + m * 60 + s, "s")


@given(
    st.integers(0, 59),
    st.integers(0, 59),
    st.sampled_from(["{m}m{s:02}s", "{m} mins {s} secs", "{m} minutes and {s} seconds"]),
)
def test_minutes_and_seconds_read_back(m: int, s: int, style: str):
    assert one(style.format(m=m, s=s)) == (m * 60 + s, "s")


@given(
    st.integers(0, 500), st.sampled_from(["days", "working days", "weeks", "months", "FTE", "kWh", "tonnes", "miles"])
)
def test_other_units_stay_as_they_are(value: int, unit: str):
    assert one(f"{value} {unit}") == (value, unit)


@given(decimals, st.sampled_from(["per 1,000", "per 100,000 population", "per 10,000 residents", "per head"]))
def test_rates_keep_their_base(value: float, base: str):
    assert one(f"{value} {base}") == (value, base)


@given(
    st.integers(0, 400),
    st.integers(1, 400),
    st.sampled_from(
        [("{}%-{}%", "%"), ("{}-{} days", "days"), ("{}–{}%", "%"), ("{} to {}", "count"), ("{} - {}", "count")]
    ),
)
def test_both_ends_of_a_range_read_back(low: int, more: int, style: tuple[str, str]):
    found = list(find_quantities(style[0].format(low, low + more)))
    assert [(q.value, q.unit, q.end_of_range) for q in found] == [
        (low, style[1], "low"),
        (low + more, style[1], "high"),
    ]


@given(st.text(alphabet="0123456789.,%£-()/ kmabs:", max_size=24))
def test_no_text_is_too_strange(text: str):
    for q in find_quantities(text):
        assert 0 <= q.at < q.until <= len(text)
    parse_quantity(text)


@pytest.mark.parametrize(
    "text",
    [
        "Section 60", "KPI 7", "OC15", "P1", "CO2", "101: online", "999 calls", "paragraph 12", "Phase 2", "COVID-19",
        "2021/22", "1 April 2023", "in 2019", "10:30am", "01632 960143", "under 25s", "aged 16 to 64", "3rd", "5.1.2",
        "24/7", "a 6-strand plan", "help@example.org", "021-2022", "16-17 year olds",
    ],
)  # fmt: skip
def test_names_made_of_digits_are_no_quantities(text: str):
    assert list(find_quantities(text)) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("999 victims", [999]),
        ("2012 crimes", [2012]),
        ("rose to 45 in 2019", [45]),
        ("c.40 posts", [40]),
        ("answered within 3m", [180]),
        ("£3m", [3_000_000]),
        ("1.0/3.5", [1.0, 3.5]),
        ("0.8 kg of waste per head", [0.8]),
    ],
)
def test_values_beside_names(text: str, values: list[float]):
    assert [q.value for q in find_quantities(text)] == values


def test_a_unit_with_a_rate_is_kept_as_printed():
    found = parse_quantity("3.9 kg of waste per m2 of floor")
    assert found is not None
    assert found.unit == "kg of waste per m2 of floor"


def test_long_hours_are_an_amount_of_work():
    assert one("1,200 hours") == (1200, "hours")
    assert one("4 hours") == (14_400, "s")

"""Papers of random structure: that what they should be read as is what they print."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from benchmarks.composed import browser
from benchmarks.composed.__main__ import main
from benchmarks.composed.axes import NotToBeHeld, axes_of, held
from benchmarks.composed.families import FAMILIES, compose
from benchmarks.composed.measure import Reading, by_value, report
from benchmarks.composed.paper import Paper
from models.contract import VIEWS
from tests.scoring import read_truth

PRINTED = {
    "action", "body", "category", "cause", "chair", "description", "due_text", "heading", "header", "impact", "motion", "name", "number",
    "organisation", "person", "proposer", "raised", "ref", "register_title", "role", "status_text", "target_text", "text", "title",
    "update_text",
}  # fmt: skip
"""Columns of the gold whose texts are printed as they stand."""
families = pytest.mark.parametrize("family", list(FAMILIES))


def texts_of(paper: Paper) -> str:
    """All that the page prints, the header in its style too."""
    text = re.sub(r"</?(?:b|i|u|span)\b[^>]*>", "", paper.html)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split()).casefold()


@families
def test_the_same_seed_gives_the_same_papers(family: str) -> None:
    papers = [compose(family, 7, number, {}) for number in range(5)]
    assert papers == [compose(family, 7, number, {}) for number in range(5)]
    assert len({paper.html for paper in papers}) == 5
    assert compose(family, 8, 0, {}) != papers[0]


@families
def test_what_should_be_read_is_printed(family: str) -> None:
    for number in range(150):
        paper = compose(family, 3, number, {})
        printed = texts_of(paper)
        for view, rows in paper.gold.items():
            assert len({tuple(row) for row in rows}) == 1, "all rows of a view have the same columns"
            assert set(rows[0]) <= {column.name for column in VIEWS[view].columns}
            for name, value in ((name, value) for row in rows for name, value in row.items() if name in PRINTED):
                for sentence in re.split(r"(?<=[.?]) ", value or ""):
                    assert sentence.casefold() in printed, f"{paper.name}, {view}, {name}"


@families
def test_every_value_of_every_axis_is_used_and_can_be_held(family: str) -> None:
    for axis, values in axes_of(FAMILIES[family].choices).items():
        for value in values:
            papers = (compose(family, 1, number, {axis: value}) for number in range(60))
            assert any(paper.choices.get(axis) == value for paper in papers), f"{axis}={value}"


@families
def test_an_unknown_axis_or_value_is_told_with_those_there_are(family: str, capsys: pytest.CaptureFixture[str]) -> None:
    for asked, told in (
        ("shape=round", "no axis 'shape'; there are font, size"),
        ("font=Runes", "no value 'Runes' of font"),
    ):
        with pytest.raises(SystemExit):
            main([family, "--hold", asked])
        assert told in capsys.readouterr().err


def test_values_that_never_go_together_are_told() -> None:
    asked = held(FAMILIES["minutes"].choices, ["layout=columns", "action=bold"])
    with pytest.raises(NotToBeHeld, match="layout=columns, action=bold do not go together"):
        compose("minutes", 1, 0, asked)


def test_papers_are_told_by_their_choices_the_worst_first() -> None:
    readings = [
        Reading("one", {"font": "Carlito", "size": "9"}, 1.0, 30, 0, ()),
        Reading("other", {"font": "Carlito", "size": "8"}, 0.5, 10, 4, ("risks: no row for R1",)),
    ]
    assert by_value(readings) == [(0.5, 1, "size=8"), (0.75, 2, "font=Carlito"), (1.0, 1, "size=9")]
    lines = list(report(readings, worst=5))
    assert lines[:2] == [
        "2 papers, mean F1 0.7500; 1 without a fault",
        "4 of 40 fields are wrong and nobody is warned (10.00%)",
    ]
    assert lines[-2:] == ["other: 0.500, font=Carlito, size=8", "    risks: no row for R1"]


@pytest.mark.skipif(not browser.installed(), reason=f"{browser.BROWSER} is not installed")
@families
def test_papers_are_printed_and_read(family: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([family, "--count", "2", "--hold", "font=Liberation Sans", "--keep", str(tmp_path)])
    told = capsys.readouterr().out
    assert "2 papers, mean F1" in told
    assert re.search(r"\d\.\d{3} +2  font=Liberation Sans$", told, re.MULTILINE)
    papers = [compose(family, 1, number, {"font": "Liberation Sans"}) for number in range(2)]
    for paper in papers:
        assert (tmp_path / f"{paper.name}.pdf").read_bytes().startswith(b"%PDF")
        for view, rows in paper.gold.items():
            assert read_truth(tmp_path / "gold" / paper.name / f"{view}.csv") == list(rows)

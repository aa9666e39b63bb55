"""The samples are read as they were, and as well as they were."""

from __future__ import annotations

import difflib
import sqlite3
from pathlib import Path

import pytest

from models.contract import VIEWS
from tests import expectations, floors
from tests.samples import pdf_of, samples, scores
from tests.scoring import Score, read_truth, score

BY_NAME = pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)


@BY_NAME
def test_a_sample_is_read_as_it_was(sample: Path) -> None:
    before, found = expectations.expected(sample), expectations.as_read(sample)
    assert found, f"nothing is read from {sample.name}"
    if not before:
        expectations.write(sample, found)
        pytest.fail(f"{sample.name}/printed was missing and is written now: look at it, then commit it")
    faults = [
        _difference(f"{sample.name}/printed/{view}.csv", before.get(view, ""), found.get(view, ""))
        for view in sorted(before.keys() | found.keys())
        if before.get(view) != found.get(view)
    ]
    assert not faults, "\n".join([*faults, "if this is as it should be: make expectations"])


@BY_NAME
def test_a_sample_is_understood_as_well_as_before(sample: Path, samples_db: Path) -> None:
    found = scores(sample, samples_db)
    faults = floors.below(floors.read().get(f"samples.{sample.name}", {}), {view: s.f1 for view, s in found.items()})
    wrong = [
        f"{view}: {line}"
        for view, s in found.items()
        if any(f.startswith(f"{view} ") for f in faults)
        for line in s.wrong[:5]
    ]
    assert not faults, "\n".join([*faults, *wrong])


@BY_NAME
def test_the_author_of_a_sample_says_what_is_right(sample: Path) -> None:
    files = list((sample / "normalised").glob("*.csv"))
    assert files, f"{sample.name} has no normalised/<view>.csv"
    for file in files:
        rows = read_truth(file)
        unknown = set(rows[0]) - {"page", *(column.name for column in VIEWS[file.stem].columns)} if rows else set()
        assert rows and not unknown, f"{file.name}: {unknown or 'no rows'}"


def test_no_sample_fails(samples_db: Path) -> None:
    with sqlite3.connect(samples_db) as connection:
        outcomes = connection.execute("SELECT document, outcome, reason FROM documents ORDER BY document").fetchall()
    assert [name for name, _, _ in outcomes] == [sample.name for sample in samples()]
    assert [told for told in outcomes if told[1] != "loaded"] == []


@BY_NAME
def test_every_page_of_a_sample_accounts_for_each_of_its_words(sample: Path, samples_db: Path) -> None:
    with sqlite3.connect(samples_db) as connection:
        accounts = connection.execute(
            "SELECT page, words, words_recorded + words_furniture + words_unread FROM pages WHERE document = ?",
            [sample.name],
        ).fetchall()
    assert accounts
    assert [page for page, words, added in accounts if words != added] == []


def test_every_row_has_a_place_on_its_page(samples_db: Path) -> None:
    with sqlite3.connect(samples_db) as connection:
        for view in VIEWS.values():
            if view.standard and view.name not in ("findings",):
                lost = connection.execute(
                    f"SELECT COUNT(*) FROM {view.name} v LEFT JOIN source_spans s ON s.source_id = v.source_id "
                    "WHERE s.source_id IS NULL OR s.page <> v.page"
                ).fetchone()
                assert lost == (0,), view.name


def test_an_expectation_that_is_missing_is_written_and_told(tmp_path: Path) -> None:
    sample = tmp_path / "minutes-table"
    sample.mkdir()
    (sample / "minutes-table.pdf").write_bytes(pdf_of("minutes-table").read_bytes())
    with pytest.raises(pytest.fail.Exception, match="was missing and is written now"):
        test_a_sample_is_read_as_it_was(sample)
    assert expectations.expected(sample)
    (sample / "printed" / "minutes.csv").write_text("page\n1\n", "utf-8")
    with pytest.raises(AssertionError, match=r"minutes\.csv"):
        test_a_sample_is_read_as_it_was(sample)


class TestScoring:
    """Our own scorer, on rows made by hand."""

    TRUTH = (
        {"page": "1", "ref": "R1", "title": "Flood of the lower town", "gross_score": "12", "owners": "Ann Lee"},
        {"page": "2", "ref": "R2", "title": "Loss of the ferry", "gross_score": None, "owners": "Ben Fox"},
    )

    def _scored(self, *found: dict[str, object]) -> Score:
        return score("risks", self.TRUTH, found)

    def test_the_same_rows_are_all_right(self) -> None:
        found = [{**row, "page": int(row["page"] or 0)} for row in reversed(self.TRUTH)]
        assert self._scored(*found).f1 == 1.0

    def test_a_wrong_field_is_both_false_and_missed(self) -> None:
        result = self._scored({**self.TRUTH[0], "gross_score": 11.0}, self.TRUTH[1])
        assert (result.right, result.false, result.missed) == (8, 1, 1)
        assert result.wrong == ["gross_score: should be '12', is 11.0"]

    def test_a_field_where_nothing_is_printed_is_false(self) -> None:
        result = self._scored(self.TRUTH[0], {**self.TRUTH[1], "gross_score": 3})
        assert (result.right, result.false, result.missed) == (9, 1, 0)

    def test_a_row_too_few_and_a_row_too_many_cost_their_fields(self) -> None:
        result = self._scored(self.TRUTH[0], {"page": 9, "ref": "X", "title": "Nothing of the sort", "owners": None})
        assert (result.right, result.false, result.missed) == (5, 3, 4)

    def test_quotes_dashes_and_case_make_no_difference(self) -> None:
        truth = [{"page": "1", "ref": "R1", "title": "Owner’s plan – late"}]
        assert score("risks", truth, [{"page": 1, "ref": "r1", "title": "Owner's plan - late"}]).f1 == 1.0

    def test_of_several_tables_the_one_meant_is_compared(self) -> None:
        truth = [
            {"page": "1", "table_no": "1", "row_no": "1", "column_no": str(n), "text": t}
            for n, t in enumerate("abc", 1)
        ]
        meant = [{**row, "page": 1, "table_no": 7, "row_no": 1, "column_no": int(row["column_no"])} for row in truth]
        other = [{**row, "table_no": 6, "text": f"{row['text']}{row['text']}"} for row in meant]
        assert score("table_cells", truth, [*other, *meant]).f1 == 1.0


class TestFloors:
    """Floors rise and never fall."""

    def test_what_is_measured_raises_a_floor_and_never_lowers_it(self) -> None:
        before = {"samples.a": {"risks": 0.9, "minutes": 0.5}}
        after = floors.raised(before, {"samples.a": {"risks": 0.8, "minutes": 0.6789}, "corpus": {"macro": 1.0}})
        assert after == {"samples.a": {"risks": 0.9, "minutes": 0.67}, "corpus": {"macro": 1.0}}

    def test_below_a_floor_without_one_and_without_a_measure_are_told(self) -> None:
        assert len(floors.below({"risks": 0.9, "gone": 0.5}, {"risks": 0.8, "new": 0.7})) == 3
        assert floors.below({"risks": 0.9}, {"risks": 0.9}) == []

    def test_the_file_of_floors_is_written_as_it_is_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(floors, "FILE", tmp_path / "floors.toml")
        made = {"corpus": {"macro": 0.85}, "corpus.views": {"risks": 0.95}, "samples.minutes-table": {"minutes": 1.0}}
        floors.write(made)
        assert floors.read() == made


def _difference(name: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"expected {name}", f"read {name}", lineterm="", n=0
    )
    return "\n".join(line[:300] for line in list(lines)[:12])

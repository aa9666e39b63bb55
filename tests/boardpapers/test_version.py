"""The version of the extractor: whatever decides the rows of a paper changes it, so that the paper is read again."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from boardpapers import RELEASE, version

PACKAGES = ("boardpapers", "extract", "load", "models", "normalise")
Told = Callable[[], str]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """The version of a source tree under `tmp_path`, worked out anew at each call."""
    for package in PACKAGES:
        (tmp_path / package / "vocabulary").mkdir(parents=True)
        (tmp_path / package / "rows.py").write_text("SURE = 0.9\n")
        (tmp_path / package / "vocabulary" / "words.csv").write_text("printed,canonical,evidence\n")
    monkeypatch.setattr(version, "ROOT", tmp_path)

    def tell() -> str:
        version.extractor_version.cache_clear()
        return version.extractor_version()

    yield tell
    version.extractor_version.cache_clear()


@pytest.mark.parametrize("package", ["extract", "load", "models", "normalise"])
@pytest.mark.parametrize("name", ["rows.py", "vocabulary/words.csv"])
def test_a_change_of_what_makes_rows_is_another_version(package: str, name: str, told: Told, tmp_path: Path):
    before = told()
    assert told() == before
    with (tmp_path / package / name).open("a") as file:
        file.write("# another rule\n")
    assert told() != before


def test_a_change_of_the_command_is_not(told: Told, tmp_path: Path):
    before = told()
    (tmp_path / "boardpapers" / "rows.py").write_text("SURE = 0.8\n")
    (tmp_path / "load" / "notes.md").write_text("of no effect\n")
    assert told() == before


def test_the_release_is_that_of_the_package():
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
    assert project["version"] == RELEASE
    assert version.extractor_version().startswith(f"{RELEASE}+")

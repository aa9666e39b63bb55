"""What the project promises of itself: which way imports run, that dependencies are pinned, that vocabularies tell their evidence."""

from __future__ import annotations

import ast
import csv
import importlib.util
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.samples import ROOT, SAMPLES, samples

MAY_IMPORT = {
    "models": set(),
    "extract": {"models"},
    "normalise": {"models"},
    "load": {"models"},
    "boardpapers": {"models", "extract", "normalise", "load"},
}
"""Of the project's own packages."""
VOCABULARIES = sorted(ROOT.glob("*/vocabulary/*.csv"))


def test_imports_run_one_way() -> None:
    wrong = []
    for package, allowed in MAY_IMPORT.items():
        for module in (ROOT / package).rglob("*.py"):
            for name in _imported(ast.parse(module.read_text("utf-8"))):
                top = name.partition(".")[0]
                if top in MAY_IMPORT.keys() - {package} - allowed or top == "tests":
                    wrong.append(f"{module.relative_to(ROOT)} imports {name}")
    assert wrong == []


def _imported(tree: ast.AST) -> list[str]:
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return names + [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]


def test_every_dependency_is_pinned_with_its_hash() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = dict(project["optional-dependencies"])
    assert extras.pop(
        "peers"
    )  # other table readers, for a benchmark: no installation for use or for the tests has them
    asked = [*project["dependencies"], *(line for extra in extras.values() for line in extra)]
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = {
        canonicalize_name(name): version
        for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", lock, flags=re.MULTILINE)
    }
    for requirement in map(Requirement, asked):
        if requirement.name != project["name"]:
            assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), requirement
    assert lock.count("--hash=sha256:") >= len(pinned) > 0
    assert "://" not in lock


@pytest.mark.parametrize("file", VOCABULARIES, ids=lambda file: f"{file.parent.parent.name}/{file.stem}")
def test_a_vocabulary_tells_where_each_word_was_seen(file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert rows
    for number, row in enumerate(rows, start=2):
        assert None not in row, f"line {number} has more fields than the heading"
        assert row["evidence"], f"line {number} has no evidence"


def test_every_sample_has_its_source_its_paper_and_its_truth() -> None:
    made = {source.parent for source in SAMPLES.glob("*/source.py")}
    assert made == set(samples())
    assert {sample for sample in made if not list((sample / "normalised").glob("*.csv"))} == set()


def test_a_sample_is_made_by_its_name(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path])
    spec = importlib.util.spec_from_file_location("samples_make", SAMPLES / "make.py")
    assert spec is not None
    assert spec.loader is not None
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    assert make.main(["no-such-sample"]) == 2
    told = capsys.readouterr().err
    assert all(sample.name in told for sample in samples())

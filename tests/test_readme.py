"""What the README says is so: its commands run, its queries give the answers that it shows, its lists are whole."""

from __future__ import annotations

import re
import shlex
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from boardpapers import errors
from boardpapers.config import Config, _File, _Publisher
from extract.families import families
from models import errors as paper_errors
from models.contract import VIEWS
from tests.boardpapers.commands import Command
from tests.samples import ROOT

README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
QUERIES = [text for kind, text in BLOCKS if kind == "sql"]
ANSWERS = re.findall(r"^```sql\n(.*?)^```\n\n^```text\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def _commands() -> Iterator[list[str]]:
    for kind, text in BLOCKS:
        if kind == "sh":
            yield from (
                shlex.split(line, comments=True) for line in text.splitlines() if line.startswith("boardpapers ")
            )


@pytest.mark.parametrize("arguments", list(_commands()), ids=" ".join)
def test_a_command_of_the_readme_runs(
    arguments: list[str], tmp_path: Path, samples_db: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    shutil.copy(samples_db, tmp_path / "boardpapers.sqlite")
    monkeypatch.chdir(tmp_path)
    run = command(*arguments[1:])
    assert run.code == errors.OK, run.err
    if "--picture" in arguments:
        assert (tmp_path / "page.png").stat().st_size > 10_000
    else:
        assert run.out
        assert "no text holds that" not in run.out


@pytest.mark.parametrize("sql", QUERIES, ids=lambda sql: " ".join(sql.split())[:60])
def test_a_query_of_the_readme_has_an_answer(sql: str, samples_db: Path) -> None:
    with sqlite3.connect(samples_db) as connection:
        assert connection.execute(sql).fetchone() is not None


@pytest.mark.parametrize(("sql", "answer"), ANSWERS, ids=lambda text: " ".join(text.split())[:60])
def test_an_answer_in_the_readme_is_what_the_database_says(sql: str, answer: str, samples_db: Path) -> None:
    with sqlite3.connect(samples_db) as connection:
        rows = connection.execute(sql).fetchall()
    shown = [" | ".join(f"{value:g}" if isinstance(value, float) else str(value) for value in row) for row in rows]
    assert shown == answer.splitlines()


def test_the_files_of_publishers_that_are_shown_are_valid(tmp_path: Path) -> None:
    shown = [text for kind, text in BLOCKS if kind == "toml"]
    shown += re.findall(
        r"^```toml\n(.*?)^```$", (ROOT / "docs/sources.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    shown.append((ROOT / "deploy/publishers.toml").read_text("utf-8"))
    assert len(shown) >= 3
    for text in shown:
        (tmp_path / "publishers.toml").write_text(text, "utf-8")
        assert Config(tmp_path / "publishers.toml").publishers


def test_every_key_of_a_file_of_publishers_is_explained() -> None:
    told = (ROOT / "docs/sources.md").read_text("utf-8")
    assert {key for model in (_File, _Publisher) for key in model.model_fields if f"`{key}`" not in told} == set()


def test_the_readme_shows_answers() -> None:
    assert len(ANSWERS) >= 2


def test_every_exit_code_is_in_the_readme() -> None:
    told = [line for line in (errors.__doc__ or "").splitlines() if re.match(r"\| \d", line)]
    assert told
    for line in told:
        assert f"\n| {line.split()[1]} | " in README


def test_every_outcome_is_in_the_readme() -> None:
    classes = [c for c in vars(paper_errors).values() if isinstance(c, type) and issubclass(c, paper_errors.PaperError)]
    written = {c.outcome for c in classes}
    for module in (ROOT / "boardpapers").rglob("*.py"):
        written.update(
            re.findall(
                r'"(failed: [a-z ]+|needs ocr|partly read|nothing recognised|unchanged|loaded|to be fetched)"',
                module.read_text("utf-8"),
            )
        )
    assert {outcome for outcome in written if f"`{outcome}`" not in README} == set()


def test_every_view_and_family_is_in_the_readme() -> None:
    assert {view for view in VIEWS if f"`{view}`" not in README} == set()
    listed = README.partition("| family | reads |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| ([a-z ]+) \|", listed, flags=re.MULTILINE)) == {family.name for family in families()}


def test_links_and_files_named_in_the_readme_are_there() -> None:
    named = re.findall(r"\]\(([^)#]+)\)", README) + re.findall(
        r"`((?:tests|notebooks|samples|docs|deploy)/[\w./-]+)`", README
    )
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []

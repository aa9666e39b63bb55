"""What `deploy/` and `docs/` tell to run is what there is to run."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import typer

from boardpapers.cli_app import app
from tests.samples import ROOT

TEXTS = [*sorted((ROOT / "deploy").iterdir()), *sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # a group, as it has several verbs


def _calls(text: str) -> list[list[str]]:
    """Each call of a verb, with what follows it on its line."""
    joined = re.sub(r"\\\n\s*#?", " ", text)
    verbs = "|".join(map(re.escape, COMMANDS))
    return [
        shlex.split(call.rstrip("`),;"), comments=True)
        for call in re.findall(rf"\bboardpapers ((?:{verbs}) [^\n`;>|&]*)", joined)
        if call.count("'") % 2 == call.count('"') % 2 == 0
    ]


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_every_option_that_is_told_of_is_one(file: Path) -> None:
    for verb, *arguments in _calls(file.read_text("utf-8")):
        known = {name for parameter in COMMANDS[verb].params for name in parameter.opts}
        assert {name.partition("=")[0] for name in arguments if name.startswith("--")} <= known | {"--help"}, arguments


def test_there_are_calls_to_look_at() -> None:
    told = {file.name: len(_calls(file.read_text("utf-8"))) for file in TEXTS}
    assert {"boardpapers.service", "boardpapers.cron", "Containerfile", "scheduling.md"} <= {
        name for name, number in told.items() if number
    }


@pytest.mark.parametrize("file", sorted((ROOT / "docs").glob("*.md")), ids=lambda file: file.name)
def test_links_and_files_named_in_the_docs_are_there(file: Path) -> None:
    text = file.read_text("utf-8")
    links = [name for name in re.findall(r"\]\(([^)#]+)", text) if "://" not in name]
    assert [name for name in links if not (file.parent / name).exists()] == []
    assert [name for name in re.findall(r"\bdeploy/[\w.]+", text) if not (ROOT / name.rstrip(".")).exists()] == []


def test_systemd_takes_the_service_and_the_timer(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd is not here")
    for name in ("boardpapers.service", "boardpapers.timer"):
        text = (ROOT / "deploy" / name).read_text("utf-8")
        text = text.replace("/opt/boardpapers/.venv/bin/boardpapers", "/bin/true")
        (tmp_path / name).write_text(re.sub(r"(?m)^(User|Group)=.*", r"\1=root", text), "utf-8")
    checked = subprocess.run(
        [analyze, "verify", "--man=no", *map(str, sorted(tmp_path.iterdir()))],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    if "Failed to initialize manager" in checked.stderr:
        pytest.skip("systemd cannot be asked here")
    assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")


def test_cron_takes_the_line() -> None:
    lines = (ROOT / "deploy/boardpapers.cron").read_text("utf-8").splitlines()
    jobs = [line for line in lines if re.match(r"[\d*]", line)]
    assert len(jobs) == 1
    assert re.match(r"\d+ \d+ \* \* \* boardpapers cd ", jobs[0])
    assert "%" not in jobs[0], "cron reads a % as the end of the line"
    checked = subprocess.run(
        ["/bin/sh", "-n", "-c", jobs[0].split(None, 6)[6]], capture_output=True, text=True, check=False
    )
    assert checked.stderr == ""

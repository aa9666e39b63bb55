"""The month in which fiscal years begin, as whoever asks for papers says it: in the command, in the environment, for a publisher."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from boardpapers.errors import BAD_ARGUMENTS, OK
from boardpapers.sources.publishers import month_number
from tests.boardpapers.commands import Command, rows

DAYS = "SELECT DISTINCT period, period_start, period_end FROM kpi_values WHERE role = 'current'"
APRIL = [("Q2 2031/32", "2031-07-01", "2031-09-30")]
JULY = [("Q2 2031/32", "2031-10-01", "2031-12-31")]


def a_scorecard(folder: Path, name: str = "scorecard") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.pdf"
    lines = [
        ["Ref", "Indicator", "Q1 2031/32", "Q2 2031/32", "Target", "RAG"],
        ["P1", "Moorings let within ten days", "81%", "84%", "80%", "Green"],
        ["P2", "Buoys inspected on time", "91%", "88%", "95%", "Amber"],
        ["P3", "Berths without a fault", "70%", "72%", "90%", "Red"],
    ]
    table = Table(lines, colWidths=[40, 220, 90, 90, 70, 60])
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    title = Paragraph("Harbour Trust: Performance Scorecard", getSampleStyleSheet()["Title"])
    SimpleDocTemplate(str(path), pagesize=landscape(A4), invariant=True).build([title, table])
    return path


def test_a_paper_is_read_again_where_its_fiscal_year_is_another(tmp_path: Path, command: Command) -> None:
    paper, db = a_scorecard(tmp_path), tmp_path / "x.sqlite"
    told = [
        ((), "loaded", APRIL, None),
        ((), "unchanged", APRIL, None),
        (("--fiscal-year", "July"), "loaded", JULY, 7),
        (("--fiscal-year", "7"), "unchanged", JULY, 7),
        ((), "loaded", APRIL, None),
    ]
    for options, outcome, days, month in told:
        run = command("ingest", paper, "--db", db, "--json", *options)
        assert (run.code, [p["outcome"] for p in run.json["papers"]]) == (OK, [outcome])
        assert rows(db, DAYS) == days
        assert rows(db, "SELECT fiscal_year FROM documents") == [(month,)]


def test_the_environment_says_it_too(tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDPAPERS_FISCAL_YEAR", "jul")
    paper, db = a_scorecard(tmp_path), tmp_path / "x.sqlite"
    command("ingest", paper, "--db", db)
    assert rows(db, DAYS) == JULY
    shown = [line for line in command("show", paper, "--json").json if line["view"] == "kpi_values"]
    assert ("2031-10-01", "2031-12-31") in {
        (line["period_start"], line["period_end"]) for line in shown if "period_start" in line
    }


def test_a_publisher_has_its_own(tmp_path: Path, command: Command) -> None:
    a_scorecard(tmp_path / "home")
    away = a_scorecard(tmp_path / "away", "away")
    away.write_bytes(away.read_bytes() + b"% another edition\n")
    file, db = tmp_path / "publishers.toml", tmp_path / "x.sqlite"
    file.write_text(
        '[[publisher]]\nname = "Home"\nfiles = ["home"]\n'
        '[[publisher]]\nname = "Away"\nfiles = ["away"]\nfiscal_year = "October"\n',
        "utf-8",
    )
    command("ingest", "--config", file, "--fiscal-year", "July", "--db", db)
    found = rows(db, "SELECT document, fiscal_year FROM documents ORDER BY document")
    assert found == [("away", 10), ("scorecard", 7)]
    begins = "SELECT DISTINCT document, period_start FROM kpi_values WHERE role = 'current' ORDER BY document"
    assert rows(db, begins) == [("away", "2032-01-01"), ("scorecard", "2031-10-01")]


def test_what_is_no_month_is_told(tmp_path: Path, command: Command) -> None:
    run = command("ingest", a_scorecard(tmp_path), "--fiscal-year", "spring", "--db", tmp_path / "x.sqlite")
    assert run.code == BAD_ARGUMENTS
    assert "spring is no month" in run.err


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("April", 4),
        ("jul", 7),
        (" OCT ", 10),
        ("1", 1),
        ("12", 12),
        ("0", None),
        ("13", None),
        ("ma", None),
        ("", None),
    ],
)
def test_months_by_name_and_number(text: str, month: int | None) -> None:
    assert month_number(text) == month

"""Text between scorecards: the measures it states are rows, what states none is among the words that nobody read."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from boardpapers.errors import OK
from tests.boardpapers.commands import Command, rows

STATED = (
    "There were 60 lifts out of the water in May 2031, compared to 48 in May 2030, a rise of 25%. Crews were on time."
)
PLAIN = "The new slipway opened on 3 May 2031 and has been busy on each fair day since then, as was hoped."


def a_scorecard_with_commentary(folder: Path) -> Path:
    path = folder / "scorecard.pdf"
    lines = [
        ["Ref", "Indicator", "May 2030", "May 2031", "Target", "RAG"],
        ["P1", "Moorings let within ten days", "81%", "84%", "80%", "Green"],
        ["P2", "Buoys inspected on time", "91%", "88%", "95%", "Amber"],
    ]
    table = Table(lines, colWidths=[40, 220, 90, 90, 70, 60])
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    styles = getSampleStyleSheet()
    text = [Paragraph(t, styles["Normal"]) for t in (STATED, PLAIN)]
    title = Paragraph("Harbour Trust: Performance Scorecard", styles["Title"])
    SimpleDocTemplate(str(path), pagesize=landscape(A4), invariant=True).build([title, table, *text])
    return path


def test_commentary_states_measures(tmp_path: Path, command: Command) -> None:
    paper, db = a_scorecard_with_commentary(tmp_path), tmp_path / "x.sqlite"
    assert command("ingest", paper, "--db", db).code == OK
    told = "SELECT report, measure, value, baseline_value, change_value, period, baseline_period FROM stated_measures"
    assert rows(db, told) == [
        ("Harbour Trust: Performance Scorecard", "lifts out of the water", 60, 48, 25, "May 2031", "May 2030")
    ]
    ((span,),) = rows(db, "SELECT s.text FROM stated_measures m JOIN source_spans s USING (source_id)")
    assert "There were 60 lifts" in span
    assert "slipway" not in span
    unread = " ".join(text for (text,) in rows(db, "SELECT text FROM unread_text"))
    assert "slipway opened" in unread
    assert "60 lifts" not in unread
    ((words, recorded, furniture, left),) = rows(
        db, "SELECT words, words_recorded, words_furniture, words_unread FROM pages"
    )
    assert (words, left) == (recorded + furniture + left, len(unread.split()))
    assert rows(db, "SELECT message FROM findings WHERE rule LIKE '%outside the contract%'") == []

from __future__ import annotations

from extract.registers.speaks import speaks_of_risks
from models.section import Paragraph
from tests.registers import paragraph, section

PROSE = (
    "The clerk told members of the risk of silt, of its impact and cause, and that controls stood in the last report"
)


def speaks(*texts: str | Paragraph) -> bool:
    return speaks_of_risks(section(*(paragraph(t) if isinstance(t, str) else t for t in texts), title=None))


def test_labels_that_name_what_is_said_of_risks_speak_of_them():
    assert speaks("Cause: silt", "Consequence: boats run aground", "Controls: dredging")
    assert speaks("Inherent score", "20", "Controls", "Dredging twice a year")


def test_prose_that_speaks_of_risks_is_no_form_of_them():
    assert not speaks(*[PROSE] * 9)
    assert not speaks(PROSE, "Controls: dredging")


def test_one_word_of_risks_repeated_in_labels_is_not_enough():
    assert not speaks(*["Tolerance: 4 %"] * 9)
    assert speaks(*["Tolerance: 4 %"] * 2, "Cause: silt")


def test_labels_pages_apart_are_no_forms():
    apart = [
        paragraph(text, page)
        for page, text in enumerate(("Cause: silt", "Tides", "Score: 9", "Boats", "Controls: none"), 1)
    ]
    assert not speaks(*apart)
    assert speaks(*apart, paragraph("Effect: delay", 6), paragraph("Impact: high", 6))

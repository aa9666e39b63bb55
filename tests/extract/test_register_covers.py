"""What covers and maps before a register say of it: whose it is, its day, and where its own heading stands."""

from __future__ import annotations

from dataclasses import replace

from extract.registers.facts import register_facts
from extract.registers.layout import layout_of
from tests.extract.test_register_facts import facts, made
from tests.registers import paragraph, table


def test_a_body_before_the_month_at_the_end_of_a_line_owns_the_register():
    line = paragraph("Seahaven Borough Pension Fund November 2031")
    assert facts(paragraph("Risk Map", level=1), line)["organisation"] == "Seahaven Borough Pension Fund"


def test_a_heading_dates_the_register_and_the_day_of_its_next_review_does_not():
    cover = [
        paragraph("Seahaven Primary School", level=1),
        paragraph("Risk Register Autumn 2031", level=2),
        paragraph("Date adopted by Governors: Review Date: Autumn 2032"),
    ]
    assert facts(*cover)["as_of"] == "Risk Register Autumn 2031"


def test_the_heading_over_the_table_names_a_register_behind_the_page_of_its_map():
    head = paragraph("Inherent and Residual Risk Scores", level=1)
    own = paragraph("Harbour Fund Risk Register", page=2, level=1)
    rows = [["Ref", "Risk", "Score"], ["1", "The sea wall is breached", "12"], ["2", "The ferry sinks", "8"]]
    below = table([["Map", "", ""], *rows], breaks=[1])
    below = replace(below, cells=tuple([replace(c, row=c.row - 1) for c in below.cells if c.row]), rows=3)
    register = register_facts(made(head, own, below, title=head), [layout_of(below)])
    assert register["register_title"].text == "Harbour Fund Risk Register"

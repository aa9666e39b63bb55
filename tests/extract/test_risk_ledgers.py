"""Risks as lines of labels and values without rules, their scores in columns of stages, cut by page ends."""

from __future__ import annotations

from extract.families import profile
from extract.registers.ledgers import read_ledgers
from extract.registers.reading import read_section
from models.record import Printed
from models.section import Paragraph
from tests.extract.test_risk_cards import said
from tests.registers import section


def block(page: int, top: float, ref: str, title: str, cut: bool = False) -> list[Paragraph]:
    """One risk's lines; `cut` puts all but the first on the next page."""
    printed: list[tuple[tuple[float, str], ...]] = [
        ((20, "*ID*"), (130, ref)),
        ((20, "*Title*"), (130, title)),
        ((20, "*Risk owner*"), (130, "Ann Brook")),
        ((20, "*Description*"), (130, "The old stone gives way in a storm and")),
        ((130, "homes are lost."),),
        ((130, "*Initial*"), (250, "*Current*"), (370, "*Target*")),
        ((20, "*Likelihood*"), (130, "Likely (4)"), (250, "Possible (3)"), (370, "Rare (1)")),
        ((20, "*Consequence*"), (130, "Major (4)"), (250, "Major (4)"), (370, "Major (4)")),
        ((20, "*Score*"), (130, "16"), (250, "12"), (370, "4")),
        ((20, "*Risk level (current)*"), (250, "High")),
        ((20, "*Controls in place*"), (130, "1. Yearly survey.")),
        ((130, "2. Sandbags in the yard."),),
        ((20, "*Gaps in controls*"),),
        ((20, "*Latest update*"), (130, "Divers went down in May.")),
        ((20, "*Actions*"),),
        ((20, "1"), (40, "Rebuild the northern end of"), (300, "Carl Dean"), (400, "31/03/2026")),
        ((40, "the wall"),),
        ((20, "2"), (40, "Buy sandbags"), (300, "Ann Brook"), (400, "Ongoing")),
    ]
    lines = [said(page, top + 12 * n, *parts) for n, parts in enumerate(printed)]
    if cut:
        lines[1:] = [said(page + 1, 20 + 12 * n, *parts) for n, parts in enumerate(printed[1:])]
    return lines


def of(records: list[Printed], view: str) -> list[dict[str, str]]:
    return [{n: f.text for n, f in r.fields.items()} for r in records if r.view == view]


def test_blocks_of_lines_are_a_risk_each_though_a_page_cuts_them() -> None:
    paper = section(*block(1, 50, "1274", "The wall is breached"), *block(1, 300, "1301", "Boats are late", cut=True))
    assert profile.claim(paper).score > 0.6
    records = read_section(paper)
    told = {
        "owners": "Ann Brook", "description": "The old stone gives way in a storm and homes are lost.", "rating": "High",
        "gross_likelihood": "Likely (4)", "gross_impact": "Major (4)", "gross_score": "16",
        "current_likelihood": "Possible (3)", "current_impact": "Major (4)", "current_score": "12",
        "target_likelihood": "Rare (1)", "target_impact": "Major (4)", "target_score": "4",
    }  # fmt: skip
    assert of(records, "risks") == [
        {"ref": "1274", "title": "The wall is breached"} | told,
        {"ref": "1301", "title": "Boats are late"} | told,
    ]
    assert [c["text"] for c in of(records, "risk_controls")] == ["Yearly survey.", "Sandbags in the yard."] * 2
    assert of(records, "risk_actions") == [
        {"description": "Rebuild the northern end of the wall", "owners": "Carl Dean", "target_text": "31/03/2026"},
        {"description": "Buy sandbags", "owners": "Ann Brook", "target_text": "Ongoing"},
    ] * 2  # fmt: skip
    free = [(r.facts["header"], r.fields["text"].text) for r in records if r.view == "risk_fields"]
    assert free == [("Latest update", "Divers went down in May.")] * 2


def test_one_block_or_the_same_reference_again_is_no_list_of_risks() -> None:
    assert not read_ledgers(section(*block(1, 50, "1274", "The wall is breached")))
    again = section(*block(1, 50, "1274", "The wall is breached"), *block(2, 50, "1274", "Boats are late"))
    assert not read_ledgers(again)

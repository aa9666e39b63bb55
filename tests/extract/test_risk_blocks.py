"""Forms one under the other, each a block of rows under a bar, and what such forms hold."""

from __future__ import annotations

from dataclasses import replace

from extract.families.profile import FAMILY as PROFILE
from extract.registers.bars import named, reference
from extract.registers.reading import read_section
from models.page import Page, Shape
from models.record import Printed
from models.table import Table
from tests.registers import Set, section, table

BLUE, PALE = "#1f3864", "#ddebf7"


def of(records: list[Printed], view: str) -> list[Printed]:
    return [r for r in records if r.view == view]


def texts(record: Printed) -> dict[str, str]:
    return {name: f.text for name, f in record.fields.items()}


def bar(ref: str, title: str, *more: str, wide: int = 4) -> list[Set | None]:
    """A bar of dark cells; the title's cell fills what the others leave of the row."""
    span = wide - 1 - len(more)
    return [Set(ref, BLUE), Set(title, BLUE, right=span), *[None] * (span - 1), *(Set(m, BLUE) for m in more)]


def labels(*printed: str) -> list[Set]:
    return [Set(p, PALE) for p in printed]


def block(ref: str, title: str) -> list[list[Set | str | None]]:
    return [
        bar(ref, title),
        [Set("Strategic objective", PALE), "Keep the lights on", Set("Executive lead", PALE), "Head of Coast"],
        [Set("Cause", PALE), "The wall is a century old and cracked", Set("Consequence", PALE), "Homes are lost"],
        [Set("Gross", PALE), "C5 x L4 = 20", Set("Target", PALE), "C5 x L2 = 10"],
        [*labels("Key controls", "Gaps in control", "Sources of assurance", "Gaps in assurance")],
        ["Survey each spring", "No survey of the north end", "Report of the engineer", "None is independent"],
        [*labels("Action to close gaps", "Action owner", "Due", "RAG")],
        ["Rebuild the northern end", "Ann Brook", "31/03/2026", Set("A", "#ffc000")],
        ["Buy sandbags", "Carl Dean", "Ongoing", Set("G", "#00b050")],
    ]


def whole() -> dict[str, str]:
    return {
        "category": "Keep the lights on",
        "owners": "Head of Coast",
        "cause": "The wall is a century old and cracked",
        "impact": "Homes are lost",
        "gross_both": "C5 x L4 = 20",
        "target_both": "C5 x L2 = 10",
    }


def test_blocks_in_one_grid_are_a_risk_each() -> None:
    made = table([*block("BAF 1.1", "The wall is breached"), *block("BAF 1.2", "The ferry stops")], headings=0)
    paper = section(made, title="Board Assurance Framework")
    assert PROFILE.claim(paper).score > 0.95
    records = list(PROFILE.read(paper))
    risks = of(records, "risks")
    assert [texts(r) for r in risks] == [
        {"ref": "1.1", "title": "The wall is breached"} | whole(),
        {"ref": "1.2", "title": "The ferry stops"} | whole(),
    ]
    assert [(texts(a)["description"], a.facts["position"]) for a in of(records, "risk_actions")] == [
        ("Rebuild the northern end", 1), ("Buy sandbags", 2),
    ] * 2  # fmt: skip
    assert {f.facts["header"] for f in of(records, "risk_fields")} == {
        "Gaps in control", "Sources of assurance", "Gaps in assurance",
    }  # fmt: skip


def test_a_block_that_the_page_cuts_below_its_bar_is_one_risk() -> None:
    first, second = block("CR1", "The wall is breached"), block("CR2", "The ferry stops")
    parts = [table([*first, second[0]], headings=0), table(second[1:6], headings=0), table(second[6:], headings=0)]
    records = list(PROFILE.read(section(*parts, title="Corporate risks")))
    risks = of(records, "risks")
    assert [texts(r) for r in risks] == [
        {"ref": "CR1", "title": "The wall is breached"} | whole(),
        {"ref": "CR2", "title": "The ferry stops"} | whole(),
    ]
    assert [a.parent is risks[1] for a in of(records, "risk_actions")] == [False, False, True, True]


def shire(ref: str, title: str, officer: str) -> list[list[Set | str | None]]:
    return [
        bar(ref, title, "Assets", officer, wide=5),
        [Set("The town is cut off for more than three days by flood", right=5), None, None, None, None],
        ["", *labels("Likelihood", "Consequence"), Set("Level of risk", PALE, right=2), None],
        [Set("Inherent", PALE), "A - Almost certain", "4 - Major", Set("Extreme", "#c00000", right=2), None],
        [Set("Residual", PALE), "B - Likely", "3 - Moderate", Set("High", "#f4b183", right=2), None],
        [Set("Existing controls", PALE, right=2), None, Set("Movement", PALE, right=3), None, None],
        [Set("Pumps tested each month by the depot", right=2), None, "Mar 24 Same", "Jun 24 Up", "Sep 24 New"],
        [Set("Treatment plan", PALE, right=3), None, None, *labels("Officer", "Due")],
        [Set("Raise the road at the ford", right=3), None, None, "GM", "June 2026"],
    ]


def test_a_bar_with_more_than_the_name_and_stages_as_rows() -> None:
    made = table([*shire("ER-1", "Flood of the low road", "BT"), *shire("ER-2", "Fire in the hills", "PD")], headings=0)
    records = list(PROFILE.read(section(made, title="Enterprise Risk Register")))
    first = of(records, "risks")[0]
    assert texts(first) | {
        "ref": "ER-1", "title": "Flood of the low road", "category": "Assets", "owners": "BT",
        "description": "The town is cut off for more than three days by flood",
        "gross_likelihood": "A - Almost certain", "gross_impact": "4 - Major", "residual_likelihood": "B - Likely",
    } == texts(first)  # fmt: skip
    assert first.fields["category"].confidence < 0.8, "nothing but its look says what it is"
    assert [texts(t)["trend"] for t in of(records, "risk_trends")][:3] == ["Mar 24 Same", "Jun 24 Up", "Sep 24 New"]
    assert texts(of(records, "risk_actions")[0]) == {
        "description": "Raise the road at the ford", "owners": "GM", "target_text": "June 2026",
    }  # fmt: skip


def test_rows_of_a_register_are_no_blocks() -> None:
    made = table(
        [
            ["Ref", "Risk", "Likelihood", "Impact", "Score"],
            *([f"R{n}", "A risk of some length", "4", "5", "20"] for n in (1, 2, 3)),
        ]
    )
    assert PROFILE.claim(section(made, title="Risk register")).score == 0


def test_references_and_names_of_bars() -> None:
    assert [reference(t) for t in ("Risk 4", "Risk No. 12", "ER-1", "BAF 1.1", "7.", "Flood", "R1 Flood")] == [
        "4", "12", "ER-1", "1.1", "7", None, None,
    ]  # fmt: skip
    assert named("Risk 4: A flood closes the depot") == ("4", "A flood closes the depot")


def test_bullets_drawn_as_discs_part_the_items_of_a_list() -> None:
    rows = [*block("CR1", "The wall is breached"), *block("CR2", "The ferry stops")]
    rows[5] = ["Survey each spring\nof the whole wall\nPumps tested", "", "", ""]
    made = table(rows, headings=0)
    cell = next(c for c in made.cells if c.text.startswith("Survey"))
    lines = [w for w in cell.words if w.text in {"Survey", "Pumps"}]
    discs = tuple(Shape(w.x0 - 1.8, w.top + 4, w.x0 - 0.4, w.top + 5.4, (), True, "#000000", None) for w in lines)
    paper = replace(
        section(made, title="Corporate risks"),
        pages=(Page(1, 842, 595, words=tuple(w for c in made.cells for w in c.words), shapes=discs),),
    )
    records = list(PROFILE.read(paper))
    first = [c for c in of(records, "risk_controls") if c.parent is of(records, "risks")[0]]
    assert [texts(c)["text"] for c in first] == ["Survey each spring of the whole wall", "Pumps tested"]


def test_the_colour_of_an_action_and_the_words_of_its_update_are_two() -> None:
    def told(ref: str, title: str) -> list[list[Set | str | None]]:
        rows = block(ref, title)[:-3]
        heads = labels("Action", "Lead", "RAG", "Update")
        return [*rows, heads, ["Rebuild the northern end", "Ann Brook", Set("Amber", "#ffc000"), "Stone is ordered"],
                ["Buy sandbags", "Carl Dean", Set("Green", "#00b050"), "All are bought and stored"]]  # fmt: skip

    made = table([*told("CR1", "The wall is breached"), *told("CR2", "The ferry stops")], headings=0)
    found = [texts(a) for a in of(list(PROFILE.read(section(made, title="Corporate risks"))), "risk_actions")]
    assert [(a["rag"], a["status_text"]) for a in found] == [
        ("Amber", "Stone is ordered"), ("Green", "All are bought and stored"),
    ] * 2  # fmt: skip


def framed(ref: str, title: str) -> list[Table]:
    """A table under the risk's bar, one of its controls, one of its actions."""
    top = table(
        [
            [f"Risk ID {ref}", Set(f"Risk Title {title}", right=3), None, None],
            ["*Cause of risk", "*Risk event", "*Consequence", "*Current likelihood"],
            [Set("The wall is a century old", down=3), Set("The sea comes in", down=3), "Homes are lost", "Likely (4)"],
            [None, None, "*Risk owner", "*Target likelihood"],
            [None, None, "Ann Brook, Head of Coast", "Unlikely (2)\n*Timescale to target\nTwo years"],
        ],
        headings=0,
    )
    label = ("Risk", "Title")
    cells = tuple(
        replace(
            c,
            is_heading=c.row == 1,
            words=tuple(
                replace(w, x0=w.x0 + 20, x1=w.x1 + 20) if c.row == 0 and w.text not in label else w for w in c.words
            ),
        )
        for c in top.cells
    )
    controls = table(
        [["Control title", "Control owner"], ["Survey each spring", "Carl Dean"], ["pumps tested.", "Dora Ede"]]
    )
    actions = table(
        [
            ["Action title", "Action owner", "Due"],
            ["Rebuild the north end", "Eve Fox", "March 2026"],
            ["Buy sand", "Eve Fox", "TBC"],
        ]
    )
    return [replace(top, cells=cells), controls, actions]


def test_tables_under_a_bar_with_lists_of_controls_and_actions_are_one_risk() -> None:
    made = [*framed("CRR1", "The wall is breached"), *framed("CRR2", "The ferry stops")]
    records = list(PROFILE.read(section(*made, title="Corporate Risk Register")))
    risks = of(records, "risks")
    assert [texts(r) for r in risks] == [
        {
            "ref": ref, "title": title, "cause": "The wall is a century old", "description": "The sea comes in",
            "impact": "Homes are lost", "owners": "Ann Brook, Head of Coast", "current_likelihood": "Likely (4)",
            "target_likelihood": "Unlikely (2)",
        }
        for ref, title in (("CRR1", "The wall is breached"), ("CRR2", "The ferry stops"))
    ]  # fmt: skip
    assert [texts(c)["text"] for c in of(records, "risk_controls")] == ["Survey each spring", "pumps tested."] * 2
    assert [texts(a)["description"] for a in of(records, "risk_actions")] == ["Rebuild the north end", "Buy sand"] * 2
    assert {f.facts["header"]: texts(f)["text"] for f in of(records, "risk_fields")} == {
        "Control owner": "Dora Ede", "Timescale to target": "Two years",
    }  # fmt: skip


def test_a_bare_number_before_its_value_begins_a_form() -> None:
    told = [table([["No.", ref, "Risk owner", who], ["Risk", title, "Score", "12"], ["Cause", cause, "Controls", "Dry dock"]],
                  headings=0) for ref, who, title, cause in (("1.1", "Ann Brook", "Ferry breaks down", "Old engines"),
                  ("1.2", "Carl Dean", "Pier gives way", "Shipworm"), ("1.3", "Eve Marsh", "Crews leave", "Better pay"))]  # fmt: skip
    risks = [r.fields for r in read_section(section(*told)) if r.view == "risks"]
    assert [(r["ref"].text, r["owners"].text, r["title"].text) for r in risks] == [
        ("1.1", "Ann Brook", "Ferry breaks down"), ("1.2", "Carl Dean", "Pier gives way"), ("1.3", "Eve Marsh", "Crews leave"),
    ]  # fmt: skip

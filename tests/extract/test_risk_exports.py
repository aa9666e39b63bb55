"""Blocks a risk as risk software exports them: a bar with a sign at its end, measures in one cell a stage, linked actions."""

from __future__ import annotations

from extract.registers.reading import read_section
from extract.registers.tables import look
from models.table import Table
from tests.registers import Set, section, table

SHADE, BLUE = "#e6e6e6", "#00539b"
LEGEND = [
    ["Risk Status", None, "Risk Trend", None],
    [Set("", "#e2001a"), "High Risk (12 – 16)", Set("", BLUE, ("up",)), "It has risen"],
    [Set("", "#f7a600"), "Medium Risk (4 – 9)", Set("", BLUE, ("level",)), "No change"],
    [Set("", "#3aaa35"), "Low Risk (1 – 3)", Set("", BLUE, ("down",)), "It has fallen"],
]


def block(number: int, title: str, owner: str, helper: str) -> Table:
    def heads(*texts: str) -> list[Set]:
        return [Set(f"*{text}", SHADE) for text in texts]

    scores = [f"Likelihood: {n} Possible\nImpact: 4 Major\n*Score: {4 * n}" for n in (4, 3, 2)]
    return table(
        [
            [Set(f"*QR0{number} {title}", BLUE, right=4), None, None, None, Set("*Trend", BLUE), Set("", None, ("up",))],
            [*heads("Description"), Set(f"{title} for weeks", right=5), None, None, None, None],
            [Set("*Original Risk", SHADE, right=2), None, Set("*Current Risk", SHADE, right=2), None,
             Set("*Target Risk", SHADE, right=2), None],
            [part for text in scores for part in (Set(""), Set(text))],
            [*heads("Risk Owner"), f"{owner}\nHead of Quays", *heads("Assigned To"), helper, *heads("Last Review"), "7 May 2031"],
            [*heads("Internal Controls"), Set("• Dry dock\n• Spare engine", right=5), None, None, None, None],
            [Set("*Linked Actions", SHADE, right=2), None, *heads("Assigned To", "Progress", "Due Date", "Status")],
            [Set("Buy an engine", right=2), None, helper, "70%", "30 June 2031", "In Progress"],
            [Set("Train a crew", right=2), None, owner, "100%", "31 May 2031", "Completed"],
        ],
        headings=0,
    )  # fmt: skip


def read(view: str) -> list[dict[str, str]]:
    blocks = [
        block(1, "Ferries stop sailing", "Ann Brook", "Carl Dean"),
        block(2, "The pier gives way", "Eve Marsh", "Una Reed"),
    ]
    return [
        {name: f.text or " ".join(f.symbols) for name, f in r.fields.items()}
        for r in read_section(section(table(LEGEND), *blocks))
        if r.view == view
    ]


def test_a_bar_without_a_sign_between_reference_and_title_begins_a_block() -> None:
    assert [(r["ref"], r["title"]) for r in read("risks")] == [
        ("QR01", "Ferries stop sailing"), ("QR02", "The pier gives way"),
    ]  # fmt: skip
    assert [t["trend"] for t in read("risk_trends")] == ["up", "up"]


def test_measures_in_one_cell_are_those_of_the_stage_over_it() -> None:
    first = read("risks")[0]
    measures = ("likelihood", "impact", "score")
    assert [first[f"{s}_{m}"] for s in ("gross", "current", "target") for m in measures] == [
        "4 Possible", "4 Major", "16", "3 Possible", "4 Major", "12", "2 Possible", "4 Major", "8",
    ]  # fmt: skip


def test_who_a_risk_is_assigned_to_stands_beside_its_owner() -> None:
    assert read("risks")[0]["owners"] == "Ann Brook Head of Quays"
    assert "Carl Dean" in [f["text"] for f in read("risk_fields")]


def test_what_a_list_of_actions_says_besides_is_kept() -> None:
    assert [a["description"] for a in read("risk_actions")] == ["Buy an engine", "Train a crew"] * 2
    assert [f["text"] for f in read("risk_fields") if f["text"].endswith("%")] == ["70%", "100%"] * 2


def test_the_bands_of_a_scale_are_no_risks() -> None:
    assert look(table(LEGEND)).score == 0.0
    assert len(read("risks")) == 2

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.families.deliverables import FAMILY as DELIVERABLES
from extract.families.key import FAMILY as KEY
from extract.families.matrix import FAMILY as MATRIX
from extract.families.profile import FAMILY as PROFILE
from extract.families.register import FAMILY as REGISTER
from extract.registers.items import items_of
from extract.registers.matrices import products
from models.record import Printed
from tests.registers import Set, paragraph, section, table

WALL = "The harbour wall is breached in a storm and the lower town floods"
STAFF = "Seasonal staff cannot be hired before the summer opens"
FERRY = "The ferry contract ends without a bidder for the winter service"


def of(records: list[Printed], view: str) -> list[Printed]:
    return [r for r in records if r.view == view]


def texts(record: Printed) -> dict[str, str]:
    return {name: f.text for name, f in record.fields.items()}


def spanning(breaks=()):
    """Two risks with three and two mitigations, risk cells merged."""
    head = [
        Set("Risk", right=2),
        None,
        Set("Gross risk", right=3),
        None,
        None,
        Set("Mitigation", right=3),
        None,
        None,
        "Risk owner",
    ]
    leaf = ["No", "Risk", "Likelihood", "Impact", "Score", "Action", "Action owner", "Target date", ""]
    return table(
        [
            head,
            leaf,
            [Set("1", down=3), Set(WALL, down=3), Set("4", down=3), Set("5", down=3), Set("20", "#ff0000", down=3),
             "Survey the wall every spring", "AB", "Ongoing", Set("AB / CD", down=3)],
            [None, None, None, None, None, "Buy sandbags for the lower town", "CD", "Jan 2025", None],
            [None, None, None, None, None, "Test the siren", "CD", "TBC", None],
            [Set("2", down=2), Set(STAFF, down=2), Set("3", down=2), Set("4", down=2), Set("12", "#ffc000", down=2),
             "Open the hiring round in January", "EF", "31/01/2025", Set("EF", down=2)],
            [None, None, None, None, None, "Visit both colleges with a stall", "EF", "Ongoing", None],
        ],
        headings=2,
        breaks=breaks,
    )  # fmt: skip


def test_merged_risks_have_all_their_mitigations():
    paper = section(spanning())
    assert REGISTER.claim(paper).score > 0.8
    records = list(REGISTER.read(paper))
    risks, actions = of(records, "risks"), of(records, "risk_actions")
    assert [texts(r)["ref"] for r in risks] == ["1", "2"]
    assert texts(risks[0]) | {"title": WALL, "gross_score": "20", "owners": "AB / CD"} == texts(risks[0])
    assert [a.parent is risks[0] for a in actions] == [True, True, True, False, False]
    assert [a.facts["position"] for a in actions] == [1, 2, 3, 1, 2]
    assert texts(actions[1]) == {
        "description": "Buy sandbags for the lower town",
        "owners": "CD",
        "target_text": "Jan 2025",
    }


def test_a_sheet_that_was_not_merged_leaves_the_risk_blank_in_its_other_rows():
    made = table(
        [
            ["Ref", "Risk", "Owner", "Likelihood", "Impact", "Mitigation", "Action owner"],
            ["R1", WALL, "AB", "4", "5", "Survey the wall", "AB"],
            ["", "", "", "", "", "Buy sandbags", "CD"],
            ["R2", STAFF, "CD", "3", "4", "Open the hiring round", "CD"],
        ]
    )
    records = list(REGISTER.read(section(made)))
    assert [texts(r)["ref"] for r in of(records, "risks")] == ["R1", "R2"]
    assert [texts(a)["description"] for a in of(records, "risk_actions")] == [
        "Survey the wall",
        "Buy sandbags",
        "Open the hiring round",
    ]
    assert of(records, "risk_actions")[1].parent is of(records, "risks")[0]


def test_a_statement_that_goes_on_over_the_page_is_one_risk():
    made = table(
        [
            ["Ref", "Risk", "Likelihood", "Impact", "Key controls"],
            ["R1", "The harbour wall is breached in a storm", "4", "5", "Wall surveyed each spring"],
            ["", "and the lower town floods", "", "", "Siren tested each month"],
            ["R2", STAFF, "3", "4", "Stall at both colleges"],
        ],
        breaks=[2],
    )
    records = list(REGISTER.read(section(made)))
    assert [texts(r)["title"] for r in of(records, "risks")] == [WALL, STAFF]


def test_a_statement_cut_by_the_page_may_stand_on_the_second_page():
    made = table(
        [
            ["Ref", "Risk", "Likelihood", "Impact", "Score", "Action", "Action owner"],
            [Set("1", down=1), WALL, "4", "5", "20", "Survey the wall", "AB"],
            [None, None, None, None, Set("12", "#ffc000", down=3), "Open the hiring round", "CD"],
            [
                Set("2", down=2),
                Set(STAFF, down=2),
                Set("3", down=2),
                Set("4", down=2),
                None,
                "Visit both colleges",
                "CD",
            ],
            [None, None, None, None, None, "Raise the pay", "EF"],
        ],
        breaks=[3],
    )
    records = list(REGISTER.read(section(made)))
    assert [texts(r)["ref"] for r in of(records, "risks")] == ["1", "2"]
    assert [a.parent is of(records, "risks")[1] for a in of(records, "risk_actions")] == [False, True, True, True]


def test_bands_are_categories_until_the_next_also_in_the_next_table():
    head = ["Title", "Cause", "Consequence", "Likelihood", "Directorate"]
    first = table(
        [
            head,
            [Set("Large risks (over £5m)", right=2), None, "", "", ""],
            ["Wall", WALL, "The town has to be housed elsewhere", "4", "Coast"],
            ["Staff", STAFF, "Visits fall and with them the rents", "3", "People"],
        ]
    )
    second = table([head, ["Ferry", FERRY, "The island is cut off for weeks", "2", "Coast"],
                    [Set("Small risks", right=2), None, "", "12.0", ""],
                    ["Fraud", "Takings are not counted", "The money is not recovered", "1", "Money"]])  # fmt: skip
    records = list(REGISTER.read(section(first, second)))
    assert [texts(r)["category"] for r in of(records, "risks")] == ["Large risks (over £5m)"] * 3 + ["Small risks"]
    assert [(f.facts["header"], texts(f)["text"]) for f in of(records, "risk_fields")][:2] == [
        ("Directorate", "Coast"),
        ("Directorate", "People"),
    ]


def test_a_category_printed_once_is_carried_and_told_as_unsure():
    head = ["Ref", "Theme", "Risk", "Likelihood", "Impact"]
    once = table(
        [
            head,
            ["1", "Coast", WALL, "4", "5"],
            ["2", "", FERRY, "2", "3"],
            ["3", "People", STAFF, "3", "4"],
            ["4", "", "Pay is too low to keep people", "3", "3"],
        ]
    )
    risks = of(list(REGISTER.read(section(once))), "risks")
    assert [r.fields["category"].text for r in risks] == ["Coast", "Coast", "People", "People"]
    assert [r.fields["category"].confidence < 0.8 for r in risks] == [False, True, False, True]


def test_a_category_left_blank_where_others_are_repeated_stays_blank():
    head = ["Ref", "Theme", "Risk", "Likelihood", "Impact"]
    meant = table([head, ["1", "Coast", WALL, "4", "5"], ["2", "Coast", FERRY, "2", "3"], ["3", "", STAFF, "3", "4"]])
    risks = of(list(REGISTER.read(section(meant))), "risks")
    assert "category" not in risks[2].fields


def test_a_risk_printed_as_one_statement_has_a_title_and_no_description():
    made = table([["No", "Description of risk", "Likelihood", "Impact"], ["1", WALL, "4", "5"], ["2", STAFF, "3", "4"]])
    risk = of(list(REGISTER.read(section(made))), "risks")[0]
    assert risk.fields["title"].text == WALL
    assert "description" not in risk.fields


def test_bullets_in_a_cell_are_controls_and_a_bold_line_among_them_is_none():
    made = table(
        [
            ["Ref", "Risk", "Key controls", "Q1 trend", "Q2 trend", "Rating"],
            [
                "R1",
                WALL,
                "*Winter\n• Wall surveyed\neach spring\n• Siren tested",
                "↑",
                Set(symbols=("down",)),
                Set("High", "#ff0000"),
            ],
            ["R2", STAFF, "• Stall at both colleges", "N/A", "New", Set("Low", "#00b050")],
        ]
    )
    records = list(REGISTER.read(section(made)))
    assert [texts(c)["text"] for c in of(records, "risk_controls")] == [
        "Wall surveyed each spring",
        "Siren tested",
        "Stall at both colleges",
    ]
    assert [c.facts["position"] for c in of(records, "risk_controls")] == [1, 2, 1]
    trends = of(records, "risk_trends")
    assert [(t.fields["trend"].note, t.fields["trend"].text, t.fields["trend"].symbols) for t in trends[:2]] == [
        ("Q1 trend", "↑", ()), ("Q2 trend", "", ("down",))
    ]  # fmt: skip


def test_a_list_of_mitigations_without_columns_of_its_own_is_one_action_a_bullet():
    made = table([["Ref", "Risk", "Likelihood", "Impact", "Mitigation"],
                  ["R1", WALL, "4", "5", "• Survey the wall\n• Buy sandbags"], ["R2", STAFF, "3", "4", "Raise the pay"]])  # fmt: skip
    actions = of(list(REGISTER.read(section(made))), "risk_actions")
    assert [(texts(a)["description"], a.facts["position"]) for a in actions] == [
        ("Survey the wall", 1),
        ("Buy sandbags", 2),
        ("Raise the pay", 1),
    ]


def test_mitigations_stacked_in_one_row_keep_step_with_their_owners_and_dates():
    made = table(
        [
            ["Ref", "Risk", "Score", "Action", "By whom", "By when"],
            ["R1", WALL, "20", "Survey the wall\nfrom end to end\n\nBuy sandbags\n\nTest the siren",
             "Ann Brook\n\n\nCarl Dean\n\nEve Finch",
             "May 2025\n\n\nTBC\n\nOngoing"],
            ["R2", STAFF, "9", "Raise the pay to\nthat of others", "Carl Dean", "June\n2025"],
        ]
    )  # fmt: skip
    actions = of(list(REGISTER.read(section(made))), "risk_actions")
    assert [tuple(texts(a).values()) for a in actions] == [
        ("Survey the wall from end to end", "Ann Brook", "May 2025"),
        ("Buy sandbags", "Carl Dean", "TBC"),
        ("Test the siren", "Eve Finch", "Ongoing"),
        ("Raise the pay to that of others", "Carl Dean", "June 2025"),
    ]


def test_the_arrow_beside_a_score_is_a_trend():
    made = table(
        [
            ["Ref", "Risk", "Score"],
            ["R1", WALL, "20 ↑"],
            ["R2", STAFF, "9"],
            ["R3", FERRY, Set("12", symbols=("down",))],
        ]
    )
    records = list(REGISTER.read(section(made)))
    assert [texts(r)["current_score"] for r in of(records, "risks")] == ["20 ↑", "9", "12"]
    assert [(t.fields["trend"].text, t.fields["trend"].symbols) for t in of(records, "risk_trends")] == [
        ("↑", ()),
        ("", ("down",)),
    ]


def test_the_arrow_beside_the_score_before_is_a_trend_too():
    made = table(
        [["Ref", "Risk", "Current score", "Previous score"], ["R1", WALL, "20", "16 ▲"], ["R2", STAFF, "9", "9 ►"]]
    )
    records = list(REGISTER.read(section(made)))
    assert [t.fields["trend"].text for t in of(records, "risk_trends")] == ["▲", "►"]


def test_a_risk_that_was_not_there_a_quarter_ago_has_a_dash_under_it():
    made = table(
        [
            ["Ref", "Risk", "Q1", "Q2", "Target"],
            ["R1", WALL, "20", "15", "5"],
            ["R2", STAFF, "–", "16", "4"],
            ["R3", FERRY, "6", "6", "3"],
        ]
    )
    risks = [texts(r) for r in of(list(REGISTER.read(section(made))), "risks")]
    assert [(r["previous_score"], r["current_score"]) for r in risks] == [("20", "15"), ("–", "16"), ("6", "6")]


def test_dashes_and_the_formula_of_a_score_are_no_fields():
    made = table(
        [
            ["Ref", "Risk", "Score", "Moonphase", "Tide"],
            ["R1", WALL, "20", "–", "Likelihood × Impact = Score"],
            ["R2", STAFF, "9", "waxing", "High × low"],
        ]
    )
    fields = of(list(REGISTER.read(section(made))), "risk_fields")
    assert [texts(f)["text"] for f in fields] == ["waxing", "High × low"]


def test_a_scale_below_a_summary_is_no_part_of_the_form_behind_it():
    scale = paragraph(
        "Scoring: 1–3 low, 4–6 moderate, 8–12 high, 15–25 extreme. Scores are likelihood × impact.", 1, 300
    )
    records = list(
        PROFILE.read(
            section(scale, form("H1", "Wall", "Ann Brook"), form("H2", "Staff", "Carl Dean"), title="Risk profiles")
        )
    )
    assert [texts(r)["ref"] for r in of(records, "risks")] == ["H1", "H2"]
    assert not any("moderate" in texts(f)["text"] for f in of(records, "risk_fields"))


def test_labels_of_forms_may_be_in_two_languages():
    def both(ref: str, title: str, owner: str):
        return table(
            [
                [Set(ref, "#004400"), Set(title, "#004400", right=3), None, None],
                [Set("Priskribo / Description", "#ddeeff"), Set(f"{title} fails in a storm and nobody is there", right=3), None, None],
                [Set("Posedanto / Owner", "#ddeeff"), owner, Set("Revizio / Review date", "#ddeeff"), "1 May 2025"],
                [Set("Verŝajneco / Likelihood", "#ddeeff"), "4", Set("Efiko / Impact", "#ddeeff"), "5"],
                [Set("Kontroloj / Controls", "#ddeeff"), Set("• Old stone\n• High seas", right=3), None, None],
            ],
            headings=0,
        )  # fmt: skip

    records = list(PROFILE.read(section(both("R1", "Wall", "Ann Brook"), both("R2", "Staff", "Carl Dean"))))
    risks = [texts(r) for r in of(records, "risks")]
    assert [(r["ref"], r["title"], r["owners"], r["current_impact"]) for r in risks] == [
        ("R1", "Wall", "Ann Brook", "5"), ("R2", "Staff", "Carl Dean", "5")
    ]  # fmt: skip
    assert len(of(records, "risk_controls")) == 4


def test_controls_on_slides_find_their_risk_though_worded_otherwise():
    made = table(
        [
            ["No", "Risk", "Score"],
            ["1", "Ferry and harbour dues do not cover the cost & upkeep of the wall", "12"],
            ["2", STAFF, "9"],
        ]
    )
    blocks = [
        made,
        paragraph("Ferry & harbour dues do not cover cost and upkeep of wall", 2, 10, level=3),
        paragraph("Key Controls", 2, 30, bold=True),
        paragraph("Dues reviewed each autumn", 2, 40, "•"),
        paragraph("Activity", 2, 50, bold=True),
        paragraph("Talks with the ferry company", 2, 60, "•"),
        paragraph("A line without a bullet", 2, 70),
        paragraph("What the weather was like", 3, 10, level=3),
        paragraph("Rain in May", 3, 20, "•"),
    ]
    records = list(REGISTER.read(section(*blocks)))
    controls = of(records, "risk_controls")
    assert [(c.facts["kind"], c.facts["position"], texts(c)["text"]) for c in controls] == [
        ("key_control", 1, "Dues reviewed each autumn"),
        ("activity", 1, "Talks with the ferry company"),
        ("activity", 2, "A line without a bullet"),
    ]
    assert all(c.parent is of(records, "risks")[0] for c in controls)
    assert {w.text for w in controls[0].taken} >= {"Key", "Controls", "Ferry"}


def test_unknown_columns_are_kept_as_printed_fields():
    made = table(
        [
            ["Ref", "Risk", "Likelihood", "Impact", "Moonphase"],
            ["R1", WALL, "4", "5", "waxing"],
            ["R2", STAFF, "3", "4", "full"],
        ]
    )
    fields = of(list(REGISTER.read(section(made))), "risk_fields")
    assert [(f.facts["header"], texts(f)["text"]) for f in fields] == [("Moonphase", "waxing"), ("Moonphase", "full")]


def test_facts_of_the_register():
    made = table(
        [
            ["No", "Risk", Set("Current risk (3 May 2024)", right=2), None],
            ["", "", "L", "I"],
            ["1", WALL, "4", "5"],
            ["2", STAFF, "3", "4"],
        ],
        headings=2,
    )
    risk = of(list(REGISTER.read(section(made, title="ISLAND HARBOUR AUTHORITY - RISK REGISTER"))), "risks")[0]
    assert {k: f.text for k, f in risk.context.items()} == {
        "register_title": "ISLAND HARBOUR AUTHORITY - RISK REGISTER",
        "organisation": "ISLAND HARBOUR AUTHORITY",
        "as_of": "Current risk (3 May 2024)",
    }


def test_a_table_of_actions_is_no_register():
    made = table(
        [
            ["Ref", "Action", "Owner", "Due", "Status"],
            ["1", "Buy sandbags", "AB", "May 2024", "Done"],
            ["2", "Test the siren", "CD", "TBC", "Open"],
        ]
    )
    assert REGISTER.claim(section(made, title="Action log")).score < 0.5


def test_a_table_without_headings_goes_on_with_the_columns_before():
    first = table([["Ref", "Risk", "Likelihood", "Impact"], ["R1", WALL, "4", "5"], ["R2", STAFF, "3", "4"]])
    second = table([["R3", FERRY, "2", "3"], ["R4", "Pay is too low to keep people", "3", "3"]], headings=0)
    risks = of(list(REGISTER.read(section(first, second))), "risks")
    assert [(texts(r)["ref"], texts(r)["current_impact"]) for r in risks] == [
        ("R1", "5"),
        ("R2", "4"),
        ("R3", "3"),
        ("R4", "3"),
    ]


def form(ref: str, title: str, owner: str):
    return table(
        [
            [Set("Risk ref", "#ddeeff"), ref, Set("Theme", "#ddeeff"), "Coast"],
            [Set("Risk title", "#ddeeff"), Set(title, right=3), None, None],
            [Set("Risk owner", "#ddeeff"), Set(owner, right=3), None, None],
            [Set("Causes", "#ddeeff"), Set("• Old stone\n• High seas", right=3), None, None],
            [Set("Latest news", "#ddeeff"), Set("The wall was surveyed in May", right=3), None, None],
        ],
        headings=0,
    )


def test_forms_one_risk_a_form():
    scores = table(
        [
            ["Inherent risk", "Current risk", "Target risk", "Direction of travel"],
            ["4 x 5 = 20", "3 x 5 = 15", "2 x 4 = 8", "→ Stable"],
        ]
    )
    acts = table(
        [
            ["No", "Action", "Lead", "Due", "Status"],
            ["1", "Buy sandbags", "Ann Brook", "May 2025", "On track"],
            ["2", "Test the siren", "Carl Dean", "TBC", "Overdue"],
        ]
    )
    paper = section(
        form("H1", "Wall", "Head of Coast (Ann Brook)"), scores,
        paragraph("Controls in place", 1, 300, bold=True), paragraph("Wall surveyed each spring", 1, 310, "•"),
        paragraph("Further action", 1, 320, bold=True), acts,
        form("H2", "Staff", "Carl Dean"), scores,
        title="Risk profiles",
    )  # fmt: skip
    assert PROFILE.claim(paper).score > REGISTER.claim(paper).score
    assert PROFILE.claim(paper).score > 0.7
    records = list(PROFILE.read(paper))
    risks = of(records, "risks")
    assert [texts(r)["ref"] for r in risks] == ["H1", "H2"]
    assert texts(risks[0]) | {"title": "Wall", "category": "Coast", "owners": "Head of Coast (Ann Brook)", "cause": "Old stone High seas",
                              "gross_both": "4 x 5 = 20", "target_both": "2 x 4 = 8"} == texts(risks[0])  # fmt: skip
    assert [(texts(f)["text"], f.facts["header"]) for f in of(records, "risk_fields")] == [
        ("The wall was surveyed in May", "Latest news")
    ] * 2
    assert [texts(c)["text"] for c in of(records, "risk_controls")] == ["Wall surveyed each spring"]
    assert [texts(a)["description"] for a in of(records, "risk_actions")] == ["Buy sandbags", "Test the siren"]
    assert len(of(records, "risk_trends")) == 2


def test_a_grid_of_stages_in_a_form():
    made = table(
        [
            [Set("Risk title", "#ddeeff"), Set("The wall is breached", right=3), None, None],
            [Set("Risk owner", "#ddeeff"), Set("Ann Brook", right=3), None, None],
            [Set("Description", "#ddeeff"), Set(WALL, right=3), None, None],
            [Set("Stage", "#ddeeff"), Set("Likelihood", "#ddeeff"), Set("Impact", "#ddeeff"), Set("Score", "#ddeeff")],
            [Set("Inherent", "#ddeeff"), "4", "5", "20"],
            [Set("Current", "#ddeeff"), "3", "5", "15"],
            [Set("Target", "#ddeeff"), "2", "4", "8"],
        ],
        headings=0,
    )
    risk = of(list(PROFILE.read(section(made, title="Risk profile"))), "risks")[0]
    scores = {k: v for k, v in texts(risk).items() if k.split("_")[0] in {"gross", "current", "target"}}
    assert scores == {
        "gross_likelihood": "4", "gross_impact": "5", "gross_score": "20",
        "current_likelihood": "3", "current_impact": "5", "current_score": "15",
        "target_likelihood": "2", "target_impact": "4", "target_score": "8",
    }  # fmt: skip


def test_forms_without_a_table():
    def printed(number: int, title: str, owner: str):
        return [
            paragraph(f"Risk {number} – {title}", y=10, level=2),
            paragraph(f"Risk owner: {owner}", y=30),
            paragraph("Likelihood: 4 Impact: 5 Score: 20", y=40),
            paragraph("Existing controls:", y=50),
            paragraph("Wall surveyed each spring", y=60, marker="•"),
            paragraph("Further actions", y=70, bold=True),
            paragraph("Buy sandbags", y=80, marker="•"),
        ]

    paper = section(
        *printed(1, "The wall is breached", "Ann Brook"),
        *printed(2, "Staff are missing", "Carl Dean"),
        title="Strategic risks",
    )
    assert PROFILE.claim(paper).score >= 0.5
    records = list(PROFILE.read(paper))
    assert texts(of(records, "risks")[0]) == {
        "ref": "1", "title": "The wall is breached", "owners": "Ann Brook", "current_likelihood": "4", "current_impact": "5",
        "current_score": "20",
    }  # fmt: skip
    assert len(of(records, "risks")) == 2
    assert [texts(c)["text"] for c in of(records, "risk_controls")] == ["Wall surveyed each spring"] * 2
    assert [texts(c)["description"] for c in of(records, "risk_actions")] == ["Buy sandbags"] * 2


def test_labels_inside_the_cells_of_a_form():
    made = table(
        [
            [Set("R7: The wall is breached", right=3), None, None],
            ["Likelihood: 4", "Impact: 5", "Score: 20"],
            [Set("Risk owner: Ann Brook", right=3), None, None],
            [Set("Existing controls: Wall surveyed each spring", right=3), None, None],
            [Set("Further action: Buy sandbags", right=3), None, None],
        ],
        headings=0,
    )
    records = list(PROFILE.read(section(made, title="Risks of the harbour")))
    assert texts(of(records, "risks")[0]) == {
        "ref": "R7", "title": "The wall is breached", "current_likelihood": "4", "current_impact": "5",
        "current_score": "20", "owners": "Ann Brook",
    }  # fmt: skip
    assert [texts(c)["text"] for c in of(records, "risk_controls")] == ["Wall surveyed each spring"]
    assert [texts(a)["description"] for a in of(records, "risk_actions")] == ["Buy sandbags"]


def test_a_risk_in_a_table_of_all_and_on_its_own_page_is_one():
    summary = table(
        [["Ref", "Risk title", "Current score", "Trend"], ["H1", "Wall", "15", "↑"], ["H2", "Staff", "9", "→"]]
    )
    records = list(
        PROFILE.read(section(summary, form("H1", "Wall", "Ann Brook"), form("H2", "Staff", "Carl Dean"), title="Risks"))
    )
    risks = of(records, "risks")
    assert [(texts(r)["ref"], texts(r)["current_score"], texts(r)["owners"]) for r in risks] == [
        ("H1", "15", "Ann Brook"), ("H2", "9", "Carl Dean"),
    ]  # fmt: skip
    assert [t.parent is r for t, r in zip(of(records, "risk_trends"), risks, strict=True)] == [True, True]


def test_labelled_parts_of_one_cell():
    cell = "The wall is breached\nCause: Old stone\nEffect: Homes are lost\nin the lower town"
    made = table([["Ref", "Risk", "Score"], ["1", cell, "20"],
                  ["2", "Staff are missing\nCause: Low pay\nEffect: Late ferries", "9"]])  # fmt: skip
    risk = of(list(REGISTER.read(section(made))), "risks")[0]
    assert texts(risk) == {
        "ref": "1", "title": "The wall is breached", "cause": "Old stone", "impact": "Homes are lost in the lower town",
        "current_score": "20",
    }  # fmt: skip


def test_the_scores_of_several_stages_in_one_cell():
    made = table([["Ref", "Risk", "Risk scores"], ["1", WALL, "Inherent 20 High\nCurrent 15 High\nTarget 8 Medium"],
                  ["2", STAFF, "Inherent 12 Medium\nCurrent 9 Medium\nTarget 4 Low"]])  # fmt: skip
    risk = of(list(REGISTER.read(section(made))), "risks")[0]
    assert {k: v for k, v in texts(risk).items() if k.endswith("score")} == {
        "gross_score": "20 High", "current_score": "15 High", "target_score": "8 Medium",
    }  # fmt: skip


def test_a_key_of_initials_in_lines_and_in_a_table():
    lines = section(
        paragraph("Key to owners", level=2),
        paragraph("AB = Ann Brook", y=20),
        paragraph("CD – Carl Dean", y=40),
        title=None,
    )
    assert KEY.claim(lines).score > 0.5
    records = list(KEY.read(lines))
    assert [texts(r) for r in records] == [
        {"initials": "AB", "name": "Ann Brook"},
        {"initials": "CD", "name": "Carl Dean"},
    ]
    assert [w.text for w in records[0].fields["name"].words] == ["Ann", "Brook"]
    made = table([["Initials", "Name", "Post"], ["AB", "Ann Brook", "Clerk"], ["CD", "Carl Dean", "Warden"]])
    assert [texts(r)["name"] for r in KEY.read(section(made, title=None))] == ["Ann Brook", "Carl Dean"]
    posts = table([["AB", "Ann Brook", "Clerk"], ["CD", "Carl Dean", "Warden"], ["HM", "Bo Lake", "Harbour Master"]])
    assert [texts(r)["initials"] for r in KEY.read(section(posts, title=None))] == ["AB", "CD", "HM"]


def test_letters_of_a_post_among_initials_and_a_small_letter_behind_them_are_of_the_key():
    coded = table(
        [["AB", "Ann Brook"], ["CD", "Carl Dean"], ["DPr", "Di Prow"], ["CLK", "Bo Lake"], ["Ex", "no longer here"]]
    )
    assert [texts(r)["initials"] for r in KEY.read(section(coded, title=None))] == ["AB", "CD", "DPr", "CLK"]
    line = section(paragraph("DPr = Di Prow"), title=None)
    assert [texts(r)["name"] for r in KEY.read(line)] == ["Di Prow"]


def test_letters_that_are_not_the_names_are_no_key():
    assert KEY.claim(section(paragraph("XQ = Ann Brook"), paragraph("OK = Carl Dean"), title=None)).score == 0


@pytest.mark.parametrize("turned", [False, True])
def test_the_matrix_is_found_whichever_way_it_stands(turned):
    size = 5
    grid = [
        [Set(str((size - r) * (c + 1)), "#ff0000" if (size - r) * (c + 1) > 12 else "#00b050") for c in range(size)]
        for r in range(size)
    ]
    rows = [[f"Level {size - r}", *grid[r]] for r in range(size)]
    foot = ["", *(f"Step {c}" for c in range(1, size + 1))]
    made = table([foot, *reversed(rows)] if turned else [*rows, foot], headings=0)
    found = products(made)
    assert len(found) == 25
    assert {(i, j) for i, j, _ in found} == {(i, j) for i in range(1, 6) for j in range(1, 6)}
    assert MATRIX.claim(section(made)).score > 0.5
    assert len(list(MATRIX.read(section(made)))) == 25


def test_a_table_of_other_numbers_is_no_matrix():
    assert products(table([["a", "1", "2"], ["b", "3", "4"], ["c", "5", "6"]], headings=0)) == ()


@pytest.mark.parametrize(
    ("printed", "items"),
    [
        ("• One\n• Two\nand a half", ["One", "Two and a half"]),
        ("- One\n- Two", ["One", "Two"]),
        ("1. One\n2. Two", ["One", "Two"]),
        ("Due in June\n- then each year", ["Due in June - then each year"]),
        ("A text of one line\nthat goes on in the next", ["A text of one line that goes on in the next"]),
        ("First.\nSecond.", ["First.", "Second."]),
        ("", []),
    ],
)
def test_items_of_a_cell(printed, items):
    made = table([["Controls"], [printed]])
    assert [i.text for i in items_of([c for c in made.cells if c.row == 1])] == items


WORDS = st.sampled_from(
    ["", "Risk", "Ref", "Likelihood", "Inherent", "Score", "Owner", "4", "20", "4x5=20", "AB", "AB / CD", "→", "N/A", "High", "G",
     "• One\n• Two", "Risk owner: Ann Brook", "Cause: Old stone", "Ongoing", "31/03/2025", WALL, "R1: Wall", "-", "£1.2m", "\uf0e9"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.integers(2, 6).flatmap(lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=2, max_size=7)),
    st.integers(0, 2),
    st.booleans(),
)
def test_any_table_is_survived_and_no_cell_is_read_twice(rows, headings, broken):
    made = table(rows, headings=min(headings, len(rows) - 1), breaks=[1] if broken else ())
    paper = section(made, paragraph("Key Controls", bold=True), paragraph("Wall surveyed", marker="•"))
    for family in (REGISTER, PROFILE, KEY, MATRIX):
        assert 0 <= family.claim(paper).score <= 1
        for record in family.read(paper):
            for found in record.fields.values():
                assert len(set(map(id, found.words))) == len(found.words)


def test_headings_over_tables_alike_are_categories_and_titles_span_their_risks():
    head = ["Subject", "Risk(s) identified", "H/M/L", "Management/control of risk", "Review"]
    money = table([head, [Set("Grants", down=2), "Spent on the wrong things", "L", "Minuted at once", "Yearly"],
                   [None, "Not received in time", "M", "Chased by the clerk", "Yearly"]])  # fmt: skip
    land = table([head, ["Trees", "A branch falls on the green", "H", "Survey each autumn", "Yearly"]])
    paper = section(
        paragraph("MONEY", level=3), money, paragraph("LAND", level=3), land, title="Risk assessment of the town"
    )
    records = list(REGISTER.read(paper))
    risks = [texts(r) for r in of(records, "risks")]
    assert [(r["category"], r["title"], r["description"], r["rating"]) for r in risks] == [
        ("MONEY", "Grants", "Spent on the wrong things", "L"), ("MONEY", "Grants", "Not received in time", "M"),
        ("LAND", "Trees", "A branch falls on the green", "H"),
    ]  # fmt: skip
    assert [texts(c)["text"] for c in of(records, "risk_controls")] == [
        "Minuted at once", "Chased by the clerk", "Survey each autumn",
    ]  # fmt: skip


def test_headings_that_only_count_are_no_categories():
    head = ["Risk", "Likelihood", "Impact", "Score"]
    first, second = table([head, [WALL, "4", "5", "20"]]), table([head, [STAFF, "3", "4", "12"]])
    paper = section(paragraph("Our risks (1)", level=2), first, paragraph("Our risks (2)", level=2), second)
    assert not any("category" in r.fields for r in of(list(REGISTER.read(paper)), "risks"))


def test_references_at_the_head_of_titles_and_scores_under_bare_dates():
    rows = [[f"{n}. {t}", "Ann Brook", s, "12", "↑"] for n, t, s in ((1, WALL, "9"), (2, STAFF, "15"), (3, FERRY, "8"))]
    made = table([["Risk", "Owner", "June 2025", "Sept 2025", "Movement"], *rows])
    risks = [texts(r) for r in of(list(REGISTER.read(section(made, title="Strategic risks"))), "risks")]
    assert [(r["ref"], r["title"], r["previous_score"], r["current_score"]) for r in risks] == [
        ("1", WALL, "9", "12"), ("2", STAFF, "15", "12"), ("3", FERRY, "8", "12"),
    ]  # fmt: skip


def test_a_table_without_headings_keeps_those_of_the_table_before():
    rows = [["R1", WALL, "4", "5", "20", "Checked in May"], ["R2", STAFF, "3", "4", "12", "Checked in June"]]
    first = table([["Ref", "Risk", "Likelihood", "Impact", "Score", "Last review"], rows[0]])
    second = table(rows[1:], headings=0)
    records = list(REGISTER.read(section(first, second, title="Risk register")))
    assert [f.facts["header"] for f in of(records, "risk_fields")] == ["Last review", "Last review"]


def test_bulleted_mitigations_that_nobody_owns_are_measures_in_place_and_unsure():
    made = table([["Ref", "Risk", "Score", "Mitigations"], ["R1", WALL, "20", "• Wall surveyed\n• Sandbags in the yard"],
                  ["R2", STAFF, "12", "• Stall at both colleges"]])  # fmt: skip
    records = list(REGISTER.read(section(made, title="Risk register")))
    controls = of(records, "risk_controls")
    assert [texts(c)["text"] for c in controls] == ["Wall surveyed", "Sandbags in the yard", "Stall at both colleges"]
    assert all(c.confidence < 0.8 for c in controls)
    assert not of(records, "risk_actions")


def test_a_key_set_by_tabs_with_the_post_behind_each_name():
    lines = section(
        paragraph("Responsible officers", level=2),
        paragraph("GM Greta Moss, General Manager", y=20),
        paragraph("LRF Lena Rowan-Field, Director Corporate & Community", y=40),
        title=None,
    )
    assert [texts(r) for r in KEY.read(lines)] == [
        {"initials": "GM", "name": "Greta Moss"},
        {"initials": "LRF", "name": "Lena Rowan-Field"},
    ]
    assert KEY.claim(section(paragraph("GM Crops, Dairy and Wool"), title=None)).score == 0


def test_labels_and_headings_repeated_for_each_risk_of_one_table():
    rows = []
    for ref, title in (("1", "The wall fails in a storm"), ("2", "Staff leave before summer")):
        rows += [
            [*(Set(t, "#ddd") for t in ("Risk No", "Risk title", "Risk owner", "Direction of travel"))],
            [ref, title, "Ann Brook", "↑"],
            [*(Set(t, "#ddd") for t in ("", "Likelihood", "Impact", "Score"))],
            [Set("Inherent", "#ddd"), "4", "5", "20"],
            [Set("Target", "#ddd"), "2", "4", "8"],
            [*(Set(t, "#ddd") for t in ("Action", "Action owner", "Target date", "Progress"))],
            ["Rebuild the north end", "Carl Dean", "May 2026", "On track"],
        ]
    records = list(PROFILE.read(section(table(rows, headings=0), title="Strategic risk register")))
    assert [(texts(r)["ref"], texts(r)["gross_score"], texts(r)["target_score"]) for r in of(records, "risks")] == [
        ("1", "20", "8"), ("2", "20", "8"),
    ]  # fmt: skip
    assert [texts(a)["target_text"] for a in of(records, "risk_actions")] == ["May 2026", "May 2026"]


def test_a_register_whose_headings_nobody_knows_is_read_and_unsure():
    rows = [[f"W{n}", t, lik, imp, s, who, "↑"] for n, (t, lik, imp, s, who) in enumerate(
        ((WALL, "4", "5", "20", "Ann Brook"), (STAFF, "3", "4", "12", "Carl Dean"), (FERRY, "5", "3", "15", "Eve Finch")), 1
    )]  # fmt: skip
    made = table([["Tag", "Worry", "Odds", "Weight", "Sum", "Held by", "Way"], *rows])
    paper = section(made, title="Risk register of the harbour")
    assert REGISTER.claim(paper).score >= 0.5
    risks = of(list(REGISTER.read(paper)), "risks")
    assert texts(risks[0]) == {
        "ref": "W1", "title": WALL, "current_likelihood": "4", "current_impact": "5", "current_score": "20",
        "owners": "Ann Brook",
    }  # fmt: skip
    assert all(f.confidence < 0.8 for f in risks[0].fields.values())


@pytest.mark.parametrize(
    ("headings", "rows", "read"),
    [
        (["Ref", "Emerging risk", "Horizon"], [["E1", "Batteries fail in the cold", "Two years"]], ["E1"]),
        (["No.", "Risk closed", "Why"], [["R8", "Move to the new depot", "Moved in May"]], ["R8"]),
        (["Ref", "Recommendation", "Horizon"], [["A1", "Publish the plan for the harbour", "May"]], []),
        (["No.", "Risk closed", "Why"], [["8", "Move to the new depot", "Moved in May"]], []),
    ],
)
def test_lists_of_emerging_and_closed_risks_beside_a_register_are_risks(headings, rows, read):
    register = table(
        [["Ref", "Risk", "Likelihood", "Impact", "Score"], ["R1", "Ferries stop", "4", "5", "20"], ["R2", "Staff leave", "2", "3", "6"]]
    )  # fmt: skip
    found = list(REGISTER.read(section(register, table([headings, *rows]))))
    risks = [r.fields["ref"].text for r in found if r.view == "risks"]
    assert risks == ["R1", "R2", *read]


def test_actions_with_who_and_when_under_scored_risks_are_a_registers() -> None:
    told = table(
        [
            ["Ref", "Risk title", "Event", "Current score", "Target score", Set("Action plan", right=4), None, None, None],
            [None, None, None, None, None, "Planned actions", "Lead", "Timescale", "Progress"],
            ["R1", "Ferries", "A boat breaks down", "4 x 4 = 16", "2 x 4 = 8", "Buy a second boat", "Ann Brook", "May 2026", "On track"],
            ["R2", "Pier", "The pier gives way", "3 x 5 = 15", "1 x 5 = 5", "Survey the piles", "Carl Dean", "July 2026", "Delayed"],
        ],
        headings=2,
    )  # fmt: skip
    here = section(told, title="Harbour Board")
    assert DELIVERABLES.claim(here).score < REGISTER.claim(here).score


def test_one_measure_of_risks_that_are_stated_first_makes_a_register_of_planned_actions() -> None:
    heads = [
        "Ref",
        "Risk title",
        "Risk event",
        "Current score",
        "Controls",
        "Planned actions",
        "Action owner",
        "Due date",
    ]
    rows = [
        ["R1", "Ferries", "A boat breaks down", "16", "A spare engine", "Buy a second boat", "AB", "May 2026"],
        ["R2", "Pier", "The pier gives way", "15", "Divers each June", "Survey the piles", "CD", "July 2026"],
    ]
    for title in ("Harbour Board", "Risk Register"):
        here = section(table([heads, *rows]), title=title)
        assert DELIVERABLES.claim(here).score < REGISTER.claim(here).score


def test_a_plan_that_rates_the_risk_of_each_deliverable_stays_a_plan() -> None:
    heads = ["Deliverable", "Lead", "Timescale", "Risk", "Risk rating"]
    rows = [
        ["Dredge the bar", "Ann Brook", "May 2026", "Bad weather", "High"],
        ["Mend the pier", "Carl Dean", "July 2026", "No divers", "Low"],
    ]
    here = section(table([heads, *rows]), title="Harbour plan")
    assert DELIVERABLES.claim(here).score > REGISTER.claim(here).score

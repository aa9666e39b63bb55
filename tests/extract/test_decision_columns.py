"""Decisions printed as forms without rules, their labels in a column at the left. All invented."""

from __future__ import annotations

from extract.families.decisions import claim, read
from tests.meetings import paper, texts

LIST = """*HARBOUR VALE COUNCIL
*LIST OF DECISIONS TAKEN UNDER DELEGATED POWERS

The decisions below were taken by officers in accordance with the scheme of delegation of the council.

*PH/22/041          A ramp for the quay

Decision maker      Head of Harbours

Date of decision    18 May 2022

Decision            That a ramp be built on the quay before the winter, and that the lamps
                    be mended.

                    a) with oak; or

                    b) with elm.

Reasons for         The old one is gone.
decision

Alternative options To build none. This was rejected, as the crews would
considered and      have to wade.
rejected

*OD/22/117          Two boats

Decision maker      Head of Boats

Date of decision    16 May 2022

Decision            To buy two boats at a cost of £37,240.

Reasons for         The others leak.
decision
"""


def test_labels_in_a_column_part_what_was_decided_from_who_and_why() -> None:
    section = paper(LIST)
    assert claim(section).score > 0.8
    records = list(read(section))
    assert texts(records, "decisions") == [
        {
            "ref": "PH/22/041",
            "title": "A ramp for the quay",
            "text": "That a ramp be built on the quay before the winter, and that the lamps be mended. a) with oak; or b) with elm.",
        },
        {"ref": "OD/22/117", "title": "Two boats", "text": "To buy two boats at a cost of £37,240."},
    ]
    parts = [(f["header"], f["text"]) for f in texts(records, "decision_fields")]
    assert parts[0] == ("Decision maker", "Head of Harbours")
    assert ("Reasons for decision", "The others leak.") in parts
    assert parts[3] == (
        "Alternative options considered and rejected",
        "To build none. This was rejected, as the crews would have to wade.",
    )


def test_labels_beside_texts_are_no_decisions_where_nothing_says_what_was_decided() -> None:
    text = LIST.replace("\nDecision            That", "\nBackground          That").replace(
        "\nDecision            To", "\nBackground          To"
    )
    assert not [r for r in texts(list(read(paper(text))), "decision_fields") if r["header"] == "Decision maker"]

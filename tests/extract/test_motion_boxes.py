"""Motions in boxes: beside an officer's recommendation, in rows of a table, or as labels with their values. All invented."""

from __future__ import annotations

from extract.families.minutes import claim, read
from extract.meeting.flow import pieces_of
from extract.meeting.motion_boxes import box_pieces, with_results_behind
from tests.meetings import paper, texts
from tests.registers import Set, table

OPENING = (
    "*Minutes of the Ordinary Meeting of Pier Shire Council held on 14 May 2024 at 6.00pm\n\n"
    "Present: Cr Ida Penn, Cr Tom Orr, Cr Sue Lake\n\n"
)
CLOSE = "\n*12.1  Close\nThere being no further business the meeting closed at 7.10pm.\n"


def test_a_decision_beside_the_recommendation():
    boxes = table(
        [
            [
                "*Officer's Recommendation\nThat Council buys four lights.",
                "*Council Decision\nMoved Cr Penn\nSeconded Cr Orr\nThat Council buys two lights.\n*CARRIED 2/1",
            ]
        ],
        headings=0,
    )
    assert [p.text for p in box_pieces(boxes)][-1] == "CARRIED 2/1"
    section = paper(f"{OPENING}*5.1  Apologies\nNone.\n\n*9.1  Harbour lights\nThey are old.\n", boxes, CLOSE)
    records = list(read(section))
    (resolution,) = texts(records, "resolutions")
    assert resolution["text"] == "That Council buys two lights."
    (vote,) = texts(records, "votes")
    assert (vote["proposer"], vote["seconder"]) == ("Cr Penn", "Cr Orr")
    assert (vote["votes_for"], vote["votes_against"]) == ("2", "1")
    assert "buys four lights" in texts(records, "minutes")[1]["text"]  # what was only recommended stays told


def test_a_motion_in_rows_under_a_numbered_heading():
    rows = [
        [Set("*COUNCIL DECISION 31/24", right=2), ""],
        ["Moved: Cr Ida Penn", "Seconded: Cr Tom Orr"],
        [Set("That the meeting be adjourned.", right=2), ""],
        ["For: Cr Penn, Cr Orr", "Against: Cr Lake"],
        [Set("*CARRIED", right=2), ""],
    ]
    section = paper(
        f"{OPENING}*5.1  Apologies\nNone.\n\n*9.1  Adjournment\nIt was late.\n", table(rows, headings=0), CLOSE
    )
    (vote,) = texts(list(read(section)), "votes")
    assert vote["motion"] == "That the meeting be adjourned."
    assert (vote["votes_for_names"], vote["votes_against_names"]) == ("Cr Penn, Cr Orr", "Cr Lake")


def test_a_result_over_its_movers_is_told_behind_them():
    labels = table(
        [
            ["MOTION:", "To buy four lights"],
            ["RESULT:", "ADOPTED [2 TO 1]"],
            ["MOVER:", "Ida Penn, Council Member"],
            ["SECONDER:", "Tom Orr, Mayor"],
            ["AYES:", "Penn, Orr"],
            ["NAYS:", "Lake"],
        ],
        headings=0,
    )
    told = with_results_behind(box_pieces(labels))
    assert [p.text.split(":")[0] for p in told] == ["MOTION", "MOVER", "SECONDER", "RESULT", "AYES", "NAYS"]
    section = paper(f"{OPENING}*5.1  Apologies\nNone.\n\n*9.1  Harbour lights\nThey are old.\n", labels, CLOSE)
    (vote,) = texts(list(read(section)), "votes")
    assert (vote["proposer"], vote["seconder"], vote["motion"]) == ("Ida Penn", "Tom Orr", "To buy four lights")
    assert (vote["votes_for"], vote["votes_against"], vote["carried"]) == ("2", "1", "ADOPTED")


def test_other_tables_are_no_boxes():
    assert box_pieces(table([["Item", "Moved to"], ["Lights", "North pier"]])) == []
    assert box_pieces(table([["Ref", "Action"], ["1", "Motion sensors to be tested by Tom Orr"]])) == []


def test_motions_alone_speak_for_minutes():
    motions = "".join(
        f"*{n}.1  Report of officer {n}\nPurpose\n\nMoved: Cr Penn   Seconded: Cr Orr\n\nThat the report lie.\n\n*CARRIED UNANIMOUSLY\n\n"
        for n in (5, 8, 9)
    )
    found = claim(paper(OPENING, motions, CLOSE))
    assert found.score > 0.9
    assert "3 motions moved" in found.reasons
    assert len(texts(list(read(paper(OPENING, motions, CLOSE))), "minutes")) == 4


def test_results_stay_where_no_movers_follow():
    pieces = pieces_of(paper("Result: ADOPTED\n\nThe lights were bought.\n").blocks)
    assert with_results_behind(pieces) == list(pieces)


def test_a_motion_over_a_box_that_tells_who_and_how():
    labels = table(
        [
            ["RESULT:", "APPROVED [2 TO 1]"],
            ["MOVER:", "Ida Penn, Council Member"],
            ["SECONDER:", "Tom Orr, Mayor"],
            ["AYES:", "Penn, Orr"],
            ["NAYS:", "Lake"],
        ],
        headings=0,
    )
    for above in ("They are old.\n\nMotion to buy four lights.", "They are old. Motion to buy four lights."):
        told = f"{OPENING}*5.1  Apologies\nNone.\n\n*9.1  Harbour lights\n{above}\n"
        records = list(read(paper(told, labels, CLOSE)))
        (vote,) = texts(records, "votes")
        assert (vote["motion"], vote["proposer"], vote["seconder"]) == ("to buy four lights.", "Ida Penn", "Tom Orr")
        assert (vote["votes_for"], vote["votes_against"]) == ("2", "1")
        assert [r["text"] for r in texts(records, "resolutions")] == ["to buy four lights."]

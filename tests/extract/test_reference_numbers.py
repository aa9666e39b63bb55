"""Items of minutes numbered by references: of letters between figures, below their headings, over bold lists of what was resolved.

All invented.
"""

from __future__ import annotations

from extract.families.minutes import read
from tests.meetings import paper, texts

HEAD = "*MINUTES OF THE HARBOUR BOARD HELD ON 4 MARCH 2024\n\nPresent: A Smith (Chair), B Jones\n\n"
LISTED = """*23-24/HB/1   Apologies
None were received.

*23-24/HB/2   Ferry fares
The Master spoke to the report.

*RESOLVED:

*1.   That the fares be noted and the thanks of the Board
*     be given to the crew.

*2.   That the new ticket be approved.

*23-24/HB/3   Slipway
The Board heard of the works.

*RESOLVED:

*1.   That the works be received.

*2.   That the bill be paid.

*23-24/HB/4   Close
The meeting ended at noon.
"""
BELOW = """*APOLOGIES

HB46/14     Apologies were recorded from Ms Orr.

*DECLARATIONS OF INTEREST IN ANY ITEM THAT IS ON THE AGENDA FOR
*THE DAY

HB47/14     Ms Penn declared an interest in the slipway as it is beside her own house and yard.

*Slipway Works

HB48/14     The Master reported that the works had begun.

            RESOLVED – That the report be noted.

*DATE OF NEXT MEETING

HB49/14     It was noted that the Board would meet again on 8 April 2024.
"""


def test_letters_between_figures_number_items_and_a_bold_list_resolved_is_none_of_them() -> None:
    records = list(read(paper(HEAD + LISTED)))
    found = [(m["number"], m["heading"]) for m in texts(records, "minutes")]
    assert found == [
        ("23-24/HB/1", "Apologies"),
        ("23-24/HB/2", "Ferry fares"),
        ("23-24/HB/3", "Slipway"),
        ("23-24/HB/4", "Close"),
    ]
    assert [(r.get("label"), r["text"]) for r in texts(records, "resolutions")] == [
        ("1", "That the fares be noted and the thanks of the Board be given to the crew."),
        ("2", "That the new ticket be approved."),
        ("1", "That the works be received."),
        ("2", "That the bill be paid."),
    ]


def test_a_number_below_its_heading_is_the_items() -> None:
    records = list(read(paper(HEAD + BELOW)))
    found = [(m["number"], m["heading"], m["text"]) for m in texts(records, "minutes")]
    assert found == [
        ("HB46/14", "APOLOGIES", "Apologies were recorded from Ms Orr."),
        (
            "HB47/14",
            "DECLARATIONS OF INTEREST IN ANY ITEM THAT IS ON THE AGENDA FOR THE DAY",
            "Ms Penn declared an interest in the slipway as it is beside her own house and yard.",
        ),
        ("HB48/14", "Slipway Works", "The Master reported that the works had begun."),
        ("HB49/14", "DATE OF NEXT MEETING", "It was noted that the Board would meet again on 8 April 2024."),
    ]

"""Minutes whose items stand in a narrow column left of the text, as county councils of Ireland set them. All invented."""

from __future__ import annotations

from extract.families.minutes import read
from extract.meeting.movers import movers_in
from extract.meeting.side_heads import with_side_heads
from extract.paragraphs import make_paragraph
from models.geometry import box_around
from models.page import Word
from models.record import Printed
from models.section import Line, Paragraph
from tests.extract.sheet import BOLD, PLAIN, Sheet
from tests.meetings import paper, texts

COUNTY = """*MINUTES OF PROCEEDINGS OF MONTHLY MEETING OF PIER HILL COUNTY COUNCIL HELD IN
*THE COUNCIL CHAMBER, QUAY ROAD, PIER HILL AT 11.00 AM ON 4th MAY, 2021

*Present*              Cllr. Ida Penn, Leas-Chathaoirleach.

                     Cllrs: Orr, T; Lake (Quay), S; Wren, A.J; Reed, Ml; Holt, C.

*Also Present*         A. Dale, Chief Executive, B. Marsh, C. Finch, Directors of Services, D. Bell A/Director of Services.

*Vote of*              A vote of sympathy was proposed to the family of the late Flo Swan.
*Sympathy

*Item 1.1*             Noted, no matters were notified to the Meetings Administrator of
*Disclosures*          the council before the meeting began this morning.
*Item 2.1*             Proposed by Cllr. Ml. Reed, seconded by Cllr. T. Orr and resolved
*Minutes of April
                     “That the minutes of the meeting held in April, as presented be adopted.”

*Item 2.2*             It was proposed by Cllr. S. Lake (Quay) and seconded by Cllr. T. Orr
*Ferry fares
                     “That the fares of the ferry be raised.”

                     A vote was taken by roll call which resulted as follows:-

                     Ar Son: Cllrs. Holt, Lake (Quay), Orr (3)

                     In Aghaidh: Cllrs. Reed, Wren (2)

                     Staon: Cllr. Penn (1)

                     The Leas-Chathaoirleach declared the motion carried.
*Item 7.1*             Proposed by Cllr. C. Holt
*Motion
                     “That this Council asks for a new pier.”

                     Reply: The pier is a matter for the port, which has been written to.

                     The motion was seconded by Cllr. S. Lake and was agreed.

*Conclusion*           This concluded the business of the meeting.
"""


def records() -> list[Printed]:
    return list(read(paper(COUNTY)))


def test_numbers_and_titles_of_items_stand_in_a_column_at_the_left() -> None:
    found = [(m.get("number"), m.get("heading")) for m in texts(records(), "minutes")]
    assert found == [
        (None, "Vote of Sympathy"),
        ("1.1", "Disclosures"),
        ("2.1", "Minutes of April"),
        ("2.2", "Ferry fares"),
        ("7.1", "Motion"),
        (None, "Conclusion"),
    ]


def test_names_behind_semicolons_are_turned_and_posts_are_each_ones() -> None:
    people = [(a["person"], a.get("role")) for a in texts(records(), "attendance")]
    assert people == [
        ("Cllr. Ida Penn", "Leas-Chathaoirleach"),
        ("Orr, T", None),
        ("Lake (Quay), S", None),
        ("Wren, A.J", None),
        ("Reed, Ml", None),
        ("Holt, C.", None),
        ("A. Dale", "Chief Executive"),
        ("B. Marsh", "Director of Services"),
        ("C. Finch", "Director of Services"),
        ("D. Bell", "A/Director of Services"),
    ]


def test_motions_in_quotation_marks_are_resolved_above_them_voted_in_irish_or_seconded_behind_a_reply() -> None:
    votes = texts(records(), "votes")
    assert [(v["motion"], v["proposer"], v["seconder"]) for v in votes] == [
        ("That the minutes of the meeting held in April, as presented be adopted.", "Cllr. Ml. Reed", "Cllr. T. Orr"),
        ("That the fares of the ferry be raised.", "Cllr. S. Lake", "Cllr. T. Orr"),
        ("That this Council asks for a new pier.", "Cllr. C. Holt", "Cllr. S. Lake"),
    ]
    assert [votes[1][n] for n in ("votes_for", "votes_against", "abstentions")] == ["3", "2", "1"]
    assert len(texts(records(), "resolutions")) == 3


def test_a_number_below_its_title_comes_first_and_words_broken_by_the_column_are_whole() -> None:
    sheet = Sheet()
    text = [
        "Noted that no matters were told to the clerk.",
        "This was the same at the last meeting.",
        "",
        "Proposed by Cllr. Orr, who spoke of the pier:",
        "",
        *("That the pier be built with the grant that", "the port has been given this year by all.") * 5,
    ]
    for n, line in enumerate(text):
        sheet.write(170, 100 + 14 * n, line, PLAIN)
    for y, head in (
        (100, "Item 1.1"),
        (109, "Notes/Disclosu"),
        (118, "res of Interest"),
        (142, "Notice of"),
        (151, "Motion"),
        (160, "Item 7.1"),
    ):
        sheet.write(50, y, head, BOLD)
    sheet.write(50, 198, "Item 8.1", BOLD)
    sheet.write(50, 207, "Pier", BOLD)
    rows: dict[float, list[Word]] = {}
    for word in sheet.words:
        rows.setdefault(word.top, []).append(word)
    blocks = [make_paragraph([_line(sorted(words, key=lambda w: w.x0))]) for _, words in sorted(rows.items())]
    heads = [b.text for b in with_side_heads(blocks) if isinstance(b, Paragraph) and b.heading_level]
    assert heads == ["Item 1.1 Notes/Disclosures of Interest", "Item 7.1 Notice of Motion", "Item 8.1 Pier"]


def _line(words: list[Word]) -> Line:
    box = box_around(words)
    return Line(tuple(words), 1, box.x0, box.top, box.x1, box.bottom)


def test_a_short_given_name_belongs_to_the_mover() -> None:
    (movers,) = movers_in("Proposed by Cllr. Wm. Orr, seconded by Cllr. Ml. Lake")
    assert movers.seconder is not None

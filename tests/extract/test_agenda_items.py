"""Agendas: what stands at the right of a title, headings that part the items, and who leads the body."""

from __future__ import annotations

from dataclasses import replace

from extract.families.agenda import read
from extract.meeting.agenda_asides import split_asides
from extract.meeting.pieces import piece_of_paragraph
from models.section import Paragraph
from tests.registers import paragraph, section


def lines(*entries: tuple[str, str | None, bool]) -> list[Paragraph]:
    return [paragraph(t, y=20.0 * n, marker=m, bold=b) for n, (t, m, b) in enumerate(entries)]


RECORDS = list(
    read(
        section(
            *lines(
                ("Meeting of the Harbour Committee on Monday 3 March 2025 at 10.00 am", None, False),
                ("Councillors Ada Finch (Chairman), Tom Reed (Vice-Chairman), Kay Lund and Sam Gale", None, False),
                ("AGENDA", None, True),
                ("Apologies", "1.", True),
                ("To receive apologies.", None, False),
                ("Ferry fares", "2.", True),
                ("(Pages 3 - 14) Report of the Harbour Master.", None, False),
                ("PART B – EXEMPT ITEMS", None, True),
                ("Members are asked to hand these papers in.", None, False),
                ("Sale of a boat", "3.", True),
                ("To consider an offer.", None, False),
            ),
            title=None,
        )
    )
)


def test_pages_before_a_text_and_notes_between_parts_belong_to_no_text():
    items = [{k: f.text for k, f in r.fields.items()} for r in RECORDS if r.view == "agenda_items"]
    assert [i["title"] for i in items] == ["Apologies", "Ferry fares", "Sale of a boat"]
    assert items[1]["text"] == "Report of the Harbour Master."
    assert items[1]["supporting_document"] == "Pages 3 - 14"


def test_the_chair_is_the_one_whom_the_list_of_members_calls_so():
    (meeting,) = [r for r in RECORDS if r.view == "meetings"]
    assert meeting.fields["chair"].text.endswith("Ada Finch")


def test_items_under_bands_of_an_agenda_are_items():
    bands = lines(
        ("Meeting of the Harbour Committee on Monday 3 March 2025 at 10.00 am", None, False),
        ("AGENDA", None, True),
        ("OPENING BUSINESS", "1.", True),
        ("Welcome", "1.1", True),
        ("Interests", "1.2", True),
        ("MONEY", "2.", True),
        ("Ferry fares", "2.1", True),
        ("Report of the Harbour Master", None, False),
        ("Mooring fees", "2.2", True),
    )
    records = [r for r in read(section(*bands, title=None)) if r.view == "agenda_items"]
    assert [r.fields["number"].text for r in records] == ["1", "1.1", "1.2", "2", "2.1", "2.2"]
    assert records[4].fields["text"].text == "Report of the Harbour Master"


def numbers_and_titles(*entries: tuple[str, str | None, bool]) -> list[tuple[str, str]]:
    found = read(section(*lines(*entries), title=None))
    return [(r.fields["number"].text, r.fields["title"].text) for r in found if r.view == "agenda_items"]


def test_items_numbered_with_roman_numerals():
    assert numbers_and_titles(
        ("AGENDA", None, True),
        ("CALL TO ORDER", "I.", True),
        ("ROLL CALL", "II.", True),
        ("NEW BUSINESS", "III.", True),
        ("A. Bids for the ferry landing", None, False),
        ("ADJOURNMENT", "IV.", True),
    ) == [("I", "CALL TO ORDER"), ("II", "ROLL CALL"), ("III", "NEW BUSINESS"), ("IV", "ADJOURNMENT")]


def test_the_headings_of_columns_printed_again_and_who_called_the_meeting_are_no_text():
    made = lines(
        ("AGENDA", None, True),
        ("No Item Page(s)", None, True),
        ("Apologies", "1.", True),
        ("To receive apologies.", None, False),
        ("No Item Page(s)", None, True),
        ("Ferry fares", "2.", True),
        ("To note the fares.", None, False),
        ("Any other business", "3.", True),
        ("To take any urgent item.", None, False),
        ("Published on Wednesday 29 January 2025", None, False),
        ("M Oyelaran, Monitoring Officer", None, False),
    )
    turned = [_on_page(p, 1 if n < 4 else 2) for n, p in enumerate(made)]
    found = [
        {k: f.text for k, f in r.fields.items()} for r in read(section(*turned, title=None)) if r.view == "agenda_items"
    ]
    assert [i["text"] for i in found] == ["To receive apologies.", "To note the fares.", "To take any urgent item."]


def _on_page(paragraph: Paragraph, page: int) -> Paragraph:
    lines = tuple(
        replace(line, page=page, words=tuple(replace(w, page=page) for w in line.words)) for line in paragraph.lines
    )
    words = tuple(replace(w, page=page) for w in paragraph.words)
    marks = tuple(replace(w, page=page) for w in paragraph.marker_words)
    return replace(paragraph, lines=lines, words=words, marker_words=marks)


def test_a_note_in_small_type_under_the_last_item_is_none_of_it():
    told = "Ask the Clerk for a loop for the hard of hearing."

    def text_under(size: float, out: float) -> str:
        (note,) = lines((told, None, False))
        words = tuple(replace(w, x0=w.x0 - out, x1=w.x1 - out, font=replace(w.font, size=size)) for w in note.words)
        held = lines(
            ("AGENDA", None, True), ("Apologies", "1.", True), ("Fares", "2.", True), ("To set them.", None, False)
        )
        line = replace(note.lines[0], words=words)
        items = list(read(section(*held, replace(note, size=size, words=words, lines=(line,)), title=None)))
        return items[-1].fields["text"].text

    assert text_under(7.0, 10) == "To set them."
    assert text_under(9.0, 10) == f"To set them. {told}"
    assert text_under(7.0, 0) == f"To set them. {told}"  # set in as the item's text is


def test_the_time_that_ends_a_day_or_a_sentence_is_not_when_the_item_is_taken():
    found = list_items_of("Wednesday 14 May 2031 at 10.30 am", "Doors open from 9.00", "Minutes 10.40")
    assert [(text, time) for text, time in found] == [
        ("Wednesday 14 May 2031 at 10.30 am", None),
        ("Doors open from 9.00", None),
        ("Minutes", "10.40"),
    ]


def list_items_of(*texts: str) -> list[tuple[str, str | None]]:
    found = (split_asides(piece_of_paragraph(paragraph(text, y=20.0))) for text in texts)
    return [(piece.text, asides["time"].text if "time" in asides else None) for piece, asides in found]


def test_a_heading_over_the_next_items_at_the_edge_of_their_numbers_is_no_text_of_the_item_above():
    entries = (
        ("Meeting of the Harbour Committee on Monday 3 March 2025 at 10.00 am", None, 10),
        ("AGENDA", None, 10),
        ("Interests", "1.", 60),
        ("Members are asked to tell of interests.", None, 60),
        ("DECISION ITEMS", None, 10),
        ("Ferry fares", "2.", 60),
        ("To set the fares.", None, 60),
        ("INFORMATION ITEMS", None, 10),
        ("Lamps", "3.", 60),
    )
    blocks = []
    for n, (text, marker, indent) in enumerate(entries):
        made = paragraph(text, y=20.0 * n, marker=marker, bold=text[0].isupper() and not text.endswith("."))
        words = tuple(replace(w, x0=w.x0 + indent - 20, x1=w.x1 + indent - 20) for w in made.words)
        line = replace(made.lines[0], words=(*made.marker_words, *words))
        blocks.append(replace(made, words=words, indent=float(indent), lines=(line,)))
    items = [r for r in read(section(*blocks, title=None)) if r.view == "agenda_items"]
    assert [(r.fields["title"].text, r.fields["text"].text) for r in items[:2]] == [
        ("Interests", "Members are asked to tell of interests."),
        ("Ferry fares", "To set the fares."),
    ]

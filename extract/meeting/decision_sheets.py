"""Sheets of decisions: the items of a meeting, and under each what was decided and nothing else."""

from __future__ import annotations

import re

from extract.meeting.agenda_items import ListedItem, list_items
from extract.meeting.attendance_headings import heading_of
from extract.meeting.decision_cards import OWN, DecisionCard, Form, Row, card_of, part_of_label
from extract.meeting.decision_releases import TOLD, is_announced, signed_from
from extract.meeting.flow import pieces_of
from extract.meeting.pieces import Piece, piece_of_paragraph
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.late import late
from models.record import Field
from models.section import Block, Paragraph
from models.table import Table

HEAD = 6  # paragraphs among which the title stands
LONGEST_TITLE = 160  # characters
MOSTLY = 0.6  # share of the items under which something is decided
FEWEST = 2
NAMED = re.compile(
    r"\bdecisions? (?:sheets?|lists?|notices?|records?|summary)\b"
    r"|\b(?:notice|summary|record|list|schedule|sheet)s? of (?:[\w’'-]+ ){0,3}decisions\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?P<label>[A-Z][A-Za-z /()’'-]{1,60}?)\s*:\s*(?=\S)")
_DECIDED = late(
    r"(?:it was )?(?:(?:unanimously )?(?:resolved|agreed|decided|recommended|approved|noted|deferred|granted|refused|adopted|withdrawn|"
    r"received|endorsed|determined))\b|(?:\(?(?:1|a|i)[.)]\s*)?(?:that|to)\s|decisions?\s*:"
    r"|the [\w’' -]{3,40}? (?:agreed|resolved|noted|approved|decided|considered|received|recommended|endorsed)\b",
    re.IGNORECASE,
)


def decided_items(blocks: tuple[Block, ...]) -> list[ListedItem]:
    """The items of a paper that calls itself a sheet of decisions; [] where most of them decide nothing."""
    head = [b.text for b in blocks if isinstance(b, Paragraph)][:HEAD]
    named = any(NAMED.search(text) for text in head if len(text) < LONGEST_TITLE)
    if not named and (not is_announced(head) or any(map(lists_people, blocks))):
        return []
    items = [item for item in list_items(pieces_of(blocks)) if item.text is not None]
    texts = [item.text.text for item in items if item.text is not None]
    decided = sum((_DECIDED.match(text) if named else TOLD.search(text)) is not None for text in texts)
    return items if decided >= max(FEWEST, MOSTLY * len(items)) else []


def lists_people(block: Block) -> bool:
    """Whether a paragraph or a table begins with those who were present: then it is read as that of minutes."""
    if isinstance(block, Paragraph):
        return (told := heading_of(piece_of_paragraph(block))) is not None and told[0] == "present"
    known = vocabulary("attendance_headings")
    return isinstance(block, Table) and any(known.get(fold(c.text)) == "present" for c in block.cells if c.column == 0)


def sheet_cards(blocks: tuple[Block, ...]) -> list[DecisionCard]:
    """The decisions of such a sheet: number and title of the item, what was decided, and what stands under labels behind it."""
    pieces = pieces_of(blocks)
    items = decided_items(blocks)
    starts = [item.first for item in list_items(pieces)]
    end = signed_from(pieces, starts[-1]) if starts else 0
    cards: list[DecisionCard] = []
    for item in items:
        stop = next((start for start in starts if start > item.first), end)
        held = {id(w) for f in (item.title, item.number) if f is not None for w in f.words}
        read = {id(w) for w in item.taken}
        form = Form(rows=[Row(Field(""), "text")])
        for piece in pieces[item.first : stop]:
            free = max(
                (k for k, w in enumerate(piece.words, start=1) if id(w) in held), default=0
            )  # behind number and title
            if free < len(piece.words) and id(piece.words[free]) in read:
                _add(form, piece.part(free, len(piece.words)) if free else piece)
        card = card_of(form)
        card.fields["title"] = item.title
        if item.number is not None:
            card.fields["ref"] = item.number
        card.taken = list(item.taken)
        cards.append(card)
    return cards


def _add(form: Form, piece: Piece) -> None:
    """A piece as a label of its own, as a label with what it says, or as what goes on."""
    behind = _LABELLED.match(piece.text)
    label = piece.text if part_of_label(piece.text) is not None else behind["label"] if behind else ""
    name = part_of_label(label) if label else None
    if name is None or name in OWN:
        form.rows[-1].values.append(piece)
        return
    end = len(piece.text) if behind is None or label == piece.text else behind.end()
    words = sum(1 for _, b in piece.spans if b <= end)
    form.rows.append(Row(piece.field(0, len(label)), name))
    if words < len(piece.words):
        form.rows[-1].values.append(piece.part(words, len(piece.words)))

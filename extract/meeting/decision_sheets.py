"""Sheets of decisions: the items of a meeting, and under each what was decided and nothing else."""

from __future__ import annotations

import re

from extract.meeting.agenda_items import ListedItem, list_items
from extract.meeting.decision_cards import OWN, DecisionCard, Form, Row, card_of, part_of_label
from extract.meeting.flow import pieces_of
from extract.meeting.pieces import Piece
from models.late import late
from models.record import Field
from models.section import Block, Paragraph

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
    head = [b for b in blocks if isinstance(b, Paragraph)][:HEAD]
    if not any(NAMED.search(p.text) for p in head if len(p.text) < LONGEST_TITLE):
        return []
    items = [item for item in list_items(pieces_of(blocks)) if item.text is not None]
    decided = sum(_DECIDED.match(item.text.text) is not None for item in items if item.text is not None)
    return items if decided >= max(FEWEST, MOSTLY * len(items)) else []


def sheet_cards(blocks: tuple[Block, ...]) -> list[DecisionCard]:
    """The decisions of such a sheet: number and title of the item, what was decided, and what stands under labels behind it."""
    pieces = pieces_of(blocks)
    items = decided_items(blocks)
    starts = [item.first for item in list_items(pieces)]
    cards: list[DecisionCard] = []
    for item in items:
        stop = next((start for start in starts if start > item.first), len(pieces))
        held = {id(w) for f in (item.title, item.number) if f is not None for w in f.words}
        read = {id(w) for w in item.taken}
        form = Form(rows=[Row(Field(""), "text")])
        for piece in pieces[item.first : stop]:
            free = [k for k, w in enumerate(piece.words) if id(w) not in held]
            if free and id(piece.words[free[0]]) in read:
                _add(form, piece.part(free[0], len(piece.words)) if free[0] else piece)
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

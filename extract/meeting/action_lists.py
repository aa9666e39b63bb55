"""Lists of actions in minutes, under `Action items` or `Actions:`, whose entries say who acts before a colon, a dash or a verb."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from extract.meeting.action import Action
from extract.meeting.action_parts import dashed_parts, due_behind_dash, due_in_brackets, lead_owner
from extract.meeting.action_words import BRACKET, due_at_end, due_in, in_brackets, looks_like_owner, owner_in
from extract.meeting.names import is_name
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Used
from models.page import Word
from models.record import Field

# What stands over a list of actions, with a colon or without.
HEAD = re.compile(
    r"(?:(?:(?:agreed|new|key|further|follow[ -]?up)\s+)?actions?(?:\s+(?:items?|points?|arising|agreed|required))?"
    r"|(?:summary|list)\s+of\s+actions|(?:review\s+of\s+)?(?:duties|assignments|tasks)|to[ -]?do(?:\s+list)?)\s*:?\s*",
    re.IGNORECASE,
)
_BOX = re.compile(r"\s*(?:\[[ xX✓]?\]|[☐☑☒□■▢])?\s*@?")  # to be ticked, or somebody called: `[ ] @Ben: check the costs`
# behind the sentence, who is to do it: `Draft the letter. JB/KR`
_SIGNED = re.compile(r"(?<=[.;!?])\s+(?P<owner>[A-Z]{2,3}(?:\s?[/,&+]\s?[A-Z]{2,3}){0,3})\s*$")
_BETWEEN = re.compile(r"\s*(?:[/,&+]|\band\b)\s*")
MOST_OVER = 5  # people who share a list
SET_IN = 5.0  # points: a bullet may be drawn, not typed


def heads_list(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a line that says no more than `Action items` stands over a list."""
    piece = pieces[i]
    if i + 1 >= len(pieces) or HEAD.fullmatch(piece.text) is None:
        return False
    if piece.marker and (pieces[i + 1].marker is None or pieces[i + 1].left <= piece.left + SET_IN):
        return False  # `15.` over `(i)` is one, set further in
    return is_listed(pieces[i + 1], piece)


def is_listed(piece: Piece, head: Piece) -> bool:
    """Whether a paragraph is an entry of the list under a head."""
    return piece.marker is not None or piece.indent > head.indent + SET_IN


def entries(pieces: Sequence[Piece], used: Used, known: Collection[str]) -> Iterator[Action]:
    """The actions of an item that is called `Actions`: the entries of its list, whose words are marked as used.

    Who acts may stand over several, on a line of its own: `Jane Smith / Omar Nazir`.
    """
    over: Field | None = None
    for i, piece in enumerate(pieces):
        if piece.cells or not used.is_free(i):
            continue
        if piece.marker is None:
            over = piece.field(0, len(piece.text.rstrip(" :"))) if _names_people(piece.text, known) else None
            if over is not None:
                used.add(i)
            continue
        used.add(i)
        action = entry(piece, i, known, ())
        if over is not None and (action.owners is None or not _names_people(action.owners.text, known)):
            action.owners, action.taken = over, (*action.taken, *over.words)
        yield action


def _names_people(text: str, known: Collection[str]) -> bool:
    each = [p for p in _BETWEEN.split(text.strip(" :.")) if p]
    return 0 < len(each) <= MOST_OVER and all(is_name(p) or (p.istitle() and p in known) for p in each)


def entry(piece: Piece, i: int, known: Collection[str], taken: tuple[Word, ...]) -> Action:
    """One entry as an action, however it says who and when. `known`: the names of those at the meeting, word by word."""
    box = _BOX.match(piece.text)
    start = box.end() if box else 0
    taken = (*taken, *piece.marker_words, *piece.words)  # dashes, brackets and boxes too
    end, due = due_at_end(piece, start)
    bracket = due_in_brackets(piece.text, start, end) if due is None else None
    if bracket is not None:
        end, due = bracket[0], piece.field(*bracket[1])
    parts = dashed_parts(piece.text, start, end, known)
    if parts is not None:
        by = piece.field(*parts.due) if parts.due else due or due_in(piece, *parts.action)
        return Action([(i, *parts.action)], piece.field(*parts.owner), by, taken, parts.sure)
    lead = lead_owner(piece.text, start, end, known)
    if lead is not None:
        who, begin = lead
        when = due_behind_dash(piece.text, begin, end) if due is None else None
        if when is not None:
            end, due = when[0], piece.field(*when[1])
        return Action([(i, begin, end)], piece.field(*who), due or due_in(piece, begin, end), taken)
    behind = BRACKET.search(piece.text, start, end) or in_brackets(piece.text[:end], start, known)
    if behind is not None and behind.start() > start:
        by = piece.field(*behind.span("due")) if behind["due"] else due
        return Action(
            [(i, start, behind.start())], piece.field(*behind.span("owner")), by or due_in(piece, start, end), taken
        )
    signed = _SIGNED.search(piece.text, start, end)
    if signed is not None:
        return Action(
            [(i, start, signed.start())],
            piece.field(*signed.span("owner")),
            due or due_in(piece, start, signed.start()),
            taken,
        )
    doer = owner_in(piece, start, end)
    if doer is not None and not all(looks_like_owner(name) for name in doer.text.split(";")):
        doer = None  # `Agree letter to the boards`
    return Action([(i, start, end)], doer, due or due_in(piece, start, end), taken)

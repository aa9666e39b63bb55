"""What stands beside a paragraph in a column of actions: who is to act and by when, or whole actions written out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.action import Action
from extract.meeting.action_words import DATED, due_in, names_only, owner_in
from extract.meeting.layout import SIGNED, WRITTEN
from extract.meeting.pieces import piece_of_words
from extract.meeting.vocabulary import words_of
from extract.meeting.when import MONTH
from models.page import Word
from models.record import Field

_NOTHING = re.compile(
    r"\W*(?:none|n/?a|nil|noted?|(?:no|nil) (?:further )?actions?(?: (?:required|needed))?)?\W*", re.IGNORECASE
)
_WHO_ALONE = re.compile(r"[A-Z]{1,4}[a-z]?(?:[/, &+]+[A-Z]{2,4}[a-z]?)*|All|ALL")  # initials, one or several
_WHEN_BELOW = re.compile(
    rf"\b\d{{1,2}}\s+{MONTH}|{MONTH}\s+\d{{4}}|\d{{1,2}}/\d{{1,2}}|\b(?:within|before|by|immediately|asap|ongoing|next|end of)\b",
    re.IGNORECASE,
)


def written_out(entries: Sequence[Field]) -> list[Action]:
    """Actions written out beside a paragraph, in printed order; [] where nothing but owners and dates stands there.

    One that names nobody is an action all the same. An owner or a date that stands alone is that of the action nearest to it.
    """
    told = [(entry, _whole_action(entry)) for entry in entries if entry.words and not _NOTHING.fullmatch(entry.text)]
    if not any(action for _, action in told):
        return []
    found: list[Action] = []
    alone: list[tuple[int, Field]] = []  # how many actions stand above it
    for entry, action in told:
        if action is not None:
            found.append(action)
        elif names_only(entry.text) or DATED.match(entry.text):
            alone.append((len(found), entry))
        else:
            found.append(Action([], text=piece_of_words(entry.words).field(), confidence=0.75))
    for above, entry in alone:
        owner, due = split_aside([entry])
        for action in (*reversed(found[:above]), *found[above:]):
            if (owner is None or action.owners is None) and (due is None or action.due is None):
                action.owners, action.due = action.owners or owner, action.due or due
                break
        else:
            found.append(Action([], text=piece_of_words(entry.words).field(), confidence=0.5))
    return found


def _whole_action(entry: Field) -> Action | None:
    """An action that says itself who is to do it: `JB to write …`, `Write to the school. JB – May`. None where it does not."""
    piece = piece_of_words(entry.words)
    if WRITTEN.match(entry.text):
        end = len(piece.text)
        return Action([], owner_in(piece, 0, end), due_in(piece, 0, end), text=piece.field())
    signed = SIGNED.match(piece.text)
    if signed is None:
        return None
    owner, due, action = (piece.field(*signed.span(name)) for name in ("who", "when", "action"))
    return Action([], owner, due, text=action)


def split_aside(entries: Sequence[Field]) -> tuple[Field | None, Field | None]:
    """The owner and the due date among what stands beside a paragraph."""
    owners: list[Word] = []
    due: list[Word] = []
    dates = words_of("minute_columns", "due")
    lines = [(line, entry) for entry in entries for line in _lines(entry.words)]
    # an owner on the first line, and all below it says by when: `BS`, `Quality Committee, 18`, `May 2023`
    whose = " ".join(w.text for w in lines[0][0]) if lines else ""
    below = " ".join(w.text for line, _ in lines[1:] for w in line)
    when_below = bool(_WHO_ALONE.fullmatch(whose)) and bool(_WHEN_BELOW.search(below))
    last: Field | None = None
    dated = False
    for n, (line, entry) in enumerate(lines):
        text = " ".join(w.text for w in line)
        dated = dated and entry is last
        dated = dated or (n > 0 and when_below and not _WHO_ALONE.fullmatch(text))
        dated = dated or bool(DATED.match(text)) or bool((entry.note or "").strip(" :").casefold() in dates)
        (due if dated else owners).extend(line)
        last = entry
    return _field(owners), _field(due)


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in words:
        if lines and abs(lines[-1][-1].top - word.top) < 0.5 * word.font.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _field(words: Sequence[Word]) -> Field | None:
    text = " ".join(w.text for w in words)
    return Field(text, tuple(words)) if text else None

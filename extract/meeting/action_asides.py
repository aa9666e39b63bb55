"""What stands beside a paragraph in a column of actions: who is to act and by when, or whole actions written out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.action import Action
from extract.meeting.action_columns import LONG, NOTHING, says_action
from extract.meeting.action_labels import labelled_parts
from extract.meeting.action_words import BRACKET, DATED, due_in, in_brackets, looks_like_owner, names_only, owner_in
from extract.meeting.layout import SIGNED, WRITTEN
from extract.meeting.pieces import piece_of_words
from extract.meeting.vocabulary import words_of
from extract.meeting.when import MONTH
from extract.wording import fold
from models.late import late
from models.page import Word
from models.record import Field

_DASHED = re.compile(
    r"(?P<action>[A-Z].{11,}?)\s+[–—-]\s+(?P<who>[A-Z]{2,4}(?:\s?[/,&]\s?[A-Z]{2,4})*)\.?"
)  # `Write to the school – AB`
SHORT = 3  # words
_WHO_ALONE = re.compile(r"[A-Z]{1,4}[a-z]?(?:[/, &+]+[A-Z]{2,4}[a-z]?)*|All|ALL")  # initials, one or several
_PAIR = late(
    r"(?P<who>[A-Z]{1,4}[a-z]?(?:\s?[/,&+]\s?[A-Z]{2,4}[a-z]?)*|[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,4})\s*[–—:,;/(-]\s*"
    r"(?P<when>(?i:(?:by |due |end(?: of)? |before |for )*(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    rf"(?:{MONTH}|\d{{1,2}}[/.]\d{{1,2}}|next|ongoing|asap|immediate))[^–—:]{{0,24}}?)\)?"
)  # `PL – 30 May 2025`, `Chief Nurse, next meeting`
_WHEN_BELOW = late(
    rf"\b\d{{1,2}}\s+{MONTH}|{MONTH}\s+\d{{4}}|\d{{1,2}}/\d{{1,2}}|\b(?:within|before|by|immediately|asap|ongoing|next|end of)\b",
    re.IGNORECASE,
)


def written_out(entries: Sequence[Field]) -> list[Action]:
    """Actions written out beside a paragraph, in printed order; [] where nothing but owners and dates stands there.

    One that names nobody is an action all the same. An owner or a date that stands alone is that of the action nearest to it.
    """
    owned = any(fold(e.note or "") in words_of("minute_columns", "owner") and not says_action(e.note) for e in entries)
    told = [
        (entry, _whole_action(entry, SHORT if owned else LONG))
        for entry in entries
        if entry.words and not NOTHING.fullmatch(entry.text)
    ]
    if not any(action for _, action in told):
        return []
    found: list[Action] = []
    alone: list[tuple[int, Field]] = []  # how many actions stand above it
    for entry, action in told:
        if action is not None:
            found.append(action)
        elif _is_alone(entry):
            alone.append((len(found), entry))
        else:
            found.append(Action([], text=piece_of_words(entry.words).field(), confidence=0.75))
    for above, entry in alone:
        owner, due = _who_when(entry)
        for action in (*reversed(found[:above]), *found[above:]):
            if (owner is None or action.owners is None) and (due is None or action.due is None):
                action.owners, action.due = action.owners or owner, action.due or due
                break
        else:
            found.append(Action([], text=piece_of_words(entry.words).field(), confidence=0.5))
    return found


def _is_alone(entry: Field) -> bool:
    """Whether an entry is nothing but who, or by when: by its words, or as one of a column for dates."""
    lines = [" ".join(w.text for w in line) for line in _lines(entry.words)]
    if len(lines) > 1 and names_only(lines[0]) and DATED.match(" ".join(lines[1:])):
        return True
    when = (entry.note or "").strip(" :").casefold() in words_of("minute_columns", "due")
    return (
        names_only(entry.text) or DATED.match(entry.text) is not None or when or _PAIR.fullmatch(entry.text) is not None
    )


def _who_when(entry: Field) -> tuple[Field | None, Field | None]:
    """Owner and date of an entry that says nothing else: on lines of their own, or in one (`PL – 30 May`)."""
    piece = piece_of_words(entry.words)
    pair = _PAIR.fullmatch(piece.text)
    if pair is not None:
        return piece.field(*pair.span("who")), piece.field(*pair.span("when"))
    return split_aside([entry])


def _whole_action(entry: Field, fewest: int = LONG) -> Action | None:
    """An action that says itself who is to do it: `JB to write …`, `Write to the school. JB – May`. None where it does not.

    In a column of actions a sentence is one, whoever is to do it, and shorter ones where who is stands in a column of its own.
    """
    piece = piece_of_words(entry.words)
    parts = labelled_parts(piece.text)
    if parts is not None and parts.end > 0:  # `… Lead: JB Due: May`
        who, when = (piece.field(*span) if span else None for span in (parts.owner, parts.due))
        return Action([], who or owner_in(piece, 0, parts.end), when, text=piece.field(0, parts.end))
    if WRITTEN.match(entry.text):
        end = len(piece.text)
        return Action([], owner_in(piece, 0, end), due_in(piece, 0, end), text=piece.field())
    signed = SIGNED.match(piece.text)
    if signed is not None:
        owner, due, action = (piece.field(*signed.span(name)) for name in ("who", "when", "action"))
        return Action([], owner, due, text=action)
    dashed = _DASHED.fullmatch(piece.text) if says_action(entry.note) else None
    if dashed is not None:
        return Action([], piece.field(*dashed.span("who")), None, text=piece.field(*dashed.span("action")))
    if says_action(entry.note) and len(entry.text.split()) >= fewest and not _is_alone(entry):
        end = len(piece.text)
        bracket = BRACKET.search(piece.text) or in_brackets(piece.text, 0)
        if bracket is not None:
            by = piece.field(*bracket.span("due")) if bracket["due"] else None
            return Action([], piece.field(*bracket.span("owner")), by, text=piece.field(0, bracket.start()))
        who = owner_in(piece, 0, end)
        if who is not None and not all(looks_like_owner(name) for name in who.text.split(";")):
            who = None  # `Provide a note to the committee`
        return Action([], who, due_in(piece, 0, end), text=piece.field(), confidence=0.85)
    return None


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

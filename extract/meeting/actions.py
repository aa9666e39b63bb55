"""Actions recorded in the minutes themselves: `ACTION: JB`, `Action: JB to write …`, or initials in a column beside the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from extract.meeting.action import Action
from extract.meeting.action_asides import split_aside, written_out
from extract.meeting.action_columns import NOTHING
from extract.meeting.action_done import tells_done
from extract.meeting.action_ends import at_end, last_sentence, owner_at_end, owner_below
from extract.meeting.action_labels import labelled_parts
from extract.meeting.action_lists import SET_IN, entries, entry, heads_list, is_listed
from extract.meeting.action_marks import MIDDLE, mark_of, shut
from extract.meeting.action_middles import further, in_text, up_to_next
from extract.meeting.action_parts import dashed_parts, due_behind, due_in_brackets, lead_owner
from extract.meeting.action_signed import signed_below
from extract.meeting.action_twice import told_again
from extract.meeting.action_words import (
    BRACKET,
    NAMED,
    TAIL,
    due_at_end,
    due_in,
    in_brackets,
    looks_like_owner,
    names_only,
    owner_in,
)
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Used
from models.page import Word
from models.record import Field

OWNER_BY = re.compile(
    r"(?P<owner>[^()]{2,40}?)\s*[(\[](?P<due>(?:by|due|before)\b[^)\]]{2,40})[)\]]\.?"
)  # `IJ (by 12 December)`
LINES_OF_LABELS = 4  # an action, and below it who and when on lines of their own
SENTENCE_OF_ACTION = 3  # words
SHORT = 60  # characters of a value that stands on the line below its label


_MOVED = re.compile(
    r"(?:Motion|MOTION|Moved|MOVED|M/S\b|It was moved|(?:[A-Z][\w’'.-]*\s+){1,4}(?:moved|made a motion)\b|(?:Upon|On) (?:a )?motion)"
)


def read_actions(
    pieces: Sequence[Piece], used: Used, known: Collection[str] = (), *, headed: bool = False
) -> list[Action]:
    """The actions of an item's pieces in printed order; their texts are marked as used, paragraphs they are drawn from stay.

    `known` are the names of those at the meeting, word by word. `headed`: the item itself is called `Actions`.
    """
    found: list[Action] = []
    again = told_again(pieces)
    twice: dict[int, list[Word]] = {}  # by the action that a column names the owners of once more
    for j, word in (named for held in again.values() for named in held):
        twice.setdefault(j, []).append(word)
    for i, piece in enumerate(pieces):
        if piece.aside and i not in again:
            found.extend(_beside(pieces, i, used))
            continue
        if (signed := signed_below(pieces, i, used)) is not None:
            found.append(signed)
            continue
        mark = mark_of(piece.text)
        if mark and not (mark["meta"] or mark["who"]) and _is_told(pieces, i, mark.end()):
            continue  # `ACTION: Motion by A, second by B, to …`: what the council did
        if mark is None and used.is_free(i) and heads_list(pieces, i):
            used.add(i)
            found.extend(_list_under(pieces, i, used, piece.words, known))
            continue
        if mark:
            told = _marked(up_to_next(pieces, i, mark.end()), i, mark, used, known)
            number = "meta" if re.fullmatch(r"\d+", mark["meta"] or "") else "ref"
            if told and i in twice:
                told[0].taken = (*told[0].taken, *twice[i])
            if len(told) == 1 and mark[number]:  # `Action 24/07:`; over a list it is none of its entries'
                told[0].ref = (i, *mark.span(number))
            found.extend(told)
            found.extend(further(piece, i, mark.end()))
            continue
        middle = MIDDLE.search(piece.text)
        if middle and not names_only(piece.text[middle.end() :]):
            used.add(i, middle.start(), len(piece.text))
            taken = piece.words_in(middle.start(), middle.end())
            cut = up_to_next(pieces, i, middle.end())
            told_behind = _labelled(cut, i, middle.end(), used, taken, 0.85)
            found.append(told_behind or in_text(cut[i], i, middle))
            found.extend(further(piece, i, middle.end()))
            continue
        below = owner_below(pieces, i, used)
        if below is not None:
            found.append(below)
            continue
        inside = owner_at_end(piece.text)
        if inside is not None:
            found.append(at_end(piece, i, inside, used))
    return found if found or not headed else list(entries(pieces, used, known))


def _is_told(pieces: Sequence[Piece], i: int, start: int) -> bool:
    return _MOVED.match(pieces[i].text, start) is not None or tells_done(pieces, i, start)


def _beside(pieces: Sequence[Piece], i: int, used: Used) -> list[Action]:
    """A paragraph with an owner beside it. Owner and date stand in one column or in two."""
    piece = pieces[i]
    written = written_out(piece.aside)
    if written:
        return written
    owner, due = split_aside([entry for entry in piece.aside if not NOTHING.fullmatch(entry.text)])
    if owner is None and due is None:
        return []
    if not used.is_free(i):  # a resolution with an owner beside it stays a resolution, but for a sentence behind it
        place, end = (used.free(i) or [(0, 0)])[-1]
        if not place or end < len(piece.text) or len(piece.text[place:].split()) < SENTENCE_OF_ACTION:
            return []
        used.add(i, place, end)
        return [Action([(i, place, end)], owner, due, confidence=0.75)]
    start = 0
    mark = mark_of(piece.text)
    if mark:
        start = mark.end()
    used.add(i)
    stretches = [(i, start, len(piece.text))]
    before = pieces[i - 1] if i else None
    if before is not None and before.text.endswith(":") and used.is_free(i - 1) and not (before.bold or piece.marker):
        used.add(i - 1)  # what was agreed is introduced by the paragraph above
        stretches.insert(0, (i - 1, 0, len(before.text)))
    if due is None and (" by " in piece.text or " before " in piece.text):
        due = due_in(piece, start, len(piece.text))
    return [Action(stretches, owner, due, piece.words_in(0, start) + piece.marker_words)]


def _marked(pieces: Sequence[Piece], i: int, mark: re.Match[str], used: Used, known: Collection[str]) -> list[Action]:
    """A paragraph that begins `Action:`. It says what is to be done, or only who does what the text before it says."""
    piece = pieces[i]
    taken = piece.words_in(0, mark.end()) + piece.marker_words
    body = piece.text[mark.end() :].strip()
    used.add(i)
    if not body:
        return _list_under(pieces, i, used, taken, known)
    told = _labelled(pieces, i, mark.end(), used, taken)
    if told is not None:
        if told.owners is None and (mark["who"] or (mark["meta"] and not mark["meta"].isdecimal())):
            told.owners = piece.field(*mark.span("who")) if mark["who"] else _meta(piece, mark)[0]
        return [_led(piece, told, known)]
    end, due = due_at_end(piece, mark.end())
    end = min(end, shut(piece.text, mark))
    if mark["who"]:
        if due is None and mark["by"] is None and (closing := due_behind(piece.text, mark.end(), end)) is not None:
            end, due = closing[0], piece.field(*closing[1])
            taken = (*taken, *piece.words_in(end, len(piece.text)))
        by = piece.field(*mark.span("by")) if mark["by"] else due or due_in(piece, mark.end(), end)
        return [Action([(i, mark.end(), end)], piece.field(*mark.span("who")), by, taken)]
    if mark["meta"] and not re.fullmatch(r"\d+", mark["meta"]):
        owner, by = _meta(piece, mark)
        return [Action([(i, mark.end(), end)], owner, by or due, taken)]
    bracket = BRACKET.search(piece.text, mark.end()) or in_brackets(piece.text, mark.end(), known)
    if bracket and bracket.start() > mark.end():
        by = piece.field(*bracket.span("due")) if bracket["due"] else None
        used_up = (*taken, *piece.words_in(bracket.start(), len(piece.text)))
        return [Action([(i, mark.end(), bracket.start())], piece.field(*bracket.span("owner")), by, used_up)]
    if due is None and (closing := due_in_brackets(piece.text, mark.end(), end)) is not None:
        end, due = closing[0], piece.field(*closing[1])  # `… to members. (by end May)`
    parts = dashed_parts(piece.text, mark.end(), end, known)
    if parts is not None:
        by = piece.field(*parts.due) if parts.due else due or due_in(piece, *parts.action)
        used_up = (*taken, *piece.words)
        return [Action([(i, *parts.action)], piece.field(*parts.owner), by, used_up, parts.sure)]
    lead = lead_owner(piece.text, mark.end(), end, known)
    if lead is not None:
        by = due or due_in(piece, lead[1], end)
        return [Action([(i, lead[1], end)], piece.field(*lead[0]), by, (*taken, *piece.words_in(end, len(piece.text))))]
    tail = TAIL.search(piece.text, mark.end(), end)
    if tail and (tail["owner"] or tail["due"]):
        due = due or (piece.field(tail.start("due"), tail.end("due")) if tail["due"] else None)
        owner = (
            piece.field(tail.start("owner"), tail.end("owner"))
            if tail["owner"]
            else owner_in(piece, mark.end(), tail.start())
        )
        return [Action([(i, mark.end(), tail.start())], owner, due, (*taken, *piece.words_in(tail.start(), end)))]
    text = piece.text[mark.end() : end].strip()
    named = NAMED.fullmatch(text) or OWNER_BY.fullmatch(text)
    if named and looks_like_owner(named["owner"]):
        due = due or piece.field(mark.end() + named.start("due"), mark.end() + named.end("due"))
        end, text = mark.end() + named.end("owner"), named["owner"]
    if looks_like_owner(text):
        before = next((k for k in range(i - 1, -1, -1) if pieces[k].text), None)
        if before is not None and not used.is_free(before):  # it carries out the resolution above
            whole = [(before, 0, len(pieces[before].text))]
            return [Action(whole, piece.field(mark.end(), end), due, taken, 0.75)]
        if before is not None:
            start = (
                last_sentence(pieces[before].text, 0, len(pieces[before].text)) if len(pieces[before].text) > 200 else 0
            )
            used.add(before, start) if start else used.add(before)
            return [Action([(before, start, len(pieces[before].text))], piece.field(mark.end(), end), due, taken, 0.75)]
        return []
    owners = owner_in(piece, mark.end(), end)
    return [
        Action(
            [(i, mark.end(), end)],
            owners,
            due or due_in(piece, mark.end(), end),
            (*taken, *piece.words_in(end, len(piece.text))),
        )
    ]


def _labelled(
    pieces: Sequence[Piece], i: int, start: int, used: Used, taken: tuple[Word, ...] = (), sure: float = 0.9
) -> Action | None:
    """An action behind which labels say who and when (`… Lead: JB Due: May`), at its end or on the lines below it; None where none do."""
    action: Action | None = None
    opened: str | None = None
    for j in range(i, min(i + LINES_OF_LABELS, len(pieces))):
        piece = pieces[j]
        begin = start if j == i else 0
        if opened is not None and j > i and len(piece.text) <= SHORT and not piece.marker and not mark_of(piece.text):
            parts, end, value = None, 0, (0, len(piece.text))
            owner, due = (value, None) if opened == "owner" else (None, value)
        else:
            parts = labelled_parts(piece.text, begin)
            if parts is None or (parts.end == begin) != (j > i) or not (j == i or used.is_free(j)):
                if j == i and j + 1 < len(pieces):
                    continue  # they may stand below it
                break
            end, owner, due = parts.end, parts.owner, parts.due
        opened = parts.opened if parts is not None else None
        if action is None:
            whole = end if j == i else len(pieces[i].text)
            action = Action([(i, start, whole)], taken=taken, confidence=sure)
        if j > i:
            used.add(j)
        action.taken = (*action.taken, *piece.words_in(end, len(piece.text)))
        action.owners = action.owners or (piece.field(*owner) if owner else None)
        action.due = action.due or (piece.field(*due) if due else None)
    if action is not None and action.owners is None:  # `ZQ to circulate the figures. Due: September`
        action.owners = owner_in(pieces[i], start, action.stretches[0][2])
    return action


def _meta(piece: Piece, mark: re.Match[str]) -> tuple[Field | None, Field | None]:
    """Owner and date of `Action (SB/JT, by next meeting): …`."""
    start, end = mark.span("meta")
    cut = re.search(r"\s*[,;–-]?\s*\b(?:by|due|before|for)\b|[,;]\s*(?=\d)", piece.text[start:end], re.IGNORECASE)
    if cut is None:
        return piece.field(start, end), None
    due = re.match(r"[\s,;–-]*", piece.text[start + cut.start() : end])
    begin = start + cut.start() + (due.end() if due else 0)
    owner = piece.field(start, start + cut.start()) if cut.start() else None
    return owner, piece.field(begin, end)


def _led(piece: Piece, action: Action, known: Collection[str]) -> Action:
    """An action told by labels, with who is named before a dash or a colon at its head: `KH – write to them. Due: 3 May`."""
    i, start, end = action.stretches[0]
    lead = lead_owner(piece.text, start, end, known) if action.owners is None else None
    if lead is not None:
        action.owners, action.stretches = piece.field(*lead[0]), [(i, lead[1], end)]
    return action


def _list_under(
    pieces: Sequence[Piece], i: int, used: Used, taken: tuple[Word, ...], known: Collection[str]
) -> list[Action]:
    """`Actions:` over a list: each entry is one."""
    found: list[Action] = []
    for j in range(i + 1, len(pieces)):
        piece = pieces[j]
        listed = is_listed(piece, pieces[i]) and (not pieces[i].marker or piece.left > pieces[i].left + SET_IN)
        if (not listed and found) or mark_of(piece.text) or (piece.bold and not pieces[i + 1].bold):
            break
        if found and _is_below(piece, pieces[i + 1], found[-1], pieces):
            used.add(j)
            found[-1].stretches.append((j, 0, len(piece.text)))
            found[-1].taken = (*found[-1].taken, *piece.marker_words)
            continue
        told = _labelled(pieces, j, 0, used, taken if not found else ())
        used.add(j)
        found.append(
            _led(piece, told, known) if told is not None else entry(piece, j, known, taken if not found else ())
        )
        if not listed:
            break
    return found


def _is_below(piece: Piece, first: Piece, last: Action, pieces: Sequence[Piece]) -> bool:
    """Whether a bullet further in than the `first` of its list is said of the action above it, which does not lead up to it."""
    inner = piece.marker is not None and first.marker is not None and piece.indent > first.indent + SET_IN
    i, _, end = last.stretches[-1]
    return inner and last.text is None and not pieces[i].text[:end].rstrip().endswith(":")

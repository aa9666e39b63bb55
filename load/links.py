"""Which lines of logs follow up which actions of minutes, over all papers of a body that are loaded.

A line and an action are one where they say much the same, and what else is printed of both agrees: the action's reference,
the minute that made it, the day of the meeting, who is to act, by when. What contradicts it ends it: a log from before the
meeting, a line raised at another meeting or by another minute, a number that only one of the two texts has.
Every pair of minutes and log is matched for itself, so that nothing depends on the order in which papers were loaded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import sqlalchemy as sa
from rapidfuzz import fuzz, process
from sqlalchemy.engine import Connection

from load.keys import ROWS_A_PAPER, keys_of, slug
from models.schema import ActionLink, ActionLog, Meeting, Minute, MinuteAction, TrackedAction

LEAST = 50.0  # likeness of texts, 0 to 100, under which nothing else makes two actions one
SAME_TEXT = 88.0  # from which the wording alone is enough, where it is more than a few words
SHORT = 4  # words that tell: a shorter text says too little to stand alone
SURE = 70.0  # from which two pieces of evidence out of meeting, owner and due date are enough beside the wording
_NUMBERS = re.compile(r"\d+")
# fmt: off
_LIGHT = frozenset({
    "a", "an", "and", "at", "be", "by", "for", "from", "in", "into", "is", "it", "its", "of", "on", "or", "that",
    "the", "their", "this", "to", "was", "were", "will", "with", "shall", "should", "would", "has", "have",
    "had", "action", "actions", "agreed", "asked", "all", "members", "board", "committee", "council", "meeting",
})
# fmt: on


class Said(NamedTuple):
    """What minutes or a log print of an action: the same where another paper prints the same."""

    body: str | None
    day: str | None  # of the meeting that made it; of a line: when it was raised
    log_day: str | None  # of the log
    ref: str | None
    minute: str | None  # of a line: as the log prints it
    minutes: tuple[str, ...]  # of an action: the numbers of its minute and of the agenda's item
    text: str
    owners: frozenset[str]
    due: str | None


class Spot(NamedTuple):
    """Where an action is printed. `held` names the meeting's or the log's record it stands in, or the paper where there is none."""

    record_id: int
    held: int
    document_id: int


Doings = Mapping[Said, Sequence[Spot]]
"""Actions by what is printed of them: a log repeats most lines of the one before it."""


class Link(NamedTuple):
    """One action of minutes, one line of a log, what they have in common, and the chance that they are one."""

    minute_action: int
    tracked_action: int
    matched_by: str
    confidence: float


def link_actions(connection: Connection, document_id: int) -> None:
    """Writes the links of one paper's actions and lines with those of all papers of their bodies. Its old ones went with its rows."""
    own_actions, own_lines = (of.record_id.between(*keys_of(document_id)) for of in (MinuteAction, TrackedAction))
    made, lines = _minute_actions(connection, own_actions), _lines(connection, own_lines)
    if not made and not lines:
        return
    found = [*links(made, lines)]
    if made:
        others = sa.and_(ActionLog.body.in_(_bodies(connection, ActionLog, made)), ~own_lines)
        found += links(made, _lines(connection, others))
    if lines:
        others = sa.and_(Meeting.body.in_(_bodies(connection, Meeting, lines)), ~own_actions)
        found += links(_minute_actions(connection, others), lines)
    if found:
        columns = ("minute_action_id", "tracked_action_id", "matched_by", "confidence")
        connection.execute(sa.insert(ActionLink), [dict(zip(columns, link, strict=True)) for link in found])


def links(made: Doings, lines: Doings) -> list[Link]:
    """The links of actions of minutes with lines of logs: in one log an action is one line, the likeliest.

    What two of them have in common is asked once, in however many editions of a log the same line stands.
    """
    pairs: defaultdict[tuple[int, int], list[Link]] = defaultdict(list)
    for action, line, likeness in _likely([*made], [*lines]):
        told = _told(action, line, likeness)
        if told is None:
            continue
        both_printed = action.body is not None and line.body is not None
        for one in made[action]:
            for other in lines[line]:
                if both_printed or one.document_id == other.document_id:
                    pairs[one.held, other.held].append(Link(one.record_id, other.record_id, *told))
    return [link for place in sorted(pairs) for link in _likeliest(pairs[place])]


def _likely(made: Sequence[Said], lines: Sequence[Said]) -> Iterator[tuple[Said, Said, float]]:
    """Pairs that say something alike, and how alike. No two are of bodies that are told apart by their names."""
    if not made or not lines:
        return
    texts = [[_telling(one.text) for one in group] for group in (made, lines)]
    # a log shortens what minutes say: words that only one of the two has count half
    sorted_alike, shared_alike = (
        process.cdist(*texts, scorer=s) for s in (fuzz.token_sort_ratio, fuzz.token_set_ratio)
    )
    likeness = (sorted_alike + shared_alike) / 2
    bodies = [[slug(one.body) if one.body is not None else None for one in group] for group in (made, lines)]
    for i, j in zip(*(places.tolist() for places in (likeness >= LEAST).nonzero()), strict=True):
        if bodies[0][i] == bodies[1][j] or bodies[0][i] is None or bodies[1][j] is None:
            yield made[i], lines[j], float(likeness[i, j])


def _likeliest(pairs: Sequence[Link]) -> Iterator[Link]:
    """The likeliest pairs of some minutes and one log, each action and each line once."""
    taken: set[int] = set()
    for link in sorted(pairs, key=lambda k: (-k.confidence, k.minute_action, k.tracked_action)):
        if not taken & {link.minute_action, link.tracked_action}:
            taken |= {link.minute_action, link.tracked_action}
            yield link


@lru_cache(maxsize=4096)
def _telling(text: str) -> str:
    """The words of a text that tell it from others."""
    words = slug(text).split("-")
    return " ".join([w for w in words if w not in _LIGHT] or words)


def _told(made: Said, line: Said, likeness: float) -> tuple[str, float] | None:
    """What two actions have in common, and the chance that they are one; None where they are not."""
    if _contradicted(made, line, likeness):
        return None
    told = {
        "reference": _same(made.ref, line.ref),
        "minute": _same_minute(made.minutes, line.minute) or _begins_with_minute(line, made.minutes),
        "meeting": made.day is not None and line.day is not None and len(line.day) > len("2024"),
        "owner": bool(made.owners & line.owners),
        "due date": made.due is not None and made.due == line.due,
        "wording": likeness >= SURE,
    }
    sure = _sure(told, likeness, min(len(_telling(d.text).split()) for d in (made, line)))
    if sure is None:
        return None
    return "; ".join(n for n, t in told.items() if t) or "wording", sure


def _sure(told: Mapping[str, bool], likeness: float, words: int) -> float | None:
    """The chance that two are one by what they have in common; None where it is not enough."""
    beside = sum(told[name] for name in ("meeting", "owner", "due date"))
    if told["reference"] and (likeness >= SURE or beside):
        return 0.97
    if told["minute"] and (likeness >= SURE or told["meeting"] or beside >= 2):
        return 0.95 if likeness >= SURE else 0.85
    if likeness >= SAME_TEXT and (words >= SHORT or beside):
        return 0.95 if beside else 0.85
    if likeness >= SURE and beside:
        return 0.85 if beside >= 2 or words >= SHORT else 0.7
    return 0.7 if beside >= 2 and likeness >= (LEAST + SURE) / 2 else None


def _contradicted(made: Said, line: Said, likeness: float) -> bool:
    """Whether what is printed of the two cannot be of one action. Minutes may be numbered anew in a log: the same words weigh more."""
    early = _before(line.log_day, made.day) or _before(line.due, made.day)
    other = line.minute is not None and bool(made.minutes) and not _same_minute(made.minutes, line.minute)
    renumbered = other and likeness < SAME_TEXT
    return early or _apart(line.day, made.day) or renumbered or not _numbers_fit(made.text, line.text)


def _before(one: str | None, other: str | None) -> bool:
    """Whether a date lies before another, as far as both are printed."""
    if one is None or other is None:
        return False
    size = min(len(one), len(other))
    return one[:size] < other[:size]


def _apart(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    size = min(len(one), len(other))
    return one[:size] != other[:size]


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and bool(slug(one)) and slug(one) == slug(other)


def _same_minute(made: Sequence[str], line: str | None) -> bool:
    """Whether a log names one of the numbers of a minute: `5` and `5.2`, `24/031` and `Minute 24/031`."""
    return line is not None and any(_same_numbers(one, line) for one in made)


def _begins_with_minute(line: Said, made: Sequence[str]) -> bool:
    """Whether a log that prints no minute makes its references of the minute's number: `24/07/05/a` of `24/07/05`."""
    if line.minute is not None or line.ref is None:
        return False
    own = _NUMBERS.findall(line.ref)
    numbers = [_NUMBERS.findall(one) for one in made]
    return any(len(n) > 1 and own[: len(n)] == n for n in numbers)


def _same_numbers(one: str, other: str) -> bool:
    short, long = sorted(([int(n) for n in _NUMBERS.findall(text)] for text in (one, other)), key=len)
    return bool(short) and short in (long[: len(short)], long[-len(short) :])


def _numbers_fit(one: str, other: str) -> bool:
    """Whether no number tells two texts apart; a text without numbers is the shorter telling."""
    own, others = set(_NUMBERS.findall(one)), set(_NUMBERS.findall(other))
    return not own or not others or bool(own & others)


def _minute_actions(connection: Connection, which: sa.ColumnElement[bool]) -> Doings:
    query = (
        sa.select(
            MinuteAction.record_id, Meeting.record_id, Meeting.body, Meeting.meeting_date, MinuteAction.ref, Minute.number,
            Minute.agenda_ref, MinuteAction.action, MinuteAction.owners, MinuteAction.owner_initials, MinuteAction.owner_posts,
            MinuteAction.due_date,
        )
        .join(Minute, Minute.record_id == MinuteAction.minute_id, isouter=True)
        .join(Meeting, Meeting.record_id == MinuteAction.meeting_id, isouter=True)
        .where(which)
    )  # fmt: skip

    def said(
        body: str | None, day: str | None, ref: str | None, number: str | None, agenda_ref: str | None, text: str | None, *told: str | None
    ) -> Said:  # fmt: skip
        numbers = tuple(n for n in (number, agenda_ref) if n)
        return Said(body, day, None, ref, None, numbers, text or "", _people(*told[:3]), told[3])

    return _doings(connection, query, said)


def _lines(connection: Connection, which: sa.ColumnElement[bool]) -> Doings:
    query = (
        sa.select(
            TrackedAction.record_id, ActionLog.record_id, ActionLog.body, TrackedAction.raised_date, ActionLog.as_of, TrackedAction.ref,
            TrackedAction.minute_number, TrackedAction.action, TrackedAction.owners, TrackedAction.owner_initials,
            TrackedAction.owner_posts, TrackedAction.due_date,
        )
        .join(ActionLog, ActionLog.record_id == TrackedAction.action_log_id, isouter=True)
        .where(which)
    )  # fmt: skip

    def said(
        body: str | None, day: str | None, log_day: str | None, ref: str | None, minute: str | None, text: str | None, *told: str | None
    ) -> Said:  # fmt: skip
        return Said(body, day, log_day, ref, minute, (), text or "", _people(*told[:3]), told[3])

    return _doings(connection, query, said)


def _doings(connection: Connection, query: sa.Executable, said: Callable[..., Said]) -> Doings:
    """Actions as a query tells them: their record and what holds it, then what is printed, which `said` puts in order."""
    printed: dict[tuple[str | None, ...], list[Spot]] = {}
    for record_id, held, *told in connection.execute(query):
        document_id = record_id // ROWS_A_PAPER
        printed.setdefault(tuple(told), []).append(Spot(record_id, held or -document_id, document_id))
    found: dict[Said, list[Spot]] = {}
    for texts, spots in printed.items():
        found.setdefault(said(*texts), []).extend(spots)
    return found


def _people(*told: str | None) -> frozenset[str]:
    """Who is to act, in names, initials and posts alike."""
    return frozenset(slug(part) for text in told if text for part in text.split(";")) - {""}


def _bodies(connection: Connection, whole: type[ActionLog | Meeting], doings: Iterable[Said]) -> list[str]:
    """The names, as they are printed, by which logs or meetings are of the bodies of some actions."""
    bodies = {slug(d.body) for d in doings if d.body is not None}
    printed = connection.scalars(sa.select(whole.body).where(whole.body.is_not(None)).distinct())
    return [body for body in printed if body is not None and slug(body) in bodies]

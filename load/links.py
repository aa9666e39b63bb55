"""Which lines of logs follow up which actions of minutes, over all papers of a body that are loaded.

A line and an action are one where they say much the same, and what else is printed of both agrees: the action's reference,
the minute that made it, the day of the meeting, who is to act, by when. What contradicts it ends it: a log from before the
meeting, a line raised at another meeting or by another minute, a number that only one of the two texts has.
Every pair of minutes and log is matched for itself, so that nothing depends on the order in which papers were loaded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import sqlalchemy as sa
from rapidfuzz import fuzz, process
from sqlalchemy.engine import Connection

from load.keys import slug
from models.schema import ActionLink, ActionLog, Meeting, Minute, MinuteAction, RecordRow, TrackedAction

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


@dataclass(frozen=True, slots=True)
class Doing:
    """An action as minutes or a log print it. `held` names the meeting's paper or the log's record it stands in."""

    record_id: int
    held: int
    body: str | None
    day: str | None  # of the meeting that made it; of a line: when it was raised
    log_day: str | None  # of the log
    ref: str | None
    minute: str | None  # of a line: as the log prints it
    minutes: tuple[str, ...]  # of an action: the numbers of its minute and of the agenda's item
    text: str
    owners: frozenset[str]
    due: str | None
    document_id: int


@dataclass(frozen=True, slots=True)
class Link:
    """One action of minutes, one line of a log, what they have in common, and the chance that they are one."""

    minute_action: int
    tracked_action: int
    matched_by: str
    confidence: float


def link_actions(connection: Connection, document_id: int) -> None:
    """Writes the links of one paper's actions and lines with those of all papers of their bodies. Its old ones went with its rows."""
    made, lines = _minute_actions(connection, [document_id]), _lines(connection, [document_id])
    if not made and not lines:
        return
    found = [*links(made, lines)]
    if made:
        found += links(made, _others(_lines(connection, _papers(connection, ActionLog, made)), document_id))
    if lines:
        found += links(_others(_minute_actions(connection, _papers(connection, Meeting, lines)), document_id), lines)
    if found:
        columns = ("minute_action_id", "tracked_action_id", "matched_by", "confidence")
        rows = [
            dict(zip(columns, (k.minute_action, k.tracked_action, k.matched_by, k.confidence), strict=True))
            for k in found
        ]
        connection.execute(sa.insert(ActionLink), rows)


def links(made: Iterable[Doing], lines: Iterable[Doing]) -> list[Link]:
    """The links of actions of minutes with lines of logs: in one log an action is one line, the likeliest."""
    logs, minutes = _by_place(lines), _by_place(made)
    found: list[Link] = []
    for group in minutes.values():
        for log in logs.values():
            if _bodies_fit(group[0], log[0]):
                found.extend(_matched(group, log))
    return found


def _by_place(doings: Iterable[Doing]) -> Mapping[int, Sequence[Doing]]:
    found: dict[int, list[Doing]] = defaultdict(list)
    for one in sorted(doings, key=lambda d: d.record_id):
        found[one.held].append(one)
    return found


def _bodies_fit(one: Doing, other: Doing) -> bool:
    """Whether both are of one body. A body that is not printed is that of the other in the same paper only."""
    if one.body is None or other.body is None:
        return one.document_id == other.document_id
    return slug(one.body) == slug(other.body)


def _matched(made: Sequence[Doing], lines: Sequence[Doing]) -> list[Link]:
    """The likeliest pairs of some minutes and one log, each action and each line once."""
    texts = [[_telling(d.text) for d in group] for group in (made, lines)]
    # a log shortens what minutes say: words that only one of the two has count half
    sorted_alike, shared_alike = (
        process.cdist(*texts, scorer=s) for s in (fuzz.token_sort_ratio, fuzz.token_set_ratio)
    )
    likeness = (sorted_alike + shared_alike) / 2
    pairs: list[Link] = []
    for i, j in zip(*(likeness >= LEAST).nonzero(), strict=True):
        link = _link(made[i], lines[j], float(likeness[i, j]))
        if link is not None:
            pairs.append(link)
    taken: set[int] = set()
    found: list[Link] = []
    for link in sorted(pairs, key=lambda k: (-k.confidence, k.minute_action, k.tracked_action)):
        if not taken & {link.minute_action, link.tracked_action}:
            taken |= {link.minute_action, link.tracked_action}
            found.append(link)
    return found


@lru_cache(maxsize=4096)
def _telling(text: str) -> str:
    """The words of a text that tell it from others."""
    words = slug(text).split("-")
    return " ".join([w for w in words if w not in _LIGHT] or words)


def _link(made: Doing, line: Doing, likeness: float) -> Link | None:
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
    return Link(made.record_id, line.record_id, "; ".join(n for n, t in told.items() if t) or "wording", sure)


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


def _contradicted(made: Doing, line: Doing, likeness: float) -> bool:
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


def _begins_with_minute(line: Doing, made: Sequence[str]) -> bool:
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


def _minute_actions(connection: Connection, documents: Sequence[int]) -> list[Doing]:
    query = (
        sa.select(
            MinuteAction.record_id, Meeting.record_id.label("held"), Meeting.body, Meeting.meeting_date, MinuteAction.ref, Minute.number,
            Minute.agenda_ref, MinuteAction.action, MinuteAction.owners, MinuteAction.owner_initials, MinuteAction.owner_posts,
            MinuteAction.due_date, RecordRow.document_id,
        )
        .join(RecordRow, RecordRow.record_id == MinuteAction.record_id)
        .join(Minute, Minute.record_id == MinuteAction.minute_id, isouter=True)
        .join(Meeting, Meeting.record_id == MinuteAction.meeting_id, isouter=True)
        .where(RecordRow.document_id.in_(documents))
    )  # fmt: skip
    return [
        Doing(
            r.record_id, r.held or -r.document_id, r.body, r.meeting_date, None, r.ref, None,
            tuple(n for n in (r.number, r.agenda_ref) if n), r.action or "",
            _people(r.owners, r.owner_initials, r.owner_posts), r.due_date, r.document_id,
        )
        for r in connection.execute(query)
    ]  # fmt: skip


def _lines(connection: Connection, documents: Sequence[int]) -> list[Doing]:
    query = (
        sa.select(
            TrackedAction.record_id, ActionLog.record_id.label("held"), ActionLog.body, ActionLog.as_of, TrackedAction.raised_date,
            TrackedAction.ref, TrackedAction.minute_number, TrackedAction.action, TrackedAction.owners, TrackedAction.owner_initials,
            TrackedAction.owner_posts, TrackedAction.due_date, RecordRow.document_id,
        )
        .join(RecordRow, RecordRow.record_id == TrackedAction.record_id)
        .join(ActionLog, ActionLog.record_id == TrackedAction.action_log_id, isouter=True)
        .where(RecordRow.document_id.in_(documents))
    )  # fmt: skip
    return [
        Doing(
            r.record_id, r.held or -r.document_id, r.body, r.raised_date, r.as_of, r.ref, r.minute_number, (), r.action or "",
            _people(r.owners, r.owner_initials, r.owner_posts), r.due_date, r.document_id,
        )
        for r in connection.execute(query)
    ]  # fmt: skip


def _people(*told: str | None) -> frozenset[str]:
    """Who is to act, in names, initials and posts alike."""
    return frozenset(slug(part) for text in told if text for part in text.split(";")) - {""}


def _papers(connection: Connection, whole: type[ActionLog | Meeting], doings: Iterable[Doing]) -> list[int]:
    """The papers that hold a log, or a meeting, of the bodies of some actions."""
    bodies = {slug(d.body) for d in doings if d.body is not None}
    same = [
        body
        for body in connection.scalars(sa.select(whole.body).distinct())
        if body is not None and slug(body) in bodies
    ]
    query = (
        sa.select(RecordRow.document_id).join(whole, whole.record_id == RecordRow.record_id).where(whole.body.in_(same))
    )
    return sorted(set(connection.scalars(query)))


def _others(doings: Iterable[Doing], document_id: int) -> list[Doing]:
    return [d for d in doings if d.document_id != document_id]

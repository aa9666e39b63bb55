"""What must add up in the papers of meetings: who was there, how they voted, which minutes follow each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from models.record import Finding, Record
from normalise.attendees import may_be, meeting_of, people_of
from normalise.document import Check, Context
from normalise.people import clean_name
from normalise.places import page_of

SIDES = ("votes_for", "votes_against", "abstentions")
DONE = frozenset({"minutes", "agenda_items", "resolutions", "minute_actions", "tracked_actions", "votes", "decisions"})
"""The views that hold what a meeting dealt with."""
LEAST_SHARED, NEARLY_ALL = 3, 0.8  # items that two prints of one meeting have in common, and which share of all
LEAST_RUN = 4  # minutes: a shorter list says nothing about gaps
MOST_GAPS = 0.34  # share of steps that may leap: beyond, the numbers are no count at all


def by_meeting(records: Iterable[Record], view: str) -> Mapping[int, list[Record]]:
    """The records of a view by their meeting (its identity), in printed order."""
    found: dict[int, list[Record]] = defaultdict(list)
    for record in records:
        if record.view == view:
            found[id(meeting_of(record.printed))].append(record)
    return found


def present_and_away(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """Somebody is listed as present, and sent apologies under a shorter form of the same name."""
    for group in by_meeting(records, "attendance").values():
        here = {str(r.values["person"].value): r for r in group if _says(r, "status", "present")}
        for record in group:
            if not _says(record, "status", "apologies"):
                continue
            name = str(record.values["person"].value)
            same = [h for h, r in here.items() if h != name and may_be(name, h) and _fits_body(record, r)]
            for whole in same if len(same) == 1 else ():
                message = f"{name} sent apologies, and {whole} is listed as present"
                yield Finding("present and in apologies", "warning", message, record, "status", "apologies", "present")


def _fits_body(a: Record, b: Record) -> bool:
    """Whether two rows may be of one person: not where both print an affiliation, and these differ."""
    one, other = (r.values["affiliation"].value if "affiliation" in r.values else None for r in (a, b))
    return one is None or other is None or one == other


def _says(record: Record, column: str, value: str) -> bool:
    return column in record.values and record.values[column].value == value


def votes_add_up(records: Sequence[Record], context: Context) -> Iterable[Finding]:
    """A count of votes differs from its list of names; a name voted twice, or was not there; more voted than came."""
    attendance = by_meeting(records, "attendance")
    for key, votes in by_meeting(records, "votes").items():
        there = {
            str(r.values["person"].value)
            for r in attendance.get(key, ())
            if "person" in r.values and not _says(r, "status", "apologies")
        }
        for vote in votes:
            yield from _counts(vote)
            yield from _voters(vote, there, context)


def _counts(vote: Record) -> Iterable[Finding]:
    for side in SIDES:
        names = _names(vote, side)
        count = vote.values[side].value if side in vote.values else None
        if names and isinstance(count, int) and count != len(names):
            message = f"{count} votes are printed, {len(names)} names are listed"
            yield Finding("votes differ from their names", "warning", message, vote, side, str(count), str(len(names)))
    said = [vote.values[s].value if s in vote.values else None for s in SIDES[:2]]
    if "carried" in vote.values and all(isinstance(n, int) for n in said):
        ayes, noes = (int(n) for n in said if isinstance(n, int))
        won = vote.values["carried"].value
        if won and noes and _said_unanimous(vote):
            message = f"{noes} votes against are printed, and that it was carried unanimously"
            yield Finding("not unanimous", "warning", message, vote, "votes_against", str(noes), "0")
        if (won and ayes < noes) or (not won and ayes > noes and not _unanimity(vote)):
            message = f"{ayes} for and {noes} against, and it is printed as {'carried' if won else 'not carried'}"
            yield Finding(
                "result differs from the votes", "warning", message, vote, "carried", str(won), str(ayes > noes)
            )


def _said_unanimous(vote: Record) -> bool:
    """Whether the result says that nobody was against it."""
    result = vote.printed.fields.get("carried")
    return result is not None and bool(re.search(r"\bunanim|\bnem\.?\s*con|\bnone against", result.text, re.IGNORECASE))


def _unanimity(vote: Record) -> bool:
    """Whether a vote had to be unanimous, or by more than half, to be carried."""
    minute = vote.printed.parent
    text = minute.fields["text"].text if minute is not None and "text" in minute.fields else ""
    return bool(re.search(r"\bunanim|two[- ]thirds|\bmajority of (?:all|the whole)", text, re.IGNORECASE))


def _names(vote: Record, side: str) -> list[str]:
    column = f"{side}_names"
    value = vote.values[column].value if column in vote.values else None
    return [n for n in str(value).split("; ") if n] if value else []


def _voters(vote: Record, there: set[str], context: Context) -> Iterable[Finding]:
    people = people_of(meeting_of(vote.printed), context)
    seen: dict[str, str] = {}
    for side in SIDES:
        for name in _names(vote, side):
            whole = name if name in there else people.resolve(name)
            if there and (whole is None or whole not in there) and not _surname_known(name, there):
                message = f"{name} voted, and is not listed as present"
                yield Finding("voter not present", "warning", message, vote, f"{side}_names", name)
            if " " in name and people.names.count(name) < 2 and seen.get(name, side) != side:
                message = f"{name} is listed under two sides of one vote"
                yield Finding("voted twice", "warning", message, vote, f"{side}_names", name)
            seen[name] = side


def _surname_known(name: str, there: set[str]) -> bool:
    """Whether somebody of that surname came; two of one name are nobody's mistake."""
    surname = clean_name(name).split()[-1:]
    return any(other.split()[-1:] == surname for other in there)


def numbers_follow(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A number is missing, or printed twice, in a run of minutes that counts on."""
    for group in by_meeting(records, "minutes").values():
        counts = _first if _ends_in_year(group) else _count
        numbered = [(r, n) for r in group if (n := counts(r)) is not None]
        if len(numbered) < LEAST_RUN:
            continue
        steps = [b - a for (_, a), (_, b) in pairwise(numbered)]
        if sum(s != 1 for s in steps) > MOST_GAPS * len(steps):
            continue
        for (_, before), (record, now) in pairwise(numbered):
            printed = str(record.values["number"].value)
            if now > before + 1:
                message = f"between the minutes {before} and {now} there is no other: one was not printed, or not read"
                yield Finding("minute number missing", "warning", message, record, "number", printed, str(before + 1))
            elif now <= before:
                message = f"minute {now} follows minute {before}"
                yield Finding("minute number repeated", "info", message, record, "number", printed, str(before + 1))


def _ends_in_year(group: Sequence[Record]) -> bool:
    """Whether all numbers of a meeting end in one and the same figure, and begin with others: `01/24`, `12/24`."""
    pairs = {tuple(re.findall(r"\d+", str(r.values["number"].value))) for r in group if "number" in r.values}
    return len(pairs) >= LEAST_RUN and {len(p) for p in pairs} == {2} and len({p[-1] for p in pairs}) == 1


def _first(record: Record) -> int | None:
    """The figure that a minute's number begins with."""
    found = re.search(r"\d+", str(record.values["number"].value)) if "number" in record.values else None
    return int(found.group()) if found else None


def _count(record: Record) -> int | None:
    """The part of a minute's number that counts on: 611 of `611`, 14 of `25/14`, 48 of `C048/25`."""
    number = str(record.values["number"].value) if "number" in record.values else ""
    if re.fullmatch(r"\d+\.\d+.*", number):
        return None
    parts = [int(p) for p in re.findall(r"\d+", number)]
    if not parts:
        return None
    years = [p for p in parts if p in range(2000, 2100) or p in range(10, 50)]
    counting = [p for p in parts if p not in years[:1]] if len(parts) > 1 else parts
    return counting[-1] if counting else parts[-1]


def times_in_order(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A meeting ends before it begins."""
    for record in records:
        if record.view != "meetings" or not {"start_time", "end_time"} <= record.values.keys():
            continue
        start, end = str(record.values["start_time"].value), str(record.values["end_time"].value)
        if end < start:
            message = f"the meeting begins at {start} and ends at {end}"
            yield Finding(
                "meeting ends before it begins", "warning", message, record, "end_time", end, f"after {start}"
            )


def printed_twice(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """The minutes, or the agenda, of one meeting stand twice in a document: whoever counts over it counts them twice."""
    meetings = [r for r in records if r.view == "meetings" and "meeting_date" in r.values]
    if len(meetings) < 2:
        return
    for view, name in (("minutes", "minutes"), ("agenda_items", "agenda")):
        parts = by_meeting(records, view)
        said = [(m, {_item(r) for r in parts.get(id(m.printed), ())}) for m in meetings]
        for n, (meeting, items) in enumerate(said):
            same = next((m for m, others in said[:n] if _same_day(m, meeting) and _alike(items, others)), None)
            if same is not None:
                date, pages = meeting.values["meeting_date"].value, (page_of(same.printed), page_of(meeting.printed))
                message = f"the {name} of {date} that begin on page {pages[0]} begin on page {pages[1]} once more"
                yield Finding("meeting printed twice", "warning", message, meeting)


def _item(record: Record) -> tuple[object, ...]:
    return tuple(record.values[c].value if c in record.values else None for c in ("number", "heading", "title"))


def _same_day(one: Record, other: Record) -> bool:
    days = [
        (r.values["meeting_date"].value, r.values["body"].value if "body" in r.values else None) for r in (one, other)
    ]
    return days[0] == days[1]


def _alike(items: Collection[object], others: Collection[object]) -> bool:
    """Whether two papers have nearly all their items in common."""
    shared = len(set(items) & set(others))
    return shared >= LEAST_SHARED and shared >= NEARLY_ALL * max(len(items), len(others))


def items_are_read(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A list of who came to a meeting, and no item of what it did: its headings are of a kind that nobody knows."""
    there = by_meeting(records, "attendance")
    done: dict[int, int] = defaultdict(int)
    for record in records:
        if record.view in DONE:
            done[id(meeting_of(record.printed))] += 1
    for meeting in (r for r in records if r.view == "meetings" and r.printed is not None):
        people = there.get(id(meeting.printed), ())
        if people and not done[id(meeting.printed)]:
            said = "1 person is listed" if len(people) == 1 else f"{len(people)} people are listed"
            message = f"{said} as at the meeting or away, and no item of its minutes or agenda is read"
            yield Finding("a meeting of which no item is read", "warning", message, meeting)


CHECKS: Sequence[Check] = (
    present_and_away,
    votes_add_up,
    numbers_follow,
    times_in_order,
    printed_twice,
    items_are_read,
)

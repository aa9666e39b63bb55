"""One action through the logs of successive meetings, worked out over all that is loaded, as risks are (`load.identity`).

A line carries on the line of an earlier log that has the same reference, or names the same minute, and says much the same, or
that says nearly the same. A number that only one of the two texts has (`Q1 report`, `Q2 report`) tells them apart.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from rapidfuzz import fuzz, process
from sqlalchemy.engine import Connection

from load.identity import Edition, follow
from load.keys import ROWS_A_PAPER, keys_of, slug
from models.schema import ActionLog, TrackedAction

SAME_REF = 62.0  # likeness of texts, 0 to 100, from which the same reference is the same action; texts apart reach 55
SAME_MINUTE = 70.0  # from which the same minute is: a minute may make several actions
SAME_TEXT = 90.0  # from which the text alone is enough
_TELLS = 20.0  # how much surer a pair is for a reference or a minute that is the same
_NUMBERS = re.compile(r"\d+")


def alike(later: Sequence[Edition], earlier: Sequence[Edition]) -> list[tuple[float, int, int]]:
    """Which line of one log may carry on which line of earlier ones, and how sure that is."""
    found, left, open_lines = _unchanged(later, earlier)
    if left and open_lines:
        texts = [[_text(group[i]) for i in places] for group, places in ((later, left), (earlier, open_lines))]
        likeness = process.cdist(*texts, scorer=fuzz.token_sort_ratio, score_cutoff=SAME_REF)
        for row, column in zip(*likeness.nonzero(), strict=True):
            i, j = left[row], open_lines[column]
            sure = _sure(later[i], earlier[j], float(likeness[row, column]))
            if sure:
                found.append((sure, i, j))
    return found


def _unchanged(
    later: Sequence[Edition], earlier: Sequence[Edition]
) -> tuple[list[tuple[float, int, int]], list[int], list[int]]:
    """Pairs that say the very same under the same reference and minute, as most lines of a log do, and what is left of both.

    These are the surest pairs there are: to compare what they leave is enough.
    """
    waiting: defaultdict[tuple[str | None, ...], deque[int]] = defaultdict(deque)
    for j, line in enumerate(earlier):
        waiting[_printed(line)].append(j)
    pairs: list[tuple[float, int, int]] = []
    left: list[int] = []
    for i, line in enumerate(later):
        same = waiting.get(_printed(line))
        if same and line.title:
            pairs.append((100 + 2 * _TELLS, i, same.popleft()))
        else:
            left.append(i)
    return pairs, left, sorted(j for places in waiting.values() for j in places)


def _sure(one: Edition, other: Edition, likeness: float) -> float:
    same_ref = one.ref is not None and other.ref is not None and slug(one.ref) == slug(other.ref)
    same_minute = one.minute is not None and other.minute is not None and slug(one.minute) == slug(other.minute)
    told = _TELLS * (same_ref + same_minute)
    if (same_ref and likeness >= SAME_REF) or (same_minute and likeness >= SAME_MINUTE):
        return likeness + told
    if one.minute is not None and other.minute is not None and not same_minute:
        return 0.0  # two minutes have made two actions, in whatever words
    if likeness >= SAME_TEXT and _NUMBERS.findall(_text(one)) == _NUMBERS.findall(_text(other)):
        return likeness
    return 0.0


def _printed(line: Edition) -> tuple[str | None, ...]:
    return line.ref, line.minute, line.title


def _text(line: Edition) -> str:
    return line.title.casefold() if line.title else ""


def follow_actions(connection: Connection, series: Iterable[str]) -> None:
    """Writes the keys of all actions of some series of logs. For the transaction that changed these series."""
    for name in sorted(set(series)):
        lines = _lines(connection, name)
        known = {line.record_id: key for line, key in lines}
        keys = follow((line for line, _ in lines), alike, "action")
        changed = [{"record": record, "key": key} for record, key in keys.items() if known[record] != key]
        if changed:
            place = sa.update(TrackedAction).where(TrackedAction.record_id == sa.bindparam("record"))
            connection.execute(place.values(action_key=sa.bindparam("key")), changed)


def log_series(connection: Connection, document_id: int) -> set[str]:
    """The series of which a paper holds a log."""
    return set(
        connection.scalars(sa.select(ActionLog.series).where(ActionLog.record_id.between(*keys_of(document_id))))
    )


def _lines(connection: Connection, series: str) -> list[tuple[Edition, str | None]]:
    query = (
        sa.select(
            TrackedAction.record_id, ActionLog.as_of, TrackedAction.ref, TrackedAction.action,
            TrackedAction.minute_number, TrackedAction.action_key,
        )
        .join(ActionLog, ActionLog.record_id == TrackedAction.action_log_id)
        .where(ActionLog.series == series)
    )  # fmt: skip
    return [
        (Edition(record_id, record_id // ROWS_A_PAPER, series, as_of, ref, action, minute), key)
        for record_id, as_of, ref, action, minute, key in connection.execute(query)
    ]

"""One risk through the editions of its register, worked out over all that is loaded, whatever the order of loading.

The editions of a series are taken by date. A risk carries on the line of an earlier one that has the same reference and a
title not unlike its own, or nearly the same title; within an edition each line is carried on once, by the likeliest risk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

import sqlalchemy as sa
from rapidfuzz import fuzz, process
from sqlalchemy.engine import Connection

from load.keys import slug
from models.schema import RecordRow, Register, Risk

SAME_REF = 55.0  # likeness of titles, 0 to 100, from which the same reference is the same risk
SAME_TITLE = 88.0  # from which the title alone is enough
_REF_TELLS = 20.0  # how much surer a pair is for having the same reference
_NO_TITLE = 60.0  # likeness to count where one of the two has no title: a reference alone decides


Said = tuple[str | None, str | None, str | None]


class Edition(NamedTuple):
    """A risk as one edition prints it, or a line of an action log."""

    record_id: int
    register_id: int  # the edition: of an action log, the paper that holds it
    series: str
    as_of: str | None
    ref: str | None
    title: str | None
    minute: str | None = None  # which made the action

    @property
    def said(self) -> Said:
        """What is printed of it: nothing else tells whether two are the same."""
        return self.ref, self.title, self.minute


@dataclass(slots=True)
class Line:
    """One risk over its editions; the latest speaks for it."""

    first: Edition
    latest: Edition
    said: Said  # of the latest
    members: list[int] = field(default_factory=list)


Alike = Callable[[Sequence[Edition], Sequence[Edition]], list[tuple[float, int, int]]]
"""Which of the first may be the same as which of the second, and how sure that is: (how sure, place, place)."""


def follow(editions: Iterable[Edition], alike: Alike | None = None, kind: str = "risk") -> dict[int, str]:
    """The key of each risk (or what `kind` calls it) of one series, by record. Depends on the editions alone, not on their order."""
    ordered = sorted(editions, key=lambda e: (e.as_of is None, e.as_of or "", e.register_id, e.record_id))
    lines: list[Line] = []
    met: dict[
        tuple[tuple[Said, ...], ...], dict[int, int]
    ] = {}  # editions repeat each other: each is compared with the lines once
    for _, group in groupby(ordered, key=lambda e: (e.as_of, e.register_id)):
        edition = list(group)
        asked = (tuple([risk.said for risk in edition]), tuple([line.said for line in lines]))
        placed = met.get(asked)
        if placed is None:
            placed = met[asked] = _placed((alike or _alike)(edition, [line.latest for line in lines]))
        _carry_on(edition, lines, placed)
    return _named(lines, kind)


def _placed(pairs: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Which risk of an edition continues which line, the likeliest pairs first."""
    placed: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in placed and j not in taken:
            placed[i] = j
            taken.add(j)
    return placed


def _carry_on(edition: Sequence[Edition], lines: list[Line], placed: Mapping[int, int]) -> None:
    """Puts the risks of one edition on the lines they continue; the rest begin lines."""
    for i, risk in enumerate(edition):
        if i in placed:
            line = lines[placed[i]]
        else:
            line = Line(risk, risk, risk.said)
            lines.append(line)
        line.latest, line.said = risk, risk.said
        line.members.append(risk.record_id)


def _alike(later: Sequence[Edition], earlier: Sequence[Edition]) -> list[tuple[float, int, int]]:
    """Which of `later` may be the same risk as which of `earlier`, and how sure that is."""
    if not earlier:
        return []
    titles = [[risk.title.casefold() if risk.title else "" for risk in group] for group in (later, earlier)]
    refs = [[slug(risk.ref) if risk.ref else None for risk in group] for group in (later, earlier)]
    likeness = process.cdist(*titles, scorer=fuzz.token_sort_ratio, score_cutoff=SAME_REF).tolist()
    found: list[tuple[float, int, int]] = []
    for i, row in enumerate(likeness):
        for j, alike in enumerate(row):
            same_ref = refs[0][i] is not None and refs[0][i] == refs[1][j]
            if not titles[0][i] or not titles[1][j]:
                sure = _NO_TITLE if same_ref else 0.0
            elif same_ref:
                sure = alike + _REF_TELLS if alike else 0.0
            else:
                sure = alike if alike >= SAME_TITLE else 0.0
            if sure:
                found.append((sure, i, j))
    return found


def _named(lines: Sequence[Line], kind: str) -> dict[int, str]:
    """Keys for people to read: the series, then the reference or the title of the first edition."""
    named: dict[int, str] = {}
    used: dict[str, int] = {}
    for line in lines:
        first = line.first
        base = f"{first.series}:{slug(first.ref or first.title or kind)[:40]}"
        times = used[base] = used.get(base, 0) + 1
        key = base if times == 1 else f"{base}~{times}"
        named.update(dict.fromkeys(line.members, key))
    return named


def follow_risks(connection: Connection, series: Iterable[str]) -> None:
    """Writes the keys of all risks of some series. For the transaction that changed these series."""
    for name in sorted(set(series)):
        editions = _editions(connection, name)
        known = {edition.record_id: key for edition, key in editions}
        changed = [
            {"record": record, "key": key}
            for record, key in follow(edition for edition, _ in editions).items()
            if known[record] != key
        ]
        if changed:
            place = sa.update(Risk).where(Risk.record_id == sa.bindparam("record"))
            connection.execute(place.values(risk_key=sa.bindparam("key")), changed)


def _editions(connection: Connection, series: str) -> list[tuple[Edition, str | None]]:
    query = (
        sa.select(
            Risk.record_id, Register.record_id, Register.as_of, Risk.ref,
            sa.func.coalesce(Risk.title, Risk.description), Risk.risk_key,
        )
        .join(Register, Register.record_id == Risk.register_id)
        .join(RecordRow, RecordRow.record_id == Risk.record_id)
        .where(Register.series == series, RecordRow.view.is_not(None))
    )  # fmt: skip
    return [
        (Edition(record_id, register_id, series, as_of, ref, title), key)
        for record_id, register_id, as_of, ref, title, key in connection.execute(query)
    ]

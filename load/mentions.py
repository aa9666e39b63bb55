"""Who is named in a paper, and as which person.

A person is known by the full name, folded (case, accents, punctuation): the same full name is the same person in all
papers. A name of initials and a surname is one person within one body only, a first name alone within one paper only.
Names in fields that may hold a post as well (authors, leads) count where the paper names the same person elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from load.keys import slug
from load.wholes import Row

_NAMED = {
    "risks": ("owners",),
    "risk_actions": ("owners",),
    "owner_keys": ("name",),
    "meetings": ("chair",),
    "attendance": ("person",),
    "votes": ("proposer", "seconder", "votes_for_names", "votes_against_names", "abstentions_names"),
    "minute_actions": ("owners",),
    "tracked_actions": ("owners",),
}
_NAMED_OR_POST = {"reports": ("authors", "presented_by"), "kpis": ("lead",), "deliverables": ("lead",)}
_DATES = {"risks": "as_of", "risk_actions": "as_of", "reports": "meeting_date"}
_BODIES = {"risks": "organisation", "risk_actions": "organisation", "reports": "organisation"}
_INITIALS = re.compile(r"(?:[A-Z]\.? ?)+")
_NOT_IN_NAMES = re.compile(r"[\d/&@:]")
_GROUP = re.compile(  # groups stand where people own an action; they are printed names, and no person's
    r"\b(all|any|board|committee|council|councillors|department|directorate|directors|everyone|executive|group|leads?"
    r"|managers?|members|office|officers?|panel|partners|service|services|staff|team|teams|trustees|tbc|tbd)\b",
    re.IGNORECASE,
)

SURE_OF_FULL_NAME, SURE_OF_INITIALS, SURE_OF_ONE_NAME = 0.95, 0.7, 0.6
"""The chance that two mentions of one person are: of a full name, of initials and surname, of one name alone."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in one field of a row."""

    row: Row
    field: str
    position: int  # from 1
    person_id: str
    name: str
    initials: str | None
    role: str | None
    seen: str | None
    confidence: float


def mentions(rows: Iterable[Row], sha256: str) -> Iterator[Mention]:
    """All people named in the shown rows of one paper."""
    doubtful: list[Mention] = []
    met: set[str] = set()
    for row in rows:
        if row.implied:
            continue
        if row.view.name in _NAMED:
            for mention in _of_row(row, _NAMED, sha256):
                met.add(mention.person_id)
                yield mention
        elif row.view.name in _NAMED_OR_POST:
            doubtful.extend(_of_row(row, _NAMED_OR_POST, sha256))
    yield from (mention for mention in doubtful if mention.person_id in met)


def _of_row(row: Row, columns: dict[str, tuple[str, ...]], sha256: str) -> Iterator[Mention]:
    for column in columns.get(row.view.name, ()):
        text = row.values.get(column)
        if not isinstance(text, str):
            continue
        names = [name.strip() for name in text.split(";")]
        initials, body = _initials(row, column, len(names)), _body(row)
        for position, name in enumerate(names, start=1):
            known = _person(name, body, sha256)
            if known is not None:
                role = _told(row, "role") if row.view.name == "attendance" else None
                yield Mention(row, column, position, known[0], name, initials[position - 1], role, _date(row), known[1])


def _person(name: str, body: str | None, sha256: str) -> tuple[str, float] | None:
    """The person behind a name and how sure that is; None where the name is no person's."""
    words = slug(name).split("-")
    if not words[0] or _NOT_IN_NAMES.search(name) or len(name.split()) > 5 or _GROUP.search(name):
        return None
    if name.isupper() and max(map(len, words)) < 4:
        return None  # initials that no key resolves
    if " " not in name:
        return (f"{words[0]}@{sha256[:8]}", SURE_OF_ONE_NAME) if len(words[0]) > 1 else None
    first = name.rsplit(" ", 1)[0]
    if _INITIALS.fullmatch(first):
        return f"{'-'.join(words)}@{slug(body) if body else sha256[:8]}", SURE_OF_INITIALS
    return "-".join(words), SURE_OF_FULL_NAME


def _initials(row: Row, column: str, count: int) -> list[str | None]:
    """The initials of each name of a field, where as many are printed as there are names."""
    if row.view.name == "owner_keys":
        return [_told(row, "initials")] * count
    printed = _told(row, "owner_initials") if column == "owners" else None
    cut = [part.strip() for part in re.split(r"[;/,&]", printed)] if printed else []
    return [*cut] if len(cut) == count else [None] * count


def _date(row: Row) -> str | None:
    return _first(row, _DATES.get(row.view.name, "meeting_date"))


def _body(row: Row) -> str | None:
    return _first(row, _BODIES.get(row.view.name, "body"))


def _first(row: Row, column: str) -> str | None:
    """What the row says in a column, or one of the wholes it belongs to."""
    told = _told(row, column)
    if told is not None:
        return told
    for whole in row.wholes.values():
        if whole is not None:
            told = _first(whole, column)
            if told is not None:
                return told
    return None


def _told(row: Row, column: str) -> str | None:
    value = row.value(column)
    return value if isinstance(value, str) else None

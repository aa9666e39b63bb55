"""Which action log a line stands in: its body, its title and its date, from the paper that holds it and the meeting it is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from load.keys import slug
from load.values import clean
from load.wholes import Row
from models.document import Claimed
from models.record import Scalar
from models.section import Paper, Paragraph

_OF_ACTIONS = re.compile(r"\bactions?\b|\bmatters arising\b|\blog\b|\btracker\b", re.IGNORECASE)
_MEETS = re.compile(r"\b(?:committee|panel|board|cabinet|forum|group|commission|governors)\b", re.IGNORECASE)
_LONGEST_TITLE = 140  # characters
_OPENING = 5  # paragraphs of a paper in which its title may stand


class _Log(NamedTuple):
    body: str | None
    title: str | None
    as_of: str | None


def assign_logs(rows: Sequence[Row], claims: Iterable[Claimed], dated: Mapping[int, str]) -> None:
    """Gives each line of a log the values by which it finds the log as its whole. `dated`: paper -> date at its head.

    What a line says of its log itself (the date printed over its table) stands.
    """
    lines = [row for row in rows if row.view.name == "tracked_actions"]
    if not lines:
        return
    meetings = [row for row in rows if row.view.name == "meetings"]
    logs = sorted(
        (claim.section for claim in claims if claim.family == "tracker"), key=lambda section: section.first_page
    )
    found = [(section, _log(section.paper, section.heading, meetings, dated)) for section in logs]
    for line in lines:
        page = _page(line)
        around = [log for section, log in found if section.first_page <= page <= section.last_page]
        if around:
            told = zip(("log_body", "log_title", "log_as_of"), around[-1], strict=True)
            for name, value in told:
                if value is not None:
                    line.values.setdefault(name, value)


def _log(paper: Paper, heading: Paragraph | None, meetings: Sequence[Row], dated: Mapping[int, str]) -> _Log:
    """The log of a section. A pack's log is that of the meeting for which the pack was made, the first in it, unless minutes or an
    agenda stand in the very paper that holds the log."""
    own = [m for m in meetings if paper.first_page <= _page(m) <= paper.last_page]
    held = next(iter(own or meetings), None)
    body = held.values.get("body") if held is not None else None
    if not own and paper.organisation is not None and _is_anothers(paper.organisation.text, body):
        held, body = None, None  # bound with papers of other bodies
    if body is None and paper.organisation is not None:
        body = clean(paper.organisation.text)
    days = (
        own[0].values.get("meeting_date") if own else None,
        dated.get(paper.number),
        held.values.get("meeting_date") if held is not None else None,
    )
    as_of = max((str(day) for day in days if day is not None), key=len, default=None)  # the first of the most precise
    return _Log(str(body) if body is not None else None, _title(paper, heading), as_of)


def _is_anothers(named: str, body: Scalar) -> bool:
    """Whether a body that meets is named at the head of a log, and is not the one whose papers the log is bound with."""
    one, other = slug(named), slug(str(body)) if body is not None else ""
    return _MEETS.search(named) is not None and other not in one and one not in other


def _title(paper: Paper, heading: Paragraph | None) -> str | None:
    """The text at the head of the paper that calls it a log of actions, else the paper's title."""
    texts = [p.text for p in (heading, paper.title, *paper.opening[:_OPENING]) if p is not None]
    named = [text for text in texts if len(text) <= _LONGEST_TITLE and _OF_ACTIONS.search(text)]
    return next((clean(text) for text in (*named, *texts)), None)


def _page(row: Row) -> int:
    """The page on which a row begins, as printed; 0 where none of its words is on paper."""
    return min((word.page for item in row.record.printed.fields.values() for word in item.words), default=0)

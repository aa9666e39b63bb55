"""Who is to act and by when, where labels behind an action say it: `… Lead: JB / KL  Due: 3 May`, in any order, or on lines below."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from models.late import late

Span = tuple[int, int]
_OWNER = (
    r"(?:action\s+|lead\s+|responsible\s+)?(?:owners?|leads?|lead\s+officer|responsible|responsibility|assigned\s+to|assignee|by\s+whom|who|officer"
    r"|person\s+responsible)"
)
_DUE = (
    r"(?:due(?:\s+(?:date|by))?|deadline|by\s+when|when|timescales?|time\s?frame|target(?:\s+date)?|completion(?:\s+date)?"
    r"|complete\s+by|review\s+date)"
)
_ASIDE = r"(?:status|priority|rag|progress)"  # told of an action, and no part of its words
_LABEL = late(
    rf"(?:^|(?<=[\s.;,|(\[–—-]))(?P<open>[(\[|–—-]\s*)?(?P<label>(?P<owner>(?i:{_OWNER}))|(?P<due>(?i:{_DUE}))|(?P<aside>(?i:{_ASIDE})))"
    r"\s*(?P<sign>:|=|\s[–—-](?=\s))\s*"
)
_LONGEST = 90  # characters of who, or of when
_EDGES = " \t,;|–—-/."


@dataclass(frozen=True, slots=True)
class Labelled:
    """Where the action ends in a text, and who and when stand behind it. `opened`: the label whose value stands in the next piece."""

    end: int
    owner: Span | None
    due: Span | None
    opened: str | None


def labelled_parts(text: str, start: int = 0) -> Labelled | None:
    """The labelled parts at the end of a text; None where none stand there."""
    found = list(_LABEL.finditer(text, start))
    while found and not (found[0]["label"][0].isupper() and _is_tail(text, found)):
        found.pop(0)
    if not any(m["owner"] or m["due"] for m in found):
        return None
    ends = [m.start() for m in found[1:]] + [len(text)]
    if (found[0]["open"] or "").strip() in {"(", "["}:
        ends[-1] = _bracket_end(text, found[-1].end())
    spans = [_trimmed(text, m.end(), end) for m, end in zip(found, ends, strict=True)]
    owner = next((s for m, s in zip(found, spans, strict=True) if m["owner"] and s[1] > s[0]), None)
    due = next((s for m, s in zip(found, spans, strict=True) if m["due"] and s[1] > s[0]), None)
    opened = _kind(found[-1]) if spans[-1][1] <= spans[-1][0] else None
    return Labelled(found[0].start(), owner, due, opened)


def _bracket_end(text: str, start: int) -> int:
    """Where the bracket closes that opened before a place; the end of the text where it does not."""
    depth = 0
    for i in range(start, len(text)):
        depth += (text[i] in "([") - (text[i] in ")]")
        if depth < 0:
            return i
    return len(text)


def _is_tail(text: str, found: list[re.Match[str]]) -> bool:
    """Whether from the first of some labels on there is nothing but labels with short values, each label once."""
    kinds = [_kind(m) for m in found]
    ends = [b.start() for _, b in pairwise(found)] + [len(text)]
    short = all(end - m.end() <= _LONGEST for m, end in zip(found, ends, strict=True))
    return short and len(set(kinds)) == len(kinds)


def _kind(match: re.Match[str]) -> str:
    return next(k for k in ("owner", "due", "aside") if match[k])


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and (text[end - 1] in _EDGES or _closes(text[start:end])):
        end -= 1
    return start, end


def _closes(value: str) -> bool:
    """Whether a value ends with a bracket that opened before it."""
    return any(value.endswith(close) and value.count(close) > value.count(one) for one, close in ("()", "[]"))

"""Values that are unlike what their column holds elsewhere in the same paper: the signs of a line, a column or a heading misread.

A rule of this module says that a value is to be looked at, not what would be right. It compares a record with its siblings (the records
of its view in one section), so that what a publisher does everywhere is no finding: only what is done nearly everywhere else.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from statistics import median

from models.record import Finding, Record
from normalise.document import Check, Context
from normalise.people import clean_name, kind_of

PEOPLE: Mapping[str, tuple[str, ...]] = {
    "attendance": ("person",),
    "meetings": ("chair",),
    "votes": ("proposer", "seconder"),
    "risks": ("owners",),
    "risk_actions": ("owners",),
    "tracked_actions": ("owners",),
    "minute_actions": ("owners",),
}
TEXTS: Mapping[str, tuple[str, ...]] = {
    "risks": ("title", "description", "cause", "impact"),
    "risk_actions": ("description",),
    "risk_controls": ("text",),
    "tracked_actions": ("action", "update_text"),
    "minutes": ("heading",),
    "minute_actions": ("action",),
    "kpis": ("kpi",),
    "deliverables": ("deliverable",),
}
SHORT: Mapping[str, tuple[str, ...]] = {
    "risks": ("ref", "title", "category"),
    "attendance": ("person", "role", "affiliation"),
    "minutes": ("heading",),
    "agenda_items": ("title",),
    "kpis": ("kpi", "section", "sub_objective", "lead"),
    "tracked_actions": ("ref",),
}
EXPECTED: Mapping[str, frozenset[str]] = {
    "risks": frozenset({"ref", "title", "owners", "owner_posts", "rating"})
    | {
        f"{stage}_{part}"
        for stage in ("gross", "current", "residual", "target")
        for part in ("likelihood", "impact", "score")
    },
    "risk_actions": frozenset({"description", "rag"}),
    "tracked_actions": frozenset({"ref", "action", "status", "rag"}),
    "minutes": frozenset({"number", "heading"}),
    "agenda_items": frozenset({"number", "title"}),
    "kpis": frozenset({"ref", "kpi", "current_text", "target_text", "rag"}),
    "deliverables": frozenset({"deliverable"}),
    "votes": frozenset({"motion", "proposer", "seconder", "carried"}),
}
NEARLY_ALL = 0.9  # share of the siblings that have what one has not
FEWEST = 8  # siblings, below which nothing is said about them
_LONGEST_NAME = 5  # words of a person's name
_FAR = 8  # times the usual length of its column a text may have
_TITLED = re.compile(r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame)\.? (?:[A-Z][\w.'’-]*\.? ?){1,4}")
_TAIL = re.compile(r"(?:\b(?:of|the|and|to|for|with|by|in|a|an|or|that|from|at|on|as|is|are|be|not)|[,(&/–])$")
_HEAD = re.compile(r"[a-z]{2,}|[,;).]")


def siblings(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Records of one view whose wholes are of one view too, in printed order."""
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        groups[record.view, record.parent.view if record.parent else ""].append(record)
    yield from groups.values()


def names_are_names(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """Where a person is expected, something stands that no person is called; a role that holds somebody's name."""
    for record in records:
        for field in PEOPLE.get(record.view, ()):
            for name in text_of(record, field).split("; "):
                if name and not _may_be_called(name, field == "owners"):
                    message = f"{name!r} stands where a person is named"
                    yield Finding("not a person's name", "warning", message, record, field, name)
        if record.view == "attendance":
            for field in ("role", "affiliation"):
                if _TITLED.fullmatch(text_of(record, field)):
                    message = f"the {field} of {text_of(record, 'person')} looks like another person: {text_of(record, field)!r}"
                    yield Finding("a person read as a role", "warning", message, record, field, text_of(record, field))


def rows_are_whole(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A column that is filled in nearly every row, and blank in this one."""
    for group in siblings(records):
        expected = EXPECTED.get(group[0].view)
        if expected is None or len(group) < FEWEST:
            continue
        filled = Counter(name for record in group for name in record.values)
        for name in sorted(expected & filled.keys()):
            count = filled[name]
            if NEARLY_ALL * len(group) <= count < len(group):
                for record in group:
                    if name not in record.values:
                        message = f"{name} is read in {count} of {len(group)} rows, and not in this one"
                        yield Finding("blank unlike the others", "warning", message, record, name)


def texts_are_whole(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A text that begins or ends in the middle of a sentence, where the others of its column do not."""
    for group in siblings(records):
        for field in TEXTS.get(group[0].view, ()):
            texts = [(record, text_of(record, field)) for record in group if field in record.values]
            cut = [(r, t) for r, t in texts if _HEAD.match(t) or _TAIL.search(t)]
            if not cut or len(cut) > (1 - NEARLY_ALL) * max(len(texts), FEWEST) + 1:
                continue
            for record, text in cut:
                message = f"{field} begins or ends in the middle of a sentence: {text[:30]!r} … {text[-30:]!r}"
                yield Finding("text seems cut", "warning", message, record, field, text)


def lengths_are_alike(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A text many times as long as those of its column: two cells, or a heading and what stands under it."""
    for group in siblings(records):
        for field in SHORT.get(group[0].view, ()):
            texts = [(record, text_of(record, field)) for record in group if field in record.values]
            if len(texts) < FEWEST // 2:
                continue
            usual = max(median(len(t) for _, t in texts), 8)
            for record, text in texts:
                if len(text) > _FAR * usual:
                    message = f"{field} has {len(text)} letters, where {usual:g} are usual in this paper"
                    yield Finding("text unlike the others", "warning", message, record, field, text)


@lru_cache(maxsize=4096)
def _may_be_called(name: str, post_too: bool) -> bool:
    """Whether somebody may be called so; `post_too`: or a post, a body, initials named in a person's place."""
    if post_too and kind_of(name) in {"initials", "post", "group", "people"}:
        return True
    words = clean_name(name).split()
    return (
        0 < len(words) <= _LONGEST_NAME
        and not any(c.isdecimal() for c in name)
        and words[0][:1].isupper()
        and words[-1][:1].isalpha()
        and clean_name(name) == name.strip()
    )


def text_of(record: Record, field: str) -> str:
    """The text that a record holds in a field; "" where it holds none."""
    value = record.values[field].value if field in record.values else None
    return value if isinstance(value, str) else ""


def told(rule: str, record: Record, field: str, text: str, what: str) -> Finding:
    """The warning that `text` was read in a field as `what` it hardly is."""
    return Finding(rule, "warning", f"{text!r} is read as {what}", record, field, text)


CHECKS: Sequence[Check] = (names_are_names, rows_are_whole, texts_are_whole, lengths_are_alike)

"""Actions: those recorded in minutes, and the lines of trackers and logs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from models.record import Field, Printed, Record, Value
from normalise.attendees import People, meeting_of, people_near, people_of
from normalise.dates import find_dates, first_date
from normalise.departments import is_department, is_post_over
from normalise.document import Context, Handler
from normalise.holders import holder_of
from normalise.inferred_dates import infer_date
from normalise.meetings import Values, minute_number, of_meeting, record_of, text_value
from normalise.owner_lines import owners_by_line, owners_by_titles, printed_lines
from normalise.owners import read_owners, split_posts
from normalise.people import is_initials, split_hard
from normalise.rag import read_rag
from normalise.vocabularies import fold, vocabulary

_ARTICLE = re.compile(r"^the\s+(?=\w)", re.IGNORECASE)
_ALSO = re.compile(r"\s*(?:;|/|,|&|\band\b|\+)\s*")
_SHORT = re.compile(r"[A-Z][A-Z][a-z]{1,2}")  # initials of two people alike, told apart: `JTe`
_COLOUR = re.compile(r"[RAGB]|(?:red|amber|green|blue|grey|yellow)(?:\s*[/-]\s*(?:red|amber|green))?", re.IGNORECASE)
_STATUS_HEAD = re.compile(r"^(?P<word>[A-Za-z][A-Za-z /-]{2,30}?)\s*(?:[:–—;.,(]|\s-\s|$)")


def minute_action(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:
    """One action of the minutes: who is to do what, by when."""
    fields = printed.fields
    values = of_meeting(parent) | minute_number(parent)
    values["action"] = text_value(fields["action"])
    if "ref" in fields:
        values["ref"] = Value(fields["ref"].text.strip(" .:()[]"), fields["ref"], fields["ref"].confidence)
    people = people_of(meeting_of(printed), context)
    if "owners" in fields:
        values |= owners(fields["owners"], people, bodies=True)
        values |= _who_hold(values.get("owner_posts"), people) if "owners" not in values else {}
    if "due_text" in fields:
        values |= due(fields["due_text"], values.get("meeting_date"))
    yield record_of(printed, values, parent)


def _who_hold(posts: Value | None, people: People) -> Values:
    """Those of the meeting who hold the posts that are to act, as its list of people says; {} where it does not of each."""
    held = [holder_of(post, people.roles) for post in str(posts.value).split("; ")] if posts is not None else []
    if posts is None or None in held:
        return {}
    return {"owners": Value("; ".join(filter(None, held)), posts.source, min(posts.confidence, 0.85))}


def owners(field: Field, people: People, bodies: bool) -> Values:
    """Owners and their initials. Full names where the paper tells whose the initials are.

    `bodies`: initials that are nobody's among known people are taken for a body's (`MoJ`) and kept as printed.
    """
    names: list[str] = []
    initials: list[str] = []
    posts: list[str] = []
    held: list[tuple[int, str | None]] = []  # who holds a post among names, and how many names stand before it
    sure = field.confidence
    if is_post_over(field.text):
        return {"owner_posts": Value(field.text.strip(" .;"), field, sure)}
    if is_department(field.text):
        return {"owners": Value(field.text.strip(" .;"), field, sure)}
    several = people.one_by_one(field.text) if " " in field.text else []
    lines = printed_lines(field) if " " in field.text else []
    for part in several or owners_by_titles(lines) or owners_by_line(lines) or _each(_ARTICLE.sub("", field.text)):
        part = part.strip(" .:()[]")
        part += ")" * (part.count("(") - part.count(")"))  # `Deputy Principal (Research)` keeps its bracket
        if not part:
            continue
        if part in people.key or is_initials(part) or _SHORT.fullmatch(part):
            name = people.resolve(part)
            if name is not None:
                names.append(name)
                initials.append(part)
            elif bodies and people.key:
                names.append(part)
                sure = min(sure, 0.8)
            else:
                initials.append(part)
            continue
        resolved = people.resolve(part) if people.names else None
        if resolved is not None:
            names.append(resolved)
            continue
        read = read_owners(part, people.key)
        if bodies and read.posts and not read.names:
            held.extend((len(names), holder_of(post, people.roles)) for post in read.posts)
        names.extend(read.names)
        posts.extend(read.posts)
        initials.extend(read.initials)
        sure = min(sure, read.confidence)
    holders = [(place, holder) for place, holder in held if holder is not None]
    if names and held and len(holders) == len(held):  # `Clerk to write; Cllr Orr to speak`: both act
        sure = min(sure, 0.85)
        for place, holder in reversed(holders):
            names.insert(place, holder)
    values: Values = {}
    if names:
        values["owners"] = Value("; ".join(dict.fromkeys(names)), field, sure)
    if initials:
        values["owner_initials"] = Value("; ".join(dict.fromkeys(initials)), field, sure)
    if posts:
        values["owner_posts"] = Value("; ".join(dict.fromkeys(posts)), field, sure)
    return values


def _each(told: str) -> Iterator[str]:
    """Those whom a cell lists. `Democratic and Scrutiny Officer` is one post, `A Smith and B Jones` are two people."""
    for listed in split_hard(told):
        parts = split_posts(listed) or _ALSO.split(listed)
        for part in parts:
            yield from _stacked(part)


def _stacked(listed: str) -> list[str]:
    """Initials that a narrow cell prints one below the other (`PS` over `RA`); else the text as it is."""
    parts = listed.split()
    return parts if len(parts) > 1 and all(len(p) > 1 and p.isupper() and is_initials(p) for p in parts) else [listed]


def due(field: Field, made: Value | None) -> Values:
    """A due date as printed, and as a date where its year is printed too; of several dates the first counts.

    A date without a year is `due_inferred_date`, marked by `due_inferred`, where the day of the meeting that `made` the action
    fixes the year.
    """
    values: Values = {"due_text": Value(field.text.rstrip(" .;,"), field, field.confidence)}
    date = first_date(field.text)
    if date is not None:
        several = len(list(find_dates(field.text))) > 1
        values["due_date"] = Value(date, field, min(field.confidence, 0.85 if several else 1.0))
    elif made is not None and (inferred := infer_date(field.text, str(made.value))) is not None:
        values["due_inferred_date"] = Value(inferred, field, field.confidence)
        values["due_inferred"] = Value(True, field, field.confidence)
    return values


def tracked_action(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:
    """One line of a tracker. Its status is what its own column says, else its update, its heading, its colour."""
    fields = printed.fields
    values: Values = {}
    for column in ("ref", "minute_number", "raised", "action", "update_text"):
        if column in fields:
            values[column] = text_value(fields[column])
    for column in ("ref", "minute_number"):
        if column in fields and "/ " in fields[column].text:  # `QC/` over `25/11` in a narrow column
            values[column] = replace(values[column], value=re.sub(r"(?<=\w/)\s+(?=\d)", "", fields[column].text))
    apart = "status_column" in printed.context and "status" in fields and status_word(fields["status"].text) is not None
    coloured = "status" in fields and _COLOUR.fullmatch(fields["status"].text.strip()) is not None
    if "update_text" not in fields and "status" in fields and not (apart or coloured):
        values["update_text"] = text_value(fields["status"])
    if "raised" in fields and (date := first_date(fields["raised"].text)):
        values["raised_date"] = Value(date, fields["raised"], fields["raised"].confidence)
    dated = printed.context.get("log_dated")
    if dated is not None and (day := first_date(dated.text)):
        values["log_as_of"] = Value(day, dated, dated.confidence)
    if "owners" in fields:
        values |= owners(fields["owners"], people_near(printed, context), bodies=False)
    if "due_text" in fields:
        values |= due(fields["due_text"], values.get("raised_date"))
    rag = fields.get("rag")
    if rag is not None:
        found = read_rag(rag.text, rag.fill)
        if found.colour is not None:
            values["rag"] = Value(found.colour, rag, min(found.confidence, rag.confidence))
    if (
        (apart or coloured)
        and "rag" not in values
        and (found := read_rag(fields["status"].text, None)).colour is not None
    ):
        values["rag"] = Value(found.colour, fields["status"], min(found.confidence, 0.85))
    status = _status(printed, values)
    if status is not None:
        values["status"] = status
    yield record_of(printed, values, parent)


def _status(printed: Printed, values: Values) -> Value | None:
    """Outstanding or completed, by the nearest thing that says so."""
    fields = printed.fields
    for name, sure in (("status", 0.97), ("rag", 0.9)):
        field = fields.get(name)
        said = status_word(field.text) if field is not None else None
        if field is not None and said is not None:
            return Value(said, field, sure)
    heading = printed.context.get("status_heading")
    update = fields.get("update_text")
    by_heading = heading_status(heading.text) if heading is not None else None
    by_update = status_word(update.text) if update is not None else None
    if by_update is not None and update is not None and fold(update.text) in vocabulary("action_status"):
        return Value(by_update, update, 0.95 if by_heading in {None, by_update} else 0.75)
    colour = values.get("rag")
    if by_heading == "outstanding" and colour is not None and colour.value == "blue" and "rag" in fields:
        return Value("completed", colour.source, 0.75)  # done since, and still listed among what was outstanding
    if by_heading == "outstanding" and by_update == "completed" and update is not None:
        return Value("completed", update, 0.75)
    if by_heading is not None and heading is not None:
        agrees = by_update in {None, by_heading}
        return Value(by_heading, heading, 0.95 if agrees else 0.7)
    if by_update is not None and update is not None:
        return Value(by_update, update, 0.9)
    if update is not None and _UNDONE.match(update.text):
        return Value("outstanding", update, 0.78)
    if colour is not None:
        sure = 0.75 if colour.value == "green" else 0.85  # on track, by the contract; some logs mean that it is done
        return Value("completed" if colour.value == "blue" else "outstanding", colour.source, sure)
    return Value("outstanding", None, 0.7) if heading is None and update is None else None


# How an update begins that tells of something not done: `To be included in the next report`, `Awaiting the allocations`.
_UNDONE = re.compile(
    r"(?:to (?:be|follow|come)|awaiting|on hold|in progress|pending|tbc|ongoing|not yet|will (?:be|follow)|yet to"
    r"|work (?:is )?(?:under ?way|continu\w+))\b",
    re.IGNORECASE,
)


def status_word(text: str) -> str | None:
    """The status that a word, or the word before a colon or dash, stands for; None where it is not known."""
    known = vocabulary("action_status")
    folded = fold(text)
    if folded in known:
        return known[folded]
    match = _STATUS_HEAD.match(text)
    return known.get(fold(match["word"])) if match else None


def heading_status(text: str) -> str | None:
    """The status of all lines under a heading such as `Completed actions` or `Closed since the March meeting`."""
    folded = fold(text)
    for word in re.findall(r"[a-z]+(?: [a-z]+)?", folded):
        for part in (word, *word.split()):
            if part in {"completed", "complete", "closed", "done", "discharged", "finished"}:
                return (
                    None
                    if re.search(r"\b(?:not|to be|yet to be)\s+\w*\s*(?:completed?|closed)", folded)
                    else "completed"
                )
            if part in {
                "outstanding",
                "open",
                "ongoing",
                "current",
                "live",
                "new",
                "carried forward",
                "in progress",
                "active",
            }:
                return "outstanding"
    return None


HANDLERS: Mapping[str, Handler] = {"minute_actions": minute_action, "tracked_actions": tracked_action}

"""Meetings, who attended, their minutes and resolutions: printed records -> records with their meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from models.record import Field, Finding, Printed, Record, Value
from normalise.attendees import full_name, meeting_of, people_of, times_listed
from normalise.clock import read_time
from normalise.dates import first_date
from normalise.document import Context, Handler
from normalise.mentions import Mentions, cited_minutes
from normalise.outcomes import outcome_of

Values = dict[str, Value]


def text_value(field: Field) -> Value:
    """A field's printed text as its value."""
    return Value(field.text, field, field.confidence)


def of_meeting(parent: Record | None, *names: str) -> Values:
    """Columns that a part takes over from its meeting or minute, with their sources."""
    if parent is None:
        return {}
    wanted = names or ("body", "meeting_date")
    return {name: parent.values[name] for name in wanted if name in parent.values}


def record_of(printed: Printed, values: Mapping[str, Value], parent: Record | None) -> Record:
    """A record whose confidence is that of its weakest value."""
    kept = {k: v for k, v in values.items() if v.value is not None and v.value != ""}
    confidence = min([printed.confidence, *(v.confidence for v in kept.values())], default=1.0)
    return Record(printed.view, kept, printed, parent, confidence)


def meeting(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """One meeting: body, date, times, place, chair."""
    fields = printed.fields
    values: Values = {}
    if "body" in fields:
        values["body"] = Value(fields["body"].text.strip(" .,:;–-"), fields["body"], fields["body"].confidence)
    if "meeting_date" in fields and (date := first_date(fields["meeting_date"].text)):
        values["meeting_date"] = Value(date, fields["meeting_date"], fields["meeting_date"].confidence)
    end = fields.get("end_time")
    for name in ("start_time", "end_time"):
        field = fields.get(name)
        found = read_time(field.text, end.text if end is not None and name == "start_time" else None) if field else None
        if field is not None and found is not None:
            values[name] = Value(found[0], field, min(found[1], field.confidence))
    if "venue" in fields:
        values["venue"] = Value(fields["venue"].text.strip(" .,:;–-"), fields["venue"], fields["venue"].confidence)
    if "chair" in fields:
        known = people_of(printed, context)
        names = []
        for printed_name in fields["chair"].text.split("; "):  # two may have led it together
            name = full_name(printed_name)
            names.append(name if name in known.names else known.resolve(printed_name) or name)
        name = "; ".join(names)
        values["chair"] = Value(name, fields["chair"], fields["chair"].confidence if " " in name else 0.75)
    record = record_of(printed, values, None)
    if "meeting_date" not in values:
        context.findings.append(Finding("meeting without a date", "info", "no date of this meeting was found", record))
    yield record


def attendee(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:
    """One person at, or away from, a meeting. Who is listed as present under the very name that sent apologies was away."""
    person = printed.fields["person"]
    values = of_meeting(parent)
    if "body" in printed.fields:
        values["body"] = text_value(printed.fields["body"])
    if "meeting_date" in printed.fields:  # a line of a grid says itself of which meeting it is
        date = first_date(printed.fields["meeting_date"].text)
        values["meeting_date"] = Value(date, printed.fields["meeting_date"], printed.fields["meeting_date"].confidence)
    name = full_name(person.text)
    values["person"] = Value(name, person, person.confidence)
    for column in ("role", "affiliation"):
        if column in printed.fields:
            values[column] = text_value(printed.fields[column])
    if "role" not in values and (role := _role(printed, parent, name, context)) is not None:
        values["role"] = role
    status = printed.fields["status"]
    meaning = status.note or "present"
    if meaning == "absent":  # neither there nor excused: the view has no place for that
        message = f"{name} was absent without apologies"
        context.findings.append(Finding("absent without apologies", "info", message, parent, page=_page(person)))
        return
    values["status"] = Value(meaning, status, status.confidence)
    record = record_of(printed, values, parent)
    if meaning == "present" and _sent_apologies(printed, name, context):
        return
    if meaning == "apologies" and _listed_present(printed, name, context):
        message = f"{name} is listed as present and sent apologies"
        context.findings.append(
            Finding("present and in apologies", "warning", message, record, "status", "apologies", "present")
        )
    yield record


def _page(field: Field) -> int | None:
    return field.words[0].page if field.words else None


def _role(printed: Printed, parent: Record | None, name: str, context: Context) -> Value | None:
    """A role that is printed elsewhere: the chair's in the head of the paper, or a title that the list uses as a role."""
    chair = parent.values.get("chair") if parent is not None else None
    if chair is not None and chair.value == name and chair.source is not None and chair.source.note:
        return Value(chair.source.note, chair.source, 0.9)
    title = printed.fields["person"].text.split()[0]
    used = people_of(meeting_of(printed), context).roles_used
    return Value(title, printed.fields["person"], 0.8) if title in used and title != name.split(maxsplit=1)[0] else None


def _same(printed: Printed, name: str, status: str, context: Context) -> bool:
    """Whether the same meeting has the same name under another status, once only on either side."""
    own = meeting_of(printed)
    if own is None or "meeting_date" in printed.fields:
        return False
    return " " in name and times_listed(own, name, status, context) == 1


def _sent_apologies(printed: Printed, name: str, context: Context) -> bool:
    return _same(printed, name, "apologies", context)


def _listed_present(printed: Printed, name: str, context: Context) -> bool:
    return _same(printed, name, "present", context)


def minute(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:
    """One headed item of the minutes."""
    values = of_meeting(parent)
    for column in ("number", "agenda_ref", "heading", "text"):
        if column in printed.fields:
            values[column] = text_value(printed.fields[column])
    text = printed.fields.get("text")
    if text is not None:
        speakers = _speakers(printed, text.text, context)
        if speakers:
            values["people"] = Value("; ".join(speakers), text, 0.85)
        cited = cited_minutes(text.text)
        if cited:
            values["cites"] = Value("; ".join(cited), text, 0.9)
    yield record_of(printed, values, parent)


def _speakers(printed: Printed, text: str, context: Context) -> list[str]:
    """Who speaks in a minute, of those its meeting lists."""
    meeting_printed = meeting_of(printed)
    people = people_of(meeting_printed, context)
    if not people.names:
        return []
    known = context.cache.setdefault("mentions", {})
    assert isinstance(known, dict)
    finder = known.get(id(meeting_printed))
    if not isinstance(finder, Mentions):
        finder = Mentions(people, _texts_of_minutes(context).get(id(meeting_printed), ()))
        known[id(meeting_printed)] = finder
    return finder.speakers(text)


def _texts_of_minutes(context: Context) -> Mapping[int, Sequence[str]]:
    """Identity of a meeting (of None too) -> the texts of its minutes, worked out once a document."""
    known = context.cache.get("texts of minutes")
    if isinstance(known, dict):
        return known
    found: dict[int, list[str]] = {}
    for printed in context.printed:
        if printed.view == "minutes" and "text" in printed.fields:
            found.setdefault(id(meeting_of(printed)), []).append(printed.fields["text"].text)
    context.cache["texts of minutes"] = found
    return found


def minute_number(parent: Record | None) -> Values:
    """The number of the minute that a part stands under."""
    number = parent.values.get("number") if parent is not None else None
    return {"minute_number": number} if number is not None else {}


def resolution(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """One resolution, its outcome read from its main verb."""
    values = of_meeting(parent) | minute_number(parent)
    text = printed.fields["text"]
    if "label" in printed.fields:
        values["label"] = text_value(printed.fields["label"])
    values["text"] = text_value(text)
    lead = printed.context.get("lead_in")
    outcome = outcome_of(text.text, lead.text if lead is not None else None)
    values["outcome"] = Value(outcome.name, text, outcome.confidence)
    yield record_of(printed, values, parent)


HANDLERS: Mapping[str, Handler] = {
    "meetings": meeting,
    "attendance": attendee,
    "minutes": minute,
    "resolutions": resolution,
}

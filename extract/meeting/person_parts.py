"""One person as a line or list tells of them, and what each part behind the name says: a post, initials, the body they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.meeting.initials import INITIALS, fits
from extract.meeting.name_spans import Range, trim
from extract.meeting.names import has_role, is_body, is_field_of_work, is_honours
from extract.meeting.offices import CAME_BY, is_second_post, takes_field
from extract.meeting.presence import says_how

_BODY_BEHIND = re.compile(r",\s*(?P<body>[A-Z][A-Z&]{1,7})$")
_WHOLE_BODY = re.compile(r",\s*(?P<body>[A-Z][\w’'&.-]+(?:\s[\w’'&.-]+){1,6})$")
_OFFICE = re.compile(r"Office of (?:the )?[A-Z]")  # of somebody, and so a body: `Office of the Harbour Commissioner`
_INITIALS_BEHIND = re.compile(r"\s*[(\[](?P<own>[A-Z][A-Za-z.]{1,5})[)\]]$")
_CHAIRS = re.compile(r"(?:(?:Vice|Deputy|Acting)[- ])?(?:Chair(?:man|woman|person)?|President)", re.IGNORECASE)
_CHAIR_OF = re.compile(
    r"(?:(?:Vice|Deputy)[- ])?Chair(?:man|woman|person)?,\s*(?P<body>[A-Z][\w’'& -]{2,40})$"
)  # `(Chair, Orrell)`


@dataclass(frozen=True, slots=True)
class Person:
    """One person in a text: where the name, the role and the affiliation stand. `sure` is the chance that it is a person at all."""

    name: Range
    role: Range | None = None
    affiliation: Range | None = None
    initials: Range | None = None
    role_text: str | None = None  # where the role is printed once for several: `Councillors` is each one's `Councillor`
    sure: float = 0.95


def with_part(text: str, person: Person, part: Range, organisation: bool) -> Person:
    """The person with what a part behind the name says; `organisation`: it is the body the person comes from, whatever its words."""
    printed = part.of(text)
    behind = _INITIALS_BEHIND.search(printed) if printed[-1:] in {")", "]"} and person.initials is None else None
    if behind is not None and behind.start() and fits(behind["own"], person.name.of(text)):
        own_place = Range(part.start + behind.start("own"), part.start + behind.end("own"))
        part = Range(part.start, part.start + behind.start())  # `Clerk (minutes) (AB)`
        return with_part(text, replace(person, initials=own_place), part, organisation)
    own = text[part.start - 1 : part.start] in {"(", "["} and INITIALS.fullmatch(printed) is not None
    if own and person.initials is None and fits(printed, person.name.of(text)):
        return replace(person, initials=part)  # `Max Carr (MC)` has no cross
    if not any(c.isalnum() for c in printed) or is_honours(printed) or printed.startswith(("and ", "& ")):
        return person
    if says_how(printed):
        return person
    honour, _, behind_it = printed.partition(" ")
    if behind_it and is_honours(honour) and says_how(behind_it):
        return person  # `MBE    until 11.10 am, Item 11`, behind a wide space
    if re.match(r"(?:sub(?:stitut\w*)?\s+|deputising\s+|proxy\s+)?for\s+[A-Z]", printed, re.IGNORECASE):
        return person  # in whose place
    dash = re.search(r"\s[–—-]\s", printed)
    of_field = dash is not None and is_field_of_work(printed[: dash.start()])  # `Housing – Team Leader` is all a post
    ahead = dash is not None and not of_field and not has_role(printed[: dash.start()])
    if dash and ahead and has_role(printed[dash.end() :]):  # `Firm – External Auditor`
        person = with_part(text, person, Range(part.start + dash.end(), part.end), organisation)
        return with_part(text, person, Range(part.start, part.start + dash.start()), organisation)
    if printed.startswith("the ") and has_role(printed) and not organisation:  # `A Smith, the clerk`
        return with_part(text, person, Range(part.start + len("the "), part.end), organisation)
    if not organisation and person.role is None and CAME_BY.match(printed):
        return replace(person, role=part)
    if not organisation and printed[0].islower() and not has_role(printed):
        return person  # why somebody was away, who else came
    first, comma, _ = printed.partition(",")
    if comma and person.initials is None and INITIALS.fullmatch(first) and fits(first, person.name.of(text)):
        person = replace(person, initials=Range(part.start, part.start + len(first)))
        return with_part(text, person, trim(text, part.start + len(first) + 1, part.end), organisation)
    if INITIALS.fullmatch(printed) and fits(printed, person.name.of(text)):
        return replace(person, initials=part)
    if not organisation and has_role(printed) and person.role is None:
        body = _BODY_BEHIND.search(printed) or _CHAIR_OF.match(printed) or _WHOLE_BODY.search(printed)
        # `(Chief Executive, NPA)`, `(Director of Housing, Anyshire Council)`
        post = printed[: body.start("body")].rstrip(" ,") if body is not None else ""
        office = body is not None and _OFFICE.match(body["body"]) is not None
        named = body is not None and (body.re is not _WHOLE_BODY or office or is_body(body["body"]))
        if body is not None and named and has_role(post) and (office or not has_role(body["body"])):
            whose = Range(part.start + body.start("body"), part.end)
            return replace(
                person, role=Range(part.start, part.start + len(post)), affiliation=person.affiliation or whose
            )
        return replace(person, role=part)
    role = None if organisation else person.role
    if role is not None and role.end <= person.name.start and _CHAIRS.fullmatch(printed):
        return replace(person, role=part)  # `Supervisor A Smith, Chair`
    if role is not None and _bracketed(text, role, part) and (has_role(printed) or is_field_of_work(printed)):
        return replace(person, role=Range(role.start, part.end + 1))  # `Executive Assistant (Recorder)`
    if (
        role is not None
        and takes_field(role.of(text), text[role.end : part.start], printed)
        and person.affiliation is None
    ):
        return replace(person, role=Range(role.start, part.end))  # `Director of Services, Housing and Community`
    if role is not None and _notes_part(text, role) and is_second_post(text[role.end + 1 : part.start], printed):
        return replace(person, role=part)  # `(Minutes), Assistant Secretary`
    if role is not None and is_second_post(text[role.end : part.start], printed) and person.affiliation is None:
        return replace(person, role=Range(role.start, part.end))  # `Solicitor, Clerk to the Committee`
    if person.affiliation is None:
        # `Head of Scrutiny and Committee Services, BCC`; a part without a word for a role is where the person comes from
        return replace(person, affiliation=part)
    return person


def _notes_part(text: str, role: Range) -> bool:
    """Whether a role is a note in brackets of the part that somebody takes in the meeting, and a post follows: `(Minutes), Clerk`."""
    return (
        text[role.start - 1 : role.start] == "("
        and text[role.end : role.end + 1] == ")"
        and not _CHAIRS.fullmatch(role.of(text))
        and " " not in role.of(text)
    )


def _bracketed(text: str, role: Range, part: Range) -> bool:
    """Whether a part stands in brackets right behind a role."""
    return text[role.end : part.start].strip() in {"(", "["} and part.end < len(text) and text[part.end] in ")]"

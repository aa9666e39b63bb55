"""Posts with their holders among people listed in other ways: `Bursar (Mr A Orr), Ms B Ito, Registrar (Records) (Dr C Lake)`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.name_spans import Range, parts_behind, trim
from extract.meeting.names import has_role, is_name, title_end
from extract.meeting.person_parts import Person, with_part
from extract.meeting.posts_first import is_post

_BRACKETED = re.compile(r"\(([^()]*)\)")


def holder_in(text: str, part: Range, found: Sequence[Person]) -> Person | None:
    """Who holds the post that a part of a list begins with; `found` stand before it.

    Behind such a part a word that is not known for a post is one, too.
    """
    if text[part.end - 1 : part.end] != ")":
        return None
    for match in _BRACKETED.finditer(text, part.start, part.end):
        post, name = trim(text, part.start, match.start()), trim(text, *match.span(1))
        if not title_end(name.of(text)) or not is_name(name.of(text)):
            continue  # `Registrar (Records) (Dr C Lake)`
        said = post.of(text)
        known = has_role(said) or (len(found) > 0 and _is_held(found[-1]))
        alone = title_end(said) == len(said) > 0  # `Provost` could be a title
        return (
            _with_rest(text, Person(name, role=post), Range(match.end(), part.end))
            if known and (alone or is_post(said))
            else None
        )
    return None


def _is_held(person: Person) -> bool:
    return person.role is not None and person.role.end < person.name.start


def _with_rest(text: str, person: Person, rest: Range) -> Person:
    for behind in parts_behind(text, rest):
        person = with_part(text, person, behind, organisation=False)
    return person

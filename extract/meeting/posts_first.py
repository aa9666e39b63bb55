"""Lists that print a post and behind it, in brackets, who holds it: `Senior Planner (Mr A Reid), Head of Roads, North (B Ito)`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.meeting.name_spans import Range, trim
from extract.meeting.names import has_role, is_field_of_work, is_honours, is_name, title_end
from extract.meeting.offices import each_ones
from extract.meeting.person_parts import Person

MOSTLY = 0.6  # share of what stands before the brackets that has a word for a post
LONGEST = 14  # words of a post
_BRACKETED = re.compile(r"\(([^()]*)\)")
_AND = re.compile(r"[\s,;.•–—-]*(?:(?:and|agus|&)\s+)?", re.IGNORECASE)
_THE = re.compile(r"[Tt]he\s+[A-Z]")
_BETWEEN = re.compile(r",\s*(?:(?:and|agus)\s+)?|\s+(?:and|agus|&)\s+")
_INITIAL = re.compile(r"[A-Z]\.?\s")


def posts_first(text: str, start: int, end: int) -> list[tuple[Range, Range]]:
    """Each post of such a list and the name behind it; [] where it is none: all that stands in brackets must be names."""
    last = text.rfind(")", start, end)
    if last < 0 or any(map(str.isalnum, text[last:end])):
        return []
    found = list(_pairs(text, start, end))
    if not found or found[-1][1].end < start:
        return []
    posts = sum(has_role(post.of(text)) for post, _ in found)
    surely = all(title_end(n.of(text)) or _INITIAL.match(n.of(text)) for _, n in found)
    return found if posts >= MOSTLY * len(found) and (surely or len(found) > 1 or _holds(text, *found[0])) else []


def _holds(text: str, post: Range, name: Range) -> bool:
    """Whether a line of its own prints one post and who holds it: `Director City Services (Bo Dale)`, not `A Lee, Clerk (minute taker)`."""
    said = post.of(text)
    return (
        has_role(said.split()[0]) and "," not in said and is_name(name.of(text)) and not is_field_of_work(name.of(text))
    )


def people_by_posts(text: str, start: int, end: int) -> list[Person]:
    """The people of such a list with their posts; of a post that several hold each has one."""
    held = posts_first(text, start, end)
    several = {post for post, count in Counter(post for post, _ in held).items() if count > 1}
    return [
        Person(name, role=post, role_text=each_ones(post.of(text)) if post in several else None) for post, name in held
    ]


def posts_before_names(text: str, start: int, end: int) -> tuple[list[tuple[Range, Range]], int]:
    """The posts that a list begins with, and where plain names follow: `The Mayor (Cr A Orr), Deputy Mayor (Cr B Ito) and Crs C Lake …`."""
    found: list[tuple[Range, Range]] = []
    place = start
    while (match := _BRACKETED.search(text, place, end)) is not None:
        lead = _AND.match(text, place, match.start())
        post, name = trim(text, lead.end() if lead else place, match.start()), trim(text, *match.span(1))
        said = name.of(text)
        if not has_role(post.of(text)) or not is_post(post.of(text)) or not _is_holder(said):
            break
        if not (title_end(said) or _INITIAL.match(said)):
            break
        found.append((trim(text, post.start + (4 if post.of(text).startswith("The ") else 0), post.end), name))
        place = match.end()
    lead = _AND.match(text, place, end)
    follows = bool(found) and lead is not None and lead.end() > place and "(" not in text[place:end]
    return (found, lead.end()) if follows and lead is not None else ([], start)


def posts_before_titles(text: str, parts: Sequence[Range]) -> tuple[list[Range], dict[int, Range]]:
    """The parts of a list less the posts that stand before a titled name, and by where their holders begin these posts:
    `The Town Clerk, Mrs A Orr, the Clerk’s Assistant, Mr B Ito`."""
    kept: list[Range] = []
    posts: dict[int, Range] = {}
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        printed = part.of(text)
        comma = after is not None and text[part.end : after.start].strip() == ","
        if (
            comma
            and after is not None
            and _THE.match(printed)
            and has_role(printed)
            and title_end(text, after.start) > after.start
        ):
            posts[after.start] = Range(part.start + len("the "), part.end)
        else:
            kept.append(part)
    return kept, posts


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[Range, Range]]:
    """The pairs; where a part of the text is none, the last is one of no extent."""
    nothing = (Range(-1, -1), Range(-1, -1))
    place = start
    for match in _BRACKETED.finditer(text, start, end):
        lead = _AND.match(text, place, match.start())
        post = trim(text, lead.end() if lead else place, match.start())
        names = _names(text, post, *match.span(1))
        if not all(_is_holder(name.of(text)) for name in names) or not is_post(post.of(text)):
            yield nothing
            return
        yield from ((post, name) for name in names)
        place = match.end()


def _names(text: str, post: Range, start: int, end: int) -> list[Range]:
    """The names in a bracket: several where the post is that of several, `Youth Councillors (A Reid and B Ito)`."""
    if each_ones(post.of(text)) is None:
        return [trim(text, start, end)]
    cuts = [m.span() for m in _BETWEEN.finditer(text, start, end)]
    edges = [start, *(place for cut in cuts for place in cut), end]
    return [trim(text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def is_post(text: str) -> bool:
    """Whether a text may be a post: it names nobody."""
    if not text[:1].isupper() or ";" in text or len(text.split()) > LONGEST or title_end(text):
        return False
    return not any(is_name(part.strip()) and _INITIAL.match(part.strip()) for part in text.split(",")) and (
        has_role(text) or not is_name(text)
    )


def _is_holder(text: str) -> bool:
    return (
        is_name(text)
        and not is_honours(text)
        and not is_field_of_work(text)
        and (title_end(text) > 0 or not has_role(text))
    )

"""People as papers of meetings print them: names told from titles, roles and the bodies they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.meeting.held_posts import holder_in
from extract.meeting.initials import AHEAD, fits, named_by_initials
from extract.meeting.name_spans import Range, parts_behind, trim
from extract.meeting.names import (
    _WORD,
    SURNAME_FIRST,
    has_role,
    is_body,
    is_field_of_work,
    is_honours,
    is_name,
    title_end,
)
from extract.meeting.offices import (
    CAME_BY,
    HEAD_OF_COUNCIL,
    OF_BODY,
    OF_PLACE,
    OFFICE,
    PLACE_BEFORE,
    PLURAL,
    SHARED,
    SHARED_TITLE,
    TIER,
    each_ones,
    is_field,
)
from extract.meeting.person_parts import Person, with_part
from extract.meeting.posts_first import people_by_posts, posts_before_names, posts_before_titles
from extract.meeting.surnames import among_names, bare_surnames, could_be_name, posts_and_surnames
from extract.wording import fold

_SEPARATOR = re.compile(r"\s*(?:;|,|&|\b(?:and|agus)\b(?:\s+from\b)?)\s*|\s{3,}")
_STOP = re.compile(
    r"(?<=[a-z)][a-z)][a-z)])(?<!\bDist)(?<!\bBoro)(?<!\bComm)\.\s+(?=[A-Z])"
)  # a sentence ends, no initial or short title
# How many others there were: `6 members of the public`.
_OTHERS = re.compile(
    r"(?:\d+|[a-z]+)\s+(?:\w+\s+)?(?:members?\s+of\s+the\s+(?:public|press)|residents?|parishioners?|electors?)\b", re.I
)
_BEHIND_TURNED = re.compile(r"\s*[(\[]|\s+[–—-]\s")
_CUTS = re.compile(
    r"\s*(?:\.{4,}|…{2,}|_{4,})"
    r"|\s*[(\[,–—:]|\s+-+\s*|-\s+|\s{3,}|\s+in the [Cc]hair\b|\s+(?:was|were)\s+(?:also\s+)?(?:present|in attendance)\b"
    r"|\s+of(?=\s+the\s+[A-Z])|\s+(?=A/[A-Z][a-z])"
)  # behind a name
_AND = re.compile(r"\s+(?:and|&)\s")
_TITLE_AND_SURNAME = re.compile(r"(?:Cllr|Councill?or|Cr)\.?\s[A-Z][\w’'-]+$")
_COURTESY = re.compile(
    r"(?:Cllr|Councill?or|Cr|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lady|Lord|Prof(?:essor)?|Rev(?:d|erend)?)\.?"
)
_POST_BEGINS = re.compile(r"\s+(?=(?:Deputy|Assistant|Associate|Acting|Interim)[\s-]+[A-Z])")
_SERVICE = re.compile(r"[A-Z][a-z]+ [B-DF-HJ-NP-TV-XZ]{3,5}")  # `Police SNT`: no surname in capitals is without a vowel
BRACKETS = (" (", "(", " [", "[")


def persons_of_line(text: str, start: int = 0, end: int | None = None, organisation: bool = False) -> Person | None:
    """The one person of a line such as `Cllr A Smith (Chair) – Dudley` or `A Smith, Head of Audit, BCC`, or None.

    `organisation`: what follows a name is the body the person comes from, whatever its words (a column of bodies).
    """
    whole = trim(text, start, len(text) if end is None else end)
    if whole.end <= whole.start:
        return None
    ahead = AHEAD.match(text, whole.start, whole.end) if text[whole.start] in "[(" else None
    if ahead is not None:  # `[AB] Ann Brook (Chair)`
        person = persons_of_line(text, ahead.end(), whole.end, organisation)
        own = person is not None and person.initials is None and fits(ahead["own"], person.name.of(text))
        return replace(person, initials=Range(*ahead.span("own"))) if own and person is not None else person
    tier = TIER.match(text, whole.start, whole.end)
    if tier is not None:  # `County Councillor A Smith`
        person = persons_of_line(text, tier.start("title"), whole.end, organisation)
        own = person is not None and person.role is None
        return replace(person, role=Range(*tier.span())) if own and person is not None else person
    name, rest = _name_and_rest(text, whole)
    if name is None:
        return None
    person = Person(name)
    lead = trim(text, whole.start, name.start)
    if lead.end > lead.start and rest.start > name.start and has_role(lead.of(text)):
        person = replace(person, role=lead)  # `Mayor A Smith`
    for part in parts_behind(text, rest):
        person = with_part(text, person, part, organisation)
    return person


def _name_and_rest(text: str, whole: Range) -> tuple[Range | None, Range]:
    """The name at the head of a line and what follows it."""
    turned = SURNAME_FIRST.match(text, whole.start, whole.end)
    if turned is not None and (turned.end() == whole.end or _BEHIND_TURNED.match(text, turned.end())):
        parts = (turned["given"], turned["surname"])
        if turned["surname"].isupper() and not any(map(_is_post_or_body, parts)):  # `SMITH, Ann (Chair)`
            return Range(whole.start, turned.end()), Range(turned.end(), whole.end)
    office = OFFICE.match(text, whole.start, whole.end)
    if office is not None:  # `Reeve A Smith`: a post before a name
        named = trim(text, office.end(), whole.end)
        only = HEAD_OF_COUNCIL.match(office.group()) is not None and bare_surnames(text, named.start, named.end)
        if is_name(named.of(text)) or (only and len(only) == 1):  # `Mayor Smith`
            return named, Range(whole.end, whole.end)
    place = PLACE_BEFORE.match(text, whole.start, whole.end)
    if place is not None and title_end(place["place"]) == 0 and not has_role(place["place"]):
        found, rest = _name_and_rest(text, Range(place.end("place") + 1, whole.end))
        return (found, rest) if found is not None else (None, whole)
    titled = title_end(text, whole.start) - whole.start  # `Wing Commander (Retd) A Smith`
    cuts = [
        m.start()
        for m in _CUTS.finditer(text[whole.start : whole.end])
        if m.start() >= titled and (titled or not m.group().endswith("of"))
    ]
    behind_name = _POST_BEGINS.search(text, whole.start, whole.end)
    if behind_name is not None and is_name(text[whole.start : behind_name.start()]):
        cuts = sorted([*cuts, behind_name.start() - whole.start])  # `Prof A Smith Deputy Vice-Chancellor`
    for cut in [*cuts, whole.end - whole.start]:
        name = trim(text, whole.start, whole.start + cut)
        if name.end > name.start and (
            is_name(name.of(text)) or (text.startswith(BRACKETS, name.end) and named_by_initials(text, name))
        ):
            return name, Range(whole.start + cut, whole.end)
        if (behind := _behind_role(text, name)) is not None:
            return behind, Range(whole.start + cut, whole.end)
        if name.end > name.start and cut and not is_name(name.of(text)):
            break
    # the name may stand last: `Chair: A Smith`, `Chair – A Smith`
    for match in re.finditer(r":\s*|\s+[–—-]\s+|\s{3,}|,\s+", text[whole.start : whole.end]):
        name = trim(text, whole.start + match.end(), whole.end)
        if is_name(name.of(text)) and has_role(text[whole.start : whole.start + match.start()]):
            return name, Range(whole.start, whole.start + match.start())
    return None, whole


def _is_post_or_body(text: str) -> bool:
    return has_role(text) or is_body(text)


def _behind_role(text: str, span: Range) -> Range | None:
    """The name behind a post: `Mayor A Smith`, `Operations Superintendent B Jones`. The post is of five words or fewer."""
    office = OFFICE.match(text, span.start, span.end) or OF_BODY.match(text, span.start, span.end)  # of several words
    named = trim(text, office.end(), span.end) if office is not None else None
    if named is not None and " " in named.of(text) and is_name(named.of(text)) and title_end(named.of(text)) == 0:
        return named
    words = list(_WORD.finditer(text, span.start, span.end))
    for count in range(1, min(6, len(words) - 1)):
        post, rest = words[count - 1].group(), Range(words[count].start(), span.end)
        if len(words) - count > 4 or not has_role(post) or not post[0].isupper():
            continue
        if len(words) - count >= 2 and is_name(rest.of(text)) and title_end(rest.of(text)) == 0:
            return None if _is_field(rest.of(text)) else rest
    return None


# What begins a post and no name: `General Manager, Director Roads` tells of nobody
_POST = re.compile(
    r"(?:General|Executive|Managing|Chief|Interim|Acting|Deputy|Assistant|Senior|Corporate|Group)\s+[A-Z]"
)


_SURNAMES = frozenset(
    {"law", "parks", "place", "care", "change", "growth", "heritage", "roads", "risk", "energy", "case", "cases"}
)


def _is_field(text: str) -> bool:
    """Whether what stands behind a post is what the post is over: `Director Sustainable Infrastructure`; some are surnames too."""
    return is_field_of_work(text) and fold(text).rpartition(" ")[2] not in _SURNAMES


def _posts_first(text: str, start: int, end: int) -> list[Person]:
    """The people of a list that prints who holds a post in brackets behind it, and perhaps others behind these; [] of another."""
    if led := people_by_posts(text, start, end):
        return led
    held, place = posts_and_surnames(text, start, end), end
    cut = text.find(";", start, end)
    if not held and 0 < cut < text.find(
        "(", start, end
    ):  # `Adviser A Smith; Chief Executive (B Jones), Manager (C Brown)`
        behind = people_by_posts(text, cut + 1, end)
        before = persons_of_list(text, start, cut) if len(behind) > 1 else []
        if before:
            return [*before, *behind]
    if not held and cut > 0 and (others := posts_and_surnames(text, cut + 1, end)):
        return [*persons_of_list(text, start, cut), *(Person(name, role=post, sure=0.85) for post, name in others)]
    if not held and "(" in text:
        held, place = posts_before_names(text, start, end)
    rest = persons_of_list(text, place, end) if held and place < end else []
    return [*(Person(name, role=post) for post, name in held), *rest] if rest or place == end else []


def persons_of_list(text: str, start: int = 0, end: int | None = None) -> list[Person]:
    """The people of a running list: `Mr A Smith (Chair), Sir B Jones, CBE, C Brown and D Green, Councillors, E White, Clerk`."""
    end = len(text) if end is None else end
    if led := _posts_first(text, start, end):
        return led
    found: list[Person] = []
    since, surnames = 0, False  # the people named since the last role that closed a group
    shared: Range | None = (
        None  # `Councillors` before several names, in a list that names posts (`Mayor A Smith and Councillors …`)
    )
    parts, led_by = posts_before_titles(text, list(_list_parts(text, start, end)))
    surnamed = among_names([p.of(text) for p in parts])
    for part in parts:
        printed = part.of(text)
        holder = Person(part, sure=0.85) if printed in surnamed else holder_in(text, part, found)
        if holder is not None:
            found.append(holder)
            continue
        if is_honours(printed) or ("A" < printed[-1:] < "Z" and _SERVICE.fullmatch(printed)):
            continue
        titled = title_end(text, part.start)
        if titled > part.start:
            title = trim(text, part.start, titled)
            surnames = fold(title.of(text)) in SHARED or _goes_on(text, title, part, surnames)
            posts = (
                surnames
                and fold(title.of(text)) in PLURAL
                and any(p.role is not None and p.role.end <= p.name.start for p in found)
            )
            shared = title if posts else None
        office = OFFICE.match(text, part.start, part.end)
        if office is not None:
            post = trim(text, *office.span())
            surnames = fold(post.of(text)) in PLURAL  # `Council Members A Smith, B Jones`: each of them is one
            shared = post if surnames else None
            bare = _listed(text, trim(text, office.end(), part.end), surnames=True)
            if bare is not None:
                told = bare.role is not None
                found.append(bare if told else replace(bare, role=post, role_text=PLURAL.get(fold(post.of(text)))))
                continue
        elif text[max(start, part.start - 3) : part.start].strip().endswith(";") and titled == part.start:
            shared = None
        person = _listed(text, part, surnames)
        heads = part is parts[0] or text[max(start, part.start - 3) : part.start].strip().endswith(";")
        if (
            person is None
            and heads
            and text.startswith(",", part.end)
            and could_be_name(printed)
            and not _POST.match(printed)
        ):
            person = Person(part, sure=0.85)  # `Flo Dean, Manager; …`: who is told of stands first
        if person is not None:
            if shared is not None and person.role is None:
                person = replace(person, role=shared, role_text=PLURAL[fold(shared.of(text))])
            found.append(person if person.role is not None else replace(person, role=led_by.get(part.start)))
            continue
        plural = each_ones(printed)
        open_ = sum(p.role is None for p in found[since:])
        if plural and open_ > (fold(printed) not in PLURAL):
            found[since:] = [replace(p, role_text=plural, role=part) if p.role is None else p for p in found[since:]]
            since = len(found)
        elif found and any(c.isalnum() for c in printed) and _told_of(printed) and not _OTHERS.match(printed):
            found[-1] = with_part(text, found[-1], part, organisation=False)
            since = len(found)
    return found


def _goes_on(text: str, title: Range, part: Range, surnames: bool) -> bool:
    """Whether single words are names behind a title before a surname alone: `Mrs Reed`, among `Councillors Orr, Mrs Reed, Lake`, or
    `Cllr Orr and Lake`."""
    bare = _COURTESY.fullmatch(title.of(text)) is not None and " " not in trim(text, title.end, part.end).of(text)
    return bare and (surnames or _AND.match(text, part.end) is not None)


def _told_of(printed: str) -> bool:
    """Whether a part of a list tells of the person before it: not why somebody was away, but `facilitator`."""
    return not printed[0].islower() or CAME_BY.match(printed) is not None or has_role(printed.rpartition(" ")[2])


def _listed(text: str, part: Range, surnames: bool) -> Person | None:
    person = persons_of_line(text, part.start, part.end)
    if person is not None or not surnames:
        return person
    bare = trim(text, part.start, part.end)
    cut = text.find("(", bare.start, bare.end)
    name = trim(text, bare.start, cut if cut > 0 else bare.end)
    if is_name(name.of(text), alone=False):
        person = Person(name, sure=0.85)
        for rest in parts_behind(text, Range(name.end, bare.end)):
            person = with_part(text, person, rest, organisation=False)
        return person
    return None


def _list_parts(text: str, start: int, end: int) -> Iterator[Range]:
    """A list cut at commas and `and`, brackets kept whole; an `and` inside a role (`Participation and Engagement Manager`) is no cut."""
    depth, place = 0, start
    i = start
    while i < end:
        if text[i] in "([":
            depth += 1
        elif text[i] in ")]":
            depth = max(0, depth - 1)
        match = _SEPARATOR.match(text, i) if depth == 0 else None
        if match is None and depth == 0 and text[i] == "." and title_end(text, place) <= i:
            match = _STOP.match(text, i)
        listing = match is not None and SHARED_TITLE.search(text, start, match.start()) is not None
        if (
            match
            and match.end() > i
            and match.end() <= end
            and not (match.group().strip() in {"and", "&", "agus"} and not _cuts(text, place, match, end, listing))
        ):
            yield trim(text, place, i)
            i = place = match.end()
            continue
        i += 1
    yield trim(text, place, end)


_POST_AND_DASH = re.compile(r"[Tt]he\s+(?P<post>[A-Z]\w+(?:\s[A-Z]\w+)?)\s[–—-]\s(?=[A-Z])")


def _cuts(text: str, place: int, match: re.Match[str], end: int, listing: bool) -> bool:
    """Whether an `and` parts two people: a name must follow it, and what stands before it must not be half a post."""
    rest = text[match.end() : end]
    titled = title_end(rest)  # a full stop behind a title ends nothing: `and Mr. B Jones`
    behind = re.split(
        r"[,;(]|\s(?:and|&|agus)\s|\sof\sthe\s(?=[A-Z])|(?<!\b[A-Z])\.(?:\s|$)|\s[–—-]\s", rest[titled:], maxsplit=1
    )[0]
    following = f"{rest[:titled]}{behind}".strip()
    if fold(following) in PLURAL or _OTHERS.match(rest):
        return True
    if (post := _POST_AND_DASH.match(rest)) is not None and has_role(post["post"]):
        return True  # `Cllr Orr and the Clerk – Ann Holt`
    before = text[place : match.start()]
    if _TITLE_AND_SURNAME.match(before.strip()) and " " not in following and is_name(following, alone=False):
        return True  # `Cllr Orr and Lake`
    if is_field(before) and title_end(following) == 0:
        return False  # `Roads and Climate Action`
    if " of " in before and OF_PLACE.search(before) and title_end(following) == 0 and is_name(following):
        return False
    if re.search(r"[–—]|\s-|-\s", before) and title_end(following) == 0:
        return is_name(following) and re.match(r"\s*(?:[–—(]|-\s)", rest[len(following) :].lstrip()) is not None
    if is_name(following, alone=has_role(before) and not listing) or OFFICE.match(following):
        return True
    return _behind_role(following, Range(0, len(following))) is not None

"""Surnames that are words for posts or bodies too (`Cook`, `Parish`): names where all that stands beside them is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.name_spans import Range, trim
from extract.meeting.names import has_role, is_body, is_field_of_work, is_name, title_end

SHAPED = re.compile(r"[A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)?(?: [A-Z]\.)?(?: [A-Z][a-z]+(?:[-’'][A-Z][a-z]+)?){1,2}")
FEWEST = 6  # parts of a list of plain names
FEWEST_POSTS = 2  # in a list of posts with surnames
LONGEST_POST = 4  # words
MOST = 0.15  # share of them that are no names by their words


def could_be_name(text: str) -> bool:
    """Whether a text has the shape of a given name and a surname, whatever else its last word means."""
    first = text.split(" ", 1)[0]
    return SHAPED.fullmatch(text) is not None and title_end(text) == 0 and not has_role(first) and not is_body(first)


def among_names(parts: Sequence[str]) -> frozenset[str]:
    """The parts of a list that are names for standing among plain names; none in a list that says more of people."""
    if len(parts) < FEWEST:
        return frozenset()
    others = [p for p in parts if not is_name(p)]
    return frozenset(others) if len(others) <= MOST * len(parts) and all(map(could_be_name, others)) else frozenset()


_CUT = re.compile(r"\s*(?:[,;&]|\band\b)[\s,;&]*(?:and\s+)?")
_LED = re.compile(r"\s*(?P<first>[A-Z][\w’'/-]+(?: [A-Z][\w’'/-]+){1,5})\s*(?:,|&|\band\b)")  # as the first part is set
_BRACKETS = re.compile(r"\([^()]*\)")
_OTHERS = re.compile(r"(?:and\s+)?(?:several\s+|various\s+)?others?\b")
_SHORTENED = re.compile(r"(?:Asst|Dep|Sr|Assoc)\.\s")  # of posts
_NOBODY = frozenset({"none", "nil", "nobody", "all", "everyone", "absent", "present", "excused", "vacant", "vacancy"})


def bare_surnames(text: str, start: int, end: int) -> list[Range]:
    """The surnames of a list of nothing else: `Ames, Bolt, and Cray`; [] where any part is more or something else."""
    parts = [_less_note(text, part) for part in _parts(text, start, end)]
    known = all(is_name(p.of(text), alone=False) and " " not in p.of(text) for p in parts)
    plain = known and not any(_is_post_or_body(p.of(text)) or p.of(text).casefold() in _NOBODY for p in parts)
    return parts if plain else []


def post_and_surname(text: str, start: int, end: int) -> tuple[Range, Range] | None:
    """The post and the surname of a text that holds them and nothing else: `City Clerk Ito`."""
    return _post_and_name(text, trim(text, start, end))


def posts_and_surnames(text: str, start: int, end: int) -> list[tuple[Range, Range]]:
    """Posts with the surnames behind them, in a list of nothing else: `Acting Chief Moor, Counsel Ames and Board Clerk Ito`."""
    first = _LED.match(text, start, end)
    if first is None or _post_and_name(text, Range(*first.span("first"))) is None:
        return []  # asked of every list: most end here
    parts = _parts(text, start, end)
    parts = parts[:-1] if len(parts) > 1 and _OTHERS.match(parts[-1].of(text)) else parts
    found = [_post_and_name(text, part) for part in parts]
    pairs = [pair for pair in found if pair is not None]
    if len(pairs) >= max(FEWEST_POSTS, len(found) / 2) and all(" " in name.of(text) for _, name in pairs):
        pairs = [
            p for part, pair in zip(parts, found, strict=True) if (p := pair or _post_over(text, part)) is not None
        ]
    return pairs if len(pairs) == len(found) >= FEWEST_POSTS else []


def _post_over(text: str, part: Range) -> tuple[Range, Range] | None:
    """The post that ends with what it is over, and the two words of the name behind it: `Chief of Engineering Ann Ito`."""
    words = list(re.finditer(r"\S+", part.of(text)))
    if not 4 <= len(words) <= LONGEST_POST + 3 or not (has_role(part.of(text)) or _SHORTENED.match(part.of(text))):
        return None
    post = Range(part.start, part.start + words[-3].end())
    name = Range(part.start + words[-2].start(), part.end)
    plain = could_be_name(name.of(text)) and not _is_post_or_body(name.of(text)) and not is_field_of_work(name.of(text))
    return (post, name) if plain and words[0].group()[0].isupper() else None


def _less_note(text: str, part: Range) -> Range:
    """A part of a list without a note in brackets behind it: `Ames (remote)`."""
    note = text.find(" (", part.start, part.end)
    told = note > 0 and text[part.end - 1] == ")" and not has_role(text[note : part.end])
    return Range(part.start, note) if told else part


def _post_and_name(text: str, part: Range) -> tuple[Range, Range] | None:
    """The post of up to four words at the head of a part, and the one or two words of the name behind it."""
    if not has_role(part.of(text)) or title_end(text, part.start) > part.start:
        return None  # `Professor A Smith` is called so
    words = list(re.finditer(r"\S+", part.of(text)))
    for count in range(len(words) - 1, 0, -1):
        post = Range(part.start, part.start + words[count - 1].end())
        name = Range(part.start + words[count].start(), part.end)
        if has_role(words[count - 1].group()):
            short = count <= LONGEST_POST and len(words) - count <= 2 and words[0].group()[0].isupper()
            plain = is_name(name.of(text), alone=False) and not _is_post_or_body(name.of(text))
            return (post, name) if short and plain and not is_field_of_work(name.of(text)) else None
    return None


def _parts(text: str, start: int, end: int) -> list[Range]:
    """A list cut at commas and `and`, without the full stop at its end."""
    whole = trim(text, start, end)
    end = whole.end - text.startswith(".", whole.end - 1)
    plain = _BRACKETS.sub(lambda m: "x" * len(m.group()), text) if "(" in text else text
    cuts = [m.span() for m in _CUT.finditer(plain, whole.start, end)]
    starts = [whole.start, *(b for _, b in cuts)]
    return [trim(text, a, b) for a, b in zip(starts, [*(a for a, _ in cuts), end], strict=True)]


def _is_post_or_body(text: str) -> bool:
    return has_role(text) or is_body(text)

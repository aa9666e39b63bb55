"""Who owns a risk or an action, read out of one printed cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from normalise.owner_lines import (
    POST_BEGINS,
    columns_of,
    names_and_posts_by_line,
    names_over_posts,
    owners_by_titles,
    posts_by_line,
)
from normalise.people import clean_name, is_initials, is_person, kind_of, split_hard, split_soft
from normalise.units import UNIT_ENDS, ends_as_unit, is_place, names_unit
from normalise.vocabularies import fold, vocabulary

_BRACKET = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_LETTERS = re.compile(r"[^A-Za-z]")
_CHIEF_OF = re.compile(
    r"(?:deputy |assistant |interim )?chief (?!executive|nurse|constable|fire|officer|whip|clerk|accountant|planner|auditor)\w+",
    re.IGNORECASE,
)
# fmt: off
_HELD_BY_ONE = frozenset({  # posts that are printed before a name
    "treasurer", "clerk", "chair", "chairman", "chairwoman", "chairperson", "mayor", "leader", "president", "convener",
    "dean", "bursar", "registrar", "solicitor", "secretary",
})
# fmt: on
_LONGEST_UNIT = 5  # words
_FEW_UNITS = 2  # `Director of Finance and Ann Lee` may be two owners


@dataclass(frozen=True, slots=True)
class Owners:
    """What one owner cell says, each in printed order."""

    names: tuple[str, ...] = ()  # full names, bodies (`Estates team`); never initials that nothing explains
    initials: tuple[str, ...] = ()  # only where initials are printed, as the key prints them
    posts: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()  # initials that no key explains
    healed: tuple[str, ...] = ()  # slips of the print that the key put right (`L J` for `LJ`)
    confidence: float = 1.0


class _Initials(NamedTuple):
    printed: str
    name: str | None
    slip: bool


def read_owners(text: str, key: Mapping[str, str] | None = None, lines: Sequence[str] = ()) -> Owners:
    """Who owns, from an owner cell: initials through `key` (initials -> name), names, posts with a name in brackets.

    `lines` are the cell's printed lines: names on lines of their own need no separator. Nothing is guessed: initials
    that the key does not hold have no name, and are listed in `unknown`.
    """
    folded = {_plain(k): (k, v) for k, v in (key or {}).items()}
    if _post_of_unit(text):
        return Owners((), (), (text.strip(),))
    if columns := columns_of(text, lines):
        return _together([read_owners(" ".join(held), key, held) for held in columns])
    if entries := names_and_posts_by_line(lines):
        return _together([read_owners(entry, key) for entry in entries])
    over = names_over_posts(lines)
    if paired := _name_and_post(text) or over:
        return Owners(tuple(n for n, _ in paired), (), tuple(p for _, p in paired))
    listed = posts_by_line(text, lines)
    names: list[str] = []
    initials: list[str] = []
    posts: list[str] = []
    unknown: list[str] = []
    healed: list[str] = []
    doubtful = False
    for piece in listed or _pieces(text, folded, lines):
        found = _initials(piece, folded)
        for item in found:
            initials.append(item.printed)
            if item.name is None:
                unknown.append(item.printed)
            else:
                names.append(item.name)
        if any(item.slip for item in found):
            healed.append(piece)
        if found:
            continue
        people, post = _person_and_post(piece, folded)
        names.extend(people)
        if post:
            posts.append(post)
        doubtful = doubtful or (kind_of(piece) == "other" and not people)
    # `Chief Nurse and Director of Quality` may be one person's post or two persons'
    doubtful = doubtful or (len(posts) > 1 and len(split_hard(text)) == 1 and not listed)
    confidence = 0.75 if doubtful or unknown or listed else 0.9 if healed else 1.0
    return Owners(tuple(names), tuple(initials), tuple(posts), tuple(unknown), tuple(healed), confidence)


def _together(read: Sequence[Owners]) -> Owners:
    """Owners read by themselves, as one cell's."""
    names, initials, posts, unknown, healed = (
        tuple(item for one in read for item in getattr(one, name))
        for name in ("names", "initials", "posts", "unknown", "healed")
    )
    return Owners(names, initials, posts, unknown, healed, min(one.confidence for one in read))


def _post_of_unit(text: str) -> bool:
    """Whether a bare post leads what it is over: `Chief, Water Quality`, `Deputy Director, Dam Safety`."""
    post, comma, unit = (part.strip() for part in text.partition(","))
    words = unit.casefold().split()
    if not comma or not 1 < len(words) <= _LONGEST_UNIT or not set("&/;,(").isdisjoint(unit):
        return False
    posts, units = vocabulary("posts"), vocabulary("department_words")
    bare = all(word in posts for word in post.casefold().split())
    return bare and not any(w in posts for w in words) and (words[-1] in units or bool(UNIT_ENDS.search(words[-1])))


def _post_over_units(text: str) -> bool:
    """Whether one post leads all that is listed: `Director of IT, Digital Skills & Business Support`, where each looks like a name."""
    head = POST_BEGINS.match(text)
    if head is None:
        return False
    parts = split_soft(text[head.end() :])
    units = vocabulary("department_words")
    return len(parts) > _FEW_UNITS and all(
        kind_of(part) == "group" or (kind_of(part) != "post" and any(w in units for w in part.casefold().split()))
        for part in parts
    )


def _name_and_post(text: str) -> list[tuple[str, str]]:
    """Name and post of each owner of a cell that prints them so: `Ann Lee, Director of People & Estates; …`. [] of others."""
    paired: list[tuple[str, str]] = []
    for owner in filter(None, map(str.strip, text.split(";"))):
        name, _, post = (part.strip() for part in owner.partition(","))
        named = is_person(name) and len(clean_name(name).split()) > 1 and kind_of(name) == "person"
        first, *others = re.split(r",|\band\b|/", post)
        parts = [part for part in others if not ends_as_unit(part)]
        beside = [part for part in parts if is_person(part) or is_initials(part.strip())]
        beside += (
            [first] if " " in first.strip() and kind_of(first) == "person" else []
        )  # `Ann Lee, Tom Roe and Chief Nurse`
        if not named or kind_of(post) != "post" or beside:
            return []
        paired.append((clean_name(name), post))
    return paired


def _pieces(text: str, key: Mapping[str, tuple[str, str]], lines: Sequence[str]) -> list[str]:
    """An owner cell cut into its owners. `Director of Law and Governance` stays one, `A Smith and B Jones` are two."""
    if len(lines) > 1 and all(is_person(line) and " " in line.strip() for line in lines):
        return [line.strip() for line in lines]
    if entries := owners_by_titles(lines):
        return entries
    pieces: list[str] = []
    for hard in split_hard(text):
        parts = [hard] if _post_over_units(hard) else split_soft(hard)
        lone = [_is_lone_word(part) for part in parts]
        unit = any(map(is_place, parts[1:])) or (any(map(_is_unit, parts[1:])) and kind_of(parts[0]) == "post")
        apart = (all(lone) or not any(lone)) and not unit and not _second_offices(parts)
        if len(parts) > 1 and apart and all(_stands_alone(part, key) for part in parts):
            pieces.extend(parts)
        elif len(parts) > 1:
            pieces.extend(_rejoined(hard, parts, key))
        else:
            pieces.append(hard)
    return pieces


def split_posts(text: str) -> list[str]:
    """Owners among whom are posts, cut as an owner cell is: no word of a post is an owner of its own. [] where none is a post."""
    return _pieces(text, {}, ()) if POST_BEGINS.match(text) or kind_of(text) == "post" else []


def _stands_alone(part: str, key: Mapping[str, tuple[str, str]]) -> bool:
    if _CHIEF_OF.fullmatch(part):
        return False  # `Chief Digital and Information Officer`
    return bool(_initials(part, key)) or kind_of(part) in {"person", "post"}


def _rejoined(whole: str, parts: Sequence[str], key: Mapping[str, tuple[str, str]]) -> list[str]:
    """Parts that are no owners of their own go back to the part before them, joined as they are printed."""
    pieces: list[tuple[int, int]] = []
    place = 0
    second = _second_offices(parts)
    open_head = False  # `Health and Safety Adviser`: the first word waits for its post
    for number, part in enumerate(parts):
        start = whole.index(part, place)
        place = start + len(part)
        if pieces and not open_head and _begins_post(parts, number):
            pieces.append((start, place))
            open_head = True
            continue
        joined = open_head or part in second or _is_lone_word(part) or is_place(part)
        joined = joined or (pieces != [] and _is_unit(part) and kind_of(whole[slice(*pieces[-1])]) == "post")
        if pieces and (joined or not _stands_alone(part, key)):
            pieces[-1] = (pieces[-1][0], place)
            open_head = open_head and _is_lone_word(part)  # `Policy, Partnerships and Performance Manager`
        else:
            pieces.append((start, place))
            open_head = _is_lone_word(part) or _CHIEF_OF.fullmatch(part) is not None
    return [whole[a:b] for a, b in pieces]


def _begins_post(parts: Sequence[str], number: int) -> bool:
    """Whether a word behind a person's name begins what that person is: `Ann Lee, Health and Safety Manager`."""
    units = vocabulary("department_words")
    before = parts[number - 1]
    if fold(parts[number]) not in units or " " not in before or kind_of(before) != "person":
        return False
    post = next((part for part in parts[number + 1 :] if fold(part) not in units), "")
    return " " in post and kind_of(post) == "post" and not POST_BEGINS.match(post)


def _is_unit(part: str) -> bool:
    return ends_as_unit(part) and kind_of(part) != "post"


def _second_offices(parts: Sequence[str]) -> list[str]:
    """Offices that the holder of the post before them holds too: `Director of Finance & s151 Officer` is one post."""
    known = vocabulary("second_offices")
    if not parts or fold(parts[0]) in known or kind_of(parts[0]) != "post":
        return []
    return [part for part in parts[1:] if fold(part) in known]


def _is_lone_word(part: str) -> bool:
    """A single word that looks like a first name: `Finance`, `Health` do too, beside a post."""
    bare = _BRACKET.sub(" ", part).strip()
    return " " not in bare and kind_of(bare) in {"person", "group"}


def _initials(piece: str, key: Mapping[str, tuple[str, str]]) -> list[_Initials]:
    """The people that a piece names by initials; [] where it holds none."""
    plain = _plain(piece)
    if len(plain) <= 6 and plain in key:
        printed, name = key[plain]
        return [_Initials(printed, name, slip=" " in piece.strip())]
    tokens = piece.split()
    if len(tokens) > 1 and all(_plain(t) in key for t in tokens):
        return [_Initials(*key[_plain(t)], slip=False) for t in tokens]
    if not is_initials(piece):
        return []
    if len(tokens) > 1 and all(len(_plain(t)) > 1 for t in tokens):
        return [_Initials(_tidy(t), None, slip=False) for t in tokens]
    half = len(plain) // 2
    if len(plain) == 4 and plain[:half] in key and plain[half:] in key:  # a separator was forgotten
        return [_Initials(*key[plain[:half]], slip=True), _Initials(*key[plain[half:]], slip=True)]
    return [_Initials(_tidy(piece), None, slip=False)]


def _person_and_post(piece: str, key: Mapping[str, tuple[str, str]]) -> tuple[list[str], str | None]:
    """The people and the post of one piece: `Head of Law (Ann Lee)`, `Ann Lee, Head of Law`."""
    inside = [b.strip() for b in _BRACKET.findall(piece)]
    outside = " ".join(_BRACKET.sub(" ", piece).split()).strip(" ,;:-–")
    for bracket in inside:
        known = _initials(bracket, key)
        if not known and kind_of(outside) == "post" and names_unit(bracket):
            return [], piece  # `Vice-Principal (Education)`
        if kind_of(outside) in {"post", "group"} and (known or is_person(bracket)):
            return [i.name or i.printed for i in known] or [clean_name(bracket)], outside
        if is_person(outside) and kind_of(bracket) in {"post", "group"}:
            return [clean_name(outside)], bracket
    parts = split_soft(piece)
    people = [p for p in parts if is_person(p) and " " in clean_name(p) and not is_place(p)]
    if people and kind_of(parts[0]) == "post":
        people = [p for p in people if not ends_as_unit(p)]  # `Director of Children, Young People and Education`
    rest = [p for p in parts if p not in people]
    if people and rest and not any(map(is_place, rest)) and all(kind_of(p) in {"post", "group"} for p in rest):
        return [clean_name(p) for p in people], ", ".join(rest)
    kind = "post" if POST_BEGINS.match(piece) else kind_of(piece)
    first, _, name = piece.partition(" ")
    if fold(first) in _HELD_BY_ONE and len(name.split()) > 1 and is_person(name) and kind_of(name) == "person":
        return [clean_name(name)], first  # `Treasurer Ann Lee`
    if kind == "post":
        return [], piece
    return [clean_name(piece) if kind == "person" else piece], None


def _plain(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def _tidy(text: str) -> str:
    return _LETTERS.sub("", text)

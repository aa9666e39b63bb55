"""People as printed: names without titles and post-nominals, lists of them, persons told from posts and bodies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from normalise.vocabularies import fold, rows, vocabulary

Kind = Literal["person", "initials", "post", "group", "people", "other"]

_GLUED = re.compile(r"^(?:Cllr|Cr|Mrs?|Ms|Dr|Prof|Rev)\.(?=[A-Z])")  # `Cllr.Smith`
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
# A bracket that opens and is closed again is one piece with what stands before it.
# Nor does the sign of a rank that somebody has for a time part two: `T/DCC`, `A/Supt`.
_HARD = re.compile(
    r"\s*(?:[;|+\n]|/(?!\s?(?:c|o)\b)(?!(?<=\b[AT]/)(?:[A-Z]?CC|[A-Z]?CFO|D?C?Supt|D?C?Insp|D?Sgt)\b))\s*"
)
_SOFT = re.compile(r"\s*(?:,|&|\band\b|\s[-–]\s)\s*", re.IGNORECASE)
_UPPER = "[A-ZÀ-ÖØ-ÞĆĐĘŁŃŚŠŹŻŽČĎŇŘŤĞİŞŐŰŴŶ]"  # letters that names begin with
_INITIALS = re.compile(rf"{_UPPER}(?:[a-z]{{0,2}}-?{_UPPER}|[.\s]{{0,2}}{_UPPER}){{1,3}}\.?")
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.?|[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))+\.?)")
_PARTICLES = frozenset(
    {"de", "del", "della", "der", "den", "di", "da", "du", "van", "von", "le", "la", "al", "bin", "of"}
)


def clean_name(text: str) -> str:
    """A person's name without title, rank, honour, or a bracketed role: `Cllr T. McNeil QPM (Chair)` is `T. McNeil`."""
    text = " ".join(_BRACKETS.sub(" ", text).split()).strip(" ,;:-–*")
    text = _GLUED.sub(r"\g<0> ", text) if "." in text[:5] else text
    surname, comma, given = text.partition(",")
    if comma and _title_at_head(given.strip()) and " " not in surname.strip():
        text = f"{given.strip()} {surname.strip()}"  # `Binks, Mrs R`
    while True:
        title = _title_at_head(text)
        if title is None:
            break
        text = text[len(title) :].lstrip(" .,")
    words = text.replace(",", " ").split()
    while len(words) > 1 and words[-1].strip(".()").replace(".", "") in _postnominals():
        words.pop()
    return " ".join(words)


def without_office(text: str) -> str:
    """A name without the office printed before it: `Council Member Haines` is `Haines`. An office alone stays as it is."""
    words = text.split()
    for count in range(min(3, len(words) - 1), 0, -1):
        if fold(" ".join(words[:count])) in vocabulary("offices"):
            return without_office(" ".join(words[count:]))
    return text


def split_names(text: str) -> list[str]:
    """The people of a list as printed (`A / B`, `A, B and C`), titles and roles still on them, empty ones left out.

    Post-nominals behind a comma and brackets stay with their name.
    """
    pieces: list[str] = []
    for piece in split_hard(text):
        for n, part in enumerate(split_soft(piece)):
            only_honours = all(w.strip(".()") in _postnominals() for w in part.split())
            if pieces and part and (only_honours or (n and _is_given_name(pieces[-1], part))):
                pieces[-1] += f", {part}"
            elif part:
                pieces.append(part)
    return pieces


def split_hard(text: str) -> list[str]:
    """`text` cut where only a list is cut: `;`, `/`, `|`, `+`, a line end. Brackets stay whole."""
    return _split(text, _HARD)


def split_soft(text: str) -> list[str]:
    """`text` cut where a name or a post may have the same sign inside: a comma, `&`, `and`, a dash between spaces."""
    return _split(text, _SOFT)


def kind_of(text: str) -> Kind:
    """What a piece of an owner cell is by its look: a person, initials, a post, a body, several people, or none."""
    text = " ".join(text.split()).strip(" .,;:")
    words = [fold(w).strip("()'") for w in re.split(r"[\s/&,]+", text) if w]
    known = {_posts()[w] for w in words if w in _posts()}
    if "post" in known:
        return "post"
    if "people" in known:
        return "people"
    if "group" in known:
        return "group"
    if is_initials(text):
        return "initials"
    return "person" if is_person(text) else "other"


def is_initials(text: str) -> bool:
    """Whether a text looks like one person's initials: `JJ`, `T.M.`, `TMcN`, `L J`."""
    return _INITIALS.fullmatch(text.strip()) is not None and fold(text) not in _posts()


def is_person(text: str) -> bool:
    """Whether a text looks like one person's name: one to five capitalised words, none of them a post's or a body's."""
    titled = _title_at_head(text.strip()) is not None
    words = clean_name(text).split()
    if not 1 <= len(words) <= 5 or any(fold(w) in _posts() for w in words):
        return False
    if len(words) == 1:
        return titled or (len(words[0]) > 2 and words[0][0].isupper() and words[0][1:].islower() and words[0].isalpha())
    shaped = all(_NAME_WORD.fullmatch(w) and (w[0].isupper() or fold(w) in _PARTICLES - {"of"}) for w in words)
    return shaped and any(len(w.strip(".")) > 1 for w in words)


def begins_with_title(text: str) -> bool:
    """Whether a text begins with the title or rank of a person who is named behind it."""
    return _title_at_head(text) is not None


def _title_at_head(text: str) -> str | None:
    """The title or rank that `text` begins with, as printed; None where none stands or nothing would be left."""
    parts = text.split(maxsplit=4)
    if len(parts) < 2 or fold(parts[0]) not in _first_of_titles():
        return None  # most texts
    parts = text.split()
    for words in range(3, 0, -1):
        if len(parts) <= words:
            continue
        head = " ".join(parts[:words])
        kinds = _titles().get(fold(head))
        if kinds is None or (len(head.strip(".")) <= 3 and kinds[1].isupper() and not head.isupper()):
            continue
        left = len(parts) - words
        if kinds[0] == "title" or left >= 2 or (left == 1 and parts[-1][0].isupper()):
            return head
    return None


def _split(text: str, separator: re.Pattern[str]) -> list[str]:
    """`text` cut at a separator, brackets left whole."""
    depth, start, pieces = 0, 0, []
    place = 0
    while place < len(text):
        depth += (text[place] in "([") - (text[place] in ")]")
        match = separator.match(text, place) if depth <= 0 else None
        if match is not None and match.end() > place:
            pieces.append(text[start : match.start()])
            place = start = match.end()
        else:
            place += 1
    return [p.strip(" ,;") for p in [*pieces, text[start:]] if p.strip(" ,;")]


def _is_given_name(surname: str, given: str) -> bool:
    """Whether two pieces around a comma are one name printed surname first: `Binks`, `Mrs R`."""
    return " " not in surname and _title_at_head(given) is not None and len(clean_name(given).replace(".", "")) <= 3


@cache
def _titles() -> Mapping[str, tuple[str, str]]:
    return {fold(row["printed"]): (row["canonical"], row["printed"]) for row in rows("titles")}


@cache
def _first_of_titles() -> frozenset[str]:
    """The words with which titles begin, and none: what is left of a sign that stands alone before a title."""
    return frozenset({"", *(fold(title.split()[0]) for title in _titles())})


@cache
def _postnominals() -> frozenset[str]:
    return frozenset(row["printed"].strip("()") for row in rows("postnominals"))


def _posts() -> Mapping[str, str]:
    return vocabulary("posts")

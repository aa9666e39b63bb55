"""Names told from titles, honours, roles and bodies, by their look and by lists of words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from extract.meeting.vocabulary import words_of
from extract.vocabularies import rows
from extract.wording import fold

_WORD = re.compile(r"(?:Cllr|Cr|Mrs?|Ms|Dr|Prof|Rev)\.(?=[A-Z])|\S+")  # `Cllr.Smith` is a title and a name


_NAME_WORD = re.compile(r"(?:[^\W\d_]\.?){1,3}|(?:[^\W\d_]|['’‘.-](?=[^\W\d_]))+\.?")


_NICKNAME = re.compile(r"[\"“”'‘(][^\W\d_][\w’'.-]*[\"“”'’)]")


_PARTICLES = frozenset(
    ["de", "del", "della", "der", "den", "di", "da", "du", "van", "von", "le", "la", "al", "bin", "ap", "o", "of"]
) - {"of"}


SURNAME_FIRST = re.compile(
    r"(?P<surname>(?:[A-Z][A-Z’'-]+|[A-Z][a-z’'-]+)(?:[ -][A-Z][A-Z’'-]+)*),\s*(?P<given>(?:(?:Mr|Mrs|Ms|Miss"
    r"|Dr|Cllr|Prof)\.?\s+)?[A-Z][\w’'-]*\.?(?:\s[A-Z][\w’'-]*\.?){0,2})"
)


# `Part B`, `Appendix A`: what papers call their parts, and nobody is called.
_PART_OF_PAPER = re.compile(
    r"(?:part|section|appendix|annex|schedule|item|paper|enclosure)\s+(?:[A-Z]|\d+|[ivx]+|one|two|three)\b",
    re.IGNORECASE,
)


_TITLED_SURNAME = re.compile(r"(?:Cllrs?|Councill?ors?|Cr|Mr|Mrs|Ms|Miss|Dr)\.?\s[A-Z][a-z]{3,}")


# `Regular Meeting`, `Special Session`: the lines under a body's name.
_OF_MEETINGS = frozenset({"meeting", "meetings", "session", "minutes", "agenda", "hearing", "workshop", "retreat"})


_OF_NUMBERS = frozenset(
    {"no", "no.", "number", "ref", "ref.", "title", "item", "items"}
)  # `Item No. Title` over a list


@lru_cache(maxsize=4096)  # the names of a meeting stand in it again and again, and each is looked at from several sides
def title_end(text: str, start: int = 0) -> int:
    """Where the titles at the head of a text end; `start` where there are none."""
    titles = words_of("person_words", "title")
    while True:
        words = list(_WORD.finditer(text, start))[:4]
        for count in range(min(3, len(words)), 0, -1):
            span = text[start : words[count - 1].end()].strip()
            if fold(span.rstrip(",:")) in titles and len(span) > 1:
                start = words[count - 1].end()
                while start < len(text) and (text[start].isspace() or text[start] in ":,"):
                    start += 1
                break
        else:
            return start


@lru_cache(maxsize=4096)
def is_honours(text: str) -> bool:
    """Whether a text holds nothing but honours and degrees: `MBE`, `CBE QPM`."""
    words = [w.strip(".,()").replace(".", "") for w in text.split()]
    known = words_of("person_words", "honour")
    return bool(words) and all(
        w.casefold() in known and (w.isupper() or w in {"PhD", "Esq", "MSc", "BSc"}) for w in words if w
    )


@lru_cache(maxsize=4096)
def is_name(text: str, alone: bool = True) -> bool:
    """Whether a text looks like one person's name, titles and honours allowed.

    `alone`: a single word is no name without a title.
    """
    start = title_end(text)
    titled = start > 0
    words = [w.strip(",") for w in text[start:].split()]
    if len(words) > 2:  # `William "Bud" Orr`
        words = [words[0], *(w for w in words[1:-1] if not _NICKNAME.fullmatch(w)), words[-1]]
    while len(words) > 1 and is_honours(words[-1].strip("()")):
        words.pop()
    if not 1 <= len(words) <= 5 or (len(words) == 1 and alone and not titled):
        return False
    if words[-1].casefold() in _OF_MEETINGS and not titled:
        return False
    if (
        words[0] in {"Item", "Agenda", "Minute"}
        and not titled
        and len(words) > 1
        and (words[1].casefold() in _OF_NUMBERS or fold(words[1]) in words_of("minute_columns", "text"))
    ):
        return False
    if len(words) == 2 and not titled and _PART_OF_PAPER.fullmatch(" ".join(words)):
        return False
    # `D. Dean` holds no office, and `D Court` is none; `A Court` may be
    initialled = len(words) >= 2 and all(re.fullmatch(r"[A-Z]\.|[B-Z]", w) for w in words[:-1])
    said = " ".join(w for w in words if not _is_double(w))
    post = has_role(said) or is_body(said)
    surname = (
        titled and _TITLED_SURNAME.fullmatch(text) is not None and not has_role(said)
    )  # `Cllr Banks`, `Mrs Parish`
    if post and not initialled and not surname and (not titled or len(words) == 1):
        return False
    shaped = all(_NAME_WORD.fullmatch(w) and (w[0].isupper() or w.casefold() in _PARTICLES) for w in words)
    if not shaped or not any(len(w.strip(".")) > 1 for w in words):
        return False
    # `HMCTS`, `ODI`: capitals alone are a body, unless a whole list is set in capitals
    return titled or len(words) > 1 or not words[0].isupper()


def _is_double(word: str) -> bool:
    """Whether a word is a double surname with an office in it: `Cook-Harvey`, not `Vice-Chair`."""
    parts = word.split("-")
    known = words_of("person_words", "surname")
    return len(parts) == 2 and all(p.istitle() for p in parts) and any(p.casefold() in known for p in parts)


@lru_cache(maxsize=4096)
def is_body(text: str) -> bool:
    """Whether the last word of a text is a word for a public body: `Registry Trust`, `Cabinet Office`."""
    words = fold(re.sub(r"\([^)]*\)", "", text)).split()
    last = words[-1] if words else ""
    return bool({last, last.removesuffix("s"), re.sub("ies$", "y", last)} & _body_words())


def is_field_of_work(text: str) -> bool:
    """Whether a text in brackets behind a post says what the post is about: `Planner (Development Management)`."""
    words = fold(text).split()
    return bool(words) and words[-1] in words_of("person_words", "field")


@cache
def _body_words() -> frozenset[str]:
    return frozenset(row["printed"].split()[-1] for row in rows("bodies")) | words_of("person_words", "body")


@lru_cache(maxsize=4096)
def has_role(text: str) -> bool:
    """Whether a text holds a word for what a person is: Chair, Head of …, Officer."""
    whole = fold(text)
    if whole in words_of("person_words", "alone"):
        return True  # `Reeve` is a surname too, but not where it stands alone
    words = [fold(w).strip("()'") for w in re.split(r"[\s/-]+", text) if w]
    return not words_of("person_words", "role").isdisjoint(words) or any(part in whole for part in _posts_of())


@cache
def _posts_of() -> Sequence[str]:
    """The words for what a person is that are several."""
    return [phrase for phrase in words_of("person_words", "of") if " " in phrase]

"""Printed headings compared with the words of a vocabulary: in any case, order, plural, or broken in two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from extract.vocabularies import rows

_DASHES = re.compile(r"[‐-―−]")
_QUOTES = re.compile(r"[‘’‛`´]")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_RUN = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# Words that say little in a heading: alone they count, beside others they weigh nothing.
# fmt: off
_LIGHT = frozenset({
    "a", "an", "and", "at", "by", "for", "from", "if", "in", "is", "of", "on", "or", "the", "this",
    "to", "was", "with", "risk", "risks", "current", "no", "number",
})
# fmt: on
_ALIKE = 86  # rapidfuzz ratio from which two words are one with a slip or a plural
_SHORTEST_FUZZY = 5
LONGEST = 16  # words; no heading is longer
LEAST = 0.6  # how much of a heading phrases must cover


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """One printed form of a vocabulary."""

    printed: str
    canonical: str
    strength: float  # how surely the words mean this and nothing else
    evidence: str
    words: tuple[str, ...]
    plain: str  # letters and digits alone


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """A text as it is looked up: one case, plain dashes and quotes, one space between words, no stops at its ends."""
    return _folded(text)


def _folded(text: str) -> str:
    if text.isascii():
        if text.isalnum():  # most words that stand alone
            return text.lower()
        text = text.replace("`", "'")
    else:
        text = unicodedata.normalize("NFKC", text)
        text = _QUOTES.sub("'", _DASHES.sub("-", text))
    return " ".join(text.split()).strip(" .:;,*-_").casefold()


@lru_cache(maxsize=16384)
def head_of(text: str) -> str:
    """The first letters and digits of a text as it is looked up: a text that begins otherwise is not what is looked for."""
    if text.isalnum() and text.isascii():
        return text.lower()
    match = _RUN.search(_folded(text))  # asked of all words: those looked up are to stay remembered
    return match.group() if match is not None else ""


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a folded text, without what stands in brackets and without signs."""
    inside = _BRACKETS.sub(" ", fold(text))
    return tuple(_WORD.findall(inside or fold(text)))


def plain(text: str) -> str:
    """Letters and digits alone: `Likeli hood` and `Likelihood` are one. A sign alone (`#`) is itself."""
    return "".join(words_of(text)) or fold(text)


class Phrases(tuple[Phrase, ...]):
    """Forms of a vocabulary. Known by identity, so that what a heading was found to be like can be remembered."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


@cache
def phrases(name: str) -> Phrases:
    """The forms of `extract/vocabulary/<name>.csv` (printed, canonical, evidence; strength 0..1 where it is given)."""
    return Phrases(
        Phrase(
            printed=row["printed"],
            canonical=row["canonical"],
            strength=float(row.get("strength") or 1),
            evidence=row["evidence"],
            words=words_of(row["printed"]),
            plain=plain(row["printed"]),
        )
        for row in rows(name)
    )


def likeness(heading: str, known: Iterable[Phrase]) -> dict[str, float]:
    """How well a heading is covered by the phrases of each canonical form: 1 is word for word, below 0.6 is left out.

    Several phrases of one form may cover a heading together (`Source/Cause of Risk`). A heading's word that no phrase
    covers counts against it: a `Secondary Owner` is no `Owner`.
    """
    known = known if isinstance(known, Phrases) else Phrases(known)
    found = dict(_likeness(heading, known))
    if "&" in heading:
        spelled = _likeness(heading.replace("&", " and "), known)
        found |= {canonical: max(score, found.get(canonical, 0.0)) for canonical, score in spelled.items()}
    return found


@lru_cache(maxsize=8192)
def _likeness(heading: str, known: Phrases) -> Mapping[str, float]:
    words, whole = words_of(heading), plain(heading)
    if not whole or len(words) > LONGEST:
        return {}
    index = _index(known)
    near = _near_all(words, known)
    if near is None and whole not in index.as_whole:
        return {}
    near = near or [_near(word, known) for word in words]
    reached = set().union(*near)
    found: dict[str, float] = {}
    covered: dict[str, dict[int, float]] = {}
    # of a vocabulary of hundreds only the phrases whose rarest word the heading has are looked at, in its order
    for number in sorted({*index.as_whole.get(whole, ()), *(n for w in reached for n in index.by_rarest.get(w, ()))}):
        phrase = known[number]
        if phrase.plain == whole:
            found[phrase.canonical] = max(found.get(phrase.canonical, 0.0), phrase.strength)
            continue
        hits = _places(phrase.words, near) if phrase.words and reached.issuperset(phrase.words) else None
        if hits is not None:
            places = covered.setdefault(phrase.canonical, {})
            for place, alike in hits.items():
                places[place] = max(places.get(place, 0.0), alike * phrase.strength)
    exact = set(found)  # word for word: what only covers the same words weighs less
    for canonical, places in covered.items():
        weights = _weights(words)
        share = sum(weights[i] * alike for i, alike in places.items()) / sum(weights)
        if share >= LEAST:
            cover = 0.95 * share * (0.85 if exact and canonical not in exact else 1.0)
            if cover >= LEAST:
                found[canonical] = max(found.get(canonical, 0.0), cover)
    return found


def _near_all(words: Sequence[str], known: Phrases) -> list[Mapping[str, float]] | None:
    """What each word of a heading is near to; None as soon as too many are near nothing for phrases to cover the rest."""
    found = []
    weights = _weights(words)
    missing = (1 - LEAST) * sum(weights) + 1e-9
    for word, weight in zip(words, weights, strict=True):
        found.append(_near(word, known))
        if not found[-1]:
            missing -= weight
            if missing < 0:
                return None
    return found


def hints(heading: str, known: Iterable[Phrase]) -> dict[str, float]:
    """What the single words of a heading speak for, where no phrase covers it: the share (0..1) of the phrases with
    that word that mean a form, averaged over the heading's words. Weaker evidence than `likeness`, and no substitute.
    """
    return dict(_hints(heading, known if isinstance(known, Phrases) else Phrases(known)))


@lru_cache(maxsize=8192)
def _hints(heading: str, known: Phrases) -> Mapping[str, float]:
    words = words_of(heading)
    if not words or len(words) > LONGEST:
        return {}
    index = _index(known)
    weights = _weights(words)
    found: dict[str, float] = {}
    for word, weight in zip(words, weights, strict=True):
        if not weight:
            continue
        numbers = {n for other in _near(word, known) for n in index.by_word.get(other, ())}
        votes: dict[str, float] = {}
        for phrase in (known[n] for n in sorted(numbers)):  # in one order always: sums of fractions depend on it
            votes[phrase.canonical] = votes.get(phrase.canonical, 0.0) + phrase.strength / len(phrase.words)
        for canonical, vote in votes.items():
            found[canonical] = found.get(canonical, 0.0) + weight * vote / sum(votes.values())
    return {canonical: score / sum(weights) for canonical, score in found.items()}


def contains(text: str, known: Phrases) -> tuple[Phrase, ...]:
    """The phrases that stand in a text word for word, longest first."""
    words = words_of(text)
    by_head = _by_head(known)
    hits = {
        number
        for i, word in enumerate(words)
        for number in by_head.get(word, ())
        if words[i : i + len(known[number].words)] == known[number].words
    }
    return tuple(sorted((known[number] for number in sorted(hits)), key=lambda p: -len(p.words)))


@lru_cache(maxsize=64)
def _by_head(known: Phrases) -> Mapping[str, Sequence[int]]:
    """The first word of each phrase -> the numbers of the phrases that begin with it."""
    found: dict[str, list[int]] = {}
    for number, phrase in enumerate(known):
        if phrase.words:
            found.setdefault(phrase.words[0], []).append(number)
    return found


def without(text: str, taken: Sequence[str]) -> str:
    """`text` less a run of words that stands in it (`taken`, folded)."""
    words = list(words_of(text))
    for i in range(len(words)):
        if tuple(words[i : i + len(taken)]) == tuple(taken):
            return " ".join(words[:i] + words[i + len(taken) :])
    return " ".join(words)


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """Where the words of a vocabulary stand: the numbers of its phrases."""

    by_length: Mapping[int, Sequence[str]]  # words that may be another with a slip, by their letters
    by_word: Mapping[str, list[int]]
    by_rarest: Mapping[str, list[int]]  # each phrase under that one of its words that the fewest others have
    as_whole: Mapping[str, list[int]]  # letters and digits alone -> the phrases that are just these


@lru_cache(maxsize=64)
def _index(known: Phrases) -> _Index:
    by_word: dict[str, list[int]] = {}
    as_whole: dict[str, list[int]] = {}
    for number, phrase in enumerate(known):
        as_whole.setdefault(phrase.plain, []).append(number)
        for word in phrase.words:
            by_word.setdefault(word, []).append(number)
    by_rarest: dict[str, list[int]] = {}
    for number, phrase in enumerate(known):
        if phrase.words:
            by_rarest.setdefault(min(phrase.words, key=lambda w: len(by_word[w])), []).append(number)
    by_length: dict[int, list[str]] = {}
    for word in by_word:
        if len(word) >= _SHORTEST_FUZZY:
            by_length.setdefault(len(word), []).append(word)
    return _Index(by_length, by_word, by_rarest, as_whole)


@lru_cache(maxsize=1024)
def _may_be_alike(letters: int, known: Phrases) -> Sequence[str]:
    """The words of a vocabulary that one of so many letters may be: where one has half more letters, too many are unlike."""
    lengths = _index(known).by_length
    return [w for n in sorted(lengths) if 4 * max(n, letters) <= 6 * min(n, letters) for w in lengths[n]]


def _places(phrase: Sequence[str], near: Sequence[Mapping[str, float]]) -> Mapping[int, float] | None:
    """Where each word of a phrase stands in a heading, and how alike it is; None where one is missing.

    `near` holds, for each word of the heading, the words of the vocabulary that it is like.
    """
    hits: dict[int, float] = {}
    for wanted in phrase:
        best, place = 0.0, -1
        for i, alike in enumerate(near):
            if i not in hits and alike.get(wanted, 0.0) > best:
                best, place = alike[wanted], i
        if place < 0:
            return None
        hits[place] = best
    return hits


@lru_cache(maxsize=8192)
def _near(word: str, known: Phrases) -> Mapping[str, float]:
    """The words of a vocabulary that a word is, but for a slip or a plural, and how alike they are."""
    found: dict[str, float] = {}
    index = _index(known)
    wanted = index.by_word
    if len(word) >= _SHORTEST_FUZZY:
        alike = _may_be_alike(len(word), known)
        for other, ratio, _ in process.extract(word, alike, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None):
            found[other] = ratio / 100
    for other in (word.rstrip("s"), word.rstrip("s") + "s"):
        if len(other) > 3 and other in wanted:
            found[other] = 0.98
    if word in wanted:
        found[word] = 1.0
    return found


def _weights(words: Sequence[str]) -> list[float]:
    heavy = [0.0 if w in _LIGHT else 1.0 for w in words]
    return heavy if any(heavy) else [1.0] * len(words)

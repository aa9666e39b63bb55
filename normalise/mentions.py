"""Who speaks, asks or undertakes something in a minute, and which minutes it refers to: spaCy's phrase rules over running text.

`Mr Jardine highlighted …` is Jonathan Jardine of the meeting's attendance list. No model is used: a blank English
tokenizer, the people of the meeting as phrases, and a list of verbs. spaCy is loaded where a paper has minutes only.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from normalise.attendees import People
from normalise.vocabularies import vocabulary

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.pipeline import EntityRuler
    from spacy.tokens import Doc, Span

FAR = 9  # words between a person and the verb: a post and a body may stand there
TITLES = (
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Dr",
    "Cllr",
    "Councillor",
    "Professor",
    "Prof",
    "Sir",
    "Dame",
    "Mx",
    "Revd",
    "Canon",
)
ROLES = frozenset(
    {
        *(
            "chair",
            "chairman",
            "chairperson",
            "clerk",
            "vice-chair",
            "vice chair",
            "vice-chairman",
            "treasurer",
            "secretary",
        ),
        *("commissioner", "mayor", "provost", "convener", "president", "headteacher", "principal", "leader"),
    }
)
_STOPS = frozenset({".", ";", ":", "?", "!"})


class Mentions:
    """Finds the people of one meeting in its texts."""

    def __init__(self, people: People, texts: Iterable[str]) -> None:
        squeezed = "\n".join(map(_squeezed, texts))
        phrases = [(_squeezed(phrase), phrase, name) for phrase, name in _phrases(people, squeezed)]
        printed = [each for each in phrases if each[0] in squeezed]  # of hundreds of forms few are printed at all
        self._bare = frozenset([bare for bare, _, _ in printed])
        self._known: EntityRuler | None = None
        if printed:
            self._known = _ruler()
            self._known.add_patterns(
                [{"label": "PERSON", "pattern": phrase, "id": name} for _, phrase, name in printed]
            )

    def speakers(self, text: str) -> list[str]:
        """The full names of those who say, ask, report or undertake something in one of the texts, in printed order."""
        squeezed = _squeezed(text)
        if self._known is None or not any(bare in squeezed for bare in self._bare):
            return []
        doc = self._known(_language().make_doc(text))
        return list(dict.fromkeys(e.ent_id_ for e in doc.ents if e.label_ == "PERSON" and _acts(doc, e)))


def _squeezed(text: str) -> str:
    """A text without white space: what its tokens come to."""
    return "".join(text.split())


def cited_minutes(text: str) -> list[str]:
    """The numbers of the minutes that a text refers to: `Further to Minute No. 593`."""
    if "inute" not in text and "INUTE" not in text:
        return []
    doc = _language().make_doc(text)
    return list(dict.fromkeys(doc[end - 1].text.rstrip(".,") for _, _, end in _citations()(doc)))


def warm() -> None:
    """Imports spaCy and builds its rules now rather than at the first text that needs them."""
    _citations()
    _ruler()


@cache
def _language() -> Language:
    """The tokenizer. spaCy's command line, of which it imports `info`, is left out: that takes as long as half of the rest."""
    unasked = "spacy.cli.info"
    if unasked not in sys.modules:
        sys.modules[unasked] = ModuleType(unasked)
        sys.modules[unasked].info = None  # type: ignore[attr-defined]  # what spaCy imports of it
    import spacy
    from spacy.attrs import IS_PUNCT, IS_SPACE, LOWER  # type: ignore[import-not-found]  # it is made in C

    language = spacy.blank("en")
    vocab: Any = language.vocab
    # all else that it works out of each new word takes as long as to part a text in words, and nobody asks for it
    vocab.lex_attr_getters = {asked: vocab.lex_attr_getters[asked] for asked in (LOWER, IS_PUNCT, IS_SPACE)}
    return language


def _ruler() -> EntityRuler:
    language = _language()
    from spacy.pipeline import EntityRuler

    return EntityRuler(language)


@cache
def _citations() -> Matcher:
    language = _language()  # before all else of spaCy: it says what is left out
    from spacy.matcher import Matcher

    matcher = Matcher(language.vocab)
    number = {"TEXT": {"REGEX": r"^\d{1,4}(?:[/.-]\d{1,4})*\.?$"}}
    words = {"LOWER": {"IN": ["no", "no.", "nos", "nos.", "number", "numbers", "ref", "item"]}}
    matcher.add("MINUTE", [[{"LOWER": {"IN": ["minute", "minutes"]}}, words, {"IS_PUNCT": True, "OP": "?"}, number]])
    matcher.add("MINUTE", [[{"LOWER": "minute"}, number]])
    return matcher


def _phrases(people: People, squeezed: str) -> Iterator[tuple[str, str]]:
    """The people as phrases: full names, titled surnames, initials, and the posts that one person holds.

    Who a titled surname is, is asked where it stands in the texts (`squeezed`) alone.
    """
    surnames: dict[str, set[str]] = {}
    for name in people.names:
        yield name, name
        surnames.setdefault(name.split()[-1], set()).add(name)
    for surname, names in surnames.items():
        for title in TITLES if surname in squeezed else ():
            if f"{title}{surname}" not in squeezed:
                continue
            whole = people.resolve(f"{title} {surname}")
            if whole is not None and (len(names) == 1 or people.titles.get(whole, "").rstrip(".") == title):
                yield f"{title} {surname}", whole
    yield from _ranked(people, {n for names in surnames.values() if len(names) == 1 for n in names})
    for initials, name in people.key.items():
        yield initials, name
    for role, name in people.roles.items():
        if role in ROLES or len(role.split()) > 1:
            for form in {role, role.title(), role.capitalize()}:
                yield f"The {form}", name
                yield f"the {form}", name


def _ranked(people: People, single: Collection[str]) -> Iterator[tuple[str, str]]:
    """Surnames behind a rank or a post, whole or by its letters (`ACC Marsh`, `AM Finch`), posts by their letters (`the CFO`).

    `single`: the names whose surname nobody else has.
    """
    for name in single:
        words = name.split()
        surname = " ".join(words[-2:]) if len(words) > 2 and words[-2].islower() else words[-1]
        if " " in surname:
            yield from ((f"{title} {surname}", name) for title in TITLES)
        posts = [people.ranks.get(name, ""), *(role for role, held in people.roles.items() if held == name)]
        for post in filter(None, posts):
            yield from ((f"{form} {surname}", name) for form in {post, post.title()})
            if letters := _letters(post):
                yield f"{letters} {surname}", name
    for role, name in people.roles.items():
        letters = _letters(role)
        if len(letters) > 2 and letters not in people.key:
            yield f"The {letters}", name
            yield f"the {letters}", name


def _letters(post: str) -> str:
    """The first letters of a post of two to four words: `CFO` of a Chief Finance Officer."""
    words = re.findall(r"[^\W\d_]+", post)
    small = {"of", "the", "and", "for", "to"} & {w.lower() for w in words}
    return "".join(w[0].upper() for w in words) if 2 <= len(words) <= 4 and not small else ""


def _acts(doc: Doc, person: Span) -> bool:
    """Whether a verb of speech or undertaking follows a person, before the sentence ends or another person begins."""
    verbs = vocabulary("speech_verbs")
    for token in doc[person.end : person.end + FAR]:
        if token.text in _STOPS:
            return False
        if (
            token.ent_type_ == "PERSON"
            and token.ent_id_ != person.ent_id_
            and doc[token.i - 1].lower_ not in {"and", ",", "&"}
        ):
            return False
        if token.lower_ in verbs:
            return doc[token.i - 1].lower_ not in {"been", "was", "were", "be", "is", "are"}
    return False

"""The people of a meeting: who `Mr Jardine`, `JB` or `the Chair` is, by its attendance list and by how its minutes introduce people."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from models.record import Printed
from normalise.document import Context
from normalise.papers import bodies_that_meet, is_of_one_body, names
from normalise.people import clean_name, is_initials, is_person
from normalise.places import paper_of
from normalise.vocabularies import fold

_INTRODUCED = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]+\.?\s+){1,4}[A-Z][\w’'-]+)"
    r"\s*(?:,\s*[A-Z][\w’' &-]{2,60}\s*)?[(\[](?P<initials>[A-Z][A-Za-z]{0,3}[A-Z][a-z]?|[A-Z][A-Z][a-z])[)\]]"
)
_NAMING = frozenset({"attendance", "minutes", "minute_actions", "resolutions"})
_TITLE_SEX = {"mr": "m", "sir": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f", "lord": "m"}


@dataclass(frozen=True, slots=True)
class People:
    """Those whom one meeting names."""

    names: tuple[str, ...]  # full names of the attendance list, in printed order
    titles: Mapping[str, str]  # full name -> title it was printed with
    key: Mapping[str, str]  # initials -> full name
    roles: Mapping[str, str]  # folded role -> full name, where one person holds it
    roles_used: frozenset[str] = frozenset()  # roles of one word as printed: `Councillor`
    ranks: Mapping[str, str] = field(default_factory=dict)  # full name -> all that is printed before it: `Area Manager`

    def resolve(self, printed: str) -> str | None:
        """The full name of a person printed in any way (`Mr Jardine`, `J Jardine`, `JJ`), or None where none, or several, fit."""
        text = printed.strip(" .,;:")
        if text in self.key:
            return self.key[text]  # `JAb`, as the list prints it
        if is_initials(text):
            return self.key.get(text) or self.key.get(text.replace(".", "").replace(" ", ""))
        name = clean_name(text)
        if not name:
            return None
        if name in self.names:
            return name
        words = fold(name).split()
        fits = [n for n, own in _by_surname(self.names).get(words[-1] if words else "", ()) if _fits(words, own)]
        if len(fits) > 1:
            sex = _TITLE_SEX.get(fold(text.split()[0]).rstrip("."))
            fits = [n for n in fits if sex and _TITLE_SEX.get(fold(self.titles.get(n, ""))) == sex] or fits
        if not fits and len(words) == 1:  # `Jim`, where one of them is called so
            fits = [n for n in dict.fromkeys(self.names) if len(n.split()) > 1 and fold(n).split()[0] == words[0]]
        return fits[0] if len(fits) == 1 else None

    def one_by_one(self, printed: str) -> list[str]:
        """Full names of the list that stand one below the other with nothing between them; [] where that is not all there is."""
        found: list[str] = []
        rest = printed.strip(" .") if printed.count(" ") > 2 else ""
        while rest:
            name = next((n for n in self.names if " " in n and rest.startswith(n)), None)
            if name is None or rest[len(name) : len(name) + 1].strip():
                return []
            found.append(name)
            rest = rest[len(name) :].lstrip()
        return found if len(found) > 1 else []


_SURNAME_FIRST = re.compile(r"(?P<surname>[A-Z][A-Z’'-]+(?:[ -][A-Z][A-Z’'-]+)*),\s*(?P<given>[^,(]{1,40})")
# `Kemble, Alison`, as a list prints all its people: honours, which follow a name too, are in capitals
_TITLE = r"(?:(?:Mrs?|Ms|Miss|Dr|Prof(?:essor)?|Cllr|Councill?or|Cr|Sir|Rev(?:erend)?)\.? )?"
_TURNED = re.compile(
    rf"{_TITLE}(?P<surname>(?:[a-zA-Z]{{2,3}} ){{0,2}}[A-Z][\w’'-]*[a-z](?: [A-Z][\w’'-]*[a-z])?)(?: \([A-Z][\w’'-]+\))?, {_TITLE}"
    r"(?P<given>(?!(?:Jr|Sr|Esq)\b)(?:[A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)?|(?:[A-Z]\.){1,2}[A-Z]\.?|[A-Z]\.?)"
    r"(?: (?:[A-Z][a-z]+|[A-Z]\.?)){0,2})"
)


@lru_cache(maxsize=16)  # a meeting's people are looked up by every record that names one
def _by_surname(names: tuple[str, ...]) -> Mapping[str, Sequence[tuple[str, Sequence[str]]]]:
    """Folded surname -> the full names with it, in printed order, each with its folded words."""
    found: dict[str, list[tuple[str, Sequence[str]]]] = defaultdict(list)
    for name in dict.fromkeys(names):
        words = fold(name).split()
        if words:
            found[words[-1]].append((name, words))
    return found


def full_name(text: str) -> str:
    """A printed name as given names and surname, without title: `KEMBLE, Alison` is `Alison Kemble`."""
    match = _SURNAME_FIRST.fullmatch(text.strip())
    if match is None:
        turned = _TURNED.fullmatch(text.strip()) if "," in text else None
        return clean_name(f"{turned['given']} {turned['surname']}" if turned is not None else text)
    surname = re.sub(r"[A-Z]+", lambda m: m.group().capitalize(), match["surname"])
    surname = (
        re.sub(r"\b(Mc|Mac(?=[a-z]{4}))([a-z])", lambda m: m[1] + m[2].upper(), surname)
        if surname.startswith("Mc")
        else surname
    )
    return clean_name(f"{match['given'].strip()} {surname}")


def _fits(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a shortened name can be the full one: the same surname, given names alike as far as both print them."""
    if not short or not full or short[-1] != full[-1]:
        return False
    if len(short) < len(full) and short == full[-len(short) :]:
        return True  # a surname of several words: `Ní Bhriain`, `van der Berg`
    given, own = [w.rstrip(".") for w in short[:-1]], [w.rstrip(".") for w in full[:-1]]
    return all(
        a == b or (a.startswith(b[:1]) and (len(a) == 1 or len(b) == 1)) for a, b in zip(given, own, strict=False)
    )


def may_be(short: str, full: str) -> bool:
    """Whether a name can be a shortened form of another: the same surname, given names alike as far as both print them."""
    return _fits(fold(short).split(), fold(full).split())


def people_of(meeting: Printed | None, context: Context) -> People:
    """The people of a meeting, worked out once."""
    cache = context.cache.setdefault("people of meetings", {})
    assert isinstance(cache, dict)
    found = cache.get(id(meeting))
    if not isinstance(found, People):
        keys = [p for p in context.printed if p.view == "owner_keys"]
        if (
            meeting is not None and keys and not is_of_one_body(context)
        ):  # the key of another body's paper is no key here
            own = paper_of(meeting, context.papers)
            keys = [p for p in keys if paper_of(p, context.papers) == own]
        found = _people(context.printed if meeting is None else (*_parts(context).get(id(meeting), ()), *keys))
        cache[id(meeting)] = found
    return found


def people_near(printed: Printed, context: Context) -> People:
    """Those whom a record that belongs to no meeting may mean: all that the document names where one body meets in it; in a pack of
    several bodies those of its own paper, and of the meetings of a body that this names."""
    if is_of_one_body(context):
        return people_of(None, context)
    number = paper_of(printed, context.papers)
    cache = context.cache.setdefault("people of papers", {})
    assert isinstance(cache, dict)
    found = cache.get(number)
    if not isinstance(found, People):
        paper = next((p for p in context.papers if p.number == number), None)
        named = {m for m, body in bodies_that_meet(context).items() if paper is not None and names(paper, body)}
        parts = [p for meeting in named for p in _parts(context).get(meeting, ())]
        naming = (p for p in context.printed if p.view in _NAMING or p.view == "owner_keys")
        own = [p for p in naming if paper_of(p, context.papers) == number]
        found = _people({id(p): p for p in (*own, *parts)}.values())
        cache[number] = found
    return found


def _parts(context: Context) -> Mapping[int, Sequence[Printed]]:
    """The id of every meeting -> its records that name people, in printed order; worked out once for a document."""
    known = context.cache.get("parts of meetings")
    if isinstance(known, dict):
        return known
    parts: dict[int, list[Printed]] = defaultdict(list)
    for item in context.printed:
        if item.view in _NAMING and (meeting := meeting_of(item)) is not None:
            parts[id(meeting)].append(item)
    context.cache["parts of meetings"] = parts
    return parts


def times_listed(meeting: Printed, name: str, status: str, context: Context) -> int:
    """How often the lists of a meeting (not a grid of several meetings) give a name with a status."""
    cache = context.cache.setdefault("lists of meetings", {})
    assert isinstance(cache, dict)
    found = cache.get(id(meeting))
    if found is None:
        found = Counter(
            (full_name(p.fields["person"].text), p.fields["status"].note)
            for p in _parts(context).get(id(meeting), ())
            if p.view == "attendance" and "meeting_date" not in p.fields
        )
        cache[id(meeting)] = found
    assert isinstance(found, Counter)
    return found[name, status]


def meeting_of(printed: Printed) -> Printed | None:
    """The meeting that a record belongs to, however deep."""
    item: Printed | None = printed
    while item is not None and item.view != "meetings":
        item = item.parent
    return item


def _people(printed: Iterable[Printed]) -> People:
    names: list[str] = []
    titles: dict[str, str] = {}
    ranks: dict[str, str] = {}
    key: dict[str, str] = {}
    printed_key: dict[str, set[str]] = {}
    roles: dict[str, list[str]] = defaultdict(list)
    texts: list[str] = []
    used: set[str] = set()
    away: set[str] = set()
    for item in printed:
        if item.view == "attendance" and "person" in item.fields:
            text = item.fields["person"].text
            name = full_name(text)
            names.append(name)
            away |= {name} if item.fields.get("status") and item.fields["status"].note == "apologies" else set()
            titles.setdefault(name, text.split()[0] if text != name and text.split() else "")
            if (start := text.find(name.split()[0]) if name else 0) > 0:
                ranks.setdefault(name, text[:start].strip())
            if "initials" in item.fields:
                key[item.fields["initials"].text.strip("()[] ")] = name
            if "role" in item.fields:
                roles[fold(item.fields["role"].text)].append(name)
                used.add(item.fields["role"].text)
        elif item.view == "owner_keys" and {"initials", "name"} <= set(item.fields):
            printed_key.setdefault(item.fields["initials"].text.strip("()[] "), set()).add(
                clean_name(item.fields["name"].text)
            )
        elif item.view in {"minutes", "minute_actions", "resolutions"}:
            texts.extend(f.text for n, f in item.fields.items() if n in {"text", "action"})
    key |= {initials: next(iter(told)) for initials, told in printed_key.items() if len(told) == 1}
    introduced = {initials: name for initials, name in _introduced(texts) if initials not in key}
    here = {i: [n for n in ns if n not in away] or ns for i, ns in _by_initials(names).items()}
    computed = {i: ns[0] for i, ns in here.items() if len(ns) == 1}  # of two with them, the one who came
    return People(
        tuple(names),
        titles,
        computed | introduced | key,
        {role: ns[0] for role, ns in roles.items() if len(set(ns)) == 1},
        frozenset(used),
        ranks,
    )


def _introduced(texts: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Initials as a text introduces them: `Matthew Brown (MB)`. The first introduction counts."""
    seen: set[str] = set()
    for text in texts:
        for match in _INTRODUCED.finditer(text):
            initials = match["initials"]
            words = clean_name(match["name"]).split()
            for start in range(max(0, len(words) - 4), len(words) - 1):
                name = " ".join(words[start:])
                if initials not in seen and _spell(words[start:], initials) and is_person(name):
                    seen.add(initials)
                    yield initials, name
                    break


def _spell(words: Sequence[str], initials: str) -> bool:
    """Whether the capitals of some initials begin a name's first and last words: `JTe` is Jeni Tennison."""
    capitals = [c for c in initials if c.isupper()]
    letters = [w[0].upper() for w in words if w]
    if "".join(capitals) == "".join(letters):
        return True
    return (
        len(capitals) >= 2
        and len(words) >= 2
        and capitals[0] == letters[0]
        and capitals[-1] in letters[1:]
        and len(words) == 2
    )


def _by_initials(names: Iterable[str]) -> dict[str, list[str]]:
    """Initials -> the people of the list whose they can be."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        words = re.findall(r"[^\W\d_][\w’']*", name.replace("’", "'"))
        if len(words) >= 2:
            found["".join(w[0].upper() for w in words)].append(name)
            if len(words) > 2:
                found[words[0][0].upper() + words[-1][0].upper()].append(name)
    return found

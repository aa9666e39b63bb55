"""The printed lines of an owner cell: columns side by side, names over posts, posts under each other, titles that begin lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.record import Field
from normalise.people import begins_with_title, clean_name, is_person, kind_of, split_hard
from normalise.units import UNIT_ENDS, names_unit
from normalise.vocabularies import vocabulary

# a line that begins as posts do (`Director of …`, `Chief …`), and an end that calls for more
POST_BEGINS = re.compile(
    r"(?:(?:assistant|associate|corporate|deputy|executive|interim|service|strategic|joint) )?"
    r"(?:(?:director|head|dean|secretary|manager|lead) (?:of|for)|chief \w+|cabinet member)\b",
    re.IGNORECASE,
)
_POST_GOES_ON = re.compile(
    r"(?:\b(?:of|and|for|the|to|in|on|with|deputy|assistant|interim|acting|joint)|[&,/(-])$", re.IGNORECASE
)
_JOINS = re.compile(r"[;,/&+]|\band\b", re.IGNORECASE)
_MOST_LINES = 8  # of a cell with names over posts
_LONGEST_NAME = 5  # words


def columns_of(text: str, lines: Sequence[str]) -> list[list[str]]:
    """The lines of each column, where persons stand under each other in one and posts in the next (`A; B` only as they are
    joined here); [] of all else."""
    parts = [part.strip() for part in text.split(";")]
    if len(parts) < 2 or any(";" in line for line in lines):
        return []
    found: list[list[str]] = []
    place = 0
    for part in parts:
        end = next((e for e in range(place + 1, len(lines) + 1) if " ".join(lines[place:e]) == part), None)
        if end is None:
            return []
        found.append(list(lines[place:end]))
        place = end
    return found


def names_over_posts(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Name and post of each owner of a cell that prints the post on the lines below the name; [] of others. A narrow column
    may break names and posts."""
    owners: list[tuple[str, str]] = []
    start = 0 if 1 < len(lines) <= _MOST_LINES else len(lines)
    while start < len(lines):
        ends = [(a, b) for a in range(start + 1, len(lines)) for b in range(len(lines), a, -1)]
        found = next((e for e in ends if _are_name_and_post(lines[start : e[0]], lines[e[0] : e[1]])), None)
        if found is None:
            return []
        owners.append((clean_name(" ".join(lines[start : found[0]])), " ".join(lines[found[0] : found[1]])))
        start = found[1]
    return owners


def names_and_posts_by_line(lines: Sequence[str]) -> list[str]:
    """`Ann Lee, Head of Law` over `Tom Ito, Treasurer`, each over a line or several: the owners, a text each. [] of others."""
    owners: list[str] = []
    for line in map(str.strip, lines):
        name, comma, _ = line.partition(",")
        begins = comma and " " in name and is_person(name) and kind_of(name) == "person" and not names_unit(name)
        if owners and not (begins and not _POST_GOES_ON.search(owners[-1])):
            owners[-1] = f"{owners[-1]} {line}"
        elif begins:
            owners.append(line)
        else:
            return []
    return owners if len(owners) > 1 and all(kind_of(o.partition(",")[2]) == "post" for o in owners) else []


def _are_name_and_post(first: Sequence[str], behind: Sequence[str]) -> bool:
    name, post = " ".join(first), " ".join(behind)
    named = len(name.split()) <= _LONGEST_NAME and " " in name and is_person(name) and kind_of(name) == "person"
    if not named or " " not in post or kind_of(post) != "post":
        return False
    units = vocabulary("department_words")
    unit = any(
        w in units or UNIT_ENDS.search(w) for w in name.casefold().split()
    )  # `Property Services`, `Asset Manager`
    begun = [
        None,
        *behind,
    ]  # what goes on with `Director of` is no person, though it looks like one: `Adult Social` over `Services`
    lines = [line for over, line in zip(begun, behind, strict=False) if over is None or not _POST_GOES_ON.search(over)]
    return not unit and not any(is_person(line) and " " in line and kind_of(line) == "person" for line in lines)


def posts_by_line(text: str, lines: Sequence[str]) -> list[str]:
    """Posts printed under each other without a sign between them: a line begins anew as posts do. [] where one is all."""
    if len(split_hard(text)) > 1:
        return []
    pieces: list[str] = []
    for line in lines:
        whole = pieces[-1] if pieces else ""
        ended = (
            " " in whole
            and kind_of(whole) == "post"
            and not _POST_GOES_ON.search(whole)
            and whole.count("(") == whole.count(")")
        )
        if not pieces or (ended and POST_BEGINS.match(line)):
            pieces.append(line)
        else:
            pieces[-1] = f"{whole} {line}"
    return pieces if len(pieces) > 1 else []


def printed_lines(field: Field) -> list[str]:
    """The lines of a field as printed, by the heights of its words; a `;` that no word prints joins two columns."""
    lines: list[list[str]] = []
    bottom = None
    place = 0
    for word in field.words:
        if bottom is None or word.top > bottom - 1:
            lines.append([])
            bottom = word.bottom
        lines[-1].append(word.text)
        place = max(place, field.text.find(word.text, place) + len(word.text))
        if field.text[place : place + 1] == ";":
            bottom = None
    return [" ".join(line) for line in lines]


def owners_by_titles(lines: Sequence[str]) -> list[str]:
    """Persons under each other, where a title tells that a line begins anew: `Ann Lee` over `T/DCC Ruth` over `Ito`; [] of others."""
    if not any(map(begins_with_title, lines[1:])):
        return []
    entries: list[str] = []
    for line in map(str.strip, lines):
        if entries and not begins_with_title(line):
            entries[-1] = f"{entries[-1]} {line}"
        else:
            entries.append(line)
    named = all(is_person(entry) and " " in entry and kind_of(entry) == "person" for entry in entries)
    return entries if named and len(entries) > 1 else []


def owners_by_line(lines: Sequence[str]) -> list[str]:
    """Persons under each other without a sign between them, each with a line of its own; [] of others."""
    alone = len(lines) > 1 and all(len(line.split()) in {2, 3} and not _JOINS.search(line) for line in lines)
    return list(lines) if alone and all(is_person(li) and kind_of(li) == "person" for li in lines) else []

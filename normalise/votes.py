"""Votes: printed records -> the counts, who moved, who voted how, and whether it was carried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from models.page import Word
from models.record import Field, Printed, Record, Value
from normalise.attendees import People, meeting_of, people_of
from normalise.document import Context, Handler
from normalise.meetings import Values, minute_number, of_meeting, record_of
from normalise.people import clean_name, split_names, without_office
from normalise.vocabularies import fold

_ONES = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LOST = re.compile(
    r"\b(?:not\s+(?:\w+\s+)?(?:carr(?:y|ied)|pass(?:ed)?|agreed)|lost|defeated|fell|fail(?:s|ed)|rejected|negatived)\b",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"\b(?:carrie[ds]|pass(?:ed|es)|adopt(?:ed)?|approved|accepted|decided|agreed|resolved|in favou?r|unanimous(?:ly)?|nem\.? con"
    r"|none against|all ayes|voted|ordered|resolution(?=[\W\d]*$))\b",
    re.IGNORECASE,
)
SIDES: Mapping[str, str] = {
    "votes_for": "for",
    "votes_against": "against",
    "abstentions": "abstained",
    "absent": "absent",
    "not_voting": "not_voting",
}


def vote(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:
    """One recorded vote, with the names behind its counts where they are listed."""
    fields = printed.fields
    people = people_of(meeting_of(printed), context)
    values = of_meeting(parent) | minute_number(parent)
    if "motion" in fields:
        values["motion"] = Value(
            fields["motion"].text.strip(' .“”"') if "“" in fields["motion"].text else fields["motion"].text,
            fields["motion"],
            fields["motion"].confidence,
        )
    for column in ("proposer", "seconder"):
        if column in fields:
            values[column] = _mover(fields[column], people)
    for column in ("votes_for", "votes_against", "abstentions"):
        if column in fields and (count := read_count(fields[column].text)) is not None:
            values[column] = Value(count, fields[column], fields[column].confidence)
        names = fields.get(f"{column}_names")
        if names is not None:
            found = [_voter(n, people) for n in split_names(names.text)]
            values[f"{column}_names"] = Value("; ".join(n for n in found if n), names, 0.85)
            if column not in values and found:  # a roll call prints names only: they are counted
                values[column] = Value(len(found), names, 0.85)
    values |= _carried(fields, values)
    record = record_of(printed, values, parent)
    yield record
    for name, side in SIDES.items():
        if f"{name}_names" in fields:
            yield from _members(fields[f"{name}_names"], side, record, people)


def _members(listed: Field, side: str, vote: Record, people: People) -> Iterator[Record]:
    """Who took one side of a vote, each at the place of their own name."""
    left = list(listed.words)
    for printed_name in split_names(listed.text):
        name = _voter(printed_name, people)
        if not name:
            continue
        words = _words_of(printed_name, left)
        place = Field(printed_name, words or listed.words, listed.method, min(listed.confidence, 0.9))
        values = {"person": Value(name, place, place.confidence), "side": Value(side, None, place.confidence)}
        printed = Printed("vote_members", {"person": place}, vote.printed)
        yield Record("vote_members", values, printed, vote, min(vote.confidence, place.confidence))


def _voter(printed: str, people: People) -> str | None:
    """The full name of somebody who voted, where the meeting lists them; else the name as printed, without title and office."""
    text = without_office(printed)
    return (people.resolve(text) or clean_name(text)) if text else None


def _words_of(name: str, left: list[Word]) -> tuple[Word, ...]:
    """The words that print a name, from the first that is left; they and those before them are used up."""
    parts = name.split()
    for start in range(len(left) - len(parts) + 1):
        if all(_bare(w.text) == _bare(p) for w, p in zip(left[start : start + len(parts)], parts, strict=True)):
            found = tuple(left[start : start + len(parts)])
            del left[: start + len(parts)]
            return found
    return ()


def _bare(text: str) -> str:
    return text.strip(" ,;:.()")


def _mover(field: Field, people: People) -> Value:
    """Who moved or seconded: the full name where the meeting lists it, else the name without title and office."""
    text = without_office(field.text)
    name = people.resolve(text) or people.resolve(field.text) or people.roles.get(fold(field.text).removeprefix("the "))
    return Value(name or clean_name(text), field, 0.95 if name else 0.8)


def _carried(fields: Mapping[str, Field], values: Values) -> Values:
    """Whether it was carried: as printed, else by the counts."""
    result = fields.get("carried")
    if result is not None and result.note:  # in a division: of the amendment that stood against the motion
        return {"carried": Value(bool(_LOST.search(result.text)), result, 0.9)}
    if result is not None and (_LOST.search(result.text) or _CARRIED.search(result.text)):
        return {"carried": Value(not _LOST.search(result.text), result, 0.95)}
    ayes, noes = values.get("votes_for"), values.get("votes_against")
    if ayes is not None and noes is not None and isinstance(ayes.value, int) and isinstance(noes.value, int):
        return {"carried": Value(ayes.value > noes.value, ayes.source, 0.75)}
    told = {"votes_against", "votes_against_names", "carried"} & fields.keys()
    if ayes is not None and isinstance(ayes.value, int) and ayes.value > 0 and not told:
        return {
            "carried": Value(value=True, source=ayes.source, confidence=0.7)
        }  # `(Y-5)`: nobody is said to be against
    return {}


def read_count(text: str) -> int | None:
    """A count of votes in figures or words; `nil`, `no` and `none` are 0."""
    folded = fold(text).strip("()")
    if folded.isdecimal():
        return int(folded)
    if folded in {"nil", "no", "none", "no one", "nobody", "zero", "n/a", "-", "–", "—"}:
        return 0
    return _ONES.index(folded) if folded in _ONES else None


HANDLERS: Mapping[str, Handler] = {"votes": vote}

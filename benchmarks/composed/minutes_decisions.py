"""What an item of invented minutes resolves and whom it asks to act: the blocks that are printed, and the rows that they should give."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.composed.minutes_choices import VERBS, MinutesChoices
from benchmarks.composed.minutes_people import Person
from benchmarks.composed.minutes_words import ACTIONS, RESOLUTIONS, SENTENCES, STATED, STATED_PASSIVELY
from benchmarks.composed.paper import Row, initials, table, words_of_day

ENTRIES = {"a": "abc", "i": ("i", "ii", "iii"), "1": "123"}
ENDS = (";", "; and", ".")
PRINTED_DAY = "4 March 2024"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: HTML, the label before it, what stands beside it in the column of actions; `entry` of a list of resolutions."""

    html: str
    label: str = ""
    side: str = ""
    entry: bool = False


@dataclass(slots=True)
class Part:
    """Blocks, rows by view without the date and the number of their item, and running text that stands among them."""

    blocks: list[Block] = field(default_factory=list)
    rows: list[tuple[str, Row]] = field(default_factory=list)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Vote:
    proposer: Person
    seconder: Person
    votes_for: int
    against: int
    abstained: int
    others: Sequence[Person] = ()


def resolve(choices: MinutesChoices, body: str, present: Sequence[Person], rng: random.Random) -> Part:
    """One resolution, or a list of three."""
    noun = body.rsplit(maxsplit=1)[-1]
    if choices.mark in VERBS:
        return _stated(choices, noun, rng)
    worded = rng.sample(RESOLUTIONS, 3 if choices.resolved == "several" and rng.random() < 0.7 else 1)
    mark = choices.mark.replace("The body", f"The {noun}")
    texts = [infinitive if mark.endswith(" to") else clause for clause, infinitive in worded]
    if len(texts) > 1:
        return _listed(choices, mark, texts)
    if choices.vote == "none":
        lead, text = _one(mark, texts[0])
        return Part([Block(f"{lead} {text}")], [("resolutions", {"label": None, "text": text})])
    proposer, seconder = rng.sample(present, 2)
    others = [p for p in present if p not in (proposer, seconder)]
    vote = Vote(proposer, seconder, *rng.choice(((5, 1, 0), (6, 0, 0), (4, 1, 1), (3, 2, 1))), others)
    return _voted(choices.vote, mark, texts[0], vote)


def _one(mark: str, clause: str) -> tuple[str, str]:
    """The mark, and the text behind it with the `that` as it is printed."""
    words = mark.split(" ")
    if words[-1].lower() in ("that", "to"):
        return " ".join(words[:-1]), f"{words[-1]} {clause}."
    return mark, f"That {clause}."


def _stated(choices: MinutesChoices, noun: str, rng: random.Random) -> Part:
    text, outcome = rng.choice(STATED_PASSIVELY if choices.mark == "a verb behind" else STATED)
    text = text.format(body=noun)
    html = f"<b>{text}</b>" if choices.mark == "a bold verb" else text
    return Part([Block(html)], [("resolutions", {"label": None, "text": text, "outcome": outcome})])


def _listed(choices: MinutesChoices, mark: str, texts: Sequence[str]) -> Part:
    letters = choices.entry.strip("().")
    labels = ENTRIES.get(letters, ("", "", ""))
    printed = [choices.entry.replace(letters, label) if label else "•" for label in labels]
    ended = [text + end for text, end in zip(texts, ENDS, strict=True)]
    colon = "" if mark.removesuffix("</b>").endswith((":", "–")) else ":"
    rows: list[tuple[str, Row]] = [
        ("resolutions", {"label": label or None, "text": text}) for label, text in zip(labels, ended, strict=True)
    ]
    if choices.entries == "lines" and choices.entry != "•":
        lines = "<br>".join(f"{label} {text}" for label, text in zip(printed, ended, strict=True))
        return Part([Block(f"{mark}{colon}<br>{lines}")], rows)
    entries = [Block(text, label, entry=True) for label, text in zip(printed, ended, strict=True)]
    return Part([Block(mark + colon), *entries], rows)


def _voted(form: str, mark: str, clause: str, vote: Vote) -> Part:
    """A resolution with who moved and seconded it, and the counts where the form has them."""
    one, other, given, against, abstained = (
        vote.proposer.printed, vote.seconder.printed, vote.votes_for, vote.against, vote.abstained,
    )  # fmt: skip
    if form == "before":
        mark = f"It was proposed by {one}, seconded by {other} and RESOLVED that"
    if form == "on the proposal":
        mark = f"On the proposal of {one}, seconded by {other}, it was resolved that"
    lead, text = _one(mark, clause)
    if form in ("motion", "form", "motion by"):
        text = f"That {clause}."
    ayes, noes = _sides(vote)
    said = f"{lead} {text}"
    blocks = {
        "before": [said],
        "on the proposal": [said],
        "motion by": [f"Motion by {one}, second by {other}, that {clause}. Motion carried {given}-{against}."],
        "roll call": [
            said,
            f"Moved by {one}, seconded by {other}.",
            f"AYES: {', '.join(ayes)}<br>NOES: {', '.join(noes) or 'None'}<br>ABSENT: None",
            "Motion carried.",
        ],
        "ayes": [said, f"Moved by {one}, seconded by {other}. Ayes: {given}. Noes: {against}. Motion passed."],
        "line behind": [said, f"Moved by {one}, seconded by {other}. Carried unanimously."],
        "in the line": [f"{said} Proposed: {one}. Seconded: {other}. All in favour."],
        "brackets": [f"{said} (Proposed {one}, seconded {other})"],
        "two lines": [said, f"Proposed by: {one}<br>Seconded by: {other}"],
        "counts": [
            f"{said} Proposed by {one}, seconded by {other}. Vote: For {given}; Against {against}; Abstentions {abstained}."
        ],
        "tally": [
            said,
            f"Proposed by {one}, seconded by {other}. {given} in favour, {against} against, {abstained} abstained.",
        ],
        "motion": [f"MOTION: {text}", f"Moved by {one}; seconded by {other}. Motion carried {given}-{against}."],
        "form": [
            f"<b>Motion:</b> {text}<br><b>Moved:</b> {one}<br><b>Seconded:</b> {other}<br><b>For:</b> {given} "
            f"<b>Against:</b> {against} <b>Abstained:</b> {abstained}<br><b>Carried</b>"
        ],
    }[form]
    row: Row = {"motion": text, "proposer": vote.proposer.name, "seconder": vote.seconder.name, "carried": "true"}
    if form == "motion by":
        text = f"that {clause}."
        row["motion"] = text
    if form == "roll call":
        row |= {"votes_for": str(len(ayes)), "votes_against": str(len(noes))}
    if form in ("counts", "tally", "form", "motion", "motion by", "ayes"):
        row |= {"votes_for": str(given), "votes_against": str(against)}
    if form in ("counts", "tally", "form"):
        row["abstentions"] = str(abstained)
    return Part([Block(html) for html in blocks], [("resolutions", {"label": None, "text": text}), ("votes", row)])


def _sides(vote: Vote) -> tuple[list[str], list[str]]:
    """The surnames of those for and against, the movers for."""
    surnames = [p.name.split()[-1] for p in (vote.proposer, vote.seconder, *vote.others)]
    return surnames[: vote.votes_for], surnames[vote.votes_for : vote.votes_for + vote.against]


@dataclass(frozen=True, slots=True)
class Asked:
    """An action: who is to do what, and by when where the form prints it."""

    who: str
    what: str
    due: date

    @property
    def task(self) -> str:
        return self.what[0].upper() + self.what[1:]

    @property
    def day(self) -> str:
        return words_of_day(self.due, PRINTED_DAY)


def ask(people: Sequence[Person], day: date, rng: random.Random) -> Asked:
    return Asked(rng.choice(people).name, rng.choice(ACTIONS), day + timedelta(days=rng.randint(10, 60)))


def action(form: str, asked: Asked, count: int, rng: random.Random) -> Part:
    """The action in its item, `count` being its number within the paper; in the forms of a table behind, nothing but its row."""
    who, sentence = asked.who, f"{asked.who} to {asked.what}"
    agreed = f"{who} agreed to {asked.what}."
    before = rng.choice(SENTENCES) if form == "[Action: X to do]" else ""
    text, blocks = {
        "Action: X to do": (f"{sentence}.", [Block(f"<b>Action:</b> {sentence}.")]),
        "ACTION – X to do": (f"{sentence}.", [Block(f"ACTION – {sentence}.")]),
        "italic": (sentence, [Block(f"<i>Action: {sentence}</i>")]),
        "bold": (sentence, [Block(f"<b>ACTION: {sentence}</b>")]),
        "Action: do (X)": (asked.task, [Block(f"<b>Action:</b> {asked.task} ({who})")]),
        "at the right": (f"{sentence}.", [Block(f"{sentence}.", side=initials(who))]),
        "at the right with day": (f"{sentence}.", [Block(f"{sentence}.", side=f"{initials(who)}<br>{asked.day}")]),
        "initials below": (
            agreed,
            [Block(agreed), Block(f'<span class="right"><b>Action: {initials(who)}</b></span>')],
        ),
        "AP1:": (f"{sentence}.", [Block(f"<b>AP{count}:</b> {sentence}.")]),
        "Action 1:": (f"{sentence}.", [Block(f"<b>Action {count}:</b> {sentence}.")]),
        "[Action: X to do]": (sentence, [Block(f"{before} <b>[Action: {sentence}]</b>")]),
        "by a day": (f"{sentence} by {asked.day}.", [Block(f"<b>Action:</b> {sentence} by {asked.day}.")]),
        "Due:": (f"{sentence}.", [Block(f"<b>Action:</b> {sentence}. <b>Due:</b> {asked.day}")]),
        "list": (f"{sentence}.", [Block("<b>Actions:</b>"), Block(f"{sentence}.", "•")]),
        "Action, Owner, Deadline": (
            f"{asked.task}.",
            [Block(f"<b>Action:</b> {asked.task}.<br><b>Owner:</b> {who}<br><b>Deadline:</b> {asked.day}")],
        ),
        "(Action: X)": (f"{asked.task}.", [Block(f"{asked.task}. (Action: {who})")]),
        "initials at the end": (agreed, [Block(f"{agreed} <b>Action: {initials(who)}</b>")]),
        "table within": (
            asked.task,
            [
                Block(
                    table([["<b>Action</b>", "<b>Owner</b>", "<b>By when</b>"], [asked.task, who, asked.day]], "ruled")
                )
            ],
        ),
        "table behind": (asked.task, []),
        "table behind with days": (asked.task, []),
    }[form]
    row: Row = {"action": text, "owners": who}
    if form in ("at the right with day", "Due:", "Action, Owner, Deadline", "table behind with days", "table within"):
        row |= {"due_text": asked.day, "due_date": asked.due.isoformat()}
    if form == "by a day":
        row["due_date"] = asked.due.isoformat()
    return Part(blocks, [("minute_actions", row)], before)

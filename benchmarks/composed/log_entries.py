"""The lines of an invented log of actions: what is printed in each cell, and what should be read of it."""

from __future__ import annotations

import calendar
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.composed import log_words as words
from benchmarks.composed.log_choices import COLOURS, LogChoices
from benchmarks.composed.paper import Row, bullets, initials, iso, words_of_day
from benchmarks.composed.words import addressed

SIGNS = {"/": "/", ";": "; ", ",": ", ", "and": " and ", "&": " &amp; ", "lines": "<br>"}


@dataclass(slots=True)
class Entry:
    """HTML by column; `gold` is its row of `tracked_actions`. `names` are its owners, `fill` is behind its status."""

    done: bool
    cells: dict[str, str] = field(default_factory=dict)
    gold: Row = field(default_factory=dict)
    names: Sequence[str] = ()
    fill: str = ""

    def tell(self, column: str, html: str, **read: str | None) -> None:
        """A cell, and the fields that are read from it."""
        self.cells[column] = html
        self.gold |= read


@dataclass(frozen=True, slots=True)
class Officer:
    name: str
    post: str


def entries(choices: LogChoices, officers: Sequence[Officer], day: date, rng: random.Random) -> list[Entry]:
    """Six to ten lines, or some twenty; those that are done stand last where the log has a part for them."""
    count = rng.randint(6, 10) if choices.length == "short" else rng.randint(14, 24)
    start = rng.randint(3, 40)
    state = rng.choice(words.WORDS)
    made = []
    for number, text in enumerate(rng.sample(words.ACTIONS, count)):
        parted = choices.status in ("parts", "bands")
        entry = Entry(number >= count * 0.65 if parted else rng.random() < 0.35)
        entry.gold["status"] = "completed" if entry.done else "outstanding"
        _action(choices, entry, text, rng)
        printed = choices.columns.split()
        if "ref" in printed:
            _ref(choices.ref, entry, number, start, day)
        if "minute" in printed:
            minute = _minute(choices.minute, day, rng)
            entry.tell("minute", minute, minute_number=minute)
        if "raised" in printed:
            raised = day - timedelta(days=rng.choice((30, 60, 91, 150)))
            told = words_of_day(raised, choices.date)
            entry.tell("raised", told, raised=told, raised_date=iso(raised, choices.date))
        if "subject" in printed:
            entry.tell("subject", rng.choice(words.SUBJECTS))
        if "owners" in printed:
            _owners(choices, entry, officers, rng)
        if "due" in printed:
            _due(choices, entry, day + timedelta(days=rng.choice((-20, 14, 30, 60, 120))), rng)
        if "update" in printed:
            _update(choices, entry, state, rng)
        _status(choices.status, entry, state, rng)
        made.append(entry)
    return made


def merge(choices: LogChoices, made: Sequence[Entry], rng: random.Random) -> list[dict[str, int]]:
    """Gives runs of lines what the first of them has; of each line, over how many rows its cells run (0: none of its own)."""
    columns = {"none": (), "raised": ("raised",), "raised and minute": ("raised", "minute")}[choices.merged]
    fields = {"raised": ("raised", "raised_date"), "minute": ("minute_number",)}
    spans: list[dict[str, int]] = [{} for _ in made]
    first = 0
    while columns and first < len(made):
        run = min(rng.randint(1, 3), len(made) - first)
        for place in range(first, first + run):
            for column in columns:
                made[place].cells[column] = made[first].cells[column]
                made[place].gold |= {name: made[first].gold[name] for name in fields[column]}
                spans[place][column] = run if place == first else 0
        first += run
    return spans


def _ref(form: str, entry: Entry, number: int, start: int, day: date) -> None:
    running = start + number
    told = {
        "1": f"{number + 1}",
        "A12": f"A{running}",
        "23/014": f"{day.year % 100}/{running:03}",
        "PB-045": f"PB-{running:03}",
        "2024-07": f"{day.year}-{running:02}",
    }[form]
    entry.tell("ref", told, ref=told)


def _minute(form: str, day: date, rng: random.Random) -> str:
    item = rng.randint(2, 14)
    return {
        "12.3": f"{item}.{rng.randint(1, 6)}",
        "24/113": f"{day.year % 100}/{100 + item}",
        "7": f"{item}",
        "FC/24/31": f"FC/{day.year % 100}/{item + 20}",
        "Item 6": f"Item {item}",
    }[form]


def _action(choices: LogChoices, entry: Entry, text: str, rng: random.Random) -> None:
    """What is to be done; in logs with bullets there, sometimes two things."""
    if choices.bullets == "action" and rng.random() < 0.4:
        both = [text, rng.choice([other for other in words.ACTIONS if other != text])]
        entry.tell("action", bullets(both), action=" ".join(both))
    else:
        entry.tell("action", text, action=text)


def _owners(choices: LogChoices, entry: Entry, officers: Sequence[Officer], rng: random.Random) -> None:
    those = rng.sample(officers, 2 if rng.random() < 0.3 else 1)
    those = those[:1] if choices.owner in ("posts", "names and posts") else those
    entry.names = [officer.name for officer in those]
    short = [f"{name[0]} {name.split()[1]}" for name in entry.names]
    printed = {
        "names": entry.names,
        "initials": [initials(name) for name in entry.names],
        "initials with key": [initials(name) for name in entry.names],
        "posts": [officer.post for officer in those],
        "names with titles": [addressed(name, "Mr and Ms") for name in entry.names],
        "names and posts": [f"{officer.name}, {officer.post}" for officer in those],
        "A Surname": short,
    }[choices.owner]
    entry.tell("owners", SIGNS[choices.several].join(printed))
    read = {"initials": None, "posts": None, "A Surname": "; ".join(short)}
    entry.gold["owners"] = read.get(choices.owner, "; ".join(entry.names))
    if choices.owner.startswith("initials"):
        entry.gold["owner_initials"] = "; ".join(initials(name) for name in entry.names)
    if "posts" in choices.owner:
        entry.gold["owner_posts"] = those[0].post


def _due(choices: LogChoices, entry: Entry, due: date, rng: random.Random) -> None:
    """A day, or words with or without one."""
    told, read = words_of_day(due, choices.date), iso(due, choices.date)
    if choices.due == "words" or (choices.due == "mixed" and rng.random() < 0.3):
        day, month = words_of_day(due, "4 March 2024"), f"{calendar.month_name[due.month]} {due.year}"
        worded = (
            {f"End of {month}": due.isoformat()[:7], f"By {day}": due.isoformat()} if choices.due == "words" else {}
        )
        told = rng.choice([*words.WITHOUT_DAY, *worded])
        read = worded.get(told, "")
    entry.tell("due", told, due_text=told, due_date=read or None)


def _update(choices: LogChoices, entry: Entry, state: tuple[str, str], rng: random.Random) -> None:
    """How far the action is; sometimes nothing."""
    texts = words.DONE if entry.done else words.OPEN
    if choices.status == "update":
        text = f"{state[entry.done]}{rng.choice(('. ', ' – '))}{rng.choice(texts)}"
    elif rng.random() < 0.12:
        entry.tell("update", "", update_text=None)
        return
    else:
        both = rng.sample(texts, 2 if choices.bullets == "update" and rng.random() < 0.5 else 1)
        text = " ".join(both)
        if choices.bullets == "update":
            entry.tell("update", bullets(both), update_text=text)
            return
    entry.tell("update", text, update_text=text)


def _status(form: str, entry: Entry, state: tuple[str, str], rng: random.Random) -> None:
    if form == "word":
        entry.tell("status", state[entry.done])
    elif form in COLOURS:
        colour = "blue" if entry.done else rng.choice(("green", "amber", "red"))
        entry.fill = words.FILLS[colour]
        shown = {"colour word": colour.capitalize(), "colour letter": colour[0].upper(), "colour": ""}[form]
        entry.tell("rag", shown, rag=colour)

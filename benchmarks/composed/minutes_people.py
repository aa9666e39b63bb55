"""Who was at an invented meeting, in one of the forms in which minutes list people."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.composed.minutes_choices import MinutesChoices
from benchmarks.composed.minutes_words import ORGANISATIONS, PRESENT_ROLES
from benchmarks.composed.paper import Row, bullets, escaped, initials, table
from benchmarks.composed.words import POSTS, addressed

STATUS = {"present": "Present", "in_attendance": "In attendance", "apologies": "Apologies"}
SENTENCES = {
    "present": "The following members were present: ",
    "in_attendance": "Also in attendance: ",
    "apologies": "Apologies for absence were received from ",
}
LATE = (2, 4)  # who of those present was not there throughout
CHAIR_ALONE = ("commas", "sentence", "ruled", "organisations")
"""Forms that print no other role."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a list; `printed` is the name with the address that the paper uses."""

    name: str
    printed: str
    role: str
    organisation: str
    status: str
    came: str = ""  # what the list says of when or how somebody came

    @property
    def listed(self) -> str:
        return f"{self.printed} {self.came}".strip()

    @property
    def initials(self) -> str:
        return initials(self.name)


@dataclass(frozen=True, slots=True)
class Group:
    """The people below one label."""

    label: str
    people: Sequence[Person]

    @property
    def status(self) -> str:
        return self.people[0].status


def gather(choices: MinutesChoices, names: Sequence[str], rng: random.Random) -> list[Group]:
    """Six people present, three in attendance, two away."""
    roles = [*PRESENT_ROLES, *rng.sample(POSTS, 5)]
    organisations = rng.sample(ORGANISATIONS, 2)
    groups = []
    for status, first, last in (("present", 0, 6), ("in_attendance", 6, 9), ("apologies", 9, 11)):
        middle = (first + last + 1) // 2
        people = [
            Person(
                names[n],
                addressed(names[n], choices.address),
                ("Chair" if n == 0 else "") if choices.attendance in CHAIR_ALONE else roles[n],
                organisations[n >= middle],
                status,
                choices.came if choices.came != "throughout" and n in LATE else "",
            )
            for n in range(first, last)
        ]
        groups.append(Group(_label(choices.label, status), people))
    return groups


def gold(choices: MinutesChoices, groups: Sequence[Group], day: str) -> list[Row]:
    """Rows of `attendance`. Whether `Cllr` is a role besides the one printed is not asked."""
    rows = []
    for person in (person for group in groups for person in group.people):
        row: Row = {"meeting_date": day, "person": person.name, "status": person.status}
        if choices.address in ("none", "Mr and Ms"):
            row["role"] = person.role or None
        if choices.attendance == "organisations":
            row["affiliation"] = person.organisation
        rows.append(row)
    return rows


def attendance(form: str, groups: Sequence[Group]) -> list[str]:
    """The HTML of the lists, in order."""
    if form == "status":
        lines = [
            [p.listed, p.role, STATUS[p.status]] for group in groups for p in group.people
        ]  # fmt: skip
        return [table([["<b>Name</b>", "<b>Role</b>", "<b>Status</b>"], *lines], "ruled")]
    if form == "labels left":
        left = [
            [f"<b>{g.label}</b>" if n == 0 else "", p.listed, p.role] for g in groups for n, p in enumerate(g.people)
        ]  # fmt: skip
        return [table(left, "bare", ("4.4cm", "5.5cm", "6cm"))]
    if form == "ruled":
        return [table([[f"<b>{g.label}</b>", "<br>".join(map(_with_chair, g.people))] for g in groups], "ruled")]
    if form == "sentence":
        return [f"<p>{SENTENCES[g.status]}{_series([_with_chair(p) for p in g.people])}.</p>" for g in groups]
    if form in IN_LINE:
        return [f"<p><b>{g.label}</b> {IN_LINE[form](g.people)}</p>" for g in groups]
    return [html for g in groups for html in (f"<p><b>{g.label}</b></p>", BELOW[form](g.people))]


def _label(asked: str, status: str) -> str:
    """The label of a group in the manner of the one for those present."""
    label = asked if status == "present" else STATUS[status] + (":" if asked.endswith(":") else "")
    return label.upper() if asked.isupper() else label


def _with_chair(person: Person) -> str:
    return person.listed + (" (Chair)" if person.role == "Chair" else "")


def _with_role(person: Person, before: str, behind: str = "") -> str:
    return f"{person.printed}{before}{person.role}{behind} {person.came}".strip()


def _series(texts: Sequence[str]) -> str:
    return f"{', '.join(texts[:-1])} and {texts[-1]}"


def _lines(texts: Sequence[str]) -> str:
    return f"<p>{'<br>'.join(texts)}</p>"


def _pairs(people: Sequence[Person]) -> str:
    texts = [_with_role(p, " (", ")") for p in people] + [""]
    return table(list(zip(texts[:-1:2], texts[1::2], strict=False)), "bare", ("8cm", "8cm"))


def _by_organisation(people: Sequence[Person]) -> str:
    named = list(dict.fromkeys(p.organisation for p in people))
    return "".join(
        f"<p><b>{escaped(name)}:</b> {', '.join(_with_chair(p) for p in people if p.organisation == name)}</p>"
        for name in named
    )


Form = Callable[[Sequence[Person]], str]
IN_LINE: dict[str, Form] = {
    "commas": lambda people: ", ".join(_with_chair(p) for p in people),
    "semicolons": lambda people: "; ".join(_with_role(p, " (", ")") for p in people),
}
BELOW: dict[str, Form] = {
    "lines": lambda people: _lines([_with_role(p, ", ") for p in people]),
    "dashes": lambda people: _lines([_with_role(p, " – ") for p in people]),
    "brackets": lambda people: _lines([_with_role(p, " (", ")") for p in people]),
    "dots": lambda people: _lines([_with_role(p, f" {'.' * 24} ") for p in people]),
    "stack": lambda people: _lines([f"<b>{p.listed}</b><br>{p.role}" for p in people]),
    "bullets": lambda people: bullets(_with_role(p, " – ") for p in people),
    "numbered": lambda people: bullets(_with_role(p, ", ") for p in people).replace("ul>", "ol>"),
    "roles": lambda people: table([[p.listed, p.role] for p in people], "bare", ("6cm", "8cm")),
    "initials": lambda people: table([[p.listed, p.initials, p.role] for p in people], "bare", ("6cm", "2cm", "8cm")),
    "post first": lambda people: table([[p.role, p.listed] for p in people], "bare", ("6cm", "8cm")),
    "two columns": _pairs,
    "organisations": _by_organisation,
}

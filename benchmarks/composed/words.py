"""Words that papers of every family are made of: bodies, people and posts, all invented."""

from __future__ import annotations

import random

from benchmarks.composed.paper import initials

FIRST = (
    *(
        "Amelia",
        "Bernard",
        "Catriona",
        "Dilip",
        "Esther",
        "Fergus",
        "Gwen",
        "Harold",
        "Imogen",
        "Joseph",
        "Kavita",
        "Leonard",
    ),
    *(
        "Maureen",
        "Nigel",
        "Oonagh",
        "Patrick",
        "Rosalind",
        "Stuart",
        "Tamsin",
        "Ulrich",
        "Vera",
        "Walter",
        "Yasmin",
        "Zachary",
    ),
)
"""Women and men by turns."""
LAST = (
    *(
        "Ashcroft",
        "Bellweather",
        "Carmody",
        "Dunmore",
        "Eastlake",
        "Farrow",
        "Garside",
        "Holloway",
        "Inchbald",
        "Jessop",
    ),
    *(
        "Kettering",
        "Lomax",
        "Marchbank",
        "Northcote",
        "Oldroyd",
        "Pemberton",
        "Quayle",
        "Ravensworth",
        "Sowerby",
        "Thackray",
    ),
    *("Underhill", "Venables", "Whitlock", "Yardley"),
)
BODIES = (
    "Harwick Vale Health Board",
    "Brackenfield Town Council",
    "Ostley and Thorne Joint Committee",
    "Lowmarsh Harbour Commissioners",
    "Tillerby Parish Council",
    "Calder Reach Academy Trust",
    "Northmere Water Partnership Board",
    "Ellisford Fire Authority",
)
POSTS = (
    "Chief Executive",
    "Director of Finance",
    "Head of Estates",
    "Chief Operating Officer",
    "Director of People",
    "Head of ICT",
    "Monitoring Officer",
    "Head of Communications",
    "Director of Operations",
    "Company Secretary",
    "Health and Safety Manager",
    "Head of Legal Services",
)


def people(rng: random.Random, count: int) -> list[str]:
    """Full names, no two with the same initials."""
    while True:
        names = [
            f"{first} {last}" for first, last in zip(rng.sample(FIRST, count), rng.sample(LAST, count), strict=True)
        ]
        if len({initials(name) for name in names}) == count:
            return names


def addressed(name: str, address: str) -> str:
    """A name as the paper prints it: behind `Cllr` or `Councillor`, behind `Mr` or `Ms`, or alone (`none`)."""
    if address == "none":
        return name
    if address == "Mr and Ms":
        return f"{'Mr' if FIRST.index(name.split(maxsplit=1)[0]) % 2 else 'Ms'} {name}"
    return f"{address} {name}"

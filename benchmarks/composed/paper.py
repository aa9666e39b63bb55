"""A paper that is made up: what its page is set from, and the rows that should be read from it."""

from __future__ import annotations

import calendar
import html
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

Row = dict[str, str | None]
escaped = html.escape
WITHOUT_DAYS = ("March 2024", "Mar 2024", "Mar-24")


@dataclass(frozen=True, slots=True)
class Paper:
    """`choices` by axis; `gold` holds the rows of each view that the paper should fill, all rows of a view with the same columns."""

    name: str
    choices: Mapping[str, str]
    html: str
    gold: Mapping[str, Sequence[Row]]


def page(style: str, body: Iterable[str]) -> str:
    """The HTML of a whole paper."""
    lines = "\n".join(body)
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>Paper</title><style>{style}</style></head>'
        f"<body>\n{lines}\n</body></html>\n"
    )


def table(rows: Iterable[Sequence[str]], kind: str, widths: Sequence[str] = ()) -> str:
    """A table of cells that hold HTML; `kind` is its class: `ruled` or `bare`."""
    columns = "".join(f'<col style="width: {width}">' for width in widths)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table class="{kind}">{columns}{lines}</table>'


def bullets(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def words_of_day(day: date, form: str) -> str:
    """A day as it is printed; `form` is 4 March 2024 printed so, and the name of the form."""
    month, short = calendar.month_name[day.month], calendar.month_abbr[day.month]
    suffix = "th" if 10 <= day.day <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return {
        "4 March 2024": f"{day.day} {month} {day.year}",
        "Monday 4 March 2024": f"{calendar.day_name[day.weekday()]} {day.day} {month} {day.year}",
        "4th March 2024": f"{day.day}{suffix} {month} {day.year}",
        "04/03/2024": f"{day:%d/%m/%Y}",
        "04.03.24": f"{day:%d.%m.%y}",
        "4 Mar 2024": f"{day.day} {short} {day.year}",
        "04-Mar-24": f"{day.day:02}-{short}-{day.year % 100:02}",
        "March 2024": f"{month} {day.year}",
        "Mar 2024": f"{short} {day.year}",
        "Mar-24": f"{short}-{day.year % 100:02}",
    }[form]


def iso(day: date, form: str) -> str:
    """The day as precisely as the form prints it."""
    return day.isoformat()[:7] if form in WITHOUT_DAYS else day.isoformat()


def initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def some_day(rng: random.Random) -> date:
    return date(rng.randint(2016, 2025), rng.randint(1, 12), rng.randint(1, 28))

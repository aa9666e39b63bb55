"""The log of actions of an invented body: its title, its lines, and what should be read of them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import pairwise

from benchmarks.composed import log_words as words
from benchmarks.composed.log_choices import COLOURS, LogChoices
from benchmarks.composed.log_entries import Entry, Officer, entries, merge
from benchmarks.composed.paper import Row, escaped, initials, page, some_day, table, words_of_day
from benchmarks.composed.words import BODIES, POSTS, people

WIDTHS = {
    "ref": 8,
    "minute": 10,
    "raised": 10,
    "subject": 10,
    "action": 28,
    "owners": 14,
    "due": 11,
    "update": 25,
    "status": 11,
    "rag": 8,
}
RULES = {
    "black": "border: 0.8pt solid black",
    "grey": "border: 0.3pt solid #999",
    "horizontal": "border-bottom: 0.6pt solid #444",
}
HEADS = {"dark": "background: #1f3864; color: white", "shaded": "background: #d9d9d9", "plain": "font-weight: normal"}


def compose(choices: LogChoices, rng: random.Random) -> tuple[str, Mapping[str, Sequence[Row]]]:
    """The page of the log, and the rows of each view."""
    body, day = rng.choice(BODIES), some_day(rng)
    officers = [Officer(name, post) for name, post in zip(people(rng, 8), rng.sample(POSTS, 8), strict=True)]
    made = entries(choices, officers, day, rng)
    spans = merge(choices, made, rng)
    gold: dict[str, list[Row]] = {"tracked_actions": [entry.gold for entry in made]}
    html = _title(choices, body, words_of_day(day, "4 March 2024"))
    html += {"none": [], "sentence": [f"<p>{words.INTRODUCTION}</p>"], "key": [f"<p>{words.KEY}</p>"]}[
        choices.introduction
    ]
    html += _parts(choices, made, spans, body, rng)
    if choices.owner == "initials with key" and "owners" in choices.columns.split():
        named = sorted({name for entry in made for name in entry.names})
        gold["owner_keys"] = [{"initials": initials(name), "name": name} for name in named]
        lines = [(initials(name), name) for name in named]
        html += ["<h3>Key to initials</h3>", table([("<b>Initials</b>", "<b>Name</b>"), *lines], "log small")]
    return page(_style(choices), html), gold


def columns_of(choices: LogChoices) -> list[str]:
    """The columns in the order of the paper."""
    columns = [c for c in choices.columns.split() if c != "update" or choices.updates == "column"]
    status = "rag" if choices.status in COLOURS else "status"
    if choices.status in ("word", *COLOURS):
        columns.insert(0 if choices.order == "status first" else len(columns), status)
    moved = {"owner first": ("owners", "action"), "due first": ("due", "owners")}.get(choices.order)
    if moved is not None:
        column, before = moved
        columns.remove(column)
        columns.insert(columns.index(before), column)
    return columns


def _title(choices: LogChoices, body: str, day: str) -> list[str]:
    name = choices.name
    return {
        "lines": [f"<h1>{body}</h1>", f"<h2>{name}</h2>"],
        "capitals": [f"<h2>{body.upper()} – {name.upper()}</h2>"],
        "bold lines": [f"<p><b>{body}</b></p>", f"<p><b>{name}</b></p>", f"<p>Updated {day}</p>"],
        "row of the table": [],
        "name alone": [f"<h2>{name}</h2>"],
    }[choices.title]


def _parts(
    choices: LogChoices, made: Sequence[Entry], spans: Sequence[dict[str, int]], body: str, rng: random.Random
) -> list[str]:
    """One table, or one for each part or group of the log."""
    rows = [_row(choices, entry, span) for entry, span in zip(made, spans, strict=True)]
    title = f"<b>{body} – {choices.name}</b>" if choices.title == "row of the table" else ""
    names, cuts = _cuts(choices, made, rng)
    if not names:
        return [_table(choices, rows, title)]
    groups = [(name, rows[first:last]) for name, (first, last) in zip(names, pairwise(cuts), strict=True)]
    if "bands" in (choices.status, choices.groups):
        width = len(columns_of(choices))
        banded = [
            f'<tr><td class="band" colspan="{width}"><b>{name}</b></td></tr>{"".join(part)}' for name, part in groups
        ]
        return [_table(choices, banded, title)]
    return [
        f"<h3>{name}</h3>"
        + _table(choices, part, title if place == 0 else "", headed=place == 0 or choices.groups != "headings once")
        for place, (name, part) in enumerate(groups)
    ]


def _cuts(choices: LogChoices, made: Sequence[Entry], rng: random.Random) -> tuple[Sequence[str], list[int]]:
    """The names of the parts of a log, and where each begins and the last one ends; no names where there is one part."""
    if choices.status in ("parts", "bands"):
        return rng.choice(words.PARTS), [0, next(n for n, entry in enumerate(made) if entry.done), len(made)]
    if choices.groups == "none":
        return (), [0, len(made)]
    names = rng.sample(words.GROUPS, min(4, max(2, len(made) // 4)))
    return names, [len(made) * n // len(names) for n in range(len(names) + 1)]


def _row(choices: LogChoices, entry: Entry, spans: dict[str, int]) -> str:
    html = ""
    for column in columns_of(choices):
        deep = spans.get(column, 1)
        fill = f' style="background: {entry.fill}"' if column == "rag" else ""
        span = f' rowspan="{deep}"' if deep > 1 else ""
        html += f"<td{span}{fill}>{entry.cells[column]}</td>" if deep else ""
    told = entry.cells.get("update") if choices.updates == "row below" else None
    if told:
        html += (
            f'</tr><tr><td colspan="{len(columns_of(choices))}"><b>{escaped(choices.update_heading)}:</b> {told}</td>'
        )
    return f"<tr>{html}</tr>"


def _table(choices: LogChoices, rows: Sequence[str], title: str, *, headed: bool = True) -> str:
    columns = columns_of(choices)
    headings = {
        "ref": choices.ref_heading,
        "minute": choices.minute_heading,
        "raised": choices.raised_heading,
        "subject": choices.subject_heading,
        "action": choices.action_heading,
        "owners": choices.owner_heading,
        "due": choices.due_heading,
        "update": choices.update_heading,
        "status": choices.status_heading,
        "rag": choices.rag_heading,
    }
    whole = sum(WIDTHS[column] for column in columns)
    sizes = "".join(f'<col style="width: {100 * WIDTHS[column] / whole:.1f}%">' for column in columns)
    head = f'<tr><td colspan="{len(columns)}">{title}</td></tr>' if title else ""
    head += f"<tr>{''.join(f'<th>{escaped(headings[column])}</th>' for column in columns)}</tr>" if headed else ""
    body = "".join(rows)
    if choices.repeated == "yes":
        return f'<table class="log">{sizes}<thead>{head}</thead><tbody>{body}</tbody></table>'
    return f'<table class="log">{sizes}<tbody>{head}{body}</tbody></table>'


def _style(choices: LogChoices) -> str:
    head = HEADS.get(choices.head, "text-transform: uppercase" if choices.head == "capitals" else "")
    return (
        f"@page {{ size: A4 {choices.paper}; margin: 1.6cm 1.5cm; @bottom-center {{ content: 'Page ' counter(page); font-size: 8pt }} }} "
        f"body {{ font-family: '{choices.font}'; font-size: {choices.size}pt; margin: 0 }} "
        "h1 { font-size: 150% } h2 { font-size: 130% } h3 { font-size: 110%; margin: 8pt 0 3pt } ul { margin: 0; padding-left: 11pt } "
        "table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: 4pt 0 } table.small { width: 9cm } "
        f"td, th {{ {RULES.get(choices.rules, '')}; padding: 2.5pt 4pt; text-align: left; vertical-align: top }} "
        f"th {{ {head} }} td.band {{ background: #f2f2f2 }} tr {{ break-inside: avoid }} "
        f"{'tbody tr:nth-child(even) td { background: #eef3f8 }' if choices.rules == 'zebra' else ''}"
    )

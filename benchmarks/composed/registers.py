"""The risk register of an invented body: its title, its risks, and what should be read of them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date

from benchmarks.composed import register_risks
from benchmarks.composed import register_words as words
from benchmarks.composed.paper import Row, initials, page, some_day, table, words_of_day
from benchmarks.composed.register_choices import RegisterChoices
from benchmarks.composed.register_layout import laid_out
from benchmarks.composed.register_risks import Officer
from benchmarks.composed.words import BODIES, POSTS, people

KEY = (
    ("15-25", "High risk: report to the board"),
    ("8-14", "Medium risk: keep under review"),
    ("1-7", "Low risk: accept"),
)
INTRODUCTION = (
    "The register sets out the principal risks to the objectives of the organisation. It is reviewed by the senior management team every "
    "quarter and reported to the audit committee twice a year."
)
RULES = {
    "black": "border: 0.6pt solid black",
    "grey": "border: 0.5pt solid #bbb",
    "horizontal": "border-top: 0.6pt solid #444; border-bottom: 0.6pt solid #444",
}
HEADS = {
    "shaded": "background: #d9e2f3",
    "dark": "background: #1f3864; color: white",
    "plain": "",
    "capitals": "background: #f2f2f2; text-transform: uppercase",
    "centred": "background: #deeaf6; text-align: center; vertical-align: middle",
    "upright": "background: #e7e6e6",
}


def compose(choices: RegisterChoices, rng: random.Random) -> tuple[str, Mapping[str, Sequence[Row]]]:
    """The page of the register, and the rows of each view."""
    body, title, day = rng.choice(BODIES), rng.choice(words.TITLES), some_day(rng)
    officers = [Officer(name, post) for name, post in zip(people(rng, 8), rng.sample(POSTS, 8), strict=True)]
    risks = register_risks.make(choices, officers, day, rng)
    of_register: Row = {"organisation": body}
    if choices.title != "one line":  # whether the name of the body is part of the title is not asked
        of_register["register_title"] = title
    if choices.as_of != "none":
        of_register["as_of"] = day.isoformat()[:7] if choices.as_of == "March 2024" else day.isoformat()
    dated = _dated(choices.as_of, day)
    rows = [title, *([dated] if dated else [])] if choices.title == "row of the table" else []
    html = [*_title(choices.title, body, title, dated), *laid_out(choices, risks, rows), *_key(choices, risks)]
    if choices.around == "introduction":
        html.insert(1 if choices.title != "header" else 0, f"<p>{INTRODUCTION}</p>")
    html += {"legend": [_legend()], "matrix": [_matrix()]}.get(choices.around, [])
    return page(_style(choices, body, title, dated), html), register_risks.gold(choices, risks, of_register)


def _dated(form: str, day: date) -> str:
    return {
        "as at 4 March 2024": f"as at {words_of_day(day, '4 March 2024')}",
        "March 2024": words_of_day(day, "March 2024"),
        "Last updated: 04/03/2024": f"Last updated: {words_of_day(day, '04/03/2024')}",
        "none": "",
    }[form]


def _title(form: str, body: str, title: str, dated: str) -> list[str]:
    """What stands above the register; the header of the page is in its style."""
    return {
        "lines": [f"<h1>{body}</h1><h2>{title}</h2><p>{dated}</p>"],
        "one line": [f"<h1>{' – '.join(part for part in (body, title, dated) if part)}</h1>"],
        "header": [],
        "banner": [f'<div class="banner"><p class="big">{title}</p><p>{body}</p><p>{dated}</p></div>'],
        "row of the table": [f"<p><b>{body}</b></p>"],
    }[form]


def _key(choices: RegisterChoices, risks: Sequence[register_risks.Risk]) -> list[str]:
    """The key of initials, where the register needs one."""
    if choices.owner != "initials with key":
        return []
    lines = [(initials(o.name), o.name) for o in register_risks.named(choices, risks)]
    return ["<p><b>Key to initials</b></p>", table([("<b>Initials</b>", "<b>Name</b>"), *lines], "risks small")]


def _legend() -> str:
    return "<p><b>Key to scores</b></p>" + table(KEY, "risks small")


def _matrix() -> str:
    """The products of likelihood and impact, painted."""
    html = ""
    for impact in range(5, 0, -1):
        html += f"<tr><th>{impact} {words.IMPACTS[impact - 1]}</th>"
        for likelihood in range(1, 6):
            fill = next(fill for least, fill in words.FILLS if likelihood * impact >= least)
            html += f'<td style="background: {fill}">{likelihood * impact}</td>'
        html += "</tr>"
    html += (
        "<tr><th>Likelihood</th>"
        + "".join(f"<th>{n} {word}</th>" for n, word in enumerate(words.LIKELIHOODS, 1))
        + "</tr>"
    )
    return f'<p><b>Risk matrix</b></p><table class="risks small"><tr><th>Impact</th><td colspan="5"></td></tr>{html}</table>'


def _style(choices: RegisterChoices, body: str, title: str, dated: str) -> str:
    size = {"portrait": "A4", "landscape": "A4 landscape", "A3": "A3 landscape"}[choices.paper]
    furniture = "@bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); font-size: 8pt } "
    if choices.title == "header":
        furniture += (
            f"@top-left {{ content: '{body}'; font-size: 9pt }} @top-right {{ content: '{dated}'; font-size: 9pt }} "
            f"@top-center {{ content: '{title}'; font-weight: bold; font-size: 11pt }} "
        )
    return (
        f"@page {{ size: {size}; margin: 1.6cm 1.5cm; {furniture}}} "
        f"body {{ font-family: '{choices.font}'; font-size: {choices.size}pt; margin: 0 }} "
        "h1 { font-size: 150%; margin: 2pt 0 4pt } h2 { font-size: 130%; margin: 2pt 0 4pt } h3 { font-size: 115%; margin: 8pt 0 3pt } "
        "p { margin: 2pt 0 } ul { margin: 0; padding-left: 9pt } .big { font-size: 150%; font-weight: bold } "
        ".banner { background: #1f3864; color: white; padding: 6pt; margin-bottom: 6pt } "
        "table { border-collapse: collapse; width: 100%; margin: 0 0 5pt } table.small { width: 10cm } table.even { table-layout: fixed } "
        f"td, th {{ {RULES.get(choices.rules, '')}; padding: 2pt 4pt; vertical-align: top; text-align: left }} "
        f"th {{ {HEADS[choices.head]} }} th.group {{ text-align: center }} th.title {{ font-size: 120%; text-transform: none }} "
        "td.band { background: #bfbfbf; font-weight: bold } .upright { writing-mode: vertical-rl; transform: rotate(180deg) } "
        f"{'tbody tr:nth-child(even) td { background: #f2f6fb } ' if choices.rules == 'zebra' else ''}"
        f"{'tr { break-inside: avoid } ' if choices.rows_break == 'no' else ''}"
        ".cards { border: 0.7pt solid #888; padding: 4pt 6pt } .cards, .grid, .labels, .panels { margin: 0 0 12pt } "
        ".name { font-weight: bold; font-size: 120%; background: #e2efd9; padding: 2pt }"
    )

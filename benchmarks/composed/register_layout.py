"""The table of an invented register, or the form of each of its risks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from benchmarks.composed.paper import escaped, table
from benchmarks.composed.register_choices import RegisterChoices
from benchmarks.composed.register_columns import Cell, Column, TaskColumn, columns, task_columns
from benchmarks.composed.register_risks import Risk, stages_of


def laid_out(choices: RegisterChoices, risks: Sequence[Risk], title: Sequence[str]) -> list[str]:
    """The HTML of the risks; the lines of `title` are rows of the table."""
    html = []
    for category, group in groupby(risks, lambda risk: risk.category if choices.category == "tables" else ""):
        html += [f"<h3>{category}</h3>"] if category else []
        members = list(group)
        html += [_table(choices, members, title)] if choices.form == "rows" else [_form(choices, r) for r in members]
    return html


def _table(choices: RegisterChoices, risks: Sequence[Risk], title: Sequence[str]) -> str:
    """A row a risk, or as many as it has actions."""
    shown, tasks = columns(choices), task_columns(choices)
    below = tasks if choices.actions == "table below" else []
    tasks = [] if below else tasks
    widths = [*(column.width for column in shown), *(column.width for column in tasks)]
    sizes, count = "".join(f'<col style="width: {100 * w / sum(widths):.1f}%">' for w in widths), len(widths)
    head = "".join(f'<tr><th colspan="{count}" class="title">{line}</th></tr>' for line in title)
    head += _head(choices, shown, tasks)
    body = ""
    for category, group in groupby(risks, lambda risk: risk.category if choices.category == "bands" else ""):
        body += f'<tr><td class="band" colspan="{count}">{category}</td></tr>' if category else ""
        body += "".join(_rows(shown, tasks, risk) + _rows_below(below, risk, count) for risk in group)
    if choices.repeated == "yes":
        return f'<table class="risks">{sizes}<thead>{head}</thead><tbody>{body}</tbody></table>'
    return f'<table class="risks">{sizes}<tbody>{head}{body}</tbody></table>'


def _head(choices: RegisterChoices, shown: Sequence[Column], tasks: Sequence[TaskColumn]) -> str:
    """One row of headings, or two where some stand under a group."""
    deep = any(column.group for column in shown)
    over = under = ""
    for group, those in groupby(shown, lambda column: column.group):
        members = list(those)
        if group:
            over += f'<th colspan="{len(members)}" class="group">{group}</th>'
            under += "".join(f"<th>{_heading(choices, column)}</th>" for column in members)
        else:
            over += "".join(f"<th{' rowspan=2' if deep else ''}>{_heading(choices, column)}</th>" for column in members)
    over += "".join(f"<th{' rowspan=2' if deep else ''}>{escaped(column.heading)}</th>" for column in tasks)
    return f"<tr>{over}</tr>" + (f"<tr>{under}</tr>" if deep else "")


def _heading(choices: RegisterChoices, column: Column) -> str:
    upright = choices.head == "upright" and column.kind == "score"
    return f'<div class="upright">{escaped(column.heading)}</div>' if upright else escaped(column.heading)


def _rows(shown: Sequence[Column], tasks: Sequence[TaskColumn], risk: Risk) -> str:
    if not tasks:
        return f"<tr>{''.join(_cell(column.cell(risk)) for column in shown)}</tr>"
    deep = len(risk.tasks)
    first = "".join(_cell(column.cell(risk), deep) for column in shown)
    lines = ["".join(f"<td>{column.cell(task)}</td>" for column in tasks) for task in risk.tasks]
    return f"<tr>{first}{'</tr><tr>'.join(lines)}</tr>"


def _rows_below(tasks: Sequence[TaskColumn], risk: Risk, count: int) -> str:
    """The actions of a risk below its row: headings of their own, over the `count` columns of the register."""
    if not tasks:
        return ""
    edges = [round(n * count / len(tasks)) for n in range(len(tasks) + 1)]
    spans = [f' colspan="{b - a}"' for a, b in pairwise(edges)]
    head = "".join(f"<th{span}>{escaped(c.heading)}</th>" for span, c in zip(spans, tasks, strict=True))
    lines = [
        "".join(f"<td{span}>{c.cell(task)}</td>" for span, c in zip(spans, tasks, strict=True)) for task in risk.tasks
    ]
    return f'<tr class="below">{head}</tr>' + "".join(f"<tr>{line}</tr>" for line in lines)


def _cell(cell: Cell, deep: int = 1) -> str:
    spans = f' rowspan="{deep}"' if deep > 1 else ""
    return (
        f'<td{spans} style="background: {cell.fill}">{cell.html}</td>' if cell.fill else f"<td{spans}>{cell.html}</td>"
    )


def _form(choices: RegisterChoices, risk: Risk) -> str:
    """A risk by itself: its fields, its scores, its actions."""
    shown = columns(choices)
    fields = [column for column in shown if column.kind != "score"]
    if choices.form == "cards":
        inner = _card(fields, risk)
    elif choices.form == "grid":
        inner = _grid(fields, risk)
    elif choices.form == "panels":
        inner = _panels(fields, risk)
    else:
        rows = "".join(f"<tr><th>{escaped(c.heading)}</th><td>{c.cell(risk).html}</td></tr>" for c in fields)
        inner = f'<table class="risks"><col style="width: 26%"><col>{rows}</table>'
    return f'<div class="{choices.form.split()[0]}">{inner}{_score_table(choices, shown, risk)}{_task_table(choices, risk)}</div>'


def _card(fields: Sequence[Column], risk: Risk) -> str:
    """Reference and title over paragraphs that begin with their label."""
    named = next(column for column in fields if column.kind == "title")
    html = f'<p class="name">{risk.ref}: {named.cell(risk).html}</p>'
    for column in fields[1:]:
        if column is not named:
            value = column.cell(risk).html
            block = value.startswith(("<ul", "<p"))
            html += f"<p><b>{escaped(column.heading)}:</b>{'' if block else ' ' + value}</p>{value if block else ''}"
    return html


def _grid(fields: Sequence[Column], risk: Risk) -> str:
    """Short fields in pairs, two to a row; a long one has a row to itself."""
    html = ""
    short = [column for column in fields if column.kind in ("short", "trend")]
    for one, other in zip(short[::2], [*short[1::2], None], strict=False):
        html += f"<tr><th>{escaped(one.heading)}</th>"
        html += f"<td>{one.cell(risk).html}</td>" if other else f'<td colspan="3">{one.cell(risk).html}</td>'
        html += f"<th>{escaped(other.heading)}</th><td>{other.cell(risk).html}</td></tr>" if other else "</tr>"
    for column in fields:
        if column not in short:
            html += f'<tr><th>{escaped(column.heading)}</th><td colspan="3">{column.cell(risk).html}</td></tr>'
    sizes = "".join(f'<col style="width: {width}%">' for width in (18, 32, 18, 32))
    return f'<table class="risks">{sizes}{html}</table>'


def _panels(fields: Sequence[Column], risk: Risk) -> str:
    """What the risk is over its long fields side by side, each under its heading."""
    long = [column for column in fields if column.kind == "long"]
    html = _grid([column for column in fields if column not in long], risk)
    if not long:
        return html
    head = "".join(f"<th>{escaped(column.heading)}</th>" for column in long)
    cells = "".join(f"<td>{column.cell(risk).html}</td>" for column in long)
    return html + f'<table class="risks even"><tr>{head}</tr><tr>{cells}</tr></table>'


def _score_table(choices: RegisterChoices, shown: Sequence[Column], risk: Risk) -> str:
    """A row a stage, or a column where a stage is one number."""
    scores = [column for column in shown if column.kind == "score"]
    stages = stages_of(choices)
    measures = choices.measures.split("|")
    each = len(scores) // len(stages)
    if each == 1:
        head = "".join(f"<th>{column.heading}</th>" for column in scores)
        return f'<table class="risks"><tr>{head}</tr><tr>{"".join(_cell(c.cell(risk)) for c in scores)}</tr></table>'
    head = "".join(f"<th>{measure}</th>" for measure in measures[:each])
    html = f"<tr><th></th>{head}</tr>"
    for place, stage in enumerate(stages):
        name = "Assessment" if choices.stages == "unnamed" else getattr(choices, stage)
        cells = "".join(_cell(column.cell(risk)) for column in scores[place * each : (place + 1) * each])
        html += f"<tr><th>{name}</th>{cells}</tr>"
    return f'<table class="risks">{html}</table>'


def _task_table(choices: RegisterChoices, risk: Risk) -> str:
    shown = task_columns(choices)
    if not shown:
        return ""
    head = [f"<b>{column.heading}</b>" for column in shown]
    return table([head, *([column.cell(task) for column in shown] for task in risk.tasks)], "risks")

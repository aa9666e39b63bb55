"""The small language of a scorecard's cell, read number by number.

`999: 77% within 10s; average 16s 101: 41% within 3m [YTD Jan 22]` holds three values, each with what it measures
(`999 within 10s`), its unit and the period printed behind it. What a number measures is its heading (words before a
colon), the words before it and the words after it; a heading holds until the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from normalise.cell_measures import (
    Draft,
    announced,
    cleaned,
    is_no_value,
    own_role,
    share_codes,
    share_percent,
    split_heading,
)
from normalise.cell_tokens import Token, tokens
from normalise.periods import Period
from normalise.quantities import find_quantities, parse_quantity
from normalise.rag import colour_word
from normalise.vocabularies import any_form, fold, vocabulary


@dataclass(frozen=True, slots=True)
class Reading:
    """One number of a cell. `at` and `until` are its place in the cell's text; `role` only where the cell prints it."""

    measure: str | None
    value: int | float
    unit: str | None
    period: Period | None
    role: str | None
    at: int
    until: int
    confidence: float = 1.0


@dataclass(slots=True)
class _State:
    drafts: list[Draft] = field(default_factory=list)
    heading: str = ""
    heading_role: str | None = None
    label: str = ""
    open: list[Draft] = field(default_factory=list)  # what words after the number belong to
    line: int = 0
    period: Period | None = None  # one printed before the first number: it holds for those that follow
    role: str | None = None
    next_role: str | None = None
    forward: bool = False  # a period stands before the first number: periods lead their numbers


def read_cell(text: str, breaks: Iterable[int] = ()) -> tuple[Reading, ...]:
    """All values of a cell in printed order. `breaks`: see `models.record.Field`."""
    below_zero = _in_brackets(text)
    if below_zero is not None:
        return (below_zero,)
    stream = tokens(text, breaks)
    state = _State(forward=next((t.kind == "period" for t in stream if t.kind in {"period", "number"}), False))
    for index, token in enumerate(stream):
        _STEPS[token.kind](state, token, stream, index)
    drafts = [d for d in state.drafts if not is_no_value(d)]
    share_codes(drafts)
    share_percent(drafts)
    for draft in drafts:
        own_role(draft)
    return tuple(_of_area(_reading(d), text) for d in drafts)


def _of_area(reading: Reading, text: str) -> Reading:
    """`(National: 79%)`: a figure of others is measured where they are, if nothing else says what it measures."""
    if reading.role != "benchmark" or reading.measure is not None:
        return reading
    named = re.search(
        rf"\b(?P<area>{any_form('kpi_roles')})(?:\s+(?:of|is|was|at))?[\s:–-]*$", text[: reading.at], re.I
    )
    return reading if named is None or fold(named["area"]) in _NOBODY else replace(reading, measure=named["area"])


def _in_brackets(text: str) -> Reading | None:
    """`£(4,120,000)`, `(1.3%)`: a figure alone in brackets is below zero. Without a unit it may be a note."""
    if not text.rstrip().casefold().endswith((")", ")%", ")k", ")m", ")bn")):
        return None
    found = parse_quantity(text) if "(" in text[:4] else None
    if found is None or found.value >= 0:
        return None
    return Reading(
        None, found.value, found.unit, None, None, 0, len(text), 0.75 if found.unit in {"count", None} else 0.92
    )


def _number(state: _State, token: Token, stream: Sequence[Token], index: int) -> None:
    number = token.number
    assert number is not None
    before = stream[index - 1] if index else None
    label = state.label
    if state.open and not label:
        last = state.open[-1]
        if token.bracketed and (token.period or token.role):
            label = last.label
        elif token.bracketed and number.sign:
            label = f"{last.label} {last.after} change".strip()
        elif before is not None and before.kind == "slash":
            label = last.label  # 2.7 / 4.4
        elif number.end_of_range == "high" and last.number.end_of_range == "low":
            label = last.label
        elif before is not None and before.kind == "words":
            state.line += 1  # `2674 crimes 965 suspects`: a new line of the list begins without a separator
    draft = Draft(
        number,
        token.at,
        state.heading,
        cleaned(label, leading=True),
        line=state.line,
        led=bool(label or state.heading),
    )
    if number.comparator == "±":
        draft.label = f"{draft.label} ±".strip()  # a margin beside the figure it belongs to
    draft.role = token.role or state.next_role or state.heading_role or state.role
    draft.period = token.period or state.period
    state.next_role = None
    state.open = [*state.open, draft] if number.end_of_range == "high" and state.open else [draft]
    state.drafts.append(draft)
    state.label = ""


def _words(state: _State, token: Token, stream: Sequence[Token], index: int) -> None:
    following = stream[index + 1].kind if index + 1 < len(stream) else ""
    words = token.text
    if following == "number" and (led := announced(words)):
        words, state.next_role = led
        _append(state, words)
        _end_clause(state)
    elif following == "colon":
        rest, heading = split_heading(words) if state.open else ("", words)
        _append(state, rest)
        _set_heading(state, f"{state.label} {heading}".strip() if heading else "")
    elif not state.open:
        state.label = f"{state.label} {words}".strip()
    elif following == "number" and state.open[-1].led and not state.open[-1].after and not _PREPOSITION.match(words):
        rest, label = split_heading(words)  # `WMP 17% GM 9`: the words belong to the number behind them
        _append(state, rest if label else "")
        state.label, state.open = label or words, []
    else:
        _append(state, words)


def _append(state: _State, words: str) -> None:
    for draft in state.open:
        if not draft.fixed:
            draft.after = f"{draft.after} {words}".strip()


def _set_heading(state: _State, heading: str) -> None:
    role = vocabulary("kpi_roles").get(fold(heading))
    state.heading_role = role
    state.heading = "" if role or len(heading.split()) > 10 else heading
    _end_clause(state)


def _end_clause(state: _State) -> None:
    state.label, state.open = "", []


def _colon(state: _State, token: Token, stream: Sequence[Token], index: int) -> None:  # noqa: ARG001 (a step)
    if index and stream[index - 1].kind == "aside" and state.label:
        _set_heading(state, state.label)
    else:
        _end_clause(state)


def _semicolon(state: _State, token: Token, stream: Sequence[Token], index: int) -> None:  # noqa: ARG001 (a step)
    _end_clause(state)


def _comma(state: _State, token: Token, stream: Sequence[Token], index: int) -> None:
    """A comma ends a clause where another number follows in it: `46% retirement, 24% left`."""
    if not state.open:
        state.label += token.text if state.label else ""
        return
    for later in stream[index + 1 :]:
        if later.kind == "number":
            _end_clause(state)
            return
        if later.kind not in {"words"}:
            break
    _append(state, ",")


def _slash(state: _State, token: Token, stream: Sequence[Token], index: int) -> None:
    following = stream[index + 1].kind if index + 1 < len(stream) else ""
    if following != "number" and state.open:
        _end_clause(state)
    elif state.label:
        state.label += f" {token.text}"


def _line(state: _State, token: Token, stream: Sequence[Token], index: int) -> None:  # noqa: ARG001 (a step)
    if state.open:
        state.line += 1
        state.open = []
        if index and stream[index - 1].kind == "period":
            state.heading, state.heading_role = "", None


def _period(state: _State, token: Token, stream: Sequence[Token], index: int) -> None:  # noqa: ARG001 (a step)
    if state.forward:
        state.period = token.period  # `2021/22: 45; 2020/21: 50`
    else:
        for draft in state.drafts:
            draft.period = draft.period or token.period
    _end_clause(state)


def _role(state: _State, token: Token, stream: Sequence[Token], index: int) -> None:  # noqa: ARG001 (a step)
    role = vocabulary("kpi_roles")[fold(token.text)]
    if not state.drafts:
        state.role = role
    for draft in state.drafts:
        draft.role = draft.role or role
    state.open = []


def _aside(state: _State, token: Token, stream: Sequence[Token], index: int) -> None:
    """Words in brackets: what the number before them measures, or what all numbers of the line share."""
    if colour_word(token.text) is not None:
        return  # `93.2% (Green)`
    if not state.open:
        state.label = f"{state.label} ({token.text})".strip() if state.label else ""
    elif stream[index - 1].kind == "number":
        _append(state, token.text)
        state.open = []
    else:
        for draft in state.drafts:
            if draft.line == state.line and draft.after and not draft.fixed:
                draft.after += f" ({token.text})"
        state.open = []


def _areas(state: _State, token: Token, stream: Sequence[Token], index: int) -> None:  # noqa: ARG001 (a step)
    """`{North: 554; 6.9 / South: 378; 9.6}`: other areas' figures, in the order and units of those before them."""
    period = state.drafts[-1].period if state.drafts else state.period
    own = [d for d in state.drafts if d.period is period and not d.fixed]
    heads = list(re.finditer(r"(?:^|[/;,])\s*([^:/;,\d][^:/;,]*):", token.text))
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(token.text)
        for position, found in enumerate(find_quantities(token.text[head.end() : end], [])):
            like = own[position] if position < len(own) else None
            unit = _reading(like).unit if like is not None and found.unit in {"count", None} else found.unit
            at = token.at + head.end() + found.at
            state.drafts.append(
                Draft(replace(found, unit=unit), at, label=head[1].strip(), period=period, confidence=0.9, fixed=True)
            )
    _end_clause(state)


_NOBODY = frozenset({"baseline", "benchmark", "historic", "comparator"})  # roles that name nobody
_PREPOSITION = re.compile(r"(?:within|of|per|in|under|over|on|for|from|against)\b", re.IGNORECASE)
_STEPS = {
    "number": _number,
    "words": _words,
    "colon": _colon,
    "semicolon": _semicolon,
    "comma": _comma,
    "slash": _slash,
    "line": _line,
    "period": _period,
    "role": _role,
    "aside": _aside,
    "areas": _areas,
}


def _reading(draft: Draft) -> Reading:
    after = cleaned(draft.after, leading=False)
    unit = draft.number.unit
    if unit is None and after.casefold() in {"rate", "ratio", "index", "score"}:
        unit = after.casefold()
    measure = " ".join(part for part in (draft.heading, draft.label, after) if part) or None
    until = draft.at + len(draft.number.text)
    return Reading(measure, draft.number.value, unit, draft.period, draft.role, draft.at, until, draft.confidence)

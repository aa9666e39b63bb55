"""The items of invented minutes, and the layouts in which they are set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.composed.minutes_choices import COLUMNS, RUN_IN, MinutesChoices
from benchmarks.composed.minutes_decisions import Block
from benchmarks.composed.paper import bullets, escaped, table

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
WIDE = ("Item 1", "Item 1 –", "Agenda Item 1:", "24/25-013", "C/24/013", "Min 13/24", "1 –")
DAY_COLUMN, NUMBER_COLUMN, WORDED_COLUMN = "2.6cm", "1.7cm", "3.6cm"


@dataclass(frozen=True, slots=True)
class Number:
    """The number of an item as it is printed, and as it should be read; None where there is none."""

    printed: str
    read: str | None


@dataclass(frozen=True, slots=True)
class Item:
    number: Number
    heading: str
    blocks: Sequence[Block]


def numbered(form: str, place: int, year: int, start: int) -> Number:
    """The number of the item at a place, counted from 1; `start` is the first number of minutes that run through the year."""
    running, letter = start + place, chr(64 + place)
    whole = {"2024/13": f"{year}/{running}", "13/24": f"{running}/{year % 100}", "M24/13": f"M{year % 100}/{running}"}
    session = f"{year % 100:02}/{(year + 1) % 100:02}"
    whole |= {"24/25-013": f"{session}-{running:03}", "C/24/013": f"C/{year % 100}/{running:03}"}
    if form in whole:
        return Number(whole[form], whole[form])
    if form == "none":
        return Number("", None)
    if form == "Min 13/24":
        return Number(f"Min {whole['13/24']}", whole["13/24"])
    if form == "I.":
        return Number(f"{ROMAN[place - 1]}.", ROMAN[place - 1])
    if form in ("A.", "A)"):
        return Number(form.replace("A", letter), letter)
    if form == "1.0":
        return Number(f"{place}.0", f"{place}.0")
    return Number(form.replace("1", str(place)), str(place))


def laid_out(choices: MinutesChoices, items: Sequence[Item]) -> list[str]:
    """The HTML of the items."""
    if choices.layout in COLUMNS:
        return [_columns(choices, items)]
    return [html for item in items for html in _alone(choices, item)]


def _alone(choices: MinutesChoices, item: Item) -> Iterator[str]:
    """An item set by itself: as paragraphs, or as a table of one row."""
    blocks = list(item.blocks)
    heading = _heading(choices, item.heading)
    if choices.heading in RUN_IN:
        first = blocks.pop(0)
        label = "" if first.label in ("", "•") else f"{first.label} "
        heading += f"{' –' if choices.heading == 'run in –' else ':'} {label}{first.html}"
    number = f"<b>{item.number.printed}</b>" if "bold" in choices.heading else item.number.printed
    width = WORDED_COLUMN if choices.number in WIDE else NUMBER_COLUMN
    below = "".join(_block(choices, block) for block in blocks)
    if choices.layout == "table":
        yield table([[f"<p>{number}</p>", f"<p>{heading}</p>{below}"]], "bare", (width, "12cm"))
    elif choices.layout == "hanging" and number:
        yield table([[number, heading]], "bare", (width, "12cm"))
        yield f'<div style="margin-left: {width}">{below}</div>'
    else:
        yield f'<p class="heading">{number} {heading}</p>{below}'


def _columns(choices: MinutesChoices, items: Sequence[Item]) -> str:
    """All items in one table, actions in its last column."""
    rows = [["<b>Item</b>", "<b>Discussion</b>", "<b>Action</b>"]]
    for item in items:
        rows.append([f"<p>{item.number.printed}</p>", f"<p>{_heading(choices, item.heading)}</p>", ""])
        rows += [["", _block(choices, b), f"<p><b>{b.side}</b></p>" if b.side else ""] for b in item.blocks]
    kind = "ruled" if choices.layout == "ruled columns" else "bare"
    width = WORDED_COLUMN if choices.number in WIDE else NUMBER_COLUMN
    return table(rows, f"{kind} full", (width, "auto", DAY_COLUMN))


def _heading(choices: MinutesChoices, text: str) -> str:
    text = escaped(text.upper() if "capitals" in choices.heading else text)
    return {
        "capitals": text,
        "plain": text,
        "underlined": f"<u>{text}</u>",
        "bold underlined": f"<b><u>{text}</u></b>",
        "coloured": f'<b class="coloured">{text}</b>',
    }.get(choices.heading, f"<b>{text}</b>")


def _block(choices: MinutesChoices, block: Block) -> str:
    if block.label == "•":
        return bullets([block.html])
    if not block.label:
        return f"<p>{block.html}</p>"
    if not block.entry:
        return table([[block.label, block.html]], "bare", ("1.1cm", "14cm"))
    return {
        "lines": f"<p>{block.label} {block.html}</p>",
        "paragraphs": f"<p>{block.label} {block.html}</p>",
        "hanging": f'<p class="hanging">{block.label}&nbsp;&nbsp; {block.html}</p>',
        "columns": table([["", block.label, block.html]], "bare", ("1cm", "1cm", "12cm")),
    }[choices.entries]

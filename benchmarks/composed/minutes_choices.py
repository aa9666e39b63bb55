"""On what axes invented minutes differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from benchmarks.composed.axes import Clash


@dataclass(frozen=True, slots=True)
class MinutesChoices:
    """One house style of minutes. A value shows what is printed, or names the form."""

    font: Literal["Liberation Sans", "Liberation Serif", "Carlito", "DejaVu Sans"]
    size: Literal["10", "11", "12"]
    gap: Literal["wide", "tight"]
    title: Literal["held", "lines", "table", "of"]
    date: Literal["4 March 2024", "Monday 4 March 2024", "4th March 2024", "04/03/2024"]
    attendance: Literal[
        "commas",
        "sentence",
        "semicolons",
        "lines",
        "dashes",
        "brackets",
        "bullets",
        "numbered",
        "roles",
        "labels left",
        "ruled",
        "status",
        "initials",
        "post first",
        "two columns",
        "stack",
        "dots",
        "organisations",
    ]
    label: Literal["Present:", "PRESENT", "Members present", "Members present:", "Attendees:", "Present"]
    address: Literal["none", "Cllr", "Councillor", "Mr and Ms"]
    came: Literal[
        "throughout", "(from 7.15pm)", "(items 1 to 4)", "– left at 8.10 pm", "[arrived 7.20 pm]", "(via Teams)"
    ]
    number: Literal[
        "1.",
        "1",
        "1)",
        "(1)",
        "1.0",
        "1:",
        "1 –",
        "[1]",
        "A.",
        "A)",
        "I.",
        "2024/13",
        "13/24",
        "M24/13",
        "24/25-013",
        "C/24/013",
        "Min 13/24",
        "Item 1",
        "Item 1 –",
        "No. 1",
        "Agenda Item 1:",
        "none",
    ]
    heading: Literal[
        "bold",
        "capitals",
        "bold capitals",
        "underlined",
        "bold underlined",
        "coloured",
        "plain",
        "run in –",
        "run in :",
    ]
    layout: Literal["flow", "hanging", "table", "columns", "ruled columns"]
    paragraphs: Literal["plain", "1.1", "bullets", "a)"]
    mark: Literal[
        "RESOLVED: That",
        "RESOLVED that",
        "It was RESOLVED that",
        "Resolved:",
        "RESOLVED –",
        "It was resolved that",
        "<b>RESOLVED:</b>",
        "<b>Resolved</b> that",
        "<b>Decision:</b>",
        "Decision:",
        "AGREED:",
        "RESOLVED unanimously that",
        "RESOLVED UNANIMOUSLY:",
        "IT WAS RESOLVED THAT",
        "RESOLUTION:",
        "Resolution No. 7:",
        "The body RESOLVED that",
        "The body RESOLVED to",
        "a verb",
        "a verb in the paragraph",
        "a bold verb",
        "a verb behind",
    ]
    resolved: Literal["one", "several"]
    entry: Literal["(a)", "a)", "a.", "(i)", "i.", "(1)", "1.", "•"]
    entries: Literal["lines", "paragraphs", "hanging", "columns"]
    vote: Literal[
        "none",
        "line behind",
        "in the line",
        "before",
        "brackets",
        "two lines",
        "counts",
        "tally",
        "motion",
        "form",
        "on the proposal",
        "motion by",
        "roll call",
        "ayes",
    ]
    action: Literal[
        "none", "Action: X to do", "ACTION – X to do", "italic", "bold", "Action: do (X)", "at the right", "at the right with day",
        "initials below", "AP1:", "Action 1:", "[Action: X to do]", "by a day", "Due:", "list", "Action, Owner, Deadline",
        "table behind", "table behind with days", "(Action: X)", "initials at the end", "table within",
    ]  # fmt: skip


COLUMNS = ("columns", "ruled columns")
RUN_IN = ("run in –", "run in :")
AT_RIGHT = ("at the right", "at the right with day")
VERBS = ("a verb", "a verb in the paragraph", "a bold verb", "a verb behind")
VOTES = (
    "line behind", "in the line", "before", "brackets", "two lines", "counts", "tally", "motion", "form", "on the proposal",
    "motion by", "roll call", "ayes",
)  # fmt: skip
CLASHES: tuple[Clash, ...] = (
    # actions stand in the column for them, and there alone
    {
        "layout": COLUMNS,
        "action": (
            "Action: X to do", "ACTION – X to do", "italic", "bold", "Action: do (X)", "initials below", "AP1:", "Action 1:",
            "[Action: X to do]", "by a day", "Due:", "list", "Action, Owner, Deadline", "table behind", "table behind with days",
            "(Action: X)", "initials at the end", "table within",
        ),
    },
    {"layout": ("flow", "hanging", "table"), "action": AT_RIGHT},
    {"layout": COLUMNS, "heading": RUN_IN},
    {"heading": RUN_IN, "paragraphs": ("1.1", "bullets", "a)")},
    # nothing but its type tells a heading without a number
    {"number": ("none",), "heading": ("plain", *RUN_IN)},
    {"number": ("1", "(1)"), "heading": ("plain",), "paragraphs": ("plain",)},
    # 1.1 stands under 1, and no two lists of an item are numbered alike
    {
        "paragraphs": ("1.1",),
        "number": (
            "1)", "(1)", "1:", "1 –", "[1]", "A.", "A)", "I.", "2024/13", "13/24", "M24/13", "24/25-013", "C/24/013",
            "Min 13/24", "Item 1", "Item 1 –", "No. 1", "Agenda Item 1:", "none",
        ),
    },
    {"paragraphs": ("a)",), "entry": ("(a)", "a)", "a."), "resolved": ("several",)},
    {"paragraphs": ("1.1",), "entry": ("(1)", "1."), "resolved": ("several",)},
    {"paragraphs": ("bullets",), "entry": ("•",), "resolved": ("several",)},
    # a list of items numbered 1. within items numbered so
    {"number": ("1.", "1", "1)", "(1)", "1.0", "1:", "1 –", "[1]"), "entry": ("(1)", "1."), "resolved": ("several",)},
    {"number": ("A.", "A)"), "entry": ("(a)", "a)", "a."), "resolved": ("several",)},
    {"number": ("I.",), "entry": ("(i)", "i."), "resolved": ("several",)},
    {"mark": (*VERBS, "RESOLVED: That"), "resolved": ("several",)},
    {"mark": (*VERBS, "The body RESOLVED to", "The body RESOLVED that"), "vote": VOTES},
    {"mark": ("Decision:", "<b>Decision:</b>"), "vote": VOTES},
    {"vote": VOTES, "resolved": ("several",)},
)  # fmt: skip


def idle(choices: MinutesChoices) -> set[str]:
    """The axes that nothing on the paper shows, as what they are about is left out."""
    without = {
        "entry": choices.resolved == "one",
        "entries": choices.resolved == "one",
        "mark": choices.vote in ("before", "motion", "form", "on the proposal", "motion by"),
        "label": choices.attendance in ("sentence", "status"),
    }
    return {axis for axis, left_out in without.items() if left_out}

"""On what axes invented logs of actions differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from benchmarks.composed.axes import Clash


@dataclass(frozen=True, slots=True)
class LogChoices:
    """One house style of a log. A value shows what is printed, or names the form; those of `…_heading` are headings."""

    font: Literal["Liberation Sans", "Liberation Serif", "Carlito", "DejaVu Sans"]
    size: Literal["8", "9", "10"]
    paper: Literal["landscape", "portrait"]
    title: Literal["lines", "capitals", "bold lines", "row of the table", "name alone"]
    name: Literal[
        "Action Log",
        "Action Tracker",
        "Rolling Action Log",
        "Matters Arising and Action Log",
        "Schedule of Actions",
        "Board Action Sheet",
        "Actions from previous meetings",
        "Action Points",
    ]
    columns: Literal[
        "ref raised minute action owners due update",
        "ref raised subject action owners due update",
        "raised minute action owners update",
        "ref action owners due",
        "action owners due update",
        "minute subject action owners due update",
        "raised action update",
    ]
    order: Literal["usual", "owner first", "status first", "due first"]
    head: Literal["bold", "dark", "shaded", "plain", "capitals"]
    ref: Literal["1", "A12", "23/014", "PB-045", "2024-07"]
    minute: Literal["12.3", "24/113", "7", "FC/24/31", "Item 6"]
    status: Literal["word", "colour word", "colour letter", "colour", "parts", "bands", "update"]
    groups: Literal["none", "bands", "headings each", "headings once"]
    rules: Literal["black", "grey", "horizontal", "none", "zebra"]
    repeated: Literal["yes", "no"]
    date: Literal[
        "04/03/2024", "4 March 2024", "4 Mar 2024", "Mar 2024", "04.03.24", "04-Mar-24", "4th March 2024", "March 2024"
    ]
    due: Literal["dates", "mixed", "words"]
    owner: Literal[
        "names", "initials", "initials with key", "posts", "names with titles", "names and posts", "A Surname"
    ]
    several: Literal["/", ";", ",", "and", "&", "lines"]
    bullets: Literal["none", "update", "action"]
    updates: Literal["column", "row below"]
    merged: Literal["none", "raised", "raised and minute"]
    length: Literal["short", "long"]
    introduction: Literal["none", "sentence", "key"]
    ref_heading: Literal["Ref", "Ref.", "No.", "Action No.", "Action ref", "Reference", "ID", "#", "Log no."]
    minute_heading: Literal["Minute", "Minute ref", "Minute No.", "Min. no.", "Minute Reference", "Agenda ref"]
    raised_heading: Literal[
        "Date raised", "Meeting date", "Meeting", "Date of meeting", "Raised", "Date agreed", "Date added"
    ]
    subject_heading: Literal["Item", "Subject", "Topic", "Agenda item", "Issue"]
    action_heading: Literal[
        "Action",
        "Action required",
        "Agreed action",
        "Actions",
        "Action to be taken",
        "Action point",
        "Description of action",
        "Task",
        "Details of action",
    ]
    owner_heading: Literal[
        "Lead",
        "Owner",
        "By whom",
        "Responsible",
        "Action owner",
        "Lead officer",
        "Who",
        "Assigned to",
        "Action by",
        "Responsibility",
        "Person responsible",
    ]
    due_heading: Literal[
        "Due date", "Deadline", "Target date", "By when", "Due", "Timescale", "When", "Completion date", "Due by"
    ]
    update_heading: Literal[
        "Update",
        "Progress",
        "Comments",
        "Progress update",
        "Update / comments",
        "Current position",
        "Progress to date",
        "Latest update",
        "Notes",
        "Outcome",
    ]
    status_heading: Literal["Status", "Current status", "Action status"]
    rag_heading: Literal["RAG", "RAG status", "RAG rating", "Status"]  # fmt: skip


COLOURS = ("colour word", "colour letter", "colour")
WITHOUT_UPDATE = ("ref action owners due",)
WITHOUT_RAISED = ("ref action owners due", "action owners due update", "minute subject action owners due update")
WITHOUT_MINUTE = (
    "ref raised subject action owners due update",
    *WITHOUT_UPDATE,
    "action owners due update",
    "raised action update",
)
WIDE = ("ref raised minute action owners due update", "ref raised subject action owners due update",
    "minute subject action owners due update")  # fmt: skip
GROUPED = ("bands", "headings each", "headings once")
CLASHES: tuple[Clash, ...] = (
    {"columns": WITHOUT_UPDATE, "status": ("update",)},
    {"columns": WITHOUT_UPDATE, "bullets": ("update",)},
    {"columns": WITHOUT_RAISED, "merged": ("raised", "raised and minute")},
    {"columns": WITHOUT_MINUTE, "merged": ("raised and minute",)},
    {"columns": ("raised action update", "raised minute action owners update"), "order": ("due first",)},
    {"columns": ("raised action update",), "order": ("owner first",)},
    {"columns": WIDE, "paper": ("portrait",)},
    {"status": ("parts", "bands"), "groups": GROUPED},
    {"status": ("parts", "bands", "update"), "order": ("status first",)},
    {"status": ("word", "parts", "bands", "update"), "introduction": ("key",)},
    {"status": ("update",), "bullets": ("update",)},
    # cells that run over several rows need rules to be seen
    {"merged": ("raised", "raised and minute"), "rules": ("none", "zebra")},
    {"merged": ("raised", "raised and minute"), "groups": GROUPED},
    {"merged": ("raised", "raised and minute"), "status": ("parts", "bands")},
    {"title": ("row of the table",), "groups": ("headings each", "headings once")},
    {"groups": ("headings once",), "rules": ("none",)},
    {"rules": ("none",), "head": ("plain",)},
    {"rules": ("none",), "bullets": ("update", "action")},
    {"owner": ("initials", "initials with key"), "several": ("and",)},
    {"owner": ("posts", "names and posts"), "several": ("/", ";", ",", "and", "&")},
    # a row below needs rules to be seen, and a column that is there
    {"updates": ("row below",), "rules": ("none", "zebra")},
    {"updates": ("row below",), "columns": WITHOUT_UPDATE},
    {"updates": ("row below",), "status": ("update",)},
    {"updates": ("row below",), "merged": ("raised", "raised and minute")},
    # one word for two columns
    {"rag_heading": ("Status",), "status": ("word", "parts", "bands", "update")},
)


def idle(choices: LogChoices) -> set[str]:
    """The axes that nothing on the paper shows, as what they are about is left out."""
    printed = choices.columns.split()
    without = {
        "ref": "ref" not in printed,
        "ref_heading": "ref" not in printed,
        "minute": "minute" not in printed,
        "minute_heading": "minute" not in printed,
        "raised_heading": "raised" not in printed,
        "subject_heading": "subject" not in printed,
        "owner": "owners" not in printed,
        "several": "owners" not in printed or choices.owner in ("posts", "names and posts"),
        "owner_heading": "owners" not in printed,
        "due": "due" not in printed,
        "due_heading": "due" not in printed,
        "updates": "update" not in printed,
        "update_heading": "update" not in printed,
        "status_heading": choices.status != "word",
        "rag_heading": choices.status not in COLOURS,
    }
    return {axis for axis, left_out in without.items() if left_out}

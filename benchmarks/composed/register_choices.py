"""On what axes invented risk registers differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from benchmarks.composed.axes import Clash


@dataclass(frozen=True, slots=True)
class RegisterChoices:
    """One house style of a register. A value shows what is printed, or names the form; those of `…_heading` are headings."""

    font: Literal["Liberation Sans", "Liberation Serif", "Carlito", "DejaVu Sans", "Liberation Sans Narrow"]
    size: Literal["7", "8", "9"]
    paper: Literal["portrait", "landscape", "A3"]
    title: Literal["lines", "one line", "header", "banner", "row of the table"]
    as_of: Literal["as at 4 March 2024", "March 2024", "Last updated: 04/03/2024", "none"]
    form: Literal["rows", "labels left", "grid", "cards", "panels"]
    columns: Literal[
        "statement", "statement, impact", "title, event", "cause, event, impact", "title, cause, impact", "all"
    ]
    stages: Literal[
        "unnamed",
        "current",
        "gross current",
        "gross residual",
        "current target",
        "gross current target",
        "gross residual target",
    ]
    score: Literal[
        "three numbers",
        "score alone",
        "4x3",
        "4 x 3 = 12",
        "L4 x I3 = 12",
        "12 (L4 x I3)",
        "words",
        "4 - Likely",
        "no score",
    ]
    groups: Literal["two levels", "one", "one of letters"]
    fill: Literal["none", "score", "all"]
    category: Literal["none", "column", "bands", "tables"]
    owner: Literal["none", "name", "post", "name and post", "post and name", "initials with key", "two names"]
    controls: Literal["none", "bullets", "numbered", "lines", "dashes"]
    actions: Literal["none", "bullets", "numbered", "brackets", "columns", "rows", "table below"]
    due: Literal["04/03/2024", "March 2024", "4 March 2024", "Mar-24"]
    trend: Literal["none", "arrow", "word"]
    extra: Literal["none", "review", "appetite", "gaps", "assurance"]
    order: Literal["usual", "owner early", "scores last"]
    rules: Literal["black", "grey", "horizontal", "zebra", "none"]
    head: Literal["shaded", "dark", "plain", "capitals", "centred", "upright"]
    repeated: Literal["yes", "no"]
    rows_break: Literal["yes", "no"]
    around: Literal["none", "legend", "matrix", "introduction"]
    stop: Literal["none", "full stop"]
    ref: Literal["1", "R1", "CR1", "SR 01", "CRR-01", "F1", "BAF 1", "1.1", "R001", "SRR/24/01", "none"]
    ref_heading: Literal["Ref", "No.", "Risk No.", "Risk ID", "ID", "Risk Ref", "#", "Reference"]
    statement_heading: Literal[
        "Risk",
        "Risk description",
        "Description of risk",
        "Risk identified",
        "Risk statement",
        "Strategic risk",
        "Principal risk",
        "Risk event",
        "Description",
        "Key risk",
        "Nature of risk",
        "Potential risk",
    ]
    cause_heading: Literal[
        "Cause", "Causes", "Risk cause", "Root cause", "Cause(s)", "Source of risk", "Trigger", "Potential causes"
    ]
    impact_heading: Literal[
        "Consequence",
        "Consequences",
        "Impact",
        "Effect",
        "Potential impact",
        "Risk impact",
        "Implications",
        "Impact / Consequence",
        "Possible impact",
    ]
    owner_heading: Literal[
        "Owner",
        "Risk owner",
        "Lead",
        "Lead officer",
        "Responsible officer",
        "Accountable officer",
        "Executive lead",
        "Risk lead",
        "Managed by",
    ]
    controls_heading: Literal[
        "Controls",
        "Existing controls",
        "Key controls",
        "Controls in place",
        "Current controls",
        "Mitigating controls",
        "Internal controls",
        "Control measures",
        "Existing controls / mitigations",
    ]
    actions_heading: Literal[
        "Actions",
        "Further actions",
        "Action plan",
        "Mitigating actions",
        "Further action required",
        "Planned actions",
        "Actions required",
        "Actions to be taken",
    ]
    measures: Literal[
        "Likelihood|Impact|Score",
        "L|I|Score",
        "Probability|Impact|Rating",
        "Likelihood|Severity|Total",
        "L|I|L x I",
        "Likelihood (1-5)|Impact (1-5)|Risk score",
        "Prob.|Imp.|Score",
    ]
    gross: Literal["Gross", "Inherent", "Initial", "Inherent risk", "Gross risk", "Before controls"]
    current: Literal["Current", "Current risk"]
    residual: Literal["Residual", "Residual risk"]
    target: Literal["Target", "Target risk"]  # fmt: skip


ALONE = ("labels left", "grid", "cards", "panels")
"""Forms in which a risk stands by itself."""
IN_PARTS = ("three numbers", "words", "4 - Likely", "no score")
"""Forms of a score that have columns for likelihood and impact."""
WIDE = ("cause, event, impact", "title, cause, impact", "all")
CLASHES: tuple[Clash, ...] = (
    {"form": ALONE, "category": ("column", "bands")},
    {"form": ALONE, "ref": ("none",)},
    {"form": ALONE, "actions": ("columns", "table below")},
    {"form": ALONE, "title": ("row of the table",)},
    {"form": ALONE, "head": ("upright",)},
    {"form": ALONE, "paper": ("A3",)},
    {"form": ALONE, "rules": ("none", "zebra")},
    {"category": ("tables",), "title": ("row of the table",)},
    # what has no room
    {"form": ("rows",), "paper": ("portrait",), "columns": WIDE},
    {"form": ("rows",), "paper": ("portrait",), "actions": ("columns", "rows", "table below")},
    {"form": ("rows",), "paper": ("portrait",), "stages": ("gross current target", "gross residual target")},
    {"form": ("rows",), "paper": ("portrait",), "size": ("9",)},
    {"form": ("rows",), "paper": ("landscape",), "columns": WIDE, "actions": ("columns", "rows")},
    {"form": ("rows",), "size": ("8", "9"), "stages": ("gross current target", "gross residual target")},
    {"score": ("words", "4 - Likely"), "stages": ("gross current", "gross residual", "current target", "gross current target",
        "gross residual target")},
    # two columns of one heading
    {"impact_heading": ("Impact",), "measures": ("Likelihood|Impact|Score", "Probability|Impact|Rating")},
    {"statement_heading": ("Description", "Risk description", "Description of risk"), "columns": ("title, event", "all")},
    # a word over a letter says which stage, a letter over nothing does not say what
    {"groups": ("one of letters",), "stages": ("unnamed",)},
    {"rules": ("none", "zebra"), "actions": ("rows", "table below")},
    {"rules": ("none",), "head": ("plain",)},
)  # fmt: skip


def idle(choices: RegisterChoices) -> set[str]:
    """The axes that nothing on the paper shows, as what they are about is left out."""
    without = {
        "ref_heading": choices.ref == "none",
        "statement_heading": "title" in choices.columns or choices.columns == "all",
        "cause_heading": "cause" not in choices.columns and choices.columns != "all",
        "impact_heading": "impact" not in choices.columns and choices.columns != "all",
        "owner_heading": choices.owner == "none",
        "controls_heading": choices.controls == "none",
        "actions_heading": choices.actions == "none",
        "due": choices.actions not in ("brackets", "columns", "rows", "table below"),
        "groups": choices.form in ALONE or choices.score not in IN_PARTS,
        "repeated": choices.form in ALONE,
        **{stage: stage not in choices.stages.split() for stage in ("gross", "current", "residual", "target")},
    }
    return {axis for axis, left_out in without.items() if left_out}

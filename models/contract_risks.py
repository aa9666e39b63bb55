"""The views of risk registers."""

from __future__ import annotations

from models.column import RAG, RATING, TREND, Column, Part, View

_LABEL = "as printed, where a word, letter or code stands in place of the number"


def _scored(name: str, meaning: str) -> tuple[Column, Column]:
    """A number of the scoring, and the word, letter or code that may be printed in its place."""
    return Column(name, "number", meaning), Column(f"{name}_label", "text", f"{name} {_LABEL}")


def _stage(stage: str, meaning: str) -> tuple[Column, ...]:
    """Likelihood, impact and score at one stage of a risk's treatment."""
    return (
        *_scored(f"{stage}_likelihood", f"likelihood {meaning}"),
        *_scored(f"{stage}_impact", f"impact {meaning}"),
        *_scored(f"{stage}_score", f"score {meaning}"),
    )


REF = Column("ref", "text", "the risk's printed reference")
OF_RISK = Column("of_risk", "text", "row_key of its risk", ours=True)
OF_RISKS = (Part("risks", {"ref": "ref"}, key="of_risk"),)

REGISTERS = View(
    "registers",
    "one edition of one register: what its risks share",
    (
        Column("register_title", "text", "title of the register", shared=True),
        Column("organisation", "text", "body whose register it is", shared=True),
        Column("as_of", "date", "day, month or year for which the register speaks", shared=True),
    ),
    table="register",
    shown=False,
)

RISKS = View(
    "risks",
    "one risk in one edition of one register",
    (
        *REGISTERS.columns,
        REF,
        Column("category", "text", "chapter, objective or band under which the risk stands", shared=True),
        Column("title", "text", "the risk's short statement; the whole of it where only one is printed"),
        Column("cause", "text", "what would bring it about"),
        Column("description", "text", "the risk event, where a second, longer text is printed"),
        Column("impact", "text", "consequence or effect if it happened"),
        Column("owners", "names", "people who own the risk"),
        Column("owner_initials", "text", "the owners' initials as printed"),
        *_stage("gross", "before any control (inherent, raw, unmitigated)"),
        Column("previous_as_of", "date", "date of the score before this edition's", shared=True),
        *_scored("previous_score", "score printed for the time before"),
        *_stage("current", "now, with the controls there are"),
        *_stage("residual", "once the planned mitigations are done"),
        *_stage("target", "that the body aims at"),
        Column("rating", "choice", "band in which the risk is put", RATING),
        Column("owner_posts", "text", "job titles printed as owner"),
        Column("risk_key", "text", "names the same risk in all editions of its register"),
    ),
    table="risk",
    leading=("ref", "title", "description"),
    parts=(Part("registers", {c.name: c.name for c in REGISTERS.columns}, always=True),),
)

RISK_TRENDS = View(
    "risk_trends",
    "the trend of one risk in one period",
    (
        REF,
        Column("period", "text", "period as printed", shared=True),
        Column("trend", "choice", "way the arrow points, whatever is good or bad", TREND),
        OF_RISK,
    ),
    table="risk_trend",
    leading=("ref", "period", "trend"),
    parts=OF_RISKS,
)

RISK_FIELDS = View(
    "risk_fields",
    "one printed cell of a risk that no other view of risks holds",
    (
        REF,
        Column("header", "text", "the cell's heading as printed", shared=True),
        Column("text", "text", "what the cell says"),
        Column("value", "number", "the number in it"),
        Column("unit", "text", "unit of the number"),
        OF_RISK,
    ),
    table="risk_field",
    leading=("ref", "header", "text"),
    parts=OF_RISKS,
)

RISK_CONTROLS = View(
    "risk_controls",
    "one control or activity that holds a risk down",
    (
        REF,
        Column("kind", "choice", "which of the two it is printed as", ("key_control", "activity")),
        Column("position", "integer", "its place within the risk and the kind, from 1"),
        Column("text", "text", "the control"),
        OF_RISK,
    ),
    table="risk_control",
    leading=("ref", "kind", "text"),
    parts=OF_RISKS,
)

RISK_ACTIONS = View(
    "risk_actions",
    "one mitigation of a risk",
    (
        REF,
        Column("position", "integer", "its place within the risk, from 1"),
        Column("description", "text", "what is to be done"),
        Column("owners", "names", "who is to do it"),
        Column("owner_initials", "text", "their initials as printed"),
        Column("target_text", "text", "when, as printed"),
        Column("target_date", "date", "when, as a date"),
        Column("is_ongoing", "boolean", "whether it goes on without an end"),
        Column("status_text", "text", "how it stands, as printed"),
        Column("rag", "choice", "colour of its status", RAG),
        Column("owner_posts", "text", "job titles printed as owner", ours=True),
        OF_RISK,
    ),
    table="risk_action",
    leading=("ref", "description"),
    parts=OF_RISKS,
)

OWNER_KEYS = View(
    "owner_keys",
    "one line of a printed key of initials",
    (
        Column("initials", "text", "initials as printed"),
        Column("name", "names", "the person they stand for"),
    ),
    table="owner_key",
    leading=("initials", "name"),
)

RISK_HISTORY = View(
    "risk_history",
    "one risk in one edition, followed through the editions of its register",
    (
        Column("risk_key", "text", "the risk, in all editions"),
        Column("as_of", "date", "date of the edition"),
        REF,
        Column("title", "text", "the risk's title in this edition"),
        Column("current_score", "number", "its score in this edition"),
        Column("rating", "choice", "its band in this edition", RATING),
        Column("change", "number", "score less that of the edition before (or the earlier score printed beside it)"),
    ),
)

VIEWS = (REGISTERS, RISKS, RISK_TRENDS, RISK_FIELDS, RISK_CONTROLS, RISK_ACTIONS, OWNER_KEYS, RISK_HISTORY)

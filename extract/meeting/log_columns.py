"""The columns of an action log: by their headings and cells, or, where no heading is printed, by the cells alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.columns import Assigned, Column, assign, columns_of, fit, score_by_vocabulary, weigh
from extract.looks import look_of
from extract.meeting.vocabulary import words_of
from extract.meeting.when import MONTH
from extract.remembering import remembered
from extract.tables.marks import is_colourful
from extract.wording import fold, likeness, phrases
from models.table import Table

TITLE = re.compile(
    r"\b(?:actions?\s+(?:log|tracker|list|points|register|sheet|schedule|update|grid|record|summary)"
    r"|(?:outstanding|completed|open|closed|agreed|ongoing|matters)\s+(?:and\s+\w+\s+)?actions?\b|"
    r"matters\s+arising|actions?\s+(?:arising|from|outstanding|completed|agreed|carried)|(?:log|summary)\s+of\s+actions"
    r"|rolling\s+actions?|progress\s+on\s+actions|schedule\s+of\s+actions"
    r"|(?:outstanding|open|pending|completed|closed|unfinished)\s+(?:[\w-]+\s+){0,2}?(?:items?|directives?|directions?|referrals?|resolutions?"
    r"|motions?|requests?|business|matters|reports?)\b"
    r"|(?:directives?|directions?|referrals?|resolutions?|recommendations?|motions?|requests?|follow[\s-]?ups?|decisions?|bring\s+forward)\s+"
    r"(?:items?\s+)?(?:log|tracker|tracking|list|register|schedule|status|report|update|table|matrix)\b"
    r"|(?:status|progress)\s+(?:report\s+)?(?:of|on)\s+(?:[\w-]+\s+){0,2}?(?:directives?|referrals?|resolutions?|motions?|requests?|decisions?)"
    r"|(?:audit|outstanding|overdue|open|agreed|inspection|review)\s+(?:[\w-]+\s+){0,2}?(?:recommendations?|actions?)\b"
    r"|(?:implementation|tracking|follow[\s-]?up|status|monitoring)\s+of\s+(?:[\w-]+\s+){0,3}?(?:recommendations?|actions?)\b"
    r"|follow[\s-]?up\s+(?:items?|list|actions?|report)|business\s+arising|bring\s+forward\s+(?:list|items?))",
    re.IGNORECASE,
)
OF_WHEN = re.compile(
    rf"[\s(:,–—-]+(?:(?:as\s+)?(?:at|of|on|to|for|in|since)\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{MONTH}|Q[1-4])\b.*$"
    r"|[\s(:,–—-]+(?:(?:as\s+)?(?:at|of|on|to)\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\W*$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"^(?:by|w/c|w/e|mid|early|late|end(?: of)?)?[\s-]*(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:(?:{MONTH})\b|(?:19|20)\d\d\b|Q[1-4]\b)"
    r"|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^(?:asap|tbc|immediate(?:ly)?|next\s+(?:meeting|month|week)|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
LEAST_TEXT = 20  # characters: actions are sentences, not words
RISK_WORDS = (
    "likelihood",
    "impact",
    "severity",
    "inherent",
    "residual",
    "mitigat",
    "control",
    "risk",
    "milestone",
    "kpi",
    "indicator",
)
OF_AUDITS = ("impact", "control", "risk")  # of these, words that stand over recommendations of auditors too
INSTEAD = ("response", "subject", "finding")
LONGEST_LETTERS = 3  # characters: a reference may be letters alone
PLAIN = 0.95  # from here a heading is the very word for its column
NAMED = 0.55  # from here a heading says what its column is
COLOURS = 3  # at least that a key explains
SAID = ("owners", "due_text", "update_text", "status", "rag")
VOCABULARY = "columns_tracker"
BESIDE = {"due_text", "raised", "minute_number", "update_text", "status", "rag"}
GUESSED = ("action", "update_text", "owners", "rag")  # what is known by its cells when its heading is not


def heading_rows_of(table: Table) -> int:
    """How many rows at the head are headings; a first row of known headings, or one below a title across the table, counts
    though its look does not tell."""
    if table.heading_rows:
        return table.heading_rows
    titled = int(bool(table.row(0)) and table.row(0)[0].column_span == table.columns > 1)
    first = [c.text for c in table.row(titled) if c.text]
    known = [t for t in first if likeness(t, phrases(VOCABULARY))]
    return titled + 1 if len(known) >= 2 and len(known) == len(first) else 0


@remembered(256)  # asked to claim a section and to read it, and again of what another family has left
def log_columns(table: Table) -> tuple[tuple[Assigned, ...], float]:
    """The columns of a table as those of an action log, and how sure it is one (0: it is none)."""
    rows = heading_rows_of(table)
    if rows == 0:
        return _bare_columns(table)
    titles = {c.row for c in table.cells if c.row < rows and c.column_span == table.columns > 1}
    columns = columns_of(table, rows, titles if len(titles) < rows else ())
    if _is_of_risks(" ".join(t for c in columns for t in c.path).casefold()):
        return (), 0.0
    scores = [
        _with_group(c, s)
        for c, s in zip(columns, score_by_vocabulary(columns, phrases(VOCABULARY), "tracker", GUESSED), strict=True)
    ]
    _score_undated(columns, scores)
    _put_subjects_apart(columns, scores)
    _put_status_apart(columns, scores)
    _put_agreed_first(columns, scores)
    assigned = _without_action(assign(columns, scores))
    fields = {a.field for a in assigned if a.field}
    action = next((a for a in assigned if a.field == "action"), None)
    if action is None or not _is_text(action.column):
        return (), 0.0
    headed = {a.field for a in assigned if a.field and (a.field not in GUESSED or _is_headed(a))}
    if "action" not in headed and not ("owners" in headed and len(headed & BESIDE) >= 2):
        return (
            (),
            0.0,
        )  # sentences under an unknown heading are actions where someone owes them and more is said of each
    said = headed & set(SAID)
    score = 0.3 + 0.12 * len(said) + 0.08 * len(fields & {"ref", "minute_number", "raised"}) if said else 0.2
    if "update_text" in said and "action" in headed and _are_plainly_told(assigned):
        score += 0.1  # `Action | Progress` and no more, as minutes print what came of the last meeting's
    return assigned, min(score, 0.75)


def _are_plainly_told(assigned: Sequence[Assigned]) -> bool:
    """Whether each column of a log has the very heading of what it holds."""
    return all(a.field is not None and a.confidence >= PLAIN for a in assigned)


def _is_headed(assigned: Assigned) -> bool:
    """Whether a column's heading says what it holds, be it by what stands instead of actions."""
    told = likeness(OF_WHEN.sub("", assigned.column.leaf), phrases(VOCABULARY))
    return assigned.field in told or (assigned.field == "action" and "response" in told)


def _is_of_risks(headings: str) -> bool:
    """Whether headings are those of a register or scorecard; recommendations of auditors have a risk, and a weak control."""
    words = (w for w in RISK_WORDS if w not in OF_AUDITS or "recommendation" not in headings)
    return any(word in headings for word in words)


def _score_undated(columns: Sequence[Column], scores: Sequence[dict[str, float]]) -> None:
    """A heading that says of when it tells is known without that: `Update – March 2031`, `Position as at 30 June`."""
    for column, score in zip(columns, scores, strict=True):
        bare = OF_WHEN.sub("", column.leaf)
        if bare in {"", column.leaf} or max(score.values(), default=0.0) >= NAMED:
            continue
        for field, like in likeness(bare, phrases(VOCABULARY)).items():
            score[field] = max(score.get(field, 0.0), weigh(like, fit("tracker", field, column.looks)))


def _put_agreed_first(columns: Sequence[Column], scores: Sequence[dict[str, float]]) -> None:
    """Beside the action that was agreed, what an auditor recommended is what was found."""
    headings = [c.leaf.casefold() for c in columns]
    if not any("agreed" in h and "action" in h for h in headings):
        return
    for heading, score in zip(headings, scores, strict=True):
        if "recommendation" in heading and "action" not in heading and "action" in score:
            score["finding"] = score.pop("action")


def _put_subjects_apart(columns: Sequence[Column], scores: Sequence[dict[str, float]]) -> None:
    """Words without a digit under `Item` say what an action is about: they are no reference, nor the number of a minute."""
    for column, score in zip(columns, scores, strict=True):
        if "item" not in column.leaf.casefold():  # as nearly everywhere
            continue
        texts = [c.text for c in column.cells if c.text]
        numbered = sum(any(map(str.isdecimal, t)) for t in texts)
        worded = len(texts) > 1 and numbered <= 0.2 * len(texts)
        if worded and all(len(t) > LONGEST_LETTERS for t in texts):
            about = [score.pop(name, 0.0) for name in ("ref", "minute_number")]
            score["subject"] = max(*about, score.get("subject", 0.0))


def _put_status_apart(columns: Sequence[Column], scores: Sequence[dict[str, float]]) -> None:
    """Of two columns of updates, the one that holds nothing but words of progress is the status: `Closed` under `Disposition`."""
    told = [i for i, s in enumerate(scores) if s.get("update_text", 0.0) >= NAMED]
    if len(told) < 2 or any(s.get("status", 0.0) >= NAMED for s in scores):
        return
    plain = [i for i in told if _says_status(columns[i])]
    if len(plain) == 1:
        scores[plain[0]].clear()
        scores[plain[0]]["status"] = 0.9


def _without_action(assigned: tuple[Assigned, ...]) -> tuple[Assigned, ...]:
    """Where no column is headed as the actions', what managers answered, or the sentences under `Subject`, is what is followed up."""
    if any(a.field == "action" for a in assigned):
        return assigned
    told = [a for name in INSTEAD for a in assigned if a.field == name and _is_text(a.column)]
    subject = told[0] if told else None
    return tuple(replace(a, field="action", confidence=0.8 * a.confidence) if a is subject else a for a in assigned)


def _with_group(column: Column, scores: Mapping[str, float]) -> dict[str, float]:
    """A column whose heading says `Actions completed` is the actions', though it speaks of completion."""
    found = dict(scores)
    words = column.leaf.casefold()
    if words.startswith("action") and ("complet" in words or "outstanding" in words) and _is_text(column):
        found["action"] = max(found.get("action", 0.0), 0.95)
    return found


def _is_text(column: Column) -> bool:
    texts = [c.text for c in column.cells if c.text]
    return bool(texts) and sum(map(len, texts)) >= LEAST_TEXT * len(texts)


def _bare_columns(table: Table) -> tuple[tuple[Assigned, ...], float]:
    """Columns without headings: sentences beside words that say how far they are."""
    if _is_key_of_colours(table):
        return (), 0.0
    columns = columns_of(table, 0)
    found: list[Assigned] = []
    texts = [c for c in columns if _is_text(c)]
    said = [c for c in columns if c not in texts and c.cells and _says_status(c)]
    if len(texts) != 1 and not (len(texts) == 2 and said):
        texts = [max(columns, key=lambda c: sum(len(x.text) for x in c.cells))] if said and columns else []
    if not texts or not said or texts[0] in said:
        return (), 0.0
    for column in columns:
        name = "action" if column is texts[0] else "update_text" if column is said[-1] else None
        looks = column.looks
        if name is None and looks.get("initials", 0) + looks.get("name", 0) > 0.6:
            name = "owners"
        elif name is None and (looks.get("date", 0) > 0.6 or _says_when(column)):
            name = "due_text"
        found.append(Assigned(column, name, 0.8))
    return tuple(found), 0.4


def _says_when(column: Column) -> bool:
    """Whether most cells say by when, be it in words: `asap`, `Next meeting`, `w/c 4 Nov 2013`, `early 2014`."""
    texts = [c.text for c in column.cells if c.text]
    return bool(texts) and sum(_WHEN.search(t) is not None for t in texts) >= 0.8 * len(texts)


def _is_key_of_colours(table: Table) -> bool:
    """Whether each text of a table has a colour of its own behind it: `Overdue` on red, `On track` on green, `Complete` on blue;
    one may have grey (`Not started`), and one, which names the key, none.
    """
    fills = [c.fill for c in table.cells if c.text]
    coloured = {fill for fill in fills if fill and is_colourful(fill)}
    return len(set(fills)) == len(fills) and len(coloured) >= COLOURS


def _says_status(column: Column) -> bool:
    """Whether most cells are words of progress: New, Ongoing, Completed."""
    known = words_of("progress_words", "progress")
    texts = [c.text for c in column.cells if c.text]
    return bool(texts) and sum(fold(t) in known or look_of(t) == "status" for t in texts) >= 0.6 * len(texts)

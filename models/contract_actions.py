"""The views of actions: those recorded in minutes, the lines of logs, and what leads from the ones to the others."""

from __future__ import annotations

from models.column import RAG, Column, Part, View
from models.contract_meetings import BODY, MEETING_DATE, MINUTE_NUMBER, OF_MEETING, OF_MINUTE

OWNERS = (
    Column("owners", "names", "who is to do it"),
    Column("owner_initials", "text", "their initials as printed"),
)
OWNER_POSTS = Column("owner_posts", "text", "job titles printed as owner", ours=True)
DUE = (
    Column("due_text", "text", "by when, as printed"),
    Column("due_date", "date", "by when, as a date"),
)
DUE_INFERRED = Column(
    "due_inferred",
    "boolean",
    "true where no year is printed and the meeting fixes it: see due_inferred_date",
    ours=True,
)
DUE_INFERRED_DATE = Column(
    "due_inferred_date",
    "date",
    "by when, the year being that which the day of the meeting fixes, not printed",
    ours=True,
)

MINUTE_ACTIONS = View(
    "minute_actions",
    "one action recorded in the minutes themselves",
    (
        BODY,
        MEETING_DATE,
        MINUTE_NUMBER,
        Column("action", "text", "what is to be done"),
        *OWNERS,
        *DUE,
        OWNER_POSTS,
        DUE_INFERRED,
        Column("ref", "text", "the action's own reference, where one is printed", ours=True),
        DUE_INFERRED_DATE,
    ),
    table="minute_action",
    leading=("minute_number", "action"),
    parts=(OF_MINUTE, OF_MEETING),
)

ACTION_LOGS = View(
    "action_logs",
    "one edition of one action log: what its lines share",
    (
        Column("body", "text", "body whose log it is", shared=True),
        Column("log_title", "text", "title of the log", shared=True),
        Column("as_of", "date", "day of the meeting that the log is for, or its own date", shared=True),
    ),
    table="action_log",
    shown=False,
)

TRACKED_ACTIONS = View(
    "tracked_actions",
    "one line of an action tracker or log",
    (
        Column("ref", "text", "the action's printed reference"),
        Column("minute_number", "text", "minute that made it, as printed"),
        Column("raised", "text", "when or where it was raised, as printed"),
        Column("raised_date", "date", "when it was raised"),
        Column("action", "text", "what is to be done"),
        *OWNERS,
        *DUE,
        Column("update_text", "text", "what is reported on it"),
        Column("status", "choice", "whether it is done", ("outstanding", "completed")),
        Column("rag", "choice", "colour of its status", RAG),
        OWNER_POSTS,
        DUE_INFERRED,
        Column("action_key", "text", "the action, in the logs of all meetings", ours=True),
        DUE_INFERRED_DATE,
    ),
    table="tracked_action",
    leading=("ref", "action"),
    parts=(Part("action_logs", {"log_body": "body", "log_title": "log_title", "log_as_of": "as_of"}, always=True),),
)

ACTION_HISTORY = View(
    "action_history",
    "one action in one log, followed through the logs of successive meetings",
    (
        Column("action_key", "text", "the action, in all logs"),
        Column("as_of", "date", "day of the meeting that the log is for, or the log's own date"),
        Column("ref", "text", "the action's reference in this log"),
        Column("minute_number", "text", "minute that made it, as this log prints it"),
        Column("action", "text", "what is to be done, in the words of this log"),
        Column("owners", "names", "who is to do it, in this log"),
        *DUE,
        Column("status", "choice", "whether it is done, in this log", ("outstanding", "completed")),
        Column("rag", "choice", "colour of its status in this log", RAG),
        Column(
            "change",
            "text",
            "what is not as in the log before: first seen, closed, reopened, date moved, date set, date dropped, colour, owners, "
            "update, joined with '; ', or unchanged; NULL where the log has no date",
        ),
    ),
)

ACTION_LINKS = View(
    "action_links",
    "one action of the minutes and one line of a log that follows it up",
    (
        Column("document", "text", "the paper that holds the minutes"),
        Column("page", "integer", "page of it on which the action begins"),
        Column("minute_action", "text", "row_key of the action in the minutes"),
        Column("body", "text", "body that met"),
        Column("meeting_date", "date", "day of the meeting that made the action"),
        Column("action", "text", "what is to be done, in the words of the minutes"),
        Column("tracked_document", "text", "the paper that holds the log"),
        Column("tracked_page", "integer", "page of it on which the line begins"),
        Column("tracked_action", "text", "row_key of the line of the log"),
        Column("as_of", "date", "day of the meeting that the log is for, or the log's own date"),
        Column("status", "choice", "whether it is done, in this log", ("outstanding", "completed")),
        Column(
            "matched_by",
            "text",
            "what the two have in common: reference, minute, meeting, owner, due date, wording, joined with '; '; 'another log' "
            "where the line carries on one that was matched",
        ),
        Column("confidence", "number", "chance that the two are one action, 0 to 1"),
    ),
    standard=False,
)

VIEWS = (MINUTE_ACTIONS, ACTION_LOGS, TRACKED_ACTIONS, ACTION_HISTORY, ACTION_LINKS)

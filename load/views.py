"""The contract's views as SQL, written from the contract and the schema: the same promise on SQLite and PostgreSQL.

A view joins its table with the record (name, confidence), the record's source (page), the document, and the wholes from
which it inherits columns. Views belong to the code, not to the history of the tables: they are dropped before tables
change and made again after (`load.database`).
"""

from __future__ import annotations

from collections.abc import Iterator

from models.contract import VIEWS, View
from models.schema import table_of

_AGGREGATE = {"sqlite": "group_concat(x, '; ')", "postgresql": "string_agg(x, '; ' ORDER BY x COLLATE \"C\")"}


def view_statements(dialect: str) -> dict[str, str]:
    """Each view of the contract with the SELECT it is made of, for `sqlite` or `postgresql`."""
    special = _special(_AGGREGATE[dialect])
    return {name: special[name] if name in special else _of_facts(view) for name, view in VIEWS.items()}


def _of_facts(view: View) -> str:
    """The SELECT of a view whose rows are the rows of one table."""
    joins, inherited = [], {}
    keys: dict[str, str] = {}
    for number, part in enumerate(view.parts, start=1):
        table = table_of(part.whole).name
        joins.append(f"LEFT JOIN {table} w{number} ON w{number}.record_id = f.{table}_id")
        inherited.update({own: f"w{number}.{name}" for own, name in part.inherited.items()})
        if part.key is not None:
            joins.append(
                f"LEFT JOIN record k{number} ON k{number}.record_id = f.{table}_id AND k{number}.view = '{part.whole}'"
            )
            keys[part.key] = f"k{number}.row_key"
    columns = [
        f'{inherited.get(c.name, f"f.{_quoted(c.name)}")} AS "{c.name}"' for c in view.columns if c.name not in keys
    ]
    columns += [f'{place} AS "{key}"' for key, place in keys.items()]
    return "\n".join(
        [
            'SELECT d.document AS "document", s.page AS "page", r.row_key AS "row_key",',
            *(f"  {column}," for column in columns),
            '  r.source_id AS "source_id", r.confidence AS "confidence"',
            "FROM record r",
            "JOIN document d ON d.document_id = r.document_id",
            "JOIN source_span s ON s.source_id = r.source_id",
            f"JOIN {table_of(view.name).name} f ON f.record_id = r.record_id",
            *joins,
            f"WHERE r.view = '{view.name}'",
        ]
    )


def _quoted(name: str) -> str:
    return f'"{name}"'


def _special(aggregate: str) -> dict[str, str]:
    """The views that do not stand on a table of facts."""
    return {
        "documents": _columns("documents") + " FROM document",
        "downloads": _DOWNLOADS,
        "pages": _columns("pages") + " FROM page JOIN document USING (document_id)",
        "sections": _columns("sections") + " FROM section JOIN document USING (document_id)",
        "source_spans": _columns("source_spans") + " FROM source_span",
        "field_sources": _FIELD_SOURCES,
        "findings": _FINDINGS,
        "unread_text": _UNREAD_TEXT,
        "risk_history": _RISK_HISTORY,
        "action_history": _ACTION_HISTORY,
        "action_links": _ACTION_LINKS,
        "same_papers": _SAME_PAPERS,
        "repeated": _REPEATED,
        "search_text": _SEARCH_TEXT,
        "people": _people(aggregate),
    }


def _columns(view: str) -> str:
    return "SELECT " + ", ".join(_quoted(c.name) for c in VIEWS[view].columns)


_DOWNLOADS = """
SELECT d.document AS "document", l.url AS "url", l.publisher AS "publisher", l.found_on AS "found_on", l.title AS "title",
  l.sha256 AS "sha256", l.fetched_at AS "fetched_at", l.checked_at AS "checked_at", l.outcome AS "outcome",
  l.reason AS "reason"
FROM download l
LEFT JOIN document d ON d.sha256 = l.sha256
"""

_FIELD_SOURCES = """
SELECT r.view AS "view", r.row_key AS "row_key", f.field AS "field", f.source_id AS "source_id",
  f.confidence AS "confidence"
FROM field_source f JOIN record r ON r.record_id = f.record_id
WHERE r.view IS NOT NULL
UNION ALL
SELECT r.view, r.row_key, r.own_field, r.source_id, r.confidence
FROM record r
WHERE r.view IS NOT NULL AND r.own_field IS NOT NULL
"""

_FINDINGS = """
SELECT d.document AS "document", s.page AS "page", n.row_key AS "row_key", n.rule AS "rule", n.severity AS "severity",
  n.message AS "message", r.view AS "view", r.row_key AS "of_row", n.field AS "field", n.value_found AS "value_found",
  n.value_expected AS "value_expected", n.source_id AS "source_id", 1.0 AS "confidence"
FROM finding n
JOIN document d ON d.document_id = n.document_id
LEFT JOIN source_span s ON s.source_id = n.source_id
LEFT JOIN record r ON r.record_id = n.record_id AND r.view IS NOT NULL
"""

_UNREAD_TEXT = """
SELECT d.document AS "document", s.page AS "page", r.row_key AS "row_key", s.text AS "text", f.reason AS "reason",
  r.source_id AS "source_id", r.confidence AS "confidence"
FROM record r
JOIN document d ON d.document_id = r.document_id
JOIN source_span s ON s.source_id = r.source_id
JOIN unread_run f ON f.record_id = r.record_id
WHERE r.view = 'unread_text'
"""

_SEARCH_TEXT = """
SELECT d.document AS "document", s.page AS "page", r.row_key AS "row_key", e.entry_id AS "entry_id", r.view AS "view",
  e.field AS "field", e.text AS "text", r.source_id AS "source_id", r.confidence AS "confidence"
FROM search_entry e
JOIN record r ON r.record_id = e.record_id
JOIN document d ON d.document_id = r.document_id
JOIN source_span s ON s.source_id = r.source_id
"""

# The edition before is the latest with an earlier date and a score of its own; where none is loaded, the earlier score
# that this edition itself prints stands for it.
_RISK_HISTORY = """
SELECT d.document AS "document", s.page AS "page", r.row_key AS "row_key", f.risk_key AS "risk_key", g.as_of AS "as_of",
  f.ref AS "ref", f.title AS "title", f.current_score AS "current_score", f.rating AS "rating",
  f.current_score - COALESCE(
    (SELECT p.current_score FROM risk p JOIN register e ON e.record_id = p.register_id
     WHERE p.risk_key = f.risk_key AND e.as_of < g.as_of AND p.current_score IS NOT NULL
     ORDER BY e.as_of DESC, p.record_id LIMIT 1),
    f.previous_score) AS "change",
  r.source_id AS "source_id", r.confidence AS "confidence"
FROM record r
JOIN document d ON d.document_id = r.document_id
JOIN source_span s ON s.source_id = r.source_id
JOIN risk f ON f.record_id = r.record_id
LEFT JOIN register g ON g.record_id = f.register_id
WHERE r.view = 'risks'
"""

# The log before is the latest with an earlier date: a pack and the same log published alone are of one date.
_ACTION_HISTORY = """
SELECT d.document AS "document", s.page AS "page", r.row_key AS "row_key", f.action_key AS "action_key",
  g.as_of AS "as_of", f.ref AS "ref", f.minute_number AS "minute_number", f.action AS "action", f.owners AS "owners",
  f.due_text AS "due_text", f.due_date AS "due_date", f.status AS "status", f.rag AS "rag",
  CASE WHEN g.as_of IS NULL THEN NULL WHEN b.record_id IS NULL THEN 'first seen'
    ELSE COALESCE(NULLIF(SUBSTR(
      CASE WHEN f.status = 'completed' AND COALESCE(b.status, '') <> 'completed' THEN '; closed' ELSE '' END
      || CASE WHEN f.status = 'outstanding' AND b.status = 'completed' THEN '; reopened' ELSE '' END
      || CASE WHEN COALESCE(f.due_date, f.due_text) = COALESCE(b.due_date, b.due_text) THEN ''
        WHEN f.due_text IS NULL AND b.due_text IS NULL THEN ''
        WHEN b.due_text IS NULL THEN '; date set' WHEN f.due_text IS NULL THEN '; date dropped' ELSE '; date moved' END
      || CASE WHEN COALESCE(f.rag, '') <> COALESCE(b.rag, '') THEN '; colour' ELSE '' END
      || CASE WHEN COALESCE(f.owners, f.owner_initials, '') <> COALESCE(b.owners, b.owner_initials, '')
        THEN '; owners' ELSE '' END
      || CASE WHEN COALESCE(f.update_text, '') <> COALESCE(b.update_text, '') THEN '; update' ELSE '' END,
      3), ''), 'unchanged') END AS "change",
  r.source_id AS "source_id", r.confidence AS "confidence"
FROM record r
JOIN document d ON d.document_id = r.document_id
JOIN source_span s ON s.source_id = r.source_id
JOIN tracked_action f ON f.record_id = r.record_id
LEFT JOIN action_log g ON g.record_id = f.action_log_id
LEFT JOIN tracked_action b ON b.record_id = (
  SELECT p.record_id FROM tracked_action p JOIN action_log e ON e.record_id = p.action_log_id
  WHERE p.action_key = f.action_key AND e.as_of < g.as_of ORDER BY e.as_of DESC, p.record_id LIMIT 1)
WHERE r.view = 'tracked_actions'
"""

# A line that carries on one that was matched, in another log, follows the action up too, and is a little less sure.
_ACTION_LINKS = """
WITH linked AS (
  SELECT l.minute_action_id, l.tracked_action_id, l.matched_by, l.confidence FROM action_link l
  UNION ALL
  SELECT l.minute_action_id, o.record_id, 'another log', MAX(l.confidence) * 0.95
  FROM action_link l
  JOIN tracked_action t ON t.record_id = l.tracked_action_id
  JOIN tracked_action o ON o.action_key = t.action_key
  WHERE NOT EXISTS (
    SELECT 1 FROM action_link m
    WHERE m.minute_action_id = l.minute_action_id AND m.tracked_action_id = o.record_id)
  GROUP BY l.minute_action_id, o.record_id
)
SELECT d.document AS "document", s.page AS "page", r.row_key AS "minute_action", w.body AS "body",
  w.meeting_date AS "meeting_date", a.action AS "action", e.document AS "tracked_document", p.page AS "tracked_page",
  q.row_key AS "tracked_action", g.as_of AS "as_of", t.status AS "status", n.matched_by AS "matched_by",
  n.confidence AS "confidence"
FROM linked n
JOIN minute_action a ON a.record_id = n.minute_action_id
JOIN record r ON r.record_id = a.record_id
JOIN document d ON d.document_id = r.document_id
JOIN source_span s ON s.source_id = r.source_id
LEFT JOIN meeting w ON w.record_id = a.meeting_id
JOIN tracked_action t ON t.record_id = n.tracked_action_id
JOIN record q ON q.record_id = t.record_id
JOIN document e ON e.document_id = q.document_id
JOIN source_span p ON p.source_id = q.source_id
LEFT JOIN action_log g ON g.record_id = t.action_log_id
"""

# Of documents that say the same, the one with the lowest number counts: the same whatever the order of loading.
_SAME_PAPERS = """
WITH same AS (
  SELECT p.document_id, p.page, q.document_id AS other_id, MIN(q.page) AS other_page
  FROM page p JOIN page q ON q.words_key = p.words_key AND q.document_id < p.document_id
  GROUP BY p.document_id, p.page, q.document_id
),
numbered AS (
  SELECT same.*, page - ROW_NUMBER() OVER (PARTITION BY document_id, other_id, other_page - page ORDER BY page) AS run
  FROM same
)
SELECT d.document AS "document", MIN(n.page) AS "first_page", MAX(n.page) AS "last_page",
  o.document AS "same_as_document", MIN(n.other_page) AS "same_as_first_page"
FROM numbered n
JOIN document d ON d.document_id = n.document_id
JOIN document o ON o.document_id = n.other_id
GROUP BY n.document_id, d.document, n.other_id, o.document, n.other_page - n.page, n.run
"""

# What a row says is what stands at its place; rows that say the same there are paired in their order on the page.
_REPEATED = """
WITH placed AS (
  SELECT r.record_id, r.document_id, r.view, r.row_key, s.page, s.text, g.words_key, ROW_NUMBER() OVER (
    PARTITION BY r.document_id, r.view, s.page, s.text ORDER BY r.record_id) AS place
  FROM page g
  JOIN source_span s ON s.document_id = g.document_id AND s.page = g.page
  JOIN record r ON r.source_id = s.source_id
  WHERE r.view IS NOT NULL AND g.words_key IN (
    SELECT words_key FROM page WHERE words_key IS NOT NULL GROUP BY words_key HAVING COUNT(DISTINCT document_id) > 1)
),
paired AS (
  SELECT p.record_id, p.document_id, p.page, p.view, p.row_key, q.document_id AS other_id, q.row_key AS other_key,
    ROW_NUMBER() OVER (PARTITION BY p.record_id ORDER BY q.document_id, q.record_id) AS choice
  FROM placed p
  JOIN placed q ON q.words_key = p.words_key AND q.view = p.view AND q.place = p.place
    AND COALESCE(q.text, '') = COALESCE(p.text, '') AND q.document_id < p.document_id
)
SELECT d.document AS "document", p.page AS "page", p.view AS "view", p.row_key AS "row_key",
  o.document AS "same_as_document", p.other_key AS "same_as_row"
FROM paired p
JOIN document d ON d.document_id = p.document_id
JOIN document o ON o.document_id = p.other_id
WHERE p.choice = 1
"""


def _people(aggregate: str) -> str:
    """One row a person: the place of the first mention, the most frequent spelling, all initials and roles."""
    return f"""
WITH mention AS (
  SELECT m.person_id, m.name, m.seen, m.confidence, m.source_id, m.field, m.position, d.document, s.page
  FROM person_mention m
  JOIN record r ON r.record_id = m.record_id
  JOIN document d ON d.document_id = r.document_id
  JOIN source_span s ON s.source_id = m.source_id
),
placed AS (
  SELECT mention.*, ROW_NUMBER() OVER (
    PARTITION BY person_id ORDER BY CASE WHEN seen IS NULL THEN 1 ELSE 0 END, seen, source_id, field, position) AS place
  FROM mention
),
spelt AS (
  SELECT person_id, name, ROW_NUMBER() OVER (PARTITION BY person_id ORDER BY COUNT(*) DESC, name) AS place
  FROM mention GROUP BY person_id, name
),
counted AS (
  SELECT person_id, MIN(seen) AS first_seen, MAX(seen) AS last_seen, COUNT(*) AS mentions, MIN(confidence) AS confidence
  FROM mention GROUP BY person_id
)
SELECT p.document AS "document", p.page AS "page", p.person_id AS "row_key", p.person_id AS "person_id",
  n.name AS "name",
  (SELECT {aggregate} FROM (SELECT DISTINCT m.initials AS x FROM person_mention m
    WHERE m.person_id = p.person_id AND m.initials IS NOT NULL ORDER BY 1) i) AS "initials",
  (SELECT {aggregate} FROM (SELECT DISTINCT m.role AS x FROM person_mention m
    WHERE m.person_id = p.person_id AND m.role IS NOT NULL ORDER BY 1) o) AS "roles",
  c.first_seen AS "first_seen", c.last_seen AS "last_seen", c.mentions AS "mentions",
  p.source_id AS "source_id", c.confidence AS "confidence"
FROM placed p
JOIN spelt n ON n.person_id = p.person_id AND n.place = 1
JOIN counted c ON c.person_id = p.person_id
WHERE p.place = 1
"""  # noqa: S608 (made of the contract's own names)


def create_statements(dialect: str) -> Iterator[str]:
    """The statements that make all views."""
    for name, select in view_statements(dialect).items():
        yield f'CREATE VIEW "{name}" AS {select.strip()}'

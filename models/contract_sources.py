"""The views that hold for all papers: documents, pages, sources, tables, people, findings and what was not read."""

from __future__ import annotations

from models.column import COMMON, Column, Part, View

_DOCUMENT_ID = Column("document_id", "integer", "the paper: a row of documents")

TABLES = View(
    "tables",
    "one printed table: what its cells share",
    (
        Column("table_no", "integer", "number of the table within the document, from 1"),
        Column("caption", "text", "its caption", shared=True),
    ),
    table="printed_table",
    shown=False,
)

TABLE_CELLS = View(
    "table_cells",
    "one cell of any table, those of the other views too",
    (
        *TABLES.columns,
        Column("row_no", "integer", "first row it covers, from 1; rows count on over page breaks"),
        Column("column_no", "integer", "first column it covers, from 1"),
        Column("row_span", "integer", "how many rows it covers"),
        Column("column_span", "integer", "how many columns it covers"),
        Column("header", "text", "headings over it, outermost first, joined with ' > '", shared=True),
        Column("text", "text", "what it says"),
        Column("value", "number", "the number in it"),
        Column("unit", "text", "unit of the number"),
        Column("fill", "colour", "colour behind it; NULL where the page shows through"),
    ),
    table="table_cell",
    leading=("table_no", "row_no", "column_no", "text"),
    parts=(Part("tables", {c.name: c.name for c in TABLES.columns}),),
)

PEOPLE = View(
    "people",
    "one person, over all documents; the place is that of the first mention",
    (
        Column("person_id", "text", "names the person"),
        Column("name", "names", "full name, in its most frequent spelling"),
        Column("initials", "text", "initials printed for the person"),
        Column("roles", "text", "roles in which the person is seen"),
        Column("first_seen", "date", "earliest date of a paper or meeting that names the person"),
        Column("last_seen", "date", "latest such date"),
        Column("mentions", "integer", "how often the person is named"),
    ),
)

FINDINGS = View(
    "findings",
    "one thing that did not add up",
    (
        Column("rule", "text", "rule that was broken"),
        Column("severity", "choice", "how bad it is", ("error", "warning", "info")),
        Column("message", "text", "what did not add up, for people"),
        Column("view", "text", "view of the row it is about"),
        Column("of_row", "text", "row_key of that row; NULL where it is about the page or the document"),
        Column("field", "text", "column of that row"),
        Column("value_found", "text", "what was found"),
        Column("value_expected", "text", "what was expected"),
    ),
)

UNREAD_TEXT = View(
    "unread_text",
    "a run of words on a page that no record took up",
    (
        Column("text", "text", "the words"),
        Column("reason", "text", "why no record took them up"),
    ),
    table="unread_run",
)

SEARCH_TEXT = View(
    "search_text",
    "one text that a search looks into: a field of a row, a cell of a table that says what no row says, or unread words",
    (
        Column("entry_id", "integer", "names the text: the rowid of search_index, on PostgreSQL its entry_id"),
        Column("view", "text", "view of the row"),
        Column("field", "text", "column of that row"),
        Column("text", "text", "what stands there"),
    ),
)

DOCUMENTS = View(
    "documents",
    "one paper, read or not",
    (
        _DOCUMENT_ID,
        Column("document", "text", "file's name without .pdf; a clash of names adds the first digits of sha256"),
        Column("file_name", "text", "file's name without .pdf", ours=True),
        Column("sha256", "text", "SHA-256 of the file's bytes: what tells papers apart; NULL where none could be read"),
        Column("size", "integer", "bytes of the file"),
        Column("page_count", "integer", "pages in the file; NULL where it could not be opened"),
        Column("extractor_version", "text", "version of the program whose reading this is"),
        Column("outcome", "text", "how reading it ended"),
        Column("reason", "text", "why, where it could not be read"),
        Column("families", "text", "families of papers found in it, joined with '; '"),
        Column("ingested_at", "text", "when it was loaded, UTC, ISO 8601"),
        Column("seconds", "number", "seconds of reading"),
        Column("source", "text", "path or address it was read from"),
        Column("fetched_at", "text", "when it was fetched from that address, UTC, ISO 8601", ours=True),
        Column("scans_unread", "integer", "pages that are pictures of text, left unread for want of OCR", ours=True),
        Column("fiscal_year", "integer", "month in which --fiscal-year said that years begin; NULL: April", ours=True),
        Column("failed_outcome", "text", "how a later try ended that left these rows as they were", ours=True),
        Column("failed_reason", "text", "why that try failed", ours=True),
        Column("tries", "integer", "how often it was tried in vain since it was last read", ours=True),
        Column("quarantined", "boolean", "not tried again unless asked for with --retry", ours=True),
    ),
    standard=False,
)

DOWNLOADS = View(
    "downloads",
    "one address from which a paper was fetched, or was to be",
    (
        Column("document", "text", "the paper that was fetched there: a row of documents; NULL where none was loaded"),
        Column("url", "text", "the address"),
        Column("publisher", "text", "who publishes there, as the file of publishers names it"),
        Column("found_on", "text", "index page or web service that led there; NULL where the address itself was given"),
        Column("title", "text", "what the link there was called"),
        Column("sha256", "text", "SHA-256 of what was fetched; NULL where nothing was"),
        Column("fetched_at", "text", "when these bytes were fetched, UTC, ISO 8601"),
        Column("checked_at", "text", "when the site was last asked, UTC, ISO 8601"),
        Column("outcome", "text", "how asking ended: fetched, or a failure"),
        Column("reason", "text", "why it failed, and what to do"),
    ),
    standard=False,
)

PAGES = View(
    "pages",
    "one page, and the account of its words: recorded, furniture and unread add up to words",
    (
        _DOCUMENT_ID,
        COMMON[0],
        Column("page", "integer", "page, from 1"),
        Column("words", "integer", "words that the page shows"),
        Column("words_recorded", "integer", "of these, in a record or a table cell"),
        Column("words_furniture", "integer", "of these, in running headers, footers and page numbers"),
        Column("words_unread", "integer", "of these, in unread_text"),
        Column("width", "number", "points, as a reader sees the page", ours=True),
        Column("height", "number", "points, as a reader sees the page", ours=True),
        Column("rotation", "integer", "degrees by which the page is turned for the reader", ours=True),
        Column("method", "text", "how its words were read: text or ocr", ours=True),
    ),
    standard=False,
)

SECTIONS = View(
    "sections",
    "one section of a paper, and the family that read it",
    (
        _DOCUMENT_ID,
        COMMON[0],
        Column("number", "integer", "number of the section within the document, from 1"),
        Column("paper", "integer", "number of the paper within the document, from 1"),
        Column("paper_title", "text", "title of that paper"),
        Column("heading", "text", "heading of the section"),
        Column("first_page", "integer", "page on which it begins"),
        Column("last_page", "integer", "page on which it ends"),
        Column("family", "text", "family that read it; NULL where none claimed it"),
        Column("score", "number", "how sure the family was, 0 to 1"),
        Column("reasons", "text", "why"),
    ),
    standard=False,
)

SOURCE_SPANS = View(
    "source_spans",
    "a place on a page from which something was read",
    (
        Column("source_id", "integer", "names the place"),
        _DOCUMENT_ID,
        Column("page", "integer", "page, from 1"),
        Column("x0", "number", "left edge, in PDF points from the top left corner of the unrotated crop box"),
        Column("top", "number", "upper edge"),
        Column("x1", "number", "right edge"),
        Column("bottom", "number", "lower edge"),
        Column("text", "text", "what stands there, verbatim; NULL for a fill or a drawing"),
        Column("method", "text", "how it was read: text, lattice, ocr, ..."),
        Column("confidence", "number", "chance that the place was read right, 0 to 1"),
    ),
    standard=False,
)

FIELD_SOURCES = View(
    "field_sources",
    "where one field of one row was read; several rows where it runs over a page break",
    (
        Column("view", "text", "view of the row"),
        Column("row_key", "text", "the row"),
        Column("field", "text", "the field"),
        Column("source_id", "integer", "where it was read: a row of source_spans"),
        Column("confidence", "number", "chance that the field is right, 0 to 1"),
    ),
    standard=False,
)

_SAME_AS = Column(
    "same_as_document", "text", "the other document that says it: of those that are loaded, the one that counts"
)

SAME_PAPERS = View(
    "same_papers",
    "a run of pages that says the same, word for word, as pages of another document: a paper in a pack and published alone",
    (
        COMMON[0],
        Column("first_page", "integer", "page on which it begins"),
        Column("last_page", "integer", "page on which it ends"),
        _SAME_AS,
        Column("same_as_first_page", "integer", "page of the other document on which it begins"),
    ),
    standard=False,
)

REPEATED = View(
    "repeated",
    "a row that repeats a row of another document, from a page that says the same: leave these out to count each fact once",
    (
        COMMON[0],
        Column("page", "integer", "page on which the row begins"),
        Column("view", "text", "view of the row"),
        COMMON[2],
        _SAME_AS,
        Column("same_as_row", "text", "row_key of the row that it repeats"),
    ),
    standard=False,
)

VIEWS = (
    TABLES, TABLE_CELLS, PEOPLE, FINDINGS, UNREAD_TEXT, SEARCH_TEXT, DOCUMENTS, DOWNLOADS, PAGES, SECTIONS, SOURCE_SPANS, FIELD_SOURCES,
    SAME_PAPERS, REPEATED,
)  # fmt: skip

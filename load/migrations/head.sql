-- 0015
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE document (
	document_id INTEGER NOT NULL,
	document TEXT NOT NULL,
	file_name TEXT NOT NULL,
	extractor_version TEXT NOT NULL,
	outcome TEXT NOT NULL,
	size INTEGER NOT NULL,
	page_count INTEGER,
	ingested_at TEXT NOT NULL,
	seconds DOUBLE,
	sha256 TEXT,
	reason TEXT,
	families TEXT,
	source TEXT,
	failed_outcome TEXT,
	failed_reason TEXT, tries INTEGER, tried_version TEXT, quarantined BOOLEAN, fetched_at TEXT, scans_unread INTEGER, fiscal_year INTEGER,
	CONSTRAINT pk_document PRIMARY KEY (document_id),
	CONSTRAINT uq_document_document UNIQUE (document),
	CONSTRAINT uq_document_sha256 UNIQUE (sha256)
);
CREATE INDEX ix_document_file_name ON document (file_name);
CREATE TABLE page (
	document_id INTEGER NOT NULL,
	page INTEGER NOT NULL,
	words INTEGER NOT NULL,
	words_recorded INTEGER NOT NULL,
	words_furniture INTEGER NOT NULL,
	words_unread INTEGER NOT NULL,
	width DOUBLE NOT NULL,
	height DOUBLE NOT NULL,
	rotation INTEGER NOT NULL,
	method TEXT NOT NULL, words_key TEXT,
	CONSTRAINT pk_page PRIMARY KEY (document_id, page),
	CONSTRAINT fk_page_document_id FOREIGN KEY(document_id) REFERENCES document (document_id) ON DELETE CASCADE,
	CONSTRAINT ck_page_account CHECK (words_recorded + words_furniture + words_unread = words),
	CONSTRAINT ck_page_counts CHECK (words_recorded >= 0 AND words_furniture >= 0 AND words_unread >= 0)
);
CREATE TABLE section (
	document_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	paper INTEGER NOT NULL,
	first_page INTEGER NOT NULL,
	last_page INTEGER NOT NULL,
	score DOUBLE NOT NULL,
	paper_title TEXT,
	heading TEXT,
	family TEXT,
	reasons TEXT,
	CONSTRAINT pk_section PRIMARY KEY (document_id, number),
	CONSTRAINT fk_section_document_id FOREIGN KEY(document_id) REFERENCES document (document_id) ON DELETE CASCADE
);
CREATE TABLE source_span (
	source_id INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	page INTEGER NOT NULL,
	x0 DOUBLE NOT NULL,
	top DOUBLE NOT NULL,
	x1 DOUBLE NOT NULL,
	bottom DOUBLE NOT NULL,
	text TEXT,
	method TEXT NOT NULL,
	confidence DOUBLE NOT NULL,
	CONSTRAINT pk_source_span PRIMARY KEY (source_id),
	CONSTRAINT fk_source_span_document_id FOREIGN KEY(document_id, page) REFERENCES page (document_id, page) ON DELETE CASCADE,
	CONSTRAINT ck_source_span_box CHECK (x0 <= x1 AND top <= bottom),
	CONSTRAINT ck_source_span_sure CHECK (confidence BETWEEN 0 AND 1)
);
CREATE INDEX ix_source_span_document_id ON source_span (document_id, page);
CREATE TABLE record (
	record_id INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	"view" TEXT,
	row_key TEXT NOT NULL,
	source_id INTEGER NOT NULL,
	confidence DOUBLE NOT NULL,
	own_field TEXT,
	CONSTRAINT pk_record PRIMARY KEY (record_id),
	CONSTRAINT fk_record_document_id FOREIGN KEY(document_id) REFERENCES document (document_id) ON DELETE CASCADE,
	CONSTRAINT fk_record_source_id FOREIGN KEY(source_id) REFERENCES source_span (source_id) ON DELETE CASCADE,
	CONSTRAINT uq_record_row_key UNIQUE (row_key),
	CONSTRAINT ck_record_sure CHECK (confidence BETWEEN 0 AND 1)
);
CREATE INDEX ix_record_document_id ON record (document_id, "view");
CREATE INDEX ix_record_source_id ON record (source_id);
CREATE TABLE field_source (
	record_id INTEGER NOT NULL,
	field TEXT NOT NULL,
	source_id INTEGER NOT NULL,
	confidence DOUBLE NOT NULL,
	CONSTRAINT pk_field_source PRIMARY KEY (record_id, field, source_id),
	CONSTRAINT fk_field_source_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_field_source_source_id FOREIGN KEY(source_id) REFERENCES source_span (source_id) ON DELETE CASCADE,
	CONSTRAINT ck_field_source_sure CHECK (confidence BETWEEN 0 AND 1)
)
 WITHOUT ROWID;
CREATE INDEX ix_field_source_source_id ON field_source (source_id);
CREATE TABLE finding (
	finding_id INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	record_id INTEGER,
	source_id INTEGER,
	row_key TEXT NOT NULL,
	rule TEXT NOT NULL,
	severity TEXT NOT NULL,
	message TEXT NOT NULL,
	field TEXT,
	value_found TEXT,
	value_expected TEXT,
	CONSTRAINT pk_finding PRIMARY KEY (finding_id),
	CONSTRAINT fk_finding_document_id FOREIGN KEY(document_id) REFERENCES document (document_id) ON DELETE CASCADE,
	CONSTRAINT fk_finding_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_finding_source_id FOREIGN KEY(source_id) REFERENCES source_span (source_id) ON DELETE CASCADE,
	CONSTRAINT uq_finding_row_key UNIQUE (row_key),
	CONSTRAINT ck_finding_severity_known CHECK (severity IN ('error', 'warning', 'info'))
);
CREATE INDEX ix_finding_document_id ON finding (document_id);
CREATE INDEX ix_finding_record_id ON finding (record_id);
CREATE INDEX ix_finding_source_id ON finding (source_id);
CREATE TABLE person (
	person_id TEXT NOT NULL,
	CONSTRAINT pk_person PRIMARY KEY (person_id)
);
CREATE TABLE person_mention (
	record_id INTEGER NOT NULL,
	field TEXT NOT NULL,
	position INTEGER NOT NULL,
	person_id TEXT NOT NULL,
	source_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	initials TEXT,
	role TEXT,
	seen TEXT,
	confidence DOUBLE NOT NULL,
	CONSTRAINT pk_person_mention PRIMARY KEY (record_id, field, position),
	CONSTRAINT fk_person_mention_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_person_mention_person_id FOREIGN KEY(person_id) REFERENCES person (person_id),
	CONSTRAINT fk_person_mention_source_id FOREIGN KEY(source_id) REFERENCES source_span (source_id) ON DELETE CASCADE,
	CONSTRAINT ck_person_mention_sure CHECK (confidence BETWEEN 0 AND 1)
)
 WITHOUT ROWID;
CREATE INDEX ix_person_mention_person_id ON person_mention (person_id);
CREATE INDEX ix_person_mention_source_id ON person_mention (source_id);
CREATE TABLE unread_run (
	record_id INTEGER NOT NULL,
	reason TEXT NOT NULL,
	CONSTRAINT pk_unread_run PRIMARY KEY (record_id),
	CONSTRAINT fk_unread_run_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE
);
CREATE TABLE printed_table (
	record_id INTEGER NOT NULL,
	table_no INTEGER,
	caption TEXT,
	CONSTRAINT pk_printed_table PRIMARY KEY (record_id),
	CONSTRAINT fk_printed_table_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE
);
CREATE TABLE table_cell (
	record_id INTEGER NOT NULL,
	printed_table_id INTEGER,
	row_no INTEGER,
	column_no INTEGER,
	row_span INTEGER,
	column_span INTEGER,
	header TEXT,
	text TEXT,
	value NUMERIC,
	unit TEXT,
	fill TEXT,
	CONSTRAINT pk_table_cell PRIMARY KEY (record_id),
	CONSTRAINT ck_table_cell_fill_form CHECK (length(fill) = 7),
	CONSTRAINT fk_table_cell_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_table_cell_printed_table_id FOREIGN KEY(printed_table_id) REFERENCES printed_table (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_table_cell_printed_table_id ON table_cell (printed_table_id);
CREATE TABLE register (
	record_id INTEGER NOT NULL,
	register_title TEXT,
	organisation TEXT,
	as_of TEXT,
	series TEXT NOT NULL,
	CONSTRAINT pk_register PRIMARY KEY (record_id),
	CONSTRAINT ck_register_as_of_iso CHECK (as_of LIKE '____' OR as_of LIKE '____-__' OR as_of LIKE '____-__-__'),
	CONSTRAINT fk_register_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_register_series ON register (series);
CREATE TABLE risk (
	record_id INTEGER NOT NULL,
	register_id INTEGER,
	ref TEXT,
	category TEXT,
	title TEXT,
	cause TEXT,
	description TEXT,
	impact TEXT,
	owners TEXT,
	owner_initials TEXT,
	gross_likelihood NUMERIC,
	gross_likelihood_label TEXT,
	gross_impact NUMERIC,
	gross_impact_label TEXT,
	gross_score NUMERIC,
	gross_score_label TEXT,
	previous_as_of TEXT,
	previous_score NUMERIC,
	previous_score_label TEXT,
	current_likelihood NUMERIC,
	current_likelihood_label TEXT,
	current_impact NUMERIC,
	current_impact_label TEXT,
	current_score NUMERIC,
	current_score_label TEXT,
	residual_likelihood NUMERIC,
	residual_likelihood_label TEXT,
	residual_impact NUMERIC,
	residual_impact_label TEXT,
	residual_score NUMERIC,
	residual_score_label TEXT,
	target_likelihood NUMERIC,
	target_likelihood_label TEXT,
	target_impact NUMERIC,
	target_impact_label TEXT,
	target_score NUMERIC,
	target_score_label TEXT,
	rating TEXT,
	owner_posts TEXT,
	risk_key TEXT,
	CONSTRAINT pk_risk PRIMARY KEY (record_id),
	CONSTRAINT ck_risk_previous_as_of_iso CHECK (previous_as_of LIKE '____' OR previous_as_of LIKE '____-__' OR previous_as_of LIKE '____-__-__'),
	CONSTRAINT ck_risk_rating_known CHECK (rating IN ('very_low', 'low', 'medium', 'high', 'very_high', 'critical')),
	CONSTRAINT fk_risk_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_risk_register_id FOREIGN KEY(register_id) REFERENCES register (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_risk_register_id ON risk (register_id);
CREATE INDEX ix_risk_risk_key ON risk (risk_key);
CREATE TABLE risk_trend (
	record_id INTEGER NOT NULL,
	risk_id INTEGER,
	period TEXT,
	trend TEXT,
	CONSTRAINT pk_risk_trend PRIMARY KEY (record_id),
	CONSTRAINT ck_risk_trend_trend_known CHECK (trend IN ('up', 'down', 'level', 'new', 'closed', 'not_applicable')),
	CONSTRAINT fk_risk_trend_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_risk_trend_risk_id FOREIGN KEY(risk_id) REFERENCES risk (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_risk_trend_risk_id ON risk_trend (risk_id);
CREATE TABLE risk_field (
	record_id INTEGER NOT NULL,
	risk_id INTEGER,
	header TEXT,
	text TEXT,
	value NUMERIC,
	unit TEXT,
	CONSTRAINT pk_risk_field PRIMARY KEY (record_id),
	CONSTRAINT fk_risk_field_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_risk_field_risk_id FOREIGN KEY(risk_id) REFERENCES risk (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_risk_field_risk_id ON risk_field (risk_id);
CREATE TABLE risk_control (
	record_id INTEGER NOT NULL,
	risk_id INTEGER,
	kind TEXT,
	position INTEGER,
	text TEXT,
	CONSTRAINT pk_risk_control PRIMARY KEY (record_id),
	CONSTRAINT ck_risk_control_kind_known CHECK (kind IN ('key_control', 'activity')),
	CONSTRAINT fk_risk_control_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_risk_control_risk_id FOREIGN KEY(risk_id) REFERENCES risk (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_risk_control_risk_id ON risk_control (risk_id);
CREATE TABLE risk_action (
	record_id INTEGER NOT NULL,
	risk_id INTEGER,
	position INTEGER,
	description TEXT,
	owners TEXT,
	owner_initials TEXT,
	target_text TEXT,
	target_date TEXT,
	is_ongoing BOOLEAN,
	status_text TEXT,
	rag TEXT,
	owner_posts TEXT,
	CONSTRAINT pk_risk_action PRIMARY KEY (record_id),
	CONSTRAINT ck_risk_action_target_date_iso CHECK (target_date LIKE '____' OR target_date LIKE '____-__' OR target_date LIKE '____-__-__'),
	CONSTRAINT ck_risk_action_rag_known CHECK (rag IN ('red', 'amber_red', 'amber', 'amber_green', 'green', 'blue', 'grey')),
	CONSTRAINT fk_risk_action_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_risk_action_risk_id FOREIGN KEY(risk_id) REFERENCES risk (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_risk_action_risk_id ON risk_action (risk_id);
CREATE TABLE owner_key (
	record_id INTEGER NOT NULL,
	initials TEXT,
	name TEXT,
	CONSTRAINT pk_owner_key PRIMARY KEY (record_id),
	CONSTRAINT fk_owner_key_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE
);
CREATE TABLE meeting (
	record_id INTEGER NOT NULL,
	body TEXT,
	meeting_date TEXT,
	start_time TEXT,
	end_time TEXT,
	venue TEXT,
	chair TEXT,
	CONSTRAINT pk_meeting PRIMARY KEY (record_id),
	CONSTRAINT ck_meeting_meeting_date_iso CHECK (meeting_date LIKE '____' OR meeting_date LIKE '____-__' OR meeting_date LIKE '____-__-__'),
	CONSTRAINT ck_meeting_start_time_form CHECK (length(start_time) = 5),
	CONSTRAINT ck_meeting_end_time_form CHECK (length(end_time) = 5),
	CONSTRAINT fk_meeting_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE
);
CREATE TABLE attendee (
	record_id INTEGER NOT NULL,
	meeting_id INTEGER,
	person TEXT,
	role TEXT,
	affiliation TEXT,
	status TEXT,
	CONSTRAINT pk_attendee PRIMARY KEY (record_id),
	CONSTRAINT ck_attendee_status_known CHECK (status IN ('present', 'in_attendance', 'apologies')),
	CONSTRAINT fk_attendee_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_attendee_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_attendee_meeting_id ON attendee (meeting_id);
CREATE TABLE agenda_item (
	record_id INTEGER NOT NULL,
	meeting_id INTEGER,
	number TEXT,
	title TEXT,
	text TEXT,
	supporting_document TEXT,
	time TEXT,
	CONSTRAINT pk_agenda_item PRIMARY KEY (record_id),
	CONSTRAINT ck_agenda_item_time_form CHECK (length(time) = 5),
	CONSTRAINT fk_agenda_item_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);
CREATE TABLE minute (
	record_id INTEGER NOT NULL,
	meeting_id INTEGER,
	number TEXT,
	agenda_ref TEXT,
	heading TEXT,
	text TEXT, people TEXT, cites TEXT,
	CONSTRAINT pk_minute PRIMARY KEY (record_id),
	CONSTRAINT fk_minute_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_minute_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_minute_meeting_id ON minute (meeting_id);
CREATE TABLE resolution (
	record_id INTEGER NOT NULL,
	minute_id INTEGER,
	meeting_id INTEGER,
	label TEXT,
	text TEXT,
	outcome TEXT,
	CONSTRAINT pk_resolution PRIMARY KEY (record_id),
	CONSTRAINT ck_resolution_outcome_known CHECK (outcome IN ('noted', 'approved', 'agreed', 'received', 'referred', 'requested', 'delegated', 'supported', 'other')),
	CONSTRAINT fk_resolution_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_resolution_minute_id FOREIGN KEY(minute_id) REFERENCES minute (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_resolution_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_resolution_minute_id ON resolution (minute_id);
CREATE INDEX ix_resolution_meeting_id ON resolution (meeting_id);
CREATE TABLE vote (
	record_id INTEGER NOT NULL,
	minute_id INTEGER,
	meeting_id INTEGER,
	motion TEXT,
	proposer TEXT,
	seconder TEXT,
	votes_for INTEGER,
	votes_against INTEGER,
	abstentions INTEGER,
	carried BOOLEAN,
	votes_for_names TEXT,
	votes_against_names TEXT,
	abstentions_names TEXT,
	CONSTRAINT pk_vote PRIMARY KEY (record_id),
	CONSTRAINT fk_vote_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_vote_minute_id FOREIGN KEY(minute_id) REFERENCES minute (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_vote_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_vote_minute_id ON vote (minute_id);
CREATE INDEX ix_vote_meeting_id ON vote (meeting_id);
CREATE TABLE minute_action (
	record_id INTEGER NOT NULL,
	minute_id INTEGER,
	meeting_id INTEGER,
	action TEXT,
	owners TEXT,
	owner_initials TEXT,
	due_text TEXT,
	due_date TEXT,
	owner_posts TEXT,
	due_inferred BOOLEAN, ref TEXT, due_inferred_date TEXT CONSTRAINT ck_minute_action_due_inferred_date_iso CHECK (due_inferred_date LIKE '____' OR due_inferred_date LIKE '____-__' OR due_inferred_date LIKE '____-__-__'),
	CONSTRAINT pk_minute_action PRIMARY KEY (record_id),
	CONSTRAINT ck_minute_action_due_date_iso CHECK (due_date LIKE '____' OR due_date LIKE '____-__' OR due_date LIKE '____-__-__'),
	CONSTRAINT fk_minute_action_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_minute_action_minute_id FOREIGN KEY(minute_id) REFERENCES minute (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_minute_action_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_minute_action_minute_id ON minute_action (minute_id);
CREATE INDEX ix_minute_action_meeting_id ON minute_action (meeting_id);
CREATE TABLE decision (
	record_id INTEGER NOT NULL,
	ref TEXT,
	title TEXT,
	text TEXT,
	url TEXT,
	CONSTRAINT pk_decision PRIMARY KEY (record_id),
	CONSTRAINT fk_decision_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE
);
CREATE TABLE scorecard (
	record_id INTEGER NOT NULL,
	scorecard TEXT,
	CONSTRAINT pk_scorecard PRIMARY KEY (record_id),
	CONSTRAINT fk_scorecard_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE
);
CREATE TABLE kpi (
	record_id INTEGER NOT NULL,
	scorecard_id INTEGER,
	section TEXT,
	sub_objective TEXT,
	ref TEXT,
	kpi TEXT,
	lead TEXT,
	direction TEXT,
	current_text TEXT,
	previous_text TEXT,
	benchmark_text TEXT,
	target_text TEXT,
	rag TEXT,
	previous_rag TEXT,
	trend TEXT,
	CONSTRAINT pk_kpi PRIMARY KEY (record_id),
	CONSTRAINT ck_kpi_direction_known CHECK (direction IN ('increase', 'reduce', 'maintain', 'monitor', 'achieve')),
	CONSTRAINT ck_kpi_rag_known CHECK (rag IN ('red', 'amber_red', 'amber', 'amber_green', 'green', 'blue', 'grey')),
	CONSTRAINT ck_kpi_previous_rag_known CHECK (previous_rag IN ('red', 'amber_red', 'amber', 'amber_green', 'green', 'blue', 'grey')),
	CONSTRAINT ck_kpi_trend_known CHECK (trend IN ('up', 'down', 'level', 'new', 'closed', 'not_applicable')),
	CONSTRAINT fk_kpi_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_kpi_scorecard_id FOREIGN KEY(scorecard_id) REFERENCES scorecard (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_kpi_scorecard_id ON kpi (scorecard_id);
CREATE TABLE kpi_value (
	record_id INTEGER NOT NULL,
	kpi_id INTEGER,
	role TEXT,
	measure TEXT,
	value NUMERIC,
	unit TEXT,
	period TEXT,
	period_start TEXT,
	period_end TEXT,
	CONSTRAINT pk_kpi_value PRIMARY KEY (record_id),
	CONSTRAINT ck_kpi_value_role_known CHECK (role IN ('current', 'previous', 'benchmark', 'target', 'floor', 'forecast')),
	CONSTRAINT ck_kpi_value_period_start_iso CHECK (period_start LIKE '____' OR period_start LIKE '____-__' OR period_start LIKE '____-__-__'),
	CONSTRAINT ck_kpi_value_period_end_iso CHECK (period_end LIKE '____' OR period_end LIKE '____-__' OR period_end LIKE '____-__-__'),
	CONSTRAINT fk_kpi_value_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_kpi_value_kpi_id FOREIGN KEY(kpi_id) REFERENCES kpi (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_kpi_value_kpi_id ON kpi_value (kpi_id);
CREATE TABLE report (
	record_id INTEGER NOT NULL,
	title TEXT,
	organisation TEXT,
	meeting_date TEXT,
	authors TEXT,
	presented_by TEXT,
	purpose TEXT,
	CONSTRAINT pk_report PRIMARY KEY (record_id),
	CONSTRAINT ck_report_meeting_date_iso CHECK (meeting_date LIKE '____' OR meeting_date LIKE '____-__' OR meeting_date LIKE '____-__-__'),
	CONSTRAINT fk_report_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE
);
CREATE TABLE report_paragraph (
	record_id INTEGER NOT NULL,
	report_id INTEGER,
	heading TEXT,
	number TEXT,
	text TEXT,
	CONSTRAINT pk_report_paragraph PRIMARY KEY (record_id),
	CONSTRAINT fk_report_paragraph_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_report_paragraph_report_id FOREIGN KEY(report_id) REFERENCES report (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_report_paragraph_report_id ON report_paragraph (report_id);
CREATE TABLE stated_measure (
	record_id INTEGER NOT NULL,
	report_paragraph_id INTEGER,
	report_id INTEGER,
	measure TEXT,
	value NUMERIC,
	unit TEXT,
	period TEXT,
	period_start TEXT,
	period_end TEXT,
	baseline_value NUMERIC,
	baseline_period TEXT,
	change_value NUMERIC,
	change_unit TEXT,
	area TEXT,
	CONSTRAINT pk_stated_measure PRIMARY KEY (record_id),
	CONSTRAINT ck_stated_measure_period_start_iso CHECK (period_start LIKE '____' OR period_start LIKE '____-__' OR period_start LIKE '____-__-__'),
	CONSTRAINT ck_stated_measure_period_end_iso CHECK (period_end LIKE '____' OR period_end LIKE '____-__' OR period_end LIKE '____-__-__'),
	CONSTRAINT fk_stated_measure_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_stated_measure_report_paragraph_id FOREIGN KEY(report_paragraph_id) REFERENCES report_paragraph (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_stated_measure_report_id FOREIGN KEY(report_id) REFERENCES report (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_stated_measure_report_paragraph_id ON stated_measure (report_paragraph_id);
CREATE INDEX ix_stated_measure_report_id ON stated_measure (report_id);
CREATE TABLE deliverable (
	record_id INTEGER NOT NULL,
	objective TEXT,
	deliverable TEXT,
	lead TEXT,
	frequency TEXT,
	timescale TEXT,
	measure TEXT,
	rag TEXT,
	CONSTRAINT pk_deliverable PRIMARY KEY (record_id),
	CONSTRAINT ck_deliverable_rag_known CHECK (rag IN ('red', 'amber_red', 'amber', 'amber_green', 'green', 'blue', 'grey')),
	CONSTRAINT fk_deliverable_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE
);
CREATE TABLE run (
	run_id INTEGER NOT NULL,
	started_at TEXT NOT NULL,
	ended_at TEXT,
	ended TEXT,
	exit_code INTEGER,
	extractor_version TEXT NOT NULL,
	asked TEXT NOT NULL,
	workers INTEGER NOT NULL,
	papers INTEGER,
	unchanged INTEGER,
	seconds DOUBLE,
	CONSTRAINT pk_run PRIMARY KEY (run_id)
);
CREATE TABLE run_paper (
	run_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	paper TEXT NOT NULL,
	source TEXT,
	sha256 TEXT,
	outcome TEXT NOT NULL,
	reason TEXT,
	pages INTEGER,
	seconds DOUBLE,
	CONSTRAINT pk_run_paper PRIMARY KEY (run_id, position),
	CONSTRAINT fk_run_paper_run_id FOREIGN KEY(run_id) REFERENCES run (run_id) ON DELETE CASCADE
);
CREATE TABLE download (
	url TEXT NOT NULL,
	publisher TEXT,
	found_on TEXT,
	title TEXT,
	sha256 TEXT,
	size INTEGER,
	etag TEXT,
	last_modified TEXT,
	fetched_at TEXT,
	checked_at TEXT NOT NULL,
	outcome TEXT NOT NULL,
	reason TEXT,
	CONSTRAINT pk_download PRIMARY KEY (url)
);
CREATE INDEX ix_download_sha256 ON download (sha256);
CREATE TABLE search_entry (
	entry_id INTEGER NOT NULL,
	record_id INTEGER NOT NULL,
	field TEXT NOT NULL,
	text TEXT NOT NULL,
	CONSTRAINT pk_search_entry PRIMARY KEY (entry_id),
	CONSTRAINT fk_search_entry_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_search_entry_record_id ON search_entry (record_id);
CREATE VIRTUAL TABLE search_index USING fts5(text, content='search_entry', content_rowid='entry_id', tokenize='porter unicode61 remove_diacritics 2');
CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.entry_id, old.text); END;
CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry BEGIN INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.entry_id, old.text); INSERT INTO search_index (rowid, text) VALUES (new.entry_id, new.text); END;
CREATE TABLE action_log (
	record_id INTEGER NOT NULL,
	body TEXT,
	log_title TEXT,
	as_of TEXT,
	series TEXT NOT NULL,
	CONSTRAINT pk_action_log PRIMARY KEY (record_id),
	CONSTRAINT ck_action_log_as_of_iso CHECK (as_of LIKE '____' OR as_of LIKE '____-__' OR as_of LIKE '____-__-__'),
	CONSTRAINT fk_action_log_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_action_log_series ON action_log (series);
CREATE TABLE tracked_action (
	record_id INTEGER NOT NULL,
	action_log_id INTEGER,
	ref TEXT,
	minute_number TEXT,
	raised TEXT,
	raised_date TEXT,
	action TEXT,
	owners TEXT,
	owner_initials TEXT,
	due_text TEXT,
	due_date TEXT,
	update_text TEXT,
	status TEXT,
	rag TEXT,
	owner_posts TEXT,
	due_inferred BOOLEAN,
	action_key TEXT, due_inferred_date TEXT CONSTRAINT ck_tracked_action_due_inferred_date_iso CHECK (due_inferred_date LIKE '____' OR due_inferred_date LIKE '____-__' OR due_inferred_date LIKE '____-__-__'),
	CONSTRAINT pk_tracked_action PRIMARY KEY (record_id),
	CONSTRAINT ck_tracked_action_raised_date_iso CHECK (raised_date LIKE '____' OR raised_date LIKE '____-__' OR raised_date LIKE '____-__-__'),
	CONSTRAINT ck_tracked_action_due_date_iso CHECK (due_date LIKE '____' OR due_date LIKE '____-__' OR due_date LIKE '____-__-__'),
	CONSTRAINT ck_tracked_action_status_known CHECK (status IN ('outstanding', 'completed')),
	CONSTRAINT ck_tracked_action_rag_known CHECK (rag IN ('red', 'amber_red', 'amber', 'amber_green', 'green', 'blue', 'grey')),
	CONSTRAINT fk_tracked_action_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_tracked_action_action_log_id FOREIGN KEY(action_log_id) REFERENCES action_log (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_tracked_action_action_log_id ON tracked_action (action_log_id);
CREATE INDEX ix_tracked_action_action_key ON tracked_action (action_key);
CREATE INDEX ix_page_words_key ON page (words_key);
CREATE TABLE vote_member (
	record_id INTEGER NOT NULL,
	vote_id INTEGER,
	minute_id INTEGER,
	meeting_id INTEGER,
	person TEXT,
	side TEXT,
	CONSTRAINT pk_vote_member PRIMARY KEY (record_id),
	CONSTRAINT ck_vote_member_side_known CHECK (side IN ('for', 'against', 'abstained', 'absent', 'not_voting')),
	CONSTRAINT fk_vote_member_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_vote_member_vote_id FOREIGN KEY(vote_id) REFERENCES vote (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_vote_member_minute_id FOREIGN KEY(minute_id) REFERENCES minute (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_vote_member_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_vote_member_vote_id ON vote_member (vote_id);
CREATE INDEX ix_vote_member_minute_id ON vote_member (minute_id);
CREATE INDEX ix_vote_member_meeting_id ON vote_member (meeting_id);
CREATE TABLE decision_field (
	record_id INTEGER NOT NULL,
	decision_id INTEGER,
	header TEXT,
	text TEXT,
	CONSTRAINT pk_decision_field PRIMARY KEY (record_id),
	CONSTRAINT fk_decision_field_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_decision_field_decision_id FOREIGN KEY(decision_id) REFERENCES decision (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_decision_field_decision_id ON decision_field (decision_id);
CREATE TABLE action_link (
	minute_action_id INTEGER NOT NULL,
	tracked_action_id INTEGER NOT NULL,
	matched_by TEXT NOT NULL,
	confidence DOUBLE NOT NULL,
	CONSTRAINT pk_action_link PRIMARY KEY (minute_action_id, tracked_action_id),
	CONSTRAINT ck_action_link_sure CHECK (confidence BETWEEN 0 AND 1),
	CONSTRAINT fk_action_link_minute_action_id FOREIGN KEY(minute_action_id) REFERENCES minute_action (record_id) ON DELETE CASCADE,
	CONSTRAINT fk_action_link_tracked_action_id FOREIGN KEY(tracked_action_id) REFERENCES tracked_action (record_id) ON DELETE CASCADE
);
CREATE INDEX ix_action_link_tracked_action_id ON action_link (tracked_action_id);
CREATE TABLE figure (
	record_id INTEGER NOT NULL,
	figure_no INTEGER,
	kind TEXT,
	caption TEXT,
	text TEXT,
	CONSTRAINT pk_figure PRIMARY KEY (record_id),
	CONSTRAINT ck_figure_kind_known CHECK (kind IN ('chart', 'picture')),
	CONSTRAINT fk_figure_record_id FOREIGN KEY(record_id) REFERENCES record (record_id) ON DELETE CASCADE
);

-- One schema for all databases: SQLite takes the names of types as they come,
-- and every database that speaks PostgreSQL's protocol knows the indexes. What
-- does not apply is empty or zero, never NULL, so that there is one way to
-- store each row.

CREATE TABLE lagrum_log (
	log       TEXT   NOT NULL PRIMARY KEY,
	size      BIGINT NOT NULL,
	signature TEXT   NOT NULL
);

CREATE TABLE lagrum_entry (
	log        TEXT   NOT NULL,
	position   BIGINT NOT NULL,
	hashes     BYTEA  NOT NULL,
	append_key TEXT   NOT NULL,
	part       BIGINT NOT NULL,
	salt       BYTEA  NOT NULL,
	content    BYTEA  NOT NULL,
	record     TEXT   NOT NULL,
	version    BIGINT NOT NULL,
	subject    TEXT   NOT NULL,
	token      TEXT   NOT NULL,
	PRIMARY KEY (log, position)
);

CREATE UNIQUE INDEX lagrum_entry_key ON lagrum_entry (log, append_key, part) WHERE append_key <> '';
CREATE UNIQUE INDEX lagrum_entry_version ON lagrum_entry (log, record, version) WHERE version > 0;
CREATE INDEX lagrum_entry_record ON lagrum_entry (log, record) WHERE record <> '';
CREATE INDEX lagrum_entry_subject ON lagrum_entry (log, subject) WHERE subject <> '';
CREATE INDEX lagrum_entry_token ON lagrum_entry (log, token) WHERE token <> '';

-- What every file of this program has, whatever it is about.

-- One row. `file_id` tells this file from every other one, its backups
-- included; every write touches the row, so a log that belongs to another file
-- gives itself away. `revision` counts the writes.
CREATE TABLE cellar (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    file_id  TEXT NOT NULL CHECK (length(file_id) = 32),
    revision INTEGER NOT NULL CHECK (revision >= 0)
) STRICT;

-- The migrations that made the schema, with the SHA-256 of their text.
CREATE TABLE migration (
    version    INTEGER PRIMARY KEY CHECK (version > 0),
    name       TEXT NOT NULL,
    checksum   TEXT NOT NULL CHECK (length(checksum) = 64),
    applied_at TEXT NOT NULL
) STRICT;

-- One row for each command that changed something.
CREATE TABLE history (
    seq             INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE CHECK (id <> ''),
    at              TEXT NOT NULL CHECK (length(at) = 24),
    command         TEXT NOT NULL CHECK (command <> ''),
    summary_key     TEXT NOT NULL CHECK (summary_key <> ''),
    summary_params  TEXT NOT NULL CHECK (json_valid(summary_params)),
    row_count       INTEGER NOT NULL CHECK (row_count > 0),
    -- How many rows of which table: {"sku": 100000}.
    table_counts    TEXT NOT NULL CHECK (json_valid(table_counts)),
    schema_version  INTEGER NOT NULL,
    clock_went_back INTEGER NOT NULL CHECK (clock_went_back IN (0, 1)),
    state           TEXT NOT NULL CHECK (state IN ('done', 'undone', 'superseded'))
) STRICT;

CREATE INDEX history_undone ON history (seq) WHERE state = 'undone';

-- The changes of an entry as an SQLite changeset, compressed, in parts: a
-- large import does not have to fit one value.
CREATE TABLE history_part (
    number INTEGER PRIMARY KEY,
    seq    INTEGER NOT NULL REFERENCES history (seq),
    bytes  BLOB NOT NULL
) STRICT;

CREATE INDEX history_part_of ON history_part (seq);

-- Confirmations that were offered: the exact terms by their hash. Not part of
-- the history, so that an undo never makes one valid again.
CREATE TABLE confirmation (
    token        TEXT PRIMARY KEY CHECK (length(token) = 32),
    purpose      TEXT NOT NULL CHECK (purpose <> ''),
    terms_sha256 TEXT NOT NULL CHECK (length(terms_sha256) = 64),
    offered_at   TEXT NOT NULL CHECK (length(offered_at) = 24)
) STRICT;

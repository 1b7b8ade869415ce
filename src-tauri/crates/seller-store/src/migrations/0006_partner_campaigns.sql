-- Affiliate partner campaigns: those that an agency opens and sellers join,
-- and those that the seller opens. Where a campaign stands follows from its
-- periods and the clock, so there is no column for it.

CREATE TABLE partner_campaign (
    id                 TEXT PRIMARY KEY CHECK (id <> ''),
    name               TEXT NOT NULL CHECK (name <> ''),
    -- Names are compared without case.
    name_key           TEXT NOT NULL,
    details            TEXT NOT NULL,
    registration_start TEXT NOT NULL CHECK (length(registration_start) = 24),
    registration_end   TEXT NOT NULL CHECK (length(registration_end) = 24),
    running_start      TEXT NOT NULL CHECK (length(running_start) = 24),
    running_end        TEXT NOT NULL CHECK (length(running_end) = 24),
    minimum_rate       INTEGER CHECK (minimum_rate >= 0),
    partner            TEXT NOT NULL,
    partner_contact    TEXT NOT NULL,
    scope              TEXT NOT NULL
        CHECK (scope IN ('all_sellers', 'selected', 'not_selected', 'not_noted')),
    note               TEXT NOT NULL,
    CHECK (registration_start < registration_end),
    CHECK (running_start < running_end)
) STRICT, WITHOUT ROWID;

CREATE INDEX partner_campaign_by_name ON partner_campaign (name_key);

-- What stands in the wizard for a campaign, whatever it lacks.
CREATE TABLE partner_join_draft (
    campaign_id TEXT PRIMARY KEY REFERENCES partner_campaign (id),
    entered     TEXT NOT NULL CHECK (json_valid(entered)),
    changed_at  TEXT NOT NULL CHECK (length(changed_at) = 24)
) STRICT, WITHOUT ROWID;

-- What was submitted together; the contact of the last one holds.
CREATE TABLE partner_joining (
    campaign_id   TEXT NOT NULL REFERENCES partner_campaign (id),
    number        INTEGER NOT NULL CHECK (number > 0),
    submitted_at  TEXT NOT NULL CHECK (length(submitted_at) = 24),
    email         TEXT NOT NULL CHECK (email <> ''),
    messenger     TEXT NOT NULL,
    phone         TEXT NOT NULL,
    -- The rules whose warnings the seller acknowledged.
    acknowledged  TEXT NOT NULL CHECK (json_valid(acknowledged)),
    product_count INTEGER NOT NULL CHECK (product_count > 0),
    PRIMARY KEY (campaign_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner_product (
    campaign_id      TEXT NOT NULL,
    product_id       TEXT NOT NULL REFERENCES product (id),
    -- The joining that it came in with, the last time.
    number           INTEGER NOT NULL,
    rate             INTEGER NOT NULL CHECK (rate > 0),
    samples_set      INTEGER NOT NULL CHECK (samples_set >= 0),
    samples_approved INTEGER NOT NULL CHECK (samples_approved >= 0),
    state            TEXT NOT NULL
        CHECK (state IN ('pending', 'approved', 'rejected', 'pending_closed', 'closed')),
    reason           TEXT,
    submitted_at     TEXT NOT NULL CHECK (length(submitted_at) = 24),
    decided_at       TEXT CHECK (length(decided_at) = 24),
    PRIMARY KEY (campaign_id, product_id),
    FOREIGN KEY (campaign_id, number) REFERENCES partner_joining (campaign_id, number),
    CHECK (samples_approved <= samples_set),
    CHECK ((reason IS NOT NULL) = (state = 'rejected')),
    CHECK ((decided_at IS NULL) = (state = 'pending'))
) STRICT, WITHOUT ROWID;

CREATE INDEX partner_product_of_product ON partner_product (product_id);
CREATE INDEX partner_product_of_joining ON partner_product (campaign_id, number);
CREATE INDEX partner_product_by_state ON partner_product (campaign_id, state);

-- What happened to a product after it was submitted, as it was before.
CREATE TABLE partner_product_event (
    campaign_id  TEXT NOT NULL,
    product_id   TEXT NOT NULL,
    number       INTEGER NOT NULL CHECK (number > 0),
    at           TEXT NOT NULL CHECK (length(at) = 24),
    act          TEXT NOT NULL CHECK (act IN
        ('submitted_again', 'recorded', 'rate_changed', 'samples_changed', 'samples_approved')),
    before       TEXT NOT NULL CHECK (json_valid(before)),
    acknowledged TEXT NOT NULL CHECK (json_valid(acknowledged)),
    PRIMARY KEY (campaign_id, product_id, number),
    FOREIGN KEY (campaign_id, product_id) REFERENCES partner_product (campaign_id, product_id)
) STRICT, WITHOUT ROWID;

-- A published campaign of the seller's own.
CREATE TABLE own_campaign (
    id                 TEXT PRIMARY KEY CHECK (id <> ''),
    title              TEXT NOT NULL CHECK (title <> ''),
    description        TEXT NOT NULL,
    registration_start TEXT NOT NULL CHECK (length(registration_start) = 24),
    registration_end   TEXT NOT NULL CHECK (length(registration_end) = 24),
    running_start      TEXT NOT NULL CHECK (length(running_start) = 24),
    running_end        TEXT NOT NULL CHECK (length(running_end) = 24),
    rate               INTEGER NOT NULL CHECK (rate > 0),
    openness           TEXT NOT NULL CHECK (openness IN ('all_partners', 'selected_partners')),
    preferences        TEXT NOT NULL CHECK (json_valid(preferences)),
    published_at       TEXT NOT NULL CHECK (length(published_at) = 24),
    acknowledged       TEXT NOT NULL CHECK (json_valid(acknowledged)),
    CHECK (registration_start < registration_end),
    CHECK (running_start < running_end)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_campaign_product (
    campaign_id TEXT NOT NULL REFERENCES own_campaign (id),
    product_id  TEXT NOT NULL REFERENCES product (id),
    PRIMARY KEY (campaign_id, product_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX own_campaign_of_product ON own_campaign_product (product_id);

-- Partners that the campaign is open to, and those that joined. Names are
-- compared without case.
CREATE TABLE own_campaign_partner (
    campaign_id TEXT NOT NULL REFERENCES own_campaign (id),
    partner_key TEXT NOT NULL CHECK (partner_key <> ''),
    partner     TEXT NOT NULL CHECK (partner <> ''),
    selected    INTEGER NOT NULL CHECK (selected IN (0, 1)),
    joined_at   TEXT CHECK (length(joined_at) = 24),
    PRIMARY KEY (campaign_id, partner_key),
    CHECK (selected = 1 OR joined_at IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- What stands in the wizard, whatever it lacks.
CREATE TABLE own_campaign_draft (
    id         TEXT PRIMARY KEY CHECK (id <> ''),
    entered    TEXT NOT NULL CHECK (json_valid(entered)),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 24)
) STRICT, WITHOUT ROWID;

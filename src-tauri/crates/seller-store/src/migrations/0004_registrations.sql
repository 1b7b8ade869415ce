-- What the seller prepares, what was submitted, and what became of it.

CREATE TABLE draft (
    id          TEXT PRIMARY KEY CHECK (id <> ''),
    campaign_id TEXT NOT NULL REFERENCES campaign (id),
    coupons     TEXT NOT NULL CHECK (json_valid(coupons)),
    state       TEXT NOT NULL CHECK (state IN ('open', 'submitted')),
    created_at  TEXT NOT NULL CHECK (length(created_at) = 24),
    changed_at  TEXT NOT NULL CHECK (length(changed_at) = 24)
) STRICT, WITHOUT ROWID;

CREATE INDEX draft_of_campaign ON draft (campaign_id);
CREATE UNIQUE INDEX draft_open ON draft (campaign_id) WHERE state = 'open';

-- Drafts hold what was typed, products that the catalogue does not know
-- included: the rulebook names them.
CREATE TABLE draft_product (
    draft_id   TEXT NOT NULL REFERENCES draft (id),
    product_id TEXT NOT NULL CHECK (product_id <> ''),
    position   INTEGER NOT NULL,
    tier       TEXT NOT NULL CHECK (tier IN ('featured', 'regular')),
    PRIMARY KEY (draft_id, product_id)
) STRICT, WITHOUT ROWID;

-- Price and stock are exact decimals as they were typed; a price of half a
-- cent can be kept until the rulebook has refused it.
CREATE TABLE draft_sku (
    draft_id       TEXT NOT NULL,
    product_id     TEXT NOT NULL,
    sku_id         TEXT NOT NULL CHECK (sku_id <> ''),
    position       INTEGER NOT NULL,
    included       INTEGER NOT NULL CHECK (included IN (0, 1)),
    campaign_price TEXT CHECK (campaign_price <> ''),
    campaign_stock TEXT CHECK (campaign_stock <> ''),
    extra_discount INTEGER,
    PRIMARY KEY (draft_id, product_id, sku_id),
    FOREIGN KEY (draft_id, product_id) REFERENCES draft_product (draft_id, product_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE registration (
    number        INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE CHECK (id <> ''),
    campaign_id   TEXT NOT NULL REFERENCES campaign (id),
    submitted_at  TEXT NOT NULL CHECK (length(submitted_at) = 24),
    coupons       TEXT NOT NULL CHECK (json_valid(coupons)),
    -- The rules whose warnings the seller acknowledged.
    acknowledged  TEXT NOT NULL CHECK (json_valid(acknowledged)),
    product_count INTEGER NOT NULL CHECK (product_count > 0),
    sku_count     INTEGER NOT NULL CHECK (sku_count > 0)
) STRICT;

CREATE INDEX registration_of_campaign ON registration (campaign_id);

-- A product of a registration. It can be registered again after it was
-- rejected or withdrawn; `latest` marks the one that counts.
CREATE TABLE registration_product (
    campaign_id TEXT NOT NULL REFERENCES campaign (id),
    product_id  TEXT NOT NULL REFERENCES product (id),
    number      INTEGER NOT NULL REFERENCES registration (number),
    tier        TEXT NOT NULL CHECK (tier IN ('featured', 'regular')),
    state       TEXT NOT NULL
        CHECK (state = 'pending' OR state = 'registered' OR state = 'rejected'
            OR state = 'sku_error' OR state = 'withdrawn'),
    -- The platform's own words.
    reason      TEXT,
    -- The change of the catalogue that put the product into SKU error.
    change      TEXT CHECK (json_valid(change)),
    state_since TEXT NOT NULL CHECK (length(state_since) = 24),
    latest      INTEGER NOT NULL CHECK (latest IN (0, 1)),
    PRIMARY KEY (campaign_id, product_id, number),
    CHECK (change IS NULL OR state = 'sku_error'),
    CHECK ((reason IS NOT NULL) = (state = 'rejected' OR (state = 'sku_error' AND change IS NULL)))
) STRICT, WITHOUT ROWID;

CREATE INDEX registration_of_product ON registration_product (product_id);
CREATE INDEX registration_product_of ON registration_product (number);
CREATE UNIQUE INDEX registration_latest ON registration_product (campaign_id, product_id)
    WHERE latest = 1;

CREATE TABLE registration_sku (
    product_id     TEXT NOT NULL,
    sku_id         TEXT NOT NULL,
    number         INTEGER NOT NULL REFERENCES registration (number),
    campaign_price INTEGER NOT NULL CHECK (campaign_price > 0),
    campaign_stock INTEGER NOT NULL CHECK (campaign_stock > 0),
    extra_discount INTEGER CHECK (extra_discount > 0),
    retail_price   INTEGER NOT NULL,
    -- What was planned when it was submitted.
    unit_cost      INTEGER,
    fees           INTEGER,
    margin         INTEGER,
    PRIMARY KEY (product_id, sku_id, number)
) STRICT, WITHOUT ROWID;

-- Requests to change a registered price.
CREATE TABLE price_edit (
    id           TEXT PRIMARY KEY CHECK (id <> ''),
    campaign_id  TEXT NOT NULL REFERENCES campaign (id),
    product_id   TEXT NOT NULL,
    sku_id       TEXT NOT NULL,
    number       INTEGER NOT NULL REFERENCES registration (number),
    from_price   INTEGER NOT NULL CHECK (from_price > 0),
    to_price     INTEGER NOT NULL CHECK (to_price > 0),
    requested_at TEXT NOT NULL CHECK (length(requested_at) = 24),
    decided_at   TEXT CHECK (length(decided_at) = 24),
    decision     TEXT NOT NULL CHECK (decision IN ('open', 'approved', 'refused')),
    reason       TEXT,
    CHECK ((decision = 'open') = (decided_at IS NULL)),
    CHECK ((decision = 'refused') = (reason IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX price_edit_of ON price_edit (campaign_id, product_id);
CREATE INDEX price_edit_of_number ON price_edit (number);
CREATE UNIQUE INDEX price_edit_open ON price_edit (campaign_id, sku_id) WHERE decision = 'open';

CREATE TABLE withdrawal (
    id           TEXT PRIMARY KEY CHECK (id <> ''),
    campaign_id  TEXT NOT NULL REFERENCES campaign (id),
    scope        TEXT NOT NULL CHECK (scope IN ('product', 'campaign', 'extra_discount')),
    requested_at TEXT NOT NULL CHECK (length(requested_at) = 24),
    decided_at   TEXT CHECK (length(decided_at) = 24),
    decision     TEXT NOT NULL CHECK (decision IN ('open', 'approved', 'refused')),
    reason       TEXT,
    CHECK ((decision = 'open') = (decided_at IS NULL)),
    CHECK ((decision = 'refused') = (reason IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX withdrawal_of_campaign ON withdrawal (campaign_id);

CREATE TABLE withdrawal_product (
    withdrawal_id TEXT NOT NULL REFERENCES withdrawal (id),
    product_id    TEXT NOT NULL,
    number        INTEGER NOT NULL REFERENCES registration (number),
    PRIMARY KEY (withdrawal_id, product_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX withdrawal_of_product ON withdrawal_product (product_id);
CREATE INDEX withdrawal_of_number ON withdrawal_product (number);

-- What the seller made of a recommended price.
CREATE TABLE recommendation_choice (
    campaign_id TEXT NOT NULL REFERENCES campaign (id),
    sku_id      TEXT NOT NULL,
    choice      TEXT NOT NULL CHECK (choice IN ('accepted', 'edited', 'dismissed')),
    price       INTEGER CHECK (price > 0),
    chosen_at   TEXT NOT NULL CHECK (length(chosen_at) = 24),
    PRIMARY KEY (campaign_id, sku_id)
) STRICT, WITHOUT ROWID;

-- What the platform said of rows in fail reports, in its own words.
CREATE TABLE platform_reason (
    number      INTEGER PRIMARY KEY,
    campaign_id TEXT NOT NULL REFERENCES campaign (id),
    product_id  TEXT NOT NULL,
    sku_id      TEXT,
    reason      TEXT NOT NULL CHECK (reason <> ''),
    imported_at TEXT NOT NULL CHECK (length(imported_at) = 24)
) STRICT;

CREATE INDEX platform_reason_of ON platform_reason (campaign_id, product_id, sku_id);

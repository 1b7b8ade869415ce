-- Seller coupons: planned here, imported from the platform's list, or created
-- by the platform itself. Their state follows from their period and the clock,
-- so there is no column for it.

CREATE TABLE seller_coupon (
    id                  TEXT PRIMARY KEY CHECK (id <> ''),
    -- The platform's own id, once its list has named it.
    platform_id         TEXT UNIQUE CHECK (platform_id <> ''),
    kind                TEXT NOT NULL
        CHECK (kind IN ('standard', 'follower', 'review', 'chat', 'promo_code')),
    name                TEXT NOT NULL CHECK (name <> ''),
    -- Names are compared without case.
    name_key            TEXT NOT NULL,
    starts_at           TEXT NOT NULL CHECK (length(starts_at) = 24),
    ends_at             TEXT NOT NULL CHECK (length(ends_at) = 24),
    validity_days       INTEGER CHECK (validity_days >= 0),
    validity_start      TEXT CHECK (length(validity_start) = 24),
    validity_end        TEXT CHECK (length(validity_end) = 24),
    audience            TEXT CHECK (audience IN ('all', 'new', 'existing', 'repeat')),
    customer            TEXT,
    amount              INTEGER CHECK (amount >= 0),
    rate                INTEGER CHECK (rate >= 0),
    maximum_discount    INTEGER CHECK (maximum_discount >= 0),
    minimum_spend       INTEGER CHECK (minimum_spend >= 0),
    quantity            INTEGER CHECK (quantity > 0),
    -- 0: unlimited.
    claims_per_customer INTEGER CHECK (claims_per_customer >= 0),
    scope               TEXT NOT NULL CHECK (scope IN ('whole_shop', 'products', 'unstated')),
    claim_code          TEXT CHECK (claim_code <> ''),
    -- Codes are compared without case.
    code_key            TEXT CHECK (code_key <> ''),
    origin              TEXT NOT NULL CHECK (origin IN ('planned', 'imported', 'addon')),
    came_with           TEXT,
    recorded_at         TEXT NOT NULL CHECK (length(recorded_at) = 24),
    deactivated_at      TEXT CHECK (length(deactivated_at) = 24),
    sent_at             TEXT CHECK (length(sent_at) = 24),
    -- What it was estimated to cost when it was saved.
    estimated_spend     INTEGER,
    claimed             INTEGER CHECK (claimed >= 0),
    used                INTEGER CHECK (used >= 0),
    sales               INTEGER,
    spend               INTEGER,
    results_as_of       TEXT CHECK (length(results_as_of) = 24),
    CHECK ((amount IS NULL) <> (rate IS NULL)),
    CHECK (maximum_discount IS NULL OR rate IS NOT NULL),
    CHECK ((validity_start IS NULL) = (validity_end IS NULL)),
    CHECK (validity_days IS NULL OR validity_start IS NULL),
    CHECK ((claim_code IS NULL) = (code_key IS NULL)),
    CHECK (claim_code IS NULL OR kind = 'promo_code'),
    CHECK (came_with IS NULL OR origin = 'addon'),
    CHECK (results_as_of IS NOT NULL
        OR (claimed IS NULL AND used IS NULL AND sales IS NULL AND spend IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX seller_coupon_by_name ON seller_coupon (name_key);
CREATE INDEX seller_coupon_by_code ON seller_coupon (code_key) WHERE code_key IS NOT NULL;
CREATE INDEX seller_coupon_by_period ON seller_coupon (ends_at, starts_at);

-- The products that a coupon names. The platform's list may name products that
-- the catalogue does not know; for coupons that are planned here the rulebook
-- refuses those.
CREATE TABLE seller_coupon_product (
    coupon_id  TEXT NOT NULL REFERENCES seller_coupon (id),
    product_id TEXT NOT NULL CHECK (product_id <> ''),
    PRIMARY KEY (coupon_id, product_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX seller_coupon_of_product ON seller_coupon_product (product_id);

-- What happened to a coupon. `before` holds its terms before the change; what
-- they were after it stands in the next row, or in the coupon.
CREATE TABLE seller_coupon_event (
    coupon_id    TEXT NOT NULL REFERENCES seller_coupon (id),
    number       INTEGER NOT NULL CHECK (number > 0),
    at           TEXT NOT NULL CHECK (length(at) = 24),
    act          TEXT NOT NULL
        CHECK (act IN ('created', 'recorded', 'imported', 'edited', 'deactivated', 'sent')),
    before       TEXT CHECK (json_valid(before)),
    acknowledged TEXT NOT NULL CHECK (json_valid(acknowledged)),
    PRIMARY KEY (coupon_id, number)
) STRICT, WITHOUT ROWID;

-- What stands in the wizard, whatever it lacks.
CREATE TABLE coupon_draft (
    id         TEXT PRIMARY KEY CHECK (id <> ''),
    entered    TEXT NOT NULL CHECK (json_valid(entered)),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 24)
) STRICT, WITHOUT ROWID;

-- Claim codes that the platform refused, since another seller has them.
CREATE TABLE taken_claim_code (
    code_key   TEXT PRIMARY KEY CHECK (code_key <> ''),
    claim_code TEXT NOT NULL CHECK (claim_code <> ''),
    noted_at   TEXT NOT NULL CHECK (length(noted_at) = 24)
) STRICT, WITHOUT ROWID;

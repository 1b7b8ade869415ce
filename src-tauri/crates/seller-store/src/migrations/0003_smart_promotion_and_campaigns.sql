-- The Smart Promotion programme and the platform's campaigns.

-- The terms that the platform offers the shop, per mode.
CREATE TABLE programme_terms (
    mode               TEXT PRIMARY KEY CHECK (mode IN ('store_wide', 'co_funded')),
    service_package    TEXT NOT NULL,
    fee_rate           INTEGER NOT NULL CHECK (fee_rate >= 0),
    exempted_rate      INTEGER CHECK (exempted_rate >= 0),
    campaign_surcharge INTEGER NOT NULL CHECK (campaign_surcharge >= 0)
) STRICT, WITHOUT ROWID;

-- What happened, in order; the last row is where the shop stands.
CREATE TABLE enrolment (
    seq                INTEGER PRIMARY KEY,
    step               TEXT NOT NULL CHECK (step IN ('enrolled', 'left')),
    at                 TEXT NOT NULL CHECK (length(at) = 24),
    mode               TEXT NOT NULL CHECK (mode IN ('store_wide', 'co_funded')),
    service_package    TEXT NOT NULL,
    fee_rate           INTEGER NOT NULL CHECK (fee_rate >= 0),
    exempted_rate      INTEGER CHECK (exempted_rate >= 0),
    campaign_surcharge INTEGER NOT NULL CHECK (campaign_surcharge >= 0)
) STRICT;

CREATE TABLE exclusion (
    product_id   TEXT PRIMARY KEY CHECK (product_id <> ''),
    requested_at TEXT NOT NULL CHECK (length(requested_at) = 24),
    confirmed_at TEXT CHECK (length(confirmed_at) = 24)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign (
    id                       TEXT PRIMARY KEY CHECK (id <> ''),
    name                     TEXT NOT NULL CHECK (name <> ''),
    kind                     TEXT NOT NULL
        CHECK (kind IN ('major', 'weekly', 'shop_tab', 'flash_sale', 'integrated')),
    registration_start       TEXT NOT NULL CHECK (length(registration_start) = 24),
    registration_end         TEXT NOT NULL CHECK (length(registration_end) = 24),
    re_registration_deadline TEXT CHECK (length(re_registration_deadline) = 24),
    running_start            TEXT NOT NULL CHECK (length(running_start) = 24),
    running_end              TEXT NOT NULL CHECK (length(running_end) = 24),
    note                     TEXT NOT NULL,
    -- Criteria, pricing, tiers, coupons, subsidy, approval and fee policy.
    terms                    TEXT NOT NULL CHECK (json_valid(terms)),
    CHECK (registration_start < registration_end),
    CHECK (running_start < running_end)
) STRICT, WITHOUT ROWID;

CREATE INDEX campaign_by_start ON campaign (running_start);

-- What the platform stated for a SKU of a campaign, by the file that said so.
-- The ends of ranges are exact decimals: the platform may state finer ones
-- than it takes.
CREATE TABLE stated_terms (
    campaign_id          TEXT NOT NULL REFERENCES campaign (id),
    sku_id               TEXT NOT NULL CHECK (sku_id <> ''),
    source               TEXT NOT NULL CHECK
        (source = 'prefill' OR source = 'fail_report' OR source = 'seller'),
    price_lower          TEXT,
    price_lower_included INTEGER CHECK (price_lower_included IN (0, 1)),
    price_upper          TEXT,
    price_upper_included INTEGER CHECK (price_upper_included IN (0, 1)),
    stock_lower          TEXT,
    stock_lower_included INTEGER CHECK (stock_lower_included IN (0, 1)),
    stock_upper          TEXT,
    stock_upper_included INTEGER CHECK (stock_upper_included IN (0, 1)),
    recommended_price    TEXT,
    recommended          INTEGER NOT NULL CHECK (recommended IN (0, 1)),
    stated_at            TEXT NOT NULL CHECK (length(stated_at) = 24),
    PRIMARY KEY (campaign_id, sku_id, source),
    CHECK ((price_lower IS NULL) = (price_lower_included IS NULL)),
    CHECK ((price_upper IS NULL) = (price_upper_included IS NULL)),
    CHECK ((stock_lower IS NULL) = (stock_lower_included IS NULL)),
    CHECK ((stock_upper IS NULL) = (stock_upper_included IS NULL))
) STRICT, WITHOUT ROWID;

-- The shop and what it sells. Money is in minor units of the shop's currency,
-- percentages in basis points, instants are UTC text of one length, so that
-- their text order is their order in time.

CREATE TABLE shop (
    one                     INTEGER PRIMARY KEY CHECK (one = 1),
    name                    TEXT NOT NULL CHECK (name <> ''),
    market                  TEXT NOT NULL CHECK (length(market) = 2),
    currency                TEXT NOT NULL CHECK (length(currency) = 3),
    time_zone               TEXT NOT NULL CHECK (time_zone <> ''),
    sps                     TEXT,
    violations              INTEGER NOT NULL CHECK (violations >= 0),
    free_shipping_threshold INTEGER CHECK (free_shipping_threshold >= 0),
    average_order_value     INTEGER CHECK (average_order_value >= 0),
    monthly_gmv             INTEGER CHECK (monthly_gmv >= 0),
    referral_rate           INTEGER NOT NULL,
    affiliate_rate          INTEGER NOT NULL,
    shipping_cost           INTEGER NOT NULL,
    shipping_charge         INTEGER NOT NULL,
    wanted_margin           INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    name  TEXT PRIMARY KEY CHECK (name <> ''),
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE column_mapping (
    header_fingerprint TEXT NOT NULL CHECK (header_fingerprint <> ''),
    purpose            TEXT NOT NULL CHECK (purpose <> ''),
    mapping            TEXT NOT NULL CHECK (json_valid(mapping)),
    used_at            TEXT NOT NULL CHECK (length(used_at) = 24),
    PRIMARY KEY (header_fingerprint, purpose)
) STRICT, WITHOUT ROWID;

CREATE TABLE product (
    id       TEXT PRIMARY KEY CHECK (id <> ''),
    title    TEXT NOT NULL,
    category TEXT NOT NULL,
    brand    TEXT NOT NULL,
    active   INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;

-- In the order of products: whatever is done is done product by product.
CREATE TABLE sku (
    product_id      TEXT NOT NULL REFERENCES product (id),
    id              TEXT NOT NULL UNIQUE CHECK (id <> ''),
    variation       TEXT NOT NULL,
    seller_sku      TEXT NOT NULL,
    retail_price    INTEGER NOT NULL CHECK (retail_price >= 0),
    -- Since when the price is known; earlier prices are in price_record.
    retail_since    TEXT NOT NULL CHECK (length(retail_since) = 24),
    discount_price  INTEGER CHECK (discount_price >= 0),
    discount_since  TEXT CHECK (length(discount_since) = 24),
    stock           INTEGER CHECK (stock >= 0),
    unit_cost       INTEGER CHECK (unit_cost >= 0),
    shipping_charge INTEGER CHECK (shipping_charge >= 0),
    removed         INTEGER NOT NULL CHECK (removed IN (0, 1)),
    PRIMARY KEY (product_id, id),
    CHECK ((discount_price IS NULL) = (discount_since IS NULL))
) STRICT, WITHOUT ROWID;

-- Of more than two words a check is not written with IN: SQLite would make a table of them for
-- every row.

-- Prices that are over, that were imported, or that promotions had. The price
-- in force stands in sku.
CREATE TABLE price_record (
    product_id TEXT NOT NULL,
    sku_id     TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK
        (kind = 'retail' OR kind = 'discount' OR kind = 'promotion' OR kind = 'campaign'),
    from_at    TEXT NOT NULL CHECK (length(from_at) = 24),
    until_at   TEXT CHECK (length(until_at) = 24 AND until_at >= from_at),
    price      INTEGER NOT NULL CHECK (price >= 0),
    PRIMARY KEY (product_id, sku_id, kind, from_at),
    FOREIGN KEY (product_id, sku_id) REFERENCES sku (product_id, id)
) STRICT, WITHOUT ROWID;

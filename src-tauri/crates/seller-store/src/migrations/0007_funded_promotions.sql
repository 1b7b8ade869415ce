-- The switches of TikTok-funded promotions: every one that was ever moved. How
-- they stand follows from the last row of each type; a type without a row is on.

CREATE TABLE funded_switch (
    seq          INTEGER PRIMARY KEY,
    funded_type  TEXT NOT NULL CHECK (funded_type IN
        ('product_coupons', 'product_incentives', 'buy_more_save_more', 'shipping_fee_discounts')),
    moved_to     TEXT NOT NULL CHECK (moved_to IN ('on', 'off')),
    at           TEXT NOT NULL CHECK (length(at) = 24),
    -- The rules whose warnings the seller acknowledged.
    acknowledged TEXT NOT NULL CHECK (json_valid(acknowledged))
) STRICT;

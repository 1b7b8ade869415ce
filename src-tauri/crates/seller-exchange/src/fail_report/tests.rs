use super::*;
use crate::samples::{self, FailRow};

fn read_idr(rows: &[FailRow]) -> FailReport {
    read(&samples::fail_report(rows).into(), Currency::Idr).unwrap()
}

fn failed(reason: &str) -> FailRow {
    FailRow {
        product_id: "1729380000000000123".into(),
        sku_id: "1729390000000000456".into(),
        campaign_price: "150000".into(),
        title: "Lamp".into(),
        sku_name: "Black".into(),
        retail_price: "200000".into(),
        maximum: "140000".into(),
        reason: reason.into(),
    }
}

#[test]
fn several_reasons_of_a_row_are_told_apart_and_bound_the_price() {
    let reason = "Campaign price must be greater than or equal to Rp100 and less than or equal to Rp140000\r\n\r\n\
                  The product failed because one of its SKUs failed.\r\n \r\nProduct is not active";
    let found = read_idr(&[failed(reason)]);
    let row = &found.rows[0];
    assert_eq!(row.row, 3);
    let kinds: Vec<_> = row.reasons.iter().map(|reason| reason.kind).collect();
    let range = StatedRange {
        lower: StatedRange::at_least(100.into()).lower,
        upper: StatedRange::at_most(140_000.into()).upper,
    };
    assert_eq!(
        kinds,
        [
            ReasonKind::PriceRange { range },
            ReasonKind::SiblingRefused,
            ReasonKind::ProductInactive
        ]
    );
    assert_eq!(row.reasons[2].text, "Product is not active");
    assert_eq!(row.price_range(), range);
    assert_eq!(
        row.campaign_price,
        Some(Money::from_minor(150_000, Currency::Idr))
    );
}

#[test]
fn a_sku_that_does_not_exist_has_no_name_and_no_prices() {
    let row = FailRow {
        product_id: "1729380000000000123".into(),
        sku_id: "1729390000000000999".into(),
        campaign_price: "150000".into(),
        reason: "SKU ID does not exist".into(),
        ..FailRow::default()
    };
    let found = read_idr(&[row]);
    let row = &found.rows[0];
    assert_eq!(
        (row.product_name.as_str(), row.retail_price, row.maximum),
        ("", None, None)
    );
    assert_eq!(row.reasons[0].kind, ReasonKind::SkuUnknown);
    assert!(row.price_range().is_open());
}

#[test]
fn the_maximum_alone_is_a_ceiling_and_a_tighter_range_wins() {
    let found = read_idr(&[
        failed("Something new"),
        failed("活动价必须大于 Rp100 且小于 Rp130.000"),
    ]);
    assert_eq!(found.rows[0].reasons[0].kind, ReasonKind::Other);
    assert_eq!(found.rows[0].price_range().to_string(), "<=140000");
    assert_eq!(found.rows[1].price_range().to_string(), ">100 and <130000");
}

#[test]
fn ranges_are_found_in_every_language_of_the_markets() {
    let range = |text: &str, currency| match reasons::split(text, currency).as_slice() {
        [
            Reason {
                kind: ReasonKind::PriceRange { range },
                ..
            },
        ] => range.to_string(),
        other => format!("{other:?}"),
    };
    for (text, currency, expected) in [
        (
            "Harga kampanye harus lebih besar dari atau sama dengan Rp100 dan kurang dari atau sama dengan Rp140.000",
            Currency::Idr,
            ">=100 and <=140000",
        ),
        (
            "Giá chiến dịch phải lớn hơn hoặc bằng 1.000₫ và nhỏ hơn hoặc bằng 99.000₫",
            Currency::Vnd,
            ">=1000 and <=99000",
        ),
        (
            "ราคาแคมเปญต้องมากกว่าหรือเท่ากับ ฿1 และน้อยกว่าหรือเท่ากับ ฿1,140.50",
            Currency::Thb,
            ">=1 and <=1140.50",
        ),
        (
            "活动价格必须大于或等于 $1.00 且小于或等于 $19.99",
            Currency::Usd,
            ">=1.00 and <=19.99",
        ),
        (
            "Der Preis muss größer oder gleich 1,00 € und kleiner oder gleich 19,99 € sein.",
            Currency::Eur,
            ">=1.00 and <=19.99",
        ),
        (
            "El precio debe ser mayor o igual que 1,00 € y menor que 19,99 €.",
            Currency::Eur,
            ">=1.00 and <19.99",
        ),
        (
            "キャンペーン価格は100円以上1,400円以下にしてください",
            Currency::Jpy,
            ">=100 and <=1400",
        ),
        ("Campaign price must be lower than £5.", Currency::Gbp, "<5"),
        (
            "Campaign price should be >= 1 and < 99000",
            Currency::Vnd,
            ">=1 and <99000",
        ),
    ] {
        assert_eq!(range(text, currency), expected, "{text}");
    }
}

#[test]
fn damaged_and_missing_ids_are_refused() {
    let damaged = FailRow {
        sku_id: "1.72939E+18".into(),
        ..failed("x")
    };
    let missing = FailRow {
        sku_id: String::new(),
        ..failed("x")
    };
    let found = read_idr(&[damaged, failed("x"), missing]);
    assert_eq!(found.rows.len(), 1);
    let troubles: Vec<_> = found
        .problems
        .listed
        .iter()
        .map(|one| (one.row, one.trouble.clone()))
        .collect();
    assert_eq!(
        troubles,
        [(3, Trouble::DamagedId), (5, Trouble::MissingValue)]
    );
}

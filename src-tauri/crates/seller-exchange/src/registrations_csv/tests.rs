use super::*;
use chrono::{TimeZone, Utc};

fn row(title: &str) -> RegistrationRow {
    let money = |text: &str| Some(Money::parse(text, Currency::Usd).unwrap());
    RegistrationRow {
        campaign_id: "c-1".into(),
        campaign: "Spring; \"big\" sale".into(),
        product_id: "1729380000000000123".into(),
        sku_id: "0029390000000000456".into(),
        title: title.into(),
        variation: "Black, L".into(),
        seller_sku: "-20C".into(),
        tier: Tier::Featured,
        state: DecidedState::Rejected,
        reason: "two\r\n\r\nlines".into(),
        retail_price: money("19.99"),
        campaign_price: money("-0.005"),
        campaign_stock: Some("1.5".parse().unwrap()),
        extra_discount: Some(Percent::parse("7.5").unwrap()),
        submitted_at: Some(Utc.with_ymd_and_hms(2026, 3, 31, 18, 0, 5).unwrap()),
        decided_at: None,
    }
}

fn zone() -> Zone {
    Zone::named("Asia/Shanghai").unwrap()
}

fn read_back(bytes: Vec<u8>) -> Vec<Result<RegistrationRow, Vec<RowProblem>>> {
    let mut rows = Vec::new();
    read(&bytes.into(), Currency::Usd, zone(), |row| {
        rows.push(row);
        ControlFlow::Continue(())
    })
    .unwrap();
    rows
}

const TRICKY: [&str; 20] = [
    "=SUM(A1:A9)",
    "'=already",
    "''=twice",
    "+1",
    "-20°C Freezer Bags",
    "@home",
    "\tTab",
    "\rCR",
    "\";=1+2",
    "\nLF",
    "\r\nCRLF",
    "＝full",
    "＋1",
    "－2 pack",
    "＠home",
    "=cmd|'/C calc'!A0",
    "two\nlines",
    " leading and trailing ",
    "促销 👩‍👩‍👧 \u{202E}rtl",
    "NaN",
];

#[test]
fn what_is_written_is_read_again_without_loss() {
    let rows: Vec<_> = TRICKY.into_iter().map(row).collect();
    let bytes = write(Vec::new(), rows.clone(), Currency::Usd, zone()).unwrap();
    let back: Vec<_> = read_back(bytes).into_iter().map(Result::unwrap).collect();
    assert_eq!(back, rows);
}

/// In every column of text, whatever stands in it.
#[test]
fn no_cell_begins_as_a_formula_and_every_row_has_its_cells() {
    for tricky in TRICKY {
        let mut full = row(tricky);
        for text in [
            &mut full.campaign,
            &mut full.variation,
            &mut full.seller_sku,
            &mut full.reason,
        ] {
            tricky.clone_into(text);
        }
        let bytes = write(Vec::new(), [full.clone()], Currency::Usd, zone()).unwrap();
        let mut table = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(&bytes[3..]);
        let rows: Vec<_> = table.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2, "{tricky:?}");
        assert_eq!([rows[0].len(), rows[1].len()], [KEYS.len(); 2]);
        let risky = |cell: &&str| {
            cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
        };
        // A negative amount is a number, and stays one.
        let found: Vec<&str> = rows[1].iter().filter(risky).collect();
        assert_eq!(found, ["-0.005"], "{tricky:?}");
        assert_eq!(read_back(bytes), [Ok(full)]);
    }
}

#[test]
fn the_file_is_what_spreadsheets_and_scripts_expect() {
    let bytes = write(Vec::new(), [row("=1+1")], Currency::Usd, zone()).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(
        text,
        "\u{FEFF}\"campaign_id\",\"campaign\",\"product_id\",\"sku_id\",\"title\",\"variation\",\"seller_sku\",\
         \"tier\",\"state\",\"reason\",\"currency\",\"retail_price\",\"campaign_price\",\"campaign_stock\",\
         \"extra_discount_percent\",\"submitted_at\",\"decided_at\"\r\n\
         \"c-1\",\"Spring; \"\"big\"\" sale\",1729380000000000123,0029390000000000456,\"'=1+1\",\"Black, L\",\"'-20C\",\
         \"featured\",\"rejected\",\"two\r\n\r\nlines\",\"USD\",19.99,-0.005,1.5,7.5,\
         \"2026-04-01T02:00:05+08:00\",\"\"\r\n"
    );
}

#[test]
fn a_file_in_another_currency_or_without_an_id_is_refused_row_by_row() {
    let bytes = write(Vec::new(), [row("a")], Currency::Usd, zone()).unwrap();
    let text = String::from_utf8(bytes)
        .unwrap()
        .replace("\"USD\"", "\"EUR\"")
        .replace("0029390000000000456", "1.72939E+18");
    let back = read_back(text.into_bytes());
    let problems = back[0].as_ref().unwrap_err();
    let troubles: Vec<_> = problems
        .iter()
        .map(|one| (one.column.as_deref().unwrap(), &one.trouble))
        .collect();
    assert_eq!(
        troubles,
        [
            (
                "currency",
                &Trouble::OtherCurrency {
                    expected: "USD".into()
                }
            ),
            ("sku_id", &Trouble::DamagedId),
        ]
    );
}

#[test]
fn missing_columns_are_named() {
    let input = Input::from(b"campaign_id,title\n1,x\n".as_slice());
    let error = read(&input, Currency::Usd, zone(), |_| ControlFlow::Continue(())).unwrap_err();
    let Trouble::MissingColumns { columns } = *error.trouble else {
        panic!("{error}")
    };
    assert_eq!(columns.len(), KEYS.len() - 2);
    assert_eq!(columns[0], "campaign");
}

use super::*;
use crate::samples::{Book, Style, Tab, Value};
use crate::trouble::Trouble;
use rust_decimal::Decimal;
use seller_domain::Money;
use seller_domain::price_history::PriceKind;

const JOB: &[Target] = &[Target::Catalogue, Target::PriceHistory, Target::Plan];

fn settings(currency: Currency) -> Settings {
    Settings {
        currency,
        zone: Zone::named("America/Los_Angeles").unwrap(),
        decimal_mark: None,
        day_order: None,
    }
}

fn open(bytes: &[u8]) -> Table {
    Table::open(&bytes.into(), &Choices::default()).unwrap()
}

fn read(
    table: &Table,
    targets: &[Target],
    settings: &Settings,
) -> (Vec<StatedRow>, Vec<RowProblem>) {
    let mapping = table.guess(targets).mapping;
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    table
        .read_rows(&mapping, targets, settings, |stated| {
            match stated {
                Stated::Row(row) => rows.push(*row),
                Stated::Refused(refused, _) => problems.extend(refused),
            }
            ControlFlow::Continue(())
        })
        .unwrap();
    (rows, problems)
}

fn usd(text: &str) -> Option<Money> {
    Some(Money::parse(text, Currency::Usd).unwrap())
}

const WIDE: &str = "product_id,sku_id,title,variant,category,retail_price,low_30d,stock,cost,shipping,campaign_price,campaign_stock,extra_discount_pct\n\
1729380000000000123,1729390000000000456,\"two\nlines, \"\"q\"\"\",Black / L,Toys,19.99,17.5,12,7.01,0.00,-0.05,1.5,7.5\n\
1729380000000000123,0029390000000000457, leading space Mug,,Toys,5,5,0,1,4.00,,0,\n";

#[test]
fn a_table_with_catalogue_history_and_plan_is_recognised_at_once() {
    let table = open(WIDE.as_bytes());
    let guess = table.guess(JOB);
    assert!(guess.is_sure(), "{guess:?}");
    assert_eq!(guess.certainty, vec![Some(Certainty::Named); 13]);
    assert_eq!(
        (table.rows(), table.header_row(), table.encoding()),
        (2, 1, Some(TextEncoding::Utf8))
    );
    assert!(
        table
            .questions(&guess.mapping, &settings(Currency::Usd))
            .is_empty()
    );
    let (rows, problems) = read(&table, JOB, &settings(Currency::Usd));
    assert_eq!(problems, []);
    assert_eq!(
        rows[0],
        StatedRow {
            row: 2,
            product_id: Some("1729380000000000123".into()),
            sku_id: Some("1729390000000000456".into()),
            title: Some("two\nlines, \"q\"".into()),
            variation: Some("Black / L".into()),
            category: Some("Toys".into()),
            retail_price: usd("19.99"),
            low_30d: usd("17.5"),
            stock: Some(12),
            unit_cost: usd("7.01"),
            shipping_charge: usd("0"),
            campaign_price: usd("-0.05"),
            campaign_stock: Some(Decimal::new(15, 1)),
            extra_discount: Some("7.5".parse().unwrap()),
            ..StatedRow::default()
        }
    );
    assert_eq!(rows[1].title.as_deref(), Some(" leading space Mug"));
    assert_eq!(
        rows[1].sku_id.as_ref().unwrap().as_str(),
        "0029390000000000457"
    );
    assert_eq!(
        (rows[1].campaign_price, rows[1].extra_discount),
        (None, None)
    );
}

#[test]
fn encodings_line_ends_and_separators_make_no_difference() {
    let (plain, _) = read(&open(WIDE.as_bytes()), JOB, &settings(Currency::Usd));
    let with_chinese = WIDE.replace("Toys", "玩具，家用");
    let (chinese, _) = read(
        &open(with_chinese.as_bytes()),
        JOB,
        &settings(Currency::Usd),
    );
    let utf_16 = |text: &str, big: bool, mark: bool| -> Vec<u8> {
        let units = mark
            .then_some(0xFEFF)
            .into_iter()
            .chain(text.encode_utf16());
        units
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    };
    for (big, mark) in [(false, true), (false, false), (true, true), (true, false)] {
        let table = open(&utf_16(&with_chinese, big, mark));
        let expected = if big {
            TextEncoding::Utf16Be
        } else {
            TextEncoding::Utf16Le
        };
        assert_eq!(table.encoding(), Some(expected));
        assert_eq!(read(&table, JOB, &settings(Currency::Usd)).0, chinese);
    }
    let (gb, _, lossy) = encoding_rs::GB18030.encode(&with_chinese);
    assert!(!lossy);
    let table = open(&gb);
    assert_eq!(table.encoding(), Some(TextEncoding::Gb18030));
    assert_eq!(read(&table, JOB, &settings(Currency::Usd)).0, chinese);
    let marked = format!("\u{FEFF}{WIDE}");
    let no_end = WIDE.trim_end();
    for text in [marked.as_str(), no_end] {
        assert_eq!(
            read(&open(text.as_bytes()), JOB, &settings(Currency::Usd)).0,
            plain
        );
    }
    for end in ["\r\n", "\r"] {
        // The line break inside of the quotes is part of a title and stays.
        let text = WIDE
            .replace("two\nlines", "two\u{1}lines")
            .replace('\n', end)
            .replace('\u{1}', "\n");
        assert_eq!(
            read(&open(text.as_bytes()), JOB, &settings(Currency::Usd)).0,
            plain,
            "{end:?}"
        );
    }
}

const PRICES: &str = "SKU ID;Cost;Shipping\n1;12,50;1.000\n2;1.234,56;2\n3;x;5,\n";

#[test]
fn semicolons_and_decimal_commas_are_told_from_the_whole_file() {
    for head in ["", "sep=;\n"] {
        let table = open(format!("{head}{PRICES}").as_bytes());
        let (rows, problems) = read(&table, &[Target::Costs], &settings(Currency::Usd));
        assert_eq!(rows[0].unit_cost, usd("12.5"));
        // In a file of decimal commas 1.000 is a thousand.
        assert_eq!(rows[0].shipping_charge, usd("1000"));
        assert_eq!(rows[1].unit_cost, usd("1234.56"));
        assert_eq!(problems.len(), 1);
        assert_eq!(
            (problems[0].column.as_deref(), &problems[0].trouble),
            (Some("Cost"), &Trouble::NotANumber)
        );
        assert_eq!(problems[0].row, if head.is_empty() { 4 } else { 5 });
    }
}

#[test]
fn a_mark_that_stays_unclear_is_asked_for_and_never_guessed() {
    let table = open(b"sku_id\tcost\n1\t1,234\n2\t5\n");
    let mapping = table.guess(&[Target::Costs]).mapping;
    let unknown = settings(Currency::Usd);
    assert_eq!(
        table.questions(&mapping, &unknown),
        [Question::DecimalMark { column: 1 }]
    );
    let (rows, problems) = read(&table, &[Target::Costs], &unknown);
    assert_eq!(rows.len(), 1);
    assert_eq!(problems[0].trouble, Trouble::NumberUnclear);
    let point = Settings {
        decimal_mark: Some(DecimalMark::Point),
        ..unknown
    };
    assert_eq!(
        read(&table, &[Target::Costs], &point).0[0].unit_cost,
        usd("1234")
    );
    let comma = Settings {
        decimal_mark: Some(DecimalMark::Comma),
        ..unknown
    };
    assert_eq!(
        read(&table, &[Target::Costs], &comma).1[0].trouble,
        Trouble::NumberTooFine { digits: 2 }
    );
    // A currency without minor unit leaves only thousands.
    let (rows, _) = read(&table, &[Target::Costs], &settings(Currency::Vnd));
    assert_eq!(
        rows[0].unit_cost,
        Some(Money::from_minor(1234, Currency::Vnd))
    );
}

#[test]
fn a_column_that_uses_both_marks_is_unclear() {
    let table = open(b"sku_id;cost\n1;12,50\n2;12.50\n3;1.234\n");
    let mapping = table.guess(&[Target::Costs]).mapping;
    assert_eq!(table.questions(&mapping, &settings(Currency::Usd)).len(), 1);
    let (rows, problems) = read(&table, &[Target::Costs], &settings(Currency::Usd));
    assert_eq!(rows.len(), 2);
    assert_eq!(
        (problems[0].row, &problems[0].trouble),
        (4, &Trouble::NumberUnclear)
    );
}

#[test]
fn names_are_known_in_chinese_in_any_order_and_case() {
    let text = "成本价,SKU编号, 商品ID ,活动价,额外折扣\n7,s1,p1,9.99,5%\n";
    let table = open(text.as_bytes());
    let guess = table.guess(&[Target::Costs, Target::Plan]);
    assert_eq!(
        guess.mapping.columns,
        [
            Field::UnitCost,
            Field::SkuId,
            Field::ProductId,
            Field::CampaignPrice,
            Field::ExtraDiscountPercent
        ]
        .map(Some)
    );
    let (rows, _) = read(
        &table,
        &[Target::Costs, Target::Plan],
        &settings(Currency::Usd),
    );
    assert_eq!(rows[0].campaign_price, usd("9.99"));
    assert_eq!(rows[0].extra_discount, Some("5".parse().unwrap()));
}

#[test]
fn doubled_and_similar_names_are_asked_for() {
    let own = open(b"sku_id,COGS,Unit cost\n1,2,3\n").guess(&[Target::Costs]);
    assert_eq!(
        own.mapping.columns[2],
        Some(Field::UnitCost),
        "its own name comes before a synonym"
    );
    assert!(own.is_sure());
    let doubled = open(b"sku_id,COGS,cost price\n1,2,3\n").guess(&[Target::Costs]);
    assert_eq!(doubled.doubled, [Field::UnitCost]);
    assert_eq!(doubled.missing, [Field::UnitCost]);
    assert!(!doubled.is_sure());
    let similar = open(b"sku_id,campain price\n1,2\n").guess(&[Target::Plan]);
    assert_eq!(similar.mapping.columns[1], Some(Field::CampaignPrice));
    assert_eq!(similar.certainty[1], Some(Certainty::Similar));
    assert!(!similar.is_sure());
}

#[test]
fn the_layout_code_ignores_how_names_are_written_and_notices_their_order() {
    let code = |header: &str| open(format!("{header}\n1,2\n").as_bytes()).fingerprint();
    assert_eq!(code("SKU ID,Cost"), code("sku_id, COST "));
    assert_ne!(code("SKU ID,Cost"), code("Cost,SKU ID"));
    assert_eq!(code("SKU ID,Cost").len(), 24);
}

#[test]
fn a_note_above_the_header_and_blank_rows_keep_the_row_numbers() {
    let table = open(b"My costs of May\n\nsku_id,cost\n\n\na,1\n,,\nb,x\n");
    assert_eq!((table.header_row(), table.rows()), (3, 2));
    let (rows, problems) = read(&table, &[Target::Costs], &settings(Currency::Usd));
    assert_eq!(rows[0].row, 6);
    let last = problems.last().unwrap();
    assert_eq!((last.row, last.value.as_deref()), (8, Some("x")));
}

#[test]
fn a_table_without_header_or_a_needed_column_is_refused() {
    let input = Input::from(b"1,2,3\n4,5,6\n".as_slice());
    let error = Table::open(&input, &Choices::default()).unwrap_err();
    assert_eq!(
        (*error.trouble, error.place.row),
        (Trouble::NoHeader, Some(1))
    );
    let table = open(b"sku_id,size\n1,2\n");
    let mapping = table.guess(&[Target::Costs]).mapping;
    let error = table
        .read_rows(&mapping, &[Target::Costs], &settings(Currency::Usd), |_| {
            ControlFlow::Continue(())
        })
        .unwrap_err();
    assert_eq!(
        *error.trouble,
        Trouble::NotMapped {
            field: "unit_cost".into()
        }
    );
}

#[test]
fn a_header_alone_is_a_table_of_no_rows() {
    let table = open(b"sku_id,cost");
    assert_eq!((table.rows(), table.header().len()), (0, 2));
}

#[test]
fn every_problem_of_a_row_is_listed() {
    let table = open(b"product_id,sku_id,price,stock,shipping\n,1.7E+18,free,-1,9,more\n");
    let (_, problems) = read(&table, &[Target::Catalogue], &settings(Currency::Usd));
    let found: Vec<_> = problems
        .iter()
        .map(|one| (one.column.as_deref().unwrap(), one.trouble.clone()))
        .collect();
    assert_eq!(
        found,
        [
            ("sku_id", Trouble::DamagedId),
            ("price", Trouble::NotANumber),
            ("stock", Trouble::Negative),
            ("product_id", Trouble::MissingValue),
            ("F", Trouble::ExtraCells { columns: 5 }),
        ]
    );
}

#[test]
fn price_history_takes_kinds_and_moments_of_the_shops_zone() {
    let text = "sku_id,price,kind,from,until\n1,9.99,flash sale,2026-03-01,2026-03-02 12:00\n1,8,促销价,1/3/2026,31/3/2026\n";
    let table = open(text.as_bytes());
    let (rows, problems) = read(&table, &[Target::PriceHistory], &settings(Currency::Usd));
    assert_eq!(problems, []);
    assert_eq!(rows[0].history_kind, Some(PriceKind::Promotion));
    assert_eq!(
        rows[0].history_until.unwrap().to_rfc3339(),
        "2026-03-02T20:00:00+00:00"
    );
    assert_eq!(
        (rows[1].history_kind, rows[1].history_price),
        (Some(PriceKind::Promotion), usd("8"))
    );
    // The last day of March shows which comes first, here as in the column beside.
    assert_eq!(
        rows[1].history_from.unwrap().to_rfc3339(),
        "2026-03-01T08:00:00+00:00"
    );
}

#[test]
fn dates_that_may_be_either_way_round_are_asked_for() {
    let table = open(b"sku_id,price,from\n1,9.99,3/4/2026\n");
    let mapping = table.guess(&[Target::PriceHistory]).mapping;
    let unknown = settings(Currency::Usd);
    assert_eq!(
        table.questions(&mapping, &unknown),
        [Question::DayOrder { column: 2 }]
    );
    let (_, problems) = read(&table, &[Target::PriceHistory], &unknown);
    assert_eq!(problems[0].trouble, Trouble::DateUnclear);
    let known = Settings {
        day_order: Some(DayOrder::DayFirst),
        ..unknown
    };
    assert!(table.questions(&mapping, &known).is_empty());
    let (rows, _) = read(&table, &[Target::PriceHistory], &known);
    assert_eq!(
        rows[0].history_from.unwrap().to_rfc3339(),
        "2026-04-03T07:00:00+00:00"
    );
}

#[test]
fn a_workbook_is_a_table_too_with_exact_numbers_and_dates() {
    let number = |text: &str| Value::Number(text.into());
    let mut tab = Tab::named("Costs")
        .row(["sku_id", "price", "from", "cost", "stock"])
        .row([
            Value::from("1729390000000000456"),
            number("19.989999999999998"),
            number("46082.5"),
            number("1E2"),
            number("12.0"),
        ])
        .row([
            number("1729390000000000456"),
            number("0.005"),
            Value::Error("#REF!".into()),
            Value::Formula("A1*2".into(), None),
            number("1.5"),
        ])
        .row([
            number("1000012"),
            number("1e30"),
            number("46082"),
            Value::Formula("1+1".into(), Some("2".into())),
            number("NaN"),
        ]);
    for row in &mut tab.rows[1..] {
        row[2].1 = Style::Date as u32;
    }
    let mut hidden = Tab::named("Hidden").row(["sku_id", "cost"]);
    hidden.hidden = true;
    let table = open(&Book::of([hidden, tab]).bytes());
    assert_eq!((table.sheet(), table.sheets().len()), (Some("Costs"), 2));
    let mapping = Mapping {
        columns: [
            Field::SkuId,
            Field::HistoryPrice,
            Field::HistoryFrom,
            Field::UnitCost,
            Field::Stock,
        ]
        .map(Some)
        .into(),
    };
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    table
        .read_rows(
            &mapping,
            &[Target::PriceHistory],
            &settings(Currency::Usd),
            |stated| {
                match stated {
                    Stated::Row(row) => rows.push(*row),
                    Stated::Refused(refused, _) => problems.extend(refused),
                }
                ControlFlow::Continue(())
            },
        )
        .unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].history_price, rows[0].unit_cost, rows[0].stock),
        (usd("19.99"), usd("100"), Some(12))
    );
    assert_eq!(
        rows[0].history_from.unwrap().to_rfc3339(),
        "2026-03-01T20:00:00+00:00"
    );
    let found: Vec<_> = problems
        .iter()
        .map(|one| (one.row, one.column.as_deref().unwrap(), one.trouble.clone()))
        .collect();
    assert_eq!(
        found,
        [
            (3, "sku_id", Trouble::DamagedId),
            (3, "price", Trouble::NumberTooFine { digits: 2 }),
            (3, "from", Trouble::ErrorCell),
            (3, "cost", Trouble::FormulaWithoutResult),
            (3, "stock", Trouble::NotWhole),
            (4, "price", Trouble::NumberTooLarge),
            (4, "stock", Trouble::NotANumber),
        ]
    );
}

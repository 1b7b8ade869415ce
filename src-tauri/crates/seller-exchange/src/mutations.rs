//! Good files, damaged at random: no reader may panic or run away, whatever it is given.
//!
//! A few thousand damaged files in an ordinary test run, and `PROMODESK_FAULT_TIMES` times as many
//! where that is set. A failure is repeated by its number, which the panic's line before names.

use crate::samples::{self, BatchEditOptions, Book, FailRow, PrefillRow, SampleSku, Tab};
use crate::table::{Choices, Settings, Table, Target};
use crate::{Input, batch_edit, fail_report, prefill, price_template, registrations_csv, sniff};
use rust_decimal::Decimal;
use seller_domain::market::Currency;
use seller_domain::{Money, SkuId, Zone};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// So many of each in an ordinary run.
const WORKBOOKS: u64 = 1_200;
const TEXTS: u64 = 1_800;

/// No damaged file may keep a reader longer, in the slowest build too.
const PATIENCE: Duration = Duration::from_secs(2);

/// xorshift64*: the same damage for the same number.
struct Dice(u64);

impl Dice {
    fn of(number: u64) -> Self {
        Self(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        drawn as usize % limit.max(1)
    }
}

/// Workbooks, and tables of text.
fn good_files() -> [Vec<Vec<u8>>; 2] {
    let sku = SampleSku {
        product_id: "1729380000000000123".into(),
        sku_id: "1729390000000000456".into(),
        title: "Lamp, \"促销\" 👩‍👩‍👧".into(),
        price: "19.99".into(),
        stock: "12".into(),
        category: "Toys (601277)".into(),
        ..SampleSku::default()
    };
    let listed = PrefillRow {
        product_id: sku.product_id.clone(),
        sku_id: sku.sku_id.clone(),
        price_range: ">=1 and <99000".into(),
        campaign_price: "=E3*0.9".into(),
        stock_range: ">5".into(),
        ..PrefillRow::default()
    };
    let failed = FailRow {
        sku_id: sku.sku_id.clone(),
        maximum: "18.00".into(),
        reason: "Campaign price must be less than or equal to $18.00\r\n\r\nProduct is not active"
            .into(),
        ..FailRow::default()
    };
    let csv = "sku_id;product_id;price;cost;title;from;stock\n\
               1729390000000000456;1729380000000000123;1.234,50;12,50;\"two\nlines\";31/3/2026;5\n\
               1729390000000000457;1729380000000000123;9,99;1,20;\"促销 \"\"q\"\"\";1/4/2026;0\n";
    let utf_16: Vec<u8> = csv.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let inline = BatchEditOptions {
        inline_texts: true,
        ..BatchEditOptions::default()
    };
    let workbooks = vec![
        samples::batch_edit(&[sku.clone(), sku.clone()], &BatchEditOptions::default()),
        samples::batch_edit(&[sku], &inline),
        samples::prefill(&[listed.clone(), listed]),
        samples::fail_report(&[failed]),
        samples::price_template(&[("1", "2", "3.5", Some("4"))]),
        Book::of([Tab::named("Costs")
            .row(["sku_id", "cost"])
            .row(["1", "2,50"])])
        .bytes(),
    ];
    let texts = vec![
        csv.as_bytes().to_vec(),
        utf_16,
        encoding_rs::GB18030.encode(csv).0.into_owned(),
        format!(
            "{}\n{}\n",
            registrations_csv::KEYS.join(","),
            "x,".repeat(16)
        )
        .into_bytes(),
    ];
    [workbooks, texts]
}

const SPLICES: &[&[u8]] = &[
    b"\"",
    b"<",
    b">",
    b"&",
    b"&#x0;",
    b"</row>",
    b"<row r=\"0\">",
    b"<c r=\"ZZZZ9\">",
    b"r=\"4294967296\"",
    b"<f>",
    b"</c>",
    b"\0",
    b"\r\n",
    b"\xFF\xFE",
    b"\xEF\xBB\xBF",
    b"1e999",
    b"-",
    b",,,,",
    b"]]>",
    b"<!--",
    b"<!DOCTYPE x>",
    b"<![CDATA[",
    b"NaN",
    b"99999999999999999999999999999",
    b"s=\"-1\"",
    b"t=\"s\"",
];

fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len());
        match dice.below(6) {
            0 => bytes.truncate(at),
            1 => {
                let end = (at + dice.below(40)).min(bytes.len());
                bytes.drain(at..end);
            }
            2 => {
                let splice = SPLICES[dice.below(SPLICES.len())];
                bytes.splice(at..at, splice.iter().copied());
            }
            3 => {
                let end = (at + dice.below(60)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                let to = dice.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = dice.below(256) as u8;
                }
            }
        }
    }
}

/// Damages a part inside of a workbook, or the file itself.
fn damaged(good: &[u8], dice: &mut Dice) -> Vec<u8> {
    let archive = zip::ZipArchive::new(Cursor::new(good));
    let Some(mut archive) = archive.ok().filter(|_| dice.below(4) > 0) else {
        let mut bytes = good.to_vec();
        damage(&mut bytes, dice);
        return bytes;
    };
    let chosen = dice.below(archive.len());
    let mut book = Book::default();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        if at == chosen {
            damage(&mut content, dice);
        }
        let name = entry.name().unwrap().into_owned();
        book.parts.push((name, content));
    }
    book.bytes()
}

fn read_in_every_way(input: &Input, folder: &std::path::Path) {
    let continued = || ControlFlow::Continue(());
    let zone = Zone(chrono_tz::America::Los_Angeles);
    let _ = sniff::recognise(input);
    let _ = batch_edit::read(input, Currency::Usd);
    let _ = prefill::read(input, Currency::Idr);
    let _ = price_template::read(input, Currency::Usd);
    let _ = fail_report::read(input, Currency::Usd);
    let _ = registrations_csv::read(input, Currency::Usd, zone, |_| continued());
    let fill = prefill::Fill {
        campaign_price: Money::from_minor(1, Currency::Usd),
        campaign_stock: Some(Decimal::ONE),
    };
    let registered = HashMap::from([(SkuId::new("1729390000000000456"), fill)]);
    let target = folder.join("filled.xlsx");
    if prefill::fill_in_place(input, &target, &registered).is_ok() {
        let _ = prefill::read(&target.into(), Currency::Usd);
    }
    let targets = [Target::Catalogue, Target::Costs, Target::PriceHistory];
    let settings = Settings {
        currency: Currency::Usd,
        zone,
        decimal_mark: None,
        day_order: None,
    };
    if let Ok(table) = Table::open(input, &Choices::default()) {
        let mapping = table.guess(&targets).mapping;
        let _ = table.questions(&mapping, &settings);
        let _ = table.read_rows(&mapping, &[Target::Costs], &settings, |_| continued());
    }
}

/// Reads a file once, and once more where that took too long: another program may have had the
/// machine.
#[expect(clippy::disallowed_methods, reason = "what is tested is the time")]
fn time_to_read(file: &[u8], folder: &std::path::Path) -> Duration {
    let once = || {
        let started = Instant::now();
        read_in_every_way(&file.to_vec().into(), folder);
        started.elapsed()
    };
    let mut took = once();
    if took > PATIENCE {
        took = took.min(once());
    }
    assert!(took <= PATIENCE, "{took:?} for {} bytes", file.len());
    took
}

#[test]
fn no_damaged_file_makes_a_reader_panic() {
    let asked = std::env::var("PROMODESK_FAULT_TIMES");
    let factor: u64 = asked.map_or(1, |factor| factor.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let mut slowest = Duration::ZERO;
    for (good, ordinary) in good_files().into_iter().zip([WORKBOOKS, TEXTS]) {
        for number in 0..ordinary * factor {
            println!("damaged file {number} of {}", ordinary * factor);
            let mut dice = Dice::of(number + 1);
            let file = damaged(&good[number as usize % good.len()], &mut dice);
            slowest = slowest.max(time_to_read(&file, folder.path()));
        }
    }
    println!("the slowest took {slowest:?}");
}

//! Reads a file as the import does and says what was found, to be timed from outside:
//! `cargo run --release -p seller-exchange --example read_file -- FILE [CURRENCY]`.

use seller_domain::Zone;
use seller_domain::market::Currency;
use seller_exchange::table::{Choices, Settings, Stated, Table, Target};
use seller_exchange::{FileError, FileKind, Input, batch_edit, sniff};
use std::ops::ControlFlow;
use std::path::PathBuf;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(path) = arguments.next() else {
        eprintln!("name the file to read");
        return;
    };
    let code = arguments.next().unwrap_or_else(|| "USD".to_owned());
    let currency = Currency::from_code(&code).unwrap_or(Currency::Usd);
    let input = Input::from(PathBuf::from(path));
    if let Err(error) = read(&input, currency) {
        eprintln!("{}", error.text(seller_domain::Language::English));
        std::process::exit(1);
    }
}

fn read(input: &Input, currency: Currency) -> Result<(), FileError> {
    let kind = sniff::recognise(input)?.kind;
    println!("{kind:?}");
    if kind == FileKind::BatchEdit {
        let found = batch_edit::read(input, currency)?;
        println!(
            "{} rows, {} problems",
            found.rows.len(),
            found.problems.total
        );
        return Ok(());
    }
    let table = Table::open(input, &Choices::default())?;
    let targets = [Target::Catalogue, Target::PriceHistory, Target::Plan];
    let guess = table.guess(&targets);
    println!("{:?}", guess.mapping.columns);
    let settings = Settings {
        currency,
        zone: Zone(chrono_tz::UTC),
        decimal_mark: None,
        day_order: None,
    };
    let (mut rows, mut problems) = (0u32, 0usize);
    table.read_rows(&guess.mapping, &targets, &settings, |stated| {
        match stated {
            Stated::Row(_) => rows += 1,
            Stated::Refused(refused, _) => problems += refused.len(),
        }
        ControlFlow::Continue(())
    })?;
    println!("{rows} rows, {problems} problems");
    Ok(())
}

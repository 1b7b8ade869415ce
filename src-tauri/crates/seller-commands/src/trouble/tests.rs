use super::*;
use seller_store::space::Needed;
use seller_store::{Damage, FileAct, NotAShop, RowMismatch, StepObstacle, StuckStep};
use std::io;
use std::path::PathBuf;

/// One value for each pattern. The patterns are all there are, or this does not compile: a new
/// kind is asked for its Chinese here.
macro_rules! one_of_each {
    ($($pattern:pat => $value:expr,)+) => {{
        let _all = |one: &_| match one {
            $($pattern => (),)+
        };
        vec![$($value),+]
    }};
}

/// English words that are no proper names: letters in a row with a small one among them.
fn english_in(text: &str) -> Vec<&str> {
    const NAMES: [&str; 2] = ["Promodesk", "SQLite"];
    text.split(|letter: char| !letter.is_ascii_alphabetic())
        .filter(|word| word.contains(|letter: char| letter.is_ascii_lowercase()))
        .filter(|word| !NAMES.contains(word))
        .collect()
}

/// The numbers of a text.
fn figures(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_ascii_digit())
        .filter(|figure| !figure.is_empty())
        .collect()
}

fn says_the_same_in_chinese(error: &dyn std::fmt::Debug, english: &str, chinese: &str) {
    assert_eq!(english_in(chinese), [""; 0], "{error:?}: {chinese}");
    assert!(chinese.ends_with('。'), "{error:?}: {chinese}");
    for figure in figures(english) {
        assert!(figures(chinese).contains(&figure), "{english}: {chinese}");
    }
}

fn path() -> PathBuf {
    PathBuf::from("/店铺/5.5")
}

fn id() -> String {
    "1729380000000000001".to_owned()
}

fn every_act() -> Vec<FileAct> {
    use FileAct as A;
    one_of_each! {
        A::LookingAtShopFile => A::LookingAtShopFile,
        A::OpeningShopFile => A::OpeningShopFile,
        A::ReadingShopFile => A::ReadingShopFile,
        A::CreatingShopFile => A::CreatingShopFile,
        A::WritingShopFile => A::WritingShopFile,
        A::CreatingLockFile => A::CreatingLockFile,
        A::LockingShopFile => A::LockingShopFile,
        A::PuttingForeignLogAside => A::PuttingForeignLogAside,
        A::RemovingLogIndex => A::RemovingLogIndex,
        A::MakingFolder => A::MakingFolder,
        A::RemovingUnfinishedFile => A::RemovingUnfinishedFile,
        A::ListingBackups => A::ListingBackups,
        A::MakingBackupFolder => A::MakingBackupFolder,
        A::CreatingBackup => A::CreatingBackup,
        A::RemovingUnfinishedCopy => A::RemovingUnfinishedCopy,
        A::KeepingDamagedFile => A::KeepingDamagedFile,
    }
}

fn every_obstacle() -> Vec<StepObstacle> {
    let stuck = one_of_each! {
        StuckStep::Forgotten => StuckStep::Forgotten,
        StuckStep::Incomplete => StuckStep::Incomplete,
        StuckStep::OlderProgram => StuckStep::OlderProgram,
    };
    let mismatches = one_of_each! {
        RowMismatch::Gone => RowMismatch::Gone,
        RowMismatch::Changed => RowMismatch::Changed,
        RowMismatch::ThereAlready => RowMismatch::ThereAlready,
        RowMismatch::Unfit => RowMismatch::Unfit,
    };
    let step = |why| StepObstacle::Step {
        seq: 41,
        command: "sku_edit".to_owned(),
        why,
    };
    let row = |mismatch| StepObstacle::Row {
        table: "sku".to_owned(),
        mismatch,
    };
    let mut all = one_of_each! {
        StepObstacle::Row { .. } => row(RowMismatch::Gone),
        StepObstacle::StillReferredTo => StepObstacle::StillReferredTo,
        StepObstacle::Step { .. } => step(StuckStep::Forgotten),
    };
    all.extend(stuck.into_iter().map(step));
    all.extend(mismatches.into_iter().map(row));
    all
}

fn every_store_error() -> Vec<StoreError> {
    use StoreError as E;
    let detail = || "UNIQUE constraint failed: product.id".to_owned();
    let mut all = one_of_each! {
        E::DiskFull => E::DiskFull,
        E::NoRoom { .. } => E::NoRoom {
            folder: PathBuf::from("/数据"),
            needed: Needed::AtLeast(5_000_000),
            free: 1_000_000,
        },
        E::Disk { .. } => E::Disk { detail: "disk I/O error".to_owned() },
        E::Corrupt { .. } => E::Corrupt { detail: "database disk image is malformed".to_owned() },
        E::Busy => E::Busy,
        E::ReadOnly => E::ReadOnly,
        E::Constraint { .. } => E::Constraint { detail: detail() },
        E::NoShop => E::NoShop,
        E::Absent { .. } => E::Absent { what: "registered product in campaign", id: id() },
        E::Incomplete { .. } => E::Incomplete { what: "SKU", id: id(), missing: "retail price" },
        E::Elsewhere { .. } => E::Elsewhere { sku_id: id(), product_id: "2".to_owned() },
        E::StillRegistered { .. } => E::StillRegistered {
            product_id: id(),
            state: "pending".to_owned(),
        },
        E::CodeInUse { .. } => E::CodeInUse {
            claim_code: "SUNNY7".to_owned(),
            coupon: "春季".to_owned(),
        },
        E::OtherCurrency { .. } => E::OtherCurrency {
            what: "the unit cost",
            found: "EUR".to_owned(),
            shop: "USD".to_owned(),
        },
        E::CurrencyFixed { .. } => E::CurrencyFixed {
            shop: "USD".to_owned(),
            wanted: "GBP".to_owned(),
        },
        E::TooFine { .. } => E::TooFine {
            what: "the campaign price",
            value: "12.345 USD".to_owned(),
        },
        E::Unreadable { .. } => E::Unreadable { what: "time", value: "gestern".to_owned() },
        E::CannotStep { .. } => E::CannotStep { reason: StepObstacle::StillReferredTo },
        E::Unrecorded { .. } => E::Unrecorded { written: 7, recorded: 6 },
        E::Io { .. } => E::Io {
            doing: FileAct::CreatingBackup,
            path: path(),
            source: io::ErrorKind::PermissionDenied.into(),
        },
        E::Backup { .. } => E::Backup {
            path: path(),
            reason: Box::new(OpenError::Newer { path: path(), found: 99, known: 7 }),
        },
        // Told as a fault of the program, never in its own words.
        E::Database(_) => E::Unrecorded { written: 7, recorded: 6 },
    };
    all.extend(
        every_obstacle()
            .into_iter()
            .map(|reason| E::CannotStep { reason }),
    );
    all.extend(every_act().into_iter().map(|doing| E::Io {
        doing,
        path: path(),
        source: io::ErrorKind::NotFound.into(),
    }));
    all
}

fn every_open_error() -> Vec<OpenError> {
    use OpenError as E;
    let whats = one_of_each! {
        NotAShop::OtherProgram => NotAShop::OtherProgram,
        NotAShop::Folder => NotAShop::Folder,
        NotAShop::Empty => NotAShop::Empty,
        NotAShop::NoDatabase => NotAShop::NoDatabase,
        NotAShop::TooShort => NotAShop::TooShort,
    };
    let damages = one_of_each! {
        Damage::Overwritten(_) => Damage::Overwritten(NotAShop::Empty),
        Damage::CutOff { .. } => Damage::CutOff { left: 8192, stated: 40960 },
        Damage::Pages(_) => Damage::Pages("row missing from index sku_of".to_owned()),
    };
    let corrupt = |detail| E::Corrupt {
        path: path(),
        detail,
        backups: Vec::new(),
    };
    let name = || "registrations".to_owned();
    let mut all = one_of_each! {
        E::Missing { .. } => E::Missing { path: path() },
        E::Exists { .. } => E::Exists { path: path() },
        E::AlreadyOpen { .. } => E::AlreadyOpen { path: path() },
        E::Older { .. } => E::Older { path: path(), found: 4, known: 7 },
        E::Newer { .. } => E::Newer { path: path(), found: 99, known: 7 },
        E::Foreign { .. } => E::Foreign { path: path(), what: NotAShop::Folder },
        E::Corrupt { .. } => corrupt(Damage::Overwritten(NotAShop::NoDatabase)),
        E::OtherSchema { .. } => E::OtherSchema { path: path(), version: 4, name: name() },
        E::Migration { .. } => E::Migration {
            path: path(),
            version: 4,
            name: name(),
            source: Box::new(StoreError::DiskFull),
            backup: None,
        },
        E::SqliteTooOld { .. } => E::SqliteTooOld { found: "3.45.0", needed: "3.51.3" },
        E::Io { .. } => E::Io {
            doing: FileAct::OpeningShopFile,
            path: path(),
            source: io::ErrorKind::ReadOnlyFilesystem.into(),
        },
        E::Store { .. } => E::Store { path: path(), source: Box::new(StoreError::Busy) },
    };
    all.extend(
        whats
            .into_iter()
            .map(|what| E::Foreign { path: path(), what }),
    );
    all.extend(damages.into_iter().map(corrupt));
    all
}

#[test]
fn every_error_of_a_read_or_write_is_said_in_chinese_throughout() {
    for error in every_store_error() {
        let (english, to_do) = store_words(&error, Language::English);
        let (problem, remedy) = store_words(&error, Language::SimplifiedChinese);
        says_the_same_in_chinese(&error, &english, &problem);
        says_the_same_in_chinese(&error, &to_do, &remedy);
        if let StoreError::Absent { .. } = error {
            let CommandError::NotFound { message, .. } =
                store_answer(&error, Language::SimplifiedChinese)
            else {
                panic!("{error}");
            };
            says_the_same_in_chinese(&error, &english, &message);
        }
    }
}

#[test]
fn every_error_of_opening_is_said_in_chinese_throughout() {
    for error in every_open_error() {
        let (english, to_do) = open_words(&error, Language::English);
        let (problem, remedy) = open_words(&error, Language::SimplifiedChinese);
        says_the_same_in_chinese(&error, &english, &problem);
        says_the_same_in_chinese(&error, &to_do, &remedy);
    }
}

#[test]
fn a_damaged_a_newer_and_a_held_file_are_told_with_their_figures() {
    let said = |error: OpenError| open_words(&error, Language::SimplifiedChinese);
    assert_eq!(
        said(OpenError::Newer {
            path: path(),
            found: 99,
            known: 7
        }),
        (
            "店铺文件“/店铺/5.5”由更新版本的 Promodesk 写入：其结构版本为 99，本程序最高支持 7。"
                .to_owned(),
            "请安装更新版本的 Promodesk 后再打开。文件未被更改。".to_owned()
        )
    );
    let denied = OpenError::Io {
        doing: FileAct::CreatingLockFile,
        path: path(),
        source: io::ErrorKind::PermissionDenied.into(),
    };
    assert_eq!(said(denied).0, "新建锁文件“/店铺/5.5”时出错：没有权限。");
    let cut = OpenError::Corrupt {
        path: path(),
        detail: Damage::CutOff {
            left: 8192,
            stated: 40960,
        },
        backups: Vec::new(),
    };
    assert_eq!(
        said(cut).0,
        "店铺文件“/店铺/5.5”已损坏：只剩 8192 字节，应有 40960 字节。"
    );
}

#[test]
fn a_fault_of_the_program_is_told_in_the_language_of_the_call() {
    let broken = StoreError::Unrecorded {
        written: 7,
        recorded: 6,
    };
    let fault = store_answer(&broken, Language::SimplifiedChinese);
    let CommandError::Bug { message } = fault.said_in(Language::SimplifiedChinese) else {
        panic!("{broken}");
    };
    assert_eq!(english_in(&message), [""; 0], "{message}");
}

#[test]
fn every_error_of_the_planner_is_said_in_chinese_throughout() {
    use seller_domain::{Currency, Money, Percent};
    use seller_planner::UnknownTerms;
    use seller_planner::profit::NotAPrice;
    use seller_planner::strategy::{CannotFill, NoRounding};
    let money = || Money::from_minor(1999, Currency::Usd);
    let terms = one_of_each! {
        UnknownTerms::NoFigure(_) => UnknownTerms::NoFigure("campaign.service_fee_rate"),
        UnknownTerms::TooFine { .. } => UnknownTerms::TooFine {
            what: "a coupon's seller maximum",
            value: money(),
        },
    };
    let roundings = one_of_each! {
        NoRounding::Step(_) => NoRounding::Step(money()),
        NoRounding::Ending { .. } => NoRounding::Ending { ending: money(), every: money() },
    };
    let mut fills = one_of_each! {
        CannotFill::Terms(_) => CannotFill::Terms(terms[0].clone()),
        CannotFill::Rounding(_) => CannotFill::Rounding(roundings[0]),
        CannotFill::Discount(_) => CannotFill::Discount(Percent::whole(101)),
        CannotFill::Distance(_) => CannotFill::Distance(money()),
    };
    fills.extend(terms.into_iter().map(CannotFill::Terms));
    fills.extend(roundings.into_iter().map(CannotFill::Rounding));
    for why in fills {
        let [english, chinese] = [Language::English, Language::SimplifiedChinese]
            .map(|language| fill_words(&why, language));
        says_the_same_in_chinese(&why, &english, &chinese);
    }
    let prices = one_of_each! {
        NotAPrice::TooFine(_) => NotAPrice::TooFine(money()),
        NotAPrice::Foreign { .. } => NotAPrice::Foreign { price: money(), shop: Currency::Gbp },
    };
    for why in prices {
        let [english, chinese] = [Language::English, Language::SimplifiedChinese]
            .map(|language| price_words(&why, language));
        says_the_same_in_chinese(&why, &english, &chinese);
    }
}

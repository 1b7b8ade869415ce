use super::*;

#[test]
fn a_file_error_names_place_value_reason_and_remedy() {
    let error = FileError::at(
        Place::cell(7, "sku_id").in_sheet("Template"),
        Trouble::DamagedId,
    )
    .quoting("1.73238E+18");
    assert_eq!(
        error.text(Language::English),
        "Sheet \"Template\", row 7, column \"sku_id\", \"1.73238E+18\": a spreadsheet rounded this id; \
         its last digits are lost. Export the file again from Seller Center and import it without \
         saving it in a spreadsheet, or format the id column as text first."
    );
    assert_eq!(
        error.text(Language::SimplifiedChinese),
        "工作表“Template”，第 7 行，“sku_id”列，“1.73238E+18”：表格软件把这个编号四舍五入了，末尾的数字已丢失。\
         请从卖家中心重新导出，不要用表格软件另存就直接导入；或先把编号列设为文本格式。"
    );
}

#[test]
fn what_goes_into_a_log_holds_no_cell_text() {
    let error =
        FileError::at(Place::cell(7, "title"), Trouble::NulCharacter).quoting("Secret\0Lamp");
    assert_eq!(error.to_string(), "nul_character in row 7");
    assert_eq!(error.value.as_deref(), Some("Secret Lamp"));
}

#[test]
fn a_problem_on_the_wire_has_a_code_and_its_parameters() {
    let problem = RowProblem::cell(3, "price", "19,99", Trouble::NumberTooFine { digits: 2 });
    assert_eq!(
        serde_json::to_value(&problem).unwrap(),
        serde_json::json!({
            "row": 3, "column": "price", "value": "19,99",
            "trouble": {"code": "number_too_fine", "digits": 2}
        })
    );
}

#[test]
fn only_the_first_problems_are_kept_and_all_are_counted() {
    let mut problems = Problems::default();
    problems.extend((1..=100_005).map(|row| RowProblem::whole_row(row, Trouble::MissingValue)));
    assert_eq!((problems.listed.len(), problems.total), (100_000, 100_005));
}

#[test]
fn a_long_value_is_shortened_by_characters() {
    let long = "促".repeat(200);
    assert_eq!(shortened(&long).chars().count(), 61);
}

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

fn every_hindrance() -> Vec<Hindrance> {
    use Hindrance as H;
    one_of_each! {
        H::NotFound => H::NotFound,
        H::PermissionDenied => H::PermissionDenied,
        H::ReadOnly => H::ReadOnly,
        H::AlreadyExists => H::AlreadyExists,
        H::IsAFolder => H::IsAFolder,
        H::NotAFolder => H::NotAFolder,
        H::InUse => H::InUse,
        H::NoSpace => H::NoSpace,
        H::BadName => H::BadName,
        H::TooLarge => H::TooLarge,
        H::OtherDisk => H::OtherDisk,
        H::Disconnected => H::Disconnected,
        H::Interrupted => H::Interrupted,
        H::CutShort => H::CutShort,
        H::InvalidData => H::InvalidData,
        H::RowsUnread => H::RowsUnread,
        H::NoWorkbook => H::NoWorkbook,
        H::Unknown { .. } => H::Unknown { text: "系统的原话".to_owned() },
    }
}

fn every_kind() -> Vec<FileKind> {
    use FileKind as K;
    one_of_each! {
        K::BatchEdit => K::BatchEdit,
        K::CampaignPrefill => K::CampaignPrefill,
        K::PriceTemplate => K::PriceTemplate,
        K::FailReport => K::FailReport,
        K::Settlement => K::Settlement,
        K::Registrations => K::Registrations,
        K::Table => K::Table,
    }
}

fn every_trouble() -> Vec<Trouble> {
    use Trouble as T;
    let part = || "[1]".to_owned();
    let column = || "价格".to_owned();
    one_of_each! {
        T::CannotRead { .. } => T::CannotRead { reason: Hindrance::NotFound },
        T::CannotWrite { .. } => T::CannotWrite { reason: Hindrance::IsAFolder },
        T::DiskFull { .. } => T::DiskFull { needed: Some(5_000_000) },
        T::EmptyFile => T::EmptyFile,
        T::FileTooLarge { .. } => T::FileTooLarge { limit_megabytes: 200 },
        T::NotATable => T::NotATable,
        T::LegacyWorkbook => T::LegacyWorkbook,
        T::Encrypted => T::Encrypted,
        T::BrokenWorkbook { .. } => T::BrokenWorkbook { part: part() },
        T::TooManyParts { .. } => T::TooManyParts { limit: 10_000 },
        T::UnpacksTooLarge { .. } => T::UnpacksTooLarge { part: part() },
        T::UnsafePart => T::UnsafePart,
        T::ForbiddenXml { .. } => T::ForbiddenXml { part: part() },
        T::MissingSheet { .. } => T::MissingSheet { wanted: "模板".to_owned() },
        T::WrongKind { .. } => T::WrongKind { found: FileKind::Table, wanted: FileKind::BatchEdit },
        T::NoHeader => T::NoHeader,
        T::MissingColumns { .. } => T::MissingColumns { columns: vec![column()] },
        T::DoubledColumn { .. } => T::DoubledColumn { column: column() },
        T::NotMapped { .. } => T::NotMapped { field: column() },
        T::EncodingUnclear => T::EncodingUnclear,
        T::WrongBytes { .. } => T::WrongBytes { encoding: "GB18030".to_owned() },
        T::UnclosedQuote => T::UnclosedQuote,
        T::CellTooLarge { .. } => T::CellTooLarge { limit_kilobytes: 64 },
        T::TooManyColumns { .. } => T::TooManyColumns { limit: 500 },
        T::TooManyRows { .. } => T::TooManyRows { limit: 1_000_000 },
        T::NulCharacter => T::NulCharacter,
        T::ExtraCells { .. } => T::ExtraCells { columns: 7 },
        T::DamagedId => T::DamagedId,
        T::NotAnId => T::NotAnId,
        T::MissingValue => T::MissingValue,
        T::NotANumber => T::NotANumber,
        T::NumberUnclear => T::NumberUnclear,
        T::NumberTooLarge => T::NumberTooLarge,
        T::NumberTooFine { .. } => T::NumberTooFine { digits: 2 },
        T::OtherCurrency { .. } => T::OtherCurrency { expected: "USD".to_owned() },
        T::Negative => T::Negative,
        T::NotWhole => T::NotWhole,
        T::NotAPercentage => T::NotAPercentage,
        T::NotADate => T::NotADate,
        T::DateUnclear => T::DateUnclear,
        T::UnknownWord { .. } => T::UnknownWord { allowed: vec!["精选".to_owned()] },
        T::NotARange => T::NotARange,
        T::ErrorCell => T::ErrorCell,
        T::FormulaWithoutResult => T::FormulaWithoutResult,
        T::Disagrees { .. } => T::Disagrees { first_row: 3 },
        T::Repeated { .. } => T::Repeated { first_row: 3 },
        T::CannotKeep { .. } => T::CannotKeep { feature: WorkbookFeature::RowComments },
    }
}

/// English words that are no proper names: letters in a row with a small one among them.
fn english_in(text: &str) -> Vec<&str> {
    // Endings of file names, and the range as the platform's workbook writes it.
    const NAMES: [&str; 5] = ["xlsx", "xls", "csv", "and", "kB"];
    text.split(|letter: char| !letter.is_ascii_alphabetic())
        .filter(|word| word.contains(|letter: char| letter.is_ascii_lowercase()))
        .filter(|word| !NAMES.contains(word))
        .collect()
}

#[test]
fn every_trouble_is_said_in_chinese_throughout() {
    let hindered = every_hindrance().into_iter().flat_map(|reason| {
        let read = Trouble::CannotRead {
            reason: reason.clone(),
        };
        [read, Trouble::CannotWrite { reason }]
    });
    let kinds = every_kind().into_iter().map(|found| Trouble::WrongKind {
        found,
        wanted: FileKind::Table,
    });
    for trouble in every_trouble().into_iter().chain(hindered).chain(kinds) {
        for said in [
            trouble.reason(Language::SimplifiedChinese),
            trouble.remedy(Language::SimplifiedChinese),
        ] {
            assert!(said.ends_with('。'), "{trouble:?}: {said}");
            assert_eq!(english_in(&said), [""; 0], "{trouble:?}: {said}");
        }
    }
}

#[test]
fn the_system_s_answer_is_named_by_its_kind_and_quoted_only_where_that_is_unknown() {
    let answer = |kind: std::io::ErrorKind| Hindrance::from(std::io::Error::from(kind));
    let denied = answer(std::io::ErrorKind::PermissionDenied);
    assert_eq!(denied.text(Language::English), "permission denied");
    assert_eq!(denied.text(Language::SimplifiedChinese), "没有权限");
    let odd = Hindrance::from(std::io::Error::other("EWEIRD 123"));
    assert_eq!(odd.text(Language::SimplifiedChinese), "EWEIRD 123");
}

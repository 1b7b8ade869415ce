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

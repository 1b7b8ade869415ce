//! The platform's files, in their shapes.

use super::book::{Book, Style, Tab, Value};
use std::iter;

/// A SKU of a made-up shop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SampleSku {
    /// The product's id.
    pub product_id: String,
    /// The SKU's id.
    pub sku_id: String,
    /// The product's title.
    pub title: String,
    /// The variation.
    pub variation: String,
    /// The category with its id in brackets.
    pub category: String,
    /// The brand.
    pub brand: String,
    /// The status, a word and a number in brackets; empty: on sale.
    pub status: String,
    /// The seller's own code.
    pub seller_sku: String,
    /// The retail price.
    pub price: String,
    /// The stock.
    pub stock: String,
}

/// How a batch edit workbook is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchEditOptions {
    /// Whether it has the column `quantity`.
    pub quantity: bool,
    /// The language of the rows of explanation: `en`, `zh`, `id`, `th`, `vi`.
    pub language: String,
    /// Whether the `dimension` claims that there is no data.
    pub lying_dimension: bool,
    /// Whether texts stand in the cells instead of the shared table.
    pub inline_texts: bool,
    /// Whether the columns come in another order.
    pub shuffled: bool,
}

impl Default for BatchEditOptions {
    fn default() -> Self {
        Self {
            quantity: true,
            language: "en".to_owned(),
            lying_dimension: true,
            inline_texts: false,
            shuffled: false,
        }
    }
}

const COLUMNS: [&str; 13] = [
    "product_id",
    "category",
    "product_name",
    "product_status",
    "sku_id",
    "variation_value",
    "product_description",
    "brand",
    "price",
    "quantity",
    "seller_sku",
    "parcel_weight",
    "main_image",
];

/// A batch edit workbook.
pub fn batch_edit(skus: &[SampleSku], options: &BatchEditOptions) -> Vec<u8> {
    batch_edit_book(skus, options).bytes()
}

pub(super) fn batch_edit_book(skus: &[SampleSku], options: &BatchEditOptions) -> Book {
    let mut columns: Vec<&str> = COLUMNS
        .into_iter()
        .filter(|column| options.quantity || *column != "quantity")
        .collect();
    if options.shuffled {
        columns.rotate_left(5);
        columns.swap(0, 3);
    }
    let (active, hints) = words(&options.language);
    let width = columns.len();
    let mut tab = Tab::named("Template")
        .styled(Style::Header, columns.iter().copied())
        .row(["V4", "All_Information", "metric"]);
    for hint in hints {
        tab = tab.styled(Style::Header, iter::repeat_n(hint, width));
    }
    for sku in skus {
        tab = tab.styled(
            Style::Text,
            columns.iter().map(|column| match *column {
                "product_id" => sku.product_id.clone(),
                "category" => sku.category.clone(),
                "product_name" => sku.title.clone(),
                "product_status" if sku.status.is_empty() => active.to_owned(),
                "product_status" => sku.status.clone(),
                "sku_id" => sku.sku_id.clone(),
                "variation_value" => sku.variation.clone(),
                "product_description" => format!("<p>{}</p>", sku.title),
                "brand" => sku.brand.clone(),
                "price" => sku.price.clone(),
                "quantity" => sku.stock.clone(),
                "seller_sku" => sku.seller_sku.clone(),
                "parcel_weight" => "250".to_owned(),
                _ => "https://example.invalid/image.jpeg".to_owned(),
            }),
        );
    }
    tab.inline = options.inline_texts;
    if options.lying_dimension {
        tab.dimension = Some("A1:AL5".to_owned());
    }
    let note = Tab::named("Instruction").row(["Read before you edit"]);
    let mut style = Tab::named("HiddenStyle").row(["x"]);
    style.hidden = true;
    Book::of([note, tab, style])
}

fn words(language: &str) -> (&'static str, [&'static str; 3]) {
    match language {
        "zh" => ("在售(1)", ["商品信息", "必填", "不可编辑"]),
        "id" => (
            "Aktif(1)",
            ["Informasi produk", "Wajib", "Tidak dapat diedit"],
        ),
        "th" => ("วางขายอยู่(1)", ["ข้อมูลสินค้า", "บังคับ", "ไม่สามารถแก้ไขได้"]),
        "vi" => (
            "Đang hoạt động(1)",
            ["Thông tin sản phẩm", "Bắt buộc", "Không thể chỉnh sửa"],
        ),
        _ => (
            "Active(1)",
            ["Product information", "Mandatory", "Cannot be edited"],
        ),
    }
}

/// A SKU in a campaign's prefill workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrefillRow {
    /// The product's id.
    pub product_id: String,
    /// The product's title.
    pub title: String,
    /// The SKU's id.
    pub sku_id: String,
    /// The variation, or `default_sku_name`.
    pub sku_name: String,
    /// The retail price.
    pub retail_price: String,
    /// The range of campaign prices.
    pub price_range: String,
    /// The campaign price: a number, or a formula that begins with `=`.
    pub campaign_price: String,
    /// The stock.
    pub stock: String,
    /// The range of campaign stock.
    pub stock_range: String,
}

const PREFILL: [&str; 16] = [
    "Product ID",
    "Product Name",
    "SKU ID",
    "SKU Name",
    "Retail price",
    "Campaign Price Range",
    "Campaign price",
    "Campaign Price Reason",
    "Available stock",
    "Campaign stock range",
    "Campaign stock",
    "Product Category",
    "Brands Name",
    "L30D sales",
    "Region",
    "Error Msg",
];

/// A campaign's prefill workbook, with a note, widths, filter, conditional format, validation,
/// calculation chain and further sheets.
pub fn prefill(rows: &[PrefillRow]) -> Vec<u8> {
    let note = "Fill in the campaign price and stock. Do not change the columns.";
    let last = rows.len() + 2;
    let mut tab = Tab::named("Sheet1")
        .styled(Style::Header, [note])
        .styled(Style::Header, PREFILL);
    let mut chain = String::new();
    for (at, row) in rows.iter().enumerate() {
        let price = match row.campaign_price.strip_prefix('=') {
            Some(formula) => {
                chain.push_str(&format!("<c r=\"G{}\" i=\"1\"/>", at + 3));
                Value::Formula(formula.to_owned(), Some("0".to_owned()))
            }
            None if row.campaign_price.is_empty() => Value::None,
            None => Value::Number(row.campaign_price.clone()),
        };
        let text = |text: &str| (Value::from(text), Style::Text as u32);
        tab.rows.push(vec![
            text(&row.product_id),
            text(&row.title),
            text(&row.sku_id),
            text(&row.sku_name),
            text(&row.retail_price),
            text(&row.price_range),
            (price, Style::Money as u32),
            text(""),
            text(&row.stock),
            text(&row.stock_range),
            (Value::None, 0),
            text("Home & Kitchen"),
            text("No brand"),
            text("12"),
            text("US"),
            text(""),
        ]);
    }
    tab.before = "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"2\" topLeftCell=\"A3\" state=\"frozen\"/></sheetView></sheetViews>\
<cols><col min=\"1\" max=\"1\" width=\"24.5\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"60\" customWidth=\"1\"/></cols>".to_owned();
    tab.after = format!(
        "<autoFilter ref=\"A2:P{last}\"/><mergeCells count=\"1\"><mergeCell ref=\"A1:J1\"/></mergeCells>\
<conditionalFormatting sqref=\"G3:G{last}\"><cfRule type=\"cellIs\" dxfId=\"0\" priority=\"1\" operator=\"lessThan\"><formula>0</formula></cfRule></conditionalFormatting>\
<dataValidations count=\"1\"><dataValidation type=\"decimal\" operator=\"greaterThan\" allowBlank=\"1\" sqref=\"G3:G{last} K3:K{last}\"><formula1>0</formula1></dataValidation></dataValidations>\
<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
    );
    let mut hidden = Tab::named("HiddenMeta").row(["campaign", "7300000000000000001"]);
    hidden.hidden = true;
    let mut book = Book::of([tab, hidden]);
    book.defined = format!(
        "<definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">Sheet1!$A$2:$P${last}</definedName></definedNames>"
    );
    if chain.is_empty() {
        return book.bytes();
    }
    let chain = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<calcChain xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{chain}</calcChain>"
    );
    book.with_part("xl/calcChain.xml", chain).bytes()
}

/// A campaign price template as a seller uploads it: product, SKU, price, perhaps stock.
pub fn price_template(rows: &[(&str, &str, &str, Option<&str>)]) -> Vec<u8> {
    let with_stock = rows.iter().any(|row| row.3.is_some());
    let mut header = vec!["Product ID", "SKU ID", "Campaign price"];
    if with_stock {
        header.push("Campaign stock");
    }
    let mut tab = Tab::named("Sheet1")
        .styled(Style::Header, ["Enter one SKU a row."])
        .styled(Style::Header, header);
    for (product, sku, price, stock) in rows {
        tab = tab.row([
            Value::from(*product),
            Value::from(*sku),
            Value::Number((*price).to_owned()),
            stock.map_or(Value::None, |stock| Value::Number(stock.to_owned())),
        ]);
    }
    tab.after = "<mergeCells count=\"1\"><mergeCell ref=\"A1:C1\"/></mergeCells>".to_owned();
    Book::of([tab]).bytes()
}

/// A row of a fail report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FailRow {
    /// The product's id.
    pub product_id: String,
    /// The SKU's id.
    pub sku_id: String,
    /// The refused price.
    pub campaign_price: String,
    /// The product's title; empty where the SKU does not exist.
    pub title: String,
    /// The variation.
    pub sku_name: String,
    /// The retail price.
    pub retail_price: String,
    /// The highest price that the campaign takes.
    pub maximum: String,
    /// The reasons, a blank line between two.
    pub reason: String,
}

/// A fail report.
pub fn fail_report(rows: &[FailRow]) -> Vec<u8> {
    let mut tab = Tab::named("Sheet1")
        .styled(
            Style::Header,
            ["Failed Report\nCampaign_price_template.xlsx"],
        )
        .styled(
            Style::Header,
            [
                "Product ID",
                "SKU ID",
                "Campaign price",
                "Product name",
                "Sku name",
                "Retail price",
                "Maximum campaign price",
                "Reason",
            ],
        );
    for row in rows {
        tab = tab.styled(
            Style::Text,
            [
                &row.product_id,
                &row.sku_id,
                &row.campaign_price,
                &row.title,
                &row.sku_name,
                &row.retail_price,
                &row.maximum,
                &row.reason,
            ]
            .map(String::as_str),
        );
    }
    tab.after = "<mergeCells count=\"1\"><mergeCell ref=\"A1:H1\"/></mergeCells>".to_owned();
    Book::of([tab]).bytes()
}

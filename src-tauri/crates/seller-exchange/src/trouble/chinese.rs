//! What is wrong with a file, in Simplified Chinese.

use super::{FileKind, Place, Trouble, WorkbookFeature};
use seller_domain::Language;

pub(super) fn place(place: &Place, value: Option<&str>) -> String {
    let mut parts = Vec::new();
    if let Some(sheet) = &place.sheet {
        parts.push(format!("工作表“{sheet}”"));
    }
    if let Some(row) = place.row {
        parts.push(format!("第 {row} 行"));
    }
    if let Some(column) = &place.column {
        parts.push(format!("“{column}”列"));
    }
    let text = parts.join("，");
    match (text.is_empty(), value) {
        (true, None) => text,
        (true, Some(value)) => format!("“{value}”："),
        (false, None) => text + "：",
        (false, Some(value)) => format!("{text}，“{value}”："),
    }
}

fn kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::BatchEdit => "商品批量编辑表",
        FileKind::CampaignPrefill => "活动预填表",
        FileKind::PriceTemplate => "活动价格上传模板",
        FileKind::FailReport => "失败报告",
        FileKind::Settlement => "结算表",
        FileKind::Registrations => "报名导出文件",
        FileKind::Table => "普通表格",
    }
}

fn feature_words(feature: WorkbookFeature) -> &'static str {
    match feature {
        WorkbookFeature::RowComments => "SKU 行批注",
    }
}

pub(super) fn reason(trouble: &Trouble) -> String {
    use Trouble as T;
    match trouble {
        T::CannotRead { reason } => format!(
            "无法读取文件（{}）。",
            reason.text(Language::SimplifiedChinese)
        ),
        T::CannotWrite { reason } => format!(
            "无法写入文件（{}）。",
            reason.text(Language::SimplifiedChinese)
        ),
        T::DiskFull { .. } => "目标磁盘空间不足，原文件未被改动。".into(),
        T::EmptyFile => "文件是空的。".into(),
        T::FileTooLarge { limit_megabytes } => format!("文件超过 {limit_megabytes} MB。"),
        T::NotATable => "文件既不是工作簿，也不是文本表格。".into(),
        T::LegacyWorkbook => "这是旧版 .xls 格式的工作簿。".into(),
        T::Encrypted => "工作簿设置了密码。".into(),
        T::BrokenWorkbook { part } => format!("工作簿已损坏或不完整（无法读取 {part}）。"),
        T::TooManyParts { limit } => {
            format!("工作簿包含超过 {limit} 个部件，正常的表格软件不会生成这样的文件。")
        }
        T::UnpacksTooLarge { part } => {
            format!("{part} 解压后远超正常工作簿的大小，已在占满内存之前拒绝。")
        }
        T::UnsafePart => "工作簿中有部件指向文件之外。".into(),
        T::ForbiddenXml { part } => {
            format!("{part} 声明了文档类型或自定义实体，正常的表格软件不会这样写。")
        }
        T::MissingSheet { wanted } => format!("工作簿中没有工作表“{wanted}”。"),
        T::WrongKind { found, wanted } => {
            format!("这是{}，不是{}。", kind(*found), kind(*wanted))
        }
        T::NoHeader => "前几行中没有找到表头。".into(),
        T::MissingColumns { columns } => format!("缺少列：{}。", columns.join("、")),
        T::DoubledColumn { column } => format!("有两列都叫“{column}”。"),
        T::NotMapped { field } => format!("没有为“{field}”选择列。"),
        T::EncodingUnclear => "无法确定文件的文字编码。".into(),
        T::WrongBytes { encoding } => {
            format!("这里的字节不是有效的 {encoding} 文字，与文件其余部分不一致。")
        }
        T::UnclosedQuote => "这里的引号没有闭合。".into(),
        T::CellTooLarge { limit_kilobytes } => {
            format!("单元格文字超过 {limit_kilobytes} KB。")
        }
        T::TooManyColumns { limit } => format!("列数超过 {limit}。"),
        T::TooManyRows { limit } => format!("行数超过 {limit}。"),
        T::NulCharacter => "单元格中有 NUL 字符。".into(),
        T::ExtraCells { columns } => format!("这一行的单元格比表头的 {columns} 列还多。"),
        T::DamagedId => "表格软件把这个编号四舍五入了，末尾的数字已丢失。".into(),
        T::NotAnId => "这不是有效的编号。".into(),
        T::MissingValue => "单元格是空的。".into(),
        T::NotANumber => "这不是数字。".into(),
        T::NumberUnclear => "这个数字里的符号可能是小数点，也可能是千位分隔符。".into(),
        T::NumberTooLarge => "数字太大。".into(),
        T::NumberTooFine { digits } => match digits {
            0 => "金额带有小数，而该货币没有小数位。".into(),
            _ => format!("小数点后超过 {digits} 位。"),
        },
        T::OtherCurrency { expected } => format!("金额的货币不是店铺货币 {expected}。"),
        T::Negative => "数字小于零。".into(),
        T::NotWhole => "这不是整数。".into(),
        T::NotAPercentage => "这不是百分比。".into(),
        T::NotADate => "这不是日期。".into(),
        T::DateUnclear => "无法判断这个日期中日和月的先后。".into(),
        T::UnknownWord { allowed } => format!("此列只接受：{}。", allowed.join("、")),
        T::NotARange => "这不是“>=1 and <99000”这样的范围。".into(),
        T::ErrorCell => "单元格显示的是错误，而不是值。".into(),
        T::FormulaWithoutResult => "单元格是公式，文件中没有它的计算结果。".into(),
        T::Disagrees { first_row } => format!("与第 {first_row} 行对同一商品的说法不一致。"),
        T::Repeated { first_row } => format!("第 {first_row} 行已有相同的编号。"),
        T::CannotKeep { feature } => {
            format!("工作簿含有{}，删除行时无法保留。", feature_words(*feature))
        }
    }
}

pub(super) fn remedy(trouble: &Trouble) -> String {
    use Trouble as T;
    match trouble {
        T::CannotRead { .. } => "请在其他程序中关闭它，确认文件仍在原处，然后重试。",
        T::CannotWrite { .. } => "请选择其他文件夹，或在其他程序中关闭该文件。",
        T::DiskFull { .. } => "请清理空间或换一个磁盘，然后重新导出。",
        T::EmptyFile => "请重新导出。",
        T::FileTooLarge { .. } | T::TooManyRows { .. } => "请拆分成几个文件。",
        T::NotATable => "请选择 .xlsx 工作簿或 .csv 文件。",
        T::LegacyWorkbook => "请用表格软件打开并另存为 .xlsx。",
        T::Encrypted => "请用表格软件打开，去掉密码后再保存。",
        T::BrokenWorkbook { .. } => "请重新下载或导出。",
        T::TooManyParts { .. }
        | T::UnpacksTooLarge { .. }
        | T::UnsafePart
        | T::ForbiddenXml { .. } => "请不要在别处打开它，从卖家中心重新下载。",
        T::MissingSheet { .. } => "请重新下载工作簿，不要改动其中的工作表。",
        T::WrongKind { .. } => "请选择另一个文件，或到对应的位置导入它。",
        T::NoHeader => "请在数据上方用一行写上列名。",
        T::MissingColumns { .. } => "请重新下载包含全部列的文件，或按名称补上这些列。",
        T::DoubledColumn { .. } => "请给其中一列改名，或在列对应关系中选择正确的一列。",
        T::NotMapped { .. } => "请在列对应关系中选择它的列。",
        T::EncodingUnclear => "请选择编码，或另存为“CSV UTF-8”。",
        T::WrongBytes { .. } => "请在原程序中改正这个单元格，并另存为“CSV UTF-8”。",
        T::UnclosedQuote => "请补上引号；文字内部的引号要写两个。",
        T::CellTooLarge { .. } => "请缩短这个单元格的文字。",
        T::TooManyColumns { .. } => "请删除不需要的列。",
        T::NulCharacter => "请删除这个不可见字符后再保存。",
        T::ExtraCells { .. } => "含有分隔符的单元格请用引号括起来。",
        T::DamagedId => {
            "请从卖家中心重新导出，不要用表格软件另存就直接导入；或先把编号列设为文本格式。"
        }
        T::NotAnId => "请从卖家中心重新复制编号。",
        T::MissingValue => "请填写。",
        T::NotANumber => "请用数字和小数点书写，例如 19.99。",
        T::NumberUnclear => "请在列对应关系中说明文件用哪个符号表示小数。",
        T::NumberTooLarge => "请改正；金额最大 1000000000000，库存最大 4294967295。",
        T::NumberTooFine { .. } => "请按平台接受的位数取整。",
        T::OtherCurrency { .. } => "请换算，或选择对应店铺的文件。",
        T::Negative => "请填写零或更大的数。",
        T::NotWhole => "请填写整数。",
        T::NotAPercentage => "请填写最多两位小数的数字，例如 5 或 7.5。",
        T::NotADate => "请写成 2026-03-31 或 2026-03-31 18:00。",
        T::DateUnclear => "请在列对应关系中说明先后，或写成 2026-03-31。",
        T::UnknownWord { .. } => "请使用其中之一。",
        T::NotARange => "请重新下载工作簿，不要改动这一列。",
        T::ErrorCell => "请在表格软件中修正公式，或直接填写数值。",
        T::FormulaWithoutResult => "请用表格软件打开并保存一次，或直接填写数值。",
        T::Disagrees { .. } => "请让该商品的各行一致，或重新导出。",
        T::Repeated { .. } => "请删除其中一行。",
        T::CannotKeep { .. } => "请在表格软件中去掉它，或改用价格上传模板。",
    }
    .to_owned()
}

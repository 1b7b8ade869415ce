//! What the store says is wrong, in Simplified Chinese. Every kind has its own words with the same
//! figures; what SQLite says in English stays in the log.

use crate::nouns::noun;
use seller_domain::Language::SimplifiedChinese;
use seller_exchange::Hindrance;
use seller_store::space::{self, Needed};
use seller_store::{
    Damage, FileAct, NotAShop, OpenError, RowMismatch, StepObstacle, StoreError, StuckStep,
};
use std::io;
use std::path::Path;

/// What is wrong with a read or a write, and what to do.
pub(super) fn store_words(error: &StoreError) -> (String, String) {
    (format!("{}。", store_problem(error)), store_remedy(error))
}

/// Why a shop's file cannot be opened, and what to do.
pub(super) fn open_words(error: &OpenError) -> (String, String) {
    (format!("{}。", open_problem(error)), open_remedy(error))
}

fn store_problem(error: &StoreError) -> String {
    let name = |what| noun(what, SimplifiedChinese);
    match error {
        StoreError::DiskFull => "磁盘已满，未作任何更改".to_owned(),
        StoreError::NoRoom {
            folder,
            needed,
            free,
        } => no_room(folder, *needed, *free),
        StoreError::Disk { .. } => "读写磁盘时出错，未作任何更改".to_owned(),
        StoreError::Corrupt { .. } => format!("店铺文件已损坏：{BAD_PAGES}"),
        StoreError::Busy => "另一个程序占用了店铺文件，未作任何更改".to_owned(),
        StoreError::ReadOnly => "店铺文件以只读方式打开，未作任何更改".to_owned(),
        StoreError::Constraint { .. } => "数据不符合店铺文件的要求，未作任何更改".to_owned(),
        StoreError::NoShop => "文件中尚未设置店铺".to_owned(),
        StoreError::Absent { what, id } => format!("找不到{} {id}", name(what)),
        StoreError::Incomplete { what, id, missing } => {
            format!("新的{} {id} 缺少{}", name(what), name(missing))
        }
        StoreError::Elsewhere { sku_id, product_id } => {
            format!("SKU {sku_id} 属于商品 {product_id}")
        }
        StoreError::StillRegistered { product_id, .. } => {
            format!("商品 {product_id} 已报名，请先撤回")
        }
        StoreError::CodeInUse { claim_code, coupon } => {
            format!("领取码 {claim_code} 已被尚未结束的优惠码“{coupon}”使用")
        }
        StoreError::OtherCurrency { what, found, shop } => {
            format!("{}的币种为 {found}，而店铺币种为 {shop}", name(what))
        }
        StoreError::CurrencyFixed { shop, wanted } => {
            format!("店铺币种为 {shop}，已有以 {shop} 记录的价格，不能改为 {wanted}")
        }
        StoreError::TooFine { what, value } => {
            format!("{}为 {value}，小数位数过多，无法保存", name(what))
        }
        StoreError::Unreadable { .. } => "店铺文件中有无法读取的内容".to_owned(),
        StoreError::CannotStep { reason } => {
            format!("该步骤无法撤销或重做：{}；未作任何更改", obstacle(reason))
        }
        StoreError::Unrecorded { written, recorded } => {
            format!("更改了 {written} 行，历史中只记下 {recorded} 行；未作任何更改")
        }
        StoreError::Io {
            doing,
            path,
            source,
        } => io_problem(*doing, path, source),
        StoreError::Backup { path, reason } => format!(
            "备份“{}”无法使用：{}；未作任何更改",
            path.display(),
            open_problem(reason)
        ),
        StoreError::Database(_) => "数据库拒绝了操作".to_owned(),
    }
}

fn no_room(folder: &Path, needed: Needed, free: u64) -> String {
    let (free, folder) = (space::megabytes(free, false), folder.display());
    let needed = match needed {
        Needed::Whole(needed) => format!("需要 {}", space::megabytes(needed, true)),
        Needed::AtLeast(needed) => format!("至少需要 {}", space::megabytes(needed, true)),
        Needed::Unknown => return format!("{folder} 所在磁盘已满，可用 {free}，未作任何更改"),
    };
    format!("{folder} 所在磁盘空间不足：{needed}，可用 {free}，未作任何更改")
}

fn store_remedy(error: &StoreError) -> String {
    match error {
        StoreError::DiskFull | StoreError::NoRoom { .. } => "请清理磁盘空间后重试，无需重启程序。",
        StoreError::Disk { .. } => CHECK_DISK,
        StoreError::Corrupt { .. } => "请恢复最新的备份，损坏的文件会保留在旁边。",
        StoreError::Busy => "请关闭占用该文件的程序后重试。",
        StoreError::ReadOnly => "请关闭另一个窗口，或允许当前用户写入该文件后重新打开。",
        StoreError::NoShop => "请先设置店铺。",
        StoreError::CurrencyFixed { .. } => "其他币种的店铺请新建一个店铺文件。",
        StoreError::CannotStep { .. } => "如必须撤销，请恢复该步骤之前的备份。",
        StoreError::Backup { .. } => "请选择其他备份。",
        StoreError::Io { source, .. } => io_remedy(source),
        StoreError::Constraint { .. }
        | StoreError::Absent { .. }
        | StoreError::Incomplete { .. }
        | StoreError::Elsewhere { .. }
        | StoreError::StillRegistered { .. }
        | StoreError::CodeInUse { .. }
        | StoreError::OtherCurrency { .. }
        | StoreError::TooFine { .. } => "请更正后重试。",
        StoreError::Unreadable { .. } => "请恢复备份，并反馈此信息。",
        StoreError::Unrecorded { .. } | StoreError::Database(_) => "这是程序的错误，请反馈此信息。",
    }
    .to_owned()
}

fn open_problem(error: &OpenError) -> String {
    match error {
        OpenError::Missing { path } => format!("“{}”处没有店铺文件", path.display()),
        OpenError::Exists { path } => format!("“{}”处已有文件", path.display()),
        OpenError::AlreadyOpen { path } => {
            format!("店铺文件“{}”已在其他窗口或终端中打开", path.display())
        }
        OpenError::Older { path, found, known } => format!(
            "店铺文件“{}”的结构版本为 {found}，须先升级到版本 {known}",
            path.display()
        ),
        OpenError::Newer { path, found, known } => format!(
            "店铺文件“{}”由更新版本的 Promodesk 写入：其结构版本为 {found}，本程序最高支持 {known}",
            path.display()
        ),
        OpenError::Foreign { path, what } => format!(
            "“{}”不是 Promodesk 店铺文件：{}",
            path.display(),
            not_a_shop(*what)
        ),
        OpenError::Corrupt { path, detail, .. } => {
            let damage = match detail {
                Damage::Overwritten(what) => not_a_shop(*what).to_owned(),
                Damage::CutOff { left, stated } => {
                    format!("只剩 {left} 字节，应有 {stated} 字节")
                }
                Damage::Pages(_) => BAD_PAGES.to_owned(),
            };
            format!("店铺文件“{}”已损坏：{damage}", path.display())
        }
        OpenError::OtherSchema { path, version, .. } => format!(
            "店铺文件“{}”的结构由其他构建版本创建：第 {version} 次结构升级与本程序不同",
            path.display()
        ),
        OpenError::Migration {
            path,
            version,
            source,
            ..
        } => format!(
            "店铺文件“{}”无法升级到结构版本 {version}：{}；文件保持原样",
            path.display(),
            store_problem(source)
        ),
        OpenError::SqliteTooOld { found, needed } => {
            format!("此构建包含 SQLite {found}，至少需要 {needed}")
        }
        OpenError::Io {
            doing,
            path,
            source,
        } => io_problem(*doing, path, source),
        OpenError::Store { path, source } => format!(
            "打开店铺文件“{}”时出错：{}",
            path.display(),
            store_problem(source)
        ),
    }
}

fn open_remedy(error: &OpenError) -> String {
    match error {
        OpenError::Missing { .. } => "请设置店铺以新建文件，或选择已有的店铺文件。",
        OpenError::Exists { .. } => "请打开该文件，或为新文件另选名称。",
        OpenError::AlreadyOpen { .. } => {
            "请在已打开的窗口中继续，或先将其关闭再重试。期间仍可读取。"
        }
        OpenError::Older { .. } => "请在窗口中或用可写入的命令打开该文件，它会随之升级。",
        OpenError::Newer { .. } => "请安装更新版本的 Promodesk 后再打开。文件未被更改。",
        OpenError::Foreign { .. } => "请选择其他文件。文件未被更改。",
        OpenError::Corrupt { backups, .. } if backups.is_empty() => {
            "请保留该文件，在新文件中设置店铺并重新导入商品目录；未找到该文件的备份。"
        }
        OpenError::Corrupt { .. } => "请恢复最新的备份，损坏的文件会保留在旁边。",
        OpenError::OtherSchema { .. } => "请用创建它的版本打开，或恢复由本版本制作的备份。",
        OpenError::Migration { .. } => {
            "请继续使用旧版本的 Promodesk，它仍可打开该文件，并反馈此信息。"
        }
        OpenError::SqliteTooOld { .. } => "请安装官方版本的 Promodesk。",
        OpenError::Io { source, .. } => io_remedy(source),
        OpenError::Store { source, .. } => return store_remedy(source),
    }
    .to_owned()
}

const BAD_PAGES: &str = "数据库检查发现其内容有误";
const CHECK_DISK: &str = "请检查磁盘是否已连接且完好，然后重试。";

fn not_a_shop(what: NotAShop) -> &'static str {
    match what {
        NotAShop::OtherProgram => "它是其他程序的数据库",
        NotAShop::Folder => "它是一个文件夹",
        NotAShop::Empty => "它是空的",
        NotAShop::NoDatabase => "其开头的字节不是数据库的",
        NotAShop::TooShort => "它太短，不可能是数据库",
    }
}

fn obstacle(obstacle: &StepObstacle) -> String {
    match obstacle {
        StepObstacle::Row { mismatch, .. } => match mismatch {
            RowMismatch::Gone => "有一行数据已不存在",
            RowMismatch::Changed => "有一行数据此后被更改过",
            RowMismatch::ThereAlready => "有一行数据已经存在",
            RowMismatch::Unfit => "有一行数据不符合文件的结构",
        }
        .to_owned(),
        StepObstacle::StillReferredTo => "仍有其他数据引用它所创建的内容".to_owned(),
        StepObstacle::Step { seq, why, .. } => {
            let why = match why {
                StuckStep::Forgotten => "的更改已不再保留",
                StuckStep::Incomplete => "的部分数据无法改回",
                StuckStep::OlderProgram => "由旧版本的程序完成",
            };
            format!("第 {seq} 步{why}")
        }
    }
}

fn io_problem(doing: FileAct, path: &Path, source: &io::Error) -> String {
    let doing = match doing {
        FileAct::LookingAtShopFile => "查看店铺文件",
        FileAct::OpeningShopFile => "打开店铺文件",
        FileAct::ReadingShopFile => "读取店铺文件",
        FileAct::CreatingShopFile => "新建店铺文件",
        FileAct::WritingShopFile => "写入店铺文件",
        FileAct::CreatingLockFile => "新建锁文件",
        FileAct::LockingShopFile => "锁定店铺文件",
        FileAct::PuttingForeignLogAside => "移开其他文件的日志",
        FileAct::RemovingLogIndex => "删除日志索引",
        FileAct::MakingFolder => "新建文件夹",
        FileAct::RemovingUnfinishedFile => "删除未完成的文件",
        FileAct::ListingBackups => "列出备份文件夹",
        FileAct::MakingBackupFolder => "新建备份文件夹",
        FileAct::CreatingBackup => "新建备份",
        FileAct::RemovingUnfinishedCopy => "删除未完成的副本",
        FileAct::KeepingDamagedFile => "保留损坏的文件",
    };
    let why = Hindrance::from(source);
    format!(
        "{doing}“{}”时出错：{}",
        path.display(),
        why.text(SimplifiedChinese)
    )
}

fn io_remedy(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "请清理磁盘空间后重试。数据与之前相同。"
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "请允许当前用户写入该文件及其文件夹，或选择其他文件夹。"
        }
        _ => CHECK_DISK,
    }
}

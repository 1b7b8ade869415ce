//! What stands in the way of reading or writing a file: the system's answer by its kind, so that
//! it has words in every language.

use seller_domain::Language;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::io;
use ts_rs::TS;

/// What stands in the way of reading or writing a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Hindrance {
    /// There is nothing at this place, or its folder is missing.
    NotFound,
    /// This user may not do it.
    PermissionDenied,
    /// The disk or folder takes no writes.
    ReadOnly,
    /// There is something at this place already.
    AlreadyExists,
    /// A folder is where a file should be.
    IsAFolder,
    /// A file is where a folder should be.
    NotAFolder,
    /// Another program holds it.
    InUse,
    /// No space is left.
    NoSpace,
    /// The system takes no such name.
    BadName,
    /// Larger than the system takes.
    TooLarge,
    /// It is on another disk.
    OtherDisk,
    /// The disk or the network did not answer in time, or is gone.
    Disconnected,
    /// The system broke it off.
    Interrupted,
    /// It ends before its end.
    CutShort,
    /// What is in it cannot be what it should be.
    InvalidData,
    /// The rows that should go into it cannot be had.
    RowsUnread,
    /// A workbook cannot be put together: a fault of the program.
    NoWorkbook,
    /// Anything else, in the system's own words.
    Unknown {
        /// What the system says, in whatever language it speaks.
        text: String,
    },
}

impl From<&io::Error> for Hindrance {
    fn from(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound => Self::NotFound,
            Kind::PermissionDenied => Self::PermissionDenied,
            Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::AlreadyExists => Self::AlreadyExists,
            Kind::IsADirectory => Self::IsAFolder,
            Kind::NotADirectory => Self::NotAFolder,
            Kind::ResourceBusy | Kind::ExecutableFileBusy | Kind::WouldBlock | Kind::Deadlock => {
                Self::InUse
            }
            Kind::StorageFull | Kind::QuotaExceeded | Kind::WriteZero => Self::NoSpace,
            Kind::InvalidFilename | Kind::InvalidInput => Self::BadName,
            Kind::FileTooLarge => Self::TooLarge,
            Kind::CrossesDevices => Self::OtherDisk,
            Kind::TimedOut
            | Kind::StaleNetworkFileHandle
            | Kind::NetworkDown
            | Kind::NetworkUnreachable
            | Kind::HostUnreachable
            | Kind::NotConnected
            | Kind::ConnectionReset
            | Kind::ConnectionAborted
            | Kind::ConnectionRefused
            | Kind::BrokenPipe => Self::Disconnected,
            Kind::Interrupted => Self::Interrupted,
            Kind::UnexpectedEof => Self::CutShort,
            Kind::InvalidData => Self::InvalidData,
            _ => Self::Unknown {
                text: error.to_string(),
            },
        }
    }
}

impl From<io::Error> for Hindrance {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

impl Hindrance {
    /// The words, to stand inside a sentence.
    pub fn text(&self, language: Language) -> Cow<'_, str> {
        let (english, chinese) = match self {
            Self::NotFound => ("it or its folder is not there", "文件或所在文件夹不存在"),
            Self::PermissionDenied => ("permission denied", "没有权限"),
            Self::ReadOnly => ("the disk takes no writes", "磁盘为只读"),
            Self::AlreadyExists => ("it is there already", "该位置已有文件"),
            Self::IsAFolder => ("it is a folder", "这是一个文件夹"),
            Self::NotAFolder => (
                "a file is where a folder should be",
                "路径中有一处是文件而不是文件夹",
            ),
            Self::InUse => ("another program holds it", "正被其他程序占用"),
            Self::NoSpace => ("no space is left", "磁盘空间不足"),
            Self::BadName => ("the system takes no such name", "系统不接受这个文件名"),
            Self::TooLarge => ("it is larger than the system takes", "超过系统允许的大小"),
            Self::OtherDisk => ("it is on another disk", "位于另一个磁盘"),
            Self::Disconnected => (
                "the disk or the network does not answer",
                "磁盘或网络没有响应",
            ),
            Self::Interrupted => ("the system broke it off", "被系统中断"),
            Self::CutShort => ("it ends too early", "内容不完整"),
            Self::InvalidData => ("its content is not valid", "内容无效"),
            Self::RowsUnread => ("its rows cannot be read", "无法读取要写入的数据"),
            Self::NoWorkbook => ("the workbook cannot be put together", "无法生成工作簿"),
            Self::Unknown { text } => return Cow::Borrowed(text),
        };
        Cow::Borrowed(match language {
            Language::English => english,
            Language::SimplifiedChinese => chinese,
        })
    }
}

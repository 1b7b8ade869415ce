//! How much of a file is read. Beyond these a file is refused, with the place.

/// Largest file, in bytes.
pub const FILE_BYTES: u64 = 1 << 30;
/// Most text in one cell, in bytes.
pub const CELL_BYTES: usize = 1 << 20;
/// Most text in one row, in bytes.
pub const ROW_BYTES: usize = 4 << 20;
/// Most columns of a table.
pub const COLUMNS: usize = 1_000;
/// Most rows of a table.
pub const ROWS: u32 = 2_000_000;
/// Most parts of a workbook.
pub const PARTS: u64 = 10_000;
/// Most bytes that all parts of a workbook unpack to.
pub const UNPACKED_BYTES: u64 = 2 << 30;
/// How many bytes one packed byte may unpack to. Sheets of equal rows reach some hundreds;
/// deflate ends at 1032.
pub const UNPACK_RATIO: u64 = 800;
/// A part may unpack to this much whatever its ratio.
pub const UNPACK_ALWAYS: u64 = 16 << 20;
/// Most bytes of texts that a workbook's cells share.
pub const SHARED_TEXT_BYTES: usize = 256 << 20;
/// How many rows at the top of a table may come before its header.
pub const HEADER_WITHIN: u32 = 10;

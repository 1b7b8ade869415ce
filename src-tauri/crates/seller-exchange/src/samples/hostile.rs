//! Files that mean harm, or that look as if they did.

use super::book::{Book, Tab, zipped};
use super::shapes::{BatchEditOptions, SampleSku, batch_edit_book};
use std::fmt::Write as _;

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A workbook whose sheet unpacks to `megabytes` of zeros.
pub fn bomb(megabytes: usize) -> Vec<u8> {
    let mut xml =
        b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>".to_vec();
    xml.resize(xml.len() + (megabytes << 20), b'0');
    Book::of([Tab::named("Template").row(["x"])])
        .with_part(SHEET, xml)
        .bytes()
}

/// The same bomb, whose directory says that the sheet unpacks to 1,000 bytes.
pub fn bomb_that_lies(megabytes: usize) -> Vec<u8> {
    let mut bytes = bomb(megabytes);
    let name = SHEET.as_bytes();
    for (signature, size_at, name_at) in [(b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)] {
        let starts: Vec<usize> = memchr::memmem::find_iter(&bytes, signature).collect();
        for start in starts {
            if bytes.get(start + name_at..start + name_at + name.len()) == Some(name) {
                bytes[start + size_at..start + size_at + 4].copy_from_slice(&1000u32.to_le_bytes());
            }
        }
    }
    bytes
}

/// A workbook of `parts` empty parts.
pub fn crowd(parts: usize) -> Vec<u8> {
    let parts: Vec<_> = (0..parts)
        .map(|at| (format!("xl/{at}.xml"), Vec::new()))
        .collect();
    zipped(&parts)
}

/// A workbook with a part that would unpack outside of it.
pub fn escaping_part() -> Vec<u8> {
    Book::of([Tab::named("Template").row(["x"])])
        .with_part("../outside.txt", "written")
        .bytes()
}

/// A workbook whose sheet declares entities that expand to thousands of millions of characters.
pub fn entity_expansion() -> Vec<u8> {
    let mut xml = String::from("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for at in 1..30 {
        let _ = write!(xml, "<!ENTITY a{at} \"&a{0};&a{0};\">", at - 1);
    }
    xml.push_str("]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a29;</t></is></c></row></sheetData></worksheet>");
    Book::of([Tab::named("Template").row(["x"])])
        .with_part(SHEET, xml)
        .bytes()
}

/// A batch edit workbook with one more cell at the far end of the sheet.
pub fn lone_far_cell(skus: &[SampleSku]) -> Vec<u8> {
    let book = batch_edit_book(skus, &BatchEditOptions::default());
    let bytes = book.bytes();
    let sheet = "xl/worksheets/sheet2.xml";
    let xml = part(&bytes, sheet).replace(
        "</sheetData>",
        "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row></sheetData>",
    );
    book.with_part(sheet, xml).bytes()
}

/// A batch edit workbook beside whose sheet stands another of `megabytes`.
pub fn giant_side_sheet(skus: &[SampleSku], megabytes: usize) -> Vec<u8> {
    let mut book = batch_edit_book(skus, &BatchEditOptions::default());
    let mut xml = String::from("<worksheet><sheetData>");
    let mut row = 0;
    while xml.len() < megabytes << 20 {
        row += 1;
        let _ = write!(xml, "<row r=\"{row}\">");
        for column in 0..100u32 {
            let letters = crate::row::column_letters(column);
            let style = row * 31 + column;
            let _ = write!(xml, "<c r=\"{letters}{row}\" s=\"1\"><v>{style}</v></c>");
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData></worksheet>");
    book.parts
        .push(("xl/worksheets/sheet3.xml".to_owned(), xml.into_bytes()));
    book.bytes()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("our own zip opens");
    let mut entry = archive.by_name(name).expect("our own part is there");
    std::io::read_to_string(&mut entry).expect("our own part is text")
}

const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The outside of a workbook behind a password.
pub fn encrypted() -> Vec<u8> {
    let mut bytes = COMPOUND.to_vec();
    bytes.resize(1024, 0);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0);
    bytes
}

/// The outside of a workbook of the old binary kind.
pub fn legacy() -> Vec<u8> {
    let mut bytes = COMPOUND.to_vec();
    bytes.resize(1024, 0);
    bytes.extend("Workbook".encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0);
    bytes
}

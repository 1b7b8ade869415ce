//! A small writer of workbooks that does as it is told.

use crate::row::column_letters;
use quick_xml::escape::escape;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What a cell of a made-up workbook holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing, not even a cell.
    None,
    /// Text.
    Text(String),
    /// A number, written as it stands.
    Number(String),
    /// A formula and its result, if it has been computed.
    Formula(String, Option<String>),
    /// An error, such as `#REF!`.
    Error(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        if text.is_empty() {
            Self::None
        } else {
            Self::Text(text.to_owned())
        }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As it comes.
    General = 0,
    /// Text.
    Text = 1,
    /// Two decimals.
    Money = 2,
    /// A date.
    Date = 3,
    /// A header.
    Header = 4,
}

/// One sheet.
#[derive(Debug, Clone, Default)]
pub struct Tab {
    /// Its name.
    pub name: String,
    /// Its rows. An empty one is left out of the file.
    pub rows: Vec<Vec<(Value, u32)>>,
    /// What its `dimension` claims; none: the truth.
    pub dimension: Option<String>,
    /// XML between `dimension` and the rows: column widths, views.
    pub before: String,
    /// XML after the rows: filters, merged cells, conditional formats.
    pub after: String,
    /// Whether the sheet is hidden.
    pub hidden: bool,
    /// Whether texts stand in the cells instead of the shared table.
    pub inline: bool,
}

impl Tab {
    /// An empty sheet.
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    /// Adds a row.
    pub fn row<V: Into<Value>>(mut self, cells: impl IntoIterator<Item = V>) -> Self {
        self.rows.push(
            cells
                .into_iter()
                .map(|value| (value.into(), Style::General as u32))
                .collect(),
        );
        self
    }

    /// Adds a row in one style.
    pub fn styled<V: Into<Value>>(
        mut self,
        style: Style,
        cells: impl IntoIterator<Item = V>,
    ) -> Self {
        self.rows.push(
            cells
                .into_iter()
                .map(|value| (value.into(), style as u32))
                .collect(),
        );
        self
    }

    /// Adds rows that hold nothing.
    pub fn gap(mut self, rows: usize) -> Self {
        self.rows.extend(std::iter::repeat_n(Vec::new(), rows));
        self
    }

    fn xml(&self, shared: &mut Shared) -> String {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(1).max(1) as u32;
        let truth = format!("A1:{}{}", column_letters(width - 1), self.rows.len().max(1));
        let dimension = self.dimension.as_deref().unwrap_or(&truth);
        let mut xml = format!(
            "{XML}<worksheet xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><dimension ref=\"{dimension}\"/>{}<sheetData>",
            self.before
        );
        for (at, row) in self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !row.is_empty())
        {
            let _ = write!(xml, "<row r=\"{}\">", at + 1);
            for (column, (value, style)) in row.iter().enumerate() {
                let place = format!("{}{}", column_letters(column as u32), at + 1);
                self.cell(&mut xml, shared, &place, value, *style);
            }
            xml.push_str("</row>");
        }
        let _ = write!(xml, "</sheetData>{}</worksheet>", self.after);
        xml
    }

    fn cell(&self, xml: &mut String, shared: &mut Shared, place: &str, value: &Value, style: u32) {
        let style = if style == 0 {
            String::new()
        } else {
            format!(" s=\"{style}\"")
        };
        // Writing into a String cannot fail.
        let _ = match value {
            Value::None => return,
            Value::Text(text) if self.inline => write!(
                xml,
                "<c r=\"{place}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                escaped(text)
            ),
            Value::Text(text) => {
                write!(
                    xml,
                    "<c r=\"{place}\"{style} t=\"s\"><v>{}</v></c>",
                    shared.number(text)
                )
            }
            Value::Number(number) => write!(xml, "<c r=\"{place}\"{style}><v>{number}</v></c>"),
            Value::Formula(formula, Some(result)) => write!(
                xml,
                "<c r=\"{place}\"{style}><f>{}</f><v>{result}</v></c>",
                escaped(formula)
            ),
            Value::Formula(formula, None) => {
                write!(
                    xml,
                    "<c r=\"{place}\"{style}><f>{}</f></c>",
                    escaped(formula)
                )
            }
            Value::Error(error) => {
                write!(
                    xml,
                    "<c r=\"{place}\"{style} t=\"e\"><v>{}</v></c>",
                    escaped(error)
                )
            }
        };
    }
}

fn escaped(text: &str) -> String {
    escape(text).replace('\r', "_x000D_")
}

#[derive(Default)]
struct Shared {
    numbers: HashMap<String, usize>,
    texts: Vec<String>,
}

impl Shared {
    fn number(&mut self, text: &str) -> usize {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        self.numbers.insert(text.to_owned(), self.texts.len());
        self.texts.push(text.to_owned());
        self.texts.len() - 1
    }

    fn xml(&self) -> String {
        let mut xml = format!(
            "{XML}<sst xmlns=\"{MAIN}\" count=\"{0}\" uniqueCount=\"{0}\">",
            self.texts.len()
        );
        for text in &self.texts {
            let _ = write!(
                xml,
                "<si><t xml:space=\"preserve\">{}</t></si>",
                escaped(text)
            );
        }
        xml.push_str("</sst>");
        xml
    }
}

/// A workbook.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// Its sheets.
    pub tabs: Vec<Tab>,
    /// Further parts by name, written as they stand. One that is named like an
    /// ordinary part takes its place.
    pub parts: Vec<(String, Vec<u8>)>,
    /// XML inside of `workbook.xml` after the sheets: defined names.
    pub defined: String,
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const STYLES: &str = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/></numFmts>\
<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFDE9D9\"/></patternFill></fill></fills>\
<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"2\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\"/></cellXfs>\
<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\
<dxfs count=\"1\"><dxf><font><color rgb=\"FFC00000\"/></font></dxf></dxfs>";

impl Book {
    /// A workbook with these sheets.
    pub fn of(tabs: impl IntoIterator<Item = Tab>) -> Self {
        Self {
            tabs: tabs.into_iter().collect(),
            ..Self::default()
        }
    }

    /// The same workbook with one more part.
    pub fn with_part(mut self, name: &str, content: impl Into<Vec<u8>>) -> Self {
        self.parts.push((name.to_owned(), content.into()));
        self
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut shared = Shared::default();
        let mut parts: Vec<(String, Vec<u8>)> = vec![
            (
                "[Content_Types].xml".into(),
                self.content_types().into_bytes(),
            ),
            ("_rels/.rels".into(), root_relations().into_bytes()),
            ("xl/workbook.xml".into(), self.workbook().into_bytes()),
            (
                "xl/_rels/workbook.xml.rels".into(),
                self.relations().into_bytes(),
            ),
        ];
        for (at, tab) in self.tabs.iter().enumerate() {
            let xml = tab.xml(&mut shared);
            parts.push((
                format!("xl/worksheets/sheet{}.xml", at + 1),
                xml.into_bytes(),
            ));
        }
        let styles = format!("{XML}<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>");
        parts.push(("xl/styles.xml".into(), styles.into_bytes()));
        parts.push(("xl/sharedStrings.xml".into(), shared.xml().into_bytes()));
        for (name, content) in &self.parts {
            match parts.iter_mut().find(|(ordinary, _)| ordinary == name) {
                Some((_, old)) => old.clone_from(content),
                None => parts.push((name.clone(), content.clone())),
            }
        }
        zipped(&parts)
    }

    fn content_types(&self) -> String {
        let mut xml = format!(
            "{XML}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPES}.sheet.main+xml\"/>"
        );
        for at in 1..=self.tabs.len() {
            let _ = write!(
                xml,
                "<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"{TYPES}.worksheet+xml\"/>"
            );
        }
        let _ = write!(
            xml,
            "<Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPES}.styles+xml\"/>\
<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{TYPES}.sharedStrings+xml\"/>"
        );
        if self.has_chain() {
            let _ = write!(
                xml,
                "<Override PartName=\"/xl/calcChain.xml\" ContentType=\"{TYPES}.calcChain+xml\"/>"
            );
        }
        xml.push_str("</Types>");
        xml
    }

    fn has_chain(&self) -> bool {
        self.parts
            .iter()
            .any(|(name, _)| name == "xl/calcChain.xml")
    }

    fn workbook(&self) -> String {
        let mut xml = format!("{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>");
        for (at, tab) in self.tabs.iter().enumerate() {
            let state = if tab.hidden { " state=\"hidden\"" } else { "" };
            let _ = write!(
                xml,
                "<sheet name=\"{}\" sheetId=\"{1}\"{state} r:id=\"rId{1}\"/>",
                escape(&tab.name),
                at + 1
            );
        }
        let _ = write!(xml, "</sheets>{}</workbook>", self.defined);
        xml
    }

    fn relations(&self) -> String {
        let mut xml = format!("{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">");
        let mut add = |id: usize, kind: &str, target: &str| {
            let _ = write!(
                xml,
                "<Relationship Id=\"rId{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>"
            );
        };
        let sheets = self.tabs.len();
        for at in 1..=sheets {
            add(at, "worksheet", &format!("worksheets/sheet{at}.xml"));
        }
        add(sheets + 1, "styles", "styles.xml");
        add(sheets + 2, "sharedStrings", "sharedStrings.xml");
        if self.has_chain() {
            add(sheets + 3, "calcChain", "calcChain.xml");
        }
        xml.push_str("</Relationships>");
        xml
    }
}

const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

fn root_relations() -> String {
    format!(
        "{XML}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
}

/// A zip file of these parts.
pub(super) fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer
            .start_file(name.as_str(), SimpleFileOptions::default())
            .expect("a part in memory can be started");
        writer.write_all(content).expect("memory can be written");
    }
    writer
        .finish()
        .expect("a zip in memory can be finished")
        .into_inner()
}

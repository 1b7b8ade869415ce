use super::*;
use crate::limits;

fn rows_of(bytes: &[u8]) -> Result<Vec<(u32, Vec<String>)>, FileError> {
    let input = Input::from(bytes);
    let dialect = recognise(&input, None)?;
    let mut rows = Vec::new();
    read_rows(&input, dialect, |line| {
        if let Line::Row(row) = line {
            let cells = row.cells().map(|cell| cell.text.to_owned()).collect();
            rows.push((row.number(), cells));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(rows)
}

fn problems_of(bytes: &[u8]) -> Vec<RowProblem> {
    let input = Input::from(bytes);
    let dialect = recognise(&input, None).unwrap();
    let mut problems = Vec::new();
    read_rows(&input, dialect, |line| {
        if let Line::Refused(problem) = line {
            problems.push(problem);
        }
        Ok(ControlFlow::Continue(()))
    })
    .unwrap();
    problems
}

#[test]
fn row_numbers_are_those_of_a_spreadsheet() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "", "\"1\",2", "", "", "3,\"4\"\"5\""].join(end);
        let numbers: Vec<_> = rows_of(text.as_bytes())
            .unwrap()
            .into_iter()
            .map(|(row, _)| row)
            .collect();
        assert_eq!(numbers, [1, 3, 6], "{end:?}");
    }
}

#[test]
fn mixed_line_ends_and_breaks_in_quotes_are_told_apart() {
    let rows = rows_of(b"a,b\r\n\"x\r\ny\",1\rz,2\n\n,\nw,").unwrap();
    let cells: Vec<_> = rows
        .iter()
        .map(|(row, cells)| (*row, cells.join("|")))
        .collect();
    assert_eq!(
        cells,
        [
            (1, "a|b".into()),
            (2, "x\r\ny|1".into()),
            (3, "z|2".into()),
            (6, "w|".into())
        ] as [(u32, String); 4]
    );
}

#[test]
fn the_separator_is_the_one_that_makes_even_rows() {
    let separator = |text: &str| recognise(&text.as_bytes().into(), None).unwrap().separator;
    assert_eq!(separator("a,b,c\n1,2,3\n"), Separator::Comma);
    assert_eq!(separator("a;b;c\n1,5;2;3\n"), Separator::Semicolon);
    assert_eq!(separator("a\tb\n\"1,2,3;4\"\t5\n"), Separator::Tab);
    assert_eq!(separator("name\nlone\n"), Separator::Comma);
    assert_eq!(separator("SEP=\t\na,b;c\n"), Separator::Tab);
}

#[test]
fn a_quote_that_never_closes_is_named_with_its_place() {
    let error = rows_of(b"a,b\n1,\"two\n3,4\n").unwrap_err();
    assert_eq!(*error.trouble, Trouble::UnclosedQuote);
    assert_eq!(error.place, Place::cell(2, "B"));
    let mut long = b"a,b\n1,\"".to_vec();
    long.extend(b"line of text, and more\n".repeat(300_000));
    let error = rows_of(&long).unwrap_err();
    assert_eq!(
        (*error.trouble, error.place),
        (Trouble::UnclosedQuote, Place::cell(2, "B"))
    );
    assert_eq!(
        rows_of(b"a,b\n1,5\" pipe").unwrap().len(),
        2,
        "a quote inside of a text is a quote"
    );
}

#[test]
fn a_cell_or_a_line_without_end_is_refused_with_its_place() {
    let trouble = Trouble::CellTooLarge {
        limit_kilobytes: 1024,
    };
    for quote in ["", "\""] {
        let big = format!(
            "a,b\n1,2\n3,{quote}{}{quote}\n5,6\n",
            "x".repeat(limits::CELL_BYTES + 1)
        );
        let error = rows_of(big.as_bytes()).unwrap_err();
        assert_eq!(
            (&*error.trouble, error.place),
            (&trouble, Place::cell(3, "B")),
            "{quote}"
        );
    }
    let fits = format!("a,b\n1,{}\n", "x".repeat(limits::CELL_BYTES));
    assert_eq!(rows_of(fits.as_bytes()).unwrap().len(), 2);
    let line = "x".repeat(20 << 20);
    assert_eq!(*rows_of(line.as_bytes()).unwrap_err().trouble, trouble);
    let wide = format!("a\n{}\n", ",".repeat(1_000));
    let error = rows_of(wide.as_bytes()).unwrap_err();
    assert_eq!(
        (*error.trouble, error.place.row),
        (Trouble::TooManyColumns { limit: 1_000 }, Some(2))
    );
    let fits = format!("{}\n", vec!["a"; 1_000].join(","));
    assert_eq!(rows_of(fits.as_bytes()).unwrap()[0].1.len(), 1_000);
}

#[test]
fn nul_and_wrong_bytes_refuse_their_row_with_row_and_column() {
    let mut text = "id,名称\n1,好\n2,a\0b\n3,好的\n".to_string().into_bytes();
    text.extend("4,".bytes());
    text.extend([0xC3, 0x28]);
    text.extend("\n5,".bytes().chain("好".repeat(60).bytes()));
    let problems = problems_of(&text);
    let found: Vec<_> = problems
        .iter()
        .map(|one| (one.row, one.column.as_deref().unwrap(), one.trouble.clone()))
        .collect();
    assert_eq!(
        found,
        [
            (3, "B", Trouble::NulCharacter),
            (
                5,
                "B",
                Trouble::WrongBytes {
                    encoding: "UTF-8".into()
                }
            ),
        ]
    );
    assert_eq!(rows_of(&text).unwrap().len(), 4);
}

#[test]
fn wrong_bytes_of_another_encoding_stop_the_file_at_their_place() {
    let (mut text, ..) = encoding_rs::GB18030.encode("编号,名称\n1,超声波清洁机\n2,");
    text.to_mut().extend([0xFF, b'\n']);
    let input = Input::from(text.as_ref());
    let dialect = recognise(&input, Some(TextEncoding::Gb18030)).unwrap();
    let error = read_rows(&input, dialect, |_| Ok(ControlFlow::Continue(()))).unwrap_err();
    assert_eq!(
        *error.trouble,
        Trouble::WrongBytes {
            encoding: "GB18030".into()
        }
    );
    assert_eq!(error.place, Place::cell(3, "B"));
    let odd = [
        &[0xFF, 0xFE][..],
        &"a,b\n1,2"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>(),
        &[0, 0xD8],
    ]
    .concat();
    let error = rows_of(&odd).unwrap_err();
    assert_eq!(
        *error.trouble,
        Trouble::WrongBytes {
            encoding: "UTF-16LE".into()
        }
    );
}

#[test]
fn an_encoding_that_cannot_be_told_is_asked_for() {
    let latin = b"name,price\nCaf\xE9 cr\xE8me,5\nSe\xF1ora,6\n";
    assert_eq!(
        *rows_of(latin).unwrap_err().trouble,
        Trouble::EncodingUnclear
    );
    let input = Input::from(latin.as_slice());
    let dialect = recognise(&input, Some(TextEncoding::Windows1252)).unwrap();
    let mut names = Vec::new();
    read_rows(&input, dialect, |line| {
        if let Line::Row(row) = line {
            names.push(row.text(0).to_owned());
        }
        Ok(ControlFlow::Continue(()))
    })
    .unwrap();
    assert_eq!(names, ["name", "Café crème", "Señora"]);
}

#[test]
fn nothing_at_all_is_no_table() {
    assert_eq!(*rows_of(b"").unwrap_err().trouble, Trouble::EmptyFile);
    assert_eq!(rows_of(b"\xEF\xBB\xBF").unwrap(), []);
    assert_eq!(rows_of(b"\r\n\r\n").unwrap(), []);
}

//! What is written down is what SQLite's own session sees.

use super::*;
use proptest::prelude::*;
use rusqlite::session::Session;

const SCHEMA: &str = "CREATE TABLE one (id TEXT PRIMARY KEY, price INTEGER, note ANY);
    CREATE TABLE two (a TEXT, b INTEGER, c TEXT, PRIMARY KEY (b, a)) WITHOUT ROWID;
    CREATE TABLE three (number INTEGER PRIMARY KEY, bytes BLOB);
    CREATE TABLE history (seq INTEGER PRIMARY KEY);
    INSERT INTO one VALUES ('held', 1, 2.5), ('gone', 2, NULL);
    INSERT INTO two VALUES ('x', 1, 'c');";

fn database() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(SCHEMA).unwrap();
    conn
}

fn unpacked(changes: &Changes) -> Vec<u8> {
    let mut bytes = Vec::new();
    changes.reader().read_to_end(&mut bytes).unwrap();
    bytes
}

/// The changes of each row, in no order: sessions keep theirs in one of their own.
fn by_row(bytes: &[u8]) -> Vec<String> {
    use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
    let input: &mut dyn Read = &mut &*bytes;
    let mut changes = rusqlite::session::ChangesetIter::start_strm(&input).unwrap();
    let mut rows = Vec::new();
    while let Some(item) = changes.next().unwrap() {
        let (table, columns, code) = {
            let op = item.op().unwrap();
            (
                op.table_name().to_owned(),
                op.number_of_columns(),
                op.code(),
            )
        };
        let values = |old: bool| -> Vec<String> {
            (0..columns as usize)
                .map(|at| match old {
                    true => format!("{:?}", item.old_value(at)),
                    false => format!("{:?}", item.new_value(at)),
                })
                .collect()
        };
        let key = item.pk().unwrap();
        rows.push(format!(
            "{table} {key:?} {code:?} {:?} {:?}",
            values(true),
            values(false)
        ));
    }
    rows.sort();
    rows
}

/// What a session sees of the statements, and what the recorder does.
fn both(statements: &[&str]) -> (Vec<u8>, Vec<u8>, Counts) {
    let conn = database();
    let mut session = Session::new(&conn).unwrap();
    session.table_filter(Some(is_recorded));
    session.attach(None::<&str>).unwrap();
    for statement in statements {
        conn.execute_batch(statement).unwrap();
    }
    let mut seen = Vec::new();
    session.changeset_strm(&mut seen).unwrap();
    let mut conn = database();
    let recorder = Recorder::attach(&mut conn).unwrap();
    recorder.start();
    let before = conn.total_changes();
    for statement in statements {
        conn.execute_batch(statement).unwrap();
    }
    assert_eq!(recorder.seen(), conn.total_changes() - before);
    let taken = recorder.take().pack().unwrap();
    let (written, counts) = taken.map_or_else(Default::default, |(changes, counts)| {
        (unpacked(&changes), counts)
    });
    (seen, written, counts)
}

#[test]
fn rows_that_come_in_are_written_down_as_they_are() {
    let (seen, written, counts) = both(&[
        "INSERT INTO one VALUES ('a', 1, 1.5), ('b', NULL, x'00ff'), ('c', -1, 'T')",
        "INSERT INTO two VALUES ('é', 9223372036854775807, hex(zeroblob(20000)))",
        "INSERT INTO three (bytes) VALUES (zeroblob(0)), (zeroblob(200))",
        "INSERT INTO history VALUES (1)",
    ]);
    assert_eq!(by_row(&written), by_row(&seen));
    let expected = [("one", 3), ("two", 1), ("three", 2)];
    let expected = expected.map(|(table, rows)| (table.to_owned(), rows));
    assert_eq!(counts, Counts::from(expected));
}

#[test]
fn changes_of_one_row_are_put_together() {
    let (seen, written, counts) = both(&[
        "INSERT INTO one VALUES ('a', 1, 1)",
        "UPDATE one SET price = 7 WHERE id = 'a'",
        "UPDATE one SET price = 9, note = 'n' WHERE id = 'held'",
        "UPDATE one SET price = 1 WHERE id = 'held'",
        "DELETE FROM one WHERE id = 'gone'",
        "INSERT INTO two VALUES ('y', 2, 'c')",
        "DELETE FROM two WHERE a = 'y'",
    ]);
    assert_eq!(by_row(&written), by_row(&seen));
    assert_eq!(counts, Counts::from([("one".to_owned(), 3)]));
}

#[test]
fn there_and_back_is_no_change() {
    let (_, written, counts) = both(&[
        "UPDATE one SET price = 9 WHERE id = 'held'",
        "UPDATE one SET price = 1 WHERE id = 'held'",
        "DELETE FROM two",
        "INSERT INTO two VALUES ('x', 1, 'c')",
    ]);
    assert_eq!(written, b"");
    assert_eq!(counts, Counts::new());
}

#[test]
fn what_was_taken_or_stopped_does_not_come_again() {
    let mut conn = database();
    let recorder = Recorder::attach(&mut conn).unwrap();
    let insert = |id: &str| {
        conn.execute("INSERT INTO one VALUES (?1, 1, 1)", [id])
            .unwrap();
    };
    insert("before");
    assert!(recorder.take().is_empty());
    recorder.start();
    insert("a");
    let (first, _) = recorder.take().pack().unwrap().unwrap();
    assert_eq!(by_row(&unpacked(&first)).len(), 1);
    insert("b");
    let (second, _) = recorder.take().pack().unwrap().unwrap();
    assert!(by_row(&unpacked(&second))[0].contains("Ok(Text([98]))"));
    insert("c");
    recorder.stop();
    insert("d");
    assert!(recorder.take().is_empty());
    assert_eq!(recorder.seen(), 3);
}

#[test]
fn numbers_have_as_many_bytes_as_they_need() {
    for (number, bytes) in [
        (0, &[0][..]),
        (127, &[127]),
        (128, &[0x81, 0]),
        (16_384, &[0x81, 0x80, 0]),
    ] {
        let mut put = Vec::new();
        put_number(&mut put, number);
        assert_eq!(put, bytes, "{number}");
    }
}

/// None of them fails, whatever came before.
const STATEMENTS: [&str; 12] = [
    "INSERT INTO one VALUES ('a', 1, 1) ON CONFLICT (id) DO UPDATE SET price = price + 1",
    "INSERT INTO one VALUES ('b', NULL, 'x') ON CONFLICT (id) DO UPDATE SET note = NULL",
    "UPDATE one SET price = price + 1",
    "UPDATE one SET note = 2.5",
    "UPDATE OR IGNORE one SET id = id || 'z' WHERE id = 'a'",
    "DELETE FROM one WHERE id = 'a'",
    "DELETE FROM one WHERE id = 'held'",
    "INSERT OR IGNORE INTO two SELECT 'x' || count(*), count(*), NULL FROM two",
    "UPDATE OR IGNORE two SET b = b + 100 WHERE b < 3",
    "UPDATE two SET c = coalesce(c, '') || 'c'",
    "INSERT INTO three (bytes) VALUES (x'01')",
    "UPDATE OR IGNORE three SET number = number + 50 WHERE number = 1",
];

proptest! {
    #[test]
    fn any_statements_are_recorded_as_a_session_records_them(
        order in prop::collection::vec(0..STATEMENTS.len(), 0..14),
    ) {
        let statements: Vec<&str> = order.into_iter().map(|at| STATEMENTS[at]).collect();
        let (seen, written, counts) = both(&statements);
        let rows = by_row(&written);
        prop_assert_eq!(counts.values().sum::<u64>(), rows.len() as u64);
        prop_assert_eq!(rows, by_row(&seen));
    }
}

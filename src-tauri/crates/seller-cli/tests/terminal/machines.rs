//! The same work on machines that are set up otherwise: time zone and locale change nothing.

use crate::support::{Terminal, ran};

/// What a machine may be set to.
const MACHINES: [&[(&str, &str)]; 8] = [
    &[("TZ", "UTC"), ("LC_ALL", "C")],
    &[("TZ", "Asia/Kolkata"), ("LC_ALL", "tr_TR.UTF-8")],
    &[("TZ", "Pacific/Apia"), ("LC_ALL", "de_DE.UTF-8")],
    &[("TZ", "Pacific/Niue"), ("LC_ALL", "ar_EG.UTF-8")],
    &[("TZ", "America/Los_Angeles"), ("LANG", "zh_CN.GBK")],
    &[("TZ", "Nowhere/Nonsense"), ("LC_ALL", "nonsense")],
    &[("TZ", ""), ("LC_NUMERIC", "de_DE.UTF-8")],
    &[
        ("TZ", ":/dev/null"),
        ("LANGUAGE", "tr:ar"),
        ("LC_TIME", "fa_IR"),
    ],
];

/// Commas and points, dates that two zones disagree about, an İ, and digits of other scripts.
const PRICES: &str = "sku_id,price,from,to\n\
    1729390000000000000,\"1,234.50\",2026-03-07,2026-03-09\n\
    1729390000000000001,17.25,2026-04-30,\n";

/// Everything that the program says and writes on one machine: its answers, its files, its data.
fn done_on(machine: &[(&str, &str)], prepared: &Terminal, campaign: &str) -> Vec<Vec<u8>> {
    let at = prepared.twin();
    let jobs: [&[&str]; 10] = [
        &["import", "prices.csv", "--into", "price-history"],
        &["check", campaign],
        &["call", "desk_state"],
        &["call", "overview"],
        &[
            "call",
            "history_page",
            r#"{"window":{"offset":0,"limit":50}}"#,
        ],
        &["explain", "RG-02"],
        &["call", "history_undo"],
        &["call", "history_redo"],
        &["export", campaign, "out.csv"],
        &["export", campaign, "out.evidence", "--format", "evidence"],
    ];
    let mut seen = Vec::new();
    for words in jobs {
        let mut command = at.command(words);
        command.current_dir(at.file().parent().unwrap());
        for name in ["TZ", "LC_ALL", "LANG", "LANGUAGE", "LC_NUMERIC", "LC_TIME"] {
            command.env_remove(name);
        }
        let output = command.envs(machine.iter().copied()).output().unwrap();
        let run = ran(&output);
        assert_eq!(run.code, Some(0), "{machine:?} {words:?}: {}", run.said);
        seen.push(output.stdout);
    }
    seen.extend(["out.csv", "out.evidence"].map(|name| std::fs::read(at.path(name)).unwrap()));
    seen.push(at.state().0.into_bytes());
    seen
}

#[test]
fn the_time_zone_and_the_locale_of_the_machine_change_nothing() {
    let terminal = Terminal::with_shop();
    terminal.import(&terminal.catalogue(10));
    let (campaign, _) = terminal.prepare();
    terminal.done(&["register", &campaign]);
    let again = serde_json::json!({ "campaign_id": campaign, "again": [] });
    terminal.call("draft_open", &again);
    std::fs::write(terminal.path("prices.csv"), PRICES).unwrap();
    let wanted = done_on(MACHINES[0], &terminal, &campaign);
    for machine in &MACHINES[1..] {
        let found = done_on(machine, &terminal, &campaign);
        for (at, (found, wanted)) in found.iter().zip(&wanted).enumerate() {
            let texts = [found, wanted].map(|bytes| String::from_utf8_lossy(bytes));
            assert_eq!(texts[0], texts[1], "{machine:?}, number {at}");
        }
    }
}

//! What becomes of the lists when something fails between their checks and the commit.

use super::placing::with_places;
use crate::context::Context;
use crate::desk::Desk;
use crate::error::CommandError;
use seller_domain::{FixedClock, Instant, Language};
use seller_exchange::atomic::{Beside, Settled};
use seller_store::{Cellar, StoreError, Summary, digest};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

const TABLE: &str = "product_id,sku_id,title,retail_price,stock,campaign_price,campaign_stock\n\
                     1729380000000000001,1729390000000000001,Mug,20.00,40,14.50,10\n";

struct Office {
    folder: TempDir,
    desk: Desk,
    request: Value,
}

impl Office {
    /// A shop with an open campaign and a table to plan from; an earlier list of what passes is
    /// there, none of what is refused.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let clock = Arc::new(FixedClock::new(now()));
        let desk = Desk::on_file(path("shop.promodesk"), clock, Language::English).unwrap();
        let call = |name: &str, request: Value| called(&desk, name, &request).unwrap();
        call("shop_save", json!({ "shop": shop() }));
        let mut campaign = call("campaign_template", json!({ "kind": "major" }));
        campaign["name"] = json!("Summer Sale");
        campaign["criteria"]["smart_promotion"] = json!({ "kind": "not" });
        let saved = call("campaign_save", json!({ "campaign": campaign }));
        fs::write(path("plan.csv"), TABLE).unwrap();
        fs::write(path("passes.csv"), "earlier").unwrap();
        let request = json!({ "path": path("plan.csv"), "campaign_id": saved["id"], "coupons": [],
            "acknowledged": ["RG-19", "RG-22", "RG-23", "RG-25"],
            "accepted": path("passes.csv"), "refused": path("refused.csv") });
        Self {
            folder,
            desk,
            request,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn cellar(&self) -> Arc<Cellar> {
        self.desk.cellar(&context()).unwrap()
    }

    fn digest(&self) -> String {
        format!("{:?}", self.cellar().read(digest).unwrap())
    }

    /// Plans, and does `meanwhile` when both lists were checked and nothing is written yet.
    fn plan_while(&self, meanwhile: impl FnOnce()) -> Result<Value, CommandError> {
        std::thread::scope(|scope| {
            let cellar = self.cellar();
            // The command cannot begin its write before this one ends.
            let hold = cellar.write("hold", Summary::new("hold"), now(), |_| {
                let planning = scope.spawn(|| called(&self.desk, "plan_register", &self.request));
                while self.beside(".part") < 2 && !planning.is_finished() {
                    std::thread::yield_now();
                }
                meanwhile();
                Ok::<_, StoreError>(planning)
            });
            hold.unwrap().value.join().unwrap()
        })
    }

    /// How many files are left beside the lists.
    fn beside(&self, suffix: &str) -> usize {
        let files = fs::read_dir(self.folder.path()).unwrap();
        let names = files.map(|file| file.unwrap().file_name());
        names
            .filter(|name| name.to_string_lossy().ends_with(suffix))
            .count()
    }
}

fn now() -> Instant {
    "2026-05-10T07:00:00Z".parse().unwrap()
}

fn context() -> Context {
    Context {
        now: now(),
        language: Language::English,
    }
}

fn called(desk: &Desk, name: &str, request: &Value) -> Result<Value, CommandError> {
    let answer = desk.call(name, &request.to_string(), Language::English)?;
    Ok(serde_json::from_str(&answer).unwrap())
}

fn shop() -> Value {
    serde_json::from_str(include_str!("../../../../tests/shop.json")).unwrap()
}

#[test]
fn a_list_whose_place_became_a_folder_registers_nothing_and_keeps_the_other_list() {
    let office = Office::new();
    let before = office.digest();
    let in_the_way = office.path("refused.csv").join("in the way");
    let error = office
        .plan_while(|| fs::create_dir_all(&in_the_way).unwrap())
        .unwrap_err();
    let CommandError::File { file, message, .. } = error else {
        panic!("not refused for a list: {error:?}");
    };
    assert_eq!(file, "refused.csv");
    assert!(message.contains("it is a folder"), "{message}");
    assert_eq!(office.digest(), before);
    let kept = fs::read_to_string(office.path("passes.csv")).unwrap();
    assert_eq!(kept, "earlier");
    assert_eq!((office.beside(".part"), office.beside(".before")), (0, 0));

    fs::remove_dir_all(office.path("refused.csv")).unwrap();
    let done = office.plan_while(|| ()).unwrap();
    assert_eq!([&done["accepted"], &done["refused"]], [1, 0]);
    assert_eq!(done["products"], 1);
    let passes = fs::read_to_string(office.path("passes.csv")).unwrap();
    assert!(passes.contains("1729390000000000001"), "{passes}");
    assert!(office.path("refused.csv").is_file());
    assert_eq!((office.beside(".part"), office.beside(".before")), (0, 0));
}

fn settled(target: &Path) -> Settled {
    let mut beside = Beside::begin(target).unwrap();
    beside.file().write_all(b"new").unwrap();
    beside.settle().unwrap()
}

#[test]
fn a_write_that_fails_after_both_lists_took_their_places_gives_the_earlier_ones_back() {
    let office = Office::new();
    let passes = office.path("passes.csv");
    let refused = office.path("refused.csv");
    let full = CommandError::Storage {
        message: "The disk is full.".to_owned(),
        remedy: "Free some space.".to_owned(),
    };
    let failed = with_places(&context(), |places| {
        places.take(settled(&passes), "passes.csv")?;
        places.take(settled(&refused), "refused.csv")?;
        assert_eq!(fs::read_to_string(&passes).unwrap(), "new");
        assert!(refused.is_file());
        Err::<(), _>(full)
    })
    .err()
    .unwrap();
    assert!(failed.reached_lists);
    assert_eq!(
        failed.error.to_string(),
        "The disk is full. Free some space."
    );
    assert_eq!(fs::read_to_string(&passes).unwrap(), "earlier");
    assert!(!refused.exists());
    assert_eq!(office.beside(".before"), 0);
}

#[test]
fn an_earlier_list_that_cannot_be_put_back_is_named_with_where_it_lies() {
    let office = Office::new();
    let passes = office.path("passes.csv");
    let failed = with_places(&context(), |places| {
        places.take(settled(&passes), "passes.csv")?;
        fs::remove_file(&passes).unwrap();
        fs::create_dir_all(passes.join("in the way")).unwrap();
        Err::<(), _>(CommandError::bug("the commit failed"))
    });
    let CommandError::File { file, remedy, .. } = failed.err().unwrap().error else {
        panic!("the list is not named");
    };
    assert_eq!(file, "passes.csv");
    let files = fs::read_dir(office.folder.path()).unwrap();
    let kept = files
        .map(|file| file.unwrap().path())
        .find(|path| path.extension().is_some_and(|end| end == "before"))
        .unwrap();
    assert_eq!(fs::read_to_string(&kept).unwrap(), "earlier");
    let name = kept.file_name().unwrap().to_str().unwrap();
    assert!(remedy.contains(name), "{remedy}");
}

#[test]
fn a_list_takes_no_place_of_the_table_the_shop_or_the_other_list() {
    let office = Office::new();
    fs::create_dir(office.path("sub")).unwrap();
    let before = office.digest();
    let roundabout = office.path("sub").join("..");
    for (list, place, named) in [
        ("accepted", roundabout.join("plan.csv"), "the table itself"),
        ("refused", office.path("shop.promodesk"), "the shop's file"),
        ("refused", roundabout.join("passes.csv"), "the other list"),
    ] {
        let mut request = office.request.clone();
        request[list] = json!(place);
        let error = called(&office.desk, "plan_register", &request).unwrap_err();
        let CommandError::Invalid { field, message, .. } = error else {
            panic!("not refused for its place: {error:?}");
        };
        assert_eq!(field, list);
        assert!(message.contains(named), "{message}");
    }
    assert_eq!(office.digest(), before);
    assert_eq!(fs::read_to_string(office.path("plan.csv")).unwrap(), TABLE);
    let kept = fs::read_to_string(office.path("passes.csv")).unwrap();
    assert_eq!(kept, "earlier");
}

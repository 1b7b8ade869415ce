//! The sample shop: a file of its own with something in every state, made
//! through the same rules and writes as a real one.

mod campaigns;
mod coupons;
mod draft;
mod funded;
mod goods;
mod partners;
mod story;

use crate::context::Context;
use crate::error::{Answer, CommandError};
use crate::trouble::{Trouble, open_words};
use chrono::{Days, TimeDelta};
use goods::Goods;
use seller_domain::shop::{FeeTerms, Score, Shop};
use seller_domain::{Currency, Instant, Market, Money, Percent, Zone};
use seller_exchange::Hindrance;
use seller_store::{Cellar, Summary, Tx};
use std::path::Path;

/// Makes the sample shop's file. All its dates lie around `context.now`.
///
/// It is made beside `path` and takes its name when it is whole.
pub(crate) fn make(path: &Path, context: &Context) -> Answer<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let aside = private_folder(folder)
        .and_then(|()| {
            tempfile::Builder::new()
                .prefix(".sample-")
                .tempdir_in(folder)
        })
        .map_err(|why| unwritable(&why, context))?;
    let part = aside.path().join("sample");
    let cellar = Cellar::create(&part, context.now).map_err(|error| {
        let (message, remedy) = open_words(&error, context.language);
        CommandError::Storage { message, remedy }
    })?;
    Teller::new(&cellar, context)
        .tell()
        .map_err(|trouble| trouble.answer(context.language))?;
    drop(cellar);
    std::fs::rename(&part, path).map_err(|why| unwritable(&why, context))
}

fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

fn unwritable(why: &std::io::Error, context: &Context) -> CommandError {
    let why = Hindrance::from(why);
    let why = why.text(context.language);
    CommandError::Storage {
        message: context.say(
            format!("The sample shop cannot be written: {why}."),
            format!("无法写入示例店铺：{why}。"),
        ),
        remedy: context.say(
            "Free some space, allow writing to the data folder, and try again.",
            "请清理磁盘空间并允许写入数据文件夹，然后重试。",
        ),
    }
}

/// Tells the shop's story: each chapter at its time.
struct Teller<'a> {
    cellar: &'a Cellar,
    shop: Shop,
    now: Instant,
    midnight: Instant,
}

impl<'a> Teller<'a> {
    fn new(cellar: &'a Cellar, context: &Context) -> Self {
        let shop = sunny_corner();
        let zone = shop.time_zone;
        Self {
            cellar,
            midnight: zone.start_of(zone.day_of(context.now)),
            now: context.now,
            shop,
        }
    }

    fn tell(&self) -> Result<(), Trouble> {
        let mut goods = Goods::new();
        self.at(self.day(-120), |tx| {
            seller_store::shop::save(tx, &self.shop)?;
            goods.import(tx)
        })?;
        self.at(self.day(-110), |tx| story::join(tx, &self.shop))?;
        self.at(self.day(-100), |tx| campaigns::record(tx, self))?;
        story::happen(self, &mut goods)?;
        draft::leave(self, &goods)?;
        coupons::issue(self, &goods)?;
        partners::meet(self, &goods)?;
        funded::switch(self)?;
        Ok(self.cellar.forget_history()?)
    }

    /// Writes at a moment of the story.
    fn at<R>(
        &self,
        at: Instant,
        work: impl FnOnce(&Tx<'_>) -> Result<R, Trouble>,
    ) -> Result<R, Trouble> {
        let written = self
            .cellar
            .write("sample", Summary::new("sample"), at, work)?;
        Ok(written.value)
    }

    /// Midnight in the shop, so many days from today.
    fn day(&self, days: i64) -> Instant {
        let zone: Zone = self.shop.time_zone;
        let count = Days::new(days.unsigned_abs());
        let today = zone.day_of(self.midnight);
        let day = if days < 0 {
            today.checked_sub_days(count)
        } else {
            today.checked_add_days(count)
        };
        day.map_or(self.midnight, |day| zone.start_of(day))
    }

    /// Some hours after midnight of that day.
    fn hour(&self, days: i64, hours: i64) -> Instant {
        self.day(days) + TimeDelta::hours(hours)
    }
}

/// US dollars, in cents.
fn cents(cents: i64) -> Money {
    Money::from_minor(cents, Currency::Usd)
}

fn sunny_corner() -> Shop {
    Shop {
        name: "Sunny Corner".to_owned(),
        market: Market::Us,
        currency: Currency::Usd,
        time_zone: Zone(chrono_tz::America::Los_Angeles),
        sps: Some(Score::from_tenths(42)),
        violations: 1,
        free_shipping_threshold: Some(cents(25_00)),
        average_order_value: Some(cents(34_50)),
        monthly_gmv: Some(cents(8_640_000)),
        fee_terms: FeeTerms {
            referral_rate: Percent::whole(6),
            affiliate_rate: Percent::whole(5),
            shipping_cost: cents(3_20),
            shipping_charge: cents(4_99),
            wanted_margin: Percent::whole(15),
        },
    }
}

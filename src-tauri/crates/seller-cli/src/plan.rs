//! A campaign planned from one table, from the import to the two lists.

use crate::call::{Caller, Failure, remark, say};
use clap::Args;
use seller_commands::CommandError;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A plan, as it is asked for.
#[derive(Debug, Args)]
pub struct Plan {
    /// The table: catalogue, lowest prices, costs, campaign prices, stock, extra discounts.
    file: PathBuf,
    /// The campaign, where it is recorded.
    #[arg(long, value_name = "ID", required_unless_present = "terms")]
    campaign: Option<String>,
    /// A file with the terms of a campaign that is recorded first: a request of `campaign_save`.
    #[arg(long, value_name = "FILE", conflicts_with = "campaign")]
    terms: Option<PathBuf>,
    /// A file with the settings of a shop that is set up first: a request of `shop_save`.
    #[arg(long, value_name = "FILE")]
    shop: Option<PathBuf>,
    /// Coupons of the campaign that are registered with it.
    #[arg(long = "coupon", value_name = "ID")]
    coupons: Vec<String>,
    /// Rules whose warnings are acknowledged.
    #[arg(long = "acknowledge", value_name = "RULE")]
    acknowledged: Vec<String>,
    /// Where the rows that pass go, with their money.
    #[arg(long, value_name = "FILE")]
    accepted: PathBuf,
    /// Where the rows that are refused go, with the rules.
    #[arg(long, value_name = "FILE")]
    refused: PathBuf,
}

/// What was recorded for a plan: the steps of the history that it became, by their sequence.
#[derive(Default)]
struct Recorded(Vec<u64>);

impl Plan {
    /// Records what is not there yet, plans, and says what became of it. A plan that is refused
    /// leaves nothing behind.
    pub fn run(&self, caller: &Caller<'_>) -> Result<(), Failure> {
        self.require_shop(caller)?;
        let mut recorded = Recorded::default();
        match self.register(caller, &mut recorded) {
            Ok(done) => {
                tell(caller, &done);
                Ok(())
            }
            Err(failure) => {
                if !matches!(recorded.take_back(caller), Ok(true)) {
                    remark(&caller.told(
                        "the shop or the campaign stays recorded; `call history_undo` takes it back",
                        "店铺或活动仍保留在记录中；可用 `call history_undo` 撤销",
                    ));
                }
                Err(failure)
            }
        }
    }

    /// A shop is there or given, not both.
    fn require_shop(&self, caller: &Caller<'_>) -> Result<(), Failure> {
        let state = caller.call("desk_state", &json!({}))?;
        let is_there = state["state"]["kind"] != "no_shop";
        match (is_there, &self.shop) {
            (true, Some(_)) => Err(Failure::usage(caller.told(
                "this file has a shop already: leave --shop out, or name a file that does not \
                 exist with --db",
                "该文件已有店铺：请去掉 --shop，或用 --db 指定一个尚不存在的文件",
            ))),
            (false, None) => Err(Failure::usage(caller.told(
                "there is no shop in this file: give its settings with --shop FILE, a request of \
                 `shop_save`",
                "该文件中没有店铺：请用 --shop 文件 给出店铺设置，即 `shop_save` 的请求",
            ))),
            (true, None) | (false, Some(_)) => Ok(()),
        }
    }

    fn register(&self, caller: &Caller<'_>, recorded: &mut Recorded) -> Result<Value, Failure> {
        if let Some(shop) = &self.shop {
            recorded.record(caller, "shop_save", shop)?;
        }
        let campaign = match (&self.terms, &self.campaign) {
            (Some(terms), _) => recorded.record(caller, "campaign_save", terms)?["id"].clone(),
            (None, campaign) => json!(campaign),
        };
        let request = json!({
            "path": caller.path(&self.file)?, "campaign_id": campaign, "coupons": self.coupons,
            "acknowledged": self.acknowledged, "accepted": caller.path(&self.accepted)?,
            "refused": caller.path(&self.refused)?,
        });
        let mut done = caller.call("plan_register", &request)?;
        done["campaign_id"] = campaign;
        Ok(done)
    }
}

impl Recorded {
    /// Calls a command that records something with the request that a file holds.
    fn record(&mut self, caller: &Caller<'_>, name: &str, file: &Path) -> Result<Value, Failure> {
        let request = std::fs::read_to_string(file).map_err(|why| {
            let file = file.display();
            Failure::usage(caller.told(
                format!("{file} cannot be read: {why}"),
                format!("无法读取 {file}，或其内容不是 UTF-8 文字"),
            ))
        })?;
        let before = last_step(caller)?;
        let answer = caller.answer(name, &request)?;
        // What is recorded already becomes no step: the last one is the seller's own.
        self.0
            .extend(last_step(caller)?.filter(|step| Some(*step) != before));
        serde_json::from_str(&answer).map_err(|why| Failure::usage(why.to_string()))
    }

    /// Takes these steps back and no other; whether all of them could be.
    fn take_back(&self, caller: &Caller<'_>) -> Result<bool, Failure> {
        for step in self.0.iter().rev() {
            if last_step(caller)? != Some(*step) {
                return Ok(false);
            }
            caller.call("history_undo", &json!({}))?;
        }
        Ok(true)
    }
}

/// The step that *Undo* would take back; none where there is no shop yet.
fn last_step(caller: &Caller<'_>) -> Result<Option<u64>, Failure> {
    match caller.call("history_state", &json!({})) {
        Ok(state) => Ok(state["undo"]["sequence"].as_u64()),
        Err(Failure::Answer(error)) if matches!(*error, CommandError::NoShop { .. }) => Ok(None),
        Err(failure) => Err(failure),
    }
}

fn tell(caller: &Caller<'_>, done: &Value) {
    let (accepted, refused) = (&done["accepted"], &done["refused"]);
    say(&caller.told(
        format!("{accepted} rows pass, {refused} are refused."),
        format!("{accepted} 行通过，{refused} 行被拒绝。"),
    ));
    let (products, skus) = (&done["products"], &done["skus"]);
    let campaign = done["campaign_id"].as_str().unwrap_or_default();
    say(&if *products == 0 {
        caller.told(
            "No product passes as a whole; nothing was submitted.",
            "没有商品整体通过，未提交任何内容。",
        )
    } else {
        caller.told(
            format!("Submitted {products} products with {skus} SKUs for campaign {campaign}."),
            format!("已为活动 {campaign} 提交 {products} 个商品、{skus} 个 SKU。"),
        )
    });
}

//! What imported rows become, as it is said on the command line.

use crate::call::{Caller, Failure};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

/// What the rows are for.
#[derive(Debug, Args)]
pub struct Target {
    /// What the rows become; left out: what the files look like.
    #[arg(long, value_enum)]
    into: Option<Into>,
    /// The campaign, for a prefill workbook, decisions, a fail report or products that joined a
    /// partner's.
    #[arg(long)]
    campaign: Option<String>,
    /// The draft, for a plan.
    #[arg(long)]
    draft: Option<String>,
}

/// What imported rows become.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Into {
    /// Products and SKUs.
    Catalogue,
    /// Unit costs.
    Costs,
    /// Prices over time.
    PriceHistory,
    /// What a prefill workbook states.
    Prefill,
    /// Campaign prices of a draft.
    Plan,
    /// The platform's decisions.
    Decisions,
    /// The platform's list of coupons.
    Coupons,
    /// Campaigns of affiliate partners.
    PartnerCampaigns,
    /// What became of products that joined one.
    PartnerProducts,
    /// A fail report.
    FailReport,
}

impl Target {
    /// As the desk takes it; null where the files say it themselves.
    pub fn wanted(&self, caller: &Caller<'_>) -> Result<Value, Failure> {
        let Some(into) = self.into else {
            return Ok(Value::Null);
        };
        let mut target = json!({ "kind": into.kind() });
        match into {
            Into::Prefill | Into::Decisions | Into::FailReport | Into::PartnerProducts => {
                let Some(campaign) = &self.campaign else {
                    return Err(Failure::usage(caller.told(
                        "name the campaign: --campaign ID",
                        "请指定活动：--campaign 活动",
                    )));
                };
                target["campaign_id"] = json!(campaign);
            }
            Into::Plan => {
                let Some(draft) = &self.draft else {
                    return Err(Failure::usage(
                        caller.told("name the draft: --draft ID", "请指定草稿：--draft 草稿"),
                    ));
                };
                target["draft_id"] = json!(draft);
            }
            Into::Catalogue
            | Into::Costs
            | Into::PriceHistory
            | Into::Coupons
            | Into::PartnerCampaigns => {}
        }
        Ok(target)
    }
}

impl Into {
    /// The desk's word for it.
    fn kind(self) -> &'static str {
        match self {
            Self::Catalogue => "catalogue",
            Self::Costs => "costs",
            Self::PriceHistory => "price_history",
            Self::Prefill => "prefill",
            Self::Plan => "plan",
            Self::Decisions => "decisions",
            Self::Coupons => "coupons",
            Self::PartnerCampaigns => "partner_campaigns",
            Self::PartnerProducts => "partner_products",
            Self::FailReport => "fail_report",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_target_of_the_desk_that_is_stored_is_offered() {
        let typescript = seller_commands::typescript();
        let (_, from) = typescript.split_once("export type ImportTarget =").unwrap();
        let (union, _) = from.split_once(';').unwrap();
        let kinds = union.split("\"kind\": \"").skip(1);
        let mut kinds: BTreeSet<&str> = kinds.map(|kind| kind.split('"').next().unwrap()).collect();
        assert!(kinds.remove("orders"), "orders are read, never stored");
        let offered = Into::value_variants().iter().map(|into| into.kind());
        assert_eq!(offered.collect::<BTreeSet<_>>(), kinds);
        assert_eq!(kinds.len(), 10);
    }
}

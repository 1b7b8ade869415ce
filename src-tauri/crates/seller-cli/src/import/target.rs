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
    #[arg(long, requires = "into")]
    campaign: Option<String>,
    /// The draft, for a plan.
    #[arg(long, requires = "into")]
    draft: Option<String>,
}

/// What imported rows become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
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

/// What rows belong to, of which some targets name one.
struct Owner {
    option: &'static str,
    /// The desk's word for its id.
    key: &'static str,
    english: &'static str,
    chinese: &'static str,
    /// The targets that name one.
    of: &'static [Into],
}

const CAMPAIGN: Owner = Owner {
    option: "--campaign",
    key: "campaign_id",
    english: "campaign",
    chinese: "活动",
    of: &[
        Into::Prefill,
        Into::Decisions,
        Into::PartnerProducts,
        Into::FailReport,
    ],
};

const DRAFT: Owner = Owner {
    option: "--draft",
    key: "draft_id",
    english: "draft",
    chinese: "草稿",
    of: &[Into::Plan],
};

impl Target {
    /// As the desk takes it; null where the files say it themselves. An owner that is missing, or
    /// that the rows have no use for, is refused.
    pub fn wanted(&self, caller: &Caller<'_>) -> Result<Value, Failure> {
        let Some(into) = self.into else {
            return Ok(Value::Null);
        };
        let mut target = json!({ "kind": into.kind() });
        for (owner, given) in [(CAMPAIGN, &self.campaign), (DRAFT, &self.draft)] {
            match (owner.of.contains(&into), given) {
                (true, Some(id)) => target[owner.key] = json!(id),
                (true, None) => return Err(owner.missing(caller)),
                (false, Some(_)) => return Err(owner.unfit(caller, into)),
                (false, None) => {}
            }
        }
        Ok(target)
    }
}

impl Owner {
    fn missing(&self, caller: &Caller<'_>) -> Failure {
        let (option, english, chinese) = (self.option, self.english, self.chinese);
        Failure::usage(caller.told(
            format!("name the {english}: {option} ID"),
            format!("请指定{chinese}：{option} {chinese}"),
        ))
    }

    fn unfit(&self, caller: &Caller<'_>, into: Into) -> Failure {
        let (option, into) = (self.option, into.name());
        let of: Vec<String> = self.of.iter().map(|into| into.name()).collect();
        let of = of.join("|");
        Failure::usage(caller.told(
            format!(
                "--into {into} takes no {option}: leave {option} out, or say what takes it: \
                 --into {of}"
            ),
            format!("--into {into} 不接受 {option}：请去掉 {option}，或改用接受它的 --into {of}"),
        ))
    }
}

impl Into {
    /// Its name on the command line.
    fn name(self) -> String {
        let value = self.to_possible_value();
        value.map_or_else(String::new, |value| value.get_name().to_owned())
    }

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

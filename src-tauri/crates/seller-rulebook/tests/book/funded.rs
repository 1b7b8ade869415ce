//! Scenes of the switches of TikTok-funded promotions: what they do not say is a switch that was
//! never moved and is confirmed, in a shop without plans.

use crate::scene::Scene;
use seller_domain::Instant;
use seller_domain::funded_promotion::{
    FundedType, Position, Switching, Timeline, WantedExceptions,
};
use seller_rulebook::Finding;
use seller_rulebook::funded_cases::{CampaignWithRows, SwitchCase, SwitchConfirmation};
use seller_rulebook::review::review_switch;
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SwitchScene {
    #[serde(rename = "type")]
    funded_type: FundedType,
    to: Position,
    /// `asked`, `missing`, `changed`; absent: given.
    confirmation: Option<String>,
    /// How the switch was moved before.
    #[serde(default)]
    moved: Vec<(Position, Instant)>,
    #[serde(default)]
    others_off: Vec<FundedType>,
    others_off_at: Option<Instant>,
    #[serde(default)]
    except_products: Vec<String>,
    #[serde(default)]
    except_brands: Vec<String>,
    /// SKUs registered in the scene's campaign.
    #[serde(default)]
    registered: u32,
    /// SKUs planned for it.
    #[serde(default)]
    planned: u32,
}

impl SwitchScene {
    pub fn findings(&self, scene: &Scene) -> Vec<Finding> {
        self.case(scene, |case| review_switch(case).overall)
    }

    pub fn case<T>(&self, scene: &Scene, with: impl FnOnce(&SwitchCase<'_>) -> T) -> T {
        let facts = scene.facts();
        let long_ago = || "2026-01-05T12:00:00Z".parse().unwrap();
        let off_at = self.others_off_at.unwrap_or_else(long_ago);
        let others = self.others_off.iter().map(|other| Switching {
            funded_type: *other,
            to: Position::Off,
            at: off_at,
        });
        let moved = self.moved.iter().map(|(to, at)| Switching {
            funded_type: self.funded_type,
            to: *to,
            at: *at,
        });
        let except = WantedExceptions {
            product_ids: self
                .except_products
                .iter()
                .map(|id| id.as_str().into())
                .collect(),
            brands: self.except_brands.clone(),
        };
        with(&SwitchCase {
            now: facts.now,
            shop: &facts.shop,
            policy: &facts.policy(),
            timeline: &Timeline::new(others.chain(moved).collect()),
            funded_type: self.funded_type,
            to: self.to,
            except: &except,
            confirmation: match self.confirmation.as_deref() {
                None => SwitchConfirmation::Given,
                Some("asked") => SwitchConfirmation::Asked,
                Some("missing") => SwitchConfirmation::Missing,
                Some("changed") => SwitchConfirmation::Changed,
                Some(other) => panic!("no confirmation {other}"),
            },
            campaigns: &[CampaignWithRows {
                campaign: &facts.campaign,
                registered: self.registered,
                planned: self.planned,
            }],
        })
    }
}

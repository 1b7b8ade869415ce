//! What a rule is.

use crate::bound::Bounds;
use crate::cases::{
    CatalogueChangeCase, EnrolmentCase, LeavingCase, PriceEditCase, ProductCase, ShopCase, SkuCase,
};
use crate::coupon_cases::{ClaimCase, CouponActCase, CouponCase, CouponEditCase};
use crate::finding::{Criterion, Verdict};
use crate::funded_cases::SwitchCase;
use crate::partner_cases::{
    JoinCase, JoinProductCase, OwnCampaignActCase, OwnCampaignCase, PartnerActCase,
    PartnerEntryCase,
};
use crate::stock::StockLimits;
use crate::worked::{Given, Worked};
use seller_domain::{Language, SkuId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One rule of the catalogue. Its words and examples are in the page beside it.
#[derive(Debug)]
pub struct Rule {
    /// The catalogue's id, never reused: `RG-02`.
    pub id: &'static str,
    /// The fault in words, the same as the stem of its two files.
    pub name: &'static str,
    /// What a finding of it does to a command. Findings may be milder where the catalogue says so.
    pub grade: Grade,
    /// Where it is stated.
    pub sources: &'static [Source],
    /// The keys of the dated figures that it uses ([`crate::policy`]).
    pub figures: &'static [&'static str],
    /// The page: what, why, messages, repair, examples.
    pub page: &'static str,
    /// How it is checked.
    pub checks: &'static [Check],
}

/// What a finding does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// The command is refused.
    Block,
    /// The command passes once the seller has acknowledged it.
    Warn,
    /// It is explained, nothing more.
    Info,
    /// A computation with a right answer.
    Value,
    /// Something that the product can do.
    Capability,
}

/// Where a rule or figure is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The document's title.
    pub title: &'static str,
    /// The passage in our words, one sentence.
    pub says: &'static str,
    /// The same in Chinese; none where it is not translated yet.
    pub zh: Option<&'static str>,
    /// The day it was read, ISO 8601.
    pub seen: &'static str,
    /// How far it is to be trusted.
    pub trust: Trust,
}

/// The day on which the sources below were read.
const READ: &str = "2026-11-21";

impl Source {
    /// The platform's guide "TikTok Shop Campaign x Smart Promotion".
    pub const fn smart_promotion_guide(says: &'static str) -> Self {
        Self::read(
            "TikTok Shop Campaign x Smart Promotion",
            says,
            Trust::Platform,
        )
    }

    /// The platform's guide "How to register for Integrated Campaigns".
    pub const fn integrated_campaigns(says: &'static str) -> Self {
        Self::read(
            "How to register for Integrated Campaigns",
            says,
            Trust::Platform,
        )
    }

    /// The platform's guide to affiliate partner campaigns.
    pub const fn affiliate_campaigns(says: &'static str) -> Self {
        Self::read("Affiliate partner campaigns", says, Trust::Platform)
    }

    /// The platform's guide to seller coupons.
    pub const fn seller_coupons(says: &'static str) -> Self {
        Self::read("Seller coupons guide", says, Trust::Platform)
    }

    /// The platform's guide to TikTok-funded promotions and opting out of them.
    pub const fn funded_promotions(says: &'static str) -> Self {
        Self::read("TikTok-funded promotions guide", says, Trust::Platform)
    }

    /// Other public seller documentation.
    pub const fn public(says: &'static str) -> Self {
        Self::read("Public seller documentation", says, Trust::Public)
    }

    /// Our own reading or judgement.
    pub const fn house(says: &'static str) -> Self {
        Self::read("Our reading", says, Trust::House)
    }

    const fn read(title: &'static str, says: &'static str, trust: Trust) -> Self {
        Self {
            title,
            says,
            zh: None,
            seen: READ,
            trust,
        }
    }

    /// The same source with its passage in Chinese.
    pub const fn zh(self, says: &'static str) -> Self {
        Self {
            zh: Some(says),
            ..self
        }
    }

    /// The title in a language. The platform's guides keep the names that they go by.
    pub fn title_in(&self, language: Language) -> &'static str {
        match (language, self.trust) {
            (Language::SimplifiedChinese, Trust::Public) => "公开的卖家资料",
            (Language::SimplifiedChinese, Trust::House) => "我们的理解",
            (Language::English, _) | (_, Trust::Platform) => self.title,
        }
    }

    /// The passage in a language.
    pub fn says_in(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.says,
            Language::SimplifiedChinese => self.zh.unwrap_or(self.says),
        }
    }
}

/// How far a source is to be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// The platform's own seller documentation given for this product.
    Platform,
    /// Other public seller documentation: fills what the platform leaves open.
    Public,
    /// Our own reading or judgement.
    House,
}

/// How a rule is checked, by what it looks at. The review runs the loops; a
/// check never iterates over a registration and never loads anything.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// The bounds that it sets on the campaign price of one SKU. Check, corridor,
    /// strategies and repair all derive from them.
    Price(fn(&SkuCase<'_>) -> Option<Bounds>),
    /// The limits that it sets on the campaign stock of one SKU.
    Stock(fn(&SkuCase<'_>) -> Option<StockLimits>),
    /// One SKU of a registration.
    Sku(fn(&SkuCase<'_>) -> Verdict),
    /// One product of a registration.
    Product(fn(&ProductCase<'_>) -> Verdict),
    /// One product that is to be registered: not asked again when its registered prices are edited.
    Entering(fn(&ProductCase<'_>) -> Verdict),
    /// One product, knowing which of its SKUs are refused by other rules.
    Siblings(fn(&ProductCase<'_>, &[SkuId]) -> Verdict),
    /// The shop against a campaign: a line of the eligibility page.
    Shop(fn(&ShopCase<'_>) -> Criterion),
    /// Joining Smart Promotion.
    Enrolling(fn(&EnrolmentCase<'_>) -> Verdict),
    /// Leaving Smart Promotion.
    Leaving(fn(&LeavingCase<'_>) -> Verdict),
    /// Editing the price of a registered SKU.
    PriceEdit(fn(&PriceEditCase<'_>) -> Verdict),
    /// Changing a registered product in the catalogue: before and after.
    CatalogueChange(fn(&CatalogueChangeCase<'_>) -> Verdict),
    /// A seller coupon that is created or edited, as it stands in the wizard.
    Coupon(fn(&CouponCase<'_>) -> Verdict),
    /// What an edit may change of a coupon.
    CouponEdit(fn(&CouponEditCase<'_>) -> Verdict),
    /// Deactivating or sending a coupon.
    CouponAct(fn(&CouponActCase<'_>) -> Verdict),
    /// Whether a customer gets a coupon. Every fault is a reason: an info speaks for it, a block
    /// against it.
    Claim(fn(&ClaimCase<'_>) -> Verdict),
    /// Whether a partner campaign takes products of the shop now.
    PartnerEntry(fn(&PartnerEntryCase<'_>) -> Verdict),
    /// A registration with a partner campaign, as it stands in the wizard.
    Joining(fn(&JoinCase<'_>) -> Verdict),
    /// One product of such a registration.
    JoiningProduct(fn(&JoinProductCase<'_>) -> Verdict),
    /// Something done with a product that joined a partner campaign.
    PartnerAct(fn(&PartnerActCase<'_>) -> Verdict),
    /// A partner campaign of the seller's own that is published.
    OwnCampaign(fn(&OwnCampaignCase<'_>) -> Verdict),
    /// A partner that joins a campaign of the seller's own.
    OwnCampaignAct(fn(&OwnCampaignActCase<'_>) -> Verdict),
    /// Moving the switch of a type of TikTok-funded promotions.
    Switch(fn(&SwitchCase<'_>) -> Verdict),
    /// A computation, shown by worked examples.
    Value(fn(&Given) -> Worked),
    /// Something that the product can do, shown by command and window tests.
    Capability,
}

//! What a check answers: verdicts, faults, and the repairs they offer.

use crate::rule::{Grade, Rule};
use rust_decimal::Decimal;
use seller_domain::campaign::Tier;
use seller_domain::partner_campaign::{JoinedStateKind, PartnerChange};
use seller_domain::registration::ProductState;
use seller_domain::seller_coupon::CouponChange;
use seller_domain::shop::Score;
use seller_domain::{CouponId, Instant, Money, Percent, ProductId, SkuId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What one check says of one case.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// The rule holds.
    Pass,
    /// The rule has nothing to say, or a fact that it needs is missing.
    NotApplicable,
    /// The rule is broken, once or more.
    Fail(Vec<Fault>),
}

impl Verdict {
    /// A fault if `broken`, otherwise a pass.
    pub fn fail_if(broken: bool, fault: impl FnOnce() -> Fault) -> Self {
        if broken {
            Self::Fail(vec![fault()])
        } else {
            Self::Pass
        }
    }

    /// The faults; none for a pass.
    pub fn faults(self) -> Vec<Fault> {
        match self {
            Self::Fail(faults) => faults,
            Self::Pass | Self::NotApplicable => Vec::new(),
        }
    }
}

/// One breach of a rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// Which of the rule's messages fits, empty for its only one.
    pub variant: &'static str,
    /// Milder (or harder) than the rule's own grade.
    pub grade: Option<Grade>,
    /// The field that the seller has to look at: `campaign_price`.
    pub field: &'static str,
    /// Another SKU than the one the check looked at.
    pub sku_id: Option<SkuId>,
    /// What is allowed.
    pub limit: Option<Param>,
    /// What the seller has.
    pub value: Option<Param>,
    /// How far it is off.
    pub gap: Option<Param>,
    /// Further words of the message.
    pub params: Vec<(&'static str, Param)>,
    /// The smallest repair of a registration.
    pub repair: Vec<Edit>,
    /// The smallest repair of a coupon.
    pub changes: Vec<CouponChange>,
    /// The smallest repair of what stands in an affiliate wizard.
    pub partner_changes: Vec<PartnerChange>,
}

impl Fault {
    /// A fault at `field`.
    pub fn at(field: &'static str) -> Self {
        Self {
            variant: "",
            grade: None,
            field,
            sku_id: None,
            limit: None,
            value: None,
            gap: None,
            params: Vec::new(),
            repair: Vec::new(),
            changes: Vec::new(),
            partner_changes: Vec::new(),
        }
    }

    /// With the message of this variant.
    pub fn variant(mut self, variant: &'static str) -> Self {
        self.variant = variant;
        self
    }

    /// With another grade than the rule's.
    pub fn graded(mut self, grade: Grade) -> Self {
        self.grade = Some(grade);
        self
    }

    /// At another SKU of the product.
    pub fn on(mut self, sku_id: SkuId) -> Self {
        self.sku_id = Some(sku_id);
        self
    }

    /// What is allowed.
    pub fn limit(mut self, limit: impl Into<Param>) -> Self {
        self.limit = Some(limit.into());
        self
    }

    /// What the seller has.
    pub fn value(mut self, value: impl Into<Param>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// How far it is off.
    pub fn gap(mut self, gap: impl Into<Param>) -> Self {
        self.gap = Some(gap.into());
        self
    }

    /// A further word of the message.
    pub fn because(mut self, key: &'static str, param: impl Into<Param>) -> Self {
        self.params.push((key, param.into()));
        self
    }

    /// A step of the smallest repair.
    pub fn repair(self, edit: Edit) -> Self {
        self.repairs([edit])
    }

    /// Steps of the smallest repair.
    pub fn repairs(mut self, edits: impl IntoIterator<Item = Edit>) -> Self {
        self.repair.extend(edits);
        self
    }

    /// Steps of the smallest repair of a coupon.
    pub fn changes(mut self, changes: impl IntoIterator<Item = CouponChange>) -> Self {
        self.changes.extend(changes);
        self
    }

    /// Steps of the smallest repair of what stands in an affiliate wizard.
    pub fn partner_changes(mut self, changes: impl IntoIterator<Item = PartnerChange>) -> Self {
        self.partner_changes.extend(changes);
        self
    }
}

/// A fault of a rule at a place.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// What it does to the command.
    pub grade: Grade,
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub fault: Fault,
}

/// Where a finding belongs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// The product, if it is about one.
    pub product_id: Option<ProductId>,
    /// The SKU, if it is about one.
    pub sku_id: Option<SkuId>,
}

impl Finding {
    /// `fault` of `rule` at `place`; a fault that names a SKU of its own moves there.
    pub fn new(rule: &'static Rule, mut place: Place, mut fault: Fault) -> Self {
        if let Some(sku_id) = fault.sku_id.take() {
            place.sku_id = Some(sku_id);
        }
        Self {
            rule,
            grade: fault.grade.unwrap_or(rule.grade),
            place,
            fault,
        }
    }

    /// Whether it refuses the command.
    pub fn blocks(&self) -> bool {
        self.grade == Grade::Block
    }
}

/// A line of the eligibility page: what is asked, what the shop has (CE-07). Its words are the
/// templates `criterion`, `required` and `actual` of the rule's page ([`crate::message::Scribe::criterion`]).
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// What it looks at, the same as the field of its faults: `shop.sps`, `smart_promotion`.
    pub field: &'static str,
    /// What the campaign asks.
    pub required: Option<Param>,
    /// What the shop has.
    pub actual: Option<Param>,
    /// Further words of either.
    pub params: Vec<(&'static str, Param)>,
    /// Whether that is enough.
    pub verdict: Verdict,
}

impl Criterion {
    /// The criterion does not exist here.
    pub fn not_applicable(field: &'static str) -> Self {
        Self {
            field,
            required: None,
            actual: None,
            params: Vec::new(),
            verdict: Verdict::NotApplicable,
        }
    }

    /// The criterion at `field` asks for `required`. Without a verdict it is not applicable.
    pub fn asks(field: &'static str, required: impl Into<Param>) -> Self {
        Self {
            required: Some(required.into()),
            ..Self::not_applicable(field)
        }
    }

    /// What the shop has.
    pub fn has(mut self, actual: impl Into<Param>) -> Self {
        self.actual = Some(actual.into());
        self
    }

    /// A further word of what is required or there.
    pub fn because(mut self, key: &'static str, param: impl Into<Param>) -> Self {
        self.params.push((key, param.into()));
        self
    }

    /// Whether that is enough.
    pub fn verdict(mut self, verdict: Verdict) -> Self {
        self.verdict = verdict;
        self
    }
}

/// How a line of the eligibility page is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Ticked.
    Met,
    /// No refusal, but something to look at.
    Remarked,
    /// The campaign is closed to the shop.
    Failed,
    /// The campaign does not ask for it, or the fact is not known yet.
    NotApplicable,
}

impl Criterion {
    /// How the line is marked; `rule` is the one whose criterion it is.
    pub fn mark(&self, rule: &Rule) -> Mark {
        match &self.verdict {
            Verdict::Pass => Mark::Met,
            Verdict::NotApplicable => Mark::NotApplicable,
            Verdict::Fail(faults) => {
                let refuses = |fault: &Fault| fault.grade.unwrap_or(rule.grade) == Grade::Block;
                if faults.iter().any(refuses) {
                    Mark::Failed
                } else {
                    Mark::Remarked
                }
            }
        }
    }
}

/// A word of a message that is filled in. Its text depends on the language and the shop's zone.
#[derive(Debug, Clone, PartialEq)]
pub enum Param {
    /// An amount.
    Money(Money),
    /// A percentage.
    Percent(Percent),
    /// A whole or decimal number.
    Number(Decimal),
    /// A score.
    Score(Score),
    /// A moment, shown in the shop's zone.
    Instant(Instant),
    /// A calendar day.
    Day(chrono::NaiveDate),
    /// A stretch of time.
    Span(chrono::TimeDelta),
    /// Text of the seller's or the platform's, shown as it is.
    Text(String),
    /// A term that the book translates (`terms.rs` of [`crate::message`]).
    Term(&'static str),
    /// Several of them, joined.
    List(Vec<Param>),
}

macro_rules! param_from {
    ($($from:ty => $variant:ident),+ $(,)?) => {$(
        impl From<$from> for Param {
            fn from(value: $from) -> Self {
                Self::$variant(value)
            }
        }
    )+};
}

param_from! {
    Money => Money,
    Percent => Percent,
    Decimal => Number,
    Score => Score,
    Instant => Instant,
    chrono::NaiveDate => Day,
    chrono::TimeDelta => Span,
    String => Text,
    Vec<Param> => List,
}

impl From<u32> for Param {
    fn from(value: u32) -> Self {
        Self::Number(value.into())
    }
}

impl From<&ProductState> for Param {
    /// The state as a word of the message's language.
    fn from(state: &ProductState) -> Self {
        Self::Term(match state {
            ProductState::Pending => "pending",
            ProductState::Registered => "registered",
            ProductState::Rejected { .. } => "rejected",
            ProductState::SkuError { .. } => "sku_error",
            ProductState::Withdrawn => "withdrawn",
        })
    }
}

impl From<JoinedStateKind> for Param {
    /// The state as a word of the message's language.
    fn from(state: JoinedStateKind) -> Self {
        Self::Term(match state {
            JoinedStateKind::Pending => "pending",
            JoinedStateKind::Approved => "approved",
            JoinedStateKind::Rejected => "rejected",
            JoinedStateKind::PendingClosed => "pending_closed",
            JoinedStateKind::Closed => "closed",
        })
    }
}

impl From<usize> for Param {
    fn from(value: usize) -> Self {
        Self::Number(value.into())
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&SkuId> for Param {
    fn from(id: &SkuId) -> Self {
        Self::Text(id.to_string())
    }
}

impl From<&ProductId> for Param {
    fn from(id: &ProductId) -> Self {
        Self::Text(id.to_string())
    }
}

/// One step that repairs a registration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Edit {
    /// Set the campaign price of a SKU.
    SetCampaignPrice {
        /// The SKU.
        sku_id: SkuId,
        /// The price.
        to: Money,
    },
    /// Set the campaign stock of a SKU.
    SetCampaignStock {
        /// The SKU.
        sku_id: SkuId,
        /// Units.
        #[ts(type = "string")]
        #[serde(with = "rust_decimal::serde::str")]
        to: Decimal,
    },
    /// Set or clear the extra discount of every SKU of a product.
    SetExtraDiscount {
        /// The product.
        product_id: ProductId,
        /// The extra discount; none clears it.
        to: Option<Percent>,
    },
    /// Raise the extra discount of one SKU.
    RaiseExtraDiscount {
        /// The SKU.
        sku_id: SkuId,
        /// The extra discount.
        to: Percent,
    },
    /// Check the product against the other tier's list.
    SetTier {
        /// The product.
        product_id: ProductId,
        /// The tier.
        to: Tier,
    },
    /// Leave a SKU out of the registration. A product whose last SKU goes, goes with it.
    RemoveSku {
        /// The SKU.
        sku_id: SkuId,
    },
    /// Leave a product out of the registration.
    RemoveProduct {
        /// The product.
        product_id: ProductId,
    },
    /// Register a coupon of the campaign.
    RegisterCoupon {
        /// The coupon.
        coupon_id: CouponId,
    },
}

//! Campaigns that the seller opens to affiliate partners (AF-09).

use crate::clock::Instant;
use crate::ids::{OwnCampaignId, ProductId};
use crate::percent::Percent;
use crate::period::Period;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A published campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnCampaign {
    /// Our id.
    pub id: OwnCampaignId,
    /// What it offers.
    pub terms: OwnCampaignTerms,
    /// When it was published.
    #[ts(type = "string")]
    pub published_at: Instant,
    /// The partners that joined, the first first.
    pub joined: Vec<PartnerJoined>,
}

impl OwnCampaign {
    /// Where it stands at `now`.
    pub fn stage(&self, now: Instant) -> OwnCampaignStage {
        let terms = &self.terms;
        if terms.running.is_over(now) && terms.registration.is_over(now) {
            OwnCampaignStage::Ended
        } else if now < terms.registration.start {
            OwnCampaignStage::Published
        } else if terms.registration.contains(now) {
            OwnCampaignStage::Open
        } else {
            OwnCampaignStage::RegistrationOver
        }
    }

    /// Whether a partner of this name joined.
    pub fn has_joined(&self, partner: &str) -> bool {
        self.joined
            .iter()
            .any(|joined| same_partner(&joined.partner, partner))
    }
}

/// What a campaign of the seller's own offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnCampaignTerms {
    /// The title.
    pub title: String,
    /// The description; may be empty.
    pub description: String,
    /// When partners can join.
    pub registration: Period,
    /// When creators sell.
    pub running: Period,
    /// Which partners can join.
    pub openness: Openness,
    /// The products, each once.
    pub products: Vec<ProductId>,
    /// The total commission rate of partner and creators.
    pub rate: Percent,
    /// Which creators the seller would like.
    pub preferences: CreatorPreferences,
}

/// Which partners can join.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Openness {
    /// All of them.
    AllPartners,
    /// Those that the seller selected.
    SelectedPartners {
        /// Their names, each once.
        partners: Vec<String>,
    },
}

impl Openness {
    /// Whether a partner of this name can join.
    pub fn admits(&self, partner: &str) -> bool {
        match self {
            Self::AllPartners => true,
            Self::SelectedPartners { partners } => {
                partners.iter().any(|name| same_partner(name, partner))
            }
        }
    }

    /// With names trimmed, without empty and repeated ones.
    pub fn tidied(&self) -> Self {
        match self {
            Self::AllPartners => Self::AllPartners,
            Self::SelectedPartners { partners } => {
                let mut kept: Vec<String> = Vec::with_capacity(partners.len());
                for name in partners.iter().map(|name| name.trim()) {
                    if !name.is_empty() && !kept.iter().any(|other| same_partner(other, name)) {
                        kept.push(name.to_owned());
                    }
                }
                Self::SelectedPartners { partners: kept }
            }
        }
    }
}

/// Whether two names mean one partner: they differ in case and blanks around them at most.
pub fn same_partner(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Which creators the seller would like. A wish, no condition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CreatorPreferences {
    /// At least so many followers; none: any number.
    pub followers_at_least: Option<u32>,
    /// How they sell; empty: in any way.
    pub formats: Vec<CreatorFormat>,
    /// Anything else, in words; may be empty.
    pub wishes: String,
}

/// How a creator sells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CreatorFormat {
    /// In short videos.
    Video,
    /// In LIVE.
    Live,
    /// In the creator's showcase.
    Showcase,
}

/// A partner that joined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartnerJoined {
    /// The partner's name.
    pub partner: String,
    /// When the seller recorded it.
    #[ts(type = "string")]
    pub at: Instant,
}

/// Where a campaign of the seller's own stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OwnCampaignStage {
    /// Being prepared.
    Draft,
    /// Published; partners cannot join yet.
    Published,
    /// Partners can join.
    Open,
    /// Partners can no longer join, creators may sell.
    RegistrationOver,
    /// All of it is over.
    Ended,
}

/// A campaign of the seller's own as it stands in the wizard. Anything may be missing; the
/// rulebook says what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnCampaignDraft {
    /// The draft's id, and the campaign's once it is published.
    pub id: OwnCampaignId,
    /// The title.
    pub title: String,
    /// The description.
    pub description: String,
    /// When partners can join.
    pub registration: Option<Period>,
    /// When creators sell.
    pub running: Option<Period>,
    /// Which partners can join.
    pub openness: Openness,
    /// The products.
    pub products: Vec<ProductId>,
    /// The total commission rate of partner and creators.
    pub rate: Option<Percent>,
    /// Which creators the seller would like.
    pub preferences: CreatorPreferences,
}

/// A field of the wizard. Findings name it by [`OwnCampaignField::as_str`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields of OwnCampaignDraft say it")]
pub enum OwnCampaignField {
    Title,
    Description,
    Registration,
    Running,
    Openness,
    Products,
    Rate,
}

impl OwnCampaignField {
    /// The name of the field in findings.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::Registration => "registration",
            Self::Running => "running",
            Self::Openness => "openness",
            Self::Products => "products",
            Self::Rate => "rate",
        }
    }
}

/// The first field without which there are no terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the campaign has no {} yet; fill it in before publishing", .0.as_str())]
pub struct OwnUnfinished(pub OwnCampaignField);

impl OwnCampaignDraft {
    /// An empty draft, open to all partners.
    pub fn new(id: OwnCampaignId) -> Self {
        Self {
            id,
            title: String::new(),
            description: String::new(),
            registration: None,
            running: None,
            openness: Openness::AllPartners,
            products: Vec::new(),
            rate: None,
            preferences: CreatorPreferences::default(),
        }
    }

    /// The terms of a whole draft; texts and names are tidied.
    ///
    /// # Errors
    /// [`OwnUnfinished`] names the first field that terms cannot do without.
    pub fn terms(&self) -> Result<OwnCampaignTerms, OwnUnfinished> {
        use OwnCampaignField as Field;
        Ok(OwnCampaignTerms {
            title: self.title.trim().to_owned(),
            description: self.description.trim().to_owned(),
            registration: self
                .registration
                .ok_or(OwnUnfinished(Field::Registration))?,
            running: self.running.ok_or(OwnUnfinished(Field::Running))?,
            openness: self.openness.tidied(),
            products: self.products.clone(),
            rate: self.rate.ok_or(OwnUnfinished(Field::Rate))?,
            preferences: CreatorPreferences {
                wishes: self.preferences.wishes.trim().to_owned(),
                ..self.preferences.clone()
            },
        })
    }
}

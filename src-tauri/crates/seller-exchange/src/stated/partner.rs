//! What a row states of a campaign of an affiliate partner, or of a product that joined one.

use super::{Words, word};
use crate::export::original;
use crate::moments::{self, DayOrder};
use crate::row::Cell;
use crate::table::Field;
use crate::trouble::Trouble;
use crate::values::{self, NumberStyle};
use seller_domain::partner_campaign::JoinedStateKind;
use seller_domain::{Instant, Percent, Zone};

/// What a row states. What is none has no column in the file, or its cell is empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StatedPartner {
    /// The campaign's name.
    pub name: Option<Box<str>>,
    /// What the partner says of it.
    pub details: Option<Box<str>>,
    /// When registration begins.
    pub registration_start: Option<Instant>,
    /// When it ends.
    pub registration_end: Option<Instant>,
    /// When the campaign begins.
    pub running_start: Option<Instant>,
    /// When it ends.
    pub running_end: Option<Instant>,
    /// The least total commission rate.
    pub minimum_rate: Option<Percent>,
    /// The partner's name.
    pub partner: Option<Box<str>>,
    /// How the partner can be reached.
    pub contact: Option<Box<str>>,
    /// Where a product stands.
    pub state: Option<JoinedStateKind>,
    /// How many of its samples are approved.
    pub samples_approved: Option<u32>,
}

const STATES: Words<JoinedStateKind> = &[
    (
        JoinedStateKind::Pending,
        &["pending", "under review", "in review", "待审核", "审核中"],
    ),
    (
        JoinedStateKind::Approved,
        &["approved", "accepted", "已通过", "通过"],
    ),
    (
        JoinedStateKind::Rejected,
        &["rejected", "declined", "已拒绝", "拒绝", "未通过"],
    ),
    (
        JoinedStateKind::PendingClosed,
        &["pending_closed", "pending close", "closing", "待关闭"],
    ),
    (JoinedStateKind::Closed, &["closed", "已关闭", "关闭"]),
];

/// Takes a filled cell of a column about partner campaigns.
pub(super) fn take(
    to: &mut StatedPartner,
    field: Field,
    cell: Cell<'_>,
    (style, order): (NumberStyle, Option<DayOrder>),
    zone: Zone,
) -> Result<(), Trouble> {
    use Field as F;
    let text = || values::sound(cell).map(|text| Some(original(text).into()));
    let moment = || moments::moment(cell, zone, order).map(Some);
    match field {
        F::PartnerCampaign => to.name = text()?,
        F::PartnerDetails => to.details = text()?,
        F::PartnerName => to.partner = text()?,
        F::PartnerContact => to.contact = text()?,
        F::RegistrationStart => to.registration_start = moment()?,
        F::RegistrationEnd => to.registration_end = moment()?,
        F::RunningStart => to.running_start = moment()?,
        F::RunningEnd => to.running_end = moment()?,
        F::MinimumRate => to.minimum_rate = Some(values::percent(cell, style)?),
        F::PartnerState => to.state = Some(word(cell, STATES)?),
        F::SamplesApproved => to.samples_approved = Some(values::count(cell, style)?),
        _ => {}
    }
    Ok(())
}

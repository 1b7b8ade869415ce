//! Campaigns and eligibility.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::wire::campaigns::{
    CampaignChecked, CampaignDefaults, CampaignGet, CampaignSave, CampaignTemplate, Campaigns,
    Eligibility,
};
use crate::wire::common::Nothing;
use seller_domain::campaign::Campaign;

pub(crate) fn campaign_list(
    _desk: &Desk,
    _context: &Context,
    _request: Nothing,
) -> Answer<Campaigns> {
    Err(CommandError::not_built("campaign_list"))
}

pub(crate) fn campaign_get(
    _desk: &Desk,
    _context: &Context,
    _request: CampaignGet,
) -> Answer<Campaign> {
    Err(CommandError::not_built("campaign_get"))
}

pub(crate) fn campaign_template(
    _desk: &Desk,
    _context: &Context,
    _request: CampaignTemplate,
) -> Answer<Campaign> {
    Err(CommandError::not_built("campaign_template"))
}

pub(crate) fn campaign_defaults(
    _desk: &Desk,
    _context: &Context,
    _request: Nothing,
) -> Answer<CampaignDefaults> {
    Err(CommandError::not_built("campaign_defaults"))
}

pub(crate) fn campaign_check(
    _desk: &Desk,
    _context: &Context,
    _request: CampaignSave,
) -> Answer<CampaignChecked> {
    Err(CommandError::not_built("campaign_check"))
}

pub(crate) fn campaign_save(
    _desk: &Desk,
    _context: &Context,
    _request: CampaignSave,
) -> Answer<Campaign> {
    Err(CommandError::not_built("campaign_save"))
}

pub(crate) fn campaign_delete(
    _desk: &Desk,
    _context: &Context,
    _request: CampaignGet,
) -> Answer<Nothing> {
    Err(CommandError::not_built("campaign_delete"))
}

pub(crate) fn campaign_eligibility(
    _desk: &Desk,
    _context: &Context,
    _request: CampaignGet,
) -> Answer<Eligibility> {
    Err(CommandError::not_built("campaign_eligibility"))
}

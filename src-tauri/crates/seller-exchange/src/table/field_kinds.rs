//! What kind of cells a column has.

use super::Field;

impl Field {
    /// Whether its cells are numbers.
    pub(super) fn is_number(self) -> bool {
        use Field as F;
        matches!(
            self,
            F::RetailPrice
                | F::DiscountPrice
                | F::Stock
                | F::UnitCost
                | F::ShippingCharge
                | F::HistoryPrice
                | F::Low30Days
                | F::CampaignPrice
                | F::CampaignStock
                | F::ExtraDiscountPercent
                | F::CouponDiscount
                | F::CouponAmount
                | F::CouponRate
                | F::CouponMaximum
                | F::MinimumSpend
                | F::CouponQuantity
                | F::ValidityDays
                | F::CouponProductCount
                | F::ClaimedCount
                | F::UsedCount
                | F::CouponSales
                | F::CouponSpend
                | F::OrderRefunded
                | F::MinimumRate
                | F::SamplesApproved
        )
    }

    /// Whether it belongs to lists of affiliate partner campaigns and what joined them.
    pub(crate) fn is_of_partners(self) -> bool {
        use Field as F;
        matches!(
            self,
            F::PartnerCampaign
                | F::PartnerDetails
                | F::RegistrationStart
                | F::RegistrationEnd
                | F::RunningStart
                | F::RunningEnd
                | F::MinimumRate
                | F::PartnerName
                | F::PartnerContact
                | F::PartnerState
                | F::SamplesApproved
        )
    }

    /// Whether its cells are moments.
    pub(super) fn is_moment(self) -> bool {
        matches!(
            self,
            Self::HistoryFrom
                | Self::HistoryUntil
                | Self::CouponStart
                | Self::CouponEnd
                | Self::ValidityStart
                | Self::ValidityEnd
                | Self::OrderPlaced
                | Self::OrderPaid
                | Self::RegistrationStart
                | Self::RegistrationEnd
                | Self::RunningStart
                | Self::RunningEnd
        )
    }
}

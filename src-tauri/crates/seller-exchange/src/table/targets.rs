//! Which fields each kind of table is read for.

use super::{Field, Target};

impl Target {
    /// The fields that it reads, in the order of their importance.
    pub fn fields(self) -> &'static [Field] {
        use Field as F;
        match self {
            Self::Catalogue => &[
                F::ProductId,
                F::SkuId,
                F::Title,
                F::Variation,
                F::Category,
                F::Brand,
                F::Status,
                F::SellerSku,
                F::RetailPrice,
                F::DiscountPrice,
                F::Stock,
                F::UnitCost,
                F::ShippingCharge,
            ],
            Self::Costs => &[F::SkuId, F::SellerSku, F::UnitCost, F::ShippingCharge],
            Self::PriceHistory => &[
                F::SkuId,
                F::HistoryPrice,
                F::HistoryKind,
                F::HistoryFrom,
                F::HistoryUntil,
                F::Low30Days,
            ],
            Self::Plan => &[
                F::ProductId,
                F::SkuId,
                F::CampaignPrice,
                F::CampaignStock,
                F::ExtraDiscountPercent,
                F::Tier,
            ],
            Self::Decisions => &[F::ProductId, F::State, F::Reason],
            Self::Coupons => &[
                F::CouponId,
                F::CouponName,
                F::CouponKind,
                F::CouponStatus,
                F::CouponStart,
                F::CouponEnd,
                F::CouponAmount,
                F::CouponRate,
                F::CouponDiscount,
                F::CouponMaximum,
                F::MinimumSpend,
                F::CouponQuantity,
                F::ClaimCode,
                F::OwnClaimCode,
                F::ValidityDays,
                F::ValidityStart,
                F::ValidityEnd,
                F::CouponAudience,
                F::ChatCustomer,
                F::ClaimsPerCustomer,
                F::CouponScope,
                F::CouponProducts,
                F::CouponProductCount,
                F::ClaimedCount,
                F::UsedCount,
                F::CouponSales,
                F::CouponSpend,
            ],
            Self::Orders => &[
                F::OrderId,
                F::OrderCustomer,
                F::OrderPlaced,
                F::OrderPaid,
                F::OrderRefunded,
                F::ProductId,
                F::SkuId,
            ],
            Self::Products => &[F::ProductId, F::SkuId, F::SellerSku],
            Self::PartnerCampaigns => &[
                F::PartnerCampaign,
                F::PartnerDetails,
                F::RegistrationStart,
                F::RegistrationEnd,
                F::RunningStart,
                F::RunningEnd,
                F::MinimumRate,
                F::PartnerName,
                F::PartnerContact,
            ],
            Self::PartnerProducts => {
                &[F::ProductId, F::PartnerState, F::Reason, F::SamplesApproved]
            }
        }
    }

    /// The fields that every row must fill in. Each group is met by one of its fields.
    pub fn required(self) -> &'static [&'static [Field]] {
        use Field as F;
        match self {
            Self::Catalogue => &[&[F::ProductId], &[F::SkuId], &[F::RetailPrice]],
            Self::Costs => &[&[F::SkuId, F::SellerSku], &[F::UnitCost]],
            Self::PriceHistory => &[&[F::SkuId], &[F::HistoryPrice, F::Low30Days]],
            Self::Plan => &[&[F::SkuId]],
            Self::Decisions => &[&[F::ProductId], &[F::State]],
            Self::Coupons => &[
                &[F::CouponName],
                &[F::CouponKind],
                &[F::CouponStart],
                &[F::CouponEnd],
                &[F::CouponAmount, F::CouponRate, F::CouponDiscount],
            ],
            Self::Orders => &[&[F::OrderId], &[F::OrderCustomer], &[F::OrderPlaced]],
            Self::Products => &[&[F::ProductId, F::SkuId, F::SellerSku]],
            Self::PartnerCampaigns => &[
                &[F::PartnerCampaign],
                &[F::RegistrationStart],
                &[F::RegistrationEnd],
                &[F::RunningStart],
                &[F::RunningEnd],
            ],
            Self::PartnerProducts => &[&[F::ProductId], &[F::PartnerState, F::SamplesApproved]],
        }
    }
}

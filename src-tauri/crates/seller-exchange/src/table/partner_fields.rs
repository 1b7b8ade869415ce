//! What sellers and partners call the columns about affiliate campaigns.

use super::Field;

/// The key of a field, and other names in English and Chinese.
pub(super) fn names(field: Field) -> &'static [&'static str] {
    match field {
        Field::PartnerCampaign => &[
            "partner_campaign",
            "campaign_name",
            "campaign",
            "name",
            "活动名称",
            "名称",
        ],
        Field::PartnerDetails => &[
            "campaign_details",
            "details",
            "campaign_detail",
            "description",
            "活动详情",
            "详情",
        ],
        Field::RegistrationStart => &[
            "registration_start",
            "registration_from",
            "registration_starts",
            "报名开始时间",
            "报名开始",
        ],
        Field::RegistrationEnd => &[
            "registration_end",
            "registration_until",
            "registration_deadline",
            "deadline",
            "报名结束时间",
            "报名截止",
        ],
        Field::RunningStart => &[
            "campaign_start",
            "start",
            "start_date",
            "start_time",
            "活动开始时间",
            "开始时间",
        ],
        Field::RunningEnd => &[
            "campaign_end",
            "end",
            "end_date",
            "end_time",
            "活动结束时间",
            "结束时间",
        ],
        Field::MinimumRate => &[
            "commission_requirement",
            "minimum_commission",
            "minimum_rate",
            "commission",
            "佣金要求",
            "最低佣金率",
        ],
        Field::PartnerName => &[
            "partner",
            "agency",
            "partner_name",
            "tap",
            "合作伙伴",
            "机构",
        ],
        Field::PartnerContact => &[
            "partner_contact",
            "contact",
            "contact_information",
            "email",
            "联系方式",
            "邮箱",
        ],
        Field::PartnerState => &[
            "partner_state",
            "state",
            "status",
            "product_status",
            "decision",
            "result",
            "商品状态",
            "审核结果",
            "状态",
        ],
        Field::SamplesApproved => &[
            "samples_approved",
            "approved_samples",
            "sample_approved",
            "已通过样品",
            "样品通过数",
        ],
        // The other fields name themselves.
        _ => &[""],
    }
}

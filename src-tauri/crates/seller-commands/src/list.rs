//! The list of commands: the only place where they are declared. The window's
//! handlers, the terminal's `call` and the TypeScript map are derived from it.

/// Hands the list to a macro: `room::name: Request => Response`, with a line about each.
macro_rules! with_commands {
    ($then:ident) => {
        $then! {
            /// Whether there is a shop to work in, and which.
            shop::desk_state: Nothing => DeskState,
            /// Markets, time zones and a template for a new shop.
            shop::shop_choices: Nothing => ShopChoices,
            /// Saves the shop's settings; the first time it makes the shop.
            shop::shop_save: ShopSave => DeskState,
            /// Opens the sample shop, a file of its own.
            shop::sample_open: Nothing => DeskState,
            /// Closes the sample shop and comes back to the seller's own.
            shop::sample_leave: Nothing => DeskState,
            /// The first page: what is due, what is wrong, what comes.
            overview::overview: Nothing => Overview,
            /// Registrations and campaigns in a stretch of time, with conflicts.
            overview::calendar: CalendarGet => Calendar,

            /// Reads files and shows what they would change.
            imports::import_open: ImportOpen => ImportPreview,
            /// The fields that columns can be mapped to.
            imports::import_fields: ImportFields => ImportFieldChoices,
            /// Corrects the mapping of one file.
            imports::import_remap: ImportRemap => ImportPreview,
            /// Rows of an open import.
            imports::import_rows: ImportRows => Page<ImportRow>,
            /// Applies an open import as one step.
            imports::import_apply: ImportApply => ImportDone,
            /// Writes all refused rows of an open import to a CSV file.
            imports::import_refused_export: ImportRefusedExport => Exported,
            /// Closes an open import.
            imports::import_close: ImportClose => Nothing,
            /// Looks at a prefill workbook before its campaign is recorded.
            imports::prefill_glance: PrefillGlance => PrefillGlanced,
            /// Plans and registers a campaign from one table, as one step, with two lists.
            imports::plan_register: PlanRegister => PlanRegistered,
            /// How far long work has come. Answers while another command runs.
            progress::job_progress: Nothing => Progress,
            /// Stops long work; what it began is taken back.
            progress::job_cancel: Nothing => Nothing,

            /// Products of the catalogue.
            products::product_page: ProductPage => Page<ProductLine>,
            /// The categories of the catalogue.
            products::product_categories: Nothing => ProductCategories,
            /// One product with its SKUs and prices.
            products::product_get: ProductGet => ProductDetail,
            /// Changes what the seller knows of a SKU.
            products::sku_edit: SkuEdit => ProductDetail,

            /// The programme's page.
            smart_promotion::smart_promotion: Nothing => SmartPromotionPage,
            /// Records the terms that the platform offers for a mode.
            smart_promotion::smart_promotion_offer_save: OfferSave => SmartPromotionPage,
            /// Joining, first step: *Sign up*.
            smart_promotion::smart_promotion_sign_up: EnrolmentStepRequest => SignedUp,
            /// Joining, second step: *Confirm and next* shows the final details.
            smart_promotion::smart_promotion_confirm_and_next: EnrolmentStepRequest => TermsShown,
            /// Joining, last step: *Confirm* under the terms that were shown.
            smart_promotion::smart_promotion_confirm: Confirmation => SmartPromotionPage,
            /// What leaving does.
            smart_promotion::smart_promotion_leaving: Nothing => LeavingShown,
            /// Leaves under the consequences that were shown.
            smart_promotion::smart_promotion_leave: Confirmation => SmartPromotionPage,
            /// Excluded products.
            smart_promotion::exclusion_page: ExclusionPage => Page<ExclusionLine>,
            /// Asks for, confirms or takes back exclusions.
            smart_promotion::exclusion_change: ExclusionChange => Changed,
            /// Writes the list of requested exclusions for the account manager.
            smart_promotion::exclusion_export: ExclusionExport => Exported,

            /// All campaigns with eligibility.
            campaigns::campaign_list: Nothing => Campaigns,
            /// One campaign.
            campaigns::campaign_get: CampaignGet => Campaign,
            /// A new campaign's usual terms.
            campaigns::campaign_template: CampaignTemplate => Campaign,
            /// The platform's figures where a campaign states none.
            campaigns::campaign_defaults: Nothing => CampaignDefaults,
            /// What is wrong with a campaign's terms themselves.
            campaigns::campaign_check: CampaignSave => CampaignChecked,
            /// Saves a campaign.
            campaigns::campaign_save: CampaignSave => Campaign,
            /// Deletes a campaign without registrations.
            campaigns::campaign_delete: CampaignGet => Nothing,
            /// The eligibility page.
            campaigns::campaign_eligibility: CampaignGet => Eligibility,

            /// Begins or reopens the draft for a campaign.
            drafts::draft_open: DraftOpen => DraftHead,
            /// All drafts.
            drafts::draft_list: Nothing => Drafts,
            /// A draft without its rows.
            drafts::draft_get: DraftGet => DraftHead,
            /// Throws a draft away.
            drafts::draft_delete: DraftGet => Nothing,
            /// Remembers the wizard's page.
            drafts::draft_set_step: DraftSetStep => Nothing,
            /// Products that can be brought in.
            drafts::draft_candidates: DraftCandidates => Page<Candidate>,
            /// Brings products in or takes them out.
            drafts::draft_products: DraftProducts => DraftProductsChanged,
            /// Leaves SKUs out or takes them in again.
            drafts::draft_skus: DraftSkus => DraftChanged,
            /// The SKUs that were left out.
            drafts::draft_left_out: DraftLeftOut => Page<LeftOutSku>,
            /// Puts products into a tier.
            drafts::draft_tier: DraftTier => DraftChanged,
            /// Chooses the campaign coupons that are registered.
            drafts::draft_coupons: DraftCoupons => DraftChanged,
            /// Rows of the price grid.
            grid::draft_rows: DraftRows => GridRows,
            /// Everything about one row.
            grid::draft_row: DraftRowGet => DraftRowDetail,
            /// Edits cells as typed or pasted.
            grid::draft_edit_cells: DraftCells => CellsEdited,
            /// Fills prices or stock by a strategy.
            grid::draft_fill: DraftFill => Filled,
            /// Sets or clears the extra discount of whole products.
            grid::draft_extra_discount: DraftExtra => DraftChanged,
            /// Everything the book says of a draft, in numbers.
            grid::draft_check: DraftGet => DraftSummary,
            /// Findings of a draft.
            grid::draft_findings: DraftFindings => Page<FindingView>,
            /// Repairs findings in bulk.
            grid::draft_repair: DraftRepair => Repaired,
            /// Carries out the repair of one finding.
            grid::draft_apply_edits: DraftApplyEdits => CellsEdited,
            /// The plan's money.
            grid::draft_plan: DraftPlan => PlanView,
            /// Writes what the check says of a draft to two lists.
            grid::draft_export: DraftExport => DraftExported,
            /// Submits a draft.
            grid::draft_submit: DraftSubmit => Submitted,

            /// Registered products of a campaign.
            registrations::registration_page: RegistrationPage => Page<RegisteredProduct>,
            /// One registered product with all that happened to it.
            registrations::registration_get: RegistrationGet => RegistrationDetail,
            /// Records the platform's decision on submitted products.
            registrations::registration_decide: RegistrationDecide => Changed,
            /// Checks new prices for registered SKUs.
            registrations::price_edit_check: PriceEdit => Checked,
            /// Requests new prices for registered SKUs.
            registrations::price_edit_request: PriceEdit => PriceEditSent,
            /// Records the decision on a price request.
            registrations::price_edit_decide: RequestDecide => Changed,
            /// What a withdrawal does.
            registrations::withdrawal_show: Withdraw => WithdrawalShown,
            /// Asks for a withdrawal.
            registrations::withdrawal_request: Withdraw => WithdrawalView,
            /// Records the decision on a withdrawal.
            registrations::withdrawal_decide: RequestDecide => Changed,
            /// Recommended prices of a campaign.
            registrations::recommendation_page: RecommendationPage => Page<RecommendationLine>,
            /// Takes, changes or leaves recommendations.
            registrations::recommendation_choose: RecommendationChoose => Changed,
            /// All products in SKU error.
            registrations::sku_errors: Nothing => SkuErrors,
            /// Writes registrations to a file.
            exports::export_registrations: Export => Exported,

            /// A new coupon of a type, with the fields that the type has.
            coupons::coupon_template: CouponTemplate => CouponForm,
            /// What the book says of a coupon while it is typed.
            coupons::coupon_check: CouponCheck => CouponChecked,
            /// Makes the repair of a finding in the wizard.
            coupons::coupon_repair: CouponRepair => CouponForm,
            /// Products that a coupon can name.
            coupons::coupon_product_candidates: CouponCandidates => Page<CouponCandidate>,
            /// Names products or takes them out.
            coupons::coupon_products: CouponProducts => CouponProductsChanged,
            /// What a coupon would do to the shop's money.
            coupons::coupon_outlook: CouponOutlook => CouponOutlookShown,
            /// The SKUs that a coupon would sell below cost.
            coupons::coupon_below_cost: CouponBelowCostPage => Page<CouponLoss>,
            /// Saves a new coupon.
            coupons::coupon_save: CouponSave => CouponDetail,
            /// Saves the allowed edits of a coupon.
            coupons::coupon_edit: CouponSave => CouponDetail,
            /// The wizard for a saved coupon, or for a kept draft.
            coupons::coupon_open: CouponGet => CouponForm,
            /// Keeps what stands in the wizard.
            coupons::coupon_draft_save: CouponDraftSave => CouponForm,
            /// Throws a kept draft away.
            coupons::coupon_draft_delete: CouponGet => Nothing,
            /// A claim code that is free.
            coupons::coupon_code_suggest: Nothing => CouponCode,
            /// Notes that the platform refused a claim code as taken.
            coupons::coupon_code_taken: CouponCodeTaken => CouponSettings,
            /// The shop's prefix, addon coupons, taken codes.
            coupons::coupon_settings: Nothing => CouponSettings,
            /// Saves what the shop knows of coupons.
            coupons::coupon_settings_save: CouponSettingsSave => CouponSettings,
            /// Coupons by name, code, type and state.
            coupons::coupon_page: CouponPage => CouponList,
            /// One coupon with all that happened to it.
            coupons::coupon_get: CouponGet => CouponDetail,
            /// Ends an ongoing coupon or cancels an upcoming one, for good.
            coupons::coupon_deactivate: CouponDo => CouponDetail,
            /// Notes that a chat coupon was sent.
            coupons::coupon_send: CouponDo => CouponDetail,
            /// A draft with the settings of any coupon.
            coupons::coupon_duplicate: CouponGet => CouponForm,
            /// Records an addon coupon that the platform created.
            coupons::coupon_addon_record: CouponAddonRecord => CouponDetail,
            /// A promo code to share, as text.
            coupons::coupon_card: CouponGet => CouponCard,
            /// Writes the card, as the page has drawn it, to a picture.
            coupons::coupon_card_save: CouponCardSave => CouponCardSaved,
            /// Coupons in a stretch of time, with overlaps.
            coupons::coupon_calendar: CouponCalendarGet => CouponCalendar,
            /// Which coupons a customer gets, and why not the others.
            coupons::coupon_customer_test: CouponCustomerTest => CouponCustomerResult,
            /// Counts the words of a review.
            coupons::coupon_review_words: CouponReviewWords => CouponReviewWordCount,
            /// Reads a customer's orders from a file.
            coupons::coupon_customer_file: CouponCustomerFile => CouponCustomersRead,
            /// Writes coupons and their codes to a file.
            coupons::coupon_export: CouponExport => Exported,

            /// Campaigns of affiliate partners with deadlines and eligibility.
            partners::partner_campaign_page: PartnerCampaignPage => PartnerCampaignList,
            /// One campaign of an affiliate partner.
            partners::partner_campaign_get: PartnerCampaignGet => PartnerCampaignDetail,
            /// Records a campaign of an affiliate partner.
            partners::partner_campaign_save: PartnerCampaignSave => PartnerCampaignDetail,
            /// Deletes a partner's campaign that nothing was registered with.
            partners::partner_campaign_delete: PartnerCampaignGet => Nothing,
            /// The wizard of joining a campaign.
            partners::partner_join_open: PartnerCampaignGet => JoinForm,
            /// What the book says of a registration while it is typed.
            partners::partner_join_check: JoinCheck => JoinChecked,
            /// Makes repairs in the wizard.
            partners::partner_join_repair: JoinRepair => JoinForm,
            /// Products that can be chosen for a partner campaign.
            partners::partner_candidates: PartnerCandidates => Page<PartnerCandidate>,
            /// Chooses products for a partner campaign, or takes them out.
            partners::partner_products: PartnerProducts => PartnerProductsChanged,
            /// What a registration leaves, product by product.
            partners::partner_join_outlook: JoinOutlook => JoinOutlookShown,
            /// What a rate leaves of one product, with every fee.
            partners::partner_join_product: JoinProductGet => JoinProductShown,
            /// Keeps what stands in the wizard.
            partners::partner_join_save: JoinCheck => JoinForm,
            /// Throws what stands in the wizard away.
            partners::partner_join_discard: PartnerCampaignGet => Nothing,
            /// Submits a registration.
            partners::partner_join_submit: JoinSubmit => PartnerCampaignDetail,
            /// Products that joined.
            partners::partner_product_page: JoinedPage => JoinedList,
            /// One product that joined, with all that happened to it.
            partners::partner_product_get: JoinedGet => JoinedDetail,
            /// Records the partner's decisions, or asks for closing.
            partners::partner_product_decide: JoinedDecide => Changed,
            /// Changes the rate of pending products.
            partners::partner_product_rate: JoinedRate => Changed,
            /// Changes the sample quantity.
            partners::partner_product_samples: JoinedSamples => Changed,
            /// Records approved samples.
            partners::partner_samples_approved: JoinedSamplesApproved => JoinedDetail,
            /// Writes registrations with partner campaigns to a file.
            partners::partner_export: PartnerExport => Exported,
            /// The seller's own campaigns for partners.
            partners::own_campaign_page: OwnCampaignPage => OwnCampaignList,
            /// A new campaign of the seller's own.
            partners::own_campaign_template: Nothing => OwnCampaignForm,
            /// A new campaign like one that was published, periods still to be chosen.
            partners::own_campaign_duplicate: OwnCampaignGet => OwnCampaignForm,
            /// A kept draft of a campaign of the seller's own.
            partners::own_campaign_open: OwnCampaignGet => OwnCampaignForm,
            /// One published campaign of the seller's own.
            partners::own_campaign_get: OwnCampaignGet => OwnCampaignDetail,
            /// What the book says of a campaign of the seller's own while it is typed.
            partners::own_campaign_check: OwnCampaignCheck => OwnCampaignChecked,
            /// Makes repairs of a campaign of the seller's own.
            partners::own_campaign_repair: OwnCampaignRepair => OwnCampaignForm,
            /// Keeps a campaign of the seller's own as a draft.
            partners::own_campaign_draft_save: OwnCampaignCheck => OwnCampaignForm,
            /// Throws a draft of a campaign away.
            partners::own_campaign_draft_delete: OwnCampaignGet => Nothing,
            /// Publishes a campaign of the seller's own.
            partners::own_campaign_publish: OwnCampaignPublish => OwnCampaignDetail,
            /// Records that a partner joined a campaign of the seller's own.
            partners::own_campaign_partner_joined: OwnCampaignJoined => OwnCampaignDetail,

            /// The four switches of TikTok-funded promotions and their timeline.
            funded::funded_promotions: Nothing => FundedPage,
            /// What moving a switch does.
            funded::funded_switching: FundedSwitching => FundedSwitchShown,
            /// Moves a switch under what was shown.
            funded::funded_switch: FundedSwitch => FundedPage,
            /// The SKUs in campaigns that a switch concerns.
            funded::funded_rows: FundedRows => Page<FundedRow>,
            /// How the switches stood on a day.
            funded::funded_on: FundedOn => FundedStandings,
            /// How the switches stand on the days of a campaign.
            funded::funded_during: FundedDuring => FundedStandings,
            /// Whether products or brands can be left out, and what can be done instead.
            funded::funded_exclusion: FundedExclusion => FundedExclusionAnswer,
            /// Who pays the shipping fee of an order.
            funded::funded_shipping: FundedShippingQuestion => FundedShippingAnswer,
            /// Which price of a product a buyer sees.
            funded::funded_price: FundedPriceQuestion => FundedPriceAnswer,
            /// What becomes of a platform coupon after a cancellation or refund.
            funded::funded_coupon_return: FundedCouponQuestion => FundedCouponAnswer,
            /// Who pays what of an order, by type.
            funded::funded_order: FundedOrderQuestion => FundedOrderAnswer,

            /// Steps of the history.
            history::history_page: HistoryPage => Page<HistoryLine>,
            /// What can be undone and redone now.
            history::history_state: Nothing => UndoState,
            /// Takes the last step back.
            history::history_undo: Nothing => UndoState,
            /// Does the step again that was taken back last.
            history::history_redo: Nothing => UndoState,
            /// All backups.
            backups::backup_list: Nothing => Backups,
            /// Makes a backup now.
            backups::backup_now: BackupNow => BackupLine,
            /// Restores a backup.
            backups::backup_restore: BackupRestore => DeskState,

            /// The rule book's table of contents.
            rulebook::rule_index: Nothing => RuleIndex,
            /// One rule's page.
            rulebook::rule_page: RuleGet => RulePage,
        }
    };
}

pub(crate) use with_commands;

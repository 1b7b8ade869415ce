//! What one row of a file states, whatever file it comes from.

mod coupon;
mod order;
mod partner;

pub use coupon::{AppliesTo, StatedCoupon, StatedStatus};
pub use order::StatedOrder;
pub use partner::StatedPartner;

use crate::export::original;
use crate::moments::{self, DayOrder};
use crate::row::{Cell, CellKind, Row, column_letters};
use crate::table::{Field, Mapping, Target};
use crate::trouble::{RowProblem, Trouble};
use crate::values::{self, NumberStyle};
use rust_decimal::Decimal;
use seller_domain::campaign::Tier;
use seller_domain::catalogue::ProductStatus;
use seller_domain::market::Currency;
use seller_domain::price_history::PriceKind;
use seller_domain::{Instant, Money, Percent, ProductId, SkuId, Zone};

/// What a row states. What is none has no column in the file, or its cell is
/// empty: then what is already held stays. Texts of a mapped column are some, even when empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StatedRow {
    /// The row as a spreadsheet counts.
    pub row: u32,
    /// The product.
    pub product_id: Option<ProductId>,
    /// The SKU.
    pub sku_id: Option<SkuId>,
    /// The product's title, as it stands.
    pub title: Option<Box<str>>,
    /// The SKU's variation.
    pub variation: Option<Box<str>>,
    /// The product's category.
    pub category: Option<Box<str>>,
    /// The product's brand.
    pub brand: Option<Box<str>>,
    /// Whether the product is on sale.
    pub status: Option<ProductStatus>,
    /// The seller's own code.
    pub seller_sku: Option<Box<str>>,
    /// The price without promotion.
    pub retail_price: Option<Money>,
    /// The current discount price.
    pub discount_price: Option<Money>,
    /// Units that can be sold.
    pub stock: Option<u32>,
    /// Cost of one unit.
    pub unit_cost: Option<Money>,
    /// Shipping that the customer pays for one unit.
    pub shipping_charge: Option<Money>,
    /// A price of the past.
    pub history_price: Option<Money>,
    /// What kind of price it was.
    pub history_kind: Option<PriceKind>,
    /// When it came into force.
    pub history_from: Option<Instant>,
    /// When it went out of force.
    pub history_until: Option<Instant>,
    /// The lowest price of the last 30 days.
    pub low_30d: Option<Money>,
    /// The campaign price, as entered: the rules judge its sign and digits.
    pub campaign_price: Option<Money>,
    /// The campaign stock, as entered.
    pub campaign_stock: Option<Decimal>,
    /// The extra discount, as entered.
    pub extra_discount: Option<Percent>,
    /// Featured or Regular.
    pub tier: Option<Tier>,
    /// What the platform decided.
    pub state: Option<DecidedState>,
    /// Why it did.
    pub reason: Option<Box<str>>,
    /// A coupon, in a list of coupons.
    pub coupon: Option<Box<StatedCoupon>>,
    /// An order, in a list of orders.
    pub order: Option<Box<StatedOrder>>,
    /// A partner campaign or a product that joined one, in a list of those.
    pub partner: Option<Box<StatedPartner>>,
}

/// What a decision file says became of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecidedState {
    /// Not decided yet.
    Pending,
    /// Registered, also called Approved.
    Registered,
    /// Refused.
    Rejected,
    /// In SKU error.
    SkuError,
    /// Withdrawn.
    Withdrawn,
}

impl DecidedState {
    /// The word that exports write.
    pub fn key(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Registered => "registered",
            Self::Rejected => "rejected",
            Self::SkuError => "sku_error",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// What a refused row is about, as far as its ids can be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The product.
    pub product_id: Option<ProductId>,
    /// The SKU.
    pub sku_id: Option<SkuId>,
}

/// How the cells of one file are read.
#[derive(Debug)]
pub(crate) struct Reading<'a> {
    pub(crate) header: &'a [String],
    pub(crate) columns: Vec<(u32, Field, NumberStyle, Option<DayOrder>)>,
    pub(crate) required: Vec<&'static [Field]>,
    pub(crate) currency: Currency,
    pub(crate) zone: Zone,
    /// Whether cells right of the header are refused.
    pub(crate) strict_width: bool,
}

impl<'a> Reading<'a> {
    /// Reads the columns of `mapping` for `targets`.
    pub(crate) fn new(
        header: &'a [String],
        mapping: &Mapping,
        targets: &[Target],
        (currency, zone): (Currency, Zone),
        style: impl Fn(usize) -> (NumberStyle, Option<DayOrder>),
    ) -> Self {
        let columns = mapping
            .columns
            .iter()
            .enumerate()
            .filter_map(|(at, field)| {
                let (number, order) = style(at);
                field.map(|field| (at as u32, field, number, order))
            })
            .collect();
        let required = targets
            .iter()
            .flat_map(|target| target.required())
            .copied()
            .collect();
        Self {
            header,
            columns,
            required,
            currency,
            zone,
            strict_width: true,
        }
    }

    /// Reads a row, or names everything that is wrong with it.
    pub(crate) fn read(&self, row: &Row) -> Result<StatedRow, Vec<RowProblem>> {
        let mut stated = StatedRow {
            row: row.number(),
            ..StatedRow::default()
        };
        let mut problems = Vec::new();
        for (column, field, style, order) in &self.columns {
            let cell = row.cell(*column).unwrap_or(Cell {
                column: *column,
                kind: CellKind::Text,
                text: "",
            });
            if let Err(trouble) = self.take(&mut stated, *field, cell, (*style, *order)) {
                problems.push(self.problem(row.number(), cell, trouble));
            }
        }
        self.require(row, &mut problems);
        if self.strict_width {
            self.refuse_extra_cells(row, &mut problems);
        }
        if problems.is_empty() {
            Ok(stated)
        } else {
            Err(problems)
        }
    }

    /// What a row is about, whatever else is wrong with it.
    pub(crate) fn about(&self, row: &Row) -> About {
        let id = |wanted: Field| {
            let (column, ..) = self
                .columns
                .iter()
                .find(|(_, field, ..)| *field == wanted)?;
            let cell = row.cell(*column)?;
            values::id(cell).ok().filter(|id| !id.is_empty())
        };
        About {
            product_id: id(Field::ProductId).map(ProductId::new),
            sku_id: id(Field::SkuId).map(SkuId::new),
        }
    }

    fn problem(&self, row: u32, cell: Cell<'_>, trouble: Trouble) -> RowProblem {
        RowProblem::cell(row, &self.name(cell.column), cell.text, trouble)
    }

    /// The column's header, or its letters where it has none.
    fn name(&self, column: u32) -> String {
        match self.header.get(column as usize).map(|name| name.trim()) {
            Some(name) if !name.is_empty() => name.to_owned(),
            _ => column_letters(column),
        }
    }

    fn require(&self, row: &Row, problems: &mut Vec<RowProblem>) {
        for group in &self.required {
            let mut mapped = self
                .columns
                .iter()
                .filter(|(_, field, ..)| group.contains(field))
                .peekable();
            let Some((first, ..)) = mapped.peek() else {
                continue;
            };
            let first = *first;
            let empty = |column: u32| {
                row.cell(column)
                    .is_none_or(|cell| cell.kind == CellKind::Text && cell.text.trim().is_empty())
            };
            if mapped.all(|(column, ..)| empty(*column)) {
                problems.push(RowProblem::cell(
                    row.number(),
                    &self.name(first),
                    "",
                    Trouble::MissingValue,
                ));
            }
        }
    }

    fn refuse_extra_cells(&self, row: &Row, problems: &mut Vec<RowProblem>) {
        let width = self.header.len() as u32;
        let extra = row.cells().rev().find(|cell| !cell.text.trim().is_empty());
        if let Some(cell) = extra.filter(|cell| cell.column >= width) {
            problems.push(self.problem(row.number(), cell, Trouble::ExtraCells { columns: width }));
        }
    }

    fn take(
        &self,
        to: &mut StatedRow,
        field: Field,
        cell: Cell<'_>,
        (style, order): (NumberStyle, Option<DayOrder>),
    ) -> Result<(), Trouble> {
        use Field as F;
        let text = match field {
            F::Title => &mut to.title,
            F::Variation => &mut to.variation,
            F::Category => &mut to.category,
            F::Brand => &mut to.brand,
            F::SellerSku => &mut to.seller_sku,
            F::Reason => &mut to.reason,
            _ => return self.take_value(to, field, cell, (style, order)),
        };
        values::sound(cell)?;
        // Our own lists put a sign before texts that a spreadsheet would run.
        *text = Some(original(cell.text).into());
        Ok(())
    }

    fn take_value(
        &self,
        to: &mut StatedRow,
        field: Field,
        cell: Cell<'_>,
        (style, order): (NumberStyle, Option<DayOrder>),
    ) -> Result<(), Trouble> {
        use Field as F;
        if values::sound(cell)?.is_empty() {
            return Ok(());
        }
        let price = || values::price(cell, style, self.currency).map(Some);
        match field {
            F::ProductId => to.product_id = Some(ProductId::new(values::id(cell)?)),
            F::SkuId => to.sku_id = Some(SkuId::new(values::id(cell)?)),
            F::Status => to.status = Some(status(values::sound(cell)?)?),
            F::RetailPrice => to.retail_price = price()?,
            F::DiscountPrice => to.discount_price = price()?,
            F::UnitCost => to.unit_cost = price()?,
            F::ShippingCharge => to.shipping_charge = price()?,
            F::HistoryPrice => to.history_price = price()?,
            F::Low30Days => to.low_30d = price()?,
            F::Stock => to.stock = Some(values::count(cell, style)?),
            F::CampaignPrice => {
                to.campaign_price = Some(values::amount(cell, style, self.currency)?)
            }
            F::CampaignStock => to.campaign_stock = Some(values::decimal(cell, style)?),
            F::ExtraDiscountPercent => to.extra_discount = Some(values::percent(cell, style)?),
            F::HistoryKind => to.history_kind = Some(word(cell, KINDS)?),
            F::Tier => to.tier = Some(word(cell, TIERS)?),
            F::State => to.state = Some(word(cell, STATES)?),
            F::HistoryFrom => to.history_from = Some(moments::moment(cell, self.zone, order)?),
            F::HistoryUntil => to.history_until = Some(moments::moment(cell, self.zone, order)?),
            F::OrderId | F::OrderCustomer | F::OrderPlaced | F::OrderPaid | F::OrderRefunded => {
                let to = to.order.get_or_insert_default();
                order::take(to, field, cell, (style, order), (self.currency, self.zone))?;
            }
            F::Title | F::Variation | F::Category | F::Brand | F::SellerSku | F::Reason => {}
            field if field.is_of_partners() => {
                let to = to.partner.get_or_insert_default();
                partner::take(to, field, cell, (style, order), self.zone)?;
            }
            _ => {
                let to = to.coupon.get_or_insert_default();
                coupon::take(to, field, cell, (style, order), (self.currency, self.zone))?;
            }
        }
        Ok(())
    }
}

type Words<T> = &'static [(T, &'static [&'static str])];

const KINDS: Words<PriceKind> = &[
    (PriceKind::Retail, &["retail", "list", "零售价", "原价"]),
    (PriceKind::Discount, &["discount", "sale", "折扣价", "折扣"]),
    (
        PriceKind::Promotion,
        &["promotion", "promo", "flash sale", "促销价", "促销"],
    ),
    (PriceKind::Campaign, &["campaign", "活动价", "活动"]),
];

const TIERS: Words<Tier> = &[
    (Tier::Featured, &["featured", "精选"]),
    (Tier::Regular, &["regular", "普通", "常规"]),
];

const STATES: Words<DecidedState> = &[
    (
        DecidedState::Pending,
        &["pending", "under review", "审核中", "待审核"],
    ),
    (
        DecidedState::Registered,
        &["registered", "approved", "已报名", "已通过", "通过"],
    ),
    (
        DecidedState::Rejected,
        &[
            "rejected",
            "refused",
            "failed",
            "已拒绝",
            "未通过",
            "拒绝",
            "驳回",
        ],
    ),
    (
        DecidedState::SkuError,
        &["sku_error", "sku error", "SKU异常", "SKU错误"],
    ),
    (DecidedState::Withdrawn, &["withdrawn", "已撤回", "已退出"]),
];

const STATUSES: Words<ProductStatus> = &[
    (
        ProductStatus::Active,
        &[
            "active",
            "live",
            "on sale",
            "activated",
            "在售",
            "已上架",
            "上架",
            "销售中",
            "aktif",
            "วางขายอยู่",
            "đang hoạt động",
            "đang bán",
        ],
    ),
    (
        ProductStatus::Inactive,
        &[
            "inactive",
            "deactivated",
            "draft",
            "deleted",
            "frozen",
            "suspended",
            "off sale",
            "已下架",
            "下架",
            "草稿",
            "已删除",
            "冻结",
            "nonaktif",
            "tidak aktif",
        ],
    ),
];

fn find<T: Copy>(text: &str, words: Words<T>) -> Result<T, Trouble> {
    let wanted = text.replace(['_', '-'], " ").to_lowercase();
    words
        .iter()
        .find(|(_, names)| {
            names
                .iter()
                .any(|name| name.replace('_', " ").to_lowercase() == wanted)
        })
        .map(|(value, _)| *value)
        .ok_or_else(|| Trouble::UnknownWord {
            allowed: words.iter().map(|(_, names)| names[0].to_owned()).collect(),
        })
}

fn word<T: Copy>(cell: Cell<'_>, words: Words<T>) -> Result<T, Trouble> {
    find(values::sound(cell)?, words)
}

/// A product's status. The platform writes a word in the seller's language and a number in
/// brackets, of which 1 is on sale; the number decides, a word alone must be a known one.
fn status(text: &str) -> Result<ProductStatus, Trouble> {
    let plain = values::plain(text);
    if let Some((_, number)) = bracketed_number(&plain) {
        return Ok(match number {
            "1" => ProductStatus::Active,
            _ => ProductStatus::Inactive,
        });
    }
    find(&plain, STATUSES)
}

/// Splits `Celana Panjang (601277)` into the name and the number in brackets.
pub fn bracketed_number(text: &str) -> Option<(&str, &str)> {
    let (name, number) = text.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let number = number.trim();
    let plain = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    plain.then_some((name.trim_end(), number))
}

/// Featured or Regular, as a cell names it.
pub(crate) fn tier(cell: Cell<'_>) -> Result<Tier, Trouble> {
    word(cell, TIERS)
}

/// A state, as a cell names it.
pub(crate) fn state(cell: Cell<'_>) -> Result<DecidedState, Trouble> {
    word(cell, STATES)
}

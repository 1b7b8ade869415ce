//! What a row of an order file states of a customer's order.

use crate::moments::{self, DayOrder};
use crate::row::Cell;
use crate::table::Field;
use crate::trouble::Trouble;
use crate::values::{self, NumberStyle};
use seller_domain::market::Currency;
use seller_domain::{Instant, Money, Zone};

/// What a row states of an order. What is none has no column in the file, or its cell is empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StatedOrder {
    /// The order's id.
    pub id: Option<Box<str>>,
    /// The customer.
    pub customer: Option<Box<str>>,
    /// When it was placed.
    pub placed_at: Option<Instant>,
    /// When it was paid.
    pub paid_at: Option<Instant>,
    /// What was refunded of it.
    pub refunded: Option<Money>,
}

/// Takes a filled cell of a column about orders.
pub(super) fn take(
    to: &mut StatedOrder,
    field: Field,
    cell: Cell<'_>,
    (style, order): (NumberStyle, Option<DayOrder>),
    (currency, zone): (Currency, Zone),
) -> Result<(), Trouble> {
    use Field as F;
    match field {
        F::OrderId => to.id = Some(values::id(cell)?.into()),
        F::OrderCustomer => to.customer = Some(values::sound(cell)?.into()),
        F::OrderPlaced => to.placed_at = Some(moments::moment(cell, zone, order)?),
        F::OrderPaid => to.paid_at = Some(moments::moment(cell, zone, order)?),
        F::OrderRefunded => to.refunded = Some(values::price(cell, style, currency)?),
        _ => {}
    }
    Ok(())
}

//! Customers' orders from a file: a row for each product of an order.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::rooms::imports;
use crate::trouble::Trouble;
use crate::wire::coupon_book::{CouponCustomerFile, CouponCustomersRead};
use seller_domain::seller_coupon::{CustomerOrder, CustomerRecord};
use seller_domain::{ProductId, SkuId};
use seller_exchange::stated::StatedRow;
use seller_exchange::table::Stated;
use seller_exchange::trouble::RowProblem;
use seller_store::{View, sku};
use std::collections::{BTreeMap, BTreeSet};

/// So many customers travel.
const MOST_CUSTOMERS: usize = 500;
/// So many problems travel.
const MOST_PROBLEMS: usize = 100;

pub(crate) fn coupon_customer_file(
    desk: &Desk,
    context: &Context,
    request: CouponCustomerFile,
) -> Answer<CouponCustomersRead> {
    let wanted = request.customer.trim().to_lowercase();
    let mut file = OrderFile::default();
    imports::each_order_row(desk, context, &request.import_id, |stated| {
        file.take(stated, &wanted);
    })?;
    desk.read(context, |view| {
        file.answer(view, context, &request.customer)
    })
}

/// What an order file holds.
#[derive(Default)]
struct OrderFile {
    customers: BTreeSet<String>,
    /// The rows of the wanted customer.
    rows: Vec<StatedRow>,
    problems: Vec<RowProblem>,
}

impl OrderFile {
    /// Keeps the row of the wanted customer, and the name of any.
    fn take(&mut self, stated: Stated, wanted: &str) {
        match stated {
            Stated::Row(row) => {
                let order = row.order.as_ref();
                let customer = order.and_then(|order| order.customer.as_deref());
                let customer = customer.unwrap_or_default().trim().to_owned();
                if !wanted.is_empty() && customer.to_lowercase() == wanted {
                    self.rows.push(*row);
                }
                self.customers.insert(customer);
            }
            Stated::Refused(problems, _) => {
                let room = MOST_PROBLEMS.saturating_sub(self.problems.len());
                self.problems.extend(problems.into_iter().take(room));
            }
        }
    }

    fn answer(
        self,
        view: &View<'_>,
        context: &Context,
        wanted: &str,
    ) -> Result<CouponCustomersRead, Trouble> {
        let mut problems: Vec<String> = self
            .problems
            .iter()
            .map(|problem| problem_words(problem, context))
            .collect();
        let mut orders: BTreeMap<String, CustomerOrder> = BTreeMap::new();
        for row in self.rows {
            let number = row.row;
            if let Err(words) = take(view, &mut orders, row, context)? {
                problems.push(context.say(
                    format!("Row {number}: {words}"),
                    format!("第 {number} 行：{words}"),
                ));
            }
        }
        problems.truncate(MOST_PROBLEMS);
        Ok(CouponCustomersRead {
            customer_count: crate::rooms::coupons::number(self.customers.len()),
            customers: self.customers.into_iter().take(MOST_CUSTOMERS).collect(),
            record: (!orders.is_empty()).then(|| CustomerRecord {
                name: wanted.trim().to_owned(),
                orders: orders.into_values().collect(),
                ..CustomerRecord::default()
            }),
            problems,
        })
    }
}

fn problem_words(problem: &RowProblem, context: &Context) -> String {
    let (row, column) = (problem.row, problem.column.as_deref().unwrap_or_default());
    let value = problem.value.as_deref().unwrap_or_default();
    let why = problem.trouble.reason(context.language);
    context.say(
        format!("Row {row}, {column} \"{value}\": {why}"),
        format!("第 {row} 行，{column}“{value}”：{why}"),
    )
}

/// Adds a row to its order, or says what is wrong with it.
fn take(
    view: &View<'_>,
    orders: &mut BTreeMap<String, CustomerOrder>,
    row: StatedRow,
    context: &Context,
) -> Result<Result<(), String>, Trouble> {
    let product = product(view, row.product_id, row.sku_id)?;
    let Some(stated) = row.order else {
        return Ok(Ok(()));
    };
    let (Some(id), Some(placed_at)) = (stated.id, stated.placed_at) else {
        return Ok(Err(
            context.say("the order has no id or no time", "订单缺少编号或时间")
        ));
    };
    let order = orders
        .entry(id.to_string())
        .or_insert_with(|| CustomerOrder {
            id: id.to_string(),
            placed_at,
            paid_at: stated.paid_at,
            refunded: false,
            products: Vec::new(),
        });
    if order.placed_at != placed_at || order.paid_at != stated.paid_at {
        return Ok(Err(context.say(
            format!("order {id} has other times than in an earlier row"),
            format!("订单 {id} 的时间与前面的行不一致"),
        )));
    }
    order.refunded |= stated.refunded.is_some_and(|refund| refund.is_positive());
    if let Some(product) = product.filter(|product| !order.products.contains(product)) {
        order.products.push(product);
    }
    Ok(Ok(()))
}

/// The product of a row: its own id, or that of its SKU.
fn product(
    view: &View<'_>,
    product: Option<ProductId>,
    sku: Option<SkuId>,
) -> Result<Option<ProductId>, Trouble> {
    match (product, sku) {
        (Some(product), _) => Ok(Some(product)),
        (None, Some(sku)) => Ok(sku::find(view, &sku)?.map(|sku| sku.product_id)),
        (None, None) => Ok(None),
    }
}

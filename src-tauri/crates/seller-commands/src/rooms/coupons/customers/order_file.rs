//! Customers' orders from a file: a row for each product of an order.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::{Trouble, file_answer};
use crate::wire::coupon_book::{CouponCustomerFile, CouponCustomersRead};
use seller_domain::seller_coupon::{CustomerOrder, CustomerRecord};
use seller_domain::{ProductId, SkuId};
use seller_exchange::Input;
use seller_exchange::stated::StatedRow;
use seller_exchange::table::{Choices, Mapping, Settings, Stated, Table, Target};
use seller_exchange::trouble::RowProblem;
use seller_store::{View, shop, sku};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::Path;

/// So many customers travel.
const MOST_CUSTOMERS: usize = 500;
/// So many problems travel.
const MOST_PROBLEMS: usize = 100;

pub(crate) fn coupon_customer_file(
    desk: &Desk,
    context: &Context,
    request: CouponCustomerFile,
) -> Answer<CouponCustomersRead> {
    let path = Path::new(&request.path);
    let named = |error| file_answer(path, &error, context.language);
    let table = Table::open(&Input::from(path), &Choices::default()).map_err(named)?;
    let guess = table.guess(&[Target::Orders]);
    if !guess.missing.is_empty() {
        let missing: Vec<&str> = guess.missing.iter().map(|field| field.key()).collect();
        return Err(lacks(path, &missing.join(", "), context));
    }
    let shop = desk.read(context, |view| Ok(shop::require(view)?))?;
    let settings = Settings {
        currency: shop.currency,
        zone: shop.time_zone,
        decimal_mark: None,
        day_order: None,
    };
    let file = read(&table, &guess.mapping, &settings, &request.customer).map_err(named)?;
    desk.read(context, |view| {
        file.answer(view, context, &request.customer)
    })
}

fn lacks(path: &Path, columns: &str, context: &Context) -> CommandError {
    let name = path.file_name().unwrap_or(path.as_os_str());
    CommandError::File {
        file: name.to_string_lossy().into_owned(),
        place: String::new(),
        message: context.say(
            format!("The file has no column for: {columns}."),
            format!("文件中没有以下列：{columns}。"),
        ),
        remedy: context.say(
            "Use Seller Center's order export, or name the columns order_id, customer, placed_at, paid_at, refunded, product_id.",
            "请使用卖家中心导出的订单，或将列命名为 order_id、customer、placed_at、paid_at、refunded、product_id。",
        ),
    }
}

/// What an order file holds.
#[derive(Default)]
struct OrderFile {
    customers: BTreeSet<String>,
    /// The rows of the wanted customer.
    rows: Vec<StatedRow>,
    problems: Vec<RowProblem>,
}

fn read(
    table: &Table,
    mapping: &Mapping,
    settings: &Settings,
    wanted: &str,
) -> Result<OrderFile, seller_exchange::FileError> {
    let wanted = wanted.trim().to_lowercase();
    let mut file = OrderFile::default();
    table.read_rows(mapping, &[Target::Orders], settings, |stated| {
        match stated {
            Stated::Row(row) => {
                let customer = row
                    .order
                    .as_ref()
                    .and_then(|order| order.customer.as_deref());
                let customer = customer.unwrap_or_default().trim().to_owned();
                if !wanted.is_empty() && customer.to_lowercase() == wanted {
                    file.rows.push(*row);
                }
                file.customers.insert(customer);
            }
            Stated::Refused(problems, _) => {
                let room = MOST_PROBLEMS.saturating_sub(file.problems.len());
                file.problems.extend(problems.into_iter().take(room));
            }
        }
        ControlFlow::Continue(())
    })?;
    Ok(file)
}

impl OrderFile {
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

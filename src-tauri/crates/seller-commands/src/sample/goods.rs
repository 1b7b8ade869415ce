//! The catalogue of the sample shop: 120 products, some of them odd.

use super::cents;
use super::story::every_warning;
use crate::error::CommandError;
use crate::rooms::products::registered::Registered;
use crate::trouble::Trouble;
use seller_domain::catalogue::{CatalogueChange, ProductRow, ProductStatus, SkuRow};
use seller_domain::{Money, ProductId, SkuId};
use seller_store::{Tx, catalogue, shop};

/// A line of ten products in one category.
struct Line {
    category: &'static str,
    brand: &'static str,
    series: [&'static str; 2],
    things: [&'static str; 10],
    options: &'static [&'static str],
    cents: i64,
}

const LINES: [Line; 6] = [
    Line {
        category: "Kitchenware (600024)",
        brand: "Sunny Corner",
        series: ["Everyday", "Bamboo"],
        things: [
            "Travel Mug 16 oz",
            "Cutting Board",
            "Storage Jar Set",
            "Tea Infuser",
            "Spice Rack",
            "Lunch Box",
            "Salad Bowl",
            "Dish Rack",
            "Coffee Scoop",
            "Serving Tray",
        ],
        options: &["Sage", "Sand", "Black", "White", "Rust"],
        cents: 1499,
    },
    Line {
        category: "Women's Tops (601152)",
        brand: "Corner Wear",
        series: ["Breeze", "Cozy"],
        things: [
            "Linen Shirt",
            "Crop Tee",
            "Knit Vest",
            "Tank Top",
            "Hoodie",
            "Wrap Blouse",
            "Polo",
            "Cardigan",
            "Bodysuit",
            "Sweatshirt",
        ],
        options: &["Black, S", "Black, M", "Black, L", "Cream, S", "Cream, M"],
        cents: 1999,
    },
    Line {
        category: "Phone Accessories (600001)",
        brand: "",
        series: ["Snap", "Clear"],
        things: [
            "Phone Case",
            "Charging Stand",
            "Ring Holder",
            "Braided Cable 6 ft",
            "Screen Guard 2-Pack",
            "Car Mount",
            "Power Bank",
            "Earbud Case",
            "Tripod",
            "Wrist Strap",
        ],
        options: &["Clear", "Midnight", "Rose", "Lilac", "Mint"],
        cents: 1299,
    },
    Line {
        category: "Pet Supplies (601450)",
        brand: "Paws & Sun",
        series: ["Happy", "Calm"],
        things: [
            "Cat Tunnel",
            "Dog Leash",
            "Slow Feeder",
            "Grooming Brush",
            "Litter Mat",
            "Chew Toy Set",
            "Pet Bed",
            "Carrier Bag",
            "Water Fountain",
            "Catnip Mice",
        ],
        options: &["Small", "Medium", "Large", "X-Large", "Twin Pack"],
        cents: 1799,
    },
    Line {
        category: "家居收纳 (600942)",
        brand: "晴角",
        series: ["简约", "北欧风"],
        things: [
            "收纳篮",
            "桌面置物架",
            "衣架十只装",
            "抽屉分隔盒",
            "挂钩套装",
            "鞋盒",
            "洗衣篮",
            "旅行收纳袋",
            "首饰盒",
            "书立",
        ],
        options: &["白色", "灰色", "原木色", "绿色", "米色"],
        cents: 1699,
    },
    Line {
        category: "Beauty Tools (601583)",
        brand: "Glow Nook",
        series: ["Rose", "Pro"],
        things: [
            "Face Roller",
            "Makeup Brush Set",
            "Hair Clip Set",
            "Nail Kit",
            "Vanity Mirror",
            "Scalp Massager",
            "Lash Curler",
            "Bath Sponge",
            "Headband",
            "Travel Bottle Set",
        ],
        options: &["Pink", "Gold", "Ivory", "Plum", "Jade"],
        cents: 1199,
    },
];

/// Titles that a page or a spreadsheet could take for something else.
const ODD_TITLES: [(usize, &str); 8] = [
    (40, "<script>alert(\"sale\")</script> Tea Towel Set"),
    (42, "=SUM(A1:A9) Math Puzzle Cards"),
    (45, "🌻 Sunflower Garden Kit 🪴 — grow your own! 👩‍🌾"),
    (61, "\"Quoted\", comma; semicolon | and\ttab Organizer"),
    (62, "+1 Bonus Sticker Pack"),
    (64, "@home Candle, 3-Wick"),
    (65, "-20° Ice Pack"),
    (70, "شمعة عطرية Scented Candle"),
];
const LONG_TITLE: usize = 49;
const INACTIVE: [usize; 6] = [53, 73, 87, 93, 113, 118];
const SKUS: [usize; 10] = [5, 4, 6, 1, 8, 5, 3, 6, 2, 10];
const SIZES: [&str; 2] = ["", ", Gift Box"];

/// Everything the shop sells, as the last file said it.
pub(super) struct Goods {
    pub(super) rows: Vec<ProductRow>,
}

impl Goods {
    pub(super) fn new() -> Self {
        Self {
            rows: (0..120).map(product).collect(),
        }
    }

    pub(super) fn import(&self, tx: &Tx<'_>) -> Result<(), Trouble> {
        let mut rows = self.rows.iter();
        rows.try_for_each(|row| change(tx, CatalogueChange::of(row)))
    }

    pub(super) fn id(&self, product: usize) -> ProductId {
        self.rows[product].id.clone()
    }

    pub(super) fn ids(&self, products: impl IntoIterator<Item = usize>) -> Vec<ProductId> {
        products
            .into_iter()
            .map(|product| self.id(product))
            .collect()
    }

    pub(super) fn sku_id(&self, product: usize, sku: usize) -> SkuId {
        self.rows[product].skus[sku].id.clone()
    }

    /// The retail price in cents.
    pub(super) fn retail(&self, product: usize, sku: usize) -> i64 {
        let price = self.rows[product].skus[sku].retail_price;
        price.and_then(Money::to_minor).unwrap_or_default()
    }

    /// Raises the retail prices of a product and imports it again.
    pub(super) fn raise(&mut self, tx: &Tx<'_>, product: usize, by: i64) -> Result<(), Trouble> {
        for sku in &mut self.rows[product].skus {
            sku.retail_price = sku.retail_price.map(|price| price + cents(by));
        }
        change(tx, CatalogueChange::of(&self.rows[product]))
    }
}

/// Changes the catalogue as the book accepts it from a seller who takes every warning.
pub(super) fn change(tx: &Tx<'_>, change: CatalogueChange<'_>) -> Result<(), Trouble> {
    let zone = shop::require(tx)?.time_zone;
    let registered = Registered::load(tx, tx.now(), zone)?;
    let accepted = registered
        .accept(tx, change, &every_warning())?
        .map_err(|_| CommandError::bug("a change of the sample's catalogue is refused"))?;
    catalogue::apply(tx, &[accepted])?;
    Ok(())
}

fn product(index: usize) -> ProductRow {
    let line = &LINES[index / 20];
    let series = line.series[index / 10 % 2];
    let thing = line.things[index % 10];
    let odd = ODD_TITLES.iter().find(|(odd, _)| *odd == index);
    let title = match odd {
        Some((_, title)) => (*title).to_owned(),
        None if index == LONG_TITLE => format!(
            "{series} {thing} {}",
            "for phones, tablets, cameras and everything else that fits a pocket, "
                .repeat(4)
                .trim_end_matches([',', ' '])
        ),
        None => format!("{series} {thing}"),
    };
    let status = if INACTIVE.contains(&index) {
        ProductStatus::Inactive
    } else {
        ProductStatus::Active
    };
    ProductRow {
        id: ProductId::from(format!("17294{index:014}")),
        title: Some(title),
        category: Some(line.category.to_owned()),
        brand: Some(line.brand.to_owned()),
        status: Some(status),
        status_if_new: None,
        skus: (0..SKUS[index % 10])
            .map(|sku| sku_row(index, sku, line))
            .collect(),
    }
}

fn sku_row(product: usize, sku: usize, line: &Line) -> SkuRow {
    let (tens, extra) = (step(product % 10), step(product / 10 % 2));
    let retail = line.cents + 200 * tens + 500 * extra + 100 * step(sku);
    let variation = if SKUS[product % 10] == 1 {
        "default_sku_name".to_owned()
    } else {
        format!(
            "{}{}",
            line.options[sku % line.options.len()],
            SIZES[sku / line.options.len() % 2]
        )
    };
    // Some goods leave little, and the cost of some is not known.
    let cost = if product % 13 == 5 { 74 } else { 34 };
    let out_of_stock = (product * 7 + sku).is_multiple_of(31);
    SkuRow {
        variation: Some(variation),
        seller_sku: Some(if product % 4 == 3 {
            String::new()
        } else {
            format!("SC-{product:03}-{sku:02}")
        }),
        retail_price: Some(cents(retail)),
        discount_price: Some((product % 6 == 2).then(|| cents(retail * 9 / 10))),
        stock: Some(if out_of_stock {
            0
        } else {
            40 + u32::try_from((product * 37 + sku * 11) % 400).unwrap_or(0)
        }),
        unit_cost: (product % 9 != 4).then(|| cents(retail * cost / 100)),
        ..SkuRow::about(SkuId::from(format!("17295{product:09}{sku:05}")))
    }
}

fn step(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(0)
}

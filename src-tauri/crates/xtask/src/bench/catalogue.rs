//! A made-up catalogue with a planned campaign: the same bytes on every machine.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

const HEADER: &str = "product_id,sku_id,title,variant,category,retail_price,low_30d,stock,cost,\
                      shipping,campaign_price,campaign_stock,extra_discount_pct\n";

#[rustfmt::skip]
const ADJECTIVES: [&str; 20] = [
    "Portable", "Mini", "Premium", "Wireless", "Kids'", "Women's", "Men's", "Eco", "Foldable",
    "Rechargeable", "Vintage", "Heavy-duty", "2-in-1", "Waterproof", "Cozy", "Organic",
    "Stainless", "Ultra-thin", "Café", "Señora",
];
#[rustfmt::skip]
const NOUNS: [&str; 20] = [
    "Lip Gloss Set", "Phone Case", "Yoga Leggings", "Air Fryer Liners", "LED Strip Light",
    "Blender Bottle", "Hair Claw Clips", "Ring Light", "Body Butter", "Dog Harness",
    "Cleaning Brush", "Matcha Whisk", "Water Flosser", "Puzzle", "Crossbody Bag", "Nail Kit",
    "Shower Head", "Storage Bins", "Press-on Lashes", "Protein Shaker",
];
#[rustfmt::skip]
const FOREIGN: [&str; 10] = [
    "超声波清洁机 家用", "复古相机 Y2K", "无线耳机 蓝牙5.3", "لوحة مفاتيح لاسلكية",
    "充电宝 20000毫安", "クリーム 50ml", "김치 세트", "Набор кистей", "ไฟ LED", "Żel do mycia",
];
#[rustfmt::skip]
const EMOJI: [&str; 8] = ["🔥", "✨", "🎁", "💄", "🐶", "🏷️", "👩‍👩‍👧", "🇺🇸"];
/// Titles that spreadsheets and careless readers stumble over.
#[rustfmt::skip]
const TRICKY: [&str; 15] = [
    "=SUM Fun Math Cards", "+Plus Size Dress", "-20°C Freezer Bags", "@home Organizer",
    "<b>Bold</b> Tee", "O'Brien's 7\" Skillet", "\"As seen on TV\" Mop", "Tab\there Cable",
    "100% Cotton, Pack of 3; Blue/White", "two\nlines title", " leading space Mug", "null",
    "NaN Bread Tray", "1e5 Beads", "00123 Model Kit",
];
const COLOURS: [&str; 8] = [
    "Black",
    "White",
    "Rosé",
    "蓝色",
    "Sage, Green",
    "Red/Gold",
    "粉色",
    "Navy",
];
const SIZES: [&str; 9] = [
    "XS", "S", "M", "L", "XL", "2XL", "10\"", "One Size", "500 ml",
];
#[rustfmt::skip]
const CATEGORIES: [&str; 10] = [
    "Beauty", "Womenswear", "Menswear", "Home & Kitchen", "Phones, Tablets", "Toys",
    "Pet Supplies", "Sports", "家电", "Food",
];

/// xorshift64*: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        let state = seed
            .wrapping_mul(0x9E37_79B9_7F4A_7C15)
            .wrapping_add(0x0123_4567);
        Self(state.max(1))
    }

    fn throw(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let index = self.throw(from.len() as u64);
        from[usize::try_from(index).unwrap_or(0)]
    }
}

/// How a product's extra discounts are filled in.
#[derive(Clone, Copy)]
enum Extra {
    Blank,
    OnAll,
    OnSome,
    TooSmall,
}

/// What the SKUs of one product share.
struct Product {
    id: u64,
    title: String,
    category: &'static str,
    base: u64,
    shipping: u64,
    extra: Extra,
    percent: u64,
}

/// Writes a catalogue of `rows` SKUs. The rows of a smaller one begin a larger one.
pub fn write(path: &Path, rows: u64) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    file.write_all(HEADER.as_bytes())?;
    let mut dice = Dice::new(20_260_401);
    let (mut product_id, mut sku_id, mut left) =
        (1_729_380_000_000_000_000, 1_729_390_000_000_000_000, 0);
    let mut product = None;
    let mut line = String::new();
    for _ in 0..rows {
        if left == 0 {
            left = 1 + dice.throw(12);
            product_id += 1 + dice.throw(900_001);
            product = Some(throw_product(&mut dice, product_id));
        }
        left -= 1;
        sku_id += 1 + dice.throw(97);
        if let Some(product) = &product {
            line.clear();
            write_sku(&mut line, &mut dice, product, sku_id);
            file.write_all(line.as_bytes())?;
        }
    }
    file.flush()
}

fn throw_product(dice: &mut Dice, id: u64) -> Product {
    let title = throw_title(dice);
    let category = dice.pick(&CATEGORIES);
    // 0.99 to about 660, with a long tail.
    let width = 6 + dice.throw(11);
    let base = 99 + dice.throw(1 + (1 << width));
    let shipping = if dice.throw(4) > 0 {
        0
    } else {
        dice.throw(800)
    };
    let extra = match dice.throw(100) {
        0..62 => Extra::Blank,
        62..92 => Extra::OnAll,
        92..97 => Extra::OnSome,
        _ => Extra::TooSmall,
    };
    let percent = 5 + dice.throw(36);
    Product {
        id,
        title,
        category,
        base,
        shipping,
        extra,
        percent,
    }
}

fn throw_title(dice: &mut Dice) -> String {
    let kind = dice.throw(1000);
    if let Some(tricky) = usize::try_from(kind).ok().and_then(|kind| TRICKY.get(kind)) {
        return (*tricky).to_owned();
    }
    let mut title = format!("{} {}", dice.pick(&ADJECTIVES), dice.pick(&NOUNS));
    if kind < 350 {
        title = format!("{} {title}", dice.pick(&FOREIGN));
    }
    if kind.is_multiple_of(5) {
        title = format!("{title} {}", dice.pick(&EMOJI));
    }
    if kind.is_multiple_of(7) {
        title = format!("{title}, {} Pack", 1 + dice.throw(12));
    }
    if kind.is_multiple_of(11) {
        title = format!("{title} \"{}\"", dice.pick(&SIZES));
    }
    format!("{title} #{}", dice.throw(100_000))
}

fn write_sku(line: &mut String, dice: &mut Dice, product: &Product, sku_id: u64) {
    let retail = product.base + dice.throw(1 + product.base / 5);
    let low = (retail * (600 + dice.throw(401)) / 1000).max(1);
    let stock = if dice.throw(50) == 0 {
        0
    } else {
        dice.throw(5000)
    };
    let cost = (retail * (200 + dice.throw(500)) / 1000).max(1);
    let price = throw_price(dice, retail, low);
    let mut campaign_stock = if stock > 0 {
        dice.throw(stock + 1).max(1)
    } else {
        0
    };
    if dice.throw(40) == 0 {
        campaign_stock = stock + 1 + dice.throw(500);
    }
    let extra = match product.extra {
        Extra::Blank => String::new(),
        Extra::OnAll => product.percent.to_string(),
        Extra::OnSome if dice.throw(2) > 0 => product.percent.to_string(),
        Extra::OnSome => String::new(),
        Extra::TooSmall => dice.throw(5).to_string(),
    };
    let variant = format!("{} / {}", dice.pick(&COLOURS), dice.pick(&SIZES));
    let _ = write!(line, "{},{sku_id},", product.id);
    quoted(line, &product.title);
    line.push(',');
    quoted(line, &variant);
    line.push(',');
    quoted(line, product.category);
    let _ = writeln!(
        line,
        ",{},{},{stock},{},{},{price},{campaign_stock},{extra}",
        plain(retail),
        plain(low),
        plain(cost),
        plain(product.shipping),
    );
}

/// Mostly legal prices, and every way to be wrong. A price that equals the retail price is left
/// out: whether it is allowed is a setting of the campaign.
fn throw_price(dice: &mut Dice, retail: u64, low: u64) -> String {
    let cents = match dice.throw(1000) {
        0..920 => (low * (700 + dice.throw(301)) / 1000).max(1),
        920..965 => low + 1 + dice.throw((retail + 1).saturating_sub(low).max(1)),
        965..985 => retail + 1 + dice.throw(500),
        985..990 => 0,
        990..995 => return format!("-{}", plain(1 + dice.throw(500))),
        _ => return String::new(),
    };
    plain(if cents == retail { cents - 1 } else { cents })
}

fn plain(cents: u64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// RFC 4180: quoted where it has to be.
fn quoted(line: &mut String, text: &str) {
    let needs = text.contains([',', '"', '\n', '\r']);
    if needs {
        line.push('"');
        line.push_str(&text.replace('"', "\"\""));
        line.push('"');
    } else {
        line.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use sha2::{Digest, Sha256};
    use std::fmt::Write;

    #[test]
    fn the_catalogue_is_the_one_that_figures_were_published_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("catalogue.csv");
        for (rows, expected) in [(1_000, "2c409fc494d47a62"), (10_000, "3175aff9b575869f")] {
            write(&path, rows).unwrap();
            let digest = Sha256::digest(std::fs::read(&path).unwrap());
            let hex = digest.iter().take(8).fold(String::new(), |mut hex, byte| {
                let _ = write!(hex, "{byte:02x}");
                hex
            });
            assert_eq!(hex, expected, "{rows} rows");
        }
    }
}

// The made-up desk's catalogue: long titles, Chinese, emoji, a title that would like to be a script.
import type {
  Product,
  ProductCategories,
  ProductDetail,
  ProductLine,
  SkuDetail,
} from "../../bridge";
import type { FakeAnswers } from "../../bridge/fake";

const titles = [
  "Bamboo cutting board with juice groove, set of 3, extra thick, dishwasher safe, for kitchen and camping, gift box with ribbon",
  "小熊陶瓷马克杯 350ml 带盖带勺 办公室情侣礼物 🐻",
  '<script>alert("title")</script> Hoodie & "quotes"',
  "Wireless earbuds 🎧 noise cancelling, 40 h battery",
  "Cotton tote bag",
  "Celana Panjang Pria Slim Fit Stretch Premium",
  "Áo thun cotton unisex form rộng – màu đen",
];

export function titleOf(index: number): string {
  const title = titles[index % titles.length] ?? "Product";
  return index < titles.length ? title : `${title} · ${index + 1}`;
}

/** Every number of the catalogue: as many as a big shop has. */
const total = 100_000;

function lineAt(index: number): ProductLine {
  const skus = (index % 5) + 1;
  return {
    product: productAt(index),
    skus,
    retail_from: `${12 + (index % 40)}.99 USD`,
    retail_to: skus === 1 ? `${12 + (index % 40)}.99 USD` : `${18 + (index % 40)}.50 USD`,
    stock: index % 11 === 0 ? null : (index * 37) % 1900,
    skus_without_cost: index % 4 === 0 ? skus : 0,
    campaigns: index % 3,
  };
}

export function productAt(index: number): Product {
  return {
    id: `17293847561029${String(38471 + index).padStart(5, "0")}`,
    title: titleOf(index),
    category: index % 2 === 0 ? "Kitchen & Dining (601277)" : "女士上衣 (824328)",
    brand: index % 3 === 0 ? "Northwind" : "",
    status: index % 6 === 5 ? "inactive" : "active",
  };
}

function skuAt(product: Product, index: number): SkuDetail {
  const variation = [
    "Black, Standard",
    "白色, 大号",
    "Sky blue 🌤, XXL with a very long name of a variation",
  ];
  const known = index !== 1;
  return {
    sku: {
      id: `${product.id.slice(0, -2)}${String(70 + index)}`,
      product_id: product.id,
      variation: variation[index % 3] ?? "",
      seller_sku: index === 0 ? "NW-CUP-350-BLK" : "",
      retail_price: "24.99 USD",
      discount_price: index === 0 ? "21.99 USD" : null,
      stock: index === 2 ? null : 140,
      unit_cost: known ? "7.25 USD" : null,
      shipping_charge: null,
      removed: index === 2,
    },
    lowest: "19.99 USD",
    margin_at_retail: known ? "9.40 USD" : null,
    margin_percent: known ? "37.6" : null,
    history: [
      {
        kind: "retail",
        price: "27.99 USD",
        from: "2026-08-01T07:00:00Z",
        until: "2026-10-01T07:00:00Z",
      },
      { kind: "retail", price: "24.99 USD", from: "2026-10-01T07:00:00Z", until: null },
      {
        kind: "promotion",
        price: "19.99 USD",
        from: "2026-11-01T07:00:00Z",
        until: "2026-11-08T08:00:00Z",
      },
      { kind: "discount", price: "21.99 USD", from: "2026-11-12T08:00:00Z", until: null },
    ],
    look_back: { start: "2026-10-22T07:00:00Z", end: "2026-11-21T17:00:00Z" },
  };
}

export function productDetail(changes: Partial<ProductDetail> = {}): ProductDetail {
  const product = productAt(1);
  return {
    product,
    skus: [0, 1, 2].map((index) => skuAt(product, index)),
    registrations: [
      {
        campaign_id: "c-1",
        campaign_name: "Black Friday Mega Sale 2026 黑五大促",
        running: { start: "2026-11-27T08:00:00Z", end: "2026-12-01T08:00:00Z" },
        state: { kind: "sku_error", reason: "The retail price changed from 27.99 to 24.99." },
      },
      {
        campaign_id: "c-2",
        campaign_name: "Weekly deals, week 47",
        running: { start: "2026-11-16T08:00:00Z", end: "2026-11-23T08:00:00Z" },
        state: { kind: "registered" },
      },
    ],
    ...changes,
  };
}

export const productCategories: ProductCategories = {
  categories: [
    { name: "Kitchen", products: 1200 },
    { name: "Lamps", products: 40 },
  ],
};

export const productRoom: FakeAnswers = {
  product_page: ({ search, only, window: { offset, limit } }) => {
    const found = search === "" && only === "all" ? total : search === "nothing" ? 0 : 1_234;
    const length = Math.max(0, Math.min(limit, found - offset));
    return { total: found, rows: Array.from({ length }, (_, index) => lineAt(offset + index)) };
  },
  product_get: productDetail(),
  sku_edit: productDetail(),
};

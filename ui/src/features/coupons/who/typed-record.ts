// A customer while being typed: moments may still be empty.
import type {
  CouponClaim,
  CustomerOrder,
  CustomerRecord,
  CustomerReview,
  Follow,
} from "../../../bridge";

type Entry<T, Moment extends keyof T> = Omit<T, Moment> & { key: string } & {
  [M in Moment]: string | null;
};

export type TypedOrder = Entry<CustomerOrder, "placed_at">;
export type TypedFollow = Entry<Follow, "since">;
export type TypedReview = Entry<CustomerReview, "submitted_at">;
export type TypedClaim = Entry<CouponClaim, "at">;

export interface TypedRecord {
  name: string;
  orders: TypedOrder[];
  follows: TypedFollow[];
  reviews: TypedReview[];
  claims: TypedClaim[];
}

export const nobody: TypedRecord = { name: "", orders: [], follows: [], reviews: [], claims: [] };

let entries = 0;
/** Tells entries apart that are alike. */
function nextKey(): string {
  entries += 1;
  return `entry-${entries}`;
}

export const newOrder = (): TypedOrder => ({
  key: nextKey(),
  id: "",
  placed_at: null,
  paid_at: null,
  refunded: false,
  products: [],
});

export const newFollow = (): TypedFollow => ({
  key: nextKey(),
  target: "shop",
  since: null,
  until: null,
});

export const newReview = (): TypedReview => ({
  key: nextKey(),
  order_id: "",
  product_id: "",
  submitted_at: null,
  words: 0,
  has_media: false,
  approved: false,
});

export const newClaim = (): TypedClaim => ({
  key: nextKey(),
  coupon_id: "",
  kind: "standard",
  at: null,
  earned_by: null,
  used_on: null,
});

export function typedRecord(record: CustomerRecord): TypedRecord {
  const keyed = <T extends object>(all: readonly T[]) =>
    all.map((one) => ({ ...one, key: nextKey() }));
  return {
    name: record.name,
    orders: keyed(record.orders),
    follows: keyed(record.follows),
    reviews: keyed(record.reviews),
    claims: keyed(record.claims),
  };
}

/** The entries whose moment is still empty. */
export function unfinished({ orders, follows, reviews, claims }: TypedRecord): string[] {
  return [
    ...orders.filter(({ placed_at }) => placed_at === null),
    ...follows.filter(({ since }) => since === null),
    ...reviews.filter(({ submitted_at }) => submitted_at === null),
    ...claims.filter(({ at }) => at === null),
  ].map(({ key }) => key);
}

/** The customer, once no moment is empty. */
export function recordOf(typed: TypedRecord): CustomerRecord | undefined {
  if (unfinished(typed).length > 0) return undefined;
  return {
    name: typed.name,
    orders: typed.orders.map(({ key: _, ...order }) => ({
      ...order,
      placed_at: order.placed_at ?? "",
    })),
    follows: typed.follows.map(({ key: _, ...follow }) => ({
      ...follow,
      since: follow.since ?? "",
    })),
    reviews: typed.reviews.map(({ key: _, ...review }) => ({
      ...review,
      submitted_at: review.submitted_at ?? "",
    })),
    claims: typed.claims.map(({ key: _, ...claim }) => ({ ...claim, at: claim.at ?? "" })),
  };
}

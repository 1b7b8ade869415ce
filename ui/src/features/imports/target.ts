// What files are for: from the page's address, or chosen by the seller.
import type { ImportTarget } from "../../bridge";

/** What can be chosen on the page itself; the others are reached from a campaign or a draft. */
export const ownTargets = [
  "catalogue",
  "costs",
  "price_history",
  "coupons",
  "partner_campaigns",
] as const;
export type OwnTarget = (typeof ownTargets)[number];

/** The target an address asks for; null lets the files tell. */
export function targetOf(query: URLSearchParams): ImportTarget | null {
  const kind = query.get("target");
  const campaign_id = query.get("campaign");
  const draft_id = query.get("draft");
  const own = ownTargets.find((one) => one === kind);
  if (own) return { kind: own };
  if (kind === "plan") return draft_id ? { kind, draft_id } : null;
  if (
    kind === "prefill" ||
    kind === "decisions" ||
    kind === "fail_report" ||
    kind === "partner_products"
  ) {
    return campaign_id ? { kind, campaign_id } : null;
  }
  return null;
}

export function isOwn(target: ImportTarget): target is { kind: OwnTarget } {
  return ownTargets.some((one) => one === target.kind);
}

export function sameTarget(one: ImportTarget | null, other: ImportTarget | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** An address inside the page, never one that leads elsewhere. */
export function backOf(query: URLSearchParams): string | undefined {
  const back = query.get("back");
  return back?.startsWith("/") && !back.startsWith("//") ? back : undefined;
}

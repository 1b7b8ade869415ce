// The addresses of the pages, so that one page can lead to another without importing it.

import type { DatedCampaign, ImportTarget } from "../bridge";

export const places = [
  "overview",
  "products",
  "imports",
  "campaigns",
  "smart-promotion",
  "registrations",
  "coupons",
  "affiliate",
  "platform-promotions",
  "simulator",
  "calendar",
  "history",
  "rulebook",
  "settings",
] as const;
export type Place = (typeof places)[number];

/** `pathTo("registrations", id, "prices")` is `/registrations/ID/prices`. */
export function pathTo(place: Place, ...below: string[]): string {
  return `/${[place, ...below.map(encodeURIComponent)].join("/")}`;
}

/**
 * The import page for files of one kind: `pathToImport({ kind: "fail_report", campaign_id }, back)`.
 * `back` is the address the result leads to; without it that of the catalogue.
 */
export function pathToImport(target: ImportTarget, back?: string): string {
  const query = new URLSearchParams({ target: target.kind });
  if ("campaign_id" in target) query.set("campaign", target.campaign_id);
  if ("draft_id" in target) query.set("draft", target.draft_id);
  if (back !== undefined) query.set("back", back);
  return `/imports?${query}`;
}

/** What can be brought along to the import page, as the state of its address: files chosen before. */
export interface FilesBrought {
  /** Absolute paths. */
  files: string[];
}

/** A campaign's own page. */
export const pathToCampaign = (campaignId: string): string => pathTo("campaigns", campaignId);

/** The page of a campaign of any kind. */
export function pathToDated({ kind, campaign_id }: DatedCampaign): string {
  switch (kind) {
    case "platform":
      return pathToCampaign(campaign_id);
    case "partner":
      return pathTo("affiliate", "campaign", campaign_id);
    case "own":
      return pathTo("affiliate", "seller");
  }
}

/** The registration wizard on a draft, where it was left. */
export const pathToDraft = (draftId: string): string => pathTo("registrations", "draft", draftId);

/** The same, with the products that the platform lists for the campaign in sight. */
export const pathToListed = (draftId: string): string => `${pathToDraft(draftId)}?way=recommended`;

// The addresses of the pages, so that one page can lead to another without importing it.

export const places = [
  "overview",
  "products",
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

import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { type FakeDesk, refuse } from "../../bridge/fake";
import { couponLine } from "../../testing/desk/coupons";
import { openCoupons } from "../../testing/open-coupons";

let desk: FakeDesk;
afterEach(() => desk?.remove());

const everything = { search: "", kind: null, state: null, only_unplanned: false };

describe("the list of coupons", () => {
  it("shows state, discount, code and what each can still cost", async () => {
    desk = openCoupons("/coupons");
    expect(await screen.findByTestId("state-k-1")).toHaveTextContent("Ongoing");
    const table = screen.getByTestId("coupon-table");
    expect(within(table).getByText("$1,900.00")).toBeVisible();
    expect(within(table).getAllByText("$200.00")[0]).toBeVisible();
    expect(within(table).getAllByText("$2,500.00")[0]).toBeVisible();
    expect(within(table).getByText("20% off, at most $10.00")).toBeVisible();
    expect(within(table).getByText("NORTSAVE20")).toBeVisible();
    expect(screen.getByTestId("filter-ongoing")).toHaveTextContent("Ongoing2");
  });

  it("flags what the plan did not create and shows it alone on request", async () => {
    desk = openCoupons("/coupons");
    expect(await screen.findByTestId("flag-k-3")).toHaveTextContent("not of your plan");
    expect(screen.getByTestId("coupons-unplanned")).toHaveTextContent(
      "1 of them is an addon coupon",
    );
    await userEvent.click(screen.getByTestId("show-unplanned"));
    await waitFor(() => expect(screen.queryByTestId("coupon-k-1")).toBeNull());
    expect(screen.getByTestId("coupon-k-3")).toBeVisible();
    expect(desk.requests("coupon_page").at(-1)?.filter).toEqual({
      ...everything,
      only_unplanned: true,
    });
  });

  it("asks the desk for one page at a time, whatever the number", async () => {
    desk = openCoupons("/coupons", {
      coupon_page: ({ window }) => ({
        total: 10_000,
        rows: [couponLine({ id: `k-${window.offset}`, name: `Coupon ${window.offset}` })],
        counts: {
          draft: 0,
          upcoming: 0,
          ongoing: 10_000,
          ended: 0,
          deactivated: 0,
          unplanned: 0,
          addon: 0,
        },
      }),
    });
    expect(await screen.findByTestId("pager-range")).toHaveTextContent("1 to 50 of 10,000");
    await userEvent.click(screen.getByTestId("page-on"));
    expect(await screen.findByTestId("coupon-k-50")).toBeVisible();
    await userEvent.type(screen.getByTestId("coupon-search"), "spring");
    await waitFor(() =>
      expect(desk.requests("coupon_page").at(-1)).toEqual({
        filter: { ...everything, search: "spring" },
        window: { offset: 0, limit: 50 },
      }),
    );
    expect(screen.queryByTestId("coupons-unplanned")).toBeNull();
  });

  it("filters by state and type, and opens drafts in the wizard", async () => {
    desk = openCoupons("/coupons");
    await userEvent.click(await screen.findByTestId("filter-draft"));
    await userEvent.click(await screen.findByTestId("coupon-k-4"));
    expect(screen.getByTestId("address")).toHaveTextContent("/coupons/draft/k-4");
    expect(desk.requests("coupon_page").at(-1)?.filter.state).toBe("draft");
  });

  it("is the same again when the seller comes back to it", async () => {
    desk = openCoupons("/coupons?search=nort&kind=promo_code&unplanned=yes&page=nonsense");
    await waitFor(() =>
      expect(desk.requests("coupon_page").at(-1)).toEqual({
        filter: { search: "nort", kind: "promo_code", state: null, only_unplanned: true },
        window: { offset: 0, limit: 50 },
      }),
    );
    await userEvent.click(await screen.findByTestId("filter-ongoing"));
    expect(screen.getByTestId("address")).toHaveTextContent(
      "/coupons?search=nort&kind=promo_code&state=ongoing&unplanned=yes",
    );
  });

  it("is found again as it was from the pages that it leads to", async () => {
    const asked = "/coupons?search=winter&state=ongoing";
    desk = openCoupons(asked);
    await userEvent.click(await screen.findByTestId("coupon-k-1"));
    await userEvent.click(await screen.findByTestId("back"));
    expect(screen.getByTestId("address")).toHaveTextContent(asked);
    await userEvent.click(await screen.findByTestId("coupon-calendar"));
    await userEvent.click(await screen.findByTestId("back"));
    expect(screen.getByTestId("address")).toHaveTextContent(asked);
    expect(desk.requests("coupon_page").at(-1)).toEqual({
      filter: { ...everything, search: "winter", state: "ongoing" },
      window: { offset: 0, limit: 50 },
    });
  });

  it("goes back to the first page when the one in the address is gone", async () => {
    desk = openCoupons("/coupons?page=9");
    await waitFor(() =>
      expect(desk.requests("coupon_page").map(({ window }) => window.offset)).toEqual([400, 0]),
    );
    expect(await screen.findByTestId("state-k-1")).toBeVisible();
  });

  it("leads to the page of a saved coupon, the calendar, the tester and the import", async () => {
    desk = openCoupons("/coupons");
    await userEvent.click(await screen.findByTestId("coupon-k-2"));
    expect(screen.getByTestId("address")).toHaveTextContent("/coupons/coupon/k-2");
    await userEvent.click(await screen.findByTestId("back"));
    await userEvent.click(await screen.findByTestId("coupon-import"));
    expect(screen.getByTestId("address")).toHaveTextContent(
      "/imports?target=coupons&back=%2Fcoupons",
    );
  });

  it("writes what the filter leaves", async () => {
    desk = openCoupons("/coupons", {}, { window_pick_save: "/home/mei/coupons.csv" });
    await userEvent.click(await screen.findByTestId("filter-promo_code"));
    await userEvent.click(screen.getByTestId("coupon-export"));
    await waitFor(() =>
      expect(desk.requests("coupon_export")).toEqual([
        { filter: { ...everything, kind: "promo_code" }, path: "/home/mei/coupons.csv" },
      ]),
    );
    expect(await screen.findByText("3 coupons were written")).toBeVisible();
  });

  it("says what to do while there is nothing, and why nothing can be shown", async () => {
    desk = openCoupons("/coupons", {
      coupon_page: {
        total: 0,
        rows: [],
        counts: {
          draft: 0,
          upcoming: 0,
          ongoing: 0,
          ended: 0,
          deactivated: 0,
          unplanned: 0,
          addon: 0,
        },
      },
    });
    await userEvent.click(
      within(await screen.findByTestId("coupons-empty")).getByTestId("coupon-new"),
    );
    expect(screen.getByTestId("address")).toHaveTextContent("/coupons/new");
    desk.remove();
    desk = openCoupons("/coupons", {
      coupon_page: () => refuse({ kind: "storage", message: "Gone.", remedy: "Look." }),
    });
    expect(await screen.findByTestId("coupons-problem")).toHaveTextContent("Gone. Look.");
  });
});

describe("the shop's coupon settings", () => {
  it("save the prefix and whether addon coupons appear, and free a taken code", async () => {
    desk = openCoupons("/coupons");
    await userEvent.click(await screen.findByTestId("coupon-settings"));
    await userEvent.click(await screen.findByTestId("free-code-SALE"));
    await waitFor(() =>
      expect(desk.requests("coupon_code_taken")).toEqual([{ claim_code: "SALE", taken: false }]),
    );
    await userEvent.type(screen.getByTestId("settings-prefix"), "yg88");
    await userEvent.click(screen.getByTestId("settings-addon-turned_off"));
    await userEvent.click(screen.getByTestId("settings-save"));
    await waitFor(() =>
      expect(desk.requests("coupon_settings_save")).toEqual([
        { entered_prefix: "yg88", addon_coupons: "turned_off" },
      ]),
    );
  });

  it("show beside the prefix why it is refused", async () => {
    desk = openCoupons("/coupons", {
      coupon_settings_save: () =>
        refuse({
          kind: "invalid",
          field: "entered_prefix",
          message: "The prefix has a sign.",
          remedy: "Copy it from Seller Center.",
        }),
    });
    await userEvent.click(await screen.findByTestId("coupon-settings"));
    await userEvent.type(await screen.findByTestId("settings-prefix"), "y-8");
    await userEvent.click(screen.getByTestId("settings-save"));
    expect(await screen.findByTestId("field-problem")).toHaveTextContent(
      "The prefix has a sign. Copy it from Seller Center.",
    );
  });
});

describe("recording an addon coupon", () => {
  it("sends what Seller Center shows and leads to its page", async () => {
    desk = openCoupons("/coupons/addon");
    await userEvent.type(await screen.findByTestId("coupon-name"), "Flash addon");
    await userEvent.type(screen.getByTestId("coupon-amount"), "3");
    await userEvent.click(screen.getByTestId("addon-came-with-flash_sale"));
    await userEvent.click(screen.getByTestId("addon-save"));
    await waitFor(() =>
      expect(screen.getByTestId("address")).toHaveTextContent("/coupons/coupon/k-9"),
    );
    const [request] = desk.requests("coupon_addon_record");
    expect(request?.came_with).toBe("flash_sale");
    expect(request?.draft).toMatchObject({
      name: "Flash addon",
      amount: "3 USD",
      scope: { kind: "unstated" },
    });
  });
});

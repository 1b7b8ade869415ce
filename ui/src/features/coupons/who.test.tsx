import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { type FakeDesk, refuse } from "../../bridge/fake";
import { openCoupons } from "../../testing/open-coupons";

let desk: FakeDesk;
afterEach(() => desk?.remove());

async function moment(testId: string, text: string) {
  const input = within(await screen.findByTestId(testId)).getByRole("textbox");
  await userEvent.click(input);
  await userEvent.paste(text);
  await userEvent.keyboard("{Enter}");
}

describe("who gets it", () => {
  it("answers for each coupon, with reasons", async () => {
    desk = openCoupons("/coupons/who");
    await userEvent.type(await screen.findByTestId("who-order-value"), "30");
    await userEvent.click(screen.getByTestId("who-test"));
    expect(await screen.findByTestId("gets-k-1")).toHaveTextContent("Gets it");
    expect(screen.getByTestId("who-answer")).toHaveTextContent("The customer gets 1 coupon");
    expect(screen.getByTestId("answer-k-3")).toHaveTextContent("The customer never followed.");
    expect(screen.getByTestId("who-used")).toHaveTextContent("$5.00");
    expect(screen.getByTestId("who-notes")).toHaveTextContent("One seller coupon per order.");
    expect(desk.requests("coupon_customer_test")).toEqual([
      {
        customer: { name: "", orders: [], follows: [], reviews: [], claims: [] },
        at: null,
        order_value: "30 USD",
        coupon_ids: [],
        draft: null,
      },
    ]);
  });

  it("sends orders, follows, reviews and claims as they are entered", async () => {
    desk = openCoupons("/coupons/who?coupon=k-1");
    await userEvent.click(await screen.findByTestId("who-orders-add"));
    await userEvent.type(screen.getByTestId("order-id-0"), "o-1");
    await moment("order-placed-0", "2026-10-01 09:30");
    await userEvent.click(screen.getByTestId("order-refunded-0"));
    await userEvent.click(screen.getByTestId("who-follows-add"));
    await userEvent.click(screen.getByTestId("follow-live-0"));
    await moment("follow-since-0", "2026-10-02 09:30");
    await userEvent.click(screen.getByTestId("who-reviews-add"));
    await userEvent.type(screen.getByTestId("review-order-0"), "o-1");
    await moment("review-submitted-0", "2026-10-03 09:30");
    await userEvent.click(screen.getByTestId("review-text-0"));
    await userEvent.paste("very good apron");
    await waitFor(() => expect(screen.getByTestId("review-words-0")).toHaveValue("3"));
    await userEvent.click(screen.getByTestId("review-media-0"));
    await userEvent.click(screen.getByTestId("who-claims-add"));
    await moment("claim-at-0", "2026-10-04 09:30");
    await userEvent.click(screen.getByTestId("who-test"));
    await screen.findByTestId("gets-k-1");
    expect(desk.requests("coupon_customer_test")[0]).toEqual({
      customer: {
        name: "",
        orders: [
          {
            id: "o-1",
            placed_at: "2026-10-01T16:30:00Z",
            paid_at: null,
            refunded: true,
            products: [],
          },
        ],
        follows: [{ target: "live", since: "2026-10-02T16:30:00Z", until: null }],
        reviews: [
          {
            order_id: "o-1",
            product_id: "",
            submitted_at: "2026-10-03T16:30:00Z",
            words: 3,
            has_media: true,
            approved: false,
          },
        ],
        claims: [
          {
            coupon_id: "",
            kind: "standard",
            at: "2026-10-04T16:30:00Z",
            earned_by: null,
            used_on: null,
          },
        ],
      },
      at: null,
      order_value: null,
      coupon_ids: ["k-1"],
      draft: null,
    });
  });

  it("asks for a moment that is missing instead of making one up", async () => {
    desk = openCoupons("/coupons/who");
    await userEvent.click(await screen.findByTestId("who-orders-add"));
    await userEvent.click(screen.getByTestId("who-test"));
    expect(await screen.findByTestId("who-unfinished")).toBeVisible();
    expect(screen.getByTestId("field-problem")).toHaveTextContent("The moment is missing.");
    expect(desk.requests("coupon_customer_test")).toEqual([]);
    await userEvent.click(screen.getByTestId("who-orders-remove-0"));
    await userEvent.click(screen.getByTestId("who-test"));
    expect(await screen.findByTestId("who-answer")).toBeVisible();
  });

  it("takes a customer's orders from a file", async () => {
    desk = openCoupons("/coupons/who", {}, { window_pick_files: ["/home/mei/orders.csv"] });
    await userEvent.click(await screen.findByTestId("who-file"));
    const dialog = await screen.findByTestId("who-file-dialog");
    expect(await within(dialog).findByTestId("who-file-problems")).toHaveTextContent("31.02.2026");
    expect(screen.getByTestId("who-file-take")).toBeDisabled();
    const customer = within(dialog).getByTestId("who-file-customer");
    await userEvent.click(within(customer).getByRole("combobox"));
    await userEvent.click(await screen.findByTitle("mia"));
    await waitFor(() => expect(screen.getByTestId("who-file-take")).toBeEnabled());
    await userEvent.click(screen.getByTestId("who-file-take"));
    expect(await screen.findByTestId("order-id-0")).toHaveValue("o-77");
    expect(screen.getByTestId("who-name")).toHaveValue("mia");
  });

  it("has the columns of an order file mapped before it is read", async () => {
    desk = openCoupons("/coupons/who", {}, { window_pick_files: ["/home/mei/own.csv"] });
    await userEvent.click(await screen.findByTestId("who-file"));
    expect(await screen.findByTestId("who-file-blocked")).toHaveTextContent(
      "orders.csv: no column is mapped to Order ID.",
    );
    expect(desk.requests("coupon_customer_file")).toEqual([]);
    const column = await screen.findByTestId("map-column-0");
    await userEvent.click(within(column).getByRole("combobox"));
    await userEvent.click(await screen.findByTitle("Order ID (needed)"));
    await userEvent.click(screen.getByTestId("mapping-apply"));
    await waitFor(() =>
      expect(desk.requests("import_remap")[0]?.fields).toEqual([
        "order_id",
        "customer",
        "placed_at",
      ]),
    );
    expect(await screen.findByTestId("who-file-customer")).toBeVisible();
    // What is settled is out of the way, and can be looked at again.
    expect(screen.queryByTestId("mapping-0")).toBeNull();
    await userEvent.click(screen.getByTestId("who-file-columns"));
    expect(await screen.findByTestId("mapping-0")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(desk.requests("import_close")).toEqual([{ import_id: "i-orders" }]));
  });

  it("shows why nothing could be tested", async () => {
    desk = openCoupons("/coupons/who", {
      coupon_customer_test: () =>
        refuse({
          kind: "invalid",
          field: "orders[0].id",
          message: "Two orders have one id.",
          remedy: "Give each its own.",
        }),
    });
    await userEvent.click(await screen.findByTestId("who-test"));
    expect(await screen.findByTestId("who-problem")).toHaveTextContent(
      "Two orders have one id. Give each its own.",
    );
  });
});

import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { shopRoom } from "../../testing/desk/shop";
import { renderPage } from "../../testing/render-page";
import Welcome from ".";

let desk: FakeDesk;
afterEach(() => desk.remove());

async function begin() {
  desk = installFakeDesk({ ...shopRoom, history_state: { undo: null, redo: null } });
  renderPage(<Welcome />);
  await userEvent.click(screen.getByTestId("welcome-set-up"));
  await screen.findByTestId("shop-field-name");
}

async function fill(testId: string, text: string) {
  const field = screen.getByTestId(testId);
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

describe("welcome", () => {
  it("sets up a shop page by page and saves all of its fields", async () => {
    await begin();
    await fill("shop-field-name", "小熊家居 🐻");
    await userEvent.click(screen.getByTestId("set-up-next"));
    await fill("shop-field-sps", "4.2");
    await fill("shop-field-violations", "1");
    await fill("shop-field-monthly-gmv", "48200");
    await userEvent.click(screen.getByTestId("set-up-next"));
    await fill("shop-field-shipping-cost", "4.25");
    await fill("shop-field-wanted-margin", "17.5");
    await userEvent.click(screen.getByTestId("set-up-finish"));
    await waitFor(() => expect(desk.requests("shop_save")).toHaveLength(1));
    expect(desk.requests("shop_save")[0]?.shop).toEqual({
      name: "小熊家居 🐻",
      market: "US",
      currency: "USD",
      time_zone: "America/Los_Angeles",
      sps: "4.2",
      violations: 1,
      free_shipping_threshold: "20.00 USD",
      average_order_value: null,
      monthly_gmv: "48200 USD",
      fee_terms: {
        referral_rate: "6",
        affiliate_rate: "0",
        shipping_cost: "4.25 USD",
        shipping_charge: "0 USD",
        wanted_margin: "17.5",
      },
    });
  });

  it("stays on the page while something is empty and says at the field what", async () => {
    await begin();
    await userEvent.click(screen.getByTestId("set-up-next"));
    expect(screen.getByTestId("field-problem")).toHaveTextContent("The shop has no name yet.");
    expect(screen.getByTestId("shop-field-name")).toHaveAttribute("aria-invalid", "true");
    await fill("shop-field-name", "A");
    expect(screen.queryByTestId("field-problem")).toBeNull();
    await userEvent.click(screen.getByTestId("set-up-next"));
    await userEvent.clear(screen.getByTestId("shop-field-violations"));
    await userEvent.click(screen.getByTestId("set-up-next"));
    expect(screen.getByTestId("field-problem")).toHaveTextContent("This is still empty.");
    expect(desk.requests("shop_save")).toEqual([]);
  });

  it("leads back to the page of the field that the desk refuses", async () => {
    await begin();
    desk.answer({
      shop_save: () =>
        refuse({
          kind: "invalid",
          field: "sps",
          message: "9 is not a score.",
          remedy: "Enter 0 to 5.",
        }),
    });
    await fill("shop-field-name", "A");
    await userEvent.click(screen.getByTestId("set-up-next"));
    await userEvent.click(screen.getByTestId("set-up-next"));
    await userEvent.click(screen.getByTestId("set-up-finish"));
    expect(await screen.findByTestId("field-problem")).toHaveTextContent(
      "9 is not a score. Enter 0 to 5.",
    );
    expect(screen.getByTestId("shop-field-sps")).toHaveAttribute("aria-invalid", "true");
  });

  it("takes over the currency of another market and keeps no amount of the former", async () => {
    await begin();
    await fill("shop-field-name", "A");
    await userEvent.click(screen.getByRole("combobox", { name: "Market" }));
    await userEvent.click(await screen.findByTitle("Japan (JPY)"));
    for (const _ of [1, 2]) await userEvent.click(screen.getByTestId("set-up-next"));
    await userEvent.click(screen.getByTestId("set-up-finish"));
    await waitFor(() => expect(desk.requests("shop_save")).toHaveLength(1));
    expect(desk.requests("shop_save")[0]?.shop).toMatchObject({
      market: "JP",
      currency: "JPY",
      time_zone: "Asia/Tokyo",
      free_shipping_threshold: null,
      fee_terms: { shipping_cost: "0 JPY", shipping_charge: "0 JPY" },
    });
  });

  it("opens the sample shop, and says so when that fails", async () => {
    desk = installFakeDesk({
      history_state: { undo: null, redo: null },
      sample_open: () =>
        refuse({ kind: "storage", message: "The disk is full.", remedy: "Make room." }),
    });
    renderPage(<Welcome />);
    await userEvent.click(screen.getByTestId("welcome-sample"));
    expect(await screen.findByRole("alert")).toHaveTextContent("The disk is full. Make room.");
    expect(desk.requests("sample_open")).toEqual([{}]);
  });
});

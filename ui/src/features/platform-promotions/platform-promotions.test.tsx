import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { Route, Routes } from "react-router";
import { afterEach, describe, expect, it } from "vitest";
import { switchLanguage } from "../../app/language";
import { type FakeAnswers, type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { deskState } from "../../bridge/samples";
import { campaignRoom } from "../../testing/desk/campaigns";
import {
  fundedPage,
  fundedRoom,
  leavingShown,
  mismatchWarning,
  notConfirmed,
} from "../../testing/desk/funded";
import { productAt, productRoom } from "../../testing/desk/products";
import { renderPage } from "../../testing/render-page";
import PlatformPromotions from ".";

let desk: FakeDesk;
afterEach(async () => {
  desk?.remove();
  await act(() => switchLanguage("en"));
});

function open(address = "/platform-promotions", answers: FakeAnswers = {}) {
  desk = installFakeDesk({
    ...campaignRoom,
    ...fundedRoom,
    ...productRoom,
    desk_state: deskState(),
    history_state: { undo: null, redo: null },
    ...answers,
  });
  return renderPage(
    <Routes>
      <Route path="platform-promotions/*" element={<PlatformPromotions />} />
      <Route path="*" element={null} />
    </Routes>,
    address,
  );
}

describe("the four switches", () => {
  it("stand as the desk says, with what they are and since when", async () => {
    open();
    expect(await screen.findByTestId("switch-product-coupons")).toBeChecked();
    expect(screen.getByTestId("switch-product-incentives")).not.toBeChecked();
    expect(screen.getByTestId("promotion-product-coupons-position")).toHaveTextContent(
      "From the beginning",
    );
    expect(screen.getByTestId("may-differ-product-incentives")).toBeVisible();
    expect(screen.queryByTestId("may-differ-product-coupons")).toBeNull();
    expect(screen.getByTestId("timeline-table")).toHaveTextContent("Product incentives");
  });

  it("are not there where the platform has none", async () => {
    open("/platform-promotions", {
      funded_promotions: { ...fundedPage, offered: false, switches: [], timeline: [] },
    });
    expect(await screen.findByText("Not known for this shop's market")).toBeVisible();
    expect(screen.queryByRole("switch")).toBeNull();
    expect(screen.queryByTestId("ask-exclusion")).toBeNull();
  });

  it("have no fault a screen reader would meet", async () => {
    const { container } = open();
    await screen.findByTestId("switch-product-coupons");
    const { violations } = await axe.run(container, {
      rules: { "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe("moving a switch", () => {
  it("shows what goes and stays and the campaigns, then confirms exactly that", async () => {
    open();
    await userEvent.click(await screen.findByTestId("switch-product-coupons"));
    const dialog = await screen.findByTestId("switching");
    expect(await within(dialog).findByTestId("switch-changes")).toHaveTextContent(
      "all products and all brands",
    );
    expect(within(dialog).getByTestId("switch-stays")).toHaveTextContent("Your own promotions");
    expect(within(dialog).getByTestId("switch-campaigns")).toHaveTextContent(
      "1 SKU registered · 24 SKUs planned",
    );
    expect(desk.requests("funded_switch")).toEqual([]);
    await userEvent.click(within(dialog).getByTestId("switch-show-rows"));
    expect(await within(dialog).findByTestId("switch-rows")).toHaveTextContent("$14.00");
    await userEvent.click(screen.getByTestId("switch-confirm"));
    await waitFor(() =>
      expect(desk.requests("funded_switch")).toEqual([
        {
          funded_type: "product_coupons",
          to: "off",
          except: { product_ids: [], brands: [] },
          token: "switch-1",
          acknowledged: [],
        },
      ]),
    );
    await waitFor(() => expect(screen.queryByTestId("switching")).toBeNull());
  });

  it("changes nothing when it is not confirmed", async () => {
    open();
    await userEvent.click(await screen.findByTestId("switch-product-coupons"));
    await screen.findByTestId("switch-changes");
    await userEvent.click(screen.getByTestId("switch-cancel"));
    await waitFor(() => expect(screen.queryByTestId("switching")).toBeNull());
    expect(desk.requests("funded_switch")).toEqual([]);
    expect(screen.getByTestId("switch-product-coupons")).toBeChecked();
  });

  it("wants the warning of frequent switching answered", async () => {
    open("/platform-promotions", {
      funded_switching: { ...leavingShown, to: "on", findings: [mismatchWarning], rows: 0 },
    });
    await userEvent.click(await screen.findByTestId("switch-product-incentives"));
    const box = await screen.findByTestId("acknowledge-PF-06");
    expect(screen.getByTestId("switch-confirm")).toBeDisabled();
    await userEvent.click(box);
    await userEvent.click(screen.getByTestId("switch-confirm"));
    await waitFor(() =>
      expect(desk.requests("funded_switch")[0]).toMatchObject({
        to: "on",
        acknowledged: ["PF-06"],
      }),
    );
  });

  it("shows it again when something changed in between", async () => {
    let token = 0;
    open("/platform-promotions", {
      funded_switching: () => {
        token += 1;
        return { ...leavingShown, token: `switch-${token}` };
      },
      funded_switch: () =>
        refuse({
          kind: "refused",
          findings: [notConfirmed],
          counts: { block: 1, warn: 0, info: 0, by_rule: [], by_field: [] },
          unacknowledged: [],
        }),
    });
    await userEvent.click(await screen.findByTestId("switch-product-coupons"));
    await screen.findByTestId("switch-changes");
    await userEvent.click(screen.getByTestId("switch-confirm"));
    expect(await screen.findByTestId("switch-problem")).toHaveTextContent(
      "has changed since it was shown",
    );
    await waitFor(() => expect(desk.requests("funded_switching")).toHaveLength(2));
  });
});

describe("questions", () => {
  it("asks for the state of a campaign's days", async () => {
    open();
    const campaign = within(await screen.findByTestId("on-a-day")).getByRole("combobox", {
      name: "Campaign",
    });
    await userEvent.click(campaign);
    await userEvent.click(await screen.findByTitle("Black Friday Mega Sale 2026 黑五大促"));
    expect(await screen.findByTestId("stood-product-incentives")).toHaveTextContent("On and off");
    expect(desk.requests("funded_during")).toHaveLength(1);
  });

  it("answers plainly that a product cannot be left out, with what can be done", async () => {
    open();
    await userEvent.click(await screen.findByTestId("ask-exclusion"));
    const field = within(await screen.findByTestId("exclusion-products")).getByRole("combobox");
    await userEvent.type(field, "lamp");
    await userEvent.click(await screen.findByText(productAt(0).title));
    await userEvent.click(await screen.findByText(productAt(1).title));
    await userEvent.click(screen.getByTestId("exclusion-ask"));
    expect(await screen.findByTestId("exclusion-answer")).toHaveTextContent("Flash Deal");
    expect(desk.requests("funded_exclusion")).toEqual([
      {
        funded_type: "product_incentives",
        except: { product_ids: [productAt(0).id, productAt(1).id], brands: [] },
      },
    ]);
  });

  it("shows the desk's worked answers and asks again when an amount changes", async () => {
    open("/platform-promotions/questions");
    expect(await screen.findByTestId("shipping-pays-tiktok")).toHaveTextContent("$4.00");
    expect(screen.getByTestId("shipping-pays-seller")).toHaveTextContent("$3.00");
    expect(await screen.findByTestId("price-answer")).toHaveTextContent("The Flash Deal wins");
    expect(await screen.findByTestId("order-pays-buyer")).toHaveTextContent("$40.00");
    expect(desk.requests("funded_coupon_return")).toEqual([]);
    const fee = screen.getByTestId("shipping-fee");
    await userEvent.clear(fee);
    await userEvent.type(fee, "9");
    await waitFor(() =>
      expect(desk.requests("funded_shipping").at(-1)).toEqual({
        fee: "9 USD",
        tiktok: { kind: "up_to", amount: "4.00 USD" },
        seller: { kind: "free" },
        at: null,
      }),
    );
  });

  it("shows why the desk cannot reckon an order", async () => {
    open("/platform-promotions/questions", {
      funded_order: () =>
        refuse({
          kind: "invalid",
          field: "order.seller_coupon",
          message: "Seller_coupon takes more off than is left.",
          remedy: "Enter an order that can be placed.",
        }),
    });
    expect(await screen.findByTestId("order-answer-problem")).toHaveTextContent(
      "Enter an order that can be placed.",
    );
  });

  it("asks the desk again in Chinese", async () => {
    open();
    await screen.findByTestId("switch-product-coupons");
    await act(() => switchLanguage("zh-CN"));
    expect(await screen.findByText("切换记录")).toBeVisible();
    await waitFor(() => expect(desk.calls.at(-1)?.language).toBe("zh-CN"));
  });
});

import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type FakeDesk, refuse } from "../../bridge/fake";
import { couponDetail, couponLine, lowAmountWarning } from "../../testing/desk/coupons";
import { openCoupons } from "../../testing/open-coupons";

let desk: FakeDesk;
afterEach(() => desk?.remove());

/** What was written on the card: jsdom has a canvas, but nothing to draw on it with. */
let drawn: string[];
beforeEach(() => {
  drawn = [];
  const pen = {
    measureText: (text: string) => ({ width: text.length * 10 }),
    fillText: (text: string) => drawn.push(text),
    ...Object.fromEntries(
      ["fillRect", "beginPath", "roundRect", "fill", "stroke", "setLineDash"].map((stroke) => [
        stroke,
        () => undefined,
      ]),
    ),
  };
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(pen as never);
  vi.spyOn(HTMLCanvasElement.prototype, "toDataURL").mockReturnValue(
    "data:image/png;base64,iVBORw0KGgo=",
  );
});

describe("a coupon", () => {
  it("shows terms, results and what happened, from what to what", async () => {
    desk = openCoupons("/coupons/coupon/k-1");
    expect(await screen.findByTestId("coupon-state")).toHaveTextContent("Ongoing");
    expect(screen.getByTestId("term-quantity")).toHaveTextContent("500");
    expect(screen.getByTestId("result-claimed")).toHaveTextContent("120");
    expect(screen.getByTestId("result-spend")).toHaveTextContent("$200.00");
    expect(screen.getByTestId("result-estimated")).toHaveTextContent("$2,500.00");
    const [edited, created] = screen.getAllByTestId("coupon-event");
    expect(edited).toHaveTextContent("Claimable quantity300500");
    expect(created).toHaveTextContent("CP-07");
    expect(screen.queryByTestId("coupon-code-card")).toBeNull();
    expect(screen.queryByTestId("coupon-send")).toBeNull();
  });

  it("says why it is flagged and what it can cost", async () => {
    desk = openCoupons("/coupons/coupon/k-3");
    const flag = await screen.findByTestId("coupon-flag");
    expect(flag).toHaveTextContent("The platform created this addon coupon");
    expect(flag).toHaveTextContent("No upper limit");
  });

  it("is deactivated after a question", async () => {
    desk = openCoupons("/coupons/coupon/k-1");
    await userEvent.click(await screen.findByTestId("coupon-deactivate"));
    expect(await screen.findByTestId("coupon-do")).toHaveTextContent("It ends at once");
    expect(desk.requests("coupon_deactivate")).toEqual([]);
    await userEvent.click(screen.getByTestId("coupon-do-confirm"));
    await waitFor(() =>
      expect(desk.requests("coupon_deactivate")).toEqual([{ coupon_id: "k-1", acknowledged: [] }]),
    );
  });

  it("wants a warning answered before it is done", async () => {
    desk = openCoupons("/coupons/coupon/k-1", {
      coupon_deactivate: ({ acknowledged }) =>
        acknowledged.includes("CP-07")
          ? couponDetail()
          : refuse({
              kind: "refused",
              findings: [lowAmountWarning],
              counts: { block: 0, warn: 1, info: 0, by_rule: [], by_field: [] },
              unacknowledged: ["CP-07"],
            }),
    });
    await userEvent.click(await screen.findByTestId("coupon-deactivate"));
    await userEvent.click(await screen.findByTestId("coupon-do-confirm"));
    const box = await screen.findByTestId("acknowledge-CP-07");
    expect(screen.getByTestId("coupon-do-confirm")).toBeDisabled();
    await userEvent.click(box);
    await userEvent.click(screen.getByTestId("coupon-do-confirm"));
    await waitFor(() =>
      expect(desk.requests("coupon_deactivate").at(-1)?.acknowledged).toEqual(["CP-07"]),
    );
  });

  it("of the chat is noted as sent", async () => {
    desk = openCoupons("/coupons/coupon/k-1", {
      coupon_get: couponDetail(couponLine({ kind: "chat", customer: "mia" })),
    });
    await userEvent.click(await screen.findByTestId("coupon-send"));
    await userEvent.click(await screen.findByTestId("coupon-do-confirm"));
    await waitFor(() =>
      expect(desk.requests("coupon_send")).toEqual([{ coupon_id: "k-1", acknowledged: [] }]),
    );
  });

  it("is duplicated into a draft", async () => {
    desk = openCoupons("/coupons/coupon/k-1");
    await userEvent.click(await screen.findByTestId("coupon-duplicate"));
    await waitFor(() =>
      expect(screen.getByTestId("address")).toHaveTextContent("/coupons/draft/k-copy"),
    );
    expect(await screen.findByTestId("wizard")).toBeVisible();
  });

  it("offers only what can be done", async () => {
    desk = openCoupons("/coupons/coupon/k-1", {
      coupon_get: couponDetail(couponLine({ state: "ended" }), {
        may: { edit: [], deactivate: false, send: false },
      }),
    });
    expect(await screen.findByTestId("coupon-duplicate")).toBeVisible();
    expect(screen.queryByTestId("coupon-edit")).toBeNull();
    expect(screen.queryByTestId("coupon-deactivate")).toBeNull();
  });

  it("leads to its editing and to the tester", async () => {
    desk = openCoupons("/coupons/coupon/k-1");
    await userEvent.click(await screen.findByTestId("coupon-edit"));
    expect(screen.getByTestId("address")).toHaveTextContent("/coupons/coupon/k-1/edit");
  });
});

describe("a promo code", () => {
  it("is copied, whole and as a card", async () => {
    const user = userEvent.setup();
    desk = openCoupons("/coupons/coupon/k-2");
    await user.click(await screen.findByTestId("coupon-copy-code"));
    expect(await navigator.clipboard.readText()).toBe("NORTSAVE20");
    await user.click(screen.getByTestId("coupon-share"));
    expect(await screen.findByTestId("share-caution")).toHaveTextContent("works from 2026-12-01");
    expect(screen.getByTestId("share-card")).toHaveAccessibleName(/NORTSAVE20/);
    await user.click(screen.getByTestId("share-copy"));
    expect(await navigator.clipboard.readText()).toBe(
      "Northwind Home Goods\n20 % off, at most $10.00\nNORTSAVE20",
    );
    expect(within(screen.getByTestId("share-copy")).getByText("Copied")).toBeVisible();
  });

  it("is drawn as a picture and written where the seller wants it", async () => {
    desk = openCoupons("/coupons/coupon/k-2", {}, { window_pick_save: "/home/mei/code.png" });
    await userEvent.click(await screen.findByTestId("coupon-share"));
    await userEvent.click(await screen.findByTestId("share-save"));
    await waitFor(() =>
      expect(desk.requests("coupon_card_save")).toEqual([
        { png: "iVBORw0KGgo=", path: "/home/mei/code.png" },
      ]),
    );
    expect(await screen.findByText("The picture was saved")).toBeVisible();
    expect(drawn).toContain("NORTSAVE20");
    expect(drawn).toContain("From $20.00");
  });

  it("that the platform refused is noted", async () => {
    desk = openCoupons("/coupons/coupon/k-2");
    await userEvent.click(await screen.findByTestId("coupon-code-taken"));
    await waitFor(() =>
      expect(desk.requests("coupon_code_taken")).toEqual([{ claim_code: "SAVE20", taken: true }]),
    );
  });
});

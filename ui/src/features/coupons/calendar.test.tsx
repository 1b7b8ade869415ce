import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { type FakeDesk, refuse } from "../../bridge/fake";
import { couponLine } from "../../testing/desk/coupons";
import { openCoupons } from "../../testing/open-coupons";

let desk: FakeDesk;
afterEach(() => desk?.remove());

describe("the calendar of coupons", () => {
  it("shows three months, overlaps and when the next could begin", async () => {
    desk = openCoupons("/coupons/calendar");
    expect(await screen.findByTestId("coupon-overlap")).toHaveTextContent(
      "Two new-customer coupons could be claimed at once.",
    );
    expect(desk.requests("coupon_calendar")).toEqual([
      {
        period: { start: "2026-11-01T07:00:00Z", end: "2027-02-01T08:00:00Z" },
        kind: null,
        draft: null,
      },
    ]);
    expect(
      screen.getByLabelText("Ongoing: Nov 10, 2026, 00:00 to Jan 10, 2027, 00:00"),
    ).toBeVisible();
    expect(
      screen.getAllByLabelText("Two new-customer coupons could be claimed at once."),
    ).toHaveLength(2);
    expect(screen.getByTestId("calendar-free")).toHaveTextContent("Jan 30, 2027");
    expect(screen.queryByTestId("calendar-more")).toBeNull();
  });

  it("goes on a month and shows one type", async () => {
    desk = openCoupons("/coupons/calendar");
    await userEvent.click(await screen.findByTestId("filter-review"));
    await userEvent.click(screen.getByTestId("calendar-after"));
    await waitFor(() =>
      expect(desk.requests("coupon_calendar").at(-1)).toEqual({
        period: { start: "2026-12-01T08:00:00Z", end: "2027-03-01T08:00:00Z" },
        kind: "review",
        draft: null,
      }),
    );
  });

  it("draws fifty lines at a time", async () => {
    const many = Array.from({ length: 120 }, (_, at) =>
      couponLine({ id: `k-${at}`, name: `Coupon ${at}` }),
    );
    desk = openCoupons("/coupons/calendar", {
      coupon_calendar: {
        coupons: many,
        total: 120,
        overlaps: [],
        new_customer_free_from: null,
        review_free_from: null,
      },
    });
    expect(await screen.findByText("Coupon 49")).toBeVisible();
    expect(screen.queryByText("Coupon 50")).toBeNull();
    expect(screen.getByTestId("pager-range")).toHaveTextContent("1 to 50 of 120");
    await userEvent.click(screen.getByTestId("page-on"));
    await userEvent.click(screen.getByTestId("page-on"));
    expect(await screen.findByText("Coupon 119")).toBeVisible();
    expect(screen.queryByText("Coupon 99")).toBeNull();
    expect(screen.getByTestId("page-on")).toBeDisabled();
  });

  it("says when more are there than drawn, that nothing is there, and why not", async () => {
    desk = openCoupons("/coupons/calendar", {
      coupon_calendar: {
        coupons: [couponLine()],
        total: 4200,
        overlaps: [],
        new_customer_free_from: null,
        review_free_from: null,
      },
    });
    expect(await screen.findByTestId("calendar-more")).toHaveTextContent("1 of 4,200 are drawn");
    desk.answer({
      coupon_calendar: {
        coupons: [],
        total: 0,
        overlaps: [],
        new_customer_free_from: null,
        review_free_from: null,
      },
    });
    await userEvent.click(screen.getByTestId("calendar-before"));
    expect(await screen.findByTestId("calendar-empty")).toBeVisible();
    desk.answer({
      coupon_calendar: () => refuse({ kind: "storage", message: "Gone.", remedy: "Look." }),
    });
    await userEvent.click(screen.getByTestId("calendar-before"));
    expect(await screen.findByTestId("coupons-problem")).toHaveTextContent("Gone. Look.");
  });
});

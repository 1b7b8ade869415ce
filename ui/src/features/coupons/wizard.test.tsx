import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import type { CouponDraft, CouponField, CouponKind } from "../../bridge";
import { type FakeAnswers, type FakeDesk, refuse } from "../../bridge/fake";
import {
  belowCostOutlook,
  couponDraft,
  couponForm,
  couponShape,
  fieldsOf,
  findingsOf,
  lowAmountWarning,
  wholeDraft,
} from "../../testing/desk/coupons";
import { openCoupons } from "../../testing/open-coupons";
import { kinds } from "./parts";

let desk: FakeDesk;
afterEach(() => desk?.remove());

/** The desk knows no draft until one is kept. */
const notKept: FakeAnswers = {
  coupon_open: ({ coupon_id }) =>
    refuse({ kind: "not_found", what: "coupon", id: coupon_id, message: "There is none." }),
};

/** A draft as it was kept. */
function kept(draft: CouponDraft, answers: FakeAnswers = {}) {
  return openCoupons(`/coupons/draft/${draft.id}`, { coupon_open: couponForm(draft), ...answers });
}

const next = async () => userEvent.click(await screen.findByTestId("wizard-next"));
const toReview = async () => userEvent.click(await screen.findByTestId("step-review"));

/** Test ids of the fields that stand on the page. */
function shownFields(): string[] {
  return [...document.querySelectorAll('[data-testid^="field-"]')]
    .map((field) => field.getAttribute("data-testid")?.slice("field-".length) ?? "")
    .filter((field) => field !== "problem");
}

const visible = (kind: CouponKind): CouponField[] =>
  // The percentage and its maximum stand behind a choice, products in a step of their own.
  fieldsOf[kind].filter((field) => !["rate", "maximum_discount", "scope"].includes(field));

describe("choosing a type", () => {
  it("tells what each is for and which fields it has", async () => {
    desk = openCoupons("/coupons/new");
    for (const kind of kinds) {
      const card = await screen.findByTestId(`kind-card-${kind}`);
      expect(card).toHaveTextContent(couponShape(kind).about);
    }
    expect(screen.getByTestId("kind-card-chat")).toHaveTextContent("Customer");
    expect(screen.getByTestId("kind-card-promo_code")).toHaveTextContent("Claim code");
  });

  it("goes to the wizard of the type without keeping anything yet", async () => {
    desk = openCoupons("/coupons/new", notKept);
    await userEvent.click(await screen.findByTestId("kind-follower"));
    expect(await screen.findByTestId("coupon-name")).toBeVisible();
    expect(screen.getByTestId("address")).toHaveTextContent("/coupons/draft/k-new");
    expect(desk.requests("coupon_draft_save")).toEqual([]);
    expect(screen.queryByTestId("wizard-discard")).toBeNull();
  });
});

describe.each(kinds)("the wizard of a %s coupon", (kind) => {
  it("shows the fields that the type has and no other", async () => {
    desk = kept(couponDraft(kind, { id: "k-draft" }));
    await screen.findByTestId("coupon-name");
    expect(shownFields().sort()).toEqual([...visible(kind)].sort());
  });

  it("fills in, reviews and saves", async () => {
    desk = kept(wholeDraft(kind, { name: "" }));
    await userEvent.type(await screen.findByTestId("coupon-name"), "Spring");
    if (kind === "promo_code") {
      await userEvent.click(screen.getByTestId("coupon-code-suggest"));
      expect(await screen.findByTestId("coupon-full-code")).toHaveTextContent("NORTGLOW7");
    }
    if (kind === "chat") await userEvent.type(screen.getByTestId("coupon-customer"), "mia");
    await next();
    await next();
    expect(await screen.findByTestId("plain-words")).toHaveTextContent("A $20.00 order pays");
    await waitFor(() => expect(screen.getByTestId("wizard-finish")).toBeEnabled());
    await userEvent.click(screen.getByTestId("wizard-finish"));
    await waitFor(() =>
      expect(screen.getByTestId("address")).toHaveTextContent("/coupons/coupon/k-draft"),
    );
    expect(desk.requests("coupon_save")).toEqual([
      {
        draft: wholeDraft(kind, {
          ...(kind === "promo_code" ? { claim_code: "GLOW7" } : {}),
          ...(kind === "chat" ? { customer: "mia" } : {}),
        }),
        acknowledged: [],
        confirm: null,
      },
    ]);
  });

  it("refuses what the book blocks", async () => {
    desk = kept(couponDraft(kind, { id: "k-draft" }));
    await toReview();
    const review = await screen.findByTestId("review-findings");
    const blocks = findingsOf(couponDraft(kind));
    expect(within(review).getAllByTestId("finding")).toHaveLength(blocks.length);
    expect(screen.getByTestId("wizard-finish")).toBeDisabled();
  });
});

describe("terms", () => {
  it("point out a field beside it, but not before it was reached", async () => {
    desk = openCoupons("/coupons/new", notKept);
    await userEvent.click(await screen.findByTestId("kind-standard"));
    const name = await screen.findByTestId("coupon-name");
    await waitFor(() => expect(desk.requests("coupon_check").length).toBeGreaterThan(0));
    expect(screen.queryByTestId("finding")).toBeNull();
    await userEvent.type(name, "x");
    await userEvent.clear(name);
    const field = screen.getByTestId("field-name");
    expect(await within(field).findByTestId("finding")).toHaveTextContent("has no name");
    expect(within(screen.getByTestId("field-period")).queryByTestId("finding")).toBeNull();
  });

  it("takes either an amount or a percentage", async () => {
    desk = kept(wholeDraft("standard"));
    await userEvent.click(await screen.findByTestId("discount-rate"));
    await userEvent.type(screen.getByTestId("coupon-rate"), "20");
    await userEvent.type(screen.getByTestId("coupon-maximum"), "10");
    await waitFor(() =>
      expect(desk.requests("coupon_check").at(-1)?.draft).toMatchObject({
        amount: null,
        rate: "20",
        maximum_discount: "10 USD",
      }),
    );
    expect(screen.queryByTestId("coupon-amount")).toBeNull();
    await userEvent.click(screen.getByTestId("discount-amount"));
    await userEvent.type(screen.getByTestId("coupon-amount"), "5");
    await waitFor(() =>
      expect(desk.requests("coupon_check").at(-1)?.draft).toMatchObject({
        amount: "5 USD",
        rate: null,
        maximum_discount: null,
      }),
    );
    expect(screen.queryByTestId("coupon-maximum")).toBeNull();
  });

  it("offers dates of validity only where the type takes them", async () => {
    desk = kept(wholeDraft("standard"));
    expect(await screen.findByTestId("validity-dates")).toBeInTheDocument();
    await userEvent.click(screen.getByTestId("validity-dates"));
    expect(screen.getByTestId("coupon-validity-dates")).toBeVisible();
    await waitFor(() => expect(desk.requests("coupon_check").at(-1)?.draft.validity).toBeNull());
    desk.remove();
    document.body.innerHTML = "";
    desk = kept(wholeDraft("review"));
    expect(await screen.findByTestId("coupon-validity-days")).toBeInTheDocument();
    expect(screen.queryByTestId("validity-dates")).toBeNull();
  });

  it("sends audience, claims and quantity as they are chosen and typed", async () => {
    desk = kept(wholeDraft("standard"));
    await userEvent.click(await screen.findByTestId("audience-repeat"));
    await userEvent.click(screen.getByTestId("claims-unlimited"));
    await userEvent.clear(screen.getByTestId("coupon-quantity"));
    await userEvent.type(screen.getByTestId("coupon-quantity"), "0.5");
    await waitFor(() =>
      expect(desk.requests("coupon_check").at(-1)?.draft).toMatchObject({
        audience: "repeat",
        claims_per_customer: { kind: "unlimited" },
        quantity: "0.5",
      }),
    );
  });

  it("shows an overlap before it is refused", async () => {
    desk = kept(wholeDraft("standard", { id: "k-5", audience: "new" }));
    expect(await screen.findByTestId("coupon-overlap")).toHaveTextContent(
      "Two new-customer coupons could be claimed at once.",
    );
    expect(desk.requests("coupon_calendar").at(-1)).toMatchObject({
      kind: "standard",
      draft: { id: "k-5" },
    });
  });

  it("repairs what the desk can repair", async () => {
    desk = kept(wholeDraft("standard"), {
      coupon_check: ({ draft }) => ({
        shape: couponShape("standard"),
        findings: draft.minimum_spend === "20.00 USD" ? [lowAmountWarning] : [],
        passes: true,
        full_claim_code: null,
      }),
    });
    await userEvent.click(await screen.findByTestId("repair-CP-07"));
    await waitFor(() =>
      expect(desk.requests("coupon_check").at(-1)?.draft.minimum_spend).toBe("25.00 USD"),
    );
    expect(desk.requests("coupon_repair")[0]?.changes).toEqual(lowAmountWarning.changes);
  });

  it("locks what is frozen and edits a saved coupon", async () => {
    const draft = wholeDraft("standard", { id: "k-1" });
    desk = openCoupons("/coupons/coupon/k-1/edit", {
      coupon_open: couponForm(draft, { edits: true, shape: couponShape("standard", true) }),
      coupon_check: {
        shape: couponShape("standard", true),
        findings: [],
        passes: true,
        full_claim_code: null,
      },
    });
    expect(await screen.findByTestId("coupon-amount")).toBeDisabled();
    expect(screen.getByTestId("coupon-name")).toBeEnabled();
    const quantity = screen.getByTestId("coupon-quantity");
    await userEvent.clear(quantity);
    await userEvent.type(quantity, "150");
    await toReview();
    await waitFor(() => expect(screen.getByTestId("wizard-finish")).toBeEnabled());
    await userEvent.click(screen.getByTestId("wizard-finish"));
    await waitFor(() =>
      expect(desk.requests("coupon_edit")).toEqual([
        { draft: { ...draft, quantity: "150" }, acknowledged: [], confirm: null },
      ]),
    );
    expect(desk.requests("coupon_draft_save")).toEqual([]);
  });
});

describe("products", () => {
  const some = wholeDraft("review", { scope: { kind: "products", ids: [] } });

  it("are chosen from the list, and taken out again", async () => {
    desk = kept(some);
    await userEvent.click(await screen.findByTestId("step-products"));
    await userEvent.click(await screen.findByTestId("select-172938475610291"));
    await userEvent.click(screen.getByTestId("add-selected"));
    expect(await screen.findByTestId("products-report")).toHaveTextContent("1 product changed");
    await userEvent.click(screen.getByTestId("way-named"));
    await userEvent.click(await screen.findByTestId("select-172938475610291"));
    await userEvent.click(screen.getByTestId("remove-selected"));
    await waitFor(() => expect(desk.requests("coupon_products")).toHaveLength(2));
    expect(desk.requests("coupon_products")).toEqual([
      {
        coupon_kind: "review",
        scope: { kind: "products", ids: [] },
        choice: { kind: "ids", product_ids: ["172938475610291"] },
        include: true,
      },
      {
        coupon_kind: "review",
        scope: { kind: "products", ids: ["172938475610291"] },
        choice: { kind: "ids", product_ids: ["172938475610291"] },
        include: false,
      },
    ]);
  });

  it("are searched, and all that are found come in", async () => {
    desk = kept(some);
    await userEvent.click(await screen.findByTestId("step-products"));
    await userEvent.type(await screen.findByTestId("candidate-search"), "apron");
    await waitFor(() =>
      expect(desk.requests("coupon_product_candidates").at(-1)?.filter).toEqual({
        search: "apron",
        only: "not_named",
        category: null,
        status: "active",
      }),
    );
    expect(screen.getByTestId("add-matching")).toHaveTextContent("Add all 1,200 found");
    await userEvent.click(screen.getByTestId("add-matching"));
    await waitFor(() =>
      expect(desk.requests("coupon_products")[0]?.choice).toEqual({
        kind: "matching",
        filter: { search: "apron", only: "not_named", category: null, status: "active" },
      }),
    );
  });

  it("are narrowed by category and by whether they are on sale", async () => {
    desk = kept(some);
    await userEvent.click(await screen.findByTestId("step-products"));
    const category = await screen.findByTestId("candidate-category");
    await userEvent.click(within(category).getByRole("combobox"));
    await userEvent.click(await screen.findByTitle("Kitchen (1,200)"));
    await userEvent.click(screen.getByTestId("filter-inactive"));
    await waitFor(() =>
      expect(desk.requests("coupon_product_candidates").at(-1)?.filter).toEqual({
        search: "",
        only: "not_named",
        category: "Kitchen",
        status: "inactive",
      }),
    );
    await userEvent.click(screen.getByTestId("filter-all"));
    await userEvent.click(screen.getByTestId("add-matching"));
    await waitFor(() =>
      expect(desk.requests("coupon_products")[0]?.choice).toEqual({
        kind: "matching",
        filter: { search: "", only: "not_named", category: "Kitchen", status: null },
      }),
    );
  });

  it("beyond the limit of the type are counted", async () => {
    desk = openCoupons("/coupons/draft/k-draft", {
      coupon_open: couponForm(some),
      coupon_products: {
        scope: some.scope,
        changed: 2001,
        unchanged: 0,
        unknown: [],
        unknown_count: 0,
        beyond_limit: 1,
      },
    });
    await userEvent.click(await screen.findByTestId("step-products"));
    await userEvent.click(await screen.findByTestId("add-matching"));
    const report = await screen.findByTestId("products-report");
    expect(report).toHaveTextContent("2,001 products changed");
    expect(report).toHaveTextContent("1 product more than this type may name.");
  });

  it("are pasted, and what no catalogue knows is named", async () => {
    desk = kept(some);
    await userEvent.click(await screen.findByTestId("step-products"));
    await userEvent.click(await screen.findByTestId("way-paste"));
    await userEvent.click(screen.getByTestId("paste-ids"));
    await userEvent.paste("172938475610291, 172938475610292 abc");
    await userEvent.click(screen.getByTestId("add-pasted"));
    expect(await screen.findByTestId("products-unknown")).toHaveTextContent("abc");
    expect(screen.getByTestId("way-named")).toHaveTextContent("Chosen: 2");
    expect(screen.getByTestId("paste-ids")).toHaveValue("");
  });

  it("come from a file, and a file that cannot be read is explained", async () => {
    desk = openCoupons(
      "/coupons/draft/k-draft",
      {
        coupon_open: couponForm(some),
        coupon_products: () =>
          refuse({
            kind: "file",
            file: "ids.csv",
            place: "line 3",
            message: "Line 3 is no text.",
            remedy: "Save it as UTF-8.",
          }),
      },
      { window_pick_files: ["/home/mei/ids.csv"] },
    );
    await userEvent.click(await screen.findByTestId("step-products"));
    await userEvent.click(await screen.findByTestId("way-file"));
    await userEvent.click(screen.getByTestId("choose-files"));
    expect(await screen.findByTestId("products-problem")).toHaveTextContent(
      "Line 3 is no text. Save it as UTF-8.",
    );
    expect(desk.requests("coupon_products")[0]?.choice).toEqual({
      kind: "file",
      path: "/home/mei/ids.csv",
    });
  });

  it("come back after a look at the whole shop", async () => {
    desk = kept({ ...some, scope: { kind: "products", ids: ["172938475610291"] } });
    await userEvent.click(await screen.findByTestId("step-products"));
    await userEvent.click(await screen.findByTestId("scope-whole-shop"));
    await waitFor(() =>
      expect(desk.requests("coupon_check").at(-1)?.draft.scope).toEqual({ kind: "whole_shop" }),
    );
    await userEvent.click(screen.getByTestId("scope-products"));
    expect(await screen.findByTestId("way-named")).toHaveTextContent("Chosen: 1");
  });
});

describe("the review", () => {
  const warned: FakeAnswers = {
    coupon_outlook: belowCostOutlook,
    coupon_check: {
      shape: couponShape("standard"),
      findings: [lowAmountWarning],
      passes: true,
      full_claim_code: null,
    },
  };

  it("wants the warning acknowledged and the amount typed", async () => {
    desk = kept(wholeDraft("standard", { amount: "10.00 USD" }), warned);
    await toReview();
    const finish = screen.getByTestId("wizard-finish");
    await userEvent.click(await screen.findByTestId("acknowledge-CP-07"));
    expect(finish).toBeDisabled();
    await userEvent.type(screen.getByTestId("coupon-confirm"), "10");
    expect(finish).toBeDisabled();
    await userEvent.type(screen.getByTestId("coupon-confirm"), ".00");
    await waitFor(() => expect(finish).toBeEnabled());
    await userEvent.click(finish);
    await waitFor(() => expect(desk.requests("coupon_save")).toHaveLength(1));
    expect(desk.requests("coupon_save")[0]).toMatchObject({
      acknowledged: ["CP-07"],
      confirm: "10.00",
    });
  });

  it("says what it costs, what freezes and what an addon could cost", async () => {
    desk = kept(wholeDraft("standard"), warned);
    await toReview();
    expect(await screen.findByTestId("spend-worst")).toHaveTextContent("$500.00");
    expect(screen.getByTestId("plain-words")).toHaveTextContent("A $10.01 order pays $0.01.");
    expect(screen.getByTestId("review-freezes")).toHaveTextContent("Fixed amount");
    expect(screen.getByTestId("addon-at-most")).toHaveTextContent("$240.00");
    expect(screen.getByTestId("term-quantity")).toHaveTextContent("100");
  });

  it("shows the products below cost", async () => {
    desk = kept(wholeDraft("standard"), warned);
    await toReview();
    await userEvent.click(await screen.findByTestId("show-below-cost"));
    const table = await screen.findByTestId("below-cost-table");
    expect(within(table).getByText("$4.40")).toBeInTheDocument();
    expect(within(table).getByText("Black Friday Mega Sale 2026")).toBeInTheDocument();
  });

  it("says the percentage in both ways", async () => {
    desk = kept(wholeDraft("standard", { amount: null, rate: "60" }), {
      coupon_outlook: {
        ...belowCostOutlook,
        spend: { estimated: null, worst: null },
        buyer_pays: { off: "60", pays: "40", zhe: "4" },
        confirm: null,
      },
    });
    await toReview();
    expect(await screen.findByTestId("share-paid")).toHaveTextContent("40%");
    expect(screen.getByTestId("share-paid")).toHaveTextContent("4 折");
    expect(screen.getByTestId("spend-worst")).toHaveTextContent("No upper limit");
  });

  it("shows what the save was refused for", async () => {
    desk = kept(wholeDraft("standard"), {
      coupon_save: () =>
        refuse({
          kind: "refused",
          findings: [
            {
              ...lowAmountWarning,
              rule: "CP-12",
              grade: "block",
              what: "Another new-customer coupon runs then.",
            },
          ],
          counts: { block: 1, warn: 0, info: 0, by_rule: [], by_field: [] },
          unacknowledged: [],
        }),
    });
    await toReview();
    await waitFor(() => expect(screen.getByTestId("wizard-finish")).toBeEnabled());
    await userEvent.click(screen.getByTestId("wizard-finish"));
    expect(await screen.findByTestId("coupon-refused")).toHaveTextContent(
      "Another new-customer coupon runs then.",
    );
  });
});

describe("drafts", () => {
  it("are kept from step to step and when the wizard is closed", async () => {
    desk = openCoupons("/coupons/new", notKept);
    await userEvent.click(await screen.findByTestId("kind-standard"));
    await userEvent.type(await screen.findByTestId("coupon-name"), "Sprin");
    await next();
    await waitFor(() => expect(desk.requests("coupon_draft_save")).toHaveLength(1));
    await userEvent.click(screen.getByTestId("wizard-back"));
    await userEvent.type(await screen.findByTestId("coupon-name"), "g");
    await userEvent.click(screen.getByTestId("wizard-close"));
    await waitFor(() => expect(screen.getByTestId("address")).toHaveTextContent(/^\/coupons$/));
    expect(desk.requests("coupon_draft_save").map(({ draft }) => draft.name)).toEqual([
      "Sprin",
      "Spring",
    ]);
  });

  it("are thrown away after a question", async () => {
    desk = kept(wholeDraft("standard"));
    await userEvent.click(await screen.findByTestId("wizard-discard"));
    await userEvent.click(await screen.findByTestId("confirm-yes"));
    await waitFor(() =>
      expect(desk.requests("coupon_draft_delete")).toEqual([{ coupon_id: "k-draft" }]),
    );
    await waitFor(() => expect(screen.getByTestId("address")).toHaveTextContent(/^\/coupons$/));
  });

  it("can be tested on a customer before they are saved", async () => {
    desk = kept(wholeDraft("standard"));
    await userEvent.click(await screen.findByTestId("wizard-who"));
    expect(await screen.findByTestId("who-draft")).toHaveTextContent("Spring");
    expect(screen.getByTestId("address")).toHaveTextContent("/coupons/who?draft=k-draft");
  });

  it("that are not there lead to a reason", async () => {
    desk = openCoupons("/coupons/draft/k-gone", notKept);
    expect(await screen.findByTestId("coupons-problem")).toHaveTextContent("There is none.");
  });
});

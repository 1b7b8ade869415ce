import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { afterEach, describe, expect, it } from "vitest";
import { type FakeAnswers, type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { deskState } from "../../bridge/samples";
import { priceLine } from "../../kit/chart";
import { skuErrorWarning } from "../../testing/desk/imports";
import { productDetail, productRoom } from "../../testing/desk/products";
import { renderPage } from "../../testing/render-page";
import Products from ".";

/** A few rows of each page are enough to look at. */
const fewRows: FakeAnswers = {
  product_page: async (request) => {
    const answer = productRoom.product_page;
    const page = typeof answer === "function" ? await answer(request, "en") : answer;
    return { total: page?.total ?? 0, rows: page?.rows.slice(0, 4) ?? [] };
  },
};

let desk: FakeDesk;
afterEach(() => desk?.remove());

function open(address = "/products", answers: FakeAnswers = {}) {
  desk = installFakeDesk({
    ...productRoom,
    ...fewRows,
    desk_state: deskState(),
    history_state: { undo: null, redo: null },
    ...answers,
  });
  renderPage(
    <Routes>
      <Route path="products/*" element={<Products />} />
      <Route path="*" element={null} />
    </Routes>,
    address,
  );
}

const firstSku = productDetail().skus[0]?.sku.id;

describe("products", () => {
  it("asks for one page of a hundred thousand and for the next", async () => {
    open();
    expect(await screen.findByText("1 to 50 of 100,000")).toBeVisible();
    expect(screen.getByText('<script>alert("title")</script> Hoodie & "quotes"')).toBeVisible();
    await userEvent.click(screen.getByTestId("page-on"));
    expect(await screen.findByText("51 to 100 of 100,000")).toBeVisible();
    expect(desk.requests("product_page").map(({ window }) => window)).toEqual([
      { offset: 0, limit: 50 },
      { offset: 50, limit: 50 },
    ]);
    expect(screen.getByTestId("address")).toHaveTextContent("/products?page=2");
  });

  it("searches and filters at the desk, and says when nothing matches", async () => {
    open();
    await userEvent.type(await screen.findByTestId("product-search"), "nothing");
    expect(await screen.findByText("No product matches", {}, { timeout: 5000 })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Show all" }));
    await userEvent.click(await screen.findByTestId("filter-without_cost"));
    await waitFor(() =>
      expect(desk.requests("product_page").at(-1)).toEqual({
        search: "",
        only: "without_cost",
        window: { offset: 0, limit: 50 },
      }),
    );
  });

  it("leads an empty shop to the import", async () => {
    open("/products", { product_page: { total: 0, rows: [] } });
    const empty = await screen.findByTestId("products-empty");
    await userEvent.click(within(empty).getByTestId("import-catalogue"));
    await waitFor(() =>
      expect(screen.getByTestId("address")).toHaveTextContent("/imports?target=catalogue"),
    );
  });

  it("opens a product and keeps a cost typed in place", async () => {
    open("/products/1729384756102938472");
    const cost = await screen.findByTestId(`cost-${firstSku}`);
    await userEvent.clear(cost);
    await userEvent.type(cost, "6.5{Enter}");
    await waitFor(() => expect(desk.requests("sku_edit")).toHaveLength(1));
    expect(desk.requests("sku_edit")[0]).toEqual({
      sku_id: firstSku,
      unit_cost: "6.5 USD",
      retail_price: null,
      stock: null,
      acknowledged: [],
    });
    expect(screen.getByText("Black Friday Mega Sale 2026 黑五大促")).toBeVisible();
  });

  it("keeps the former cost when the desk refuses the new one", async () => {
    open("/products/1729384756102938472", {
      sku_edit: () =>
        refuse({
          kind: "invalid",
          field: "unit_cost",
          message: "Too many digits.",
          remedy: "Round.",
        }),
    });
    const cost = await screen.findByTestId(`cost-${firstSku}`);
    await userEvent.clear(cost);
    await userEvent.type(cost, "0.005{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("Too many digits. Round.");
    expect(cost).toHaveValue("7.25");
  });

  it("asks to answer the warning of a new retail price before saving it", async () => {
    open("/products/1729384756102938472", {
      sku_edit: ({ acknowledged }) =>
        acknowledged.includes("RG-19")
          ? productDetail()
          : refuse({
              kind: "refused",
              findings: [skuErrorWarning],
              counts: { block: 0, warn: 1, info: 0, by_rule: [], by_field: [] },
              unacknowledged: ["RG-19"],
            }),
    });
    await userEvent.click(await screen.findByTestId(`edit-sku-${firstSku}`));
    const retail = await screen.findByTestId("sku-retail");
    await userEvent.clear(retail);
    await userEvent.type(retail, "29.99");
    await userEvent.click(screen.getByTestId("sku-save"));
    await userEvent.click(await screen.findByTestId("acknowledge-RG-19"));
    await userEvent.click(screen.getByTestId("sku-save"));
    await waitFor(() => expect(screen.queryByTestId("sku-save")).toBeNull());
    expect(desk.requests("sku_edit").map(({ acknowledged }) => acknowledged)).toEqual([
      [],
      ["RG-19"],
    ]);
    expect(desk.requests("sku_edit")[1]).toMatchObject({
      unit_cost: null,
      retail_price: "29.99 USD",
      stock: null,
    });
  });
});

describe("priceLine", () => {
  it("follows the lowest price in force and ends where it is looked at", () => {
    const [sku] = productDetail().skus;
    expect(priceLine(sku?.history ?? [], "2026-11-21T17:00:00Z")).toEqual([
      { at: "2026-08-01T07:00:00Z", value: "27.99 USD" },
      { at: "2026-10-01T07:00:00Z", value: "24.99 USD" },
      { at: "2026-11-01T07:00:00Z", value: "19.99 USD" },
      { at: "2026-11-08T08:00:00Z", value: "24.99 USD" },
      { at: "2026-11-12T08:00:00Z", value: "21.99 USD" },
      { at: "2026-11-21T17:00:00Z", value: "21.99 USD" },
    ]);
  });

  it("is empty without records", () => {
    expect(priceLine([], "2026-11-21T17:00:00Z")).toEqual([]);
  });
});

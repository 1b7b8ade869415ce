import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { afterEach, describe, expect, it } from "vitest";
import { switchLanguage } from "../../app/language";
import { type FakeDesk, installFakeDesk, refuse } from "../../bridge/fake";
import { readingRoom } from "../../testing/desk/overview";
import { renderPage } from "../../testing/render-page";
import Rulebook from ".";
import { blocksOf } from "./prose";

let desk: FakeDesk;
afterEach(async () => {
  desk?.remove();
  await switchLanguage("en");
});

function open(address: string, answers = {}) {
  desk = installFakeDesk({ ...readingRoom, ...answers });
  renderPage(
    <Routes>
      <Route path="rulebook/*" element={<Rulebook />} />
    </Routes>,
    address,
  );
}

describe("rule book", () => {
  it("finds a rule by a word and opens its page", async () => {
    open("/rulebook");
    expect(await screen.findByText("Choose a rule")).toBeVisible();
    await userEvent.type(screen.getByTestId("rule-search"), "30 day");
    expect(screen.queryByTestId("rule-RG-19")).toBeNull();
    await userEvent.click(screen.getByTestId("rule-RG-02"));
    expect(await screen.findByTestId("rule-page")).toHaveTextContent(
      "What breaks this rule is refused",
    );
    expect(screen.getByTestId("address")).toHaveTextContent("/rulebook/RG-02");
  });

  it("opens a rule by its address, with sources, figures and examples", async () => {
    open("/rulebook/RG-02");
    const page = await screen.findByTestId("rule-page");
    expect(page).toHaveTextContent("How to register for Integrated Campaigns");
    expect(page).toHaveTextContent("read on 2026-03-02");
    expect(page).toHaveTextContent("campaign.look_back_days");
    expect(page).toHaveTextContent("RG-02 block campaign_price limit=19.99 value=20.00 gap=0.01");
    expect(page).toHaveTextContent("Nothing is found.");
  });

  it("draws text, never markup", async () => {
    open("/rulebook/RG-02");
    const page = await screen.findByTestId("rule-page");
    expect(page).toHaveTextContent("<b>No markup</b> is drawn");
    expect(page.querySelector("b")).toBeNull();
    expect(page.querySelectorAll(".pd-prose strong")).toHaveLength(1);
    expect(within(page).getByText("each SKU").tagName).toBe("EM");
    expect(page.querySelectorAll(".pd-prose li")).toHaveLength(2);
  });

  it("shows a page in Chinese where the window is", async () => {
    await switchLanguage("zh-CN");
    open("/rulebook/RG-02");
    const page = await screen.findByTestId("rule-page");
    const headings = within(page).getAllByRole("heading", { level: 3 });
    expect(headings.map((heading) => heading.textContent)).toEqual([
      "检查内容",
      "平台为何这样要求",
      "如何修复",
      "出处",
      "示例",
    ]);
    expect(page).toHaveTextContent("数值");
    expect(page).toHaveTextContent("SKU 的活动价不高于其回溯期内的最低价");
    expect(page).toHaveTextContent("有问题 高出一分");
    expect(page).toHaveTextContent("恰在边界 恰为最低价");
  });

  it("says that there is no such rule", async () => {
    open("/rulebook/XX-99", {
      rule_page: () =>
        refuse({
          kind: "not_found",
          what: "rule",
          id: "XX-99",
          message: "There is no rule XX-99.",
        }),
    });
    expect(await screen.findByTestId("rule-problem")).toHaveTextContent("There is no rule XX-99.");
  });
});

describe("blocksOf", () => {
  it("tells paragraphs, lists and code apart and keeps an unclosed fence", () => {
    expect(blocksOf("one\ntwo\n\n- a\n  more\n- b\n```\n<i>\n\nx")).toEqual([
      { kind: "paragraph", text: "one two" },
      { kind: "list", items: ["a more", "b"] },
      { kind: "code", text: "<i>\n\nx" },
    ]);
  });
});

import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { amountOf, moneyText } from "./format";
import { MoneyField } from "./number-fields";

describe("money", () => {
  it("comes apart into digits and currency", () => {
    expect(amountOf("19.99 USD")).toEqual({ digits: "19.99", currency: "USD" });
    expect(amountOf("-0.5 EUR")).toEqual({ digits: "-0.5", currency: "EUR" });
    expect(["19.99", "USD", "1e3 USD", "1 usd", ""].map(amountOf)).toEqual(
      Array(5).fill(undefined),
    );
  });

  it("is shown with all its digits", () => {
    expect(moneyText("12345678901234567.89 USD", { language: "en" })).toBe(
      "$12,345,678,901,234,567.89",
    );
    expect(moneyText("0.005 USD", { language: "en" })).toBe("$0.005");
    expect(moneyText("1000 JPY", { language: "en" })).toBe("¥1,000");
    expect(moneyText("5 USD", { language: "en", signed: true })).toBe("+$5.00");
    expect(moneyText("not money", { language: "en" })).toBe("not money");
  });

  it("is typed without its currency and leaves with it", async () => {
    const changed = vi.fn();
    render(<MoneyField label="Cost" value={null} onChange={changed} />);
    await userEvent.type(screen.getByLabelText("Cost"), "7.5");
    expect(changed).toHaveBeenLastCalledWith("7.5 USD");
  });

  it("shows the digits of what it is given", () => {
    render(<MoneyField label="Cost" value="4.25 USD" onChange={() => undefined} />);
    expect(screen.getByLabelText("Cost")).toHaveValue("4.25");
  });
});

import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FindingView, RequestOf } from "../bridge";
import { type FakeDesk, installFakeDesk } from "../bridge/fake";
import { finding } from "../bridge/samples";
import { Field } from "../kit/field";
import { MoneyField } from "../kit/number-fields";
import { renderPage } from "../testing/render-page";
import { AcknowledgeWarnings, useChecked, useKeptDraft, Wizard, type WizardProps } from ".";

let desk: FakeDesk;
beforeEach(() => {
  localStorage.clear();
  desk = installFakeDesk({ history_state: { undo: null, redo: null } });
});
afterEach(() => desk.remove());

const refused = finding({ field: "price" });
const warned = finding({ rule: "RG-13", title: "Little stock", grade: "warn", field: "stock" });

function Example(props: Partial<WizardProps>) {
  const [step, setStep] = useState("price");
  return (
    <Wizard
      title="Register"
      current={step}
      onStep={setStep}
      findings={[refused, warned]}
      finishLabel="Submit"
      onFinish={() => undefined}
      onClose={() => undefined}
      steps={[
        {
          key: "price",
          title: "Prices",
          paths: ["price"],
          content: (
            <Field label="Price" path="price">
              {(control) => <MoneyField {...control} value={null} onChange={() => undefined} />}
            </Field>
          ),
        },
        { key: "stock", title: "Stock", paths: ["stock"], content: <p>How many</p> },
        { key: "review", title: "Review", content: <p>All of it</p> },
      ]}
      {...props}
    />
  );
}

describe("the wizard", () => {
  it("goes on and back, and finishes on its last page", async () => {
    const finish = vi.fn();
    renderPage(<Example onFinish={finish} />);
    expect(screen.getByTestId("wizard-back")).toBeDisabled();
    await userEvent.click(screen.getByTestId("wizard-next"));
    expect(screen.getByText("How many")).toBeVisible();
    expect(screen.getByTestId("step-stock")).toHaveAttribute("aria-current", "step");
    expect(screen.getByRole("heading", { name: "Stock" })).toHaveFocus();
    await userEvent.click(screen.getByTestId("wizard-back"));
    expect(screen.getByLabelText("Price")).toBeVisible();
    await userEvent.click(screen.getByTestId("step-review"));
    await userEvent.click(screen.getByTestId("wizard-finish"));
    expect(finish).toHaveBeenCalledTimes(1);
  });

  it("stays when going on is refused", async () => {
    renderPage(<Example onNext={async () => false} />);
    await userEvent.click(screen.getByTestId("wizard-next"));
    expect(screen.getByTestId("wizard")).toHaveAttribute("data-step", "price");
  });

  it("shows findings at the field, in the rail and in the summary, which leads to their step", async () => {
    renderPage(<Example />);
    expect(screen.getByLabelText("Price")).toHaveAttribute("aria-invalid", "true");
    expect(screen.getByTestId("step-price")).toHaveTextContent("Refused");
    expect(screen.getByTestId("step-stock")).toHaveTextContent("Warning");
    expect(screen.getByTestId("step-review")).not.toHaveTextContent("Refused");
    await userEvent.click(screen.getByTestId("filter-RG-13"));
    expect(screen.getByTestId("wizard")).toHaveAttribute("data-step", "stock");
  });

  it("has no fault a screen reader would meet", async () => {
    const { container } = renderPage(<Example kept aside={<p>Money</p>} />);
    const { violations } = await axe.run(container, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe("warnings", () => {
  function Answered({ findings }: { findings: FindingView[] }) {
    const [rules, setRules] = useState<string[]>([]);
    return (
      <>
        <AcknowledgeWarnings findings={findings} acknowledged={rules} onChange={setRules} />
        <output>{rules.join(",")}</output>
      </>
    );
  }

  it("are acknowledged by rule", async () => {
    const again = { ...warned, what: "Only 3 units." };
    const other = finding({ rule: "FE-04", title: "Fee", grade: "warn" });
    renderPage(<Answered findings={[refused, warned, again, other]} />);
    expect(screen.getAllByRole("checkbox")).toHaveLength(2);
    expect(screen.getByText(/2 times/)).toBeVisible();
    await userEvent.click(screen.getByTestId("acknowledge-RG-13"));
    await userEvent.click(screen.getByTestId("acknowledge-FE-04"));
    await userEvent.click(screen.getByTestId("acknowledge-RG-13"));
    expect(document.querySelector("output:not([data-testid])")).toHaveTextContent(/^FE-04$/);
  });

  it("ask nothing where nothing warned", () => {
    renderPage(<Answered findings={[refused]} />);
    expect(screen.queryByTestId("acknowledge")).toBeNull();
  });
});

describe("checking while typing", () => {
  type Edit = RequestOf<"price_edit_check">;

  function Typing() {
    const [campaign_id, setId] = useState("");
    const request = { campaign_id, prices: [] } as unknown as Edit;
    const { answer, checking } = useChecked("price_edit_check", request, { pauseMs: 30 });
    return (
      <>
        <input aria-label="text" value={campaign_id} onChange={(e) => setId(e.target.value)} />
        <output>{checking ? "checking" : answer?.findings[0]?.what}</output>
      </>
    );
  }

  it("asks after a pause and shows the answer to the last text", async () => {
    desk.answer({
      price_edit_check: (request) => ({
        findings: [finding({ what: `said ${request.campaign_id}` })],
      }),
    });
    renderPage(<Typing />);
    const said = document.querySelector("output:not([data-testid])");
    await waitFor(() => expect(said).toHaveTextContent("said"));
    const before = desk.requests("price_edit_check").length;
    await userEvent.type(screen.getByLabelText("text"), "abcdef", { delay: null });
    expect(said).toHaveTextContent("checking");
    await waitFor(() => expect(said).toHaveTextContent("said abcdef"));
    expect(desk.requests("price_edit_check").length - before).toBeLessThan(6);
  });
});

describe("a kept draft", () => {
  let change: (fields: Partial<{ name: string; note: string }>) => void;
  let forget: () => void;
  const initial = { name: "", note: "" };

  function Draft() {
    const kept = useKeptDraft("shop1.campaign.new", initial);
    ({ change, forget } = kept);
    return <output>{`${kept.draft.name}|${kept.restored}`}</output>;
  }
  const shown = () => document.querySelector("output:not([data-testid])")?.textContent;

  it("is there again after the wizard was closed, until it is forgotten", () => {
    const first = renderPage(<Draft />);
    expect(shown()).toBe("|false");
    act(() => change({ name: "Black Friday" }));
    expect(shown()).toBe("Black Friday|false");
    first.unmount();
    const second = renderPage(<Draft />);
    expect(shown()).toBe("Black Friday|true");
    act(() => forget());
    expect(shown()).toBe("|true");
    second.unmount();
    renderPage(<Draft />);
    expect(shown()).toBe("|false");
  });

  it("begins anew when what was kept cannot be read", () => {
    localStorage.setItem("promodesk.draft.shop1.campaign.new", "{broken");
    renderPage(<Draft />);
    expect(shown()).toBe("|false");
  });
});

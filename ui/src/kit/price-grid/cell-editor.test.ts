import type { EditCell, HyperFunc, VNode } from "@revolist/revogrid";
import { expect, it } from "vitest";
import { cellEditor } from "./cell-editor";

/** Draws the field as the library does: the same element again, with the properties it is told. */
function field(input: HTMLInputElement): HyperFunc<VNode> {
  return ((
    _tag: string,
    { ref, value }: { ref: (to: HTMLInputElement) => void; value: string },
  ) => {
    input.value = value;
    ref(input);
    return {};
  }) as unknown as HyperFunc<VNode>;
}

/** A cell in its field: `told` is what the library says was typed. */
function edited(told: string) {
  const Editor = cellEditor(() => "Price") as unknown as new (
    column: unknown,
    save: () => void,
  ) => { editCell?: EditCell; render(h: HyperFunc<VNode>): VNode; getValue(): string };
  const editor = new Editor(null, () => undefined);
  const input = document.createElement("input");
  const draw = (val: string) => {
    editor.editCell = { val, x: 0, y: 0 } as unknown as EditCell;
    editor.render(field(input));
  };
  draw(told);
  return { input, draw, text: () => editor.getValue() };
}

it("keeps what was typed when the field is drawn anew", () => {
  const { input, draw, text } = edited("7");
  expect(text()).toBe("7");
  input.value = "777.70";
  draw("7");
  expect(text()).toBe("777.70");
});

it("takes keys that came before the field was there", () => {
  const { draw, text } = edited("777.");
  draw("777.7");
  expect(text()).toBe("777.7");
});

it("puts keys that came before the field before those typed into it", () => {
  const { input, draw, text } = edited("77");
  input.value = "77.7";
  draw("777");
  expect(text()).toBe("777.7");
  draw("777");
  expect(text()).toBe("777.7");
});

it("keeps what was typed when the price of the row changes meanwhile", () => {
  const { input, draw, text } = edited("12.00");
  input.value = "13.5";
  draw("11.00");
  expect(text()).toBe("13.5");
});

it("keeps what was typed into an empty cell whose row gets a price meanwhile", () => {
  const { input, draw, text } = edited("");
  input.value = "5";
  draw("12.00");
  expect(text()).toBe("5");
});

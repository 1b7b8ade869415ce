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

it("keeps what was typed when the field is drawn anew", () => {
  const Editor = cellEditor(() => "Price") as unknown as new (
    column: unknown,
    save: () => void,
  ) => { editCell?: EditCell; render(h: HyperFunc<VNode>): VNode; getValue(): string };
  const editor = new Editor(null, () => undefined);
  editor.editCell = { val: "7", x: 0, y: 0 } as unknown as EditCell;
  const input = document.createElement("input");
  editor.render(field(input));
  expect(input.value).toBe("7");
  input.value = "777.70";
  editor.render(field(input));
  expect(editor.getValue()).toBe("777.70");
});

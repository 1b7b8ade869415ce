// The text field a cell becomes while it is edited.
import type { EditCell, EditorBase, EditorCtr, HyperFunc, VNode } from "@revolist/revogrid";
import type { RowModel } from "./grid-element";

type Save = (text: string, stay?: boolean) => void;

/** An editor whose accessible name says which cell it is. */
export function cellEditor(label: (row: RowModel) => string): EditorCtr {
  return class implements EditorBase {
    element: Element | null = null;
    editCell?: EditCell;
    #input: HTMLInputElement | null = null;
    #drawn = "";
    readonly #save: Save;

    constructor(_column: unknown, save: Save) {
      this.#save = save;
    }

    componentDidRender(): void {
      // The library moves the focus itself while it draws; ours comes after.
      setTimeout(() => this.#input?.focus());
    }

    /** Keys that came while the field was being made. */
    appendPendingInput(text: string): boolean {
      if (!this.#input) return false;
      this.#input.value += text;
      this.#input.focus();
      return true;
    }

    getValue(): string {
      return this.#input?.value ?? "";
    }

    /** A focused field that goes away would make the page scroll. */
    beforeDisconnect(): void {
      this.#input?.blur();
    }

    render(h: HyperFunc<VNode>): VNode {
      const model = this.editCell?.model as RowModel | undefined;
      return h("input", {
        type: "text",
        inputmode: "decimal",
        autocomplete: "off",
        enterKeyHint: "enter",
        "aria-label": model ? label(model) : "",
        "data-testid": "cell-editor",
        value: this.#text(),
        ref: (input: HTMLInputElement) => {
          this.#input = input;
        },
        onKeyDown: (event: KeyboardEvent) => this.#keyDown(event),
      });
    }

    /**
     * What the field shows when it is drawn: what was typed into it. Rows that arrive meanwhile
     * draw it anew and take nothing of that away; keys that the library took before the field
     * was there go before it.
     */
    #text(): string {
      const drawn = this.#drawn;
      const told = String(this.editCell?.val ?? "");
      this.#drawn = told;
      const typed = this.#input?.value;
      if (typed === undefined) return told;
      const late = drawn !== "" && told.startsWith(drawn) && typed.startsWith(drawn);
      return late ? told + typed.slice(drawn.length) : typed;
    }

    /** Enter saves and goes down, Tab saves and leaves the way to the library. */
    #keyDown(event: KeyboardEvent): void {
      const tab = event.key === "Tab";
      if ((event.key !== "Enter" && !tab) || event.isComposing) return;
      this.beforeDisconnect();
      this.#save(this.getValue(), tab);
    }
  } as unknown as EditorCtr;
}

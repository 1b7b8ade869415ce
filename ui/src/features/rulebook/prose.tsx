// The few marks the book's pages use, as elements of the page: paragraphs, lists, code, bold, emphasis.
// Whatever else is in the text stays text, so nothing in it can become markup.
import type { ReactNode } from "react";

type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "code"; text: string };

/** Lines into blocks: a blank line ends a paragraph, a fence holds code, `- ` begins an item. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let code: string[] | undefined;
  let open: Block | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith("```")) {
      if (code) blocks.push({ kind: "code", text: code.join("\n") });
      code = code ? undefined : [];
      open = undefined;
    } else if (code) {
      code.push(line);
    } else if (line.trim() === "") {
      open = undefined;
    } else if (/^[-*] /.test(line)) {
      if (open?.kind !== "list") {
        open = { kind: "list", items: [] };
        blocks.push(open);
      }
      open.items.push(line.slice(2).trim());
    } else if (open?.kind === "list") {
      open.items.push(`${open.items.pop() ?? ""} ${line.trim()}`.trim());
    } else if (open?.kind === "paragraph") {
      open.text += ` ${line.trim()}`;
    } else {
      open = { kind: "paragraph", text: line.trim() };
      blocks.push(open);
    }
  }
  if (code) blocks.push({ kind: "code", text: code.join("\n") });
  return blocks;
}

/** `code`, **bold** and *emphasis* inside a line. */
function inline(text: string): ReactNode[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s](?:[^*]*[^*\s])?\*)/).map((part, index) => {
    // The parts never move within their line.
    const key = `${index} ${part}`;
    if (part.startsWith("`") && part.length > 2) {
      return (
        <code key={key} className="pd-rule-code">
          {part.slice(1, -1)}
        </code>
      );
    }
    if (part.startsWith("**") && part.length > 4)
      return <strong key={key}>{part.slice(2, -2)}</strong>;
    if (part.startsWith("*") && part.endsWith("*") && part.length > 2)
      return <em key={key}>{part.slice(1, -1)}</em>;
    return part;
  });
}

export function Prose({ text }: { text: string }) {
  return (
    <div className="pd-prose">
      {blocksOf(text).map((block, index) => {
        const key = `${index} ${block.kind}`;
        if (block.kind === "code") return <pre key={key}>{block.text}</pre>;
        if (block.kind === "paragraph") return <p key={key}>{inline(block.text)}</p>;
        return (
          <ul key={key}>
            {block.items.map((item) => (
              <li key={item}>{inline(item)}</li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}

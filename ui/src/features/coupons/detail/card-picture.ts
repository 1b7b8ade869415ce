// The card of a promo code as a picture, drawn here and now: it goes elsewhere, so it has its own light look.
import type { CouponCard } from "../../../bridge";

const width = 1080;
const margin = 96;
const inner = width - 2 * margin;

const inks = { ground: "#ffffff", text: "#1a2130", soft: "#4a5568", accent: "#2f55d4" } as const;
const codeGround = "#eef2fd";

interface Lettering {
  size: number;
  weight: 400 | 600 | 700;
  ink: "text" | "soft" | "accent";
  /** Space above the block of lines. */
  above: number;
}

const shopName: Lettering = { size: 42, weight: 600, ink: "soft", above: 0 };
const headline: Lettering = { size: 84, weight: 700, ink: "text", above: 28 };
const code: Lettering = { size: 80, weight: 700, ink: "accent", above: 0 };
const condition: Lettering = { size: 38, weight: 400, ink: "soft", above: 20 };
const codeBox = { above: 56, padding: 44, below: 36 };

export interface PlacedLine extends Lettering {
  text: string;
  /** The middle of the line, from the top. */
  y: number;
}

export interface CardLayout {
  width: number;
  height: number;
  box: { y: number; height: number };
  lines: readonly PlacedLine[];
}

/** How wide a text is in a lettering. */
export type Measure = (text: string, lettering: Lettering) => number;

/** Where everything stands; lines that are too long go on below. */
export function layOutCard(card: CouponCard, language: string, measure: Measure): CardLayout {
  const lines: PlacedLine[] = [];
  let y = margin;
  const place = (text: string, lettering: Lettering) => {
    const broken = text.trim() === "" ? [] : brokenUp(text, language, lettering, measure);
    if (broken.length > 0) y += lettering.above;
    const step = lettering.size * 1.35;
    for (const line of broken) {
      lines.push({ ...lettering, text: line, y: y + step / 2 });
      y += step;
    }
  };
  place(card.shop, shopName);
  place(card.headline, headline);
  y += codeBox.above;
  const boxTop = y;
  y += codeBox.padding;
  place(card.full_claim_code, fitted(card.full_claim_code, code, measure));
  y += codeBox.padding;
  const box = { y: boxTop, height: y - boxTop };
  y += codeBox.below;
  for (const line of card.lines) place(line, condition);
  return { width, height: Math.ceil(y + margin), box, lines };
}

/** A code is never broken: it gets smaller. */
function fitted(text: string, lettering: Lettering, measure: Measure): Lettering {
  const wide = measure(text, lettering);
  const room = inner - 2 * codeBox.padding;
  return wide <= room ? lettering : { ...lettering, size: (lettering.size * room) / wide };
}

/** Lines that fit: broken between words, and inside a word that is wider than the card. */
function brokenUp(
  text: string,
  language: string,
  lettering: Lettering,
  measure: Measure,
): string[] {
  const fits = (line: string) => measure(line.trimEnd(), lettering) <= inner;
  const lines: string[] = [];
  let line = "";
  const add = (piece: string) => {
    if (line !== "" && !fits(line + piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  };
  for (const word of words(text, language)) {
    if (fits(word)) add(word);
    else for (const letter of letters(word, language)) add(letter);
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

/** Words with what belongs to them: no full stop begins a line, and no bracket opens at its end. */
function words(text: string, language: string): string[] {
  const found: string[] = [];
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const last = found.at(-1);
    const begins = isWordLike ? !opens(last) : opens(segment);
    if (last === undefined || begins) found.push(segment);
    else found[found.length - 1] = last + segment;
  }
  return found;
}

const opens = (piece: string | undefined): boolean => /[\p{Ps}\p{Pi}]$/u.test(piece ?? "");

function letters(word: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "grapheme" });
  return [...segmenter.segment(word)].map(({ segment }) => segment);
}

/** Draws the card; false where there is nothing to draw on. */
export function drawCard(canvas: HTMLCanvasElement, card: CouponCard, language: string): boolean {
  const pen = canvas.getContext("2d");
  if (!pen) return false;
  const family = getComputedStyle(document.body).fontFamily || "sans-serif";
  const font = ({ weight, size }: Lettering) => `${weight} ${size}px ${family}`;
  const layout = layOutCard(card, language, (text, lettering) => {
    pen.font = font(lettering);
    return pen.measureText(text).width;
  });
  // Setting the size empties the canvas and forgets the font.
  canvas.width = layout.width;
  canvas.height = layout.height;
  pen.fillStyle = inks.ground;
  pen.fillRect(0, 0, layout.width, layout.height);
  pen.fillStyle = inks.accent;
  pen.fillRect(0, 0, layout.width, 16);
  pen.beginPath();
  pen.roundRect(margin, layout.box.y, inner, layout.box.height, 24);
  pen.fillStyle = codeGround;
  pen.fill();
  pen.strokeStyle = inks.accent;
  pen.lineWidth = 4;
  pen.setLineDash([16, 12]);
  pen.stroke();
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  for (const line of layout.lines) {
    pen.font = font(line);
    pen.fillStyle = inks[line.ink];
    pen.fillText(line.text, layout.width / 2, line.y);
  }
  return true;
}

/** The picture as the desk takes it: a PNG in Base64. */
export function pngOf(canvas: HTMLCanvasElement): string {
  return canvas.toDataURL("image/png").replace(/^data:image\/png;base64,/, "");
}

// Blocks of markdown that also read well as they are: lines folded, tables padded, bars as text. In: markdown, with everything that
// a person typed already escaped. Out: a block without blank lines around it.
import { cellsOf } from "./fold.ts";

const lineWidth = 100;

export const heading = (level: number, text: string): string => `${"#".repeat(level)} ${text}`;
export const paragraph = (text: string): string => fold(text, "");
export const bullets = (texts: string[]): string => texts.map(text => fold(text, "- ")).join("\n");
/** A list of boxes to tick, on a screen that knows task lists and on paper. */
export const boxes = (texts: string[]): string => texts.map(text => fold(text, "- [ ] ")).join("\n");
export const numbered = (texts: string[], from = 1): string =>
  texts.map((text, at) => fold(text, `${from + at}. `)).join("\n");

/** What at the beginning of a line would begin a block of its own. */
const marker = /^(?:[-+=:_]+|\d{1,9}[.)])$/;

function fold(text: string, bullet: string): string {
  const lines: string[] = [];
  let line = bullet;
  let used = bullet.length;
  for (const [at, word] of text.split(" ").filter(Boolean).entries()) {
    const width = cellsOf(word);
    if (at > 0 && used + 1 + width > lineWidth && !marker.test(word)) {
      lines.push(line);
      line = " ".repeat(bullet.length) + word;
      used = bullet.length + width;
    } else {
      line += at > 0 ? ` ${word}` : word;
      used += width + (at > 0 ? 1 : 0);
    }
  }
  return [...lines, line].join("\n");
}

/** Columns padded, so that the table also reads raw; those in `right` hold figures, set right. */
export function table(head: string[], rows: string[][], right: number[] = []): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...all.map(row => cellsOf(row[column]!))));
  const pad = (cell: string, column: number) => {
    const space = " ".repeat(widths[column]! - cellsOf(cell));
    return right.includes(column) ? space + cell : cell + space;
  };
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const rule = widths.map((width, column) =>
    right.includes(column) ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  const [first, ...others] = all.map(row => line(row.map(pad)));
  return [first, line(rule), ...others].join("\n");
}

/** What is certain as full blocks, what is still possible as half ones: never more than the figure beside it says. */
export function bar({ low, high }: { low: number | null; high: number | null }, top: number, cells: number): string {
  const place = (x: number | null) => Math.min(cells, (Math.max(0, x ?? 0) / top) * cells);
  const full = Math.floor(place(low) + nearly);
  const end = high === low ? full : Math.max(full, Math.ceil(place(high) - nearly));
  return "█".repeat(full) + "▒".repeat(end - full) + "░".repeat(cells - end);
}

/** What binary arithmetic may lose. */
const nearly = 1e-9;

/** A link to an address that a browser opens and that runs nothing; without one, the text alone. */
export function link(text: string, address: string | undefined): string {
  if (address === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return text;
  return `[${text}](${destination(new URL(address).href)})`;
}

/** A picture at an address or a path that the schema of assessments allows. */
export const picture = (text: string, address: string): string => `![${text}](${destination(address)})`;

/** An address without anything that would end it early or be read as a character reference. */
const destination = (address: string): string =>
  address.replace(/[()<>\\|`\s]/g, mark => `%${mark.charCodeAt(0).toString(16)}`).replaceAll("&", "&amp;");

/** The anchors that git hosts give to headings, in document order: plain texts in, one anchor each out. */
export function anchors(headings: string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map(text => {
    const base = text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replace(/ /g, "-");
    let anchor = base;
    while (seen.has(anchor)) {
      const times = seen.get(base)! + 1;
      seen.set(base, times);
      anchor = `${base}-${times}`;
    }
    seen.set(anchor, 0);
    return anchor;
  });
}

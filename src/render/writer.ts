// Lines of plain text: paragraphs wrapped to a width, bullets, sections under a heading.
import type { Item } from "./brief.ts";
import type { Style } from "./view.ts";

type Rest<F> = F extends (first: never, ...rest: infer R) => unknown ? R : never;
export type Writer = ReturnType<typeof createWriter>;

export function createWriter(style: Style, width: number) {
  const lines: string[] = [];
  const paragraph = (text: string, indent = "  ", hanging = indent) => {
    lines.push(...wrap(text, width, indent, hanging));
  };
  const bullets = (items: Item[], mark = (text: string) => text, more = "", bullet = (_: number) => "- ") => {
    for (const [at, { text, detail }] of items.entries()) {
      const indent = " ".repeat(2 + bullet(at).length);
      paragraph(mark(text), `  ${bullet(at)}`, indent);
      if (detail) paragraph(detail, indent);
    }
    if (more) paragraph(style.faint(more));
  };
  const section = (title: string, write: () => void) => {
    lines.push("");
    paragraph(style.heading(title), "");
    write();
  };
  return {
    line: (text: string) => lines.push(text),
    paragraph,
    bullets,
    section,
    items: (title: string, items: Item[], ...how: Rest<typeof bullets>) => {
      if (items.length > 0) section(title, () => bullets(items, ...how));
    },
    text: () => `${lines.join("\n")}\n`,
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours, which take no room
const colours = /\u001b\[[0-9;]*m/g;

/** Breaks at spaces; a word longer than the line stands alone. */
export function wrap(text: string, width: number, indent: string, hanging: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const room = width - (lines.length === 0 ? indent : hanging).length;
    const joined = line === "" ? word : `${line} ${word}`;
    if (line !== "" && joined.replace(colours, "").length > room) {
      lines.push(line);
      line = word;
    } else line = joined;
  }
  lines.push(line);
  return lines.map((one, index) => (index === 0 ? indent : hanging) + one);
}

// A report as its sections: each a heading with the texts and tables below it, as a reader reads them.
import { all, type Node, readPage, textOf } from "../../support/page.ts";

/** A paragraph or an item of a list; `at` is the number that an ordered list prints before it. */
export interface Text {
  text: string;
  at: number | null;
  /** The headings between the section's own and this, by their depth. */
  below: string;
}

export interface ReportSection {
  title: string;
  headings: string[];
  texts: Text[];
  /** Rows of cells, the head first. */
  tables: string[][][];
}

export function readSections(markdown: string): ReportSection[] {
  const sections: ReportSection[] = [{ title: "", headings: [], texts: [], tables: [] }];
  let below: string[] = [];
  for (const block of readPage(markdown).blocks) {
    const last = sections.at(-1)!;
    if (block.type === "heading") {
      const text = textOf(block);
      if (block.depth === 2) sections.push({ title: text, headings: [], texts: [], tables: [] });
      else last.headings.push(text);
      below = block.depth! < 3 ? [] : [...below.slice(0, block.depth! - 3), text];
    } else if (block.type === "table") {
      last.tables.push(all(block, "tableRow").map(row => row.children!.map(textOf)));
    } else {
      last.texts.push(...textsOf(block).map(text => ({ ...text, below: below.at(-1) ?? "" })));
    }
  }
  return sections;
}

function textsOf(block: Node): Omit<Text, "below">[] {
  if (block.type !== "list") return [{ text: textOf(block), at: null }];
  return block.children!.map((item, index) => ({
    text: item.children!.map(textOf).join(" "),
    at: block.ordered ? (block.start ?? 1) + index : null,
  }));
}

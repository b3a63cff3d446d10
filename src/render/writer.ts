// Lines of plain text: paragraphs wrapped to a width, bullets, sections under a heading. Everything that is written is made
// harmless here, whoever wrote it: the questionnaire's author, a respondent, the name of a file.
import type { Item } from "./brief/index.ts";
import { clean } from "./clean.ts";
import { wrap } from "./fold.ts";
import type { Style } from "./view.ts";

export interface Look {
  indent?: string;
  /** Indent of the lines after the first. */
  hanging?: string;
  mark?: (line: string) => string;
}

export type Writer = ReturnType<typeof createWriter>;

export function createWriter(style: Style, width: number) {
  const lines: string[] = [];
  const paragraph = (text: string, { indent = "  ", hanging = indent, mark = line => line }: Look = {}) => {
    lines.push(...wrap(clean(text), width, indent, hanging).map(mark));
  };
  const bullets = (
    items: Item[],
    { mark, more = "", numbered = false }: { mark?: Look["mark"]; more?: string; numbered?: boolean } = {},
  ) => {
    for (const [at, { text, detail }] of items.entries()) {
      const bullet = numbered ? `  ${at + 1}. ` : "  - ";
      const hanging = " ".repeat(bullet.length);
      paragraph(text, { indent: bullet, hanging, ...(mark && { mark }) });
      if (detail) paragraph(detail, { indent: hanging });
    }
    if (more) paragraph(more, { mark: style.faint });
  };
  const section = (title: string, write: () => void) => {
    lines.push("");
    paragraph(title, { indent: "", mark: style.heading });
    write();
  };
  return {
    gap: () => lines.push(""),
    paragraph,
    bullets,
    section,
    items: (title: string, items: Item[], look?: Parameters<typeof bullets>[1]) => {
      if (items.length > 0) section(title, () => bullets(items, look));
    },
    text: () => `${lines.join("\n")}\n`,
  };
}

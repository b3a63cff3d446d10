// What the sections of a reference page are called, and how one is linked from another. In: the sections in order, the words. Out: links.
import type { ReferenceWords } from "../../locales/index.ts";
import { cleanMarkdown as md } from "../clean.ts";
import { anchors } from "../page.ts";
import type { Schema } from "./schema.ts";
import type { ReferenceSection } from "./sections.ts";

export interface Names {
  root: Schema;
  words: ReferenceWords;
  title(schema: Schema): string;
  /** "[role](#role)" or "[roles](#role)"; null for what has no section. */
  link(schema: Schema, several?: boolean): string | null;
  /** The same by the title of the section, whatever it is. */
  refer(schema: Schema): string;
  /** The section on keys that stand in many places. */
  common: string;
}

export function createNames(root: Schema, sections: ReferenceSection[], words: ReferenceWords): Names {
  const titles = new Map(sections.map(({ schema, name }) => [schema, schema.title ?? words.title(name)]));
  const headings = [root.title ?? "", words.top, ...titles.values(), words.common];
  const [, , ...found] = anchors(headings);
  const anchorOf = new Map([...titles.keys()].map((schema, at) => [schema, found[at]!]));
  const unnamed = new Set(sections.flatMap(({ schema, inPlace }) => (inPlace ? [schema] : [])));
  const to = (text: string, anchor: string) => `[${md(text)}](#${anchor})`;
  return {
    root,
    words,
    title: schema => titles.get(schema)!,
    link: (schema, several = false) => {
      const anchor = anchorOf.get(schema);
      if (anchor === undefined) return null;
      const text = unnamed.has(schema) ? words.kind.object(several) : words.named(titles.get(schema)!, several);
      return to(text, anchor);
    },
    refer: schema => to(words.named(titles.get(schema)!, false), anchorOf.get(schema)!),
    common: to(words.common.toLowerCase(), found.at(-1)!),
  };
}

// The formats of an evaluation: a format is one file and one line here, and can be asked for then. A renderer takes the evaluation and
// texts, never a verdict of its own; it is loaded when it is used.
import type { Evaluation } from "../model/evaluation.ts";
import type { View } from "./view.ts";

export type Renderer = (view: View, evaluation: Evaluation) => string;

interface FormatEntry {
  load(): Promise<Renderer>;
  /** Several results, each printed, as one text. */
  join(texts: string[]): string;
}

export const formats = {
  text: { load: async () => (await import("./text.ts")).renderText, join: texts => texts.join("\n") },
  markdown: {
    load: async () => (await import("./markdown.ts")).renderMarkdown,
    join: texts => texts.join("\n---\n\n"),
  },
  json: { load: async () => (await import("./json.ts")).renderJson, join: asList },
} satisfies Record<string, FormatEntry>;

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as Format[];

/** A list of JSON texts, which hold no line break but those between their parts. */
function asList(texts: string[]): string {
  const items = texts.map(text => text.trimEnd().replace(/^/gm, "  "));
  return `[\n${items.join(",\n")}\n]\n`;
}

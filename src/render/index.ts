// The formats of an evaluation: a format is one file and one line here. A renderer takes the evaluation and texts, never a verdict
// of its own.
import type { Evaluation } from "../model/evaluation.ts";
import { renderJson } from "./json.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderText } from "./text.ts";
import type { View } from "./view.ts";

export type Renderer = (view: View, evaluation: Evaluation) => string;

export const formats = { text: renderText, markdown: renderMarkdown, json: renderJson } satisfies Record<
  string,
  Renderer
>;

export type Format = keyof typeof formats;

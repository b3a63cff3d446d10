// Answers of one person at the top level become the first of several responses, in the place of `answers`. Rule kept: their lines move with
// everything said in them, further in; the other lines stay.
import { isMap, type Pair, parseDocument, type YAMLMap } from "yaml";
import { removedInFlow } from "./braces.ts";
import {
  behindComments,
  breakAt,
  columnOf,
  indexIn,
  lineEnd,
  lineStart,
  lineStop,
  pairOf,
  parentIndent,
  spansOf,
  spliced,
  startOf,
  stepOf,
} from "./places.ts";

export const own = ["respondent", "role", "answers", "grids"] as const;

export function unfold(text: string): string {
  const root = parseDocument(text, { schema: "core", uniqueKeys: false }).contents;
  if (!isMap(root)) return text;
  return root.flow ? unfoldInFlow(text, root) : unfoldLines(text, root);
}

const ownIn = (root: YAMLMap): (typeof own)[number][] => own.filter(key => pairOf(root, key));

/** A word as the keys of a mapping are written. */
const likeKeys = (text: string, { items }: YAMLMap, word: string): string => {
  const quote = /^["']?/.exec(text.slice(startOf((items[0] as Pair<never>).key)))![0];
  return `${quote}${word}${quote}`;
};

function unfoldLines(text: string, root: YAMLMap): string {
  const newline = breakAt(text, startOf(root) + 1);
  const column = columnOf(text, startOf(root));
  const spans = ownIn(root).map(key => {
    const { start, end } = spansOf(root)[indexIn(root, key)]!;
    const last = behindComments(text, end, column);
    const to = text[last - 1] === "\n" ? last : Math.min(text.length, lineEnd(text, last) + 1);
    return { key, from: indexIn(root, key) === 0 ? lineStart(text, start) : withRemarks(text, start), to };
  });
  const indent = " ".repeat(column);
  const further = stepOf(text).replace("\t", "  ");
  const moved = spans.flatMap(({ from, to }) =>
    text
      .slice(from, to)
      .replace(/\r?\n$/, "")
      .split(/\r?\n/),
  );
  const first = moved.findIndex(line => !/^\s*(#|$)/.test(line));
  const lines = moved.map((line, at) => {
    if (line.trim() === "") return line;
    return `${indent}${further}${at === first ? "- " : "  "}${line.slice(column)}`;
  });
  const made = [`${indent}${likeKeys(text, root, "responses")}:`, ...lines].map(line => line + newline).join("");
  const fromTheEnd = spans.toSorted((one, two) => two.from - one.from);
  return fromTheEnd.reduce(
    (rest, { key, from, to }) => spliced(rest, from, to, key === "answers" ? made : ""),
    /\n$/.test(text) ? text : text + newline,
  );
}

/** The start of the lines of an entry, with the comments that stand right above it. */
function withRemarks(text: string, start: number): number {
  let from = lineStart(text, start);
  while (from > 0 && /^\s*#/.test(text.slice(lineStart(text, from - 1), from))) from = lineStart(text, from - 1);
  return from;
}

function unfoldInFlow(text: string, root: YAMLMap): string {
  const column = parentIndent(text, root);
  const entries = ownIn(root).map(key => {
    const { start, end } = spansOf(root)[indexIn(root, key)]!;
    const remark = /^[ \t]*,?([ \t]*#.*)?$/.exec(text.slice(end, lineStop(text, end)))?.[1] ?? "";
    return { key, entry: text.slice(start, end), remark: key === "answers" ? "" : remark };
  });
  const made = column === null ? `[{${entries.map(({ entry }) => entry).join(", ")}}]` : inLines(text, column, entries);
  const others = entries
    .filter(({ key }) => key !== "answers")
    .reduce((rest, { key }) => removedInFlow(rest, reread(rest), key), text);
  const { start, end } = spansOf(reread(others))[indexIn(reread(others), "answers")]!;
  return spliced(others, start, end, `${likeKeys(text, root, "responses")}: ${made}`);
}

const reread = (text: string): YAMLMap =>
  parseDocument(text, { schema: "core", uniqueKeys: false }).contents as YAMLMap;

function inLines(text: string, column: string, entries: { entry: string; remark: string }[]): string {
  const newline = breakAt(text, text.length);
  const further = `${column}${column}`;
  const lines = entries.map(({ entry, remark }, at) => {
    const comma = at < entries.length - 1 ? "," : "";
    return `${column}${further}${entry.replaceAll("\n", `\n${further}`)}${comma}${remark}`;
  });
  return ["[", `${column}${column}{`, ...lines, `${column}${column}}`, `${column}]`].join(newline);
}

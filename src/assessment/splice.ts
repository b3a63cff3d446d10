// A part of a YAML or JSON text, put in place of another. In: a text, a path, a value. Out: the text, in which nothing else has moved:
// indent, line ends, quotes, comments and the order of keys stay as somebody wrote them.
import { isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument } from "yaml";
import type { Path } from "../document.ts";
import { aliasesInTheWay } from "./aliases.ts";
import { inFlow, insertedInFlow, removedInFlow } from "./braces.ts";
import {
  behindComments,
  breakAt,
  childOf,
  columnOf,
  commentsWithin,
  endOf,
  has,
  indexIn,
  isPadded,
  isParent,
  keyOf,
  lineEnd,
  lineStart,
  lineStop,
  type Parent,
  pairOf,
  sharesKeys,
  spansOf,
  spliced,
  startOf,
  stepOf,
  type Text,
} from "./places.ts";
import { afterKey, block, inline, type Quotes, scalar, type Writing } from "./scalar.ts";

/** How a new value is laid out: on one line, or as lines below its key; mappings around it that are new get lines in any case. */
export type LineLayout = "line" | "lines";

/** Null where the text cannot be edited in place: it has a shape that is not foreseen. */
export function splice(text: string, path: Path, value: unknown, layout: LineLayout = "lines"): string | null {
  const tree = parseDocument(text, { schema: "core", uniqueKeys: false });
  if (tree.errors.length > 0 || !isMap(tree.contents)) return null;
  const whole: Text = { text, json: isJson(text), step: stepOf(text) };
  const inTheWay = aliasesInTheWay(tree, path, value);
  if (inTheWay.length > 0) {
    const writtenOut = inTheWay.reduceRight<string | null>(
      (made, { parent, step, value: stood }) =>
        made && replaced({ ...whole, text: made }, parent, step, stood, Infinity),
      text,
    );
    return writtenOut && splice(writtenOut, path, value, layout);
  }
  return value === undefined ? removed(whole, tree.contents, path) : put(whole, tree.contents, path, value, layout);
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The last of the parents that are there, and the steps below it that are not. */
function deepest(root: Parent, path: Path): { parent: Parent; rest: Path } {
  let parent = root;
  for (const [at, step] of path.entries()) {
    const child = childOf(parent, step);
    if (at === path.length - 1 || !isParent(child) || child.items.length === 0) return { parent, rest: path.slice(at) };
    parent = child;
  }
  return { parent, rest: [] };
}

function put(whole: Text, root: Parent, path: Path, value: unknown, layout: LineLayout): string | null {
  const { parent, rest } = deepest(root, path);
  const [step, ...below] = rest;
  if (step === undefined) return null;
  const depth = layout === "line" ? below.length : Infinity;
  if (has(parent, step)) {
    const old = childOf(parent, step);
    // A key without a value, or with an empty one, gets its first entry.
    if (below.length > 0) return replaced(whole, parent, step, nested(below, value), depth);
    return merged(whole, path, parent, step, old, value, layout);
  }
  return inserted(whole, parent, step, nested(below, value), depth);
}

const nested = (path: Path, value: unknown): unknown =>
  path.reduceRight<unknown>((inside, step) => (typeof step === "number" ? [inside] : { [step]: inside }), value);

/** Of two mappings or lists only what differs is touched. */
function merged(
  whole: Text,
  path: Path,
  parent: Parent,
  step: string | number,
  old: unknown,
  value: unknown,
  layout: LineLayout,
): string | null {
  if (isScalar(old) && old.value === value) return whole.text;
  if (isSeq(old) && Array.isArray(value)) {
    const items = listed(whole, path, old, value);
    if (items !== null) return items;
  }
  // A mapping in lines stays one.
  const depth = layout === "line" && !(isMap(old) && !old.flow && old.items.length > 0) ? 0 : Infinity;
  if (!sharesKeys(old, value)) return replaced(whole, parent, step, value, depth);
  const gone = old.items.map(({ key }) => keyOf(key)).filter(key => !Object.hasOwn(value as object, key));
  let { text } = whole;
  const changes = [...Object.entries(value as object), ...gone.map(key => [key, undefined] as const)];
  for (const [key, one] of changes) {
    const next = splice(text, [...path, key], one, layout);
    if (next === null) return null;
    text = next;
  }
  return text;
}

/** A list of texts, of which some go and some come behind the others; null where it is another change. */
function listed(whole: Text, path: Path, old: Parent, value: unknown[]): string | null {
  const had = old.items.map(item => (isScalar(item) ? item.value : item));
  const kept = had.filter(one => value.includes(one));
  if (kept.length === 0 || kept.some((one, at) => typeof one !== "string" || one !== value[at])) return null;
  const gone = [...had.keys()].filter(at => !value.includes(had[at])).reverse();
  const changes = [
    ...gone.map(at => [at, undefined] as const),
    ...value.slice(kept.length).map((one, at) => [kept.length + at, one] as const),
  ];
  return changes.reduce<string | null>(
    (text, [at, one]) => (text === null ? null : splice(text, [...path, at], one)),
    whole.text,
  );
}

function styleIn({ json }: Text, parent: Parent, old?: unknown): Writing {
  const sample =
    isScalar(old) && typeof old.value === "string" ? old : isMap(parent) ? parent.items[0]?.key : undefined;
  const type = isScalar(sample) ? sample.type : undefined;
  const quotes: Quotes = type === "QUOTE_SINGLE" ? "single" : type === "QUOTE_DOUBLE" ? "double" : "plain";
  return { json, flow: parent.flow ?? false, quotes };
}

/** A value in the place of another, under a key or in a list; what was said within the other stays, on lines of its own. */
function replaced(whole: Text, parent: Parent, step: string | number, value: unknown, depth: number): string | null {
  const { text, step: indentBy } = whole;
  const old = childOf(parent, step);
  const style = styleIn(whole, parent, old);
  if (!isMap(parent)) {
    return isNode(old) ? spliced(text, startOf(old), endOf(old), inline(value, style, isPadded(text, parent))) : null;
  }
  const { key } = pairOf(parent, String(step))!;
  const colon = text.indexOf(":", key.range![1]);
  const from = isNode(old) && startOf(old) > colon ? startOf(old) : colon + 1;
  const to = isNode(old) && endOf(old) > from ? endOf(old) : from;
  // What ends with its line (a text in lines of its own) gives the line end back.
  const tail = /\r?\n$/.exec(text.slice(from, to))?.[0] ?? "";
  const stop = tail === "" ? lineStop(text, to) : to;
  const rest = tail === "" ? text.slice(to, stop) : "";
  const newline = breakAt(text, lineEnd(text, from) + 1);
  const [beside = "", ...above] = text.slice(colon + 1, from).split(/\r?\n/);
  const within = isNode(old) ? commentsWithin(text, old) : [];
  const remarks = [...above.map(line => line.trim()).filter(line => line !== ""), ...within];
  const indent = " ".repeat(columnOf(text, startOf(key)));
  const linesOf = (some: string[]) => some.map(line => `${newline}${indent}${indentBy}${line}`).join("");

  const small = typeof value !== "object" || value === null || Object.keys(value).length === 0;
  if (parent.flow || small || depth <= 0) {
    const made = parent.flow ? inFlow(whole, parent, value, style) : inline(value, style);
    const props = /^(?:\s*[&!]\S+)*/.exec(beside)![0];
    const comment = beside.slice(props.length).trimEnd();
    const lead = from === to ? " " : above.length === 0 ? beside : `${props} `;
    // Within braces a comment would end the entries that follow on the line.
    const isBeside = above.length > 0 && !parent.flow;
    const said = linesOf(isBeside ? remarks : [comment.trim(), ...remarks].filter(line => line !== ""));
    return spliced(text, colon + 1, stop, `${lead}${made}${isBeside ? comment : ""}${rest}${said}${tail}`);
  }
  const lines = afterKey(value, { ...style, quotes: "plain" }, indent, indentBy, depth);
  if (above.length > 0) {
    const inside = " ".repeat(columnOf(text, from));
    const made = [...within, ...lines.slice(1).map(line => line.slice(indent.length + indentBy.length))];
    return spliced(text, from, to, made.join(newline + inside) + tail);
  }
  // A comment stays on the line of the key.
  const comment = /^\s*$/.test(rest) ? "" : rest;
  return spliced(text, colon + 1, stop, comment + linesOf(within) + lines.join(newline) + tail);
}

/** A new entry behind the last one. */
function inserted(whole: Text, parent: Parent, step: string | number, value: unknown, depth: number): string | null {
  const { text, step: indentBy } = whole;
  const style = { ...styleIn(whole, parent), ...(isSeq(parent) && { quotes: "plain" as const }) };
  if (isMap(parent) !== (typeof step === "string")) return null;
  if (parent.flow) return insertedInFlow(whole, parent, step, value, style);
  const last = parent.items.at(-1);
  if (!last) return null;
  const first = parent.items[0]!;
  const start = isNode(first) ? startOf(parent) : startOf((first as Pair<Node>).key);
  const indent = text.slice(lineStart(text, start), start).replace(/[^\s]/g, " ");
  const lines = isMap(parent)
    ? entry(String(step), value, style, indent, indentBy, depth)
    : block([value], { ...style, quotes: "plain" }, indent, indentBy);
  const at = behindComments(text, endOf(parent), indent.length);
  const newline = breakAt(text, at);
  if (text[at - 1] === "\n") return spliced(text, at, at, lines.map(line => line + newline).join(""));
  const stop = lineStop(text, at);
  return spliced(text, stop, stop, lines.map(line => newline + line).join(""));
}

/** The lines of a key with its value; texts are written as they need to be, the key as its neighbours are. */
function entry(key: string, value: unknown, style: Writing, indent: string, step: string, depth: number): string[] {
  const name = scalar(key, style);
  const inner: Writing = { ...style, quotes: "plain" };
  const [first = "", ...more] = afterKey(value, inner, indent, step, depth);
  return [`${indent}${name}:${first}`, ...more];
}

/** Takes an entry away, and every parent that it leaves empty but the root and the answers themselves. */
function removed(whole: Text, root: Parent, path: Path): string | null {
  const { parent, rest } = deepest(root, path);
  if (rest.length !== 1 || !has(parent, rest[0]!)) return whole.text;
  const above = path.slice(0, -1);
  if (parent.items.length === 1 && above.length > 0) {
    return above.at(-1) === "answers" ? emptied(whole, root, above) : removed(whole, root, above);
  }
  return parent.flow ? removedInFlow(whole.text, parent, rest[0]!) : removedLines(whole.text, parent, rest[0]!);
}

function emptied(whole: Text, root: Parent, path: Path): string | null {
  const { parent, rest } = deepest(root, path);
  return rest.length === 1 ? replaced(whole, parent, rest[0]!, {}, 0) : null;
}

function removedLines(text: string, parent: Parent, step: string | number): string | null {
  const spans = spansOf(parent);
  const at = indexIn(parent, step);
  const { start, end } = spans[at]!;
  // Of a list the entry begins with its dash.
  const dash = isSeq(parent) ? text.lastIndexOf("-", start - 1) : start;
  const from = lineStart(text, dash);
  const next = spans[at + 1];
  // The first key behind a dash: the next one takes its place.
  if (/\S/.test(text.slice(from, dash))) return next ? spliced(text, start, next.start, "") : null;
  const to = text[end - 1] === "\n" ? end : lineEnd(text, end) + 1;
  if (to > text.length) return spliced(text, Math.max(0, from - breakAt(text, from).length), text.length, "");
  return spliced(text, from, to, "");
}

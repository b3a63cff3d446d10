// Entries within braces and brackets, on one line or on several. In: a text, a list or mapping in it, an entry. Out: the text with the
// entry in it, or without; a comment stays beside the entry it stands beside, and goes with it.
import { isNode, type Node, type Pair } from "yaml";
import {
  breakAt,
  endOf,
  indexIn,
  isPadded,
  lineEnd,
  lineStart,
  lineStop,
  type Parent,
  parentIndent,
  spansOf,
  spliced,
  startOf,
  type Text,
} from "./places.ts";
import { inline, scalar, type Writing } from "./scalar.ts";

/** A value within braces: on one line, or laid out as JSON is where its neighbours are. */
export function inFlow({ text, json, step }: Text, parent: Parent, value: unknown, style: Writing): string {
  const column = parentIndent(text, parent);
  if (!json || column === null || typeof value !== "object" || value === null)
    return inline(value, style, isPadded(text, parent));
  const lines = JSON.stringify(value, null, step).split("\n");
  return lines.map((line, at) => (at === 0 ? line : `${column}${line}`)).join(breakAt(text, startOf(parent)));
}

export function insertedInFlow(
  whole: Text,
  parent: Parent,
  step: string | number,
  value: unknown,
  style: Writing,
): string {
  const { text } = whole;
  const padded = isPadded(text, parent);
  const made = inFlow(whole, parent, value, { ...style, quotes: "plain", flow: true });
  const entryText = typeof step === "string" ? `${scalar(step, { ...style, flow: true })}: ${made}` : made;
  const close = parent.range![1] - 1;
  const last = parent.items.at(-1);
  if (!last) {
    const space = padded ? " " : "";
    return spliced(text, startOf(parent) + 1, close, `${space}${entryText}${space}`);
  }
  const tail = isNode(last) ? last : ((last as Pair<Node, Node | null>).value ?? (last as Pair<Node>).key);
  const end = endOf(tail);
  const own = parentIndent(text, parent);
  const comma = /^\s*,/.exec(text.slice(end, close))?.[0].length ?? 0;
  const gap = own === null ? " " : `${breakAt(text, end)}${own}`;
  const stop = lineStop(text, end);
  if (own !== null && stop < close) {
    // A comment behind the last entry stays there: the new one begins below it.
    const below = spliced(text, stop, stop, `${gap}${entryText}`);
    return comma > 0 ? below : spliced(below, end, end, ",");
  }
  return spliced(text, end + comma, end + comma, `${comma > 0 ? "" : ","}${gap}${entryText}`);
}

export function removedInFlow(text: string, parent: Parent, step: string | number): string {
  const spans = spansOf(parent);
  const at = indexIn(parent, step);
  const next = spans[at + 1];
  const { start, end } = spans[at]!;
  const [from, to] = [lineStart(text, start), lineEnd(text, end)];
  if (text.slice(from, start).trim() === "" && /^[ \t]*,?[ \t]*(?:#.*)?\r?$/.test(text.slice(end, to))) {
    // On a line of its own it goes with what is said of it there.
    const others = spliced(text, from, to + 1, "");
    const comma = next ? null : /^[ \t]*,/.exec(others.slice(spans[at - 1]!.end));
    return comma ? spliced(others, spans[at - 1]!.end, spans[at - 1]!.end + comma[0].length, "") : others;
  }
  if (next) return spliced(text, start, next.start, "");
  return spliced(text, spans[at - 1]!.end, end, "");
}

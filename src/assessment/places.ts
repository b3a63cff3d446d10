// Where the parts of a YAML or JSON text stand: offsets of nodes, lines, indents. In: nodes of the parsed text, and the text.
import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

export type Parent = YAMLMap | YAMLSeq;
export const isParent = (node: unknown): node is Parent => isMap(node) || isSeq(node);

/** A pair by its key, however that is written: `1` and `"1"` are the same id. */
export const pairOf = (map: YAMLMap, key: string): Pair<Node, Node | null> | undefined =>
  map.items.find(({ key: has }) => keyOf(has) === key) as never;

export const childOf = (parent: Parent, step: string | number): unknown =>
  isMap(parent) ? pairOf(parent, String(step))?.value : parent.items[Number(step)];

export const has = (parent: Parent, step: string | number): boolean =>
  isMap(parent) ? pairOf(parent, String(step)) !== undefined : parent.items[Number(step)] !== undefined;

/** Of two mappings with a key in common only what differs is touched; otherwise one takes the place of the other. */
export const sharesKeys = (old: unknown, value: unknown): old is YAMLMap =>
  isMap(old) &&
  typeof value === "object" &&
  value !== null &&
  old.items.some(({ key }) => Object.hasOwn(value, keyOf(key)));

export const keyOf = (key: unknown): string => String(isScalar(key) ? (key.value ?? "") : key);

export const startOf = (node: Node): number => node.range![0];

/** Behind the last sign that belongs to a node; comments and blank lines after it do not. */
export function endOf(node: Node): number {
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1)!;
    const [key, value] = isNode(last)
      ? [last, null]
      : [(last as Pair<Node, Node>).key, (last as Pair<Node, Node>).value];
    return value && value.range![1] > key.range![1] ? endOf(value) : endOf(key);
  }
  return node.range![1];
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
export const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
};
export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

/** The line end of the line before a place. */
export const breakAt = (text: string, at: number): string => {
  const end = text.lastIndexOf("\n", at - 1);
  return (end < 0 ? /\r\n/.test(text) : text[end - 1] === "\r") ? "\r\n" : "\n";
};

export const spliced = (text: string, from: number, to: number, made: string): string =>
  text.slice(0, from) + made + text.slice(to);

export const isPadded = (text: string, parent: Parent): boolean =>
  /^[{[]\s/.test(text.slice(startOf(parent), startOf(parent) + 2));

/** The indent of a flow collection's last entry, where it has a line of its own; null where it shares one. */
export function parentIndent(text: string, parent: Parent): string | null {
  const last = parent.items.at(-1);
  if (!last) return null;
  const at = startOf(isNode(last) ? last : (last as Pair<Node>).key);
  const before = text.slice(lineStart(text, at), at);
  return /^\s*$/.test(before) && text.slice(startOf(parent), at).includes("\n") ? before : null;
}

/** Comments that are indented further belong to what stands above them. */
export function behindComments(text: string, from: number, column: number): number {
  let at = from;
  for (;;) {
    const start = text[at - 1] === "\n" ? at : lineEnd(text, at) + 1;
    const comment = /^[ \t]*(?=#)/.exec(text.slice(start, lineEnd(text, start)));
    if (start >= text.length || !comment || comment[0].length <= column) return at;
    at = lineEnd(text, start);
  }
}

export interface Extent {
  start: number;
  end: number;
}

export const spansOf = (parent: Parent): Extent[] =>
  parent.items.map(item => {
    if (isNode(item)) return { start: startOf(item), end: endOf(item) };
    const { key, value } = item as Pair<Node, Node | null>;
    return { start: startOf(key), end: value ? Math.max(endOf(value), endOf(key)) : endOf(key) };
  });

export const indexIn = (parent: Parent, step: string | number): number =>
  isMap(parent) ? parent.items.indexOf(pairOf(parent, String(step)) as never) : Number(step);

/** A file as it is edited. */
export interface Text {
  text: string;
  json: boolean;
  /** Spaces that a level of the file is indented by. */
  step: string;
}

/** Before the line end. */
export const lineStop = (text: string, at: number): number => {
  const end = lineEnd(text, at);
  return text[end - 1] === "\r" ? end - 1 : end;
};

/** What a level of a file is indented by. */
export const stepOf = (text: string): string => /^[^\s#-][^\n]*:[ \t]*\r?\n( +|\t+)\S/m.exec(text)?.[1] ?? "  ";

/** The comments within a node, in their order. */
export function commentsWithin(text: string, node: Node): string[] {
  const start = startOf(node);
  const part = " ".repeat(columnOf(text, start)) + text.slice(start, endOf(node));
  if (!part.includes("#")) return [];
  const tokens = [...new Lexer().lex(part)];
  // Behind this sign stands a text, whatever it begins with.
  return tokens.filter((token, at) => token.startsWith("#") && tokens[at - 1] !== "\u001f");
}

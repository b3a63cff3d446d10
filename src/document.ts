// A YAML or JSON file as data that remembers where each part stands. In: a file or its text. Out: a Document, or every
// problem of the text at once. Rules kept: plain data only (no tags, no loops, no aliases that multiply), and each part is
// bounded before it is built: the library's composer recurses, and a text of brackets alone would end the process.
import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  type Document as Tree,
  visit,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { disk, type Files, readInput } from "./files.ts";
import type { Found } from "./found.ts";
import { readingsOf } from "./model/readings.ts";
import { type Place, type Problem, problem, UserError } from "./problem.ts";

export type Path = readonly (string | number)[];

export interface Document {
  file: string;
  text: string;
  value: unknown;
  /** Where a part stands, or the nearest part around it; `key`: the key that names it. */
  place(path: Path, on?: "key" | "value"): Required<Place>;
  /** A scalar as the file writes it ("1.0" where the value is 1); null for anything else. */
  written(path: Path): string | null;
  /** Where parts were left out: whether what was found in the others is so in the whole document. */
  holds?(found: Found): boolean;
}

const collectionLimit = 200;
const aliasLimit = 1000;
/** Parts that aliases may add by standing for others. */
const copyLimit = 100_000;

export function readDocument(file: string, files: Files = disk): Document {
  return parseDocument(readInput(file, files), file);
}

export function parseDocument(text: string, file: string): Document {
  const lines = new LineCounter();
  const at = (offset: number): Required<Place> => ({ file, ...lines.linePos(offset) });
  const tree = compose(text, file, lines, at);
  const problems = [...syntaxProblems(tree, text, at), ...contentProblems(tree, text, at)];
  if (problems.length > 0) throw new UserError(problems);
  return {
    file,
    text,
    // Aliases are counted above.
    value: tree.toJS({ maxAliasCount: -1 }),
    place(path, on = "value") {
      const found = follow(tree, path);
      return at((on === "key" ? found.key : found.value) ?? 0);
    },
    written(path) {
      const { node, whole } = follow(tree, path);
      return whole && isScalar(node) ? (node.source ?? null) : null;
    },
  };
}

/** The library makes an error of each mistake, and a trace of where in the program costs more than all else about it. */
function withoutTraces<Made>(make: () => Made): Made {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function compose(text: string, file: string, lines: LineCounter, at: (offset: number) => Place): Tree.Parsed {
  assertFew(text, file);
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  let documents = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === "document") documents++;
    }
    // What comes behind the first document is not looked at: that there is more is all there is to say.
    if (documents > 1) break;
    if (parser.stack.length > collectionLimit) {
      throw new UserError([problem("yaml-too-deep", at(parser.offset), { limit: collectionLimit })]);
    }
  }
  tokens.push(...parser.end());
  // Own schema: a `%YAML 1.1` line must not bring back its dates, sets and yes/no. Own check of keys: theirs is quadratic.
  const options = { schema: "core", resolveKnownTags: false, uniqueKeys: false, merge: false } as const;
  const [tree, second] = withoutTraces(() => [...new Composer(options).compose(tokens, true, text.length)]);
  if (second) throw new UserError([problem("yaml-several-documents", at(second.range[0]), {})]);
  const { contents, errors } = tree!;
  if (errors.length === 0 && (contents === null || (isScalar(contents) && contents.source === ""))) {
    throw new UserError([problem("file-empty", { file }, {})]);
  }
  return tree!;
}

/** Texts, numbers, lists, mappings, comments and blank lines that a file may have: a few characters are enough for one, and many objects are built of it. */
const partLimit = 300_000;
/** Few enough to be read at once, however short they are. */
const fewParts = 20_000;
/** Beyond those, a part has so many characters at least on average: an answer with a short id is two parts in nine. */
const partLength = 4;
const parts = new Set(["\u001f", "{", "[", "-", "?"]);
const startsOfParts = new Set(['"', "'", "*", "&", "!", "#", "%"]);

/** Counted before anything is built: a file of nothing but braces would take minutes and gigabytes. */
function assertFew(text: string, file: string): void {
  const limit = Math.min(partLimit, Math.max(fewParts, Math.floor(text.length / partLength)));
  // No part is shorter than a character.
  if (text.length < limit) return;
  let count = 0;
  // Nothing between two commas or before a colon is a part as well.
  let bare = true;
  let lineBegins = true;
  for (const lexeme of new Lexer().lex(text)) {
    const separates = lexeme === "," || lexeme === ":";
    const endsLine = lexeme.includes("\n");
    const isPart =
      parts.has(lexeme) || startsOfParts.has(lexeme[0]!) || (separates && bare) || (endsLine && lineBegins);
    if (isPart && ++count > limit) throw new UserError([problem("file-too-many-parts", { file }, { limit })]);
    if (lexeme.trim() !== "" || endsLine) bare = separates || lexeme.trim() === "";
    lineBegins = endsLine;
  }
}

function syntaxProblems(tree: Tree.Parsed, text: string, at: (offset: number) => Place): Problem[] {
  const seen = new Set<number>();
  return [...tree.errors, ...tree.warnings].flatMap((error: YAMLError) => {
    const [start, end] = error.pos;
    if (seen.has(start)) return [];
    seen.add(start);
    if (error.code === "TAG_RESOLVE_FAILED") {
      const [tag = ""] = text.slice(start, end).split(/\s/, 1);
      return problem("yaml-tag", at(start), { tag });
    }
    return problem("yaml-syntax", at(start), { rule: ruleOf(error, text), reason: error.message });
  });
}

/** As far as a line is looked at. */
const longestLine = 1000;

/** A line that stands a column off is told by the library as whatever it could have been instead. */
function ruleOf({ code, message, pos: [start] }: YAMLError, text: string): string {
  const [line = ""] = text.slice(start, start + longestLine).split("\n", 1);
  const hasColon = /:(?:\s|$)/.test(line.trimEnd());
  const isOff = /^(?:Sequence item without|A block sequence)/.test(message);
  return isOff || (code === "BLOCK_AS_IMPLICIT_KEY" && !hasColon) ? "BAD_INDENT" : code;
}

/** What the grammar allows and plain data does not. */
function contentProblems(tree: Tree.Parsed, text: string, at: (offset: number) => Place): Problem[] {
  const problems: Problem[] = [];
  const anchors = new Map<string, Node>();
  const sizes = new WeakMap<object, number>();
  let aliases = 0;
  let copied = 0;
  const report = (node: Node, make: (place: Place) => Problem) => problems.push(make(at(node.range?.[0] ?? 0)));
  visit(tree, {
    Node(_, node, ancestors) {
      if (isAlias(node)) {
        const source = anchors.get(node.source);
        const before = copied;
        if (source) sizes.set(node, sizeOf(source, sizes));
        copied += sizeOf(node, sizes);
        const tooMany = ++aliases === aliasLimit + 1 || (copied > copyLimit && before <= copyLimit);
        if (tooMany || (source && ancestors.includes(source))) {
          report(node, place => problem("yaml-aliases", place, { limit: aliasLimit }));
        } else if (!source) report(node, place => problem("yaml-alias-unknown", place, { name: node.source }));
        return;
      }
      if (node.anchor) anchors.set(node.anchor, node);
      if (isScalar(node) && typeof node.value === "number" && !Number.isFinite(node.value)) {
        report(node, place => problem("yaml-number", place, { found: node.source ?? String(node.value) }));
      }
      if (!isMap(node)) return;
      const keys = new Set<string>();
      for (const [index, { key }] of node.items.entries()) {
        const name = keyOf(key);
        const number = node.flow ? brokenNumber(node.items, index, text) : null;
        if (number !== null) {
          if (number !== "")
            report(key as Node, place =>
              problem("yaml-comma", place, { written: number, readings: readingsOf(number) }),
            );
          continue;
        }
        if (name === "<<" && isScalar(key) && key.type === "PLAIN") {
          report(key, place => problem("yaml-merge", place, {}));
        } else if (name === null) report(key as Node, place => problem("yaml-key", place, {}));
        else if (keys.has(name)) report(key as Node, place => problem("yaml-duplicate-key", place, { key: name }));
        else keys.add(name);
      }
    },
  });
  return problems;
}

/** Of `1,000,000` within braces, the whole number at its first piece behind a comma, "" at the others; null elsewhere. */
function brokenNumber(items: YAMLMap["items"], index: number, text: string): string | null {
  const isPiece = (at: number): boolean => {
    const { key, value } = items[at] ?? {};
    const before = items[at - 1];
    const last = before && (before.value ?? before.key);
    const bare = isScalar(key) && key.type === "PLAIN" && /^\d+$/.test(key.source ?? "") && value === null;
    return bare && isScalar(last) && typeof last.value === "number" && last.range![1] + 1 === key.range![0];
  };
  if (!isPiece(index)) return null;
  if (isPiece(index - 1)) return "";
  const end = items.findIndex((_, at) => at > index && !isPiece(at));
  const last = (end < 0 ? items.at(-1) : items[end - 1])!.key as Node;
  return text.slice(startOf(items[index - 1]!.value), last.range![1]);
}

/** How many parts a node has; an alias has those of what it stands for, noted when it was met. */
function sizeOf(node: unknown, sizes: WeakMap<object, number>): number {
  const known = sizes.get(node as object);
  if (known !== undefined) return known;
  if (!isMap(node) && !isSeq(node)) return 1;
  const size = node.items.reduce<number>((sum, item) => sum + sizeOf(isPair(item) ? item.value : item, sizes), 1);
  sizes.set(node, size);
  return size;
}

/** A key as the data has it; null for one that is a list, a mapping or an alias. */
function keyOf(key: unknown): string | null {
  if (key === null) return "";
  return isScalar(key) ? String(key.value ?? "") : null;
}

const pairs = new WeakMap<YAMLMap, Map<string, YAMLMap["items"][number]>>();

function pairOf(map: YAMLMap, name: string) {
  const known = pairs.get(map) ?? new Map(map.items.map(pair => [keyOf(pair.key) ?? "", pair]));
  pairs.set(map, known);
  return known.get(name);
}

interface Followed {
  node: unknown;
  /** Offsets. */
  key: number | undefined;
  value: number | undefined;
  /** The path led all the way. */
  whole: boolean;
}

/** Walks down a path as far as the tree goes. An item of a list is named by its own start. */
function follow(tree: Tree.Parsed, path: Path): Followed {
  let node: unknown = tree.contents;
  let found: Followed = { node, key: startOf(node), value: startOf(node), whole: path.length === 0 };
  for (const [step, name] of path.entries()) {
    if (isAlias(node)) node = node.resolve(tree);
    const next = isMap(node) ? pairOf(node, String(name)) : isSeq(node) ? node.items[Number(name)] : undefined;
    if (next === undefined) return found;
    node = isPair(next) ? next.value : next;
    const key = startOf(isPair(next) ? next.key : next);
    found = { node, key, value: startOf(node) ?? key, whole: step === path.length - 1 };
  }
  return found;
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

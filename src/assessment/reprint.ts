// A change in an assessment whose text cannot be edited in place: one part stands for another, or answers at the top level have to become
// the first of several responses. Rule kept: comments, order and the way scalars are written stay as they are; spacing may change.
import { randomBytes } from "node:crypto";
import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  Scalar,
  visit,
  YAMLMap,
  YAMLSeq,
} from "yaml";
import { longForm, type Written } from "../model/assessment.ts";
import type { Cells } from "../model/grid.ts";
import { applyChange, type Change } from "./change.ts";
import { pairOf } from "./places.ts";
import { type Quotes, scalar } from "./scalar.ts";
import { isJson } from "./splice.ts";

/** Lines are never folded: a note stays one line, and a diff shows just what changed. */
const style = { lineWidth: 0 } as const;

/** The text with a change in it, printed anew by the library: nothing of it is lost but the way it was spaced. */
export function reprint(text: string, change: Change): string {
  if (isJson(text)) return editJson(text, change);
  const document = parseDocument(text, { schema: "core" });
  const printing: Printing = { document, mark: `t${randomBytes(8).toString("hex")}n`, texts: [] };
  resolveAliases(document);
  const root = document.contents as unknown as YAMLMap;
  const alone = pairOf(root, "answers") !== undefined;
  switch (change.kind) {
    case "organization":
    case "lineOfBusiness":
      put(printing, root, change.kind, change.value);
      break;
    case "fact": {
      const facts = collection(root, "facts", YAMLMap);
      put(printing, facts, change.id, change.value);
      if (facts.items.length === 0) put(printing, root, "facts", undefined);
      break;
    }
    case "respond": {
      if (alone) unfold(root);
      const { respondent, role, date } = change;
      const entries = Object.entries({ respondent, role, date }).filter(([, value]) => value !== undefined);
      const responses = collection(root, "responses", YAMLSeq);
      responses.items.push(nodeOf(printing, { ...Object.fromEntries(entries), answers: {} }));
      break;
    }
    case "leave": {
      if (alone) unfold(root);
      const responses = collection(root, "responses", YAMLSeq);
      responses.items.splice(change.response, 1);
      if (responses.items.length === 0) put(printing, root, "responses", undefined);
      break;
    }
    case "rename":
    case "role": {
      const response = alone ? root : collection(root, "responses", YAMLSeq).items[change.response];
      const [key, value] = change.kind === "role" ? ["role", change.role] : ["respondent", change.respondent];
      put(printing, response as YAMLMap, key, value);
      break;
    }
    case "agree": {
      const agreed = collection(root, "agreed", YAMLMap);
      put(printing, agreed, change.id, change.value);
      if (agreed.items.length === 0) put(printing, root, "agreed", undefined);
      break;
    }
    case "answer": {
      const response = alone ? root : collection(root, "responses", YAMLSeq).items[change.response];
      put(printing, collection(response as YAMLMap, "answers", YAMLMap), change.id, change.value);
      break;
    }
    case "row": {
      const response = (alone ? root : collection(root, "responses", YAMLSeq).items[change.response]) as YAMLMap;
      const grids = collection(response, "grids", YAMLMap);
      const rows = collection(grids, change.grid, YAMLMap);
      putRow(printing, rows, change.row, change.value);
      if (rows.items.length === 0) put(printing, grids, change.grid, undefined);
      if (grids.items.length === 0) put(printing, response, "grids", undefined);
    }
  }
  return document
    .toString(style)
    .replace(new RegExp(`${printing.mark}(\\d+)e`, "g"), (_, at) => printing.texts[Number(at)]!);
}

type Tree = ReturnType<typeof parseDocument>;

/** New texts are written as everywhere else, while the library writes for YAML 1.2 alone: until it has printed, a word stands for each. */
interface Printing {
  document: Tree;
  /** Before the number of a text: nothing in a file is like it. */
  mark: string;
  texts: string[];
}

function nodeOf({ document, mark, texts }: Printing, value: unknown, quotes: Quotes = "plain"): Node {
  const node = document.createNode(value);
  const stand = (text: Scalar) => {
    if (typeof text.value === "string")
      text.value = `${mark}${texts.push(scalar(text.value, { json: false, flow: true, quotes })) - 1}e`;
  };
  if (isScalar(node)) stand(node);
  else visit(node, { Scalar: (_, text) => stand(text) });
  return node;
}

const quotesOf = ({ type }: Scalar): Quotes =>
  type === "QUOTE_SINGLE" ? "single" : type === "QUOTE_DOUBLE" ? "double" : "plain";

/** The list or mapping under a key, made where it is missing; an empty one, written `{}`, would keep growing on that line. */
function collection<T extends YAMLMap | YAMLSeq>(map: YAMLMap, key: string, make: new () => T): T {
  const found = pairOf(map, key)?.value;
  if (isCollection(found)) {
    if (found.items.length === 0) found.flow = false;
    return found as unknown as T;
  }
  const made = new make();
  map.set(new Scalar(key), made);
  return made;
}

function put(printing: Printing, map: YAMLMap, key: string, value: unknown): void {
  const pair = pairOf(map, key);
  if (value === undefined) map.items = map.items.filter(one => one !== pair);
  else if (pair) pair.value = merged(printing, pair.value, value) as Node | null;
  else map.set(nodeOf(printing, key), nodeOf(printing, value));
}

/** A row stays on one line. */
function putRow(printing: Printing, rows: YAMLMap, row: string, cells: Cells | undefined): void {
  const isNew = !pairOf(rows, row);
  put(printing, rows, row, cells);
  const made = isNew && pairOf(rows, row)?.value;
  if (isMap(made)) made.flow = true;
}

/** A value in the place of another: what is the same in both stays as it is written, and so do the comments. */
function merged(printing: Printing, old: unknown, value: unknown): unknown {
  if (isMap(old) && typeof value === "object" && value !== null && !Array.isArray(value)) {
    const given = Object.entries(value);
    old.items = old.items.filter(({ key }) => isScalar(key) && Object.hasOwn(value, String(key.value)));
    for (const [key, one] of given) put(printing, old, key, one);
    return old;
  }
  if (isSeq(old) && Array.isArray(value)) {
    old.items = value.map((one, index) => merged(printing, old.items[index], one));
    return old;
  }
  if (isScalar(old) && old.value === value) return old;
  const node = nodeOf(printing, value, isScalar(old) ? quotesOf(old) : "plain");
  if (isNode(old)) {
    const comment = [old.commentBefore, old.comment].filter(Boolean).join("\n");
    if (comment) node[isScalar(node) ? "comment" : "commentBefore"] = comment;
  }
  return node;
}

/** Parts that stand for others are written out: a change to one of them is not meant for all. */
function resolveAliases(document: Tree): void {
  let some = false;
  visit(document, {
    Alias(_, alias) {
      some = true;
      return alias.resolve(document)?.clone() as Node | undefined;
    },
  });
  if (!some) return;
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) delete node.anchor;
    },
  });
}

/** Answers of one person at the top level become the first response, so that a second one has a place. */
function unfold(root: YAMLMap): void {
  const speaker = new YAMLMap();
  const own: YAMLMap["items"] = ["respondent", "role", "answers", "grids"].flatMap(key => pairOf(root, key) ?? []);
  speaker.items = own;
  root.items = root.items.filter(pair => !own.includes(pair));
  const responses = new YAMLSeq();
  responses.items = [speaker];
  root.set(new Scalar("responses"), responses);
}

function editJson(text: string, change: Change): string {
  const written: Written = JSON.parse(text);
  const { responses, ...others } = applyChange(longForm(written), change);
  const stays = written.answers && responses?.length === 1;
  const edited: Partial<Written> = stays
    ? { ...others, ...responses[0]! }
    : { ...others, ...(responses && { responses }) };
  // In the order in which the file has its keys; new ones at the end.
  const keys = new Set([...Object.keys(written), ...Object.keys(edited)]);
  const ordered = [...keys].flatMap(key => (key in edited ? [[key, edited[key as keyof Written]]] : []));
  const indent = /^\{\s*\n([ \t]+)/.exec(text)?.[1] ?? 2;
  return `${JSON.stringify(Object.fromEntries(ordered), null, indent)}\n`;
}

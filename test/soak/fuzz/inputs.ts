// Inputs that nobody would write, made from files that somebody could have written. In: a tape. Out: a kind, the bytes, and of what.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { assessmentText, questionnaireText } from "../../files/base.ts";
import { gridText } from "../../interview/grid-base.ts";
import type { Tape } from "../../properties/random/tape.ts";
import { changed, changesOf } from "../../support/garbled.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const textOf = (path: string) => readFileSync(join(root, path), "utf8");

export interface Base {
  kind: "questionnaire" | "assessment";
  text: string;
  /** The text of the questionnaire that an assessment answers. */
  of: string;
}

function family(of: string, answers: string[]): Base[] {
  return [{ kind: "questionnaire", text: of, of }, ...answers.map(text => ({ kind: "assessment" as const, text, of }))];
}

const folderOf = (path: string) => readdirSync(join(root, path)).map(name => textOf(`${path}/${name}`));
const fixture = (name: string, sheets: string) =>
  family(textOf(`test/fixtures/${name}/questionnaire.yaml`), folderOf(`test/fixtures/${name}/${sheets}`));

export const bases: Base[] = [
  ...family(questionnaireText, [assessmentText]),
  ...family(gridText, [assessmentText]),
  ...fixture("badge", "projects"),
  ...fixture("mood-nine", "sheets"),
  ...fixture("practice-model", "teams"),
  ...fixture("responsibility", "sheets"),
  ...family(textOf("src/questionnaire/starter.yaml"), []),
  ...family(
    textOf("questionnaires/six-pillars/questionnaire.yaml"),
    folderOf("questionnaires/six-pillars/examples"),
  ).slice(1),
  ...family(
    textOf("questionnaires/omnichannel-responsibility/questionnaire.yaml"),
    folderOf("questionnaires/omnichannel-responsibility/examples"),
  ).slice(1),
];

/** What YAML can do and plain data does not, and what else is odd in a text. */
const tokens = [
  ...[
    "&a ",
    "*a",
    "&a [*a]",
    "<<: *a\n",
    "<<: {a: 1}\n",
    "!!str ",
    "!!binary x",
    "!x ",
    "!<tag:x> ",
    "%YAML 1.1\n---\n",
    "%TAG ! x\n",
  ],
  ...[
    "---\n",
    "...\n",
    "\n--- |\n",
    "\uFEFF",
    "\r\n",
    "\r",
    "\0",
    "\t",
    "\u0085",
    "\u2028",
    "\u001b[31m",
    "\b",
    "\u007f",
  ],
  ...["[", "{", "]", "}", ",", ": ", "? ", "- ", "|\n", ">-\n  x\n", "#", " # ", '"', "'", "`", "@", "%", "~", "\\"],
  ...["[".repeat(300), "{a: ".repeat(250), "- ".repeat(300), "? ".repeat(300), "&a ".repeat(5), "[]".repeat(5)],
  ...[
    "1e999",
    "9".repeat(400),
    "-0",
    "0x1F",
    "0o17",
    "1_000",
    "-.inf",
    ".nan",
    "1:30",
    "2026-02-31",
    "0000-00-00",
    "9999-12-31",
  ],
  ...[
    "2026-11-21T00:00:00Z",
    "null",
    "yes",
    "true",
    "NaN",
    "Infinity",
    "__proto__: {a: 1}\n",
    "constructor",
    "toString: 1\n",
    "hasOwnProperty",
  ],
  ...[
    "\u202E",
    "\u200B",
    "\u{E0041}",
    "e\u0301",
    "\u{1F600}",
    '"\\uD800"',
    '"\\uDC00\\uD800"',
    "x".repeat(3000),
    " ".repeat(300),
    "\n".repeat(50),
  ],
];

export const kinds = ["bytes", "lines", "tokens", "types", "mixed"] as const;
export type Kind = (typeof kinds)[number];

export function inputOf(tape: Tape, kind: Kind, base: Base): Buffer {
  if (kind === "bytes") return flipped(tape, Buffer.from(base.text));
  if (kind === "lines") return Buffer.from(relined(tape, base.text));
  if (kind === "tokens") return Buffer.from(withTokens(tape, base.text));
  if (kind === "types") return Buffer.from(retyped(tape, base.text));
  return flipped(tape, Buffer.from(withTokens(tape, relined(tape, retyped(tape, base.text)))));
}

function flipped(tape: Tape, bytes: Buffer): Buffer {
  for (let left = tape.between(1, 3); left > 0 && bytes.length > 0; left--) {
    const at = tape.below(bytes.length);
    // Mostly to a character that a keyboard has, which gets further than a byte that is no text.
    bytes[at] = tape.chance(70) ? tape.between(32, 126) : tape.below(256);
  }
  return tape.chance(20) ? bytes.subarray(0, tape.below(bytes.length + 1)) : bytes;
}

function relined(tape: Tape, text: string): string {
  const lines = text.split("\n");
  for (let left = tape.between(1, 3); left > 0; left--) {
    const at = tape.below(lines.length);
    const line = lines[at] ?? "";
    const how = tape.below(5);
    if (how === 0) lines.splice(at, tape.between(1, 5));
    else if (how === 1) lines.splice(at, 0, ...lines.slice(at, at + tape.between(1, 20)));
    else if (how === 2) lines[at] = line.slice(0, tape.below(line.length + 1));
    else if (how === 3) lines[at] = " ".repeat(tape.between(1, 4)) + line;
    else lines[at] = line.replace(/^ {1,4}/, "") + (lines[tape.below(lines.length)] ?? "");
  }
  return lines.join(tape.chance(10) ? "\r\n" : "\n");
}

function withTokens(tape: Tape, text: string): string {
  let made = text;
  for (let left = tape.between(1, 2); left > 0; left--) {
    const places = [...made.matchAll(/[\n:,[{] ?/g)];
    const at = tape.chance(70) && places.length > 0 ? tape.pick(places) : null;
    const cut = at ? at.index + at[0].length : tape.below(made.length + 1);
    made = made.slice(0, cut) + tape.pick(tokens) + made.slice(cut + tape.below(3));
  }
  return made;
}

const parsed = new Map<string, unknown>();

function retyped(tape: Tape, text: string): string {
  const data = parsed.get(text) ?? parse(text);
  parsed.set(text, data);
  return JSON.stringify(changed(data, changesOf(data, tape, tape.between(1, 3))), null, tape.below(2));
}

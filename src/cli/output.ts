// Where a result goes: the standard output, or a file that nobody ever reads half of. Rule kept: no output destroys an input, nor
// anybody's answers.
import { existsSync, statSync, writeFileSync } from "node:fs";
import { parseDocument } from "../document.ts";
import { codeOf, readText, wasRead } from "../files.ts";
import { languages, usualLanguage } from "../locales/index.ts";
import type { Assessment } from "../model/assessment.ts";
import { problem, UserError } from "../problem.ts";
import { clean } from "../render/clean.ts";
import { type FileKind, kindOf } from "../validate.ts";
import { writeWhole } from "../whole.ts";
import { type Io, isAsked } from "./io.ts";
import type { OutputOptions } from "./output-options.ts";

export type Write = (text: string) => void;

/** The way out, once every input is read: refused before anything is worked out, not after. */
export async function openOutput(io: Io, { output: file, force }: OutputOptions): Promise<Write> {
  if (file === undefined || file === "-") return text => io.stdout.write(text);
  if (wasRead(file)) throw new UserError([problem("output-is-input", { file }, {})]);
  const kind = force ? null : kindIn(file);
  if (kind && !(await agreed(io, file, kind))) throw new UserError([problem("output-precious", { file }, { kind })]);
  return text => writeResult(file, text);
}

async function agreed(io: Io, file: string, kind: FileKind): Promise<boolean> {
  if (!isAsked(io)) return false;
  const { confirm } = await import("../terminal/ask.ts");
  const words = await languages[usualLanguage].words();
  return confirm(words.cli.overwrite(clean(file), kind));
}

/** What people wrote into a file that is there: answers, or a questionnaire; also where it has mistakes. */
function kindIn(file: string): FileKind | null {
  if (!existsSync(file) || !statSync(file).isFile()) return null;
  let text: string;
  try {
    text = readText(file);
  } catch {
    return null;
  }
  try {
    const { value } = parseDocument(text, file);
    const kind = kindOf(value);
    // An explanation describes the questionnaire that an assessment only names.
    return kind === "assessment" && typeof (value as Assessment).questionnaire !== "string" ? null : kind;
  } catch {
    return kindOfBroken(text);
  }
}

/** By its beginning and its telling key: a page that shows an example of one is no such file. */
function kindOfBroken(text: string): FileKind | null {
  const [start = ""] = /^(?!\s*(?:#|$)).*/m.exec(text) ?? [];
  if (!/^\s*(?:---|[{"']|[\w$-]+:)/.test(start)) return null;
  const [, key] = /(?:^|[{,])\s*["']?(questionnaire|dimensions)["']?\s*:/m.exec(text) ?? [];
  return key === undefined ? null : key === "dimensions" ? "questionnaire" : "assessment";
}

/** A device or a pipe takes the text as it is; a folder is refused by both ways of writing. */
function writeResult(file: string, text: string): void {
  try {
    if (existsSync(file) && !statSync(file).isFile()) writeFileSync(file, text);
    else writeWhole(file, text);
  } catch (error) {
    const reason = codeOf(error) ?? "";
    throw new UserError([problem("output-unwritable", { file }, { reason })]);
  }
}

// Everything that can be wrong with what a user hands us, as data: a code, where, and what the message needs. Words live in
// locales/<lang>/problems.ts, one entry a code; the compiler rejects a missing one.
import type { Site } from "./model/condition.ts";

import type { Conflict } from "./model/conflict.ts";

/** Where in a file: 1-based line and column. */
export interface Place {
  file: string;
  line?: number;
  col?: number;
}

export type SchemaType = "string" | "number" | "integer" | "boolean" | "array" | "object" | "null";

/** What a schema asks of a value beyond its type. */
export type Expectation =
  | { oneOf: string[] }
  | { min: number }
  | { max: number }
  | { fewest: number }
  | { most: number }
  | { longest: number }
  | { form: "id" | "questionnaire" | "text" | "date" | "version" | "answer" | "all" | "mark" | "other" };

/** Kinds of things that an id can name. `figure`: any fact, criterion, dimension, measure or capability. */
export type Kind =
  | ("figure" | "fact" | "criterion" | "dimension" | "measure" | "own measure" | "capability" | "cap")
  | ("gate" | "signal" | "condition" | "phase" | "step" | "group" | "note" | "recommendation" | "warning")
  | ("role" | "department" | "partner type" | "choice" | "option" | "scale" | "claim" | "term" | "question")
  | ("grid" | "row" | "column" | "section" | "mark" | "grid check" | "tally")
  | ("state" | "profile part" | "profile state");

interface Suggested {
  suggestion: string | null;
}

interface Detail {
  // reading a file
  "file-missing": object;
  "file-unnamed": object;
  "file-directory": object;
  "file-forbidden": object;
  "file-too-big": { bytes: number | null; limit: number };
  "file-unreadable": { reason: string };
  "file-encoding": { utf16: boolean };
  "file-empty": object;
  "yaml-syntax": { rule: string; reason: string };
  "yaml-tag": { tag: string };
  "yaml-key": object;
  "yaml-merge": object;
  "yaml-number": { found: string };
  "yaml-comma": { written: string; readings: number[] };
  "number-octal": { written: string; value: number; octal: number | null };
  "yaml-duplicate-key": { key: string };
  "yaml-alias-unknown": { name: string };
  "yaml-aliases": { limit: number };
  "yaml-too-deep": { limit: number };
  "yaml-several-documents": object;
  "file-too-many-parts": { limit: number };
  // against a schema
  "wrong-kind": { found: "questionnaire" | "assessment" };
  "schema-unknown-key": { key: string } & Suggested;
  "schema-missing-key": { key: string };
  "schema-type": { key: string; expected: SchemaType[]; found: SchemaType; written: string | null };
  "schema-value": { key: string; expected: Expectation };
  "schema-unquoted": { key: string; found: string };
  // the shape of one item, where keys depend on each other
  "keys-needed": { keys: string[] };
  "keys-exclusive": { keys: string[] };
  "key-out-of-place": { key: string; beside: string };
  // a questionnaire on its own
  "unknown-id": { kind: Kind; id: string } & Suggested;
  "duplicate-id": { kind: Kind; id: string };
  "reference-cycle": { path: string[] };
  "prerequisite-cycle": { path: string[] };
  "level-out-of-range": { criterion: string; level: number; highest: number };
  "figure-out-of-range": { figure: string; value: number; highest: number };
  "target-out-of-range": { target: number; highest: number };
  "bounds-reversed": { low: number; high: number };
  "not-over-gate": { phase: string; ref: string };
  "leaf-out-of-place": { leaf: string; site: Site };
  "phase-not-earlier": { phase: string; reached: string };
  "missing-default-step": { step: string };
  "step-after-default": { step: string; default: string };
  "condition-not-compared": { kind: Kind; id: string };
  "comparison-type": { kind: Kind; id: string; expected: "number" | "choice" | "known" };
  "count-impossible": { atLeast: number | string; of: number };
  "lowest-without-itself": { kind: Kind; id: string };
  "listed-twice": { kind: Kind; id: string };
  "profile-state-missing": { part: string; state: string };
  "profile-state-remains": { state: string };
  "na-forbidden": { criterion: string };
  "na-without-case": { criterion: string };
  "record-figure-decides": { measure: string; site: Site | "weight" };
  "weights-mismatch": { weights: number; members: number };
  "not-a-number": { id: string };
  "not-a-choice": { id: string };
  "inside-outside-roles": { criterion: string };
  "mark-clash": { mark: string; other: string };
  "mark-reserved": { mark: string };
  "check-settled": { check: string; holds: boolean; most: number };
  "check-without-rows": { check: string };
  "unused-signal": { signal: string };
  "unused-condition": { condition: string };
  "unused-claim": { claim: string };
  "weight-without-effect": { id: string };
  "phase-always-reached": { phase: string };
  "rule-dead": { rule: string; because: "intervals" | "every-answer-tried"; conflict: Conflict | null };
  "rule-without-witness": { rule: string; tried: number };
  "rule-not-searched": { rule: string; tried: number };
  // an assessment against its questionnaire
  "questionnaire-unknown": { id: string; known: string[]; misfits?: string[] } & Suggested;
  "questionnaire-missing": { path: string };
  "questionnaire-mismatch": { wanted: string; found: string };
  "version-mismatch": { wanted: string; found: string };
  "version-newer": { wanted: string; found: string };
  "level-not-whole": { criterion: string; level: number; highest: number };
  "level-not-in-criterion": { criterion: string; level: number; highest: number };
  "na-not-allowed": { criterion: string };
  "options-expected": { criterion: string; options: string[] };
  "level-expected": { criterion: string; highest: number };
  "option-twice": { criterion: string; option: string };
  "mark-unknown": { grid: string; mark: string; marks: string[] } & Suggested;
  "choice-unknown": { fact: string; choice: string; choices: string[] } & Suggested;
  "fact-out-of-bounds": { fact: string; value: number; bounds: Bounds };
  "fact-type": { fact: string; expected: "number" | "text" };
  "respondent-twice": { respondent: string; role: string | null; first: Place };
  "date-unlikely": { date: string };
  "date-later": { date: string; end: string };
  "date-to-come": { date: string };
  "fact-either": { fact: string; written: string; other: number };
  "date-impossible": { date: string };
  // usage
  "option-value": { option: string; value: string; known: string[] } & Suggested;
  "subject-unknown": { id: string; kinds: string[] } & Suggested;
  "subject-ambiguous": { id: string; known: string[] };
  "output-unwritable": { reason: string };
  "link-dangling": object;
  "file-read-only": object;
  "file-linked": object;
  "file-owner": object;
  "output-is-input": object;
  "output-precious": { kind: "questionnaire" | "assessment" };
  "exists-already": object;
  // an interview
  "not-a-terminal": object;
  "changed-meanwhile": { copy: string };
  "not-saved": { copy: string; reason: string };
  usage: { message: string };
}

/** `above` is an exclusive lower bound. */
export interface Bounds {
  min?: number;
  max?: number;
  above?: number;
  whole?: boolean;
}

export type ProblemCode = keyof Detail;
export type DetailOf<Code extends ProblemCode> = Detail[Code];

/** Errors stop the work (exit 2); warnings are printed by `check` only. */
export type Severity = "error" | "warning";

export type ProblemOf<Code extends ProblemCode> = {
  code: Code;
  severity: Severity;
  place: Place | null;
} & Detail[Code];
export type Problem = { [Code in ProblemCode]: ProblemOf<Code> }[ProblemCode];

/** What the user can mend: one or more problems, found together, thrown once. */
export class UserError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(problem => problem.code).join(", "));
    this.name = "UserError";
    this.problems = problems;
  }
}

export function problem<Code extends ProblemCode>(code: Code, place: Place | null, detail: Detail[Code]): Problem {
  return { code, severity: "error", place, ...detail } as unknown as Problem;
}

export function warning<Code extends ProblemCode>(code: Code, place: Place | null, detail: Detail[Code]): Problem {
  return { code, severity: "warning", place, ...detail } as unknown as Problem;
}

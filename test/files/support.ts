// Bad files, made from good ones. A mark (¦) in a text says where the problem must be reported; it is taken out before reading.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect } from "vitest";
import { draftAssessment } from "../../src/assessment/accept.ts";
import { checkAssessment } from "../../src/assessment/check.ts";
import { linear } from "../../src/build/validators.ts";

import { parseDocument } from "../../src/document.ts";
import { problems as texts } from "../../src/locales/en/problems.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { type Problem, type ProblemOf, UserError } from "../../src/problem.ts";
import { acceptQuestionnaire } from "../../src/questionnaire/accept.ts";

const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true, code: { process: linear } });

function compile(path: string) {
  return ajv.compile(JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")));
}

export const validators = {
  questionnaire: compile("../../src/questionnaire/questionnaire.schema.json"),
  assessment: compile("../../src/assessment/assessment.schema.json"),
};

/** What the work throws at the user; nothing when it goes well, and any other error is one of ours. */
export function problemsOf(work: () => Problem[] | undefined): readonly Problem[] {
  try {
    return work() ?? [];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

export function parseProblems(text: string): readonly Problem[] {
  return problemsOf(() => void parseDocument(text, "bad.yaml"));
}

export function questionnaireProblems(text: string): readonly Problem[] {
  return problemsOf(() => acceptQuestionnaire(parseDocument(text, "bad.yaml"), validators.questionnaire).warnings);
}

export function assessmentProblems(text: string, questionnaire: Questionnaire, today?: string): readonly Problem[] {
  return problemsOf(() => {
    const { read, problems } = draftAssessment(parseDocument(text, "bad.yaml"), validators.assessment);
    return read ? [...problems, ...checkAssessment(read.assessment, read.document, questionnaire, today)] : problems;
  });
}

export function wordsOf(problem: Problem): string {
  const text = texts[problem.code] as (problem: ProblemOf<Problem["code"]>) => { what: string; advice: string };
  const { what, advice } = text(problem as never);
  return `${what} ${advice}`;
}

/** Exactly one problem, with this code, at the mark, in words that hold this. */
export function expectOne(problems: readonly Problem[], code: string, marked: string, words: string): void {
  expect(problems.map(found => `${found.code}: ${wordsOf(found)}`)).toEqual([expect.stringContaining(`${code}: `)]);
  const [problem] = problems;
  expect(wordsOf(problem!)).toContain(words);
  const before = marked.split("¦");
  if (before.length < 2) return;
  const lines = before[0]!.split("\n");
  const { line, col } = problem!.place!;
  expect(`${line}:${col}`).toBe(`${lines.length}:${lines.at(-1)!.length + 1}`);
}

export const unmarked = (text: string): string => text.replace("¦", "");

// One round tells all problems of a file, of its schema and of its meaning, and no false one: what it says about the meaning of a file is
// also found in the file with its schema problems mended.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect } from "vitest";
import { draftAssessment } from "../../src/assessment/accept.ts";
import { checkAssessment } from "../../src/assessment/check.ts";
import { type Document, parseDocument } from "../../src/document.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import type { Problem } from "../../src/problem.ts";
import { acceptQuestionnaire } from "../../src/questionnaire/accept.ts";
import { schemaProblems } from "../../src/validate.ts";
import { assessmentText, questionnaireText } from "../files/base.ts";
import { problemsOf, validators } from "../files/support.ts";
import { gridText } from "../interview/grid-base.ts";
import { root } from "../support/cli.ts";
import { changed, changesOf } from "../support/garbled.ts";
import { tapes } from "../support/random.ts";
import { property } from "./property.ts";
import { createTape } from "./random/tape.ts";

type Kind = "questionnaire" | "assessment";

interface Source {
  name: string;
  kind: Kind;
  data: unknown;
  /** Of an assessment. */
  questionnaire: Questionnaire;
}

const dataOf = (text: string): unknown => parseDocument(text, "x").value;
const shipped = `${root}questionnaires/`;
const read = (path: string) => dataOf(readFileSync(shipped + path, "utf8"));

function pair(name: string, own: unknown, answers: unknown[]): Source[] {
  const questionnaire = own as Questionnaire;
  return [
    { name, kind: "questionnaire", data: own, questionnaire },
    ...answers.map(data => ({ name: `of ${name}`, kind: "assessment" as const, data, questionnaire })),
  ];
}

const short = {
  questionnaire: "base",
  version: "1.0.0",
  respondent: "Ann",
  role: "sales",
  answers: { speed: 1, care: 0 },
};
const made = [
  ...pair("base", dataOf(questionnaireText), [dataOf(assessmentText), short]),
  ...pair("grid", dataOf(gridText), []),
];
const folders = readdirSync(shipped, { withFileTypes: true }).filter(one => one.isDirectory());
const bundled = folders.flatMap(({ name }) => {
  const examples = readdirSync(`${shipped}${name}/examples`).map(file => read(`${name}/examples/${file}`));
  return pair(name, read(`${name}/questionnaire.yaml`), examples);
});

/** Data as a document whose places are paths. */
function documentOf(value: unknown): Document {
  const place = (path: readonly unknown[]) => ({ file: JSON.stringify(path.map(String)), line: 1, col: 1 });
  return { file: "x", text: "", value, place, written: () => null };
}

const misshapen = ({ kind }: Source, data: unknown): Problem[] =>
  schemaProblems(validators[kind], documentOf(data), kind);

function problemsIn({ kind, questionnaire }: Source, data: unknown): readonly Problem[] {
  const document = documentOf(data);
  if (kind === "questionnaire")
    return problemsOf(() => acceptQuestionnaire(document, validators.questionnaire).warnings);
  const { read, problems } = draftAssessment(document, validators.assessment);
  return read ? [...problems, ...checkAssessment(read.assessment, read.document, questionnaire)] : problems;
}

/** What makes two problems the same; of circles, which of them is told where goes by what else there is. */
function sameAs(problem: Problem): string {
  if (/cycle/.test(problem.code)) return problem.code;
  const { suggestion: _, first: __, ...rest } = problem as Problem & { suggestion?: unknown; first?: unknown };
  return JSON.stringify(rest);
}

function holds(source: Source, numbers: number[]): void {
  const tape = createTape(numbers);
  const changes = changesOf(source.data, tape, tape.between(1, 2));
  const bad = changed(source.data, changes);
  const shape = misshapen(source, bad).map(sameAs);
  const told = problemsIn(source, bad).map(sameAs);
  expect(told.filter(one => shape.includes(one)).length).toBe(shape.length);
  if (shape.length === 0) return;
  const harmless = changes.filter(change => misshapen(source, changed(source.data, [change])).length === 0);
  const alone = changed(source.data, harmless);
  const mended = misshapen(source, alone).length > 0 ? source.data : alone;
  const real = problemsIn(source, mended).map(sameAs);
  const what = `${source.name}: ${JSON.stringify(changes)}`;
  expect(
    told.filter(one => !shape.includes(one) && !real.includes(one)),
    what,
  ).toEqual([]);
}

/** A source by its number: a failure prints what it found. */
const over = (sources: Source[]) => fc.tuple(fc.nat({ max: sources.length - 1 }), tapes(14));

export const oneRound = [
  property("one of everything, garbled, has no false problem", 800, over(made), ([at, tape]) => holds(made[at]!, tape)),
  property("shipped files, garbled, have no false problem", 200, over(bundled), ([at, tape]) =>
    holds(bundled[at]!, tape),
  ),
];

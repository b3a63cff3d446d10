// Big and tangled files that are plain YAML: whatever is wrong with them is told in seconds.
import { expect, it } from "vitest";
import { parseDocument } from "../../src/document.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { assessmentText, questionnaireText } from "./base.ts";
import { assessmentProblems, questionnaireProblems } from "./support.ts";

const questionnaire = parseDocument(questionnaireText, "base.yaml").value as Questionnaire;
const answers = (lines: string[]) => assessmentText.replace("care: unknown", lines.join("\n      "));
const lines = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i));
const conditions = (count: number, when: (i: number) => string) =>
  questionnaireText
    .replace("entered: {gate: quick}", "entered: {not: {condition: c0}}")
    .replace(
      "conditions:\n",
      `conditions:\n${lines(count, i => `  - {id: c${i}, title: T, when: ${when(i)}}\n`).join("")}`,
    );
const next = (i: number, count: number) => (i < count - 1 ? `{condition: c${i + 1}}` : "{condition: web-shop}");
const list = `{any: &list [${"{gate: quick}, ".repeat(20_000)}]}`;

const cases: [string, () => number, number][] = [
  ["unknown criteria", () => assessmentProblems(answers(lines(20_000, i => `c${i}: 1`)), questionnaire).length, 20_000],
  ["wrong types", () => assessmentProblems(answers(lines(20_000, i => `c${i}: true`)), questionnaire).length, 20_000],
  [
    "a long list, used often by an alias",
    () =>
      questionnaireProblems(
        questionnaireText.replace(
          "{all: [{criterion: speed",
          `{all: [${list}, ${"{any: *list}, ".repeat(900)}{criterion: speed`,
        ),
      ).length,
    1,
  ],
  ["a chain of conditions", () => questionnaireProblems(conditions(400, i => next(i, 400))).length, 0],
  ["a chain too long to follow", () => questionnaireProblems(conditions(600, i => next(i, 600))).length, 1],
  [
    "diamonds of conditions",
    () => questionnaireProblems(conditions(30, i => `{all: [${next(i, 30)}, ${next(i, 30)}]}`)).length,
    0,
  ],
];

it.each(cases)("%s", (_, count, expected) => {
  const before = performance.now();
  expect(count()).toBe(expected);
  expect(performance.now() - before).toBeLessThan(10_000);
});

// The rule cases of the bundled questionnaires (test/expected/<questionnaire>.yaml), argued by hand from the sources. The flagship,
// which comes first, has its own files and tests. The notation:
//
// source    where a case comes from; without it, it is our own. `name` and `why` are for the reader.
// all       the level that every inside role listed for a criterion answers, for every criterion; without it, nobody answers
// levels    by criterion, instead of `all`: a level, `unknown`, `{na: reason}`, or null for unanswered
// roles     by role, then criterion: what this role answers instead. A list is one answer each of several respondents of this role.
//           A role from outside answers only what stands here.
// facts     facts of the assessment; one that is absent is unanswered
// fillings  how respondents without a role fill the grids, one entry for each: grid, row, column, mark
// variants  the same case with other facts, and what then is to be expected
// expect    asserted fields only, but each of them whole (keys: cases/asserted.ts). By id, and then only the ids named: profile (null =
//           not decided), counted (levels that count), means (of dimensions, in levels), measures, uncapped (a figure is a number,
//           [low, high] while open, or null), caps (what each lowers), gates, about (subjects of an advice, all of them, in order).
//           Lists are complete and in order: possible (phases), notes, recommendations, warnings, groups (of the work), grid (findings
//           and hints; `columns` only where named), disputed (rows), tallies (rows in which it holds, from certain to possible).
//           Also lists: findings by kind (disagreements, straddles, capped, stale) and quickWins. Of the recommendations also: first,
//           includes, excludes; of the work also its beginning (firstWork).
// examples  by example: what the comment at the head of its file argues
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadAssessment } from "../../src/assessment/load.ts";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { compile } from "../../src/evaluate/program.ts";
import type { Assessment } from "../../src/model/assessment.ts";
import { bundled, catalog, examplePath } from "../../src/questionnaire/catalog.ts";
import { ensureBuilt } from "../support/cli.ts";
import { asserted } from "./cases/asserted.ts";
import { assessmentOf, type Case, type Expectation } from "./cases/case.ts";

ensureBuilt();
const [, ...others] = catalog();

interface Cases {
  questionnaire: string;
  cases: Case[];
  examples: Record<string, Expectation>;
}

const casesOf = (id: string): Cases => parse(readFileSync(new URL(`../expected/${id}.yaml`, import.meta.url), "utf8"));

describe.each(others)("$id", ({ id, examples }) => {
  const questionnaire = bundled(id)!;
  const evaluator = compile(questionnaire);
  const file = casesOf(id);

  const compare = (assessment: Assessment, expectation: Expectation) => {
    const { found, due } = asserted(evaluate(evaluator, assessment), expectation);
    expect(found).toEqual(due);
  };
  const check = (one: Case) => compare(assessmentOf(questionnaire, one), one.expect);

  test("has cases of its own, no two by one name", () => {
    const names = file.cases.map(one => one.id);
    expect(file.questionnaire).toBe(id);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(10);
    expect(Object.keys(file.examples).sort(), "each example is argued").toEqual([...examples].sort());
  });

  for (const { variants = [], ...one } of file.cases) {
    test(one.id, () => check(one));
    test.each(variants)(`${one.id}, with $facts`, variant => check({ ...one, ...variant }));
  }

  test.each(Object.entries(file.examples))("example %s", (name, expectation) => {
    compare(loadAssessment(examplePath(id, name)).assessment, expectation);
  });
});

test("an expectation that no test knows, and a case about what the questionnaire does not have, are errors", () => {
  const questionnaire = bundled(others[0]!.id)!;
  const one: Case = { id: "strange", why: "", all: 1, expect: { phases: "broad" } };
  const evaluation = evaluate(compile(questionnaire), assessmentOf(questionnaire, one));
  expect(() => asserted(evaluation, one.expect)).toThrow("no test knows: phases");
  expect(() => assessmentOf(questionnaire, { ...one, levels: { nothing: 1 } })).toThrow("no such criterion: nothing");
  expect(() => assessmentOf(questionnaire, { ...one, level: {} } as Case)).toThrow("no such key: level");
});

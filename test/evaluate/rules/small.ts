// Questionnaires and assessments of a few lines, for tests that show one rule each. Everything a rule does not need has a default:
// a criterion has the levels 0 to 3 and is asked of IT; an answer comes from IT.
import { expect } from "vitest";
import { evaluate } from "../../../src/evaluate/evaluate.ts";
import { compile } from "../../../src/evaluate/program.ts";
import type { Answer, Assessment, Response } from "../../../src/model/assessment.ts";
import type { Condition, Expression } from "../../../src/model/condition.ts";
import type { CriterionView, Evaluation } from "../../../src/model/evaluation.ts";
import type { Criterion, Dimension, Measure, Questionnaire, Rule } from "../../../src/model/questionnaire.ts";
import { checkQuestionnaire } from "../../../src/questionnaire/check.ts";

/** A questionnaire without what every one has; its `criteria`, if given instead of dimensions, form one dimension `all`. */
export type Parts = Partial<Questionnaire> & { criteria?: Criterion[] };

/** Levels 0 to 3, asked of IT, unless said otherwise. */
export function criterion(id: string, more: Partial<Criterion> = {}): Criterion {
  const asked = { id, title: id, question: `${id}?`, roles: ["it"], ...more };
  return more.options || more.scale ? asked : { levels: ["none", "some", "most", "all"], ...asked };
}

export const dimension = (id: string, criteria: Criterion[], more: Partial<Dimension> = {}): Dimension => ({
  id,
  title: id,
  criteria,
  ...more,
});

export const rule = (id: string, when: Condition): Rule => ({ id, title: id, when });
export const measure = (id: string, expression: Expression): Measure => ({ id, title: id, ...expression });

/** Steps in order; the last, "wait", is the default. */
export const stepsOf = (conditions: Record<string, Condition>): Required<Pick<Questionnaire, "steps">> => ({
  steps: [
    ...Object.entries(conditions).map(([id, when]) => ({ id, title: id, text: id, when })),
    { id: "wait", title: "wait", text: "wait" },
  ],
});

export function questionnaire({ criteria, ...parts }: Parts): Questionnaire {
  const made: Questionnaire = {
    id: "small",
    version: "1.0.0",
    title: "Small",
    summary: "A questionnaire for one rule.",
    roles: [
      { id: "it", title: "IT" },
      { id: "sales", title: "Sales" },
      { id: "service", title: "Service" },
      { id: "panel", title: "Customers", outside: true },
    ],
    dimensions: criteria ? [dimension("all", criteria)] : [],
    ...parts,
  };
  const errors = checkQuestionnaire(made).filter(({ problem }) => problem.severity === "error");
  expect(errors, "the questionnaire of the test is one that `cxm check` accepts").toEqual([]);
  return made;
}

export type Answers = Record<string, Answer>;

/** One response; the respondent is named after the role unless named. */
export const says = (role: string, answers: Answers, respondent = role): Response => ({ respondent, role, answers });

/** What IT answers, or what several respondents do. */
export function assessment(answers: Answers | Response[], more: Partial<Assessment> = {}): Assessment {
  const responses = Array.isArray(answers) ? answers : [says("it", answers)];
  return { questionnaire: "small", version: "1.0.0", organization: "A company", responses, ...more };
}

export function run(parts: Parts, answers: Answers | Response[] = {}, more: Partial<Assessment> = {}): Evaluation {
  return evaluate(compile(questionnaire(parts)), assessment(answers, more));
}

/** The item of a list of the evaluation that has this id. */
export function named<Item extends { id: string }>(items: Item[], id: string): Item {
  return items.find(item => item.id === id)!;
}

export const viewOf = (evaluation: Evaluation, id = "a"): CriterionView => named(evaluation.criteria, id);

export const ids = (items: { id: string }[]): string[] => items.map(({ id }) => id);

/** How a condition stands, as the state of a gate. */
export function stateOf(
  when: Condition,
  parts: Parts,
  answers: Answers | Response[] = {},
  more: Partial<Assessment> = {},
) {
  const criteria = parts.dimensions ? {} : { criteria: [criterion("a")] };
  return run({ ...criteria, ...parts, gates: [...(parts.gates ?? []), rule("tested", when)] }, answers, more).gates.at(
    -1,
  )!.state;
}

/** A measure as [value, low, high]. */
export function figureOf(expression: Expression, parts: Parts, answers: Answers = {}, more: Partial<Assessment> = {}) {
  const { value, low, high } = run({ ...parts, measures: [measure("m", expression)] }, answers, more).measures[0]!;
  return [value, low, high];
}

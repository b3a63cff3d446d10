// What is definite about a partial assessment holds however it is completed.
import { expect } from "vitest";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { compile } from "../../src/evaluate/program.ts";
import type { Assessment } from "../../src/model/assessment.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { cases } from "../support/random.ts";
import { contradictions, openIn } from "./contradictions.ts";
import { property } from "./property.ts";
import { completionFrom } from "./random/completion.ts";
import { createTape } from "./random/tape.ts";

export const evaluatorOf = (questionnaire: Questionnaire) => {
  const evaluator = compile(questionnaire);
  return (assessment: Assessment): Evaluation => evaluate(evaluator, assessment, { runnerUp: false });
};

/** The random questionnaires call measures of the record so. */
const recordsOf = ({ measures = [] }: Questionnaire) =>
  new Set(measures.flatMap(({ id }) => (id.startsWith("record-") ? [id] : [])));

export const soundness = [
  // 4.2, 4.4: states, figures, `provisional: false` and `possible` hold for every completion.
  property(
    "whatever is definite holds for every completion",
    600,
    cases(),
    ({ questionnaire, assessment, completions }) => {
      const run = evaluatorOf(questionnaire);
      const before = run(assessment);
      const records = recordsOf(questionnaire);
      for (const completion of completions) expect(contradictions(before, run(completion), records)).toEqual([]);
    },
  ),

  // 4.2: completing step by step contradicts itself nowhere: what is half answered lies between.
  property(
    "whatever is definite holds while one answers on",
    300,
    cases(),
    ({ questionnaire, assessment, completions }) => {
      const run = evaluatorOf(questionnaire);
      const before = run(assessment);
      for (const completion of completions) {
        const ids = Object.keys({ ...completion.agreed, ...completion.facts });
        const half = new Set(ids.filter((_, index) => index % 2 === 0));
        const partly = partOf(assessment, completion, half);
        const between = run(partly);
        const records = recordsOf(questionnaire);
        expect(contradictions(before, between, records)).toEqual([]);
        expect(contradictions(between, run(completion), records)).toEqual([]);
      }
    },
  ),

  // 4.2: nothing is open where nothing is left to answer.
  property("a complete assessment leaves nothing open", 400, cases(), ({ questionnaire, completions }) => {
    const run = evaluatorOf(questionnaire);
    for (const completion of completions) expect(openIn(run(completion))).toEqual([]);
  }),

  // 4.4: `decidedBy` names what settles the verdict: never nothing, and never too little.
  property("answering what decides settles the verdict", 600, cases(), ({ questionnaire, assessment }) => {
    const run = evaluatorOf(questionnaire);
    const { provisional, decidedBy } = run(assessment).verdict;
    expect(decidedBy.length > 0).toBe(provisional);
    if (!provisional) return;
    const named = new Set(decidedBy.map(({ criterion, fact, grid }) => criterion ?? fact ?? grid));
    const answered = completionFrom(createTape([]), questionnaire, assessment, id => named.has(id));
    expect(run(answered).verdict.provisional).toBe(false);
  }),
];

/** An assessment with some of what its completion adds to it. */
function partOf(assessment: Assessment, completion: Assessment, ids: Set<string>): Assessment {
  const added = <Value>(before: Record<string, Value> = {}, after: Record<string, Value> = {}) =>
    Object.fromEntries(Object.entries(after).filter(([id]) => id in before || ids.has(id)));
  return {
    ...completion,
    facts: added(assessment.facts, completion.facts),
    agreed: added(assessment.agreed, completion.agreed),
    responses: assessment.responses ?? [],
  };
}

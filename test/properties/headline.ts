// The headline is conservative, order changes nothing , and no state of an answer acts as a 0 (section 2, 4.6).
import fc from "fast-check";
import { expect } from "vitest";
import type { Assessment } from "../../src/model/assessment.ts";
import type { Weight } from "../../src/model/condition.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { Criterion, Questionnaire } from "../../src/model/questionnaire.ts";
import { criteriaOf, scoresOf } from "../../src/questionnaire/outline.ts";
import { cases, choices } from "../support/random.ts";
import { consensusOf } from "./naive.ts";
import { property } from "./property.ts";
import { topsOf } from "./random/questionnaire.ts";
import type { Tape } from "./random/tape.ts";
import { choiceFacts, prefixed } from "./rename.ts";
import { evaluatorOf } from "./soundness.ts";

/** How far: the place of the phase in its list, a little more when it is established. */
export function reachOf({ phases }: Questionnaire, { verdict: { phase, status } }: Evaluation): number {
  return (phases ?? []).findIndex(({ id }) => id === phase) + (status === "established" ? 0.5 : 0);
}

/** The same assessment, one criterion agreed upon one level higher; null where it is at its top or has no level. */
export function raised(questionnaire: Questionnaire, assessment: Assessment, id: string): Assessment | null {
  const level = consensusOf(questionnaire, assessment).get(id)!.level;
  if (level === null || level >= topsOf(questionnaire).get(id)!) return null;
  const criterion = criteriaOf(questionnaire).find(one => one.id === id)!;
  const because = "It got better.";
  const more = criterion.options
    ? { options: criterion.options.slice(0, level + 1).map(option => option.id), because }
    : { level: level + 1, because };
  return { ...assessment, agreed: { ...assessment.agreed, [id]: more } };
}

export const headline = [
  // 4.3: nothing was granted out of ignorance, so nothing is taken back.
  property("answering more never lowers the phase", 300, cases(), ({ questionnaire, assessment, completions }) => {
    const run = evaluatorOf(questionnaire);
    const before = reachOf(questionnaire, run(assessment));
    for (const completion of completions)
      expect(reachOf(questionnaire, run(completion))).toBeGreaterThanOrEqual(before);
  }),

  // 4.3: where phases ask for nothing but "at least", getting better is never punished.
  property("raising a level never lowers a monotone phase", 300, cases({ monotone: true }), value => {
    const { questionnaire, assessment, completions } = value;
    const run = evaluatorOf(questionnaire);
    for (const one of [assessment, ...completions]) {
      const before = reachOf(questionnaire, run(one));
      for (const { id } of criteriaOf(questionnaire)) {
        const better = raised(questionnaire, one, id);
        if (better) expect(reachOf(questionnaire, run(better)), id).toBeGreaterThanOrEqual(before);
      }
    }
  }),

  // 4.11: the same input gives the same bytes, whatever the order in which files and people come.
  property("order changes no byte", 200, fc.tuple(cases({ completions: 1 }), choices(60)), ([value, tape]) => {
    const run = evaluatorOf(value.questionnaire);
    for (const one of [value.assessment, ...value.completions])
      expect(JSON.stringify(run(reordered(one, tape())))).toBe(JSON.stringify(run(one)));
  }),

  // 7, 8: the engine knows no id, whatever a questionnaire makes use of.
  property(
    "other ids give the same result",
    200,
    cases({ completions: 1 }),
    ({ questionnaire, assessment, completions }) => {
      const renamed = prefixed("zz-");
      const other = renamed.questionnaire(questionnaire);
      const [run, runOther] = [questionnaire, other].map(evaluatorOf);
      const choices = choiceFacts(other);
      for (const one of [assessment, ...completions]) {
        const expected = renamed.evaluation(run!(one), choices);
        expect(runOther!(renamed.assessment(one, choices))).toEqual(expected);
      }
    },
  ),

  // section 2: asked and not known is as open as not asked.
  property("an unknown changes no figure", 300, cases({ completions: 0 }), ({ questionnaire, assessment }) => {
    const run = evaluatorOf(questionnaire);
    const consensus = consensusOf(questionnaire, assessment);
    const silent = criteriaOf(questionnaire).filter(({ id }) => consensus.get(id)!.state === "unanswered");
    const answers = Object.fromEntries(silent.map(({ id }) => [id, "unknown" as const]));
    const asked = { respondent: "Nobody", role: questionnaire.roles[0]!.id, answers };
    const said = run({ ...assessment, responses: [...(assessment.responses ?? []), asked] });
    expect(figuresOf(said)).toEqual(figuresOf(run(assessment)));
  }),

  // 4.6: N/A and hidden leave the means, done again by hand; a dimension with nothing to score is null.
  property("means are those of what counts", 300, cases(), ({ questionnaire, completions }) => {
    const run = evaluatorOf(questionnaire);
    for (const completion of completions) {
      const evaluation = run(completion);
      const means = questionnaire.dimensions.map(({ criteria }) => meansByHand(questionnaire, criteria, evaluation));
      expect(rounded(evaluation.dimensions.map(({ mean }) => mean))).toEqual(rounded(means.map(({ mean }) => mean)));
      expect(rounded(evaluation.dimensions.map(({ value }) => value))).toEqual(
        rounded(means.map(({ percent }) => percent)),
      );
      const weights = questionnaire.dimensions.map(({ weight = 1 }) => weightIn(evaluation, weight));
      const index = weightedMean(
        means.map(({ percent }) => percent),
        weights,
      );
      expect(rounded([evaluation.index.value])).toEqual(rounded([index]));
    }
  }),
];

function reordered(assessment: Assessment, tape: Tape): Assessment {
  const keys = <Value>(record: Record<string, Value> = {}) => Object.fromEntries(tape.shuffled(Object.entries(record)));
  const responses = (assessment.responses ?? []).map(one => ({ ...one, answers: keys(one.answers) }));
  return {
    ...assessment,
    facts: keys(assessment.facts),
    responses: tape.shuffled(responses),
    agreed: keys(assessment.agreed),
  };
}

function figuresOf({ measures, capabilities, dimensions, index, gates, signals, phases }: Evaluation) {
  const reached = phases.map(({ id, entered, established }) => ({ id, entered, established }));
  return { measures, capabilities, dimensions, index, gates, signals, reached };
}

function meansByHand(questionnaire: Questionnaire, criteria: Criterion[], evaluation: Evaluation) {
  const counted = criteria.map(criterion => {
    const { level } = evaluation.criteria.find(({ id }) => id === criterion.id)!;
    const scores = scoresOf(questionnaire, criterion);
    const best = Math.max(...scores);
    const score = level === null ? null : scores[level]!;
    return { score, percent: score === null ? null : best <= 0 ? 0 : (score / best) * 100 };
  });
  const weights = criteria.map(({ weight = 1 }) => weight);
  return {
    mean: weightedMean(
      counted.map(({ score }) => score),
      weights,
    ),
    percent: weightedMean(
      counted.map(({ percent }) => percent),
      weights,
    ),
  };
}

/** A weight that a measure gives: its figure, nothing without one or below 0. */
function weightIn({ measures }: Evaluation, weight: Weight): number {
  if (typeof weight === "number") return weight;
  return Math.max(0, measures.find(({ id }) => id === weight.measure)!.value ?? 0);
}

function weightedMean(figures: (number | null)[], weights: number[]): number | null {
  const there = figures
    .map((figure, index) => ({ figure, weight: weights[index]! }))
    .filter(one => one.figure !== null);
  const weight = there.reduce((sum, one) => sum + one.weight, 0);
  return weight === 0 ? null : there.reduce((sum, one) => sum + one.figure! * one.weight, 0) / weight;
}

/** Free of what the order of additions leaves behind; a minus before a zero is nothing. */
const rounded = (figures: (number | null)[]) =>
  figures.map(figure => (figure === null ? null : Math.round(figure * 1e9) / 1e9 + 0));

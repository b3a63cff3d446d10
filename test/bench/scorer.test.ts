// The hand-written scorer says what the engine says: on the examples, and on whatever people answer.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer, Assessment } from "../../src/model/assessment.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import { example, flagship, run } from "../support/flagship.ts";
import { assessmentsOf } from "../support/random.ts";
import { createScorer } from "./scorer.ts";

const score = createScorer(flagship);

/** The same parts of an evaluation, in the same form. */
function answerOf({ verdict, nextStep, partner, ...rest }: Evaluation) {
  const { withEvidence: _, hidden: __, ...coverage } = rest.coverage;
  return {
    phase: verdict.phase,
    status: verdict.status,
    step: nextStep!.id,
    partner: { id: partner!.id, action: partner!.action, current: partner!.current },
    warnings: rest.warnings.map(({ id }) => id),
    signals: rest.signals.map(({ id, state }) => ({ id, state })),
    gates: rest.gates.map(({ id, state }) => ({ id, state })),
    phases: rest.phases.map(({ entered, established }) => ({ entered, established })),
    capabilities: rest.capabilities.map(({ id, low, high }) => ({ id, low, high })),
    criteria: rest.criteria.map(({ id, state, answeredLevel, spread }) => ({ id, state, answeredLevel, spread })),
    index: rest.index.value === null ? null : expect.closeTo(rest.index.value, 9),
    stakeholders: rest.stakeholders,
    coverage,
  };
}

function agree(assessment: Assessment): void {
  expect(score(assessment)).toEqual(answerOf(run(assessment)));
}

test.each(["valbruna-pumps", "nordlicht-fasteners", "kurogane-bearings"])("%s", id => agree(example(id)));

const choices = (id: string): string[] => {
  const fact = flagship.facts!.find(one => one.id === id)!;
  return fact.type === "choice" ? fact.choices.map(choice => choice.id) : [];
};

const complaints = ["sw-rekey", "of-errors", "of-callbacks", "sw-cost-per-order", "sw-satisfaction", "mg-traffic"];

/** One person who answers everything, mostly alike: where gates and thresholds are near. */
const nearby = fc.record({
  base: fc.constantFrom(2, 2, 3, 3, 4, 1, 0),
  low: fc.subarray(complaints),
  others: fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 1, 2, 3, 4, "na" as const, "unknown" as const)), {
    maxLength: 9,
  }),
  ordering: fc.constantFrom("live", "live", "live", ...choices("online-ordering")),
  revenue: fc.constantFrom(undefined, 5e5, 1e6, 2e6, 3e6, 4e6),
  value: fc.constantFrom(undefined, 100, 1000, 5000),
  lines: fc.constantFrom(undefined, 1, 2),
  partner: fc.constantFrom(undefined, ...choices("current-partner")),
  target: fc.constantFrom(undefined, ...choices("target-phase")),
});

test("whatever one person answers near a threshold", () => {
  const criteria = flagship.dimensions.flatMap(dimension => dimension.criteria);
  fc.assert(
    fc.property(nearby, ({ base, low, others, ...facts }) => {
      const answers: Record<string, Answer> = Object.fromEntries(criteria.map(({ id }) => [id, base]));
      for (const id of low) answers[id] = 0;
      for (const [at, answer] of others) {
        const { id, na } = criteria[at % criteria.length]!;
        answers[id] = answer !== "na" ? answer : na === undefined ? 3 : { na: "It does not apply." };
      }
      const given = {
        "online-ordering": facts.ordering,
        "online-revenue": facts.revenue,
        "average-order-value": facts.value,
        "lines-of-business": facts.lines,
        "current-partner": facts.partner,
        "target-phase": facts.target,
      };
      const known = Object.entries(given).flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]));
      const { id, version } = flagship;
      const responses = [{ respondent: "Ann", role: "it", answers }];
      agree({ questionnaire: id, version, organization: "E", facts: Object.fromEntries(known), responses });
    }),
    { numRuns: 400, seed: 20261127 },
  );
});

test("whatever people answer", () => {
  fc.assert(fc.property(assessmentsOf(flagship), agree), { numRuns: 100, seed: 20261127 });
});

// The same promises for the questionnaire that ships, on its own examples with answers taken away.
import fc from "fast-check";
import { expect } from "vitest";
import type { Assessment } from "../../src/model/assessment.ts";
import { criteriaOf } from "../../src/questionnaire/outline.ts";
import { reachability } from "../../src/reach/reachability.ts";
import { evaluator, example, flagship } from "../support/flagship.ts";
import { assessmentsOf, choices } from "../support/random.ts";
import { contradictions } from "./contradictions.ts";
import { raised, reachOf } from "./headline.ts";
import { property } from "./property.ts";
import { completionFrom } from "./random/completion.ts";
import type { Tape } from "./random/tape.ts";
import { trustworthy } from "./reach.ts";
import { evaluatorOf } from "./soundness.ts";

const run = evaluatorOf(flagship);
const examples = fc.constantFrom("valbruna-pumps", "kurogane-bearings", "nordlicht-fasteners").map(example);
const taking = fc.tuple(examples, choices(700));

export const flagshipProperties = [
  // 4.2 to 4.4, with the example itself, or anything else, as what the missing answers turn out to be.
  property(
    "with answers deleted nothing definite is lost",
    60,
    fc.tuple(taking, choices(90)),
    ([[whole, tape], ending]) => {
      const partial = without(whole, tape());
      const before = run(partial);
      expect(contradictions(before, run(completionFrom(ending(), flagship, partial)))).toEqual([]);
    },
  ),

  // 4.4: what decides, settles.
  property("answering what decides settles the flagship's verdict", 40, taking, ([whole, tape]) => {
    const partial = without(whole, tape());
    const { provisional, decidedBy } = run(partial).verdict;
    expect(decidedBy.length > 0).toBe(provisional);
    if (!provisional) return;
    const named = new Set(decidedBy.map(({ criterion, fact }) => criterion ?? fact));
    const answered = completionFrom(tape(), flagship, partial, id => named.has(id));
    expect(run(answered).verdict.provisional).toBe(false);
  }),

  // 4.3: better by one level is never worse.
  property("raising any level never lowers the phase", 8, taking, ([whole, tape]) => {
    for (const one of [whole, without(whole, tape())]) {
      const before = reachOf(flagship, run(one));
      for (const { id } of criteriaOf(flagship)) {
        const better = raised(flagship, one, id);
        if (better) expect(reachOf(flagship, run(better)), id).toBeGreaterThanOrEqual(before);
      }
    }
  }),

  // Every rule of the flagship that is said to come true does, and none that comes true is called dead.
  property(
    "its witnesses hold",
    1,
    fc.array(assessmentsOf(flagship, 300), { minLength: 200, maxLength: 200 }),
    assessments => trustworthy(evaluator, reachability(evaluator), assessments),
  ),
];

/** The assessment with some facts and answers taken away, from some respondents or from all. */
function without(assessment: Assessment, tape: Tape): Assessment {
  const percent = tape.pick([50, 10, 90]);
  const everywhere = new Set(criteriaOf(flagship).flatMap(({ id }) => (tape.chance(percent) ? [id] : [])));
  const responses = (assessment.responses ?? []).map(response => ({
    ...response,
    answers: Object.fromEntries(
      Object.entries(response.answers).filter(([id]) => !everywhere.has(id) && !tape.chance(10)),
    ),
  }));
  const facts = Object.fromEntries(Object.entries(assessment.facts ?? {}).filter(() => !tape.chance(percent)));
  return { ...assessment, facts, responses };
}

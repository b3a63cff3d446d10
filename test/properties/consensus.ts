// The consensus against a naive one: lower median per role, then over the listed roles, else over all inside.
import fc from "fast-check";
import { expect } from "vitest";
import { lowerMedian } from "../../src/evaluate/consensus.ts";
import { cases } from "../support/random.ts";
import { consensusOf } from "./naive.ts";
import { property } from "./property.ts";
import { evaluatorOf } from "./soundness.ts";

export const consensus = [
  // section 2: of an even number of voices the lower middle one counts.
  property("the lower median", 300, fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 9 }), levels => {
    const below = levels.filter(level => level < lowerMedian(levels)).length;
    const upTo = levels.filter(level => level <= lowerMedian(levels)).length;
    expect(levels).toContain(lowerMedian(levels));
    expect(below * 2).toBeLessThan(levels.length);
    expect(upTo * 2).toBeGreaterThanOrEqual(levels.length);
  }),

  // section 2: who counts, what "agreed" replaces and what it leaves, and what no level means.
  property("the consensus is the naive one", 150, cases({ completions: 1 }), value => {
    const { questionnaire, assessment, completions } = value;
    const run = evaluatorOf(questionnaire);
    for (const one of [assessment, ...completions]) {
      const expected = consensusOf(questionnaire, one);
      for (const { id, state, answeredLevel, spread } of run(one).criteria) {
        const naive = expected.get(id)!;
        const shown = state === "hidden" ? "hidden" : naive.state;
        expect({ id, state, level: answeredLevel, spread }).toEqual({ id, ...naive, state: shown });
      }
    }
  }),
];

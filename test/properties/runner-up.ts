// The runner-up against every single change there is: it is the smallest that brings another partner.
import { expect } from "vitest";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { compile } from "../../src/evaluate/program.ts";
import type { Assessment } from "../../src/model/assessment.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { criteriaOf } from "../../src/questionnaire/outline.ts";
import { type Case, cases } from "../support/random.ts";
import { consensusOf } from "./naive.ts";
import { property } from "./property.ts";
import { topsOf } from "./random/questionnaire.ts";
import { evaluatorOf } from "./soundness.ts";

interface Flip {
  id: string;
  flip: { ref: string; from: number | null; to: number };
  distance: number;
}

export const runnerUps = [
  // 4.10: one answer, fewest steps, ties in questionnaire order; none where no single answer changes the advice.
  property("the runner-up is the smallest change that brings it", 500, cases({ completions: 1 }), isSmallest),

  // 4.10 again, where partners differ on both sides of a level, so that ties are common.
  property("of changes as small the first is named", 150, cases({ completions: 1 }).map(between), isSmallest),
];

function isSmallest({ questionnaire, assessment, completions }: Case): void {
  const evaluator = compile(questionnaire);
  for (const one of [assessment, ...completions]) {
    const { partner } = evaluate(evaluator, one);
    if (!partner) continue;
    const flips = everyFlip(questionnaire, one, partner.id);
    const nearest = Math.min(...flips.map(({ distance }) => distance));
    const [first] = flips.filter(({ distance }) => distance === nearest);
    expect(partner.runnerUp).toEqual(first ? { id: first.id, flip: first.flip } : null);
  }
}

/** The same case with a partner for each end of some criterion's levels, and another one for what lies between. */
function between(value: Case): Case {
  const step = { title: "T", text: "T" };
  const [criterion, top] = [...topsOf(value.questionnaire)].find(([, top]) => top > 1) ?? ["c0", 1];
  const ends = [
    { ...step, id: "low", when: { criterion, is: 0 }, partner: "low" },
    { ...step, id: "high", when: { criterion, is: top }, partner: "high" },
  ];
  const types = ["low", "high", "middle"].map(id => ({ id, title: "T" }));
  const { partners, ...rest } = value.questionnaire;
  const questionnaire: Questionnaire = {
    ...rest,
    ...{ warnings: [], recommendations: [] },
    steps: [...ends, { ...step, id: "middle", partner: "middle" }],
    partners: { wording: partners!.wording, types },
  };
  return { ...value, questionnaire };
}

/** Every change of one answer that brings another partner, in the order of the questionnaire, then of levels. */
function everyFlip(questionnaire: Questionnaire, assessment: Assessment, present: string): Flip[] {
  const run = evaluatorOf(questionnaire);
  const consensus = consensusOf(questionnaire, assessment);
  const shown = run(assessment).criteria;
  const tops = topsOf(questionnaire);
  // What does not apply or is not asked stays so.
  const single = criteriaOf(questionnaire).filter(
    ({ options }, index) => !options && !["hidden", "na"].includes(shown[index]!.state),
  );
  return single.flatMap(({ id }) => {
    const from = consensus.get(id)!.level;
    const levels = Array.from({ length: tops.get(id)! + 1 }, (_, level) => level).filter(level => level !== from);
    return levels.flatMap(to => {
      const agreed = { ...assessment.agreed, [id]: { level: to, because: "What if." } };
      const brought = run({ ...assessment, agreed }).partner?.id;
      if (brought === undefined || brought === present) return [];
      // Answering what is open is one step, to whatever level.
      const distance = from === null ? 1 : Math.abs(to - from);
      return [{ id: brought, flip: { ref: `criterion:${id}`, from, to }, distance }];
    });
  });
}

// What departments that were not heard could still change: "nothing" is proven for whatever they may say.

import fc from "fast-check";
import { expect } from "vitest";
import type { Assessment, Response } from "../../src/model/assessment.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { criteriaOf } from "../../src/questionnaire/outline.ts";
import { cases, choices } from "../support/random.ts";
import { property } from "./property.ts";
import { answerFrom } from "./random/answers.ts";
import { filledFrom } from "./random/grids.ts";
import type { Tape } from "./random/tape.ts";
import { evaluatorOf } from "./soundness.ts";

export const unheard = [
  property(
    "a verdict that nobody unheard can change stays, whatever they say",
    500,
    fc.tuple(cases({ completions: 1 }), fc.array(choices(60), { minLength: 3, maxLength: 3 })),
    ([{ questionnaire, completions }, tapes]) => {
      const run = evaluatorOf(questionnaire);
      const assessment = withoutAgreed(completions[0]!);
      const before = run(assessment);
      if (before.verdict.provisional || before.unheard.canChange) return;
      for (const tape of tapes) {
        const after = run(louder(tape(), questionnaire, assessment));
        const { phase, status } = after.verdict;
        expect([phase, status, after.nextStep?.id]).toEqual([
          before.verdict.phase,
          before.verdict.status,
          before.nextStep?.id,
        ]);
      }
    },
  ),
];

/** Half of what a workshop settled is open to other voices again. */
const withoutAgreed = ({ agreed = {}, ...rest }: Assessment): Assessment => ({
  ...rest,
  agreed: Object.fromEntries(Object.entries(agreed).filter((_, at) => at % 2 === 0)),
});

/** The same with answers of inside roles to questions that somebody else answered and they did not. */
function louder(tape: Tape, questionnaire: Questionnaire, assessment: Assessment): Assessment {
  const responses = assessment.responses ?? [];
  const inside = questionnaire.roles.filter(({ outside }) => !outside);
  const more = inside.map(({ id: role }): Response => {
    const answers = criteriaOf(questionnaire).flatMap(criterion => {
      const given = responses.filter(one => Object.hasOwn(one.answers, criterion.id));
      const missing = criterion.roles.includes(role) && given.length > 0 && !given.some(one => one.role === role);
      return missing && tape.chance(70) ? [[criterion.id, answerFrom(tape, questionnaire, criterion)] as const] : [];
    });
    return { respondent: `Late ${role}`, role, answers: Object.fromEntries(answers) };
  });
  const filled = filledFrom(tape, questionnaire, more).map(late => ({
    ...late,
    grids: Object.fromEntries(
      Object.entries(late.grids ?? {}).filter(([id]) => {
        const given = responses.filter(one => Object.hasOwn(one.grids ?? {}, id));
        return given.length > 0 && !given.some(one => one.role === late.role);
      }),
    ),
  }));
  return { ...assessment, responses: [...responses, ...filled] };
}

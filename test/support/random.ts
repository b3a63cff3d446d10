// Random small questionnaires without errors, assessments of them, and completions of those, as fast-check
// arbitraries. All are read off tapes of numbers, where 0 is the simplest choice and a tape that ends goes on with 0, so that
// shrinking a tape shrinks what is read off it.
import fc from "fast-check";
import type { Assessment } from "../../src/model/assessment.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { assessmentFrom } from "../properties/random/answers.ts";
import { completionFrom } from "../properties/random/completion.ts";
import { questionnaireFrom } from "../properties/random/questionnaire.ts";
import { createTape, type Tape } from "../properties/random/tape.ts";

const numbers = fc.noBias(fc.nat({ max: 0xffff }));

/** A tape with at most so many numbers on it. */
export const tapes = (longest: number): fc.Arbitrary<number[]> =>
  fc.array(numbers, { maxLength: longest, size: "max" });

export interface Case {
  questionnaire: Questionnaire;
  assessment: Assessment;
  completions: Assessment[];
}

/** `monotone`: phases rest on nothing but positive `atLeast` leaves, over figures that grow with every level. */
export interface Kind {
  monotone?: boolean;
  completions?: number;
}

/** What is asked and what is decided from it come off tapes of their own, so that neither crowds out the other. */
export const questionnaires = ({ monotone = false }: Kind = {}): fc.Arbitrary<Questionnaire> =>
  fc
    .tuple(tapes(300), tapes(250))
    .map(([asked, decided]) => questionnaireFrom(createTape(asked), createTape(decided), monotone));

/** A questionnaire, a partial assessment of it and random completions of that. */
export function cases({ monotone = false, completions = 4 }: Kind = {}): fc.Arbitrary<Case> {
  const endings = fc.array(tapes(30), { minLength: completions, maxLength: completions });
  return fc
    .tuple(questionnaires({ monotone }), tapes(90), endings)
    .map(([questionnaire, forAnswers, forCompletions]) => {
      const assessment = assessmentFrom(createTape(forAnswers), questionnaire);
      return {
        questionnaire,
        assessment,
        completions: forCompletions.map(tape => completionFrom(createTape(tape), questionnaire, assessment)),
      };
    });
}

/** Assessments of one questionnaire, each with some answers missing, or all. */
export const assessmentsOf = (questionnaire: Questionnaire, longest = 90): fc.Arbitrary<Assessment> =>
  tapes(longest).map(tape => assessmentFrom(createTape(tape), questionnaire));

/** What further choices a property makes on its own: whom to ask, what to change. */
export const choices = (longest = 20): fc.Arbitrary<() => Tape> =>
  tapes(longest).map(tape => Object.assign(() => createTape(tape), { toString: () => `tape ${tape.join(" ")}` }));

// The random questionnaires and assessments are ones that a user could load: neither schema nor check has an error for them.

import { expect } from "vitest";
import { stringify } from "yaml";
import { checkQuestionnaire } from "../../src/questionnaire/check.ts";
import { assessmentProblems, questionnaireProblems } from "../files/support.ts";
import { cases } from "../support/random.ts";
import { property } from "./property.ts";

const errors = (problems: readonly { severity: string }[]) => problems.filter(({ severity }) => severity === "error");

export const validity = [
  property("no error in a random questionnaire", 150, cases({ completions: 0 }), ({ questionnaire }) => {
    expect(errors(checkQuestionnaire(questionnaire).map(({ problem }) => problem))).toEqual([]);
  }),

  property("no error in files of them", 25, cases({ completions: 2 }), ({ questionnaire, assessment, completions }) => {
    expect(errors(questionnaireProblems(stringify(questionnaire)))).toEqual([]);
    for (const one of [assessment, ...completions])
      expect(errors(assessmentProblems(stringify(one), questionnaire))).toEqual([]);
  }),

  property("no error in a monotone questionnaire", 60, cases({ monotone: true, completions: 0 }), value => {
    expect(errors(checkQuestionnaire(value.questionnaire).map(({ problem }) => problem))).toEqual([]);
  }),
];

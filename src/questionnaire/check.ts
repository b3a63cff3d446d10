// What `cxm check` says about a questionnaire on its own. In: a questionnaire that its schema allows. Out: everything found, with
// paths. Rule kept: a questionnaire without errors here compiles, and its rules mean what their author wrote.
import type { Findings, Found } from "../found.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { absences } from "./checks/absences.ts";
import { comparisons } from "./checks/comparisons.ts";
import { cycles } from "./checks/cycles.ts";
import { effects } from "./checks/effects.ts";
import { gridChecks } from "./checks/grid-checks.ts";
import { identities } from "./checks/identities.ts";
import { lists } from "./checks/lists.ts";
import { placing } from "./checks/placing.ts";
import { ranges } from "./checks/ranges.ts";
import { shapes } from "./checks/shapes.ts";
import { states } from "./checks/states.ts";

const checks = {
  shapes,
  identities,
  lists,
  gridChecks,
  cycles,
  placing,
  comparisons,
  ranges,
  states,
  absences,
  effects,
} satisfies Record<string, (questionnaire: Questionnaire) => Findings>;

export function checkQuestionnaire(questionnaire: Questionnaire): Found[] {
  return Object.values(checks).flatMap(check => [...check(questionnaire)]);
}

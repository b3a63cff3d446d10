// The criteria with what every evaluation needs of them, worked out once: where they stand, how far they go, what lowers them, who is
// asked and what gates ask of them.
import type { Cap, Criterion } from "../model/questionnaire.ts";
import { highestOf, naLevelOf } from "../questionnaire/outline.ts";
import type { GateNeed } from "./needs.ts";
import type { Compiled } from "./program.ts";

export interface Question {
  criterion: Criterion;
  /** Its place among the criteria. */
  index: number;
  cell: number;
  highest: number;
  /** The level that an N/A counts; null where it leaves. */
  naLevel: number | null;
  caps: Cap[];
  /** The roles asked that speak for the organisation. */
  insiders: string[];
  needs: GateNeed[];
}

export function questionsOf({ questionnaire, criteria, cell, outside }: Compiled, needs: GateNeed[]): Question[] {
  return criteria.map((criterion, index) => ({
    criterion,
    index,
    cell: cell("criterion", criterion.id),
    highest: highestOf(questionnaire, criterion),
    naLevel: naLevelOf(questionnaire, criterion),
    caps: (questionnaire.caps ?? []).filter(cap => cap.criteria?.includes(criterion.id)),
    insiders: criterion.roles.filter(role => !outside.has(role)),
    needs: needs.filter(need => need.criterion === criterion.id),
  }));
}

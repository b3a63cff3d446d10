// Completions: every criterion without a consensus gets a level, or N/A where that is allowed, and every open fact a
// value; a row of a grid that nobody filled gets any filling, a disputed one one of its own. Those that are hidden get one too: it does not count unless another answer brings them to light.
import type { Agreed, Assessment, Response } from "../../../src/model/assessment.ts";
import type { Questionnaire } from "../../../src/model/questionnaire.ts";
import { criteriaOf } from "../../../src/questionnaire/outline.ts";
import { consensusOf } from "../naive.ts";
import { agreedFrom, countedFrom, factValue } from "./answers.ts";
import { cutsOf } from "./cuts.ts";
import { completedGrids } from "./grids.ts";
import type { Tape } from "./tape.ts";

type Wanted = (id: string) => boolean;

export function completionFrom(
  tape: Tape,
  questionnaire: Questionnaire,
  assessment: Assessment,
  wanted: Wanted = () => true,
): Assessment {
  const consensus = consensusOf(questionnaire, assessment);
  const agreed: Record<string, Agreed> = { ...assessment.agreed };
  const further: Response[] = [];
  for (const criterion of criteriaOf(questionnaire)) {
    const { state } = consensus.get(criterion.id)!;
    if (!wanted(criterion.id) || state === "answered" || state === "na") continue;
    if (tape.chance(20)) {
      // Somebody who was not heard yet knows, and can show it.
      const answer = { ...countedFrom(tape, questionnaire, criterion), evidence: [{ url: "https://b.example" }] };
      const role = criterion.roles.find(id => !questionnaire.roles.find(one => one.id === id)?.outside)!;
      further.push({ respondent: `Late ${criterion.id}`, role, answers: { [criterion.id]: answer } });
    } else agreed[criterion.id] = agreedFrom(tape, questionnaire, criterion);
  }
  const facts = { ...assessment.facts };
  for (const fact of questionnaire.facts ?? []) {
    if (wanted(fact.id) && !(fact.id in facts)) facts[fact.id] = factValue(tape, fact, cutsOf(questionnaire));
  }
  const completed = { ...assessment, facts, agreed, responses: [...(assessment.responses ?? []), ...further] };
  return completedGrids(tape, questionnaire, completed, wanted);
}

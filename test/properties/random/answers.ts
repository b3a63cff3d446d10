// Random assessments: several voices of several roles, some from outside, with every answer state, and open facts.
import type { Agreed, Answer, Assessment, Response } from "../../../src/model/assessment.ts";
import type { Criterion, Fact, Questionnaire } from "../../../src/model/questionnaire.ts";
import { criteriaOf, highestOf } from "../../../src/questionnaire/outline.ts";
import { cutsOf } from "./cuts.ts";
import { filledFrom } from "./grids.ts";
import type { Tape } from "./tape.ts";

export function assessmentFrom(tape: Tape, questionnaire: Questionnaire): Assessment {
  const { id, version, roles } = questionnaire;
  const criteria = criteriaOf(questionnaire);
  const facts = factsFrom(tape, questionnaire);
  const silence = tape.pick([30, 10, 60, 90]);
  const responses = tape.times(0, 4, (index): Response => {
    const respondent = tape.chance(20) ? {} : { respondent: `Voice ${index}` };
    const role = tape.chance(90) ? { role: tape.pick(roles).id } : {};
    const answers = criteria.flatMap(criterion =>
      tape.chance(silence) ? [] : [[criterion.id, answerFrom(tape, questionnaire, criterion)] as const],
    );
    return { ...respondent, ...role, answers: Object.fromEntries(answers) };
  });
  const agreed = criteria.flatMap(criterion =>
    tape.chance(10) ? [[criterion.id, agreedFrom(tape, questionnaire, criterion)] as const] : [],
  );
  return {
    ...{ questionnaire: id, version, organization: "Random Ltd", date: "2026-11-21" },
    ...{ facts, responses: filledFrom(tape, questionnaire, responses), agreed: Object.fromEntries(agreed) },
  };
}

function factsFrom(tape: Tape, questionnaire: Questionnaire): Record<string, number | string> {
  const known = (questionnaire.facts ?? []).flatMap(fact =>
    tape.chance(50) ? [[fact.id, factValue(tape, fact, cutsOf(questionnaire))] as const] : [],
  );
  return Object.fromEntries(known);
}

/** A value within the bounds of a fact; of a number often a cut point or one beside it. */
export function factValue(tape: Tape, fact: Fact, cuts: Map<string, number[]>): number | string {
  if (fact.type === "text") return "text";
  if (fact.type === "choice") return tape.pick(fact.choices).id;
  const { min = -Infinity, max = Infinity, above = -Infinity, whole } = fact;
  const within = (value: number) =>
    value >= min && value <= max && value > above && (!whole || Number.isInteger(value));
  const beside = (cuts.get(fact.id) ?? []).flatMap(cut => [cut, cut - 1, cut + 1, cut - 1e-9, cut + 1e-9]);
  const edges = [min, max, above + 1e-9, above + 1].filter(Number.isFinite);
  const values = [...beside, ...edges, 1, 2, 3, 0.5, 7, 1000].filter(within);
  return tape.pick(values.length > 0 ? values : [Math.max(min, Math.floor(above) + 1)]);
}

export type Counted = { level: number } | { options: string[] };

export function countedFrom(tape: Tape, questionnaire: Questionnaire, criterion: Criterion): Counted {
  if (!criterion.options) return { level: tape.below(highestOf(questionnaire, criterion) + 1) };
  return { options: criterion.options.map(({ id }) => id).filter(() => tape.chance(50)) };
}

export function answerFrom(tape: Tape, questionnaire: Questionnaire, criterion: Criterion): Answer {
  const kind = tape.below(10);
  if (kind === 9) return tape.chance(50) ? "unknown" : { unknown: true, note: "Nobody counts." };
  if (kind === 8 && criterion.na !== undefined) return { na: "Not here." };
  const counted = countedFrom(tape, questionnaire, criterion);
  if (kind > 5) return { ...counted, evidence: [tape.pick([{ text: "List" }, { url: "https://a.example" }])] };
  return "level" in counted ? counted.level : counted.options;
}

export function agreedFrom(tape: Tape, questionnaire: Questionnaire, criterion: Criterion): Agreed {
  const because = "Settled.";
  if (criterion.na !== undefined && tape.chance(25)) return { na: "Not here.", because };
  return { ...countedFrom(tape, questionnaire, criterion), because };
}

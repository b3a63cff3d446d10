// The criteria as the evaluation shows them: what counts, what was answered, what caps it, who said what.
import type { Agreed } from "../model/assessment.ts";
import type { AnswerState } from "../model/condition.ts";
import type { CriterionView, Evaluation, ResponseView } from "../model/evaluation.ts";
import type { Cap } from "../model/questionnaire.ts";
import { byRoles } from "./consensus.ts";
import { FAILS, type Frame, HOLDS, orNull, truthAt } from "./frame.ts";
import type { Program } from "./program.ts";

const states = ["answered", "na", "unknown", "unanswered"] as const;

export function criterionView(
  program: Program,
  frame: Frame,
  index: number,
  responses: ResponseView[],
  agreed: Agreed | null,
): CriterionView {
  const criterion = program.criteria[index]!;
  const { id } = criterion;
  const counted = agreed || criterion.options ? [] : responses.filter(({ outside }) => !outside);
  const cell = program.cell(`criterion:${id}`);
  const state: AnswerState = truthAt(frame, cell) === FAILS ? "hidden" : states[frame.inputs.state[index]!]!;
  const levels = responses.flatMap(({ outside, level }) => (outside || level === undefined ? [] : [level]));
  const answered = frame.inputs.level[index]!;
  return {
    id,
    state,
    level: state === "answered" ? orNull(frame.value[cell]!) : null,
    answeredLevel: orNull(answered),
    cappedBy: state === "answered" ? bindingCaps(program, frame, id, answered).map(cap => cap.id) : [],
    spread: levels.length > 0 ? Math.max(...levels) - Math.min(...levels) : null,
    heard: byRoles(criterion, counted, voice => voice.level!),
    agreed,
    responses,
  };
}

/** Of the caps that hold and lower the answer, the lowest: the others change nothing. */
function bindingCaps(program: Program, frame: Frame, criterion: string, answered: number): Cap[] {
  const holding = (program.questionnaire.caps ?? []).filter(
    ({ id, criteria, atMost }) =>
      criteria.includes(criterion) && atMost < answered && truthAt(frame, program.cell(`cap:${id}`)) === HOLDS,
  );
  const lowest = Math.min(...holding.map(({ atMost }) => atMost));
  return holding.filter(({ atMost }) => atMost === lowest);
}

/** Counts of visible criteria, by inside voices. */
export function coverage(criteria: CriterionView[]): Evaluation["coverage"] {
  const count = (state: AnswerState) => criteria.filter(view => view.state === state).length;
  const backed = ({ state, responses }: CriterionView) =>
    state === "answered" && responses.some(response => !response.outside && response.evidence !== undefined);
  return {
    answered: count("answered"),
    unknown: count("unknown"),
    na: count("na"),
    unanswered: count("unanswered"),
    hidden: count("hidden"),
    withEvidence: criteria.filter(backed).length,
  };
}

// The criteria as the evaluation shows them: what counts, what was answered, what caps it, who said what.

import { truthAt } from "../../calculate/sheet.ts";
import { FAILS } from "../../calculate/truth.ts";
import type { Agreed } from "../../model/assessment.ts";
import type { AnswerState } from "../../model/condition.ts";
import type { CriterionView, Evaluation, ResponseView, RoleLevels } from "../../model/evaluation.ts";
import { type Frame, orNull } from "../frame.ts";
import type { Program } from "../program.ts";
import type { Question } from "../questions.ts";
import { binding } from "./measures.ts";

const states = ["answered", "na", "unknown", "unanswered"] as const;

export function criterionView(
  program: Program,
  frame: Frame,
  { criterion: { id }, index, cell, caps, naLevel }: Question,
  responses: ResponseView[],
  heard: RoleLevels[],
  agreed: Agreed | null,
): CriterionView {
  const state: AnswerState = truthAt(frame, cell) === FAILS ? "hidden" : states[frame.inputs.state[index]!]!;
  const levels = responses.flatMap(({ outside, level }) => (outside || level === undefined ? [] : level));
  const answered = frame.inputs.level[index]!;
  const counted = state === "na" ? (naLevel ?? NaN) : answered;
  return {
    id,
    state,
    level: orNull(frame.value[cell]!),
    answeredLevel: orNull(answered),
    cappedBy: state === "hidden" ? [] : binding(program, frame, caps, counted),
    spread: levels.length > 0 ? Math.max(...levels) - Math.min(...levels) : null,
    heard,
    agreed,
    responses,
  };
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

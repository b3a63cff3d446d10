// How far an interview is: what is answered, which dimension, and how many answers can still change the verdict.
import { type Evaluator, evaluate } from "../evaluate/evaluate.ts";
import { answerOf, type State, screenAt, screens } from "./state.ts";

export interface Progress {
  answered: number;
  total: number;
  /** 1-based place of the dimension shown, and how many there are for this role; null outside the criteria. */
  dimension: { at: number; of: number; title: string } | null;
  /** Answers, by anyone, that the verdict still waits for. */
  deciding: number;
}

export function progressOf(evaluator: Evaluator, state: State): Progress {
  const criteria = screens(state).flatMap(screen => (screen.kind === "criterion" ? [screen] : []));
  const dimensions = [...new Set(criteria.map(({ dimension }) => dimension))];
  const screen = screenAt(state);
  const { verdict } = evaluate(evaluator, state.assessment, { runnerUp: false });
  return {
    answered: criteria.filter(({ criterion }) => answerOf(state, criterion.id) !== undefined).length,
    total: criteria.length,
    dimension:
      screen.kind === "criterion"
        ? { at: dimensions.indexOf(screen.dimension) + 1, of: dimensions.length, title: screen.dimension.title }
        : null,
    deciding: verdict.decidedBy.length,
  };
}

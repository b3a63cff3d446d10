// What there is to answer, and what is answered: reads of the state, which change nothing.
import { ownValue } from "../evaluate/own-value.ts";
import type { Answer } from "../model/assessment.ts";
import type { Cells, Grid, GridRow } from "../model/grid.ts";
import { type Screen, screensOf } from "./screens.ts";
import type { State } from "./state.ts";

export const screens = ({ questionnaire, setup, role, then }: State): Screen[] =>
  screensOf(questionnaire, setup, role ?? null, then);

export const screenAt = (state: State, at = state.at): Screen => screens(state)[at] ?? { kind: "end" };

/** The answer that the present respondent has given to a criterion. */
export function answerOf({ assessment, response }: State, id: string): Answer | undefined {
  return response === null ? undefined : assessment.responses?.[response]?.answers[id];
}

/** The row of a grid as the present respondent has filled it in. */
export function cellsOf(
  { assessment, response }: State,
  { grid, row }: { grid: Grid; row: GridRow },
): Cells | undefined {
  const given = response === null ? undefined : assessment.responses?.[response]?.grids;
  return ownValue(ownValue(given, grid.id), row.id);
}

/** Whether a question, or a row of a grid, has been answered by the present respondent, and a fact by anyone; null for all else. */
export function isAnswered(state: State, screen: Screen): boolean | null {
  if (screen.kind === "fact") return screen.fact.id in (state.assessment.facts ?? {});
  if (screen.kind === "criterion") return answerOf(state, screen.criterion.id) !== undefined;
  return screen.kind === "row" ? cellsOf(state, screen) !== undefined : null;
}

export function levelOf(answer: Answer | undefined): number | null {
  if (typeof answer === "number") return answer;
  return typeof answer === "object" && "level" in answer ? answer.level : null;
}

export function optionsOf(answer: Answer | undefined): string[] | null {
  if (Array.isArray(answer)) return answer;
  return typeof answer === "object" && "options" in answer ? answer.options : null;
}

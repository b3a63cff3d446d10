// How far an interview is: what is answered, which dimension, and how many answers can still change the verdict.
import { type Evaluator, evaluate } from "../evaluate/evaluate.ts";
import type { Screen } from "./screens.ts";
import { isAnswered, type State, screenAt, screens } from "./state.ts";

export interface Progress {
  /** Questions, or rows where a grid is shown; at the end all of them. */
  answered: number;
  total: number;
  /** 1-based place of the dimension shown, and how many there are for this role; null outside the criteria. */
  dimension: { at: number; of: number; title: string } | null;
  /** The section of a grid that is shown, and the place of its row in it; null outside the grids. */
  section: { at: number; of: number; title: string } | null;
  /** Answers, by anyone, that the verdict still waits for. */
  deciding: number;
}

export function progressOf(evaluator: Evaluator, state: State): Progress {
  const all = screens(state);
  const screen = screenAt(state);
  const asked = all.filter(one => isAnswered(state, one) !== null);
  const counted = screen.kind === "end" ? asked : asked.filter(one => isBeside(screen, one));
  const { verdict } = evaluate(evaluator, state.assessment, { runnerUp: false });
  return {
    answered: counted.filter(one => isAnswered(state, one)).length,
    total: counted.length,
    dimension: screen.kind === "criterion" ? dimensionOf(all, screen) : null,
    section: screen.kind === "row" ? sectionOf(screen) : null,
    deciding: verdict.decidedBy.length,
  };
}

/** Criteria are counted together, and so are the rows of a grid. */
const isBeside = (screen: Screen, other: Screen): boolean =>
  screen.kind === "row" ? other.kind === "row" && other.grid === screen.grid : other.kind === "criterion";

function dimensionOf(all: Screen[], { dimension }: Extract<Screen, { kind: "criterion" }>): Progress["dimension"] {
  const dimensions = [...new Set(all.flatMap(one => (one.kind === "criterion" ? [one.dimension] : [])))];
  return { at: dimensions.indexOf(dimension) + 1, of: dimensions.length, title: dimension.title };
}

function sectionOf({ grid, row }: Extract<Screen, { kind: "row" }>): Progress["section"] {
  const rows = grid.rows.filter(({ section }) => section === row.section);
  const { title } = grid.sections.find(({ id }) => id === row.section)!;
  return { at: rows.indexOf(row) + 1, of: rows.length, title };
}

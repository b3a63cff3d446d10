// How far an interview is: what is answered, which dimension, and what the verdict still waits for, and from whom.

import { outlookOn } from "../evaluate/evaluate.ts";
import type { Program } from "../evaluate/program.ts";
import type { Evaluation } from "../model/evaluation.ts";
import { answerOf, isAnswered, screenAt, screens } from "./given.ts";
import type { Screen } from "./screens.ts";
import type { State } from "./state.ts";

export type Decider = Evaluation["verdict"]["decidedBy"][number];

export interface Progress {
  /** Facts and questions of the present respondent, or rows where a grid is shown; at the end all of them. */
  answered: number;
  /** Of the questions those that do not apply, which are not among the answered. */
  na: number;
  total: number;
  /** 1-based place of the dimension shown, and how many there are for this role; null outside the criteria. */
  dimension: { at: number; of: number; title: string } | null;
  /** The section of a grid that is shown, and the place of its row in it; null outside the grids. */
  section: { at: number; of: number; title: string } | null;
  /** What the verdict waits for, from the present respondent and from others. */
  mine: Decider[];
  others: Decider[];
  /** What those who were not heard could still move. */
  unheard: Evaluation["unheard"];
  /** Open facts and questions of the present respondent. */
  left: { facts: number; questions: number };
}

export function progressOf(program: Program, state: State): Progress {
  const all = screens(state);
  const screen = screenAt(state);
  const asked = all.filter(one => isAnswered(state, one) !== null);
  const counted = screen.kind === "end" ? asked : asked.filter(one => isBeside(screen, one));
  const given = counted.filter(one => isAnswered(state, one));
  const na = given.filter(one => one.kind === "criterion" && isNa(state, one.criterion.id)).length;
  const { verdict, unheard } = outlookOn(program, state.assessment);
  const open = asked.filter(one => isAnswered(state, one) === false);
  const ofMine = (one: Decider) => open.some(screen => idOf(screen) === (one.criterion ?? one.fact ?? one.grid));
  return {
    answered: given.length - na,
    na,
    total: counted.length,
    dimension: screen.kind === "criterion" ? dimensionOf(all, screen) : null,
    section: screen.kind === "row" ? sectionOf(screen) : null,
    mine: verdict.decidedBy.filter(ofMine),
    others: verdict.decidedBy.filter(one => !ofMine(one)),
    unheard,
    left: {
      facts: open.filter(({ kind }) => kind === "fact").length,
      questions: open.filter(({ kind }) => kind !== "fact").length,
    },
  };
}

function isNa(state: State, id: string): boolean {
  const answer = answerOf(state, id);
  return typeof answer === "object" && "na" in answer;
}

const idOf = (screen: Screen): string | null =>
  screen.kind === "fact"
    ? screen.fact.id
    : screen.kind === "criterion"
      ? screen.criterion.id
      : screen.kind === "row"
        ? screen.grid.id
        : null;

/** Facts and criteria are counted together, and so are the rows of a grid. */
const isBeside = (screen: Screen, other: Screen): boolean =>
  screen.kind === "row" ? other.kind === "row" && other.grid === screen.grid : other.kind !== "row";

function dimensionOf(all: Screen[], { dimension }: Extract<Screen, { kind: "criterion" }>): Progress["dimension"] {
  const dimensions = [...new Set(all.flatMap(one => (one.kind === "criterion" ? [one.dimension] : [])))];
  return { at: dimensions.indexOf(dimension) + 1, of: dimensions.length, title: dimension.title };
}

function sectionOf({ grid, row }: Extract<Screen, { kind: "row" }>): Progress["section"] {
  const rows = grid.rows.filter(({ section }) => section === row.section);
  const { title } = grid.sections.find(({ id }) => id === row.section)!;
  return { at: rows.indexOf(row) + 1, of: rows.length, title };
}

// Where one can jump to: the organisation and its facts, the first question of each dimension, the first row of
// each section of a grid, the end.
import type { Grid } from "../model/grid.ts";
import type { Dimension } from "../model/questionnaire.ts";
import { screens } from "./given.ts";
import { go, type State } from "./state.ts";

export type Target = { at: number } & (
  | { kind: "organization" | "facts" }
  | { kind: "dimension"; dimension: Dimension }
  | { kind: "section"; grid: Grid; section: string }
  | { kind: "end" }
);

export function targetsOf(state: State): Target[] {
  const met = new Set<Dimension | string>();
  const first = (part: Dimension | string) => !met.has(part) && met.add(part).size > 0;
  return screens(state).flatMap((screen, at): Target[] => {
    if (screen.kind === "organization" || screen.kind === "end") return [{ kind: screen.kind, at }];
    if (screen.kind === "fact" && first("facts")) return [{ kind: "facts", at }];
    if (screen.kind === "criterion" && first(screen.dimension))
      return [{ kind: "dimension", dimension: screen.dimension, at }];
    if (screen.kind === "row" && first(`${screen.grid.id} ${screen.row.section}`))
      return [{ kind: "section", grid: screen.grid, section: screen.row.section, at }];
    return [];
  });
}

/** The list of places, with the present one highlighted. */
export function openJump(state: State): State {
  const cursor = targetsOf(state).findLastIndex(({ at }) => at <= state.at);
  return { ...state, mode: { kind: "jump", cursor: Math.max(0, cursor) } };
}

export function jump(state: State, cursor: number, name: string): State {
  const targets = targetsOf(state);
  const to = (index: number): State => ({ ...state, mode: { kind: "jump", cursor: index } });
  if (name === "up") return to(cursor === 0 ? targets.length - 1 : cursor - 1);
  if (name === "down") return to((cursor + 1) % targets.length);
  if (name === "enter") return go(state, targets[cursor]!.at);
  return ["escape", "j", "left", "b"].includes(name) ? { ...state, mode: { kind: "ask" } } : state;
}

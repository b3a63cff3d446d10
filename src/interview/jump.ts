// Where one can jump to: the organisation and its facts, the first question of each dimension, the end.
import type { Dimension } from "../model/questionnaire.ts";
import { go, type State, screens } from "./state.ts";

export type Target = { at: number } & (
  | { kind: "organization" }
  | { kind: "dimension"; dimension: Dimension }
  | { kind: "end" }
);

export function targetsOf(state: State): Target[] {
  const met = new Set<Dimension>();
  return screens(state).flatMap((screen, at): Target[] => {
    if (screen.kind === "organization" || screen.kind === "end") return [{ kind: screen.kind, at }];
    if (screen.kind !== "criterion" || met.has(screen.dimension)) return [];
    met.add(screen.dimension);
    return [{ kind: "dimension", dimension: screen.dimension, at }];
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

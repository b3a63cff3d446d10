// Ways through the interview that every question has: back, on, to another part, away; and taking an answer back. (state, key) -> state.
// Rule kept: only taking back takes an answer away. Looking back changes nothing, so that no end of any kind can cost an answer.

import type { Change } from "../assessment/change.ts";
import { answerOf, cellsOf, screenAt } from "./given.ts";
import { openFind, openJump } from "./jump.ts";
import { countOf } from "./people.ts";
import { arrive, change, go, type Message, type State, say } from "./state.ts";
import { nextOf } from "./way.ts";

const moves: Record<string, (state: State) => State> = {
  left: back,
  b: back,
  right: forward,
  s: forward,
  j: openJump,
  "/": openFind,
  q: leave,
};

export const isMove = (name: string): boolean => Object.hasOwn(moves, name);

export const move = (state: State, name: string): State => moves[name]!(state);

/** Ends for now: everything that was given is saved already. */
export function leave(state: State): State {
  return { ...state, ended: "quit" };
}

/** One screen back on the way that was gone; where there is none, one screen up. */
export function back(state: State): State {
  const before = state.past.at(-1);
  if (before !== undefined) return { ...arrive(state, before), past: state.past.slice(0, -1) };
  const first = state.resumed ? state.setup.length : 0;
  return state.at > first ? arrive(state, state.at - 1) : say(state, { code: "at-the-beginning" });
}

/** Goes on, and leaves the question as it is. */
export function forward(state: State): State {
  return go(state, nextOf(state));
}

/** Takes the answer on the screen back, to nothing, and stays; what was written beside it goes only when that is said twice. */
export function takeBack(state: State, before: Message | null): State {
  const found = takenAway(state);
  if (found === null) return say(state, { code: "nothing-to-take-back" });
  if (found.written && before?.code !== "remarks-go") return say(state, { code: "remarks-go" });
  return say(arrive(change(state, found.change), state.at), { code: "taken-back" });
}

/** Whether there is something on the screen that can be taken back. */
export const isTakable = (state: State): boolean => takenAway(state) !== null;

/** The change that takes away what the present screen has, and whether words of a person go with it. */
function takenAway(state: State): { change: Change; written: boolean } | null {
  const screen = screenAt(state);
  const { assessment } = state;
  const plain = (change: Change) => ({ change, written: false });
  switch (screen.kind) {
    case "line-of-business":
      return assessment.lineOfBusiness ? plain({ kind: "lineOfBusiness", value: undefined }) : null;
    case "fact": {
      const { id } = screen.fact;
      return assessment.facts?.[id] === undefined ? null : plain({ kind: "fact", id, value: undefined });
    }
    case "criterion": {
      const { id } = screen.criterion;
      const answer = answerOf(state, id);
      if (answer === undefined) return null;
      const written = typeof answer === "object" && ("note" in answer || "evidence" in answer || "na" in answer);
      return { change: wholeOr(state, { kind: "answer", response: state.response!, id, value: undefined }), written };
    }
    case "row": {
      if (cellsOf(state, screen) === undefined) return null;
      const { grid, row } = screen;
      const value = undefined;
      return plain(wholeOr(state, { kind: "row", response: state.response!, grid: grid.id, row: row.id, value }));
    }
    default:
      return null;
  }
}

/** The last answer of someone who began here takes their response with it: a wrong department leaves no trace. */
function wholeOr(state: State, taken: Extract<Change, { kind: "answer" | "row" }>): Change {
  return countOf(state.assessment.responses![taken.response]!) === 1 && !state.resumed
    ? { kind: "leave", response: taken.response }
    : taken;
}

// Ways through the interview that every question has: back, on, to another part, away. (state, key) -> state.
import { openJump } from "./jump.ts";
import { arrive, change, go, make, type State, say } from "./state.ts";

const moves: Record<string, (state: State) => State> = {
  left: back,
  b: back,
  right: forward,
  s: forward,
  j: openJump,
  q: leave,
};

export const isMove = (name: string): boolean => Object.hasOwn(moves, name);

export const move = (state: State, name: string): State => moves[name]!(state);

/** Ends for now. What was only gone back over is given again: looking back never costs an answer. */
export function leave(state: State): State {
  const goneOver = state.future.toReversed().flatMap(done => done.change ?? []);
  return { ...goneOver.reduce(change, state), future: [], ended: "quit" };
}

/** Takes the last action back: the answer it gave, and the way it went. Without one it goes one screen up. */
export function back(state: State): State {
  const done = state.past.at(-1);
  if (!done) {
    const first = state.resumed ? state.setup.length : 0;
    return state.at > first ? arrive(state, state.at - 1) : say(state, { code: "at-the-beginning" });
  }
  const undone: State = {
    ...(done.inverse ? change(state, done.inverse) : state),
    past: state.past.slice(0, -1),
    future: [...state.future, done],
  };
  const { cursor, cells } = arrive(state, done.at);
  return { ...arrive(undone, done.at), cursor, cells };
}

/** Goes on: gives again what was taken back, or leaves the question as it is. */
export function forward(state: State): State {
  const done = state.future.at(-1);
  if (done && done.at === state.at) {
    const future = state.future.slice(0, -1);
    const redone = done.change ? make(state, done.change) : go(state, state.at + 1);
    return { ...redone, future };
  }
  return go(state, state.at + 1);
}

// The way through an interview: where it begins, and what comes after a screen.
import { isAnswered, screens } from "./given.ts";
import type { Screen } from "./screens.ts";
import type { State } from "./state.ts";

/** The screen after this one; behind the last fact the question where the present respondent stopped. */
export function nextOf(state: State): number {
  const all = screens(state);
  const isLast = all[state.at]?.kind === "fact" && all[state.at + 1]?.kind !== "fact";
  return isLast ? questionAt(state) : state.at + 1;
}

/** Where to begin once it is known who answers: whoever comes first tells what this is about; then the facts that are open; then the
 * questions. */
export function entryOf(state: State): number {
  const all = screens(state);
  const { organization, responses = [] } = state.assessment;
  const first = all.findIndex(({ kind }) => kind === "organization");
  const others = responses.some((_, index) => index !== state.response);
  if (organization === "" || !(others || state.resumed)) return first;
  const open = all.findIndex(screen => screen.kind === "fact" && isAnswered(state, screen) === false);
  return open < 0 ? questionAt(state) : open;
}

/** After the last answer of the present respondent, or the first question left out, or the end. */
function questionAt(state: State): number {
  const all = screens(state);
  const ofQuestion = (found: boolean) => (screen: Screen) =>
    (screen.kind === "criterion" || screen.kind === "row") && isAnswered(state, screen) === found;
  const after = all.findLastIndex(ofQuestion(true)) + 1;
  if (after > 0 && all[after]?.kind !== "end") return after;
  const open = all.findIndex(ofQuestion(false));
  return open < 0 ? all.length - 1 : open;
}

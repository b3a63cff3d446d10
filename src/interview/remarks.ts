// Answers and what goes with them: notes, evidence, the reason why a question does not apply. (state, key) -> state.
import type { Answer, Evidence } from "../model/assessment.ts";
import { isDay } from "../model/dates.ts";
import { answerOf, levelOf, optionsOf, screenAt } from "./given.ts";
import { type Draft, type Mode, make, type State, say, type TextField } from "./state.ts";
import { longestOf } from "./typed.ts";

/** The remarks that go with an answer: those it has, and those waiting for it; an empty note takes the old one away. */
function remarksFor(state: State, id: string): Draft {
  const has = remarksOf(state, id);
  const note = state.draft.note ?? has.note;
  const evidence = [...(has.evidence ?? []), ...(state.draft.evidence ?? [])];
  return { ...(note && { note }), ...(evidence.length > 0 && { evidence }) };
}

function remarksOf(state: State, id: string): Draft {
  const answer = answerOf(state, id);
  return typeof answer === "object" && !Array.isArray(answer) ? answer : {};
}

/** Answers with a level, options, "unknown" or a reason why it does not apply, remarks included. */
export function give(
  state: State,
  id: string,
  said: number | string[] | "unknown" | { na: string },
  to?: number,
): State {
  const remarks = remarksFor(state, id);
  const bare = Object.keys(remarks).length === 0;
  const value: Answer =
    typeof said === "number"
      ? bare
        ? said
        : { level: said, ...remarks }
      : said === "unknown"
        ? bare
          ? said
          : { unknown: true, ...remarks }
        : Array.isArray(said)
          ? bare
            ? said
            : { options: said, ...remarks }
          : { ...said, ...remarks };
  return make(state, { kind: "answer", response: state.response!, id, value }, to);
}

export function remark(state: State, naAllowed: boolean, name: string): State {
  const screen = screenAt(state);
  if (screen.kind !== "criterion") return state;
  const { id } = screen.criterion;
  if (name === "u") return give(state, id, "unknown");
  if (name === "n") return naAllowed ? open(state, "na") : say(state, { code: "na-not-allowed" });
  if (name === "t") return open(state, "note", {}, state.draft.note ?? remarksOf(state, id).note);
  if (name === "e") return open(state, "evidence-text");
  return name === "?" ? { ...state, mode: { kind: "why", from: 0 } } : state;
}

/** A line to write on, with the text that is there already. */
const open = (state: State, field: TextField, evidence: Evidence = {}, text = ""): State => ({
  ...state,
  text,
  mode: { kind: "text", field, evidence },
});

const close = (state: State): State => ({ ...state, text: "", mode: { kind: "ask" } });

export function write(state: State, { field, evidence }: Extract<Mode, { kind: "text" }>, text: string): State {
  const screen = screenAt(state);
  if (screen.kind !== "criterion") return state;
  const { id } = screen.criterion;
  const longest = longestOf(field);
  if (text.length > longest) return say({ ...state, text }, { code: "too-long", longest });
  if (field === "na") return text === "" ? say(state, { code: "needs-reason" }) : give(close(state), id, { na: text });
  if (field === "note") return note(close(state), id, text);
  if (field === "evidence-text") return open(state, "evidence-url", text === "" ? {} : { text });
  if (field === "evidence-url") {
    const more = text === "" ? evidence : { ...evidence, url: text };
    return Object.keys(more).length === 0 ? close(state) : open(state, "evidence-date", more);
  }
  if (text !== "" && !isDay(text)) return say({ ...state, text }, { code: "not-a-date" });
  if (state.today !== undefined && text > state.today) return say({ ...state, text }, { code: "date-to-come" });
  const whole = text === "" ? evidence : { ...evidence, date: text };
  return attach({ ...close(state), draft: { ...state.draft, evidence: [...(state.draft.evidence ?? []), whole] } }, id);
}

/** The note as it is to be: none where its line was emptied. */
function note(state: State, id: string, text: string): State {
  if (text !== "" || remarksOf(state, id).note !== undefined)
    return attach({ ...state, draft: { ...state.draft, note: text } }, id);
  const { note: _, ...rest } = state.draft;
  return { ...state, draft: rest };
}

/** Puts waiting remarks on the answer that is already there; without one they wait. */
function attach(state: State, id: string): State {
  const answer = answerOf(state, id);
  if (answer === undefined) return state;
  const said =
    levelOf(answer) ??
    optionsOf(answer) ??
    (typeof answer === "object" && !Array.isArray(answer) && "na" in answer ? { na: answer.na } : ("unknown" as const));
  return give(state, id, said, state.at);
}

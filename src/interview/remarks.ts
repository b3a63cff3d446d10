// Answers and what goes with them: notes, evidence, the reason why a question does not apply. (state, key) -> state.
import type { Answer, Evidence } from "../model/assessment.ts";
import { answerOf, type Draft, levelOf, make, optionsOf, type State, say, screenAt, type TextField } from "./state.ts";
import { isDate } from "./typed.ts";

/** The remarks that go with an answer: those it has, or had before it was taken back, and those waiting for it. */
function remarksFor(state: State, id: string): Draft {
  const undone = state.future.at(-1)?.change;
  const answer = answerOf(state, id) ?? (undone?.kind === "answer" && undone.id === id ? undone.value : undefined);
  const has: Draft = typeof answer === "object" && !Array.isArray(answer) ? answer : {};
  const note = state.draft.note ?? has.note;
  const evidence = [...(has.evidence ?? []), ...(state.draft.evidence ?? [])];
  return { ...(note !== undefined && { note }), ...(evidence.length > 0 && { evidence }) };
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
  if (name === "u") return give(state, screen.criterion.id, "unknown");
  if (name === "n") {
    return naAllowed
      ? { ...state, mode: { kind: "text", field: "na", evidence: {} } }
      : say(state, { code: "na-not-allowed" });
  }
  if (name === "t") return { ...state, mode: { kind: "text", field: "note", evidence: {} } };
  if (name === "e") return { ...state, mode: { kind: "text", field: "evidence-text", evidence: {} } };
  return name === "?" ? { ...state, mode: { kind: "why", from: 0 } } : state;
}

export function write(state: State, field: TextField, evidence: Evidence, text: string): State {
  const screen = screenAt(state);
  if (screen.kind !== "criterion") return state;
  const { id } = screen.criterion;
  if (field === "na") {
    return text === ""
      ? say(state, { code: "needs-reason" })
      : give({ ...state, mode: { kind: "ask" } }, id, { na: text });
  }
  if (field === "note") {
    const asked: State = { ...state, mode: { kind: "ask" } };
    if (text !== "") return attach({ ...asked, draft: { ...state.draft, note: text } }, id);
    const { note: _, ...rest } = state.draft;
    return { ...asked, draft: rest };
  }
  if (field === "evidence-text") {
    return { ...state, mode: { kind: "text", field: "evidence-url", evidence: text === "" ? {} : { text } } };
  }
  if (field === "evidence-url") {
    const more = text === "" ? evidence : { ...evidence, url: text };
    if (Object.keys(more).length === 0) return { ...state, mode: { kind: "ask" } };
    return { ...state, mode: { kind: "text", field: "evidence-date", evidence: more } };
  }
  if (text !== "" && !isDate(text)) return say(state, { code: "not-a-date" });
  const whole = text === "" ? evidence : { ...evidence, date: text };
  return attach(
    { ...state, mode: { kind: "ask" }, draft: { ...state.draft, evidence: [...(state.draft.evidence ?? []), whole] } },
    id,
  );
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

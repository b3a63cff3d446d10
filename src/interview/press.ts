// What a key does: (state, key) -> state. Pure; every path of the interview can be walked without a terminal.

import { factBounds } from "../evaluate/criteria.ts";
import type { Answer, Evidence } from "../model/assessment.ts";
import type { NumberFact } from "../model/questionnaire.ts";
import { levelsOf } from "../questionnaire/outline.ts";
import type { Screen } from "./screens.ts";
import {
  addResponse,
  answerOf,
  arrive,
  change,
  continueAs,
  type Draft,
  go,
  levelOf,
  type Message,
  make,
  optionsOf,
  type State,
  screenAt,
  screens,
  type TextField,
} from "./state.ts";

/** A key by its name ("up", "1", "q"), or a line of text that was typed and confirmed. */
export type Key = { kind: "press"; name: string } | { kind: "line"; text: string };

export function press(state: State, key: Key): State {
  if (state.ended) return state;
  const calm = { ...state, message: null };
  if (key.kind === "press" && key.name === "quit") return { ...calm, ended: "quit" };
  switch (state.mode.kind) {
    case "why":
      return { ...calm, mode: { kind: "ask" } };
    case "jump":
      return key.kind === "press" ? jump(calm, state.mode.cursor, key.name) : calm;
    case "text":
      return key.kind === "line"
        ? write(calm, state.mode.field, state.mode.evidence, key.text.trim())
        : leaveText(calm, key.name);
    case "ask":
      return takesText(screenAt(state))
        ? answerText(calm, key)
        : key.kind === "press"
          ? choose(calm, key.name, state.message)
          : calm;
  }
}

/** Screens on which letters are text, not commands. */
export function takesText(screen: Screen): boolean {
  if (screen.kind === "fact") return screen.fact.type !== "choice";
  return ["respondent", "organization", "line-of-business"].includes(screen.kind);
}

const say = (state: State, message: Message): State => ({ ...state, message });
const leaveText = (state: State, name: string): State =>
  name === "escape" ? { ...state, mode: { kind: "ask" } } : state;

function answerText(state: State, key: Key): State {
  if (key.kind === "press") {
    if (key.name === "up" || key.name === "escape") return back(state);
    return key.name === "down" ? forward(state) : state;
  }
  const text = key.text.trim();
  const screen = screenAt(state);
  if (screen.kind === "respondent") {
    const named = { ...state, respondent: text || undefined };
    return state.role === undefined ? go(named, state.at + 1) : join(named);
  }
  if (text === "") return forward(state);
  if (screen.kind === "organization") return make(state, { kind: "organization", value: text });
  if (screen.kind === "line-of-business") return make(state, { kind: "lineOfBusiness", value: text });
  if (screen.kind !== "fact") return state;
  if (screen.fact.type === "text") return make(state, { kind: "fact", id: screen.fact.id, value: text });
  const value = parseNumber(text);
  if (value === null) return say(state, { code: "not-a-number" });
  if (!withinBounds(screen.fact as NumberFact, value)) return say(state, { code: "out-of-bounds" });
  return make(state, { kind: "fact", id: screen.fact.id, value });
}

/** Begins to answer as the person who is known by now. */
function join(state: State): State {
  const joined = addResponse(state);
  return joined.at === state.at ? arrive(joined, state.at + 1) : joined;
}

/** "2.5", "2 500 000", "2,500,000"; null for anything that could mean two numbers. */
export function parseNumber(text: string): number | null {
  const plain = /^-?\d{1,3}([ ,_'\u00a0]\d{3})+(\.\d+)?$/.test(text) ? text.replace(/[ ,_'\u00a0]/g, "") : text;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function withinBounds(fact: NumberFact, value: number): boolean {
  const [lo, hi] = factBounds(fact);
  return value >= lo && value <= hi && (!fact.whole || Number.isInteger(value));
}

/** How many choices a screen offers. */
export function choicesOf(state: State, screen: Screen): number {
  const { questionnaire, assessment } = state;
  switch (screen.kind) {
    case "who":
      return (assessment.responses ?? []).length + 1;
    case "role":
      return questionnaire.roles.length + 1;
    case "fact":
      return screen.fact.type === "choice" ? screen.fact.choices.length : 0;
    case "criterion":
      return screen.criterion.options?.length ?? levelsOf(questionnaire, screen.criterion).length;
    default:
      return 0;
  }
}

function choose(state: State, name: string, before: Message | null): State {
  const screen = screenAt(state);
  const choices = choicesOf(state, screen);
  const first = screen.kind === "criterion" && !screen.criterion.options ? 0 : 1;
  if (name === "up") return { ...state, cursor: state.cursor <= 0 ? choices - 1 : state.cursor - 1 };
  if (name === "down") return { ...state, cursor: state.cursor + 1 >= choices ? 0 : state.cursor + 1 };
  if (/^\d$/.test(name)) {
    const picked = Number(name) - first;
    return picked >= 0 && picked < choices ? pick({ ...state, cursor: picked }, screen, name) : state;
  }
  if (name === "space" || name === "enter") {
    if (screen.kind === "end") return name === "enter" ? { ...state, ended: "finished" } : state;
    return state.cursor < 0 && state.ticked.length === 0
      ? say(state, { code: "choose-first" })
      : pick(state, screen, name);
  }
  if (name === "left" || name === "b") return back(state);
  const leaving = name === "right" || name === "s" || name === "j" || name === "q";
  const waits = state.draft.note !== undefined || state.draft.evidence !== undefined;
  if (leaving && waits && !(before?.code === "draft-waits" && before.key === name))
    return say(state, { code: "draft-waits", key: name });
  if (name === "right" || name === "s") return forward(state);
  if (name === "j") return { ...state, mode: { kind: "jump", cursor: 0 } };
  if (name === "q") return { ...state, ended: "quit" };
  return screen.kind === "criterion" ? remark(state, screen.criterion.na !== undefined, name) : state;
}

function pick(state: State, screen: Screen, name: string): State {
  const { cursor, questionnaire, assessment } = state;
  if (screen.kind === "who") {
    const responses = assessment.responses ?? [];
    return cursor < responses.length ? continueAs(state, cursor) : go(state, state.at + 1);
  }
  if (screen.kind === "role") {
    const role = questionnaire.roles[cursor]?.id ?? null;
    return join({ ...state, role });
  }
  if (screen.kind === "fact" && screen.fact.type === "choice") {
    return make(state, { kind: "fact", id: screen.fact.id, value: screen.fact.choices[cursor]!.id });
  }
  if (screen.kind !== "criterion") return state;
  const { options } = screen.criterion;
  if (!options) return give(state, screen.criterion.id, cursor);
  if (name === "enter")
    return give(
      state,
      screen.criterion.id,
      options.map(({ id }) => id).filter(id => state.ticked.includes(id)),
    );
  const { id } = options[cursor]!;
  const ticked = state.ticked.includes(id) ? state.ticked.filter(one => one !== id) : [...state.ticked, id];
  return { ...state, ticked };
}

/** The remarks that go with an answer: those it has, and those waiting for it. */
function remarksFor(state: State, id: string): Draft {
  const answer = answerOf(state, id);
  const has: Draft = typeof answer === "object" && !Array.isArray(answer) ? answer : {};
  const note = state.draft.note ?? has.note;
  const evidence = [...(has.evidence ?? []), ...(state.draft.evidence ?? [])];
  return { ...(note !== undefined && { note }), ...(evidence.length > 0 && { evidence }) };
}

/** Answers with a level, options, "unknown" or a reason why it does not apply, remarks included. */
function give(state: State, id: string, said: number | string[] | "unknown" | { na: string }, to?: number): State {
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

function remark(state: State, naAllowed: boolean, name: string): State {
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
  return name === "?" ? { ...state, mode: { kind: "why" } } : state;
}

function write(state: State, field: TextField, evidence: Evidence, text: string): State {
  const screen = screenAt(state);
  if (screen.kind !== "criterion") return state;
  const { id } = screen.criterion;
  if (field === "na") {
    return text === ""
      ? say(state, { code: "needs-reason" })
      : give({ ...state, mode: { kind: "ask" } }, id, { na: text });
  }
  if (field === "note") {
    const { note: _, ...rest } = state.draft;
    return attach({ ...state, mode: { kind: "ask" }, draft: text === "" ? rest : { ...rest, note: text } }, id);
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

export function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
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

function jump(state: State, cursor: number, name: string): State {
  const { dimensions } = state.questionnaire;
  const all = screens(state);
  const startOf = (index: number) =>
    all.findIndex(one => one.kind === "criterion" && one.dimension.id === dimensions[index]?.id);
  const offered = dimensions.flatMap((_, index) => (startOf(index) >= 0 ? [index] : []));
  const at = Math.max(0, offered.indexOf(cursor));
  const to = (index: number): State => ({ ...state, mode: { kind: "jump", cursor: offered[index]! } });
  if (name === "up") return to(at === 0 ? offered.length - 1 : at - 1);
  if (name === "down") return to((at + 1) % offered.length);
  if (name === "enter" && offered.length > 0) return go(state, startOf(offered[at]!));
  return name === "escape" || name === "j" || name === "left" || name === "b"
    ? { ...state, mode: { kind: "ask" } }
    : state;
}

/** Takes the last action back: the answer it gave, and the way it went. Without one it goes one screen up. */
function back(state: State): State {
  const done = state.past.at(-1);
  if (!done) {
    const first = state.response === null ? 0 : state.setup.length;
    return state.at > first ? arrive(state, state.at - 1) : say(state, { code: "at-the-beginning" });
  }
  const undone: State = {
    ...(done.inverse ? change(state, done.inverse) : state),
    past: state.past.slice(0, -1),
    future: [...state.future, done],
  };
  return { ...arrive(undone, done.at), cursor: arrive(state, done.at).cursor };
}

/** Goes on: gives again what was taken back, or leaves the question as it is. */
function forward(state: State): State {
  const done = state.future.at(-1);
  if (done && done.at === state.at) {
    const future = state.future.slice(0, -1);
    const redone = done.change ? make(state, done.change) : go(state, state.at + 1);
    return { ...redone, future };
  }
  return go(state, state.at + 1);
}

// What a key does: (state, key) -> state. Pure; every path of the interview can be walked without a terminal.
import type { NumberFact } from "../model/questionnaire.ts";
import { levelsOf, withinBounds } from "../questionnaire/outline.ts";
import { screenAt } from "./given.ts";
import { find, jump, openJump } from "./jump.ts";
import { back, forward, isMove, isTakable, leave, move, takeBack } from "./moves.ts";
import { pastedText } from "./pasted.ts";
import { chooseRole, openPeople, people, rename } from "./people.ts";
import { give, remark, write } from "./remarks.ts";
import { fillRow, writeRow } from "./rows.ts";
import { rolesAsked, type Screen } from "./screens.ts";
import { addResponse, continueAs, giveFact, go, type Message, type Mode, make, type State, say } from "./state.ts";
import { longestOf, readNumber } from "./typed.ts";
import { entryOf } from "./way.ts";

/** A key by its name ("up", "1", "q"), a line of text that was typed and confirmed, or one that was pasted. */
export type Key = { kind: "press"; name: string } | { kind: "line"; text: string } | { kind: "paste"; text: string };

export function press(state: State, key: Key): State {
  if (state.ended) return state;
  const calm = { ...state, message: null };
  const next = pressed(state, calm, key);
  // A key that means nothing here is told so: silence looks like a broken keyboard.
  return next === calm && key.kind === "press" ? say(calm, { code: "not-a-key", key: key.name.slice(0, 20) }) : next;
}

function pressed(state: State, calm: State, key: Key): State {
  if (key.kind === "press" && key.name === "quit") return leave(calm);
  // Where keys choose, the characters of a text would choose too, one after the other.
  if (key.kind === "paste")
    return isTyping(state)
      ? press(state, { kind: "line", text: pastedText(state, key.text) })
      : say(calm, { code: "pasted" });
  switch (state.mode.kind) {
    case "why":
      return key.kind === "press" ? read(calm, state.mode.from, key.name) : { ...calm, mode: { kind: "ask" } };
    case "jump":
      return key.kind === "press" ? jump(calm, state.mode, key.name) : calm;
    case "find":
      return key.kind === "line" ? find(calm, key.text) : leaves(calm, key.name, openJump);
    case "people":
      return key.kind === "press" ? people(calm, state.mode.cursor, key.name, state.message) : calm;
    case "rename": {
      const { response } = state.mode;
      if (key.kind === "line") return rename(calm, response, key.text.trim());
      return leaves(calm, key.name, one => openPeople(one, response));
    }
    case "role-of":
      return key.kind === "press" ? chooseRole(calm, state.mode, key.name) : calm;
    case "which":
      return which(calm, state.mode, key.kind === "press" ? key.name : "escape");
    case "text":
      return key.kind === "line"
        ? write(calm, state.mode, key.text.trim())
        : leaves(calm, key.name, one => ({ ...one, mode: { kind: "ask" } }));
    case "ask":
      return ask(calm, key, state.message);
  }
}

function ask(state: State, key: Exclude<Key, { kind: "paste" }>, before: Message | null): State {
  const screen = screenAt(state);
  if (takesText(screen)) return answerText(state, key, before);
  if (screen.kind === "row")
    return key.kind === "line" ? writeRow(state, screen, key.text) : fillRow(state, screen, key.name, before);
  return key.kind === "press" ? choose(state, key.name, before) : state;
}

/** Screens on which letters are text, not commands. */
export function takesText(screen: Screen): boolean {
  if (screen.kind === "fact") return screen.fact.type !== "choice";
  return ["respondent", "organization", "line-of-business"].includes(screen.kind);
}

/** Whether what is typed now is text. */
export const isTyping = (state: State): boolean =>
  ["text", "find", "rename"].includes(state.mode.kind) || (state.mode.kind === "ask" && takesText(screenAt(state)));

const scrollBy = 5;
const scrollEnd = 200;

function read(state: State, from: number, name: string): State {
  if (name === "down") return { ...state, mode: { kind: "why", from: Math.min(scrollEnd, from + scrollBy) } };
  if (name === "up") return { ...state, mode: { kind: "why", from: Math.max(0, from - scrollBy) } };
  return { ...state, mode: { kind: "ask" } };
}

/** Leaves a line for a text, to where it was opened. */
const leaves = (state: State, name: string, to: (state: State) => State): State =>
  name === "escape" ? to({ ...state, text: "" }) : state;

function answerText(state: State, key: Exclude<Key, { kind: "paste" }>, before: Message | null): State {
  const screen = screenAt(state);
  if (key.kind === "press") {
    if (key.name === "take-back") return takeBack(state, before);
    if (key.name === "up" || key.name === "escape") return back(state);
    if (key.name !== "down") return state;
    if (screen.kind !== "respondent") return forward(state);
  }
  const text = key.kind === "line" ? key.text.trim() : (state.respondent ?? "");
  const longest = longestOf(screen.kind);
  if (text.length > longest) return say({ ...state, text }, { code: "too-long", longest });
  if (screen.kind === "respondent") {
    const named = { ...state, respondent: text || undefined };
    return screenAt(state, state.at + 1).kind === "role" ? go(named, state.at + 1) : join(named);
  }
  // A field that opened with the text that is given, and was emptied.
  if (text === "" && state.text !== "" && isTakable(state)) return forward(takeBack(state, before));
  if (text === "") return forward(state);
  if (screen.kind === "organization") return make(state, { kind: "organization", value: text });
  if (screen.kind === "line-of-business") return make(state, { kind: "lineOfBusiness", value: text });
  if (screen.kind !== "fact") return state;
  if (screen.fact.type === "text") return giveFact(state, screen.fact.id, text);
  const read = readNumber(text, screen.fact as NumberFact);
  if (read === null) return say({ ...state, text }, { code: "not-a-number" });
  if ("either" in read) return { ...state, mode: { kind: "which", values: read.either, text } };
  return giveNumber({ ...state, text }, screen.fact as NumberFact, read.value);
}

/** Says what was read where it does not look like what was typed. */
function giveNumber(state: State, fact: NumberFact, value: number): State {
  if (!withinBounds(fact, value)) return say(state, { code: "out-of-bounds" });
  const given = giveFact(state, fact.id, value);
  return state.text === String(value) ? given : say(given, { code: "read-as", value });
}

/** Which of two numbers was meant; any other key goes back to the text. */
function which(state: State, { values, text }: Extract<Mode, { kind: "which" }>, name: string): State {
  const asked: State = { ...state, mode: { kind: "ask" }, text };
  const value = values[Number(name) - 1];
  const { fact } = screenAt(state) as Extract<Screen, { kind: "fact" }>;
  return value === undefined ? asked : giveNumber(asked, fact as NumberFact, value);
}

/** Begins to answer as the person who is known by now. */
function join(state: State): State {
  const joined = addResponse(state);
  return joined.at === state.at ? go(joined, entryOf(joined)) : joined;
}

/** How many choices a screen offers. */
function choicesOf(state: State, screen: Screen): number {
  const { questionnaire, assessment } = state;
  switch (screen.kind) {
    case "who":
      return (assessment.responses ?? []).length + 1;
    case "role":
      return rolesAsked(questionnaire).length + 1;
    case "fact":
      return screen.fact.type === "choice" ? screen.fact.choices.length : 0;
    case "criterion":
      return screen.criterion.options?.length ?? levelsOf(questionnaire, screen.criterion).length;
    default:
      return 0;
  }
}

const takesBack = (name: string): boolean => name === "x" || name === "delete";

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
    const confirms = name === "enter" && state.ticked.length > 0;
    return state.cursor < 0 && !confirms ? say(state, { code: "choose-first" }) : pick(state, screen, name);
  }
  const waits = state.draft.note !== undefined || state.draft.evidence !== undefined;
  const warned = before?.code === "draft-waits" && before.key === name;
  if ((isMove(name) || takesBack(name)) && waits && !warned) return say(state, { code: "draft-waits", key: name });
  // Nobody gives answers before it is known who they are.
  if (["right", "s", "j", "/"].includes(name) && state.response === null) return say(state, { code: "choose-first" });
  if (isMove(name)) return move(state, name);
  if (takesBack(name)) return waits ? { ...state, draft: {} } : takeBack(state, before);
  return screen.kind === "criterion" ? remark(state, screen.criterion.na !== undefined, name) : state;
}

function pick(state: State, screen: Screen, name: string): State {
  const { cursor, questionnaire, assessment } = state;
  if (screen.kind === "who") {
    const responses = assessment.responses ?? [];
    return cursor < responses.length ? continueAs(state, cursor) : go(state, state.at + 1);
  }
  if (screen.kind === "role") {
    const role = rolesAsked(questionnaire)[cursor]?.id ?? null;
    return join({ ...state, role });
  }
  if (screen.kind === "fact" && screen.fact.type === "choice") {
    return giveFact(state, screen.fact.id, screen.fact.choices[cursor]!.id);
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

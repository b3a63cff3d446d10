// Who answered, and what a workshop agreed on: another name, another department, away with one. (state, key) -> state.
// Rule kept: nothing goes before it was said how much goes with it.
import type { Agreed, Response } from "../model/assessment.ts";
import { isSameName } from "../model/names.ts";
import { rolesAsked } from "./screens.ts";
import { change, continueAs, type Message, type Mode, type State, say, start } from "./state.ts";
import { longestOf } from "./typed.ts";

export type Entry = { kind: "person"; response: number; said: Response } | { kind: "agreed"; id: string; said: Agreed };

export const entriesOf = ({ assessment: { responses = [], agreed = {} } }: State): Entry[] => [
  ...responses.map((said, response) => ({ kind: "person" as const, response, said })),
  ...Object.entries(agreed).map(([id, said]) => ({ kind: "agreed" as const, id, said })),
];

/** Questions and rows that somebody answered. */
export const countOf = ({ answers, grids = {} }: Response): number =>
  Object.keys(answers).length + Object.values(grids).flatMap(rows => Object.keys(rows)).length;

export const openPeople = (state: State, cursor = 0): State => ({
  ...state,
  text: "",
  mode: { kind: "people", cursor },
});

const leave = (state: State): State => ({ ...state, text: "", mode: { kind: "ask" } });

export function people(state: State, cursor: number, name: string, before: Message | null): State {
  const entries = entriesOf(state);
  const entry = entries[cursor]!;
  if (["escape", "j", "left", "b"].includes(name)) return leave(state);
  if (name === "up") return openPeople(state, cursor === 0 ? entries.length - 1 : cursor - 1);
  if (name === "down") return openPeople(state, (cursor + 1) % entries.length);
  if (/^[1-9]$/.test(name)) return Number(name) <= entries.length ? openPeople(state, Number(name) - 1) : state;
  if (name === "x" || name === "delete") return remove(state, entry, cursor, before);
  if (entry.kind !== "person") return state;
  const { response, said } = entry;
  if (name === "r") return { ...state, text: said.respondent ?? "", mode: { kind: "rename", response } };
  const at = rolesAsked(state.questionnaire).findIndex(({ id }) => id === said.role);
  return name === "o" ? { ...state, mode: { kind: "role-of", response, cursor: at } } : state;
}

/** Said first, done when the key is pressed again. */
function remove(state: State, entry: Entry, cursor: number, before: Message | null): State {
  if (before?.code !== "goes" || before.entry !== cursor)
    return say(state, { code: "goes", entry: cursor, answers: entry.kind === "person" ? countOf(entry.said) : null });
  if (entry.kind === "agreed") return stay(change(state, { kind: "agree", id: entry.id, value: undefined }), cursor);
  const { response } = entry;
  const without = change(state, { kind: "leave", response });
  const { questionnaire, assessment, today, then, log } = without;
  // Whoever answers now is not in it any more: somebody else has to go on.
  if (response === state.response)
    return { ...start({ questionnaire, assessment, today, deciding: then.deciding }), log };
  const own = state.response !== null && response < state.response ? state.response - 1 : state.response;
  return stay({ ...without, response: own }, cursor);
}

/** On the list, as long as something is on it. */
function stay(state: State, cursor: number): State {
  const last = entriesOf(state).length - 1;
  return last < 0 ? leave(state) : openPeople(state, Math.min(last, cursor));
}

export function rename(state: State, response: number, text: string): State {
  const respondent = text || undefined;
  const said = state.assessment.responses![response]!;
  const longest = longestOf("respondent");
  if (text.length > longest) return say({ ...state, text }, { code: "too-long", longest });
  if (respondent === said.respondent) return openPeople(state, response);
  if (respondent !== undefined && isTaken(state, response, { ...said, respondent }))
    return say({ ...state, text }, { code: "name-taken", name: text });
  const renamed = change(state, { kind: "rename", response, respondent });
  return openPeople(response === state.response ? { ...renamed, respondent } : renamed, response);
}

export function chooseRole(state: State, mode: Extract<Mode, { kind: "role-of" }>, name: string): State {
  const { response, cursor } = mode;
  const roles = [...rolesAsked(state.questionnaire).map(({ id }) => id), undefined];
  const to = (index: number): State => ({ ...state, mode: { ...mode, cursor: index } });
  if (["escape", "left", "b"].includes(name)) return openPeople(state, response);
  if (name === "up") return to(cursor <= 0 ? roles.length - 1 : cursor - 1);
  if (name === "down") return to((cursor + 1) % roles.length);
  if (name === "enter" || name === "space")
    return cursor < 0 ? say(state, { code: "choose-first" }) : giveRole(state, response, roles[cursor]);
  const picked = /^[1-9]$/.test(name) ? Number(name) - 1 : -1;
  return picked >= 0 && picked < roles.length ? giveRole(state, response, roles[picked]) : state;
}

function giveRole(state: State, response: number, role: string | undefined): State {
  const { role: before, ...said } = state.assessment.responses![response]!;
  if (role === before) return openPeople(state, response);
  if (isTaken(state, response, { ...said, ...(role !== undefined && { role }) }))
    return say(state, { code: "name-taken", name: said.respondent! });
  const moved = change(state, { kind: "role", response, role });
  // Another department is asked other questions.
  return openPeople(response === state.response ? continueAs(moved, response) : moved, response);
}

/** A name answers once in a role: two of them would be one person with two answers. */
const isTaken = ({ assessment }: State, response: number, { respondent, role }: Response): boolean =>
  respondent !== undefined &&
  assessment.responses!.some(
    (one, at) => at !== response && one.role === role && isSameName(one.respondent, respondent),
  );

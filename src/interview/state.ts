// The state of an interview: everything that a key can change, and nothing of a terminal. `press` makes the next one.

import { applyChange, type Change } from "../assessment/change.ts";
import { type Assessment, type Evidence, factValue, type Response } from "../model/assessment.ts";
import type { Cells } from "../model/grid.ts";
import { isSameName } from "../model/names.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { answerOf, cellsOf, levelOf, optionsOf, screenAt, screens } from "./given.ts";
import type { FactsThen, Screen, SetupScreen } from "./screens.ts";
import { entryOf, nextOf } from "./way.ts";

/** Remarks on a question that has no answer yet: they go with the answer when it comes. */
export interface Draft {
  note?: string;
  evidence?: Evidence[];
}

export type TextField = "note" | "na" | "evidence-text" | "evidence-url" | "evidence-date";

export type Mode =
  | { kind: "ask" }
  /** `from`: the line it has been scrolled to; a screen on which all fits ignores it. */
  | { kind: "why"; from: number }
  /** `words`: what is looked for; null on the list of the parts. */
  | { kind: "jump"; cursor: number; words: string | null }
  /** A line for words to look for. */
  | { kind: "find" }
  | { kind: "people"; cursor: number }
  /** A line for another name of who gave a response. */
  | { kind: "rename"; response: number }
  | { kind: "role-of"; response: number; cursor: number }
  | { kind: "text"; field: TextField; evidence: Evidence }
  /** A number that may mean two: which one, of the text as it was typed. */
  | { kind: "which"; values: [number, number]; text: string };

export type Message =
  | { code: "choose-first" }
  | { code: "na-not-allowed" }
  | { code: "needs-reason" }
  | { code: "not-a-number" }
  | { code: "read-as"; value: number }
  | { code: "too-long"; longest: number }
  | { code: "not-a-key"; key: string }
  | { code: "out-of-bounds" }
  | { code: "not-a-date" }
  | { code: "date-to-come" }
  | { code: "draft-waits"; key: string }
  | { code: "row-empty" }
  | { code: "row-through" }
  | { code: "row-waits"; key: string }
  | { code: "row-unreadable"; word: string; suggestion: string | null }
  | { code: "row-mark-missing"; word: string }
  | { code: "row-party-missing"; mark: string }
  | { code: "row-length"; found: number; parties: number }
  | { code: "row-twice"; party: string }
  | { code: "at-the-beginning" }
  | { code: "taken-back" }
  | { code: "nothing-to-take-back" }
  | { code: "remarks-go" }
  /** Removing is asked first: how many answers go with it; null where it is what a workshop agreed on. */
  | { code: "goes"; entry: number; answers: number | null }
  | { code: "name-taken"; name: string }
  | { code: "nothing-found"; words: string }
  | { code: "pasted" }
  | { code: "line-cut" }
  | { code: "not-saved"; reason: string }
  | { code: "joined" };

export interface State {
  questionnaire: Questionnaire;
  assessment: Assessment;
  setup: SetupScreen[];
  /** Index of the response being given, which begins with its first answer; null until it is known who answers. */
  response: number | null;
  /** Goes on with answers given before: who answers stays. */
  resumed: boolean;
  respondent: string | undefined;
  /** null: several people together; undefined: not chosen yet. */
  role: string | null | undefined;
  today: string | undefined;
  /** The facts as they were when this began: what a role is asked stays the same while it answers. */
  then: FactsThen;
  at: number;
  /** Highlighted choice; -1 for none, so that Enter alone never answers. */
  cursor: number;
  /** Options ticked on a multiple choice, before they are confirmed. */
  ticked: string[];
  draft: Draft;
  /** The row of a grid as it is on the screen, before it is confirmed. */
  cells: Cells;
  /** What a text field opens with: the note that is there, a text that was refused and is to be corrected. */
  text: string;
  mode: Mode;
  message: Message | null;
  /** The screens on the way here, the last one last. */
  past: number[];
  /** Every change made to the assessment, in order: what its file has to be told. */
  log: Change[];
  ended: "quit" | "finished" | null;
}

export interface Start {
  questionnaire: Questionnaire;
  assessment: Assessment;
  respondent?: string | undefined;
  role?: string | undefined;
  today?: string | undefined;
  /** Ids of the open facts that the verdict waits for: they are asked first. */
  deciding?: readonly string[];
}

/** A screen on which nothing was pressed yet. */
const untouched = {
  cursor: -1,
  ticked: [],
  draft: {},
  cells: {},
  text: "",
  mode: { kind: "ask" },
  message: null,
} satisfies Partial<State>;

/** An interview at its beginning, or where the named respondent stopped. */
export function start({ questionnaire, assessment, respondent, role, today, deciding = [] }: Start): State {
  const responses = assessment.responses ?? [];
  const alike = alikeIn(responses, respondent, role);
  // A role alone is the one who gave no name in it: whoever did has to say so again.
  const unnamed = responses.findIndex(
    one => respondent === undefined && role !== undefined && one.respondent === undefined && one.role === role,
  );
  // A name goes on at once only where there is nothing to confuse: one response, and written as it is there.
  const known = alike.length === 1 && responses[alike[0]!]!.respondent === respondent ? alike[0]! : unnamed;
  const asksWho =
    respondent === undefined ? responses.some(one => role === undefined || one.role === role) : alike.length > 0;
  const setup: SetupScreen[] = [
    ...(known < 0 && asksWho ? [{ kind: "who" } as const] : []),
    ...(known < 0 && (asksWho || respondent === undefined) ? [{ kind: "respondent" } as const] : []),
    ...(known < 0 && role === undefined ? [{ kind: "role" } as const] : []),
  ];
  const state: State = {
    questionnaire,
    assessment,
    setup,
    response: null,
    resumed: false,
    respondent,
    role,
    today,
    then: { known: Object.keys(assessment.facts ?? {}), deciding },
    at: 0,
    ...untouched,
    past: [],
    log: [],
    ended: null,
  };
  if (known >= 0) return continueAs(state, known);
  return arrive(setup.length === 0 ? addResponse(state) : state, 0);
}

/** The state on another screen, with what was answered there highlighted. */
export function arrive(state: State, at: number): State {
  const moved: State = {
    ...state,
    at,
    ...untouched,
  };
  const screen = screenAt(moved);
  return { ...moved, ...highlighted(moved, screen) };
}

/** What a screen shows of what was given: a text is there to be edited. */
function highlighted(state: State, screen: Screen): Partial<State> {
  const { organization, lineOfBusiness = "", facts = {}, responses = [] } = state.assessment;
  if (screen.kind === "who") return { cursor: alikeIn(responses, state.respondent, state.role)[0] ?? -1 };
  if (screen.kind === "respondent") return { text: state.respondent ?? "" };
  if (screen.kind === "organization") return { text: organization };
  if (screen.kind === "line-of-business") return { text: lineOfBusiness };
  if (screen.kind === "fact") {
    const value = factValue(facts[screen.fact.id]);
    if (screen.fact.type !== "choice") return { text: value === undefined ? "" : String(value) };
    return { cursor: screen.fact.choices.findIndex(({ id }) => id === value) };
  }
  if (screen.kind === "row") return { cursor: 0, cells: cellsOf(state, screen) ?? {} };
  if (screen.kind !== "criterion") return {};
  const answer = answerOf(state, screen.criterion.id);
  const options = optionsOf(answer);
  return options ? { ticked: options } : { cursor: levelOf(answer) ?? -1 };
}

export const say = (state: State, message: Message): State => ({ ...state, message });

/** A change made to the assessment; the first answer of someone new brings their response with it. */
export function change(state: State, made: Change): State {
  const { respondent, role, today: date } = state;
  const isFirst = (made.kind === "answer" || made.kind === "row") && !state.assessment.responses?.[made.response];
  const respond: Change[] = isFirst ? [{ kind: "respond", respondent, role: role ?? undefined, date }] : [];
  const changes = [...respond, made];
  return { ...state, assessment: changes.reduce(applyChange, state.assessment), log: [...state.log, ...changes] };
}

/** Makes a change, and goes on. */
export const make = (state: State, made: Change, to = nextOf(state)): State => leap(change(state, made), to);

/** Goes to another screen without a change. */
export function go(state: State, to: number): State {
  const last = screens(state).length - 1;
  if (state.at === last && to > last) return state;
  return leap(state, Math.min(last, Math.max(0, to)));
}

/** Arrives somewhere and remembers where it came from. */
const leap = (state: State, to: number): State =>
  arrive(to === state.at ? state : { ...state, past: [...state.past, state.at] }, to);

/** Gives a fact, with who gave it where that is known. A value that stands already keeps the one who gave it. */
export function giveFact(state: State, id: string, value: number | string): State {
  const { respondent: by, today: date, assessment } = state;
  const had = assessment.facts?.[id];
  if (factValue(had) === value) return go(state, nextOf(state));
  if (by === undefined) return make(state, { kind: "fact", id, value });
  const note = typeof had === "object" && isSameName(had.by, by) ? had.note : undefined;
  const given = { value, by, ...(date !== undefined && { date }), ...(note !== undefined && { note }) };
  return make(state, { kind: "fact", id, value: given });
}

/** Answers as someone new, once it is known who that is. A name that answered in this role before goes on; one that is only written
 * differently is asked whether it is the same person. */
export function addResponse(state: State): State {
  const { respondent, role, assessment, setup } = state;
  const responses = assessment.responses ?? [];
  const own = state.response === null ? undefined : responses[state.response];
  // Who goes back over their own name and department, and gives the same, is nobody new; a name may be missing.
  if (own && own.respondent === respondent && own.role === (role ?? undefined)) return state;
  const same = respondent === undefined ? undefined : alikeIn(responses, respondent, role)[0];
  if (same === undefined) return { ...state, response: responses.length };
  const who = setup.findIndex(({ kind }) => kind === "who");
  const asks = responses[same]!.respondent !== respondent && who >= 0;
  return asks ? arrive(state, who) : continueAs(state, same);
}

/** The responses under a name, however it is written: in a role, in none (null), or in any. */
const alikeIn = (responses: Response[], respondent: string | undefined, role: string | null | undefined): number[] =>
  responses.flatMap((one, at) =>
    respondent !== undefined &&
    isSameName(one.respondent, respondent) &&
    (role === undefined || (one.role ?? null) === role)
      ? at
      : [],
  );

/** Goes on as someone who answered before: with the facts that are open, then after the last answer, or at the first question left out. */
export function continueAs(state: State, response: number): State {
  const { respondent, role } = state.assessment.responses![response]!;
  const known = { response, respondent, role: role ?? null, resumed: true };
  const resumed: State = { ...state, ...known, past: [] };
  return arrive(resumed, entryOf(resumed));
}

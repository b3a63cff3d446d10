// The state of an interview: everything that a key can change, and nothing of a terminal. `press` makes the next one.

import { applyChange, type Change } from "../assessment/change.ts";
import { ownValue } from "../evaluate/own-value.ts";
import { type Answer, type Assessment, type Evidence, factValue } from "../model/assessment.ts";
import type { Cells, Grid, GridRow } from "../model/grid.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { type Screen, type SetupScreen, screensOf } from "./screens.ts";

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
  | { kind: "jump"; cursor: number }
  | { kind: "text"; field: TextField; evidence: Evidence };

export type Message =
  | { code: "choose-first" }
  | { code: "na-not-allowed" }
  | { code: "needs-reason" }
  | { code: "not-a-number" }
  | { code: "out-of-bounds" }
  | { code: "not-a-date" }
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
export function start({ questionnaire, assessment, respondent, role, today }: Start): State {
  const responses = assessment.responses ?? [];
  // A role alone is the one who gave no name in it: whoever did has to say so again.
  const known = responses.findIndex(
    one =>
      (respondent !== undefined || role !== undefined) &&
      one.respondent === respondent &&
      (role === undefined || one.role === role),
  );
  const mayGoOn = responses.some(one => role === undefined || one.role === role);
  const setup: SetupScreen[] = [
    ...(known < 0 && mayGoOn && respondent === undefined ? [{ kind: "who" } as const] : []),
    ...(known < 0 && respondent === undefined ? [{ kind: "respondent" } as const] : []),
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
    at: 0,
    ...untouched,
    past: [],
    log: [],
    ended: null,
  };
  if (known >= 0) return continueAs(state, known);
  return arrive(setup.length === 0 ? addResponse(state) : state, 0);
}

export const screens = ({ questionnaire, setup, role }: State): Screen[] =>
  screensOf(questionnaire, setup, role ?? null);

export const screenAt = (state: State, at = state.at): Screen => screens(state)[at] ?? { kind: "end" };

/** The answer that the present respondent has given to a criterion. */
export function answerOf({ assessment, response }: State, id: string): Answer | undefined {
  return response === null ? undefined : assessment.responses?.[response]?.answers[id];
}

/** The row of a grid as the present respondent has filled it in. */
export function cellsOf(
  { assessment, response }: State,
  { grid, row }: { grid: Grid; row: GridRow },
): Cells | undefined {
  const given = response === null ? undefined : assessment.responses?.[response]?.grids;
  return ownValue(ownValue(given, grid.id), row.id);
}

/** Whether a question, or a row of a grid, has been answered by the present respondent; others are not counted. */
export function isAnswered(state: State, screen: Screen): boolean | null {
  if (screen.kind === "criterion") return answerOf(state, screen.criterion.id) !== undefined;
  return screen.kind === "row" ? cellsOf(state, screen) !== undefined : null;
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

function highlighted(state: State, screen: Screen): Partial<State> {
  if (screen.kind === "fact" && screen.fact.type === "choice") {
    const value = factValue(state.assessment.facts?.[screen.fact.id]);
    return { cursor: screen.fact.choices.findIndex(({ id }) => id === value) };
  }
  if (screen.kind === "row") return { cursor: 0, cells: cellsOf(state, screen) ?? {} };
  if (screen.kind !== "criterion") return {};
  const answer = answerOf(state, screen.criterion.id);
  const options = optionsOf(answer);
  return options ? { ticked: options } : { cursor: levelOf(answer) ?? -1 };
}

export function levelOf(answer: Answer | undefined): number | null {
  if (typeof answer === "number") return answer;
  return typeof answer === "object" && "level" in answer ? answer.level : null;
}

export function optionsOf(answer: Answer | undefined): string[] | null {
  if (Array.isArray(answer)) return answer;
  return typeof answer === "object" && "options" in answer ? answer.options : null;
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
export const make = (state: State, made: Change, to = state.at + 1): State => leap(change(state, made), to);

/** Goes to another screen without a change. */
export function go(state: State, to: number): State {
  const last = screens(state).length - 1;
  if (state.at === last && to > last) return state;
  return leap(state, Math.min(last, Math.max(0, to)));
}

/** Arrives somewhere and remembers where it came from. */
const leap = (state: State, to: number): State =>
  arrive(to === state.at ? state : { ...state, past: [...state.past, state.at] }, to);

/** Answers as someone new, once it is known who that is; a name that answered in this role before goes on. */
export function addResponse(state: State): State {
  const { respondent, role, assessment } = state;
  const responses = assessment.responses ?? [];
  const own = state.response === null ? undefined : responses[state.response];
  // Who goes back over their own name and department, and gives the same, is nobody new; a name may be missing.
  if (own && own.respondent === respondent && own.role === (role ?? undefined)) return state;
  const same = responses.findIndex(
    one => respondent !== undefined && one.respondent === respondent && one.role === (role ?? undefined),
  );
  return same >= 0 ? continueAs(state, same) : { ...state, response: responses.length };
}

/** Goes on as someone who answered before: after the last answer, or at the first question left out. */
export function continueAs(state: State, response: number): State {
  const { respondent, role } = state.assessment.responses![response]!;
  const known = { response, respondent, role: role ?? null, resumed: true };
  const resumed: State = { ...state, ...known, past: [] };
  const all = screens(resumed);
  const after = all.findLastIndex(screen => isGiven(resumed, screen)) + 1;
  if (after > 0 && all[after]?.kind !== "end") return arrive(resumed, after);
  const open = all.findIndex(screen => isAnswered(resumed, screen) === false);
  return arrive(resumed, open < 0 ? all.length - 1 : open);
}

function isGiven(state: State, screen: Screen): boolean {
  const { facts = {}, lineOfBusiness } = state.assessment;
  const answered = isAnswered(state, screen);
  if (answered !== null) return answered;
  return screen.kind === "fact" ? screen.fact.id in facts : screen.kind === "line-of-business" && !!lineOfBusiness;
}

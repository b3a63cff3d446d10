// Keys for the state machine, written shortly: "b" is a key, "> some text" a line that was typed and confirmed.
import { parseDocument } from "../../src/document.ts";
import { screenAt } from "../../src/interview/given.ts";
import { type Key, press } from "../../src/interview/press.ts";
import { type Start, type State, start } from "../../src/interview/state.ts";
import type { Answer, Assessment } from "../../src/model/assessment.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { questionnaireText } from "../files/base.ts";

export const questionnaire = parseDocument(questionnaireText, "base.yaml").value as Questionnaire;
export const empty: Assessment = { questionnaire: "base", version: "1.2.0", organization: "Example Ltd" };
export const today = "2026-11-21";
/** Every fact of it: nobody is asked for one. */
export const facts = { ordering: "live", revenue: 5, price: 2.5, remark: "Busy", "partner-now": "agency" };

export const keyOf = (short: string): Key =>
  short.startsWith(">") ? { kind: "line", text: short.slice(1).trimStart() } : { kind: "press", name: short };

export const walk = (state: State, ...keys: string[]): State =>
  keys.reduce((at, short) => press(at, keyOf(short)), state);

export const begin = (more: Partial<Start> = {}): State => start({ questionnaire, assessment: empty, today, ...more });

/** Ann of sales at the first criterion: nothing is answered but who she is. */
export const atCriteria = (more: Partial<Start> = {}): State =>
  walk(begin({ respondent: "Ann", role: "sales", ...more }), ...skipsOf(questionnaire));

/** Past the organisation, the line of business and every fact, with nothing given. */
export const skipsOf = ({ facts = [] }: Questionnaire): string[] => [
  "down",
  "down",
  ...facts.map(fact => (fact.type === "choice" ? "s" : "down")),
];

/** What is shown, in a word: the kind of screen, or the id of the fact or criterion. */
export function shown(state: State): string {
  const screen = screenAt(state);
  if (screen.kind === "fact") return screen.fact.id;
  return screen.kind === "criterion" ? screen.criterion.id : screen.kind;
}

export const answers = (state: State, response = 0): Record<string, Answer> | undefined =>
  state.assessment.responses?.[response]?.answers;

export const said = (state: State): string | null => state.message?.code ?? null;

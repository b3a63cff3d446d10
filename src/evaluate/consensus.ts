// From what people said to what counts. In: an assessment that `check` has nothing against. Out: the inputs of a frame, and per
// criterion who said what. Rule kept: lower median per role, then over the roles that the criterion lists, over all inside roles
// if none of those answered; no level is unknown, else N/A, else unanswered; never 0.
import {
  type Answer,
  type Assessment,
  type Evidence,
  type FactAnswer,
  factEntries,
  factValue,
  type Response,
} from "../model/assessment.ts";
import type { Evaluation, ResponseView, RoleLevels } from "../model/evaluation.ts";
import type { Criterion, Fact, Questionnaire } from "../model/questionnaire.ts";
import { factBounds } from "./criteria.ts";
import {
  ANSWERED,
  createInputs,
  EVIDENCE_TEXT,
  EVIDENCE_URL,
  type Inputs,
  NOT_APPLICABLE,
  UNANSWERED,
  UNKNOWN,
} from "./frame.ts";
import { type FilledGrid, filledGrids, setHeld } from "./grids.ts";
import { ownValue } from "./own-value.ts";
import type { Program } from "./program.ts";

export interface Bound {
  inputs: Inputs;
  /** Who said what, per criterion, in the order of roles, then of respondents' names. */
  voices: ResponseView[][];
  /** What each role says together, per criterion; empty for multiple choices, and where something was agreed. */
  heard: RoleLevels[][];
  /** Per criterion: settled in a workshop. */
  agreed: boolean[];
  grids: FilledGrid[];
}

/** The value in the middle, the lower of two: a conservative choice. */
export function lowerMedian(values: number[]): number {
  if (values.length < 2) return values[0] ?? NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? NaN;
}

export function bind(program: Program, assessment: Assessment): Bound {
  const { criteria, facts, questionnaire } = program;
  const inputs = createInputs(criteria.length, facts.length);
  for (const [index, fact] of facts.entries())
    setFact(inputs, index, fact, factValue(ownValue(assessment.facts, fact.id)));
  const responses = inOrder(questionnaire, assessment.responses ?? []);
  const voices = voicesOf(program, responses);
  const heard = criteria.map((criterion, index) => {
    const agreed = ownValue(assessment.agreed, criterion.id);
    return setCriterion(inputs, index, criterion, voices[index]!, agreed && said(agreed));
  });
  const grids = filledGrids(questionnaire, responses);
  setHeld(inputs, grids);
  const agreed = criteria.map(({ id }) => ownValue(assessment.agreed, id) !== undefined);
  return { inputs, voices, heard, agreed, grids };
}

/** By roles as the questionnaire lists them, then by names; whatever order a file has them in. */
function inOrder({ roles }: Questionnaire, responses: Response[]): Response[] {
  if (responses.length < 2) return responses;
  const places = new Map<string | null, number>(roles.map(({ id }, place) => [id, place]));
  const placeOf = ({ role }: Response) => places.get(role ?? null) ?? -1;
  return [...responses].sort(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      compareText(a.respondent ?? "", b.respondent ?? "") ||
      compareText(contentOf(a), contentOf(b)),
  );
}

/** Who said what, by the indexes of criteria. */
function voicesOf({ criteria, criterionIndex, outside }: Program, responses: Response[]): ResponseView[][] {
  const voices: ResponseView[][] = criteria.map(() => []);
  for (const { respondent = null, role = null, date = null, answers } of responses) {
    const isOutside = role !== null && outside.has(role);
    for (const id of Object.keys(answers)) {
      const voice = { respondent, role, date, outside: isOutside, ...said(answers[id]!) };
      voices[criterionIndex.get(id)!]!.push(voice);
    }
  }
  return voices;
}

export function factView(id: string, answer: FactAnswer | undefined): Evaluation["facts"][number] {
  const { value = null, by = null, date = null, note = null } = answer === undefined ? {} : factEntries(answer);
  return { id, value, by, date, note };
}

/** What a response says, the same in whatever order its answers are written. */
const contentOf = ({ date, answers, grids = {} }: Response): string =>
  JSON.stringify([date ?? null, answers, grids], (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.entries(part).sort(([a], [b]) => compareText(a, b))
      : part,
  );

/** By code units, so that no locale changes the order. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function setFact(inputs: Inputs, index: number, fact: Fact, value: number | string | undefined): void {
  const [lo, hi] = factBounds(fact);
  inputs.known[index] = value === undefined ? 0 : 1;
  const figure = fact.type === "choice" ? fact.choices.findIndex(choice => choice.id === value) : Number(value);
  inputs.factLo[index] = value === undefined ? lo : figure;
  inputs.factHi[index] = value === undefined ? hi : figure;
}

type Statement = Omit<ResponseView, "respondent" | "role" | "date" | "outside">;

function said(answer: Answer): Statement {
  if (answer === "unknown") return { state: "unknown" };
  if (typeof answer === "number") return { state: "answered", level: answer };
  if (Array.isArray(answer)) return { state: "answered", level: answer.length, options: answer };
  const remarks: { note?: string; evidence?: Evidence[] } = {};
  if (answer.note !== undefined) remarks.note = answer.note;
  if (answer.evidence?.length) remarks.evidence = answer.evidence;
  if ("na" in answer) return { state: "na", reason: answer.na, ...remarks };
  if ("unknown" in answer) return { state: "unknown", ...remarks };
  if ("options" in answer) {
    return { state: "answered", level: answer.options.length, options: answer.options, ...remarks };
  }
  return { state: "answered", level: answer.level, ...remarks };
}

/** Returns what each role says together, where that makes the level. */
function setCriterion(
  inputs: Inputs,
  index: number,
  criterion: Criterion,
  voices: ResponseView[],
  agreed?: Statement,
): RoleLevels[] {
  const inside = voices.filter(voice => !voice.outside);
  if (inside.length < voices.length) {
    inputs.outside[index] = lowerMedian(voices.flatMap(({ outside, level }) => (outside ? (level ?? []) : [])));
  }
  inputs.evidence[index] = evidenceOf(inside);
  const counted = agreed ? [{ role: null, ...agreed }] : inside;
  const heard = agreed || criterion.options ? [] : byRoles(criterion, inside, voice => voice.level!);
  inputs.state[index] = consensusState(counted);
  if (inputs.state[index] !== ANSWERED) return heard;
  if (!criterion.options) {
    inputs.level[index] = agreed ? agreed.level! : middle(heard);
    return heard;
  }
  criterion.options.forEach(({ id }, bit) => {
    const chosen = middle(byRoles(criterion, counted, voice => (voice.options?.includes(id) ? 1 : 0)));
    inputs.options[index]! |= chosen << bit;
  });
  inputs.level[index] = criterion.options.filter((_, bit) => inputs.options[index]! & (1 << bit)).length;
  return heard;
}

function evidenceOf(voices: ResponseView[]): number {
  let bits = 0;
  for (const { evidence } of voices) {
    for (const { text, url } of evidence ?? []) bits |= (text ? EVIDENCE_TEXT : 0) | (url ? EVIDENCE_URL : 0);
  }
  return bits;
}

function consensusState(voices: Pick<ResponseView, "state">[]): number {
  const anyone = (state: ResponseView["state"]) => voices.some(voice => voice.state === state);
  if (anyone("answered")) return ANSWERED;
  if (anyone("unknown")) return UNKNOWN;
  return anyone("na") ? NOT_APPLICABLE : UNANSWERED;
}

type Voice = Pick<ResponseView, "role" | "level" | "options">;

/** What each role says together, in the order in which they speak. */
export function byRoles(criterion: Criterion, voices: Voice[], figure: (voice: Voice) => number): RoleLevels[] {
  const byRole = new Map<string | null, number[]>();
  let anyListed = false;
  const isListed = (role: string | null) => role !== null && criterion.roles.includes(role);
  for (const voice of voices) {
    if (voice.level === undefined) continue;
    const levels = byRole.get(voice.role);
    if (levels) levels.push(figure(voice));
    else byRole.set(voice.role, [figure(voice)]);
    anyListed ||= isListed(voice.role);
  }
  return [...byRole].map(([role, levels]) => ({
    role,
    levels,
    median: lowerMedian(levels),
    counts: !anyListed || isListed(role),
  }));
}

/** Over the roles that count. */
const middle = (heard: RoleLevels[]): number =>
  lowerMedian(heard.flatMap(({ median, counts }) => (counts ? median : [])));

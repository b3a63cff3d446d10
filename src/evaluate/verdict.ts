// The verdict: what the conservative headline is, and what every completion of the open answers could still make of it.
// Rule kept: the headline grants nothing that is not certain; `provisional: false` is proven over all completions.

import { truthAt } from "../calculate/sheet.ts";
import { FAILS, HOLDS, OPEN } from "../calculate/truth.ts";
import type { PartnerAction } from "../model/condition.ts";
import type { PartnerType } from "../model/questionnaire.ts";
import type { Deciding } from "./deciding.ts";
import type { Frame } from "./frame.ts";
import { addClause, addTruth, addUnsettled, createGrounds } from "./grounds.ts";
import type { Program } from "./program.ts";

/** Runs the cells (all, or only what decides) and settles the headline in the frame: phase, status, step, partner action. */
export function decide(program: Program, frame: Frame, run = program.run): void {
  run(frame);
  settlePhase(program, frame);
  settleStep(program, frame);
  frame.headline.action = actionGround(program, frame).action;
}

export function settlePhase(program: Program, frame: Frame): void {
  const { headline } = frame;
  headline.phase = program.phases.findLastIndex(phase => frame.truth[phase.entered] === HOLDS);
  headline.established = headline.phase >= 0 && frame.truth[program.phases[headline.phase]!.established] === HOLDS;
}

export function settleStep(program: Program, frame: Frame): void {
  frame.headline.step = program.steps.findIndex(({ when }) => when === null || when.headline(frame) === HOLDS);
}

export function partnerOf(program: Program, step: number): PartnerType | null {
  const id = program.steps[step]?.step.partner;
  return program.questionnaire.partners?.types.find(type => type.id === id) ?? null;
}

/** The choice that a known choice fact has; null while it is not known. */
export function choiceOf(program: Program, frame: Frame, id: string | undefined): string | null {
  const index = id === undefined ? undefined : program.factIndex.get(id);
  if (index === undefined || !frame.inputs.known[index]) return null;
  const fact = program.facts[index]!;
  return fact.type === "choice" ? (fact.choices[frame.inputs.factLo[index]!]?.id ?? null) : null;
}

export interface ActionGround {
  action: PartnerAction | null;
  by: "no-partner" | "unknown" | "rule" | "same" | "breadths" | "unordered";
  /** The first rule that holds, by its place; -1 for none. */
  rule: number;
}

/** What to do about the present partner: the questionnaire's own rules first, then the breadths. */
export function actionGround(program: Program, frame: Frame): ActionGround {
  const ground = (by: ActionGround["by"], action: PartnerAction | null, rule = -1) => ({ action, by, rule });
  const { partners } = program.questionnaire;
  const wanted = partnerOf(program, frame.headline.step);
  const current = choiceOf(program, frame, partners?.current);
  if (!partners || !wanted) return ground("no-partner", null);
  if (current === null) return ground("unknown", null);
  const rule = (partners.actions ?? []).findIndex(({ when }) => program.clause(when).headline(frame) === HOLDS);
  if (rule >= 0) return ground("rule", partners.actions![rule]!.action, rule);
  if (current === wanted.id) return ground("same", "keep");
  const breadth = partners.types.find(type => type.id === current)?.breadth;
  if (breadth === undefined || wanted.breadth === undefined) return ground("unordered", null);
  return ground("breadths", breadth < wanted.breadth ? "change" : "check");
}

export interface Outlook {
  /** Indexes; -1 for no phase. */
  phases: Set<number>;
  steps: Set<number>;
  statusOpen: boolean;
}

/** What the frame's open answers may still lead to, the headline included; a superset, never less. */
export function outlook(program: Program, frame: Frame): Outlook {
  const { inputs, headline } = frame;
  const found: Outlook = { phases: new Set([headline.phase]), steps: new Set([headline.step]), statusOpen: false };
  const splits = affordable(program.deciding.splits.filter(({ fact }) => !inputs.known[fact]));
  if (!isOpen(program, frame)) return found;
  const tryCases = (depth: number): void => {
    const split = splits[depth];
    if (!split) {
      program.deciding.run(frame);
      return survey(program, frame, found);
    }
    const { fact, cases } = split;
    const [lo, hi] = [inputs.factLo[fact]!, inputs.factHi[fact]!];
    for (const [caseLo, caseHi] of cases) {
      inputs.factLo[fact] = caseLo;
      inputs.factHi[fact] = caseHi;
      tryCases(depth + 1);
    }
    inputs.factLo[fact] = lo;
    inputs.factHi[fact] = hi;
  };
  tryCases(0);
  program.deciding.run(frame);
  return found;
}

const mostCases = 1024;

/** The steps that no completion of the frame's open answers rules out, and those of the record as it is, by index. */
export function possibleSteps(program: Program, frame: Frame): number[] {
  const found: number[] = [];
  for (const [at, { when }] of program.steps.entries()) {
    const [later, now] = when ? [when.logic(frame), when.headline(frame)] : [HOLDS, HOLDS];
    if (later !== FAILS || now !== FAILS) found.push(at);
    if (later === HOLDS && now === HOLDS) break;
  }
  return found;
}

/** As many facts as can be split without trying more than a bounded number of cases; the others stay intervals. */
function affordable(splits: Deciding["splits"]): Deciding["splits"] {
  let product = 1;
  return splits.filter(({ cases }) => {
    const affordable = product * cases.length <= mostCases;
    if (affordable) product *= cases.length;
    return affordable;
  });
}

function isOpen(program: Program, frame: Frame): boolean {
  const openPhase = program.phases.some(
    phase => frame.truth[phase.entered] === OPEN || frame.truth[phase.established] === OPEN,
  );
  const unsettled = program.steps.some(
    ({ when }) => when && (when.logic(frame) === OPEN || when.logic(frame) !== when.headline(frame)),
  );
  return openPhase || unsettled;
}

function survey(program: Program, frame: Frame, found: Outlook): void {
  let certain = false;
  for (let at = program.phases.length - 1; at >= 0 && !certain; at--) {
    const { entered, established } = program.phases[at]!;
    if (frame.truth[entered] === FAILS) continue;
    found.phases.add(at);
    found.statusOpen ||=
      frame.truth[established] === OPEN || (frame.truth[established] === HOLDS) !== frame.headline.established;
    certain = frame.truth[entered] === HOLDS;
  }
  if (!certain) found.phases.add(-1);
  for (const step of possibleSteps(program, frame)) found.steps.add(step);
}

/** Open criteria and facts that the phases and steps still wait for, as cells. */
export function undecided(program: Program, frame: Frame): ReadonlySet<number> {
  const grounds = createGrounds(program, frame);
  for (const { entered, established } of program.phases.toReversed()) {
    const truth = truthAt(frame, entered);
    if (truth === OPEN) addTruth(grounds, entered, OPEN);
    if (truth !== FAILS && truthAt(frame, established) === OPEN) addTruth(grounds, established, OPEN);
    if (truth === HOLDS) break;
  }
  for (const { when } of program.steps) {
    const truth = when ? when.logic(frame) : HOLDS;
    if (when && truth === OPEN) addClause(grounds, when, OPEN);
    if (when && truth !== when.headline(frame)) addUnsettled(grounds, when);
    if (truth === HOLDS) break;
  }
  return grounds.found;
}

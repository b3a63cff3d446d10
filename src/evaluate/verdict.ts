// The verdict: what the conservative headline is, and what every completion of the open answers could still make of it.
// Rule kept: the headline grants nothing that is not certain; `provisional: false` is proven over all completions (design 4.3, 4.4).
import type { PartnerAction } from "../model/condition.ts";
import type { PartnerType } from "../model/questionnaire.ts";
import { FAILS, type Frame, HOLDS, OPEN, truthAt } from "./frame.ts";
import { createGrounds } from "./grounds.ts";
import type { Policy } from "./policy.ts";
import type { Program } from "./program.ts";

export interface Engine {
  program: Program;
  policy: Policy;
}

/** Runs the cells (all, or only what decides) and settles the headline in the frame: phase, status, step, partner action. */
export function decide(engine: Engine, frame: Frame, run = engine.program.run): void {
  run(frame);
  settlePhase(engine, frame);
  settleStep(engine, frame);
  frame.headline.action = actionGround(engine, frame).action;
}

export function settlePhase(engine: Engine, frame: Frame): void {
  const { policy } = engine;
  const { headline } = frame;
  headline.phase = policy.phases.findLastIndex(phase => frame.truth[phase.entered] === HOLDS);
  headline.established = headline.phase >= 0 && frame.truth[policy.phases[headline.phase]!.established] === HOLDS;
}

export function settleStep({ policy }: Engine, frame: Frame): void {
  frame.headline.step = policy.steps.findIndex(({ when }) => when === null || when.headline(frame) === HOLDS);
}

export function partnerOf({ program, policy }: Engine, step: number): PartnerType | null {
  const id = policy.steps[step]?.step.partner;
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

/** What to do about the present partner: the questionnaire's own rules first, then the breadths (rubrics 2.5). */
export function actionGround(engine: Engine, frame: Frame): ActionGround {
  const { program } = engine;
  const ground = (by: ActionGround["by"], action: PartnerAction | null, rule = -1) => ({ action, by, rule });
  const { partners } = program.questionnaire;
  const wanted = partnerOf(engine, frame.headline.step);
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
export function outlook(engine: Engine, frame: Frame): Outlook {
  const { inputs, headline } = frame;
  const found: Outlook = { phases: new Set([headline.phase]), steps: new Set([headline.step]), statusOpen: false };
  const splits = affordable(engine.policy.splits.filter(({ fact }) => !inputs.known[fact]));
  if (!isOpen(engine, frame)) return found;
  const tryCases = (depth: number): void => {
    const split = splits[depth];
    if (!split) {
      engine.policy.run(frame);
      return survey(engine, frame, found);
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
  engine.policy.run(frame);
  return found;
}

const mostCases = 1024;

/** The steps that no completion of the frame's open answers rules out, and those of the record as it is, by index. */
export function possibleSteps({ policy }: Engine, frame: Frame): number[] {
  const found: number[] = [];
  for (const [at, { when }] of policy.steps.entries()) {
    const [later, now] = when ? [when.logic(frame), when.headline(frame)] : [HOLDS, HOLDS];
    if (later !== FAILS || now !== FAILS) found.push(at);
    if (later === HOLDS && now === HOLDS) break;
  }
  return found;
}

/** As many facts as can be split without trying more than a bounded number of cases; the others stay intervals. */
function affordable(splits: Policy["splits"]): Policy["splits"] {
  let product = 1;
  return splits.filter(({ cases }) => {
    const affordable = product * cases.length <= mostCases;
    if (affordable) product *= cases.length;
    return affordable;
  });
}

function isOpen({ policy }: Engine, frame: Frame): boolean {
  const openPhase = policy.phases.some(
    phase => frame.truth[phase.entered] === OPEN || frame.truth[phase.established] === OPEN,
  );
  const unsettled = policy.steps.some(
    ({ when }) => when && (when.logic(frame) === OPEN || when.logic(frame) !== when.headline(frame)),
  );
  return openPhase || unsettled;
}

function survey(engine: Engine, frame: Frame, found: Outlook): void {
  const { policy } = engine;
  let certain = false;
  for (let at = policy.phases.length - 1; at >= 0 && !certain; at--) {
    const { entered, established } = policy.phases[at]!;
    if (frame.truth[entered] === FAILS) continue;
    found.phases.add(at);
    found.statusOpen ||=
      frame.truth[established] === OPEN || (frame.truth[established] === HOLDS) !== frame.headline.established;
    certain = frame.truth[entered] === HOLDS;
  }
  if (!certain) found.phases.add(-1);
  for (const step of possibleSteps(engine, frame)) found.steps.add(step);
}

/** Open criteria and facts that the phases and steps still wait for, as cells. */
export function undecided({ program, policy }: Engine, frame: Frame): ReadonlySet<number> {
  const grounds = createGrounds(program, frame);
  for (const { entered, established } of policy.phases.toReversed()) {
    const truth = truthAt(frame, entered);
    if (truth === OPEN) grounds.addTruth(entered, OPEN);
    if (truth !== FAILS && truthAt(frame, established) === OPEN) grounds.addTruth(established, OPEN);
    if (truth === HOLDS) break;
  }
  for (const { when } of policy.steps) {
    const truth = when ? when.logic(frame) : HOLDS;
    if (when && truth === OPEN) grounds.addClause(when, OPEN);
    if (when && truth !== when.headline(frame)) grounds.addUnsettled(when);
    if (truth === HOLDS) break;
  }
  return grounds.found;
}

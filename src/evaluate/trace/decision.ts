// Where a decision comes from: gates and signals, phases, steps, rules, the partner and what to do about the present one, departments,
// parts of the profile, and the verdict over all. In: what is decided. Out: its state and its tests, each in the reading that counts there: gates, signals,
// conditions, caps and phases three-valued, everything that follows from a phase by the headline.

import { truthAt } from "../../calculate/sheet.ts";
import { HOLDS } from "../../calculate/truth.ts";
import type { Condition } from "../../model/condition.ts";
import type { TruthState } from "../../model/evaluation.ts";
import type { How, Test } from "../../model/explanation.ts";
import { type CellKind, cellOf } from "../names.ts";
import { actionGround, choiceOf, partnerOf } from "../verdict.ts";
import { served, stakeholderStates } from "../views/rules.ts";
import { verdictView } from "../views/verdict.ts";
import { actionRef } from "./subjects.ts";
import { type Tracing, traceTest } from "./test.ts";

export interface Decided {
  state: TruthState | null;
  how: How;
}

/** `part`: of a department or a part of the profile, one of its states. */
type Decide = (tracing: Tracing, id: string, part?: string) => Decided;

const yes = (holds: boolean): TruthState => (holds ? "holds" : "fails");
const refOf = (kind: string, id: string | undefined): string | null => (id === undefined ? null : `${kind}:${id}`);

/** A cell whose truth is a condition's. */
function cellTest(tracing: Tracing, kind: CellKind, id: string, part?: string): Test {
  const { program } = tracing;
  return traceTest(tracing, program.recipeOf(program.cell(kind, id, part)).clauses[0]!, "logic");
}

const cellDecided =
  (kind: CellKind): Decide =>
  (tracing, id, part) => {
    const when = cellTest(tracing, kind, id, part);
    return { state: when.state, how: { by: "condition", when } };
  };

const rule =
  (kind: "recommendations" | "warnings"): Decide =>
  (tracing, id) => {
    const found = tracing.program.questionnaire[kind]!.find(one => one.id === id)!;
    const when = headlineTest(tracing, found.when);
    const about = (found.about ?? []).map(part => ({
      of: tracing.see("dimension" in part ? `dimension:${part.dimension}` : `criterion:${part.criterion}`),
      when: part.when === undefined ? null : headlineTest(tracing, part.when),
    }));
    return { state: when.state, how: { by: "rule", when, about } };
  };

const headlineTest = (tracing: Tracing, condition: Condition): Test =>
  traceTest(tracing, tracing.program.clause(condition), "headline");

const phase: Decide = (tracing, id) => {
  const { program, frame, see } = tracing;
  const at = program.phases.findIndex(one => one.id === id);
  const { staged } = program.phases[at]!;
  const entered = cellTest(tracing, "entered", id);
  const { headline } = frame;
  const status = headline.established ? "established" : "entered";
  return {
    state: entered.state,
    how: {
      by: "phase",
      here: headline.phase === at ? status : null,
      entered,
      established: staged ? cellTest(tracing, "established", id) : null,
      later: program.phases.slice(at + 1).map(one => see(`phase:${one.id}`)),
    },
  };
};

const step: Decide = (tracing, id) => {
  const { program, frame, see } = tracing;
  const at = program.steps.findIndex(one => one.step.id === id);
  const { when, step } = program.steps[at]!;
  return {
    state: yes(frame.headline.step === at),
    how: {
      by: "step",
      when: when && traceTest(tracing, when, "headline"),
      earlier: program.steps.slice(0, at).map(one => see(`step:${one.step.id}`)),
      partner: seen(tracing, refOf("partner", step.partner)),
    },
  };
};

const currentStep = ({ program, frame }: Tracing) => program.steps[frame.headline.step]?.step;

const partner: Decide = (tracing, id) => ({
  state: yes(partnerOf(tracing.program, tracing.frame.headline.step)?.id === id),
  how: { by: "partner", step: seen(tracing, refOf("step", currentStep(tracing)?.id)) },
});

const seen = ({ see }: Tracing, ref: string | null): string | null => ref && see(ref);

function action(tracing: Tracing): Decided {
  const { program, frame } = tracing;
  const { partners } = program.questionnaire;
  const { action, by, rule } = actionGround(program, frame);
  const wanted = partnerOf(tracing.program, frame.headline.step);
  const choice = choiceOf(program, frame, partners?.current);
  const asked = by === "no-partner" || by === "unknown" ? [] : (partners?.actions ?? []);
  const tried = rule < 0 ? asked : asked.slice(0, rule + 1);
  return {
    state: null,
    how: {
      by: "action",
      action,
      ground: by,
      rules: tried.map(one => ({ action: one.action, when: headlineTest(tracing, one.when) })),
      wanted: wanted && { of: tracing.see(`partner:${wanted.id}`), breadth: wanted.breadth ?? null },
      current: choice === null ? null : { choice, breadth: breadthOf(tracing, choice) },
      fact: seen(tracing, refOf("fact", partners?.current)),
    },
  };
}

const breadthOf = ({ program }: Tracing, type: string): number | null =>
  program.questionnaire.partners?.types.find(one => one.id === type)?.breadth ?? null;

/** A department, or with a state after its role ("it:served") whether it is in that state. */
const stakeholder: Decide = (tracing, id, part) => {
  if (part !== undefined) return cellDecided("stakeholder")(tracing, id, part);
  const states = stakeholderStates.map(state => ({ served: state, of: tracing.see(`stakeholder:${id}:${state}`) }));
  return { state: null, how: { by: "department", served: served(tracing.program, tracing.frame, id), states } };
};

/** A part of the profile, or with a state after it ("lanes:emerging") whether it is in that state. */
const profile: Decide = (tracing, id, part) => {
  if (part !== undefined) return cellDecided("profile")(tracing, id, part);
  const { program, frame, see } = tracing;
  const states = program.questionnaire.profile!.states.map(one => ({
    state: one.id,
    of: see(`profile:${id}:${one.id}`),
  }));
  const state = states.find(({ of }) => truthAt(frame, cellOf(program, of)) === HOLDS)?.state ?? null;
  return { state: null, how: { by: "part", state, states } };
};

const cap: Decide = (tracing, id) => {
  const { atMost, criteria = [], measures = [] } = tracing.program.questionnaire.caps!.find(one => one.id === id)!;
  const when = cellTest(tracing, "cap", id);
  return { state: when.state, how: { by: "cap", when, atMost, criteria, measures } };
};

function verdict(tracing: Tracing): Decided {
  const { program, frame } = tracing;
  const phases = program.phases.map(one => tracing.see(`phase:${one.id}`));
  const step = seen(tracing, refOf("step", currentStep(tracing)?.id));
  const partner = seen(tracing, refOf("partner", partnerOf(tracing.program, frame.headline.step)?.id));
  const action = program.questionnaire.partners ? tracing.see(actionRef) : null;
  const { recommendations = [], warnings = [], measures = [], grids = [] } = program.questionnaire;
  const rules = [
    ...recommendations.map(({ id }) => `recommendation:${id}`),
    ...warnings.map(({ id }) => `warning:${id}`),
  ].map(tracing.see);
  const reported = measures.filter(({ report }) => report).map(({ id }) => `measure:${id}`);
  const figures = [...reported, "measure:index"].map(tracing.see);
  return {
    state: null,
    how: {
      by: "verdict",
      verdict: verdictView(program, frame),
      phases,
      step,
      partner,
      action,
      rules,
      profile: (program.questionnaire.profile?.parts ?? []).map(part => tracing.see(`profile:${part.dimension}`)),
      grids: grids.map(({ id }) => tracing.see(`grid:${id}`)),
      figures,
    },
  };
}

const result: Decide = (tracing, id) => (id === "verdict" ? verdict(tracing) : action(tracing));

/** By the kind of what is decided; every other kind is a figure. */
export const decisions: Record<string, Decide | undefined> = {
  gate: cellDecided("gate"),
  signal: cellDecided("signal"),
  condition: cellDecided("condition"),
  cap,
  phase,
  step,
  recommendation: rule("recommendations"),
  warning: rule("warnings"),
  partner,
  stakeholder,
  profile,
  result,
};

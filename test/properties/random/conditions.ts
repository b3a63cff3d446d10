// Random conditions over what is known at a place (its scope), by the placing rules of the format.
import type { Comparators, Condition } from "../../../src/model/condition.ts";
import type { Criterion, Fact } from "../../../src/model/questionnaire.ts";
import type { Tape } from "./tape.ts";

export interface Scope {
  criteria: Criterion[];
  facts: Fact[];
  dimensions: string[];
  measures: string[];
  /** Checks of grids, as members of measures. */
  checks: { grid: string; check: string }[];
  /** Those of the measures that are no capabilities: they can be weights, and be capped. */
  own: string[];
  /** Measures that speak of the record: only what follows from the verdict may read them. */
  records: string[];
  /** Parts of the profile, and the states they can have. */
  parts: string[];
  states: string[];
  conditions: string[];
  gates: string[];
  signals: string[];
  /** Phases that may be asked with `reached`. */
  phases: { id: string; staged: boolean }[];
  index: boolean;
  /** The signals are all there, so that their number can be asked. */
  counted: boolean;
  steps: string[];
  departments: string[];
  site: "before" | "phase" | "step" | "note" | "action" | "warning" | "recommendation";
  monotone: boolean;
  top(criterion: Criterion): number;
}

const states = ["answered", "na", "unknown", "unanswered", "hidden"] as const;
const served = ["fully-served", "served", "partly", "left-out"] as const;
const actions = ["keep", "change", "check", "find", "build"] as const;
const statuses = ["entered", "established"] as const;

type Make = () => Condition;

export function condition(tape: Tape, scope: Scope, depth = 2, negated = false): Condition {
  const node = depth > 0 && tape.chance(45) ? tape.below(scope.monotone ? 3 : 4) : -1;
  const parts = (): Condition[] => tape.times(1, 3, () => condition(tape, scope, depth - 1, negated));
  if (node === 0) return { all: parts() };
  if (node === 1) return { any: parts() };
  if (node === 2) {
    const of = parts();
    return { atLeast: tape.between(1, of.length), of };
  }
  if (node === 3) return { not: condition(tape, scope, depth - 1, true) };
  return tape.pick(leaves(tape, scope, negated))();
}

function leaves(tape: Tape, scope: Scope, negated: boolean): Make[] {
  const { site, criteria, monotone } = scope;
  const options = criteria.filter(one => one.options);
  const text = scope.facts.filter(fact => fact.type === "text");
  const compared = scope.facts.filter(fact => fact.type !== "text");
  const afterwards = site !== "before" && site !== "phase";
  // `not` over a gate, signal or phase within a phase is an error of the questionnaire.
  const grants = !(site === "phase" && negated);
  const when = (possible: boolean, ...makes: Make[]) => (possible ? makes : []);
  const criterion: Make = () => {
    const one = tape.pick(criteria);
    const test = comparison(tape, scope, steps(0, scope.top(one), 1));
    return { criterion: one.id, ...test, ...(!monotone && tape.chance(20) && { na: "holds" as const }) };
  };
  const record: Make = () => ({ measure: tape.pick(scope.records), ...comparison(tape, scope, steps(0, 5, 0.5)) });
  return [
    ...when(criteria.length > 0, criterion, criterion, criterion),
    ...when(scope.dimensions.length > 0, () => dimension(tape, scope)),
    ...when(scope.measures.length > 0, () => measure(tape, scope)),
    ...when(scope.measures.length > 0, () => measure(tape, scope)),
    ...when(scope.dimensions.length > 1 && !monotone, () => lowest(tape, scope)),
    ...when(scope.parts.length > 0 && !monotone, () => ({
      profile: tape.pick(scope.parts),
      is: tape.pick(scope.states),
    })),
    ...when(afterwards && site !== "step" && scope.records.length > 0, record, record, record),
    ...when(scope.index, () => ({ measure: "index", ...comparison(tape, scope, steps(0, 100, 10)) })),
    ...when(scope.conditions.length > 0, () => ({ condition: tape.pick(scope.conditions) })),
    ...when(grants && scope.gates.length > 0, () => ({ gate: tape.pick(scope.gates) })),
    ...when(grants && scope.signals.length > 0, () => ({ signal: tape.pick(scope.signals) })),
    ...when(grants && scope.phases.length > 0 && site !== "before", () => reached(tape, scope, "reached")),
    ...when(compared.length > 0 && !monotone, () => fact(tape, scope, tape.pick(compared))),
    ...when(criteria.length > 0 && !monotone, () => ({
      criterion: tape.pick(criteria).id,
      state: tape.some(states),
    })),
    ...when(options.length > 0 && !monotone, () => {
      const one = tape.pick(options);
      return { criterion: one.id, includes: tape.pick(one.options!).id };
    }),
    ...when(criteria.length > 0 && !monotone, () => ({
      criterion: tape.pick(criteria).id,
      evidence: tape.pick(["any", "text", "url"] as const),
    })),
    ...when(scope.counted && scope.signals.length > 0 && !monotone, () => ({
      measure: "signals",
      ...comparison(tape, scope, steps(0, scope.signals.length, 1)),
    })),
    ...when(afterwards && compared.length + text.length > 0, () => ({
      fact: tape.pick([...compared, ...text]).id,
      known: tape.chance(50),
    })),
    ...when(afterwards && scope.phases.length > 0, () => reached(tape, scope, "phase")),
    ...when(["step", "note", "warning"].includes(site) && scope.departments.length > 0, () => ({
      stakeholder: tape.pick(scope.departments),
      is: tape.pick(served),
    })),
    ...when(["note", "warning"].includes(site), () => ({ partner: tape.pick(actions) })),
    ...when(["action", "note", "warning"].includes(site) && scope.steps.length > 0, () => ({
      step: tape.pick(scope.steps),
    })),
  ];
}

export const steps = (low: number, high: number, by: number): number[] =>
  Array.from({ length: Math.floor((high - low) / by) + 1 }, (_, index) => low + index * by);

function comparison(tape: Tape, { monotone }: Scope, values: readonly (number | string)[]): Comparators {
  const name = monotone ? "atLeast" : tape.pick(["atLeast", "atMost", "above", "below", "is", "in"] as const);
  if (name === "in") return { in: tape.some(values) };
  const first: Comparators = { [name]: tape.pick(values) };
  if (monotone || name === "is" || !tape.chance(15)) return first;
  return { ...first, [name === "atLeast" || name === "above" ? "atMost" : "atLeast"]: tape.pick(values) };
}

function dimension(tape: Tape, scope: Scope): Condition {
  const id = tape.pick(scope.dimensions);
  if (tape.chance(40)) return { dimension: id, as: "percent", ...comparison(tape, scope, steps(0, 100, 12.5)) };
  return { dimension: id, ...comparison(tape, scope, steps(0, 4, 0.5)) };
}

/** The weakest of some dimensions or of some measures. */
function lowest(tape: Tape, scope: Scope): Condition {
  const [figures, key] =
    scope.measures.length > 1 && tape.chance(50) ? [scope.measures, "measure"] : [scope.dimensions, "dimension"];
  const lowestOf = tape.some(figures);
  const own = tape.pick(lowestOf);
  const other = figures.find(id => id !== own)!;
  return { [key]: own, lowestOf: lowestOf.length > 1 ? lowestOf : [own, other] } as unknown as Condition;
}

function measure(tape: Tape, scope: Scope): Condition {
  return { measure: tape.pick(scope.measures), ...comparison(tape, scope, [...steps(0, 5, 0.5), -1, 10, 50]) };
}

function reached(tape: Tape, scope: Scope, key: "reached" | "phase"): Condition {
  const { id, staged } = tape.pick(scope.phases);
  const status = tape.chance(40) ? { status: staged ? tape.pick(statuses) : ("entered" as const) } : {};
  return key === "reached" ? { reached: id, ...status } : { phase: id, ...status };
}

function fact(tape: Tape, scope: Scope, one: Fact): Condition {
  const values = one.type === "choice" ? one.choices.map(choice => choice.id) : cuts;
  return { fact: one.id, ...comparison(tape, scope, values) };
}

/** Where conditions may cut a number; some lie on or beyond the bounds of the facts. */
export const cuts = [1, 0, 2, 3, 5, 10, 100, -1, 2.5];

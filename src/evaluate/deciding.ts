// What phases and steps rest on, ready to be asked again and again: phases in order, steps, and the facts worth splitting into cases
// because some condition compares them (between two neighbouring cut points no comparison can change).
import type { Run } from "../calculate/cells.ts";
import { justAbove, justBelow } from "../calculate/numbers.ts";
import { type Comparators, comparators, type Leaves, rowOf } from "../model/condition.ts";
import type { Fact, Step } from "../model/questionnaire.ts";
import { type Clause, leavesIn } from "./clause.ts";
import { factBounds } from "./criteria.ts";
import type { Frame } from "./frame.ts";
import type { Compiled } from "./program.ts";

/** In order. `staged`: it knows a second status; `entered` and `established` are cells. */
export type Phases = { id: string; entered: number; established: number; staged: boolean }[];
/** In order: the first whose condition holds is next. */
export type Steps = { step: Step; when: Clause | null }[];

export interface Deciding {
  splits: { fact: number; cases: [number, number][] }[];
  /** Computes only what phases and steps rest on: enough to decide, for searches that decide thousands of times. */
  run: Run<Frame>;
  /** Whether a step asks how a criterion stands (answered, unknown), which a completion would change. */
  readsState: boolean;
  /** What phases and steps rest on. */
  cells: readonly number[];
  /** Indexes of the criteria among these: no other answer can change the verdict. */
  criteria: number[];
  /** Those of them whose evidence counts too: a voice that comes late may bring some even where the level is agreed. */
  backed: Set<string>;
}

export const phasesOf = ({ questionnaire, cell }: Compiled): Phases =>
  (questionnaire.phases ?? []).map(({ id, established }) => ({
    id,
    entered: cell("entered", id),
    established: cell("established", id),
    staged: established !== undefined,
  }));

export const stepsOf = ({ questionnaire, clause }: Compiled): Steps =>
  (questionnaire.steps ?? []).map(step => ({ step, when: step.when ? clause(step.when) : null }));

export function decidingOf(program: Compiled, phases: Phases, steps: Steps): Deciding {
  const roots = [
    ...phases.flatMap(({ entered, established }) => [entered, established]),
    ...steps.flatMap(({ when }) => cellsOf(when)),
  ];
  const order = program.sorted(roots);
  const read = new Set(order);
  const clauses = [...order.flatMap(at => program.recipeOf(at).clauses), ...steps.flatMap(({ when }) => when ?? [])];
  return {
    splits: splitsOf(program, phases, steps),
    cells: order,
    run: program.pass(order),
    readsState: steps.some(({ when }) => when !== null && readsState(when)),
    criteria: program.criteria.flatMap(({ id }, index) => (read.has(program.cell("criterion", id)) ? [index] : [])),
    backed: new Set(clauses.flatMap(evidenceRead)),
  };
}

const evidenceRead = (clause: Clause): string[] =>
  leavesIn(clause).flatMap(({ kind, leaf }) =>
    rowOf(kind).reads === "evidence" ? (leaf as Leaves["evidence"]).criterion : [],
  );

const readsState = (clause: Clause): boolean => leavesIn(clause).some(({ kind }) => rowOf(kind).reads === "state");

function cellsOf(clause: Clause | null): number[] {
  if (!clause) return [];
  const { cell, among = [], parts } = clause;
  return [...(cell === undefined ? [] : [cell]), ...among, ...parts.flatMap(cellsOf)];
}

function splitsOf(program: Compiled, phases: Phases, steps: Steps): Deciding["splits"] {
  const cuts = new Map<number, Set<number>>();
  const seen = new Set<number>();
  const visitCell = (at: number): void => {
    if (seen.has(at)) return;
    seen.add(at);
    program.readsOf(at).forEach(visitCell);
    program.recipeOf(at).clauses.forEach(visitClause);
  };
  const visitClause = (clause: Clause): void => {
    const { parts, condition } = clause;
    parts.forEach(visitClause);
    cellsOf({ ...clause, parts: [] }).forEach(visitCell);
    if (!("fact" in condition) || "known" in condition) return;
    const index = program.factIndex.get(condition.fact)!;
    const known = cuts.get(index) ?? new Set();
    for (const cut of cutsOf(program.facts[index]!, condition)) known.add(cut);
    cuts.set(index, known);
  };
  for (const { entered, established } of phases) [entered, established].forEach(visitCell);
  for (const { when } of steps) if (when) visitClause(when);
  return [...cuts]
    .sort(([a], [b]) => a - b)
    .map(([fact, points]) => ({ fact, cases: casesOfFact(program.facts[fact]!, [...points]) }));
}

/** Each choice of a choice; of a whole number no stretch between two neighbours. */
function casesOfFact(fact: Fact, cuts: number[]): [number, number][] {
  if (fact.type === "choice") return fact.choices.map((_, index) => [index, index]);
  const cases = casesOf(factBounds(fact), cuts);
  if (fact.type !== "number" || !fact.whole) return cases;
  return cases.map(([lo, hi]): [number, number] => [Math.ceil(lo), Math.floor(hi)]).filter(([lo, hi]) => lo <= hi);
}

function cutsOf(fact: Fact, leaf: Comparators): number[] {
  if (fact.type === "choice") return [];
  return comparators.flatMap(name => leaf[name] ?? []).map(Number);
}

/** The cut points within the bounds, and the stretches between them, as closed intervals. */
export function casesOf([lo, hi]: [number, number], cuts: number[]): [number, number][] {
  const points = [...new Set(cuts)].filter(cut => cut >= lo && cut <= hi).sort((a, b) => a - b);
  const cases: [number, number][] = [];
  let from = lo;
  for (const point of points) {
    if (from < point) cases.push([from, justBelow(point)]);
    cases.push([point, point]);
    from = justAbove(point);
  }
  if (from <= hi) cases.push([from, hi]);
  return cases;
}

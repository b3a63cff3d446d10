// What a goal rests on: the cells below it, in the order in which they are computed, and what is asked of each answer. In: the cells
// and conditions it reads. Out: the reading; null where it is larger than asked for. Rule kept: what is not in it cannot change the
// goal, so that a search needs to run nothing else and to vary nothing else.

import { type Clause, leavesIn } from "../evaluate/clause.ts";
import { EVIDENCE_TEXT, EVIDENCE_URL } from "../evaluate/frame.ts";
import type { Program } from "../evaluate/program.ts";
import { type ByLeaf, type Comparators, comparators, onLeaf, rowOf } from "../model/condition.ts";
import type { Net } from "./net.ts";

/** Parts of the headline, which are settled after the cells. */
export interface Heading {
  phase: boolean;
  step: boolean;
  action: boolean;
}

export interface Roots {
  cells: number[];
  clauses: Clause[];
  heading: Heading;
}

/** What the conditions ask of a criterion beside its level, and of a fact beside whether it is known. */
export interface Reading {
  order: number[];
  within: ReadonlySet<number>;
  heading: Heading;
  options: Map<number, Set<string>>;
  evidence: Map<number, Set<number>>;
  states: Set<number>;
  cuts: Map<number, Set<number>>;
  /** Facts that something computes with. */
  computed: Set<number>;
  /** What making it costs. */
  cost: number;
}

type Details = Pick<Reading, "options" | "evidence" | "states" | "cuts">;

const masks = { any: EVIDENCE_TEXT | EVIDENCE_URL, text: EVIDENCE_TEXT, url: EVIDENCE_URL };

const emptyReading = ({ heading }: Roots): Omit<Reading, "order"> & { within: Set<number> } => ({
  within: new Set<number>(),
  heading: { ...heading },
  options: new Map(),
  evidence: new Map(),
  states: new Set(),
  cuts: new Map(),
  computed: new Set(),
  cost: 0,
});

export function readingOf(program: Program, net: Net, roots: Roots, most = Number.POSITIVE_INFINITY): Reading | null {
  const read = emptyReading(roots);
  const { within } = read;
  const queue: number[] = [];

  const addCell = (cell: number): void => {
    if (within.has(cell)) return;
    within.add(cell);
    queue.push(cell);
  };

  const addClause = (clause: Clause): void => {
    const { parts, cell, among = [], condition } = clause;
    read.cost++;
    parts.forEach(addClause);
    if (cell !== undefined) addCell(cell);
    if ("fact" in condition) addCell(program.cell("fact", condition.fact));
    among.forEach(addCell);
    if (parts.length === 0) addDetails(clause);
  };

  const addDetails = ({ leaf }: Clause): void => {
    if (leaf) onLeaf<[Program, Details], void>(details, leaf, program, read);
  };

  const { heading } = read;
  roots.cells.forEach(addCell);
  roots.clauses.forEach(addClause);
  for (const clause of roots.clauses) addHeading(clause, heading);
  if (heading.action) heading.step = true;
  const { phases, steps } = program;
  const { partners } = program.questionnaire;
  const followed = heading.step ? steps.flatMap(({ when }) => when ?? []) : [];
  if (heading.action) {
    followed.push(...(partners?.actions ?? []).map(({ when }) => program.clause(when)));
    if (partners?.current !== undefined) addCell(program.cell("fact", partners.current));
  }
  followed.forEach(addClause);
  for (const clause of followed) addHeading(clause, heading);
  if (heading.phase) for (const { entered, established } of phases) [entered, established].forEach(addCell);
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    read.cost += 1 + program.readsOf(cell).size;
    if (read.cost > most) return null;
    program.readsOf(cell).forEach(addCell);
    net.closely[cell]!.forEach(addDetails);
    for (const member of program.recipeOf(cell).members) {
      const input = net.inputs[member];
      if (input?.kind === "fact") read.computed.add(input.index);
    }
  }
  return { ...read, order: [...within].sort((a, b) => net.place[a]! - net.place[b]!) };
}

function addHeading(clause: Clause, heading: Heading): void {
  for (const { kind } of leavesIn(clause)) {
    const { awaits } = rowOf(kind);
    if (awaits) heading[awaits] = true;
  }
}

/** What a leaf asks of an answer beside its level. */
const nothing = () => {};
const details = {
  state: ({ criterion }, { criterionIndex }, { states }) => {
    states.add(criterionIndex.get(criterion)!);
  },
  includes: (leaf, { criterionIndex }, { options }) =>
    note(options, criterionIndex.get(leaf.criterion)!, leaf.includes),
  evidence: (leaf, { criterionIndex }, { evidence }) =>
    note(evidence, criterionIndex.get(leaf.criterion)!, masks[leaf.evidence]),
  fact: (leaf, { factIndex }, { cuts }) => {
    for (const cut of cutsOf(leaf)) note(cuts, factIndex.get(leaf.fact)!, cut);
  },
  level: nothing,
  dimension: nothing,
  measure: nothing,
  known: nothing,
  stakeholder: nothing,
  profile: nothing,
  gate: nothing,
  signal: nothing,
  condition: nothing,
  reached: nothing,
  phase: nothing,
  partner: nothing,
  step: nothing,
} satisfies ByLeaf<[Program, Details], void>;

const cutsOf = (leaf: Comparators): number[] =>
  comparators
    .flatMap(name => leaf[name] ?? [])
    .map(Number)
    .filter(cut => !Number.isNaN(cut));

function note<Value>(of: Map<number, Set<Value>>, index: number, value: Value): void {
  const known = of.get(index);
  if (known) known.add(value);
  else of.set(index, new Set([value]));
}

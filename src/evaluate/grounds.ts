// What something rests on, down to the criteria and facts: who is to be asked, what stands in the way. In: a frame that is run, and
// questions to it. Out: cells. Each cell is visited once for each question, so that conditions built on conditions stay cheap.
import type { Comparing } from "../calculate/comparison.ts";
import { ABSENT, PRESENT, truthAt } from "../calculate/sheet.ts";
import { FAILS, HOLDS, OPEN, type Truth } from "../calculate/truth.ts";
import { type ByLeaf, type Leaf, onLeaf, type PhaseStatus } from "../model/condition.ts";
import type { Clause } from "./clause.ts";
import { ANSWERED, type Frame, NOT_APPLICABLE } from "./frame.ts";
import { isAnswered, isDecided } from "./names.ts";
import type { Program } from "./program.ts";
import { deciding } from "./reasons.ts";

export interface Grounds {
  program: Program;
  frame: Frame;
  /** Cells of criteria, facts and grids. */
  found: Set<number>;
  /** Of each cell the questions asked so far, as bits. */
  asked: Uint8Array;
}

export const createGrounds = (program: Program, frame: Frame): Grounds => ({
  program,
  frame,
  found: new Set(),
  asked: new Uint8Array(program.size),
});

/** Bits of questions about a cell; those about a truth are three, one for each. */
const askedTruth = 1;
const askedFigure = 8;
const askedOpen = 64;
const askedAll = 128;

/** True the first time a question is asked. */
function first({ asked }: Grounds, cell: number, question: number): boolean {
  const isFirst = (asked[cell]! & question) === 0;
  asked[cell]! |= question;
  return isFirst;
}

/** Adds what makes a clause have this truth, in its three-valued logic. */
export function addClause(grounds: Grounds, clause: Clause, truth: Truth): void {
  if (clause.leaf) onLeaf<[Grounds, Clause, Truth], void>(rests, clause.leaf, grounds, clause, truth);
  else {
    for (const [part, partTruth] of deciding(clause, truth, grounds.frame, "logic"))
      addClause(grounds, part, partTruth);
  }
}

/** Adds what makes a cell have this truth. */
export function addTruth(grounds: Grounds, cell: number, truth: Truth): void {
  const { program, found } = grounds;
  if (program.nameOf(cell).kind === "criterion") {
    // How a criterion stands: open as long as nobody has answered, even where a cap leaves but one level.
    if (truth === OPEN) addOpen(grounds, cell);
    else found.add(cell);
  } else if (first(grounds, cell, askedTruth << truth)) {
    for (const clause of program.recipeOf(cell).clauses) addClause(grounds, clause, truth);
  }
}

/** Adds the open criteria and facts below a cell, which may itself be decided. */
export function addOpenBelow(grounds: Grounds, cell: number): void {
  for (const read of grounds.program.readsOf(cell)) addOpen(grounds, read);
}

/** Adds the criteria whose state a clause asks for and a completion would change. */
export function addUnsettled(grounds: Grounds, { parts, condition, cell, logic, headline }: Clause): void {
  for (const part of parts) addUnsettled(grounds, part);
  if ("state" in condition && logic(grounds.frame) !== headline(grounds.frame)) addOpen(grounds, cell!);
}

const rests = {
  level: addLeaf,
  state: addLeaf,
  includes: addLeaf,
  evidence: addLeaf,
  dimension: addLeaf,
  measure: addLeaf,
  fact: addLeaf,
  known: ({ fact }, { program, found }) => {
    found.add(program.cell("fact", fact));
  },
  gate: addLeaf,
  signal: addLeaf,
  condition: addLeaf,
  reached: ({ reached, status }, grounds, _, truth) => addPhase(grounds, reached, status, truth),
  phase: ({ phase, status }, grounds, _, truth) => addPhase(grounds, phase, status, truth),
  // What is worked out of the phases rests on what they rest on.
  partner: () => {},
  step: () => {},
  stakeholder: addLeaf,
  profile: addLeaf,
} satisfies ByLeaf<[Grounds, Clause, Truth], void>;

function addLeaf(_: Leaf, grounds: Grounds, { cell, among, test }: Clause, truth: Truth): void {
  if (among) for (const one of among) truth === OPEN ? addOpen(grounds, one) : addAll(grounds, one);
  else if (cell !== undefined) test ? addFigure(grounds, cell, test, truth) : addTruth(grounds, cell, truth);
}

/** A phase is open by itself or by a later one; it is settled by itself, or passed over because a later one holds. */
function addPhase(grounds: Grounds, id: string, status: PhaseStatus | undefined, truth: Truth): void {
  const { program, frame } = grounds;
  const at = program.phases.findIndex(phase => phase.id === id);
  const { entered, established } = program.phases[at]!;
  const parts = status === undefined ? [entered] : status === "entered" ? [entered, established] : [established];
  const own = parts.filter(cell => truthAt(frame, cell) === truth);
  const passing = truth === OPEN ? OPEN : HOLDS;
  const later = program.phases.slice(at + 1).map(phase => phase.entered);
  const beyond = later.filter(cell => truthAt(frame, cell) === passing);
  for (const cell of truth === OPEN ? [...own, ...beyond] : own.length > 0 ? own : beyond) {
    addTruth(grounds, cell, truthAt(frame, cell));
  }
}

/** Of a lowest or a mean the members that fail the test themselves; of a count what does not hold, or what does; else all. */
function addFigure(grounds: Grounds, cell: number, test: Comparing, truth: Truth): void {
  const { program, frame, found } = grounds;
  if (truth === OPEN) return addOpen(grounds, cell);
  if (isAnswered(program.nameOf(cell))) {
    found.add(cell);
    return;
  }
  const { members, clauses, operator } = program.recipeOf(cell);
  if (operator === "count") return addCount(grounds, members, clauses, test, truth);
  if (operator === "capped") return addCapped(grounds, members, test, truth);
  const own = members.filter(
    member => frame.absent[member] !== ABSENT && test(frame.lo[member]!, frame.hi[member]!) === truth,
  );
  const telling = ["min", "max", "mean", "level"].includes(operator) && own.length > 0 ? own : members;
  for (const member of telling)
    if (first(grounds, member, askedFigure << truth)) addFigure(grounds, member, test, truth);
}

function addCount(grounds: Grounds, signals: number[], clauses: Clause[], test: Comparing, truth: Truth): void {
  const { frame } = grounds;
  const moreIsBetter = test(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY) === HOLDS;
  const telling = (one: Truth) => (one === HOLDS) === ((truth === HOLDS) === moreIsBetter);
  for (const signal of signals) if (telling(truthAt(frame, signal))) addTruth(grounds, signal, truthAt(frame, signal));
  for (const clause of clauses) if (telling(clause.logic(frame))) addClause(grounds, clause, clause.logic(frame));
}

/** The figure before the caps where that is enough, else the caps that make the difference. */
function addCapped(grounds: Grounds, [from, ...caps]: number[], test: Comparing, truth: Truth): void {
  const { frame } = grounds;
  const enough = frame.absent[from!] === ABSENT || test(frame.lo[from!]!, frame.hi[from!]!) === truth;
  if (enough) addFigure(grounds, from!, test, truth);
  else for (const cap of caps) if (truthAt(frame, cap) === HOLDS) addTruth(grounds, cap, HOLDS);
}

/** All that a figure is made of. */
function addAll(grounds: Grounds, cell: number): void {
  if (!first(grounds, cell, askedAll)) return;
  const { kind } = grounds.program.nameOf(cell);
  if (kind === "fact" || kind === "criterion") grounds.found.add(cell);
  else for (const read of grounds.program.readsOf(cell)) addAll(grounds, read);
}

function addOpen(grounds: Grounds, cell: number): void {
  if (!first(grounds, cell, askedOpen)) return;
  const { program, frame, found } = grounds;
  const name = program.nameOf(cell);
  if (name.kind === "fact" || name.kind === "grid") {
    if (frame.lo[cell] !== frame.hi[cell]) found.add(cell);
    return;
  }
  if (isDecided(name) && frame.truth[cell] !== OPEN) return;
  if (name.kind === "criterion" && isSettled(grounds, cell)) return;
  addOpenBelow(grounds, cell);
}

/** Adds a criterion that nobody has answered; true when nothing below it is open either. */
function isSettled({ program, frame, found }: Grounds, cell: number): boolean {
  if (frame.absent[cell] === ABSENT) return frame.truth[cell] !== OPEN;
  const state = frame.inputs.state[program.criterionIndex.get(program.nameOf(cell).id)!]!;
  // That it does not apply is an answer, too.
  if (state === ANSWERED || state === NOT_APPLICABLE)
    return frame.lo[cell] === frame.hi[cell] && frame.absent[cell] === PRESENT;
  found.add(cell);
  return false;
}

/** The criteria that cells read, however deep, as cells. */
export function criteriaBelow(program: Pick<Program, "nameOf" | "readsOf">, cells: number[]): Set<number> {
  const seen = new Set<number>();
  const found = new Set<number>();
  const visit = (cell: number): void => {
    if (seen.has(cell)) return;
    seen.add(cell);
    if (program.nameOf(cell).kind === "criterion") found.add(cell);
    else for (const read of program.readsOf(cell)) visit(read);
  };
  cells.forEach(visit);
  return found;
}

/** The facts, criteria and grids among the cells, by id, in questionnaire order: facts first. */
export function namesOf(program: Program, cells: ReadonlySet<number>): string[] {
  if (cells.size === 0) return [];
  const found = new Set<string>();
  for (const cell of cells) found.add(program.nameOf(cell).id);
  return program.asked.filter(id => found.has(id));
}

/** What makes a cell fail, and what below it is open. */
export function standing(program: Program, frame: Frame, cell: number): { blockedBy: string[]; openBy: string[] } {
  const blocking = createGrounds(program, frame);
  if (truthAt(frame, cell) === FAILS) addTruth(blocking, cell, FAILS);
  const open = createGrounds(program, frame);
  addOpenBelow(open, cell);
  return { blockedBy: namesOf(program, blocking.found), openBy: namesOf(program, open.found) };
}

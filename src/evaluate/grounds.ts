// What something rests on, down to the criteria and facts: who is to be asked, what stands in the way. Each cell is visited once
// for each question, so that conditions built on conditions stay cheap.
import type { Test } from "../calculate/comparison.ts";
import { ABSENT, PRESENT, truthAt } from "../calculate/sheet.ts";
import { FAILS, HOLDS, OPEN, type Truth } from "../calculate/truth.ts";
import { type ByLeaf, isLeaf, type Leaf, onLeaf, type PhaseStatus } from "../model/condition.ts";
import type { Clause } from "./clause.ts";
import { ANSWERED, type Frame, NOT_APPLICABLE } from "./frame.ts";
import { isAnswered, isDecided } from "./names.ts";
import type { Program } from "./program.ts";
import { deciding } from "./reasons.ts";

export interface Grounds {
  /** Cells of criteria and facts. */
  found: ReadonlySet<number>;
  /** Adds what makes a clause have this truth, in its three-valued logic. */
  addClause(clause: Clause, truth: Truth): void;
  /** Adds what makes a cell have this truth. */
  addTruth(cell: number, truth: Truth): void;
  /** Adds the open criteria and facts below a cell, which may itself be decided. */
  addOpenBelow(cell: number): void;
  /** Adds the criteria whose state a clause asks for and a completion would change. */
  addUnsettled(clause: Clause): void;
}

export function createGrounds(program: Program, frame: Frame): Grounds {
  const found = new Set<number>();
  const asked = new Set<string>();
  /** True the first time a question is asked. */
  const first = (...question: (string | number)[]): boolean => {
    const key = question.join(" ");
    return !asked.has(key) && asked.add(key).size > 0;
  };
  const phaseIds = (program.questionnaire.phases ?? []).map(({ id }) => id);

  function addClause(clause: Clause, truth: Truth): void {
    const { condition } = clause;
    if (isLeaf(condition)) onLeaf<[Clause, Truth], void>(rests, condition, clause, truth);
    else for (const [part, partTruth] of deciding(clause, truth, frame, "logic")) addClause(part, partTruth);
  }

  function addCell(_: Leaf, { cell, among, test }: Clause, truth: Truth): void {
    if (among) for (const one of among) truth === OPEN ? addOpen(one) : addAll(one);
    else if (cell !== undefined) test ? addFigure(cell, test, truth) : addTruth(cell, truth);
  }

  const rests = {
    ...{ level: addCell, state: addCell, includes: addCell, evidence: addCell, dimension: addCell, measure: addCell },
    ...{ fact: addCell, gate: addCell, signal: addCell, condition: addCell, stakeholder: addCell, profile: addCell },
    known: ({ fact }) => {
      found.add(program.cell("fact", fact));
    },
    reached: ({ reached, status }, _, truth) => addPhase(reached, status, truth),
    phase: ({ phase, status }, _, truth) => addPhase(phase, status, truth),
    // What is worked out of the phases rests on what they rest on.
    ...{ partner: () => {}, step: () => {} },
  } satisfies ByLeaf<[Clause, Truth], void>;

  function addTruth(cell: number, truth: Truth): void {
    if (program.nameOf(cell).kind === "criterion") addRecord(cell, truth);
    else if (first("truth", cell, truth)) for (const clause of program.recipeOf(cell).clauses) addClause(clause, truth);
  }

  /** How a criterion stands: open as long as nobody has answered, even where a cap leaves but one level. */
  function addRecord(cell: number, truth: Truth): void {
    if (truth === OPEN) addOpen(cell);
    else found.add(cell);
  }

  /** Adds a criterion that nobody has answered; true when nothing below it is open either. */
  function isSettled(cell: number): boolean {
    const gone = frame.absent[cell] === ABSENT;
    if (gone) return frame.truth[cell] !== OPEN;
    if (!isSaid(cell)) found.add(cell);
    else return frame.lo[cell] === frame.hi[cell] && frame.absent[cell] === PRESENT;
    return false;
  }

  /** Whether somebody has answered, be it that it does not apply. */
  function isSaid(cell: number): boolean {
    const state = frame.inputs.state[program.criterionIndex.get(program.nameOf(cell).id)!]!;
    return state === ANSWERED || state === NOT_APPLICABLE;
  }

  /** A phase is open by itself or by a later one; it is settled by itself, or passed over because a later one holds. */
  function addPhase(id: string, status: PhaseStatus | undefined, truth: Truth): void {
    const at = phaseIds.indexOf(id);
    const parts = status === undefined ? entering : status === "entered" ? both : establishing;
    const own = parts.map(part => program.cell(part, id)).filter(cell => truthAt(frame, cell) === truth);
    const passing = truth === OPEN ? OPEN : HOLDS;
    const later = phaseIds.slice(at + 1).map(id => program.cell("entered", id));
    const beyond = later.filter(cell => truthAt(frame, cell) === passing);
    for (const cell of truth === OPEN ? [...own, ...beyond] : own.length > 0 ? own : beyond) {
      addTruth(cell, truthAt(frame, cell));
    }
  }

  /** Of a lowest or a mean the members that fail the test themselves; of a count what does not hold, or what does; else all. */
  function addFigure(cell: number, test: Test, truth: Truth): void {
    if (truth === OPEN) return addOpen(cell);
    if (isAnswered(program.nameOf(cell))) {
      found.add(cell);
      return;
    }
    const { members, clauses, operator } = program.recipeOf(cell);
    if (operator === "count") return addCount(members, clauses, test, truth);
    if (operator === "capped") return addCapped(members, test, truth);
    const own = members.filter(
      member => frame.absent[member] !== ABSENT && test(frame.lo[member]!, frame.hi[member]!) === truth,
    );
    const telling = ["min", "max", "mean", "level"].includes(operator) && own.length > 0 ? own : members;
    for (const member of telling) if (first("figure", member, truth)) addFigure(member, test, truth);
  }

  function addCount(signals: number[], clauses: Clause[], test: Test, truth: Truth): void {
    const moreIsBetter = test(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY) === HOLDS;
    const telling = (one: Truth) => (one === HOLDS) === ((truth === HOLDS) === moreIsBetter);
    for (const signal of signals) if (telling(truthAt(frame, signal))) addTruth(signal, truthAt(frame, signal));
    for (const clause of clauses) if (telling(clause.logic(frame))) addClause(clause, clause.logic(frame));
  }

  /** The figure before the caps where that is enough, else the caps that make the difference. */
  function addCapped([from, ...caps]: number[], test: Test, truth: Truth): void {
    const enough = frame.absent[from!] === ABSENT || test(frame.lo[from!]!, frame.hi[from!]!) === truth;
    if (enough) addFigure(from!, test, truth);
    else for (const cap of caps) if (truthAt(frame, cap) === HOLDS) addTruth(cap, HOLDS);
  }

  /** All that a figure is made of. */
  function addAll(cell: number): void {
    if (!first("all", cell)) return;
    if (["fact", "criterion"].includes(program.nameOf(cell).kind)) found.add(cell);
    else program.readsOf(cell).forEach(addAll);
  }

  function addOpen(cell: number): void {
    if (!first("open", cell)) return;
    const name = program.nameOf(cell);
    if (name.kind === "fact" || name.kind === "grid") {
      if (frame.lo[cell] !== frame.hi[cell]) found.add(cell);
      return;
    }
    if (isDecided(name) && frame.truth[cell] !== OPEN) return;
    if (name.kind === "criterion" && isSettled(cell)) return;
    addOpenBelow(cell);
  }

  function addUnsettled({ parts, condition, cell, logic, headline }: Clause): void {
    parts.forEach(addUnsettled);
    if ("state" in condition && logic(frame) !== headline(frame)) addOpen(cell!);
  }

  const addOpenBelow = (cell: number): void => program.readsOf(cell).forEach(addOpen);

  return { found, addClause, addTruth, addOpenBelow, addUnsettled };
}

const entering = ["entered"] as const;
const establishing = ["established"] as const;
const both = ["entered", "established"] as const;

/** The criteria that cells read, however deep, as cells. */
export function criteriaBelow(program: Program, cells: number[]): Set<number> {
  const seen = new Set<number>();
  const found = new Set<number>();
  const visit = (cell: number): void => {
    if (seen.has(cell)) return;
    seen.add(cell);
    if (program.nameOf(cell).kind === "criterion") found.add(cell);
    else program.readsOf(cell).forEach(visit);
  };
  cells.forEach(visit);
  return found;
}

/** The facts, criteria and grids among the cells, by id, in questionnaire order: facts first. */
export function namesOf(program: Program, cells: ReadonlySet<number>): string[] {
  const found = new Set([...cells].map(cell => program.nameOf(cell).id));
  const { grids = [] } = program.questionnaire;
  return [...program.facts, ...program.criteria, ...grids].flatMap(({ id }) => (found.has(id) ? [id] : []));
}

/** What makes a cell fail, and what below it is open. */
export function standing(program: Program, frame: Frame, cell: number): { blockedBy: string[]; openBy: string[] } {
  const blocking = createGrounds(program, frame);
  if (truthAt(frame, cell) === FAILS) blocking.addTruth(cell, FAILS);
  const open = createGrounds(program, frame);
  open.addOpenBelow(cell);
  return { blockedBy: namesOf(program, blocking.found), openBy: namesOf(program, open.found) };
}

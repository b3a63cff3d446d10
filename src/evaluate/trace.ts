// Why something holds, fails or is open, read off the compiled clauses: reasons name gates, signals and figures as they stand;
// grounds go down to the criteria and facts themselves. Data only; the words are the renderers'.
import type { Condition } from "../model/condition.ts";
import type { Reason } from "../model/evaluation.ts";
import type { Clause } from "./clause.ts";
import { ABSENT, FAILS, type Frame, HOLDS, negate, OPEN, PRESENT, stateName, type Truth, truthAt } from "./frame.ts";
import type { Program } from "./program.ts";

export type Mode = "logic" | "headline";

/** The parts of a node that give it its truth, with the truth each has. */
function deciding(clause: Clause, truth: Truth, frame: Frame, mode: Mode): [Clause, Truth][] {
  const parts = clause.parts.map(part => [part, part[mode](frame)] as [Clause, Truth]);
  const { condition } = clause;
  if ("not" in condition) return parts.filter(([, part]) => part === negate(truth));
  if ("any" in condition && truth === FAILS) return parts;
  if ("all" in condition && truth === HOLDS) return parts;
  return parts.filter(([, part]) => part === truth);
}

/** The leaves that make a clause what it is now, each with its three-valued state; each once. */
export function reasons(clause: Clause, frame: Frame, mode: Mode): Reason[] {
  const found = new Map<string, Reason>();
  const walk = (at: Clause, truth: Truth): void => {
    const ref = refOf(at.condition);
    if (ref !== null) found.set(ref, { ref, state: stateName(refTruth(at, frame)) });
    else for (const [part, partTruth] of deciding(at, truth, frame, mode)) walk(part, partTruth);
  };
  walk(clause, clause[mode](frame));
  return [...found.values()];
}

/** A yes/no leaf tells its three-valued state; what only the headline knows tells that. */
function refTruth(leaf: Clause, frame: Frame): Truth {
  const headlineOnly = "partner" in leaf.condition || "step" in leaf.condition || "known" in leaf.condition;
  return headlineOnly ? leaf.headline(frame) : leaf.logic(frame);
}

function refOf(condition: Condition): string | null {
  const leaf = condition as unknown as Record<string, string>;
  const kind = referable.find(one => one in condition);
  if (kind === undefined) return null;
  const status = "status" in condition ? `:${condition.status}` : "";
  return `${kind}:${leaf[kind]}${status}`;
}

const referable = [
  "criterion",
  "dimension",
  "measure",
  "fact",
  "gate",
  "signal",
  "condition",
  "reached",
  "phase",
  "partner",
  "step",
  "stakeholder",
];

/** The criteria and facts that make a clause have this truth, as cells. */
export function grounds(
  program: Program,
  clause: Clause,
  frame: Frame,
  truth: Truth,
  found = new Set<number>(),
): Set<number> {
  if (clause.parts.length > 0) {
    for (const [part, partTruth] of deciding(clause, truth, frame, "logic"))
      grounds(program, part, frame, partTruth, found);
  } else if (clause.cell !== undefined) {
    if (clause.test) figureGrounds(program, clause.cell, clause.test, frame, truth, found);
    else truthGrounds(program, clause.cell, frame, truth, found);
  } else if ("phase" in clause.condition || "reached" in clause.condition) {
    phaseGrounds(program, clause.condition, frame, truth, found);
  } else if ("fact" in clause.condition) found.add(program.cell(`fact:${clause.condition.fact}`));
  return found;
}

function truthGrounds(program: Program, cell: number, frame: Frame, truth: Truth, found: Set<number>): void {
  const key = program.keyOf(cell);
  if (key.startsWith("criterion:")) found.add(cell);
  else for (const clause of program.recipeOf(cell).clauses) grounds(program, clause, frame, truth, found);
}

function phaseGrounds(program: Program, condition: Condition, frame: Frame, truth: Truth, found: Set<number>): void {
  const id = "phase" in condition ? condition.phase : "reached" in condition ? condition.reached : "";
  for (const part of ["entered", "established"]) {
    const cell = program.cell(`${part}:${id}`);
    if (truthAt(frame, cell) === truth || truth === OPEN)
      truthGrounds(program, cell, frame, truthAt(frame, cell), found);
  }
}

/** What a figure's test rests on: of a lowest or a mean, the members that fail it themselves; of other figures, all members. */
function figureGrounds(
  program: Program,
  cell: number,
  test: Clause["test"],
  frame: Frame,
  truth: Truth,
  found: Set<number>,
): void {
  const key = program.keyOf(cell);
  if (key.startsWith("fact:")) found.add(cell);
  if (key.startsWith("fact:") || key.startsWith("number:")) return;
  if (truth === OPEN) {
    openGrounds(program, cell, frame, found);
    return;
  }
  if (key.startsWith("criterion:")) {
    found.add(cell);
    return;
  }
  const { members, clauses, operator } = program.recipeOf(cell);
  const own = members.filter(
    member => frame.absent[member] !== ABSENT && test!(frame.lo[member]!, frame.hi[member]!) === truth,
  );
  const telling = ["min", "max", "mean", "score"].includes(operator) && own.length > 0 ? own : members;
  for (const member of telling) {
    if (program.keyOf(member).startsWith("signal:"))
      truthGrounds(program, member, frame, truthAt(frame, member), found);
    else figureGrounds(program, member, test, frame, truth, found);
  }
  for (const clause of clauses) grounds(program, clause, frame, clause.logic(frame), found);
}

/** The open criteria and facts below a cell that may itself be decided. */
export function openBelow(program: Program, cell: number, frame: Frame): Set<number> {
  const found = new Set<number>();
  for (const read of program.readsOf(cell)) openGrounds(program, read, frame, found);
  return found;
}

/** The open criteria and facts that keep a cell open. */
function openGrounds(program: Program, cell: number, frame: Frame, found = new Set<number>()): Set<number> {
  const key = program.keyOf(cell);
  if (key.startsWith("fact:")) {
    if (frame.lo[cell] !== frame.hi[cell]) found.add(cell);
    return found;
  }
  if (isTruth(key) && frame.truth[cell] !== OPEN) return found;
  if (key.startsWith("criterion:")) {
    const settled =
      frame.absent[cell] === ABSENT || (frame.lo[cell] === frame.hi[cell] && frame.absent[cell] === PRESENT);
    if (settled) return found;
    const index = program.criterionIndex.get(key.slice("criterion:".length))!;
    if (Number.isNaN(frame.inputs.level[index]!)) found.add(cell);
  }
  for (const read of program.readsOf(cell)) openGrounds(program, read, frame, found);
  return found;
}

const isTruth = (key: string) => /^(gate|signal|condition|entered|established|stakeholder|cap):/.test(key);

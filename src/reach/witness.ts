// A witness: an answer set that makes a rule come true, as few answers as the search had to give. In: what the search answered, and
// what it had people outside say. Out: the same by ids,
// in the order of the questionnaire.

import type { Program } from "../evaluate/program.ts";
import type { Cells } from "../model/grid.ts";
import type { Outside } from "./outside.ts";
import type { Candidate } from "./slots.ts";

/** Answers by criterion id, values by fact id, fillings by grid id; what is not named is unanswered. */
export interface Witness {
  facts: { [fact: string]: number | string };
  answers: { [criterion: string]: number | string[] | "unknown" | "na" };
  /** How every row of a grid is filled in. */
  grids: { [grid: string]: Cells };
  /** What some of the answers are shown by. */
  evidence: { [criterion: string]: ("text" | "url")[] };
  /** What a voice from outside says. */
  outside: { [criterion: string]: number };
}

export interface AnswerSet {
  answers: Candidate[];
  outside: Outside;
}

/** Of answer sets that show many rules each is told once. */
const told = new WeakMap<AnswerSet, Witness>();

export function witnessOf(program: Program, set: AnswerSet): Witness {
  const witness = told.get(set) ?? tell(program, set);
  told.set(set, witness);
  return witness;
}

function tell(program: Program, { answers, outside }: AnswerSet): Witness {
  const witness: Witness = { facts: {}, answers: {}, grids: {}, evidence: {}, outside: {} };
  for (const answer of answers) answer.tell(witness);
  for (const [index, level] of outside) witness.outside[program.criteria[index]!.id] = level;
  const inOrder = <Value>(given: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(
      Object.entries(given).sort(([a], [b]) => program.criterionIndex.get(a)! - program.criterionIndex.get(b)!),
    );
  return { ...witness, answers: inOrder(witness.answers), evidence: inOrder(witness.evidence) };
}

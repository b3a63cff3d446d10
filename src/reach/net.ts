// How the cells of a program hang together, for searches that change one answer at a time. In: a program. Out: for each cell its
// place in the order, who reads it, what one run of it costs, and which answer it takes in. Rule kept: work is counted in what is
// read, not in time, so that a search ends at the same point on every machine.
import type { Clause } from "../evaluate/clause.ts";
import type { Program } from "../evaluate/program.ts";

/** What of the answers a cell takes in, by the index of the criterion, fact or grid. */
export interface Intake {
  kind: "criterion" | "fact" | "grid" | "outside";
  index: number;
}

export interface Net {
  place: Int32Array;
  readers: number[][];
  cost: Float64Array;
  inputs: (Intake | undefined)[];
  /** Of the conditions of a cell the leaves that ask for more of an answer than its figure. */
  closely: Clause[][];
  /** What running every cell once costs. */
  total: number;
}

export function createNet(program: Program): Net {
  const order = program.sorted();
  const place = new Int32Array(program.size);
  const cost = new Float64Array(program.size);
  const readers: number[][] = Array.from({ length: program.size }, () => []);
  for (const [at, cell] of order.entries()) {
    place[cell] = at;
    for (const read of program.readsOf(cell)) readers[read]!.push(cell);
    const { clauses } = program.recipeOf(cell);
    cost[cell] = 1 + program.readsOf(cell).size + clauses.reduce((sum, clause) => sum + sizeOf(clause), 0);
  }
  const closely = order.map((_, cell) => program.recipeOf(cell).clauses.flatMap(closeLeaves));
  const inputs = Array.from({ length: program.size }, (_, cell) => inputOf(program, cell));
  return { place, readers, cost, inputs, closely, total: cost.reduce((sum, one) => sum + one, 0) };
}

function inputOf(program: Program, cell: number): Intake | undefined {
  const { kind, id } = program.nameOf(cell);
  if (kind === "criterion" || kind === "outside") return { kind, index: program.criterionIndex.get(id)! };
  if (kind === "fact") return { kind, index: program.factIndex.get(id)! };
  if (kind === "grid") return { kind, index: program.questionnaire.grids!.findIndex(grid => grid.id === id) };
  return undefined;
}

export const closeLeaves = (clause: Clause): Clause[] =>
  clause.parts.length > 0
    ? clause.parts.flatMap(closeLeaves)
    : ["includes", "evidence", "state", "fact"].some(key => key in clause.condition)
      ? [clause]
      : [];

/** The parts of a condition, and what each reads. */
export function sizeOf({ parts, among = [] }: Clause): number {
  return 1 + among.length + parts.reduce((sum, part) => sum + sizeOf(part), 0);
}

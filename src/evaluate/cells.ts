// The cells of a program, like those of a spreadsheet: each has a name, knows what it reads, and is computed after that.
import type { Expression } from "../model/condition.ts";
import type { Clause } from "./clause.ts";
import type { Missing } from "./figure.ts";
import type { Frame } from "./frame.ts";
import type { Weight } from "./weights.ts";

export type Run = (frame: Frame) => void;

/** What a cell is made of, for the trace: other cells, or the conditions it counts or stands for. */
export interface Recipe {
  operator: string;
  members: number[];
  clauses: Clause[];
  /** Of a mean or a sum: one a member. */
  weights?: readonly Weight[];
  /** What a member does that does not apply. */
  missing?: Missing;
  /** What each level of the member counts. */
  table?: readonly number[];
  /** Of a figure that is rounded or kept within limits: how, and the same figure before that, written into the cell. */
  shaping?: { by: Pick<Expression, "round" | "digits" | "clamp">; before(frame: Frame, cell: number): void };
}

export interface Definition {
  run: (frame: Frame) => unknown;
  recipe?: Recipe;
}

export type Cells = ReturnType<typeof createCells>;

export function createCells() {
  const keys: string[] = [];
  const indexes = new Map<string, number>();
  const reads: Set<number>[] = [];
  const definitions: (Definition | undefined)[] = [];
  const underWay: number[] = [];
  let finished = false;

  /** The index of a cell by its name, such as "gate:g1"; it may be defined later. */
  function index(key: string): number {
    const known = indexes.get(key);
    if (known !== undefined) return known;
    if (finished) throw new Error(`no cell is called ${key}`);
    const cell = keys.push(key) - 1;
    indexes.set(key, cell);
    reads.push(new Set());
    return cell;
  }

  /** The same, and the cell being defined is computed after it. */
  function use(key: string): number {
    const cell = index(key);
    const reader = underWay.at(-1);
    if (reader !== undefined) reads[reader]!.add(cell);
    return cell;
  }

  function define(key: string, make: (cell: number) => Definition): number {
    const cell = index(key);
    underWay.push(cell);
    definitions[cell] = make(cell);
    underWay.pop();
    return cell;
  }

  /** Some cells and all that they read, each after what it reads; every cell when none are named. */
  function sorted(wanted: Iterable<number> = keys.keys()): number[] {
    finished = true;
    const order: number[] = [];
    const marks = new Uint8Array(keys.length);
    const visit = (cell: number): void => {
      if (marks[cell] === 2) return;
      if (marks[cell] === 1) throw new Error(`${keys[cell]} depends on itself`);
      if (!definitions[cell]) throw new Error(`${keys[cell]} is used and not defined`);
      marks[cell] = 1;
      for (const read of reads[cell]!) visit(read);
      marks[cell] = 2;
      order.push(cell);
    };
    for (const cell of wanted) visit(cell);
    return order;
  }

  /** Computes sorted cells one after the other. */
  function pass(order: number[]): Run {
    const runs = order.map(cell => definitions[cell]!.run);
    return frame => {
      for (const run of runs) run(frame);
    };
  }

  return {
    index,
    use,
    define,
    sorted,
    pass,
    has: (key: string) => indexes.has(key),
    count: () => keys.length,
    keyOf: (cell: number) => keys[cell]!,
    recipeOf: (cell: number): Recipe => definitions[cell]?.recipe ?? { operator: "", members: [], clauses: [] },
    readsOf: (cell: number): ReadonlySet<number> => reads[cell]!,
  };
}

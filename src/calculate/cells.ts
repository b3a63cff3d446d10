// Cells, like those of a spreadsheet: each has a name, knows what it reads, and is computed after that. In: definitions, in any
// order. Out: passes over all cells, or over some and what they read.
import type { Missing } from "./arithmetic.ts";
import type { Shaping } from "./numbers.ts";
import type { Sheet } from "./sheet.ts";
import type { Weight } from "./weights.ts";

/** What a cell is about; `part`: one of several cells about it. */
export interface Name<Kind extends string> {
  kind: Kind;
  id: string;
  part?: string;
}

export type Run<Of> = (of: Of) => void;

/** What a cell is made of: other cells, or the conditions that it counts or stands for. */
export interface Recipe<Clause> {
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
  shaping?: { by: Shaping; before(sheet: Sheet, cell: number): void };
}

const told = ({ kind, id, part = "" }: Name<string>): string => `${kind} ${id} ${part}`.trimEnd();

export interface Definition<Of, Clause> {
  run: (of: Of) => unknown;
  recipe?: Recipe<Clause>;
}

export type Cells<Kind extends string, Of extends Sheet, Clause> = ReturnType<typeof createCells<Kind, Of, Clause>>;

export function createCells<Kind extends string, Of extends Sheet, Clause>() {
  const names: Name<Kind>[] = [];
  const indexes = new Map<Kind, Map<string, number>>();
  const reads: Set<number>[] = [];
  const definitions: (Definition<Of, Clause> | undefined)[] = [];
  const underWay: number[] = [];
  let finished = false;

  const find = (kind: Kind, id: string, part?: string): number | undefined =>
    indexes.get(kind)?.get(part === undefined ? id : `${id} ${part}`);

  /** The cell of a name; it may be defined later. */
  function index(kind: Kind, id: string, part?: string): number {
    const known = find(kind, id, part);
    if (known !== undefined) return known;
    const name = { kind, id, ...(part !== undefined && { part }) };
    if (finished) throw new Error(`no cell is called ${told(name)}`);
    const cell = names.push(name) - 1;
    const ofKind = indexes.get(kind) ?? new Map<string, number>();
    indexes.set(kind, ofKind.set(part === undefined ? id : `${id} ${part}`, cell));
    reads.push(new Set());
    return cell;
  }

  /** The same, and the cell being defined is computed after it. */
  function use(kind: Kind, id: string, part?: string): number {
    const cell = index(kind, id, part);
    const reader = underWay.at(-1);
    if (reader !== undefined) reads[reader]!.add(cell);
    return cell;
  }

  function define(name: Name<Kind>, make: (cell: number) => Definition<Of, Clause>): number {
    const cell = index(name.kind, name.id, name.part);
    underWay.push(cell);
    definitions[cell] = make(cell);
    underWay.pop();
    return cell;
  }

  /** Some cells and all that they read, each after what it reads; every cell when none are named. */
  function sorted(wanted: Iterable<number> = names.keys()): number[] {
    finished = true;
    const order: number[] = [];
    const marks = new Uint8Array(names.length);
    const visit = (cell: number): void => {
      if (marks[cell] === 2) return;
      if (marks[cell] === 1) throw new Error(`${told(names[cell]!)} depends on itself`);
      if (!definitions[cell]) throw new Error(`${told(names[cell]!)} is used and not defined`);
      marks[cell] = 1;
      for (const read of reads[cell]!) visit(read);
      marks[cell] = 2;
      order.push(cell);
    };
    for (const cell of wanted) visit(cell);
    return order;
  }

  /** Computes sorted cells one after the other. */
  function pass(order: number[]): Run<Of> {
    const runs = order.map(cell => definitions[cell]!.run);
    return of => {
      for (const run of runs) run(of);
    };
  }

  return {
    index,
    use,
    define,
    sorted,
    pass,
    has: ({ kind, id, part }: Name<Kind>) => find(kind, id, part) !== undefined,
    count: () => names.length,
    nameOf: (cell: number) => names[cell]!,
    recipeOf: (cell: number): Recipe<Clause> => definitions[cell]?.recipe ?? { operator: "", members: [], clauses: [] },
    readsOf: (cell: number): ReadonlySet<number> => reads[cell]!,
  };
}

// Cells, like those of a spreadsheet: each has a name, knows what it reads, and is computed after that. In: definitions, in any
// order. Out: passes over all cells, or over some and what they read.
import type { Missing } from "./arithmetic.ts";
import type { Shape } from "./numbers.ts";
import type { Sheet } from "./sheet.ts";
import type { Weighing } from "./weights.ts";

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
  weights?: readonly Weighing[];
  /** What a member does that does not apply. */
  missing?: Missing;
  /** What each level of the member counts. */
  table?: readonly number[];
  /** Of a figure that is rounded or kept within limits: how, and the same figure before that, written into the cell. */
  shaping?: { by: Shape; before(sheet: Sheet, cell: number): void };
}

const told = ({ kind, id, part = "" }: Name<string>): string => `${kind} ${id} ${part}`.trimEnd();

export interface Definition<Of, Clause> {
  run: (of: Of) => unknown;
  recipe?: Recipe<Clause>;
}

export type CellTable<Kind extends string, Of extends Sheet, Clause> = ReturnType<typeof createCells<Kind, Of, Clause>>;

/** Numbers for names, in the order in which they come up. */
function createNames<Kind extends string>() {
  const names: Name<Kind>[] = [];
  const indexes = new Map<Kind, Map<string, number>>();
  let closed = false;
  const within = (id: string, part: string | undefined): string => (part === undefined ? id : `${id} ${part}`);

  const find = (kind: Kind, id: string, part?: string): number | undefined => indexes.get(kind)?.get(within(id, part));

  function add(kind: Kind, id: string, part?: string): number {
    const name = { kind, id, ...(part !== undefined && { part }) };
    if (closed) throw new Error(`no cell is called ${told(name)}`);
    const cell = names.push(name) - 1;
    const ofKind = indexes.get(kind) ?? new Map<string, number>();
    indexes.set(kind, ofKind.set(within(id, part), cell));
    return cell;
  }
  /** From then on a name that is not there is a mistake. */
  const close = () => {
    closed = true;
  };
  return { names, find, add, close };
}

export function createCells<Kind extends string, Of extends Sheet, Clause>() {
  const { names, find, add, close } = createNames<Kind>();
  const reads: Set<number>[] = [];
  const definitions: (Definition<Of, Clause> | undefined)[] = [];
  const underWay: number[] = [];

  /** The cell of a name; it may be defined later. */
  function index(kind: Kind, id: string, part?: string): number {
    const known = find(kind, id, part);
    if (known !== undefined) return known;
    const cell = add(kind, id, part);
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

  function define(name: Name<Kind>, make: (cell: number) => Definition<Of, Clause>): void {
    const cell = index(name.kind, name.id, name.part);
    underWay.push(cell);
    definitions[cell] = make(cell);
    underWay.pop();
  }

  /** Some cells and all that they read, each after what it reads; every cell when none are named. */
  function sorted(wanted: Iterable<number> = names.keys()): number[] {
    close();
    return inOrder(wanted, cell => {
      if (!definitions[cell]) throw new Error(`${told(names[cell]!)} is used and not defined`);
      return reads[cell]!;
    });
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

/** What is wanted and all that it reads, each after what it reads. */
function inOrder(wanted: Iterable<number>, readsOf: (cell: number) => Iterable<number>): number[] {
  const order: number[] = [];
  const [underWay, done] = [new Set<number>(), new Set<number>()];
  const visit = (cell: number): void => {
    if (done.has(cell)) return;
    if (underWay.has(cell)) throw new Error(`cell ${cell} depends on itself`);
    underWay.add(cell);
    for (const read of readsOf(cell)) visit(read);
    done.add(cell);
    order.push(cell);
  };
  for (const cell of wanted) visit(cell);
  return order;
}

// Comparisons of figures, three-valued: with numbers, or with each other. In: bounds of a figure, and whether it is there. Rule kept:
// a figure that is missing fails, unless the leaf says that N/A holds.
import { ABSENT, PRESENT, type Sheet } from "./sheet.ts";
import { type Ask, FAILS, HOLDS, least, OPEN, type Truth } from "./truth.ts";

export type Comparing = (lo: number, hi: number) => Truth;

const tests = {
  atLeast: v => (lo, hi) => (lo >= v ? HOLDS : hi < v ? FAILS : OPEN),
  atMost: v => (lo, hi) => (hi <= v ? HOLDS : lo > v ? FAILS : OPEN),
  above: v => (lo, hi) => (lo > v ? HOLDS : hi <= v ? FAILS : OPEN),
  below: v => (lo, hi) => (hi < v ? HOLDS : lo >= v ? FAILS : OPEN),
  is: v => (lo, hi) => (lo === v && hi === v ? HOLDS : v < lo || v > hi ? FAILS : OPEN),
  in: v => oneOf([v]),
} satisfies Record<string, (value: number) => Comparing>;

function oneOf(values: number[]): Comparing {
  return (lo, hi) => {
    const inside = values.filter(v => v >= lo && v <= hi);
    if (inside.length === 0) return FAILS;
    return lo === hi ? HOLDS : OPEN;
  };
}

type Comparator = keyof typeof tests;
type Limits<Value> = { [Name in Comparator]?: Value | Value[] };

/** All limits together; without one, it is enough that the figure is there. `number`: what a limit stands for. */
export function testOf<Value>(limits: Limits<Value>, number: (value: Value) => number): Comparing {
  const all = (Object.keys(tests) as Comparator[]).flatMap(name => {
    const limit = limits[name];
    if (limit === undefined) return [];
    return [Array.isArray(limit) ? oneOf(limit.map(number)) : tests[name](number(limit))];
  });
  return all.length === 1 ? all[0]! : (lo, hi) => least(all.map(test => test(lo, hi)));
}

/** What a test of a figure is when the figure may be missing. */
function ifThere(cell: number, there: Ask<Sheet>, naHolds: boolean): Ask<Sheet> {
  const missing = naHolds ? HOLDS : FAILS;
  return sheet => {
    const absent = sheet.absent[cell];
    if (absent === ABSENT) return missing;
    const present = there(sheet);
    return absent === PRESENT || present === missing ? present : OPEN;
  };
}

export const compare = (cell: number, test: Comparing, naHolds: boolean): Ask<Sheet> =>
  ifThere(cell, sheet => test(sheet.lo[cell]!, sheet.hi[cell]!), naHolds);

/** Whether none of some figures is lower than one of them; one that is missing is not. */
export function lowestOf(cell: number, listed: readonly number[], naHolds: boolean): Ask<Sheet> {
  const others = listed.filter(other => other !== cell);
  return ifThere(
    cell,
    sheet => {
      let truth: Truth = HOLDS;
      for (const other of others) {
        const absent = sheet.absent[other];
        if (absent === ABSENT || sheet.lo[other]! >= sheet.hi[cell]!) continue;
        if (absent === PRESENT && sheet.hi[other]! < sheet.lo[cell]!) return FAILS;
        truth = OPEN;
      }
      return truth;
    },
    naHolds,
  );
}

// Comparisons of figures, three-valued: with numbers, or with each other. In: bounds of a figure, and whether it is there. Rule kept:
// a figure that is missing fails, unless the leaf says that N/A holds.
import { type Comparators, comparators } from "../model/condition.ts";
import { ABSENT, FAILS, type Frame, HOLDS, OPEN, PRESENT, type Truth } from "./frame.ts";

export type Ask = (frame: Frame) => Truth;
export type Test = (lo: number, hi: number) => Truth;

const tests: Record<(typeof comparators)[number], (value: number) => Test> = {
  atLeast: v => (lo, hi) => (lo >= v ? HOLDS : hi < v ? FAILS : OPEN),
  atMost: v => (lo, hi) => (hi <= v ? HOLDS : lo > v ? FAILS : OPEN),
  above: v => (lo, hi) => (lo > v ? HOLDS : hi <= v ? FAILS : OPEN),
  below: v => (lo, hi) => (hi < v ? HOLDS : lo >= v ? FAILS : OPEN),
  is: v => (lo, hi) => (lo === v && hi === v ? HOLDS : v < lo || v > hi ? FAILS : OPEN),
  in: () => () => OPEN,
};

const oneOf =
  (values: number[]): Test =>
  (lo, hi) => {
    const inside = values.filter(v => v >= lo && v <= hi);
    if (inside.length === 0) return FAILS;
    return lo === hi ? HOLDS : OPEN;
  };

/** All comparators of a leaf together; without one, it is enough that the figure is there. */
export function testOf(leaf: Comparators, number: (value: number | string) => number): Test {
  const all = comparators.flatMap(name => {
    const value = leaf[name];
    if (value === undefined) return [];
    return Array.isArray(value) ? [oneOf(value.map(number))] : [tests[name](number(value))];
  });
  return all.length === 1 ? all[0]! : (lo, hi) => Math.min(HOLDS, ...all.map(test => test(lo, hi))) as Truth;
}

/** What a test of a figure is when the figure may be missing. */
function ifThere(cell: number, there: Ask, naHolds: boolean): Ask {
  const missing = naHolds ? HOLDS : FAILS;
  return frame => {
    const absent = frame.absent[cell];
    if (absent === ABSENT) return missing;
    const present = there(frame);
    return absent === PRESENT || present === missing ? present : OPEN;
  };
}

export const compare = (cell: number, test: Test, naHolds: boolean): Ask =>
  ifThere(cell, frame => test(frame.lo[cell]!, frame.hi[cell]!), naHolds);

/** Whether none of some figures is lower than one of them; one that is missing is not. */
export function lowestOf(cell: number, listed: readonly number[], naHolds: boolean): Ask {
  const others = listed.filter(other => other !== cell);
  return ifThere(
    cell,
    frame => {
      let truth: Truth = HOLDS;
      for (const other of others) {
        const absent = frame.absent[other];
        if (absent === ABSENT || frame.lo[other]! >= frame.hi[cell]!) continue;
        if (absent === PRESENT && frame.hi[other]! < frame.lo[cell]!) return FAILS;
        truth = OPEN;
      }
      return truth;
    },
    naHolds,
  );
}

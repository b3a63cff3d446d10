// The kernel by itself, with cells that are about nothing: what holds, holds for every way of completing what is open.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calculate } from "../../src/calculate/arithmetic.ts";
import { createCells } from "../../src/calculate/cells.ts";
import { compare, lowestOf, testOf } from "../../src/calculate/comparison.ts";
import { type Grouping, group } from "../../src/calculate/group.ts";
import { justAbove, justBelow, rounder, shaper } from "../../src/calculate/numbers.ts";
import {
  ABSENT,
  createSheet,
  isTooLarge,
  MAYBE,
  PRESENT,
  type Sheet,
  setAbsent,
  setFigure,
} from "../../src/calculate/sheet.ts";
import { all, any, counted, FAILS, HOLDS, negate, not, OPEN, several, type Truth } from "../../src/calculate/truth.ts";

const truths = [FAILS, OPEN, HOLDS] as const;
const said = (truth: Truth) => () => truth;

describe("truths", () => {
  test("all, any, not and several of them are what every completion makes of them", () => {
    const completed = (some: readonly Truth[]): Truth[][] => {
      let lists: Truth[][] = [[]];
      for (const truth of some) {
        const ends: Truth[] = truth === OPEN ? [FAILS, HOLDS] : [truth];
        lists = lists.flatMap(list => ends.map(one => [...list, one]));
      }
      return lists;
    };
    const joins = {
      all: [(some: Truth[]) => all(some.map(said))(0), (some: Truth[]) => some.every(one => one === HOLDS)],
      any: [(some: Truth[]) => any(some.map(said))(0), (some: Truth[]) => some.includes(HOLDS)],
      "two of": [
        (some: Truth[]) => several(2, some.map(said))(0),
        (some: Truth[]) => some.filter(one => one === HOLDS).length >= 2,
      ],
      "not the first": [(some: Truth[]) => not(said(some[0]!))(0), (some: Truth[]) => some[0] === FAILS],
    } satisfies Record<string, [(some: Truth[]) => Truth, (some: Truth[]) => boolean]>;
    for (const [join, plain] of Object.values(joins)) {
      for (const a of truths) {
        for (const b of truths) {
          for (const c of truths) {
            const ends = new Set(completed([a, b, c]).map(plain));
            expect(join([a, b, c])).toBe(ends.size > 1 ? OPEN : ends.has(true) ? HOLDS : FAILS);
          }
        }
      }
    }
    expect([all([])(0), any([])(0)]).toEqual([HOLDS, FAILS]);
    expect(truths.map(negate)).toEqual([HOLDS, OPEN, FAILS]);
    expect(
      counted(
        [HOLDS, OPEN, FAILS].map(truth => said(truth as Truth)),
        0,
      ),
    ).toEqual({ sure: 1, possible: 2 });
  });
});

describe("comparisons", () => {
  test("hold or fail where all numbers within bounds do", () => {
    const limits = [
      [{ atLeast: 2 }, (x: number) => x >= 2],
      [{ atMost: 2 }, (x: number) => x <= 2],
      [{ above: 2 }, (x: number) => x > 2],
      [{ below: 2 }, (x: number) => x < 2],
      [{ is: 2 }, (x: number) => x === 2],
      [{ in: [1, 3] }, (x: number) => x === 1 || x === 3],
      [{ atLeast: 1, below: 3 }, (x: number) => x >= 1 && x < 3],
    ] as const;
    for (const [limit, plain] of limits) {
      const compared = testOf<number>(limit as object, Number);
      for (let lo = 0; lo <= 4; lo++) {
        for (let hi = lo; hi <= 4; hi++) {
          const ends = new Set(Array.from({ length: hi - lo + 1 }, (_, at) => plain(lo + at)));
          const truth = compared(lo, hi);
          // A number between two whole ones may be meant, too: open is no mistake.
          if (lo === hi || truth !== OPEN) expect([...ends]).toEqual([truth === HOLDS]);
        }
      }
    }
  });

  test("a figure that is not there fails, or holds where that is said, and is open while it may go", () => {
    const sheet = createSheet(1);
    const ask = (naHolds: boolean) => compare(0, testOf<number>({ atLeast: 2 }, Number), naHolds)(sheet);
    setAbsent(sheet, 0);
    expect([ask(false), ask(true)]).toEqual([FAILS, HOLDS]);
    setFigure(sheet, 0, 3, 3, NaN, MAYBE);
    expect([ask(false), ask(true)]).toEqual([OPEN, HOLDS]);
  });

  test("the lowest is lower than none that is there", () => {
    const sheet = createSheet(3);
    setFigure(sheet, 0, 1, 1, 1, PRESENT);
    setFigure(sheet, 1, 1, 2, NaN, PRESENT);
    setAbsent(sheet, 2);
    expect(lowestOf(0, [0, 1, 2], false)(sheet)).toBe(HOLDS);
    expect(lowestOf(1, [0, 1, 2], false)(sheet)).toBe(OPEN);
    expect(lowestOf(2, [0, 1, 2], false)(sheet)).toBe(FAILS);
  });
});

describe("figures", () => {
  const member = fc.record({
    lo: fc.integer({ min: -4, max: 4 }),
    more: fc.integer({ min: 0, max: 3 }),
    absent: fc.constantFrom(PRESENT, MAYBE, ABSENT),
  });
  const missing = fc.constantFrom("skip" as const, "zero" as const, "null" as const);

  /** Every way in which the members may turn out; NaN for one that is not there. */
  const waysOf = (members: { lo: number; more: number; absent: number }[]): number[][] =>
    members.reduce<number[][]>(
      (ways, { lo, more, absent }) => {
        const figures = absent === ABSENT ? [NaN] : Array.from({ length: more + 1 }, (_, at) => lo + at);
        const ends = absent === MAYBE ? [...figures, NaN] : figures;
        return ways.flatMap(way => ends.map(end => [...way, end]));
      },
      [[]],
    );

  function filled(members: { lo: number; more: number; absent: number }[]): Sheet {
    const sheet = createSheet(members.length + 1);
    for (const [cell, { lo, more, absent }] of members.entries()) {
      if (absent === ABSENT) setAbsent(sheet, cell);
      else setFigure(sheet, cell, lo, lo + more, more === 0 && absent === PRESENT ? lo : NaN, absent);
    }
    return sheet;
  }

  const cell = (sheet: Sheet) => sheet.lo.length - 1;
  const cells = (count: number) => Array.from({ length: count }, (_, at) => at);
  const run = (sheet: Sheet, compute: (sheet: Sheet, cell: number) => void) => {
    compute(sheet, cell(sheet));
    const at = cell(sheet);
    return { lo: sheet.lo[at]!, hi: sheet.hi[at]!, value: sheet.value[at]!, absent: sheet.absent[at]! };
  };

  test("no bound is narrower than what every way of turning out comes to, and a figure is what all of them come to", () => {
    const operator = fc.constantFrom("min", "max", "mean", "sum", "add", "subtract", "multiply");
    fc.assert(
      fc.property(operator, fc.array(member, { minLength: 1, maxLength: 3 }), missing, (kind, members, gone) => {
        const isGroup = ["min", "max", "mean", "sum"].includes(kind);
        const all = cells(members.length);
        const compute = isGroup
          ? group(
              kind as Grouping,
              all,
              all.map(() => 1),
              gone,
            )
          : calculate(kind as "add", all, gone);
        const made = run(filled(members), compute);
        for (const way of waysOf(members)) {
          const one = run(
            filled(
              way.map(x => ({ lo: Number.isNaN(x) ? 0 : x, more: 0, absent: Number.isNaN(x) ? ABSENT : PRESENT })),
            ),
            compute,
          );
          if (one.absent === ABSENT) expect(made.absent).not.toBe(PRESENT);
          else {
            expect(made.absent).not.toBe(ABSENT);
            expect(one.value).toBeGreaterThanOrEqual(made.lo - 1e-9);
            expect(one.value).toBeLessThanOrEqual(made.hi + 1e-9);
            if (!Number.isNaN(made.value)) expect(one.value).toBeCloseTo(made.value, 9);
          }
        }
      }),
      { numRuns: 300, seed: 20261127 },
    );
  });

  test("are rounded as people mean them, kept within limits, and told when they are too large", () => {
    expect([1.005, -1.5, 2.5].map(rounder("half-up", 2))).toEqual([1.01, -1.5, 2.5]);
    expect([1.9, -1.1].map(rounder("floor", 0))).toEqual([1, -2]);
    expect([1.9, -1.9].map(rounder("truncate", 0))).toEqual([1, -1]);
    expect([-3, 1.26, 9].map(shaper({ round: "half-up", digits: 1, clamp: [0, 5] })!)).toEqual([0, 1.3, 5]);
    expect(shaper({})).toBeNull();
    expect([justAbove(1) > 1, justBelow(1) < 1, justAbove(Infinity)]).toEqual([true, true, Infinity]);
    const sheet = createSheet(2);
    setFigure(sheet, 0, Infinity, Infinity, Infinity, PRESENT);
    setFigure(sheet, 1, -Infinity, Infinity, NaN, PRESENT);
    expect([isTooLarge(sheet, 0), isTooLarge(sheet, 1)]).toEqual([true, false]);
  });
});

describe("cells", () => {
  const doubled = () => {
    const cells = createCells<"in" | "out", Sheet, never>();
    cells.define({ kind: "out", id: "a", part: "double" }, cell => {
      const from = cells.use("in", "a");
      return { run: sheet => setFigure(sheet, cell, 0, 0, sheet.value[from]! * 2, PRESENT) };
    });
    return cells;
  };

  test("are computed after what they read, in whatever order they were defined", () => {
    const cells = doubled();
    cells.define({ kind: "in", id: "a" }, cell => ({ run: sheet => setFigure(sheet, cell, 4, 4, 4, PRESENT) }));
    const sheet = createSheet(cells.count());
    cells.pass(cells.sorted())(sheet);
    expect(sheet.value[cells.index("out", "a", "double")]).toBe(8);
    expect(cells.sorted().map(cells.nameOf)).toEqual([
      { kind: "in", id: "a" },
      { kind: "out", id: "a", part: "double" },
    ]);
  });

  test("that are used and not defined, read themselves, or come too late are mistakes of ours", () => {
    expect(() => doubled().sorted()).toThrow("in a is used and not defined");
    const cells = doubled();
    cells.define({ kind: "in", id: "a" }, () => {
      cells.use("out", "a", "double");
      return { run: () => {} };
    });
    expect(() => cells.sorted()).toThrow("depends on itself");
    expect(() => cells.index("in", "b")).toThrow("no cell is called in b");
  });
});

// Bounds of weighted sums and means against every corner there is: each figure and each weight at its low or high end, each member
// that may leave there or gone. Nothing lies beyond the corners, and the bounds are among them.

import fc from "fast-check";
import { expect } from "vitest";
import { type Grouping, group } from "../../src/calculate/group.ts";
import { ABSENT, MAYBE, PRESENT, setFigure } from "../../src/calculate/sheet.ts";
import { createFrame, createInputs, type Frame } from "../../src/evaluate/frame.ts";
import { property } from "./property.ts";

interface Member {
  figure: [number, number];
  weight: [number, number] | number;
  absent: number;
}

const ends = (low: number, high: number) =>
  fc
    .tuple(fc.integer({ min: low, max: high }), fc.nat({ max: 3 }))
    .map(([from, by]): [number, number] => [from, from + by]);

const members: fc.Arbitrary<Member[]> = fc.array(
  fc.record({
    figure: ends(-2, 4),
    weight: fc.oneof(fc.constantFrom(1, 2, 0), ends(0, 3)),
    absent: fc.constantFrom(PRESENT, PRESENT, MAYBE, ABSENT),
  }),
  { minLength: 1, maxLength: 4 },
);

export const weighing = [
  property(
    "weighted bounds are those of the corners",
    1500,
    fc.tuple(members, fc.constantFrom("sum", "mean")),
    ([all, kind]) => {
      const [low, high, absent] = bounds(kind as Grouping, all);
      const results = corners(all).map(corner => (kind === "sum" ? sumOf(corner) : meanOf(corner)));
      const figures = results.flatMap(result => result ?? []);
      const expected = figures.length === 0 ? ABSENT : figures.length < results.length ? MAYBE : PRESENT;
      expect(absent).toBe(expected);
      if (expected === ABSENT) return;
      expect(low).toBeCloseTo(Math.min(...figures), 9);
      expect(high).toBeCloseTo(Math.max(...figures), 9);
    },
  ),

  // A weight without an upper bound comes as near as one likes to counting alone.
  property("weights may be without bound", 300, fc.tuple(members, fc.nat()), ([all, at]) => {
    const boundless = (most: number) =>
      all.map((one, i) => (i === at % all.length ? { ...one, weight: [0, most] as [number, number] } : one));
    const [low, high, absent] = bounds("mean", boundless(Infinity));
    const [nearLow, nearHigh, nearAbsent] = bounds("mean", boundless(1e9));
    expect(absent).toBe(nearAbsent);
    if (absent === ABSENT) return;
    expect(low).toBeCloseTo(nearLow, 4);
    expect(high).toBeCloseTo(nearHigh, 4);
  }),
];

function bounds(kind: Grouping, all: Member[]): [number, number, number] {
  const frame: Frame = createFrame(createInputs(0, 0), 2 * all.length + 1);
  all.forEach(({ figure: [lo, hi], weight, absent }, i) => {
    const there = absent !== ABSENT;
    setFigure(frame, i, there ? lo : NaN, there ? hi : NaN, lo === hi && absent === PRESENT ? lo : NaN, absent);
    if (typeof weight === "number") return;
    const [from, to] = weight;
    setFigure(frame, all.length + i, from, to, from === to ? from : NaN, PRESENT);
  });
  const weights = all.map(({ weight }, i) => (typeof weight === "number" ? weight : { cell: all.length + i }));
  const cell = 2 * all.length;
  group(kind, [...all.keys()], weights, "skip")(frame, cell);
  return [frame.lo[cell]!, frame.hi[cell]!, frame.absent[cell]!];
}

type Corner = { figure: number; weight: number }[];

function corners([first, ...rest]: Member[]): Corner[] {
  if (!first) return [[]];
  const weights = typeof first.weight === "number" ? [first.weight] : first.weight;
  const there = weights.flatMap(weight => first.figure.map(figure => [{ figure, weight }]));
  const own = [...(first.absent === ABSENT ? [] : there), ...(first.absent === PRESENT ? [] : [[]])];
  return corners(rest).flatMap(others => own.map(one => [...one, ...others]));
}

const sumOf = (corner: Corner): number | null =>
  corner.length === 0 ? null : corner.reduce((sum, { figure, weight }) => sum + figure * weight, 0);

function meanOf(corner: Corner): number | null {
  const weight = corner.reduce((sum, one) => sum + one.weight, 0);
  return weight === 0 ? null : sumOf(corner)! / weight;
}

// Interval arithmetic over cells. In: a frame whose earlier cells are computed. Out: bounds that hold for every completion.
// Rule kept: a result is never narrower than the truth; `value` is set only where nothing open can move it (design 4.2, 4.6).

import { ABSENT, type Frame, MAYBE, PRESENT, setAbsent, setFigure } from "./frame.ts";

/** Nothing times what has no bound is nothing. */
export const product = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b);

export type Missing = "skip" | "zero" | "null";

/** What a member counts now: nothing (NaN) while open, and nothing or 0 when it is not there. */
export const figureNow = (frame: Frame, member: number, missing: Missing): number =>
  frame.absent[member] === ABSENT ? (missing === "zero" ? 0 : NaN) : frame.value[member]!;

type Interval = readonly [number, number];

interface Calculation {
  bounds(a: Interval, b: Interval): Interval;
  exact(a: number, b: number): number;
}

const hull = (a: Interval, b: Interval): Interval => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
const corners = (figures: number[]): Interval => [Math.min(...figures), Math.max(...figures)];

const arithmetic = {
  add: { bounds: ([a, b], [c, d]) => [a + c, b + d], exact: (a, b) => a + b },
  subtract: { bounds: ([a, b], [c, d]) => [a - d, b - c], exact: (a, b) => a - b },
  multiply: {
    bounds: ([a, b], [c, d]) => corners([product(a, c), product(a, d), product(b, c), product(b, d)]),
    exact: product,
  },
  divide: {
    bounds: ([a, b], [c, d]) => {
      if (c === 0 && d > 0 && a >= 0) return [a / d || 0, Infinity];
      if (c <= 0 && d >= 0) return [-Infinity, Infinity];
      return corners([a / c, a / d, b / c, b / d].map(x => (Number.isNaN(x) ? 0 : x)));
    },
    exact: (a, b) => a / b,
  },
} satisfies Record<string, Calculation>;

export type Arithmetic = keyof typeof arithmetic;

/** Arithmetic from left to right. A missing member leaves no result, counts 0, or is passed over; so does nothing divided by 0. */
export function calculate(kind: Arithmetic, members: readonly number[], missing: Missing) {
  const { bounds, exact }: Calculation = arithmetic[kind];
  return (frame: Frame, cell: number): void => {
    let range: Interval | null = null;
    let value = NaN;
    let absent: number = PRESENT;
    // Whether it is possible that no member so far was there.
    let empty = true;
    for (const member of members) {
      const gone = frame.absent[member]!;
      if (gone === ABSENT && missing === "null") return setAbsent(frame, cell);
      if (gone === ABSENT && missing === "skip") continue;
      const figure = memberRange(frame, member, missing);
      const passed = gone === MAYBE && missing === "skip";
      const byZero = kind === "divide" && range !== null && figure[0] <= 0 && figure[1] >= 0;
      if (byZero || (gone === MAYBE && missing === "null")) absent = MAYBE;
      if (byZero && figure[0] === figure[1] && !passed) return setAbsent(frame, cell);
      if (byZero && figure[0] === figure[1]) continue;
      const now = figureNow(frame, member, missing);
      value = !range ? now : exact(value, now);
      const joined: Interval = !range ? figure : empty ? hull(bounds(range, figure), figure) : bounds(range, figure);
      range = range && passed ? hull(range, joined) : joined;
      empty &&= passed;
    }
    if (!range) return setAbsent(frame, cell);
    const sure = !empty && absent === PRESENT;
    setFigure(frame, cell, range[0], range[1], sure ? value : NaN, sure ? PRESENT : MAYBE);
  };
}

/** The bounds of a member; under `zero` one that may be missing may also be 0. */
function memberRange(frame: Frame, member: number, missing: Missing): Interval {
  const gone = frame.absent[member]!;
  if (gone === ABSENT) return [0, 0];
  const range: Interval = [frame.lo[member]!, frame.hi[member]!];
  return gone === MAYBE && missing === "zero" ? hull(range, [0, 0]) : range;
}

export type Rounding = "floor" | "half-up" | "truncate";

/** Rounds to `digits` decimals; half-up takes halves upwards. */
export function rounder(rounding: Rounding, digits: number): (x: number) => number {
  const factor = 10 ** digits;
  const step = { floor: Math.floor, "half-up": (x: number) => Math.floor(x + 0.5), truncate: Math.trunc }[rounding];
  // 1.005 * 100 is 100.49999999999999: fifteen digits give back the decimal that was meant.
  return x => (Number.isFinite(x) ? step(Number((x * factor).toPrecision(15))) / factor : x);
}

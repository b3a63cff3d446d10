// Interval arithmetic over cells. In: a frame whose earlier cells are computed. Out: bounds that hold for every completion.
// Rule kept: a result is never narrower than the truth; `value` is set only where nothing open can move it (design 4.2, 4.6).

import { ABSENT, type Frame, MAYBE, PRESENT, setAbsent, setFigure } from "./frame.ts";

/** Nothing times what has no bound is nothing. */
const product = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b);

/** How a group of members becomes one number: each gets figures in member order, NaN where one is left out. */
type Fold = (figures: number[], weights: readonly number[]) => number;

const folds = {
  min: (figures: number[]) => figures.reduce((least, x) => (x < least || Number.isNaN(least) ? x : least), NaN),
  max: (figures: number[]) => figures.reduce((most, x) => (x > most || Number.isNaN(most) ? x : most), NaN),
  sum: (figures: number[], weights: readonly number[]) => {
    let total = NaN;
    for (let i = 0; i < figures.length; i++) {
      if (!Number.isNaN(figures[i]!)) total = (Number.isNaN(total) ? 0 : total) + product(figures[i]!, weights[i]!);
    }
    return total;
  },
  mean: (figures: number[], weights: readonly number[]) => {
    let total = 0;
    let weight = 0;
    let least = Infinity;
    let most = -Infinity;
    for (let i = 0; i < figures.length; i++) {
      const figure = figures[i]!;
      if (Number.isNaN(figure) || weights[i] === 0) continue;
      total += figure * weights[i]!;
      weight += weights[i]!;
      least = Math.min(least, figure);
      most = Math.max(most, figure);
    }
    // Weights such as 0.1 drift: the mean of three 3s must not be just below 3.
    return weight === 0 ? NaN : Math.min(most, Math.max(least, total / weight));
  },
} satisfies Record<string, Fold>;

export type Grouping = keyof typeof folds;
export type Missing = "skip" | "zero" | "null";

/** Bounds of a fold of which some members may leave: those join only where they push the bound further out. */
function bound(fold: Fold, figures: number[], optional: boolean[], weights: readonly number[], sign: 1 | -1): number {
  const certain = figures.map((figure, i) => (optional[i] ? NaN : figure));
  let best = fold(certain, weights);
  const contribution = (i: number) => figures[i]! * (fold === folds.sum ? weights[i]! : 1);
  const candidates = figures.map((_, i) => i).filter(i => optional[i]);
  candidates.sort((a, b) => sign * (contribution(a) - contribution(b)));
  for (const i of candidates) {
    certain[i] = figures[i]!;
    const joined = fold(certain, weights);
    if (!Number.isNaN(best) && sign * (joined - best) >= 0) certain[i] = NaN;
    else best = joined;
  }
  return best;
}

/** A measure over members that may be missing: min, max, weighted sum or weighted mean. */
export function group(kind: Grouping, members: readonly number[], weights: readonly number[], missing: Missing) {
  const fold: Fold = folds[kind];
  const los = members.map(() => 0);
  const his = members.map(() => 0);
  const values = members.map(() => 0);
  const optional = members.map(() => false);
  return (frame: Frame, cell: number): void => {
    let present = 0;
    let possible = 0;
    let anyOptional = false;
    for (let i = 0; i < members.length; i++) {
      const member = members[i]!;
      const absent = frame.absent[member]!;
      const weighs = kind !== "mean" || weights[i] !== 0;
      const counts = weighs && (missing === "zero" || absent !== ABSENT);
      const zero = missing === "zero" && absent !== PRESENT;
      los[i] = counts ? (zero ? (absent === ABSENT ? 0 : Math.min(0, frame.lo[member]!)) : frame.lo[member]!) : NaN;
      his[i] = counts ? (zero ? (absent === ABSENT ? 0 : Math.max(0, frame.hi[member]!)) : frame.hi[member]!) : NaN;
      optional[i] = counts && !zero && absent === MAYBE;
      anyOptional ||= optional[i]!;
      values[i] = figureNow(frame, member, missing);
      if (counts && !optional[i]) present++;
      if (counts) possible++;
    }
    if (missing === "null") {
      const lost = members.some(member => frame.absent[member] === ABSENT);
      const unsure = members.some(member => frame.absent[member] === MAYBE);
      if (lost || members.length === 0) return setAbsent(frame, cell);
      const lo = fold(los, weights);
      if (Number.isNaN(lo)) return setAbsent(frame, cell);
      const value = unsure || values.some(Number.isNaN) ? NaN : fold(values, weights);
      return setFigure(frame, cell, lo, fold(his, weights), value, unsure ? MAYBE : PRESENT);
    }
    if (possible === 0) return setAbsent(frame, cell);
    const lo = anyOptional ? bound(fold, los, optional, weights, 1) : fold(los, weights);
    const hi = anyOptional ? bound(fold, his, optional, weights, -1) : fold(his, weights);
    if (Number.isNaN(lo)) return setAbsent(frame, cell);
    const value = values.some((x, i) => Number.isNaN(x) && !Number.isNaN(los[i]!)) ? NaN : fold(values, weights);
    setFigure(frame, cell, lo, hi, value, present === 0 ? MAYBE : PRESENT);
  };
}

/** What a member counts now: nothing (NaN) while open, and nothing or 0 when it is not there. */
const figureNow = (frame: Frame, member: number, missing: Missing): number =>
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

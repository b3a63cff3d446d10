// Interval arithmetic over cells. In: a frame whose earlier cells are computed. Out: bounds that hold for every completion.
// Rule kept: a result is never narrower than the truth; `value` is set only where nothing open can move it (design 4.2, 4.6).

import { ABSENT, type Frame, MAYBE, PRESENT, setFigure } from "./frame.ts";

/** How a group of members becomes one number: each gets figures in member order, NaN where one is left out. */
type Fold = (figures: number[], weights: readonly number[]) => number;

const folds = {
  min: (figures: number[]) => figures.reduce((least, x) => (x < least || Number.isNaN(least) ? x : least), NaN),
  max: (figures: number[]) => figures.reduce((most, x) => (x > most || Number.isNaN(most) ? x : most), NaN),
  sum: (figures: number[], weights: readonly number[]) => {
    let total = NaN;
    for (let i = 0; i < figures.length; i++) {
      if (!Number.isNaN(figures[i]!)) total = (Number.isNaN(total) ? 0 : total) + figures[i]! * weights[i]!;
    }
    return total;
  },
  mean: (figures: number[], weights: readonly number[]) => {
    let total = 0;
    let weight = 0;
    for (let i = 0; i < figures.length; i++) {
      if (Number.isNaN(figures[i]!)) continue;
      total += figures[i]! * weights[i]!;
      weight += weights[i]!;
    }
    return weight === 0 ? NaN : total / weight;
  },
} satisfies Record<string, Fold>;

export type Grouping = keyof typeof folds;
export type Missing = "skip" | "zero" | "null";

/** Bounds of a fold of which some members may leave: those join only where they push the bound further out. */
function bound(fold: Fold, figures: number[], optional: boolean[], weights: readonly number[], sign: 1 | -1): number {
  const certain = figures.map((figure, i) => (optional[i] ? NaN : figure));
  let best = fold(certain, weights);
  const candidates = figures.map((_, i) => i).filter(i => optional[i]);
  candidates.sort((a, b) => sign * (figures[a]! - figures[b]!));
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
      const counts = missing === "zero" || absent !== ABSENT;
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
      if (lost || members.length === 0) return setFigure(frame, cell, NaN, NaN, NaN, ABSENT);
      const value = anyNaN(values) ? NaN : fold(values, weights);
      return setFigure(frame, cell, fold(los, weights), fold(his, weights), value, unsure ? MAYBE : PRESENT);
    }
    if (possible === 0) return setFigure(frame, cell, NaN, NaN, NaN, ABSENT);
    const lo = anyOptional ? bound(fold, los, optional, weights, 1) : fold(los, weights);
    const hi = anyOptional ? bound(fold, his, optional, weights, -1) : fold(his, weights);
    const value = values.some((x, i) => Number.isNaN(x) && !Number.isNaN(los[i]!)) ? NaN : fold(values, weights);
    const below = Number.isNaN(value) ? lo : Math.min(lo, value);
    const above = Number.isNaN(value) ? hi : Math.max(hi, value);
    setFigure(frame, cell, below, above, value, present === 0 ? MAYBE : PRESENT);
  };
}

const anyNaN = (figures: number[]) => figures.some(Number.isNaN);

/** What a member counts now: a blank or absent one counts 0 under `zero`, nothing (NaN) otherwise. */
function figureNow(frame: Frame, member: number, missing: Missing): number {
  if (frame.absent[member] === ABSENT) return missing === "zero" ? 0 : NaN;
  const value = frame.value[member]!;
  return Number.isNaN(value) && missing === "zero" ? 0 : value;
}

type Binary = (aLo: number, aHi: number, bLo: number, bHi: number) => [number, number];

const product = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b);

const arithmetic = {
  add: [(aLo, aHi, bLo, bHi) => [aLo + bLo, aHi + bHi], (a, b) => a + b],
  subtract: [(aLo, aHi, bLo, bHi) => [aLo - bHi, aHi - bLo], (a, b) => a - b],
  multiply: [
    (aLo, aHi, bLo, bHi) => {
      const corners = [product(aLo, bLo), product(aLo, bHi), product(aHi, bLo), product(aHi, bHi)];
      return [Math.min(...corners), Math.max(...corners)];
    },
    product,
  ],
  divide: [
    (aLo, aHi, bLo, bHi) => {
      if (bLo < 0 && bHi >= 0) return [-Infinity, Infinity];
      if (bLo === 0 || bHi === 0) return aLo >= 0 && bLo === 0 ? [aLo / bHi || 0, Infinity] : [-Infinity, Infinity];
      const corners = [aLo / bLo, aLo / bHi, aHi / bLo, aHi / bHi].map(x => (Number.isNaN(x) ? 0 : x));
      return [Math.min(...corners), Math.max(...corners)];
    },
    (a, b) => (b === 0 ? NaN : a / b),
  ],
} satisfies Record<string, [Binary, (a: number, b: number) => number]>;

export type Arithmetic = keyof typeof arithmetic;

/** Arithmetic from left to right; any missing member leaves no result unless it counts as zero or is skipped. */
export function calculate(kind: Arithmetic, members: readonly number[], missing: Missing) {
  const [bounds, exact] = arithmetic[kind];
  return (frame: Frame, cell: number): void => {
    let lo = NaN;
    let hi = NaN;
    let value = NaN;
    let started = false;
    let absent: number = PRESENT;
    for (const member of members) {
      const gone = frame.absent[member]!;
      if (gone === ABSENT && missing === "skip") continue;
      if (gone !== PRESENT && missing !== "zero") absent = Math.max(absent, gone);
      const [bLo, bHi] = gone === ABSENT && missing === "zero" ? [0, 0] : [frame.lo[member]!, frame.hi[member]!];
      const exactly = figureNow(frame, member, missing);
      if (!started) [lo, hi, value, started] = [bLo, bHi, exactly, true];
      else {
        [lo, hi] = bounds(lo, hi, bLo, bHi);
        value = Number.isNaN(value) || Number.isNaN(exactly) ? NaN : exact(value, exactly);
      }
    }
    if (!started || absent === ABSENT) return setFigure(frame, cell, NaN, NaN, NaN, ABSENT);
    setFigure(frame, cell, lo, hi, value, absent);
  };
}

export type Rounding = "floor" | "half-up" | "truncate";

/** Rounds to `digits` decimals; half-up takes halves upwards. */
export function rounder(rounding: Rounding, digits: number): (x: number) => number {
  const factor = 10 ** digits;
  const step = { floor: Math.floor, "half-up": (x: number) => Math.floor(x + 0.5), truncate: Math.trunc }[rounding];
  // 1.005 * 100 is 100.49999999999999: fifteen digits give back the decimal that was meant.
  return x => (Number.isFinite(x) ? step(Number((x * factor).toPrecision(15))) / factor : x);
}

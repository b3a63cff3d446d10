// A measure over members that may be missing: the lowest, the highest, a weighted sum or a weighted mean. In: cells of figures and
// of weights, each an interval. Out: bounds that some choice among them reaches, or comes as near to as one likes, and none exceeds.
import { figureNow, type Missing } from "./arithmetic.ts";
import { product } from "./numbers.ts";
import { ABSENT, MAYBE, PRESENT, type Sheet, setAbsent, setFigure } from "./sheet.ts";
import { createWeights, type Weighing, type Weighings } from "./weights.ts";

/** How a group of members becomes one number: each gets figures in member order, NaN where one is left out. */
type Folding = (figures: readonly number[], weights: readonly number[]) => number;

const folds = {
  min: figures => figures.reduce((least, x) => (x < least || Number.isNaN(least) ? x : least), NaN),
  max: figures => figures.reduce((most, x) => (x > most || Number.isNaN(most) ? x : most), NaN),
  sum: (figures, weights) => {
    let total = NaN;
    for (let i = 0; i < figures.length; i++) {
      if (!Number.isNaN(figures[i]!)) total = (Number.isNaN(total) ? 0 : total) + product(figures[i]!, weights[i]!);
    }
    return total;
  },
  mean: (figures, weights) => {
    let total = 0;
    let weight = 0;
    let least = Infinity;
    let most = -Infinity;
    for (let i = 0; i < figures.length; i++) {
      const figure = figures[i]!;
      if (Number.isNaN(figure) || weights[i] === 0) continue;
      if (weights[i] === Infinity) return figure;
      total += figure * weights[i]!;
      weight += weights[i]!;
      least = Math.min(least, figure);
      most = Math.max(most, figure);
    }
    // Weights such as 0.1 drift: the mean of three 3s must not be just below 3.
    return weight === 0 ? NaN : Math.min(most, Math.max(least, total / weight));
  },
} satisfies Record<string, Folding>;

export type Grouping = keyof typeof folds;

/**
 * The lowest (sign 1) or the highest (sign -1) result. A member that may leave joins, and an open weight of a mean rises, only where
 * that pushes the result further out. Those that push furthest come first: once one does not move a mean, none after it does,
 * so that high weights end up beyond some threshold and low ones on its other side, which is where the extreme lies.
 */
function bound(kind: Grouping, figures: number[], optional: boolean[], { lo, hi }: Weighings, sign: 1 | -1): number {
  const fold: Folding = folds[kind];
  // In a sum no weight depends on the others: the far end of each is known at once.
  const near = figures.map((figure, i) => (kind === "sum" && sign * figure < 0 ? hi[i]! : lo[i]!));
  const far = kind === "mean" ? hi : near;
  const taken = figures.map((figure, i) => (optional[i] ? NaN : figure));
  const weights = [...near];
  let best = fold(taken, weights);
  const contribution = (i: number) => (kind === "sum" ? product(figures[i]!, near[i]!) : figures[i]!);
  const candidates = figures.flatMap((figure, i) =>
    !Number.isNaN(figure) && (optional[i] || near[i] !== far[i]) ? [i] : [],
  );
  candidates.sort((a, b) => sign * (contribution(a) - contribution(b)) || 0);
  for (const i of candidates) {
    taken[i] = figures[i]!;
    weights[i] = far[i]!;
    const joined = fold(taken, weights);
    if (Number.isNaN(best) || sign * (joined - best) < 0) best = joined;
    else {
      if (optional[i]) taken[i] = NaN;
      weights[i] = near[i]!;
    }
  }
  return best;
}

/** A measure over members that may be missing: min, max, weighted sum or weighted mean. */
export function group(kind: Grouping, members: readonly number[], given: readonly Weighing[], missing: Missing) {
  const fold: Folding = folds[kind];
  const weights = createWeights(given);
  const { lo: least, hi: most, now } = weights;
  // In a mean what weighs nothing does not count.
  const weighs = kind === "mean";
  const [zeroing, strict, skipping] = [missing === "zero", missing === "null", missing === "skip"];
  const los = members.map(() => 0);
  const his = members.map(() => 0);
  const values = members.map(() => 0);
  const optional = members.map(() => false);
  return (sheet: Sheet, cell: number): void => {
    let loose = weights.read?.(sheet) ?? false;
    let present = 0;
    let possible = 0;
    let unsure = false;
    let open = false;
    for (let i = 0; i < members.length; i++) {
      const member = members[i]!;
      const absent = sheet.absent[member]!;
      if (strict && absent === ABSENT) return setAbsent(sheet, cell);
      if (strict && absent === MAYBE) unsure = true;
      const counts = (!weighs || most[i] !== 0) && (zeroing || absent !== ABSENT);
      values[i] = figureNow(sheet, member, missing);
      optional[i] = counts && skipping && absent === MAYBE;
      if (!counts) {
        los[i] = his[i] = NaN;
        continue;
      }
      const zero = zeroing && absent !== PRESENT;
      los[i] = zero ? (absent === ABSENT ? 0 : Math.min(0, sheet.lo[member]!)) : sheet.lo[member]!;
      his[i] = zero ? (absent === ABSENT ? 0 : Math.max(0, sheet.hi[member]!)) : sheet.hi[member]!;
      possible++;
      if (optional[i]) loose = true;
      else if (!weighs || least[i] !== 0) present++;
      open ||= Number.isNaN(values[i]!) || Number.isNaN(now[i]!);
    }
    if (possible === 0) return setAbsent(sheet, cell);
    const lo = loose ? bound(kind, los, optional, weights, 1) : fold(los, least);
    const hi = loose ? bound(kind, his, optional, weights, -1) : fold(his, least);
    const value = open || unsure ? NaN : fold(values, now);
    setFigure(sheet, cell, lo, hi, value, unsure || present === 0 ? MAYBE : PRESENT);
  };
}

// Numbers as doubles are, and as people mean them.

/** Nothing times what has no bound is nothing. */
export const product = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b);

export type Rounding = "floor" | "half-up" | "truncate";

/** Rounds to `digits` decimals; half-up takes halves upwards. */
export function rounder(rounding: Rounding, digits: number): (x: number) => number {
  const factor = 10 ** digits;
  const step = { floor: Math.floor, "half-up": (x: number) => Math.floor(x + 0.5), truncate: Math.trunc }[rounding];
  // 1.005 * 100 is 100.49999999999999: fifteen digits give back the decimal that was meant.
  return x => (Number.isFinite(x) ? step(Number((x * factor).toPrecision(15))) / factor : x);
}

export interface Shape {
  round?: Rounding;
  /** Decimals that `round` keeps; 0 when absent. */
  digits?: number;
  /** Lowest and highest value. */
  clamp?: [number, number];
}

/** Rounds, then keeps within limits; null where nothing is to be done. */
export function shaper({ round, digits = 0, clamp }: Shape): ((x: number) => number) | null {
  if (round === undefined && clamp === undefined) return null;
  const rounded = round ? rounder(round, digits) : (x: number) => x;
  const [floor, ceiling] = clamp ?? [-Infinity, Infinity];
  return x => Math.min(ceiling, Math.max(floor, rounded(x)));
}

const eight = new DataView(new ArrayBuffer(8));

/** The next double above: an open bound written as a closed one. */
export function justAbove(x: number): number {
  if (x === 0) return Number.MIN_VALUE;
  if (!Number.isFinite(x)) return x;
  eight.setFloat64(0, x);
  eight.setBigInt64(0, eight.getBigInt64(0) + (x > 0 ? 1n : -1n));
  return eight.getFloat64(0);
}

export const justBelow = (x: number): number => -justAbove(-x);

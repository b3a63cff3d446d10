// What a figure had best come to. In: a comparison, or an aim one step further up. Out: a number to come near to; endless ones are
// directions, NaN is none.
import type { Test } from "../../calculate/comparison.ts";
import type { Truth } from "../../calculate/truth.ts";
import { type Comparators, comparators } from "../../model/condition.ts";

export type Bounds = readonly [number, number];

const mostWhole = 64;

/** A figure within bounds for which a comparison comes out as wanted: the highest or lowest, or one that is just enough. */
export function aimOf(test: Test, wanted: Truth, [lo, hi]: Bounds, leaf: Comparators, enough: boolean): number {
  const named = comparators.flatMap(name => leaf[name] ?? []).map(Number);
  const count = hi - lo <= mostWhole ? Math.max(0, Math.floor(hi) - Math.ceil(lo) + 1) : 0;
  const whole = Array.from({ length: count }, (_, at) => Math.ceil(lo) + at);
  const between = named.flatMap((one, at) => named.slice(at + 1).map(other => (one + other) / 2));
  const needed = [...named, ...whole, ...between];
  const tried = enough ? [...needed, hi, lo] : [hi, lo, ...needed];
  return tried.find(figure => figure >= lo && figure <= hi && test(figure, figure) === wanted) ?? Number.NaN;
}

/** The contrary of an aim. */
export const away = (aim: number, raising: boolean): number =>
  Number.isFinite(aim) ? (raising ? -Infinity : Infinity) : -aim;

export function distance(figure: number, aim: number): number {
  if (aim === Infinity) return -figure;
  if (aim === -Infinity) return figure;
  return Number.isNaN(aim) ? 0 : Math.abs(figure - aim);
}

/** The level whose figure in a table comes nearest to an aim. */
export function levelOf(table: readonly number[], aim: number): number {
  if (Number.isNaN(aim)) return aim;
  let best = 0;
  for (const [level, figure] of table.entries()) if (distance(figure, aim) < distance(table[best]!, aim)) best = level;
  return best;
}

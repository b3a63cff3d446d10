// What a figure had best come to. In: a comparison, or an aim one step further up. Out: a number to come near to; endless ones are
// directions, NaN is none.

import type { Ends } from "../calculate/arithmetic.ts";
import type { Comparing } from "../calculate/comparison.ts";
import { ABSENT } from "../calculate/sheet.ts";
import type { Truth } from "../calculate/truth.ts";
import type { Frame } from "../evaluate/frame.ts";
import { type Comparators, comparators } from "../model/condition.ts";

const mostWhole = 64;

/** A figure within bounds for which a comparison comes out as wanted: the highest or lowest, or one that is just enough. */
export function aimOf(test: Comparing, wanted: Truth, [lo, hi]: Ends, leaf: Comparators, enough: boolean): number {
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

/** What the open members of a mean have to be for it to come to the aim. */
export function shareOf(frame: Frame, members: readonly number[], aim: number): number {
  if (!Number.isFinite(aim)) return aim;
  let open = 0;
  let counted = 0;
  let sum = 0;
  for (const member of members) {
    if (frame.absent[member] === ABSENT) continue;
    counted++;
    if (frame.lo[member] === frame.hi[member]) sum += frame.lo[member]!;
    else open++;
  }
  return open === 0 ? aim : (aim * counted - sum) / open;
}

/** What is left of an aim for one member, with the others at their lowest. */
export function restOf(frame: Frame, cell: number, member: number, aim: number): number {
  const rest = aim - (frame.lo[cell]! - frame.lo[member]!);
  return Number.isNaN(rest) ? aim : rest;
}

/** What one factor has to be; only where the other is known and positive is it more than a direction. */
export function factorOf(
  frame: Frame,
  operator: string,
  members: readonly number[],
  at: number,
  aim: number,
  raising: boolean,
): number {
  const other = members[at === 0 ? 1 : 0];
  const known = members.length === 2 && other !== undefined ? frame.value[other]! : Number.NaN;
  const inverted = operator === "divide" && at > 0;
  if (!(known > 0)) return inverted ? away(aim, raising) : raising ? Infinity : -Infinity;
  if (inverted) return known / aim;
  return operator === "divide" ? aim * known : aim / known;
}

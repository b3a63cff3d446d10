// The weights of a group of members, each a number or the figure of a cell. In: a sheet whose earlier cells are computed. Out: the
// bounds of each weight, and what it is now. Rule kept: a weight without a figure, or with one below 0, weighs nothing.
import { ABSENT, PRESENT, type Sheet } from "./sheet.ts";

export type Weighing = number | { cell: number };

export interface Weighings {
  lo: readonly number[];
  hi: readonly number[];
  /** NaN while something open could move it. */
  now: readonly number[];
  /** Brings the figures of cells up to date: true when some weight is still open. Null where all are numbers. */
  read: ((sheet: Sheet) => boolean) | null;
}

export function createWeights(weights: readonly Weighing[]): Weighings {
  const lo = weights.map(weight => (typeof weight === "number" ? weight : 0));
  const moving = weights.flatMap((weight, at) => (typeof weight === "number" ? [] : [{ at, cell: weight.cell }]));
  if (moving.length === 0) return { lo, hi: lo, now: lo, read: null };
  const hi = [...lo];
  const now = [...lo];
  const read = (sheet: Sheet): boolean => {
    let open = false;
    for (const { at, cell } of moving) {
      const absent = sheet.absent[cell]!;
      lo[at] = absent === PRESENT ? Math.max(0, sheet.lo[cell]!) : 0;
      hi[at] = absent === ABSENT ? 0 : Math.max(0, sheet.hi[cell]!);
      now[at] = absent === ABSENT ? 0 : Math.max(0, sheet.value[cell]!);
      open ||= lo[at] !== hi[at];
    }
    return open;
  };
  return { lo, hi, now, read };
}

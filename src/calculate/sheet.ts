// What a calculation works on: for every cell a figure and a truth. Plain typed arrays, so that one sheet can be worked out again
// and again (what-if, interview, batches).
import { FAILS, HOLDS, OPEN, type Truth } from "./truth.ts";

export interface Sheet {
  /** The bounds of a figure: every completion of what is open lies within. */
  lo: Float64Array;
  hi: Float64Array;
  /** The figure itself; NaN while something open could move it. */
  value: Float64Array;
  absent: Uint8Array;
  truth: Uint8Array;
}

/** Whether a figure is there to be counted; one that is open may turn out either way. */
export const PRESENT = 0;
export const MAYBE = 1;
export const ABSENT = 2;

export function createSheet(cells: number): Sheet {
  // One piece of memory is made much faster than five.
  const memory = new ArrayBuffer(cells * (3 * Float64Array.BYTES_PER_ELEMENT + 2));
  const figures = (at: number) => new Float64Array(memory, at * cells * Float64Array.BYTES_PER_ELEMENT, cells);
  const signs = (at: number) => new Uint8Array(memory, cells * (3 * Float64Array.BYTES_PER_ELEMENT + at), cells);
  return { lo: figures(0), hi: figures(1), value: figures(2), absent: signs(0), truth: signs(1) };
}

export function setFigure(sheet: Sheet, cell: number, lo: number, hi: number, value: number, absent: number): void {
  sheet.lo[cell] = lo;
  sheet.hi[cell] = hi;
  sheet.value[cell] = value;
  sheet.absent[cell] = absent;
}

export const setAbsent = (sheet: Sheet, cell: number): void => setFigure(sheet, cell, NaN, NaN, NaN, ABSENT);

/** Whether a figure is there, as a truth. */
export const isThere = ({ absent }: Sheet, cell: number): Truth =>
  absent[cell] === PRESENT ? HOLDS : absent[cell] === ABSENT ? FAILS : OPEN;

export const truthAt = (sheet: Sheet, cell: number): Truth => sheet.truth[cell] as Truth;

/** Whether a figure that is there went beyond what can be calculated with; one that is open may have no bound, which is no excess. */
export function isTooLarge({ absent, lo, hi }: Sheet, cell: number): boolean {
  const [low, high] = [lo[cell]!, hi[cell]!];
  return (
    absent[cell] !== ABSENT && (Number.isNaN(low) || Number.isNaN(high) || (low === high && !Number.isFinite(low)))
  );
}

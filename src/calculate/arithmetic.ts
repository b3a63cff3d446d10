// Interval arithmetic over cells. In: a sheet whose earlier cells are computed. Out: bounds that hold for every completion.
// Rule kept: a result is never narrower than the truth; `value` is set only where nothing open can move it.

import { product } from "./numbers.ts";
import { ABSENT, MAYBE, PRESENT, type Sheet, setAbsent, setFigure } from "./sheet.ts";

export type Missing = "skip" | "zero" | "null";

/** What a member counts now: nothing (NaN) while open, and nothing or 0 when it is not there. */
export const figureNow = (sheet: Sheet, member: number, missing: Missing): number =>
  sheet.absent[member] === ABSENT ? (missing === "zero" ? 0 : NaN) : sheet.value[member]!;

/** The lowest and the highest. */
export type Ends = readonly [number, number];

interface Calculation {
  bounds(a: Ends, b: Ends): Ends;
  exact(a: number, b: number): number;
}

const hull = (a: Ends, b: Ends): Ends => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
const corners = (figures: number[]): Ends => [Math.min(...figures), Math.max(...figures)];

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
  return (sheet: Sheet, cell: number): void => {
    let range: Ends | null = null;
    let value = NaN;
    let absent: number = PRESENT;
    // Whether it is possible that no member so far was there.
    let empty = true;
    for (const member of members) {
      const gone = sheet.absent[member]!;
      if (gone === ABSENT && missing === "null") return setAbsent(sheet, cell);
      if (gone === ABSENT && missing === "skip") continue;
      const figure = memberRange(sheet, member, missing);
      const passed = gone === MAYBE && missing === "skip";
      const byZero = kind === "divide" && range !== null && figure[0] <= 0 && figure[1] >= 0;
      if (byZero || (gone === MAYBE && missing === "null")) absent = MAYBE;
      if (byZero && figure[0] === figure[1] && !passed) return setAbsent(sheet, cell);
      if (byZero && figure[0] === figure[1]) continue;
      const now = figureNow(sheet, member, missing);
      value = !range ? now : exact(value, now);
      const joined: Ends = !range ? figure : empty ? hull(bounds(range, figure), figure) : bounds(range, figure);
      range = range && passed ? hull(range, joined) : joined;
      empty &&= passed;
    }
    if (!range) return setAbsent(sheet, cell);
    const sure = !empty && absent === PRESENT;
    setFigure(sheet, cell, range[0], range[1], sure ? value : NaN, sure ? PRESENT : MAYBE);
  };
}

/** The bounds of a member; under `zero` one that may be missing may also be 0. */
function memberRange(sheet: Sheet, member: number, missing: Missing): Ends {
  const gone = sheet.absent[member]!;
  if (gone === ABSENT) return [0, 0];
  const range: Ends = [sheet.lo[member]!, sheet.hi[member]!];
  return gone === MAYBE && missing === "zero" ? hull(range, [0, 0]) : range;
}

// What people type, as values. In: a line of text. Out: the value, or null where it could mean two things.
import type { NumberFact } from "../model/questionnaire.ts";
import { readingsOf } from "../model/readings.ts";
import { withinBounds } from "../questionnaire/outline.ts";

/** What a typed number says: one value, one of two, or nothing that is a number. */
export type Read = { value: number } | { either: [number, number] } | null;

/** "2.5" and "2,5", "2 500 000", "2.500.000,50", "1'000", "12%" where a share is asked. One to three digits, a point or comma and
 * three digits may be thousands or decimals: either, unless the bounds of the fact leave only one. */
export function readNumber(text: string, fact: NumberFact): Read {
  const share = isShare(fact) && text.endsWith("%");
  const readings = readingsOf(share ? text.slice(0, -1).trimEnd() : text)
    .map(value => (share ? Number((value / 100).toPrecision(15)) : value))
    // So many digits that it is no number any more; and "-0", which no file keeps.
    .filter(Number.isFinite)
    .map(value => value + 0);
  const fitting = readings.filter(value => withinBounds(fact, value));
  const [first, second] = fitting.length > 0 ? fitting : readings.slice(0, 1);
  if (first === undefined) return null;
  return second === undefined ? { value: first } : { either: [first, second] };
}

const isShare = ({ min = -Infinity, max = Infinity, above = -Infinity }: NumberFact): boolean =>
  Math.max(min, above) >= 0 && max <= 1;

/** How long a text may be, in characters: what the schema of assessments allows. */
const longest: Record<string, number> = {
  respondent: 1000,
  organization: 500,
  "line-of-business": 500,
  fact: 2000,
  note: 20_000,
  na: 20_000,
  "evidence-text": 20_000,
  "evidence-url": 2000,
};

/** Of a screen or a field. */
export const longestOf = (field: string): number => longest[field] ?? Infinity;
